//! The sprite of status glyphs: which drawings the markup of a page refers to, so that its template writes each once.
//!
//! They stand in the page itself, so that they show without a script, in print, and from the disk.

use std::collections::BTreeSet;
use tera::Value;

/// What a reference to a drawing looks like in markup that a view brings.
const REFERENCE: &str = "href=\"#";

/// The drawings that a page needs, out of all with their ids.
pub(super) fn used(all: &[(String, String)], page: &Value) -> Vec<String> {
    let mut found = BTreeSet::new();
    look(page, &mut found);
    all.iter().filter(|(id, _)| found.contains(id.as_str())).map(|(_, drawing)| drawing.clone()).collect()
}

/// Collects the ids that fields of markup refer to, and those of runs that name a status.
fn look(value: &Value, found: &mut BTreeSet<String>) {
    if let Some(map) = value.as_map() {
        for (key, value) in map {
            match (key.as_str(), value.as_str()) {
                (Some(name), Some(html)) if name.ends_with("_html") => references(html, found),
                (Some("status"), Some(status)) => {
                    found.insert(format!("glyph-{status}"));
                }
                _ => look(value, found),
            }
        }
    } else if let Some(items) = value.as_array() {
        for item in items {
            look(item, found);
        }
    }
}

fn references(html: &str, found: &mut BTreeSet<String>) {
    for (at, _) in html.match_indices(REFERENCE) {
        if let Some((id, _)) = html[at + REFERENCE.len()..].split_once('"') {
            found.insert(id.to_owned());
        }
    }
}
