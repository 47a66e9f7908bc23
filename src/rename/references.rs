//! Where the old id stands in references: the values that the loader resolved by the alias, cells of tables, and links
//! in any text.

use super::definition::find;
use super::order::{RenameKind, RenameOrder};
use super::texts::{TextEdit, Texts};
use crate::diagnostic::Diagnostic;
use crate::markup;
use std::collections::BTreeMap;
use std::ops::Range;

/// What has to be replaced, by the path that each file had.
pub(super) fn of(
    texts: &Texts<'_>,
    kind: RenameKind,
    order: RenameOrder<'_>,
    warned: &[Diagnostic],
) -> BTreeMap<String, Vec<TextEdit>> {
    let RenameOrder { old, new, .. } = order;
    let mut edits: BTreeMap<String, Vec<TextEdit>> = BTreeMap::new();
    let mut add = |path: &str, at: Range<usize>| {
        edits.entry(path.to_owned()).or_default().push(TextEdit { at, with: new.to_owned() });
    };
    for (path, _) in texts.content.iter() {
        let Some(text) = texts.text(path) else { continue };
        if is_text(path) {
            for at in links(text, kind, old) {
                add(path, at);
            }
        }
        let (moved, body) = (texts.new_path(path), body(path, text));
        for found in warned.iter().filter(|found| *found.origin.file == *moved) {
            let span = found.origin.start..found.origin.end;
            let at = if has_ending(path, "csv") {
                cell(text, span.start).and_then(|cell| find(text, cell, old))
            } else if span.start >= body {
                // A link, which stands among those above.
                None
            } else {
                find(text, span, old)
            };
            if let Some(at) = at {
                add(path, at);
            }
        }
    }
    edits
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

fn is_text(path: &str) -> bool {
    has_ending(path, "yaml") || has_ending(path, "md")
}

/// Where the Markdown of a file begins; behind its end where it has none.
fn body(path: &str, text: &str) -> usize {
    match markup::split_front_matter(text) {
        Some((_, body)) if has_ending(path, "md") => body.start,
        _ => text.len() + 1,
    }
}

/// The ids in addresses of links, `figure:old@2019`, wherever they stand: in a link, in what a link refers to, in a
/// text that is YAML.
fn links(text: &str, kind: RenameKind, old: &str) -> Vec<Range<usize>> {
    let schemes: &[&str] = match kind {
        RenameKind::Indicator => {
            &["figure:", "target:", "verdict:", "chart:", "table:", "change:", "sum:", "share:"]
        }
        RenameKind::Story => &["story:"],
        RenameKind::UnitOfMeasure => &[],
    };
    let of_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut found = Vec::new();
    for scheme in schemes {
        for (at, _) in text.match_indices(scheme).filter(|(at, _)| !text[..*at].ends_with(of_id)) {
            // Several ids, as in `share:part/whole@2020` and `sum:one+other@2020`.
            let mut start = at + scheme.len();
            loop {
                let rest = &text[start..];
                let id = rest.find(|c| !of_id(c)).map_or(rest, |end| &rest[..end]);
                let end = start + id.len();
                if id == old {
                    found.push(start..end);
                }
                if id.is_empty() || !text[end..].starts_with(['/', '+']) {
                    break;
                }
                start = end + 1;
            }
        }
    }
    found
}

/// The cell of a table that names the indicator, in the row that begins at a byte.
fn cell(text: &str, row: usize) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let head = cells(text, start);
    let name = |at: &Range<usize>| text[at.clone()].trim().trim_matches('"').trim() == "indicator";
    let column = head.iter().position(name)?;
    cells(text, row).get(column).cloned()
}

/// The cells of the row that begins at a byte, with their quotation marks.
fn cells(text: &str, row: usize) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let (mut start, mut quoted) = (row, false);
    for (at, byte) in text.bytes().enumerate().skip(row) {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                cells.push(start..at);
                start = at + 1;
            }
            b'\n' | b'\r' if !quoted => {
                cells.push(start..at);
                return cells;
            }
            _ => {}
        }
    }
    cells.push(start..text.len());
    cells
}
