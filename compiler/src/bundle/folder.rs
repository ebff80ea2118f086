//! Writing the folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::header::typed_header;
use super::{HEADER, Onnxruntime, library_name};
use crate::build::write_blob;
use crate::codegen::{Blob, BlobPlace, TypedFunction};
use crate::error::{Error, OnPath, Result};

/// What goes into a bundle.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The bundle's name: the stem of the source file.
    pub name: &'a str,
    /// The built library.
    pub library: &'a Path,
    /// The manifest, JSON.
    pub manifest: &'a str,
    /// The predictors that have typed C functions.
    pub typed: &'a [TypedFunction],
    /// The files that generated code needs; those beside the library are written.
    pub blobs: &'a [Blob],
    /// The library that runs models, where there are any.
    pub onnxruntime: Option<&'a Onnxruntime>,
}

/// Writes the bundle below `parent` and gives its folder. It appears whole or not at all: an older one is replaced at
/// the end, and a compile that is killed leaves it as it was.
///
/// # Errors
/// Where something cannot be written, or the folder holds something that is no bundle.
pub fn write(parent: &Path, contents: &Contents<'_>) -> Result<PathBuf> {
    fs::create_dir_all(parent).writing(parent)?;
    let target = parent.join(contents.name);
    if target.exists() && !target.join("manifest.json").is_file() {
        return Err(Error::Usage {
            message: format!("{} exists and is no compiled predictor", target.display()),
            help: Some("Name another folder with `-o`, or remove it.".into()),
        });
    }
    let fresh = tempfile::Builder::new().prefix(&format!(".{}-", contents.name)).tempdir_in(parent).writing(parent)?;
    fill(fresh.path(), contents)?;
    replace(fresh, &target)?;
    Ok(target)
}

fn fill(folder: &Path, contents: &Contents<'_>) -> Result<()> {
    let library = folder.join(library_name(contents.name));
    fs::copy(contents.library, &library).writing(&library)?;
    make_executable(&library)?;
    for (name, text) in [("manifest.json", contents.manifest), ("hotforge.h", HEADER)] {
        let path = folder.join(name);
        fs::write(&path, text).writing(&path)?;
    }
    if !contents.typed.is_empty() {
        let path = folder.join(format!("{}.h", contents.name));
        fs::write(&path, typed_header(contents.name, contents.typed)).writing(&path)?;
    }
    for blob in contents.blobs.iter().filter(|blob| blob.place == BlobPlace::Library) {
        write_blob(&blob.content, &folder.join(&blob.name))?;
    }
    contents.onnxruntime.map_or(Ok(()), |onnxruntime| onnxruntime.place(folder))
}

/// Puts the finished folder in the place of the old one.
fn replace(fresh: tempfile::TempDir, target: &Path) -> Result<()> {
    make_readable(fresh.path())?;
    let parent = target.parent().unwrap_or(target);
    // Holds the old bundle; removed with it when this ends.
    let old = tempfile::Builder::new().prefix(".old-").tempdir_in(parent).writing(parent)?;
    let moved = old.path().join("bundle");
    if target.exists() {
        fs::rename(target, &moved).writing(target)?;
    }
    if let Err(error) = fs::rename(fresh.path(), target) {
        // The old one is better than none; the first failure is the one to tell.
        let _ = fs::rename(&moved, target);
        return Err(error).writing(target);
    }
    // It has moved: there is nothing left to delete.
    let _ = fresh.keep();
    Ok(())
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).writing(path)
}

/// A temporary folder is its maker's alone, a bundle is for everybody.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<()> {
    make_executable(folder)
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(library: &Path) -> Contents<'_> {
        Contents { name: "embed", library, manifest: "{}", typed: &[], blobs: &[], onnxruntime: None }
    }

    #[test]
    fn writes_a_bundle_and_replaces_it() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("built");
        for text in ["first", "second"] {
            fs::write(&library, text).unwrap();
            let bundle = write(&folder.path().join("build"), &contents(&library)).unwrap();
            assert_eq!(fs::read_to_string(bundle.join(library_name("embed"))).unwrap(), text);
            assert!(bundle.join("hotforge.h").is_file() && bundle.join("manifest.json").is_file());
        }
        let left: Vec<_> = fs::read_dir(folder.path().join("build")).unwrap().flatten().collect();
        assert_eq!(left.len(), 1, "only the bundle is left: {left:?}");
    }

    #[test]
    fn leaves_a_folder_alone_that_is_no_bundle() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("embed")).unwrap();
        fs::write(folder.path().join("embed/notes.txt"), "precious").unwrap();
        let error = write(folder.path(), &contents(Path::new("none"))).unwrap_err();
        assert_eq!(error.code(), "HF0903");
        assert!(folder.path().join("embed/notes.txt").is_file());
    }

    #[test]
    fn a_failure_leaves_the_old_bundle() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("built");
        fs::write(&library, "first").unwrap();
        let bundle = write(folder.path(), &contents(&library)).unwrap();
        assert!(write(folder.path(), &contents(Path::new("/nonexistent"))).is_err());
        assert_eq!(fs::read_to_string(bundle.join(library_name("embed"))).unwrap(), "first");
    }
}
