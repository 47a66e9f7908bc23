//! `shanhai explain`: what the code of a fault means, or how the verdicts of one indicator came about, with files
//! and lines.

mod code;
mod language;

use super::args::{ExplainArgs, SiteArgs};
use super::report::{Counts, printed};
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Code, Format, Outcome, nearest};
use crate::disk;
use crate::locale::{Locale, lang};
use crate::model::{Indicator, Lang};
use crate::pipeline;
use crate::tree::FileTree;
use crate::view::{self, CrossRefs, ExplainedTarget, Explanation};
use code::ExplainedCode;
use serde::Serialize;
use std::fmt::Write as _;

/// Explains a code, an indicator, or both where an indicator is called like a code.
pub(super) fn run(args: &ExplainArgs, out: &mut Output) -> Exit {
    let (site, word) = (&args.site, args.word.as_str());
    if let Some(exit) = args.lang.as_deref().and_then(|tag| unknown_language(tag, out)) {
        return exit;
    }
    let Some(code) = Code::named(bare(word)) else {
        return match ContentFolder::read(&site.content, out) {
            Ok(content) => indicator(args, content, out),
            Err(exit) => {
                if let Some(near) = nearest(word, codes()) {
                    out.say(&format!("of the codes of faults, \"{near}\" is the nearest"));
                }
                exit
            }
        };
    };
    // A code means the same everywhere: no content is needed, and none has to be without fault.
    let content = disk::is_folder(&site.content).then(|| ContentFolder::read(&site.content, out));
    let Some(Ok(content)) = content else { return code_in(args, code, &FileTree::new(), out) };
    match code_in(args, code, &content.files, out) {
        Exit::Clean if ids(&content.files).any(|id| id == word) => indicator(args, content, out),
        exit => exit,
    }
}

/// A code as it was copied from what `check` says: `error[bad-number]`.
fn bare(word: &str) -> &str {
    let inside = word.split_once('[').and_then(|(_, rest)| rest.strip_suffix(']'));
    inside.unwrap_or(word)
}

fn codes<'a>() -> impl Iterator<Item = &'a str> {
    Code::ALL.iter().map(|code| -> &'a str { code.as_str() })
}

/// The ids of the indicators, by the names of their files: they are known even where nothing can be loaded.
fn ids(files: &FileTree) -> impl Iterator<Item = &str> {
    files.iter().filter_map(|(path, _)| {
        let below = path.strip_prefix("content/indicators/")?.strip_suffix(".yaml")?;
        below.rsplit('/').next()
    })
}

/// Says so if a language is asked for in which nothing is written.
pub(super) fn unknown_language(tag: &str, out: &mut Output) -> Option<Exit> {
    let known = lang::tags(cfg!(feature = "traditional"));
    if known.contains(&tag) {
        return None;
    }
    let message = format!("nothing is written in \"{tag}\"");
    out.error(&message, &format!("the languages are: {}", known.join(", ")));
    Some(Exit::Usage)
}

fn code_in(args: &ExplainArgs, code: Code, files: &FileTree, out: &mut Output) -> Exit {
    let lang = args.lang.as_deref().map_or_else(|| language::of_user(files), Lang::new);
    let Some(locale) = Locale::new(&lang) else { return Exit::Bug };
    let explained = ExplainedCode::new(code, &locale);
    data(&args.site, &explained, &explained.text(), out)
}

/// Writes an explanation in the format that is asked for.
fn data(site: &SiteArgs, explained: &impl Serialize, text: &str, out: &mut Output) -> Exit {
    match site.format.into() {
        Format::Json => match serde_json::to_string_pretty(explained) {
            Ok(json) => out.data(&format!("{json}\n")),
            Err(_) => return Exit::Bug,
        },
        Format::Text | Format::Github => out.data(text),
    }
    Exit::Clean
}

fn indicator(args: &ExplainArgs, content: ContentFolder, out: &mut Output) -> Exit {
    let (site, word) = (&args.site, args.word.as_str());
    let ContentFolder { files, found, .. } = content;
    let checked = pipeline::judge(&files, site.as_of);
    // What was renamed is found by the id that it had before, too.
    let renamed = checked.judged.as_ref().and_then(|(report, _)| {
        let was = |one: &Indicator| one.aliases.iter().any(|old| old.id.as_str() == word);
        report.indicators.values().find(|one| was(one)).map(|one| one.id.to_string())
    });
    if renamed.is_none() && !ids(&files).any(|id| id == word) {
        let hint = nearest(word, ids(&files).chain(codes())).map_or_else(
            || {
                "an indicator is named by its file, without folder and ending; a code stands in brackets behind \
                 \"error\" or \"warning\""
                    .to_owned()
            },
            |near| format!("did you mean \"{near}\"?"),
        );
        out.error(&format!("there is no indicator and no code \"{word}\""), &hint);
        return Exit::Usage;
    }
    let word = renamed.as_deref().unwrap_or(word);
    let Some((report, evaluation)) = checked.judged else {
        let all = found.into_iter().chain(checked.diagnostics).collect();
        let found = Outcome::<()>::judged(None, all).diagnostics;
        let counts = Counts::of(&found);
        out.words(&printed(found, &files, &site.content, site.format.into(), out.words_colour()));
        out.say(&format!("{}; no verdict can be explained before they are mended", counts.words()));
        return Exit::Faults;
    };
    let lang = args.lang.as_deref().map_or_else(|| report.site.language(), Lang::new);
    let locale = Locale::of(&report.site, &lang);
    let explained =
        locale.and_then(|locale| view::explain(&CrossRefs::new(&report, &evaluation), &locale, word));
    match explained {
        Some(explained) => data(site, &explained, &text(&explained), out),
        None => Exit::Bug,
    }
}

/// The explanation as text: the figures first, then each target with its argument.
pub(super) fn text(explained: &Explanation) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n  {}", explained.headline, explained.place);
    for figure in &explained.figures {
        let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".to_owned());
        let _ = writeln!(
            out,
            "\n• {} [{}, {}] ({})\n  {}\n  {}",
            figure.words,
            end(&figure.low),
            end(&figure.high),
            figure.used_for.join(", "),
            figure.source,
            figure.place
        );
    }
    for target in &explained.targets {
        target_text(&mut out, target);
    }
    out
}

fn target_text(out: &mut String, target: &ExplainedTarget) {
    let indent = if target.member { "    " } else { "" };
    let _ = writeln!(out, "\n{indent}{}  {}", target.target, target.asked);
    let _ = writeln!(out, "{indent}  → {} ({})", target.verdict, target.status);
    for reason in &target.reasons {
        let _ = writeln!(out, "{indent}  - {reason}");
    }
    if let Some(settled) = &target.settled_by {
        let _ = writeln!(out, "{indent}  ? {settled}");
    }
    let _ = writeln!(out, "{indent}  {}", target.place);
}
