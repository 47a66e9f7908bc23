//! Which actuals may be judged at all, and as what.

use super::method::Method;
use super::region::{Day, Span, Tree, day};
use super::{Interval, LeftOutWhy, Quantity};
use crate::model::{Actual, ActualKind, Cell, Indicator, Measure, Reckoning, Report, Source, Target, Value};
use rust_decimal::Decimal;

/// A plain number as its source printed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed {
    pub value: Decimal,
    /// What one unit of its last digit is worth.
    pub step: Decimal,
}

/// What is known of the beginning of a count that does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The same for counts that began together.
    pub group: usize,
    /// It had not begun before this day.
    pub earliest: Option<Day>,
    /// It had begun by this day.
    pub latest: Option<Day>,
}

/// An actual ready for computing; or several that stand for the same region in spite of each other, as
/// one.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a mark of its own, and none excludes another")]
pub(super) struct Figure {
    /// Indices of the actuals.
    pub actuals: Vec<usize>,
    /// Those of them that were taken off the others.
    pub less: Vec<usize>,
    /// True if it was put together from figures of other cells: of the parts, or of the whole less the others.
    pub put_together: bool,
    /// One past the last day of which it says something: of one that was put together that of its last figure.
    pub known_to: Day,
    /// Its days; for a dated figure the stretch in which its day lies.
    pub span: Span,
    pub scope: usize,
    pub dated: bool,
    /// Of which time a growth is.
    pub reckoning: Reckoning,
    /// What is known of its beginning, where the span has none.
    pub unknown: Option<Unknown>,
    pub low: Option<Decimal>,
    /// None for a partial figure, which is never a maximum.
    pub high: Option<Decimal>,
    /// True if it is more than `low`, less than `high`.
    pub low_open: bool,
    pub high_open: bool,
    /// The number as written, for a plain one.
    pub plain: Option<Decimal>,
    /// The number with its last digit, for one that claims to be the value itself.
    pub printed: Option<Printed>,
    /// The ends of the confidence interval that its source gives.
    pub ci: Option<(Decimal, Decimal)>,
    pub partial: bool,
    pub provisional: bool,
    /// The time for which its source reports it, where that is not its own.
    pub stands_for: Option<Span>,
    /// The day from which its source counts as published.
    pub published: Day,
}

impl Figure {
    /// A figure for a stretch of days that proves so much and is published after all of them.
    pub fn over(scope: usize, span: Span, interval: Interval) -> Self {
        Self {
            actuals: Vec::new(),
            less: Vec::new(),
            put_together: false,
            known_to: span.to,
            span,
            scope,
            dated: false,
            reckoning: Reckoning::Single,
            unknown: None,
            low: interval.low,
            high: interval.high,
            low_open: interval.low_open,
            high_open: interval.high_open,
            plain: None,
            printed: None,
            ci: None,
            partial: false,
            provisional: false,
            stands_for: None,
            published: Day::MAX,
        }
    }

    /// The days on which what it says is taken to stand: of a state the stretch in which its day lies, of a
    /// rate over a period the last day.
    pub fn stands_on(&self) -> Span {
        if self.dated { self.span } else { Span::new(self.span.to - 1, self.span.to) }
    }

    /// What it adds to a minimum: nothing if its start is unknown.
    pub fn floor(&self) -> Option<Decimal> {
        self.low.filter(|low| self.span.start_known() && *low >= Decimal::ZERO)
    }

    /// The days all of which its maximum certainly holds. None where nothing is known of its beginning.
    pub fn certainly_holds(&self) -> Option<Span> {
        let known = self.span.start_known().then_some(self.span.from);
        let from = known.or_else(|| self.unknown?.latest)?;
        (from < self.span.to).then(|| Span::new(from, self.span.to))
    }

    pub fn interval(&self) -> Interval {
        Interval::new(self.low, self.high).with_open_ends(self.low_open, self.high_open)
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

/// Sorts the actuals of an indicator as they were known on a day; of other cells than the one none is a figure.
pub(super) fn sort(
    report: &Report,
    tree: &Tree<'_>,
    (indicator, cell, method): (&Indicator, &Cell, Method),
    as_of: Day,
) -> Sorted {
    let mut sorted = Sorted::default();
    let quantity = Quantity::of(&report.measurement_units, indicator);
    for (index, actual) in indicator.actuals.iter().enumerate() {
        let is_published = is_published(report, actual, as_of);
        let has_value = actual.value != Value::Missing;
        sorted.reported |= is_published && has_value && actual.kind == ActualKind::Result;
        let scope = tree.number(&actual.scope);
        let why = if is_published {
            unfit(report, indicator, quantity, actual, as_of)
        } else {
            Some(LeftOutWhy::SourceNotYetPublished)
        };
        match (why, scope) {
            (None, Some(_)) if actual.cell != *cell => sorted.left_out.push(Some(LeftOutWhy::OtherCell)),
            (None, Some(_)) if !method.counted(actual) => {
                sorted.left_out.push(Some(LeftOutWhy::OtherMethod));
            }
            (None, Some(scope)) => {
                let published = published(report, actual).unwrap_or(as_of);
                sorted.figures.push(figure(quantity, &indicator.actuals, index, (scope, published)));
            }
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

/// True if the actual's source was published by the day.
pub(super) fn is_published(report: &Report, actual: &Actual, as_of: Day) -> bool {
    published(report, actual).is_some_and(|published| published <= as_of)
}

/// The day from which an actual's source counts as published.
pub(super) fn published(report: &Report, actual: &Actual) -> Option<Day> {
    let speaks_until = Span::of(&actual.time).to - 1;
    report.sources.get(&actual.source).map(|source| source_day(source, Some(speaks_until)))
}

/// The day from which a source counts as published. One dated by a stretch of days counts from the last
/// of them; where the content says why it counts from the first, not before the last day of which it speaks.
pub(super) fn source_day(source: &Source, speaks_until: Option<Day>) -> Day {
    let last = day(source.published.end());
    match source.published.start().filter(|_| source.count_from_first.is_some()) {
        Some(first) => speaks_until.map_or(day(first), |until| day(first).max(until)).min(last),
        None => last,
    }
}

fn unfit(
    report: &Report,
    indicator: &Indicator,
    quantity: Quantity,
    actual: &Actual,
    as_of: Day,
) -> Option<LeftOutWhy> {
    // A figure is replaced only once the one that replaces it is published.
    let superseded = actual
        .superseded_by
        .and_then(|index| indicator.actuals.get(index))
        .is_some_and(|other| is_published(report, other, as_of));
    let without = actual.observation.as_ref().filter(|(observation, _)| !observation.has_value());
    if let Some((observation, _)) = without {
        Some(LeftOutWhy::NoValue(*observation))
    } else if actual.kind != ActualKind::Result {
        Some(LeftOutWhy::NotAResult(actual.kind))
    } else if superseded {
        Some(LeftOutWhy::Superseded)
    } else if actual.definition.is_some() {
        Some(LeftOutWhy::OtherDefinition)
    } else if fits(indicator, quantity, actual) {
        None
    } else {
        Some(LeftOutWhy::OtherMeasure)
    }
}

/// Why what is not known of an actual is nothing to a target: it is of another place, part or time.
pub(super) fn of_something_else(
    tree: &Tree<'_>,
    indicator: &Indicator,
    target: &Target,
    actual: &Actual,
) -> Option<LeftOutWhy> {
    let scopes = tree.number(&actual.scope).zip(tree.number(&target.scope));
    let related = scopes.is_some_and(|(one, other)| tree.lies_in(one, other) || tree.lies_in(other, one));
    let one_whole = actual.cell.is_headline() || target.cell.is_headline() || actual.cell == target.cell;
    // Of a state what was not known earlier may be why nothing is known of it later.
    let meets =
        target.has_a_date(indicator.measure) || Span::of(&actual.time).meets(Span::of(&target.period));
    if !related {
        Some(LeftOutWhy::OtherScope)
    } else if !one_whole {
        Some(LeftOutWhy::OtherCell)
    } else {
        (!meets).then_some(LeftOutWhy::OtherPeriod)
    }
}

fn fits(indicator: &Indicator, quantity: Quantity, actual: &Actual) -> bool {
    let yes_or_no = matches!(actual.value, Value::Done | Value::InProgress);
    let below_zero = || Interval::of(&actual.value, quantity).high.is_some_and(|high| high < Decimal::ZERO);
    match indicator.measure {
        Measure::Milestone => yes_or_no,
        Measure::Flow => !yes_or_no && !actual.dated && (indicator.signed || !below_zero()),
        Measure::Stock => !yes_or_no && actual.dated,
        Measure::Rate => !yes_or_no,
        Measure::Growth => !yes_or_no && !actual.dated,
    }
}

fn figure(quantity: Quantity, actuals: &[Actual], index: usize, (scope, published): (usize, Day)) -> Figure {
    let actual = &actuals[index];
    let interval = Interval::of(&actual.value, quantity);
    let group = began_with(actuals, index);
    let begun = actuals.get(group).and_then(|first| first.time.start());
    let span = Span::of(&actual.time);
    let unknown = Unknown {
        group,
        earliest: actual.since_at_earliest.map(day),
        latest: actual.since_at_latest.map(day),
    };
    Figure {
        actuals: vec![index],
        less: Vec::new(),
        put_together: false,
        known_to: span.to,
        // A count that began with one whose beginning is known has that beginning.
        span: if span.start_known() { span } else { Span::new(begun.map_or(Span::UNKNOWN, day), span.to) },
        scope,
        dated: actual.dated,
        reckoning: actual.reckoning,
        unknown: (!span.start_known() && begun.is_none() && !actual.dated).then_some(unknown),
        low: interval.low,
        high: interval.high.filter(|_| !actual.partial),
        low_open: interval.low_open,
        high_open: interval.high_open && !actual.partial,
        plain: actual.value.plain_number(),
        printed: match &actual.value {
            Value::Value(written) if !actual.partial => {
                Some(Printed { value: written.value(), step: written.step() })
            }
            _ => None,
        },
        ci: actual.ci.as_ref().map(|(low, high)| (low.value(), high.value())),
        partial: actual.partial,
        provisional: actual.provisional,
        stands_for: actual.stands_for.as_ref().map(Span::of),
        published,
    }
}

/// The count that one began together with, and that one with another: the last of them, or the first
/// again of a circle.
fn began_with(actuals: &[Actual], index: usize) -> usize {
    let mut chain = vec![index];
    while let Some(next) = chain.last().and_then(|at| actuals.get(*at)?.same_start_as) {
        if chain.contains(&next) {
            return chain.into_iter().min().unwrap_or(index);
        }
        chain.push(next);
    }
    chain.last().copied().unwrap_or(index)
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
