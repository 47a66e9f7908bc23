//! The `shanhai` command.

fn main() -> std::process::ExitCode {
    shanhai::cli::run(std::env::args_os()).into()
}
