//! Social cards (Open Graph images): the pictures that stand for pages where links to them are shown. The home page,
//! every judged indicator with a chart and every story have their own; any other page shows the site's.

use crate::chart::{CARD_HEIGHT, CARD_WIDTH, Card, CardPicture, Share, card};
use crate::model::{Bound, Indicator, Story};
use crate::view::charts;
use crate::view::context::LangContext;
use crate::view::page::{CardDrawing, CardView};
use crate::view::route::{Address, Route};
use crate::view::shown::Shown;
use crate::view::wording::headline::headline;
use crate::view::wording::{stories, summary, verdicts};

/// The card that a page shows; none if the site has no address, for a preview is asked for by a whole one, or
/// if it wants none.
pub(in crate::view) fn of(ctx: &LangContext<'_>, page: &Route) -> Option<CardView> {
    let words = ctx.drawings();
    let (route, card) = own(words, page).or_else(|| own(words, &Route::Home))?;
    let address = Address::new(&ctx.tree, route);
    let (url, path) = (ctx.url(&address)?, address.path());
    Some(CardView { path, url, width: CARD_WIDTH, height: CARD_HEIGHT, alt: card.alt(words) })
}

/// The drawing of a page's own card, if it has one.
pub(in crate::view) fn drawing(ctx: &LangContext<'_>, page: &Route) -> Option<CardDrawing> {
    let words = ctx.drawings();
    let (route, CardWords { title, aside, text, picture, .. }) = own(words, page)?;
    let name = words.words(&ctx.report.site.title).into_owned();
    let spec = Card {
        lang: ctx.locale.lang().as_str().to_owned(),
        site: name.split(['：', ':']).next().unwrap_or(&name).trim().to_owned(),
        title,
        aside,
        text,
        picture,
    };
    let path = Address::new(&ctx.tree, route.clone()).path();
    Some(CardDrawing { route, path, svg: card(&spec) })
}

/// The words of a card and its picture.
struct CardWords {
    title: String,
    aside: String,
    text: String,
    /// What the picture says.
    said: String,
    picture: CardPicture,
}

impl CardWords {
    /// All that is on the card.
    fn alt(&self, ctx: &LangContext<'_>) -> String {
        match self.said.as_str() {
            "" => self.title.clone(),
            said => [self.title.as_str(), said].join(&ctx.locale.word("sentence-separator")),
        }
    }
}

/// The words of a page's own card, if it has one, and where its picture stands.
fn own(ctx: &LangContext<'_>, page: &Route) -> Option<(Route, CardWords)> {
    let report = ctx.report;
    if !cfg!(feature = "faces") || report.site.base_url.is_none() || !report.site.og_images {
        return None;
    }
    Some(match page {
        Route::Home => (Route::Card, of_site(ctx)),
        Route::Indicator(id) => {
            let indicator = report.indicators.get(id).filter(|one| !one.targets.is_empty())?;
            (Route::IndicatorCard(id.clone()), of_indicator(ctx, indicator)?)
        }
        Route::Story(id) => (Route::StoryCard(id.clone()), of_story(ctx, report.stories.get(id)?)),
        _ => return None,
    })
}

fn of_site(ctx: &LangContext<'_>) -> CardWords {
    let site = &ctx.report.site;
    let tally = verdicts::count(ctx, summary::planned(ctx));
    let shares: Vec<Share> = Shown::ALL
        .into_iter()
        .filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
        .map(|(shown, count)| {
            let word = ctx.locale.word(&format!("status-{}", shown.key()));
            let label = ctx.say("home-lead-part", &[("count", &count.to_string()), ("status", &word)]);
            Share { status: shown.glyph(), count, label }
        })
        .collect();
    let parts: Vec<String> = shares.iter().map(|share| share.label.clone()).collect();
    CardWords {
        title: ctx.words(&site.title).into_owned(),
        aside: ctx.maybe(site.tagline.as_ref()).unwrap_or_default(),
        text: String::new(),
        said: ctx.locale.list(&parts),
        picture: if shares.is_empty() { CardPicture::None } else { CardPicture::Shares(shares) },
    }
}

fn of_indicator(ctx: &LangContext<'_>, indicator: &Indicator) -> Option<CardWords> {
    let chart = charts::drawing(ctx, indicator).filter(|drawing| drawing.telling)?.spec;
    Some(CardWords {
        title: headline(ctx, indicator),
        aside: chart.subtitle.clone(),
        text: String::new(),
        said: chart.aria.clone(),
        picture: CardPicture::Chart(Box::new(chart)),
    })
}

fn of_story(ctx: &LangContext<'_>, story: &Story) -> CardWords {
    let first =
        ctx.text_of(&story.texts).into_iter().flat_map(|(_, text)| text.bound.values()).find_map(|bound| {
            let Bound::Chart(id) = bound else { return None };
            charts::drawing(ctx, ctx.report.indicators.get(id)?)
        });
    let place = stories::where_when(ctx, story);
    CardWords {
        title: ctx.words(&story.title).into_owned(),
        text: ctx.words(&story.summary).into_owned(),
        said: place.clone(),
        aside: place,
        picture: first.map_or(CardPicture::None, |drawing| CardPicture::Chart(Box::new(drawing.spec))),
    }
}
