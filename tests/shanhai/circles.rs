//! No circle of files inside a room: a file that is understood from those below it needs none above it.
//!
//! Read from the `use` lines and the paths in the code of each file. A thing that is taken through the front door of
//! a folder (`use super::Thing`, where `mod.rs` hands it on) counts as taken from the file that defines it.

use crate::architecture::{code, program};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The rooms that have no circle, and keep none. One that is mended is added.
const HELD: [&str; 23] = [
    "brief",
    "chart",
    "cli",
    "computed",
    "diagnostic",
    "disk",
    "evaluate",
    "exchange",
    "load",
    "locale",
    "markup",
    "model",
    "photo",
    "pipeline",
    "preview",
    "raster",
    "rename",
    "requests",
    "search",
    "site",
    "typeface",
    "view",
    "yaml",
];

/// Module path of a file: `view/pages/home.rs` is `view::pages::home`, `view/mod.rs` is `view`.
fn module(path: &Path) -> String {
    let plain = path.with_extension("");
    let parts: Vec<&str> = plain.iter().filter_map(|part| part.to_str()).collect();
    let parts = if parts.last() == Some(&"mod") { &parts[..parts.len() - 1] } else { &parts[..] };
    parts.join("::")
}

/// The code of a file without comments, without its tests, and without saying for whom a thing is visible.
fn own_code(text: &str) -> String {
    let code = code(text).replace("pub(in crate::", "pub(in ");
    let tests = ["#[cfg(test)]\nmod ", "#[cfg(all(test, "].iter().filter_map(|start| code.find(start)).min();
    code[..tests.unwrap_or(code.len())].to_owned()
}

/// Every path that `use` lines and the code name, written out: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            if !code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':') {
                written_out("", &code[at..], &mut found);
            }
        }
    }
    // `use child::Item;` in a folder's own file.
    for line in code.split('\n').map(str::trim) {
        let used = ["pub use ", "pub(super) use ", "pub(crate) use ", "use "]
            .iter()
            .find_map(|word| line.strip_prefix(word));
        if let Some(rest) = used {
            let at = code.find(line).map_or(0, |at| at + line.len() - rest.len());
            written_out("self::", &code[at..], &mut found);
        }
    }
    found
}

/// Reads one path of a `use` tree after `before`, and returns how many bytes it took.
fn written_out(before: &str, rest: &str, found: &mut Vec<String>) -> usize {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':' || c == '*';
    let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
    let path = format!("{before}{}", &rest[..end]);
    if !path.ends_with("::") || !rest[end..].starts_with('{') {
        found.push(path.trim_end_matches("::*").trim_end_matches(':').to_owned());
        return end;
    }
    let mut at = end + 1;
    while at < rest.len() && !rest[at..].starts_with('}') {
        let c = rest[at..].chars().next().unwrap_or(' ');
        if word(c) { at += written_out(&path, &rest[at..], found).max(1) } else { at += c.len_utf8() }
    }
    at + 1
}

/// True if code defines a thing.
fn defines(code: &str, name: &str) -> bool {
    ["struct", "enum", "fn", "type", "trait", "const", "static"].iter().any(|kind| {
        code.match_indices(&format!("{kind} {name}")).any(|(at, found)| {
            !code[at + found.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        })
    })
}

/// The file that defines what a door hands on; the door itself if it does, or if nobody is found.
fn behind(door: &str, name: &str, files: &BTreeMap<String, String>) -> String {
    if files.get(door).is_some_and(|code| defines(code, name)) {
        return door.to_owned();
    }
    let below = format!("{door}::");
    let found = files.iter().find(|(one, code)| one.starts_with(&below) && defines(code, name));
    found.map_or_else(|| door.to_owned(), |(one, _)| one.clone())
}

/// The modules among `files` that one of them names.
fn names(me: &str, code: &str, files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    // `child::thing()` in a folder's own file.
    let below = format!("{me}::");
    let children = files.keys().filter_map(|one| one.strip_prefix(&below)).filter(|one| !one.contains("::"));
    let of_children = children.filter(|child| {
        let path = format!("{child}::");
        let mut before = code.match_indices(&path).map(|(at, _)| &code[..at]);
        before.any(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':'))
    });
    for path in paths(code).into_iter().chain(of_children.map(|child| format!("self::{child}"))) {
        let mut place: Vec<&str> = me.split("::").collect();
        for (at, part) in path.split("::").enumerate() {
            match part {
                "crate" if at == 0 => place.clear(),
                "self" => {}
                "super" => drop(place.pop()),
                part => place.push(part),
            }
        }
        let mut thing = "";
        while !place.is_empty() && !files.contains_key(&place.join("::")) {
            thing = place.pop().unwrap_or_default();
        }
        let door = place.join("::");
        let other = if thing.is_empty() { door } else { behind(&door, thing, files) };
        if !other.is_empty() && other != me {
            named.insert(other);
        }
    }
    named
}

/// The files that lead back to themselves, each with one it names on the way.
fn circles(graph: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let reach = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(one) = next.pop() {
            for other in graph.get(&one).into_iter().flatten() {
                if seen.insert(other.clone()) {
                    next.push(other.clone());
                }
            }
        }
        seen
    };
    let all: BTreeMap<&String, BTreeSet<String>> = graph.keys().map(|one| (one, reach(one))).collect();
    let back = |from: &String, to: &String| all.get(to).is_some_and(|seen| seen.contains(from));
    graph
        .iter()
        .flat_map(|(from, to)| {
            to.iter().filter(|other| back(from, other)).map(move |other| format!("{from} -> {other}"))
        })
        .collect()
}

/// The graph of a room's files.
fn graph(room: &str) -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<String, String> = program()
        .iter()
        .map(|(path, text)| (module(path), own_code(text)))
        .filter(|(me, _)| me == room || me.starts_with(&format!("{room}::")))
        .collect();
    files.iter().map(|(me, code)| (me.clone(), names(me, code, &files))).collect()
}

#[test]
fn rooms_have_no_circle_of_files() {
    let faults: Vec<String> = HELD.iter().flat_map(|room| circles(&graph(room))).collect();
    let arrows = graph("view").values().map(BTreeSet::len).sum::<usize>();
    assert!(arrows > 200, "only {arrows} arrows are seen in view");
    assert!(faults.is_empty(), "these lead back to where they come from:\n{}", faults.join("\n"));
}

#[test]
fn a_circle_is_seen() {
    let files = [
        ("a", "pub fn g() {}"),
        ("a::b", "pub struct Z;"),
        ("a::c", "pub use d::X;"),
        ("a::c::d", "pub enum X {}"),
    ];
    let files: BTreeMap<String, String> = files.map(|(one, code)| (one.to_owned(), code.to_owned())).into();
    let of = |me: &str, code: &str| names(me, code, &files).into_iter().collect::<Vec<_>>();
    assert_eq!(of("a::b", "use super::c::X;\nuse super::g;"), ["a", "a::c::d"]);
    assert_eq!(
        of("a::b", "use super::c::{self, d::{X, Y}};\nfn f() { crate::a::g() }"),
        ["a", "a::c", "a::c::d"]
    );
    assert_eq!(of("a", "pub use b::{self, Z};\nuse std::fmt;\nmod c;"), ["a::b"]);
    assert_eq!(of("a", "mod b;\nfn f() { c::g(); x::b::g(); _b::g() }"), ["a::c"]);
    assert_eq!(of("a::c::d", "use super::super::b;"), ["a::b"]);
    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        graph
    };
    assert!(circles(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    assert_eq!(circles(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])), ["b -> c", "c -> b"]);
}
