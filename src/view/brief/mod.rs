//! Briefs: those that somebody wrote, and those that write themselves from the data.
//!
//! ```text
//! written ─► prose ─┐
//!                   ├─► writer (blocks in order, notes) ─► BriefView ─► HTML, PDF, DOCX
//! automatic ────────┘
//! ```

mod automatic;
mod blocks;
mod list;
mod prose;
mod tables;
mod writer;

pub use blocks::*;
pub use list::BriefKey;

pub(super) use list::{all, card_of, list, page};

use super::context::{LangContext, PageContext};
use super::cross_refs::CrossRefs;
use super::route::Route;
use crate::locale::Locale;
use crate::model::{Brief, Text};
use jiff::civil::Date;
use writer::BriefWriter;

/// Writes a brief; none if the report has nothing for it.
pub(super) fn brief(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<BriefView> {
    let mut view = match key {
        BriefKey::Written(id) => written(page_ctx, page_ctx.lang.report.briefs.get(id)?)?,
        _ => automatic::brief(page_ctx, key)?,
    };
    view.downloads = downloads(page_ctx, key);
    Some(view)
}

/// Some briefs in one language, as [`BriefKey`] names them; what the report has nothing for is left out.
pub fn briefs(index: &CrossRefs<'_>, locale: &Locale, keys: &[BriefKey]) -> Vec<(BriefKey, BriefView)> {
    let unmarked = locale.unmarked();
    let unmarked = LangContext::new(index, &unmarked, None);
    let ctx = LangContext::new(index, locale, Some(&unmarked));
    let brief = |key: &BriefKey| {
        let page_ctx = PageContext::at(&ctx, Route::Brief(key.clone()));
        Some((key.clone(), brief(&page_ctx, key)?))
    };
    keys.iter().filter_map(brief).collect()
}

/// The files of a brief.
pub(super) fn downloads(page_ctx: &PageContext<'_>, key: &BriefKey) -> Vec<super::Link> {
    let link = |ending: &'static str| {
        let word = page_ctx.lang.locale.word(&format!("download-{ending}"));
        page_ctx.link(&Route::BriefFile(key.clone(), ending), word)
    };
    key.formats().map(link).collect()
}

/// The frame of a brief, before anything is written in it.
fn frame(page_ctx: &PageContext<'_>, key: &BriefKey, title: Vec<String>, day: Date) -> BriefView {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let masthead = ctx.maybe(site.briefs.masthead.as_ref());
    let issuer = site.briefs.issuer.as_ref().or(site.publisher.as_ref());
    BriefView {
        name: key.name(),
        lang: ctx.locale.lang().as_str().to_owned(),
        corner: Vec::new(),
        masthead: masthead.unwrap_or_else(|| ctx.locale.word("paper-masthead")),
        issue: None,
        running: None,
        issuer: ctx.maybe(issuer).unwrap_or_default(),
        date: ctx.locale.day(day),
        day: [day.year(), day.month().into(), day.day().into()],
        subject: page_ctx.brief_title(key),
        title,
        summary: String::new(),
        text_lang: None,
        untranslated: None,
        blocks: Vec::new(),
        notes: Vec::new(),
        contributor: None,
        imprint: Imprint::default(),
        words: BriefWords {
            notes: ctx.locale.word("paper-notes"),
            colon: ctx.locale.word("paper-colon"),
            look_up: ctx.url(&page_ctx.address).map(|url| ctx.say("paper-look-up", &[("url", &url)])),
        },
        downloads: Vec::new(),
    }
}

/// A brief that somebody wrote.
fn written(page_ctx: &PageContext<'_>, brief: &Brief) -> Option<BriefView> {
    let ctx = page_ctx.lang;
    let (lang, text) = ctx.text_of(&brief.texts)?;
    let mut writer = BriefWriter::new(page_ctx);
    prose::write(&mut writer, lang, text);
    let (blocks, notes) = writer.finish();
    let day = brief.date.unwrap_or(ctx.evaluation.as_of);
    let base = frame(page_ctx, &BriefKey::Written(brief.id.clone()), page_ctx.lines_of(&brief.title), day);
    let count = |message: &str, number: u32| ctx.say(message, &[("n", &number.to_string())]);
    let foreign = (!ctx.locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let marks = &brief.marks;
    let copy = marks.copy.as_ref().map(|copy| ctx.say("paper-copy", &[("copy", copy)]));
    let corner = [copy, ctx.maybe(marks.secrecy.as_ref()), ctx.maybe(marks.urgency.as_ref())];
    Some(BriefView {
        corner: corner.into_iter().flatten().collect(),
        masthead: ctx.maybe(brief.masthead.as_ref()).unwrap_or(base.masthead),
        issue: brief.issue.map(|number| count("paper-issue", number)),
        running: brief.running.map(|number| count("paper-running", number)),
        issuer: ctx.maybe(brief.issuer.as_ref()).unwrap_or(base.issuer),
        summary: ctx.words(&brief.summary).into_owned(),
        untranslated: foreign.as_ref().map(|_| ctx.locale.word("story-untranslated")),
        text_lang: foreign,
        blocks,
        notes,
        contributor: brief
            .contributor
            .as_ref()
            .map(|who| ctx.say("paper-contributor", &[("who", &ctx.words(who))])),
        imprint: imprint(page_ctx, brief),
        ..base
    })
}

fn imprint(page_ctx: &PageContext<'_>, brief: &Brief) -> Imprint {
    let ctx = page_ctx.lang;
    let names = |texts: &[Text]| {
        let names: Vec<String> = texts.iter().map(|text| ctx.words(text).into_owned()).collect();
        names.join(&ctx.locale.word("paper-recipient-separator"))
    };
    let to = &brief.recipients;
    let lines = [("paper-report-to", &to.report), ("paper-send-to", &to.send), ("paper-issue-to", &to.issue)];
    let people = [("paper-reviewer", &brief.reviewer), ("paper-editor", &brief.editor)];
    Imprint {
        recipients: lines
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(word, to)| (ctx.locale.word(word), names(to)))
            .collect(),
        people: people
            .into_iter()
            .filter_map(|(word, name)| Some((ctx.locale.word(word), ctx.maybe(name.as_ref())?)))
            .collect(),
        copies: brief.copies.map(|n| ctx.say("paper-copies", &[("n", &ctx.locale.count(n as usize))])),
    }
}
