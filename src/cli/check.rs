//! `shanhai check`: every fault in the content, and nothing written.

use super::args::CheckArgs;
use super::progress::Progress;
use super::report::{Counts, joined, printed};
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Format, Outcome};
use crate::pipeline;

/// Checks the content. What was found is the data of this command: it goes to stdout in every format.
pub(super) fn run(args: &CheckArgs, out: &mut Output) -> Exit {
    let site = &args.site;
    let progress = Progress::start("checking", out);
    let ContentFolder { files, found, note } = match ContentFolder::read(&site.content, out) {
        Ok(sources) => sources,
        Err(exit) => return exit,
    };
    let checked = pipeline::check(&files, site.as_of);
    drop(progress);
    let found = Outcome::<()>::judged(None, joined(found, checked.diagnostics)).diagnostics;
    let counts = Counts::of(&found);
    let first = found.first().map(|found| found.code);
    let text = printed(found, &files, &site.content, site.format.into(), out.data_colour());
    out.data(&text);
    if let Some(note) = note {
        out.say(&note);
    }
    out.say(&format!("checked {}: {}", site.content.display(), counts.words()));
    if let (Some(code), Format::Text) = (first, site.format.into()) {
        out.say(&format!("more on a fault: shanhai explain {}", code.as_str()));
    }
    if counts.stop(args.strict) { Exit::Faults } else { Exit::Clean }
}
