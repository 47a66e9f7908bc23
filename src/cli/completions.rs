//! `shanhai completions`: a completion script for a shell (bash, zsh, fish …), on stdout.

use super::args::{Args, CompletionsArgs};
use super::{Exit, Output};
use clap::CommandFactory as _;

/// Writes the script.
pub(super) fn run(args: &CompletionsArgs, out: &mut Output) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "shanhai", &mut script);
    out.data(&String::from_utf8_lossy(&script));
    Exit::Clean
}
