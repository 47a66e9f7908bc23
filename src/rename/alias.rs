//! The old id added to a thing's `aliases`, in the way in which its file is written.

use super::texts::TextEdit;
use crate::yaml::{Kind, Node};

/// Where and how an alias is added to a map.
pub(super) fn added(text: &str, map: &Node, old: &str) -> Option<TextEdit> {
    let insert = |at: usize, with: String| Some(TextEdit { at: at..at, with });
    if let Some(list) = map.get("aliases") {
        let Kind::List(items) = &list.kind else { return None };
        let flow = text.get(list.span.start..)?.starts_with('[');
        return match (items.last(), flow) {
            (None, _) => insert(list.span.start + 1, old.to_owned()),
            (Some(last), true) => insert(last.span.end, format!(", {old}")),
            (Some(last), false) => {
                let line = line_start(text, last.span.start);
                let before = text.get(line..last.span.start)?;
                // `aliases: - a` is no YAML: a dash always stands on a line of its own, after blanks.
                let dash = before.rfind('-')?;
                insert(line_end(text, last.span.end), format!("{}{}- {old}", eol(text), &before[..dash]))
            }
        };
    }
    let Kind::Map(entries) = &map.kind else { return None };
    if text.get(map.span.start..)?.starts_with('{') {
        let inside = &text[map.span.start + 1..];
        let blanks = inside.len() - inside.trim_start_matches([' ', '\t']).len();
        let more = if entries.is_empty() { "" } else { ", " };
        return insert(map.span.start + 1 + blanks, format!("aliases: [{old}]{more}"));
    }
    let (_, key, value) = entries.iter().find(|(name, ..)| name == "title").or_else(|| entries.first())?;
    let indent = text.get(line_start(text, key.start)..key.start)?;
    if !indent.chars().all(|c| c == ' ' || c == '\u{feff}') {
        return None;
    }
    let indent = indent.trim_start_matches('\u{feff}');
    // The span of a block ends where the next thing begins.
    let written = text.get(..value.span.end)?.trim_end();
    let end = line_end(text, written.len().max(key.end));
    insert(end, format!("{}{indent}aliases: [{old}]", eol(text)))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// The end of a line, before the characters that end it.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

/// How lines of a text end.
fn eol(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
