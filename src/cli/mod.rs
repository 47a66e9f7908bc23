//! The command line: arguments in, an [`Exit`] code out; one file per command.
//!
//! What is on stdout is data and nothing else (the diagnostics that `check` was asked for, the
//! explanation of a verdict, a completion script); everything said to the person is on stderr.

mod args;
mod brief;
mod bug;
mod build;
mod changes;
mod check;
mod completions;
mod exit;
mod explain;
mod export;
mod fonts;
mod import;
mod init;
mod limits;
mod output;
mod progress;
mod rename;
mod report;
mod request;
mod request_args;
mod schema;
mod serve;
mod site;
mod starter;

pub use args::{Args, CheckArgs, Command, ExplainArgs, SiteArgs};
pub use exit::Exit;
pub use output::Output;
pub use site::ContentFolder;
#[cfg(test)]
pub(crate) use starter::FILES as STARTER;

use clap::Parser as _;
use std::ffi::OsString;

/// Runs the command that the arguments name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Exit {
    bug::caught(|| match Args::try_parse_from(args) {
        Ok(args) => {
            let out = &mut Output::standard();
            limits::ready(out).map_or_else(|exit| exit, |()| dispatch(&args.command, out))
        }
        Err(error) => {
            // Help and version come this way too. A closed pipe is no reason to complain.
            let _ = error.print();
            if error.use_stderr() { Exit::Usage } else { Exit::Clean }
        }
    })
}

fn dispatch(command: &Command, out: &mut Output) -> Exit {
    match command {
        Command::Init(args) => init::run(args, out),
        Command::Check(args) => check::run(args, out),
        Command::Build(args) => build::run(args, out),
        Command::Brief(args) => brief::run(args, out),
        Command::Serve(args) => serve::run(args, out),
        Command::Explain(args) => explain::run(args, out),
        Command::Rename(args) => rename::run(args, out),
        Command::Changes(args) => changes::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Request(args) => request::run(args, out),
        Command::Import(args) => import::run(args, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Fonts => fonts::run(out),
        Command::Completions(args) => completions::run(args, out),
    }
}
