//! What is known of a year: the figure of that year, else what is proven of it, else the last figure within it.

use crate::evaluate::{Interval, Reason};
use crate::model::{Actual, Every, Indicator, Measure, Period, Plan, Reckoning, Value};
use crate::view::context::LangContext;
use crate::view::wording::proven::{self, Sole};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What is known of an indicator's own scope, as a whole, in a year.
pub(in crate::view) enum YearFigure<'a> {
    /// Figures with their places among the actuals: one, or several where sources differ.
    Figures {
        figures: Vec<(usize, &'a Actual)>,
        /// Their own time, where it is not the year.
        of: Option<Period>,
    },
    /// The sum of figures that fill the year.
    Sum(Decimal, Vec<usize>),
    /// What several figures prove together, by the verdict on a target of the year: its place among the targets, and
    /// theirs among the actuals.
    Proven(Interval, usize, Vec<usize>),
    /// A figure without a value: its source keeps it back, or nobody collected it.
    Missing(usize, &'a Actual),
    /// None.
    Nothing(Why),
}

/// Why there is no figure, as far as the calendar says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Why {
    /// The year begins after the day of the report.
    NotBegun,
    /// It is not over.
    Running,
    /// There are figures of places or parts, and none of the whole.
    Elsewhere,
    /// Nothing was reported.
    NotReported,
}

/// The years of a plan, in order; those that only touch it too.
pub(super) fn columns(plan: &Plan) -> Vec<Period> {
    let years = plan.years();
    if let Some(whole) = years.divide(plan.period, Every::Year) {
        return whole;
    }
    let end = plan.period.end();
    let from = plan.period.start().map_or(end.year(), Date::year).saturating_sub(1);
    (from..=end.year())
        .filter_map(|start| years.year(start))
        .filter(|year| year.meets(&plan.period))
        .collect()
}

impl<'a> YearFigure<'a> {
    /// What is known of a year.
    pub(super) fn of(ctx: &LangContext<'a>, indicator: &'a Indicator, year: Period) -> Self {
        let of_year = |(_, actual): &(usize, &Actual)| {
            actual.is_own_result()
                && actual.scope == indicator.scope
                && actual.cell.is_headline()
                && belongs(indicator, actual, &year)
        };
        let (told, missing): (Vec<_>, Vec<_>) = indicator
            .actuals
            .iter()
            .enumerate()
            .filter(of_year)
            .partition(|(_, actual)| actual.value != Value::Missing);
        let exact: Vec<_> = told.iter().copied().filter(|(_, one)| is_of(one, &year)).collect();
        if let Some((_, first)) = exact.first().copied() {
            let same = |one: &&(usize, &Actual)| one.1.time == first.time && one.1.dated == first.dated;
            return Self::Figures { figures: exact.iter().filter(same).copied().collect(), of: None };
        }
        if let Some(proven) = Self::proven(ctx, indicator, year) {
            return proven;
        }
        if let Some(sum) = Self::sum(ctx, indicator, year, &told) {
            return sum;
        }
        let latest = told.iter().copied().max_by_key(|(_, one)| (one.time.end(), one.time.days()));
        if let Some((_, latest)) = latest {
            let same = |one: &&(usize, &Actual)| one.1.time == latest.time && one.1.dated == latest.dated;
            let figures = told.iter().filter(same).copied().collect();
            let of = Some(latest.time).filter(|time| *time != year);
            return Self::Figures { figures, of };
        }
        if let Some((index, actual)) = missing.first().copied() {
            return Self::Missing(index, actual);
        }
        let as_of = ctx.evaluation.as_of;
        Self::Nothing(match year.start() {
            Some(start) if start > as_of => Why::NotBegun,
            _ if indicator
                .actuals
                .iter()
                .any(|one| one.is_own_result() && belongs(indicator, one, &year)) =>
            {
                Why::Elsewhere
            }
            _ if year.end() >= as_of => Why::Running,
            _ => Why::NotReported,
        })
    }

    /// What the verdict on a target of just this year proves of it.
    fn proven(ctx: &LangContext<'a>, indicator: &'a Indicator, year: Period) -> Option<Self> {
        if indicator.measure != Measure::Flow {
            return None;
        }
        let is_of = |target: &crate::model::Target| {
            target.period == year && target.scope == indicator.scope && target.cell.is_headline()
        };
        let at = indicator.targets.iter().position(|one| one.member_of.is_none() && is_of(one))?;
        let verdict = ctx.judged(&indicator.id).verdicts.get(at)?;
        if let Some(Sole::Figure(index)) = proven::sole(ctx, indicator, verdict) {
            let actual = indicator.actuals.get(index)?;
            let of = (actual.time != year).then_some(actual.time);
            return Some(Self::Figures { figures: vec![(index, actual)], of });
        }
        let bounds = proven::bounds(indicator, verdict);
        let proves = |reason: &&Reason| matches!(reason, Reason::FloorFrom { .. } | Reason::CapFrom { .. });
        let used: BTreeSet<usize> =
            verdict.reasons.iter().filter(proves).flat_map(Reason::actuals).copied().collect();
        (bounds.low.is_some() || bounds.high.is_some())
            .then(|| Self::Proven(bounds, at, used.into_iter().collect()))
    }

    /// The sum of plain figures that follow each other from the first day of a year to its last.
    fn sum(
        ctx: &LangContext<'_>,
        indicator: &Indicator,
        year: Period,
        told: &[(usize, &Actual)],
    ) -> Option<Self> {
        let adds = indicator.measure == Measure::Flow && indicator.adds_up(ctx.unit(indicator));
        let (mut next, mut sum, mut used) = (year.start()?, Decimal::ZERO, Vec::new());
        if !adds || indicator.is_broken_between(next, year.end()) {
            return None;
        }
        while next <= year.end() {
            let follows = told.iter().filter(|(_, one)| one.time.start() == Some(next) && !one.partial);
            let (index, part) = follows.max_by_key(|(_, one)| one.time.end())?;
            let Value::Value(written) = &part.value else { return None };
            sum = sum.checked_add(written.value())?;
            used.push(*index);
            next = part.time.end().tomorrow().ok()?;
        }
        Some(Self::Sum(sum, used))
    }

    /// The places of the figures that it says, among the actuals.
    pub(in crate::view) fn used(&self) -> Vec<usize> {
        match self {
            Self::Figures { figures, .. } => figures.iter().map(|(index, _)| *index).collect(),
            Self::Sum(_, used) | Self::Proven(_, _, used) => used.clone(),
            Self::Missing(index, _) => vec![*index],
            Self::Nothing(_) => Vec::new(),
        }
    }
}

/// True if a figure says something of a year alone.
fn belongs(indicator: &Indicator, actual: &Actual, year: &Period) -> bool {
    is_of(actual, year)
        || year.contains(&actual.time)
        // A growth over several years is told in the last of them.
        || (indicator.measure == Measure::Growth
            && actual.reckoning != Reckoning::Single
            && actual.time.end() == year.end())
}

/// True if it is the figure of the year: over all its days, at its last, or one that stands for it.
fn is_of(actual: &Actual, year: &Period) -> bool {
    let its_day = actual.dated && actual.time == Period::day(year.end());
    actual.reckoning == Reckoning::Single
        && (its_day || (!actual.dated && actual.time == *year) || actual.stands_for == Some(*year))
}
