//! The Atom feed's entries: the report as it stands, and its stories.

use crate::view::context::LangContext;
use crate::view::page::{FeedEntry, FeedView};
use crate::view::route::{Address, Route};
use crate::view::wording::summary;
/// The feed of one language; none if the site does not know where it stands, since a feed needs addresses.
/// The context is one without marks of other languages.
///
/// Everything is dated by the report date: that is the day on which the figures were put together.
pub(in crate::view) fn feed(ctx: &LangContext<'_>) -> Option<FeedView> {
    let site = &ctx.report.site;
    let at = |route: Route| ctx.url(&Address::new(&ctx.tree, route));
    let updated = format!("{}T00:00:00Z", ctx.evaluation.as_of);
    let first = site.home.stories.iter();
    let rest = ctx.report.stories.keys().filter(|id| !site.home.stories.contains(id));
    let stories = first.chain(rest).filter_map(|id| {
        let story = ctx.report.stories.get(id)?;
        Some(FeedEntry {
            title: ctx.words(&story.title).into_owned(),
            summary: ctx.words(&story.summary).into_owned(),
            url: at(Route::Story(id.clone()))?,
            updated: updated.clone(),
        })
    });
    let report = FeedEntry {
        title: ctx.say("feed-report", &[("day", &ctx.locale.day(ctx.evaluation.as_of))]),
        summary: summary::home_lead(ctx),
        // The home page is the feed's own address; its entry is told apart by the report date.
        url: format!("{}#{}", at(Route::Home)?, ctx.evaluation.as_of),
        updated: updated.clone(),
    };
    Some(FeedView {
        lang: ctx.locale.lang().as_str().to_owned(),
        title: ctx.words(&site.title).into_owned(),
        subtitle: ctx.maybe(site.tagline.as_ref()),
        author: ctx.maybe(site.publisher.as_ref()).unwrap_or_else(|| ctx.words(&site.title).into_owned()),
        licence: site.licence.as_ref().map(|licence| ctx.words(&licence.title).into_owned()),
        home: at(Route::Home)?,
        url: at(Route::Feed)?,
        updated: updated.clone(),
        entries: [report].into_iter().chain(stories).collect(),
    })
}
