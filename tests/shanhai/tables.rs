//! Tables of what is expected, and the lists of what does not hold yet.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A row of a table, by the names of its columns.
pub struct Row(BTreeMap<String, String>);

impl Row {
    /// A cell; empty where the row ends before it.
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }
}

/// The rows of a table with just these columns. A line that begins with `#` says why, and is no row; a cell with
/// a comma stands in quotes.
pub fn rows(path: &Path, columns: &str) -> Vec<Row> {
    let text = fs::read_to_string(path).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let known: Vec<&str> = columns.split(',').collect();
    assert!(
        known.starts_with(&head.iter().map(String::as_str).collect::<Vec<_>>()),
        "{}: {head:?}",
        path.display()
    );
    let rows: Vec<Row> = reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert!(record.len() <= head.len(), "{}: {record:?}", path.display());
            Row(head.iter().cloned().zip(record.iter().map(|cell| cell.trim().to_owned())).collect())
        })
        .collect();
    assert!(!rows.is_empty(), "{} has no row", path.display());
    rows
}

/// The rows that a list names; `#` begins a remark.
pub fn pending(text: &str) -> BTreeSet<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// Holds what came out against the list of what does not hold yet: what is wrong must be listed, what is listed
/// must be there and wrong. `SHANHAI_BLESS=1` takes away what holds now; nothing ever adds a line.
#[track_caller]
pub fn settle(list: &Path, wrongs: &[(String, Option<String>)]) {
    let text = fs::read_to_string(list).unwrap_or_default();
    let pending = pending(&text);
    let holding: BTreeSet<&str> =
        wrongs.iter().filter(|(_, why)| why.is_none()).map(|(key, _)| key.as_str()).collect();
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        let kept: String = text
            .lines()
            .filter(|line| !holding.contains(line.trim()))
            .flat_map(|line| [line, "\n"])
            .collect();
        fs::write(list, kept).unwrap();
    } else {
        let early: Vec<&str> = pending.iter().copied().filter(|key| holding.contains(key)).collect();
        assert!(
            early.is_empty(),
            "these hold now: take them out of {}\n{}",
            list.display(),
            early.join("\n")
        );
    }
    let gone: Vec<&str> =
        pending.iter().copied().filter(|key| !wrongs.iter().any(|(known, _)| known == key)).collect();
    assert!(gone.is_empty(), "{} names no row:\n{}", list.display(), gone.join("\n"));
    let said: Vec<String> = wrongs
        .iter()
        .filter(|(key, _)| !pending.contains(key.as_str()))
        .filter_map(|(key, why)| Some(format!("{key}: {}", why.as_ref()?)))
        .collect();
    assert!(said.is_empty(), "{} of {} rows are wrong:\n{}", said.len(), wrongs.len(), said.join("\n"));
}
