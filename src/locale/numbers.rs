//! Numbers as a reader of the language expects them: 万 and 亿 or million and billion, thousands, units that
//! agree, qualifiers, intervals.

use super::Locale;
use super::lang::Scaling;
use crate::evaluate::{Interval, PercentEnd, shown_percent};
use crate::model::{Against, Condition, MeasurementUnit, Side, UnitStyle, Value, Written};
use rust_decimal::Decimal;

impl Locale {
    /// A plain number with its thousands apart: 8,316.
    pub fn number(&self, value: Decimal) -> String {
        grouped(value)
    }

    /// How many there are of something, with thousands apart.
    pub fn count(&self, count: usize) -> String {
        grouped(Decimal::from(count))
    }

    /// A quantity with its unit: 12.54亿元, 8,000人, 21.5%; CNY 1.254 billion, 8,000 people.
    ///
    /// Large amounts of money and large counts are written with 万 and 亿, or million and billion, if that
    /// loses no digit.
    pub fn quantity(&self, value: Decimal, unit: Option<&MeasurementUnit>) -> String {
        let number = self.amount(value, unit);
        unit.map_or_else(|| number.clone(), |unit| self.with_unit(&number, unit))
    }

    /// The number of a quantity, without its unit.
    fn amount(&self, value: Decimal, unit: Option<&MeasurementUnit>) -> String {
        let scaling = match unit.map(|unit| unit.style) {
            Some(UnitStyle::Money) => self.made_of.rules.money,
            Some(UnitStyle::Count | UnitStyle::Size) => self.made_of.rules.count,
            Some(UnitStyle::Percent) | None => return grouped(value),
        };
        self.scaled(value, scaling, None).unwrap_or_else(|| grouped(value))
    }

    /// A number with the word for its power of ten; none if it is too small for one or would lose a digit.
    /// `step` is what the last digit that its source wrote is worth: zeros up to there are kept.
    fn scaled(&self, value: Decimal, scaling: Scaling, step: Option<Decimal>) -> Option<String> {
        let size = value.abs();
        self.made_of
            .rules
            .scales
            .iter()
            .map(|(scale, word)| (Decimal::from(*scale), word))
            .filter(|(scale, _)| size >= Decimal::from(scaling.from) && size >= *scale)
            .map(|(scale, word)| ((value / scale).normalize(), scale, word))
            .find(|(number, ..)| number.scale() <= scaling.decimals)
            .map(|(mut number, scale, word)| {
                let written = step.map_or(0, |step| (step / scale).normalize().scale());
                number.rescale(number.scale().max(written));
                let digits = number.to_string();
                let digits = if self.made_of.rules.groups_scaled { keep_decimals(&digits) } else { digits };
                format!("{digits}{}", self.convert(word).as_deref().unwrap_or(word))
            })
    }

    /// A number as its source wrote it, with its unit: 1.7万元 stays 1.7万元 where 万 is a word, and is
    /// CNY 17,000 elsewhere.
    pub fn written(&self, written: &Written, unit: Option<&MeasurementUnit>) -> String {
        let text = self.digits(written, unit);
        match unit {
            Some(unit) => self.with_unit(&text, unit),
            None if written.is_percent() => format!("{text}%"),
            None => text,
        }
    }

    /// A number as its source wrote it, without unit or per cent sign. A large one written in full gets the word for
    /// its power of ten as any other does, so that one page has one style of numbers.
    fn digits(&self, written: &Written, unit: Option<&MeasurementUnit>) -> String {
        let text = written.text().trim_end_matches(['%', '％']).trim_end();
        if unit.is_some() && text.chars().all(|c| c.is_ascii_digit() || c == ',') {
            return self.amount(written.value(), unit);
        }
        if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−')) {
            return keep_decimals(text);
        }
        let Some(scaling) = self.made_of.rules.written else {
            // 万 and 亿 have Traditional forms.
            return self.convert(text).unwrap_or_else(|| text.to_owned());
        };
        // What is written with decimals says how far it is exact; 16200万 does not say it of its zeros.
        let step = text.contains('.').then(|| written.step());
        self.scaled(written.value(), scaling, step).unwrap_or_else(|| {
            let mut value = written.value().normalize();
            value.rescale(value.scale().max(step.map_or(0, |step| step.normalize().scale())));
            keep_decimals(&value.to_string())
        })
    }

    fn with_unit(&self, number: &str, unit: &MeasurementUnit) -> String {
        let (lang, words) = self.chosen(&unit.title);
        let (one, many) = forms(words);
        let word = if matches!(number, "1" | "−1") { one } else { many };
        if word.is_empty() {
            return number.to_owned();
        }
        self.say(place(unit, word), &[("number", number), ("unit", &self.written_in(lang, word))])
    }

    /// The name of a unit of measure where it stands alone: people, bags. None if it needs no word.
    pub fn unit_name(&self, unit: &MeasurementUnit) -> Option<String> {
        let (lang, words) = self.chosen(&unit.title);
        let (_, many) = forms(words);
        (!many.is_empty()).then(|| self.written_in(lang, many).into_owned())
    }

    /// Two numbers with their unit: 5至10人, 461.5万至462.5万吨, between 5 and 10 people. It stands with both if it
    /// stands before them or close to them, or if they have not the same word for a power of ten: 8,000元至12万元,
    /// since 8,000至12万元 could be 8,000万.
    fn range(&self, message: &str, low: &str, high: &str, unit: Option<&MeasurementUnit>) -> String {
        let say = |low: &str, high: &str| self.say(message, &[("low", low), ("high", high)]);
        let power = |number: &str| number.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
        let Some(unit) = unit else { return say(low, high) };
        let (_, words) = self.chosen(&unit.title);
        let (_, word) = forms(words);
        if power(low) == power(high) && place(unit, word) == "quantity" {
            self.with_unit(&say(low, high), unit)
        } else {
            say(&self.with_unit(low, unit), &self.with_unit(high, unit))
        }
    }

    /// What a source says, with its qualifier: 约1043.47万元; about CNY 10.4347 million.
    pub fn value(&self, value: &Value, unit: Option<&MeasurementUnit>) -> String {
        self.qualified(value, unit, "value")
    }

    /// The same for a chart, as short as the language has it: ≈ CNY 10.4347 million.
    pub fn value_label(&self, value: &Value, unit: Option<&MeasurementUnit>) -> String {
        self.qualified(value, unit, "chart-value")
    }

    fn qualified(&self, value: &Value, unit: Option<&MeasurementUnit>, kind: &str) -> String {
        let one = |name: &str, written: &Written| {
            self.say(&format!("{kind}-{name}"), &[("value", &self.written(written, unit))])
        };
        match value {
            Value::Value(n) => self.written(n, unit),
            Value::About(n) => one("about", n),
            Value::MoreThan(n) => one("more-than", n),
            Value::AtLeast(n) => one("at-least", n),
            Value::Nearly(n) => one("nearly", n),
            Value::AtMost(n) => one("at-most", n),
            Value::Between(low, high) => self.written_range(&format!("{kind}-between"), low, high, unit),
            Value::Done => self.word("value-done"),
            Value::InProgress => self.word("value-in-progress"),
            Value::Missing => self.word("value-missing"),
        }
    }

    fn written_range(
        &self,
        message: &str,
        low: &Written,
        high: &Written,
        unit: Option<&MeasurementUnit>,
    ) -> String {
        match unit {
            Some(_) => self.range(message, &self.digits(low, unit), &self.digits(high, unit), unit),
            None => self.range(message, &self.written(low, None), &self.written(high, None), None),
        }
    }

    /// What a target asks: 不少于8,000人; at least 8,000 people.
    pub fn condition(&self, condition: &Condition, unit: Option<&MeasurementUnit>) -> String {
        // A promise of 10800000元 reads as 1080万元; what is written with 万 or 亿 stays as it is.
        let amount = |n: &Written| {
            let full = n.text().chars().all(|c| c.is_ascii_digit());
            if full { self.quantity(n.value(), unit) } else { self.written(n, unit) }
        };
        let one = |name: &str, n: &Written| self.say(name, &[("value", &amount(n))]);
        // 不少于 of amounts, 不低于 of shares, averages and prices.
        let is_rate = unit.is_some_and(|unit| !unit.additive);
        match condition {
            Condition::AtLeast(n) if is_rate => one("condition-at-least-rate", n),
            Condition::AtMost(n) if is_rate => one("condition-at-most-rate", n),
            Condition::AtLeast(n) => one("condition-at-least", n),
            Condition::AtMost(n) => one("condition-at-most", n),
            Condition::Exactly(n) => one("condition-exactly", n),
            Condition::Above(n) => one("condition-above", n),
            Condition::Below(n) => one("condition-below", n),
            Condition::About(n) => one("condition-about", n),
            Condition::Between(low, high) => self.written_range("condition-between", low, high, unit),
            Condition::Within(low, high) => {
                let range = self.written_range("condition-between", low, high, unit);
                self.say("condition-within", &[("range", &range)])
            }
            Condition::Against(against) => self.against(against, against.indicator.as_str(), unit),
            Condition::Done => self.word("condition-done"),
        }
    }

    /// What a target asks that is held against another indicator: 高于“GDP增长”; more than “GDP growth”.
    pub fn against(&self, against: &Against, other: &str, unit: Option<&MeasurementUnit>) -> String {
        let say = |name: &str, fill: &[(&str, &str)]| self.say(name, &[fill, &[("other", other)]].concat());
        match &against.side {
            Side::AtLeast => say("against-at-least", &[]),
            Side::AtMost => say("against-at-most", &[]),
            Side::Exactly => say("against-exactly", &[]),
            Side::Above => say("against-above", &[]),
            Side::Below => say("against-below", &[]),
            Side::Within(low, high) => {
                let below = self.difference(low.value().abs(), unit);
                let above = self.difference(high.value().abs(), unit);
                let name = if below == above { "against-within-alike" } else { "against-within" };
                say(name, &[("below", &below), ("above", &above)])
            }
        }
    }

    /// How much more or less: between per cents in percentage points.
    pub fn difference(&self, amount: Decimal, unit: Option<&MeasurementUnit>) -> String {
        if unit.is_some_and(|unit| unit.style == UnitStyle::Percent) {
            self.say("distance-points", &[("number", &grouped(amount))])
        } else {
            self.quantity(amount, unit)
        }
    }

    /// What is proven: 至少2,127人, 至多12.54亿元; empty if nothing is. A floor of zero proves nothing.
    pub fn proven(&self, interval: Interval, unit: Option<&MeasurementUnit>) -> String {
        self.bounded(
            interval,
            "proven",
            |value| self.quantity(value, unit),
            |low, high| self.between(low, high, unit),
        )
    }

    /// The same for a chart, as short as the language has it: ≥2,127 people.
    pub fn proven_label(&self, interval: Interval, unit: Option<&MeasurementUnit>) -> String {
        self.bounded(
            interval,
            "chart",
            |value| self.quantity(value, unit),
            |low, high| self.range("chart-between", &self.amount(low, unit), &self.amount(high, unit), unit),
        )
    }

    /// What is proven in per cent of what was asked: 至少26.6%.
    pub fn attainment(&self, interval: Interval) -> String {
        let show = |value: Decimal| format!("{}%", grouped(value));
        let range = |low, high| self.range("proven-between", &show(low), &show(high), None);
        self.bounded(shown_share(interval), "proven", show, range)
    }

    /// The same for a chart, in whole per cent: the floor rounded down, a cap rounded up.
    pub fn attainment_label(&self, interval: Interval) -> String {
        let low = interval.low.map(|low| low.floor());
        let high =
            interval.high.map(|high| if interval.low == interval.high { high.floor() } else { high.ceil() });
        let show = |value| self.whole_percent(value);
        let range = |low, high| self.range("chart-between", &show(low), &show(high), None);
        self.bounded(Interval::new(low, high), "chart", show, range)
    }

    /// Two quantities and what lies between them.
    pub fn between(&self, low: Decimal, high: Decimal, unit: Option<&MeasurementUnit>) -> String {
        self.range("proven-between", &self.amount(low, unit), &self.amount(high, unit), unit)
    }

    fn bounded(
        &self,
        interval: Interval,
        kind: &str,
        show: impl Fn(Decimal) -> String,
        range: impl Fn(Decimal, Decimal) -> String,
    ) -> String {
        let low = interval.low.filter(|low| !low.is_zero() || interval.high == Some(*low));
        match (low, interval.high) {
            (Some(low), Some(high)) if low == high => show(low),
            (Some(low), Some(high)) => range(low, high),
            (Some(low), None) if interval.low_open => self.say(&more_than(kind), &[("value", &show(low))]),
            (Some(low), None) => self.say(&format!("{kind}-at-least"), &[("value", &show(low))]),
            (None, Some(high)) if interval.high_open => {
                self.say(&format!("{kind}-less-than"), &[("value", &show(high))])
            }
            (None, Some(high)) => self.say(&format!("{kind}-at-most"), &[("value", &show(high))]),
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

/// The message for what is more than a number.
fn more_than(kind: &str) -> String {
    if kind == "chart" { "chart-value-more-than".to_owned() } else { "value-more-than".to_owned() }
}

/// One decimal, rounded down as a minimum is.
fn percent(value: Decimal) -> String {
    format!("{}%", grouped(shown_percent(value, PercentEnd::Minimum)))
}

/// What is proven in per cent, to the digits that are shown: minima down, maxima up.
fn shown_share(interval: Interval) -> Interval {
    let low = interval.low.map(|low| shown_percent(low, PercentEnd::Minimum));
    // Both ends within one tenth of a per cent are one number: nothing is said by 51.9% to 52%.
    let exact = low == interval.high.map(|high| shown_percent(high, PercentEnd::Minimum));
    let high = interval
        .high
        .map(|high| shown_percent(high, if exact { PercentEnd::Minimum } else { PercentEnd::Maximum }));
    Interval::new(low, high)
}

/// The words of a unit for one and for many: `bag|bags`. A unit without the mark has one word for both.
fn forms(words: &str) -> (&str, &str) {
    words.split_once('|').unwrap_or((words, words))
}

/// The message that puts a unit to its number: CNY 5 and $5, but 5 yuan and 5元; 5% close, 5 people apart.
fn place(unit: &MeasurementUnit, word: &str) -> &'static str {
    match unit.style {
        UnitStyle::Percent => "quantity-percent",
        UnitStyle::Money if word.chars().all(|c| c.is_ascii_uppercase()) => "quantity-code",
        UnitStyle::Money if !word.chars().any(char::is_alphabetic) => "quantity-sign",
        UnitStyle::Money | UnitStyle::Count | UnitStyle::Size => "quantity",
    }
}

/// Digits with thousands apart.
fn grouped(value: Decimal) -> String {
    keep_decimals(&value.normalize().to_string())
}

/// Sets thousands apart in a number written in digits; its decimals stay as they are.
pub(super) fn keep_decimals(digits: &str) -> String {
    let digits = digits.replace(',', "");
    let (sign, digits) = digits.strip_prefix(['-', '−']).map_or(("", digits.as_str()), |rest| ("−", rest));
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
