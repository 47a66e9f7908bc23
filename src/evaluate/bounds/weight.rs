//! Amounts as whole numbers that are quick to add and compare.
//!
//! A weight is the right side of a constraint "this running total is at most so much above that one".
//! Its high bits hold the amount; the bits below say how many open ends went in (they make it tighter) and
//! how many figures (of equal bounds the one of fewer figures is kept). So adding weights adds all three, and
//! the smaller weight is the better bound.
//!
//! Weights only choose; what is reported is added up again in decimals from the figures of the proof.

use rust_decimal::Decimal;

pub(super) type Weight = i128;

/// No bound at all.
pub(super) const UNBOUNDED: Weight = 1 << 125;

/// True if the one is the tighter bound, however many figures either is made of.
pub(super) fn says_more(one: Weight, other: Weight) -> bool {
    (one >> OPEN) < (other >> OPEN)
}

const AMOUNT: u32 = 40;
const OPEN: u32 = 20;
/// Digits kept of an amount: with the bits below them, a million such amounts still add up.
const DIGITS: u32 = 18;

/// How many digits after the point the amounts of one indicator are kept with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Below zero: so many digits before the point are dropped.
    digits: i32,
}

impl Scale {
    pub fn of(amounts: impl Iterator<Item = Decimal>) -> Self {
        let (mut whole, mut after) = (0, 0);
        for amount in amounts.map(|amount| amount.normalize()) {
            let digits = amount.mantissa().unsigned_abs().checked_ilog10().map_or(0, |log| log + 1);
            whole = whole.max(digits.saturating_sub(amount.scale()));
            after = after.max(amount.scale());
        }
        let most = i32::try_from(DIGITS).unwrap_or(0) - i32::try_from(whole).unwrap_or(0);
        Self { digits: i32::try_from(after).unwrap_or(0).min(most) }
    }

    /// The weight of one figure's end. What has more digits than are kept is rounded up, which is the
    /// weaker bound.
    pub fn weight(self, amount: Decimal, open: bool) -> Weight {
        let amount = amount.normalize();
        let shift = self.digits - i32::try_from(amount.scale()).unwrap_or(0);
        let power = 10_i128.pow(shift.unsigned_abs().min(38));
        let units = if shift >= 0 {
            amount.mantissa().saturating_mul(power)
        } else {
            amount.mantissa().div_euclid(power) + i128::from(amount.mantissa().rem_euclid(power) > 0)
        };
        let units = units.clamp(-(1 << 62), 1 << 62);
        (units << AMOUNT) - (i128::from(open) << OPEN) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smaller_weights_are_tighter_bounds_of_fewer_figures() {
        let amounts = [Decimal::new(125, 2), Decimal::from(7)];
        let scale = Scale::of(amounts.into_iter());
        let of = |number: Decimal, open| scale.weight(number, open);
        assert!(of(amounts[0], false) < of(amounts[1], false));
        assert!(of(amounts[1], true) < of(amounts[1], false), "an open end says more");
        let three = of(Decimal::from(3), false);
        let seven = of(Decimal::from(4), false) + three;
        assert!(of(amounts[1], false) < seven, "one figure rather than two");
        assert!(of(Decimal::from(-7), false) + of(amounts[1], true) < 0, "7 is not less than 7");
        assert!(of(Decimal::from(-7), false) + of(amounts[1], false) > 0);
    }

    #[test]
    fn what_has_too_many_digits_is_rounded_up() {
        let scale = Scale::of([Decimal::MAX, Decimal::new(1, 20)].into_iter());
        assert_eq!(scale.weight(Decimal::ZERO, false), 1);
        assert_eq!(scale.weight(Decimal::new(1, 20), false), (1 << AMOUNT) + 1);
        assert!(scale.weight(Decimal::MAX, false) * 1_000_000 < UNBOUNDED);
    }
}
