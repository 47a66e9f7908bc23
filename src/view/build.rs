//! Report + evaluation + locale → every page of the site.

use super::charts::Overview;
use super::context::{LangContext, PageContext, Shown, tree};
use super::cross_refs::CrossRefs;
use super::page::{Body, LanguageView, Link, MenuItem, PageView, SiteHead, SiteView};
use super::route::{Address, Route};
use super::{brief, cards, charts, plans, sources, stories, units};
use crate::chart::{Style, draw, glyph_file, glyph_symbol};
use crate::locale::{Locale, own_name};
use crate::model::Indicator;
use rayon::prelude::*;
use std::sync::Arc;

/// Writes all pages of a report in one language.
pub fn build(index: &CrossRefs<'_>, locale: &Locale) -> SiteView {
    let unmarked = locale.unmarked();
    let unmarked = LangContext::new(index, &unmarked, None);
    let ctx = LangContext::new(index, locale, Some(&unmarked));
    let routes = routes(&ctx);
    let cards = routes.par_iter().filter_map(|route| cards::drawing(&ctx, route)).collect();
    let mut pages: Vec<PageView> = routes.into_par_iter().map(|route| page(&ctx, route)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let mut files: Vec<(String, String)> =
        ctx.refs.order.par_iter().filter_map(|indicator| drawing(&ctx, indicator)).collect();
    let mut tables = Vec::new();
    for (page, chart) in overviews(&ctx) {
        let (drawing, table) = chart.files(&ctx.tree, &page);
        files.push(drawing);
        tables.push(table);
    }
    SiteView {
        pages,
        drawings: files,
        feed: super::feed::feed(&unmarked),
        cards,
        tables,
        index: super::search::index(&unmarked),
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
        let page = plans::plan_route(ctx, plan);
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
    let drawing = charts::drawing(ctx.drawings(), indicator)?;
    let path = Address::new(&ctx.tree, Route::Chart(indicator.id.clone())).path();
    Some((path, draw(&drawing.spec, Style::FILE)))
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
    for (index, plan) in report.plans.values().enumerate() {
        routes.push(if index == 0 { Route::Plan } else { Route::OtherPlan(plan.id.clone()) });
        routes.extend(plan.actions.iter().map(|action| Route::Action(action.id.clone())));
    }
    routes.extend(super::lists::routes(ctx.refs));
    routes.extend(report.scopes.iter().map(|scope| Route::Partnership(scope.id.clone())));
    routes.extend(report.units.keys().cloned().map(Route::Unit));
    routes.extend(report.stories.keys().cloned().map(Route::Story));
    routes.extend(brief::all(ctx).into_iter().map(Route::Brief));
    routes.extend(report.sources.keys().cloned().map(Route::Source));
    routes
}

/// What a page is before its head is added: title, description, crumbs and body.
pub(super) struct PageParts {
    pub title: String,
    pub description: String,
    pub crumbs: Vec<Link>,
    pub body: Body,
}

/// Writes a page.
pub(super) fn page(ctx: &LangContext<'_>, route: Route) -> PageView {
    let page_ctx = PageContext::at(ctx, route);
    let sheet = match &page_ctx.address.route {
        Route::Home => super::home::home(&page_ctx),
        Route::Plan => plans::plan(&page_ctx, ctx.report.plans.values().next()),
        Route::OtherPlan(id) => plans::plan(&page_ctx, ctx.report.plans.get(id)),
        Route::Action(id) => plans::action(&page_ctx, id),
        Route::Indicators => super::indicators::list(&page_ctx),
        Route::List(name, page) => super::lists::list(&page_ctx, name, *page),
        Route::Indicator(id) => super::indicators::indicator(&page_ctx, id),
        Route::Partnerships => super::partnerships::list(&page_ctx),
        Route::Partnership(id) => super::partnerships::partnership(&page_ctx, id, 1),
        Route::PartnershipMore(id, page) => super::partnerships::partnership(&page_ctx, id, *page),
        Route::Units => units::list(&page_ctx),
        Route::Unit(id) => units::unit(&page_ctx, id),
        Route::Stories => stories::list(&page_ctx),
        Route::Story(id) => stories::story(&page_ctx, id),
        Route::Briefs => brief::list(&page_ctx),
        Route::Brief(key) => brief::page(&page_ctx, key),
        Route::Sources => sources::list(&page_ctx),
        Route::Source(id) => sources::source(&page_ctx, id, 1),
        Route::SourceMore(id, page) => sources::source(&page_ctx, id, *page),
        Route::Methods => super::methods::methods(&page_ctx),
        Route::Data => super::methods::data(&page_ctx),
        Route::Search => super::search::page(&page_ctx),
        _ => page_ctx.plain("page-not-found", "about-not-found", Body::NotFound),
    };
    PageView {
        canonical: ctx.url(&page_ctx.address),
        linked_html: super::json_ld::linked(&page_ctx, &sheet),
        meta: super::records::meta(&page_ctx, &sheet),
        path: page_ctx.address.path(),
        root: page_ctx.address.root(),
        top: page_ctx.address.top(),
        lang: ctx.locale.lang().as_str().to_owned(),
        title: sheet.title,
        description: sheet.description,
        card: cards::of(ctx, &page_ctx.address.route),
        site: head(&page_ctx),
        crumbs: sheet.crumbs,
        body: sheet.body,
        route: page_ctx.address.route,
    }
}

impl PageContext<'_> {
    /// A page whose title and description are messages.
    pub(super) fn plain(&self, title: &str, about: &str, body: Body) -> PageParts {
        PageParts {
            title: self.lang.locale.word(title),
            description: self.lang.locale.word(about),
            crumbs: vec![self.home()],
            body,
        }
    }

    /// The crumb of the home page.
    pub(super) fn home(&self) -> Link {
        self.link(&Route::Home, self.lang.locale.word("crumb-home"))
    }
}

fn head(page_ctx: &PageContext<'_>) -> SiteHead {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let title = ctx.words(&site.title).into_owned();
    let short_title = title.split(['：', ':']).next().unwrap_or(&title).trim().to_owned();
    let menu = [
        (Route::Plan, "menu-plan"),
        (Route::Indicators, "menu-indicators"),
        (Route::Partnerships, "menu-partnerships"),
        (Route::Units, "menu-units"),
        (Route::Stories, "menu-stories"),
        (Route::Briefs, "menu-briefs"),
        (Route::Sources, "menu-sources"),
        (Route::Methods, "menu-methods"),
    ]
    .into_iter()
    .filter(|(route, _)| *route != Route::Plan || !ctx.report.plans.is_empty())
    .map(|(route, name)| MenuItem {
        text: ctx.locale.word(name),
        href: page_ctx.address.link(&route),
        current: section(&page_ctx.address.route) == Some(&route) || page_ctx.address.route == route,
    })
    .collect();
    SiteHead {
        short_title,
        title,
        tagline: ctx.maybe(site.tagline.as_ref()),
        publisher: ctx.maybe(site.publisher.as_ref()),
        licence: site.licence.as_ref().map(|licence| Link {
            text: ctx.words(&licence.title).into_owned(),
            href: licence.url.clone().unwrap_or_default(),
        }),
        as_of: ctx.locale.day(ctx.evaluation.as_of),
        as_of_note: ctx.locale.word("as-of-note"),
        languages: languages(page_ctx),
        notice: ctx.locale.is_converted().then(|| ctx.locale.word("notice-converted")),
        feed: site.base_url.as_ref().map(|_| page_ctx.link(&Route::Feed, ctx.locale.word("feed-title"))),
        records: super::records::records(page_ctx),
        search: page_ctx.link(&Route::Search, ctx.locale.word("page-search")),
        menu,
        home: page_ctx.address.link(&Route::Home),
        stylesheet: page_ctx.address.link(&Route::Asset("style.css".to_owned())),
        generator: ctx.say("generator-line", &[("name", "shanhai"), ("version", env!("CARGO_PKG_VERSION"))]),
        words: Arc::clone(&ctx.interface),
    }
}

/// The same page in each language of the site.
fn languages(page_ctx: &PageContext<'_>) -> Vec<LanguageView> {
    let ctx = page_ctx.lang;
    let all = &ctx.report.site.languages;
    if all.len() < 2 {
        return Vec::new();
    }
    all.iter()
        .map(|lang| {
            let there = Address::new(&tree(ctx.report, lang), page_ctx.address.route.clone());
            LanguageView {
                text: own_name(lang).to_owned(),
                lang: lang.as_str().to_owned(),
                href: page_ctx.address.link_to(&there),
                url: ctx.url(&there),
                current: lang == ctx.locale.lang(),
            }
        })
        .collect()
}

/// The entry of the menu that a page belongs to.
fn section(route: &Route) -> Option<&'static Route> {
    Some(match route {
        Route::OtherPlan(_) | Route::Action(_) => &Route::Plan,
        Route::Indicator(_) | Route::List(..) => &Route::Indicators,
        Route::Partnership(_) | Route::PartnershipMore(..) => &Route::Partnerships,
        Route::Unit(_) => &Route::Units,
        Route::Story(_) => &Route::Stories,
        Route::Brief(_) => &Route::Briefs,
        Route::Source(_) | Route::SourceMore(..) => &Route::Sources,
        Route::Data => &Route::Methods,
        _ => return None,
    })
}
