//! The preview makes only what changed, and every byte is that of a full build.

use crate::project::Project;
use proptest::prelude::*;
use shanhai::diagnostic::Outcome;
use shanhai::disk;
use shanhai::load::Drafts;
use shanhai::pipeline::{self, Session};
use shanhai::tree::FileTree;
use std::collections::BTreeMap;
use std::sync::Arc;

type Files = BTreeMap<String, Arc<[u8]>>;

fn starter() -> Files {
    let project = Project::starter();
    let (tree, found) = disk::read(&project.path("content"), "content");
    assert!(found.is_empty());
    tree.iter().map(|(path, bytes)| (path.to_owned(), Arc::clone(bytes))).collect()
}

fn tree(files: &Files) -> FileTree {
    let mut tree = FileTree::new();
    for (path, bytes) in files {
        tree.add(path, Arc::clone(bytes)).unwrap();
    }
    tree
}

/// The full build over an earlier site, or nothing if the content has errors; and all that was found.
fn whole(files: &Files, earlier: &FileTree) -> (Option<FileTree>, Vec<String>) {
    let Outcome { value, diagnostics } = pipeline::build(&tree(files), &FileTree::new(), earlier, None);
    (value.map(|built| built.files), said(&diagnostics))
}

fn said(found: &[shanhai::diagnostic::Diagnostic]) -> Vec<String> {
    found.iter().map(|one| format!("{} {} {}", one.origin, one.code.as_str(), one.message)).collect()
}

/// Holds the session after an edit against a full build; `last` is the last good one.
fn same(session: &mut Session, files: &Files, last: &mut FileTree) {
    let found = session.make(&Arc::new(tree(files)), &FileTree::new());
    let (built, all) = whole(files, last);
    assert_eq!(said(&found), all);
    if let Some(built) = built {
        *last = built;
    }
    session
        .look(|site| {
            for (path, bytes) in last.iter() {
                let file = site.file(path).unwrap_or_else(|| panic!("{path} is not there")).unwrap();
                assert!(file == **bytes, "{path} differs from a full build");
            }
            for gone in ["indicators/gone/index.html", "en/index.html", "stories/gone/index.html", "x"] {
                assert_eq!(site.file(gone).is_some(), last.get(gone).is_some(), "{gone}");
            }
        })
        .expect("a site stands");
}

/// One edit: what is done, to which file of those that can be edited so, and a number.
fn edit(files: &mut Files, kind: u8, which: usize, number: u32) {
    let paths = |ending: &str| -> Vec<String> {
        files.keys().filter(|path| path.ends_with(ending)).cloned().collect()
    };
    let pick = |of: &[String]| (!of.is_empty()).then(|| of[which % of.len()].clone());
    let indicators =
        paths(".yaml").into_iter().filter(|path| path.contains("/indicators/")).collect::<Vec<_>>();
    let text = |files: &Files, path: &str| String::from_utf8(files[path].to_vec()).unwrap();
    match kind {
        // A value changes; the words of a story that state it may then be wrong.
        0 => {
            if let Some(path) = pick(&indicators) {
                let text = text(files, &path);
                let changed = text.replacen("value: ", &format!("value: {}", number % 9 + 1), 1);
                files.insert(path, changed.into_bytes().into());
            }
        }
        1 => {
            if let Some(path) = pick(&indicators) {
                let text = text(files, &path);
                files.insert(format!("content/indicators/new-{}.yaml", number % 4), text.into_bytes().into());
            }
        }
        2 => {
            if let Some(path) = pick(&paths("index.md")) {
                files.remove(&path);
            }
        }
        3 => {
            if let Some(path) = pick(&indicators) {
                let bytes = files.remove(&path).unwrap();
                files.insert(format!("content/indicators/moved/renamed-{}.yaml", number % 4), bytes);
            }
        }
        4 => {
            // Broken; the next edits go on, and one of them may mend it.
            if let Some(path) = pick(&paths(".yaml")) {
                let text = text(files, &path);
                let odd = ["\nodd: [", "\nunknown_key: 1\n", "\u{1}", ""][number as usize % 4];
                files.insert(path, format!("{text}{odd}").into_bytes().into());
            }
        }
        5 => *files = starter(),
        6 => {
            if let Some(path) = pick(&paths("index.md")) {
                let text = text(files, &path);
                let draft = text.contains("\ndraft: true");
                let changed = if draft {
                    text.replacen("\ndraft: true", "", 1)
                } else {
                    text.replacen("---\n", "---\ndraft: true\n", 1)
                };
                files.insert(path, changed.into_bytes().into());
            }
        }
        7 => {
            if let Some(path) = pick(&paths("index.md")) {
                let text = text(files, &path);
                files.insert(path, format!("{text}\n另一段 {number}。\n").into_bytes().into());
            }
        }
        8 => {
            let rows = format!(
                "indicator,period,value,locator\ntrainees,{},{}1,表\n",
                2023 + which % 3,
                number % 9 + 1
            );
            files.insert("content/actuals/bulletin-2025.csv".to_owned(), rows.into_bytes().into());
        }
        9 => {
            let path = "content/site.yaml".to_owned();
            let day = format!("report_date: 2026-0{}-01", number % 9 + 1);
            let lines = text(files, &path)
                .lines()
                .map(|line| if line.starts_with("report_date:") { day.clone() } else { line.to_owned() })
                .collect::<Vec<_>>();
            files.insert(path, (lines.join("\n") + "\n").into_bytes().into());
        }
        _ => {
            if let Some(path) = pick(&paths(".yaml")) {
                let text = text(files, &path);
                files.insert(path, format!("# {number}\n{text}").into_bytes().into());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_every_byte_is_that_of_a_full_build(
        edits in proptest::collection::vec((0u8..=10, 0usize..100, 0u32..1000), 1..8)
    ) {
        let mut files = starter();
        let mut session = Session::new(None, Drafts::LeftOut);
        let mut last = FileTree::new();
        same(&mut session, &files, &mut last);
        for (kind, which, number) in edits {
            edit(&mut files, kind, which, number);
            same(&mut session, &files, &mut last);
        }
    }
}

#[test]
fn a_draft_is_left_out_with_its_faults_and_shown_when_asked_for() {
    let mut files = starter();
    let path = "content/stories/zhang-village/index.md".to_owned();
    let text = String::from_utf8(files[&path].to_vec()).unwrap();
    let draft = text.replacen("---\n", "---\ndraft: true\n", 1) + "\n一共 88 人。\n";
    let page = "stories/draft/index.html";
    files.insert("content/stories/draft/index.md".to_owned(), draft.into_bytes().into());
    let (built, found) = whole(&files, &FileTree::new());
    assert!(built.expect("built").get(page).is_none() && found.is_empty(), "{found:?}");
    let mut session = Session::new(None, Drafts::Shown);
    let found = session.make(&Arc::new(tree(&files)), &FileTree::new());
    assert!(said(&found)[0].contains("unbound-number"), "{found:?}");
    assert!(session.look(|site| site.file(page).is_some()).unwrap());
    // A reference to it is a fault, which says why.
    let other = text + "\n[稿](story:draft)\n";
    files.insert(path, other.into_bytes().into());
    let (built, found) = whole(&files, &FileTree::new());
    assert!(built.is_none() && found[0].ends_with("the story \"draft\" is a draft"), "{found:?}");
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let mut files = starter();
    let mut session = Session::new(None, Drafts::LeftOut);
    let indicators = |session: &Session| {
        session
            .look(|site| site.index.report.indicators.values().map(Arc::as_ptr).collect::<Vec<_>>())
            .unwrap()
    };
    session.make(&Arc::new(tree(&files)), &FileTree::new());
    let before = indicators(&session);
    edit(&mut files, 7, 0, 5);
    session.make(&Arc::new(tree(&files)), &FileTree::new());
    assert_eq!(indicators(&session), before, "a story is no indicator");
    edit(&mut files, 0, 2, 5);
    session.make(&Arc::new(tree(&files)), &FileTree::new());
    let after = indicators(&session);
    assert_eq!(after.iter().zip(&before).filter(|(a, b)| a != b).count(), 1);
}
