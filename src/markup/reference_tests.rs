//! Tests of the reference grammar.

use super::{FigureRef, RefFault, VerdictRef, task};
use proptest::prelude::*;

#[test]
fn every_part_is_read() {
    let figure = FigureRef::parse("income@2019;scope=louxia;age=old;sex=women;source=feature-2020").unwrap();
    assert_eq!(figure.indicator, "income");
    assert_eq!(figure.period.as_deref(), Some("2019"));
    assert_eq!(figure.scope.as_deref(), Some("louxia"));
    assert_eq!(figure.source.as_deref(), Some("feature-2020"));
    assert_eq!(figure.cell.len(), 2);
    assert_eq!(figure.cell["sex"], "women");
    let verdict = VerdictRef::parse("income;scope=louxia").unwrap();
    assert_eq!((verdict.period, verdict.scope.as_deref()), (None, Some("louxia")));
}

#[test]
fn what_breaks_the_grammar_is_named() {
    use RefFault::{BadId, BadPeriod, OutOfOrder, UnknownPart};
    for (text, fault) in [
        ("", BadId(String::new())),
        ("Income", BadId("Income".into())),
        ("收入@2019", BadId("收入".into())),
        ("income@", BadPeriod(String::new())),
        ("income@..", BadPeriod("..".into())),
        ("income@2019@2020", BadPeriod("2019@2020".into())),
        ("income@2019 ", BadPeriod("2019 ".into())),
        ("income;scope", UnknownPart("scope".into())),
        ("income;When=2019", UnknownPart("When=2019".into())),
        ("income;n=2", UnknownPart("n=2".into())),
        ("income;sex=women;age=old", OutOfOrder("dimension")),
        ("income;sex=women;sex=men", OutOfOrder("dimension")),
        ("income;sex=women;scope=a", OutOfOrder("scope")),
        ("income;source=a;sex=women", OutOfOrder("dimension")),
        ("income;scope=", BadId(String::new())),
        ("income;", UnknownPart(String::new())),
        ("income;source=a;scope=b", OutOfOrder("scope")),
        ("income;scope=a;scope=b", OutOfOrder("scope")),
    ] {
        assert_eq!(FigureRef::parse(text), Err(fault), "{text:?}");
    }
    assert_eq!(
        VerdictRef::parse("income;source=a"),
        Err(UnknownPart("source=a".into())),
        "a verdict has no source"
    );
    assert!(FigureRef::parse(&"a".repeat(65)).is_err());
}

#[test]
fn task_numbers_are_digits_and_dots() {
    assert_eq!(task("5.2").as_deref(), Ok("5.2"));
    for text in ["", "5.", ".5", "5..2", "5a", "五"] {
        assert_eq!(task(text), Err(RefFault::BadTask(text.into())), "{text:?}");
    }
}

const ID: &str = "[a-z0-9-]{1,64}";
const PERIOD: &str = r"[0-9]{4}|[0-9]{4}\.\.[0-9]{4}|\.\.[0-9]{4}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}";

proptest! {
    #[test]
    fn a_figure_reference_is_given_back_as_written(
        id in ID, period in proptest::option::of(PERIOD),
        scope in proptest::option::of(ID), source in proptest::option::of(ID),
    ) {
        let mut text = id;
        for (mark, part) in [("@", period), (";scope=", scope), (";source=", source)] {
            if let Some(part) = part {
                text.push_str(mark);
                text.push_str(&part);
            }
        }
        prop_assert_eq!(FigureRef::parse(&text).unwrap().to_string(), text);
    }

    #[test]
    fn what_is_read_is_given_back(text in "[a-z0-9@;=.-]{0,20}|[a-z]{1,3}(@[0-9.]{1,4})?(;(age|scope|sex|source)=[a-z]{1,2}){0,3}") {
        if let Ok(figure) = FigureRef::parse(&text) {
            prop_assert_eq!(figure.to_string(), text.clone());
        }
        if let Ok(verdict) = VerdictRef::parse(&text) {
            prop_assert_eq!(verdict.to_string(), text);
        }
    }
}
