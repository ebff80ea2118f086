//! `hotforge-lsp`: the language server over stdin and stdout, or over TCP. `hotforge lsp` starts it.

use std::process::ExitCode;

const USAGE: &str = "\
hotforge-lsp [--stdio | --tcp PORT]

  --stdio      speak over stdin and stdout (the default)
  --tcp PORT   wait for one client on 127.0.0.1:PORT; 0 takes any free port and prints it
  --version    print the version";

fn main() -> ExitCode {
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

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
