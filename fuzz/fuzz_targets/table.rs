//! A table of figures in the midst of a content that is right: rows are figures or faults; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shanhai::load::load;
use shanhai::tree::FileTree;

/// The rest of the content: the one that the fixtures of faults are laid over.
const CONTENT: &[(&str, &str)] = &[
    ("content/indicators/station.yaml", include_str!("../../tests/diagnostics/_base/content/indicators/station.yaml")),
    ("content/indicators/workers.yaml", include_str!("../../tests/diagnostics/_base/content/indicators/workers.yaml")),
    ("content/partnerships.yaml", include_str!("../../tests/diagnostics/_base/content/partnerships.yaml")),
    ("content/plans/plan-2018.yaml", include_str!("../../tests/diagnostics/_base/content/plans/plan-2018.yaml")),
    ("content/site.yaml", include_str!("../../tests/diagnostics/_base/content/site.yaml")),
    ("content/sources/news-2021.yaml", include_str!("../../tests/diagnostics/_base/content/sources/news-2021.yaml")),
    ("content/sources/plan-document.yaml", include_str!("../../tests/diagnostics/_base/content/sources/plan-document.yaml")),
    ("content/stories/li-village/index.md", include_str!("../../tests/diagnostics/_base/content/stories/li-village/index.md")),
    ("content/units.yaml", include_str!("../../tests/diagnostics/_base/content/units.yaml")),
];

fuzz_target!(|text: &str| {
    let mut tree = FileTree::new();
    for (path, content) in CONTENT {
        tree.add(*path, content.as_bytes()).expect("each path once");
    }
    tree.add("content/actuals/news-2021.csv", text.as_bytes()).expect("each path once");
    let loaded = load(&tree);
    for found in &loaded.diagnostics {
        assert!(found.origin.line > 0, "{found:?} has no line");
    }
});
