//! Finds the Rust compiler.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};

/// The oldest version that the runtime builds with.
const NEEDED: &str = env!("CARGO_PKG_RUST_VERSION");

/// A Rust compiler that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toolchain {
    /// The compiler itself, not rustup's proxy: a project's `rust-toolchain.toml` must not change it between calls.
    pub rustc: PathBuf,
    /// Its cargo.
    pub cargo: PathBuf,
    /// All that `rustc -vV` says.
    pub version: String,
}

impl Toolchain {
    /// The compiler that `RUSTC` names, else the one on the `PATH`, else rustup's in the home folder.
    ///
    /// # Errors
    /// Where there is none, or it is too old.
    pub fn find() -> Result<Toolchain> {
        let named = locate()?;
        let sysroot = PathBuf::from(ask(&named, &["--print", "sysroot"])?.trim());
        let rustc = program_in(&sysroot.join("bin"), "rustc").unwrap_or(named);
        let version = ask(&rustc, &["-vV"])?;
        let release = field(&version, "release").unwrap_or_default();
        if numbers(release) < numbers(NEEDED) {
            return Err(Error::OldRustc { path: rustc, found: release.to_owned(), needed: NEEDED });
        }
        let cargo = program_in(&sysroot.join("bin"), "cargo").or_else(|| which::which("cargo").ok());
        let cargo = cargo.ok_or_else(|| Error::NoRustc {
            searched: format!("{} has no cargo beside it, and there is none on the PATH", rustc.display()),
        })?;
        Ok(Toolchain { rustc, cargo, version })
    }

    /// The platform it compiles for: `x86_64-unknown-linux-gnu`.
    pub fn host(&self) -> &str {
        field(&self.version, "host").unwrap_or("unknown")
    }
}

fn locate() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("RUSTC").filter(|named| !named.is_empty()) {
        return which::which(&named).map_err(|_| Error::NoRustc {
            searched: format!("RUSTC names {}, which is no program", Path::new(&named).display()),
        });
    }
    let rustup = etcetera::home_dir().ok().and_then(|home| program_in(&home.join(".cargo/bin"), "rustc"));
    which::which("rustc")
        .ok()
        .or(rustup)
        .ok_or_else(|| Error::NoRustc { searched: "there is no rustc on the PATH".into() })
}

fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    path.is_file().then_some(path)
}

fn ask(rustc: &Path, arguments: &[&str]) -> Result<String> {
    // Not in the user's project, whose toolchain file rustup would follow.
    let output = Command::new(rustc).args(arguments).current_dir(std::env::temp_dir()).output();
    match output {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => Err(Error::NoRustc {
            searched: format!("{} does not work: {}", rustc.display(), String::from_utf8_lossy(&output.stderr).trim()),
        }),
        Err(error) => Err(Error::NoRustc { searched: format!("{} does not run: {error}", rustc.display()) }),
    }
}

fn field<'a>(version: &'a str, name: &str) -> Option<&'a str> {
    version.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// The numbers of a version, for comparing: `1.96.0-nightly` → `[1, 96, 0]`.
fn numbers(version: &str) -> Vec<u32> {
    version.split(['.', '-']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(numbers("1.100.0") > numbers("1.95.0"));
        assert!(numbers("1.95.0-nightly") >= numbers("1.95"));
        assert!(numbers("1.9.0") < numbers("1.95"));
    }

    #[test]
    fn reads_the_fields_of_the_version() {
        let version = "rustc 1.95.0\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\nrelease: 1.95.0\n";
        assert_eq!(field(version, "host"), Some("x86_64-unknown-linux-gnu"));
        assert_eq!(field(version, "LLVM version"), None);
    }
}
