//! An indicator together with what the evaluation says of it: what every format here walks over.

use crate::evaluate::{Evaluation, IndicatorEvaluation, Interval, Quantity, Use, Verdict};
use crate::model::{Actual, Indicator, Report, Target};

/// An indicator, and what its figures prove.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole<'a> {
    /// The report, for titles.
    pub report: &'a Report,
    /// What was promised and reported.
    pub indicator: &'a Indicator,
    /// What is proven; none if the evaluation does not know the indicator.
    pub evaluation: Option<&'a IndicatorEvaluation>,
}

/// A figure with its place in the indicator and what became of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reported<'a> {
    /// The figure.
    pub actual: &'a Actual,
    /// Its place, by which reasons name it; none for the baseline.
    pub index: Option<usize>,
    /// What its written value says.
    pub interval: Interval,
    /// What it was used for.
    pub uses: &'a [Use],
}

/// All indicators of a report, in order of id.
pub(super) fn all<'a>(report: &'a Report, evaluation: &'a Evaluation) -> impl Iterator<Item = Whole<'a>> {
    report.indicators.values().map(|indicator| Whole::new(report, evaluation, indicator))
}

impl<'a> Whole<'a> {
    /// An indicator with its part of the evaluation.
    pub(super) fn new(report: &'a Report, evaluation: &'a Evaluation, indicator: &'a Indicator) -> Self {
        Self { report, indicator, evaluation: evaluation.indicators.get(&indicator.id).map(AsRef::as_ref) }
    }

    /// The state before the plan.
    pub(super) fn baseline(&self) -> Option<Reported<'a>> {
        self.indicator.baseline.as_ref().map(|actual| self.before(actual))
    }

    /// The states before the plan, the indicator's own first.
    pub(super) fn baselines(self) -> impl Iterator<Item = Reported<'a>> {
        self.indicator.baselines().map(move |actual| self.before(actual))
    }

    fn before(&self, actual: &'a Actual) -> Reported<'a> {
        let interval =
            Interval::of(&actual.value, Quantity::of(&self.report.measurement_units, self.indicator));
        Reported { actual, index: None, interval, uses: &[] }
    }

    /// The figures in their order.
    pub(super) fn actuals(self) -> impl Iterator<Item = Reported<'a>> {
        let known = self.evaluation;
        self.indicator.actuals.iter().enumerate().map(move |(index, actual)| Reported {
            actual,
            index: Some(index),
            interval: known.and_then(|known| known.intervals.get(index).copied()).unwrap_or_else(|| {
                Interval::of(&actual.value, Quantity::of(&self.report.measurement_units, self.indicator))
            }),
            uses: known.and_then(|known| known.uses.get(index)).map_or(&[], Vec::as_slice),
        })
    }

    /// The targets in their order, each with its verdict.
    pub(super) fn targets(self) -> impl Iterator<Item = (&'a Target, Option<&'a Verdict>)> {
        let known = self.evaluation;
        self.indicator.targets.iter().enumerate().map(move |(place, target)| {
            let own = |verdict: &&Verdict| verdict.target == target.id;
            let verdict =
                known.and_then(|known| known.verdicts.get(place).filter(own).or(known.verdict(&target.id)));
            (target, verdict)
        })
    }
}
