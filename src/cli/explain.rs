//! `shanhai explain`: how the verdicts of one indicator came about, with files and lines.

use super::args::ExplainArgs;
use super::report::{Counts, printed};
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Format, Outcome, nearest};
use crate::locale::Locale;
use crate::pipeline;
use crate::view::{self, CrossRefs, ExplainedTarget, Explanation};
use std::fmt::Write as _;

/// Explains an indicator.
pub(super) fn run(args: &ExplainArgs, out: &mut Output) -> Exit {
    let site = &args.site;
    let ContentFolder { files, found } = match ContentFolder::read(&site.content, out) {
        Ok(sources) => sources,
        Err(exit) => return exit,
    };
    let checked = pipeline::judge(&files, site.as_of);
    let Some((report, evaluation)) = checked.judged else {
        let all = found.into_iter().chain(checked.diagnostics).collect();
        let found = Outcome::<()>::judged(None, all).diagnostics;
        let counts = Counts::of(&found);
        out.words(&printed(found, &files, &site.content, site.format.into(), out.words_colour()));
        out.say(&format!("{}; nothing can be explained before they are mended", counts.words()));
        return Exit::Faults;
    };
    let locale = Locale::of(&report.site, &report.site.language());
    let explained = locale
        .and_then(|locale| view::explain(&CrossRefs::new(&report, &evaluation), &locale, &args.indicator));
    let Some(explained) = explained else {
        let known = report.indicators.keys().map(crate::model::IndicatorId::as_str);
        let hint = nearest(&args.indicator, known).map_or_else(
            || "an indicator is named by its file, without folder and ending".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        out.error(&format!("there is no indicator \"{}\"", args.indicator), &hint);
        return Exit::Usage;
    };
    match site.format.into() {
        Format::Json => match serde_json::to_string_pretty(&explained) {
            Ok(json) => out.data(&format!("{json}\n")),
            Err(_) => return Exit::Bug,
        },
        Format::Text | Format::Github => out.data(&text(&explained)),
    }
    Exit::Clean
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
