//! `shanhai request`: which units have answered; and what the commands about requests have in common.

use super::explain::unknown_language;
use super::report::{Counts, printed};
use super::request_args::RequestArgs;
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Format, Outcome, nearest};
use crate::evaluate::Evaluation;
use crate::locale::Locale;
use crate::model::{Lang, Report, Request, RequestId};
use crate::pipeline;
use crate::requests::{self, Progress};
use crate::tree::FileTree;
use std::path::Path;

/// The content with its requests, loaded and judged.
pub(super) struct Asking {
    pub files: FileTree,
    pub report: Report,
    pub evaluation: Evaluation,
    /// Sources that requests name and nobody has written yet, with what they could be: they stand in `files`.
    pub proposed: Vec<(String, String)>,
}

impl Asking {
    /// Reads the content, which must have no error.
    pub(super) fn read(content: &Path, out: &mut Output) -> Result<Self, Exit> {
        let ContentFolder { mut files, found, note } = ContentFolder::read(content, out)?;
        if let Some(note) = note {
            out.say(&note);
        }
        let proposed = pipeline::propose_sources(&mut files);
        let checked = pipeline::judge(&files, None);
        let Some((report, evaluation)) = checked.judged.filter(|_| found.is_empty()) else {
            let all = found.into_iter().chain(checked.diagnostics).collect();
            let found = Outcome::<()>::judged(None, all).diagnostics;
            let counts = Counts::of(&found);
            out.words(&printed(found, &files, content, Format::Text, out.words_colour()));
            out.error(
                &format!("the content has faults: {}", counts.words()),
                "mend them first; \"shanhai check\" names them",
            );
            return Err(Exit::Faults);
        };
        Ok(Self { files, report, evaluation, proposed })
    }

    /// The request of an id.
    pub(super) fn request(&self, id: &str, out: &mut Output) -> Result<&Request, Exit> {
        let found = RequestId::new(id).ok().and_then(|id| self.report.requests.get(&id));
        found.ok_or_else(|| {
            let ids = || self.report.requests.keys().map(RequestId::as_str);
            let hint = match (nearest(id, ids()), ids().next()) {
                (Some(near), _) => format!("did you mean \"{near}\"?"),
                (None, Some(_)) => format!("the requests are: {}", ids().collect::<Vec<_>>().join(", ")),
                (None, None) => "write it in requests/ of the content; docs/exchange.md shows how".to_owned(),
            };
            out.error(&format!("there is no request \"{id}\""), &hint);
            Exit::Usage
        })
    }

    /// The language that is asked for, else the site's first.
    pub(super) fn locale(&self, lang: Option<&str>, out: &mut Output) -> Result<Locale, Exit> {
        if let Some(exit) = lang.and_then(|tag| unknown_language(tag, out)) {
            return Err(exit);
        }
        let lang = lang.map_or_else(|| self.report.site.language(), Lang::new);
        Locale::of(&self.report.site, &lang).map(|locale| locale.unmarked()).ok_or(Exit::Bug)
    }
}

/// Says who has answered. That is the data of this command.
pub(super) fn run(args: &RequestArgs, out: &mut Output) -> Exit {
    told(args, out).unwrap_or_else(|exit| exit)
}

fn told(args: &RequestArgs, out: &mut Output) -> Result<Exit, Exit> {
    let asking = Asking::read(&args.content, out)?;
    let request = asking.request(&args.request, out)?;
    let locale = asking.locale(args.lang.as_deref(), out)?;
    let layout = requests::layout(&asking.report, request, &locale);
    let returns =
        asking.files.text(&format!("content/requests/{}.returns.csv", request.id)).unwrap_or_default();
    let all = requests::progress(&asking.report, request, &layout, &requests::parse_returns(returns));
    for one in &all {
        let word = status(one, &locale);
        let mut line = format!("{}\t{}\t{word}", one.unit, one.title);
        if one.filled > 0 && !one.missing.is_empty() {
            let rows = locale.list(&one.missing);
            line = format!("{line}\t{}", locale.say("form-status-missing", &[("rows", &rows)]));
        }
        out.data(&format!("{line}\n"));
    }
    let done = all.iter().filter(|one| one.filled == one.asked).count();
    let none = all.iter().filter(|one| one.filled == 0).count();
    let fill = [
        ("all", &*all.len().to_string()),
        ("done", &done.to_string()),
        ("part", &(all.len() - done - none).to_string()),
        ("none", &none.to_string()),
        ("due", &locale.day(request.due)),
    ];
    out.say(&locale.say("form-status-sum", &fill));
    Ok(Exit::Clean)
}

fn status(one: &Progress, locale: &Locale) -> String {
    match one.filled {
        0 => locale.word("form-status-none"),
        filled if filled == one.asked => locale.word("form-status-all"),
        filled => {
            let fill = [("filled", &*filled.to_string()), ("asked", &one.asked.to_string())];
            locale.say("form-status-part", &fill)
        }
    }
}
