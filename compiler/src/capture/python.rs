//! Finds the user's Python, and gives it our package.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::cache::Cache;
use crate::error::{Error, OnPath, Result};

static PACKAGE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../python/hotforge");

/// The interpreter that is named, else that of the active virtual environment, else `python3` or `python` on the path.
///
/// # Errors
/// Where there is none.
pub fn find(named: Option<&Path>) -> Result<PathBuf> {
    if let Some(named) = named {
        return which::which(named).map_err(|_| Error::NoPython {
            searched: format!("`--python` names {}, which is no program", named.display()),
        });
    }
    let environments = ["VIRTUAL_ENV", "CONDA_PREFIX"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
    let places = ["bin/python", "Scripts/python.exe", "python.exe"];
    let active = environments.flat_map(|folder| places.map(|place| folder.join(place))).find(|path| path.is_file());
    active.or_else(|| which::which("python3").ok()).or_else(|| which::which("python").ok()).ok_or_else(|| {
        Error::NoPython {
            searched: "there is no active virtual environment, and no python3 or python on the PATH".into(),
        }
    })
}

/// The folder in the cache that holds our package `hotforge`, unpacked now if it never was.
///
/// # Errors
/// Where the cache cannot be written.
pub(crate) fn package(cache: &Cache) -> Result<PathBuf> {
    let files = || PACKAGE.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "py"));
    let mut hasher = blake3::Hasher::new();
    for file in files() {
        hasher.update(file.path().as_os_str().as_encoded_bytes()).update(file.contents());
    }
    let parent = cache.folder("python")?;
    let folder = parent.join(&hasher.finalize().to_hex()[..24]);
    if folder.is_dir() {
        return Ok(folder);
    }
    let fresh = tempfile::Builder::new().prefix(".unpack-").tempdir_in(&parent).writing(&parent)?;
    let package = fresh.path().join("hotforge");
    fs::create_dir(&package).writing(&package)?;
    for file in files() {
        let path = package.join(file.path());
        fs::write(&path, file.contents()).writing(&path)?;
    }
    match fs::rename(fresh.path(), &folder) {
        // Another process was faster: its files are the same.
        Err(_) if folder.is_dir() => Ok(folder),
        done => done.writing(&folder).map(|()| folder),
    }
}
