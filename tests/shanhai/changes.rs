//! Two published editions compared: by the command, and as a page of a site that names the earlier one.

use crate::project::Project;
use serde_json::Value;

/// A site, and what it said before: another number asked, another status, a figure less.
fn project() -> Project {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    let mut before: Value = serde_json::from_str(&project.text("output/data/report.json")).unwrap();
    before["as_of"] = "2019-01-31".into();
    let indicators = before["indicators"].as_array_mut().unwrap();
    let judged = indicators.iter_mut().find(|one| !one["verdicts"].as_array().unwrap().is_empty()).unwrap();
    judged["verdicts"][0]["status"] = "not_due".into();
    judged["targets"][0]["condition"] = "at_least".into();
    judged["targets"][0]["as_written"] = "7".into();
    judged["title"]["zh-Hans"] = "从前的名称".into();
    judged["actuals"].as_array_mut().unwrap().pop().unwrap();
    project.put("content/editions/first.json", before.to_string());
    project
}

#[test]
fn the_command_tells_what_changed() {
    let project = project();
    let told = project.run(&["changes", "content/editions/first.json", "output"]).exit(0).stdout();
    assert!(told.starts_with("From 2019-01-31 to "), "{told}");
    for heading in ["Verdicts that turned (1)", "Targets revised (1)", "New figures (1)", "another name (1)"]
    {
        assert!(told.contains(heading), "{heading}: {told}");
    }
    assert!(told.contains(": not_due → "), "{told}");
    let json =
        project.run(&["changes", "content/editions/first.json", "output/data", "--json"]).exit(0).stdout();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"][0]["kind"], "verdict_turned");
    assert_eq!(json["changes"][0]["was"], "not_due");
    // The same edition twice has nothing to tell.
    let same = project.run(&["changes", "output", "output"]).exit(0).stdout();
    assert!(same.contains("Nothing changed."), "{same}");
}

#[test]
fn what_is_no_edition_is_said_so() {
    let project = project();
    project.run(&["changes", "content/none.json", "output"]).exit(2).stderr_has("there is no edition at");
    project.run(&["changes", "content/site.yaml", "output"]).exit(1).stderr_has("no report.json of a site");
}

#[test]
fn a_site_that_names_its_earlier_edition_has_a_page_of_changes() {
    let project = project();
    assert!(!project.path("output/changes").exists());
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}\nchanges: {{ since: editions/first.json }}\n"));
    project.run(&["build"]).exit(0);
    let page = project.text("output/changes/index.html");
    for said in [
        "2019年1月31日",
        "结论有变",
        "<del>未开始</del>",
        "目标有调整",
        "<del>不少于7，",
        "从前的名称",
        "新增的数据",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Every page leads to it, and it leads to the place of what changed.
    assert!(project.text("output/index.html").contains("href=\"changes/index.html\""));
    assert!(page.contains("index.html#target-"), "{page}");
}

#[test]
fn an_edition_that_is_not_there_is_named_with_those_that_are() {
    let project = project();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}\nchanges: {{ since: editions/second.json }}\n"));
    project
        .run(&["check"])
        .exit(1)
        .stdout_has("there is no earlier edition \"editions/second.json\"")
        .stdout_has("there are: editions/first.json");
}
