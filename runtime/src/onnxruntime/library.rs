//! Finds and loads the ONNX Runtime library, once for the process.

use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ort::LoadDynamicError;
use ort::environment::Environment;

use crate::exception::{Fallible, Raised, runtime_error};

/// The environment that sessions are made in. It lives as long as the process.
static ENVIRONMENT: Mutex<Option<Environment>> = Mutex::new(None);

/// Loads the library at the path, unless one is loaded already.
///
/// # Errors
/// `RuntimeError` where there is none, or it is older than needed.
pub fn load(path: &Path) -> Fallible<()> {
    let mut environment = ENVIRONMENT.lock().unwrap_or_else(PoisonError::into_inner);
    if environment.is_none() {
        *environment = Some(open(path).map_err(|problem| problem.raise(path))?);
    }
    Ok(())
}

/// The environment, with the library that is found first: named by `ORT_DYLIB_PATH`, beside the compiled library, or
/// where the system looks.
///
/// # Errors
/// `RuntimeError` where there is none, or the one that is found is older than needed.
pub(super) fn environment() -> Fallible<Environment> {
    let mut environment = ENVIRONMENT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(environment) = &*environment {
        return Ok(environment.clone());
    }
    let found = find()?;
    *environment = Some(found.clone());
    Ok(found)
}

fn find() -> Fallible<Environment> {
    if let Some(path) = std::env::var_os("ORT_DYLIB_PATH").filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        return open(&path).map_err(|problem| problem.raise(&path));
    }
    if let Some(path) = own_folder().and_then(|folder| library_in(&folder)) {
        return open(&path).map_err(|problem| problem.raise(&path));
    }
    let system = PathBuf::from(file_name());
    match open(&system) {
        Ok(environment) => Ok(environment),
        Err(Problem::Missing(_)) => Err(not_found()),
        Err(problem) => Err(problem.raise(&system)),
    }
}

/// Why a library cannot be used.
enum Problem {
    /// It cannot be opened.
    Missing(String),
    /// It is of this version, which is too old.
    Old(String),
    /// It opens, but does not work.
    Broken(String),
}

fn open(path: &Path) -> Result<Environment, Problem> {
    // Asks for the version before anything else: an older library would fail later, or never return.
    let builder = ort::init_from(path).map_err(|error| match error {
        LoadDynamicError::Dlopen { error, .. } => {
            Problem::Missing(error.source().map_or_else(|| error.to_string(), ToString::to_string))
        }
        LoadDynamicError::BadVersion { version_str, .. } => Problem::Old(version_str),
        other => Problem::Broken(other.to_string()),
    })?;
    builder.with_name("hotforge").build().map_err(|error| Problem::Broken(error.to_string()))
}

impl Problem {
    #[cold]
    fn raise(self, path: &Path) -> Raised {
        let (path, needed) = (path.display(), ort::MINOR_VERSION);
        runtime_error(match self {
            Problem::Missing(reason) => format!("the ONNX Runtime library {path} cannot be loaded: {reason}"),
            Problem::Old(version) => format!(
                "the ONNX Runtime library {path} is version {version}, but version 1.{needed} or newer is needed: \
                 `pip install --upgrade onnxruntime` brings one"
            ),
            Problem::Broken(reason) => format!("the ONNX Runtime library {path} does not work: {reason}"),
        })
    }
}

#[cold]
fn not_found() -> Raised {
    runtime_error(format!(
        "the ONNX Runtime library ({}, version 1.{} or newer) was found neither beside the compiled library nor on the \
         system: `pip install onnxruntime` brings one in its folder `onnxruntime/capi`; copy it beside the compiled \
         library, or set ORT_DYLIB_PATH to its path",
        file_name(),
        ort::MINOR_VERSION
    ))
}

/// What the library's file is called on this system.
fn file_name() -> String {
    format!("{}onnxruntime{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}

/// The library in a folder: under its plain name, or with a version in it, the newest of several.
fn library_in(folder: &Path) -> Option<PathBuf> {
    let plain = folder.join(file_name());
    if plain.is_file() {
        return Some(plain);
    }
    let stem = format!("{}onnxruntime.", std::env::consts::DLL_PREFIX);
    let versioned = std::fs::read_dir(folder).ok()?.flatten().filter(|entry| {
        let name = entry.file_name();
        name.to_str().is_some_and(|name| name.starts_with(&stem) && name.contains(std::env::consts::DLL_SUFFIX))
    });
    versioned.map(|entry| entry.path()).max()
}

/// The folder of the library, or program, that this code is part of.
#[cfg(unix)]
fn own_folder() -> Option<PathBuf> {
    use std::ffi::{CStr, OsStr};
    use std::os::unix::ffi::OsStrExt;

    // SAFETY: An all-zero `Dl_info` is valid, and `dladdr` fills it in; the address is that of a function.
    let info = unsafe {
        let mut info: libc::Dl_info = std::mem::zeroed();
        let address = own_folder as fn() -> Option<PathBuf> as *const libc::c_void;
        (libc::dladdr(address, &mut info) != 0 && !info.dli_fname.is_null()).then_some(info)?
    };
    // SAFETY: `dladdr` succeeded, so the name is a C string that lives as long as the library.
    let name = unsafe { CStr::from_ptr(info.dli_fname) };
    let path = std::fs::canonicalize(OsStr::from_bytes(name.to_bytes())).ok()?;
    path.parent().map(Path::to_path_buf)
}

/// The folder of the program.
#[cfg(not(unix))]
fn own_folder() -> Option<PathBuf> {
    std::env::current_exe().ok()?.parent().map(Path::to_path_buf)
}
