//! The frozen copy of the first site: its numbers, and what is tried on it.

use crate::project::Project;
use crate::sites::{aid, attributes, build, files, frozen, repository};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

#[test]
fn every_language_has_words_for_everything() {
    for lang in ["zh-Hans", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        for (path, bytes) in files(&frozen("aid")) {
            let to = content.join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        let site = fs::read_to_string(content.join("site.yaml")).unwrap();
        let named = site.lines().map(|line| {
            if line.starts_with("languages:") { format!("languages: [{lang}]") } else { line.to_owned() }
        });
        fs::write(content.join("site.yaml"), named.collect::<Vec<_>>().join("\n")).unwrap();
        let made = build(&content, folder.path(), &[]);
        for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg"))
        {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(!text.contains(['⟦', '⟧']), "{lang}: {path}");
            assert!(!path.ends_with(".html") || text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let site = &aid().files;
    let again = build(
        &frozen("aid"),
        folder.path(),
        &[("TZ", "Pacific/Auckland"), ("LANG", "ar_EG.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    );
    let different: Vec<&String> = site.keys().filter(|path| again.get(*path) != site.get(*path)).collect();
    assert!(different.is_empty() && again.len() == site.len(), "{different:?}");
}

fn report(as_of: Option<&str>) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let content = frozen("aid");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shanhai"));
    command.current_dir(folder.path()).args(["build", "--content"]).arg(&content);
    if let Some(day) = as_of {
        command.args(["--as-of", day]);
    }
    assert!(command.output().unwrap().status.success());
    serde_json::from_slice(&fs::read(folder.path().join("output/data/report.json")).unwrap()).unwrap()
}

fn verdict<'r>(report: &'r Value, target: &str) -> &'r Value {
    let id = target.split('@').next().unwrap();
    let indicators = report["indicators"].as_array().unwrap();
    let indicator = indicators.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    let verdicts = indicator["verdicts"].as_array().unwrap();
    verdicts.iter().find(|one| one["target"] == target).unwrap_or_else(|| panic!("no {target}"))
}

#[test]
fn the_worked_cases_stand_in_the_report_of_each_day() {
    let (now, then) = (report(None), report(Some("2020-08-01")));
    assert_eq!(now["as_of"], "2021-05-11");
    assert_eq!(then["as_of"], "2020-08-01");
    // The students: a part of them, counted from an unknown day, proves neither side.
    assert_eq!(verdict(&now, "students-recruited@2018..2020")["status"], "undetermined");
    let students = verdict(&then, "students-recruited@2018..2020");
    assert_eq!(students["status"], "under_way");
    assert_eq!((&students["path"]["low"], &students["path"]["high"]), (&Value::Null, &Value::Null));
    assert_eq!(students["path"]["planned"], "3500");
    // An undated paper counts from the last day on which it may have appeared.
    let before = report(Some("2020-07-30"));
    assert_eq!(verdict(&before, "workers-taken-on@2020")["status"], "no_data");
    // The workers: five months are a floor; behind on the way, undetermined in the end.
    assert_eq!(verdict(&then, "workers-taken-on@2020")["status"], "behind");
    let workers = verdict(&now, "workers-taken-on@2020");
    assert_eq!((&workers["status"], &workers["low"]), (&Value::from("undetermined"), &Value::from("2127")));
    // The aid: a total that may lack a part of what is asked proves neither side.
    for year in ["2018", "2019", "2020"] {
        let aid = verdict(&now, &format!("fiscal-aid@{year}"));
        assert_eq!((&aid["status"], &aid["high"]), (&Value::from("not_comparable"), &Value::Null), "{year}");
    }
    // The town: 2017 alone would have to exceed what is left.
    let town = verdict(&now, "town-funds@2018..2020;scope=qingxi-zhenxiong");
    assert_eq!(town["status"], "undetermined");
    let beyond = town["reasons"].as_array().unwrap().iter().find_map(|reason| reason.get("beyond"));
    assert_eq!(beyond, Some(&Value::from("7433700")));
    // 4000万 a county in the middle of a year says nothing final of it, and nothing of another year.
    assert_eq!(verdict(&now, "aid-per-county@2019")["status"], "undetermined");
    assert_eq!(verdict(&now, "aid-per-county@2018")["status"], "no_data");
    // Pairs to be brought about once are; a state in June is not yet that of December.
    assert_eq!(verdict(&now, "vocational-school-pairs@2018..2020")["status"], "met");
    assert_eq!(verdict(&now, "towns-taking-part@2018..2020")["status"], "undetermined");
    // Meetings counted since November 2017 at the latest: a maximum for each year after.
    let meetings = verdict(&now, "joint-meetings@2019;scope=qingxi-zhenxiong");
    assert_eq!((&meetings["low"], &meetings["high"]), (&Value::Null, &Value::from("8")));
}

#[test]
fn the_plan_is_there_row_by_row() {
    let report = report(None);
    let plan = report["plans"]
        .as_array()
        .unwrap()
        .iter()
        .find(|plan| plan["id"] == "dongguan-zhaotong-2018-2020")
        .unwrap();
    let actions = plan["actions"].as_array().unwrap();
    let tasks: Vec<&Value> = actions.iter().flat_map(|action| action["tasks"].as_array().unwrap()).collect();
    assert_eq!((actions.len(), tasks.len()), (9, 23));
    assert!(tasks.iter().all(|task| !task["lead"].as_array().unwrap().is_empty()));
    assert!(
        tasks
            .iter()
            .all(|task| ["2018-2020年", "每年11月前"].contains(&task["due"]["zh-Hans"].as_str().unwrap()))
    );
    let funds =
        report["indicators"].as_array().unwrap().iter().find(|one| one["id"] == "town-funds").unwrap();
    let members = funds["targets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|target| target["period"] != "" && !target["member_of"].is_null());
    assert_eq!(members.count(), 22 * 3);
    let page = aid().page("plan/index.html");
    assert_eq!(page.matches("class=\"task\"").count(), 23);
}

#[test]
fn the_counts_of_a_plan_lead_to_the_lists_of_its_targets() {
    let home = aid().page("index.html");
    let lists: BTreeSet<&str> =
        attributes(home, "href").into_iter().filter(|href| href.starts_with("lists/status-")).collect();
    assert_eq!(lists.len(), 4, "{lists:?}");
    let met = lists.iter().find(|href| href.contains("-met/")).unwrap();
    let page = aid().page(met);
    assert_eq!(page.matches("class=\"line\"").count(), 1);
}

#[test]
fn a_long_list_comes_in_pages() {
    let project = Project::starter();
    let one = |n: usize| {
        format!(
            "title: 第{n}个背景数\nscope: yi-county\nmeasure: stock\nbetter: higher\nunit: person\nactuals:\n  \
             - {{ at: 2023-06-30, value: {n}, source: bulletin-2025, locator: 第{n}段 }}\n"
        )
    };
    for n in 0..120 {
        project.put(&format!("content/indicators/many/many-{n}.yaml"), one(n + 1));
    }
    project.run(&["build"]).exit(0);
    let overview = project.text("output/indicators/index.html");
    assert!(overview.contains("lists/scope-yi-county/index.html") && !overview.contains("many-77/"));
    let (first, second) = (
        project.text("output/lists/scope-yi-county/index.html"),
        project.text("output/lists/scope-yi-county/2/index.html"),
    );
    let rows = |page: &str| page.matches("class=\"row-name\"").count();
    assert_eq!((rows(&first), rows(&second)), (100, 20));
    assert!(first.contains("href=\"2/index.html\"") && second.contains("href=\"../index.html\""));
    // The figures of a source go on on its second page, and links to them know it.
    let paged = (0..120)
        .map(|n| project.text(&format!("output/indicators/many-{n}/index.html")))
        .filter(|page| page.contains("sources/bulletin-2025/2/index.html#many-"))
        .count();
    assert!((40..60).contains(&paged), "{paged}");
    assert!(project.path("output/sources/bulletin-2025/2/index.html").exists());
    assert!(project.path("output/partnerships/yi-county/2/index.html").exists());
}

/// The pages of the starter site, as they were when someone last looked at them.
#[test]
fn the_starter_site_looks_as_accepted() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    let golden = repository().join("tests/golden/site");
    let made = files(&project.path("output"));
    let kept =
        ["index.html", "plan/index.html", "methods/index.html", "data/report.json", "assets/style.css"];
    let chosen = |path: &&String| {
        kept.contains(&path.as_str())
            || path.starts_with("indicators/") && !path.ends_with("/data.json")
            || path.starts_with("stories/")
            || path.starts_with("sources/")
    };
    let names: BTreeSet<&String> = made.keys().filter(chosen).collect();
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        let _ = fs::remove_dir_all(&golden);
        for name in &names {
            let path = golden.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &made[*name]).unwrap();
        }
    }
    let accepted: BTreeSet<String> = files(&golden).into_keys().collect();
    assert_eq!(names.iter().map(|name| (*name).clone()).collect::<BTreeSet<_>>(), accepted);
    for name in names {
        let wanted = fs::read(golden.join(name)).unwrap();
        assert!(wanted == made[name], "{name} differs from tests/golden/site; SHANHAI_BLESS=1 accepts it");
    }
}

/// The chart in the README is the one that the frozen site draws.
#[test]
fn the_readme_shows_what_is_built() {
    let shown = fs::read(repository().join("docs/images/workers-taken-on.svg")).unwrap();
    assert!(
        shown == aid().files["indicators/workers-taken-on/chart.svg"],
        "copy the chart of tests/sites/aid to docs/images anew"
    );
}
