//! What a target asks: the condition in force, whether it is proven, and how much of it is reached.

use super::Interval;
use super::interval::tolerance;
use super::region::{Day, day};
use crate::model::{Condition, Measure, RevisionChange, Target};
use rust_decimal::Decimal;

/// The condition that was in force on a day.
#[derive(Debug, Clone)]
pub(super) struct InForce {
    pub condition: Condition,
    /// The later revision that changed it, by index.
    pub before: Option<usize>,
    /// The revision that dropped it, by index.
    pub dropped: Option<usize>,
}

/// Goes back from the target as last revised to what it was on a day.
pub(super) fn in_force(target: &Target, as_of: Day) -> InForce {
    let dropped = target
        .revisions
        .iter()
        .position(|revision| revision.change == RevisionChange::Dropped && day(revision.on) <= as_of);
    let later = target
        .revisions
        .iter()
        .enumerate()
        .filter(|(_, revision)| day(revision.on) > as_of)
        .filter_map(|(index, revision)| match &revision.change {
            RevisionChange::Was(condition) => Some((revision.on, index, condition)),
            RevisionChange::Dropped => None,
        })
        .min_by_key(|(on, index, _)| (*on, *index));
    let condition = later.map_or(&target.condition, |(_, _, condition)| condition).clone();
    InForce { condition, before: later.map(|(_, index, _)| index), dropped }
}

/// Whether an interval proves a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    Holds,
    /// It holds, and a planned range is passed at its upper end.
    Exceeds,
    Fails,
    Open,
}

impl Proof {
    pub fn holds(self) -> bool {
        matches!(self, Self::Holds | Self::Exceeds)
    }
}

/// Tests a condition against all values that an interval leaves possible.
pub(super) fn prove(condition: &Condition, interval: Interval) -> Proof {
    let at_least = |t: Decimal| interval.low.is_some_and(|low| low >= t);
    let at_most = |t: Decimal| interval.high.is_some_and(|high| high <= t);
    let below = |t: Decimal| interval.high.is_some_and(|high| high < t);
    let above = |t: Decimal| interval.low.is_some_and(|low| low > t);
    let (holds, fails) = match condition {
        Condition::AtLeast(t) => (at_least(t.value()), below(t.value())),
        Condition::AtMost(t) => (at_most(t.value()), above(t.value())),
        Condition::Exactly(t) => {
            (at_least(t.value()) && at_most(t.value()), below(t.value()) || above(t.value()))
        }
        Condition::Within(a, b) => {
            (at_least(a.value()) && at_most(b.value()), below(a.value()) || above(b.value()))
        }
        Condition::Between(a, b) => {
            if above(b.value()) {
                return Proof::Exceeds;
            }
            (at_least(a.value()), below(a.value()))
        }
        Condition::Above(t) => (above(t.value()), at_most(t.value())),
        Condition::Below(t) => (below(t.value()), at_least(t.value())),
        // On which side it fails is for the indicator's direction to say: within the tolerance it holds.
        Condition::About(t) => {
            let half = tolerance(t);
            let low = half.and_then(|half| t.value().checked_sub(half));
            let high = half.and_then(|half| t.value().checked_add(half));
            (low.is_some_and(at_least) && high.is_some_and(at_most), false)
        }
        Condition::Done => (false, false),
    };
    match (holds, fails) {
        (true, _) => Proof::Holds,
        (false, true) => Proof::Fails,
        (false, false) => Proof::Open,
    }
}

/// What an interval proves once it is known that the quantity is never negative: a flow that is limited
/// at all is zero or more.
pub(super) fn with_zero(measure: Measure, interval: Interval) -> Interval {
    match interval {
        Interval { low: None, high: Some(_) } if measure == Measure::Flow => {
            Interval::new(Some(Decimal::ZERO), interval.high)
        }
        _ => interval,
    }
}

/// The end beyond which a condition fails for being too much; none where more is never a failure.
pub(super) fn ceiling(condition: &Condition) -> Option<Decimal> {
    match condition {
        Condition::AtMost(t) | Condition::Below(t) | Condition::Exactly(t) | Condition::Within(_, t) => {
            Some(t.value())
        }
        Condition::AtLeast(_)
        | Condition::Above(_)
        | Condition::About(_)
        | Condition::Between(..)
        | Condition::Done => None,
    }
}

/// The end below which a condition fails for being too little; none where less is never a failure.
pub(super) fn required(condition: &Condition) -> Option<Decimal> {
    match condition {
        Condition::AtLeast(t)
        | Condition::Above(t)
        | Condition::Exactly(t)
        | Condition::Within(t, _)
        | Condition::Between(t, _) => Some(t.value()),
        Condition::AtMost(_) | Condition::Below(_) | Condition::About(_) | Condition::Done => None,
    }
}

/// An interval in per cent of a condition's threshold. Open if that is not above zero.
pub(super) fn attainment(condition: &Condition, interval: Interval) -> Interval {
    let share = |value: Decimal| share(condition, value);
    Interval::new(interval.low.and_then(share), interval.high.and_then(share))
}

/// A value in per cent of a condition's threshold. What is less than the threshold never becomes
/// 100 % by having too many digits.
pub(super) fn share(condition: &Condition, value: Decimal) -> Option<Decimal> {
    let threshold = condition.threshold().filter(|t| *t > Decimal::ZERO)?;
    let percent = match value.checked_mul(Decimal::ONE_HUNDRED) {
        Some(hundredfold) => hundredfold.checked_div(threshold)?,
        None => value.checked_div(threshold)?.checked_mul(Decimal::ONE_HUNDRED)?,
    };
    let almost = Decimal::ONE_HUNDRED - Decimal::new(1, 20);
    Some(if value < threshold { percent.min(almost) } else { percent.max(Decimal::ONE_HUNDRED) }.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Written;

    fn w(value: i64) -> Written {
        Written::exact(Decimal::from(value))
    }

    fn proof(condition: &Condition, low: Option<i64>, high: Option<i64>) -> Proof {
        prove(condition, Interval::new(low.map(Decimal::from), high.map(Decimal::from)))
    }

    #[test]
    fn at_least_needs_the_low_end_and_fails_by_the_high_end() {
        let c = Condition::AtLeast(w(100));
        assert_eq!(proof(&c, Some(100), None), Proof::Holds);
        assert_eq!(proof(&c, Some(99), None), Proof::Open);
        assert_eq!(proof(&c, None, Some(99)), Proof::Fails);
        assert_eq!(proof(&c, None, Some(100)), Proof::Open);
    }

    #[test]
    fn at_most_is_the_mirror() {
        let c = Condition::AtMost(w(100));
        assert_eq!(proof(&c, None, Some(100)), Proof::Holds);
        assert_eq!(proof(&c, Some(101), None), Proof::Fails);
        assert_eq!(proof(&c, Some(100), None), Proof::Open);
    }

    #[test]
    fn exactly_and_within_need_the_whole_interval() {
        let c = Condition::Exactly(w(100));
        assert_eq!(proof(&c, Some(100), Some(100)), Proof::Holds);
        assert_eq!(proof(&c, Some(99), Some(100)), Proof::Open);
        assert_eq!(proof(&c, Some(101), None), Proof::Fails);
        let c = Condition::Within(w(3), w(5));
        assert_eq!(proof(&c, Some(3), Some(5)), Proof::Holds);
        assert_eq!(proof(&c, Some(3), Some(6)), Proof::Open);
        assert_eq!(proof(&c, Some(6), None), Proof::Fails);
        assert_eq!(proof(&c, None, Some(2)), Proof::Fails);
    }

    #[test]
    fn above_a_planned_range_is_no_failure() {
        let c = Condition::Between(w(1), w(3));
        assert_eq!(proof(&c, Some(1), None), Proof::Holds);
        assert_eq!(proof(&c, Some(4), None), Proof::Exceeds);
        assert_eq!(proof(&c, None, Some(0)), Proof::Fails);
    }

    #[test]
    fn a_share_is_neither_clamped_nor_rounded_up_to_all_of_it() {
        let c = Condition::AtLeast(w(8000));
        assert_eq!(share(&c, Decimal::from(2127)), Some(Decimal::new(265_875, 4)));
        assert_eq!(share(&c, Decimal::from(16000)), Some(Decimal::from(200)));
        let almost_all = Decimal::from_str_exact("2.9999999999999999999999999999").expect("a number");
        let percent = share(&Condition::AtLeast(w(3)), almost_all).expect("a share");
        assert!(percent < Decimal::ONE_HUNDRED, "{percent}");
        assert_eq!(share(&Condition::AtLeast(w(0)), Decimal::ONE), None);
    }
}
