//! Figures that contradict each other.

use super::Interval;
use super::cover::{cover, covers};
use super::figure::{Figure, never_negative};
use super::packing::{packing, packings};
use super::region::{Day, Span, Tree};
use crate::model::{Indicator, IndicatorId, Measure, Period, ScopeId};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Figures of one indicator that cannot all be true. None of them is used until it is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What kind of contradiction it is.
    pub kind: ConflictKind,
    /// The days on which they disagree.
    pub period: Period,
    /// Of whom.
    pub scope: ScopeId,
    /// The figures that say "at least", by index.
    pub floor: Vec<usize>,
    /// The figures that say "at most", by index.
    pub cap: Vec<usize>,
    /// What they say: the minimum of the first lies above the maximum of the second. Open for a
    /// milestone.
    pub interval: Interval,
    /// True if one of them is marked as standing in spite of it. Two figures for the same region are then
    /// used as one, whose interval holds both; otherwise they are still not used.
    pub accepted: bool,
}

/// The kinds of contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Two figures for the same days and scope do not meet.
    SameRegion,
    /// What lies inside adds up to more than what contains it: a flow that falls as its period grows, a
    /// part larger than its whole, yearly figures that cannot make up a total.
    PartsExceedWhole,
    /// A milestone that was done and later seen unfinished, or done at two different times.
    Milestone,
}

impl ConflictKind {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameRegion => "same_region",
            Self::PartsExceedWhole => "parts_exceed_whole",
            Self::Milestone => "milestone",
        }
    }
}

/// A scope and the days in which what is inside is compared with what contains it.
pub(super) type Region = (usize, Span);

/// Takes figures that contradict each other out of `figures` and returns them, with what was found.
/// `asked` are the regions of the targets, which are tested besides those of the figures.
pub(super) fn settle(
    tree: &Tree<'_>,
    indicator: &Indicator,
    figures: &mut Vec<Figure>,
    asked: &[Region],
) -> (Vec<Figure>, Vec<Conflict>) {
    let mut search = Search { tree, indicator, contested: Vec::new(), conflicts: Vec::new() };
    if indicator.measure != Measure::Milestone {
        search.same_region(figures);
        if never_negative(indicator.measure, figures) {
            search.parts_and_wholes(figures, asked);
        }
    }
    (search.contested, search.conflicts)
}

struct Search<'a> {
    tree: &'a Tree<'a>,
    indicator: &'a Indicator,
    contested: Vec<Figure>,
    conflicts: Vec<Conflict>,
}

impl Search<'_> {
    /// Figures for the same days and scope. A figure whose start is unknown, or whose day lies somewhere
    /// in a longer stretch, is no second figure for the same days.
    fn same_region(&mut self, figures: &mut Vec<Figure>) {
        let mut groups: BTreeMap<(usize, Span, bool), Vec<Figure>> = BTreeMap::new();
        for figure in std::mem::take(figures) {
            groups.entry((figure.scope, figure.span, figure.dated)).or_default().push(figure);
        }
        for ((_, span, dated), mut group) in groups {
            let same_days = span.start_known() && (!dated || span.is_day());
            while let Some((most, least)) = disagreement(&group).filter(|_| same_days) {
                let (above, rest): (Vec<_>, Vec<_>) =
                    group.into_iter().partition(|figure| figure.low.is_some_and(|low| low > least));
                let (below, mut rest): (Vec<_>, Vec<_>) =
                    rest.into_iter().partition(|figure| figure.high.is_some_and(|high| high < most));
                let accepted = self.report(ConflictKind::SameRegion, &above, &below, (most, least));
                if accepted {
                    rest.extend(hull(above.into_iter().chain(below)));
                    group = rest;
                    break;
                }
                self.contested.extend(above.into_iter().chain(below));
                group = rest;
            }
            figures.extend(group);
        }
        figures.sort_by_key(|figure| (figure.span, figure.scope, figure.low, figure.high));
    }

    /// Floor above cap over the regions of all figures and targets, the smallest regions first, so that
    /// a contradiction is found where it is and not in everything that contains it.
    fn parts_and_wholes(&mut self, figures: &mut Vec<Figure>, asked: &[Region]) {
        let stock = self.indicator.measure == Measure::Stock;
        let mut aside: Vec<Figure> = Vec::new();
        if stock {
            (*figures, aside) = std::mem::take(figures).into_iter().partition(|figure| figure.span.is_day());
        }
        let regions: BTreeSet<Region> = figures
            .iter()
            .map(|figure| (figure.scope, figure.span))
            .chain(asked.iter().filter(|_| !stock).copied())
            .filter(|(_, span)| span.start_known())
            .collect();
        loop {
            let mut suspects = suspects(self.tree, figures, &regions);
            if suspects.is_empty() {
                break;
            }
            suspects.sort_by_key(|(scope, span)| {
                (std::cmp::Reverse(self.tree.depth(*scope)), span.days(), *span, *scope)
            });
            let before = figures.len();
            for (scope, span) in suspects {
                self.test(figures, scope, span);
            }
            if figures.len() == before {
                break;
            }
        }
        figures.extend(aside);
        figures.sort_by_key(|figure| (figure.span, figure.scope, figure.low, figure.high));
    }

    /// Takes the figures of a region's floor and cap out, if the one lies above the other.
    fn test(&mut self, figures: &mut Vec<Figure>, scope: usize, span: Span) {
        let Some(cap) = cover(self.tree, figures, scope, span) else { return };
        let Some(floor) = packing(self.tree, figures, scope, span).filter(|floor| floor.total > cap.total)
        else {
            return;
        };
        let mut place = 0;
        let (mut inside, mut around) = (Vec::new(), Vec::new());
        figures.retain(|figure| {
            let in_floor = floor.figures.contains(&place);
            let in_cap = cap.figures.contains(&place);
            place += 1;
            if in_floor {
                inside.push(figure.clone());
            }
            if in_cap {
                around.push(figure.clone());
            }
            !in_floor && !in_cap
        });
        self.report_in(
            ConflictKind::PartsExceedWhole,
            &inside,
            &around,
            (floor.total, cap.total),
            (scope, span),
        );
        self.contested.extend(inside.into_iter().chain(around));
    }

    fn report(
        &mut self,
        kind: ConflictKind,
        above: &[Figure],
        below: &[Figure],
        ends: (Decimal, Decimal),
    ) -> bool {
        let region = above.first().map_or((0, Span::new(0, 1)), |figure| (figure.scope, figure.span));
        self.report_in(kind, above, below, ends, region)
    }

    /// Notes a conflict; true if one of the figures is marked as standing.
    fn report_in(
        &mut self,
        kind: ConflictKind,
        floor: &[Figure],
        cap: &[Figure],
        (most, least): (Decimal, Decimal),
        (scope, span): Region,
    ) -> bool {
        let (floor, cap) = (indices(floor), indices(cap));
        let stands =
            |index: &usize| self.indicator.actuals.get(*index).is_some_and(|a| a.both_stand.is_some());
        let accepted = floor.iter().chain(&cap).any(stands);
        self.conflicts.push(Conflict {
            indicator: self.indicator.id.clone(),
            kind,
            period: span.period(),
            scope: self.tree.id(scope).clone(),
            floor,
            cap,
            interval: Interval::new(Some(most), Some(least)),
            accepted,
        });
        accepted
    }
}

/// The regions whose floor lies above their cap. Those of a scope that begin on one day are computed
/// together.
fn suspects(tree: &Tree<'_>, figures: &[Figure], regions: &BTreeSet<Region>) -> Vec<Region> {
    let mut rows: BTreeMap<(usize, Day), Vec<Day>> = BTreeMap::new();
    for (scope, span) in regions {
        // In order of their last day, as the regions of a scope are.
        rows.entry((*scope, span.from)).or_default().push(span.to);
    }
    let mut found = Vec::new();
    for ((scope, from), ends) in rows {
        let caps = covers(tree, figures, scope, from, &ends);
        if caps.iter().all(Option::is_none) {
            continue;
        }
        let floors = packings(tree, figures, scope, from, &ends);
        for (end, (floor, cap)) in ends.iter().zip(floors.into_iter().zip(caps)) {
            if cap.is_some_and(|cap| floor > cap) {
                found.push((scope, Span::new(from, *end)));
            }
        }
    }
    found
}

/// The largest minimum and the smallest maximum, where the one lies above the other.
fn disagreement(figures: &[Figure]) -> Option<(Decimal, Decimal)> {
    let most = figures.iter().filter_map(|figure| figure.low).max()?;
    let least = figures.iter().filter_map(|figure| figure.high).min()?;
    (most > least).then_some((most, least))
}

fn indices(figures: &[Figure]) -> Vec<usize> {
    let all: BTreeSet<usize> = figures.iter().flat_map(|figure| figure.actuals.iter().copied()).collect();
    all.into_iter().collect()
}

/// Several figures for one region as one that leaves all of them possible.
fn hull(figures: impl Iterator<Item = Figure>) -> Option<Figure> {
    figures.reduce(|mut all, next| {
        let interval = all.interval().hull(&next.interval());
        all.actuals.extend(next.actuals);
        all.actuals.sort_unstable();
        Figure {
            low: interval.low,
            high: interval.high,
            plain: None,
            partial: all.partial || next.partial,
            ..all
        }
    })
}
