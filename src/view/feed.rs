//! What a feed reader is told: the report as it stands, and its stories.

use super::desk::{Desk, Here};
use super::page::{FeedEntry, FeedView};
use super::route::{Address, Route};

/// The feed of one language; none if the site does not know where it stands, since a feed needs addresses.
/// The desk is one without marks.
///
/// Everything is dated by the report date: that is the day on which the figures were put together.
pub(super) fn feed(desk: &Desk<'_>) -> Option<FeedView> {
    let site = &desk.report.site;
    let at = |route: Route| desk.url(&Address::new(&desk.tree, route));
    let updated = format!("{}T00:00:00Z", desk.evaluation.as_of);
    let here = Here::at(desk, Route::Home);
    let first = site.home.stories.iter();
    let rest = desk.report.stories.keys().filter(|id| !site.home.stories.contains(id));
    let stories = first.chain(rest).filter_map(|id| {
        let story = desk.report.stories.get(id)?;
        Some(FeedEntry {
            title: desk.words(&story.title).into_owned(),
            summary: desk.words(&story.summary).into_owned(),
            url: at(Route::Story(id.clone()))?,
            updated: updated.clone(),
        })
    });
    let report = FeedEntry {
        title: desk.say("feed-report", &[("day", &desk.locale.day(desk.evaluation.as_of))]),
        summary: super::home::home(&here).description,
        // The home page is the feed's own address; its entry is told apart by the report date.
        url: format!("{}#{}", at(Route::Home)?, desk.evaluation.as_of),
        updated: updated.clone(),
    };
    Some(FeedView {
        lang: desk.locale.lang().as_str().to_owned(),
        title: desk.words(&site.title).into_owned(),
        subtitle: desk.maybe(site.tagline.as_ref()),
        author: desk.maybe(site.publisher.as_ref()).unwrap_or_else(|| desk.words(&site.title).into_owned()),
        licence: site.licence.as_ref().map(|licence| desk.words(&licence.title).into_owned()),
        home: at(Route::Home)?,
        url: at(Route::Feed)?,
        updated: updated.clone(),
        entries: [report].into_iter().chain(stories).collect(),
    })
}
