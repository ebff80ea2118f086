//! The files beside a compiled library.

use std::path::{Path, PathBuf};

use crate::exception::{Exception, Fallible};

/// The content of the file of that name beside the library.
///
/// # Errors
/// `FileNotFoundError` where it cannot be read: the files of a bundle belong together.
pub fn read(name: &str) -> Fallible<Vec<u8>> {
    let path = folder().unwrap_or_default().join(name);
    std::fs::read(&path).map_err(|error| {
        let path = path.display();
        Exception::new("FileNotFoundError", format!("the compiled library needs the file {path} beside it: {error}"))
    })
}

/// The folder of the library, or program, that this code is part of.
#[cfg(unix)]
pub(crate) fn folder() -> Option<PathBuf> {
    use std::ffi::{CStr, OsStr};
    use std::os::unix::ffi::OsStrExt;

    let address = folder as fn() -> Option<PathBuf> as *const libc::c_void;
    // SAFETY: an all-zero `Dl_info` is valid, and `dladdr` fills it in; the address is that of a function.
    let info = unsafe {
        let mut info: libc::Dl_info = std::mem::zeroed();
        (libc::dladdr(address, &mut info) != 0 && !info.dli_fname.is_null()).then_some(info)?
    };
    // SAFETY: `dladdr` succeeded, so the name is a C string that lives as long as the library.
    let name = unsafe { CStr::from_ptr(info.dli_fname) };
    let path = std::fs::canonicalize(OsStr::from_bytes(name.to_bytes())).ok()?;
    path.parent().map(Path::to_path_buf)
}

/// The folder of the program.
#[cfg(not(unix))]
pub(crate) fn folder() -> Option<PathBuf> {
    std::env::current_exe().ok()?.parent().map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_missing_file_is_named() {
        let error = super::read("no-such-model.onnx").unwrap_err();
        assert_eq!(error.class, "FileNotFoundError");
        assert!(error.message.contains("no-such-model.onnx"), "{error}");
    }

    #[test]
    fn the_folder_holds_the_program() {
        let program = std::env::current_exe().unwrap();
        assert_eq!(super::folder().as_deref(), program.canonicalize().unwrap().parent());
    }
}
