//! One indicator as files of its own: `indicators/<id>/data.csv` and `data.json`.
//!
//! The CSV is one tidy table. Each row is a statement about the indicator over a stretch of days and a
//! scope, and `row` says what kind: the `baseline`, a `target` or an `actual`. The columns mean the same
//! in each: `low` and `high` are what the statement says (what a target asks, what a source reports),
//! `qualifier` and `as_written` how it says so, `source` and `locator` where. How a target stands (`due`
//! to `attainment_high`) is filled in its own row, and what a figure was used for in the figure's. Rows
//! stand in the order baseline, targets, actuals, as in the content.
//!
//! The JSON is the indicator's part of `report.json` with the sources, scopes and unit that it names.

use super::csv::row::{
    end, observation, own, said, scope_title, source_title, start, unit, uses, with_cells,
};
use super::csv::table::{Cell, Columns};
use super::named::Named;
use super::number::share;
use super::whole::{Reported, Whole};
use crate::evaluate::{Evaluation, Interval, Verdict};
use crate::model::{Condition, Indicator, Numbers, Period, Report, ScopeId, SourceId, Target, Text};

/// `data.csv`: what was promised and reported of one indicator, in one table.
pub fn csv(report: &Report, evaluation: &Evaluation, indicator: &Indicator) -> Vec<u8> {
    let whole = Whole::new(report, evaluation, indicator);
    let rows = whole
        .baselines()
        .map(Statement::Actual)
        .chain(whole.targets().map(|(target, verdict)| Statement::Target(target, verdict)))
        .chain(whole.actuals().map(Statement::Actual));
    columns(report, indicator).write(rows)
}

/// `data.json`: one indicator with what it names.
pub fn json(report: &Report, evaluation: &Evaluation, indicator: &Indicator) -> String {
    super::json::indicator(report, evaluation, indicator)
}

/// A statement about the indicator.
#[derive(Debug, Clone, Copy)]
enum Statement<'a> {
    Target(&'a Target, Option<&'a Verdict>),
    Actual(Reported<'a>),
}

impl<'a> Statement<'a> {
    fn kind(self) -> &'static str {
        match self {
            Self::Target(..) => "target",
            Self::Actual(Reported { index: None, .. }) => "baseline",
            Self::Actual(_) => "actual",
        }
    }

    fn period(self) -> &'a Period {
        match self {
            Self::Target(target, _) => &target.period,
            Self::Actual(one) => &one.actual.time,
        }
    }

    fn scope(self) -> &'a ScopeId {
        match self {
            Self::Target(target, _) => &target.scope,
            Self::Actual(one) => &one.actual.scope,
        }
    }

    fn cell(self) -> &'a crate::model::Cell {
        match self {
            Self::Target(target, _) => &target.cell,
            Self::Actual(one) => &one.actual.cell,
        }
    }

    fn source(self) -> &'a SourceId {
        match self {
            Self::Target(target, _) => &target.source,
            Self::Actual(one) => &one.actual.source,
        }
    }

    fn locator(self) -> &'a str {
        match self {
            Self::Target(target, _) => &target.locator,
            Self::Actual(one) => &one.actual.locator,
        }
    }

    fn note(self) -> Option<&'a Text> {
        match self {
            Self::Target(target, _) => target.note.as_ref(),
            Self::Actual(one) => one.actual.note.as_ref(),
        }
    }

    fn says(self) -> Interval {
        match self {
            Self::Target(target, _) => demand(&target.condition),
            Self::Actual(one) => one.interval,
        }
    }

    fn qualifier(self) -> &'static str {
        match self {
            Self::Target(target, _) => target.condition.name(),
            Self::Actual(one) => one.actual.value.name(),
        }
    }

    fn as_written(self) -> Option<String> {
        match self {
            Self::Target(target, _) => target.condition.numbers().text(),
            Self::Actual(one) => one.actual.value.numbers().text(),
        }
    }

    fn target(self) -> Option<&'a Target> {
        match self {
            Self::Target(target, _) => Some(target),
            Self::Actual(_) => None,
        }
    }

    fn verdict(self) -> Option<&'a Verdict> {
        match self {
            Self::Target(_, verdict) => verdict,
            Self::Actual(_) => None,
        }
    }

    fn reported(self) -> Option<Reported<'a>> {
        match self {
            Self::Target(..) => None,
            Self::Actual(one) => Some(one),
        }
    }
}

/// The values that a condition allows.
fn demand(condition: &Condition) -> Interval {
    let end = |written: &crate::model::Written| Some(written.value());
    match (condition, condition.numbers()) {
        (Condition::AtLeast(least) | Condition::Above(least), _) => Interval::new(end(least), None),
        (Condition::AtMost(most) | Condition::Below(most), _) => Interval::new(None, end(most)),
        (_, Numbers::One(one)) => Interval::exactly(one.value()),
        (_, Numbers::Two(low, high)) => Interval::new(end(low), end(high)),
        (_, Numbers::None) => Interval::OPEN,
    }
}

fn columns<'a>(report: &'a Report, indicator: &'a Indicator) -> Columns<'a, Statement<'a>> {
    let of_whom = Columns::<Statement<'a>>::new()
        .add("row", |row| Cell::text(row.kind()))
        .add("indicator", |_| Cell::text(indicator.id.as_str()))
        .add("title", |_| Cell::text(own(report, &indicator.title)))
        .add("unit", |_| Cell::maybe(unit(indicator)))
        .add("target", |row| Cell::maybe(row.target().map(|target| target.id.0.as_str())))
        .add("index", |row| Cell::count(row.reported().and_then(|one| one.index)))
        .add("start", |row| start(row.period()))
        .add("end", |row| end(row.period()))
        .add("dated", |row| flag(*row, |one| one.actual.dated))
        .add("scope", |row| Cell::text(row.scope().as_str()))
        .add("scope_title", |row| scope_title(report, row.scope()));
    with_cells(of_whom, std::iter::once(indicator), |row| row.cell())
        .add("qualifier", |row| Cell::text(row.qualifier()))
        .add("low", |row| Cell::Number(row.says().low))
        .add("high", |row| Cell::Number(row.says().high))
        .add("as_written", |row| Cell::maybe(row.as_written()))
        .add("due", |row| Cell::maybe(row.target().map(|target| target.due.to_string())))
        .add("status", |row| Cell::maybe(row.verdict().map(|one| one.status.as_str())))
        .add("proven_low", |row| Cell::Number(row.verdict().and_then(|one| one.interval.low)))
        .add("proven_high", |row| Cell::Number(row.verdict().and_then(|one| one.interval.high)))
        .add("attainment_low", |row| Cell::Number(row.verdict().and_then(|one| share(one.attainment.low))))
        .add("attainment_high", |row| Cell::Number(row.verdict().and_then(|one| share(one.attainment.high))))
        .add("used_for", |row| row.reported().map_or_else(Cell::empty, |one| uses(one.uses)))
        .add("kind", |row| Cell::maybe(row.reported().map(|one| one.actual.kind.name())))
        .add("partial", |row| flag(*row, |one| one.actual.partial))
        .add("provisional", |row| flag(*row, |one| one.actual.provisional))
        .add("observation", |row| Cell::maybe(row.reported().and_then(|one| observation(one.actual))))
        .add("superseded", |row| flag(*row, |one| one.actual.superseded_by.is_some()))
        .add("definition", |row| said(report, row.reported().and_then(|one| one.actual.definition.as_ref())))
        .add("source", |row| Cell::text(row.source().as_str()))
        .add("source_title", |row| source_title(report, row.source()))
        .add("locator", |row| Cell::text(row.locator()))
        .add("note", |row| said(report, row.note()))
}

fn flag<'a>(row: Statement<'a>, is: impl Fn(Reported<'a>) -> bool) -> Cell<'static> {
    row.reported().map_or_else(Cell::empty, |one| Cell::yes(is(one)))
}
