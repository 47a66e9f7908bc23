//! What a condition demands: the ends of what satisfies it, whatever the words.

use super::Interval;
use super::figure::Printed;
use crate::model::{Better, Condition, Written};
use rust_decimal::Decimal;

/// One end of what satisfies a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub value: Decimal,
    /// True if the value itself does not satisfy (more than, less than).
    pub open: bool,
}

/// The ends of what satisfies a condition.
#[derive(Debug, Clone, Default)]
pub(super) struct Demand {
    pub least: Option<End>,
    pub most: Option<End>,
    /// Above this, and below that, a planned range is exceeded, which is no failure.
    above: Option<Decimal>,
    below: Option<Decimal>,
    /// What the last digit of the finest threshold is worth.
    step: Decimal,
    /// The same with the other end of a threshold of which only bounds are known: what is proven holds for both.
    other: Option<Box<Demand>>,
}

/// Whether an interval proves a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    Holds,
    /// It holds, and a planned range is passed at its far end.
    Exceeds,
    Fails,
    Open,
}

impl Proof {
    pub fn holds(self) -> bool {
        matches!(self, Self::Holds | Self::Exceeds)
    }
}

impl Demand {
    /// "About" fails only on the side on which the indicator should not go.
    pub fn of(condition: &Condition, better: Better) -> Self {
        let closed = |written: &Written| Some(End { value: written.value(), open: false });
        let open = |written: &Written| Some(End { value: written.value(), open: true });
        let one = |least: Option<End>, most: Option<End>, written: &Written| Self {
            least,
            most,
            step: written.step(),
            ..Self::default()
        };
        match condition {
            Condition::AtLeast(t) => one(closed(t), None, t),
            Condition::Above(t) => one(open(t), None, t),
            Condition::AtMost(t) => one(None, closed(t), t),
            Condition::Below(t) => one(None, open(t), t),
            Condition::Exactly(t) => one(closed(t), closed(t), t),
            Condition::Within(a, b) => Self { step: a.step().min(b.step()), ..one(closed(a), closed(b), a) },
            Condition::Between(a, b) => {
                Self { above: Some(b.value()), step: a.step().min(b.step()), ..one(closed(a), None, a) }
            }
            Condition::About(t) => Self::about(t, better),
            // Until the other number is known nothing is.
            Condition::Against(_) | Condition::Done => Self::default(),
        }
    }

    /// What is demanded by either of two conditions of one kind, between which the true one lies.
    pub fn between(one: &Condition, other: &Condition, better: Better) -> Self {
        Self { other: Some(Box::new(Self::of(other, better))), ..Self::of(one, better) }
    }

    fn about(written: &Written, better: Better) -> Self {
        let half = written.tolerance().unwrap_or_default();
        let low = written.value().checked_sub(half).unwrap_or(written.value());
        let high = written.value().checked_add(half).unwrap_or(written.value());
        let end = |value: Decimal| Some(End { value, open: false });
        let step = written.step();
        match better {
            Better::Higher => Self { least: end(low), above: Some(high), step, ..Self::default() },
            Better::Lower => Self { most: end(high), below: Some(low), step, ..Self::default() },
            Better::Range => Self { least: end(low), most: end(high), step, ..Self::default() },
        }
    }

    /// The value below which it fails for being too little; none where less is never a failure.
    pub fn required(&self) -> Option<Decimal> {
        self.least.filter(|_| self.other.is_none()).map(|end| end.value)
    }

    /// The value beyond which it fails for being too much; none where more is never a failure.
    pub fn ceiling(&self) -> Option<Decimal> {
        self.most.filter(|_| self.other.is_none()).map(|end| end.value)
    }

    /// How many decimals the finest threshold is written with.
    pub fn places(&self) -> u32 {
        self.step.normalize().scale()
    }

    /// True if more is always enough: a minimum and nothing else.
    pub fn rises(&self) -> bool {
        self.least.is_some() && self.most.is_none()
    }

    /// True if less is always enough: a maximum and nothing else.
    pub fn falls(&self) -> bool {
        self.most.is_some() && self.least.is_none()
    }

    /// Tests it against all values that an interval leaves possible.
    pub fn prove(&self, interval: Interval) -> Proof {
        let proof = self.prove_one(interval);
        match &self.other {
            Some(other) if other.prove(interval) != proof => Proof::Open,
            _ => proof,
        }
    }

    fn prove_one(&self, interval: Interval) -> Proof {
        if (self.least.is_none() && self.most.is_none()) || interval.is_empty() {
            return Proof::Open;
        }
        let enough = |end: End| {
            if end.open { interval.is_above(end.value) } else { interval.is_at_least(end.value) }
        };
        let little = |end: End| {
            if end.open { interval.is_at_most(end.value) } else { interval.is_below(end.value) }
        };
        let within = |end: End| {
            if end.open { interval.is_below(end.value) } else { interval.is_at_most(end.value) }
        };
        if self.least.is_some_and(little) || self.is_passed_by(interval) {
            Proof::Fails
        } else if self.above.is_some_and(|end| interval.is_above(end))
            || self.below.is_some_and(|end| interval.is_below(end))
        {
            Proof::Exceeds
        } else if self.least.is_none_or(enough) && self.most.is_none_or(within) {
            Proof::Holds
        } else {
            Proof::Open
        }
    }

    /// True if every value left is too much, so that a sum that only grows cannot satisfy any more.
    pub fn is_broken_by(&self, interval: Interval) -> bool {
        self.is_passed_by(interval) && self.other.as_ref().is_none_or(|other| other.is_broken_by(interval))
    }

    fn is_passed_by(&self, interval: Interval) -> bool {
        self.most.is_some_and(|end| {
            if end.open { interval.is_at_least(end.value) } else { interval.is_above(end.value) }
        })
    }

    /// What the last digit of the finest threshold is worth.
    pub fn step(&self) -> Decimal {
        self.step
    }

    /// True if a plain figure is compared as its source printed it: its last digit is worth no more than that of
    /// the threshold, and nothing else that is said of the same region excludes the number itself.
    pub fn takes_as_published(&self, printed: Printed, interval: Interval) -> bool {
        printed.step <= self.step && interval.holds(printed.value)
    }

    /// True if one of its thresholds lies between two values, both included.
    pub fn has_threshold_in(&self, (low, high): (Decimal, Decimal)) -> bool {
        [self.least, self.most].into_iter().flatten().any(|end| low <= end.value && end.value <= high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn w(text: &str) -> Written {
        Written::parse(text).expect(text)
    }

    fn proof(condition: &Condition, low: Option<i64>, high: Option<i64>) -> Proof {
        let interval = Interval::new(low.map(Decimal::from), high.map(Decimal::from));
        Demand::of(condition, Better::Higher).prove(interval)
    }

    #[test]
    fn at_least_needs_the_low_end_and_fails_by_the_high_end() {
        let c = Condition::AtLeast(w("100"));
        assert_eq!(proof(&c, Some(100), None), Proof::Holds);
        assert_eq!(proof(&c, Some(99), None), Proof::Open);
        assert_eq!(proof(&c, None, Some(99)), Proof::Fails);
        assert_eq!(proof(&c, None, Some(100)), Proof::Open);
    }

    #[test]
    fn at_most_is_the_mirror() {
        let c = Condition::AtMost(w("100"));
        assert_eq!(proof(&c, None, Some(100)), Proof::Holds);
        assert_eq!(proof(&c, Some(101), None), Proof::Fails);
        assert_eq!(proof(&c, Some(100), None), Proof::Open);
    }

    #[test]
    fn exactly_and_within_need_the_whole_interval() {
        let c = Condition::Exactly(w("100"));
        assert_eq!(proof(&c, Some(100), Some(100)), Proof::Holds);
        assert_eq!(proof(&c, Some(99), Some(100)), Proof::Open);
        assert_eq!(proof(&c, Some(101), None), Proof::Fails);
        let c = Condition::Within(w("3"), w("5"));
        assert_eq!(proof(&c, Some(3), Some(5)), Proof::Holds);
        assert_eq!(proof(&c, Some(3), Some(6)), Proof::Open);
        assert_eq!(proof(&c, Some(6), None), Proof::Fails);
        assert_eq!(proof(&c, None, Some(2)), Proof::Fails);
    }

    #[test]
    fn above_a_planned_range_is_no_failure() {
        let c = Condition::Between(w("1"), w("3"));
        assert_eq!(proof(&c, Some(1), None), Proof::Holds);
        assert_eq!(proof(&c, Some(4), None), Proof::Exceeds);
        assert_eq!(proof(&c, None, Some(0)), Proof::Fails);
    }

    #[test]
    fn strict_conditions_are_not_met_by_the_threshold_itself() {
        let at = |condition: Condition, number: i64| proof(&condition, Some(number), Some(number));
        assert_eq!(at(Condition::Above(w("65")), 65), Proof::Fails);
        assert_eq!(at(Condition::Above(w("65")), 66), Proof::Holds);
        assert_eq!(at(Condition::Below(w("65")), 65), Proof::Fails);
        assert_eq!(at(Condition::Below(w("65")), 64), Proof::Holds);
        let more = Interval::new(Some(Decimal::from(65)), None).with_open_ends(true, false);
        assert_eq!(Demand::of(&Condition::Above(w("65")), Better::Higher).prove(more), Proof::Holds);
        assert_eq!(Demand::of(&Condition::AtMost(w("65")), Better::Lower).prove(more), Proof::Fails);
    }

    #[test]
    fn about_fails_on_the_side_where_it_should_not_go() {
        // 5 % of 400 are 20, less than ten hundreds.
        let about = |better: Better, number: i64| {
            Demand::of(&Condition::About(w("400")), better).prove(Interval::exactly(Decimal::from(number)))
        };
        for (better, outcomes) in [
            (Better::Higher, [Proof::Fails, Proof::Holds, Proof::Exceeds]),
            (Better::Lower, [Proof::Exceeds, Proof::Holds, Proof::Fails]),
            (Better::Range, [Proof::Fails, Proof::Holds, Proof::Fails]),
        ] {
            assert_eq!([379, 400, 421].map(|number| about(better, number)), outcomes, "{better:?}");
        }
    }

    #[test]
    fn a_figure_no_coarser_than_the_threshold_is_compared_as_published() {
        let demand = Demand::of(&Condition::AtLeast(w("65%")), Better::Higher);
        let takes = |text: &str, low: &str, high: &str| {
            let printed = Printed { value: w(text).value(), step: w(text).step() };
            demand.takes_as_published(printed, Interval::new(Some(w(low).value()), Some(w(high).value())))
        };
        assert!(takes("65.0%", "64.95", "65.05"));
        assert!(takes("65%", "64.5", "65.5"));
        assert!(!takes("65%", "65.1", "65.5"), "somebody says that it is more");
        let fine = Demand::of(&Condition::AtLeast(w("64.8%")), Better::Higher);
        let coarse = Printed { value: w("65%").value(), step: w("65%").step() };
        assert!(
            !fine.takes_as_published(coarse, Interval::new(Some(w("64.5").value()), Some(w("65.5").value())))
        );
    }
}
