//! Compounding: factors, their powers and roots, rounded outwards so that nothing is proven by rounding.

use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals of a root. Growth is told to a tenth of a per cent, so that what is lost decides nothing.
const PLACES: u32 = 15;

/// The factor of a growth in per cent: 1.06 of 6.
pub(super) fn factor(percent: Decimal) -> Option<Decimal> {
    let factor = Decimal::ONE.checked_add(percent.checked_div(Decimal::ONE_HUNDRED)?)?;
    // Nothing shrinks to less than nothing.
    Some(factor.max(Decimal::ZERO))
}

/// The growth in per cent of a factor.
pub(super) fn percent(factor: Decimal) -> Option<Decimal> {
    factor.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// A factor over so many years.
pub(super) fn power(factor: Decimal, years: usize) -> Option<Decimal> {
    (0..years).try_fold(Decimal::ONE, |product, _| product.checked_mul(factor))
}

/// The factor of one year that comes to so much over several, rounded down or up.
pub(super) fn root(factor: Decimal, years: usize, up: bool) -> Option<Decimal> {
    if years <= 1 || factor.is_zero() {
        return Some(factor);
    }
    let unit = Decimal::new(1, PLACES);
    let (mut low, mut high) = (Decimal::ZERO, factor.max(Decimal::ONE));
    // The largest multiple of the unit whose power is not more, by halving.
    while high.checked_sub(low)? > unit {
        let half = low.checked_add(high)?.checked_div(Decimal::TWO)?;
        let middle = half.round_dp_with_strategy(PLACES, RoundingStrategy::ToZero);
        if middle <= low {
            break;
        }
        // What is beyond all numbers is too much.
        if power(middle, years).is_some_and(|power| power <= factor) {
            low = middle;
        } else {
            high = middle;
        }
    }
    if power(high, years).is_some_and(|power| power <= factor) {
        low = high;
    }
    let exact = power(low, years) == Some(factor);
    Some(if up && !exact { low.checked_add(unit)? } else { low }.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect(text)
    }

    #[test]
    fn a_root_lies_between_its_roundings() {
        let five_years = power(number("1.06"), 5).expect("in range");
        assert_eq!(root(five_years, 5, false), Some(number("1.06")));
        assert_eq!(root(five_years, 5, true), Some(number("1.06")));
        let down = root(number("0.865"), 5, false).expect("a root");
        let up = root(number("0.865"), 5, true).expect("a root");
        assert!(down < up && up - down <= Decimal::new(1, PLACES), "{down} {up}");
        assert_eq!(root(Decimal::ZERO, 3, false), Some(Decimal::ZERO));
    }

    proptest! {
        #[test]
        fn powers_of_roots_lie_around_the_factor(factor in 1_i64..4_000, years in 1_usize..12) {
            let factor = Decimal::new(factor, 3);
            let (down, up) = (root(factor, years, false).expect("down"), root(factor, years, true).expect("up"));
            prop_assert!(power(down, years).is_some_and(|power| power <= factor));
            prop_assert!(power(up, years).is_some_and(|power| power >= factor));
        }
    }
}
