//! Which chart an indicator gets, each with content of its own; files, embedding, colours.

use crate::project::Project;
use std::collections::BTreeMap;
use std::path::Path;

const HEAD: &str = "title: 数\nbetter: higher\nunit: person\nscope: jia\n";

/// A small site: one scope with four places directly inside it.
fn project() -> Project {
    let project = Project::new();
    project.overlay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"));
    for path in ["stories", "indicators"] {
        std::fs::remove_dir_all(project.path(&format!("content/{path}"))).unwrap();
    }
    let place = |id: &str| format!("  {id}: {{ title: 甲—{id}, kind: place, part_of: jia }}\n");
    let places: String = ["dong", "nan", "xi", "bei"].map(place).concat();
    project.put(
        "content/partnerships.yaml",
        format!(
            "scopes:\n  jia-yi: {{ title: 甲市—乙县, kind: partnership }}\n  jia: {{ title: 甲, kind: partnership, \
             part_of: jia-yi }}\n{places}groups:\n  places: {{ title: 各地, members: [dong, nan, xi, bei] }}\n  \
             few: {{ title: 两地, members: [dong, nan] }}\n"
        ),
    );
    project
}

/// Targets and actuals of an indicator of the plan.
fn judged(measure: &str, rest: &str) -> String {
    format!("{HEAD}measure: {measure}\nplan: plan-2018\ntask: \"1.1\"\n{}", sourced(rest))
}

fn context(measure: &str, rest: &str) -> String {
    format!("{HEAD}measure: {measure}\n{}", sourced(rest))
}

fn sourced(rest: &str) -> String {
    rest.replace(" }\n", ", source: news-2021, locator: 第1段 }\n")
}

/// The chart file of the one indicator.
fn chart(indicator: &str) -> String {
    let project = project();
    project.put("content/indicators/one.yaml", indicator);
    project.run(&["build"]).exit(0);
    project.text("output/indicators/one/chart.svg")
}

const YEARLY: &str = "targets:\n  - { each: year, at_least: 100 }\n";

#[test]
fn yearly_targets_are_columns() {
    let svg = chart(&judged("flow", &format!("{YEARLY}actuals:\n  - {{ period: 2019, value: 120 }}\n")));
    assert!(svg.contains("120%") && svg.contains(">2018年<") && svg.contains("≥100人"), "{svg}");
}

#[test]
fn a_target_over_several_years_is_a_running_total() {
    let content = format!(
        "{YEARLY}  - {{ over: 2018..2020, at_least: 300 }}\nactuals:\n  - {{ period: 2018, value: 110 }}\n  - {{ \
         period: 2019, value: 120 }}\n  - {{ period: 2020-01..2020-05, value: 50 }}\n"
    );
    let svg = chart(&judged("flow", &content));
    // Totals, not the years: 110, 230, 280, against 100, 200, 300.
    for words in ["110人", "230人", "280人", "≥200人", "≥300人", "115%", "截至2020年5月31日", "以前"]
    {
        assert!(svg.contains(words), "{words}: {svg}");
    }
    assert!(!svg.contains(">120人<"), "{svg}");
    assert!(svg.contains("url(#"), "the part of a year is not hatched: {svg}");
}

#[test]
fn a_minimum_for_each_of_many_is_dots_over_a_scale() {
    let figure = |scope: &str, value: u8| format!("  - {{ period: 2019, value: {value}, scope: {scope} }}\n");
    let figures = [("dong", 3), ("nan", 2), ("xi", 0)].map(|(scope, value)| figure(scope, value)).concat();
    let target = "targets:\n  - { period: 2019, for_each: { places: 2 } }\nactuals:\n";
    let svg = chart(&format!("{}chart: units\n", judged("flow", &format!("{target}{figures}"))));
    for words in ["每个分项不少于2人", "证实未达到：", ">甲—xi 0<", "未见公布", ">甲—bei<"]
    {
        assert!(svg.contains(words), "{words}: {svg}");
    }
}

#[test]
fn a_few_places_directly_inside_are_tiles_that_say_they_are_no_map() {
    let target = "targets:\n  - { period: 2019, for_each: { places: 2 } }\nactuals:\n  - { period: 2019, value: 3, scope: dong }\n";
    let project = project();
    project.put("content/indicators/one.yaml", judged("flow", target));
    project.run(&["build"]).exit(0);
    for file in ["indicators/one/chart.svg", "partnerships/jia/places.svg"] {
        let svg = project.text(&format!("output/{file}"));
        assert!(
            svg.contains("不是地图") && svg.contains(">甲—xi<") && svg.contains(">3人<"),
            "{file}: {svg}"
        );
    }
    assert!(project.text("output/partnerships/jia/index.html").contains("places.csv"));
    let figures =
        ["dong", "nan", "xi"].map(|place| format!("  - {{ at: 2019-12-31, value: 5, scope: {place} }}\n"));
    let svg = chart(&context("stock", &format!("actuals:\n{}", figures.concat())));
    assert!(svg.contains("不是地图") && svg.matches(">5人<").count() == 3, "{svg}");
}

#[test]
fn ranges_milestones_single_targets_and_trends_have_their_own() {
    let svg = chart(&judged(
        "stock",
        "targets:\n  - { over: plan, between: [1, 3] }\nactuals:\n  - { at: 2020-12-31, value: 2 }\n",
    ));
    assert!(svg.contains("计划区间"), "{svg}");
    let svg = chart(&judged(
        "flow",
        "targets:\n  - { period: 2019, at_least: 100 }\nactuals:\n  - { period: 2019, value: 120 }\n",
    ));
    assert!(svg.contains("计划=100%") && svg.contains("证实达到"), "{svg}");
    let svg = chart(&context(
        "stock",
        "actuals:\n  - { at: 2015-12-31, value: 9 }\n  - { at: 2019-12-31, value: 3 }\n",
    ));
    assert!(svg.contains("其间未见公布"), "{svg}");
}

#[test]
fn before_and_after_is_a_slope_and_of_three_places_a_dumbbell() {
    let pair = |place: &str| {
        format!(
            "  - {{ at: 2018-12-31, value: 4, scope: {place} }}\n  - {{ at: 2019-12-31, value: 8, scope: {place} }}\n"
        )
    };
    let two = chart(&context("rate", &format!("actuals:\n{}", ["dong", "nan"].map(pair).concat())));
    assert!(two.contains("8人 甲—nan"), "{two}");
    let three = context("rate", &format!("actuals:\n{}", ["dong", "nan", "xi"].map(pair).concat()));
    let svg = chart(&format!("{three}chart: dumbbell\n"));
    assert!(svg.contains(">甲—nan<") && !svg.contains("8人 甲"), "{svg}");
}

#[test]
fn several_places_year_by_year_are_small_plots_by_name() {
    let content = judged(
        "flow",
        "targets:\n  - { each: year, for_each: { few: 2 } }\nactuals:\n  - { period: 2019, value: 3, scope: dong }\n",
    );
    let svg = chart(&format!("{content}chart: multiples\n"));
    assert!(svg.contains("各图尺度不同") && svg.contains(">甲—dong<") && svg.contains(">甲—nan<"), "{svg}");
}

#[test]
fn indicators_side_by_side_have_files_that_say_the_same() {
    let project = project();
    for (id, value) in [("one", 120), ("two", 90)] {
        let content = judged("flow", &format!("{YEARLY}actuals:\n  - {{ period: 2019, value: {value} }}\n"));
        project.put(
            &format!("content/indicators/{id}.yaml"),
            content.replace("title: 数", &format!("title: {id}数")),
        );
    }
    project.run(&["build"]).exit(0);
    let bullets = project.text("output/actions/labour/attainment.svg");
    assert!(bullets.contains("120%") && bullets.contains("90%") && bullets.contains("one数"), "{bullets}");
    let yearly = project.text("output/plan/yearly.csv");
    assert!(yearly.starts_with('\u{feff}') && yearly.contains("one数,2019年,不少于100人,120人,"), "{yearly}");
    assert!(project.text("output/plan/yearly.svg").contains(">two数<"));
    let page = project.text("output/indicators/index.html");
    for file in ["yearly.svg", "yearly.csv", "scorecard.svg", "scorecard.csv"] {
        assert!(page.contains(&format!("href=\"../plan/{file}\"")), "{file}");
        assert!(project.path(&format!("output/plan/{file}")).is_file(), "{file}");
    }
}

#[test]
fn a_chart_is_embedded_by_the_site_s_own_address_only() {
    let project = project();
    let content = format!("{YEARLY}actuals:\n  - {{ period: 2019, value: 120 }}\n");
    project.put(
        "content/indicators/one.yaml",
        judged("flow", &content).replace("title: 数", "title: 甲<b>\"数\""),
    );
    project.run(&["build"]).exit(0);
    assert!(!project.text("output/indicators/one/index.html").contains("&lt;img"));
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}base_url: \"https://example.org/r/\"\n"));
    project.run(&["build"]).exit(0);
    let page = project.text("output/indicators/one/index.html");
    let code = page.split("<code>").nth(1).and_then(|rest| rest.split("</pre>").next()).unwrap();
    let code = code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    assert!(code.contains("src=\"https://example.org/r/indicators/one/chart.svg\""), "{code}");
    assert!(code.contains("href=\"https://example.org/r/indicators/one/\""), "{code}");
    assert!(code.contains("alt=\"甲&lt;b&gt;&quot;数&quot;"), "{code}");
}

#[test]
fn sources_are_named_in_short_and_in_full() {
    let project = project();
    let source = project.text("content/sources/news-2021.yaml");
    project.put("content/sources/news-2021.yaml", format!("{source}short: 短名\n"));
    project.put(
        "content/indicators/one.yaml",
        judged("flow", &format!("{YEARLY}actuals:\n  - {{ period: 2019, value: 120 }}\n")),
    );
    project.run(&["build"]).exit(0);
    assert!(project.text("output/indicators/one/chart.svg").contains("来源：短名"));
    assert!(project.text("output/indicators/one/index.html").contains("title=\"三年帮扶见成效\">短名</a>"));
    assert!(project.text("output/sources/news-2021/index.html").contains("三年帮扶见成效"));
}

type Colours = BTreeMap<String, u32>;

/// The colours that the shipped style sheet sets, by medium, each over those of `light`.
fn colours() -> BTreeMap<&'static str, Colours> {
    let project = project();
    project.run(&["build"]).exit(0);
    let css = project.text("output/assets/style.css");
    let mut all: BTreeMap<&str, Colours> = BTreeMap::new();
    for medium in ["light", "dark", "print"] {
        let mut colours = Colours::new();
        for (at, _) in css.match_indices(":root") {
            let block = css[at..].split_once('{').unwrap().1.split_once('}').unwrap().0;
            let before = &css[..at];
            let query = before.rfind("@media").filter(|query| {
                let between = &before[*query..];
                between.matches('{').count() > between.matches('}').count()
            });
            let query = query.map_or("", |query| before[query..].split('{').next().unwrap());
            let counts = query.is_empty()
                || (medium == "dark" && query.contains("dark"))
                || (medium == "print" && query.contains("print"));
            if !counts {
                continue;
            }
            for (name, value) in block.split(';').filter_map(|rule| rule.split_once(':')) {
                if let Some(colour) = value.trim().strip_prefix('#').and_then(hex) {
                    colours.insert(name.trim().trim_start_matches("--").to_owned(), colour);
                }
            }
        }
        all.insert(medium, colours);
    }
    all
}

fn hex(digits: &str) -> Option<u32> {
    let long = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    u32::from_str_radix(&long, 16).ok()
}

/// Contrast as WCAG 2 defines it.
fn contrast(one: u32, other: u32) -> f64 {
    let luminance = |colour: u32| {
        let channel = |shift: u32| {
            let value = f64::from(colour >> shift & 255) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every pair that is used: words, marks, and on what they stand.
const PAIRS: [(&str, &[&str], &[&str], f64); 5] = [
    ("words of pages", &["ink", "muted", "sea", "warn"], &["ground", "paper"], 4.5),
    ("words on tints", &["ink", "sea"], &["sea-soft", "warn-soft"], 4.5),
    ("focus", &["focus"], &["ground", "paper"], 3.0),
    (
        "words of charts",
        &["sh-ink", "sh-muted", "sh-plan", "sh-short"],
        &["paper", "sh-paper", "sh-band"],
        4.5,
    ),
    (
        "marks of charts",
        &["sh-axis", "sh-actual", "sh-earlier", "sh-plan", "sh-short"],
        &["paper", "sh-paper"],
        3.0,
    ),
];

#[test]
fn contrast_is_enough_in_every_medium() {
    let mut seen = 0;
    for (medium, colours) in colours() {
        for (what, fronts, grounds, least) in PAIRS {
            for (front, ground) in
                fronts.iter().flat_map(|front| grounds.iter().map(move |ground| (front, ground)))
            {
                let (Some(one), Some(other)) = (colours.get(*front), colours.get(*ground)) else {
                    panic!("{medium}: no colour {front} or {ground}");
                };
                let ratio = contrast(*one, *other);
                assert!(ratio >= least, "{medium}, {what}: {front} on {ground} is {ratio:.2}");
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "only {seen} pairs");
}
