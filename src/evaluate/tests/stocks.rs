//! Stocks and rates: the state of the due day, and the rate of exactly the period.

use super::build::*;
use crate::evaluate::{Basis, LeftOutWhy, Reason, Status};
use crate::model::{Condition, Every, Holds, Period, Value};

fn by_2020() -> Build {
    stock().target("2018..2020", at_least("100"))
}

#[test]
fn the_state_of_the_due_day_decides() {
    let told =
        by_2020().actual("2019-06-30", value("120")).actual("2020-12-31", value("90")).on("2021-05-11");
    assert_eq!(told.status(), Status::Missed);
    assert_eq!(told.first().dated, Some(period("2020-12-31")));
    assert!(told.has(&Reason::Decided { actuals: vec![1], on: period("2020-12-31"), basis: Basis::DueDay }));
    assert_eq!(told.first().deciding, [1]);
    // Neither an earlier one nor a later one does.
    let told =
        by_2020().actual("2019-06-30", value("120")).actual("2021-01-31", value("90")).on("2021-05-11");
    assert_eq!((told.status(), told.first().dated), (Status::Undetermined, Some(period("2019-06-30"))));
    assert!(told.has(&Reason::BeforeDue {
        on: period("2019-06-30"),
        due: day("2020-12-31"),
        held: Some(true)
    }));
}

#[test]
fn a_limit_kept_after_the_due_day_says_nothing_of_the_due_day() {
    let told = stock()
        .target("2020-01..2020-09", no_more_than("300"))
        .actual("2020-09-30", value("520"))
        .actual("2020-12-31", value("210"))
        .on("2021-01-15");
    assert_eq!(told.status(), Status::Missed);
    let good = told.first().made_good.expect("made good");
    assert_eq!((good.on, good.days), (day("2020-12-31"), 92));
}

#[test]
fn before_the_due_day_a_state_is_reached_and_never_met() {
    let told = by_2020().actual("2018-02-01", value("120")).on("2020-11-01");
    assert_eq!(told.status(), Status::Reached);
    assert!(told.has(&Reason::ToBeConfirmed { due: day("2020-12-31") }));
    assert_eq!(by_2020().actual("2018-02-01", value("80")).on("2020-11-01").status(), Status::UnderWay);
    assert_eq!(by_2020().actual("2018-02-01", value("120")).on("2021-05-11").status(), Status::Undetermined);
    assert_eq!(by_2020().actual("2020-12-31", value("120")).on("2020-12-31").status(), Status::Met);
}

#[test]
fn no_figure_decides_that_was_published_before_the_due_day() {
    let build = |on: &str| by_2020().actual("2020-12-31", value("120")).published(on);
    let told = build("2020-12-20").on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert_eq!(build("2021-01-20").on("2021-05-11").status(), Status::Met);
}

#[test]
fn what_failed_before_the_due_day_may_have_been_reached_since() {
    let told = by_2020().actual("2020-06-30", value("92")).on("2021-05-11");
    assert_eq!(told.status(), Status::Undetermined);
    assert!(told.has(&Reason::BeforeDue {
        on: period("2020-06-30"),
        due: day("2020-12-31"),
        held: Some(false)
    }));
    assert_eq!(
        told.first().settled_by,
        Some(Reason::Needs { period: period("2020-12-31"), scope: scope_id("city") })
    );
}

#[test]
fn a_day_somewhere_in_a_month_that_holds_the_due_day_decides_and_says_so() {
    let by_day = || by_2020().asked(|target| target.by_day = true);
    let told = by_day().actual("2020-12", value("92")).on("2021-05-11");
    assert_eq!((told.status(), told.first().basis), (Status::Missed, Some(Basis::AroundDueDay)));
    let longer = by_day().actual("2020-11-30..2020-12-31", value("92")).on("2021-05-11");
    assert_eq!(longer.status(), Status::Undetermined);
    // The day itself is more finely dated.
    let told = by_day().actual("2020-12", value("92")).actual("2020-12-31", value("101")).on("2021-05-11");
    assert_eq!((told.status(), told.first().basis), (Status::Met, Some(Basis::DueDay)));
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
fn an_old_own_figure_does_not_outrank_what_the_parts_prove_later() {
    let build = || {
        by_2020()
            .actual("2018-06-30", value("50"))
            .actual("2020-06-30", value("60"))
            .of("town-a")
            .actual("2020-06-30", value("45"))
            .of("town-b")
    };
    assert_eq!(build().on("2020-09-01").status(), Status::Reached);
    assert_eq!(build().on("2020-09-01").interval(), "105..");
}

#[test]
fn of_stretches_whose_order_is_open_either_may_be_the_latest() {
    let told = by_2020().actual("2020-05..2020-07", value("90")).actual("2020-06-15", value("110"));
    let told = told.on("2020-09-01");
    assert_eq!((told.interval(), told.status()), ("90..110".into(), Status::UnderWay));
    let told = by_2020().actual("2020-05..2020-07", value("90")).actual("2020-08-15", value("110"));
    assert_eq!(told.on("2020-09-01").status(), Status::Reached);
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
fn a_limited_stock_is_zero_or_more() {
    let within = |low: &str| Condition::Within(w(low), w("5"));
    let build = |low: &str| stock().target("2020", within(low)).actual("2020-12-31", at_most("3"));
    assert_eq!(build("0").on("2021-05-11").status(), Status::Met);
    assert_eq!(build("1").on("2021-05-11").status(), Status::Undetermined);
}

#[test]
fn somewhere_in_the_same_month_leaves_both_possible() {
    let told = by_2020().actual("2020-06", value("90")).actual("2020-06", value("110")).on("2021-05-11");
    assert_eq!(told.interval(), "90..110");
    assert!(told.0.conflicts.is_empty(), "they may be different days");
}

#[test]
fn the_most_finely_written_figure_of_a_day_decides() {
    let build = |texts: [&str; 2]| {
        rate()
            .target("2020", at_least("85%"))
            .actual("2020-12-31", value(texts[0]))
            .actual("2020-12-31", value(texts[1]))
            .on("2021-05-11")
            .status()
    };
    assert_eq!(build(["85%", "84.9%"]), Status::Missed);
    assert_eq!(build(["84.9%", "85%"]), Status::Missed);
    assert_eq!(build(["85%", "85.1%"]), Status::Met);
}

#[test]
fn a_single_figure_is_compared_as_published() {
    let status = |asked: &str, text: &str| {
        rate().target("2020", at_least(asked)).actual("2020-12-31", value(text)).on("2021-05-11").status()
    };
    assert_eq!(status("65%", "65.0%"), Status::Met);
    assert_eq!(status("65%", "65%"), Status::Met);
    assert_eq!(status("65%", "64.9%"), Status::Missed);
    assert_eq!(status("64.8%", "65%"), Status::Undetermined, "coarser than the threshold");
    let strict = |text: &str| {
        rate().target("2020", Condition::Below(w("5.5%"))).actual("2020-12-31", value(text)).on("2021-05-11")
    };
    assert_eq!(strict("5.5%").status(), Status::Missed);
    assert_eq!(strict("5.4%").status(), Status::Met);
}

fn yearly(time: &str, text: &str) -> Build {
    rate().target("2020", at_least("90%")).actual(time, value(text)).said(|actual| actual.dated = false)
}

#[test]
fn a_rate_over_a_period_is_decided_by_exactly_that_period() {
    let status = |time: &str, text: &str| yearly(time, text).on("2021-05-11").status();
    assert_eq!(status("2020", "92.4%"), Status::Met);
    assert_eq!(status("2020", "85%"), Status::Missed);
    assert_eq!(status("2020-H1", "95%"), Status::Undetermined);
    assert_eq!(status("2020-Q4", "85%"), Status::Undetermined);
    assert_eq!(status("2019", "95%"), Status::NoData);
    assert_eq!(status("2018..2020", "95%"), Status::NotComparable);
    let told = yearly("2020-H1", "95%").on("2021-05-11");
    assert_eq!(
        told.first().settled_by,
        Some(Reason::Needs { period: period("2020"), scope: scope_id("city") }),
        "the period, never a day"
    );
}

#[test]
fn a_rate_over_a_period_is_on_track_or_behind_and_never_reached() {
    let status = |text: &str| yearly("2020-H1", text).on("2020-08-01").status();
    assert_eq!(status("95%"), Status::OnTrack);
    assert_eq!(status("85%"), Status::Behind);
}

#[test]
fn parts_bound_a_rate_that_is_an_average() {
    let quarters = |texts: [&str; 4], averages: bool| {
        let mut build = rate().target("2020", at_least("90%")).unit(false, averages);
        for (quarter, text) in ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"].into_iter().zip(texts) {
            build = build.actual(quarter, value(text)).said(|actual| actual.dated = false);
        }
        build.on("2021-05-11")
    };
    let all = ["91%", "93%", "92%", "91%"];
    let told = quarters(all, true);
    assert_eq!((told.status(), told.interval()), (Status::Met, "90.5..93.5".into()));
    assert_eq!(told.first().basis, Some(Basis::Parts));
    assert_eq!(quarters(all, false).status(), Status::Undetermined);
    assert_eq!(quarters(["80%", "81%", "82%", "83%"], true).status(), Status::Missed);
    assert_eq!(quarters(["80%", "93%", "92%", "91%"], true).status(), Status::Undetermined);
}

#[test]
fn what_is_reported_for_a_year_decides_a_target_for_that_year() {
    let build = |time: &str, dated: bool| {
        rate()
            .target("2020", at_least("90%"))
            .asked(|target| target.reported_for = true)
            .actual(time, value("92%"))
            .said(|actual| actual.dated = dated)
            .on("2021-05-11")
    };
    assert_eq!(build("2020", true).first().basis, Some(Basis::ReportedFor));
    assert_eq!(build("2020", false).status(), Status::Met);
    assert_eq!(build("2020-06..2020-08", true).status(), Status::Undetermined);
}

#[test]
fn a_survey_decides_a_year_only_if_its_source_reports_it_for_it() {
    let build = |stands_for: Option<Period>| {
        rate()
            .target("2020", at_least("85%"))
            .asked(|target| target.reported_for = true)
            .actual("2020-06-15..2020-08-31", value("87.2%"))
            .said(|actual| {
                actual.ci = Some((w("84.1%"), w("90.3%")));
                actual.stands_for = stands_for;
            })
            .published("2021-01-31")
            .on("2021-05-11")
    };
    assert_eq!(build(None).status(), Status::Undetermined);
    let told = build(Some(period("2020")));
    assert_eq!((told.status(), told.first().basis), (Status::Met, Some(Basis::StandsFor)));
    assert!(told.first().within_margin, "85 lies in its confidence interval");
}

#[test]
fn once_is_met_on_any_day_and_not_missed_by_single_ones() {
    let build = || by_2020().asked(|target| target.holds = Holds::Once);
    let told = build().actual("2018-06-30", value("120")).actual("2020-12-31", value("80")).on("2021-05-11");
    assert_eq!((told.status(), told.first().basis), (Status::Met, Some(Basis::Once)));
    let early = build().actual("2018-06-30", value("120")).on("2018-09-01");
    assert_eq!(early.status(), Status::Met, "at once");
    let short = build().actual("2020-12-31", value("80"));
    assert_eq!(short.on("2021-05-11").status(), Status::Undetermined);
    let never_falls =
        build().actual("2020-12-31", value("80")).indicator(|indicator| indicator.never_falls = true);
    assert_eq!(never_falls.on("2021-05-11").status(), Status::Missed);
}

#[test]
fn what_never_falls_is_met_early_and_missed_by_a_later_figure() {
    let build = || by_2020().indicator(|indicator| indicator.never_falls = true);
    let told = build().actual("2018-02-01", value("120")).on("2019-05-11");
    assert_eq!((told.status(), told.first().basis), (Status::Met, Some(Basis::NeverFalls)));
    assert_eq!(build().actual("2021-02-01", value("80")).on("2021-05-11").status(), Status::Missed);
    assert_eq!(build().actual("2021-02-01", value("120")).on("2021-05-11").status(), Status::NoData);
}

#[test]
fn throughout_is_broken_by_any_day_and_never_proven_by_days() {
    let build = || by_2020().asked(|target| target.holds = Holds::Throughout { every: None });
    let told = build().actual("2018-06-30", value("80")).on("2018-09-01");
    assert_eq!(told.status(), Status::Missed, "nothing later can undo it");
    assert!(told.has(&Reason::Broken { actuals: vec![0], on: period("2018-06-30") }));
    assert_eq!(build().actual("2020-12-31", value("120")).on("2021-05-11").status(), Status::Undetermined);
    assert_eq!(build().actual("2020-06-30", value("120")).on("2020-09-01").status(), Status::UnderWay);
}

#[test]
fn throughout_in_every_part_is_settled_by_each_parts_own_figure() {
    let build = |figures: &[(&str, &str)]| {
        let mut build = rate().target("2019..2020", at_least("90%")).asked(|target| {
            target.holds = Holds::Throughout { every: Some(Every::Year) };
            target.parts = vec![period("2019"), period("2020")];
        });
        for (time, text) in figures {
            build = build.actual(time, value(text)).said(|actual| actual.dated = false);
        }
        build
    };
    assert_eq!(build(&[("2019", "91%"), ("2020", "92%")]).on("2021-05-11").status(), Status::Met);
    assert_eq!(build(&[("2019", "89%")]).on("2020-03-01").status(), Status::Missed);
    assert_eq!(build(&[("2019", "91%"), ("2020-H1", "80%")]).on("2020-09-01").status(), Status::OnTrack);
    let open = build(&[("2019", "91%")]).on("2021-05-11");
    assert_eq!(open.status(), Status::Undetermined);
    assert!(open.has(&Reason::PartsKept { kept: 1, of: 2 }));
}

#[test]
fn a_rate_uses_its_own_scope_and_nothing_else() {
    let told = rate()
        .target("2018..2020", at_least("90%"))
        .actual("2020-12-31", value("95%"))
        .of("town-a")
        .on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("..".into(), Status::NotComparable));
    assert_eq!(told.why(), Some(LeftOutWhy::RateOfOtherScope));
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
    assert_eq!(status("20"), Status::Reached);
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

#[test]
fn the_path_of_a_state_leads_over_its_yearly_targets() {
    // 9 in June 2023, then 25, 44 and 56: 50.05 are planned by the end of 2025.
    let build = || {
        let mut build = stock().baseline("2023-06-30", value("9"));
        for (year, least) in [("2026", "56"), ("2024", "25"), ("2025", "44")] {
            build = build.target(&format!("2023-07..{year}-06"), at_least(least));
        }
        build.actual("2025-12-31", value("50"))
    };
    let told = build().on("2026-02-15");
    assert_eq!(told.status(), Status::Behind);
    let path = told.first().path.clone().expect("a path");
    assert_eq!(path.planned_shown, Some(number("50.05")), "to the digits that decide");
}

#[test]
fn a_rate_follows_the_yearly_targets_at_their_last_days() {
    let mut build = rate();
    for (span, least) in [("2025-07..2026-06", "90%"), ("2024-07..2025-06", "86%")] {
        build = build.target(span, at_least(least));
    }
    let told = build.actual("2025-H2", value("87.2%")).said(|actual| actual.dated = false).on("2026-02-15");
    assert_eq!(told.status(), Status::Behind);
    assert_eq!(told.first().path.as_ref().and_then(|path| path.planned_shown), Some(number("88")));
}

#[test]
fn a_distant_year_has_its_path_from_the_baseline_before_it_begins() {
    let build = |text: &str| {
        flow()
            .target("2030", no_more_than("1134"))
            .baseline("2010", value("2700"))
            .actual("2015", value(text))
            .on("2024-06-30")
            .status()
    };
    assert_eq!(build("2558"), Status::Behind);
    assert_eq!(build("2200"), Status::OnTrack);
    let none = flow().target("2030", no_more_than("1134")).actual("2015", value("2558")).on("2024-06-30");
    assert_eq!(none.status(), Status::NotDue);
}
