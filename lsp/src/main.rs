//! `hotforge-lsp`: the language server over stdin and stdout, or over TCP. `hotforge lsp` starts it.

use std::process::ExitCode;

/// An analysis is many small values: made, moved about and dropped at each key.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
hotforge-lsp [--stdio | --tcp PORT]

  --stdio      speak over stdin and stdout (the default)
  --tcp PORT   wait for one client on 127.0.0.1:PORT; 0 takes any free port and prints it
  --version    print the version";

fn main() -> ExitCode {
    keep_pages_small();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let served = match words[..] {
        [] | ["--stdio"] => hotforge_lsp::serve_stdio(),
        ["--version"] => {
            println!("hotforge-lsp {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        ["--tcp", port] => match port.parse() {
            Ok(port) => hotforge_lsp::serve_tcp(port),
            Err(_) => return usage(),
        },
        _ => return usage(),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hotforge-lsp: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Has the system give memory by small pages. An editor runs a server all day and memory is what its users complain of;
/// by pages of 2 MB, each of which is held whole for the little that is in use, the server takes two to three times as much.
#[cfg(target_os = "linux")]
fn keep_pages_small() {
    // A kernel that knows no large pages has none to give.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

#[cfg(not(target_os = "linux"))]
fn keep_pages_small() {}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
