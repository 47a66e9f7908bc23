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
            Condition::About(_) | Condition::Against(_) | Condition::Done => (false, false),
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
        Value::Done | Value::InProgress | Value::Missing => (None, None),
    }
}

fn after(end: Date) -> Date {
    end.checked_add(1.day()).expect("in range")
}

/// The days of a period, the last not included.
fn days(period: &Period) -> (Date, Date) {
    (period.start().unwrap_or(Date::MIN), after(period.end()))
}

/// A stretch of days of a scope.
type Region<'a> = ((Date, Date), &'a ScopeId);

/// A row in the making: regions and unknown beginnings with their signs, and what it may be at most.
struct Draft {
    regions: Vec<(usize, i128)>,
    beginning: Option<(usize, i128)>,
    most: Hair,
    /// The figure, and whether it is its maximum that speaks.
    says: (usize, bool),
}

/// Figures that began to count on one day that nobody states: what lies before the first one's end is
/// an unknown of its own.
struct Beginning<'a> {
    scope: &'a ScopeId,
    members: Vec<(usize, &'a Actual)>,
}

fn beginnings<'a>(heard: &[(usize, &'a Actual)], all: &[Actual]) -> Vec<Beginning<'a>> {
    let root = |mut index: usize| {
        for _ in 0..all.len() {
            index = all[index].same_start_as.unwrap_or(index);
        }
        index
    };
    let mut found: BTreeMap<(usize, &ScopeId), Vec<(usize, &'a Actual)>> = BTreeMap::new();
    for (index, actual) in heard.iter().filter(|(_, actual)| actual.time.start().is_none()) {
        found.entry((root(*index), &actual.scope)).or_default().push((*index, actual));
    }
    found.into_iter().map(|((_, scope), members)| Beginning { scope, members }).collect()
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
    let all = indicator.actuals.iter().enumerate();
    let heard: Vec<(usize, &Actual)> =
        all.filter(|(_, actual)| uses(actual) && (is_flow || actual.time == *period)).collect();
    let mut regions: Vec<Region<'_>> = vec![(days(period), scope)];
    let mut region = |days: (Date, Date), of| {
        regions.push((days, of));
        regions.len() - 1
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut figure = |index: usize, actual: &Actual, place: Option<usize>, beginning: Option<usize>| {
        let (low, high) = read(&actual.value);
        let high = high.filter(|_| !actual.partial);
        for (sign, most) in [(-1, low.map(|low| -low)), (1, high)] {
            drafts.extend(most.map(|most| Draft {
                regions: place.map(|place| (place, sign)).into_iter().collect(),
                beginning: beginning.map(|beginning| (beginning, sign)),
                most,
                says: (index, sign > 0),
            }));
        }
    };
    for (index, actual) in heard.iter().filter(|(_, actual)| actual.time.start().is_some()) {
        figure(*index, actual, Some(region(days(&actual.time), &actual.scope)), None);
    }
    let beginnings = beginnings(&heard, &indicator.actuals);
    let mut known = Vec::new();
    for (number, Beginning { scope, members }) in beginnings.iter().enumerate() {
        let ends = || members.iter().map(|(_, actual)| after(actual.time.end()));
        let Some(first) = ends().min() else { continue };
        for (index, actual) in members {
            let end = after(actual.time.end());
            figure(*index, actual, (end > first).then(|| region((first, end), scope)), Some(number));
            // It holds all since a day by which counting had begun, and no more than all since a day before which
            // it had not.
            let since = [(actual.since_at_latest, 1), (actual.since_at_earliest, -1)];
            for (since, sign) in since.into_iter().filter_map(|(since, sign)| Some((since?, sign))) {
                let place = (since < first).then(|| region((since, first), scope));
                known.push(Draft {
                    regions: place.map(|place| (place, sign)).into_iter().collect(),
                    beginning: Some((number, -sign)),
                    most: Hair::default(),
                    says: (*index, sign > 0),
                });
            }
        }
    }
    drafts.extend(known);
    let cuts: BTreeSet<Date> = regions.iter().flat_map(|((from, to), _)| [*from, *to]).collect();
    let cuts: Vec<Date> = cuts.into_iter().collect();
    let lies_in = |leaf: &ScopeId, whole: &ScopeId| {
        matches!(report.scopes.relation(leaf, whole), Relation::Equal | Relation::Inside)
    };
    // A scope without parts, and what the parts of a scope do not make up.
    let leaves =
        report.scopes.iter().filter(|one| !one.covers_all || report.scopes.children(&one.id).is_empty());
    // Pieces that lie in the same regions are one unknown.
    let mut kinds: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    for leaf in leaves {
        for slot in cuts.windows(2) {
            let holds =
                |((from, to), of): &Region<'_>| *from <= slot[0] && slot[1] <= *to && lies_in(&leaf.id, of);
            let kind: Vec<bool> = regions.iter().map(holds).collect();
            if kind.contains(&true) {
                let next = kinds.len();
                kinds.entry(kind).or_insert(next);
            }
        }
    }
    let unknowns = kinds.len() + beginnings.len();
    let add = |column: &mut Vec<i128>, place: usize, sign: i128| {
        kinds.iter().filter(|(kind, _)| kind[place]).for_each(|(_, variable)| column[*variable] += sign);
    };
    let rows: Vec<Row> = drafts
        .iter()
        .map(|draft| {
            let mut of = vec![0; unknowns];
            draft.regions.iter().for_each(|(place, sign)| add(&mut of, *place, *sign));
            draft.beginning.iter().for_each(|(number, sign)| of[kinds.len() + number] += sign);
            Row { of, most: draft.most }
        })
        .collect();
    let programme = Programme::new(&rows, unknowns)?;
    let end = |sign: i128| {
        let mut asked = vec![0; unknowns];
        add(&mut asked, 0, sign);
        match programme.most(&asked) {
            Most::Unlimited => None,
            Most::At { value, over, by } => {
                let says = by.iter().map(|(row, _)| drafts[*row].says);
                let (caps, floors): (Vec<_>, Vec<_>) = says.partition(|(_, is_cap)| *is_cap);
                let of = |side: Vec<(usize, bool)>| side.into_iter().map(|(index, _)| index).collect();
                // For the high end, caps are added and floors taken off; for the low end the other way.
                let (plus, minus) = if sign > 0 { (of(caps), of(floors)) } else { (of(floors), of(caps)) };
                Some(End { value: value * sign, over, plus, minus })
            }
        }
    };
    Some(Possible { low: end(-1), high: end(1) })
}
