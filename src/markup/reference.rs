//! References to what the report holds: one figure, one verdict.
//!
//! Written in links (`figure:louxia-collective-income@2019`) and in YAML claims. The text
//! after the scheme is the same in both places:
//!
//! ```text
//! figure:   <indicator>[@<period>][;scope=<id>][;source=<id>]
//! verdict:  <indicator>[@<period>][;scope=<id>]
//! ```
//!
//! The parts come in this order only, so that a reference has one spelling and `Display`
//! gives back the text that was read. The period stays text: only `load` knows the calendar.

use std::fmt;

/// The longest id accepted.
const LONGEST_ID: usize = 64;

/// One figure of one indicator: the words after `figure:`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureRef {
    /// The indicator's id.
    pub indicator: String,
    /// The period as written: `2019`, `2018..2020`, `..2020-06`, `2020-12-31`.
    pub period: Option<String>,
    /// Which scope, where one period has figures for several.
    pub scope: Option<String>,
    /// Which source, where several state the figure.
    pub source: Option<String>,
}

/// One verdict on one indicator: the words after `verdict:`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerdictRef {
    /// The indicator's id.
    pub indicator: String,
    /// The period as written; none means the verdict at the report date.
    pub period: Option<String>,
    /// Which scope, where the indicator has several.
    pub scope: Option<String>,
}

/// Why a reference cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefFault {
    /// An id that is not 1 to 64 of `a-z`, `0-9` and `-`; the text found.
    BadId(String),
    /// A period with characters that no period has, or none at all; the text found.
    BadPeriod(String),
    /// A task number that is not digits separated by dots; the text found.
    BadTask(String),
    /// A part after `;` that this kind of reference does not have; the text found.
    UnknownPart(String),
    /// A known part that is repeated or stands after one it must precede; its name.
    OutOfOrder(&'static str),
}

impl fmt::Display for RefFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadId(text) => write!(f, "not an id (a-z, 0-9 and -, at most 64): {text:?}"),
            Self::BadPeriod(text) => write!(f, "not a period: {text:?}"),
            Self::BadTask(text) => write!(f, "not a task number: {text:?}"),
            Self::UnknownPart(text) => write!(f, "not a part of this reference: {text:?}"),
            Self::OutOfOrder(name) => write!(f, "repeated or out of order: {name}"),
        }
    }
}

impl std::error::Error for RefFault {}

impl FigureRef {
    /// Reads the text after `figure:`.
    ///
    /// # Errors
    /// The first part that does not follow the grammar.
    pub fn parse(text: &str) -> Result<Self, RefFault> {
        let (indicator, period, [scope, source]) = parts(text, ["scope", "source"])?;
        Ok(Self { indicator, period, scope, source })
    }
}

impl VerdictRef {
    /// Reads the text after `verdict:`.
    ///
    /// # Errors
    /// The first part that does not follow the grammar.
    pub fn parse(text: &str) -> Result<Self, RefFault> {
        let (indicator, period, [scope]) = parts(text, ["scope"])?;
        Ok(Self { indicator, period, scope })
    }
}

impl fmt::Display for FigureRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, &self.indicator, self.period.as_deref())?;
        write_named(f, "scope", self.scope.as_deref())?;
        write_named(f, "source", self.source.as_deref())
    }
}

impl fmt::Display for VerdictRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, &self.indicator, self.period.as_deref())?;
        write_named(f, "scope", self.scope.as_deref())
    }
}

/// Checks an id: 1 to 64 of `a-z`, `0-9` and `-`.
pub(super) fn id(text: &str) -> Result<String, RefFault> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !text.is_empty() && text.len() <= LONGEST_ID && text.bytes().all(fits) {
        Ok(text.to_owned())
    } else {
        Err(RefFault::BadId(text.to_owned()))
    }
}

/// Checks a task number: `5`, `5.2`.
pub(super) fn task(text: &str) -> Result<String, RefFault> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if text.split('.').all(digits) { Ok(text.to_owned()) } else { Err(RefFault::BadTask(text.to_owned())) }
}

/// A period's characters, not its meaning: digits, letters, `-`, `.` and `/`; or the word `baseline`.
pub(super) fn period(text: &str) -> Result<String, RefFault> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '/');
    let baseline = text == "baseline";
    if baseline || (text.bytes().any(|b| b.is_ascii_digit()) && text.chars().all(fits)) {
        Ok(text.to_owned())
    } else {
        Err(RefFault::BadPeriod(text.to_owned()))
    }
}

/// Splits a reference whose named parts are `names`, in that order.
#[allow(clippy::type_complexity, reason = "read once, two lines above each use")]
fn parts<const N: usize>(
    text: &str,
    names: [&'static str; N],
) -> Result<(String, Option<String>, [Option<String>; N]), RefFault> {
    let mut pieces = text.split(';');
    let head = pieces.next().unwrap_or_default();
    let (indicator, when) = match head.split_once('@') {
        Some((indicator, when)) => (id(indicator)?, Some(period(when)?)),
        None => (id(head)?, None),
    };
    let mut values = named(pieces, names)?;
    for value in values.iter_mut().flatten() {
        *value = id(value)?;
    }
    Ok((indicator, when, values))
}

/// The parts behind the first `;`, each `name=value`, in the order of `names`.
pub(super) fn named<'t, const N: usize>(
    pieces: impl Iterator<Item = &'t str>,
    names: [&'static str; N],
) -> Result<[Option<String>; N], RefFault> {
    let mut values = [const { None }; N];
    let mut next = 0;
    for piece in pieces {
        let unknown = || RefFault::UnknownPart(piece.to_owned());
        let (name, value) = piece.split_once('=').ok_or_else(unknown)?;
        let place = names.iter().position(|known| *known == name).ok_or_else(unknown)?;
        if place < next {
            return Err(RefFault::OutOfOrder(names[place]));
        }
        values[place] = Some(value.to_owned());
        next = place + 1;
    }
    Ok(values)
}

fn write_parts(f: &mut fmt::Formatter<'_>, indicator: &str, period: Option<&str>) -> fmt::Result {
    f.write_str(indicator)?;
    period.map_or(Ok(()), |period| write!(f, "@{period}"))
}

fn write_named(f: &mut fmt::Formatter<'_>, name: &str, value: Option<&str>) -> fmt::Result {
    value.map_or(Ok(()), |value| write!(f, ";{name}={value}"))
}

#[cfg(test)]
#[path = "reference_tests.rs"]
mod tests;
