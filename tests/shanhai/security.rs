//! What docs/security.md says is tried is there to be run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

/// The names of all tests.
fn tests() -> BTreeSet<String> {
    let files =
        ["src", "tests/shanhai"].into_iter().flat_map(|at| walkdir::WalkDir::new(repository().join(at)));
    let files =
        files.map(Result::unwrap).filter(|entry| entry.path().extension().is_some_and(|one| one == "rs"));
    let mut names = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file.path()).unwrap();
        let functions = text.split("fn ").skip(1).filter_map(|rest| rest.split_once('('));
        names.extend(functions.map(|(name, _)| name.to_owned()));
    }
    names
}

#[test]
fn every_attack_that_is_said_to_be_tried_has_its_command() {
    let (page, run, tests) = (text("docs/security.md"), text("tests/run"), tests());
    let held = page.split("## What is tried, and holds").nth(1).unwrap();
    let held = held.split("## What is not held").next().unwrap();
    let rows: Vec<&str> = held.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let (attack, tried) = row.trim_matches(['|', ' ']).split_once(" | ").unwrap();
        let commands: Vec<&str> = tried.split('`').skip(1).step_by(2).collect();
        assert!(!commands.is_empty(), "nothing tries: {attack}");
        for command in commands {
            let is_gate = run.contains(&format!("\ngate_{command}() {{"));
            let is_script =
                command.split(' ').nth(1).is_some_and(|script| repository().join(script).is_file());
            assert!(tests.contains(command) || is_gate || is_script, "{attack}: there is no {command}");
        }
    }
}
