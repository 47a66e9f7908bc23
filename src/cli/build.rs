//! `shanhai build`: the content checked, the site made in memory and then written.

use super::args::BuildArgs;
use super::progress::Progress;
use super::report::{Counts, joined, printed};
use super::site::{THEMES, theme};
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Outcome, plural};
use crate::disk::{self, PublishError, Published};
use crate::pipeline::{self, Built};
use crate::tree::FileTree;
use crate::view::Route;
use std::path::PathBuf;
use std::time::Instant;

/// Builds the site.
pub(super) fn run(args: &BuildArgs, out: &mut Output) -> Exit {
    build(args, out).unwrap_or_else(|exit| exit)
}

fn build(args: &BuildArgs, out: &mut Output) -> Result<Exit, Exit> {
    let began = Instant::now();
    let site = &args.site;
    let guarded: Vec<PathBuf> = vec![site.content.clone(), PathBuf::from(THEMES)];
    // A folder that is never written to is refused before any work is done for it.
    disk::refuse(&args.output, &guarded).map_err(|error| failed(&error, out))?;
    let progress = Progress::start("reading", out);
    let ContentFolder { files, mut found, note } = ContentFolder::read(&site.content, out)?;
    let (theme, in_theme, _) = theme(args.theme.as_deref(), out)?;
    found.extend(in_theme);
    let earlier =
        if args.fresh { FileTree::new() } else { disk::last_site(&args.output, &guarded, Route::is_kept) };
    progress.next("building");
    let Outcome { value, diagnostics } = pipeline::build(&files, &theme, &earlier, site.as_of);
    let Outcome { value, diagnostics: found } = Outcome::judged(value, joined(found, diagnostics));
    let counts = Counts::of(&found);
    progress.next("writing");
    let written = match value {
        Some(built) if !counts.stop(args.strict) => {
            Some(disk::publish(&built.files, &args.output, &guarded).map(|done| (built, done)))
        }
        _ => None,
    };
    drop(progress);
    let mut sources = files;
    for (path, bytes) in theme.iter() {
        // A theme's files never stand below content/, so no path is taken.
        let _ = sources.add(path, bytes.clone());
    }
    let text = printed(found, &sources, &site.content, site.format.into(), out.words_colour());
    out.words(&text);
    if let Some(note) = note {
        out.say(&note);
    }
    match written {
        None => {
            out.say(&format!("{}; nothing was written", counts.words()));
            Ok(Exit::Faults)
        }
        Some(Err(error)) => Err(failed(&error, out)),
        Some(Ok((built, done))) => {
            let seconds = began.elapsed().as_secs_f64();
            out.say(&summary(&built, done, counts, seconds, &args.output.display().to_string()));
            Ok(Exit::Clean)
        }
    }
}

fn failed(error: &PublishError, out: &mut Output) -> Exit {
    out.error(&error.to_string(), error.hint());
    match error {
        PublishError::Refused { .. } | PublishError::InTheWay(_) => Exit::Usage,
        PublishError::BadPath(_) => Exit::Bug,
        PublishError::Busy(_) | PublishError::Halfway { .. } | PublishError::Io { .. } => Exit::Io,
    }
}

/// A number of things: 1 page, 12 pages.
fn of(count: usize, thing: &str) -> String {
    format!("{count} {}", plural(count, thing))
}

fn summary(built: &Built, done: Published, counts: Counts, seconds: f64, output: &str) -> String {
    let mut parts = vec![format!("{}, {}", of(built.pages, "page"), of(built.indicators, "indicator"))];
    let verdicts: Vec<String> = built
        .verdicts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{count} {status}"))
        .collect();
    if !verdicts.is_empty() {
        parts.push(format!("verdicts: {}", verdicts.join(", ")));
    }
    if counts.warnings > 0 {
        parts.push(counts.words());
    }
    let Published { written, unchanged, deleted } = done;
    let changed = if written + deleted == 0 {
        format!("nothing changed ({})", of(unchanged, "file"))
    } else {
        format!("{} written, {unchanged} unchanged, {deleted} deleted", of(written, "file"))
    };
    format!("{}\n{changed} in {output} after {seconds:.1} s", parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_was_done() {
        let built = Built {
            files: FileTree::new(),
            pages: 12,
            indicators: 3,
            verdicts: vec![("met", 2), ("missed", 0), ("not_comparable", 1)],
        };
        let done = Published { written: 4, unchanged: 9, deleted: 1 };
        let counts = Counts { errors: 0, warnings: 1 };
        assert_eq!((of(1, "indicator"), of(0, "page")), ("1 indicator".into(), "0 pages".into()));
        assert_eq!(
            summary(&built, done, counts, 0.25, "output"),
            "12 pages, 3 indicators; verdicts: 2 met, 1 not_comparable; 1 warning\n\
             4 files written, 9 unchanged, 1 deleted in output after 0.2 s"
        );
    }
}
