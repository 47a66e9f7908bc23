//! One file that came back, taken or not: a transaction of its own.

use super::finding::{Finding, Weight};
use super::form::Layout;
use super::merge::{Change, Merger, Prefer};
use super::number::half_width;
use super::read;
use super::returned::ReturnedForm;
use super::returns::{self, Return};
use super::table::Table;
use crate::digest::Digest;
use crate::locale::Locale;
use crate::model::{Period, Report, RequestId};
use crate::tree::FileTree;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A file, and how it is to be taken.
#[derive(Debug, Clone, Copy)]
pub struct Order<'o> {
    /// Its bytes.
    pub bytes: &'o [u8],
    /// When it was last changed, as ISO 8601; empty if that is not known.
    pub modified: &'o str,
    /// Which figure counts where nobody can tell.
    pub prefer: Option<Prefer>,
    /// Cells whose questions are answered: `G7`, or `sheet!G7`.
    pub accepted: &'o [String],
}

/// What became of a file.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// What was found, in order of place.
    pub findings: Vec<Finding>,
    /// What changes.
    pub changes: Vec<Change>,
    /// The files of the content that get other bytes.
    pub edits: Vec<(String, Vec<u8>)>,
    /// True if nothing of it is taken.
    pub refused: bool,
    /// How many cells have an answer.
    pub filled: usize,
    /// Of how many.
    pub asked: usize,
}

/// The requests of a report as their workbooks lay them out, by id.
pub(super) fn layouts(report: &Report, locale: &Locale) -> BTreeMap<String, Layout> {
    report
        .requests
        .iter()
        .map(|(id, request)| (id.to_string(), super::plan::layout(report, request, locale)))
        .collect()
}

/// Takes a file; nothing is written here.
pub fn take(files: &FileTree, report: &Report, order: Order<'_>, locale: &Locale) -> Taken {
    let locale = &locale.unmarked();
    let returned = read::read(order.bytes, &layouts(report, locale), locale);
    let mut taken = Taken { findings: returned.findings, ..Taken::default() };
    let request = returned.request.and_then(|id| report.requests.get(&RequestId::new(&id).ok()?));
    if let Some(request) = request {
        let table_path = format!("content/actuals/{}.csv", request.source);
        let returns_path = format!("content/requests/{}.returns.csv", request.id);
        let mut table = Table::parse(files.text(&table_path).unwrap_or_default());
        let mut returns = returns::parse(files.text(&returns_path).unwrap_or_default());
        for form in &returned.forms {
            let this = of_form(form, order);
            let last = returns::last(&returns, &form.unit).cloned();
            let merger = Merger {
                report,
                request,
                form,
                last: last.as_ref(),
                this: &this,
                prefer: order.prefer,
                locale,
            };
            taken.changes.extend(merger.merge(&mut table, &mut taken.findings));
            taken.filled += form.answers.len();
            taken.asked += form.asked;
            // A form that was sent back as it went out answers nothing.
            if !form.answers.is_empty() {
                returns::add(&mut returns, this);
            }
        }
        let mut edits = Vec::new();
        if !returns.is_empty() {
            edits.push((returns_path, returns::bytes(&returns)));
        }
        // A table in which nothing changes keeps its bytes, whoever wrote it.
        if !taken.changes.is_empty() {
            edits.push((table_path, table.bytes(report)));
        }
        taken.edits = edits.into_iter().filter(|(path, bytes)| files.get(path) != Some(&**bytes)).collect();
    }
    taken.findings.retain(|one| !one.is_answered(order.accepted));
    taken.refused = request.is_none() || taken.findings.iter().any(|one| one.weight > Weight::Notice);
    if taken.refused {
        taken.changes.clear();
        taken.edits.clear();
    }
    taken
}

fn of_form(form: &ReturnedForm, order: Order<'_>) -> Return {
    let foot = |name: &str| form.foot.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    Return {
        unit: form.unit.clone(),
        file: Digest::of(order.bytes).hex(),
        date: day(&foot("date")),
        modified: order.modified.to_owned(),
        filled_by: foot("filled-by"),
        approved_by: foot("approved-by"),
        filled: form.answers.len(),
        asked: form.asked,
    }
}

/// A day as people write it: 2025-07-08, 2025/7/8, 2025年7月8日, 2025.7.8.
fn day(text: &str) -> Option<Date> {
    let text = half_width(text);
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).take(3).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    Period::parse(&written).ok().filter(|one| one.start() == Some(one.end())).map(|one| one.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in
            ["2025-07-08", "2025/7/8", "2025年7月8日", "2025.7.8", "２０２５．７．８", "2025-07-08 00:00:00"]
        {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2025-07-08"), "{text}");
        }
        for text in ["", "七月", "2025-07", "8/7/25"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
