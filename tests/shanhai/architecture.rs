//! The house rules, read from the source: which room may name which, and who touches the disk.

use crate::diagnostics::hold;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may name besides itself, and why no others. `cli` and `pipeline` may name every room.
const MAY_NAME: &[(&str, &[&str], &str)] = &[
    (
        "brief",
        &["diagnostic", "digest", "lang_marks", "model", "raster", "tree", "typeface", "view", "xml"],
        "prints what a view says; of the report it takes where a fault belongs",
    ),
    ("changes", &[], "compares what two sites have published; knows neither content nor pages"),
    ("chart", &["escape"], "a drawing library that knows nothing of reports"),
    ("code_points", &[], "what characters are"),
    (
        "computed",
        &["diagnostic", "evaluate", "model"],
        "what texts ask the program to compute, and whether their words say it",
    ),
    (
        "conflict_diagnostics",
        &["diagnostic", "evaluate", "model"],
        "what the evaluation finds wrong, at the places that the model keeps",
    ),
    ("diagnostic", &["code_points", "model", "tree"], "a place is one of the model"),
    ("digest", &[], "content hashes; any room may name it"),
    ("disk", &["diagnostic", "digest", "model", "tree"], "the only room that touches the disk"),
    ("escape", &[], "HTML and SVG; any room may name it"),
    ("evaluate", &["model"], "knows no file, no language, no page"),
    (
        "exchange",
        &["changes", "evaluate", "model", "view"],
        "of `view` only the addresses (`Route`); it does not know `site`, nor `site` it",
    ),
    ("exchange::xlsx", &[], "workbooks as cells, for whoever has something to say in them"),
    ("lang_marks", &[], "a convention about texts"),
    (
        "load",
        &["changes", "code_points", "diagnostic", "locale::lang", "markup", "model", "photo", "tree", "yaml"],
        "knows no verdict",
    ),
    (
        "locale",
        &["evaluate", "lang_marks", "model", "search"],
        "writes what the model and the evaluation hold; `locale::lang` is inside it",
    ),
    ("locale::lang", &[], "so that `load` and `markup` may name it: they read texts by its words"),
    ("markup", &["code_points", "locale::lang"], "reads texts by their characters and words"),
    ("model", &["changes", "markup"], "a story holds its parsed text, a site the edition before"),
    ("photo", &["diagnostic", "digest", "model", "tree"], "knows no page"),
    (
        "preview",
        &["diagnostic", "digest", "disk", "escape", "tree"],
        "how a site is made it is given by `cli`, as a `Maker`",
    ),
    ("raster", &["digest", "typeface"], "draws with the carried faces alone"),
    (
        "rename",
        &["diagnostic", "load", "markup", "model", "tree", "yaml"],
        "what the loader resolves is what is renamed; `disk` writes it",
    ),
    (
        "requests",
        &["code_points", "digest", "exchange::xlsx", "locale", "locale::lang", "model", "tree"],
        "figures in by workbook; `cli` reads the files and writes the edits",
    ),
    ("search", &[], "knows nothing of reports"),
    ("site", &["chart", "diagnostic", "lang_marks", "tree", "view", "xml"], "never sees the model"),
    (
        "social_cards",
        &["chart", "diagnostic", "model", "raster", "tree", "typeface", "view"],
        "draws with what `view` says",
    ),
    ("tree", &[], "files in memory"),
    ("typeface", &[], "fonts alone"),
    (
        "view",
        &[
            "changes",
            "chart",
            "computed",
            "escape",
            "evaluate",
            "lang_marks",
            "locale",
            "markup",
            "model",
            "photo",
            "search",
        ],
        "report and evaluation in, finished words out",
    ),
    ("xml", &[], "a writer"),
    (
        "yaml",
        &["code_points", "diagnostic", "model"],
        "`code_points` for the characters that no text may hold",
    ),
];

const EVERYTHING: [&str; 2] = ["cli", "pipeline"];

/// Names of the standard library that touch the disk.
const DISK: [&str; 3] = ["std::fs", "fs::", "{fs"];

const LONGEST: usize = 500;

fn source() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walkdir::WalkDir::new(&root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap();
            (entry.path().strip_prefix(&root).unwrap().to_owned(), text)
        })
        .collect()
}

/// Folders within a room that are rooms of their own: what each language is made of, for all that read or write texts;
/// and workbooks as cells.
const INNER: [(&str, &str); 2] = [("locale", "lang"), ("exchange", "xlsx")];

/// The room that a file belongs to: its folder, or itself.
fn room(path: &Path) -> String {
    if let Some((outer, inner)) =
        INNER.iter().find(|(outer, inner)| path.starts_with(Path::new(outer).join(inner)))
    {
        return format!("{outer}::{inner}");
    }
    let first = path.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The files of the program, without those that only its tests see: `#[cfg(test)] mod name;`.
pub(crate) fn program() -> Vec<(PathBuf, String)> {
    let all = source();
    let tests: Vec<PathBuf> = all
        .iter()
        .flat_map(|(path, text)| {
            let folder = match path.file_name().unwrap().to_str().unwrap() {
                "mod.rs" | "lib.rs" => path.parent().unwrap().to_owned(),
                _ => path.with_extension(""),
            };
            let lines: Vec<&str> = text.lines().collect();
            let modules: Vec<PathBuf> = lines
                .windows(2)
                .filter(|two| two[0].trim() == "#[cfg(test)]")
                .filter_map(|two| two[1].trim().strip_prefix("mod ")?.strip_suffix(';'))
                .map(|name| folder.join(name))
                .collect();
            modules
        })
        .collect();
    all.into_iter()
        .filter(|(path, _)| !tests.iter().any(|test| path.with_extension("").starts_with(test)))
        .collect()
}

/// The code of a file, without comments.
pub(crate) fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// True if code names what touches the disk, as a word of its own.
fn touches_disk(code: &str) -> bool {
    DISK.iter().any(|name| {
        code.match_indices(name)
            .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    })
}

/// The rooms that code names: `crate::x`, and every `x` of `crate::{x, y}`.
fn named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
    };
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut first = true;
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => first = true,
                    c if first && !c.is_whitespace() => {
                        rooms.insert(word(&list[at..]));
                        first = false;
                    }
                    _ => {}
                }
            }
        } else {
            let name = word(rest);
            let inner = rest.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix("::")).map(word);
            let is_inner = INNER.iter().any(|(outer, one)| name == *outer && inner.as_deref() == Some(one));
            rooms.insert(
                inner.filter(|_| is_inner).map_or_else(|| name.clone(), |inner| format!("{name}::{inner}")),
            );
        }
    }
    rooms
}

#[test]
fn rooms_name_only_what_they_may() {
    let table: BTreeMap<&str, &[&str]> = MAY_NAME.iter().map(|(room, names, _)| (*room, *names)).collect();
    let mut faults = Vec::new();
    let mut unused: BTreeSet<(&str, &str)> =
        table.iter().flat_map(|(room, names)| names.iter().map(|name| (*room, *name))).collect();
    for (path, text) in program() {
        let here = room(&path);
        if ["main", "lib"].contains(&here.as_str()) || EVERYTHING.contains(&here.as_str()) {
            continue;
        }
        let Some(allowed) = table.get(here.as_str()) else {
            faults.push(format!("src/{}: the room {here} is not in the table", path.display()));
            continue;
        };
        for other in named(&code(&text)) {
            if other != here && !allowed.contains(&other.as_str()) {
                faults.push(format!("src/{}: {here} may not name {other}", path.display()));
            }
            unused.retain(|(room, name)| (*room, *name) != (here.as_str(), other.as_str()));
        }
    }
    faults.extend(unused.into_iter().map(|(room, name)| format!("{room} may name {name} and does not")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_page_on_the_architecture_has_the_arrows() {
    let mut table = "| room | may name | note |\n| --- | --- | --- |\n".to_owned();
    for (room, names, why) in MAY_NAME {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let names = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
        writeln!(table, "| `{room}` | {names} | {why} |").unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let page = fs::read_to_string(&file).unwrap();
    let (before, rest) = page.split_once("<!-- arrows -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    assert_eq!(hold(&format!("{before}<!-- arrows -->\n{table}<!-- end -->{after}"), &file), None);
}

#[test]
fn only_one_room_touches_the_disk() {
    let faults: Vec<_> = program()
        .into_iter()
        .filter(|(path, _)| room(path) != "disk")
        .filter(|(_, text)| touches_disk(&code(text)))
        .map(|(path, _)| format!("src/{}", path.display()))
        .collect();
    assert!(faults.is_empty(), "the disk is touched by {}", faults.join(", "));
}

#[test]
fn files_stay_short_enough_to_read() {
    let faults: Vec<_> = program()
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("src/{} has {lines} lines", path.display()))
        .collect();
    assert!(faults.is_empty(), "split at {LONGEST}: {}", faults.join(", "));
}

#[test]
fn the_rules_can_fail() {
    let text = "use crate::{a, b::{c, d},\n    e};\nfn f() -> crate::g::H { crate::k() }\n// crate::no\n";
    let names: Vec<_> = named(&code(text)).into_iter().collect();
    assert_eq!(names, ["a", "b", "e", "g", "k"]);
    let inner = named("use crate::locale::lang::{self, is_han};\nuse crate::locale::Locale;");
    assert_eq!(inner.into_iter().collect::<Vec<_>>(), ["locale", "locale::lang"]);
    assert!(touches_disk("use std::{fs, io};") && touches_disk("let x = fs::read(path);"));
    assert!(!touches_disk("use crate::view::briefs::all;"));
}
