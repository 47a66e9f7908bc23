//! A report as a linear programme: one unknown for each stretch of days and each scope without named parts (and
//! for what no part names), never negative; each figure a row or two.

use super::simplex::{Hair, Most, Programme, Row};
use crate::model::{
    Actual, Condition, Indicator, Measure, Period, Relation, Report, ScopeId, Value, Written,
};
use jiff::{ToSpan, civil::Date};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::{BTreeMap, BTreeSet};

/// Numbers are counted in millionths, so that halves of last digits and five per cent are whole.
const FINE: i64 = 1_000_000;

/// One end of what all possible worlds have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// In millionths over `over`; a hair away from it if no world reaches it.
    pub value: Hair,
    pub over: i128,
    /// The figures that prove it: those that are added, and those that are taken off.
    pub plus: BTreeSet<usize>,
    pub minus: BTreeSet<usize>,
}

impl End {
    /// How it stands to a number: less, equal or greater, an end that is not reached included.
    pub fn against(&self, number: Decimal) -> std::cmp::Ordering {
        self.value.cmp(&(Hair::new(fine(number), 0) * self.over))
    }
}

/// What all possible worlds have in common; an end is none if it has no limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    pub low: Option<End>,
    pub high: Option<End>,
}

/// What the possible worlds say of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    Holds,
    Fails,
    Open,
}

impl Possible {
    /// Whether a condition holds in all of them, in none, or in some.
    pub fn answer(&self, condition: &Condition) -> Answer {
        let low = |t: &Written| self.low.as_ref().map(|end| end.against(t.value()));
        let high = |t: &Written| self.high.as_ref().map(|end| end.against(t.value()));
        let at_least = |t| low(t).is_some_and(std::cmp::Ordering::is_ge);
        let at_most = |t| high(t).is_some_and(std::cmp::Ordering::is_le);
        let above = |t| low(t).is_some_and(std::cmp::Ordering::is_gt);
        let below = |t| high(t).is_some_and(std::cmp::Ordering::is_lt);
        let (holds, fails) = match condition {
            Condition::AtLeast(t) | Condition::Between(t, _) => (at_least(t), below(t)),
            Condition::AtMost(t) => (at_most(t), above(t)),
            Condition::Exactly(t) => (at_least(t) && at_most(t), below(t) || above(t)),
            Condition::Within(a, b) => (at_least(a) && at_most(b), below(a) || above(b)),
            Condition::Above(t) => (above(t), at_most(t)),
            Condition::Below(t) => (below(t), at_least(t)),
            // What "about" allows is known only with `better`; no small world asks it.
            Condition::About(_) | Condition::Done => (false, false),
        };
        match (holds, fails) {
            (true, _) => Answer::Holds,
            (_, true) => Answer::Fails,
            _ => Answer::Open,
        }
    }
}

pub fn fine(number: Decimal) -> i128 {
    let fine = number * Decimal::from(FINE);
    assert!(fine.fract().is_zero(), "{number} has more digits than the solver");
    fine.to_i128().expect("small")
}

/// What the words of a figure leave possible, read from docs/evaluation.md.
fn read(value: &Value) -> (Option<Hair>, Option<Hair>) {
    let at = |number: Decimal| Some(Hair::new(fine(number), 0));
    // "About" and "nearly": 5 %, or ten units of the last digit that is not zero.
    let loose = |w: &Written| {
        let digits = w.value().normalize().to_string();
        let whole = digits.split('.').next().unwrap_or_default().to_owned();
        let zeros = if digits.contains('.') { 0 } else { whole.len() - whole.trim_end_matches('0').len() };
        let last =
            (0..zeros).fold(Decimal::new(1, w.value().normalize().scale()), |step, _| step * Decimal::TEN);
        (w.value().abs() * Decimal::new(5, 2)).min(last * Decimal::TEN)
    };
    match value {
        Value::Value(w) => {
            let whole = w.step() == Decimal::ONE && !w.is_percent();
            let half = if whole { Decimal::ZERO } else { w.step() / Decimal::TWO };
            (at(w.value() - half), at(w.value() + half))
        }
        Value::About(w) => (at(w.value() - loose(w)), at(w.value() + loose(w))),
        Value::MoreThan(w) => (Some(Hair::new(fine(w.value()), 1)), None),
        Value::AtLeast(w) => (at(w.value()), None),
        Value::Nearly(w) => (at(w.value() - loose(w)), at(w.value())),
        Value::AtMost(w) => (None, at(w.value())),
        Value::Between(a, b) => (at(a.value()), at(b.value())),
        Value::Done | Value::InProgress => (None, None),
    }
}

fn after(end: Date) -> Date {
    end.checked_add(1.day()).expect("in range")
}

/// The days of a period, the last not included.
fn days(period: &Period) -> (Date, Date) {
    (period.start().unwrap_or(Date::MIN), after(period.end()))
}

/// What is possible of a region: of a flow over a period, of a stock on a day. Only figures that `uses` says
/// yes to are heard. None if they contradict each other.
pub fn possible(
    report: &Report,
    indicator: &Indicator,
    scope: &ScopeId,
    period: &Period,
    uses: impl Fn(&Actual) -> bool,
) -> Option<Possible> {
    let is_flow = indicator.measure == Measure::Flow;
    let heard: Vec<(usize, &Actual)> = indicator
        .actuals
        .iter()
        .enumerate()
        .filter(|(_, actual)| {
            uses(actual) && actual.time.start().is_some() && (is_flow || actual.time == *period)
        })
        .collect();
    let mut cuts: BTreeSet<Date> = BTreeSet::new();
    for time in heard.iter().map(|(_, actual)| &actual.time).chain([period]) {
        cuts.extend(<[Date; 2]>::from(days(time)));
    }
    let cuts: Vec<Date> = cuts.into_iter().collect();
    let lies_in = |leaf: &ScopeId, whole: &ScopeId| {
        matches!(report.scopes.relation(leaf, whole), Relation::Equal | Relation::Inside)
    };
    // A scope without parts, and what the parts of a scope do not make up.
    let leaves =
        report.scopes.iter().filter(|one| !one.covers_all || report.scopes.children(&one.id).is_empty());
    // Pieces that lie in the same figures are one unknown.
    let mut kinds: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    for leaf in leaves {
        for slot in cuts.windows(2) {
            let holds = |time: &Period, of: &ScopeId| {
                let (from, to) = days(time);
                from <= slot[0] && slot[1] <= to && lies_in(&leaf.id, of)
            };
            let mut kind = vec![holds(period, scope)];
            kind.extend(heard.iter().map(|(_, actual)| holds(&actual.time, &actual.scope)));
            if kind.contains(&true) {
                let next = kinds.len();
                kinds.entry(kind).or_insert(next);
            }
        }
    }
    let column = |place: usize, sign: i128| {
        let mut column = vec![0; kinds.len()];
        kinds.iter().filter(|(kind, _)| kind[place]).for_each(|(_, variable)| column[*variable] = sign);
        column
    };
    let (mut rows, mut says) = (Vec::new(), Vec::new());
    for (place, (index, actual)) in heard.iter().enumerate() {
        let (low, high) = read(&actual.value);
        if let Some(low) = low {
            rows.push(Row { of: column(place + 1, -1), most: -low });
            says.push((*index, false));
        }
        if let Some(high) = high.filter(|_| !actual.partial) {
            rows.push(Row { of: column(place + 1, 1), most: high });
            says.push((*index, true));
        }
    }
    let programme = Programme::new(&rows, kinds.len())?;
    let end = |sign: i128| match programme.most(&column(0, sign)) {
        Most::Unlimited => None,
        Most::At { value, over, by } => {
            let of = |cap: bool| {
                by.iter()
                    .map(|(row, _)| says[*row])
                    .filter(|(_, is)| *is == cap)
                    .map(|(index, _)| index)
                    .collect()
            };
            // For the high end, caps are added and floors taken off; for the low end the other way.
            Some(End { value: value * sign, over, plus: of(sign > 0), minus: of(sign < 0) })
        }
    };
    Some(Possible { low: end(-1), high: end(1) })
}
