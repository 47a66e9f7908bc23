//! What files mean once they are loaded: years of a plan, parts, states, figures that name others.

use crate::load::load;
use crate::model::{Condition, Every, Holds, Indicator, Report, Target, Value};
use crate::tree::FileTree;

/// A site with a plan in years from July to June. `indicator` is what follows the scope of an indicator of
/// `measure` in `unit`; `rows` are those of a table.
fn loaded(measure: &str, unit: &str, indicator: &str, rows: &str) -> Report {
    let head = "indicator,period,at,value,stands_for,same_start_as,superseded_by,note,locator";
    with_table(measure, unit, indicator, &format!("{head}\n{rows}"))
}

/// The same with a table that has a head of its own.
fn with_table(measure: &str, unit: &str, indicator: &str, table: &str) -> Report {
    let indicator = format!(
        "title: 指标\nplan: fiscal\nmeasure: {measure}\nbetter: higher\nunit: {unit}\nscope: jia\n{indicator}"
    );
    let files = [
        ("site.yaml", "title: 站\nlanguages: [zh-Hans]\nreport_date: 2026-09-30\n"),
        ("units.yaml", "units: {}\n"),
        (
            "partnerships.yaml",
            "scopes:\n  jia: { title: 甲, kind: place }\n  yi: { title: 乙, kind: place, part_of: jia }\n  \
             bing: { title: 丙, kind: place, part_of: jia }\n\
             groups:\n  counties: { title: 县, members: [yi, bing] }\n",
        ),
        ("sources/paper.yaml", "title: 方案\npublished: 2026-08-01\nkind: plan\nlanguage: zh-Hans\n"),
        (
            "sources/early.yaml",
            "title: 早\npublished: 2026-08-01..2026-08-31\ncount_from: first\ncount_from_why: 存档\nkind: web\n\
             language: zh-Hans\n",
        ),
        (
            "plans/fiscal.yaml",
            "title: 计划\nperiod: FY2024..FY2025\nyear_starts: 07-01\nyear_label: FY{end}\nscope: jia\nsource: paper\n\
             actions:\n  - { id: one, number: '1', title: 一 }\n",
        ),
        ("indicators/it.yaml", indicator.as_str()),
        ("actuals/paper.csv", table),
    ];
    let mut tree = FileTree::new();
    for (path, text) in files {
        tree.add(format!("content/{path}"), text.as_bytes()).expect("each path once");
    }
    let outcome = load(&tree);
    outcome.value.unwrap_or_else(|| panic!("{:#?}", outcome.diagnostics))
}

fn it(report: &Report) -> &Indicator {
    report.indicators.values().next().expect("an indicator")
}

/// The targets of one entry, without its source.
fn targets(measure: &str, unit: &str, entry: &str) -> Vec<Target> {
    let indicator = format!("targets:\n  - {{ {entry}, source: paper, locator: 一 }}\n");
    it(&loaded(measure, unit, &indicator, "")).targets.clone()
}

fn times(targets: &[Target]) -> Vec<String> {
    targets.iter().map(|target| format!("{} {}", target.period.text(), target.due)).collect()
}

#[test]
fn each_part_of_a_plan_counts_from_the_day_on_which_its_years_start() {
    let years = targets("flow", "person", "each: year, at_least: 8");
    assert_eq!(times(&years), ["2023-07..2024-06 2024-06-30", "2024-07..2025-06 2025-06-30"]);
    for (every, count) in [("half", 4), ("quarter", 8), ("month", 24)] {
        let parts = targets("stock", "person", &format!("each: {every}, at_least: 8"));
        assert_eq!(parts.len(), count, "{every}");
        assert!(parts.iter().all(|part| part.due == part.period.end() && !part.by_day));
    }
    let by_march = targets("flow", "person", "each: year, due: 03-31, at_least: 8");
    assert_eq!(times(&by_march), ["2023-07..2024-06 2024-03-31", "2024-07..2025-06 2025-03-31"]);
    // A day of the first half lies in the calendar year before.
    let by_october = targets("flow", "person", "each: year, due: 10-31, at_least: 8");
    assert_eq!(times(&by_october), ["2023-07..2024-06 2023-10-31", "2024-07..2025-06 2024-10-31"]);
}

#[test]
fn a_target_names_its_time_by_a_year_of_the_plan_by_a_day_or_as_reported_for_a_year() {
    let named = targets("flow", "person", "period: FY2025, at_least: 8");
    assert_eq!(times(&named), ["2024-07..2025-06 2025-06-30"]);
    let reported = targets("rate", "percent", "by: FY2025, at_least: 8");
    assert_eq!(
        (times(&reported), reported[0].reported_for, reported[0].by_day),
        (times(&named), true, false)
    );
    let by_day = targets("rate", "percent", "by: 2025-03-31, at_least: 8");
    assert_eq!(times(&by_day), ["2023-07..2025-03 2025-03-31"]);
    assert!(by_day[0].by_day && !by_day[0].reported_for);
}

#[test]
fn when_a_state_holds_is_read_with_its_parts() {
    let plain = targets("stock", "person", "over: plan, at_least: 8");
    assert_eq!((plain[0].holds, plain[0].parts.len()), (Holds::AtDue, 0));
    let once = targets("stock", "person", "over: plan, holds: once, at_least: 8");
    assert_eq!(once[0].holds, Holds::Once);
    let every_day = targets("stock", "person", "over: plan, holds: throughout, at_least: 8");
    assert_eq!((every_day[0].holds, every_day[0].parts.len()), (Holds::Throughout { every: None }, 0));
    let quarters =
        targets("rate", "percent", "period: FY2024, holds: throughout, every: quarter, below: 5.5%");
    let [target] = quarters.as_slice() else { panic!("one target: {quarters:?}") };
    assert_eq!(target.holds, Holds::Throughout { every: Some(Every::Quarter) });
    let parts: Vec<String> = target.parts.iter().map(|part| part.text().to_string()).collect();
    assert_eq!(parts, ["2023-07..2023-09", "2023-10..2023-12", "2024-01..2024-03", "2024-04..2024-06"]);
    assert!(matches!(target.condition, Condition::Below(_)));
}

#[test]
fn a_whole_over_members_is_a_sum_only_where_it_is_asked() {
    let each = targets("rate", "percent", "period: FY2024, for_each: { counties: 90 }");
    let conditions: Vec<_> =
        each.iter().map(|target| target.condition.threshold().expect("a number")).collect();
    assert_eq!((conditions, each[0].whole_sum), (vec![90.into(); 3], false));
    let sum = targets("flow", "person", "period: FY2024, for_each: { counties: 90 }, whole: sum");
    assert_eq!((sum[0].condition.threshold(), sum[0].whole_sum), (Some(180.into()), true));
    assert!(sum[1..].iter().all(|member| !member.whole_sum && member.member_of.is_some()));
}

#[test]
fn a_signed_flow_and_a_balance_may_lie_below_zero() {
    let row = "it,FY2024,,-50,,,,,一\n";
    let report = loaded("flow", "person", "signed: true\n", row);
    assert!(it(&report).signed && it(&report).actuals.len() == 1);
    let balance = loaded("stock", "yuan", "", "it,,2024-06-30,-50,,,,,一\n");
    assert_eq!(it(&balance).actuals.len(), 1);
}

#[test]
fn rows_of_a_table_name_each_other_and_stand_for_another_time() {
    let rows = "it,..2024-06,,10,,..2025-06,..2024-06;source=early,,一\nit,..2025-06,,20,,,,,二\n";
    let own = "actuals:\n  - { period: ..2024-06, value: 12, source: early, locator: 三 }\n";
    let report = loaded("flow", "person", own, rows);
    let actuals = &it(&report).actuals;
    assert_eq!((actuals[1].same_start_as, actuals[1].superseded_by), (Some(2), Some(0)));
    assert!(report.sources.values().any(|source| source.count_from_first.is_some()));
    let survey = loaded("rate", "percent", "", "it,,2024-08,91,FY2025,,,调查,一\n");
    let stands_for = it(&survey).actuals[0].stands_for.expect("a time");
    assert_eq!(stands_for.text().to_string(), "2024-07..2025-06");
}

#[test]
fn a_newer_figure_says_itself_which_one_it_replaces() {
    let table = "indicator,period,qualifier,value,value_high,supersedes,both_stand,locator\n\
                 it,FY2024,between,10,12,FY2024;source=early,两份材料,一\n";
    let own = "actuals:\n  - { period: FY2024, value: 9, source: early, locator: 三 }\n";
    let report = with_table("flow", "person", own, table);
    let actuals = &it(&report).actuals;
    assert_eq!((actuals[0].superseded_by, actuals[1].superseded_by), (Some(1), None));
    assert!(
        matches!(&actuals[1].value, Value::Between(low, high) if low.text() == "10" && high.text() == "12")
    );
    assert!(actuals[1].both_stand.is_some());
    let written = "actuals:\n  - { period: FY2024, value: 9, source: early, locator: 三 }\n\
                   \x20 - { period: FY2024, value: 8, source: paper, locator: 三, supersedes: FY2024;source=early }\n";
    let report = loaded("flow", "person", written, "");
    assert_eq!(it(&report).actuals[0].superseded_by, Some(1));
}
