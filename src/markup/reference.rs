//! References to what the report holds: one figure, one verdict.
//!
//! Written in links (`figure:louxia-collective-income@2019`) and in YAML claims. The text
//! after the scheme is the same in both places:
//!
//! ```text
//! figure:   <indicator>[@<period>][;scope=<id>][;<dimension>=<id>]…[;source=<id>]
//! verdict:  <indicator>[@<period>][;scope=<id>][;<dimension>=<id>]…
//! ```
//!
//! The parts come in this order only, dimensions by the alphabet, so that a reference has one spelling and `Display`
//! gives back the text that was read. The period stays text: only `load` knows the calendar.

use std::collections::BTreeMap;
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
    /// Which cell: the category of each dimension that is named; none for the headline.
    pub cell: BTreeMap<String, String>,
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
    /// Which cell: the category of each dimension that is named; none for the headline.
    pub cell: BTreeMap<String, String>,
}

/// Of whom a reference speaks, where it is not the whole of the indicator's own scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfWhom {
    /// Which scope, if not the indicator's own.
    pub scope: Option<String>,
    /// Which cell: the category of each dimension that is named; none for the headline.
    pub cell: BTreeMap<String, String>,
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
        let Parts { indicator, period, scope, cell, source } = parts(text, true)?;
        Ok(Self { indicator, period, scope, cell, source })
    }
}

impl VerdictRef {
    /// Reads the text after `verdict:`.
    ///
    /// # Errors
    /// The first part that does not follow the grammar.
    pub fn parse(text: &str) -> Result<Self, RefFault> {
        let Parts { indicator, period, scope, cell, .. } = parts(text, false)?;
        Ok(Self { indicator, period, scope, cell })
    }
}

impl fmt::Display for FigureRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, &self.indicator, self.period.as_deref())?;
        write_named(f, "scope", self.scope.as_deref())?;
        write_cell(f, &self.cell)?;
        write_named(f, "source", self.source.as_deref())
    }
}

impl fmt::Display for VerdictRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, &self.indicator, self.period.as_deref())?;
        write_named(f, "scope", self.scope.as_deref())?;
        write_cell(f, &self.cell)
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

/// The parts of a reference.
#[derive(Debug, Default)]
struct Parts {
    indicator: String,
    period: Option<String>,
    scope: Option<String>,
    cell: BTreeMap<String, String>,
    source: Option<String>,
}

/// Splits a reference: its scope, the categories of its cell, and its source if it may have one.
fn parts(text: &str, with_source: bool) -> Result<Parts, RefFault> {
    let mut pieces = text.split(';');
    let head = pieces.next().unwrap_or_default();
    let (indicator, when) = match head.split_once('@') {
        Some((indicator, when)) => (id(indicator)?, Some(period(when)?)),
        None => (id(head)?, None),
    };
    Ok(Parts { indicator, period: when, ..behind(pieces, with_source)? })
}

/// The scope and the cell that stand behind the first `;`.
pub(super) fn of_whom<'t>(pieces: impl Iterator<Item = &'t str>) -> Result<OfWhom, RefFault> {
    behind(pieces, false).map(|Parts { scope, cell, .. }| OfWhom { scope, cell })
}

fn behind<'t>(pieces: impl Iterator<Item = &'t str>, with_source: bool) -> Result<Parts, RefFault> {
    let mut found = Parts::default();
    for piece in pieces {
        let unknown = || RefFault::UnknownPart(piece.to_owned());
        let (name, value) = piece.split_once('=').ok_or_else(unknown)?;
        match name {
            "scope" if found.scope.is_some() || !found.cell.is_empty() || found.source.is_some() => {
                return Err(RefFault::OutOfOrder("scope"));
            }
            "scope" => found.scope = Some(id(value)?),
            "source" if with_source && found.source.is_none() => found.source = Some(id(value)?),
            "source" if with_source => return Err(RefFault::OutOfOrder("source")),
            // Targets are numbered so: that is no dimension.
            "source" | "n" => return Err(unknown()),
            _ => {
                let name = id(name).map_err(|_| unknown())?;
                let last = found.cell.last_key_value().is_some_and(|(last, _)| *last >= name);
                if last || found.source.is_some() {
                    return Err(RefFault::OutOfOrder("dimension"));
                }
                found.cell.insert(name, id(value)?);
            }
        }
    }
    Ok(found)
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

fn write_cell(f: &mut fmt::Formatter<'_>, cell: &BTreeMap<String, String>) -> fmt::Result {
    cell.iter().try_for_each(|(dimension, category)| write!(f, ";{dimension}={category}"))
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
