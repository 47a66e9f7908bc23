//! Links between the pages of a list, and to lists.

use crate::model::{Plan, PlanId, Task};
use crate::view::context::PageContext;
use crate::view::cross_refs::paging::{context_is_long, judged_is_long, status_list};
use crate::view::page::PageLink;
use crate::view::page::link::Link;
use crate::view::route::Route;
use crate::view::shown::Shown;

/// Links to the numbered pages of a list: the first, the last and those around this one.
pub(in crate::view) fn page_links(
    page_ctx: &PageContext<'_>,
    count: usize,
    page: usize,
    route: impl Fn(usize) -> Route,
) -> Vec<PageLink> {
    if count < 2 {
        return Vec::new();
    }
    let mut links: Vec<PageLink> = Vec::new();
    let mut last = 0;
    for number in (1..=count)
        .filter(|number| *number == 1 || *number == count || number.abs_diff(page) <= 2 || count <= 9)
    {
        if number > last + 1 {
            links.push(PageLink { text: "…".to_owned(), href: None, current: false });
        }
        links.push(PageLink {
            text: number.to_string(),
            href: Some(page_ctx.address.link(&route(number))),
            current: number == page,
        });
        last = number;
    }
    links
}

/// The title of a page of a list.
pub(in crate::view) fn numbered(page_ctx: &PageContext<'_>, title: &str, page: usize) -> String {
    if page < 2 {
        return title.to_owned();
    }
    page_ctx.lang.say("page-numbered", &[("title", title), ("page", &page.to_string())])
}

/// The list of a plan's targets in a status, if it has any.
pub(in crate::view) fn list_of_status(
    page_ctx: &PageContext<'_>,
    plan: &PlanId,
    shown: Shown,
) -> Option<String> {
    let (plan, _) = page_ctx.lang.report.plans.get_key_value(plan)?;
    page_ctx
        .lang
        .refs
        .targets
        .with_status
        .contains_key(&(plan, shown))
        .then(|| page_ctx.address.link(&Route::List(status_list(plan, shown), 1)))
}

/// Where the judged indicators of an action are listed.
pub(in crate::view) fn list_of_action(page_ctx: &PageContext<'_>, action: &str) -> String {
    let anchor = format!("action-{action}");
    if judged_is_long(page_ctx.lang.refs) {
        page_ctx.address.link(&Route::List(anchor, 1))
    } else {
        page_ctx.address.link_at(&Route::Indicators, &anchor)
    }
}

/// Where figures that bear on a task are listed.
pub(in crate::view) fn list_of_task(page_ctx: &PageContext<'_>, plan: &Plan, task: &Task) -> String {
    let name = page_ctx.lang.refs.groups.of_task(plan, &task.number);
    if context_is_long(page_ctx.lang.refs) {
        page_ctx.address.link(&Route::List(name, 1))
    } else {
        page_ctx.address.link_at(&Route::Indicators, &name)
    }
}

/// Links to what stands before and after one in a list.
pub(in crate::view) fn neighbours_in<T: PartialEq>(
    all: &[T],
    one: &T,
    link: impl Fn(&T) -> Link,
) -> (Option<Link>, Option<Link>) {
    let Some(at) = all.iter().position(|other| other == one) else { return (None, None) };
    (at.checked_sub(1).map(|at| link(&all[at])), all.get(at + 1).map(link))
}
