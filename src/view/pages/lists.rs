//! Pagination: long lists, cut into pages of bounded size.

use crate::view::context::PageContext;
use crate::view::cross_refs::{CrossRefs, paging};
use crate::view::page::{Body, ListView};
use crate::view::pages::{entries, list_links};
use crate::view::parts;
use crate::view::parts::PageParts;
use crate::view::route::Route;

/// Writes a page of a list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>, name: &str, page: usize) -> PageParts {
    let ctx = page_ctx.lang;
    let CrossRefs { groups, targets, .. } = ctx.refs;
    let route = |page: usize| Route::List(name.to_owned(), page);
    let mut crumbs =
        vec![page_ctx.home(), page_ctx.link(&Route::Indicators, ctx.locale.word("page-indicators"))];
    let of_status =
        targets.with_status.iter().find(|((plan, shown), _)| paging::status_list(plan, *shown) == name);
    if let Some(((plan, shown), targets)) = of_status {
        let status = ctx.status(*shown);
        let pages = paging::status_pages(targets);
        let rows = paging::slice(targets, &pages, page)
            .iter()
            .map(|one| entries::targets_row(page_ctx, one))
            .collect();
        let plan = ctx.report.plans.get(*plan);
        let count: usize = targets.iter().map(|(_, targets)| targets.len()).sum();
        let title =
            ctx.say("list-of-status", &[("status", &status.word), ("count", &ctx.locale.count(count))]);
        if let Some(plan) = plan {
            crumbs = vec![
                page_ctx.home(),
                page_ctx.link(&Route::plan(ctx.report, &plan.id), ctx.words(&plan.title)),
            ];
        }
        let view = ListView {
            about: Some(status.meaning.clone()),
            rows,
            pages: list_links::page_links(page_ctx, pages.len(), page, route),
        };
        return PageParts {
            title: list_links::numbered(page_ctx, &title, page),
            description: status.meaning,
            crumbs,
            body: Body::List(Box::new(view)),
        };
    }
    let found = groups.judged.iter().chain(&groups.context).find(|group| group.anchor == name);
    let Some(group) = found else {
        return parts::not_found(page_ctx);
    };
    let pages = paging::cut(group.members.iter().map(|one| paging::lines(one)), paging::LINES);
    let rows = paging::slice(&group.members, &pages, page)
        .iter()
        .map(|one| entries::indicator_row(page_ctx, one))
        .collect();
    let title = entries::group_title(group, ctx);
    let context = group.members.first().is_some_and(|one| one.targets.is_empty());
    PageParts {
        title: list_links::numbered(page_ctx, &title, page),
        description: ctx.say("about-list", &[("title", &title)]),
        crumbs,
        body: Body::List(Box::new(ListView {
            about: context.then(|| ctx.locale.word("context-note")),
            rows,
            pages: list_links::page_links(page_ctx, pages.len(), page, route),
        })),
    }
}
