//! `shanhai schema`: JSON Schemas of the content files, so that an editor completes and checks them; and the units of
//! measure that a content file may name without defining them.

use super::args::SchemaArgs;
use super::site::THEMES;
use super::{Exit, Output};
use crate::disk;
use crate::load::{built_in_units, raw};
use crate::locale::lang;
use crate::model::{Lang, MeasurementUnit};
use crate::tree::FileTree;
use std::path::PathBuf;

/// Writes `<kind>.schema.json` for every kind of file, or prints the units of measure.
pub(super) fn run(args: &SchemaArgs, out: &mut Output) -> Exit {
    if args.units {
        out.data(&units());
        return Exit::Clean;
    }
    if let Some(content) = disk::guarding(&args.out, &[PathBuf::from("content"), PathBuf::from(THEMES)]) {
        let message =
            format!("{} lies in {}, where no schema belongs", args.out.display(), content.display());
        out.error(&message, "name a folder of its own, such as --out .schema");
        return Exit::Usage;
    }
    let mut files = FileTree::new();
    for (name, text) in schemas() {
        let _ = files.add(name, text.into_bytes());
    }
    if let Err(error) = disk::replace(&args.out, &files) {
        out.error(&error.to_string(), "name another folder with --out");
        return Exit::Io;
    }
    out.say(&format!("wrote {} schemas to {}", files.len(), args.out.display()));
    Exit::Clean
}

/// The schemas by file name.
pub(super) fn schemas() -> Vec<(String, String)> {
    raw::schemas()
        .into_iter()
        .map(|(kind, schema)| (format!("{kind}.schema.json"), format!("{schema:#}\n")))
        .collect()
}

/// The built-in units of measure as a table: a row each, which reads well in a terminal and stands in docs/format.md.
fn units() -> String {
    let languages: Vec<&str> = lang::all().iter().map(|language| language.tag).collect();
    let head = ["id"].into_iter().chain(languages.iter().copied()).chain(["counted", "adds up"]);
    let mut rows: Vec<Vec<String>> = vec![head.map(str::to_owned).collect()];
    rows.extend(built_in_units().values().map(|unit| row(unit, &languages)));
    table(&rows)
}

fn row(unit: &MeasurementUnit, languages: &[&str]) -> Vec<String> {
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let word = |tag: &&str| {
        unit.title.words(&Lang::new(tag)).replace('|', " / ").trim_matches([' ', '/']).to_owned()
    };
    let words = languages.iter().map(word);
    std::iter::once(unit.id.to_string()).chain(words).chain([yes(unit.counted), yes(unit.additive)]).collect()
}

/// Rows as a Markdown table with columns that stand under each other; the first row is its head.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let line = |row: &[String]| {
        let cells =
            row.iter().zip(&widths).map(|(cell, most)| format!(" {cell}{} ", " ".repeat(most - width(cell))));
        format!("|{}|\n", cells.collect::<Vec<_>>().join("|"))
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
    let mut lines = rows.iter().map(|row| line(row));
    let head = lines.next().unwrap_or_default();
    format!("{head}|{}|\n{}", rule.join("|"), lines.collect::<String>())
}

/// How many columns of a terminal a text takes: a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if lang::is_han(c) { 2 } else { 1 }).sum()
}
