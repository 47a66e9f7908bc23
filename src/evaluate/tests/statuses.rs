//! Every status, and the order in which they are tried.

use super::build::*;
use crate::evaluate::{Interval, Reason, Status, count};
use crate::model::{ActualKind, Binding, Condition, Pace, Revision, RevisionChange};

fn status(build: Build, as_of: &str) -> Status {
    build.on(as_of).status()
}

fn year() -> Build {
    flow().target("2019", at_least("100"))
}

#[test]
fn met_as_soon_as_it_is_proven() {
    assert_eq!(status(year().actual("2019-01..2019-06", value("100")), "2019-07-01"), Status::Met);
    assert_eq!(status(year().actual("2019-01..2019-06", more_than("100")), "2019-07-01"), Status::Met);
    assert_eq!(
        status(
            year().actual("2019-01..2019-06", value("60")).actual("2019-07..2019-12", value("40")),
            "2021-01-01"
        ),
        Status::Met
    );
}

#[test]
fn missed_only_after_the_due_day() {
    let short = || year().actual("2019", value("99"));
    assert_eq!(status(short(), "2020-01-01"), Status::Missed);
    assert_eq!(status(short(), "2019-12-31"), Status::Behind);
    let due_later = short().asked(|target| target.due = day("2020-03-31"));
    assert_eq!(status(due_later, "2020-03-31"), Status::Behind);
    assert_eq!(status(year().actual("2018..2020", value("99")), "2021-01-01"), Status::Missed);
}

#[test]
fn before_it_is_due_the_path_decides() {
    let half = |number: &str| year().actual("2019-01..2019-06", value(number));
    // 181 of 365 days: 49.58… are planned.
    assert_eq!(status(half("50"), "2019-07-10"), Status::OnTrack);
    assert_eq!(status(half("49"), "2019-07-10"), Status::Behind);
    let without = |pace: Pace| half("49").asked(move |target| target.pace = pace);
    assert_eq!(status(without(Pace::None), "2019-07-10"), Status::UnderWay);
    assert_eq!(
        status(without(Pace::Steps), "2019-07-10"),
        Status::UnderWay,
        "nothing is planned before the end"
    );
    assert_eq!(status(year().actual("2019-01..2019-06", more_than("49")), "2019-07-10"), Status::UnderWay);
    assert_eq!(status(year().actual("2019-01..2019-06", about("50")), "2019-07-10"), Status::UnderWay);
}

#[test]
fn what_may_just_reach_the_path_is_not_behind() {
    // One a day.
    let build = |value| flow().target("2018..2019", at_least("730")).actual("2018", value);
    assert_eq!(status(build(at_most("365")), "2019-01-15"), Status::UnderWay);
    assert_eq!(status(build(at_most("364")), "2019-01-15"), Status::Behind);
    assert_eq!(status(build(value("365")), "2019-01-15"), Status::OnTrack);
}

#[test]
fn the_path_of_a_whole_follows_the_quotas_of_its_years() {
    let build = || {
        flow()
            .target("2018..2019", at_least("400"))
            .target("2018", at_least("100"))
            .target("2019", at_least("300"))
            .actual("2018", value("120"))
    };
    let told = build().on("2019-03-01");
    assert_eq!(told.status(), Status::OnTrack);
    assert_eq!(told.first().path.as_ref().and_then(|path| path.planned), Some(number("100")));
    // What the plan asks by the end of a year is a point of the path, whether or not the years add up.
    let told = build().asked(|target| target.condition = at_least("301")).on("2019-03-01");
    assert_eq!(told.status(), Status::OnTrack);
}

#[test]
fn totals_from_the_same_first_day_are_points_of_the_path() {
    let build = |reached: &str| {
        let mut build = flow();
        for (year, least) in [("2023", "30000"), ("2020", "5000"), ("2021", "12000"), ("2022", "20000")] {
            build = build.target(&format!("2020..{year}"), at_least(least));
        }
        build.actual("2020..2022", value(reached)).on("2023-03-01")
    };
    assert_eq!(build("20700").status(), Status::OnTrack);
    assert_eq!(build("20000").status(), Status::OnTrack);
    let told = build("19000");
    assert_eq!(told.status(), Status::Behind);
    assert_eq!(told.first().path.as_ref().and_then(|path| path.planned_shown), Some(number("20000")));
}

#[test]
fn a_finer_quota_neither_eases_the_path_nor_takes_it_away() {
    let build = || flow().target("2019..2020", at_least("730")).target("2019", at_least("365"));
    let with = |build: Build| build.actual("2019", value("364")).on("2020-03-01").status();
    assert_eq!(with(build()), Status::Behind);
    assert_eq!(with(build().target("2019-H1", at_least("10"))), Status::Behind);
    assert_eq!(with(build().target("2019-H2", at_least("10"))), Status::Behind);
}

#[test]
fn what_is_already_beyond_what_is_allowed_is_missed() {
    for condition in [no_more_than("100"), Condition::Exactly(w("100")), Condition::Within(w("50"), w("100"))]
    {
        let build = || flow().target("2019", condition.clone()).actual("2019-01..2019-06", value("120"));
        let told = build().on("2019-07-10");
        assert_eq!(told.status(), Status::Missed, "nothing later can undo it: {condition:?}");
        assert!(told.has(&Reason::AlreadyBeyond));
        assert_eq!(status(build(), "2020-01-01"), Status::Missed, "{condition:?}");
    }
}

#[test]
fn too_little_for_a_whole_period_that_is_over_is_behind_until_it_is_due() {
    let build = || {
        year().actual("2019", value("99")).asked(|target| {
            target.due = day("2020-03-31");
            target.pace = Pace::None;
        })
    };
    let told = build().on("2020-01-15");
    assert_eq!(told.status(), Status::Behind);
    assert!(told.has(&Reason::AlreadyShort));
    assert_eq!(status(build(), "2020-04-01"), Status::Missed);
}

#[test]
fn a_ceiling_kept_so_far_is_on_track_and_a_large_part_of_it_early_is_no_failure() {
    let build =
        |number: &str| flow().target("2019", no_more_than("100")).actual("2019-01..2019-06", value(number));
    assert_eq!(status(build("49"), "2019-07-10"), Status::OnTrack);
    assert_eq!(status(build("51"), "2019-07-10"), Status::UnderWay);
    assert_eq!(status(build("51"), "2020-07-10"), Status::Undetermined);
}

#[test]
fn a_flow_that_is_limited_at_all_is_zero_or_more() {
    let build =
        |low: &str| flow().target("2019", Condition::Within(w(low), w("50"))).actual("2019", at_most("40"));
    assert_eq!(status(build("0"), "2021-01-01"), Status::Met);
    assert_eq!(status(build("1"), "2021-01-01"), Status::Undetermined);
}

#[test]
fn a_planned_range_may_be_exceeded() {
    let build = |number: &str| {
        flow().target("2019", Condition::Between(w("1"), w("3"))).actual("2019", value(number))
    };
    for (number, expected, exceeded) in [
        ("0", Status::Missed, false),
        ("1", Status::Met, false),
        ("3", Status::Met, false),
        ("4", Status::Met, true),
    ] {
        let told = build(number).on("2021-01-01");
        assert_eq!((told.status(), told.first().exceeded), (expected, exceeded), "{number}");
    }
}

#[test]
fn rounding_that_straddles_the_threshold_decides_nothing() {
    let told = flow().target("2019", at_least("1.80亿")).actual("2019", value("1.8亿")).on("2021-01-01");
    assert_eq!(told.status(), Status::Undetermined, "coarser than the threshold");
    assert_eq!(told.interval(), "175000000..185000000");
    assert!(told.has(&Reason::Rounding { actuals: vec![0] }));
    let as_published = flow().target("2019", at_least("1.8亿")).actual("2019", value("1.80亿"));
    assert_eq!(status(as_published, "2021-01-01"), Status::Met);
    let halves = flow()
        .target("2019", at_least("1.8亿"))
        .actual("2019-H1", value("1.0亿"))
        .actual("2019-H2", value("0.8亿"));
    assert_eq!(status(halves, "2021-01-01"), Status::Undetermined, "in sums the rounding counts");
    assert_eq!(
        status(flow().target("2019", at_least("1.8亿")).actual("2019", value("180000000")), "2021-01-01"),
        Status::Met
    );
}

#[test]
fn undetermined_not_comparable_and_no_data() {
    assert_eq!(status(year().actual("2019-01..2019-06", value("60")), "2021-01-01"), Status::Undetermined);
    let other = year().actual("2018", value("60")).on("2021-01-01");
    assert_eq!(other.status(), Status::NoData, "all figures are of other periods");
    assert!(other.has(&Reason::NothingForPeriod { period: period("2019") }));
    assert_eq!(status(year().actual("2018", value("60")), "2019-06-01"), Status::NoData);
    assert_eq!(status(year().actual("2019", value("60")).of("other-city"), "2021-01-01"), Status::NoData);
    let wider = year().actual("2018..2019", more_than("60"));
    assert_eq!(status(wider, "2021-01-01"), Status::NotComparable);
    assert_eq!(status(year(), "2021-01-01"), Status::NoData);
    assert_eq!(status(year(), "2019-06-01"), Status::NoData);
    let unpublished = year().actual("2019", value("100")).published("2021-06-01");
    let told = unpublished.on("2021-01-01");
    assert_eq!(told.status(), Status::NoData);
    assert!(told.has(&Reason::NothingReported));
    let expected = year().actual("2019", value("100")).said(|actual| actual.kind = ActualKind::Expected);
    assert_eq!(status(expected, "2021-01-01"), Status::NoData, "an expectation is no report");
}

#[test]
fn a_source_dated_by_a_stretch_counts_from_its_last_day_or_by_a_reason_from_its_first() {
    let build = || year().actual("2019", value("100")).published("2020-06-25..2020-07-31");
    assert_eq!(status(build(), "2020-07-30"), Status::NoData);
    assert_eq!(status(build(), "2020-07-31"), Status::Met);
    let first = || build().counts_from_first();
    assert_eq!(status(first(), "2020-06-24"), Status::NoData);
    assert_eq!(status(first(), "2020-06-25"), Status::Met);
    // Not before the last day of which it speaks.
    let speaks = || flow().target("2020", at_least("100")).actual("2020-01-01..2020-07-10", value("100"));
    let speaks = || speaks().published("2020-06-25..2020-07-31").counts_from_first();
    assert_eq!(status(speaks(), "2020-07-09"), Status::NoData);
    assert_eq!(status(speaks(), "2020-07-10"), Status::Met);
}

#[test]
fn not_due_before_it_begins_unless_something_is_proven() {
    assert_eq!(status(year(), "2018-12-31"), Status::NotDue);
    assert_eq!(status(year(), "2019-01-01"), Status::NoData);
    assert!(year().on("2018-12-31").has(&Reason::NotBegun { start: period("2019").start().expect("a day") }));
    assert_eq!(status(year().actual("2018", value("5")), "2018-12-31"), Status::NotDue);
}

fn revision(on: &str, change: RevisionChange) -> Revision {
    Revision { on: day(on), change, why: words("why"), who: None, source: None }
}

#[test]
fn dropped_from_the_day_of_the_revision() {
    let build = || {
        year()
            .asked(|target| target.revisions.push(revision("2019-06-30", RevisionChange::Dropped)))
            .actual("2019", value("100"))
    };
    let told = build().on("2021-01-01");
    assert_eq!(told.status(), Status::Dropped);
    assert!(told.has(&Reason::DroppedBy { revision: 0 }));
    assert_eq!(status(build(), "2019-06-29"), Status::Met);
    assert_eq!(status(build(), "2019-06-30"), Status::Dropped);
}

#[test]
fn the_condition_in_force_on_the_day_is_judged() {
    let build = || {
        year()
            .asked(|target| {
                target.revisions.push(revision("2019-03-31", RevisionChange::Was(at_least("300"))));
                target.revisions.push(revision("2019-09-30", RevisionChange::Was(at_least("200"))));
            })
            .actual("2019-01..2019-02", value("150"))
    };
    assert_eq!(build().on("2019-03-30").first().condition, at_least("300"));
    let published_later = build().revised_by_source("2019-05-15");
    assert_eq!(published_later.on("2019-05-01").first().condition, at_least("300"));
    let told = build().on("2019-04-01");
    assert_eq!(told.first().condition, at_least("200"));
    assert!(told.has(&Reason::BeforeRevision { revision: 1 }));
    assert_eq!(told.status(), Status::OnTrack);
    assert_eq!(status(build(), "2019-09-30"), Status::Met);
}

#[test]
fn what_is_changed_after_the_due_day_is_told_and_not_judged_by() {
    let lowered = || {
        year()
            .asked(|target| {
                target.condition = at_least("75");
                target.revisions.push(revision("2020-04-20", RevisionChange::Was(at_least("80"))));
            })
            .actual("2019", value("76"))
    };
    for as_of in ["2020-01-15", "2020-04-20", "2021-01-01"] {
        let told = lowered().on(as_of);
        assert_eq!((told.status(), &told.first().condition), (Status::Missed, &at_least("80")), "{as_of}");
    }
    let told = lowered().on("2021-01-01");
    assert_eq!(told.first().later_changes, [0]);
    assert!(told.has(&Reason::ChangedLater { revision: 0 }));
    let dropped = |on: &'static str| {
        year()
            .asked(move |target| target.revisions.push(revision(on, RevisionChange::Dropped)))
            .actual("2019", value("99"))
            .on("2021-01-01")
            .status()
    };
    assert_eq!(dropped("2019-12-31"), Status::Dropped, "on the due day it still drops");
    assert_eq!(dropped("2020-01-01"), Status::Missed);
}

#[test]
fn an_indicator_stands_as_its_last_due_target_does() {
    let build = || {
        flow()
            .target("2018", at_least("100"))
            .target("2019", at_least("100"))
            .asked(|target| target.binding = Some(Binding::Binding))
            .target("2020", at_least("100"))
            .actual("2018", value("120"))
            .actual("2019", value("90"))
    };
    let told = build().on("2019-12-31");
    assert_eq!(told.0.by_indicator.of(Status::Behind), 1);
    let told = build().on("2020-03-01");
    assert_eq!(told.0.by_indicator.iter().collect::<Vec<_>>(), [(Status::NoData, 1)]);
    assert_eq!(told.0.counts.total(), 3);
    let [(_, binding), (_, indicative)] = &told.0.by_binding;
    assert_eq!((binding.of(Status::Missed), binding.total(), indicative.total()), (1, 1, 0));
    let own = build().indicator(|indicator| indicator.binding = Some(Binding::Indicative)).on("2020-03-01");
    assert_eq!(own.0.by_binding[1].1.total(), 2, "a target's own word comes first");
}

#[test]
fn what_would_settle_it_is_tried_and_never_there_already() {
    let three_years = || flow().target("2018..2020", at_least("5000")).actual("2018..2019", value("3000"));
    assert_eq!(three_years().on("2020-06-30").first().settled_by, None, "nothing can before it is over");
    let told = three_years().on("2021-05-11");
    let needed = Reason::Needs { period: period("2020"), scope: scope_id("city") };
    assert_eq!(told.first().settled_by, Some(needed));
}

#[test]
fn a_reason_never_denies_its_verdict() {
    let told = flow().target("2018", no_more_than("5")).actual("2018", at_most("3")).on("2021-01-01");
    assert_eq!(told.status(), Status::Met);
    let told = flow().target("2018", no_more_than("5")).actual("2018", more_than("8")).on("2021-01-01");
    assert_eq!(told.status(), Status::Missed);
    assert!(!told.first().reasons.iter().any(|reason| matches!(
        reason,
        Reason::OnlyCap | Reason::OnlyFloor | Reason::LimitNotKept | Reason::LimitNotBroken
    )));
    let told = flow().target("2018", no_more_than("5")).actual("2018", more_than("4")).on("2021-01-01");
    assert!(told.has(&Reason::LimitNotKept) && !told.has(&Reason::OnlyFloor));
}

#[test]
fn a_due_day_before_the_end_asks_for_it_by_that_day() {
    let build = |time: &str| year().asked(|target| target.due = day("2019-03-31")).actual(time, value("100"));
    let told = build("2019").on("2021-01-01");
    assert_eq!(told.status(), Status::Undetermined, "a hundred in the year may have come after March");
    assert!(told.has(&Reason::DueEarlier { due: day("2019-03-31"), end: day("2019-12-31") }));
    assert_eq!(status(build("2019-01..2019-03"), "2019-04-01"), Status::Met);
}

#[test]
fn a_whole_stands_as_its_worst_member_and_counts_them() {
    let member = |build: Build, scope: &'static str, number: &str| {
        build.target("2019", at_least(number)).asked(|target| {
            target.scope = scope_id(scope);
            target.member_of = Some(crate::model::TargetId("it@2019;n=0".into()));
        })
    };
    let build = flow().target("2019", at_least("3"));
    let build = member(member(build, "town-a", "2"), "town-b", "1").indicator(|indicator| {
        let members = indicator.targets[1..].iter().map(|target| target.id.clone()).collect();
        indicator.targets[0].members = members;
    });
    let report =
        build.actual("2019", value("1")).of("town-a").actual("2019", value("2")).of("town-b").report();
    let evaluation = crate::evaluate::evaluate(&report, day("2021-01-01"));
    let of = evaluation.indicators.values().next().expect("one");
    let statuses: Vec<Status> = of.verdicts.iter().map(|verdict| verdict.status).collect();
    assert_eq!(statuses, [Status::Missed, Status::Missed, Status::Met], "as its worst member");
    assert_eq!(of.verdicts[0].attainment, Interval::OPEN);
    let members = of.verdicts[0].reasons.last().expect("reasons");
    assert_eq!((members.members(Status::Met), members.members(Status::Missed)), (Some(1), Some(1)));
    assert_eq!(evaluation.counts.total(), 1, "members do not count besides the whole");
    assert_eq!(
        count([(report.indicators.values().next().expect("one").as_ref(), of.as_ref())]),
        evaluation.counts
    );
}

#[test]
fn every_status_has_its_own_name() {
    let names: std::collections::BTreeSet<_> = Status::ALL.iter().map(|status| status.as_str()).collect();
    assert_eq!(names.len(), Status::ALL.len());
}

#[test]
fn numbers_at_the_edge_of_what_is_kept_do_not_panic() {
    let most = "9999999999999999999999999999";
    let mut build = year().target("2018..2020", at_least(most));
    for year in ["2018", "2019", "2020"] {
        build = build.actual(year, value(most)).actual(year, about(most)).of("town-a");
    }
    for as_of in ["2018-05-01", "2020-06-01", "2022-01-01"] {
        let _ = flow().target("2018..2020", no_more_than(most)).actual("2018", value(most)).on(as_of);
    }
    assert_eq!(build.on("2022-01-01").status(), Status::Met);
}
