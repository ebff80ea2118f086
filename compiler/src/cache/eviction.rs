//! What keeps the cache from growing without end: what was not used for longest goes first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What was used so lately may be in use: another process has looked it up and not yet read it.
const IN_USE: Duration = Duration::from_secs(3600);

/// Notes that a file or folder of the cache was used now.
pub fn mark_used(path: &Path) {
    // The time of last use only decides what is forgotten: one that cannot be set does no harm.
    let _ = filetime::set_file_mtime(path, filetime::FileTime::now());
}

/// Removes the files and folders in `folder` that were not used for longest, until the rest has at most `limit` bytes.
pub fn forget_oldest(folder: &Path, limit: u64) {
    let mut total = 0;
    for Entry { path, bytes, used } in entries(folder) {
        total += bytes;
        let is_in_use = used.elapsed().is_ok_and(|age| age < IN_USE);
        if total > limit && !is_in_use {
            // Another process may have been faster.
            let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

struct Entry {
    path: PathBuf,
    bytes: u64,
    used: SystemTime,
}

/// What is in a folder, those used last first. What cannot be read is not there any more.
fn entries(folder: &Path) -> Vec<Entry> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut entries: Vec<Entry> = found
        .filter_map(|entry| {
            let used = entry.metadata().ok()?.modified().ok()?;
            Some(Entry { bytes: size(&entry.path()), path: entry.path(), used })
        })
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.used));
    entries
}

/// The bytes of a file, or of all files below a folder.
fn size(path: &Path) -> u64 {
    walkdir::WalkDir::new(path)
        .into_iter()
        .filter_map(|entry| entry.ok()?.metadata().ok())
        .filter(fs::Metadata::is_file)
        .map(|metadata| metadata.len())
        .sum()
}

#[cfg(test)]
mod tests {
    use filetime::{FileTime, set_file_mtime};

    use super::*;

    /// Puts a folder with a file of so many bytes there, used so many hours ago.
    fn put(root: &Path, name: &str, bytes: usize, hours: u64) {
        let folder = root.join(name);
        fs::create_dir(&folder).expect("a new folder");
        fs::write(folder.join("file"), vec![0; bytes]).expect("a new file");
        let used = SystemTime::now() - Duration::from_secs(hours * 3600);
        set_file_mtime(&folder, FileTime::from_system_time(used)).expect("a time of its own");
    }

    fn names(root: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(root)
            .expect("the folder")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let root = tempfile::tempdir().expect("a folder");
        put(root.path(), "old", 100, 30);
        put(root.path(), "older", 100, 40);
        put(root.path(), "new", 100, 2);
        forget_oldest(root.path(), 1000);
        assert_eq!(names(root.path()), ["new", "old", "older"]);
        forget_oldest(root.path(), 250);
        assert_eq!(names(root.path()), ["new", "old"]);
        mark_used(&root.path().join("old"));
        forget_oldest(root.path(), 150);
        assert_eq!(names(root.path()), ["old"]);
    }

    #[test]
    fn what_may_be_in_use_stays() {
        let root = tempfile::tempdir().expect("a folder");
        put(root.path(), "now", 100, 0);
        forget_oldest(root.path(), 10);
        assert_eq!(names(root.path()), ["now"]);
    }
}
