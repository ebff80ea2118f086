//! Finds the ONNX Runtime library that a bundle takes along.

use std::ffi::{CStr, c_char};
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, OnPath, Result};

/// The runtime is built for this version of ONNX Runtime's API: the feature `api-24` of its crate `ort`.
const NEEDED: u32 = 24;

/// A library that was found, of a version that serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onnxruntime {
    path: PathBuf,
}

impl Onnxruntime {
    /// The library that is named, or that `ORT_DYLIB_PATH` names, or of the Python interpreter's wheel, or of npm's
    /// `onnxruntime-node` in a folder above, or of the system.
    ///
    /// # Errors
    /// Where there is none, or the first one found is too old.
    pub fn find(named: Option<&Path>, python: Option<&Path>) -> Result<Onnxruntime> {
        if let Some(named) = named {
            named.metadata().reading(named)?;
            return checked(named.to_owned());
        }
        let places = places(python);
        match places.iter().find_map(|place| library_at(place)) {
            Some(path) => checked(path),
            None => {
                Err(Error::NoOnnxruntime { searched: places.iter().map(|place| place.display().to_string()).collect() })
            }
        }
    }

    /// Puts the library into a bundle's folder, under the name that compiled libraries look for.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn place(&self, folder: &Path) -> Result<()> {
        let target = folder.join(file_name());
        let source = self.path.canonicalize().reading(&self.path)?;
        if fs::hard_link(&source, &target).is_ok() {
            return Ok(());
        }
        fs::copy(&source, &target).map(drop).writing(&target)
    }
}

/// `libonnxruntime.so`, or what it is called on this system.
fn file_name() -> String {
    super::library_name("onnxruntime")
}

/// Where to look, in order: files, or folders that hold one.
fn places(python: Option<&Path>) -> Vec<PathBuf> {
    let named = std::env::var_os("ORT_DYLIB_PATH").filter(|path| !path.is_empty()).map(PathBuf::from);
    let wheels = python.into_iter().flat_map(wheels);
    let packages = std::env::current_dir().ok().into_iter().flat_map(|here| {
        let in_folder = |folder: &Path| folder.join("node_modules/onnxruntime-node/bin/napi-v6").join(node_platform());
        here.ancestors().map(in_folder).filter(|path| path.is_dir()).collect::<Vec<_>>()
    });
    let system =
        if cfg!(windows) { Vec::new() } else { vec!["/usr/local/lib", "/usr/lib", "/usr/lib64", "/opt/homebrew/lib"] };
    let multiarch = PathBuf::from(format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH));
    let system = system.into_iter().map(PathBuf::from).chain(cfg!(target_os = "linux").then_some(multiarch));
    named.into_iter().chain(wheels).chain(packages).chain(system).collect()
}

/// The folders of the wheel `onnxruntime` that the interpreter would import from.
fn wheels(python: &Path) -> Vec<PathBuf> {
    let script = "import sys; print('\\n'.join(sys.path))";
    let output = std::process::Command::new(python).args(["-c", script]).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let is_packages = |line: &&str| line.ends_with("-packages");
    text.lines().filter(is_packages).map(|line| Path::new(line).join("onnxruntime/capi")).collect()
}

fn node_platform() -> String {
    let system = if cfg!(windows) {
        "win32"
    } else if cfg!(target_os = "macos") {
        "darwin"
    } else {
        "linux"
    };
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    format!("{system}/{machine}")
}

/// The library at a place: the file itself, or in a folder under its plain name or with a version in it.
fn library_at(place: &Path) -> Option<PathBuf> {
    if place.is_file() {
        return Some(place.to_owned());
    }
    let plain = place.join(file_name());
    if plain.is_file() {
        return Some(plain);
    }
    let stem = format!("{}onnxruntime.", std::env::consts::DLL_PREFIX);
    let versioned = fs::read_dir(place).ok()?.flatten().filter(|entry| {
        let name = entry.file_name();
        name.to_str().is_some_and(|name| name.starts_with(&stem) && name.contains(std::env::consts::DLL_SUFFIX))
    });
    versioned.map(|entry| entry.path()).max()
}

fn checked(path: PathBuf) -> Result<Onnxruntime> {
    let found = version_in_name(&path).or_else(|| version_in_library(&path)).unwrap_or_else(|| "unknown".into());
    let minor = found.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    if found.starts_with("1.") && minor.is_some_and(|minor| minor >= NEEDED) {
        return Ok(Onnxruntime { path });
    }
    Err(Error::OldOnnxruntime { path, found, needed: format!("1.{NEEDED}") })
}

/// `1.32.0` of `libonnxruntime.so.1.32.0`, also behind a link.
fn version_in_name(path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    let name = path.file_name()?.to_str()?;
    let (_, rest) = name.split_once("onnxruntime.")?;
    let version: Vec<_> = rest.split('.').filter(|part| part.parse::<u32>().is_ok()).collect();
    (version.len() >= 2).then(|| version.join("."))
}

/// The head of `OrtApiBase` of onnxruntime's C API.
#[repr(C)]
struct ApiBase {
    get_api: unsafe extern "C" fn(u32) -> *const std::ffi::c_void,
    get_version: unsafe extern "C" fn() -> *const c_char,
}

/// What the library itself says.
fn version_in_library(path: &Path) -> Option<String> {
    // SAFETY: Loads a library that the compiled predictor would load as well. `OrtGetApiBase` and the head of what it
    // returns have been the same in every version; the version is a text that lives as long as the library.
    unsafe {
        let library = libloading::Library::new(path).ok()?;
        let base = library.get::<unsafe extern "C" fn() -> *const ApiBase>(b"OrtGetApiBase\0").ok()?;
        let base = base().as_ref()?;
        CStr::from_ptr((base.get_version)()).to_str().ok().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_library_is_refused_with_both_versions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("libonnxruntime.so.1.20.1");
        fs::write(&path, "").unwrap();
        let error = Onnxruntime::find(Some(&path), None).unwrap_err();
        assert_eq!(error.code(), "HF0931");
        assert!(error.to_string().contains("is version 1.20.1; version 1.24 or newer is needed"), "{error}");
    }

    #[test]
    fn the_version_is_in_the_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("libonnxruntime.so.1.32.0");
        fs::write(&path, "").unwrap();
        assert_eq!(version_in_name(&path).as_deref(), Some("1.32.0"));
        assert_eq!(library_at(folder.path()), cfg!(target_os = "linux").then_some(path));
    }
}
