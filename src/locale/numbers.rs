//! Numbers as a reader of the language expects them: 万 and 亿, thousands, qualifiers, intervals.

use super::Locale;
use crate::evaluate::Interval;
use crate::model::{Condition, MeasurementUnit, UnitStyle, Value, Written};
use rust_decimal::{Decimal, RoundingStrategy};

impl Locale {
    /// A plain number with its thousands apart: 8,316.
    pub fn number(&self, value: Decimal) -> String {
        grouped(value)
    }

    /// A quantity with its unit: 12.54亿元, 8,000人, 21.5%.
    ///
    /// Money from ten thousand on and counts from a hundred thousand on are written in 万 or 亿, if
    /// that loses no digit.
    pub fn quantity(&self, value: Decimal, unit: Option<&MeasurementUnit>) -> String {
        let Some(unit) = unit else { return grouped(value) };
        let (from, digits) = match unit.style {
            UnitStyle::Money => (Decimal::from(10_000), 4),
            UnitStyle::Count => (Decimal::from(100_000), 2),
            UnitStyle::Percent | UnitStyle::Size => (Decimal::MAX, 0),
        };
        let scaled = [(Decimal::from(100_000_000), "unit-yi"), (Decimal::from(10_000), "unit-wan")]
            .into_iter()
            .filter(|(scale, _)| value.abs() >= from && value.abs() >= *scale)
            .map(|(scale, word)| ((value / scale).normalize(), word))
            .find(|(number, _)| number.scale() <= digits);
        match scaled {
            // Scaled numbers are short: a comma in 1043.47万 would only slow the eye.
            Some((number, word)) => self.with_unit(&format!("{number}{}", self.word(word)), unit),
            None => self.with_unit(&grouped(value), unit),
        }
    }

    /// A number as its source wrote it, with its unit: 1.7万元 stays 1.7万元.
    pub fn written(&self, written: &Written, unit: Option<&MeasurementUnit>) -> String {
        let plain = written.text().trim_end_matches(['%', '％']);
        let text = if plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
            keep_decimals(plain)
        } else {
            // 万 and 亿 have Traditional forms.
            self.convert(plain).unwrap_or_else(|| plain.to_owned())
        };
        match unit {
            Some(unit) => self.with_unit(&text, unit),
            None if written.is_percent() => format!("{text}%"),
            None => text,
        }
    }

    fn with_unit(&self, number: &str, unit: &MeasurementUnit) -> String {
        self.say("quantity", &[("number", number), ("unit", &self.text(&unit.title))])
    }

    /// What a source says, with its qualifier: 约1043.47万元.
    pub fn value(&self, value: &Value, unit: Option<&MeasurementUnit>) -> String {
        let one = |name: &str, written: &Written| self.say(name, &[("value", &self.written(written, unit))]);
        match value {
            Value::Value(n) => self.written(n, unit),
            Value::About(n) => one("value-about", n),
            Value::MoreThan(n) => one("value-more-than", n),
            Value::AtLeast(n) => one("value-at-least", n),
            Value::Nearly(n) => one("value-nearly", n),
            Value::AtMost(n) => one("value-at-most", n),
            Value::Between(low, high) => self.say(
                "value-between",
                &[("low", &self.written(low, None)), ("high", &self.written(high, unit))],
            ),
            Value::Done => self.word("value-done"),
            Value::InProgress => self.word("value-in-progress"),
        }
    }

    /// What a target asks: 不少于8,000人.
    pub fn condition(&self, condition: &Condition, unit: Option<&MeasurementUnit>) -> String {
        // A promise of 10800000元 reads as 1080万元; what is written with 万 or 亿 stays as it is.
        let amount =
            |n: &Written| if n.is_full() { self.quantity(n.value(), unit) } else { self.written(n, unit) };
        let one = |name: &str, n: &Written| self.say(name, &[("value", &amount(n))]);
        let two = |name: &str, low: &Written, high: &Written| {
            self.say(name, &[("low", &self.written(low, None)), ("high", &self.written(high, unit))])
        };
        match condition {
            Condition::AtLeast(n) => one("condition-at-least", n),
            Condition::AtMost(n) => one("condition-at-most", n),
            Condition::Exactly(n) => one("condition-exactly", n),
            Condition::Between(low, high) => two("condition-between", low, high),
            Condition::Within(low, high) => two("condition-within", low, high),
            Condition::Done => self.word("condition-done"),
        }
    }

    /// What is proven: 至少2,127人, 至多12.54亿元; empty if nothing is. `floor` is the lowest that the
    /// quantity can be at all, which proves nothing.
    pub fn proven(&self, interval: Interval, unit: Option<&MeasurementUnit>) -> String {
        self.interval(interval, |value| self.quantity(value, unit))
    }

    /// What is proven in per cent of what was asked: 至少26.6%.
    pub fn attainment(&self, interval: Interval) -> String {
        self.interval(interval, percent)
    }

    fn interval(&self, interval: Interval, show: impl Fn(Decimal) -> String) -> String {
        let low = interval.low.filter(|low| !low.is_zero() || interval.high == Some(*low));
        match (low, interval.high) {
            (Some(low), Some(high)) if low == high => show(low),
            (Some(low), Some(high)) => {
                self.say("proven-between", &[("low", &show(low)), ("high", &show(high))])
            }
            (Some(low), None) => self.say("proven-at-least", &[("value", &show(low))]),
            (None, Some(high)) => self.say("proven-at-most", &[("value", &show(high))]),
            (None, None) => String::new(),
        }
    }

    /// A whole per cent for a chart, always rounded down: 99.7% never reads as 100%.
    pub fn whole_percent(&self, value: Decimal) -> String {
        format!("{}%", grouped(value.floor()))
    }

    /// A per cent with one decimal.
    pub fn percent(&self, value: Decimal) -> String {
        percent(value)
    }
}

/// One decimal, rounded to the nearest, except that nothing below 100 is ever rounded up to it.
fn percent(value: Decimal) -> String {
    let hundred = Decimal::ONE_HUNDRED;
    let near = value.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    let near = if value < hundred && near >= hundred {
        value.round_dp_with_strategy(1, RoundingStrategy::ToZero)
    } else {
        near
    };
    format!("{}%", grouped(near.normalize()))
}

/// Digits with thousands apart.
fn grouped(value: Decimal) -> String {
    keep_decimals(&value.normalize().to_string())
}

/// Sets thousands apart in a number written in digits; its decimals stay as they are.
fn keep_decimals(digits: &str) -> String {
    let digits = digits.replace(',', "");
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, MeasurementUnitId, Text};

    fn locale() -> Locale {
        Locale::new(&Lang::new("zh-Hans")).expect("the catalogue")
    }

    fn unit(title: &str, style: UnitStyle) -> MeasurementUnit {
        MeasurementUnit {
            id: MeasurementUnitId::new("u").expect("id"),
            title: Text::plain(Lang::new("zh-Hans"), title),
            style,
        }
    }

    #[test]
    fn quantities_use_wan_and_yi_where_no_digit_is_lost() {
        let (l, yuan, people) = (locale(), unit("元", UnitStyle::Money), unit("人", UnitStyle::Count));
        for (value, text) in [
            ("1254000000", "12.54亿元"),
            ("10434700", "1043.47万元"),
            ("162000000", "1.62亿元"),
            ("54000", "5.4万元"),
            ("15670.44", "15,670.44元"),
            ("3500", "3,500元"),
        ] {
            assert_eq!(l.quantity(value.parse().expect("number"), Some(&yuan)), text);
        }
        assert_eq!(l.quantity(Decimal::from(16298), Some(&people)), "16,298人");
        assert_eq!(l.quantity(Decimal::from(1_110_000), Some(&people)), "111万人");
        assert_eq!(l.quantity(Decimal::from(1_336_701), Some(&people)), "1,336,701人");
    }

    #[test]
    fn a_written_number_stays_as_written() {
        let (l, yuan) = (locale(), unit("元", UnitStyle::Money));
        let value = |text: &str| Value::About(Written::parse(text).expect("number"));
        assert_eq!(l.value(&value("1043.47万"), Some(&yuan)), "约1043.47万元");
        assert_eq!(l.value(&value("15670.44"), Some(&yuan)), "约15,670.44元");
        assert_eq!(l.value(&value("1.50亿"), Some(&yuan)), "约1.50亿元");
    }

    #[test]
    fn nothing_below_a_hundred_per_cent_reads_as_a_hundred() {
        let l = locale();
        for (value, text) in [
            ("26.5875", "26.6%"),
            ("99.97", "99.9%"),
            ("77.0555", "77.1%"),
            ("100.04", "100%"),
            ("1234.5", "1,234.5%"),
        ] {
            assert_eq!(l.percent(value.parse().expect("number")), text);
        }
        assert_eq!(l.whole_percent("99.99".parse().expect("number")), "99%");
    }

    #[test]
    fn what_is_proven_is_said_with_its_bound() {
        let (l, people) = (locale(), unit("人", UnitStyle::Count));
        let show = |low: Option<i64>, high: Option<i64>| {
            l.proven(Interval { low: low.map(Decimal::from), high: high.map(Decimal::from) }, Some(&people))
        };
        assert_eq!(show(Some(2127), None), "至少2,127人");
        assert_eq!(show(Some(0), Some(4161)), "至多4,161人");
        assert_eq!(show(Some(5), Some(5)), "5人");
        assert_eq!(show(Some(0), None), "");
    }
}
