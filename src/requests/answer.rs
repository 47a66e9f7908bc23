//! What a cell says, whether it was sent out, is stored, or was filled in: the same answer is the same value.

use crate::locale::Locale;
use crate::model::{Actual, ActualKind, Observation, Value, Written};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a cell says; numbers in the unit of its row, with the decimals that are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A number with the qualifier that content files have for it: `value`, `about`, `at_least`, …
    Number(&'static str, Decimal),
    /// A milestone: done at this time, as content files write it.
    Done(String),
    /// A milestone: seen unfinished.
    InProgress,
    /// There is no figure.
    Nothing,
    /// A range, which no cell takes.
    Range(Decimal, Decimal),
}

/// What kind of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// As it is.
    Final,
    /// Its source calls it preliminary.
    Provisional,
    /// Not all of them.
    Partial,
    /// Rounded: the number is `about`.
    About,
    /// A floor: the number is `at_least`.
    AtLeast,
    /// Not a result yet.
    Expected,
    /// Nobody collected it.
    NotCollected,
    /// It is to be taken back.
    Withdrawn,
}

impl Nature {
    /// All of them, in the order of the list in a workbook.
    pub const ALL: [Self; 8] = [
        Self::Final,
        Self::Provisional,
        Self::Partial,
        Self::About,
        Self::AtLeast,
        Self::Expected,
        Self::NotCollected,
        Self::Withdrawn,
    ];

    /// The name by which workbooks and catalogues keep it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Provisional => "provisional",
            Self::Partial => "partial",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::Expected => "expected",
            Self::NotCollected => "not-collected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The word in a workbook.
    pub fn word(self, locale: &Locale) -> String {
        locale.word(&format!("form-nature-{}", self.as_str()))
    }
}

/// The qualifiers of numbers, as content files name them.
pub(super) const QUALIFIERS: [&str; 6] = ["value", "about", "more_than", "at_least", "nearly", "at_most"];

/// A number as a cell shows it: with so many decimals, half up.
pub(super) fn shown(number: Decimal, decimals: u32) -> Decimal {
    let mut shown = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(decimals);
    shown
}

/// What a figure of the content says in a row, and what kind it is.
pub(super) fn of_figure(actual: &Actual, (suffix, decimals): (&str, u32)) -> (Said, Nature) {
    let scale = scale(suffix);
    let number = |written: &Written| shown(written.value().checked_div(scale).unwrap_or_default(), decimals);
    let said = match &actual.value {
        Value::Value(one) => Said::Number("value", number(one)),
        Value::About(one) => Said::Number("about", number(one)),
        Value::MoreThan(one) => Said::Number("more_than", number(one)),
        Value::AtLeast(one) => Said::Number("at_least", number(one)),
        Value::Nearly(one) => Said::Number("nearly", number(one)),
        Value::AtMost(one) => Said::Number("at_most", number(one)),
        Value::Between(low, high) => Said::Range(number(low), number(high)),
        Value::Done => Said::Done(actual.time.text().to_string()),
        Value::InProgress => Said::InProgress,
        Value::Missing => Said::Nothing,
    };
    let nature = match actual {
        Actual { observation: Some((Observation::NotCollected | Observation::Suppressed, _)), .. } => {
            Nature::NotCollected
        }
        Actual { kind: ActualKind::Expected, .. } => Nature::Expected,
        Actual { partial: true, .. } => Nature::Partial,
        Actual { provisional: true, .. } => Nature::Provisional,
        _ => Nature::Final,
    };
    (said, nature)
}

impl Said {
    /// What stands in the cell, in words of a language, with the kind that stands beside it: about and at least stand
    /// there, other qualifiers before the number.
    pub fn cell(&self, nature: Nature, locale: &Locale) -> (String, Nature) {
        let words = |name: &str, number: &Decimal| {
            locale.say(&format!("form-said-{}", name.replace('_', "-")), &[("number", &number.to_string())])
        };
        match self {
            Self::Number("value", number) => (number.to_string(), nature),
            Self::Number("about", number) if nature == Nature::Final => (number.to_string(), Nature::About),
            Self::Number("at_least", number) if nature == Nature::Final => {
                (number.to_string(), Nature::AtLeast)
            }
            Self::Number(name, number) => (words(name, number), nature),
            Self::Done(time) => (time.clone(), nature),
            Self::InProgress => (locale.word("form-in-progress"), nature),
            Self::Nothing => (String::new(), nature),
            Self::Range(low, high) => {
                let fill = [("low", &*low.to_string()), ("high", &*high.to_string())];
                (locale.say("form-said-between", &fill), nature)
            }
        }
    }

    /// As a workbook keeps what it sent out, whatever language it is in: `about 62.1`.
    pub fn kept(&self) -> String {
        match self {
            Self::Number(name, number) => format!("{name} {number}"),
            Self::Done(time) => format!("done {time}"),
            Self::InProgress => "in_progress".to_owned(),
            Self::Nothing => "nothing".to_owned(),
            Self::Range(low, high) => format!("between {low} {high}"),
        }
    }

    /// What a workbook kept so.
    pub fn of_kept(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (name, first, second) = (parts.next()?, parts.next(), parts.next());
        let number = |text: Option<&str>| text?.parse::<Decimal>().ok();
        Some(match name {
            "done" => Self::Done(first?.to_owned()),
            "in_progress" => Self::InProgress,
            "nothing" => Self::Nothing,
            "between" => Self::Range(number(first)?, number(second)?),
            name => Self::Number(QUALIFIERS.into_iter().find(|one| *one == name)?, number(first)?),
        })
    }

    /// The number, if it says one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(_, number) => Some(*number),
            _ => None,
        }
    }

    /// For people, in words: 62.1, 超过1200, 进行中.
    pub fn words(&self, nature: Nature, unit: &str, locale: &Locale) -> String {
        let text = match self {
            Self::Number("value", number) => number.to_string(),
            Self::Number(name, number) => locale
                .say(&format!("form-said-{}", name.replace('_', "-")), &[("number", &number.to_string())]),
            other => other.cell(nature, locale).0,
        };
        let unit = if self.number().is_some() { unit } else { "" };
        // Latin words stand apart from the number.
        let space = if unit.starts_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
        let kind = match nature {
            Nature::Final | Nature::About | Nature::AtLeast => String::new(),
            other => {
                let word = other.word(locale);
                if text.is_empty() {
                    word
                } else {
                    locale.say("form-row-of", &[("title", ""), ("of", &word)])
                }
            }
        };
        format!("{text}{space}{unit}{kind}")
    }
}

/// What a suffix multiplies: 10,000 for 万; 1 for none and for a per cent sign.
pub(super) fn scale(suffix: &str) -> Decimal {
    let bare = suffix.trim();
    Written::parse(&format!("1{bare}")).map_or(Decimal::ONE, |one| one.value())
}
