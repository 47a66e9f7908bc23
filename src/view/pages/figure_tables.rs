//! The figures of a source or scope as a table for spreadsheets: all of them, where the page has them in parts.

use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::lists::FigureAt;
use crate::view::page::link::Link;
use crate::view::page::{ChartTable, ScopeFigure};
use crate::view::route::Route;
use crate::view::wording::figures;

/// The link to the table beside a page; none if it has no figure.
pub(super) fn link(page_ctx: &PageContext<'_>, page: &Route, figures: &[FigureAt<'_>]) -> Option<Link> {
    let word = page_ctx.lang.locale.word("download-csv");
    (!figures.is_empty()).then(|| page_ctx.link(&Route::FiguresCsv(Box::new(page.clone())), word))
}

/// The tables of all sources and scopes.
pub(in crate::view) fn all(ctx: &LangContext<'_>) -> Vec<ChartTable> {
    // A file has no marks of another language.
    let ctx = ctx.drawings();
    let of_sources = ctx.report.sources.keys().map(|id| {
        let page_ctx = PageContext::at(ctx, Route::Source(id.clone()));
        let rows = figures::of_source(&page_ctx, ctx.refs.figures.from_source.get(id));
        table(&page_ctx, "scope", rows)
    });
    let of_scopes = ctx.report.scopes.iter().map(|scope| {
        let page_ctx = PageContext::at(ctx, Route::Partnership(scope.id.clone()));
        let rows = figures::of_scope(&page_ctx, ctx.refs.figures.in_scope.get(&scope.id));
        table(&page_ctx, "source", rows)
    });
    of_sources.chain(of_scopes).flatten().collect()
}

fn table(page_ctx: &PageContext<'_>, other: &str, rows: Vec<ScopeFigure>) -> Option<ChartTable> {
    if rows.is_empty() {
        return None;
    }
    let word = |name: &str| page_ctx.lang.locale.word(name);
    let head = ["indicator", "time", "figure", other, "kind-of-figure", "locator"].map(word).to_vec();
    let row = |one: ScopeFigure| {
        let kind = one.kind.unwrap_or_default();
        vec![one.indicator.text, one.time, one.value, one.other.text, kind, one.locator]
    };
    let route = Route::FiguresCsv(Box::new(page_ctx.address.route.clone()));
    let path = crate::view::route::Address::new(&page_ctx.lang.tree, route).path();
    Some(ChartTable { path, head, rows: rows.into_iter().map(row).collect() })
}
