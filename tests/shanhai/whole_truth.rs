//! What `check` lets pass can be built: small edits at random of the starter site and of a frozen one, and after each
//! either `check` names an error, or the site and all briefs are made.
//!
//! `SHANHAI_EDITS=2000` tries as many.

use crate::project::Project;
use crate::sites::frozen;
use proptest::prelude::*;
use shanhai::brief::Printer;
use shanhai::diagnostic::{Diagnostic, Severity};
use shanhai::disk;
use shanhai::locale::Locale;
use shanhai::model::Report;
use shanhai::pipeline::{self, BriefOrder, Checked};
use shanhai::site::Theme;
use shanhai::tree::FileTree;
use shanhai::view::BriefKey;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

type Files = BTreeMap<String, Arc<[u8]>>;

/// What is put into a file, or in the place of one of its words.
const ODD: &[&str] = &[
    "",
    "0",
    "-1",
    "42",
    "9",
    "万",
    "%",
    "999999999999999999999999999999",
    "1,0",
    "2022",
    "2022-13",
    "2022..2024",
    "2200-12-31",
    "1899",
    "..",
    "zh-Hans",
    "zh-Hant",
    "en",
    "english",
    "中文",
    "𪚥",
    "\u{10ffff}",
    "\u{202e}",
    "&#x202e;",
    "\"\\u202e\"",
    "\u{200b}",
    "\u{ad}",
    "👩‍👩‍👧",
    "é̸",
    "![x](chart:trainees)\n",
    "\n\n![](chart:clinics)\n\n",
    "\n\n#### 小标题\n\n",
    "\n\n# 大标题\n\n",
    "\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n",
    "[^1]",
    "\n\n[^1]: [^1]\n\n",
    "\n> > > 引\n\n",
    "\n- a\n  - b\n    - c\n\n",
    "[](figure:clinics@2024-12-31)",
    "[](count:three-year-plan)",
    "javascript:alert(1)",
    "https://example.org/",
    "null",
    "true",
    "~",
    "{}",
    "[]",
    "[a, a]",
    ": ",
    "'",
    "\"",
    "#",
    "|\n",
    "flow",
    "stock",
    "rate",
    "growth",
    "milestone",
    "person",
    "percent",
    "lower",
    "higher",
    "trainees",
    "clinics",
    "index",
    "con",
    "\t",
    "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长",
    "<script>alert(1)</script>",
    "{{ title }}",
    "\n",
];

fn starter() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| read(&Project::starter().path("content")))
}

fn city() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| read(&frozen("city")))
}

fn read(folder: &std::path::Path) -> Files {
    let (tree, found) = disk::read(folder, "content");
    assert!(found.is_empty());
    tree.iter().map(|(path, bytes)| (path.to_owned(), Arc::clone(bytes))).collect()
}

/// One edit of one file: which of its lines, which of the words there, what is done, and what is put there.
type Edit = (usize, usize, usize, u8, usize);

fn edit(files: &mut Files, (file, line, word, what, odd): Edit) {
    let texts: Vec<&String> = files.keys().filter(|path| !path.ends_with(".jpg")).collect();
    let path = texts[file % texts.len()].clone();
    let Ok(text) = String::from_utf8(files[&path].to_vec()) else { return };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return;
    }
    let (at, odd) = (line % lines.len(), ODD[odd % ODD.len()]);
    match what % 6 {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.insert(at, odd.to_owned()),
        3 => {
            let other = word % lines.len();
            lines.swap(at, other);
        }
        what => {
            let words: Vec<(usize, usize)> = words(&lines[at]);
            let Some((start, end)) = words.get(word % words.len().max(1)).copied() else { return };
            let end = if what == 4 { end } else { start };
            lines[at].replace_range(start..end, odd);
        }
    }
    files.insert(path, (lines.join("\n") + "\n").into_bytes().into());
}

/// Where the words of a line stand.
fn words(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let part = c.is_alphanumeric() || matches!(c, '-' | '.');
        match (start, part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn errors(found: &[Diagnostic]) -> Vec<String> {
    let errors = found.iter().filter(|one| one.severity() == Severity::Error);
    errors
        .map(|one| format!("{} {} {} ({:?})", one.origin, one.code.as_str(), one.message, one.hint))
        .collect()
}

fn keys(report: &Report) -> Vec<BriefKey> {
    let written = report.briefs.keys().cloned().map(BriefKey::Written);
    let plans = report.plans.keys().cloned().map(BriefKey::Plan);
    let actions = report.plans.values().flat_map(|plan| &plan.actions);
    let actions = actions.map(|action| BriefKey::Action(action.id.clone()));
    let units = report.units.keys().cloned().map(BriefKey::Unit);
    let places = report.scopes.iter().map(|scope| BriefKey::Partnership(scope.id.clone()));
    written.chain(plans).chain(actions).chain(units).chain(places).collect()
}

fn holds(files: &Files) -> Result<(), String> {
    let mut content = FileTree::new();
    for (path, bytes) in files {
        content.add(path, Arc::clone(bytes)).unwrap();
    }
    let Checked { judged, diagnostics } = pipeline::check(&content, None);
    let found = errors(&diagnostics);
    if let Some(ours) = found.iter().find(|one| one.contains("fault of shanhai")) {
        return Err(format!("said to be a fault of ours: {ours}"));
    }
    let Some((report, evaluation)) = judged.filter(|_| found.is_empty()) else { return Ok(()) };
    let none = FileTree::new();
    let built = pipeline::build(&content, &none, &none, None);
    let found = errors(&built.diagnostics);
    if built.value.is_none() || !found.is_empty() {
        return Err(format!("check is clean, build is not: {found:#?}"));
    }
    let locales: Vec<Locale> =
        report.site.languages.iter().filter_map(|lang| Locale::of(&report.site, lang)).collect();
    let formats: &[&str] = if cfg!(feature = "pdf") { &["pdf", "html", "docx"] } else { &["html", "docx"] };
    let keys = keys(&report);
    let order = BriefOrder { keys: &keys, locales: &locales, formats };
    let theme = Theme::new(&none).unwrap();
    let (_, found) = pipeline::briefs(&report, &evaluation, &theme, &Printer::default(), &order);
    let found = errors(&found);
    if found.is_empty() { Ok(()) } else { Err(format!("check is clean, briefs are not: {found:#?}")) }
}

fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("SHANHAI_EDITS").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(few), failure_persistence: None, ..ProptestConfig::default() }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    proptest::collection::vec((0usize..1000, 0usize..1000, 0usize..100, any::<u8>(), 0usize..1000), 1..4)
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn what_check_lets_pass_of_the_starter_site_is_built(edits in edits()) {
        let mut files = starter().clone();
        for one in edits {
            edit(&mut files, one);
        }
        holds(&files).map_err(TestCaseError::fail)?;
    }
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn what_check_lets_pass_of_a_large_site_is_built(edits in edits()) {
        let mut files = city().clone();
        for one in edits {
            edit(&mut files, one);
        }
        holds(&files).map_err(TestCaseError::fail)?;
    }
}
