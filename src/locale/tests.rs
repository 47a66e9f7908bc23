//! What a reader sees of numbers, dates and messages, language by language.

use super::*;
use crate::evaluate::Interval;
use crate::model::{
    Cell, Condition, Holds, Lang, Measure, MeasurementUnit, MeasurementUnitId, Origin, Pace, Period, ScopeId,
    SourceId, Target, TargetId, Text, UnitStyle, Value, Written, Years,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

fn locale(tag: &str) -> Locale {
    Locale::new(&Lang::new(tag)).expect("the catalogue")
}

fn unit(words: &str, style: UnitStyle) -> MeasurementUnit {
    let by_lang = ["zh-Hans", "en"].map(|tag| (Lang::new(tag), words.to_owned()));
    let title = Text::new(&Lang::new("en"), BTreeMap::from(by_lang)).expect("a title");
    let id = MeasurementUnitId::new("u").expect("id");
    MeasurementUnit { id, aliases: Vec::new(), title, style, counted: true, additive: true, averages: false }
}

fn people() -> MeasurementUnit {
    unit("person|people", UnitStyle::Count)
}

fn yuan() -> MeasurementUnit {
    unit("CNY", UnitStyle::Money)
}

fn target(period: Period, by_day: bool) -> Target {
    Target {
        from_baseline: None,
        reckoning: crate::model::Reckoning::Single,
        id: TargetId("it@x".into()),
        period,
        reported_for: false,
        by_day,
        scope: ScopeId::new("city").expect("id"),
        cell: Cell::default(),
        condition: Condition::Done,
        due: period.end(),
        holds: Holds::AtDue,
        parts: Vec::new(),
        pace: Pace::Linear,
        binding: None,
        source: SourceId::new("plan").expect("id"),
        locator: String::new(),
        despite_break: None,
        derived: None,
        members: Vec::new(),
        member_of: None,
        whole_sum: false,
        revisions: Vec::new(),
        note: None,
        origin: Origin::file("it.yaml"),
    }
}

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn written(text: &str) -> Written {
    Written::parse(text).expect("a number")
}

/// The messages of a catalogue in order, each with the variables it uses.
fn messages(catalogue: &'static Language) -> Vec<(&'static str, BTreeSet<&'static str>)> {
    let mut found: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    for line in catalogue.messages.lines().chain(catalogue.interface.lines()).chain(catalogue.forms.lines()) {
        let named = line.starts_with(|c: char| c.is_ascii_lowercase());
        let text = match line.split_once(" = ").filter(|_| named) {
            Some((name, text)) => {
                found.push((name, BTreeSet::new()));
                text
            }
            None if line.starts_with('#') => continue,
            None => line,
        };
        let variables = text.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next());
        if let Some((_, known)) = found.last_mut() {
            known.extend(variables);
        }
    }
    found
}

#[test]
fn every_catalogue_has_the_same_messages_with_the_same_variables() {
    let first = messages(&lang::all()[0]);
    for catalogue in &lang::all()[1..] {
        let (ours, theirs): (BTreeMap<_, _>, BTreeMap<_, _>) =
            (first.iter().cloned().collect(), messages(catalogue).into_iter().collect());
        let lacking: Vec<_> = ours.keys().filter(|name| !theirs.contains_key(*name)).collect();
        let beyond: Vec<_> = theirs.keys().filter(|name| !ours.contains_key(*name)).collect();
        assert!(lacking.is_empty() && beyond.is_empty(), "{}: −{lacking:?} +{beyond:?}", catalogue.tag);
        for (name, variables) in &ours {
            assert_eq!(Some(variables), theirs.get(name), "{name} in {}", catalogue.tag);
        }
    }
}

#[test]
fn every_message_has_one_name_and_can_be_read() {
    for catalogue in lang::all() {
        let all = messages(catalogue);
        let distinct: BTreeMap<&str, usize> = all.iter().fold(BTreeMap::new(), |mut counts, (name, _)| {
            *counts.entry(*name).or_default() += 1;
            counts
        });
        let twice: Vec<_> = distinct.iter().filter(|(_, count)| **count > 1).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", catalogue.tag);
        for text in [&catalogue.messages, &catalogue.interface, &catalogue.forms] {
            assert!(FluentResource::try_new(text.to_string()).is_ok(), "{}", catalogue.tag);
        }
    }
}

#[test]
fn no_message_lacks_what_it_is_given() {
    for catalogue in lang::all() {
        let locale = locale(catalogue.tag);
        for (name, variables) in messages(catalogue) {
            for value in ["1", "1,234", "五"] {
                let fill: Vec<(&str, &str)> = variables.iter().map(|variable| (*variable, value)).collect();
                let said = locale.say(name, &fill);
                assert!(!said.contains(['⟦', '⟧', '{', '}']), "{}: {said}", catalogue.tag);
            }
        }
    }
}

#[test]
fn english_messages_are_set_in_english_type() {
    if let Some(catalogue) = lang::of("en") {
        for line in
            catalogue.messages.lines().chain(catalogue.interface.lines()).chain(catalogue.forms.lines())
        {
            assert!(!line.contains(['，', '。', '、', '：', '；', '（', '）', '《', '》', '—']), "{line}");
        }
    }
}

#[test]
fn a_missing_message_shows_its_name() {
    let locale = locale("zh-Hans");
    assert_eq!(locale.say("no-such-message", &[]), "⟦no-such-message⟧");
    assert_eq!(locale.say("date-year", &[]), "⟦date-year⟧");
    assert!(Locale::new(&Lang::new("tlh")).is_none());
}

#[test]
fn the_interface_keeps_the_space_that_its_words_need() {
    let words = locale("en").interface();
    assert_eq!(words["list_separator"], ", ");
    assert_eq!(words["colon"], ": ");
    assert_eq!(words["paren_open"], " (");
    assert_eq!(words["downloads"], "Download: ");
    let words = locale("zh-Hans").interface();
    assert_eq!(words["colon"], "：");
}

#[test]
fn a_count_agrees_with_its_noun_and_is_written_as_given() {
    let l = locale("en");
    let targets = |count: usize| l.say("action-targets", &[("count", &l.count(count))]);
    assert_eq!(targets(1), "1 target");
    assert_eq!(targets(0), "0 targets");
    assert_eq!(targets(14), "14 targets");
    assert_eq!(targets(1234), "1,234 targets");
    assert_eq!(l.counted("status-no_data"), "not published");
    assert_eq!(l.counted("status-met"), "met");
    assert_eq!(locale("zh-Hans").counted("status-no_data"), "未见公布");
    let led = |leads: &str, partners: &str| l.say("unit-lead", &[("leads", leads), ("partners", partners)]);
    assert_eq!(led("1", "0"), "Leads 1 task of the plan and takes part in none.");
    assert_eq!(led("0", "2"), "Leads no task of the plan and takes part in 2 tasks.");
    // A year is no count: it keeps its four digits.
    assert_eq!(l.say("date-year", &[("year", "2020")]), "2020");
    for text in ["007", "12,34", "1,000,000,000,000,000,000", "1.50", "", "8,000 people", "2020"] {
        assert_eq!(l.say("value-about", &[("value", text)]).trim(), format!("about {text}").trim());
    }
}

#[test]
fn words_in_a_row_end_as_the_language_ends_them() {
    let words = |count: usize| ["a", "b", "c"][..count].iter().map(ToString::to_string).collect::<Vec<_>>();
    let (en, zh) = (locale("en"), locale("zh-Hans"));
    assert_eq!(en.list(&words(0)), "");
    assert_eq!(en.list(&words(1)), "a");
    assert_eq!(en.list(&words(2)), "a and b");
    assert_eq!(en.list(&words(3)), "a, b and c");
    assert_eq!(zh.list(&words(3)), "a、b、c");
    assert_eq!(en.sentence("about 5"), "About 5");
    assert_eq!(zh.sentence("e店"), "e店");
}

#[test]
fn chinese_quantities_use_wan_and_yi_where_no_digit_is_lost() {
    let (l, yuan, people) = (locale("zh-Hans"), unit("元", UnitStyle::Money), unit("人", UnitStyle::Count));
    for (value, text) in [
        ("1254000000", "12.54亿元"),
        ("10434700", "1043.47万元"),
        ("162000000", "1.62亿元"),
        ("54000", "5.4万元"),
        ("15670.44", "15,670.44元"),
        ("3500", "3,500元"),
    ] {
        assert_eq!(l.quantity(number(value), Some(&yuan)), text);
    }
    assert_eq!(l.quantity(Decimal::from(16298), Some(&people)), "16,298人");
    assert_eq!(l.quantity(Decimal::from(1_110_000), Some(&people)), "111万人");
    assert_eq!(l.quantity(Decimal::from(1_336_701), Some(&people)), "1,336,701人");
}

#[test]
#[cfg(feature = "traditional")]
fn traditional_quantities_have_their_own_wan_and_yi() {
    let l = locale("zh-Hant");
    let yuan = unit("元", UnitStyle::Money);
    assert_eq!(l.quantity(number("1254000000"), Some(&yuan)), "12.54億元");
    assert_eq!(l.written(&written("1.7万"), Some(&yuan)), "1.7萬元");
}

#[test]
fn english_quantities_use_million_and_billion_where_no_digit_is_lost() {
    let l = locale("en");
    for (value, text) in [
        ("1254000000", "CNY 1.254 billion"),
        ("10434700", "CNY 10.4347 million"),
        ("1080000", "CNY 1.08 million"),
        ("54000", "CNY 54,000"),
        ("15670.44", "CNY 15,670.44"),
        ("12345670000", "CNY 12,345.67 million"),
        ("10434712", "CNY 10,434,712"),
        ("2500000000000", "CNY 2.5 trillion"),
        ("-3500", "CNY −3,500"),
    ] {
        assert_eq!(l.quantity(number(value), Some(&yuan())), text);
    }
    for (value, text) in [
        ("1", "1 person"),
        ("0", "0 people"),
        ("8000", "8,000 people"),
        ("1110000", "1.11 million people"),
        ("1336701", "1,336,701 people"),
    ] {
        assert_eq!(l.quantity(number(value), Some(&people())), text);
    }
    let bag = unit("bag|bags", UnitStyle::Count);
    for (value, text) in [("1", "1 bag"), ("2", "2 bags"), ("1.5", "1.5 bags"), ("-1", "−1 bag")] {
        assert_eq!(l.quantity(number(value), Some(&bag)), text);
    }
    for (words, style, text) in [
        ("|", UnitStyle::Count, "1,254"),
        ("%", UnitStyle::Percent, "1,254%"),
        ("km", UnitStyle::Size, "1,254 km"),
        ("dollar|dollars", UnitStyle::Money, "1,254 dollars"),
        ("$", UnitStyle::Money, "$1,254"),
    ] {
        let unit = unit(words, style);
        assert_eq!(l.quantity(Decimal::from(1254), Some(&unit)), text);
        assert_eq!(l.unit_name(&unit).is_none(), words == "|", "{words}");
    }
    assert_eq!(l.unit_name(&bag).as_deref(), Some("bags"));
    // A word for money stands behind its number, as the articles on China write it.
    let yuan = unit("yuan", UnitStyle::Money);
    assert_eq!(l.quantity(number("1254000000"), Some(&yuan)), "1.254 billion yuan");
    assert_eq!(l.written(&written("22.04万"), Some(&yuan)), "220,400 yuan");
    let (low, high) = (number("800000"), number("1200000"));
    assert_eq!(l.between(low, high, Some(&yuan)), "between 800,000 yuan and 1.2 million yuan");
}

#[test]
fn a_written_number_stays_as_written_in_chinese() {
    let (l, yuan) = (locale("zh-Hans"), unit("元", UnitStyle::Money));
    let value = |text: &str| Value::About(written(text));
    assert_eq!(l.value(&value("1043.47万"), Some(&yuan)), "约1043.47万元");
    assert_eq!(l.value(&value("15670.44"), Some(&yuan)), "约15,670.44元");
    assert_eq!(l.value(&value("1.50亿"), Some(&yuan)), "约1.50亿元");
}

#[test]
fn a_written_number_is_converted_in_english_as_exactly_as_it_was_written() {
    let l = locale("en");
    for (text, words) in [
        ("12.54亿", "CNY 1.254 billion"),
        ("1043.47万", "CNY 10.4347 million"),
        ("1043.40万", "CNY 10.4340 million"),
        ("1.7万", "CNY 17,000"),
        ("1.70万", "CNY 17,000"),
        ("22.04万", "CNY 220,400"),
        ("1.50亿", "CNY 150 million"),
        ("16200万", "CNY 162 million"),
        ("1.23450万", "CNY 12,345.0"),
        ("162000000", "CNY 162 million"),
        ("162000001", "CNY 162,000,001"),
        ("15670.44", "CNY 15,670.44"),
        ("3千", "CNY 3,000"),
    ] {
        assert_eq!(l.value(&Value::Value(written(text)), Some(&yuan())), words, "{text}");
    }
    assert_eq!(l.written(&written("111万"), Some(&people())), "1.11 million people");
    assert_eq!(l.written(&written("133.6701万"), Some(&people())), "1,336,701 people");
    assert_eq!(l.written(&written("1"), Some(&people())), "1 person");
    assert_eq!(l.written(&written("21.50%"), None), "21.50%");
    assert_eq!(l.written(&written("-3.2%"), Some(&unit("%", UnitStyle::Percent))), "−3.2%");
}

#[test]
fn what_a_source_says_and_a_target_asks_in_english() {
    let l = locale("en");
    let say = |value: Value, unit: &MeasurementUnit| l.value(&value, Some(unit));
    assert_eq!(say(Value::About(written("1.7万")), &people()), "about 17,000 people");
    assert_eq!(say(Value::MoreThan(written("300")), &people()), "more than 300 people");
    assert_eq!(say(Value::AtLeast(written("300")), &people()), "at least 300 people");
    assert_eq!(say(Value::Nearly(written("1亿")), &yuan()), "nearly CNY 100 million");
    assert_eq!(say(Value::AtMost(written("5%")), &unit("%", UnitStyle::Percent)), "at most 5%");
    assert_eq!(say(Value::Between(written("5"), written("10")), &people()), "between 5 and 10 people");
    assert_eq!(
        say(Value::Between(written("80万"), written("120万")), &yuan()),
        "between CNY 800,000 and CNY 1.2 million"
    );
    assert_eq!(l.value_label(&Value::About(written("1043.47万")), Some(&yuan())), "≈ CNY 10.4347 million");
    assert_eq!(l.value_label(&Value::Value(written("300")), Some(&people())), "300 people");
    assert_eq!(l.value(&Value::Done, None), "completed");
    assert_eq!(l.value(&Value::InProgress, None), "not yet completed");

    let asked = |condition: Condition, unit: &MeasurementUnit| l.condition(&condition, Some(unit));
    let percent = unit("%", UnitStyle::Percent);
    assert_eq!(asked(Condition::AtLeast(written("8000")), &people()), "at least 8,000 people");
    assert_eq!(asked(Condition::AtLeast(written("10800000")), &yuan()), "at least CNY 10.8 million");
    assert_eq!(asked(Condition::AtMost(written("2%")), &percent), "at most 2%");
    assert_eq!(asked(Condition::Exactly(written("1")), &people()), "exactly 1 person");
    assert_eq!(
        asked(Condition::Between(written("10"), written("20")), &people()),
        "between 10 and 20 people"
    );
    assert_eq!(asked(Condition::Within(written("5%"), written("10%")), &percent), "kept between 5% and 10%");
    assert_eq!(l.condition(&Condition::Done, None), "to be completed");
}

#[test]
fn a_range_in_chinese_names_its_unit_where_one_could_misread_it() {
    let l = locale("zh-Hans");
    let (yuan, people) = (unit("元", UnitStyle::Money), unit("人", UnitStyle::Count));
    let show = |low: i64, high: i64, unit| l.between(Decimal::from(low), Decimal::from(high), Some(unit));
    assert_eq!(show(5, 10, &people), "5至10人");
    assert_eq!(show(8_000, 120_000, &yuan), "8,000元至12万元");
    let percent = unit("%", UnitStyle::Percent);
    assert_eq!(
        l.condition(&Condition::Within(written("5%"), written("10%")), Some(&percent)),
        "保持在5%—10%"
    );
}

#[test]
fn nothing_below_a_hundred_per_cent_reads_as_a_hundred() {
    for l in [locale("zh-Hans"), locale("en")] {
        for (value, text) in [
            ("26.5875", "26.5%"),
            ("99.97", "99.9%"),
            ("77.0555", "77%"),
            ("100.04", "100.04%"),
            ("1234.5", "1,234.5%"),
        ] {
            assert_eq!(l.percent(number(value)), text);
        }
        assert_eq!(l.whole_percent(number("99.99")), "99%");
    }
}

#[test]
fn what_is_proven_is_said_with_its_bound() {
    let (zh, en) = (locale("zh-Hans"), locale("en"));
    let ren = unit("人", UnitStyle::Count);
    let interval =
        |low: Option<i64>, high: Option<i64>| Interval::new(low.map(Decimal::from), high.map(Decimal::from));
    for (low, high, chinese, english, label) in [
        (Some(2127), None, "至少2,127人", "at least 2,127 people", "≥ 2,127 people"),
        (Some(0), Some(4161), "至多4,161人", "at most 4,161 people", "≤ 4,161 people"),
        (Some(5), Some(5), "5人", "5 people", "5 people"),
        (Some(5), Some(10), "5至10人", "between 5 and 10 people", "5–10 people"),
        (Some(0), None, "", "", ""),
    ] {
        let interval = interval(low, high);
        assert_eq!(zh.proven(interval, Some(&ren)), chinese);
        assert_eq!(en.proven(interval, Some(&people())), english);
        assert_eq!(en.proven_label(interval, Some(&people())), label);
    }
    let share = Interval::new(Some(number("26.5875")), Some(number("347.75")));
    assert_eq!(en.attainment(share), "between 26.5% and 347.8%");
    assert_eq!(en.attainment_label(share), "26%–348%");
    assert_eq!(zh.attainment(share), "26.5%至347.8%");
    // Within one tenth of a per cent it is one number; on two sides of all of it they stay two.
    let near = |low: &str, high: &str| {
        let number = |text: &str| Decimal::from_str_exact(text).expect("a number");
        en.attainment(Interval::new(Some(number(low)), Some(number(high))))
    };
    assert_eq!(near("51.9371", "51.9372"), "51.9%");
    assert_eq!(near("99.99", "100.01"), "between 99.9% and 100.1%");
    assert_eq!(en.attainment_label(interval(Some(26), None)), "≥ 26%");
}

#[test]
fn a_plan_names_its_years_and_their_parts() {
    let by_lang = [("en", "FY{end}"), ("zh-Hans", "{start}年度")];
    let by_lang = by_lang.map(|(tag, words)| (Lang::new(tag), words.to_owned()));
    let label = Text::new(&Lang::new("en"), BTreeMap::from(by_lang)).expect("a label");
    let (named, plain) = (Years::new((7, 1), Some(&label)), Years::new((7, 1), None));
    for (years, text, english, chinese) in [
        (named, "2023-07..2024-06", "FY2024", "2023年度"),
        (plain, "2023-07..2024-06", "2023/24", "2023/24"),
        (named, "2023-07..2026-06", "FY2024 – FY2026", "2023年度—2025年度"),
        (named, "2023-07..2023-09", "first quarter of FY2024", "2023年度一季度"),
        (named, "2024-01..2024-06", "second half of FY2024", "2023年度下半年"),
        (named, "2023-07", "July 2023", "2023年7月"),
        (Years::CALENDAR, "2023-07..2024-06", "July 2023 – June 2024", "2023年7月—2024年6月"),
        (Years::CALENDAR, "2023", "2023", "2023年"),
    ] {
        let period = Period::parse(text).expect(text);
        assert_eq!(locale("en").period_of(years, &period), english, "{text}");
        assert_eq!(locale("zh-Hans").period_of(years, &period), chinese, "{text}");
    }
}

#[test]
fn a_state_is_asked_for_by_its_date_and_a_count_by_its_period() {
    let period = Period::parse("2023-07..2025-06").expect("a period");
    let asked = |measure, by_day| {
        let target = target(period, by_day);
        locale("en").time_asked(Years::new((7, 1), None), measure, &target)
    };
    assert_eq!(asked(Measure::Stock, false), "by 30 June 2025");
    assert_eq!(asked(Measure::Rate, true), "by 30 June 2025");
    assert_eq!(asked(Measure::Rate, false), "2023/24 – 2024/25");
    assert_eq!(asked(Measure::Flow, true), "2023/24 – 2024/25");
}

#[test]
fn periods_are_said_in_the_shortest_words() {
    let (zh, en) = (locale("zh-Hans"), locale("en"));
    for (text, chinese, english) in [
        ("2019", "2019年", "2019"),
        ("2018..2020", "2018—2020年", "2018–2020"),
        ("2020-01..2020-05", "2020年1—5月", "January–May 2020"),
        ("2019-05", "2019年5月", "May 2019"),
        ("2019-05-31", "2019年5月31日", "31 May 2019"),
        ("..2020-06", "截至2020年6月", "up to June 2020"),
        ("..2019", "截至2019年", "up to 2019"),
        ("2016-09..2019-07", "2016年9月—2019年7月", "September 2016 – July 2019"),
        ("2017-01..2020-12-16", "2017年—2020年12月16日", "2017 – 16 December 2020"),
        ("2017-07-03..2020-12-16", "2017年7月3日—2020年12月16日", "3 July 2017 – 16 December 2020"),
    ] {
        let period = Period::parse(text).expect(text);
        assert_eq!(zh.period(&period), chinese, "{text}");
        assert_eq!(en.period(&period), english, "{text}");
    }
    for (text, chinese, english) in [
        ("2019-12-31", "2019年12月31日", "31 December 2019"),
        ("2020-06", "2020年6月", "June 2020"),
        ("..2020-06", "不晚于2020年6月", "by June 2020"),
    ] {
        let period = Period::parse(text).expect(text);
        assert_eq!(zh.at(&period), chinese, "{text}");
        assert_eq!(en.at(&period), english, "{text}");
    }
}

/// Reads a quantity back from its English words.
fn read(words: &str) -> Decimal {
    let words = words.trim_start_matches("CNY ").trim_end_matches(" people").trim_end_matches(" person");
    let scales = [(" trillion", 1_000_000_000_000_i64), (" billion", 1_000_000_000), (" million", 1_000_000)];
    let found = scales.into_iter().find_map(|(word, scale)| Some((words.strip_suffix(word)?, scale)));
    let (digits, scale) = found.unwrap_or((words, 1));
    number(&digits.replace(',', "").replace('−', "-")) * Decimal::from(scale)
}

proptest! {
    #[test]
    fn no_digit_is_lost_in_english(digits in -999_999_999_999_999_i64..=999_999_999_999_999, places in 0_u32..=6) {
        let (l, value) = (locale("en"), Decimal::new(digits, places));
        prop_assert_eq!(read(&l.quantity(value, Some(&yuan()))), value);
        prop_assert_eq!(read(&l.quantity(value, Some(&people()))), value);
    }

    #[test]
    fn no_digit_of_a_source_is_lost_in_english(
        whole in 0_u32..=99_999_999,
        fraction in "(\\.[0-9]{1,6})?",
        word in "(|百|千|万|百万|千万|亿|万亿)",
    ) {
        let written = written(&format!("{whole}{fraction}{word}"));
        prop_assert_eq!(read(&locale("en").written(&written, Some(&yuan()))), written.value());
    }
}
