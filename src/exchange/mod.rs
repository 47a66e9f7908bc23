//! The data of a site as files that other programs read: one folder or file per foreign format.
//!
//! Everything here is pure: report and evaluation in, paths and bytes out, the same bytes for the same
//! input. Nothing is decided and nothing computed; what a verdict is, `evaluate` has said. Numbers are
//! exact decimals in base units, dates are ISO 8601, names of statuses, reasons and kinds are the ones
//! that content files use. `docs/data.md` explains every key and column.
//!
//! Not here: reading foreign data into content, and the names of pages.

pub mod csv;
pub mod indicator;
pub mod json;
mod named;
mod number;
mod whole;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod world;

use crate::evaluate::Evaluation;
use crate::model::Report;

/// A table of words as CSV: the same encoding, and cells that no spreadsheet runs.
pub fn table(head: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    csv::table_of_words(head, rows)
}

/// Every data file of a site with its path below the output folder: the whole report as JSON, its four
/// tables as CSV, and both for each indicator.
pub fn files(report: &Report, evaluation: &Evaluation) -> Vec<(String, Vec<u8>)> {
    let whole = ["report.json", "indicators.csv", "targets.csv", "actuals.csv", "verdicts.csv"];
    let paths = whole.iter().map(|name| format!("data/{name}")).chain(
        report
            .indicators
            .keys()
            .flat_map(|id| ["csv", "json"].map(|ending| format!("indicators/{id}/data.{ending}"))),
    );
    paths.filter_map(|path| file(report, evaluation, &path).map(|bytes| (path, bytes))).collect()
}

/// The data file at a path below the output folder, the same as in [`files`].
pub fn file(report: &Report, evaluation: &Evaluation, path: &str) -> Option<Vec<u8>> {
    Some(match path {
        "data/report.json" => json::report(report, evaluation).into_bytes(),
        "data/indicators.csv" => csv::indicators(report, evaluation),
        "data/targets.csv" => csv::targets(report, evaluation),
        "data/actuals.csv" => csv::actuals(report, evaluation),
        "data/verdicts.csv" => csv::verdicts(report, evaluation),
        _ => {
            let (id, name) = path.strip_prefix("indicators/")?.split_once('/')?;
            let one = report.indicators.get(id)?;
            match name {
                "data.csv" => indicator::csv(report, evaluation, one),
                "data.json" => indicator::json(report, evaluation, one).into_bytes(),
                _ => return None,
            }
        }
    })
}
