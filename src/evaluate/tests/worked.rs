//! The worked cases of docs/evaluation.md.

use super::build::*;
use crate::evaluate::{Interval, LeftOutWhy, Reason, Status, Use};
use crate::model::{Actual, Pace};

/// 1600, 1900 and 1900 students, admitted each September; 4161 recruited by mid-2020.
fn students(recruited: &str) -> Build {
    let steps = |build: Build| build.asked(|target| target.pace = Pace::Steps);
    let build = steps(flow().target("2018..2020", at_least("5400")));
    let build = steps(build.target("2018", at_least("1600")));
    let build = steps(build.target("2019", at_least("1900")));
    let build = steps(build.target("2020", at_least("1900")));
    build.actual(recruited, value("4161")).published("2020-06-25..2020-07-31")
}

/// The count had begun by the first day of the plan.
fn begun(actual: &mut Actual) {
    actual.since_at_latest = Some(day("2018-01-01"));
}

#[test]
fn students_counted_from_an_unknown_day_prove_neither_side() {
    let told = students("..2020-06").on("2020-08-01");
    assert_eq!(told.status(), Status::UnderWay);
    let path = told.first().path.as_ref().expect("something was reported");
    assert_eq!((shown(path.interval), path.planned), ("..".into(), Some(number("3500"))));
    assert_eq!(told.why(), Some(LeftOutWhy::StartUnknown));
}

#[test]
fn students_of_whom_it_is_known_that_the_count_had_begun_have_a_cap() {
    let told = students("..2020-06").said(begun).on("2020-08-01");
    let verdict = told.first();
    assert_eq!(verdict.status, Status::UnderWay);
    let path = verdict.path.as_ref().expect("something was reported");
    assert_eq!(path.planned, Some(number("3500")));
    assert_eq!(path.date, day("2020-06-30"));
    assert_eq!(shown(path.interval), "..4161");
    assert_eq!(share(path.attainment), "..77.0");
    assert!(path.attainment.high.expect("a cap") > number("77.05"), "77.1 % when rounded up, as a cap is");
    assert_eq!(told.interval(), "..", "of the whole three years nothing is known");
    assert!(told.has(&Reason::OnlyCap));
    assert!(told.has(&Reason::PathAt {
        date: day("2020-06-30"),
        planned: Some(number("3500")),
        first: None
    }));
    assert_eq!(told.0.indicators.values().next().expect("one").uses, [[Use::Cap]]);
}

#[test]
fn students_counted_from_2018_are_on_track() {
    let told = students("2018..2020-06").on("2020-08-01");
    assert_eq!(told.status(), Status::OnTrack);
    assert_eq!(shown(told.first().path.as_ref().expect("a path").interval), "4161..4161");
    assert_eq!(told.interval(), "4161..");
}

#[test]
fn students_with_nothing_more_reported_stay_undetermined() {
    assert_eq!(students("..2020-06").on("2021-05-11").status(), Status::Undetermined);
    let told = students("..2020-06").said(begun).on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert!(told.has(&Reason::CapOfPart { actuals: vec![0], periods: vec![period("2018-01..2020-06")] }));
    assert_eq!(
        told.first().settled_by,
        Some(Reason::Needs { period: period("2018..2020"), scope: scope_id("city") })
    );
}

/// At least 8,000 workers in 2020; 2,127 from January to May.
fn workers() -> Build {
    flow().target("2020", at_least("8000")).actual("2020-01..2020-05", value("2127")).published("2020-06-25")
}

#[test]
fn workers_are_behind_in_the_middle_of_the_year() {
    let told = workers().on("2020-07-01");
    let verdict = told.first();
    assert_eq!(verdict.status, Status::Behind);
    let path = verdict.path.as_ref().expect("a path");
    assert_eq!(share(path.attainment), "26.5..26.5");
    assert_eq!(path.attainment.low, Some(number("26.5875")));
    let planned = path.planned_attainment.expect("a path");
    assert_eq!(planned.round_dp(1), number("41.5"), "152 of 366 days");
    assert_eq!(verdict.reached().0, path.interval);
}

#[test]
fn workers_with_nothing_more_reported_are_undetermined() {
    let told = workers().on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert_eq!(told.interval(), "2127..");
    assert_eq!(told.first().attainment.low, Some(number("26.5875")));
    assert!(told.has(&Reason::FloorFrom {
        actuals: vec![0],
        less: vec![],
        total: number("2127"),
        open: false
    }));
    assert!(told.has(&Reason::OnlyFloor));
    assert!(told.has(&Reason::NoFloorFor { periods: vec![period("2020-06..2020-12")] }));
    assert!(told.has(&Reason::NoCapFor { periods: vec![period("2020-06..2020-12")] }));
    let needed = Reason::Needs { period: period("2020-06..2020-12"), scope: scope_id("city") };
    assert_eq!(told.first().settled_by, Some(needed));
}

#[test]
fn fiscal_aid_since_2016_caps_every_year_and_proves_none() {
    let mut build = flow();
    for year in ["2018", "2019", "2020"] {
        build = build.target(year, at_least("1.8亿"));
    }
    let told = build.actual("2016..2020-06", value("12.54亿")).on("2021-05-11");
    for (verdict, outside) in told.verdicts().iter().zip([
        Some(vec![period("2016..2017"), period("2019-01..2020-06")]),
        Some(vec![period("2016..2018"), period("2020-01..2020-06")]),
        None,
    ]) {
        assert_eq!(verdict.status, Status::Undetermined);
        assert_eq!(verdict.interval.low, None);
        if let Some(outside) = outside {
            assert_eq!(
                verdict.interval.high,
                Some(number("1254500000")),
                "12.54亿 and half of its last digit"
            );
            let more = Reason::CapSpansMore {
                actual: 0,
                outside,
                wider: None,
                beyond: Some(number("10.735亿").normalize()),
            };
            assert!(verdict.reasons.contains(&more), "{:?}", verdict.reasons);
        }
    }
    let part = Reason::CapOfPart { actuals: vec![0], periods: vec![period("2020-01..2020-06")] };
    assert!(told.verdicts()[2].reasons.contains(&part), "of 2020 it caps the first half");
}

#[test]
fn a_towns_funds_over_four_years_cap_the_three_of_the_plan() {
    let told = flow()
        .target("2018..2020", at_least("300万"))
        .actual("2017..2020", value("1043.47万"))
        .on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert_eq!(told.first().attainment, Interval::OPEN, "a maximum of more than all of it says nothing");
    let more = Reason::CapSpansMore {
        actual: 0,
        outside: vec![period("2017")],
        wider: None,
        beyond: Some(number("743.465万").normalize()),
    };
    assert!(told.has(&more), "{:?}", told.first().reasons);
    assert!(told.has(&Reason::OnlyCap));
}

#[test]
fn a_figure_for_two_cities_caps_one() {
    let told = flow()
        .target("2018", at_least("1亿"))
        .actual("2016..2019-07", value("10.65亿"))
        .of("province")
        .on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    let more = Reason::CapSpansMore {
        actual: 0,
        outside: vec![period("2016..2017"), period("2019-01..2019-07")],
        wider: Some(scope_id("province")),
        beyond: Some(number("9.645亿").normalize()),
    };
    assert!(told.has(&more), "{:?}", told.first().reasons);
    assert!(told.has(&Reason::OnlyCap));
}
