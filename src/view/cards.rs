//! Cards: the pictures that stand for pages where links to them are shown. The home page, every judged
//! indicator with a chart and every story have their own; any other page shows the site's.

use super::desk::{Desk, Shown};
use super::headline::headline;
use super::page::{CardView, SiteView};
use super::route::Route;
use super::{charts, home, stories, verdicts};
use crate::chart::{CARD_HEIGHT, CARD_WIDTH, Card, CardPicture, Share, card};
use crate::evaluate::Evaluation;
use crate::locale::Locale;
use crate::model::{Bound, Indicator, Report, Story};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Draws the cards of a site and tells each page which is its own. A site without an address has none: a
/// preview is asked for by a whole address. Nor has one that wants none.
pub fn cards(view: &mut SiteView, report: &Report, evaluation: &Evaluation, locale: &Locale) {
    let Some(base) = report.site.base_url.as_deref().filter(|_| report.site.og_images) else { return };
    let desk = Desk::new(report, evaluation, locale);
    let name = view.pages.first().map(|page| page.site.short_title.clone()).unwrap_or_default();
    let routes: Vec<Route> = view.pages.iter().map(|page| page.route.clone()).collect();
    let drawn: Vec<(Route, Route, Drawn)> = routes
        .into_par_iter()
        .filter_map(|page| {
            let (route, drawn) = own(&desk, &name, &page)?;
            Some((page, route, drawn))
        })
        .collect();
    let mut views: BTreeMap<Route, CardView> = BTreeMap::new();
    for (page, route, drawn) in drawn {
        let url = format!("{base}{}", route.path());
        let view_of =
            CardView { route: route.clone(), url, width: CARD_WIDTH, height: CARD_HEIGHT, alt: drawn.alt };
        views.insert(page, view_of);
        view.cards.push((route, drawn.svg));
    }
    for page in &mut view.pages {
        page.card = views.get(&page.route).or_else(|| views.get(&Route::Home)).cloned();
    }
}

/// A drawn card and what is on it in words.
struct Drawn {
    svg: String,
    alt: String,
}

/// The words of a card and its picture.
struct Words<'w> {
    title: &'w str,
    aside: String,
    text: &'w str,
    /// What the picture says.
    said: String,
    picture: CardPicture,
}

/// The card of a page's own, if it has one.
fn own(desk: &Desk<'_>, name: &str, page: &Route) -> Option<(Route, Drawn)> {
    let report = desk.report;
    let headline_of;
    let (route, words) = match page {
        Route::Home => (Route::Card, of_site(desk)),
        Route::Indicator(id) => {
            let indicator = report.indicators.get(id).filter(|one| !one.targets.is_empty())?;
            headline_of = headline(desk, indicator);
            (Route::IndicatorCard(id.clone()), of_indicator(desk, indicator, &headline_of)?)
        }
        Route::Story(id) => (Route::StoryCard(id.clone()), of_story(desk, report.stories.get(id)?)),
        _ => return None,
    };
    let Words { title, aside, text, said, picture } = words;
    let alt = match said.as_str() {
        "" => title.to_owned(),
        said => [title, said].join(&desk.locale.word("sentence-separator")),
    };
    let spec = Card {
        lang: desk.locale.lang().as_str().to_owned(),
        site: name.to_owned(),
        title: title.to_owned(),
        aside,
        text: text.to_owned(),
        picture,
    };
    Some((route, Drawn { svg: card(&spec), alt }))
}

fn of_site<'d>(desk: &'d Desk<'_>) -> Words<'d> {
    let site = &desk.report.site;
    let tally = verdicts::count(desk, home::planned(desk));
    let shares: Vec<Share> = Shown::ALL
        .into_iter()
        .filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
        .map(|(shown, count)| {
            let word = desk.locale.word(&format!("status-{}", shown.key()));
            let label = desk.say("home-lead-part", &[("count", &count.to_string()), ("status", &word)]);
            Share { status: shown.glyph(), count, label }
        })
        .collect();
    let parts: Vec<String> = shares.iter().map(|share| share.label.clone()).collect();
    Words {
        title: desk.words(&site.title),
        aside: desk.maybe(site.tagline.as_ref()).unwrap_or_default(),
        text: "",
        said: desk.locale.list(&parts),
        picture: if shares.is_empty() { CardPicture::None } else { CardPicture::Shares(shares) },
    }
}

fn of_indicator<'d>(desk: &Desk<'_>, indicator: &Indicator, headline: &'d str) -> Option<Words<'d>> {
    let chart = charts::drawing(desk, indicator).filter(|drawing| drawing.telling)?.spec;
    Some(Words {
        title: headline,
        aside: chart.subtitle.clone(),
        text: "",
        said: chart.aria.clone(),
        picture: CardPicture::Chart(Box::new(chart)),
    })
}

fn of_story<'d>(desk: &'d Desk<'_>, story: &'d Story) -> Words<'d> {
    let first =
        stories::text(desk, story).into_iter().flat_map(|text| text.bound.values()).find_map(|bound| {
            let Bound::Chart(id) = bound else { return None };
            charts::drawing(desk, desk.report.indicators.get(id)?)
        });
    let place = stories::where_when(desk, story);
    Words {
        title: desk.words(&story.title),
        text: desk.words(&story.summary),
        said: place.clone(),
        aside: place,
        picture: first.map_or(CardPicture::None, |drawing| CardPicture::Chart(Box::new(drawing.spec))),
    }
}
