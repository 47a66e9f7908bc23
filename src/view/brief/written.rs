//! Briefs that somebody wrote.

use super::frame::frame;
use super::prose;
use super::writer::BriefWriter;
use crate::model::{Brief, Text};
use crate::view::brief::blocks::{BriefView, Imprint};
use crate::view::context::PageContext;
use crate::view::route::BriefKey;
use crate::view::wording::references;

/// A brief that somebody wrote.
pub(super) fn written(page_ctx: &PageContext<'_>, brief: &Brief) -> Option<BriefView> {
    let ctx = page_ctx.lang;
    let (lang, text) = ctx.text_of(&brief.texts)?;
    let mut writer = BriefWriter::new(page_ctx);
    prose::write(&mut writer, lang, text);
    let (blocks, notes) = writer.finish();
    let day = brief.date.unwrap_or(ctx.evaluation.as_of);
    let base = frame(
        page_ctx,
        &BriefKey::Written(brief.id.clone()),
        references::lines_of(page_ctx, &brief.title),
        day,
    );
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
            .filter_map(|(word, name)| {
                Some((ctx.locale.word(word), ctx.locale.name(name.as_ref()?).into_owned()))
            })
            .collect(),
        copies: brief.copies.map(|n| ctx.say("paper-copies", &[("n", &ctx.locale.count(n as usize))])),
    }
}
