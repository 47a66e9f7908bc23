//! Briefs: those that somebody wrote, and those that write themselves from the data.
//!
//! ```text
//! written ─► prose ─┐
//!                   ├─► writer (blocks in order, notes) ─► BriefView ─► HTML, PDF, DOCX
//! automatic ────────┘
//! ```

mod automatic;
mod list;
mod prose;
mod sheet;
mod tables;
mod writer;

pub use list::BriefKey;
pub use sheet::*;

pub(super) use list::{all, card_of, list, page};

use super::desk::{Desk, Here};
use super::index::Index;
use super::route::Route;
use crate::locale::Locale;
use crate::model::{Brief, Text};
use jiff::civil::Date;
use writer::Writer;

/// Writes a brief; none if the report has nothing for it.
pub(super) fn brief(here: &Here<'_>, key: &BriefKey) -> Option<BriefView> {
    let mut view = match key {
        BriefKey::Written(id) => written(here, here.desk.report.briefs.get(id)?)?,
        _ => automatic::brief(here, key)?,
    };
    view.downloads = downloads(here, key);
    Some(view)
}

/// Some briefs in one language, as [`BriefKey`] names them; what the report has nothing for is left out.
pub fn briefs(index: &Index<'_>, locale: &Locale, keys: &[BriefKey]) -> Vec<(BriefKey, BriefView)> {
    let unmarked = locale.unmarked();
    let unmarked = Desk::new(index, &unmarked, None);
    let desk = Desk::new(index, locale, Some(&unmarked));
    let brief = |key: &BriefKey| {
        let here = Here::at(&desk, Route::Brief(key.clone()));
        Some((key.clone(), brief(&here, key)?))
    };
    keys.iter().filter_map(brief).collect()
}

/// The files of a brief.
pub(super) fn downloads(here: &Here<'_>, key: &BriefKey) -> Vec<super::Link> {
    let link = |ending: &'static str| {
        let word = here.desk.locale.word(&format!("download-{ending}"));
        here.link(&Route::BriefFile(key.clone(), ending), word)
    };
    key.formats().map(link).collect()
}

/// The frame of a brief, before anything is written in it.
fn frame(here: &Here<'_>, key: &BriefKey, title: Vec<String>, day: Date) -> BriefView {
    let desk = here.desk;
    let site = &desk.report.site;
    let masthead = desk.maybe(site.briefs.masthead.as_ref());
    let issuer = site.briefs.issuer.as_ref().or(site.publisher.as_ref());
    BriefView {
        name: key.name(),
        lang: desk.locale.lang().as_str().to_owned(),
        corner: Vec::new(),
        masthead: masthead.unwrap_or_else(|| desk.locale.word("paper-masthead")),
        issue: None,
        running: None,
        issuer: desk.maybe(issuer).unwrap_or_default(),
        date: desk.locale.day(day),
        day: [day.year(), day.month().into(), day.day().into()],
        subject: here.brief_title(key),
        title,
        summary: String::new(),
        text_lang: None,
        untranslated: None,
        blocks: Vec::new(),
        notes: Vec::new(),
        contributor: None,
        imprint: Imprint::default(),
        words: PaperWords {
            notes: desk.locale.word("paper-notes"),
            look_up: desk.url(&here.address).map(|url| desk.say("paper-look-up", &[("url", &url)])),
        },
        downloads: Vec::new(),
    }
}

/// A brief that somebody wrote.
fn written(here: &Here<'_>, brief: &Brief) -> Option<BriefView> {
    let desk = here.desk;
    let (lang, text) = desk.text_of(&brief.texts)?;
    let mut writer = Writer::new(here);
    prose::write(&mut writer, lang, text);
    let (blocks, notes) = writer.finish();
    let day = brief.date.unwrap_or(desk.evaluation.as_of);
    let base = frame(here, &BriefKey::Written(brief.id.clone()), here.lines_of(&brief.title), day);
    let count = |message: &str, number: u32| desk.say(message, &[("n", &number.to_string())]);
    let foreign = (!desk.locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let marks = &brief.marks;
    let copy = marks.copy.as_ref().map(|copy| desk.say("paper-copy", &[("copy", copy)]));
    let corner = [copy, desk.maybe(marks.secrecy.as_ref()), desk.maybe(marks.urgency.as_ref())];
    Some(BriefView {
        corner: corner.into_iter().flatten().collect(),
        masthead: desk.maybe(brief.masthead.as_ref()).unwrap_or(base.masthead),
        issue: brief.issue.map(|number| count("paper-issue", number)),
        running: brief.running.map(|number| count("paper-running", number)),
        issuer: desk.maybe(brief.issuer.as_ref()).unwrap_or(base.issuer),
        summary: desk.words(&brief.summary).into_owned(),
        untranslated: foreign.as_ref().map(|_| desk.locale.word("story-untranslated")),
        text_lang: foreign,
        blocks,
        notes,
        contributor: brief
            .contributor
            .as_ref()
            .map(|who| desk.say("paper-contributor", &[("who", &desk.words(who))])),
        imprint: imprint(here, brief),
        ..base
    })
}

fn imprint(here: &Here<'_>, brief: &Brief) -> Imprint {
    let desk = here.desk;
    let names = |texts: &[Text]| {
        let names: Vec<String> = texts.iter().map(|text| desk.words(text).into_owned()).collect();
        names.join(&desk.locale.word("paper-recipient-separator"))
    };
    let to = &brief.recipients;
    let lines = [("paper-report-to", &to.report), ("paper-send-to", &to.send), ("paper-issue-to", &to.issue)];
    let people = [("paper-reviewer", &brief.reviewer), ("paper-editor", &brief.editor)];
    Imprint {
        recipients: lines
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(word, to)| (desk.locale.word(word), names(to)))
            .collect(),
        people: people
            .into_iter()
            .filter_map(|(word, name)| Some((desk.locale.word(word), desk.maybe(name.as_ref())?)))
            .collect(),
        copies: brief.copies.map(|n| desk.say("paper-copies", &[("n", &desk.locale.count(n as usize))])),
    }
}
