//! Example charts: the gallery and the tests at once. Their data is invented.
//!
//! `SHANHAI_BLESS=1` writes the golden files under `tests/golden/charts`; without it they are
//! compared.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes its golden files")]

use std::collections::BTreeMap;
use std::path::Path;

use super::check;
use super::*;

mod columns;
mod english;
mod figures;
mod lists;
mod places;
mod series;
mod strange;

const ACTUAL: (Swatch, &str) = (Swatch::Actual, "实际");
const PLAN: (Swatch, &str) = (Swatch::PlanExact, "计划");
const FLOOR: (Swatch, &str) = (Swatch::PlanMinimum, "计划下限");
const PART: (Swatch, &str) = (Swatch::Part, "未满年度");
const BOUNDS: (Swatch, &str) = (Swatch::Bounds, "只知上下限");

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
        self.key =
            items.iter().map(|(swatch, label)| KeyItem { swatch: *swatch, label: (*label).into() }).collect();
        self
    }

    fn note(mut self, note: &str) -> Self {
        self.notes.push(note.into());
        self
    }
}

#[allow(clippy::unnecessary_wraps, reason = "examples fill optional fields")]
fn verdict(status: Status, text: &str) -> Option<Verdict> {
    Some(Verdict { status, text: text.into() })
}

fn tip(text: &str) -> Interaction {
    Interaction { tip: Some(text.into()), href: None }
}

#[allow(clippy::unnecessary_wraps, reason = "examples fill optional fields")]
fn minimum(value: f64, label: &str) -> Option<Plan> {
    Some(Plan { kind: PlanKind::Minimum(value), label: label.into() })
}

#[allow(clippy::unnecessary_wraps, reason = "examples fill optional fields")]
fn exactly(value: f64, label: &str) -> Option<Plan> {
    Some(Plan { kind: PlanKind::Exact(value), label: label.into() })
}

fn plain() -> Interaction {
    Interaction::default()
}

const STATUS_KEY: [(Swatch, &str); 7] = [
    (Swatch::Status(Status::Met), "达到"),
    (Swatch::Status(Status::UnderWay), "进行中"),
    (Swatch::Status(Status::Missed), "未达到"),
    (Swatch::Status(Status::Undetermined), "未定"),
    (Swatch::Status(Status::NotComparable), "不可比"),
    (Swatch::Status(Status::NoData), "无数据"),
    (Swatch::Status(Status::NotDue), "未到期"),
];

/// Every example, in the order of the gallery.
fn all() -> Vec<ChartSpec> {
    let mut all = columns::all();
    all.extend(figures::all());
    all.extend(lists::all());
    all.extend(places::all());
    all.extend(english::all());
    all.extend(series::all());
    all.extend(strange::all());
    all
}

#[test]
fn gallery_is_sound() {
    for spec in all() {
        for style in [Style::FILE, Style::FIGURE] {
            let svg = draw(&spec, style);
            check::sound(&svg).unwrap_or_else(|fault| panic!("{}: {fault}", spec.id));
            check::no_covered_text(&svg).unwrap_or_else(|fault| panic!("{}: {fault}", spec.id));
            check::no_overlap(&svg).unwrap_or_else(|fault| panic!("{}: {fault}", spec.id));
        }
    }
}

#[test]
fn gallery_matches_its_golden_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let drawn: BTreeMap<String, String> =
        all().iter().map(|spec| (format!("{}.svg", spec.id), draw(spec, Style::FILE))).collect();
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
    assert!(changed.is_empty(), "differ from tests/golden/charts (SHANHAI_BLESS=1 rewrites): {changed:?}");
}

/// 328 CSS pixels is what a phone of 360 leaves a drawing: no type is below 11 there, no figure below 12.
#[test]
fn type_is_large_enough_for_a_phone() {
    for spec in all() {
        let svg = draw(&spec, Style::FILE);
        for size in svg.split("font-size=\"").skip(1) {
            let size: f64 = size.split('"').next().unwrap().parse().unwrap();
            assert!(size * 328.0 / 360.0 >= 11.0, "{}: {size}", spec.id);
        }
    }
    for kind in [paint::LABEL, paint::NAME, paint::PLAN, paint::FIGURE] {
        assert!(kind.size * 328.0 / 360.0 >= 12.0, "{kind:?}");
    }
}

#[test]
fn no_published_figure_of_a_trend_is_left_out() {
    for spec in all() {
        let Plot::Trend(trend) = &spec.plot else { continue };
        let svg = draw(&spec, Style::FIGURE);
        for series in &trend.series {
            let figures = series.points.iter().filter_map(|point| point.value.as_ref());
            let labels =
                figures.map(|value| &value.label).chain(series.aims.iter().map(|aim| &aim.plan.label));
            for label in labels {
                assert!(svg.contains(&format!(">{label}</text>")), "{}: {label}", spec.id);
            }
        }
    }
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    for spec in all() {
        assert_eq!(draw(&spec, Style::FIGURE), draw(&spec, Style::FIGURE));
    }
}

#[test]
fn inline_drawings_carry_light_colours_and_no_style() {
    for spec in all() {
        let svg = draw(&spec, Style::FIGURE);
        assert!(!svg.contains("<style"), "{}", spec.id);
        // Every class that a page colours has the light colour beside it.
        for mark in svg.split(" class=\"f-").skip(1) {
            assert!(mark.split('>').next().is_some_and(|tag| tag.contains("=\"#")), "{}", spec.id);
        }
        assert!(!svg.contains(&format!(">{}</text>", spec.title)), "{}", spec.id);
    }
}
