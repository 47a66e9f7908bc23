//! Cards: the pictures that stand for pages where links to them are shown. The home page, every judged
//! indicator with a chart and every story have their own; any other page shows the site's.

use super::desk::{Desk, Shown};
use super::headline::headline;
use super::page::{CardDrawing, CardView, SiteView};
use super::route::{Address, Route};
use super::{charts, home, stories, verdicts};
use crate::chart::{CARD_HEIGHT, CARD_WIDTH, Card, CardPicture, Share, card};
use crate::evaluate::Evaluation;
use crate::locale::Locale;
use crate::model::{Bound, Indicator, Report, Story};
use crate::runs::plain;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Draws the cards of a site and tells each page which is its own. A site without an address has none: a
/// preview is asked for by a whole address. Nor has one that wants none.
pub fn cards(view: &mut SiteView, report: &Report, evaluation: &Evaluation, locale: &Locale) {
    if report.site.base_url.is_none() || !report.site.og_images {
        return;
    }
    // A drawing cannot say which language a word of it is of.
    let locale = locale.unmarked();
    let desk = Desk::new(report, evaluation, &locale, None);
    let name = view.pages.first().map(|page| plain(&page.site.short_title).into_owned()).unwrap_or_default();
    let routes: Vec<Route> = view.pages.iter().map(|page| page.route.clone()).collect();
    let drawn: Vec<(Route, Address, Drawn)> = routes
        .into_par_iter()
        .filter_map(|page| {
            let (route, drawn) = own(&desk, &name, &page)?;
            Some((page, Address::new(&desk.tree, route), drawn))
        })
        .collect();
    let mut views: BTreeMap<Route, CardView> = BTreeMap::new();
    for (page, address, Drawn { svg, alt }) in drawn {
        let (Some(url), path) = (desk.url(&address), address.path()) else { continue };
        let card = CardView { path: path.clone(), url, width: CARD_WIDTH, height: CARD_HEIGHT, alt };
        views.insert(page, card);
        view.cards.push(CardDrawing { route: address.route, path, svg });
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
struct Words {
    title: String,
    aside: String,
    text: String,
    /// What the picture says.
    said: String,
    picture: CardPicture,
}

/// The card of a page's own, if it has one.
fn own(desk: &Desk<'_>, name: &str, page: &Route) -> Option<(Route, Drawn)> {
    let report = desk.report;
    let (route, words) = match page {
        Route::Home => (Route::Card, of_site(desk)),
        Route::Indicator(id) => {
            let indicator = report.indicators.get(id).filter(|one| !one.targets.is_empty())?;
            (Route::IndicatorCard(id.clone()), of_indicator(desk, indicator)?)
        }
        Route::Story(id) => (Route::StoryCard(id.clone()), of_story(desk, report.stories.get(id)?)),
        _ => return None,
    };
    let Words { title, aside, text, said, picture } = words;
    let alt = match said.as_str() {
        "" => title.clone(),
        said => [title.as_str(), said].join(&desk.locale.word("sentence-separator")),
    };
    let spec = Card {
        lang: desk.locale.lang().as_str().to_owned(),
        site: name.to_owned(),
        title,
        aside,
        text,
        picture,
    };
    Some((route, Drawn { svg: card(&spec), alt }))
}

fn of_site(desk: &Desk<'_>) -> Words {
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
        title: desk.words(&site.title).into_owned(),
        aside: desk.maybe(site.tagline.as_ref()).unwrap_or_default(),
        text: String::new(),
        said: desk.locale.list(&parts),
        picture: if shares.is_empty() { CardPicture::None } else { CardPicture::Shares(shares) },
    }
}

fn of_indicator(desk: &Desk<'_>, indicator: &Indicator) -> Option<Words> {
    let chart = charts::drawing(desk, indicator).filter(|drawing| drawing.telling)?.spec;
    Some(Words {
        title: headline(desk, indicator),
        aside: chart.subtitle.clone(),
        text: String::new(),
        said: chart.aria.clone(),
        picture: CardPicture::Chart(Box::new(chart)),
    })
}

fn of_story(desk: &Desk<'_>, story: &Story) -> Words {
    let first =
        stories::text(desk, story).into_iter().flat_map(|(_, text)| text.bound.values()).find_map(|bound| {
            let Bound::Chart(id) = bound else { return None };
            charts::drawing(desk, desk.report.indicators.get(id)?)
        });
    let place = stories::where_when(desk, story);
    Words {
        title: desk.words(&story.title).into_owned(),
        text: desk.words(&story.summary).into_owned(),
        said: place.clone(),
        aside: place,
        picture: first.map_or(CardPicture::None, |drawing| CardPicture::Chart(Box::new(drawing.spec))),
    }
}
