//! The tables in docs/format.md: of keys, which are written from the JSON Schemas, and of units of measure.
//! `SHANHAI_BLESS=1` writes them anew.

use crate::diagnostics::hold;
use crate::project::Project;
use crate::schemas::{SCHEMAS, inside, repository, there, walk};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

/// What stands behind a key, in words.
fn value(schema: &Json) -> String {
    let schema = there(schema);
    let words = |words: &Json| -> Option<Vec<String>> {
        words.as_array()?.iter().map(|word| Some(format!("`{}`", word.as_str()?))).collect()
    };
    let constants: Option<Vec<&str>> = schema["oneOf"]
        .as_array()
        .and_then(|options| options.iter().map(|option| option["const"].as_str()).collect());
    if let Some(constants) = constants {
        return constants.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    }
    if let Some(words) = words(&schema["enum"]) {
        return words.join(", ");
    }
    if let Some(title) = schema["title"].as_str() {
        return title.to_owned();
    }
    let kind = match &schema["type"] {
        Json::Array(kinds) => kinds.iter().filter_map(Json::as_str).find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    match (kind, inside(schema)) {
        (Some("array"), Some(inner)) => format!("list: {}", value(inner)),
        (Some("object"), Some(inner)) => format!("map: {}", value(inner)),
        (Some("boolean"), _) => "`true`, `false`".to_owned(),
        (Some("integer"), _) => "whole number".to_owned(),
        _ => "words".to_owned(),
    }
}

fn table(schema: &Json) -> String {
    let required = schema["required"].as_array();
    let mut out = "\n| key | value | meaning |\n| --- | --- | --- |\n".to_owned();
    for (key, property) in schema["properties"].as_object().unwrap() {
        let mark = if required.is_some_and(|all| all.iter().any(|one| one == key)) { "**" } else { "" };
        let meaning =
            property["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|");
        let _ = writeln!(out, "| {mark}`{key}`{mark} | {} | {meaning} |", value(property));
    }
    out + "\n"
}

/// The text with what stands between `<!-- name: … -->` and `<!-- end -->` written anew.
fn filled(text: &str, name: &str, of: &dyn Fn(&str) -> String) -> String {
    let (open, close) = (format!("<!-- {name}: "), "<!-- end -->");
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(&open) {
        let (what, after) = after.split_once(" -->\n").unwrap();
        let (_, after) = after.split_once(close).unwrap_or_else(|| panic!("no end of {what}"));
        let _ = write!(out, "{before}{open}{what} -->\n{}{close}", of(what));
        rest = after;
    }
    out + rest
}

#[test]
fn the_tables_of_the_format_are_current() {
    let (mut tables, mut titles) = (BTreeMap::new(), BTreeSet::new());
    for (kind, schema) in SCHEMAS.iter() {
        walk(schema, kind, &mut |path, schema| {
            let title = schema["title"].as_str().unwrap_or(path).to_owned();
            titles.insert(title.clone());
            tables.insert(path.to_owned(), (title, table(schema)));
        });
    }
    let page = repository().join("docs/format.md");
    let text = fs::read_to_string(&page).unwrap();
    let keys = |path: &str| tables.get(path).unwrap_or_else(|| panic!("there is no {path}")).1.clone();
    let units = Project::new().run(&["schema", "--units"]).exit(0).stdout();
    let text = filled(&filled(&text, "keys", &keys), "units", &|_| format!("\n{units}\n"));
    assert_eq!(hold(&text, &page), None);
    for (path, (title, _)) in &tables {
        if text.contains(&format!("<!-- keys: {path} -->")) {
            titles.remove(title);
        }
    }
    assert!(titles.is_empty(), "docs/format.md has no table of the keys of {titles:?}");
}

#[test]
fn the_units_of_measure_are_listed() {
    let units = Project::new().run(&["schema", "--units"]).exit(0).stdout();
    for row in ["| batch ", "| person ", "人 ", " person / people ", "| percent ", "| yuan "] {
        assert!(units.contains(row), "{row}: {units}");
    }
    let project = Project::new();
    project.run(&["schema", "--units", "--out", "x"]).exit(2);
    assert!(!project.path(".schema").exists());
}
