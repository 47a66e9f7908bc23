//! Milestones: done, or seen unfinished.

use super::build::*;
use crate::evaluate::{ConflictKind, LeftOutWhy, Reason, Status};
use crate::model::{Condition, Value};

fn by_august() -> Build {
    milestone().target("2018..2019-08", Condition::Done)
}

fn status(build: Build) -> Status {
    build.on("2021-05-11").status()
}

#[test]
fn done_in_time_late_or_perhaps() {
    assert_eq!(status(by_august().actual("2019-08", Value::Done)), Status::Met);
    assert_eq!(status(by_august().actual("..2019-08", Value::Done)), Status::Met);
    assert_eq!(status(by_august().actual("2017", Value::Done)), Status::Met, "before the plan began");
    assert_eq!(status(by_august().actual("2019-09-01", Value::Done)), Status::Missed);
    assert_eq!(status(by_august().actual("2019", Value::Done)), Status::Undetermined);
    assert_eq!(status(by_august().actual("2019-08-31..2019-09-05", Value::Done)), Status::Undetermined);
    assert_eq!(status(by_august()), Status::NoData);
    let told = by_august().actual("2019", Value::Done).on("2021-05-11");
    assert!(told.has(&Reason::DoneAround { actual: 0, period: period("2019") }));
    assert_eq!(
        told.first().settled_by,
        Some(Reason::Needs { period: period("2019-08-31"), scope: scope_id("city") })
    );
    let told = by_august().actual("2019-08", Value::Done).on("2021-05-11");
    assert!(told.has(&Reason::DoneBy { actual: 0, by: day("2019-08-31") }));
    let told = by_august().actual("2019-10", Value::Done).on("2021-05-11");
    assert!(told.has(&Reason::DoneLate { actual: 0, from: day("2019-10-01") }));
}

#[test]
fn seen_unfinished_before_on_and_after_the_due_day() {
    let seen = |time: &str| by_august().actual(time, Value::InProgress);
    assert_eq!(seen("2019-06").on("2019-07-01").status(), Status::UnderWay);
    assert_eq!(status(seen("2019-06")), Status::Undetermined);
    assert_eq!(status(seen("2019-08-31")), Status::Missed);
    assert_eq!(status(seen("2019-08")), Status::Undetermined, "some day in August");
    assert_eq!(status(seen("2020-06")), Status::Missed);
    assert_eq!(status(seen("..2020-06")), Status::Undetermined);
    assert!(
        seen("2020-06").on("2021-05-11").has(&Reason::Unfinished { actual: 0, period: period("2020-06") })
    );
}

#[test]
fn two_figures_together_prove_more() {
    let build = by_august().actual("2019", Value::Done).actual("2019-09-05", Value::InProgress);
    assert_eq!(status(build), Status::Missed);
}

#[test]
fn only_the_same_scope_counts_and_a_part_of_it_done_is_not_done() {
    for (scope, why) in [
        ("town-a", LeftOutWhy::NarrowerScope),
        ("province", LeftOutWhy::WiderScope),
        ("other-city", LeftOutWhy::OtherScope),
    ] {
        let told = by_august().actual("2019-05", Value::Done).of(scope).on("2021-05-11");
        // What happened somewhere else is no report on this.
        let status = if scope == "other-city" { Status::NoData } else { Status::NotComparable };
        assert_eq!((told.status(), told.why()), (status, Some(why)));
    }
    let told = by_august().actual("2019-05", Value::Done).said(|a| a.partial = true).on("2021-05-11");
    assert_eq!((told.status(), told.why()), (Status::NotComparable, Some(LeftOutWhy::PartialNoCap)));
    assert_eq!(
        by_august().actual("2019-05", value("5")).on("2021-05-11").why(),
        Some(LeftOutWhy::OtherMeasure)
    );
}

#[test]
fn done_and_later_unfinished_is_a_conflict() {
    let told =
        by_august().actual("2019-05", Value::Done).actual("2019-07", Value::InProgress).on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    let [conflict] = &told.0.conflicts[..] else { panic!("{:?}", told.0.conflicts) };
    assert_eq!(conflict.kind, ConflictKind::Milestone);
    assert_eq!((&conflict.floor[..], &conflict.cap[..]), (&[1][..], &[0][..]));
    let twice = by_august().actual("2019-05", Value::Done).actual("2019-07", Value::Done).on("2021-05-11");
    assert_eq!((twice.0.conflicts.len(), twice.status()), (1, Status::Undetermined));
    let fine = by_august().actual("2019", Value::Done).actual("2019-07", Value::InProgress).on("2021-05-11");
    assert!(fine.0.conflicts.is_empty());
}

#[test]
fn more_than_one_reading_of_the_same_event_agree() {
    let build = by_august().actual("2019", Value::Done).actual("2019-03..2019-09", Value::Done);
    assert!(build.on("2021-05-11").0.conflicts.is_empty());
    let build = by_august().actual("2019", Value::Done).actual("2019-03..2019-08", Value::Done);
    assert_eq!(status(build), Status::Met);
}
