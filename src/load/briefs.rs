//! `briefs/<id>.md`: front matter, text, and what each of its references leads to.

use super::bindings::World;
use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::raw::{RawBrief, RawText};
use super::story_files::Drafts;
use super::texts::{self, TextFile};
use super::values;
use crate::diagnostic::Code;
use crate::model::{BoundText, Brief, BriefId, Lang, Marks, Recipients, Text};
use crate::yaml::Shape;
use std::{collections::BTreeMap, sync::Arc};

/// Reads the briefs and binds them to the report.
pub(super) fn resolve(
    files: &[ContentFile],
    drafts: Drafts,
    world: &World<'_>,
    faults: &mut Faults,
) -> BTreeMap<BriefId, Brief> {
    let shape = Shape::new();
    let mut by_brief: BTreeMap<&str, Vec<&ContentFile>> = BTreeMap::new();
    for file in files {
        by_brief.entry(&file.stem).or_default().push(file);
    }
    let mut briefs = BTreeMap::new();
    for (stem, files) in by_brief {
        // A draft is left out with all that is wrong with it.
        let mut own = faults.parts()();
        let read: Vec<Option<TextFile<RawBrief>>> =
            files.iter().map(|file| texts::read(file, stem, &shape, &mut own)).collect();
        let whole = read.iter().all(Option::is_some);
        let read: Vec<TextFile<RawBrief>> = read.into_iter().flatten().collect();
        if drafts == Drafts::LeftOut && read.iter().any(|file| file.lang.is_none() && file.raw.draft) {
            continue;
        }
        let brief = brief(stem, &read, whole, world, &mut own);
        faults.take_over(&own);
        briefs.extend(brief.map(|brief| (brief.id.clone(), brief)));
    }
    briefs
}

/// A brief of its files; `whole` if all of them could be read.
fn brief(
    stem: &str,
    files: &[TextFile<RawBrief>],
    whole: bool,
    world: &World<'_>,
    faults: &mut Faults,
) -> Option<Brief> {
    let own = world.languages.own();
    let (mut titles, mut summaries, mut texts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for file in files {
        let lang = file.lang.as_deref().map_or_else(|| own.clone(), Lang::new);
        titles.insert(lang.clone(), file.raw.title.trim().to_owned());
        summaries.insert(lang.clone(), file.raw.summary.clone());
        let text = BoundText {
            file: file.document.file.to_string(),
            markup: Arc::clone(&file.markup),
            bound: world.bind(file, None, faults),
        };
        texts.insert(lang, text);
        if file.lang.is_some() {
            only_in_main(file, stem, faults);
        }
    }
    let Some(main) = files.iter().find(|file| file.lang.is_none()) else {
        if whole {
            let at = files.first().map(|file| Cursor::root(&file.document))?;
            let message = format!("this brief has no {stem}.md");
            faults.add(Code::BadBrief, &at, message, "write it in the site's first language first");
        }
        return None;
    };
    let (raw, spot) = (&main.raw, Cursor::root(&main.document));
    for lang in world.languages.missing(&Text::new(&own, titles.clone())?) {
        let message = format!("this brief has no text in \"{}\"", lang.as_str());
        let hint = format!("write {stem}.{}.md beside it; until then this text stands for it", lang.as_str());
        faults.add(Code::Untranslated, &spot, message, hint);
    }
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
        title: Text::new(&own, titles)?,
        summary: Text::new(&own, summaries)?,
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
        texts,
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
