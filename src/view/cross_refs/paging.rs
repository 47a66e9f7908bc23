//! Pagination: long lists, cut into pages of bounded size; which pages there are, and which of them a figure is on.

use crate::model::{Indicator, PlanId};
use crate::view::cross_refs::CrossRefs;
use crate::view::cross_refs::lists::{By, FigureAt, TargetsOf};
use crate::view::route::Route;
use crate::view::shown::Shown;
use std::collections::BTreeMap;
use std::ops::Range;

/// As many lines as a page of a list has; the rest goes on a further page.
pub(in crate::view) const LINES: usize = 100;

/// As many lines of judged indicators as the overview has, beside its charts.
const OVERVIEW: usize = 50;

/// As many figures, and as many lines of targets, as a page has that lists both.
const FIGURES: usize = 80;

const TARGETS: usize = 50;

/// True if the judged indicators are too many for one page.
pub(in crate::view) fn judged_is_long(index: &CrossRefs<'_>) -> bool {
    let judged = index.groups.judged.iter().flat_map(|group| &group.members);
    // Each has a line at least: no more of them have to be counted.
    judged.take(OVERVIEW + 1).map(|one| lines(one)).sum::<usize>() > OVERVIEW
}

/// True if the others are too many for one page.
pub(in crate::view) fn context_is_long(index: &CrossRefs<'_>) -> bool {
    index.groups.context.iter().map(|group| group.members.len()).sum::<usize>() > LINES
}

/// Every page of every list that has pages of its own.
pub(in crate::view) fn routes(index: &CrossRefs<'_>) -> Vec<Route> {
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
pub(in crate::view) fn lines(indicator: &Indicator) -> usize {
    indicator.targets.iter().filter(|target| target.member_of.is_none()).count().max(1)
}

/// The pages of a list of the targets in a status.
pub(in crate::view) fn status_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), LINES)
}

/// The pages of the targets of a scope or source, which stand beside its figures.
pub(in crate::view) fn target_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), TARGETS)
}

/// The pages of the figures of a scope or source.
pub(in crate::view) fn figure_pages(figures: &[FigureAt<'_>]) -> Vec<Range<usize>> {
    cut(figures.iter().map(|_| 1), FIGURES)
}

/// Cuts a list of entries of some lines each into pages of at most `limit` lines; an entry is never cut.
pub(in crate::view) fn cut(lines: impl Iterator<Item = usize>, limit: usize) -> Vec<Range<usize>> {
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
pub(in crate::view) fn slice<'l, T>(all: &'l [T], pages: &[Range<usize>], page: usize) -> &'l [T] {
    pages.get(page.saturating_sub(1)).and_then(|range| all.get(range.clone())).unwrap_or_default()
}

/// The name of the list of a plan's targets in a status.
pub(in crate::view) fn status_list(plan: &PlanId, shown: Shown) -> String {
    format!("status-{plan}-{}", shown.key())
}

/// The page of its source on which a figure stands, by its place in the list.
pub(in crate::view) fn page_of(place: usize) -> usize {
    place / FIGURES + 1
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
