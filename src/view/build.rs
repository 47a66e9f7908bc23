//! Report + evaluation + locale → every page of the site.

use crate::chart::{Style, draw, glyph_file, glyph_symbol};
use crate::locale::Locale;
use crate::model::Indicator;
use crate::view::charts::overview::Overview;
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::{CrossRefs, paging};
use crate::view::head::{feed, json_ld, records, site_head, social_card};
use crate::view::page::{PageView, SiteView};
use crate::view::pages::{
    briefs, changes, figure_tables, home, indicators, lists, methods, moved, partnerships, plans, search,
    sources, stories, text_pages, units,
};
use crate::view::route::{Address, Route};
use crate::view::shown::Shown;
use crate::view::{brief, charts, parts, results};
use rayon::prelude::*;

/// Writes all pages of a report in one language.
pub fn build(index: &CrossRefs<'_>, locale: &Locale) -> SiteView {
    let unmarked = locale.unmarked();
    let unmarked = LangContext::new(index, &unmarked, None);
    let ctx = LangContext::new(index, locale, Some(&unmarked));
    let routes = routes(&ctx);
    let cards = routes.par_iter().filter_map(|route| social_card::drawing(&ctx, route)).collect();
    let mut pages: Vec<PageView> = routes.into_par_iter().map(|route| page(&ctx, route)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let mut files: Vec<(String, String)> =
        ctx.refs.order.par_iter().filter_map(|indicator| drawing(&ctx, indicator)).collect();
    let mut tables = figure_tables::all(&ctx);
    for (page, chart) in overviews(&ctx) {
        let (drawing, table) = chart.files(&ctx.tree, &page);
        files.push(drawing);
        tables.push(table);
    }
    tables.extend(ctx.report.plans.values().filter_map(|plan| results::csv(&ctx, plan)));
    let index = search::index(&unmarked, &pages);
    SiteView {
        pages,
        drawings: files,
        feed: feed::feed(&unmarked),
        cards,
        tables,
        index,
        tree: ctx.tree.clone(),
    }
}

/// The glyphs of the statuses, each with the id by which a page refers to it; the same in every language.
pub fn glyphs() -> Vec<(String, String)> {
    Shown::ALL
        .into_iter()
        .map(|shown| (shown.symbol(), glyph_symbol(shown.glyph(), &shown.symbol())))
        .collect()
}

/// The glyphs of the statuses as drawings of their own, each with the status's name.
pub fn glyph_files() -> Vec<(&'static str, String)> {
    Shown::ALL.into_iter().map(|shown| (shown.key(), glyph_file(shown.glyph()))).collect()
}

/// The charts of several indicators, each with the page beside which its files stand.
fn overviews(ctx: &LangContext<'_>) -> Vec<(Route, Overview)> {
    let at = |route: Route| PageContext::at(ctx, route);
    let mut all: Vec<(Route, Option<Overview>)> = Vec::new();
    for plan in ctx.report.plans.values() {
        let page = Route::plan(ctx.report, &plan.id);
        all.push((page.clone(), charts::scorecard(ctx, plan)));
        all.push((page.clone(), charts::multiples(&at(page), plan)));
        for action in &plan.actions {
            let page = Route::Action(action.id.clone());
            all.push((page.clone(), charts::attainment(&at(page), plan, action)));
        }
    }
    let first = ctx.report.plans.values().next();
    all.push((Route::Partnerships, first.and_then(|plan| charts::network(ctx, plan))));
    for scope in ctx.report.scopes.iter() {
        let page = Route::Partnership(scope.id.clone());
        all.push((page.clone(), charts::tiles(&at(page), &scope.id)));
    }
    all.into_iter().filter_map(|(page, chart)| Some((page, chart?))).collect()
}

/// The drawing of an indicator as a file of its own, with its path.
pub(super) fn drawing(ctx: &LangContext<'_>, indicator: &Indicator) -> Option<(String, String)> {
    let drawing = charts::drawing(ctx.drawings(), indicator).filter(|drawing| drawing.telling)?;
    let path = Address::new(&ctx.tree, Route::Chart(indicator.id.clone())).path();
    Some((path, draw(&drawing.spec, Style::FILE)))
}

/// The paths of all pages of a report in one language, without writing them.
pub fn paths(index: &CrossRefs<'_>, locale: &Locale) -> Vec<String> {
    let ctx = LangContext::new(index, locale, None);
    routes(&ctx).into_iter().map(|route| Address::new(&ctx.tree, route).path()).collect()
}

/// Every page that the report gives.
fn routes(ctx: &LangContext<'_>) -> Vec<Route> {
    let indicators = ctx.report.indicators.keys().cloned().map(Route::Indicator);
    indicators.chain(few_routes(ctx)).collect()
}

/// Every page but those of indicators.
pub(super) fn few_routes(ctx: &LangContext<'_>) -> Vec<Route> {
    let report = ctx.report;
    let mut routes = vec![
        Route::Home,
        Route::Indicators,
        Route::Partnerships,
        Route::Units,
        Route::Stories,
        Route::Briefs,
        Route::Sources,
        Route::Methods,
        Route::Data,
        Route::Search,
        Route::NotFound,
    ];
    routes.extend(ctx.refs.changes.iter().map(|_| Route::Changes));
    for (index, plan) in report.plans.values().enumerate() {
        routes.push(if index == 0 { Route::Plan } else { Route::OtherPlan(plan.id.clone()) });
        routes.extend(plan.actions.iter().map(|action| Route::Action(action.id.clone())));
    }
    routes.extend(paging::routes(ctx.refs));
    routes.extend(report.scopes.iter().map(|scope| Route::Partnership(scope.id.clone())));
    routes.extend(report.units.keys().cloned().map(Route::Unit));
    routes.extend(report.stories.keys().cloned().map(Route::Story));
    routes.extend(report.pages.keys().cloned().map(Route::Page));
    routes.extend(brief::all(ctx).into_iter().map(Route::Brief));
    routes.extend(report.sources.keys().cloned().map(Route::Source));
    routes.extend(moved::routes(report));
    routes
}

/// Writes a page.
pub(super) fn page(ctx: &LangContext<'_>, route: Route) -> PageView {
    let page_ctx = PageContext::at(ctx, route);
    let parts = match &page_ctx.address.route {
        Route::Home => home::home(&page_ctx),
        Route::Plan => plans::plan(&page_ctx, ctx.report.plans.values().next()),
        Route::OtherPlan(id) => plans::plan(&page_ctx, ctx.report.plans.get(id)),
        Route::Action(id) => plans::action(&page_ctx, id),
        Route::Indicators => indicators::list(&page_ctx),
        Route::List(name, page) => lists::list(&page_ctx, name, *page),
        Route::Indicator(id) => indicators::indicator(&page_ctx, id),
        Route::Partnerships => partnerships::list(&page_ctx),
        Route::Partnership(id) => partnerships::partnership(&page_ctx, id, 1),
        Route::PartnershipMore(id, page) => partnerships::partnership(&page_ctx, id, *page),
        Route::Units => units::list(&page_ctx),
        Route::Unit(id) => units::unit(&page_ctx, id),
        Route::Stories => stories::list(&page_ctx),
        Route::Story(id) => stories::story(&page_ctx, id),
        Route::Page(id) => text_pages::page(&page_ctx, id),
        Route::Briefs => briefs::list(&page_ctx),
        Route::Brief(key) => briefs::page(&page_ctx, key),
        Route::Sources => sources::list(&page_ctx),
        Route::Source(id) => sources::source(&page_ctx, id, 1),
        Route::SourceMore(id, page) => sources::source(&page_ctx, id, *page),
        Route::Methods => methods::methods(&page_ctx),
        Route::Changes => changes::page(&page_ctx),
        Route::Data => methods::data(&page_ctx),
        Route::Search => search::page(&page_ctx),
        Route::Moved(_, to) => moved::page(&page_ctx, to),
        _ => parts::not_found(&page_ctx),
    };
    PageView {
        canonical: ctx.url(&match &page_ctx.address.route {
            Route::Moved(_, to) => Address::new(&ctx.tree, (**to).clone()),
            _ => page_ctx.address.clone(),
        }),
        linked_html: json_ld::linked(&page_ctx, &parts),
        meta: records::meta(&page_ctx, &parts),
        path: page_ctx.address.path(),
        root: page_ctx.address.root(),
        top: page_ctx.address.top(),
        lang: ctx.locale.lang().as_str().to_owned(),
        title: parts.title,
        description: parts.description,
        card: social_card::of(ctx, &page_ctx.address.route),
        site: site_head::head(&page_ctx),
        crumbs: parts.crumbs,
        body: parts.body,
        route: page_ctx.address.route,
    }
}
