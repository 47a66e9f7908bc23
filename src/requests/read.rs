//! A workbook that came back: which request and unit it is of, and what each of its cells says.

use super::answer::{Nature, Said};
use super::cells::Cells;
use super::finding::{Finding, Weight};
use super::form::{Column, Layout, Row, Sent, Time};
use super::returned::{Asked, ReturnedForm};
use super::sheet::{KEY_ROWS, KEY_VALUES, KEYS, KEYS_HEAD, VERSION};
use crate::exchange::xlsx::{Entry, Grid, Opened, Stop, open};
use crate::locale::Locale;
use std::collections::{BTreeMap, BTreeSet};

/// What a file says.
#[derive(Debug, Clone, Default)]
pub(super) struct Returned {
    /// The request that it answers.
    pub request: Option<String>,
    /// What each unit answers.
    pub forms: Vec<ReturnedForm>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Reads the bytes of a workbook that answers one of these requests.
pub(super) fn read(bytes: &[u8], layouts: &BTreeMap<String, Layout>, locale: &Locale) -> Returned {
    let mut returned = Returned::default();
    let refused = |code: &'static str| Finding::new(Weight::Refused, code, ("", ""));
    let opened = match open(bytes) {
        Ok(opened) => opened,
        Err(stop) => {
            returned.findings.push(match stop {
                Stop::TooLarge => refused("too-large"),
                Stop::Ods => refused("ods"),
                Stop::Unreadable(why) => refused("not-a-workbook").with("why", why),
            });
            return returned;
        }
    };
    let asked = match asked(&opened, layouts, &mut returned.findings) {
        Ok(asked) => asked,
        Err(finding) => {
            returned.findings.push(finding);
            return returned;
        }
    };
    returned.request = Some(asked.layout.request.clone());
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for grid in opened.sheets.iter().filter(|grid| grid.name != KEYS) {
        let Some(cells) = Cells::of(grid, &asked, locale) else { continue };
        if let Some(other) = seen.insert(cells.form.of.id().to_owned(), grid.name.clone()) {
            let finding = Finding::new(Weight::Refused, "twice", (&grid.name, ""));
            returned.findings.push(finding.with("other", other));
            continue;
        }
        let form = cells.read(&mut returned.findings);
        returned.forms.push(form);
    }
    if returned.forms.is_empty() && returned.findings.iter().all(|one| one.weight != Weight::Refused) {
        returned.findings.push(refused("no-mark"));
    }
    returned
}

/// What the workbook asked: by its hidden sheet, else by the document's property, else by the marks of its rows.
fn asked<'l>(
    opened: &Opened,
    layouts: &'l BTreeMap<String, Layout>,
    found: &mut Vec<Finding>,
) -> Result<Asked<'l>, Finding> {
    let refused = |code: &'static str| Finding::new(Weight::Refused, code, ("", ""));
    let of_version = |version: &str| {
        if version == VERSION {
            return Ok(());
        }
        // Before anything else is read: another layout may have any meaning.
        Err(refused("version").with("version", version).with("known", VERSION))
    };
    let of_request = |id: &str| layouts.get(id).ok_or_else(|| refused("other-request").with("request", id));
    if let Some(keys) = opened.sheets.iter().find(|grid| grid.name == KEYS && grid.text(0, 0) == KEYS_HEAD) {
        of_version(&keys.text(0, 1))?;
        return Ok(of_keys(keys, of_request(&keys.text(1, 1))?));
    }
    let property = opened.properties.get(KEYS_HEAD).map(|mark| mark.split(';').collect::<Vec<_>>());
    let layout = if let Some([version, request, ..]) = property.as_deref() {
        of_version(version)?;
        of_request(request)?
    } else {
        let texts: BTreeSet<String> = opened
            .sheets
            .iter()
            .flat_map(|grid| grid.rows.values().flat_map(BTreeMap::values).map(Entry::text))
            .collect();
        let speaks = |layout: &&Layout| {
            let open = layout.columns.iter().filter(|column| column.open);
            let marked = open.clone().all(|column| texts.contains(&column.key));
            let titled = open.clone().all(|column| texts.contains(&column.title));
            let rows = || layout.forms.iter().flat_map(|form| &form.rows);
            (marked && rows().any(|row| texts.contains(&row.mark)))
                || (titled && rows().any(|row| texts.contains(&row.title)))
        };
        let mut fit = layouts.values().filter(speaks);
        match (fit.next(), fit.next()) {
            (Some(layout), None) => layout,
            _ => return Err(refused("no-mark")),
        }
    };
    found.push(Finding::new(Weight::Notice, "mark-lost", ("", "")));
    let rows = layout.forms.iter().flat_map(|form| {
        form.rows.iter().map(|row| ((form.of.id().to_owned(), row.mark.clone()), row.clone()))
    });
    Ok(Asked { layout, rows: rows.collect(), columns: layout.columns.clone(), knows_sent: false })
}

/// What the hidden sheet says of rows that are still asked.
fn of_keys<'l>(keys: &Grid, layout: &'l Layout) -> Asked<'l> {
    let width = keys.rows.get(&4).and_then(|cells| cells.keys().next_back().copied()).unwrap_or(0);
    let sent_columns: Vec<(String, bool)> =
        (1..=width).map(|column| (keys.text(4, column), keys.text(5, column) == "yes")).collect();
    let place = |key: &str| sent_columns.iter().position(|(name, _)| name == key);
    let columns: Vec<Column> = layout
        .columns
        .iter()
        .filter_map(|column| {
            let open = sent_columns.get(place(&column.key)?)?.1;
            Some(Column { open: open && column.open, ..column.clone() })
        })
        .collect();
    let mut rows = BTreeMap::new();
    for line in keys.rows.keys().copied().filter(|line| *line >= KEY_ROWS) {
        let (unit, mark) = (keys.text(line, 1), keys.text(line, 2));
        let form = layout.forms.iter().find(|form| form.of.id() == unit);
        let Some(now) = form.and_then(|form| form.rows.iter().find(|row| row.mark == mark)) else { continue };
        let sent = columns.iter().map(|column| {
            let at = u32::try_from(place(&column.key)?).ok()?;
            let text = keys.text(line, KEY_VALUES + at);
            let (nature, said) = text.split_once(';')?;
            let nature = Nature::ALL.into_iter().find(|one| one.as_str() == nature)?;
            Some(Sent { said: Said::of_kept(said)?, nature, note: String::new() })
        });
        let row = Row {
            unit: keys.text(line, 3),
            time: Time::named(&keys.text(line, 4)).unwrap_or(now.time),
            suffix: keys.text(line, 5),
            decimals: keys.text(line, 6).parse().unwrap_or(now.decimals).min(10),
            sent: sent.collect(),
            ..now.clone()
        };
        rows.insert((unit, mark), row);
    }
    Asked { layout, rows, columns, knows_sent: true }
}
