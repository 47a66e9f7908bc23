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
pub mod xlsx;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod world;

use crate::changes::{Changes, Edition};
use crate::evaluate::Evaluation;
use crate::model::Report;
use crate::view::Route;

/// A table of words as CSV: the same encoding, and cells that no spreadsheet runs.
pub fn table(head: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    csv::table_of_words(head, rows)
}

/// What changed since the edition that the site names; none if it names none. It is read from what is published, as
/// everybody else would.
pub fn changes(report: &Report, evaluation: &Evaluation) -> Option<Changes> {
    let earlier = report.site.earlier.as_ref()?;
    let now = Edition::read(&json::report(report, evaluation)).ok()?;
    Some(Changes::between(earlier, &now))
}

/// Every data file of a site with its path below the output folder: the whole report as JSON, its four
/// tables as CSV, and both for each indicator.
pub fn files(report: &Report, evaluation: &Evaluation) -> Vec<(String, Vec<u8>)> {
    let of_indicators = report
        .indicators
        .keys()
        .flat_map(|id| [Route::IndicatorCsv(id.clone()), Route::IndicatorJson(id.clone())]);
    let routes = Route::DATA_FILES.into_iter().map(Route::DataFile).chain(of_indicators);
    routes
        .map(|route| route.path())
        .filter_map(|path| file(report, evaluation, &path).map(|bytes| (path, bytes)))
        .collect()
}

/// The data file at a path below the output folder, the same as in [`files`].
pub fn file(report: &Report, evaluation: &Evaluation, path: &str) -> Option<Vec<u8>> {
    Some(match Route::data_at(path)? {
        Route::DataFile("report.json") => json::report(report, evaluation).into_bytes(),
        Route::DataFile("indicators.csv") => csv::indicators(report, evaluation),
        Route::DataFile("targets.csv") => csv::targets(report, evaluation),
        Route::DataFile("actuals.csv") => csv::actuals(report, evaluation),
        Route::DataFile("verdicts.csv") => csv::verdicts(report, evaluation),
        Route::IndicatorCsv(id) => indicator::csv(report, evaluation, report.indicators.get(&id)?),
        Route::IndicatorJson(id) => {
            indicator::json(report, evaluation, report.indicators.get(&id)?).into_bytes()
        }
        _ => return None,
    })
}
