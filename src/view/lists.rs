//! Pagination: long lists, cut into pages of bounded size.

use super::build::PageParts;
use super::context::{PageContext, Shown};
use super::cross_refs::{By, CrossRefs, FigureAt, TargetsOf};
use super::page::{Body, IndicatorRow, Link, ListView, PageLink};
use super::route::Route;
use crate::model::{Indicator, Plan, PlanId, Task};
use std::collections::BTreeMap;
use std::ops::Range;

/// As many lines as a page of a list has; the rest goes on a further page.
pub(super) const LINES: usize = 100;
/// As many lines of judged indicators as the overview has, beside its charts.
const OVERVIEW: usize = 50;
/// As many figures, and as many lines of targets, as a page has that lists both.
const FIGURES: usize = 80;
const TARGETS: usize = 50;

/// True if the judged indicators are too many for one page.
pub(super) fn judged_is_long(index: &CrossRefs<'_>) -> bool {
    let judged = index.groups.judged.iter().flat_map(|group| &group.members);
    // Each has a line at least: no more of them have to be counted.
    judged.take(OVERVIEW + 1).map(|one| lines(one)).sum::<usize>() > OVERVIEW
}

/// True if the others are too many for one page.
pub(super) fn context_is_long(index: &CrossRefs<'_>) -> bool {
    index.groups.context.iter().map(|group| group.members.len()).sum::<usize>() > LINES
}

/// Every page of every list that has pages of its own.
pub(super) fn routes(index: &CrossRefs<'_>) -> Vec<Route> {
    let mut routes = Vec::new();
    let mut add = |name: String, pages: usize| {
        routes.extend((1..=pages).map(|page| Route::List(name.clone(), page)));
    };
    let CrossRefs { groups, targets, figures, .. } = index;
    for ((plan, shown), targets) in &targets.with_status {
        add(status_list(plan, *shown), status_pages(targets).len());
    }
    for (groups, long) in [(&groups.judged, judged_is_long(index)), (&groups.context, context_is_long(index))]
    {
        for group in groups.iter().filter(|_| long) {
            add(group.anchor.clone(), cut(group.members.iter().map(|one| lines(one)), LINES).len());
        }
    }
    for (source, pages) in pages_of(&figures.from_source, &targets.from_source) {
        routes.extend((2..=pages).map(|page| Route::source(source, page)));
    }
    for (scope, pages) in pages_of(&figures.in_scope, &targets.in_scope) {
        routes.extend((2..=pages).map(|page| Route::partnership(scope, page)));
    }
    routes
}

/// How many pages each takes whose figures and targets stand side by side.
fn pages_of<'a, K: Ord>(
    figures: &By<'a, K, FigureAt<'a>>,
    targets: &By<'a, K, TargetsOf<'a>>,
) -> BTreeMap<&'a K, usize> {
    let mut pages: BTreeMap<&K, usize> =
        figures.iter().map(|(key, figures)| (key, figure_pages(figures).len())).collect();
    for (key, targets) in targets.iter() {
        let pages = pages.entry(key).or_default();
        *pages = (*pages).max(target_pages(targets).len());
    }
    pages
}

/// As many lines as an indicator takes in a list.
fn lines(indicator: &Indicator) -> usize {
    indicator.targets.iter().filter(|target| target.member_of.is_none()).count().max(1)
}

/// The pages of a list of the targets in a status.
fn status_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), LINES)
}

/// The pages of the targets of a scope or source, which stand beside its figures.
pub(super) fn target_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), TARGETS)
}

/// The pages of the figures of a scope or source.
pub(super) fn figure_pages(figures: &[FigureAt<'_>]) -> Vec<Range<usize>> {
    cut(figures.iter().map(|_| 1), FIGURES)
}

/// Cuts a list of entries of some lines each into pages of at most `limit` lines; an entry is never cut.
fn cut(lines: impl Iterator<Item = usize>, limit: usize) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut at, mut filled) = (0, 0, 0);
    for of_entry in lines {
        if at > start && filled + of_entry > limit {
            pages.push(start..at);
            (start, filled) = (at, 0);
        }
        filled += of_entry;
        at += 1;
    }
    if at > start {
        pages.push(start..at);
    }
    pages
}

/// A page of a list, counted from 1; nothing beyond its end.
pub(super) fn slice<'l, T>(all: &'l [T], pages: &[Range<usize>], page: usize) -> &'l [T] {
    pages.get(page.saturating_sub(1)).and_then(|range| all.get(range.clone())).unwrap_or_default()
}

/// The name of the list of a plan's targets in a status.
fn status_list(plan: &PlanId, shown: Shown) -> String {
    format!("status-{plan}-{}", shown.key())
}

impl PageContext<'_> {
    /// The page of its source on which a figure stands.
    pub fn page_of(&self, indicator: &Indicator, actual: usize) -> usize {
        self.lang.refs.place_in_source(&indicator.id, actual) / FIGURES + 1
    }

    /// Links to the numbered pages of a list: the first, the last and those around this one.
    pub fn pages(&self, count: usize, page: usize, route: impl Fn(usize) -> Route) -> Vec<PageLink> {
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
                href: Some(self.address.link(&route(number))),
                current: number == page,
            });
            last = number;
        }
        links
    }

    /// The title of a page of a list.
    pub fn numbered(&self, title: &str, page: usize) -> String {
        if page < 2 {
            return title.to_owned();
        }
        self.lang.say("page-numbered", &[("title", title), ("page", &page.to_string())])
    }

    /// The list of a plan's targets in a status, if it has any.
    pub fn list_of_status(&self, plan: &PlanId, shown: Shown) -> Option<String> {
        let (plan, _) = self.lang.report.plans.get_key_value(plan)?;
        self.lang
            .refs
            .targets
            .with_status
            .contains_key(&(plan, shown))
            .then(|| self.address.link(&Route::List(status_list(plan, shown), 1)))
    }

    /// Where the judged indicators of an action are listed.
    pub fn list_of_action(&self, action: &str) -> String {
        let anchor = format!("action-{action}");
        if judged_is_long(self.lang.refs) {
            self.address.link(&Route::List(anchor, 1))
        } else {
            self.address.link_at(&Route::Indicators, &anchor)
        }
    }

    /// Where figures that bear on a task are listed.
    pub fn list_of_task(&self, plan: &Plan, task: &Task) -> String {
        let name = self.lang.refs.groups.of_task(plan, &task.number);
        if context_is_long(self.lang.refs) {
            self.address.link(&Route::List(name, 1))
        } else {
            self.address.link_at(&Route::Indicators, &name)
        }
    }
}

/// Writes a page of a list.
pub(super) fn list(page_ctx: &PageContext<'_>, name: &str, page: usize) -> PageParts {
    let ctx = page_ctx.lang;
    let CrossRefs { groups, targets, .. } = ctx.refs;
    let route = |page: usize| Route::List(name.to_owned(), page);
    let mut crumbs =
        vec![page_ctx.home(), page_ctx.link(&Route::Indicators, ctx.locale.word("page-indicators"))];
    let of_status = targets.with_status.iter().find(|((plan, shown), _)| status_list(plan, *shown) == name);
    if let Some(((plan, shown), targets)) = of_status {
        let status = ctx.status(*shown);
        let pages = status_pages(targets);
        let rows = slice(targets, &pages, page).iter().map(|one| page_ctx.row_of(one)).collect();
        let plan = ctx.report.plans.get(*plan);
        let count: usize = targets.iter().map(|(_, targets)| targets.len()).sum();
        let title =
            ctx.say("list-of-status", &[("status", &status.word), ("count", &ctx.locale.count(count))]);
        if let Some(plan) = plan {
            crumbs = vec![
                page_ctx.home(),
                page_ctx.link(&super::plans::plan_route(ctx, plan), ctx.words(&plan.title)),
            ];
        }
        let view = ListView {
            about: Some(status.meaning.clone()),
            rows,
            pages: page_ctx.pages(pages.len(), page, route),
        };
        return PageParts {
            title: page_ctx.numbered(&title, page),
            description: status.meaning,
            crumbs,
            body: Body::List(Box::new(view)),
        };
    }
    let found = groups.judged.iter().chain(&groups.context).find(|group| group.anchor == name);
    let Some(group) = found else {
        return page_ctx.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let pages = cut(group.members.iter().map(|one| lines(one)), LINES);
    let rows = slice(&group.members, &pages, page).iter().map(|one| page_ctx.indicator_row(one)).collect();
    let title = group.title(ctx);
    let context = group.members.first().is_some_and(|one| one.targets.is_empty());
    PageParts {
        title: page_ctx.numbered(&title, page),
        description: ctx.say("about-list", &[("title", &title)]),
        crumbs,
        body: Body::List(Box::new(ListView {
            about: context.then(|| ctx.locale.word("context-note")),
            rows,
            pages: page_ctx.pages(pages.len(), page, route),
        })),
    }
}

impl PageContext<'_> {
    /// Some targets of an indicator as a row of a list.
    pub fn row_of(&self, (indicator, targets): &TargetsOf<'_>) -> IndicatorRow {
        let judged = self.lang.judged(&indicator.id);
        let lines = targets
            .iter()
            .filter_map(|at| {
                let (target, verdict) = (indicator.targets.get(*at)?, judged.verdicts.get(*at)?);
                Some(self.line(indicator, *at, target, verdict))
            })
            .collect();
        IndicatorRow {
            link: self.indicator(indicator),
            verdicts: super::verdicts::in_short(self.lang, lines),
            figures: Vec::new(),
        }
    }
}

/// Links to what stands before and after one in a list.
pub(super) fn neighbours_in<T: PartialEq>(
    all: &[T],
    one: &T,
    link: impl Fn(&T) -> Link,
) -> (Option<Link>, Option<Link>) {
    let Some(at) = all.iter().position(|other| other == one) else { return (None, None) };
    (at.checked_sub(1).map(|at| link(&all[at])), all.get(at + 1).map(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_bounded_and_cut_no_entry() {
        assert!(cut(std::iter::empty(), 100).is_empty());
        assert_eq!(cut([1; 100].into_iter(), 100), vec![0..100]);
        assert_eq!(cut([1; 101].into_iter(), 100), [0..100, 100..101]);
        assert_eq!(cut([60, 60, 300, 1].into_iter(), 100), [0..1, 1..2, 2..3, 3..4]);
    }

    #[test]
    fn a_page_beyond_the_end_is_empty() {
        let all = [1, 2, 3];
        let pages = cut(all.iter().map(|_| LINES), LINES);
        assert_eq!(slice(&all, &pages, 3), [3]);
        assert!(slice(&all, &pages, 4).is_empty());
    }
}
