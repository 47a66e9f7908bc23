//! Which actuals may be judged at all, and as what.

use super::LeftOutWhy;
use super::interval::{Interval, plain_number};
use super::region::{Day, Span, Tree, day};
use crate::model::{Actual, ActualKind, Indicator, Measure, Report, Value};
use rust_decimal::Decimal;

/// An actual ready for computing; or several that stand for the same region in spite of each other, as
/// one.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// Indices of the actuals.
    pub actuals: Vec<usize>,
    /// Its days; for a dated figure the stretch in which its day lies.
    pub span: Span,
    pub scope: usize,
    pub dated: bool,
    pub low: Option<Decimal>,
    /// None for a partial figure, which is never a maximum.
    pub high: Option<Decimal>,
    /// The number as written, for a plain one.
    pub plain: Option<Decimal>,
    pub partial: bool,
}

impl Figure {
    /// What it adds to a minimum: nothing if its start is unknown.
    pub fn floor(&self) -> Option<Decimal> {
        self.low.filter(|low| self.span.start_known() && *low >= Decimal::ZERO)
    }

    pub fn interval(&self) -> Interval {
        Interval::new(self.low, self.high)
    }
}

/// The actuals of an indicator, sorted into those that may be judged and those that may not.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// In an order that does not depend on the order in which they were written.
    pub figures: Vec<Figure>,
    /// For each actual that may not be judged, why.
    pub left_out: Vec<Option<LeftOutWhy>>,
    /// True if any result was published.
    pub reported: bool,
}

/// Sorts the actuals of an indicator as they were known on a day.
pub(super) fn sort(report: &Report, tree: &Tree<'_>, indicator: &Indicator, as_of: Day) -> Sorted {
    let mut sorted = Sorted::default();
    for (index, actual) in indicator.actuals.iter().enumerate() {
        let published = is_published(report, actual, as_of);
        sorted.reported |= published && actual.kind == ActualKind::Result;
        let scope = tree.number(&actual.scope);
        let why = if published {
            unfit(report, indicator, actual, as_of)
        } else {
            Some(LeftOutWhy::SourceNotYetPublished)
        };
        match (why, scope) {
            (None, Some(scope)) => sorted.figures.push(figure(indicator.measure, index, actual, scope)),
            (None, None) => sorted.left_out.push(Some(LeftOutWhy::OtherScope)),
            (why, _) => sorted.left_out.push(why),
        }
        sorted.left_out.resize(index + 1, None);
    }
    let place = |figure: &Figure| {
        let first = figure.actuals.first().and_then(|index| indicator.actuals.get(*index));
        (figure.span, figure.scope, figure.low, figure.high, first.map(|a| (&a.source, &a.locator)))
    };
    sorted.figures.sort_by(|a, b| place(a).cmp(&place(b)));
    sorted
}

/// True if the actual's source was published by the day. A source dated by a stretch counts from
/// its first day.
pub(super) fn is_published(report: &Report, actual: &Actual, as_of: Day) -> bool {
    report.sources.get(&actual.source).is_some_and(|source| {
        let published = source.published;
        day(published.start().unwrap_or(published.end())) <= as_of
    })
}

fn unfit(report: &Report, indicator: &Indicator, actual: &Actual, as_of: Day) -> Option<LeftOutWhy> {
    // A figure is replaced only once the one that replaces it is published.
    let superseded = actual
        .superseded_by
        .and_then(|index| indicator.actuals.get(index))
        .is_some_and(|other| is_published(report, other, as_of));
    if actual.kind != ActualKind::Result {
        Some(LeftOutWhy::NotAResult(actual.kind))
    } else if superseded {
        Some(LeftOutWhy::Superseded)
    } else if actual.definition.is_some() {
        Some(LeftOutWhy::OtherDefinition)
    } else if fits(indicator.measure, actual) {
        None
    } else {
        Some(LeftOutWhy::OtherMeasure)
    }
}

fn fits(measure: Measure, actual: &Actual) -> bool {
    let yes_or_no = matches!(actual.value, Value::Done | Value::InProgress);
    let below_zero = || Interval::of(&actual.value, measure).high.is_some_and(|high| high < Decimal::ZERO);
    match measure {
        Measure::Milestone => yes_or_no,
        Measure::Flow => !yes_or_no && !actual.dated && !below_zero(),
        Measure::Stock => !yes_or_no && actual.dated,
        Measure::Rate => !yes_or_no,
    }
}

fn figure(measure: Measure, index: usize, actual: &Actual, scope: usize) -> Figure {
    let interval = Interval::of(&actual.value, measure);
    Figure {
        actuals: vec![index],
        span: Span::of(&actual.time),
        scope,
        dated: actual.dated,
        low: interval.low,
        high: interval.high.filter(|_| !actual.partial),
        plain: plain_number(&actual.value),
        partial: actual.partial,
    }
}

/// True if no figure may lie below zero, so that a part is never more than its whole.
pub(super) fn never_negative(measure: Measure, figures: &[Figure]) -> bool {
    let below_zero = |end: Option<Decimal>| end.is_some_and(|end| end < Decimal::ZERO);
    measure == Measure::Flow
        || (measure == Measure::Stock
            && !figures.iter().any(|figure| match figure.plain {
                Some(plain) => plain < Decimal::ZERO,
                None => below_zero(figure.low) || below_zero(figure.high),
            }))
}
