//! Numbers as data files write them: plain decimals, no exponent, no trailing zeros.

use rust_decimal::Decimal;

/// How many decimal places of a per cent are written.
const PLACES: u32 = 6;

/// A number in base units, in full.
pub(super) fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// An end of an interval; `None` if it is open.
pub(super) fn end(value: Option<Decimal>) -> Option<String> {
    value.map(plain)
}

/// A share in per cent, cut off after six decimals: nothing is rounded up to 100.
pub(super) fn share(value: Option<Decimal>) -> Option<Decimal> {
    value.map(|value| value.trunc_with_scale(PLACES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        plain(text.parse().expect(text))
    }

    #[test]
    fn numbers_have_no_exponent_and_no_trailing_zeros() {
        assert_eq!(shown("162000000.00"), "162000000");
        assert_eq!(shown("21.50"), "21.5");
        assert_eq!(shown("-3.10"), "-3.1");
        assert_eq!(shown("-0.0"), "0");
        assert_eq!(plain(Decimal::from_scientific("1.2e9").expect("a number")), "1200000000");
        assert_eq!(plain(Decimal::new(1, 28)), "0.0000000000000000000000000001");
        assert_eq!(plain(Decimal::MAX), "79228162514264337593543950335");
    }

    #[test]
    fn a_share_is_cut_off_and_never_clamped() {
        let cut = |text: &str| end(share(Some(text.parse().expect(text))));
        assert_eq!(cut("99.99999999999"), Some("99.999999".into()));
        assert_eq!(cut("347.8233333333333333"), Some("347.823333".into()));
        assert_eq!(cut("-0.00000001"), Some("0".into()));
        assert_eq!(cut("26.5875"), Some("26.5875".into()));
        assert_eq!(end(share(None)), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(digits in any::<i64>(), scale in 0_u32..20) {
            let value = Decimal::new(digits, scale);
            let text = plain(value);
            prop_assert_eq!(text.parse::<Decimal>().expect("a number"), value);
            prop_assert!(!text.contains(['e', 'E', '+']));
            prop_assert!(!text.contains('.') || !text.ends_with('0'));
        }
    }
}
