//! Example charts: the gallery and the tests at once. Their data is invented.
//!
//! `SHANHAI_BLESS=1` writes the golden files under `tests/golden/charts`; without it they are
//! compared.

use std::collections::BTreeMap;
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
    let drawn: BTreeMap<String, String> = all()
        .iter()
        .map(|spec| (format!("{}.svg", spec.id), draw(spec, Style::FILE)))
        .collect();
    assert_eq!(drawn.len(), all().len(), "an id is used twice");
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, svg) in &drawn {
            std::fs::write(folder.join(name), svg).unwrap();
        }
    }
    let mut kept = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let svg = std::fs::read_to_string(entry.path()).unwrap();
        kept.insert(entry.file_name().into_string().unwrap(), svg);
    }
    let changed: Vec<&String> = drawn
        .keys()
        .chain(kept.keys().filter(|name| !drawn.contains_key(*name)))
        .filter(|name| drawn.get(*name) != kept.get(*name))
        .collect();
    assert!(
        changed.is_empty(),
        "differ from tests/golden/charts (SHANHAI_BLESS=1 rewrites): {changed:?}"
    );
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
