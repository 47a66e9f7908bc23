//! Figures of another size than those beside them: a 万 or a 亿 forgotten or written twice.

use super::common::{figures, is_percent, warn};
use crate::diagnostic::Code;
use crate::load::cursor::Faults;
use crate::model::{
    Actual, ActualKind, Cell, Indicator, Measure, MeasurementUnit, ScopeId, Target, UnitStyle, Written,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// From so many times its neighbours on a figure is odd: a hundred times, less what they may have grown.
const ODD: i64 = 33;
/// Neighbours agree with each other if the largest is at most so many times the smallest.
const AGREED: i64 = 3;

/// What figures have in common that can be held against each other: the scope and cell, and how long they count.
type Kind<'a> = (&'a ScopeId, bool, i64, &'a Cell);

/// Names every figure that is a hundred times its neighbours or more, or a hundredth or less.
pub(super) fn check(indicator: &Indicator, unit: &MeasurementUnit, faults: &mut Faults) {
    // One year's growth may well be a hundredth of the next one's.
    if indicator.measure == Measure::Growth {
        return;
    }
    let mut groups: BTreeMap<Kind<'_>, Vec<(&Actual, Decimal)>> = BTreeMap::new();
    for actual in figures(indicator) {
        if let Some((kind, size)) = kind(actual).zip(size(actual)) {
            groups.entry(kind).or_default().push((actual, size));
        }
    }
    for (kind, group) in groups {
        let mut sizes: Vec<Decimal> = group.iter().map(|(_, size)| *size).collect();
        sizes.sort_unstable();
        let odd = odd_one(&sizes);
        let found = group.iter().find(|(_, size)| Some(*size) == odd);
        if let Some((actual, size)) = found {
            let beside = group.iter().find(|(other, _)| !std::ptr::eq(*other, *actual));
            let message = format!(
                "{} is {} the figures beside it",
                number(actual),
                times(*size, beside.map_or(*size, |one| one.1))
            );
            let mut warning = warn(Code::OddSize, &actual.origin, message, HINT);
            if let Some((beside, _)) = beside {
                warning = warning.also(beside.origin.clone(), "one of them is here");
            }
            faults.push(warning);
        } else if let Some((actual, target)) = against_targets(indicator, unit, kind, &group) {
            let message = format!("{} has another size than what is asked", number(actual));
            faults.push(
                warn(Code::OddSize, &actual.origin, message, HINT)
                    .also(target.origin.clone(), "it is asked here"),
            );
        }
    }
}

const HINT: &str = "check 万 and 亿, and the unit of measure";

fn number(actual: &Actual) -> String {
    actual.value.numbers().text().unwrap_or_default()
}

/// Of figures in order of size the first or the last, if it alone is of another size than all others.
fn odd_one(sizes: &[Decimal]) -> Option<Decimal> {
    let apart = |small: Decimal, large: Decimal, by: i64| {
        small.checked_mul(Decimal::from(by)).is_some_and(|least| least <= large)
    };
    let agree = |some: &[Decimal]| match some {
        [first, .., last] => !apart(*first, *last, AGREED),
        _ => false,
    };
    match sizes {
        [rest @ .., last] if agree(rest) && rest.last().is_some_and(|next| apart(*next, *last, ODD)) => {
            Some(*last)
        }
        [first, rest @ ..] if agree(rest) && rest.first().is_some_and(|next| apart(*first, *next, ODD)) => {
            Some(*first)
        }
        _ => None,
    }
}

/// The one figure of its kind that lies about ten thousand or a hundred million times away from what is asked.
fn against_targets<'i>(
    indicator: &'i Indicator,
    unit: &MeasurementUnit,
    kind: Kind<'_>,
    group: &[(&'i Actual, Decimal)],
) -> Option<(&'i Actual, &'i Target)> {
    let [(actual, size)] = group else { return None };
    if is_percent(unit) {
        return None;
    }
    // Few persons out of ten thousand are few persons; an amount of money with decimals has lost its 万.
    let fine =
        unit.style != UnitStyle::Count || actual.value.numbers().all().any(|one| one.step() < Decimal::ONE);
    let forgotten = |asked: Decimal| {
        let (small, large) = if asked < *size { (asked, *size) } else { (*size, asked) };
        let near = |scale: i64| {
            let times = large.checked_div(small).unwrap_or_default();
            times >= Decimal::from(scale / 2) && times <= Decimal::from(scale * 2)
        };
        fine && (near(10_000) || near(100_000_000))
    };
    let asked = indicator.targets.iter().filter(|target| {
        let months = if kind.1 { 0 } else { months(target.period.days()) };
        target.scope == *kind.0 && target.cell == *kind.3 && (kind.1 || months == kind.2)
    });
    let mut asked = asked.filter_map(|target| Some((target, target.condition.threshold()?.abs())));
    asked.find(|(_, asked)| forgotten(*asked)).map(|(target, _)| (*actual, target))
}

/// With which figures one can be compared; none for those of an unknown beginning, or that say something else.
fn kind(actual: &Actual) -> Option<Kind<'_>> {
    let is_result = matches!(actual.kind, ActualKind::Result | ActualKind::Baseline);
    if !is_result || actual.definition.is_some() || actual.superseded_by.is_some() {
        return None;
    }
    if actual.dated {
        return Some((&actual.scope, true, 0, &actual.cell));
    }
    actual.time.start()?;
    Some((&actual.scope, false, months(actual.time.days()), &actual.cell))
}

fn months(days: Option<i64>) -> i64 {
    days.map_or(0, |days| (days * 12 + 182) / 365)
}

fn size(actual: &Actual) -> Option<Decimal> {
    let value = actual.value.numbers().all().next().map(Written::value)?.abs();
    (!value.is_zero()).then_some(value)
}

/// "8,116 times less than".
fn times(size: Decimal, beside: Decimal) -> String {
    let (small, large, word) = if size < beside { (size, beside, "less") } else { (beside, size, "more") };
    let ratio = large.checked_div(small).unwrap_or_default().round_dp(0).normalize();
    format!("about {ratio} times {word} than")
}
