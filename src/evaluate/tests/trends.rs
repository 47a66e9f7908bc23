//! Which numbers a trend is read from. The methods themselves are tested beside their code.

use super::build::*;
use crate::evaluate::{TrendCategory, TrendGap, TrendLeftOut, TrendPoint, TrendReading};
use crate::model::{Better, Origin, Trend, TrendMethod};
use rust_decimal::Decimal;

fn read(build: Build, methods: &[TrendMethod], target: Option<&str>) -> TrendReading {
    let trend = Trend {
        methods: methods.to_vec(),
        base_year: 2015,
        target_year: 2030,
        target: target.map(number),
        limit: None,
        origin: Origin::file("content/test.yaml"),
    };
    let build = build.indicator(|it| {
        it.trend = Some(trend);
        it.better = Better::Lower;
    });
    build.on("2024-05-11").0.indicators.into_values().next().expect("one").trend.clone().expect("a trend")
}

fn at(point: Option<TrendPoint>) -> Option<(i16, Decimal)> {
    point.map(|point| (point.year, point.value))
}

const ALL: [TrendMethod; 3] = [TrendMethod::Linear, TrendMethod::OpenSdg, TrendMethod::Eurostat];

#[test]
fn methods_are_read_in_the_order_asked_and_may_disagree() {
    let rates = || rate().actual("2015-12-31", value("14.5%")).actual("2023-12-31", value("10.4%"));
    let reading = read(rates(), &ALL, Some("7.25"));
    assert_eq!(at(reading.base), Some((2015, number("14.5"))));
    assert_eq!(at(reading.current), Some((2023, number("10.4"))));
    assert_eq!(reading.target, Some((2030, number("7.25"))));
    let words: Vec<_> = reading.readings.iter().map(|r| (r.method, r.category)).collect();
    assert_eq!(
        words,
        [
            (TrendMethod::Linear, TrendCategory::Substantial),
            (TrendMethod::OpenSdg, TrendCategory::Moderate),
            (TrendMethod::Eurostat, TrendCategory::Moderate),
        ]
    );
    assert!(reading.disagree, "on the straight line, but not on the curve");
    assert!(!read(rates(), &ALL[1..], Some("7.25")).disagree);
}

#[test]
fn the_base_is_the_base_year_or_the_first_later_one() {
    let reading = read(
        rate()
            .actual("2014-12-31", value("20%"))
            .actual("2017-06-30", value("15%"))
            .actual("2017-12-31", value("14%"))
            .actual("2020-12-31", value("12%")),
        &ALL,
        Some("7.25"),
    );
    assert_eq!(at(reading.base), Some((2017, Decimal::from(14))), "the latest of the year");
    assert_eq!(reading.base_year, 2015, "the page can say that it is not the year asked for");
    assert_eq!(reading.left_out, [(1, TrendLeftOut::OtherOfTheYear)]);
}

#[test]
fn a_flow_is_read_by_whole_years_of_its_own_scope_and_plain_numbers() {
    let reading = read(
        flow()
            .actual("2015", value("100"))
            .actual("2016", value("90"))
            .actual("2017", value("70"))
            .of("town-a")
            .actual("2018-01..2018-06", value("50"))
            .actual("2019", more_than("60"))
            .actual("2020", value("55"))
            .said(|actual| actual.partial = true),
        &ALL,
        None,
    );
    assert_eq!(at(reading.base), Some((2015, number("100"))));
    assert_eq!(at(reading.current), Some((2016, number("90"))));
    let why = [(3, TrendLeftOut::NoYear), (4, TrendLeftOut::NoPlainNumber), (5, TrendLeftOut::NoPlainNumber)];
    assert_eq!(reading.left_out, why);
}

#[test]
fn a_baseline_is_a_number_of_its_year() {
    let build = stock().baseline("2015-12-31", value("111万")).actual("2020-12-31", value("5万"));
    assert_eq!(at(read(build, &ALL, Some("1")).base), Some((2015, number("111万"))));
}

#[test]
fn nothing_reported_gives_no_reading() {
    let reading = read(flow(), &ALL, Some("7"));
    assert_eq!((reading.base, reading.current, reading.disagree), (None, None, false));
    assert!(reading.readings.iter().all(|r| r.category == TrendCategory::NotAvailable));
    assert!(reading.readings.iter().all(|r| r.gap == Some(TrendGap::NoNumbers)));
}

#[test]
fn twelve_months_that_are_no_calendar_year_count_for_the_year_in_which_they_begin() {
    let reading = read(
        flow()
            .actual("2014-07-01..2015-06-30", value("120"))
            .actual("2015-07-01..2016-06-30", value("100"))
            .actual("2019-07-01..2020-06-30", value("70"))
            .actual("2019", value("75"))
            .actual("2020-07-01..2021-03-31", value("40")),
        &ALL,
        Some("50"),
    );
    assert_eq!(at(reading.base), Some((2015, number("100"))), "the base year does not move");
    assert_eq!(reading.base.map(|point| point.period), Some(period("2015-07-01..2016-06-30")));
    assert_eq!(at(reading.current), Some((2019, number("75"))), "the calendar year goes first");
    assert_eq!(reading.left_out, [(2, TrendLeftOut::OtherOfTheYear), (4, TrendLeftOut::NoYear)]);
}
