//! The cache folder: the built runtime, the unpacked Python package, and libraries of unchanged inputs.

mod eviction;

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::error::{OnPath, Result};
use crate::progress::Progress;

/// The environment variable that names the folder.
pub const VARIABLE: &str = "HOTFORGE_CACHE";

/// What one folder of the cache keeps. Each has a limit in bytes, above which what was not used for longest is forgotten.
#[derive(Debug, Clone, Copy)]
pub enum Kept {
    /// Libraries of unchanged inputs.
    Libraries,
    /// Built runtimes.
    Runtimes,
    /// What the globals of modules were.
    Captures,
}

impl Kept {
    fn folder(self) -> &'static str {
        match self {
            Kept::Libraries => "libraries",
            Kept::Runtimes => "runtime",
            Kept::Captures => "captures",
        }
    }

    fn limit(self) -> u64 {
        match self {
            Kept::Libraries => 2 << 30,
            Kept::Runtimes | Kept::Captures => 1 << 30,
        }
    }
}

/// A folder that can be written to.
#[derive(Debug, Clone)]
pub struct Cache {
    root: PathBuf,
}

impl Cache {
    /// The folder that `HOTFORGE_CACHE` names, else the platform's cache folder, else (where there is no home, or it
    /// is read-only) a temporary one, with a warning.
    ///
    /// # Errors
    /// Where the folder of `HOTFORGE_CACHE`, or else the temporary folder, cannot be written to.
    pub fn open(progress: &dyn Progress) -> Result<Cache> {
        if let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
            let root = std::path::absolute(&folder).unwrap_or_else(|_| folder.into());
            return Cache::at(root);
        }
        let platform = etcetera::choose_base_strategy().ok().map(|strategy| strategy.cache_dir().join("hotforge"));
        if let Some(cache) = platform.clone().and_then(|root| Cache::at(root).ok()) {
            return Ok(cache);
        }
        let root = temporary_root();
        let unusable =
            platform.map_or("there is no home folder".into(), |path| format!("cannot write {}", path.display()));
        progress.warn(&format!(
            "{unusable}: the cache is in {} and may be lost; set {VARIABLE} to a folder to keep it",
            root.display()
        ));
        Cache::at(root)
    }

    /// The cache in that folder.
    ///
    /// # Errors
    /// Where it cannot be written to.
    pub fn at(root: PathBuf) -> Result<Cache> {
        fs::create_dir_all(&root).writing(&root)?;
        tempfile::Builder::new().prefix(".probe").tempfile_in(&root).writing(&root)?;
        Ok(Cache { root })
    }

    /// The folder of that name in the cache, made if need be.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.root.join(name);
        fs::create_dir_all(&folder).writing(&folder)?;
        Ok(folder)
    }

    /// The folder of what is kept, made if need be.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn kept(&self, kept: Kept) -> Result<PathBuf> {
        self.folder(kept.folder())
    }

    /// Notes that something that is kept was used now.
    pub fn mark_used(path: &Path) {
        eviction::mark_used(path);
    }

    /// Makes room after something new is kept.
    pub fn forget_oldest(&self, kept: Kept) {
        eviction::forget_oldest(&self.root.join(kept.folder()), kept.limit());
    }

    /// The library that was kept under the key.
    pub fn library(&self, key: &str) -> Option<PathBuf> {
        let path = self.root.join(Kept::Libraries.folder()).join(key);
        if !path.is_file() {
            return None;
        }
        eviction::mark_used(&path);
        Some(path)
    }

    /// Keeps a library under the key.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn keep_library(&self, key: &str, library: &Path) -> Result<()> {
        let folder = self.kept(Kept::Libraries)?;
        let file = tempfile::NamedTempFile::new_in(&folder).writing(&folder)?;
        fs::copy(library, file.path()).writing(file.path())?;
        file.persist(folder.join(key)).map_err(|error| error.error).writing(&folder)?;
        self.forget_oldest(Kept::Libraries);
        Ok(())
    }
}

/// A folder below the temporary one that is this user's alone: compiled code is loaded from it.
fn temporary_root() -> PathBuf {
    let root = std::env::temp_dir().join(format!("hotforge-cache-{}", user()));
    if make_private(&root) {
        return root;
    }
    tempfile::Builder::new().prefix("hotforge-cache-").tempdir().map_or(root, tempfile::TempDir::keep)
}

fn user() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_else(|_| "user".into());
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(unix)]
fn make_private(root: &Path) -> bool {
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};

    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(root);
    let ours = tempfile::tempfile().and_then(|file| file.metadata()).map(|metadata| metadata.uid());
    match (made, fs::symlink_metadata(root), ours) {
        (Ok(()), Ok(found), Ok(ours)) => found.is_dir() && found.uid() == ours && found.mode() & 0o022 == 0,
        _ => false,
    }
}

/// Other systems give each user a temporary folder.
#[cfg(not(unix))]
fn make_private(root: &Path) -> bool {
    fs::create_dir_all(root).is_ok()
}
