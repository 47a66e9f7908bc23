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
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// The smallest total of maxima over figures that together contain the region. None without a cover.
pub(super) fn cover(tree: &Tree<'_>, figures: &[Figure], scope: usize, span: Span) -> Option<Proven> {
    let (mut cover, top) = Cover::new(tree, figures, scope, span);
    let best = cover.row(scope, &top, span.from, &[span.to]).pop().flatten()?;
    Some(cover.ledger.close(best))
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

    /// The cheapest covers of the days from one up to each of the ends (sorted).
    fn row(&mut self, scope: usize, own: &[usize], from: Day, ends: &[Day]) -> Vec<Option<Sum>> {
        let last = ends.last().copied().unwrap_or(from);
        let figures = self.figures;
        let begin = |place: &usize| figures[*place].span.from.max(from);
        let mut own: Vec<usize> =
            own.iter().copied().filter(|place| figures[*place].span.meets(Span::new(from, last))).collect();
        own.sort_by_key(|place| (begin(place), *place));
        let by_children = self.children_may_cover(scope);

        let gap_ends: BTreeSet<Day> = ends.iter().copied().chain(own.iter().map(begin)).collect();
        let gap_starts: BTreeSet<Day> = if by_children {
            own.iter().map(|p| figures[*p].span.to).filter(|to| *to < last).chain([from]).collect()
        } else {
            BTreeSet::new()
        };
        let days: BTreeSet<Day> = gap_ends.iter().chain(&gap_starts).copied().chain([from]).collect();

        let mut best: BTreeMap<Day, Sum> = BTreeMap::new();
        let mut by_gap: BTreeMap<Day, Sum> = BTreeMap::new();
        // Figures that have begun: total, number, order, and one past the last day.
        let mut begun: BinaryHeap<Reverse<(Decimal, u32, usize, Day)>> = BinaryHeap::new();
        let mut begun_sums: Vec<Sum> = Vec::new();
        let mut next_own = 0;
        for day in days {
            while let Some(place) = own.get(next_own).filter(|place| begin(place) < day) {
                next_own += 1;
                let Some(before) = best.get(&begin(place)).copied() else { continue };
                let one = self.ledger.figure(*place, figures[*place].high.unwrap_or_default());
                let Some(sum) = self.ledger.plus(before, one) else { continue };
                begun.push(Reverse((sum.total, sum.count, begun_sums.len(), figures[*place].span.to)));
                begun_sums.push(sum);
            }
            while begun.peek().is_some_and(|Reverse((.., to))| *to < day) {
                begun.pop();
            }
            let mut here = if day == from { Some(Sum::EMPTY) } else { by_gap.get(&day).copied() };
            if let Some(Reverse((_, _, order, _))) = begun.peek() {
                let sum = begun_sums[*order];
                if here.as_ref().is_none_or(|known| sum.costs_less_than(known)) {
                    here = Some(sum);
                }
            }
            let Some(here) = here else { continue };
            best.insert(day, here);
            if gap_starts.contains(&day) {
                self.fill_gaps(scope, day, here, &gap_ends, &mut by_gap);
            }
        }
        ends.iter().map(|end| best.get(end).copied()).collect()
    }

    /// From a day on, every stretch that the children cover together.
    fn fill_gaps(
        &mut self,
        scope: usize,
        from: Day,
        before: Sum,
        gap_ends: &BTreeSet<Day>,
        by_gap: &mut BTreeMap<Day, Sum>,
    ) {
        let ends: Vec<Day> = gap_ends.range(from + 1..).copied().collect();
        let mut filled = vec![Some(before); ends.len()];
        for child in self.tree.children(scope).to_vec() {
            let own = self.own.get(&child).cloned().unwrap_or_default();
            let row = self.row(child, &own, from, &ends);
            for (sum, part) in filled.iter_mut().zip(row) {
                *sum = sum.zip(part).and_then(|(sum, part)| self.ledger.plus(sum, part));
            }
        }
        for (end, sum) in ends.into_iter().zip(filled) {
            let Some(sum) = sum else { continue };
            let known = by_gap.entry(end).or_insert(sum);
            if sum.costs_less_than(known) {
                *known = sum;
            }
        }
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
