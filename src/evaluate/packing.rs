//! The proven minimum of a flow: the best packing of figures into a region.
//!
//! Figures that lie inside the region and do not overlap each other count different things, so their
//! minima add up. Two figures do not overlap if they speak of different days, or of scopes with
//! nothing in common. Within one scope this is weighted interval scheduling; over a tree of scopes
//! the days that a scope's own figures leave free are filled by its children, each by itself.

use super::figure::Figure;
use super::region::{Day, Span, Tree};
use super::sum::{Ledger, Proven, Sum};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The largest total of minima over figures inside the region that do not overlap. None if no figure
/// inside the region has a minimum.
pub(super) fn packing(tree: &Tree<'_>, figures: &[Figure], scope: usize, span: Span) -> Option<Proven> {
    let (mut packing, admitted) = Packing::new(tree, figures, scope, span);
    let widest = admitted.into_iter().rev().max_by_key(|place| figures[*place].span.days())?;
    let best = packing.row(scope, span.from, &[span.to]).pop().unwrap_or(Sum::EMPTY);
    let mut proven = packing.ledger.close(best);
    if proven.figures.is_empty() {
        // Every minimum is zero: that is still a figure which says so.
        proven.figures.push(widest);
    }
    Some(proven)
}

/// The totals alone, for several regions of a scope that begin on the same day and end on the days
/// given (sorted); zero where nothing is proven.
pub(super) fn packings(
    tree: &Tree<'_>,
    figures: &[Figure],
    scope: usize,
    from: Day,
    ends: &[Day],
) -> Vec<Decimal> {
    let last = ends.last().copied().unwrap_or(from);
    let (mut packing, _) = Packing::new(tree, figures, scope, Span::new(from, last));
    packing.row(scope, from, ends).into_iter().map(|sum| sum.total).collect()
}

struct Packing<'a> {
    figures: &'a [Figure],
    /// For each scope its figures inside the region, by last day.
    own: BTreeMap<usize, Vec<usize>>,
    /// For each scope the children with figures in or below them.
    below: BTreeMap<usize, BTreeSet<usize>>,
    ledger: Ledger,
}

impl<'a> Packing<'a> {
    /// Also the places of the figures that lie inside the region and have a minimum.
    fn new(tree: &Tree<'_>, figures: &'a [Figure], scope: usize, span: Span) -> (Self, Vec<usize>) {
        let mut packing =
            Self { figures, own: BTreeMap::new(), below: BTreeMap::new(), ledger: Ledger::default() };
        let inside = |figure: &Figure| {
            figure.floor().is_some() && span.contains(figure.span) && tree.lies_in(figure.scope, scope)
        };
        let admitted: Vec<usize> = (0..figures.len()).filter(|place| inside(&figures[*place])).collect();
        for place in &admitted {
            packing.admit(tree, *place, scope);
        }
        for places in packing.own.values_mut() {
            places.sort_by_key(|place| (figures[*place].span, *place));
        }
        (packing, admitted)
    }

    fn admit(&mut self, tree: &Tree<'_>, place: usize, top: usize) {
        let mut at = self.figures[place].scope;
        self.own.entry(at).or_default().push(place);
        while at != top {
            let Some(above) = tree.parent(at) else { break };
            if !self.below.entry(above).or_default().insert(at) {
                break;
            }
            at = above;
        }
    }

    /// The best packing in and below a scope from a day up to each of the ends (sorted).
    fn row(&mut self, scope: usize, from: Day, ends: &[Day]) -> Vec<Sum> {
        let last = ends.last().copied().unwrap_or(from);
        let figures = self.figures;
        let mut own: Vec<usize> = self.own.get(&scope).cloned().unwrap_or_default();
        own.retain(|place| figures[*place].span.from >= from && figures[*place].span.to <= last);
        let children: Vec<usize> = self.below.get(&scope).into_iter().flatten().copied().collect();
        if children.is_empty() {
            self.row_alone(&own, ends)
        } else {
            self.row_mixed(&own, &children, from, ends)
        }
    }

    fn row_alone(&mut self, own: &[usize], ends: &[Day]) -> Vec<Sum> {
        let mut best: Vec<(Day, Sum)> = Vec::with_capacity(own.len());
        let up_to = |best: &[(Day, Sum)], day: Day| match best.partition_point(|(end, _)| *end <= day) {
            0 => Sum::EMPTY,
            n => best[n - 1].1,
        };
        for place in own {
            let span = self.figures[*place].span;
            let before = up_to(&best, span.from);
            let with = self.with(before, *place);
            let without = best.last().map_or(Sum::EMPTY, |(_, sum)| *sum);
            best.push((span.to, if with.proves_more_than(&without) { with } else { without }));
        }
        ends.iter().map(|end| up_to(&best, *end)).collect()
    }

    /// Own figures, and between any two of them what the children prove for the days left free.
    fn row_mixed(&mut self, own: &[usize], children: &[usize], from: Day, ends: &[Day]) -> Vec<Sum> {
        let figures = self.figures;
        let gap_starts: BTreeSet<Day> =
            std::iter::once(from).chain(own.iter().map(|place| figures[*place].span.to)).collect();
        let gap_ends: BTreeSet<Day> =
            ends.iter().copied().chain(own.iter().map(|place| figures[*place].span.from)).collect();
        // The best up to a gap's end, whatever fills the days before.
        let mut best: BTreeMap<Day, Sum> = BTreeMap::new();
        let mut next_own = 0;
        for start in gap_starts {
            let mut here = (start == from).then_some(Sum::EMPTY);
            while let Some(place) = own.get(next_own).filter(|place| figures[**place].span.to == start) {
                next_own += 1;
                let before = best.get(&figures[*place].span.from).copied().unwrap_or(Sum::EMPTY);
                let with = self.with(before, *place);
                if here.as_ref().is_none_or(|sum| with.proves_more_than(sum)) {
                    here = Some(with);
                }
            }
            let Some(here) = here else { continue };
            let reachable: Vec<Day> = gap_ends.range(start..).copied().collect();
            let mut filled = vec![here; reachable.len()];
            for child in children {
                let row = self.row(*child, start, &reachable);
                for (sum, part) in filled.iter_mut().zip(row) {
                    *sum = self.ledger.plus(*sum, part).unwrap_or(*sum);
                }
            }
            for (end, sum) in reachable.into_iter().zip(filled) {
                let known = best.entry(end).or_insert(sum);
                if sum.proves_more_than(known) {
                    *known = sum;
                }
            }
        }
        ends.iter().map(|end| best.get(end).copied().unwrap_or(Sum::EMPTY)).collect()
    }

    /// A sum and one figure more. Where the total has too many digits the figure is left out: a smaller
    /// minimum is still proven.
    fn with(&mut self, before: Sum, place: usize) -> Sum {
        let amount = self.figures[place].floor().unwrap_or_default();
        let one = self.ledger.figure(place, amount);
        self.ledger.plus(before, one).unwrap_or(before)
    }
}
