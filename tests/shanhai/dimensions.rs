//! Cells of dimensions, breaks and missing values as a reader sees them: on the page, in the tables, in `explain`.

use crate::project::Project;

const TRAINEES: &str = "title: 技能培训
plan: three-year-plan
task: \"1.1\"
measure: flow
better: higher
unit: person-time
level: output
scope: yi-county
related: [clinics]
dimensions:
  sex: { title: 性别, categories: { women: 女, men: 男 }, complete: true }
targets:
  - { each: year, at_least: 500, source: plan-2022, locator: 附件 1.1 }
  - { period: 2023, at_least: 300, where: { sex: women }, source: plan-2022, locator: 附件 1.1 }
actuals:
  - { period: 2022, value: 520, source: bulletin-2025, locator: 第1段 }
  - { period: 2023, value: 290, where: { sex: women }, source: bulletin-2025, locator: 第1段 }
  - { period: 2023, value: 210, where: { sex: men }, source: bulletin-2025, locator: 第1段 }
  - { period: 2024, observation: not_collected, reason: 当年没有统计, source: bulletin-2025, locator: 第1段 }
";

const CLINICS: &str = "title: 卫生站
plan: three-year-plan
measure: stock
better: higher
unit: project
scope: yi-county
breaks:
  - { on: 2023-01-01, why: 合并的站只算一个。 }
actuals:
  - { at: 2021-12-31, value: 31, source: bulletin-2025, locator: 第1段 }
  - { at: 2022-12-31, value: 33, source: bulletin-2025, locator: 第1段 }
  - { at: 2023-12-31, value: 25, source: bulletin-2025, locator: 第1段 }
  - { at: 2024-12-31, value: 27, source: bulletin-2025, locator: 第1段 }
";

/// The starter with an indicator that is divided, and one that was counted in two ways. What else speaks of
/// their figures is taken out.
fn project() -> Project {
    let project = Project::starter().without_claims_and_stories();
    project.put("content/indicators/skills/trainees.yaml", TRAINEES);
    project.put("content/indicators/health/clinics.yaml", CLINICS);
    std::fs::remove_dir_all(project.path("content/briefs")).unwrap();
    let site = project.text("content/site.yaml");
    let home = site.find("home:").map_or(site.clone(), |at| {
        let rest = site[at + 5..].find("\n\n").map_or("", |end| &site[at + 5 + end..]);
        format!("{}{rest}", &site[..at])
    });
    project.put("content/site.yaml", home);
    project
}

/// The text of a page without its tags.
fn words(page: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn cells_stand_in_a_table_with_their_sum_and_in_columns_of_the_data() {
    let project = project();
    project.run(&["build"]).exit(0);
    let page = project.text("output/indicators/trainees/index.html");
    let text = words(&page);
    assert!(text.contains("女 290人次") && text.contains("男 210人次"), "{text}");
    assert!(text.contains("性别合计 500人次"), "{text}");
    assert!(text.contains("产出"), "the level is a fact: {text}");
    assert!(page.contains(">卫生站</a>"), "the related indicator is linked");
    // The whole of 2023 is known from its parts; of 2024 it is said why nothing is.
    assert!(text.contains("当年没有统计"), "{text}");
    let data = project.text("output/indicators/trainees/data.csv");
    let head: Vec<&str> = data.lines().next().unwrap().split(',').collect();
    let sex = head.iter().position(|name| *name == "sex").expect("a column for the dimension");
    let of = |line: &str| line.split(',').nth(sex).unwrap().to_owned();
    let rows: Vec<String> = data.lines().skip(1).map(of).collect();
    assert!(rows.contains(&"women".to_owned()) && rows.contains(&String::new()), "{rows:?}");
    project.run(&["explain", "trainees"]).exit(0).stdout_has("女");
}

#[test]
fn what_was_counted_in_two_ways_is_not_joined_by_a_line() {
    let project = project();
    project.run(&["build"]).exit(0);
    let text = words(&project.text("output/indicators/clinics/index.html"));
    assert!(text.contains("合并的站只算一个"), "{text}");
    let chart = project.text("output/indicators/clinics/chart.svg");
    // Of the three stretches between four points the one over the break is not drawn.
    let marks = &chart[chart.find("class=\"marks\"").expect("marks")..];
    let marks = &marks[marks.find("class=\"s-actual\"").expect("lines between points")..];
    let line = marks.split(" d=\"").nth(1).expect("a line");
    let line = line.split('"').next().unwrap();
    assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 2), "{line}");
}

/// The total itself is the proof where it proves as much as its parts; and what was not collected is said once, of
/// the year that asks for it.
#[test]
fn a_total_is_named_before_its_parts_and_what_is_missing_once() {
    let project = project();
    let total = TRAINEES.replace(
        "  - { period: 2024, observation",
        "  - { period: 2023, value: 500, source: bulletin-2025, locator: 第1段 }\n  - { period: 2024, observation",
    );
    project.put("content/indicators/skills/trainees.yaml", total);
    project.run(&["build"]).exit(0);
    let page = project.text("output/indicators/trainees/index.html");
    assert!(page.contains("500人次（2023年），时段和范围与目标完全一致。"), "{page}");
    assert!(!page.contains("210人次（2023年，男）互不重叠"), "{page}");
    assert!(!page.contains("的没有数值"), "{page}");
    assert_eq!(page.matches("当年没有统计").count(), 2, "in the reason and in the table: {page}");
    assert!(!page.contains("：未收集。"), "{page}");
}
