//! Verdicts held to tables: `tests/verdicts/<name>/` and the sites of `tests/sites/` that have one.
//!
//! Each `expected.csv` says what holds on which day: `as_of,target,status,low,high,says,never`. A case is laid
//! over `tests/verdicts/_base/`; a site stands by itself. `tests/refusals/<name>/` are contents that have to be
//! refused, with the place of the fault. What does not hold yet is listed in `pending.txt` of either folder: a
//! row listed there that holds is a failure, so the list can only get shorter. tests/fixtures.md
//! explains the columns.

use crate::tables::{Row, pending, rows, settle};
use rust_decimal::Decimal;
use serde_json::Value;
use shanhai::diagnostic::{Diagnostic, Severity};
use shanhai::tree::FileTree;
use shanhai::{disk, exchange, pipeline};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The folders with a table, in order of their names.
fn cases(folder: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(tests().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = all.filter(|path| path.join("expected.csv").exists()).collect();
    cases.sort();
    cases
}

/// A case's content over that of `_base`.
fn laid_over_base(case: &Path) -> FileTree {
    let mut tree = FileTree::new();
    for folder in [&tests().join("verdicts/_base"), case] {
        let (files, found) = disk::read(&folder.join("content"), "content");
        assert!(found.is_empty(), "{}: {found:?}", folder.display());
        for (path, bytes) in files.iter() {
            tree.put(path, bytes.clone());
        }
    }
    tree
}

/// Judges some content as of a day; what is said of it is read from the data file, as any reader would.
fn report(content: &FileTree, as_of: &str) -> Result<Value, String> {
    let checked = pipeline::judge(content, Some(as_of.parse().unwrap()));
    let (report, evaluation) = checked.judged.ok_or_else(|| errors(&checked.diagnostics))?;
    let bytes = exchange::file(&report, &evaluation, "data/report.json").unwrap();
    Ok(serde_json::from_slice(&bytes).unwrap())
}

fn errors(found: &[Diagnostic]) -> String {
    let errors = found.iter().filter(|one| one.code.severity() == Severity::Error);
    let said: Vec<_> = errors.map(|one| format!("{}: {}", one.origin, one.message)).collect();
    format!("refused: {}", said.join("; "))
}

/// The verdict of `indicator`, `indicator#2` (its second target) or a target's full id.
fn verdict<'r>(report: &'r Value, target: &str) -> Option<&'r Value> {
    let (id, place) = target.split_once('#').unwrap_or((target, "1"));
    let id = id.split('@').next().unwrap();
    let indicator = report["indicators"].as_array()?.iter().find(|one| one["id"] == id)?;
    let verdicts = indicator["verdicts"].as_array()?;
    if target.contains('@') {
        return verdicts.iter().find(|one| one["target"] == target);
    }
    verdicts.get(place.parse::<usize>().unwrap() - 1)
}

/// What a verdict says, as words: its flags, its reasons, and of each reason why, for which days and of whom.
fn said(verdict: &Value) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (key, value) in verdict.as_object().unwrap() {
        match value {
            Value::Bool(true) => drop(all.insert(key.clone())),
            Value::Null => drop(all.insert(format!("{key}=null"))),
            _ => {}
        }
    }
    let reasons = verdict["reasons"].as_array().into_iter().flatten().chain(verdict.get("settled_by"));
    for reason in reasons.filter(|reason| !reason.is_null()) {
        let text = |key: &str| reason.get(key).and_then(Value::as_str);
        let name = text("reason").unwrap_or("needs");
        let days = text("start").zip(text("end")).map(|(start, end)| format!("{start}..{end}"));
        let details = [text("why").map(str::to_owned), days, text("scope").map(str::to_owned)];
        all.extend(details.into_iter().flatten().map(|detail| format!("{name}:{detail}")));
        all.insert(name.to_owned());
    }
    all
}

/// Why a row does not hold, if it does not.
fn wrong(row: &Row, report: &Result<Value, String>) -> Option<String> {
    let report = match report {
        Ok(report) => report,
        Err(why) => return Some(why.clone()),
    };
    let Some(verdict) = verdict(report, row.get("target")) else {
        return (row.get("status") != "none").then(|| "there is no such target".to_owned());
    };
    let status = verdict["status"].as_str().unwrap();
    if !row.get("status").split('|').any(|wanted| wanted == status) {
        return Some(format!("is {status}, not {}", row.get("status")));
    }
    for end in ["low", "high"] {
        let number = |text: &str| text.parse::<Decimal>().ok();
        let is = verdict[end].as_str();
        let holds = match row.get(end) {
            "" => true,
            "-" => is.is_none(),
            wanted => is.and_then(number) == Some(number(wanted).unwrap()),
        };
        if !holds {
            return Some(format!("{end} is {is:?}, not {}", row.get(end)));
        }
    }
    let said = said(verdict);
    let missing = row.get("says").split_whitespace().find(|key| !said.contains(*key));
    let denied = row.get("never").split_whitespace().find(|key| said.contains(*key));
    missing
        .map(|key| format!("does not say {key}: {said:?}"))
        .or_else(|| denied.map(|key| format!("says {key}: {said:?}")))
}

#[test]
fn every_verdict_is_the_one_written_down() {
    let mut wrongs = Vec::new();
    let sites = cases("sites").into_iter().map(|case| {
        let (files, found) = disk::read(&case.join("content"), "content");
        assert!(found.is_empty(), "{found:?}");
        (case, files)
    });
    let small = cases("verdicts").into_iter().map(|case| {
        let files = laid_over_base(&case);
        (case, files)
    });
    let mut known = BTreeSet::new();
    for (case, content) in small.chain(sites) {
        let name = case.file_name().unwrap().to_str().unwrap();
        let rows = rows(&case.join("expected.csv"), "as_of,target,status,low,high,says,never");
        let days: BTreeSet<&str> = rows.iter().map(|row| row.get("as_of")).collect();
        let judged: BTreeMap<&str, _> = days.into_iter().map(|day| (day, report(&content, day))).collect();
        for row in &rows {
            let as_of = row.get("as_of");
            let key = format!("{name} {as_of} {}", row.get("target"));
            assert!(known.insert(key.clone()), "{key} stands twice");
            wrongs.push((key, wrong(row, &judged[as_of])));
        }
    }
    assert!(known.len() > 200, "only {} rows", known.len());
    settle(&tests().join("verdicts/pending.txt"), &wrongs);
}

/// Whether a fault is the one of a row: in the file, on the line that holds the words, with the code and saying
/// what is asked.
fn is_the_fault(row: &Row, content: &FileTree, fault: &Diagnostic) -> bool {
    let origin = &fault.origin;
    let text = content.text(&origin.file).unwrap_or_default();
    let line = text.lines().nth(origin.line.saturating_sub(1)).unwrap_or_default();
    let words = format!("{} {}", fault.message, fault.hint.as_deref().unwrap_or_default());
    fault.code.severity() == Severity::Error
        && origin.file.ends_with(row.get("file"))
        && line.contains(row.get("line"))
        && (row.get("code").is_empty() || row.get("code").split('|').any(|code| code == fault.code.as_str()))
        && row.get("says").split('|').all(|part| words.contains(part))
}

#[test]
fn what_cannot_hold_is_refused_where_it_stands() {
    let mut wrongs = Vec::new();
    for case in cases("refusals") {
        let content = laid_over_base(&case);
        let found = pipeline::judge(&content, None).diagnostics;
        let name = case.file_name().unwrap().to_str().unwrap();
        for (place, row) in rows(&case.join("expected.csv"), "file,line,code,says").iter().enumerate() {
            let refused = found.iter().any(|fault| is_the_fault(row, &content, fault));
            wrongs.push((format!("{name} {}", place + 1), (!refused).then(|| errors(&found))));
        }
    }
    assert!(wrongs.len() > 15, "only {} rows", wrongs.len());
    settle(&tests().join("refusals/pending.txt"), &wrongs);
}

/// The invented sites are as an office would publish them: `check` has nothing to say.
#[test]
fn the_invented_sites_have_no_fault() {
    for site in cases("sites") {
        let (content, _) = disk::read(&site.join("content"), "content");
        let found = pipeline::check(&content, None).diagnostics;
        assert!(found.is_empty(), "{}: {found:?}", site.display());
    }
}

/// What the cases share has no fault itself, so that what is refused is the case's own.
#[test]
fn the_base_of_the_cases_has_no_fault() {
    let found = pipeline::judge(&laid_over_base(&tests().join("verdicts/_base")), None).diagnostics;
    assert!(found.is_empty(), "{found:?}");
    assert!(pending("# why\none 2020-01-01 x\n\n").contains("one 2020-01-01 x"));
}
