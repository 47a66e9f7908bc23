//! Sources: every figure drawn from each, and its arithmetic checked.

use super::build::PageParts;
use super::context::{PageContext, figure_anchor};
use super::lists;
use super::page::{Body, ClaimView, Fact, Link, SourceCard, SourceView, SourcesView};
use super::route::Route;
use crate::evaluate::ClaimCheck;
use crate::model::{Compute, FigureKey, Source, SourceId, SourceKind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The sources by date.
fn by_date<'a>(page_ctx: &PageContext<'a>) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = page_ctx.lang.report.sources.values().collect();
    sources.sort_by_key(|source| (source.published.start(), &source.id));
    sources
}

/// The sources as cards, by date.
pub(super) fn cards(page_ctx: &PageContext<'_>) -> Vec<SourceCard> {
    by_date(page_ctx)
        .into_iter()
        .map(|source| SourceCard {
            link: page_ctx.source(&source.id),
            about: about(page_ctx, source),
            holds: holds(page_ctx, source),
        })
        .collect()
}

/// Some of the sources as cards, by date.
pub(super) fn cards_of(page_ctx: &PageContext<'_>, wanted: &BTreeSet<SourceId>) -> Vec<SourceCard> {
    let cards = by_date(page_ctx).into_iter().zip(cards(page_ctx));
    cards.filter(|(source, _)| wanted.contains(&source.id)).map(|(_, card)| card).collect()
}

/// What was taken from a source, in words.
fn holds(page_ctx: &PageContext<'_>, source: &Source) -> String {
    let (ctx, index) = (page_ctx.lang, page_ctx.lang.refs);
    let targets = index.targets.from_source.get(&source.id).iter().map(|(_, targets)| targets.len()).sum();
    let counts: [(&str, usize); 3] = [
        ("source-figures", index.figures.from_source.get(&source.id).len()),
        ("source-targets", targets),
        ("source-claims", source.claims.len()),
    ];
    let words: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| ctx.say(name, &[("count", &ctx.locale.count(count))]))
        .collect();
    ctx.locale.list(&words)
}

/// Writes the list.
pub(super) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    page_ctx.plain("page-sources", "about-sources", Body::Sources(SourcesView { sources: cards(page_ctx) }))
}

fn kind(page_ctx: &PageContext<'_>, source: &Source) -> String {
    let kind = page_ctx.lang.locale.word(match source.kind {
        SourceKind::Plan => "source-plan",
        SourceKind::Newspaper => "source-newspaper",
        SourceKind::Bulletin => "source-bulletin",
        SourceKind::Report => "source-report",
        SourceKind::Statistics => "source-statistics",
        SourceKind::Web => "source-web",
    });
    page_ctx.lang.locale.sentence(&kind)
}

fn about(page_ctx: &PageContext<'_>, source: &Source) -> String {
    let ctx = page_ctx.lang;
    let date = ctx.locale.period(&source.published);
    match &source.publisher {
        Some(publisher) => {
            ctx.say("source-about-publisher", &[("publisher", &ctx.words(publisher)), ("date", &date)])
        }
        None => ctx.say("source-about", &[("kind", &kind(page_ctx, source)), ("date", &date)]),
    }
}

/// Writes a page of a source, from 1.
pub(super) fn source(page_ctx: &PageContext<'_>, id: &SourceId, page: usize) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(source) = ctx.report.sources.get(id) else {
        return page_ctx.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (targets, figures) = (ctx.refs.targets.from_source.get(id), ctx.refs.figures.from_source.get(id));
    let (target_pages, figure_pages) = (lists::target_pages(targets), lists::figure_pages(figures));
    let count = target_pages.len().max(figure_pages.len());
    let checks = ctx.evaluation.claims.iter().filter(|check| check.source == *id && page == 1);
    let order: Vec<&SourceId> = by_date(page_ctx).into_iter().map(|source| &source.id).collect();
    let (previous, next) = super::lists::neighbours_in(&order, &id, |other| page_ctx.source(other));
    let view = SourceView {
        facts: if page == 1 { facts(page_ctx, source) } else { Vec::new() },
        note: ctx.maybe(source.note.as_ref().filter(|_| page == 1)),
        claims: checks.filter_map(|check| claim(page_ctx, check)).collect(),
        targets: lists::slice(targets, &target_pages, page).iter().map(|one| page_ctx.row_of(one)).collect(),
        figures: page_ctx.figures_of_source(lists::slice(figures, &figure_pages, page)),
        figure_count: figures.len(),
        pages: page_ctx.pages(count, page, |page| Route::source(id, page)),
        stories: if page == 1 { page_ctx.stories(ctx.refs.stories_from.get(id)) } else { Vec::new() },
        previous,
        next,
    };
    let title = ctx.words(&source.title).into_owned();
    let mut crumbs = vec![page_ctx.home(), page_ctx.link(&Route::Sources, ctx.locale.word("page-sources"))];
    if page > 1 {
        crumbs.push(page_ctx.source(id));
    }
    PageParts {
        description: ctx.say("about-source", &[("source", &title)]),
        title: page_ctx.numbered(&title, page),
        crumbs,
        body: Body::Source(Box::new(view)),
    }
}

fn facts(page_ctx: &PageContext<'_>, source: &Source) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let fact = |name: &str, text: String| Fact { name: ctx.locale.word(name), text, href: None };
    let mut facts = vec![fact("fact-kind", kind(page_ctx, source))];
    facts.extend(ctx.maybe(source.publisher.as_ref()).map(|text| fact("fact-publisher", text)));
    facts.extend(ctx.maybe(source.author.as_ref()).map(|text| fact("fact-author", text)));
    facts.push(fact("fact-published", ctx.locale.period(&source.published)));
    facts.extend(ctx.maybe(source.inferred.as_ref()).map(|text| fact("fact-inferred", text)));
    let number = source.number.as_ref().map(|number| ctx.locator(&source.id, number));
    facts.extend(number.map(|text| fact("fact-number", text)));
    let language = ctx.locale.name_of(&source.language);
    facts.push(fact("fact-language", language));
    facts.extend(source.url.clone().map(|url| Fact { href: Some(url.clone()), ..fact("fact-url", url) }));
    facts.extend(ctx.maybe(source.archive.as_ref()).map(|text| fact("fact-archive", text)));
    facts
}

/// A claim with what came out.
pub(super) fn claim(page_ctx: &PageContext<'_>, check: &ClaimCheck) -> Option<ClaimView> {
    let ctx = page_ctx.lang;
    let claim = ctx.report.sources.get(&check.source)?.claims.get(check.claim)?;
    let suffix = if claim.compute == Compute::Share { "%" } else { "" };
    let places = if claim.compute == Compute::Share { 2 } else { 4 };
    let show = |value: Decimal| format!("{}{suffix}", ctx.locale.number(value.round_dp(places)));
    let computed = match (check.computed, check.interval.low, check.interval.high) {
        (Some(value), ..) => ctx.say("claim-computed", &[("value", &show(value))]),
        (None, Some(low), Some(high)) => {
            ctx.say("claim-computed-between", &[("low", &show(low)), ("high", &show(high))])
        }
        (None, Some(low), None) => {
            ctx.say("claim-computed", &[("value", &ctx.say("proven-at-least", &[("value", &show(low))]))])
        }
        (None, None, Some(high)) => {
            ctx.say("claim-computed", &[("value", &ctx.say("proven-at-most", &[("value", &show(high))]))])
        }
        (None, None, None) => ctx.locale.word("claim-nothing"),
    };
    let key = check.outcome.as_str();
    Some(ClaimView {
        text: ctx.words(&claim.text).into_owned(),
        locator: ctx.locator(&check.source, &claim.locator),
        outcome_key: key.to_owned(),
        outcome: ctx.locale.sentence(&ctx.locale.word(&format!("claim-{key}"))),
        computed: ctx.locale.sentence(&computed),
        figures: claim.of.iter().filter_map(|key| figure(page_ctx, key)).collect(),
        source: page_ctx.source(&check.source),
    })
}

/// A link to a figure, named by its time and value.
fn figure(page_ctx: &PageContext<'_>, key: &FigureKey) -> Option<Link> {
    let ctx = page_ctx.lang;
    let indicator = ctx.report.indicators.get(&key.indicator)?;
    let actual = key.actual.map_or(indicator.baseline.as_ref(), |at| indicator.actuals.get(at))?;
    let anchor = key.actual.map_or_else(|| "baseline".to_owned(), figure_anchor);
    let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
    let text = ctx.say("claim-figure", &[("title", &ctx.words(&indicator.title)), ("value", &value)]);
    Some(page_ctx.link_at(&Route::Indicator(indicator.id.clone()), &anchor, text))
}
