//! Report + evaluation + locale → every page of the site.

use super::charts::Overview;
use super::desk::{Desk, Here, Shown, tree};
use super::index::Index;
use super::page::{Body, LanguageView, Link, MenuItem, PageView, SiteHead, SiteView};
use super::route::{Address, Route};
use super::{cards, charts, paper, plans, sources, stories, units};
use crate::chart::{Style, draw, glyph_file, glyph_symbol};
use crate::locale::Locale;
use crate::model::{Indicator, Lang};
use rayon::prelude::*;
use std::sync::Arc;

/// Writes all pages of a report in one language.
pub fn build(index: &Index<'_>, locale: &Locale) -> SiteView {
    let unmarked = locale.unmarked();
    let unmarked = Desk::new(index, &unmarked, None);
    let desk = Desk::new(index, locale, Some(&unmarked));
    let routes = routes(&desk);
    let cards = routes.par_iter().filter_map(|route| cards::drawing(&desk, route)).collect();
    let mut pages: Vec<PageView> = routes.into_par_iter().map(|route| page(&desk, route)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let mut files: Vec<(String, String)> =
        desk.index.order.par_iter().filter_map(|indicator| drawing(&desk, indicator)).collect();
    let mut tables = Vec::new();
    for (page, chart) in overviews(&desk) {
        let (drawing, table) = chart.files(&desk.tree, &page);
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
        tree: desk.tree.clone(),
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
fn overviews(desk: &Desk<'_>) -> Vec<(Route, Overview)> {
    let at = |route: Route| Here::at(desk, route);
    let mut all: Vec<(Route, Option<Overview>)> = Vec::new();
    for plan in desk.report.plans.values() {
        let page = plans::plan_route(desk, plan);
        all.push((page.clone(), charts::scorecard(desk, plan)));
        all.push((page.clone(), charts::multiples(&at(page), plan)));
        for action in &plan.actions {
            let page = Route::Action(action.id.clone());
            all.push((page.clone(), charts::attainment(&at(page), plan, action)));
        }
    }
    let first = desk.report.plans.values().next();
    all.push((Route::Partnerships, first.and_then(|plan| charts::network(desk, plan))));
    for scope in desk.report.scopes.iter() {
        let page = Route::Partnership(scope.id.clone());
        all.push((page.clone(), charts::tiles(&at(page), &scope.id)));
    }
    all.into_iter().filter_map(|(page, chart)| Some((page, chart?))).collect()
}

/// The drawing of an indicator as a file of its own, with its path.
pub(super) fn drawing(desk: &Desk<'_>, indicator: &Indicator) -> Option<(String, String)> {
    let drawing = charts::drawing(desk.drawings(), indicator)?;
    let path = Address::new(&desk.tree, Route::Chart(indicator.id.clone())).path();
    Some((path, draw(&drawing.spec, Style::FILE)))
}

/// Every page that the report gives.
fn routes(desk: &Desk<'_>) -> Vec<Route> {
    let indicators = desk.report.indicators.keys().cloned().map(Route::Indicator);
    indicators.chain(few_routes(desk)).collect()
}

/// Every page but those of indicators.
pub(super) fn few_routes(desk: &Desk<'_>) -> Vec<Route> {
    let report = desk.report;
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
    routes.extend(super::lists::routes(desk.index));
    routes.extend(report.scopes.iter().map(|scope| Route::Partnership(scope.id.clone())));
    routes.extend(report.units.keys().cloned().map(Route::Unit));
    routes.extend(report.stories.keys().cloned().map(Route::Story));
    routes.extend(paper::all(desk).into_iter().map(Route::Brief));
    routes.extend(report.sources.keys().cloned().map(Route::Source));
    routes
}

/// What a page is before its head is added: title, description, crumbs and body.
pub(super) struct Sheet {
    pub title: String,
    pub description: String,
    pub crumbs: Vec<Link>,
    pub body: Body,
}

/// Writes a page.
pub(super) fn page(desk: &Desk<'_>, route: Route) -> PageView {
    let here = Here::at(desk, route);
    let sheet = match &here.address.route {
        Route::Home => super::home::home(&here),
        Route::Plan => plans::plan(&here, desk.report.plans.values().next()),
        Route::OtherPlan(id) => plans::plan(&here, desk.report.plans.get(id)),
        Route::Action(id) => plans::action(&here, id),
        Route::Indicators => super::indicators::list(&here),
        Route::List(name, page) => super::lists::list(&here, name, *page),
        Route::Indicator(id) => super::indicators::indicator(&here, id),
        Route::Partnerships => super::partnerships::list(&here),
        Route::Partnership(id) => super::partnerships::partnership(&here, id, 1),
        Route::PartnershipMore(id, page) => super::partnerships::partnership(&here, id, *page),
        Route::Units => units::list(&here),
        Route::Unit(id) => units::unit(&here, id),
        Route::Stories => stories::list(&here),
        Route::Story(id) => stories::story(&here, id),
        Route::Briefs => paper::list(&here),
        Route::Brief(key) => paper::page(&here, key),
        Route::Sources => sources::list(&here),
        Route::Source(id) => sources::source(&here, id, 1),
        Route::SourceMore(id, page) => sources::source(&here, id, *page),
        Route::Methods => super::methods::methods(&here),
        Route::Data => super::methods::data(&here),
        Route::Search => super::search::page(&here),
        _ => here.plain("page-not-found", "about-not-found", Body::NotFound),
    };
    PageView {
        canonical: desk.url(&here.address),
        linked_html: super::linked::linked(&here, &sheet),
        meta: super::records::meta(&here, &sheet),
        path: here.address.path(),
        root: here.address.root(),
        top: here.address.top(),
        lang: desk.locale.lang().as_str().to_owned(),
        title: sheet.title,
        description: sheet.description,
        card: cards::of(desk, &here.address.route),
        site: head(&here),
        crumbs: sheet.crumbs,
        body: sheet.body,
        route: here.address.route,
    }
}

impl Here<'_> {
    /// A page whose title and description are messages.
    pub(super) fn plain(&self, title: &str, about: &str, body: Body) -> Sheet {
        Sheet {
            title: self.desk.locale.word(title),
            description: self.desk.locale.word(about),
            crumbs: vec![self.home()],
            body,
        }
    }

    /// The crumb of the home page.
    pub(super) fn home(&self) -> Link {
        self.link(&Route::Home, self.desk.locale.word("crumb-home"))
    }
}

fn head(here: &Here<'_>) -> SiteHead {
    let desk = here.desk;
    let site = &desk.report.site;
    let title = desk.words(&site.title).into_owned();
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
    .filter(|(route, _)| *route != Route::Plan || !desk.report.plans.is_empty())
    .map(|(route, name)| MenuItem {
        text: desk.locale.word(name),
        href: here.address.link(&route),
        current: section(&here.address.route) == Some(&route) || here.address.route == route,
    })
    .collect();
    SiteHead {
        short_title,
        title,
        tagline: desk.maybe(site.tagline.as_ref()),
        publisher: desk.maybe(site.publisher.as_ref()),
        licence: site.licence.as_ref().map(|licence| Link {
            text: desk.words(&licence.title).into_owned(),
            href: licence.url.clone().unwrap_or_default(),
        }),
        as_of: desk.locale.day(desk.evaluation.as_of),
        as_of_note: desk.locale.word("as-of-note"),
        languages: languages(here),
        notice: desk.locale.is_converted().then(|| desk.locale.word("notice-converted")),
        feed: site.base_url.as_ref().map(|_| here.link(&Route::Feed, desk.locale.word("feed-title"))),
        records: super::records::records(here),
        search: here.link(&Route::Search, desk.locale.word("page-search")),
        menu,
        home: here.address.link(&Route::Home),
        stylesheet: here.address.link(&Route::Asset("style.css".to_owned())),
        generator: desk.say("generator-line", &[("name", "shanhai"), ("version", env!("CARGO_PKG_VERSION"))]),
        words: Arc::clone(&desk.interface),
    }
}

/// The same page in each language of the site.
fn languages(here: &Here<'_>) -> Vec<LanguageView> {
    let desk = here.desk;
    let all = &desk.report.site.languages;
    if all.len() < 2 {
        return Vec::new();
    }
    all.iter()
        .map(|lang| {
            let there = Address::new(&tree(desk.report, lang), here.address.route.clone());
            LanguageView {
                text: own_name(lang).to_owned(),
                lang: lang.as_str().to_owned(),
                href: here.address.link_to(&there),
                url: desk.url(&there),
                current: lang == desk.locale.lang(),
            }
        })
        .collect()
}

/// What a language calls itself.
fn own_name(lang: &Lang) -> &str {
    match lang.as_str() {
        "zh-Hans" => "简体中文",
        "zh-Hant" => "繁體中文",
        "en" => "English",
        other => other,
    }
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
