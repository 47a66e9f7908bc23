//! `briefs/<id>.md`: front matter, text, and what each of its references leads to.

use super::bindings::World;
use super::cursor::{Cursor, Faults};
use super::raw::{RawBrief, RawText};
use super::texts::TextFile;
use super::values;
use super::written::WrittenFiles;
use crate::diagnostic::Code;
use crate::model::{Brief, BriefId, Marks, Recipients};
use std::collections::BTreeMap;

/// Binds the briefs to the report.
pub(super) fn resolve(
    files: &[WrittenFiles<RawBrief>],
    world: &World<'_>,
    faults: &mut Faults,
) -> BTreeMap<BriefId, Brief> {
    let briefs = files.iter().filter_map(|file| brief(file, world, faults));
    briefs.map(|brief| (brief.id.clone(), brief)).collect()
}

fn brief(files: &WrittenFiles<RawBrief>, world: &World<'_>, faults: &mut Faults) -> Option<Brief> {
    let stem = &files.stem;
    let written = files.resolve(world, faults, |file, faults| only_in_main(file, stem, faults))?;
    let (raw, spot) = (&written.main.raw, Cursor::root(&written.main.document));
    let published = raw.publish.unwrap_or(raw.secrecy.is_none());
    if let Some(mark) = raw.secrecy.as_ref().filter(|_| published) {
        secret(mark, &spot, faults);
    }
    let mut text =
        |raw: &Option<RawText>, key: &str| world.languages.maybe(raw.as_ref(), &spot.key(key), faults);
    let (masthead, issuer) = (text(&raw.masthead, "masthead"), text(&raw.issuer, "issuer"));
    let (secrecy, urgency) = (text(&raw.secrecy, "secrecy"), text(&raw.urgency, "urgency"));
    let contributor = text(&raw.contributor, "contributor");
    let (reviewer, editor) = (text(&raw.reviewer, "reviewer"), text(&raw.editor, "editor"));
    let mut list = |raw: &[RawText], key: &str| {
        let at = spot.key(key);
        raw.iter()
            .enumerate()
            .map(|(index, one)| world.languages.text(one, &at.item(index), faults))
            .collect()
    };
    let recipients = Recipients {
        report: list(&raw.report_to, "report_to"),
        send: list(&raw.send_to, "send_to"),
        issue: list(&raw.issue_to, "issue_to"),
    };
    let date = match &raw.date {
        Some(day) => Some(values::day(day, &spot.key("date"), faults)?),
        None => None,
    };
    Some(Brief {
        id: values::id(stem, BriefId::new, &spot, faults)?,
        published,
        title: written.title,
        summary: written.summary,
        masthead,
        issue: raw.issue,
        running: raw.running,
        issuer,
        date,
        marks: Marks { secrecy, urgency, copy: raw.copy.clone() },
        contributor,
        recipients,
        reviewer,
        editor,
        copies: raw.copies,
        texts: written.texts,
        origin: spot.origin(),
    })
}

/// Reports what a file in a further language says and only the first may.
fn only_in_main(file: &TextFile<RawBrief>, stem: &str, faults: &mut Faults) {
    let spot = Cursor::root(&file.document);
    let raw = &file.raw;
    let said = [
        ("draft", raw.draft),
        ("publish", raw.publish.is_some()),
        ("masthead", raw.masthead.is_some()),
        ("issue", raw.issue.is_some()),
        ("running", raw.running.is_some()),
        ("issuer", raw.issuer.is_some()),
        ("date", raw.date.is_some()),
        ("secrecy", raw.secrecy.is_some()),
        ("urgency", raw.urgency.is_some()),
        ("copy", raw.copy.is_some()),
        ("contributor", raw.contributor.is_some()),
        ("report_to", !raw.report_to.is_empty()),
        ("send_to", !raw.send_to.is_empty()),
        ("issue_to", !raw.issue_to.is_empty()),
        ("reviewer", raw.reviewer.is_some()),
        ("editor", raw.editor.is_some()),
        ("copies", raw.copies.is_some()),
    ];
    for (key, _) in said.into_iter().filter(|(_, said)| *said) {
        let message = format!("\"{key}\" of a brief is written in {stem}.md");
        let hint = "move it there; words take each language: { zh-Hans: …, en: … }";
        faults.add(Code::BadBrief, &spot.name(key), message, hint);
    }
}

/// A mark that says who may read a brief, on a page that everybody can.
fn secret(mark: &RawText, spot: &Cursor<'_>, faults: &mut Faults) {
    let words = match mark {
        RawText::Plain(words) => words.as_str(),
        RawText::ByLang(map) => map.values().next().map_or("", String::as_str),
    };
    let message = format!("this brief says \"{}\", and is published with the site", words.trim());
    let hint = "take \"publish: true\" out, or the mark; if it may be published so, accept it under \"silence:\" in site.yaml \
                with a reason";
    faults.add(Code::SecretBrief, &spot.key("publish"), message, hint);
}
