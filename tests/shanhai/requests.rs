//! Figures asked by workbook and taken over: the whole round, as offices go it.

use crate::project::Project;
use shanhai::exchange::xlsx::{self, Cell, Content, Look};
use shanhai::locale::Locale;
use shanhai::{load, requests, tree::FileTree};
use std::fs;

const REQUEST: &str = "title: 2025年培训报送表\nsource: units-2025\ndue: 2026-01-10\nask: [2025]\nshow: [2023, 2024]\n\
    from:\n  - { units: [all], indicators: [] }\n";

/// The starter with a request, and no story or claim whose words a new figure would contradict.
fn project() -> Project {
    let project = Project::starter().without_claims_and_stories();
    let site = project.text("content/site.yaml");
    let day = site.lines().find(|line| line.starts_with("report_date:")).unwrap();
    project.put(
        "content/site.yaml",
        site.replace(day, "report_date: 2026-02-01").replace("  stories: [zhang-village]", "  stories: []"),
    );
    project.file("content/requests/y2025.yaml", REQUEST.replace(", indicators: []", ""))
}

/// Fills in the workbook of a unit: by the beginning of the row's mark, what stands in the first open column and what
/// beside it.
fn fill(project: &Project, unit: &str, name: &str, cells: &[(&str, &str, &str, &str)], date: &str) {
    let (files, _) = shanhai::disk::read(&project.path("content"), "content");
    let mut files: FileTree = files;
    shanhai::pipeline::propose_sources(&mut files);
    let report = load::load(&files).value.expect("a report");
    let locale = Locale::of(&report.site, &report.site.language()).expect("a language");
    let request = report.requests.values().next().expect("a request");
    let layout = requests::layout(&report, request, &locale);
    let form = layout.forms.iter().find(|form| form.of.id() == unit).expect("the unit is asked");
    let mut book = requests::book(&layout, &[form], &locale);
    let column = 5 + u16::try_from(layout.columns.iter().filter(|one| !one.open).count()).unwrap();
    for (mark, value, nature, note) in cells {
        let at =
            form.rows.iter().position(|row| row.mark.starts_with(mark)).unwrap_or_else(|| panic!("{mark}"));
        let line = 5 + u32::try_from(at).unwrap();
        for (beside, text) in (0..).zip([value, nature, note]) {
            let content = match text.parse::<f64>() {
                Ok(number) if beside == 0 => Content::Number(number),
                _ => Content::Text((*text).to_owned()),
            };
            if !text.is_empty() {
                book.sheets[1].cells.insert((line, column + beside), Cell { content, look: Look::Open(0) });
            }
        }
    }
    let foot = 5 + u32::try_from(form.rows.len()).unwrap() + 1;
    for (line, text) in (foot..).zip(["科里的台账", "张三", "李四", "0000-1234567", date]) {
        book.sheets[1].cells.insert((line, 3), Cell::text(text, Look::OpenText));
    }
    project.put(name, xlsx::write(&book).unwrap());
}

const TABLE: &str = "content/actuals/units-2025.csv";
const RETURNS: &str = "content/requests/y2025.returns.csv";

#[test]
fn workbooks_go_out_the_same_every_time_and_status_names_who_is_missing() {
    let project = project();
    project.run(&["export", "--request", "y2025", "--out", "forms"]).exit(0).stderr_has("workbook");
    let names = |folder: &str| {
        let mut names: Vec<_> =
            fs::read_dir(project.path(folder)).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let first: Vec<Vec<u8>> =
        names("forms").iter().map(|name| fs::read(project.path("forms").join(name)).unwrap()).collect();
    assert!(!first.is_empty());
    project.run(&["export", "--request", "y2025", "--out", "again"]).exit(0);
    for (name, bytes) in names("again").iter().zip(&first) {
        assert_eq!(fs::read(project.path("again").join(name)).unwrap(), *bytes);
    }
    project.run(&["export", "--request", "y2025", "--out", "one", "--one-file"]).exit(0);
    assert_eq!(names("one"), ["y2025.xlsx"]);
    project.run(&["request", "y2025"]).exit(0).stdout_has("未报").stderr_has("2026年1月10日");
    project.run(&["request", "y2025", "--lang", "en"]).exit(0).stdout_has("nothing yet");
    project.run(&["request", "y2052"]).exit(2).stderr_has("did you mean \"y2025\"?");
    // What is asked stands on no page.
    project.put(
        "content/sources/units-2025.yaml",
        "title: 报送表\npublished: 2026-01-10\nkind: report\nlanguage: zh-Hans\n",
    );
    project.run(&["build"]).exit(0);
    let report = project.text("output/data/report.json");
    assert!(!report.contains("y2025"));
}

#[test]
fn a_workbook_is_taken_once_and_whole() {
    let project = project();
    let before = project.text("content/indicators/skills/trainees.yaml");
    fill(&project, "labour-bureau", "a.xlsx", &[("trainees|", "530", "初步数", "年底汇总")], "2026-01-05");
    project.run(&["import", "a.xlsx", "--dry-run"]).exit(0).stderr_has("新增　技能培训").stderr_has("试算");
    assert!(!project.path(TABLE).exists() && !project.path(RETURNS).exists());
    project.run(&["import", "a.xlsx"]).exit(0).stderr_has("还没有 content/sources/units-2025.yaml");
    let table = project.text(TABLE);
    assert!(table.contains("trainees,2025,,"), "{table}");
    assert!(table.contains("530") && table.contains("true") && table.contains("年底汇总"), "{table}");
    assert!(table.contains("依据：科里的台账"), "{table}");
    let returns = project.text(RETURNS);
    assert!(
        returns.contains("2026-01-05") && returns.contains("张三") && !returns.contains("1234567"),
        "{returns}"
    );
    // Again: not a byte.
    project.run(&["import", "a.xlsx"]).exit(0).stderr_has("新增0");
    assert_eq!((project.text(TABLE), project.text(RETURNS)), (table, returns));
    assert_eq!(project.text("content/indicators/skills/trainees.yaml"), before);
    project.put(
        "content/sources/units-2025.yaml",
        "title: 报送表\npublished: 2026-01-10\nkind: report\nlanguage: zh-Hans\n",
    );
    project.run(&["check"]).exit(0);
}

#[test]
fn a_fault_keeps_all_of_its_file_out_and_none_of_the_others() {
    let project = project();
    fill(&project, "labour-bureau", "good.xlsx", &[("trainees|", "530", "", "")], "2026-01-05");
    fill(&project, "labour-bureau", "bad.xlsx", &[("trainees|", "3-5", "", "")], "2026-01-05");
    let ran = project.run(&["import", "bad.xlsx", "good.xlsx"]);
    let ran = ran.exit(1).stdout_has("bad.xlsx").stdout_has("not-a-number").stdout_has("“3-5”不是数");
    ran.stderr_has("bad.xlsx：没有收");
    assert!(project.text(TABLE).contains("530"));
    project.run(&["import", "bad.xlsx", "--lang", "en"]).exit(1).stdout_has("\"3-5\" is not a number");
    project.run(&["import", "bad.xlsx", "--format", "json"]).exit(1).stdout_has("\"code\":\"not-a-number\"");
    project
        .run(&["import", "bad.xlsx", "--format", "csv"])
        .exit(1)
        .stdout_has("file,sheet,cell,weight,code,what,mend");
    // What the content cannot hold is not taken either.
    fill(&project, "labour-bureau", "minus.xlsx", &[("trainees|", "-530", "", "")], "2026-01-06");
    let table = project.text(TABLE);
    project.run(&["import", "minus.xlsx"]).exit(1).stderr_has("a count cannot be -530");
    assert_eq!(project.text(TABLE), table);
}

#[test]
fn the_later_return_corrects_and_what_nobody_can_tell_is_asked() {
    let project = project();
    fill(&project, "labour-bureau", "old.xlsx", &[("trainees|", "510", "", "")], "2026-01-03");
    fill(&project, "labour-bureau", "new.xlsx", &[("trainees|", "530", "", "")], "2026-01-05");
    fill(&project, "labour-bureau", "far.xlsx", &[("trainees|", "530000", "", "")], "2026-01-07");
    fill(&project, "labour-bureau", "back.xlsx", &[("trainees|", "", "撤回", "")], "2026-01-09");
    project.run(&["import", "new.xlsx"]).exit(0);
    project.run(&["import", "old.xlsx"]).exit(1).stdout_has("older").stdout_has("2026年1月5日");
    assert!(project.text(TABLE).contains("530"));
    project.run(&["import", "old.xlsx", "--prefer", "stored"]).exit(0);
    assert!(project.text(TABLE).contains("530"));
    project.run(&["import", "old.xlsx", "--prefer", "file"]).exit(0).stderr_has("→ 510");
    project.run(&["import", "far.xlsx"]).exit(1).stdout_has("jump");
    project.run(&["import", "far.xlsx", "--accept", "H6"]).exit(0).stderr_has("→ 530000");
    project.run(&["import", "back.xlsx"]).exit(0).stderr_has("撤回");
    assert!(!project.text(TABLE).contains("530000"));
}

#[test]
fn a_figure_of_another_source_is_corrected_and_named() {
    let project = project();
    // What 2024 says already is asked again, with what is known in the cell.
    let request = REQUEST
        .replace(", indicators: []", "")
        .replace("ask: [2025]", "ask: [2024]")
        .replace("[2023, 2024]", "[2023]");
    project.put("content/requests/y2025.yaml", request);
    fill(&project, "labour-bureau", "same.xlsx", &[], "2026-01-05");
    project.run(&["import", "same.xlsx"]).exit(0).stderr_has("新增0，改动0");
    fill(&project, "labour-bureau", "a.xlsx", &[("trainees|", "555", "", "按决算")], "2026-01-06");
    project.run(&["import", "a.xlsx"]).exit(0).stderr_has("改动1");
    let table = project.text(TABLE);
    assert!(table.contains("supersedes") && table.contains("2024;scope=yi-county;source="), "{table}");
    project.put(
        "content/sources/units-2025.yaml",
        "title: 报送表\npublished: 2026-01-10\nkind: report\nlanguage: zh-Hans\n",
    );
    assert!(!project.run(&["check"]).exit(0).stdout().contains("conflict"));
}
