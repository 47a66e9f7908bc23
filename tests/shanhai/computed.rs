//! Numbers that the program computes for a text: their words are checked, filled in, and noted with their figures.

use crate::diagnostics::root;
use crate::project::Project;

const WORKERS: &str = r"title: 吸纳就业
plan: plan-2018
task: '1.1'
measure: flow
better: higher
unit: person
scope: yi
targets:
  - { each: year, at_least: 100, source: plan-document, locator: 附件 1.1 }
actuals:
  - { period: 2018, value: 100, source: news-2021, locator: 第1段 }
  - { period: 2019, value: 120, source: news-2021, locator: 第2段 }
  - { period: 2020, more_than: 150, source: news-2021, locator: 第2段 }
";

const RATE: &str = r"title: 就业率
measure: rate
better: higher
unit: percent
scope: yi
actuals:
  - { period: 2018, value: 61.5%, source: news-2021, locator: 第4段 }
  - { period: 2019, value: 61.9%, source: news-2021, locator: 第4段 }
";

const WOMEN: &str = r"title: 吸纳妇女就业
measure: flow
better: higher
unit: person
scope: yi
actuals:
  - { period: 2019, value: 30, source: news-2021, locator: 第5段 }
  - { period: 2018, about: 20, source: news-2021, locator: 第5段 }
";

const TRAINEES: &str = r"title: 培训学员
measure: flow
better: higher
unit: person
scope: yi
dimensions:
  sex: { title: 性别, categories: { women: 女, men: 男 } }
actuals:
  - { period: 2018, value: 50, source: news-2021, locator: 第6段 }
  - { period: 2018, value: 20, where: { sex: women }, source: news-2021, locator: 第6段 }
  - { period: 2019, value: 25, where: { sex: women }, source: news-2021, locator: 第6段 }
";

fn project(text: &str) -> Project {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    project.put("content/indicators/workers.yaml", WORKERS);
    project.put("content/indicators/rate.yaml", RATE);
    project.put("content/indicators/women.yaml", WOMEN);
    project.put("content/indicators/trainees.yaml", TRAINEES);
    project.put(
        "content/stories/li-village/index.md",
        format!("---\ntitle: 李村\nsummary: 村史。\n---\n\n{text}\n"),
    );
    project
}

#[test]
fn words_that_say_what_is_computed_are_accepted() {
    for text in [
        "就业率比上年[提高0.4个百分点](change:rate@2018..2019)。",
        "就业率比上年提高[０．４个百分点](change:rate@2018..2019)。",
        "同比增长[20%](change:workers@2018..2019)，增长[百分之二十](change:workers@2018..2019)。",
        "比上年增加[20人](change:workers@2018..2019)，多[二十人](change:workers@2018..2019)。",
        "两年共[220人](sum:workers@2018..2019)，三年[超过370人](sum:workers@2018..2020)。",
        "连同妇女[150人](sum:workers+women@2019)。",
        "妇女占[25%](share:women/workers@2019)，上年占[约20%](share:women/workers@2018)。",
        "方案的目标有[四项](count:plan-2018)，达到[４项](count:plan-2018;status=met)，其余[](count:plan-2018;status=missed)项。",
        "学员中妇女占[40%](share:trainees/trainees@2018;sex=women)，两年[45人](sum:trainees@2018..2019;sex=women)。",
        "女学员增长[25%](change:trainees@2018..2019;sex=women)。",
        "一个行动[1个](count:plan-2018;by=actions)，[1项](count:plan-2018;by=tasks)任务。",
    ] {
        let ran = project(text).run(&["check", "--strict"]);
        assert_eq!(ran.stdout(), "", "{text}");
    }
}

#[test]
fn words_that_say_something_else_are_faults() {
    for (text, said) in [
        ("[下降0.4个百分点](change:rate@2018..2019)", "the words say a fall of 0.4, the figures give 0.4"),
        ("提高[0.5个百分点](change:rate@2018..2019)", "the words say 0.5, the figures give 0.4"),
        ("提高[0.4%](change:rate@2018..2019)", "per cents change by points"),
        ("增长[21%](change:workers@2018..2019)", "the words say 21, the figures give 20"),
        ("两年共[221人](sum:workers@2018..2019)", "the words say 221, the figures give 220"),
        ("三年共[370人](sum:workers@2018..2020)", "the words say 370, the figures give at least 370"),
        ("占[20%](share:women/workers@2018)", "is only about so"),
        ("女学员占[50%](share:trainees/trainees@2018;sex=women)", "the words say 50, the figures give 40"),
        ("男学员[30人](sum:trainees@2018;sex=men)", "no figures of \"trainees;sex=men\" fill 2018"),
        ("男学员占[60%](share:trainees/trainees@2018;sex=men)", "\"trainees@2018;sex=men\""),
        ("达到[两项](count:plan-2018;status=met)", "the words say 两, the figures give 4"),
        ("达到[3项](count:plan-2018;status=meet)", "did you mean \"met\"?"),
        ("达到[3项](count:plan-2018;by=goals)", "\"goals\" cannot stand in a count"),
        ("共[12人](sum:rate@2018..2019)", "rates do not add up"),
        ("共[12人](sum:workers+rate@2018)", "counted in different units"),
        ("共[1人和2人](sum:workers@2018..2019)", "holds several numbers"),
    ] {
        project(text).run(&["check"]).exit(1).stdout_has(said);
    }
}

#[test]
fn a_count_is_held_against_the_day_of_the_report_alone() {
    let stale = project("达到[4项](count:plan-2018;status=met)。");
    stale.run(&["check", "--as-of", "2019-02-01"]).exit(0);
}

#[test]
fn empty_words_are_filled_in_and_the_figures_behind_them_are_noted() {
    let text = "女学员[](sum:trainees@2018..2019;sex=women)，就业率[](change:rate@2018..2019)，新就业[](change:workers@2018..2019)，两年共[](sum:workers@2018..2019)，\
                三年[](sum:workers@2018..2020)，妇女[](share:women/workers@2018)，达到[](count:plan-2018;status=met)项。";
    let project = project(text);
    project.run(&["build"]).exit(0);
    let page = project.text("output/stories/li-village/index.html");
    for filled in ["45人", "提高0.4个百分点", "增长20%", "220人", "超过370人", "约20%"] {
        assert!(page.contains(filled), "{filled} in {page}");
    }
    let notes = page.matches("id=\"note-").count();
    assert_eq!(notes, 8, "two of the rate, three of workers, one of women, two of trainees: {page}");
    assert!(page.contains("href=\"../../plan/index.html\">4</a>项"), "a count leads to its plan: {page}");
}
