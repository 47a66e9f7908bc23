//! Every reason why a figure says nothing of a target.

use super::build::*;
use crate::evaluate::{LeftOutWhy, Reason, Status};
use crate::model::{ActualKind, Value};

fn year() -> Build {
    flow().target("2019", at_least("100"))
}

fn why(build: Build) -> Option<LeftOutWhy> {
    build.on("2021-05-11").why()
}

#[test]
fn facts_about_the_figure_itself() {
    let told = year().actual("2019", value("5")).published("2022-01-01").on("2021-05-11");
    assert_eq!(told.why(), Some(LeftOutWhy::SourceNotYetPublished));

    let superseded =
        year().actual("2019", value("5")).said(|a| a.superseded_by = Some(1)).actual("2019", value("200"));
    let told = superseded.on("2021-05-11");
    assert_eq!((told.why(), told.status()), (Some(LeftOutWhy::Superseded), Status::Met));

    for kind in [
        ActualKind::Planned,
        ActualKind::Expected,
        ActualKind::Standard,
        ActualKind::Baseline,
        ActualKind::Background,
    ] {
        let build = year().actual("2019", value("500")).said(|a| a.kind = kind);
        assert_eq!(why(build), Some(LeftOutWhy::NotAResult(kind)));
    }
    let build =
        year().actual("2019", value("500")).said(|a| a.definition = Some(words("households, not persons")));
    let told = build.on("2021-05-11");
    assert_eq!((told.why(), told.status()), (Some(LeftOutWhy::OtherDefinition), Status::NotComparable));

    assert_eq!(
        why(year().actual("2019", value("500")).said(|a| a.dated = true)),
        Some(LeftOutWhy::OtherMeasure)
    );
    assert_eq!(why(year().actual("2019", Value::Done)), Some(LeftOutWhy::OtherMeasure));
    assert_eq!(why(year().actual("2019", value("-3"))), Some(LeftOutWhy::OtherMeasure));
}

#[test]
fn a_figure_is_replaced_only_once_the_other_is_published() {
    let build = || {
        year()
            .actual("2019", value("150"))
            .said(|a| a.superseded_by = Some(1))
            .actual("2019", value("50"))
            .published("2020-06-01")
    };
    assert_eq!(build().on("2020-05-31").status(), Status::Met);
    assert_eq!(build().on("2020-06-01").status(), Status::Missed);
}

#[test]
fn figures_in_conflict() {
    // For the same days and scope: both are possible.
    let told = year().actual("2019", value("90")).actual("2019", value("110")).on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("90..110".into(), Status::Undetermined));
    let either = year().actual("2019", value("120")).actual("2019", value("110")).on("2021-05-11");
    assert_eq!(either.status(), Status::Met, "whichever is right");
    // A part above its whole: one of them is wrong, and what both leave possible is used.
    let told = year().actual("2019", value("90")).actual("2019-H1", value("95")).on("2021-05-11");
    assert!(told.has(&Reason::Disputed { actuals: vec![0, 1] }));
    assert_eq!((told.interval(), told.left_out()), ("90..".into(), vec![]));
    assert_eq!(told.status(), Status::Undetermined);
}

#[test]
fn other_scopes() {
    assert_eq!(why(year().actual("2019", value("500")).of("other-city")), Some(LeftOutWhy::OtherScope));
    assert_eq!(why(year().actual("2019", more_than("500")).of("province")), Some(LeftOutWhy::WiderScope));
    assert_eq!(why(year().actual("2019", at_most("500")).of("town-a")), Some(LeftOutWhy::NarrowerScope));
    assert_eq!(why(year().actual("2018..2019", value("500")).of("town-a")), Some(LeftOutWhy::NarrowerScope));
}

#[test]
fn other_days() {
    assert_eq!(why(year().actual("2018", value("500"))), Some(LeftOutWhy::OtherPeriod));
    let early = |build: Build| build.asked(|target| target.due = day("2019-03-31"));
    assert_eq!(why(early(year()).actual("2019-05", value("500"))), Some(LeftOutWhy::AfterDue));
    assert_eq!(why(year().actual("..2019-05", more_than("500"))), Some(LeftOutWhy::StartUnknown));
    assert_eq!(why(year().actual("2018..2019", more_than("500"))), Some(LeftOutWhy::NotInPeriod));
    let partial = |build: Build| build.said(|a| a.partial = true);
    assert_eq!(why(partial(year().actual("2018..2019", value("500")))), Some(LeftOutWhy::PartialNoCap));
    assert_eq!(why(partial(year().actual("2019", at_most("500")))), Some(LeftOutWhy::PartialNoCap));
}

#[test]
fn a_partial_figure_is_a_floor_and_no_cap() {
    let told = year().actual("2019", value("60")).said(|a| a.partial = true).on("2021-05-11");
    assert_eq!((told.interval(), told.status(), told.why()), ("60..".into(), Status::Undetermined, None));
    let intervals = &told.0.indicators.values().next().expect("one").intervals;
    assert_eq!(shown(intervals[0]), "60..");
}

#[test]
fn dates_of_stocks_and_rates() {
    let told = stock()
        .target("2019", at_least("100"))
        .actual("2019-06-30", value("50"))
        .actual("2019-12-31", value("120"))
        .on("2021-05-11");
    assert_eq!((told.why(), told.status()), (Some(LeftOutWhy::NotDeciding), Status::Met));
    let told = stock()
        .target("2019", at_least("100"))
        .actual("2019-03-31", value("50"))
        .actual("2019-06-30", value("120"))
        .on("2021-05-11");
    assert_eq!((told.why(), told.status()), (Some(LeftOutWhy::NotLatest), Status::Undetermined));

    let day_unknown = stock().target("2019", at_least("100")).actual("2018-12..2019-01", value("500"));
    assert_eq!(why(day_unknown), Some(LeftOutWhy::DayUnknown));
    let for_a_part = stock().target("2019", at_least("100")).actual("2019-03", value("500")).of("town-a");
    assert_eq!(why(for_a_part), Some(LeftOutWhy::DayUnknown));
    let over = |time: &str| {
        rate().target("2019", at_least("50%")).actual(time, value("60%")).said(|a| a.dated = false)
    };
    assert_eq!(why(over("2018-07..2019-06")), Some(LeftOutWhy::NotInPeriod));
    assert_eq!(why(over("..2019-06")), Some(LeftOutWhy::StartUnknown));
    assert_eq!(why(over("2018")), Some(LeftOutWhy::OtherPeriod));
    let by_day = over("2019-H1").asked(|target| target.by_day = true);
    assert_eq!(why(by_day), Some(LeftOutWhy::PartOfPeriod), "a half year is no state of a day");
    let with_year = over("2019-H1").actual("2019", value("55%")).said(|a| a.dated = false);
    assert_eq!(why(with_year), Some(LeftOutWhy::PartOfPeriod));
    let of =
        |scope: &str| rate().target("2019", at_least("50%")).actual("2019-06-30", value("60%")).of(scope);
    assert_eq!(why(of("town-a")), Some(LeftOutWhy::RateOfOtherScope));
    assert_eq!(why(of("province")), Some(LeftOutWhy::RateOfOtherScope));
}

#[test]
fn others_prove_more() {
    let told = year()
        .actual("2019-01..2019-03", value("20"))
        .actual("2019-01..2019-06", value("70"))
        .on("2021-05-11");
    assert_eq!(told.interval(), "70..");
    // The first quarter is neither in the best minimum nor needed for a maximum of the half year,
    // but it limits its own months.
    assert_eq!(told.why(), None);
    let told =
        year().actual("2019-01..2019-03", more_than("20")).actual("2019", value("70")).on("2021-05-11");
    assert_eq!(told.left_out(), [(vec![0], LeftOutWhy::OthersProveMore)]);
}

#[test]
fn figures_left_out_for_one_reason_stand_together() {
    let told = year()
        .actual("2018", value("1"))
        .actual("2019", value("500"))
        .of("other-city")
        .actual("2017", value("2"))
        .on("2021-05-11");
    assert_eq!(told.left_out(), [(vec![0, 2], LeftOutWhy::OtherPeriod), (vec![1], LeftOutWhy::OtherScope)]);
}
