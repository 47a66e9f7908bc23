//! `actuals/<source-id>.csv`: actuals in bulk, as a spreadsheet or an import brings them.

use super::actuals::{self, ActualReader};
use super::additive;
use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::indicators::Indicators;
use super::periods::{Column, Reading};
use super::raw::{RawActual, RawText};
use super::sign::Sign;
use super::values;
use super::world::World;
use crate::diagnostic::{Code, nearest};
use crate::model::{IndicatorId, Lines, TABLE_COLUMNS};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Adds the rows of all tables to their indicators.
pub(super) fn resolve(
    files: &[ContentFile],
    world: &World<'_>,
    indicators: &mut Indicators,
    faults: &mut Faults,
) {
    let lines: Vec<Lines> = files.iter().map(|file| Lines::of(&file.text)).collect();
    let mut named = Vec::new();
    for (file, lines) in files.iter().zip(&lines) {
        named.extend(table(file, lines, world, indicators, faults));
    }
    // Rows name others of their own table and of those that are read after it.
    for row in named {
        let Some(indicator) = indicators.get_mut(&row.indicator).map(Arc::make_mut) else { continue };
        let own = (&indicator.scope, indicator.years(world.plans));
        if let Some(address) = &row.raw.superseded_by {
            actuals::replace((row.index, address), &mut indicator.actuals, own, &row.at, faults);
        }
        if let Some(address) = &row.raw.supersedes {
            actuals::take_place((row.index, address), &mut indicator.actuals, own, &row.at, faults);
        }
        if let Some(address) = &row.raw.same_start_as {
            actuals::same_start((row.index, address), &mut indicator.actuals, own, &row.at, faults);
        }
    }
}

/// Adds the rows of one table, and returns them.
fn table<'a>(
    file: &'a ContentFile,
    lines: &'a Lines,
    world: &World<'_>,
    indicators: &mut Indicators,
    faults: &mut Faults,
) -> Vec<Added<'a>> {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    let base = file.text.len() - text.len();
    let place = |span: Range<usize>| Cursor::plain(&file.path, &file.text, lines, span);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let head = place(base..base + text.lines().next().map_or(0, str::len));
    let Ok(columns) = reader.headers().cloned() else {
        faults.add(
            Code::BadTable,
            &head,
            "the head of this table cannot be read",
            format!("the columns are: {}", TABLE_COLUMNS.join(", ")),
        );
        return Vec::new();
    };
    // A column more for each dimension that some indicator has.
    let dimensions: BTreeSet<String> = indicators
        .values()
        .flat_map(|indicator| &indicator.dimensions)
        .map(|dimension| dimension.id.to_string())
        .collect();
    for (index, column) in columns.iter().enumerate() {
        if columns.iter().take(index).any(|other| other == column) {
            let head = text.lines().next().unwrap_or_default();
            let word = base + head.rfind(column).unwrap_or(0);
            let at = place(word..word + column.len());
            let message = format!("the column \"{column}\" stands here twice");
            faults.add(Code::BadTable, &at, message, "keep one of the two");
            continue;
        }
        if !TABLE_COLUMNS.contains(&column) && !dimensions.contains(column) {
            let names = TABLE_COLUMNS.into_iter().chain(dimensions.iter().map(String::as_str));
            let hint = nearest(column, names).map_or_else(
                || format!("the columns are: {}", TABLE_COLUMNS.join(", ")),
                |near| format!("did you mean \"{near}\"?"),
            );
            let word = text.find(column).map_or(base, |at| base + at);
            let at = place(word..word + column.len());
            faults.add(Code::BadTable, &at, format!("there is no column \"{column}\""), hint);
        }
    }
    let records: Vec<_> = reader.records().collect();
    // What stands in a column tells months from years.
    let times = ["period", "at"]
        .into_iter()
        .filter_map(|name| columns.iter().position(|column| column == name))
        .flat_map(|index| records.iter().flatten().filter_map(move |record| record.get(index)));
    let times = Column::of(times);
    let mut named = Vec::new();
    for record in &records {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let start =
                    base + error.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
                let row = file.text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
                let at = place(start..start + row);
                faults.add(
                    Code::BadTable,
                    &at,
                    "this row does not have as many cells as the head",
                    "check commas and quotation marks",
                );
                continue;
            }
        };
        let start = base + record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
        let line = file.text[start..].trim_start_matches(['\r', '\n']);
        let start = file.text.len() - line.len();
        let at = place(start..start + line.lines().next().map_or(0, str::len));
        let cell = |name: &str| {
            let index = columns.iter().position(|column| column == name)?;
            record.get(index).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let of_dimensions = dimensions.iter().filter_map(|name| Some((name.clone(), cell(name)?))).collect();
        named.extend(row((&file.stem, of_dimensions), &cell, times, world, indicators, &at, faults));
    }
    named
}

/// A row that was added, which may name others that were not yet when it was read.
struct Added<'a> {
    indicator: IndicatorId,
    index: usize,
    raw: RawActual,
    at: Cursor<'a>,
}

fn row<'a>(
    (source, of_dimensions): (&str, BTreeMap<String, String>),
    cell: &dyn Fn(&str) -> Option<String>,
    times: Column,
    world: &World<'_>,
    indicators: &mut Indicators,
    at: &Cursor<'a>,
    faults: &mut Faults,
) -> Option<Added<'a>> {
    let name = cell("indicator").unwrap_or_default();
    let known = (Code::UnknownIndicator, "indicator");
    let id = values::known(indicators, &name, known, at, faults).map(|(id, _)| id.clone())?;
    let raw = RawActual { cell: of_dimensions, ..raw(source, cell, at, faults)? };
    let indicator = indicators.get_mut(&id).map(Arc::make_mut)?;
    let unit = indicator.unit.as_ref().and_then(|id| world.measurement_units.get(id));
    let sign = Sign::of(indicator.measure, indicator.signed, unit);
    let plan = indicator.plan.as_ref().and_then(|id| world.plans.get(id));
    let reading = Reading::of(plan).in_column(times);
    let (measure, scope, dimensions) = (indicator.measure, &indicator.scope, &indicator.dimensions[..]);
    let reader = ActualReader { world, measure, sign, reading, scope, dimensions };
    let Some(actual) = reader.actual(&raw, at, faults) else {
        faults.broken(Code::UnknownFigure, id.as_str());
        return None;
    };
    let scopes = indicator.targets.iter().map(|target| &target.scope);
    let mut scopes = scopes.chain(indicator.actuals.iter().map(|actual| &actual.scope));
    if additive::is_refused(indicator.measure, unit) && scopes.any(|scope| *scope != actual.scope) {
        additive::refuse(at, faults);
    }
    indicator.actuals.push(actual);
    Some(Added { indicator: id, index: indicator.actuals.len() - 1, raw, at: at.clone() })
}

/// A row as the actual that it stands for.
fn raw(
    source: &str,
    cell: &dyn Fn(&str) -> Option<String>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<RawActual> {
    let mut raw = RawActual {
        period: cell("period"),
        at: cell("at"),
        ci_level: cell("ci_level"),
        stands_for: cell("stands_for"),
        since_at_latest: cell("since_at_latest"),
        since_at_earliest: cell("since_at_earliest"),
        same_start_as: cell("same_start_as"),
        superseded_by: cell("superseded_by"),
        supersedes: cell("supersedes"),
        both_stand: cell("both_stand").map(RawText::Plain),
        scope: cell("scope"),
        source: source.to_owned(),
        locator: cell("locator").unwrap_or_default(),
        definition: cell("definition").map(RawText::Plain),
        note: cell("note").map(RawText::Plain),
        ..RawActual::default()
    };
    let yes = |name: &str, faults: &mut Faults| match cell(name).as_deref() {
        None | Some("false") => Some(false),
        Some("true") => Some(true),
        Some(other) => {
            faults.add(
                Code::BadTable,
                at,
                format!("\"{other}\" is neither true nor false"),
                "write true or leave it empty",
            );
            None
        }
    };
    raw.partial = yes("partial", faults)?;
    raw.provisional = yes("provisional", faults)?;
    raw.kind = word(cell("kind"), "result, planned, expected, standard, baseline or background", at, faults)?;
    raw.observation =
        word(cell("observation"), "estimated, imputed, suppressed or not_collected", at, faults)?;
    raw.reason = cell("reason").map(RawText::Plain);
    raw.ci = match (cell("ci_low"), cell("ci_high")) {
        (None, None) => None,
        (Some(low), Some(high)) => Some(vec![low, high]),
        _ => {
            let hint = "write both \"ci_low\" and \"ci_high\", or neither";
            faults.add(Code::BadTable, at, "an interval has two ends", hint);
            return None;
        }
    };
    let value = cell("value");
    let high = cell("value_high");
    let between = cell("qualifier").as_deref() == Some("between");
    if between != high.is_some() {
        let hint = "write \"between\" in \"qualifier\", the lower end in \"value\" and the upper one in \"value_high\"";
        faults.add(Code::BadTable, at, "a range has two ends, and nothing else has", hint);
        return None;
    }
    match cell("qualifier").as_deref().unwrap_or("value") {
        "value" => raw.value = value,
        "about" => raw.about = value,
        "more_than" => raw.more_than = value,
        "at_least" => raw.at_least = value,
        "nearly" => raw.nearly = value,
        "at_most" => raw.at_most = value,
        "between" => raw.between = Some([value, high].into_iter().flatten().collect()),
        "done" => raw.done = value,
        "in_progress" => raw.in_progress = value,
        other => {
            let hint =
                "write value, about, more_than, at_least, nearly, at_most, between, done or in_progress";
            faults.add(Code::UnknownWord, at, format!("there is no qualifier \"{other}\""), hint);
            return None;
        }
    }
    Some(raw)
}

/// A word from a list, if one is written.
#[expect(clippy::option_option, reason = "none is a fault, and the cell may be empty")]
fn word<T: serde::de::DeserializeOwned>(
    text: Option<String>,
    words: &str,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Option<T>> {
    let Some(text) = text else { return Some(None) };
    let read = serde_json::from_value(serde_json::Value::String(text.clone()));
    if read.is_err() {
        faults.add(Code::UnknownWord, at, format!("there is no \"{text}\" here"), format!("write {words}"));
    }
    read.ok().map(Some)
}
