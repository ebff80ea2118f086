//! A real VS Code workbench for tests: code-server from npm and Chromium from the system's packages.
//!
//! code-server's own install step fetches binaries from elsewhere; here its native modules are built, and what it would
//! fetch is linked to the system's.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

/// code-server (the newest for Node 20, which is VS Code 1.100), what drives the browser, and what makes screenshots small.
const PROGRAMS: &[&str] = &["code-server@4.100.3", "playwright-core@1.52.0", "sharp@0.35.5"];
/// The modules of VS Code that are written in C++.
const NATIVE: &[&str] = &["@parcel/watcher", "@vscode/spdlog", "kerberos", "native-watchdog", "node-pty"];
/// The packages of Debian and Ubuntu that the above needs.
const PACKAGES: &[&str] = &["chromium", "ripgrep", "libkrb5-dev", "libsecret-1-dev", "libxkbfile-dev"];

/// The programs that a test in a workbench needs.
pub struct Workbench {
    /// The folder of the package `code-server`; the others can be imported from it.
    pub code_server: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
}

/// Sets the workbench up in the user's cache folder, where it is not there already.
pub fn set_up(shell: &Shell) -> Result<Workbench> {
    install_packages(shell, PACKAGES)?;
    let chromium = chromium(shell)?;
    let folder = cache(shell)?.join("code-server");
    let code_server = folder.join("node_modules/code-server");
    let (stamp, programs) = (folder.join("installed.txt"), PROGRAMS.join("\n"));
    if shell.read_file(&stamp).is_ok_and(|installed| installed == programs) {
        return Ok(Workbench { code_server, chromium });
    }
    println!("setup: installing {} in {}", PROGRAMS.join(", "), folder.display());
    install_code_server(shell, &folder, &code_server)?;
    shell.write_file(stamp, programs)?;
    Ok(Workbench { code_server, chromium })
}

/// The browser, installed where the system has a package of it.
pub fn chromium(shell: &Shell) -> Result<PathBuf> {
    let found = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(|name| find(shell, name));
    if found().is_none() {
        install_packages(shell, &["chromium"])?;
    }
    found().context("no Chromium on PATH: install one from your system's packages")
}

/// Where tools are kept between checkouts.
fn cache(shell: &Shell) -> Result<PathBuf> {
    let folder = shell.var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let home = || shell.var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    Ok(folder.or_else(home).context("neither HOME nor XDG_CACHE_HOME is set")?.join("hotforge-xtask"))
}

fn find(shell: &Shell, program: &str) -> Option<PathBuf> {
    let path = shell.var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Installs what is missing of the packages, where the system is one that has them.
fn install_packages(shell: &Shell, packages: &[&str]) -> Result<()> {
    if find(shell, "dpkg").is_none() {
        return Ok(());
    }
    let is_missing =
        |name: &&str| cmd!(shell, "dpkg --status {name}").quiet().ignore_stdout().ignore_stderr().run().is_err();
    let missing: Vec<&str> = packages.iter().copied().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("setup: installing {}", missing.join(", "));
    let is_root = cmd!(shell, "id -u").quiet().read()? == "0";
    let (program, before): (_, &[&str]) =
        if is_root { ("apt-get", &[]) } else { ("sudo", &["--non-interactive", "apt-get"]) };
    let apt = |arguments: &[&str]| {
        let words = [before, &["--quiet", "--yes"], arguments].concat();
        cmd!(shell, "{program} {words...}").quiet().ignore_stdout().run()
    };
    // The lists may be fresh enough where they cannot be fetched.
    let _ = apt(&["update"]);
    if apt(&[&["install"], &missing[..]].concat()).is_err() {
        bail!("{} could not be installed: install them, then run this again", missing.join(", "));
    }
    Ok(())
}

fn install_code_server(shell: &Shell, folder: &Path, code_server: &Path) -> Result<()> {
    shell.remove_path(folder)?;
    shell.create_dir(folder)?;
    let _settings = [shell.push_env("npm_config_yes", "true"), shell.push_env("npm_config_unsafe_perm", "true")];
    let npm = |folder: &Path, arguments: &[&str]| -> Result<()> {
        let _folder = shell.push_dir(folder);
        cmd!(shell, "npm {arguments...} --loglevel=error").quiet().ignore_stdout().run()?;
        Ok(())
    };
    shell.write_file(folder.join("package.json"), "{\"private\": true}")?;
    npm(folder, &[&["install", "--ignore-scripts", "--omit=dev"], PROGRAMS].concat())?;
    npm(folder, &["rebuild", "--build-from-source", "argon2"])?;
    let vscode = code_server.join("lib/vscode");
    npm(&vscode, &["install", "--ignore-scripts", "--omit=dev"])?;
    npm(&vscode, &[&["rebuild"], NATIVE].concat())?;
    npm(&vscode.join("extensions"), &["install", "--ignore-scripts", "--omit=dev"])?;
    let ripgrep = find(shell, "rg").context("no rg on PATH: install ripgrep from your system's packages")?;
    link(shell, &ripgrep, &vscode.join("node_modules/@vscode/ripgrep/bin/rg"))?;
    link(shell, Path::new("node_modules"), &vscode.join("node_modules.asar"))?;
    link(shell, Path::new("code-linux.sh"), &vscode.join("bin/remote-cli/code-server"))?;
    link(shell, Path::new("browser-linux.sh"), &vscode.join("bin/helpers/browser.sh"))
}

fn link(shell: &Shell, target: &Path, link: &Path) -> Result<()> {
    shell.create_dir(link.parent().unwrap_or(link))?;
    cmd!(shell, "ln -sfn {target} {link}").quiet().run()?;
    Ok(())
}
