//! Sources as documents: what each is, and what was taken from it.

use crate::model::{Source, SourceId, SourceKind};
use crate::view::context::PageContext;
use crate::view::page::{Fact, SourceCard};
use std::collections::BTreeSet;

/// The sources by date.
pub(in crate::view) fn by_date<'a>(page_ctx: &PageContext<'a>) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = page_ctx.lang.report.sources.values().collect();
    sources.sort_by_key(|source| (source.published.start(), &source.id));
    sources
}

/// The sources as cards, by date.
pub(in crate::view) fn cards(page_ctx: &PageContext<'_>) -> Vec<SourceCard> {
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
pub(in crate::view) fn cards_of(page_ctx: &PageContext<'_>, wanted: &BTreeSet<SourceId>) -> Vec<SourceCard> {
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

pub(in crate::view) fn kind(page_ctx: &PageContext<'_>, source: &Source) -> String {
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

/// Where a document can be read: its address, else where a copy is kept; none if neither is known.
pub(in crate::view) fn original(page_ctx: &PageContext<'_>, id: &SourceId) -> Option<Fact> {
    let ctx = page_ctx.lang;
    let source = ctx.report.sources.get(id)?;
    let (address, kept) = (ctx.locale.word("fact-url"), ctx.locale.word("fact-archive"));
    let online = source.url.clone().map(|url| Fact { name: address.clone(), text: address, href: Some(url) });
    online.or_else(|| Some(Fact { name: kept, text: ctx.maybe(source.archive.as_ref())?, href: None }))
}
