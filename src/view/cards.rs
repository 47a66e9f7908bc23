//! Cards: the pictures that stand for pages where links to them are shown. The home page, every judged
//! indicator with a chart and every story have their own; any other page shows the site's.

use super::desk::{Desk, Shown};
use super::headline::headline;
use super::page::{CardDrawing, CardView};
use super::route::{Address, Route};
use super::{charts, home, stories, verdicts};
use crate::chart::{CARD_HEIGHT, CARD_WIDTH, Card, CardPicture, Share, card};
use crate::model::{Bound, Indicator, Story};

/// The card that a page shows; none if the site has no address, for a preview is asked for by a whole one, or
/// if it wants none.
pub(super) fn of(desk: &Desk<'_>, page: &Route) -> Option<CardView> {
    let words = desk.drawings();
    let (route, card) = own(words, page).or_else(|| own(words, &Route::Home))?;
    let address = Address::new(&desk.tree, route);
    let (url, path) = (desk.url(&address)?, address.path());
    Some(CardView { path, url, width: CARD_WIDTH, height: CARD_HEIGHT, alt: card.alt(words) })
}

/// The drawing of a page's own card, if it has one.
pub(super) fn drawing(desk: &Desk<'_>, page: &Route) -> Option<CardDrawing> {
    let words = desk.drawings();
    let (route, Words { title, aside, text, picture, .. }) = own(words, page)?;
    let name = words.words(&desk.report.site.title).into_owned();
    let spec = Card {
        lang: desk.locale.lang().as_str().to_owned(),
        site: name.split(['：', ':']).next().unwrap_or(&name).trim().to_owned(),
        title,
        aside,
        text,
        picture,
    };
    let path = Address::new(&desk.tree, route.clone()).path();
    Some(CardDrawing { route, path, svg: card(&spec) })
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

impl Words {
    /// All that is on the card.
    fn alt(&self, desk: &Desk<'_>) -> String {
        match self.said.as_str() {
            "" => self.title.clone(),
            said => [self.title.as_str(), said].join(&desk.locale.word("sentence-separator")),
        }
    }
}

/// The words of a page's own card, if it has one, and where its picture stands.
fn own(desk: &Desk<'_>, page: &Route) -> Option<(Route, Words)> {
    let report = desk.report;
    if !cfg!(feature = "faces") || report.site.base_url.is_none() || !report.site.og_images {
        return None;
    }
    Some(match page {
        Route::Home => (Route::Card, of_site(desk)),
        Route::Indicator(id) => {
            let indicator = report.indicators.get(id).filter(|one| !one.targets.is_empty())?;
            (Route::IndicatorCard(id.clone()), of_indicator(desk, indicator)?)
        }
        Route::Story(id) => (Route::StoryCard(id.clone()), of_story(desk, report.stories.get(id)?)),
        _ => return None,
    })
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
        desk.text_of(&story.texts).into_iter().flat_map(|(_, text)| text.bound.values()).find_map(|bound| {
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
