//! Numbers on their way into a drawing: made harmless, then fixed point with two decimals.

/// Fixed-point units to one drawing unit.
pub(super) const UNIT: i32 = 100;

/// Beyond this the geometry says nothing any more.
pub(super) const LARGEST: f64 = 1e15;

/// A length from zero: negative, infinite and undefined numbers become a harmless one.
pub(super) fn sane(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, LARGEST) }
}

/// An upper end; an infinite one is open.
pub(super) fn sane_high(high: Option<f64>) -> Option<f64> {
    high.filter(|value| value.is_finite()).map(sane)
}

/// To fixed point.
pub(super) fn fixed(value: f64) -> i32 {
    (value * f64::from(UNIT)).round() as i32
}

/// From fixed point.
pub(super) fn unfixed(value: i32) -> f64 {
    f64::from(value) / f64::from(UNIT)
}

/// Writes a fixed-point number in its shortest form: 1234 is `12.34`, 1200 `12`, 50 `.5`.
pub(super) fn push(out: &mut String, value: i32) {
    let size = value.unsigned_abs();
    let (whole, rest) = (size / 100, size % 100);
    if value < 0 {
        out.push('-');
    }
    if whole > 0 || rest == 0 {
        out.push_str(&whole.to_string());
    }
    if rest > 0 {
        out.push('.');
        out.push(digit(rest / 10));
        if rest % 10 > 0 {
            out.push(digit(rest % 10));
        }
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_form() {
        let written = |value| {
            let mut out = String::new();
            push(&mut out, value);
            out
        };
        let pairs = [(1234, "12.34"), (1200, "12"), (50, ".5"), (-5, "-.05"), (0, "0"), (-110, "-1.1")];
        for (value, text) in pairs {
            assert_eq!(written(value), text);
        }
    }

    #[test]
    fn odd_numbers_become_harmless() {
        assert!(sane(f64::NAN).abs() < f64::EPSILON);
        assert!(sane(-3.0).abs() < f64::EPSILON);
        assert!(sane(f64::INFINITY).is_finite());
        assert_eq!(sane_high(Some(f64::INFINITY)), None);
    }
}
