//! The proven maximum of a flow: the cheapest cover of a region by figures.
//!
//! If figures together contain the region, what happened in it cannot be more than their maxima
//! together. Within one scope this is a shortest path over the days at which figures begin and
//! end. A figure for a containing scope covers as well. A scope's children cover a stretch if they
//! make the scope up completely and each of them is covered for that stretch.

use super::figure::Figure;
use super::region::{Day, Span, Tree, intersection, union};
use super::sum::{Ledger, Proven, Sum};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// The smallest total of maxima over figures that together contain the region. None without a cover.
pub(super) fn cover(tree: &Tree<'_>, figures: &[Figure], scope: usize, span: Span) -> Option<Proven> {
    let (mut cover, top) = Cover::new(tree, figures, scope, span);
    let best = cover.row(scope, &top, span.from, &[span.to]).pop().flatten()?;
    Some(cover.ledger.close(best))
}

/// The totals alone, for several regions of a scope that begin on the same day and end on the days
/// given (sorted).
pub(super) fn covers(
    tree: &Tree<'_>,
    figures: &[Figure],
    scope: usize,
    from: Day,
    ends: &[Day],
) -> Vec<Option<Decimal>> {
    let last = ends.last().copied().unwrap_or(from);
    let (mut cover, top) = Cover::new(tree, figures, scope, Span::new(from, last));
    cover.row(scope, &top, from, ends).into_iter().map(|sum| sum.map(|sum| sum.total)).collect()
}

/// The stretches of a region that are covered at all.
pub(super) fn covered(tree: &Tree<'_>, figures: &[Figure], scope: usize, span: Span) -> Vec<Span> {
    let (cover, top) = Cover::new(tree, figures, scope, span);
    intersection(&cover.covered(scope, &top), &[span])
}

struct Cover<'a> {
    tree: &'a Tree<'a>,
    figures: &'a [Figure],
    /// For each scope inside the region's its figures with a maximum.
    own: BTreeMap<usize, Vec<usize>>,
    ledger: Ledger,
}

impl<'a> Cover<'a> {
    /// Also the figures for the region's scope and those that contain it.
    fn new(tree: &'a Tree<'a>, figures: &'a [Figure], scope: usize, span: Span) -> (Self, Vec<usize>) {
        let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut top = Vec::new();
        let children_help = tree.is_covered_by_children(scope);
        for (place, figure) in figures.iter().enumerate() {
            if figure.high.is_none() || !figure.span.meets(span) {
                continue;
            }
            if tree.lies_in(scope, figure.scope) {
                top.push(place);
            } else if children_help && tree.lies_in(figure.scope, scope) {
                own.entry(figure.scope).or_default().push(place);
            }
        }
        for places in own.values_mut().chain([&mut top]) {
            places.sort_by_key(|place| (figures[*place].span.from, *place));
        }
        (Self { tree, figures, own, ledger: Ledger::default() }, top)
    }

    /// True if each child has figures, or parts that make it up and have some.
    fn children_may_cover(&self, scope: usize) -> bool {
        self.tree.is_covered_by_children(scope)
            && self
                .tree
                .children(scope)
                .iter()
                .all(|child| self.own.contains_key(child) || self.children_may_cover(*child))
    }

    /// The cheapest covers of the days from one up to each of the ends (sorted). `own` are figures that
    /// cover all of the scope, by first day.
    fn row(&mut self, scope: usize, own: &[usize], from: Day, ends: &[Day]) -> Vec<Option<Sum>> {
        let last = ends.last().copied().unwrap_or(from);
        let figures = self.figures;
        let begin = |place: &usize| figures[*place].span.from.max(from);
        let asked = Span::new(from, last);
        let own: Vec<usize> = own.iter().copied().filter(|place| figures[*place].span.meets(asked)).collect();
        // A gap between own figures, which the children may fill, ends where one of them begins.
        let mut gap_ends: Vec<Day> = ends.iter().copied().chain(own.iter().map(begin)).collect();
        sort(&mut gap_ends);
        let mut gap_starts: Vec<Day> = Vec::new();
        if self.children_may_cover(scope) {
            gap_starts.push(from);
            gap_starts.extend(own.iter().map(|place| figures[*place].span.to).filter(|to| *to < last));
            sort(&mut gap_starts);
        }
        let mut days: Vec<Day> = gap_ends.iter().chain(&gap_starts).copied().chain([from]).collect();
        sort(&mut days);

        // For each day the cheapest cover of all days before it.
        let mut best: Vec<Option<Sum>> = vec![None; days.len()];
        let up_to = |best: &[Option<Sum>], day: Day| days.binary_search(&day).ok().and_then(|at| best[at]);
        // Figures that have begun: total, number, order, and one past the last day.
        let mut begun: BinaryHeap<Reverse<(Decimal, u32, usize, Day)>> = BinaryHeap::new();
        let mut begun_sums: Vec<Sum> = Vec::new();
        let mut next_own = 0;
        for (at, day) in days.iter().copied().enumerate() {
            while let Some(place) = own.get(next_own).filter(|place| begin(place) < day) {
                next_own += 1;
                let Some(before) = up_to(&best, begin(place)) else { continue };
                let one = self.ledger.figure(*place, figures[*place].high.unwrap_or_default());
                let Some(sum) = self.ledger.plus(before, one) else { continue };
                begun.push(Reverse((sum.total, sum.count, begun_sums.len(), figures[*place].span.to)));
                begun_sums.push(sum);
            }
            while begun.peek().is_some_and(|Reverse((.., to))| *to < day) {
                begun.pop();
            }
            if day == from {
                best[at] = Some(Sum::EMPTY);
            }
            if let Some(Reverse((_, _, order, _))) = begun.peek() {
                improve(&mut best[at], begun_sums[*order]);
            }
            let Some(here) = best[at] else { continue };
            if gap_starts.binary_search(&day).is_ok() {
                let later = &gap_ends[gap_ends.partition_point(|end| *end <= day)..];
                for (end, sum) in later.iter().zip(self.fill(scope, day, here, later)) {
                    if let (Some(sum), Ok(at)) = (sum, days.binary_search(end)) {
                        improve(&mut best[at], sum);
                    }
                }
            }
        }
        ends.iter().map(|end| up_to(&best, *end)).collect()
    }

    /// A cover, and from a day on up to each of the ends what the children cover together.
    fn fill(&mut self, scope: usize, from: Day, before: Sum, ends: &[Day]) -> Vec<Option<Sum>> {
        let tree = self.tree;
        let mut filled = vec![Some(before); ends.len()];
        for child in tree.children(scope) {
            let own = self.own.get(child).cloned().unwrap_or_default();
            let row = self.row(*child, &own, from, ends);
            for (sum, part) in filled.iter_mut().zip(row) {
                *sum = sum.zip(part).and_then(|(sum, part)| self.ledger.plus(sum, part));
            }
        }
        filled
    }

    fn covered(&self, scope: usize, own: &[usize]) -> Vec<Span> {
        let mut spans: Vec<Span> = own.iter().map(|place| self.figures[*place].span).collect();
        if self.children_may_cover(scope) {
            let mut parts = self
                .tree
                .children(scope)
                .iter()
                .map(|child| self.covered(*child, self.own.get(child).map_or(&[], Vec::as_slice)));
            if let Some(first) = parts.next() {
                spans.extend(parts.fold(first, |all, part| intersection(&all, &part)));
            }
        }
        union(spans)
    }
}

fn improve(known: &mut Option<Sum>, sum: Sum) {
    if known.as_ref().is_none_or(|known| sum.costs_less_than(known)) {
        *known = Some(sum);
    }
}

fn sort(days: &mut Vec<Day>) {
    days.sort_unstable();
    days.dedup();
}
