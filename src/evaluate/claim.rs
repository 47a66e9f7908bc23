//! Whether the arithmetic that a source states holds.
//!
//! A newspaper computes with the numbers that it prints. So the printed numbers are taken as exact
//! first. Only if what comes out is not what is stated, or if an operand is no plain number ("more
//! than 8,000"), all that the written numbers leave open is looked at: a claim that none of it allows does
//! not hold; one that some of it allows cannot be told.

use super::region::Day;
use super::{Interval, Quantity, figure};
use crate::model::{Actual, Compute, FigureKey, Report, SourceId, Value, Written};
use rust_decimal::Decimal;

/// A checked claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimCheck {
    /// The source that states it.
    pub source: SourceId,
    /// Which of its claims: an index into [`Source::claims`](crate::model::Source::claims).
    pub claim: usize,
    /// What comes out with the numbers as written; none if an operand has no single number or the
    /// divisor is zero. Ratios are exact to 28 digits, shares are in per cent.
    pub computed: Option<Decimal>,
    /// What comes out with all that the written numbers leave open.
    pub interval: Interval,
    /// Whether it holds.
    pub outcome: ClaimOutcome,
}

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimOutcome {
    /// What comes out is what is stated.
    Holds,
    /// What comes out, rounded to the digits stated, is what is stated.
    RoundsTo,
    /// What comes out, cut off after the digits stated, is what is stated.
    HoldsByTruncation,
    /// What comes out is something else.
    DoesNotHold,
    /// The figures leave it open.
    CannotTell,
}

impl ClaimOutcome {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::RoundsTo => "rounds_to",
            Self::HoldsByTruncation => "holds_by_truncation",
            Self::DoesNotHold => "does_not_hold",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// Checks every claim of every source published by the day.
pub(super) fn check(report: &Report, as_of: Day) -> Vec<ClaimCheck> {
    let mut checks = Vec::new();
    for source in report.sources.values() {
        if figure::source_day(source, None) > as_of {
            continue;
        }
        for (index, claim) in source.claims.iter().enumerate() {
            let operands: Option<Vec<Operand>> =
                claim.of.iter().map(|key| operand(report, key, as_of)).collect();
            let stated = claim.states.as_ref().map(|states| &states.0);
            let (computed, interval, outcome) = match operands.as_deref() {
                Some([sum, parts @ ..]) if claim.compute == Compute::Sum => {
                    judge(stated.unwrap_or(sum.value), combine(claim.compute, parts))
                }
                Some(operands) => match stated {
                    Some(stated) => judge(stated, combine(claim.compute, operands)),
                    None => nothing(),
                },
                None => nothing(),
            };
            checks.push(ClaimCheck { source: source.id.clone(), claim: index, computed, interval, outcome });
        }
    }
    checks
}

/// A figure of a claim: as written, as a plain number, and as all that it leaves open.
struct Operand<'a> {
    value: &'a Value,
    plain: Option<Decimal>,
    interval: Interval,
}

/// What comes out: with the plain numbers, and with everything they leave open.
type Computed = (Option<Decimal>, Interval);

fn nothing() -> (Option<Decimal>, Interval, ClaimOutcome) {
    (None, Interval::OPEN, ClaimOutcome::CannotTell)
}

fn operand<'a>(report: &'a Report, key: &FigureKey, as_of: Day) -> Option<Operand<'a>> {
    let indicator = report.indicators.get(&key.indicator)?;
    let actual: &Actual = indicator.at(key.place)?;
    figure::is_published(report, actual, as_of).then(|| Operand {
        value: &actual.value,
        plain: actual.value.plain_number(),
        interval: Interval::of(&actual.value, Quantity::of(&report.measurement_units, indicator)),
    })
}

fn combine(compute: Compute, operands: &[Operand<'_>]) -> Computed {
    let plain: Option<Vec<Decimal>> = operands.iter().map(|operand| operand.plain).collect();
    let intervals: Vec<Interval> = operands.iter().map(|operand| operand.interval).collect();
    let add = |sum: Decimal, next: &Decimal| sum.checked_add(*next);
    match (compute, plain.as_deref(), &intervals[..]) {
        (Compute::Sum, plain, intervals) => {
            let end = |pick: fn(&Interval) -> Option<Decimal>| {
                intervals.iter().try_fold(Decimal::ZERO, |sum, next| sum.checked_add(pick(next)?))
            };
            let total = plain.and_then(|plain| plain.iter().try_fold(Decimal::ZERO, add));
            (total, Interval::new(end(|i| i.low), end(|i| i.high)))
        }
        (Compute::Difference, plain, [one, other]) => {
            let less = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_sub(b?);
            let plain = plain.and_then(|plain| less(plain.first().copied(), plain.get(1).copied()));
            (plain, Interval::new(less(one.low, other.high), less(one.high, other.low)))
        }
        (Compute::Ratio | Compute::Share, plain, [one, other]) => {
            let times = if compute == Compute::Share { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            let over = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_mul(times)?.checked_div(b?);
            let plain = plain.and_then(|plain| over(plain.first().copied(), plain.get(1).copied()));
            // With both above zero a quotient grows with the first and falls with the second.
            let positive = one.low.is_some_and(|low| low >= Decimal::ZERO)
                && other.low.is_some_and(|low| low > Decimal::ZERO);
            let interval = if one.is_exact() && other.is_exact() {
                Interval::new(plain, plain)
            } else if positive {
                Interval::new(over(one.low, other.high), over(one.high, other.low))
            } else {
                Interval::OPEN
            };
            (plain, interval)
        }
        _ => (None, Interval::OPEN),
    }
}

fn judge(stated: &Value, (computed, interval): Computed) -> (Option<Decimal>, Interval, ClaimOutcome) {
    let plainly = computed.and_then(|computed| compare(stated, computed));
    let outcome = plainly.unwrap_or_else(|| {
        if matches!(stated, Value::Done | Value::InProgress | Value::Missing) || interval.is_open() {
            ClaimOutcome::CannotTell
        } else if computed.is_none() && always(stated, interval) {
            ClaimOutcome::Holds
        } else if interval.meets(&allowed(stated)) && !interval.is_exact() {
            ClaimOutcome::CannotTell
        } else {
            ClaimOutcome::DoesNotHold
        }
    });
    (computed, interval, outcome)
}

/// What is stated against a plain number; none if it is something else.
fn compare(stated: &Value, computed: Decimal) -> Option<ClaimOutcome> {
    let near = |written: &Written, by: Option<Decimal>| {
        computed.checked_sub(written.value()).zip(by).is_some_and(|(apart, by)| apart.abs() <= by)
    };
    let half_step = |written: &Written| written.step().checked_div(Decimal::TWO);
    let cut_off = |written: &Written| {
        let (value, computed) = (written.value().abs(), computed.abs());
        value <= computed && value.checked_add(written.step()).is_some_and(|next| computed < next)
    };
    let holds = |yes: bool| yes.then_some(ClaimOutcome::Holds);
    match stated {
        Value::Value(w) if computed == w.value() => Some(ClaimOutcome::Holds),
        Value::Value(w) if near(w, half_step(w)) => Some(ClaimOutcome::RoundsTo),
        Value::Value(w) if cut_off(w) && same_sign(w.value(), computed) => {
            Some(ClaimOutcome::HoldsByTruncation)
        }
        Value::About(w) => holds(near(w, w.tolerance())),
        Value::MoreThan(w) => holds(computed > w.value()),
        Value::AtLeast(w) => holds(computed >= w.value()),
        Value::AtMost(w) => holds(computed <= w.value()),
        Value::Nearly(w) if computed <= w.value() => holds(near(w, w.tolerance())),
        // "Nearly four times" for 4.08: what is stated is the rounded number.
        Value::Nearly(w) if near(w, half_step(w)) => Some(ClaimOutcome::RoundsTo),
        Value::Between(low, high) => holds(low.value() <= computed && computed <= high.value()),
        _ => None,
    }
}

/// True if the statement is no single number and holds for all that may come out.
fn always(stated: &Value, interval: Interval) -> bool {
    let least = |least: Decimal| interval.low.is_some_and(|low| low >= least);
    let most = |most: Decimal| interval.high.is_some_and(|high| high <= most);
    match stated {
        Value::MoreThan(w) => interval.low.is_some_and(|low| low > w.value()),
        Value::AtLeast(w) => least(w.value()),
        Value::AtMost(w) => most(w.value()),
        Value::Between(low, high) => least(low.value()) && most(high.value()),
        _ => false,
    }
}

/// All results with which the statement would hold, round or be cut off to what is stated.
fn allowed(stated: &Value) -> Interval {
    let from = |w: &Written, below: Option<Decimal>, above: Option<Decimal>| {
        let low = below.and_then(|below| w.value().checked_sub(below));
        Interval::new(low, above.and_then(|above| w.value().checked_add(above)))
    };
    let half = |w: &Written| w.step().checked_div(Decimal::TWO);
    match stated {
        Value::Value(w) if w.value() < Decimal::ZERO => from(w, Some(w.step()), half(w)),
        Value::Value(w) => from(w, half(w), Some(w.step())),
        Value::Nearly(w) => from(w, w.tolerance(), half(w)),
        _ => Interval::of(stated, Quantity::RATE),
    }
}

fn same_sign(one: Decimal, other: Decimal) -> bool {
    one.is_zero() || other.is_zero() || one.is_sign_negative() == other.is_sign_negative()
}
