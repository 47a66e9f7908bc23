//! The frame of a brief, before anything is written in it.

use super::{list, title};
use crate::view::brief::blocks::{BriefView, BriefWords, Imprint};
use crate::view::context::PageContext;
use crate::view::route::{Address, BriefKey, Route};
use jiff::civil::Date;

/// The frame of a brief, before anything is written in it.
pub(super) fn frame(page_ctx: &PageContext<'_>, key: &BriefKey, title: Vec<String>, day: Date) -> BriefView {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let masthead = ctx.maybe(site.briefs.masthead.as_ref());
    // One that is not on the site leads to where the site begins.
    let on_site =
        if list::exists(ctx, key) { page_ctx.address.clone() } else { Address::new(&ctx.tree, Route::Home) };
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
        subject: title::title(page_ctx, key),
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
            look_up: ctx.url(&on_site).map(|url| ctx.say("paper-look-up", &[("url", &url)])),
        },
        downloads: Vec::new(),
    }
}
