//! CSV: the report as four flat tables, one row per indicator, target, actual and verdict.
//!
//! UTF-8 with a byte order mark, lines ending in CR LF, dates as ISO 8601, `true` and `false`, lists
//! joined by `; `, an empty cell for what is open or absent. Titles are in the site's first language;
//! further languages of an indicator's title stand in columns of their own. Numbers are written as they
//! are; a text that a spreadsheet would run as a formula has an apostrophe before it.

mod columns;
pub(super) mod row;
pub(super) mod table;

use super::whole;
use crate::evaluate::Evaluation;
use crate::model::Report;
use row::{ActualRow, TargetRow, VerdictRow};
use rust_decimal::Decimal;

/// A table of words and plain numbers under its head; a short row ends in empty cells.
pub fn table_of_words(head: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let columns = head.iter().enumerate().fold(table::Columns::new(), |columns, (at, name)| {
        columns.add(name.clone(), move |row: &&Vec<String>| word_or_number(row.get(at)))
    });
    columns.write(rows)
}

/// A cell of words; what is a plain number, as one is written in data, stays one: −5 is no formula.
fn word_or_number(text: Option<&String>) -> table::Cell<'static> {
    match text.and_then(|text| text.parse::<Decimal>().ok().filter(|number| number.to_string() == *text)) {
        Some(number) => table::Cell::Number(Some(number)),
        None => table::Cell::maybe(text.cloned()),
    }
}

/// `data/indicators.csv`: one row for each indicator.
pub fn indicators(report: &Report, evaluation: &Evaluation) -> Vec<u8> {
    columns::indicators(report).write(whole::all(report, evaluation))
}

/// `data/targets.csv`: one row for each target.
pub fn targets(report: &Report, evaluation: &Evaluation) -> Vec<u8> {
    let rows = whole::all(report, evaluation)
        .flat_map(|whole| whole.indicator.targets.iter().map(move |target| TargetRow { whole, target }));
    columns::targets(report).write(rows)
}

/// `data/actuals.csv`: one row for each figure that a source reports.
pub fn actuals(report: &Report, evaluation: &Evaluation) -> Vec<u8> {
    let rows = whole::all(report, evaluation)
        .flat_map(|whole| whole.actuals().map(move |reported| ActualRow { whole, reported }));
    columns::actuals(report).write(rows)
}

/// `data/verdicts.csv`: one row for each target that was judged.
pub fn verdicts(report: &Report, evaluation: &Evaluation) -> Vec<u8> {
    let rows = whole::all(report, evaluation).flat_map(|whole| {
        whole
            .targets()
            .filter_map(move |(target, verdict)| Some(VerdictRow { whole, target, verdict: verdict? }))
    });
    columns::verdicts(report, evaluation).write(rows)
}
