//! What all pages have in common: menu, languages, foot.

use crate::locale::own_name;
use crate::model::{MenuEntry, MenuTarget, SiteList};
use crate::view::context::PageContext;
use crate::view::head::records;
use crate::view::page::link::Link;
use crate::view::page::{LanguageView, MenuItem, SiteHead};
use crate::view::route::{Address, Route, tree};
use std::sync::Arc;

pub(in crate::view) fn head(page_ctx: &PageContext<'_>) -> SiteHead {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let title = ctx.words(&site.title).into_owned();
    let short_title = title.split(['：', ':']).next().unwrap_or(&title).trim().to_owned();
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
        records: records::records(page_ctx),
        changes: ctx
            .refs
            .changes
            .as_ref()
            .map(|_| page_ctx.link(&Route::Changes, ctx.locale.word("page-changes"))),
        search: page_ctx.link(&Route::Search, ctx.locale.word("page-search")),
        menu: menu(page_ctx),
        home: page_ctx.address.link(&Route::Home),
        stylesheet: page_ctx.address.link(&Route::Asset("style.css".to_owned())),
        generator: ctx.say("generator-line", &[("name", "shanhai"), ("version", env!("CARGO_PKG_VERSION"))]),
        words: Arc::clone(&ctx.interface),
    }
}

/// The entries of the menu.
fn menu(page_ctx: &PageContext<'_>) -> Vec<MenuItem> {
    let ctx = page_ctx.lang;
    let here = &page_ctx.address.route;
    let item = |entry: &MenuEntry| {
        let (route, link) = match &entry.to {
            MenuTarget::List(list) => {
                let (route, name) = of_list(*list);
                (Some(route.clone()), page_ctx.link(&route, ctx.locale.word(name)))
            }
            MenuTarget::Page(id) => (Some(Route::Page(id.clone())), page_ctx.text_page(id)),
            MenuTarget::Story(id) => (Some(Route::Story(id.clone())), page_ctx.story(id)),
            MenuTarget::Web(url) => (None, Link { text: url.clone(), href: url.clone() }),
        };
        MenuItem {
            text: entry.title.as_ref().map_or(link.text, |title| ctx.words(title).into_owned()),
            href: link.href,
            current: route.is_some_and(|route| section(here) == Some(&route) || *here == route),
        }
    };
    ctx.report.site.menu.iter().map(item).collect()
}

/// The page of a list, and the message that is its name in the menu.
fn of_list(list: SiteList) -> (Route, &'static str) {
    match list {
        SiteList::Plan => (Route::Plan, "menu-plan"),
        SiteList::Indicators => (Route::Indicators, "menu-indicators"),
        SiteList::Partnerships => (Route::Partnerships, "menu-partnerships"),
        SiteList::Units => (Route::Units, "menu-units"),
        SiteList::Stories => (Route::Stories, "menu-stories"),
        SiteList::Briefs => (Route::Briefs, "menu-briefs"),
        SiteList::Sources => (Route::Sources, "menu-sources"),
        SiteList::Methods => (Route::Methods, "menu-methods"),
        SiteList::Data => (Route::Data, "page-data"),
        SiteList::Search => (Route::Search, "page-search"),
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
        Route::Data | Route::Changes => &Route::Methods,
        _ => return None,
    })
}
