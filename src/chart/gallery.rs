//! Example charts: the gallery and the tests at once. Their data is invented.
//!
//! `SHANHAI_BLESS=1` writes the golden files under `tests/golden/charts`; without it they are
//! compared.

use std::path::Path;

use super::check;
use super::*;

mod examples;
mod lists;
mod strange;

/// A chart with everything but its plot.
fn framed(id: &str, title: &str, subtitle: &str, plot: Plot) -> ChartSpec {
    ChartSpec {
        id: id.into(),
        lang: "zh-Hans".into(),
        title: title.into(),
        subtitle: subtitle.into(),
        aria: format!("{title}。{subtitle}。"),
        key: Vec::new(),
        notes: Vec::new(),
        source: "资料来源：三年计划及年度总结（演示数据，非真实统计）".into(),
        plot,
    }
}

impl ChartSpec {
    fn key(mut self, items: &[(Swatch, &str)]) -> Self {
        self.key = items
            .iter()
            .map(|(swatch, label)| KeyItem {
                swatch: *swatch,
                label: (*label).into(),
            })
            .collect();
        self
    }

    fn note(mut self, note: &str) -> Self {
        self.notes.push(note.into());
        self
    }
}

fn verdict(status: Status, text: &str) -> Option<Verdict> {
    Some(Verdict {
        status,
        text: text.into(),
    })
}

fn tip(text: &str) -> Touch {
    Touch {
        tip: Some(text.into()),
        href: None,
    }
}

fn minimum(value: f64, label: &str) -> Option<Plan> {
    Some(Plan {
        kind: PlanKind::Minimum(value),
        label: label.into(),
    })
}

fn exactly(value: f64, label: &str) -> Option<Plan> {
    Some(Plan {
        kind: PlanKind::Exact(value),
        label: label.into(),
    })
}

/// Every example, in the order of the gallery.
fn all() -> Vec<ChartSpec> {
    let mut all = examples::all();
    all.extend(lists::all());
    all.extend(strange::all());
    all
}

#[test]
fn gallery_is_sound() {
    for spec in all() {
        for style in [Style::FILE, Style::FIGURE] {
            let svg = draw(&spec, style);
            check::sound(&svg).unwrap_or_else(|fault| panic!("{}: {fault}", spec.id));
            check::no_overlap(&svg).unwrap_or_else(|fault| panic!("{}: {fault}", spec.id));
        }
    }
}

#[test]
fn gallery_matches_its_golden_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let bless = std::env::var_os("SHANHAI_BLESS").is_some();
    let mut changed = Vec::new();
    for spec in all() {
        let path = folder.join(format!("{}.svg", spec.id));
        let svg = draw(&spec, Style::FILE);
        if bless {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, svg).unwrap();
        } else if std::fs::read_to_string(&path).ok().as_deref() != Some(svg.as_str()) {
            changed.push(spec.id);
        }
    }
    assert!(
        changed.is_empty(),
        "differ from tests/golden/charts (SHANHAI_BLESS=1 rewrites): {changed:?}"
    );
}

#[test]
fn gallery_has_no_orphans_and_unique_ids() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let mut named: Vec<String> = all()
        .into_iter()
        .map(|spec| format!("{}.svg", spec.id))
        .collect();
    named.sort();
    let count = named.len();
    named.dedup();
    assert_eq!(named.len(), count);
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, named);
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    for spec in all() {
        assert_eq!(draw(&spec, Style::FIGURE), draw(&spec, Style::FIGURE));
    }
}

#[test]
fn inline_drawings_carry_no_colours_and_no_style() {
    for spec in all() {
        let svg = draw(&spec, Style::FIGURE);
        assert!(!svg.contains("<style"), "{}", spec.id);
        assert!(!svg.contains("=\"#"), "{}", spec.id);
        assert!(
            !svg.contains(&format!(">{}</text>", spec.title)),
            "{}",
            spec.id
        );
    }
}
