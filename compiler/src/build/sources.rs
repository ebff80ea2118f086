//! The sources of the runtime, embedded in this program with the versions of the crates they were tested with.

use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::bundle::HEADER;
use crate::error::{OnPath, Result};

static SOURCES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../runtime/src");
/// Of the runtime as a package of its own, as the build script made them.
const MANIFEST: &str = include_str!(concat!(env!("OUT_DIR"), "/runtime.toml"));
const LOCK: &str = include_str!(concat!(env!("OUT_DIR"), "/runtime.lock"));

/// The embedded files with their paths below the package's folder, in a fixed order.
fn files() -> Vec<(String, &'static [u8])> {
    let mut files = vec![
        ("Cargo.toml".to_owned(), MANIFEST.as_bytes()),
        ("Cargo.lock".to_owned(), LOCK.as_bytes()),
        ("include/hotforge.h".to_owned(), HEADER.as_bytes()),
    ];
    collect(&SOURCES, &mut files);
    files
}

fn collect(folder: &'static Dir<'_>, into: &mut Vec<(String, &'static [u8])>) {
    into.extend(folder.files().map(|file| (format!("src/{}", file.path().display()), file.contents())));
    folder.dirs().for_each(|inner| collect(inner, into));
}

/// Hashes every embedded file.
pub fn hash(hasher: &mut blake3::Hasher) {
    for (path, content) in files() {
        hasher.update(path.as_bytes()).update(&content.len().to_le_bytes()).update(content);
    }
}

/// Hashes what decides which other crates are built.
pub fn hash_dependencies(hasher: &mut blake3::Hasher) {
    hasher.update(MANIFEST.as_bytes()).update(LOCK.as_bytes());
}

/// Writes the package to a folder of its own. Files that have not changed are left alone, so that cargo sees it.
///
/// # Errors
/// Where a file cannot be written.
pub fn unpack(folder: &Path) -> Result<()> {
    let sources = folder.join("src");
    if sources.exists() {
        remove_strangers(&sources, folder)?;
    }
    for (path, content) in files() {
        let path = folder.join(path);
        let is_lock = path.ends_with("Cargo.lock");
        // cargo writes the lock file anew in its own layout; that is no reason to start over.
        if fs::read(&path).is_ok_and(|found| found == content || is_lock) {
            continue;
        }
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).writing(parent)?;
        fs::write(&path, content).writing(&path)?;
    }
    Ok(())
}

/// Removes source files that another version of Hotforge left.
fn remove_strangers(folder: &Path, package: &Path) -> Result<()> {
    let own: Vec<_> = files().into_iter().map(|(path, _)| package.join(path)).collect();
    for entry in fs::read_dir(folder).reading(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            remove_strangers(&path, package)?;
        } else if !own.contains(&path) {
            fs::remove_file(&path).writing(&path)?;
        }
    }
    Ok(())
}
