//! Whether a number may be what it says: held against the one before it.

use super::answer::Said;
use super::finding::{Finding, Weight};
use super::form::{Column, Row, Time};
use crate::model::Period;
use rust_decimal::Decimal;

/// How many times more or less than before is asked about.
const FAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// The numbers by which spreadsheets keep the days from 2000 to 2049.
const SERIALS: std::ops::RangeInclusive<i64> = 36_526..=54_788;

/// A number of the same row.
pub(super) struct Before {
    number: Decimal,
    period: Period,
}

/// A question that only a person can answer.
pub(super) struct Doubt {
    code: &'static str,
    text: String,
    before: String,
    hundred: String,
}

impl Before {
    /// The number of a cell, if it has one.
    pub(super) fn of(said: &Said, column: &Column) -> Option<Self> {
        Some(Self { number: said.number()?, period: column.period })
    }
}

impl Doubt {
    /// As a finding about a cell.
    pub(super) fn at(self, sheet: &str, cell: &str) -> Finding {
        let finding = Finding::new(Weight::Question, self.code, (sheet, cell));
        finding.with("text", self.text).with("before", self.before).with("hundred", self.hundred)
    }
}

/// What is to be asked about a number, if anything.
pub(super) fn question(
    typed: Decimal,
    row: &Row,
    column: &Column,
    before: &[Before],
    sees_percent: bool,
) -> Option<Doubt> {
    // What is counted over a month is no measure for what is counted over a year.
    let alike = |one: &&Before| {
        let days = |period: &Period| period.days().unwrap_or(1).max(1);
        let (one, other) = (days(&one.period), days(&column.period));
        row.time == Time::At || row.suffix == "%" || one.max(other) * 2 <= one.min(other) * 3
    };
    let last = before.iter().rev().find(alike).map(|one| one.number).or(row.beside)?;
    let far = |number: Decimal| {
        let (number, last) = (number.abs(), last.abs());
        number > last.checked_mul(FAR).unwrap_or(last)
            || number.checked_mul(FAR).is_some_and(|more| more < last)
    };
    if last.is_zero() || typed.is_zero() || !far(typed) {
        return None;
    }
    let hundred = typed.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    let is_serial = typed.is_integer() && i64::try_from(typed).is_ok_and(|whole| SERIALS.contains(&whole));
    let code = match () {
        () if is_serial => "serial",
        () if row.suffix == "%" && !far(hundred) && !sees_percent => "per-cent-unseen",
        () if row.suffix == "%" && !far(hundred) => "per-cent",
        () => "jump",
    };
    let with_unit =
        |number: Decimal| if code == "jump" { format!("{number}{}", row.unit) } else { number.to_string() };
    Some(Doubt {
        code,
        text: with_unit(typed.normalize()),
        before: last.normalize().to_string(),
        hundred: hundred.to_string(),
    })
}
