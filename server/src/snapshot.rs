//! A bundle as it is now, kept apart: whatever becomes of its folder, what is loaded stays whole. The copy has a path of its
//! own, too, without which the system would give the library that it loaded from that path before.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context;

/// What tells one state of a bundle from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(Vec<(PathBuf, u64, Option<SystemTime>, u64)>);

impl Fingerprint {
    /// That of a bundle; `None` while it is not whole.
    pub fn of(bundle: &Path) -> Option<Self> {
        let library = hotforge::find_library(bundle).ok()?;
        let files = [library, bundle.join("manifest.json")];
        let stamp = |path: PathBuf| {
            let data = fs::metadata(&path).ok()?;
            Some((path, data.len(), data.modified().ok(), inode(&data)))
        };
        files
            .into_iter()
            .filter(|path| *path != bundle.join("manifest.json") || bundle.is_dir())
            .map(stamp)
            .collect::<Option<_>>()
            .map(Self)
    }
}

#[cfg(unix)]
fn inode(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn inode(_data: &fs::Metadata) -> u64 {
    0
}

/// A copy of a bundle.
#[derive(Debug)]
pub struct Snapshot {
    /// Where it lies.
    pub folder: PathBuf,
    /// What to load of it.
    pub library: PathBuf,
    /// What its files say, however often they were written.
    pub digest: blake3::Hash,
}

impl Snapshot {
    /// Copies a bundle into a new folder, or the library alone where that is what is given. Files beside the library are linked
    /// where that is possible: nobody writes into them, and they may be large.
    ///
    /// # Errors
    /// Where something cannot be read or written.
    pub fn take(bundle: &Path, folder: PathBuf) -> anyhow::Result<Self> {
        let library = hotforge::find_library(bundle)?;
        let source = library.parent().unwrap_or(bundle).to_owned();
        fs::create_dir_all(&folder).with_context(|| format!("cannot write {}", folder.display()))?;
        for entry in fs::read_dir(&source).with_context(|| format!("cannot read {}", source.display()))? {
            let path = entry?.path();
            let target = folder.join(path.file_name().unwrap_or_default());
            let is_small = path == library || path.extension().is_some_and(|extension| extension == "json");
            if path.is_file() && (is_small || fs::hard_link(&path, &target).is_err()) {
                fs::copy(&path, &target).with_context(|| format!("cannot copy {}", path.display()))?;
            }
        }
        let digest = digest(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        Ok(Self { library: folder.join(library.file_name().unwrap_or_default()), digest, folder })
    }
}

fn digest(folder: &Path) -> std::io::Result<blake3::Hash> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    let mut hasher = blake3::Hasher::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        hasher.update(blake3::hash(name.as_encoded_bytes()).as_bytes());
        hasher.update(blake3::Hasher::new().update_reader(fs::File::open(&path)?)?.finalize().as_bytes());
    }
    Ok(hasher.finalize())
}
