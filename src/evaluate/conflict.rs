//! Figures that contradict each other.

use super::Interval;
use super::bounds::{Bounds, Contradiction};
use super::figure::{Figure, never_negative};
use super::region::{Span, Tree};
use crate::model::{Indicator, IndicatorId, Measure, Period, Reckoning, ScopeId};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Figures of one indicator that cannot all be true.
///
/// Those for the same days and scope are used as one whose interval holds whatever the largest sets of them that
/// agree leave possible. Of other contradictions either side is tried, and only what both prove is used.
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
    /// True if one of them is marked as standing in spite of it: then nobody is asked to settle it.
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

/// Two sides of a contradiction, as places: not all figures of both can be true.
#[derive(Debug, Clone)]
pub(super) struct Dispute {
    pub floor: Vec<usize>,
    pub cap: Vec<usize>,
}

/// The figures of an indicator once contradictions among them are known.
pub(super) struct Settled<'a> {
    pub figures: Vec<Figure>,
    /// Figures of contradictions, which prove nothing by themselves. Their places follow those of `figures`.
    pub contested: Vec<Figure>,
    pub disputes: Vec<Dispute>,
    pub conflicts: Vec<Conflict>,
    /// What `figures` prove, of a flow over all days and of a stock on single ones.
    pub bounds: Bounds<'a>,
}

/// Looks for figures that contradict each other. `asked` are the regions of the targets, which are tested
/// once all scopes are free of contradictions.
pub(super) fn settle<'a>(
    tree: &'a Tree<'a>,
    indicator: &Indicator,
    figures: Vec<Figure>,
    asked: &[Region],
) -> Settled<'a> {
    let mut search = Search { tree, indicator, conflicts: Vec::new() };
    let figures = search.same_region(figures);
    let signed = is_signed(indicator);
    let takes = takes(indicator, &figures);
    let mut bounds = Bounds::unbuilt(tree, &figures, signed, &takes);
    let asked = if indicator.measure == Measure::Flow { asked } else { &[] };
    let found = search.parts_and_wholes(&figures, &mut bounds, asked);
    if found.is_empty() {
        let (contested, disputes) = (Vec::new(), Vec::new());
        return Settled { figures, contested, disputes, conflicts: search.conflicts, bounds };
    }
    // Figures of contradictions come after the others.
    let out: BTreeSet<usize> =
        found.iter().flat_map(|one| one.lows.iter().chain(&one.highs)).copied().collect();
    let order: Vec<usize> =
        (0..figures.len()).filter(|place| !out.contains(place)).chain(out.iter().copied()).collect();
    let new: BTreeMap<usize, usize> = order.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    let moved = |places: &[usize]| places.iter().filter_map(|place| new.get(place).copied()).collect();
    let disputes =
        found.iter().map(|one| Dispute { floor: moved(&one.lows), cap: moved(&one.highs) }).collect();
    let mut figures: Vec<Figure> = order.iter().filter_map(|place| figures.get(*place).cloned()).collect();
    let mut bounds = Bounds::unbuilt(tree, &figures, signed, &takes);
    let used = figures.len() - out.len();
    bounds.leave_out(used..figures.len());
    bounds.build_all();
    let contested = figures.split_off(used);
    Settled { figures, contested, disputes, conflicts: search.conflicts, bounds }
}

/// What figures prove that contradict nothing.
pub(super) fn bounds<'a>(tree: &'a Tree<'a>, indicator: &Indicator, figures: &[Figure]) -> Bounds<'a> {
    Bounds::new(tree, figures, is_signed(indicator), takes(indicator, figures))
}

fn is_signed(indicator: &Indicator) -> bool {
    indicator.measure == Measure::Flow && indicator.signed
}

/// Which figures add up.
fn takes(indicator: &Indicator, figures: &[Figure]) -> impl Fn(&Figure) -> bool + use<> {
    let measure = indicator.measure;
    let adds_up = is_signed(indicator) || never_negative(measure, figures);
    move |figure: &Figure| match measure {
        Measure::Flow => !figure.dated,
        Measure::Stock => adds_up && figure.span.is_day(),
        Measure::Rate | Measure::Growth | Measure::Milestone => false,
    }
}

struct Search<'a> {
    tree: &'a Tree<'a>,
    indicator: &'a Indicator,
    conflicts: Vec<Conflict>,
}

impl Search<'_> {
    /// Figures for the same days and scope that do not agree become one that leaves all of them possible. A
    /// figure whose start is unknown, or whose day lies somewhere in a longer stretch, is no second figure for
    /// the same days.
    fn same_region(&mut self, figures: Vec<Figure>) -> Vec<Figure> {
        let mut groups: BTreeMap<(usize, Span, bool, Reckoning), Vec<Figure>> = BTreeMap::new();
        for figure in figures {
            groups
                .entry((figure.scope, figure.span, figure.dated, figure.reckoning))
                .or_default()
                .push(figure);
        }
        let mut all = Vec::new();
        for ((scope, span, dated, _), group) in groups {
            let same_days = span.start_known() && (!dated || span.is_day());
            let Some(disagreement) = Disagreement::of(&group).filter(|_| same_days) else {
                all.extend(group);
                continue;
            };
            let (above, below) = disagreement.sides(&group);
            let ends = (disagreement.most.0, disagreement.least.0);
            // Cells against a whole: the figures themselves are of different things.
            let over_cells = group.iter().any(|figure| figure.put_together);
            let kind = if over_cells { ConflictKind::PartsExceedWhole } else { ConflictKind::SameRegion };
            self.report(kind, &above, &below, ends, (scope, span));
            all.extend(disagreement.as_one(group));
        }
        all.sort_by_key(|figure| (figure.span, figure.scope, figure.low, figure.high));
        all
    }

    /// Minima that come to more than the maxima of what contains them, in the innermost scopes first, so
    /// that a contradiction is found where it is and not in everything that contains it. What is found is
    /// set aside in `bounds`.
    fn parts_and_wholes(
        &mut self,
        figures: &[Figure],
        bounds: &mut Bounds<'_>,
        asked: &[Region],
    ) -> Vec<Contradiction> {
        let mut all = Vec::new();
        for scope in bounds.inner_first() {
            bounds.build(scope);
            loop {
                let found = bounds.contradictions(scope);
                let places: Vec<usize> =
                    found.iter().flat_map(|one| one.lows.iter().chain(&one.highs)).copied().collect();
                if places.is_empty() {
                    break;
                }
                bounds.set_aside(&places, Some(scope));
                all.extend(found);
            }
        }
        for (scope, span) in asked.iter().collect::<BTreeSet<_>>() {
            while let Some(found) = bounds.contradiction_over(*scope, *span) {
                let places: Vec<usize> = found.lows.iter().chain(&found.highs).copied().collect();
                if places.is_empty() {
                    break;
                }
                bounds.set_aside(&places, None);
                all.push(found);
            }
        }
        for one in &all {
            let side = |places: &[usize]| -> Vec<Figure> {
                places.iter().filter_map(|place| figures.get(*place).cloned()).collect()
            };
            let (floor, cap) = (side(&one.lows), side(&one.highs));
            let region = self.region(if floor.is_empty() { &cap } else { &floor });
            if let Some((ends, region)) = one.most.zip(one.least).zip(region) {
                self.report(ConflictKind::PartsExceedWhole, &floor, &cap, ends, region);
            }
        }
        all
    }

    /// The smallest scope and stretch that holds some figures.
    fn region(&self, figures: &[Figure]) -> Option<Region> {
        let mut scope = figures.first()?.scope;
        while !figures.iter().all(|figure| self.tree.lies_in(figure.scope, scope)) {
            scope = self.tree.parent(scope)?;
        }
        let known = || figures.iter().map(|figure| figure.span).filter(|span| span.start_known());
        let from = known().map(|span| span.from).min().unwrap_or(Span::UNKNOWN);
        Some((scope, Span::new(from, figures.iter().map(|figure| figure.span.to).max()?)))
    }

    /// Notes a conflict.
    fn report(
        &mut self,
        kind: ConflictKind,
        floor: &[Figure],
        cap: &[Figure],
        (most, least): (Decimal, Decimal),
        (scope, span): Region,
    ) {
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
    }
}

/// Figures for one region of which some say more than others allow. An end goes with whether it is open.
struct Disagreement {
    /// The largest minimum.
    most: (Decimal, bool),
    /// The smallest maximum.
    least: (Decimal, bool),
}

impl Disagreement {
    fn of(figures: &[Figure]) -> Option<Self> {
        // Of equal minima the open one says more, of equal maxima too.
        let most = figures.iter().filter_map(|one| Some((one.low?, one.low_open))).max()?;
        let least = figures.iter().filter_map(|one| Some((one.high?, !one.high_open))).min()?;
        let least = (least.0, !least.1);
        exceeds(most, least).then_some(Self { most, least })
    }

    /// The figures that say more than the smallest maximum, and those that say less than the largest
    /// minimum.
    fn sides(&self, figures: &[Figure]) -> (Vec<Figure>, Vec<Figure>) {
        let above = |one: &&Figure| one.low.is_some_and(|low| exceeds((low, one.low_open), self.least));
        let below = |one: &&Figure| one.high.is_some_and(|high| exceeds(self.most, (high, one.high_open)));
        (figures.iter().filter(above).cloned().collect(), figures.iter().filter(below).cloned().collect())
    }

    /// One figure that holds whatever the largest sets of figures that agree leave possible. In order of what
    /// they say, the first such set is that of all figures which allow the smallest maximum, the last that of all
    /// which allow the largest minimum; the others lie between.
    fn as_one(&self, figures: Vec<Figure>) -> Option<Figure> {
        let lows = figures.iter().filter_map(|one| Some((one.low?, one.low_open)));
        let highs = figures.iter().filter_map(|one| Some((one.high?, !one.high_open)));
        // A figure without a minimum is in the first set and leaves it none only if no other has one there.
        let low = lows.filter(|low| !exceeds(*low, self.least)).max();
        let high = highs.filter(|high| !exceeds(self.most, (high.0, !high.1))).min();
        let mut actuals: Vec<usize> = figures.iter().flat_map(|one| one.actuals.iter().copied()).collect();
        actuals.sort_unstable();
        let partial = figures.iter().any(|one| one.partial);
        let provisional = figures.iter().any(|one| one.provisional);
        let published = figures.iter().map(|one| one.published).max()?;
        let first = figures.into_iter().next()?;
        Some(Figure {
            actuals,
            less: Vec::new(),
            put_together: false,
            low: low.map(|low| low.0),
            low_open: low.is_some_and(|low| low.1),
            high: high.map(|high| high.0),
            high_open: high.is_some_and(|high| !high.1),
            plain: None,
            printed: None,
            partial,
            provisional,
            published,
            ..first
        })
    }
}

/// True if no number lies at or above the one and at or below the other.
fn exceeds((low, low_open): (Decimal, bool), (high, high_open): (Decimal, bool)) -> bool {
    low > high || (low == high && (low_open || high_open))
}

fn indices(figures: &[Figure]) -> Vec<usize> {
    let all: BTreeSet<usize> = figures.iter().flat_map(|figure| figure.actuals.iter().copied()).collect();
    all.into_iter().collect()
}
