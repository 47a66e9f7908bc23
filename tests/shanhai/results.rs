//! The main indicators of a plan in one table: on its page, in a brief, in a story, and as a file for spreadsheets.

use crate::project::Project;

const TRAINEES: &str = "title: 技能培训
plan: three-year-plan
task: \"1.1\"
measure: flow
better: higher
unit: person-time
binding: binding
scope: yi-county
targets:
  - { each: year, at_least: 500, source: plan-2022, locator: 附件 1.1 }
actuals:
  - { period: 2022-H1, value: 250, source: bulletin-2025, locator: 第1段 }
  - { period: 2022-H2, value: 270, source: bulletin-2025, locator: 第1段 }
  - { period: 2023, value: 480, source: bulletin-2025, locator: 第1段, provisional: true }
  - { period: 2024, observation: suppressed, reason: 不足十人, source: bulletin-2025, locator: 第1段 }
";

const BALANCE: &str = "title: 净迁入
plan: three-year-plan
task: \"2.1\"
measure: flow
better: higher
unit: person
signed: true
scope: yi-county
breaks:
  - { on: 2024-01-01, why: 改按常住人口统计。 }
targets:
  - { period: 2024, at_least: 10, source: plan-2022, locator: 附件 2.1 }
actuals:
  - { period: 2022, value: -35, source: bulletin-2025, locator: 第1段 }
  - { period: 2023-H1, about: 12, source: bulletin-2025, locator: 第1段 }
  - { period: 2024, value: 18, source: bulletin-2025, locator: 第1段 }
";

/// The starter with indicators of which something has to be said beside their figures.
fn project() -> Project {
    let project = Project::starter().without_claims_and_stories();
    project.put("content/indicators/skills/trainees.yaml", TRAINEES);
    project.put("content/indicators/health/balance.yaml", BALANCE);
    project.put(
        "content/briefs/first-issue.md",
        "---\ntitle: 一期\nsummary: 无。\n---\n\n![](table:plan/three-year-plan)\n\n完。\n",
    );
    let site = project.text("content/site.yaml");
    let site = site.replace("figures: [clinics, trainees]", "figures: [clinics]");
    let stories = site.lines().filter(|line| !line.trim_start().starts_with("stories:"));
    project.put("content/site.yaml", stories.collect::<Vec<_>>().join("\n"));
    project
}

/// The words between two tags of a page, cell by cell.
fn cells(html: &str, from: &str, to: &str) -> Vec<String> {
    let start = html.find(from).unwrap_or_else(|| panic!("no {from}"));
    let end = html[start..].find(to).map_or(html.len(), |end| start + end);
    let text = html[start..end].replace("</td>", "\u{1}").replace("</th>", "\u{1}");
    let mut inside = false;
    let words: String = text
        .chars()
        .filter(|c| {
            inside = match c {
                '<' => true,
                '>' => false,
                _ => return !inside,
            };
            false
        })
        .collect();
    words.split('\u{1}').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_page_of_a_plan_has_its_main_indicators_with_every_year_and_how_they_stand() {
    let project = project();
    project.run(&["build"]).exit(0);
    let page = project.text("output/plan/index.html");
    let table = cells(&page, "<section class=\"ledger\"", "</section>");
    let row = |name: &str| {
        let at = table.iter().position(|cell| cell == name).unwrap_or_else(|| panic!("no {name}: {table:?}"));
        table[at - 1..at + 10].to_vec()
    };
    let heads =
        ["序号", "指标", "单位", "属性", "牵头单位", "基期值", "2022年", "2023年", "2024年", "目标", "结论"];
    assert!(table[0].ends_with("序号"), "{table:?}");
    assert_eq!(table[1..11], heads[1..]);
    let trainees = row("技能培训");
    assert_eq!(trainees[2..4], ["人次", "约束性"]);
    // Two halves make a year, a preliminary figure says so, and what is not there says why.
    assert_eq!(trainees[6..9], ["520 由分项推出", "480 初步数", "— 来源未公布：不足十人"]);
    assert_eq!(trainees[9], "不少于500人次 2022年至2024年每年");
    assert!(trainees[10].starts_with("2022年 证实达到2023年 证实未达到 依据初步数"), "{trainees:?}");
    // A part of a year is no year, and another method of counting is named.
    assert_eq!(row("净迁入")[6..9], ["−35", "约12 2023年1—6月", "18 新口径"]);
    let clinics = row("有卫生站的村");
    assert_eq!(clinics[5..9], ["12 2021年", "— 未见公布", "31", "42"]);
    // Every figure leads to its place.
    assert!(page.contains("<a href=\"../indicators/clinics/index.html#2024-12-31\">42</a>"), "{page}");
    assert!(page.contains("<a href=\"../indicators/clinics/index.html#baseline\">12</a>"), "{page}");
    assert!(page.contains("../data/results-three-year-plan.csv"));
}

#[test]
fn the_file_for_spreadsheets_has_plain_numbers_and_what_has_to_be_known_with_them() {
    let project = project();
    project.run(&["build"]).exit(0);
    let file = project.text("output/data/results-three-year-plan.csv");
    let lines: Vec<&str> = file.strip_prefix('\u{feff}').expect("a byte order mark").split("\r\n").collect();
    assert_eq!(
        lines[0],
        "序号,类别,指标,单位,属性,牵头单位,基期值,基期,2022年,2023年,2024年,目标,到期日,结论,备注"
    );
    let line = |name: &str| *lines.iter().find(|line| line.contains(name)).expect(name);
    assert!(line("有卫生站的村").contains(",12,2021年,,31,42,"), "{file}");
    // A number below zero is one, and about so many is no plain number.
    let balance = line("净迁入");
    assert!(balance.contains(",-35,,18,"), "{balance}");
    assert!(balance.ends_with("2023年：约12、2023年1—6月；2024年：新口径"), "{balance}");
    assert!(project.text("output/data/index.html").contains("results-three-year-plan.csv"));
}

#[test]
fn where_indicators_have_levels_they_stand_under_them() {
    let project = project();
    let clinics = project.text("content/indicators/health/clinics.yaml");
    project.put("content/indicators/health/clinics.yaml", format!("level: impact\n{clinics}"));
    project.put("content/indicators/skills/trainees.yaml", format!("level: output\n{TRAINEES}"));
    project.run(&["build"]).exit(0);
    let page = project.text("output/plan/index.html");
    let table = page.split("<section class=\"ledger\"").nth(1).unwrap();
    let at = |words: &str| table.find(words).unwrap_or_else(|| panic!("no {words}"));
    let order =
        [at(">影响<"), at("有卫生站的村"), at(">产出<"), at("技能培训"), at(">其他指标<"), at("净迁入")];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_brief_has_the_table_and_lays_a_long_one_across() {
    let project = project();
    project.run(&["brief", "first-issue", "--to", "html"]).exit(0);
    let html = project.text("briefs/first-issue.html");
    let table = cells(&html, "<table>", "</table>");
    assert!(table[0].ends_with("主要指标进展情况表序号"), "{table:?}");
    let clinics = table.iter().position(|cell| cell.starts_with("有卫生站的村")).expect("a row");
    assert!(table[clinics + 6].starts_with("31") && table[clinics + 7].starts_with("42"), "{table:?}");
    assert!(table[clinics + 8].starts_with("到2024年12月31日：不少于40个"), "{table:?}");
    assert!(html.contains("<th scope=\"rowgroup\"") && !html.contains(" wide\""), "{html}");
    for more in 0..8 {
        let id = format!("more-{more}");
        project.put(&format!("content/indicators/skills/{id}.yaml"), TRAINEES.replace("技能培训", &id));
    }
    project.run(&["brief", "first-issue", "--to", "html"]).exit(0);
    assert!(project.text("briefs/first-issue.html").contains("table-scroll wide"));
}

#[test]
fn a_story_shows_the_table_and_words_lead_to_it() {
    let project = project();
    let story = "---\ntitle: 甲\nsummary: 乙。\n---\n\n见[总表](table:plan/three-year-plan)。\n\n![各项指标](table:plan/three-year-plan)\n";
    project.put("content/stories/jia/index.md", story);
    project.run(&["build"]).exit(0);
    let page = project.text("output/stories/jia/index.html");
    assert!(page.contains("<a href=\"../../plan/index.html#results\">总表</a>"), "{page}");
    assert!(page.contains("各项指标") && page.contains("<figure class=\"chart ledger\">"), "{page}");
    project.put("content/stories/jia/index.md", story.replace("three-year-plan", "no-plan"));
    project.run(&["check"]).exit(1).stdout_has("unknown-plan");
}
