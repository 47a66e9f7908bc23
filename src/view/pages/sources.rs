//! Sources: every figure drawn from each, and its arithmetic checked.

use crate::model::{Source, SourceId};
use crate::view::context::PageContext;
use crate::view::cross_refs::paging;
use crate::view::page::{Body, Fact, IndicatorRow, SourceView, SourcesView};
use crate::view::pages::{entries, figure_tables, list_links};
use crate::view::parts;
use crate::view::parts::PageParts;
use crate::view::route::{Route, promise_anchor};
use crate::view::wording::{checks, documents, figures};

/// Writes the list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    parts::plain(
        page_ctx,
        "page-sources",
        "about-sources",
        Body::Sources(SourcesView { sources: documents::cards(page_ctx) }),
    )
}

/// Writes a page of a source, from 1.
pub(in crate::view) fn source(page_ctx: &PageContext<'_>, id: &SourceId, page: usize) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(source) = ctx.report.sources.get(id) else {
        return parts::not_found(page_ctx);
    };
    let (targets, figures) = (ctx.refs.targets.from_source.get(id), ctx.refs.figures.from_source.get(id));
    let (target_pages, figure_pages) = (paging::target_pages(targets), paging::figure_pages(figures));
    let count = target_pages.len().max(figure_pages.len());
    let checks = ctx.evaluation.claims.iter().filter(|check| check.source == *id && page == 1);
    let order: Vec<&SourceId> = documents::by_date(page_ctx).into_iter().map(|source| &source.id).collect();
    let (previous, next) = list_links::neighbours_in(&order, &id, |other| page_ctx.source(other));
    let view = SourceView {
        facts: if page == 1 { facts(page_ctx, source) } else { Vec::new() },
        note: ctx.maybe(source.note.as_ref().filter(|_| page == 1)),
        claims: checks.filter_map(|check| checks::claim(page_ctx, check)).collect(),
        targets: paging::slice(targets, &target_pages, page)
            .iter()
            .map(|one| IndicatorRow {
                anchor: Some(promise_anchor(&one.0.id)),
                ..entries::targets_row(page_ctx, one)
            })
            .collect(),
        figures: figures::of_source(page_ctx, paging::slice(figures, &figure_pages, page)),
        figure_count: figures.len(),
        csv: figure_tables::link(page_ctx, &Route::Source(id.clone()), figures),
        pages: list_links::page_links(page_ctx, count, page, |page| Route::source(id, page)),
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
        title: list_links::numbered(page_ctx, &title, page),
        crumbs,
        body: Body::Source(Box::new(view)),
    }
}

fn facts(page_ctx: &PageContext<'_>, source: &Source) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let fact = |name: &str, text: String| Fact { name: ctx.locale.word(name), text, href: None };
    let mut facts = vec![fact("fact-kind", documents::kind(page_ctx, source))];
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
