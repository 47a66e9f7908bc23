//! Figures that cannot all be true.

use super::build::*;
use crate::evaluate::{ConflictKind, Status};

fn found(build: Build) -> Vec<(ConflictKind, String, Vec<usize>, Vec<usize>)> {
    let told = build.on("2021-05-11");
    told.0
        .conflicts
        .iter()
        .map(|c| (c.kind, format!("{} {}", c.scope, c.period.text()), c.floor.clone(), c.cap.clone()))
        .collect()
}

fn year() -> Build {
    flow().target("2019", at_least("100"))
}

#[test]
fn two_figures_for_one_region_that_do_not_meet() {
    let build = year().actual("2019", value("90")).actual("2019", value("110"));
    assert_eq!(found(build), [(ConflictKind::SameRegion, "city 2019".into(), vec![1], vec![0])]);
    assert!(found(year().actual("2019", value("1.8亿")).actual("2019", value("182345678"))).is_empty());
    assert!(
        found(year().actual("2019", value("90")).actual("2019", value("110")).of("other-city")).is_empty()
    );
    let replaced =
        year().actual("2019", value("90")).said(|a| a.superseded_by = Some(1)).actual("2019", value("110"));
    assert_eq!(replaced.on("2021-05-11").status(), Status::Met);
}

#[test]
fn both_kept_with_a_note_count_as_their_hull() {
    let told = year()
        .actual("2019", value("90"))
        .actual("2019", value("110"))
        .said(|a| a.both_stand = Some(words("two offices count differently")))
        .on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("90..110".into(), Status::Undetermined));
    assert!(told.0.conflicts[0].accepted);
    let told = year()
        .actual("2019", value("190"))
        .said(|a| a.both_stand = Some(words("two offices count differently")))
        .actual("2019", value("110"))
        .on("2021-05-11");
    assert_eq!((told.interval(), told.status()), ("110..190".into(), Status::Met));
}

#[test]
fn a_flow_that_falls_as_its_period_grows() {
    let build = year().actual("2019", value("90")).actual("2019-01..2019-05", value("95"));
    // Named after the smallest region that shows it: the five months.
    assert_eq!(
        found(build),
        [(ConflictKind::PartsExceedWhole, "city 2019-01..2019-05".into(), vec![1], vec![0])]
    );
}

#[test]
fn a_part_larger_than_its_whole() {
    let build = year().actual("2019", value("90")).actual("2019", value("95")).of("town-b");
    assert_eq!(found(build), [(ConflictKind::PartsExceedWhole, "town-b 2019".into(), vec![1], vec![0])]);
    let stock = stock().actual("2019-12-31", value("90")).actual("2019-12-31", value("95")).of("town-b");
    assert_eq!(
        found(stock),
        [(ConflictKind::PartsExceedWhole, "town-b 2019-12-31".into(), vec![1], vec![0])]
    );
}

#[test]
fn years_that_cannot_make_up_a_total() {
    let years = |total: &str| {
        year()
            .actual("2018..2020", value(total))
            .actual("2018", value("30"))
            .actual("2019", value("40"))
            .actual("2020", value("50"))
    };
    let (too_little, right, too_much) = (years("119"), years("120"), years("121"));
    assert_eq!(
        found(too_little),
        [(ConflictKind::PartsExceedWhole, "city 2018..2020".into(), vec![1, 2, 3], vec![0])]
    );
    assert!(found(right).is_empty());
    assert_eq!(
        found(too_much),
        [(ConflictKind::PartsExceedWhole, "city 2018..2020".into(), vec![0], vec![1, 2, 3])]
    );
}

#[test]
fn a_contradiction_is_found_where_it_is_and_the_rest_stays_in_use() {
    let told = flow()
        .target("2018..2019", at_least("100"))
        .actual("2018", value("150"))
        .actual("2019", value("40"))
        .actual("2019", value("45"))
        .actual("2018..2019", value("190"))
        .on("2021-05-11");
    assert_eq!(told.0.conflicts.len(), 1);
    assert_eq!(told.0.conflicts[0].floor, [2]);
    assert_eq!((told.interval(), told.status()), ("190..190".into(), Status::Met));
}

#[test]
fn a_contradiction_that_only_shows_over_the_targets_region_is_found_too() {
    // Neither figure's own region shows it: two caps that overlap, three floors that interlock.
    let told = flow()
        .target("2018..2021", no_more_than("5"))
        .actual("2018..2019", at_most("10"))
        .actual("2020..2021", at_most("10"))
        .actual("2018", more_than("1"))
        .actual("2019..2020", more_than("20"))
        .actual("2021", more_than("1"))
        .on("2023-05-11");
    assert_eq!(told.0.conflicts.len(), 1);
    assert_eq!((&told.0.conflicts[0].floor[..], &told.0.conflicts[0].cap[..]), (&[2, 3, 4][..], &[0, 1][..]));
    assert_eq!(told.status(), Status::Undetermined);
}

#[test]
fn what_still_contradicts_after_the_worst_is_set_aside_is_found_too() {
    // Three thirds make 95, more than the first cap; what is left makes 94, more than the two other caps together.
    let told = year()
        .actual("2018..2019", at_most("90"))
        .actual("2018-07..2019-06", at_most("46"))
        .actual("2019-07..2020-06", at_most("46"))
        .actual("2019-01..2019-04", more_than("30"))
        .actual("2019-05..2019-08", more_than("35"))
        .actual("2019-09..2019-12", more_than("30"))
        .actual("2019-01..2019-03", more_than("20"))
        .actual("2019-04..2019-09", more_than("54"))
        .actual("2019-10..2019-12", more_than("20"))
        .on("2021-05-11");
    let found: Vec<_> = told.0.conflicts.iter().map(|c| (&c.floor[..], &c.cap[..])).collect();
    assert_eq!(found, [(&[3, 4, 5][..], &[0][..]), (&[6, 7, 8][..], &[1, 2][..])]);
    assert_eq!(told.interval(), "60..");
}

#[test]
fn other_days_of_a_stock_and_other_scopes_of_a_rate_do_not_contradict() {
    assert!(found(stock().actual("2019-12-30", value("90")).actual("2019-12-31", value("5"))).is_empty());
    assert!(
        found(rate().actual("2019-12-31", value("90%")).actual("2019-12-31", value("95%")).of("town-a"))
            .is_empty()
    );
    let same_day = rate().actual("2019-12-31", value("90%")).actual("2019-12-31", value("95%"));
    assert_eq!(found(same_day).len(), 1);
    let unknown = year().actual("..2019", value("90")).actual("..2019", value("95"));
    assert!(found(unknown).is_empty(), "counted from different days, perhaps");
}
