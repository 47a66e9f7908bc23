//! Old addresses of what was renamed: each is a page that leads on to the new one.

use crate::model::Report;
use crate::view::context::PageContext;
use crate::view::page::{Body, MovedView};
use crate::view::parts::PageParts;
use crate::view::route::Route;

/// The pages that lead on, in order of the new ids.
pub(in crate::view) fn routes(report: &Report) -> Vec<Route> {
    let moved = |from: Route, to: Route| Route::Moved(Box::new(from), Box::new(to));
    let indicators = report.indicators.values().flat_map(|one| {
        let to = Route::Indicator(one.id.clone());
        one.aliases.iter().map(move |old| moved(Route::Indicator(old.id.clone()), to.clone()))
    });
    let stories = report.stories.values().flat_map(|one| {
        let to = Route::Story(one.id.clone());
        one.aliases.iter().map(move |old| moved(Route::Story(old.id.clone()), to.clone()))
    });
    let pages = report.pages.values().flat_map(|one| {
        let to = Route::Page(one.id.clone());
        one.aliases.iter().map(move |old| moved(Route::Page(old.id.clone()), to.clone()))
    });
    indicators.chain(stories).chain(pages).collect()
}

/// Writes the page that leads to another.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>, to: &Route) -> PageParts {
    let ctx = page_ctx.lang;
    let title = match to {
        Route::Indicator(id) => ctx.report.indicators.get(id).map(|one| ctx.words(&one.title).into_owned()),
        Route::Story(id) => ctx.report.stories.get(id).map(|one| ctx.words(&one.title).into_owned()),
        Route::Page(id) => ctx.report.pages.get(id).map(|one| ctx.words(&one.title).into_owned()),
        _ => None,
    };
    let title = title.unwrap_or_default();
    PageParts {
        description: ctx.say("about-moved", &[("title", &title)]),
        body: Body::Moved(MovedView { link: page_ctx.link(to, title.clone()) }),
        title,
        crumbs: vec![page_ctx.home()],
    }
}
