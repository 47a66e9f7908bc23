//! What is read costs time and memory in proportion to its size, whatever is written in it; nothing written in the
//! content ends the program.

use crate::project::Project;
use std::time::{Duration, Instant};

/// How much longer than honest content of the same size a hostile one may take.
const MORE: Duration = Duration::from_secs(2);

/// Builds without any optimisation take far longer than those that people use.
const SLOW: u32 = if cfg!(debug_assertions) { 15 } else { 1 };

const FRONT: &str = "---\ntitle: 报\nsummary: 一份简报\n---\n";

fn checked(path: &str, text: &str) -> Duration {
    let project = Project::starter().file(path, text);
    let began = Instant::now();
    let ran = project.run(&["check"]);
    let took = began.elapsed();
    assert!([Some(0), Some(1)].contains(&ran.code()), "{path}: {:?}", ran.code());
    took
}

/// Holds contents to the time of an honest one at one path.
fn hold(path: &str, honest: &str, hostile: &[(&str, String)]) {
    let usual = checked(path, honest);
    for (what, text) in hostile {
        let took = checked(path, text);
        assert!(took < usual + MORE * SLOW, "{what}: {took:?}, an honest file {usual:?}");
    }
}

/// As much text as is near the budget of a Markdown file, or a part of it where nothing is optimised.
fn size() -> usize {
    (3 << 20) / usize::try_from(SLOW).unwrap()
}

#[test]
fn markdown_costs_what_it_weighs() {
    let much = |text: &str| text.repeat(size() / text.len());
    let honest = format!("{FRONT}{}", much("村里修了路，大家都说好。\n\n"));
    let hostile = [
        ("lazy lines below deep quotations", format!("{}\n{}", much(">"), much("a\n"))),
        ("lazy lines below deep lists", format!("{}\n{}", much("- "), much("a\n"))),
        ("numbers joined by commas", "1,000,".repeat(5000)),
        ("numbers named in a row", format!("第{}期", "1、".repeat(20_000))),
        ("days of a month without end", format!("{} and 2", "1 and ".repeat(20_000))),
        ("headings of one name", "# a\n".repeat(20_000)),
        ("one long line", "村".repeat(size() / 3)),
        ("notes of many references", format!("{}\n\n[^1]: {}\n", "x[^1]".repeat(20_000), "y".repeat(20_000))),
        ("brackets", much("[")),
        ("pictures that never begin", much("![")),
    ];
    let hostile = hostile.map(|(what, text)| (what, format!("{FRONT}{text}")));
    hold("content/briefs/t.md", &honest, &hostile);
}

#[test]
fn yaml_costs_what_it_weighs() {
    let keys = |many: usize| (0..many).map(|at| format!("k{at}: 1\n")).collect::<Vec<_>>().concat();
    let hostile = [
        ("unknown keys", keys(40_000 / usize::try_from(SLOW).unwrap())),
        ("one key again and again", "title: x\n".repeat(40_000 / usize::try_from(SLOW).unwrap())),
        ("aliases", format!("a: &a [x]\n{}", "b: [*a, *a, *a, *a, *a, *a]\n".repeat(4000))),
        ("deep lists", "[".repeat(900_000)),
        ("a long number", format!("title: x\nunit: {}\n", "9".repeat(900_000))),
        ("a large exponent", "title: x\nactuals: [{ period: 2022, value: 1e999999999 }]\n".to_owned()),
    ];
    hold("content/indicators/skills/t.yaml", "title: x\n", &hostile);
}

#[test]
fn wrong_rows_cost_what_right_ones_do() {
    let rows = |row: &str| format!("indicator,period,value,locator\n{}", row.repeat(20_000));
    let hostile = [
        ("unknown indicators", rows("trainee,2022-01,5,x\n")),
        ("cells too many", rows("trainees,2022-01,5,x,9\n")),
        ("no numbers", rows("trainees,2022-01,x,x\n")),
    ];
    hold("content/actuals/bulletin-2025.csv", &rows("x,2022,1,x\n")[..32], &hostile);
}

#[test]
fn notes_that_lead_back_to_themselves_are_faults() {
    for notes in ["[^1]: y[^1]\n", "[^1]: y[^2]\n\n[^2]: z[^1]\n"] {
        let project = Project::starter().file("content/briefs/t.md", format!("{FRONT}x[^1]\n\n{notes}"));
        for command in [&["check"][..], &["build"], &["brief", "t", "--to", "docx"]] {
            project.run(command).exit(1);
        }
        project.run(&["check"]).stdout_has("the footnote \"1\" leads back to itself");
    }
}

#[test]
fn a_hundred_faults_are_shown_and_the_others_counted() {
    let project = Project::starter();
    for at in 0..60 {
        project.put(&format!("content/indicators/x/i{at}.yaml"), "title: x\nfoo: 1\nbar: 2\n");
    }
    let text = project.run(&["check"]).exit(1).stdout();
    assert_eq!(text.matches("error[").count(), 100);
    assert!(text.trim_end().lines().last().unwrap().starts_with("and "), "{text}");
}

/// An indicator with a target and a figure for each of so many months.
fn monthly(many: usize) -> Project {
    let project = Project::starter();
    let plan = project.text("content/plans/three-year-plan.yaml");
    let plan = plan.replace("period: 2022..2024", "period: 1900..2024").replace("2022-01-10", "1900-01-01");
    project.put("content/plans/three-year-plan.yaml", plan);
    let month = |at: usize| format!("period: {}-{:02}", 1900 + at / 12, at % 12 + 1);
    let targets = (0..many)
        .map(|at| format!("  - {{ {}, at_least: 102, source: plan-2022, locator: 附件 }}\n", month(at)));
    let actuals = (0..many).map(|at| {
        format!("  - {{ {}, value: {}, source: bulletin-2025, locator: 附 }}\n", month(at), 100 + at % 5)
    });
    let head = "title: 月报\nplan: three-year-plan\ntask: \"1.1\"\nmeasure: flow\nbetter: higher\nunit: person-time\nscope: yi-county\n";
    let text: String = [head, "targets:\n"]
        .into_iter()
        .map(str::to_owned)
        .chain(targets)
        .chain(["actuals:\n".to_owned()])
        .chain(actuals)
        .collect();
    project.put("content/indicators/skills/monthly.yaml", text);
    project
}

#[test]
fn hundreds_of_targets_cost_what_they_weigh_and_are_told_in_a_few_words() {
    let built = |many: usize| {
        let project = monthly(many);
        let began = Instant::now();
        project.run(&["build"]).exit(0);
        (began.elapsed(), project)
    };
    let ((few, small), (more, large)) = (built(150), built(600));
    assert!(more < few * 10 + MORE, "150 targets: {few:?}, 600: {more:?}");
    let size = |project: &Project, path: &str| project.text(path).len();
    for path in ["output/indicators/monthly/index.html", "output/indicators/monthly/data.json"] {
        let (few, more) = (size(&small, path), size(&large, path));
        assert!(more < few * 5, "{path}: {few} bytes, with four times as many targets {more}");
    }
    let page = large.text("output/indicators/monthly/index.html");
    let title = page.split_once("<h1").unwrap().1.split_once("</h1>").unwrap().0;
    assert!(title.chars().count() < 300, "{title}");
}
