//! Numbers as sources write them: `2127`, `12.54亿`, `1.7万`, `16200万`, `21.5%`, `1,043.47万`.

use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;

/// A number with the precision in which it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    text: String,
    value: Decimal,
    step: Decimal,
    percent: bool,
}

/// Why a text is not a number here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing that begins like a number.
    NotANumber,
    /// More digits than an exact decimal holds (28).
    TooLong,
    /// A number followed by something other than 千, 万, 百万, 亿, 万亿 or %.
    Trailing,
    /// Thousands separated in groups that are not of three digits.
    Grouping,
}

const SCALES: [(&str, i64); 7] = [
    ("万亿", 1_000_000_000_000),
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
];

impl Written {
    /// Reads a number. Full-width digits and signs are not accepted: a figure is copied, not typeset.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let trimmed = text.trim();
        let digits_end = trimmed
            .char_indices()
            .find(|(at, c)| {
                !(c.is_ascii_digit() || matches!(c, '.' | ',') || (*at == 0 && matches!(c, '-' | '−')))
            })
            .map_or(trimmed.len(), |(at, _)| at);
        let (number, suffix) = trimmed.split_at(digits_end);
        let (scale, percent) = match suffix.trim_start() {
            "" => (1, false),
            "%" | "％" => (1, true),
            word => match SCALES.iter().find(|(name, _)| *name == word) {
                Some((_, scale)) => (*scale, false),
                None if number.chars().any(|c| c.is_ascii_digit()) => return Err(NumberFault::Trailing),
                None => return Err(NumberFault::NotANumber),
            },
        };
        let plain = ungroup(number)?;
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let whole_digits = whole.trim_start_matches('-');
        if whole_digits.is_empty() || fraction.contains('.') || (plain.contains('.') && fraction.is_empty()) {
            return Err(NumberFault::NotANumber);
        }
        if whole_digits.len() + fraction.len() > 28 {
            return Err(NumberFault::TooLong);
        }
        let scale = Decimal::from(scale);
        let value = Decimal::from_str_exact(&plain).map_err(|_| NumberFault::NotANumber)?;
        let places = u32::try_from(fraction.len()).map_err(|_| NumberFault::TooLong)?;
        Ok(Self {
            text: trimmed.to_owned(),
            value: value.checked_mul(scale).ok_or(NumberFault::TooLong)?.normalize(),
            step: Decimal::new(1, places).checked_mul(scale).ok_or(NumberFault::TooLong)?.normalize(),
            percent,
        })
    }

    /// A number that a computation gives, exact: for sums over members and in tests.
    pub fn exact(value: Decimal) -> Self {
        let value = value.normalize();
        Self { text: value.to_string(), value, step: Decimal::new(1, value.scale()), percent: false }
    }

    /// A number that was worked out from others, exact, with the digits to which it is shown: those of `step`, and
    /// more where it has more. Its last digit is worth what the last one shown is.
    pub fn worked_out(value: Decimal, step: Decimal, percent: bool) -> Self {
        let mut shown = value.normalize();
        shown.rescale(shown.scale().max(step.normalize().scale()));
        let step = Decimal::new(1, shown.scale());
        let sign = if percent { "%" } else { "" };
        Self { text: format!("{shown}{sign}"), value: value.normalize(), step, percent }
    }

    /// A number that was worked out and is known to all its digits, shown with so many decimals.
    pub fn computed(value: Decimal, places: u32, percent: bool) -> Self {
        let shown = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        let sign = if percent { "%" } else { "" };
        Self { text: format!("{}{sign}", shown.normalize()), value, step: Decimal::new(1, 28), percent }
    }

    /// A number that words say in some other way, such as 四十二 or 3–5 million: `step` is what the last digit said
    /// is worth.
    pub fn said(text: &str, value: Decimal, step: Decimal, percent: bool) -> Self {
        Self { text: text.to_owned(), value: value.normalize(), step: step.normalize(), percent }
    }

    /// The text as written, without surrounding space.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value in base units: persons, yuan; per cent stay per cent (`21.5%` is 21.5).
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// What one unit of the last digit written is worth: 0.01亿 is 1,000,000.
    pub fn step(&self) -> Decimal {
        self.step
    }

    /// What one unit of the last digit that is not zero is worth: 100 for `1700`; the step for 0.
    pub fn significant_step(&self) -> Decimal {
        let mut step = self.step;
        if self.value.is_zero() {
            return step;
        }
        while (self.value % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
        step
    }

    /// How far what it rounds may be away from it, where a text says "about": one unit of the last digit that is
    /// not zero, and a tenth of it at most.
    pub fn rounds_within(&self) -> Decimal {
        let tenth = self.value.abs().checked_div(Decimal::TEN);
        tenth.map_or(self.significant_step(), |tenth| tenth.min(self.significant_step()))
    }

    /// True for a whole number written out in full (`2127`): it is exact.
    pub fn is_full(&self) -> bool {
        self.step == Decimal::ONE && !self.percent
    }

    /// True if it was written with a per cent sign.
    pub fn is_percent(&self) -> bool {
        self.percent
    }
}

/// Takes thousands separators out; they must stand in groups of three.
fn ungroup(number: &str) -> Result<String, NumberFault> {
    let number = number.replace('−', "-");
    if !number.contains(',') {
        return Ok(number);
    }
    let whole = number.split('.').next().unwrap_or_default().trim_start_matches('-');
    let mut groups = whole.split(',');
    let first_ok = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let in_fraction = number.split_once('.').is_some_and(|(_, fraction)| fraction.contains(','));
    if !first_ok || in_fraction || groups.any(|group| group.len() != 3) {
        return Err(NumberFault::Grouping);
    }
    Ok(number.replace(',', ""))
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The numbers that a condition or a value is written with.
#[derive(Debug, Clone, Copy)]
pub enum Numbers<'a> {
    /// None: a milestone.
    None,
    /// One.
    One(&'a Written),
    /// Two ends.
    Two(&'a Written, &'a Written),
}

impl<'a> Numbers<'a> {
    /// All of them, the lower end first.
    pub fn all(self) -> impl Iterator<Item = &'a Written> {
        let (low, high) = match self {
            Self::None => (None, None),
            Self::One(one) => (Some(one), None),
            Self::Two(low, high) => (Some(low), Some(high)),
        };
        low.into_iter().chain(high)
    }

    /// As the source writes them; two ends with `..` between them.
    pub fn text(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::One(one) => Some(one.text().to_owned()),
            Self::Two(low, high) => Some(format!("{}..{}", low.text(), high.text())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parsed(text: &str) -> (String, String) {
        let written = Written::parse(text).expect(text);
        (written.value().to_string(), written.step().to_string())
    }

    #[test]
    fn numbers_keep_value_and_precision() {
        assert_eq!(parsed("2127"), ("2127".into(), "1".into()));
        assert_eq!(parsed("12.54亿"), ("1254000000".into(), "1000000".into()));
        assert_eq!(parsed("19.13亿"), ("1913000000".into(), "1000000".into()));
        assert_eq!(parsed("1.7万"), ("17000".into(), "1000".into()));
        assert_eq!(parsed("16200万"), ("162000000".into(), "10000".into()));
        assert_eq!(parsed("1,043.47万"), ("10434700".into(), "100".into()));
        assert_eq!(parsed("21.5%"), ("21.5".into(), "0.1".into()));
        assert_eq!(parsed("22.04 万"), ("220400".into(), "100".into()));
        assert_eq!(parsed("1.50亿"), ("150000000".into(), "1000000".into()));
        assert_eq!(parsed("-3.2%"), ("-3.2".into(), "0.1".into()));
    }

    #[test]
    fn what_is_no_number_is_refused_by_name() {
        for (text, fault) in [
            ("", NumberFault::NotANumber),
            ("六十二", NumberFault::NotANumber),
            (".5", NumberFault::NotANumber),
            ("5.", NumberFault::NotANumber),
            ("1.2.3", NumberFault::NotANumber),
            (".inf", NumberFault::NotANumber),
            ("12万元", NumberFault::Trailing),
            ("8000人", NumberFault::Trailing),
            ("1,0", NumberFault::Grouping),
            ("1.000,5", NumberFault::Grouping),
            ("12345678901234567890123456789", NumberFault::TooLong),
        ] {
            assert_eq!(Written::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_significant_step_is_that_of_the_last_digit_that_is_not_zero() {
        for (text, step) in
            [("400", "100"), ("1043.47万", "100"), ("1.50亿", "10000000"), ("0", "1"), ("18万", "10000")]
        {
            assert_eq!(Written::parse(text).expect(text).significant_step().to_string(), step, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            let _ = Written::parse(&text);
        }

        #[test]
        fn plain_numbers_round_trip(value in 0_i64..1_000_000_000_000, places in 0_u32..6) {
            let decimal = Decimal::new(value, places);
            let written = Written::parse(&decimal.to_string()).expect("a decimal is a number");
            prop_assert_eq!(written.value(), decimal);
            prop_assert_eq!(written.step(), Decimal::new(1, places));
        }
    }
}
