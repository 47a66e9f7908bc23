//! Sources: every figure drawn from each, and its arithmetic checked.

use super::build::Sheet;
use super::desk::{Here, figure_anchor};
use super::lists;
use super::page::{Body, ClaimView, Fact, Link, SourceCard, SourceView, SourcesView};
use super::route::Route;
use crate::evaluate::ClaimCheck;
use crate::model::{Compute, FigureKey, Source, SourceId, SourceKind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The sources by date.
fn by_date<'a>(here: &Here<'a>) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = here.desk.report.sources.values().collect();
    sources.sort_by_key(|source| (source.published.start(), &source.id));
    sources
}

/// The sources as cards, by date.
pub(super) fn cards(here: &Here<'_>) -> Vec<SourceCard> {
    by_date(here)
        .into_iter()
        .map(|source| SourceCard {
            link: here.source(&source.id),
            about: about(here, source),
            holds: holds(here, source),
        })
        .collect()
}

/// Some of the sources as cards, by date.
pub(super) fn cards_of(here: &Here<'_>, wanted: &BTreeSet<SourceId>) -> Vec<SourceCard> {
    let cards = by_date(here).into_iter().zip(cards(here));
    cards.filter(|(source, _)| wanted.contains(&source.id)).map(|(_, card)| card).collect()
}

/// What was taken from a source, in words.
fn holds(here: &Here<'_>, source: &Source) -> String {
    let (desk, index) = (here.desk, here.desk.index);
    let targets = index.targets.from_source.get(&source.id).iter().map(|(_, targets)| targets.len()).sum();
    let counts: [(&str, usize); 3] = [
        ("source-figures", index.figures.from_source.get(&source.id).len()),
        ("source-targets", targets),
        ("source-claims", source.claims.len()),
    ];
    let words: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| desk.say(name, &[("count", &desk.locale.count(count))]))
        .collect();
    desk.locale.list(&words)
}

/// Writes the list.
pub(super) fn list(here: &Here<'_>) -> Sheet {
    here.plain("page-sources", "about-sources", Body::Sources(SourcesView { sources: cards(here) }))
}

fn kind(here: &Here<'_>, source: &Source) -> String {
    let kind = here.desk.locale.word(match source.kind {
        SourceKind::Plan => "source-plan",
        SourceKind::Newspaper => "source-newspaper",
        SourceKind::Bulletin => "source-bulletin",
        SourceKind::Report => "source-report",
        SourceKind::Statistics => "source-statistics",
        SourceKind::Web => "source-web",
    });
    here.desk.locale.sentence(&kind)
}

fn about(here: &Here<'_>, source: &Source) -> String {
    let desk = here.desk;
    let date = desk.locale.period(&source.published);
    match &source.publisher {
        Some(publisher) => {
            desk.say("source-about-publisher", &[("publisher", &desk.words(publisher)), ("date", &date)])
        }
        None => desk.say("source-about", &[("kind", &kind(here, source)), ("date", &date)]),
    }
}

/// Writes a page of a source, from 1.
pub(super) fn source(here: &Here<'_>, id: &SourceId, page: usize) -> Sheet {
    let desk = here.desk;
    let Some(source) = desk.report.sources.get(id) else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (targets, figures) = (desk.index.targets.from_source.get(id), desk.index.figures.from_source.get(id));
    let (target_pages, figure_pages) = (lists::target_pages(targets), lists::figure_pages(figures));
    let count = target_pages.len().max(figure_pages.len());
    let checks = desk.evaluation.claims.iter().filter(|check| check.source == *id && page == 1);
    let order: Vec<&SourceId> = by_date(here).into_iter().map(|source| &source.id).collect();
    let (previous, next) = super::lists::neighbours_in(&order, &id, |other| here.source(other));
    let view = SourceView {
        facts: if page == 1 { facts(here, source) } else { Vec::new() },
        note: desk.maybe(source.note.as_ref().filter(|_| page == 1)),
        claims: checks.filter_map(|check| claim(here, check)).collect(),
        targets: lists::slice(targets, &target_pages, page).iter().map(|one| here.row_of(one)).collect(),
        figures: here.figures_of_source(lists::slice(figures, &figure_pages, page)),
        figure_count: figures.len(),
        pages: here.pages(count, page, |page| Route::source(id, page)),
        stories: if page == 1 { here.stories(desk.index.stories_from.get(id)) } else { Vec::new() },
        previous,
        next,
    };
    let title = desk.words(&source.title).into_owned();
    let mut crumbs = vec![here.home(), here.link(&Route::Sources, desk.locale.word("page-sources"))];
    if page > 1 {
        crumbs.push(here.source(id));
    }
    Sheet {
        description: desk.say("about-source", &[("source", &title)]),
        title: here.numbered(&title, page),
        crumbs,
        body: Body::Source(Box::new(view)),
    }
}

fn facts(here: &Here<'_>, source: &Source) -> Vec<Fact> {
    let desk = here.desk;
    let fact = |name: &str, text: String| Fact { name: desk.locale.word(name), text, href: None };
    let mut facts = vec![fact("fact-kind", kind(here, source))];
    facts.extend(desk.maybe(source.publisher.as_ref()).map(|text| fact("fact-publisher", text)));
    facts.extend(desk.maybe(source.author.as_ref()).map(|text| fact("fact-author", text)));
    facts.push(fact("fact-published", desk.locale.period(&source.published)));
    facts.extend(desk.maybe(source.inferred.as_ref()).map(|text| fact("fact-inferred", text)));
    let number = source.number.as_ref().map(|number| desk.locator(&source.id, number));
    facts.extend(number.map(|text| fact("fact-number", text)));
    let language = desk.locale.word(&format!("lang-{}", source.language.as_str()));
    facts.push(fact("fact-language", language));
    facts.extend(source.url.clone().map(|url| Fact { href: Some(url.clone()), ..fact("fact-url", url) }));
    facts.extend(desk.maybe(source.archive.as_ref()).map(|text| fact("fact-archive", text)));
    facts
}

/// A claim with what came out.
pub(super) fn claim(here: &Here<'_>, check: &ClaimCheck) -> Option<ClaimView> {
    let desk = here.desk;
    let claim = desk.report.sources.get(&check.source)?.claims.get(check.claim)?;
    let suffix = if claim.compute == Compute::Share { "%" } else { "" };
    let places = if claim.compute == Compute::Share { 2 } else { 4 };
    let show = |value: Decimal| format!("{}{suffix}", desk.locale.number(value.round_dp(places)));
    let computed =
        match (check.computed, check.interval.low, check.interval.high) {
            (Some(value), ..) => desk.say("claim-computed", &[("value", &show(value))]),
            (None, Some(low), Some(high)) => {
                desk.say("claim-computed-between", &[("low", &show(low)), ("high", &show(high))])
            }
            (None, Some(low), None) => desk
                .say("claim-computed", &[("value", &desk.say("proven-at-least", &[("value", &show(low))]))]),
            (None, None, Some(high)) => desk
                .say("claim-computed", &[("value", &desk.say("proven-at-most", &[("value", &show(high))]))]),
            (None, None, None) => desk.locale.word("claim-nothing"),
        };
    let key = check.outcome.as_str();
    Some(ClaimView {
        text: desk.words(&claim.text).into_owned(),
        locator: desk.locator(&check.source, &claim.locator),
        outcome_key: key.to_owned(),
        outcome: desk.locale.sentence(&desk.locale.word(&format!("claim-{key}"))),
        computed: desk.locale.sentence(&computed),
        figures: claim.of.iter().filter_map(|key| figure(here, key)).collect(),
        source: here.source(&check.source),
    })
}

/// A link to a figure, named by its time and value.
fn figure(here: &Here<'_>, key: &FigureKey) -> Option<Link> {
    let desk = here.desk;
    let indicator = desk.report.indicators.get(&key.indicator)?;
    let actual = key.actual.map_or(indicator.baseline.as_ref(), |at| indicator.actuals.get(at))?;
    let anchor = key.actual.map_or_else(|| "baseline".to_owned(), figure_anchor);
    let value = desk.locale.value(&actual.value, desk.unit(indicator));
    let text = desk.say("claim-figure", &[("title", &desk.words(&indicator.title)), ("value", &value)]);
    Some(here.link_at(&Route::Indicator(indicator.id.clone()), &anchor, text))
}
