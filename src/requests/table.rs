//! `actuals/<source>.csv` as an import keeps it: each figure once, in one order, so that the same figures are the same
//! bytes. What a hand has written there besides stays.

use super::csv_text;
use crate::model::{CategoryId, Cell, DimensionId, IndicatorId, Period, Report, ScopeId, TABLE_COLUMNS};
use std::collections::{BTreeMap, BTreeSet};

/// A row by the names of its columns; an empty cell is not there.
pub(super) type Line = BTreeMap<String, String>;

/// The columns of [`TABLE_COLUMNS`] in the order in which they are written. Those of dimensions stand behind `scope`.
const COLUMNS: [&str; 25] = [
    "indicator",
    "period",
    "at",
    "scope",
    "qualifier",
    "value",
    "value_high",
    "locator",
    "kind",
    "definition",
    "partial",
    "provisional",
    "observation",
    "reason",
    "note",
    "ci_low",
    "ci_high",
    "ci_level",
    "stands_for",
    "since_at_latest",
    "since_at_earliest",
    "same_start_as",
    "supersedes",
    "superseded_by",
    "both_stand",
];
/// The columns that are written in any case.
const ALWAYS: [&str; 7] = ["indicator", "period", "at", "scope", "qualifier", "value", "locator"];

/// A table of actuals.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// Its rows.
    pub lines: Vec<Line>,
}

/// What tells one figure of a source from another: region, time, and whether it is dated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The scope.
    pub scope: ScopeId,
    /// The part of the quantity.
    pub cell: Cell,
    /// The time.
    pub time: Period,
    /// True for what holds at a day.
    pub dated: bool,
}

impl Table {
    /// Reads a table that the loader has read without fault.
    pub(super) fn parse(text: &str) -> Self {
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let Ok(head) = reader.headers().cloned() else { return Self::default() };
        let lines = reader.records().flatten().map(|record| {
            let cells = head.iter().zip(record.iter()).filter(|(_, cell)| !cell.is_empty());
            cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
        });
        Self { lines: lines.filter(|line: &Line| !line.is_empty()).collect() }
    }

    /// Where a figure stands.
    pub(super) fn place(&self, report: &Report, key: &Key) -> Option<usize> {
        self.lines.iter().position(|line| self::key(report, line).as_ref() == Some(key))
    }

    /// The table as bytes: rows by indicator, scope, part and time.
    pub(super) fn bytes(&self, report: &Report) -> Vec<u8> {
        let used: BTreeSet<&str> =
            self.lines.iter().flat_map(|line| line.keys().map(String::as_str)).collect();
        let dimensions: Vec<&str> =
            used.iter().copied().filter(|name| !TABLE_COLUMNS.contains(name)).collect();
        let mut columns: Vec<&str> = Vec::new();
        for name in COLUMNS {
            if used.contains(name) || ALWAYS.contains(&name) {
                columns.push(name);
            }
            if name == "scope" {
                columns.extend(&dimensions);
            }
        }
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by_cached_key(|line| {
            let key = self::key(report, line).map(|key| {
                let ends = (key.time.end(), key.time.start());
                (key.indicator, key.scope, key.cell, ends, key.dated)
            });
            (key.is_none(), key, (*line).clone())
        });
        let cells = |line: &Line| -> Vec<String> {
            columns.iter().map(|name| line.get(*name).map(|text| inert(text)).unwrap_or_default()).collect()
        };
        csv_text::bytes(&columns, lines.into_iter().map(cells))
    }
}

/// A text that a spreadsheet would run as a formula has a space before it, which whoever reads the table takes away.
fn inert(text: &str) -> String {
    let number = text.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    if csv_text::begins_a_formula(text) && !number { format!(" {text}") } else { text.to_owned() }
}

/// What a row speaks of, if it can be told.
pub(super) fn key(report: &Report, line: &Line) -> Option<Key> {
    let cell = |name: &str| line.get(name).map(String::as_str);
    let (_, indicator) = report.indicators.get_key_value(cell("indicator")?)?;
    let years = indicator.years(&report.plans);
    let milestone = matches!(cell("qualifier"), Some("done" | "in_progress"));
    let text = if milestone { cell("value") } else { cell("period").or(cell("at")) };
    let parts = line
        .iter()
        .filter(|(name, _)| !TABLE_COLUMNS.contains(&name.as_str()))
        .filter_map(|(name, category)| Some((DimensionId::new(name).ok()?, CategoryId::new(category).ok()?)));
    Some(Key {
        indicator: indicator.id.clone(),
        scope: cell("scope").map_or_else(|| Some(indicator.scope.clone()), |name| ScopeId::new(name).ok())?,
        cell: Cell::new(parts.collect()),
        time: years.read(text?).ok()?,
        dated: milestone || cell("period").is_none(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_table_is_written_and_no_other() {
        assert_eq!(BTreeSet::from(COLUMNS), BTreeSet::from(TABLE_COLUMNS));
    }

    #[test]
    fn what_is_no_number_is_never_run_by_a_spreadsheet() {
        for (text, written) in
            [("=1+1", " =1+1"), ("-0.2%", "-0.2%"), ("-甲", " -甲"), ("@甲", " @甲"), ("甲", "甲")]
        {
            assert_eq!(inert(text), written);
        }
    }
}
