//! What a drawing says is what was reported: the labels of every series of the frozen sites, read back from the
//! pictures against the data, and where their points lie against their labels.

use crate::project::Project;
use crate::sites::{Files, build, frozen};
use roxmltree::{Document, Node};
use serde_json::Value;
use std::path::Path;

/// A point of a drawing: its figure as written there, where it lies, and what its tooltip says.
#[derive(Debug)]
struct Point {
    label: String,
    height: f64,
    tip: String,
}

/// The points of each plot of a drawing.
fn plots(svg: &str) -> Vec<Vec<Point>> {
    let document = Document::parse(svg).unwrap();
    let class = |node: Node<'_, '_>, name: &str| node.attribute("class") == Some(name);
    let plots = document.descendants().filter(|node| class(*node, "marks"));
    plots
        .map(|plot| {
            plot.children().filter(|node| class(*node, "m")).filter_map(|mark| point(&mark)).collect()
        })
        .collect()
}

/// The point of a mark that is one: a circle with a figure.
fn point(mark: &Node<'_, '_>) -> Option<Point> {
    let tip = mark.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")))?;
    let mut circles = mark.descendants().filter_map(|node| node.attribute("d")).filter(|d| d.contains('A'));
    let (_, height) = circles.next()?.strip_prefix('M')?.split_once('A')?.0.split_once(' ')?;
    let text = mark.descendants().find(|node| node.tag_name().name() == "text")?.text()?;
    let tip = tip.text()?.to_owned();
    Some(Point { label: text.to_owned(), height: height.parse().ok()?, tip })
}

/// The first number of a label.
fn number(label: &str) -> f64 {
    let label = label.replace('−', "-").replace(',', "");
    let from = label.find(|c: char| c.is_ascii_digit() || c == '-').unwrap();
    let rest = &label[from..];
    let to = rest[1..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |at| at + 1);
    rest[..to].trim_end_matches('.').parse().unwrap()
}

/// Why the points of one plot are no true picture; empty if they are one.
fn faults(points: &[Point], written: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for point in points {
        let value = number(&point.label);
        if !written.iter().any(|one| (number(one) - value).abs() < 1e-9) {
            faults.push(format!("{} was never reported", point.label));
        }
        if !point.tip.replace(',', "").contains(&point.label.replace(',', "")) {
            faults.push(format!("{} stands at {}", point.label, point.tip));
        }
    }
    // On one scale equal steps are equally high.
    let ends = points.iter().map(|point| (number(&point.label), point.height));
    let least = ends.clone().min_by(|one, other| one.0.total_cmp(&other.0));
    let most = ends.clone().max_by(|one, other| one.0.total_cmp(&other.0));
    if let (Some(least), Some(most)) = (least, most) {
        for (value, height) in ends {
            let share = if most.0 > least.0 { (value - least.0) / (most.0 - least.0) } else { 0.0 };
            let expected = least.1 + (most.1 - least.1) * share;
            if (expected - height).abs() > 0.6 || most.1 > least.1 + 0.6 {
                faults.push(format!("{value} lies at {height}, and {expected} is its place"));
            }
        }
    }
    faults
}

fn read_back(files: &Files) -> (usize, Vec<String>) {
    let report: Value = serde_json::from_slice(&files["data/report.json"]).unwrap();
    let (mut seen, mut all) = (0, Vec::new());
    for indicator in report["indicators"].as_array().unwrap() {
        let id = indicator["id"].as_str().unwrap();
        let Some(svg) = files.get(&format!("indicators/{id}/chart.svg")) else { continue };
        let lists = [&indicator["baselines"], &indicator["actuals"]];
        let figures = lists.into_iter().filter_map(Value::as_array).flatten();
        let written: Vec<String> = figures
            .filter_map(|figure| figure["as_written"].as_str())
            .filter(|text| text.contains(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect();
        for points in plots(std::str::from_utf8(svg).unwrap()) {
            seen += points.len();
            all.extend(faults(&points, &written).into_iter().map(|fault| format!("{id}: {fault}")));
        }
    }
    (seen, all)
}

#[test]
fn the_labels_of_a_series_are_what_was_reported_and_its_points_lie_where_they_say() {
    for (site, least) in [("city", 100), ("results", 25)] {
        let folder = tempfile::tempdir().unwrap();
        let (seen, faults) = read_back(&build(&frozen(site), folder.path(), &[]));
        assert!(faults.is_empty(), "{site}: {faults:#?}");
        assert!(seen > least, "{site}: only {seen} points were read back");
    }
}

#[test]
fn a_false_picture_is_seen() {
    let point = |label: &str, height: f64| Point { label: label.into(), height, tip: label.into() };
    let written = ["−3.1%", "−5.4%", "−9.2%"].map(str::to_owned);
    let of = |points: &[Point]| faults(points, &written).len();
    assert_eq!(of(&[point("−3.1%", 31.0), point("−5.4%", 54.0), point("−9.2%", 92.0)]), 0);
    assert_eq!(of(&[point("−3.1%", 31.0), point("−5.4%", 40.0), point("−9.2%", 92.0)]), 1, "too high");
    assert_eq!(of(&[point("−3.1%", 31.0), point("−5.5%", 55.0)]), 1, "a figure that nobody reported");
    assert!(of(&[point("−3.1%", 92.0), point("−9.2%", 31.0)]) > 0, "upside down");
}

/// A small site with one indicator of two points and a target.
fn chart(indicator: &str) -> String {
    let project = Project::new();
    project.overlay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"));
    for path in ["stories", "indicators"] {
        std::fs::remove_dir_all(project.path(&format!("content/{path}"))).unwrap();
    }
    project.put(
        "content/indicators/one.yaml",
        indicator.replace(" }\n", ", source: news-2021, locator: 第1段 }\n"),
    );
    project.run(&["build"]).exit(0);
    project.text("output/indicators/one/chart.svg")
}

#[test]
fn a_state_with_its_baseline_path_and_target_is_a_series() {
    let svg = chart(
        "title: 数\nbetter: higher\nunit: person\nscope: jia-yi\nmeasure: stock\nplan: plan-2018\ntask: \"1.1\"\n\
         baseline: { at: 2017-12-31, value: 10 }\ntargets:\n  - { by: 2020-12-31, at_least: 40 }\nactuals:\n  - { at: \
         2018-12-31, value: 18 }\n  - { at: 2019-12-31, value: 24, provisional: true }\n",
    );
    for words in ["基期", "已公布", "初步数或估计数", "计划进度", ">≥40人<", ">24人<", ">2017<", ">2020<"]
    {
        assert!(svg.contains(words), "{words}: {svg}");
    }
}
