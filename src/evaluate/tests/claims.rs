//! Arithmetic that a source states.

use super::build::*;
use crate::evaluate::ClaimOutcome;
use crate::model::{Compute, Value};

fn claim(compute: Compute, figures: &[Value], states: Option<Value>) -> (ClaimOutcome, Option<String>) {
    let mut build = flow();
    for (year, figure) in (2001..).zip(figures) {
        build = build.actual(&year.to_string(), figure.clone());
    }
    let of: Vec<usize> = (0..figures.len()).collect();
    let told = build.claim(compute, &of, states).on("2021-05-11");
    let check = &told.0.claims[0];
    (check.outcome, check.computed.map(|c| c.round_dp(4).normalize().to_string()))
}

fn ratio(first: &str, second: &str, states: Value) -> (ClaimOutcome, Option<String>) {
    claim(Compute::Ratio, &[value(first), value(second)], Some(states))
}

#[test]
fn holds_rounds_and_holds_by_truncation() {
    assert_eq!(ratio("400", "100", value("4")), (ClaimOutcome::Holds, Some("4".into())));
    assert_eq!(ratio("7569", "4000", value("1.89")), (ClaimOutcome::RoundsTo, Some("1.8922".into())));
    assert_eq!(ratio("7588", "4000", value("1.89")), (ClaimOutcome::HoldsByTruncation, Some("1.897".into())));
    assert_eq!(ratio("7644", "4000", value("1.89")).0, ClaimOutcome::DoesNotHold);
    assert_eq!(ratio("7539", "4000", value("1.89")).0, ClaimOutcome::DoesNotHold);
}

#[test]
fn nearly_four_times() {
    let nearly = || Value::Nearly(w("4"));
    assert_eq!(ratio("21.5万", "5.4万", nearly()).0, ClaimOutcome::Holds);
    assert_eq!(ratio("22.04万", "5.4万", nearly()), (ClaimOutcome::RoundsTo, Some("4.0815".into())));
    assert_eq!(ratio("18.04万", "5.4万", nearly()).0, ClaimOutcome::DoesNotHold);
}

#[test]
fn a_share_is_in_per_cent() {
    let share = |states: &str| claim(Compute::Share, &[value("208"), value("225")], Some(value(states)));
    assert_eq!(share("92.44%"), (ClaimOutcome::RoundsTo, Some("92.4444".into())));
    assert_eq!(share("92.45%").0, ClaimOutcome::DoesNotHold);
}

#[test]
fn a_sum_is_compared_with_the_first_figure() {
    let sum = |first: &str| claim(Compute::Sum, &[value(first), value("1.23亿"), value("2.34亿")], None);
    assert_eq!(sum("3.57亿"), (ClaimOutcome::Holds, Some("357000000".into())));
    assert_eq!(sum("3.6亿").0, ClaimOutcome::RoundsTo);
    assert_eq!(sum("3.5亿").0, ClaimOutcome::HoldsByTruncation);
    assert_eq!(sum("3.58亿").0, ClaimOutcome::CannotTell, "with all digits the parts may make 3.575亿");
    assert_eq!(sum("3.60亿").0, ClaimOutcome::DoesNotHold);
}

#[test]
fn a_difference() {
    let less = |states: Value| claim(Compute::Difference, &[value("500"), value("380")], Some(states)).0;
    assert_eq!(less(value("120")), ClaimOutcome::Holds);
    assert_eq!(less(more_than("100")), ClaimOutcome::Holds);
    assert_eq!(less(more_than("120")), ClaimOutcome::DoesNotHold);
    assert_eq!(less(at_most("100")), ClaimOutcome::DoesNotHold);
}

#[test]
fn rounded_operands_may_leave_it_open() {
    assert_eq!(ratio("1.9万", "1.0万", more_than("1.9")).0, ClaimOutcome::CannotTell);
    assert_eq!(ratio("1.9万", "1.0万", more_than("3")).0, ClaimOutcome::DoesNotHold);
}

#[test]
fn operands_that_are_no_plain_numbers() {
    let of =
        |first: Value, second: Value, states: Value| claim(Compute::Ratio, &[first, second], Some(states)).0;
    assert_eq!(of(more_than("800"), value("100"), more_than("7")), ClaimOutcome::Holds);
    assert_eq!(of(more_than("800"), value("100"), value("9")), ClaimOutcome::CannotTell);
    assert_eq!(of(more_than("800"), value("100"), value("5")), ClaimOutcome::DoesNotHold);
    assert_eq!(of(value("800"), value("0"), value("5")), ClaimOutcome::CannotTell);
}

#[test]
fn an_unpublished_operand_cannot_be_told() {
    let build = flow().actual("2001", value("4")).published("2030-01-01").actual("2002", value("2")).claim(
        Compute::Ratio,
        &[0, 1],
        Some(value("2")),
    );
    let told = build.on("2021-05-11");
    assert_eq!(told.0.claims[0].outcome, ClaimOutcome::CannotTell);
}
