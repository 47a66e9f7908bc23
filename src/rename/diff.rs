//! A renaming as a person reads it: the lines that change, each with its file and number.

use super::renaming::{FileEdit, Renaming};
use std::fmt::Write as _;

/// The lines that a renaming changes, and what gets another path. `shown` says how a path is written for the person.
pub fn diff(renaming: &Renaming, shown: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    if let Some((from, to)) = &renaming.moved {
        let _ = writeln!(out, "{} -> {}\n", shown(from), shown(to));
    }
    for edit in &renaming.edits {
        for change in changes(edit) {
            let _ = writeln!(out, "{}:{}", shown(&edit.path), change.line);
            if let Some(before) = change.before {
                let _ = writeln!(out, "- {before}");
            }
            let _ = writeln!(out, "+ {}\n", change.after);
        }
    }
    out
}

/// A line that is changed or added.
struct Change<'e> {
    /// Its number before, from 1; of a line that is added, that of the line behind which it stands.
    line: usize,
    before: Option<&'e str>,
    after: &'e str,
}

/// The lines that differ. A renaming changes lines and adds one here and there; it takes none away.
fn changes(edit: &FileEdit) -> Vec<Change<'_>> {
    let (before, after) = (text(&edit.before), text(&edit.after));
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut changes = Vec::new();
    let (mut old, mut new) = (0, 0);
    while let Some(line) = after.get(new) {
        let was = before.get(old);
        if was == Some(line) {
            (old, new) = (old + 1, new + 1);
            continue;
        }
        let added = was.is_none() || after.get(new + 1) == was;
        changes.push(Change {
            line: if added { old } else { old + 1 },
            before: was.filter(|_| !added).copied(),
            after: line,
        });
        old += usize::from(!added);
        new += 1;
    }
    changes
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
