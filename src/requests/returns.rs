//! `requests/<id>.returns.csv`: who has sent what, and when. No telephone number is kept.

use super::csv_text::{self, begins_a_formula};
use jiff::civil::Date;

/// A form that came back and was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The unit's id.
    pub unit: String,
    /// The SHA-256 of the file.
    pub file: String,
    /// The day on which the unit says that it reported.
    pub date: Option<Date>,
    /// When the file was last changed, as ISO 8601.
    pub modified: String,
    /// Who filled it in.
    pub filled_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// How many cells had an answer.
    pub filled: usize,
    /// Of how many.
    pub asked: usize,
}

const COLUMNS: [&str; 8] =
    ["unit", "file", "date", "modified", "filled_by", "approved_by", "filled", "asked"];

impl Return {
    /// True if it says nothing else than another one, but for the file that it came in.
    fn says_the_same(&self, other: &Self) -> bool {
        let kept = Self { file: other.file.clone(), modified: other.modified.clone(), ..self.clone() };
        kept == *other
    }

    /// True if it was sent before another one.
    pub fn is_before(&self, other: &Self) -> bool {
        (self.date, &self.modified) < (other.date, &other.modified)
    }
}

/// Reads a list of returns; what cannot be read is passed over.
pub fn parse(text: &str) -> Vec<Return> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let Ok(head) = reader.headers().cloned() else { return Vec::new() };
    let rows = reader.records().flatten().map(|record| {
        let cell = |name: &str| {
            let at = head.iter().position(|column| column == name)?;
            record.get(at).map(|text| text.trim().to_owned())
        };
        let text = |name: &str| cell(name).unwrap_or_default();
        let count = |name: &str| text(name).parse().unwrap_or(0);
        Return {
            unit: text("unit"),
            file: text("file"),
            date: text("date").parse().ok(),
            modified: text("modified"),
            filled_by: text("filled_by"),
            approved_by: text("approved_by"),
            filled: count("filled"),
            asked: count("asked"),
        }
    });
    rows.filter(|row| !row.unit.is_empty()).collect()
}

/// The last return of a unit.
pub(super) fn last<'r>(returns: &'r [Return], unit: &str) -> Option<&'r Return> {
    let own = returns.iter().filter(|one| one.unit == unit);
    own.reduce(|one, other| if other.is_before(one) { one } else { other })
}

/// Adds a return, unless the unit's last one says the same already.
pub(super) fn add(returns: &mut Vec<Return>, one: Return) {
    if last(returns, &one.unit).is_none_or(|last| !one.says_the_same(last)) && !returns.contains(&one) {
        returns.push(one);
    }
}

/// The list as bytes: by unit, the earlier first.
pub(super) fn bytes(returns: &[Return]) -> Vec<u8> {
    let mut sorted: Vec<&Return> = returns.iter().collect();
    sorted.sort_by_key(|one| (&one.unit, one.date, &one.modified, &one.file));
    // A name that begins like a formula is no name that a spreadsheet should run.
    let inert = |name: &String| if begins_a_formula(name) { format!(" {name}") } else { name.clone() };
    let row = |one: &Return| {
        [
            one.unit.clone(),
            one.file.clone(),
            one.date.map(|date| date.to_string()).unwrap_or_default(),
            one.modified.clone(),
            inert(&one.filled_by),
            inert(&one.approved_by),
            one.filled.to_string(),
            one.asked.to_string(),
        ]
    };
    csv_text::bytes(&COLUMNS, sorted.into_iter().map(row))
}
