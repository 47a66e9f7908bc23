//! Numbers as they are and as they are printed, and what is asked of them.

use super::super::build::w;
use crate::evaluate::Interval;
use crate::model::{Better, Condition, Value, Written};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A true number: a fraction.
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    n: i128,
    d: i128,
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.n * other.d).cmp(&(other.n * self.d))
    }
}

impl Exact {
    pub fn new(n: i128, d: i128) -> Self {
        assert!(d > 0, "a fraction of {d}");
        Self { n, d }
    }

    pub fn thousandths(n: i64) -> Self {
        Self::new(n.into(), 1000)
    }

    pub fn of(number: Decimal) -> Self {
        Self::new(number.mantissa(), 10_i128.pow(number.scale()))
    }

    pub fn plus(self, other: Self) -> Self {
        if self.d == other.d {
            return Self::new(self.n + other.n, self.d);
        }
        Self::new(self.n * other.d + other.n * self.d, self.d * other.d)
    }

    pub fn times(self, other: Self) -> Self {
        Self::new(self.n * other.n, self.d * other.d)
    }

    pub fn power(self, years: usize) -> Self {
        (0..years).fold(Self::new(1, 1), |product, _| product.times(self))
    }

    /// The factor of a growth in per cent.
    pub fn factor(self) -> Self {
        Self::new(self.d * 100 + self.n, self.d * 100)
    }

    /// The growth in per cent of a factor.
    pub fn percent(self) -> Self {
        Self::new((self.n - self.d) * 100, self.d)
    }

    /// So many of so many parts of it.
    pub fn share(self, some: i64, of: i64) -> Self {
        Self::new(self.n * i128::from(some), self.d * i128::from(of))
    }

    /// Halfway to another.
    pub fn middle(self, other: Self) -> Self {
        self.towards(other, 1, 2)
    }

    pub fn less(self, other: Self) -> Self {
        self.plus(Self::new(-other.n, other.d))
    }

    /// So far on the way to another.
    pub fn towards(self, to: Self, gone: i64, of: i64) -> Self {
        let way = to.less(self);
        self.plus(Self::new(way.n * i128::from(gone), way.d * i128::from(of)))
    }

    pub fn is_in(self, interval: Interval) -> bool {
        let above = |low: Decimal| match self.cmp(&Self::of(low)) {
            Ordering::Equal => !interval.low_open,
            order => order.is_gt(),
        };
        let below = |high: Decimal| match self.cmp(&Self::of(high)) {
            Ordering::Equal => !interval.high_open,
            order => order.is_lt(),
        };
        interval.low.is_none_or(above) && interval.high.is_none_or(below)
    }

    /// The last printed number that is not above it.
    pub fn floor(self, places: i32) -> Print {
        let (n, d) = match u32::try_from(places) {
            Ok(places) => (self.n * 10_i128.pow(places), self.d),
            Err(_) => (self.n, self.d * 10_i128.pow(places.unsigned_abs())),
        };
        Print { units: n.div_euclid(d), places }
    }

    /// The first printed number that is not below it.
    pub fn ceil(self, places: i32) -> Print {
        let turned = Self::new(-self.n, self.d).floor(places);
        Print { units: -turned.units, places }
    }

    /// The printed number next to it.
    pub fn rounded(self, places: i32) -> Print {
        let half = Print { units: 5, places: places + 1 };
        self.plus(half.exact()).floor(places)
    }
}

/// A number as it is printed: so many units of its last digit. Fewer than no places are 千.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    pub units: i128,
    pub places: i32,
}

impl Print {
    pub fn exact(self) -> Exact {
        match u32::try_from(self.places) {
            Ok(places) => Exact::new(self.units, 10_i128.pow(places)),
            Err(_) => Exact::new(self.units * 10_i128.pow(self.places.unsigned_abs()), 1),
        }
    }

    pub fn plus(self, units: i128) -> Self {
        Self { units: self.units + units, ..self }
    }

    pub fn written(self) -> Written {
        let (places, word) = if self.places < 0 { (self.places + 3, "千") } else { (self.places, "") };
        let places = usize::try_from(places).expect("at most thousands");
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if places > 0 { "." } else { "" };
        w(&format!("{sign}{whole}{point}{fraction}{word}"))
    }

    /// What "about" leaves open: 5 %, or ten units of the last digit that is not zero.
    pub fn about(self) -> Exact {
        let mut unit = Self { units: 1, ..self };
        let mut rest = self.units;
        while rest != 0 && rest % 10 == 0 {
            (unit.places, rest) = (unit.places - 1, rest / 10);
        }
        let number = self.exact();
        let share = Exact::new(number.n.abs() * 5, number.d * 100);
        share.min(Self { units: 10, ..unit }.exact())
    }
}

/// What is asked: a kind of condition, and what it is printed with.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    pub kind: u8,
    pub low: Print,
    /// The width of a band.
    pub width: i128,
    pub better: Better,
}

pub fn kind() -> impl Strategy<Value = u8> {
    prop_oneof![4 => Just(0_u8), 3 => Just(1_u8), 4 => 2_u8..8]
}

pub fn better() -> impl Strategy<Value = Better> {
    prop_oneof![Just(Better::Higher), Just(Better::Lower), Just(Better::Range)]
}

impl Demand {
    fn high(self) -> Print {
        self.low.plus(self.width)
    }

    pub fn condition(self) -> Condition {
        let (low, high) = (self.low.written(), self.high().written());
        match self.kind {
            0 => Condition::AtLeast(low),
            1 => Condition::AtMost(low),
            2 => Condition::Above(low),
            3 => Condition::Below(low),
            4 => Condition::Within(low, high),
            5 => Condition::Between(low, high),
            6 => Condition::Exactly(low),
            _ => Condition::About(low),
        }
    }

    pub fn satisfies(self, number: Exact) -> bool {
        let (low, high) = (self.low.exact(), self.high().exact());
        let about = self.low.about();
        match self.kind {
            0 | 5 => number >= low,
            1 => number <= low,
            2 => number > low,
            3 => number < low,
            4 => low <= number && number <= high,
            6 => number == low,
            _ => {
                let enough = number >= low.less(about);
                let little = number <= low.plus(about);
                match self.better {
                    Better::Higher => enough,
                    Better::Lower => little,
                    Better::Range => enough && little,
                }
            }
        }
    }

    /// What a path leads to: the number below which it fails, or for a limit that above which it fails. None for
    /// a band.
    pub fn goal(self) -> Option<Exact> {
        let (low, about) = (self.low.exact(), self.low.about());
        match (self.kind, self.better) {
            (0..=3 | 5, _) => Some(low),
            (7, Better::Higher) => Some(low.less(about)),
            (7, Better::Lower) => Some(low.plus(about)),
            _ => None,
        }
    }

    /// True if more is always enough.
    pub fn rises(self) -> bool {
        matches!((self.kind, self.better), (0 | 2 | 5, _) | (7, Better::Higher))
    }

    /// True if a sum that only grows has failed for good.
    pub fn is_too_much(self, number: Exact) -> bool {
        let (low, high) = (self.low.exact(), self.high().exact());
        match (self.kind, self.better) {
            (1 | 6, _) => number > low,
            (3, _) => number >= low,
            (4, _) => number > high,
            (7, Better::Lower | Better::Range) => number > low.plus(self.low.about()),
            _ => false,
        }
    }

    /// Whether a printed number, if it is fine enough to be compared as it is printed, says that it holds.
    pub fn as_published(self, printed: Option<Print>) -> Option<bool> {
        printed.filter(|printed| printed.places >= self.low.places).map(|one| self.satisfies(one.exact()))
    }
}

/// How a source says a number.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub kind: u8,
    pub places: i32,
    pub slack: u8,
}

pub fn words(places: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Words> {
    let kind = prop_oneof![2 => Just(0_u8), 1 => 1_u8..7];
    (kind, places, 0_u8..4).prop_map(|(kind, places, slack)| Words { kind, places, slack })
}

impl Words {
    /// True words for a number, and the number as printed if it is a plain one.
    pub fn say(self, number: Exact, signed: bool) -> (Value, Option<Print>) {
        let (near, below, above) =
            (number.rounded(self.places), number.floor(self.places), number.ceil(self.places));
        let slack = i128::from(self.slack);
        let clamp = |one: Print| if signed { one } else { Print { units: one.units.max(0), ..one } };
        let plain = (Value::Value(near.written()), Some(near));
        let value = match self.kind {
            1 => Value::AtLeast(clamp(below.plus(-slack)).written()),
            2 => Value::AtMost(above.plus(slack).written()),
            3 => Value::Between(clamp(below.plus(-slack)).written(), above.plus(slack).written()),
            4 if signed || below.units > slack => Value::MoreThan(below.plus(-slack - 1).written()),
            5 => {
                let off = number.less(near.exact());
                let off = off.max(near.exact().less(number));
                if off > near.about() {
                    return plain;
                }
                Value::About(near.written())
            }
            6 if above.exact().less(number) <= above.about() => Value::Nearly(above.written()),
            _ => return plain,
        };
        (value, None)
    }
}

/// What words leave possible of something measured: from, to, and whether the first is itself not possible.
pub fn reach(value: &Value) -> (Option<Exact>, Option<Exact>, bool) {
    let exact = |written: &Written| Exact::of(written.value());
    let print = |written: &Written| {
        let places = i32::try_from(written.step().normalize().scale()).expect("small");
        assert!(written.step() <= Decimal::ONE, "nobody says it in 千");
        Print { units: exact(written).floor(places).units, places }
    };
    match value {
        Value::Value(w) => {
            let half = Print { units: 5, places: print(w).places + 1 }.exact();
            (Some(exact(w).less(half)), Some(exact(w).plus(half)), false)
        }
        Value::About(w) => {
            (Some(exact(w).less(print(w).about())), Some(exact(w).plus(print(w).about())), false)
        }
        Value::Nearly(w) => (Some(exact(w).less(print(w).about())), Some(exact(w)), false),
        Value::MoreThan(w) => (Some(exact(w)), None, true),
        Value::AtLeast(w) => (Some(exact(w)), None, false),
        Value::AtMost(w) => (None, Some(exact(w)), false),
        Value::Between(a, b) => (Some(exact(a)), Some(exact(b)), false),
        Value::Done | Value::InProgress | Value::Missing => (None, None, false),
    }
}

/// True if words say that it is not that number.
pub fn excludes(value: &Value, number: Exact) -> bool {
    let exact = |written: &Written| Exact::of(written.value());
    let about = |written: &Written| {
        let value = exact(written);
        let share = Exact::new(value.n.abs() * 5, value.d * 100);
        share.min(Exact::of(written.significant_step() * Decimal::TEN))
    };
    let (below, above) = match value {
        Value::AtLeast(w) => (number < exact(w), false),
        Value::MoreThan(w) => (number <= exact(w), false),
        Value::AtMost(w) => (false, number > exact(w)),
        Value::Between(a, b) => (number < exact(a), number > exact(b)),
        Value::About(w) => (number < exact(w).less(about(w)), number > exact(w).plus(about(w))),
        Value::Nearly(w) => (number < exact(w).less(about(w)), number > exact(w)),
        Value::Value(_) | Value::Missing | Value::Done | Value::InProgress => (false, false),
    };
    below || above
}

#[test]
fn numbers_are_printed_and_read_alike() {
    let number = Exact::thousandths(-12_345);
    let text = |print: Print| print.written().text().to_owned();
    assert_eq!(
        [0, 1, 2, 3].map(|places| text(number.rounded(places))),
        ["-12", "-12.3", "-12.34", "-12.345"]
    );
    assert_eq!((text(number.floor(0)), text(number.ceil(0))), ("-13".into(), "-12".into()));
    let large = Exact::new(1249, 1);
    assert_eq!([-2, -1].map(|places| text(large.rounded(places))), ["1.2千", "1.25千"]);
    for print in [large.rounded(-2), number.rounded(2), Exact::thousandths(50).rounded(3)] {
        assert_eq!(Exact::of(print.written().value()), print.exact());
    }
    let about = |units: i128| Print { units, places: 0 }.about();
    assert_eq!((about(400), about(1043)), (Exact::new(20, 1), Exact::new(10, 1)));
}
