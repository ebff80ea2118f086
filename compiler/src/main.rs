//! The `hotforge` command.

fn main() -> std::process::ExitCode {
    hotforge_compiler::cli::main()
}
