//! Stocks and rates: the state at a date.

use super::build::*;
use crate::evaluate::{Reason, Status};
use crate::model::Value;

fn by_2020() -> Build {
    stock().target("2018..2020", at_least("100"))
}

#[test]
fn the_latest_figure_inside_the_period_counts_and_shows_its_date() {
    let told =
        by_2020().actual("2019-06-30", value("120")).actual("2020-12-31", value("90")).on("2021-05-11");
    assert_eq!(told.status(), Status::Missed);
    assert_eq!(told.first().dated, Some(period("2020-12-31")));
    assert!(told.has(&Reason::Latest { actuals: vec![1], on: period("2020-12-31") }));
    let told =
        by_2020().actual("2019-06-30", value("120")).actual("2021-01-31", value("90")).on("2021-05-11");
    assert_eq!((told.status(), told.first().dated), (Status::Met, Some(period("2019-06-30"))));
}

#[test]
fn what_failed_before_the_due_day_may_have_been_reached_since() {
    let told = by_2020().actual("2020-06-30", value("92")).on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert!(told.has(&Reason::BeforeDue { on: period("2020-06-30"), due: day("2020-12-31") }));
    assert_eq!(
        told.first().settled_by,
        Some(Reason::Needs { period: period("2020-12-31"), scope: scope_id("city") })
    );
    let in_december = by_2020().actual("2020-12", value("92")).on("2021-05-11");
    assert_eq!(in_december.status(), Status::Undetermined, "some day in December is not its last");
}

#[test]
fn a_part_is_a_floor_and_a_whole_a_cap_on_the_same_day() {
    let told = by_2020()
        .actual("2020-12-31", value("60"))
        .of("town-a")
        .actual("2020-12-31", value("45"))
        .of("town-b")
        .actual("2020-12-31", value("300"))
        .of("province")
        .on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("105..300".into(), Status::Met));
    let told = by_2020()
        .actual("2020-12-31", more_than("80"))
        .actual("2020-12-31", value("60"))
        .of("town-a")
        .actual("2020-12-31", value("45"))
        .of("town-b")
        .actual("2020-12-30", value("500"))
        .of("town-b")
        .on("2021-05-11");
    assert_eq!(told.interval(), "105..", "the parts of the same day, not those of another");
    let told = by_2020().actual("2020-12-31", value("95")).of("province").on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("..95".into(), Status::Missed));
}

#[test]
fn parts_that_make_up_the_whole_cap_it() {
    let halves = |first: &str, second: &str| {
        by_2020()
            .asked(|target| target.scope = scope_id("whole"))
            .actual("2020-12-31", value(first))
            .of("half-a")
            .actual("2020-12-31", value(second))
            .of("half-b")
            .on("2021-05-11")
    };
    assert_eq!(
        (halves("40", "50").interval(), halves("40", "50").status()),
        ("90..90".into(), Status::Missed)
    );
    let told = by_2020()
        .actual("2020-12-31", value("40"))
        .of("town-a")
        .actual("2020-12-31", value("50"))
        .of("town-b")
        .on("2021-05-11");
    assert_eq!(told.interval(), "90..", "these towns are not all of the city");
}

#[test]
fn with_a_negative_state_a_part_proves_nothing_of_its_whole() {
    let told = by_2020()
        .actual("2020-12-31", value("120"))
        .of("town-a")
        .actual("2020-12-31", value("-50"))
        .of("town-b")
        .on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("..".into(), Status::Undetermined));
}

#[test]
fn somewhere_in_the_same_month_leaves_both_possible() {
    let told = by_2020().actual("2020-06", value("90")).actual("2020-06", value("110")).on("2021-05-11");
    assert_eq!(told.interval(), "90..110");
    assert!(told.0.conflicts.is_empty(), "they may be different days");
}

#[test]
fn a_rate_uses_its_own_scope_and_nothing_else() {
    let build = || rate().target("2018..2020", at_least("90%"));
    let told = build().actual("2020-12-31", value("95%")).of("town-a").on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("..".into(), Status::NotComparable));
    let yearly = |time: &str, number: &str| {
        build().actual(time, value(number)).said(|actual| actual.dated = false).on("2021-05-11").status()
    };
    assert_eq!(yearly("2020", "92.4%"), Status::Met);
    assert_eq!(yearly("2020", "85%"), Status::Missed);
    assert_eq!(yearly("2019", "85%"), Status::Undetermined);
}

#[test]
fn a_line_from_the_baseline_is_the_path_of_a_stock() {
    // From 20 at the end of 2017 to 100 at the end of 2020; 1096 days, 80 more.
    let build = |number: Value| by_2020().baseline("2017-12-31", value("20")).actual("2019-07-02", number);
    let status = |number: Value| build(number).on("2019-09-01").status();
    assert_eq!(status(value("60")), Status::OnTrack, "half of the way in half of the time");
    assert_eq!(status(value("59")), Status::Behind);
    assert_eq!(status(about("60")), Status::UnderWay);
    let told = build(value("59")).on("2019-09-01");
    assert_eq!(told.first().path.as_ref().and_then(|path| path.planned), Some(number("60")));
    assert_eq!(by_2020().actual("2019-07-02", value("59")).on("2019-09-01").status(), Status::UnderWay);
}

#[test]
fn a_falling_stock_mirrors_it() {
    let status = |number: &str| {
        stock()
            .target("2018..2020", no_more_than("20"))
            .baseline("2017-12-31", value("100"))
            .actual("2019-07-02", value(number))
            .on("2019-09-01")
            .status()
    };
    assert_eq!(status("60"), Status::OnTrack);
    assert_eq!(status("61"), Status::Behind);
    assert_eq!(status("20"), Status::Met);
}

#[test]
fn a_day_somewhere_in_a_stretch_must_prove_it_for_every_day_of_it() {
    // Planned: 59.9 on 1 July, 62.2 on 31 July.
    let status = |number: &str| {
        by_2020()
            .baseline("2017-12-31", value("20"))
            .actual("2019-07", value(number))
            .on("2019-09-01")
            .status()
    };
    assert_eq!(status("63"), Status::OnTrack);
    assert_eq!(status("61"), Status::UnderWay);
    assert_eq!(status("59"), Status::Behind);
}
