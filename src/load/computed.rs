//! Figures that are worked out from those of other indicators: a share, a change on the year before, a sum.
//!
//! They are figures like any other from then on, with the figures that they come from attached. Both ends of what
//! those leave possible are kept; nothing is worked out over parts but where the parts make up the whole and all of
//! them are known.

pub(super) mod forms;
mod known;
mod values;

use self::known::{Key, Known, figures};
use super::cursor::Faults;
use super::indicators::Indicators;
use super::world::World;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{
    Actual, ActualKind, Computed, ComputedBy, Indicator, IndicatorId, Interval, Measure, Period, Reckoning,
    UnitStyle,
};
use jiff::ToSpan;
use std::collections::BTreeSet;
use std::sync::Arc;
use values::{difference, quotient, value};

/// Adds the figures of every indicator that is worked out, those first on which others rest.
pub(super) fn add(indicators: &mut Indicators, world: &World<'_>, faults: &mut Faults) {
    let is_computed = |one: &&Arc<Indicator>| one.computed.is_some();
    let mut open: BTreeSet<IndicatorId> =
        indicators.values().filter(is_computed).map(|one| one.id.clone()).collect();
    open.retain(|id| indicators.get(id).is_some_and(|one| inputs_fit(one, indicators, world, faults)));
    loop {
        let waits = |id: &IndicatorId| {
            let computed = indicators.get(id).and_then(|one| one.computed.as_ref());
            computed
                .is_some_and(|computed| computed.by.inputs().into_iter().any(|input| open.contains(input)))
        };
        let Some(next) = open.iter().find(|id| !waits(id)).cloned() else { break };
        open.remove(&next);
        let more = indicators.get(&next).map(|one| worked_out(one, indicators, world)).unwrap_or_default();
        if let Some(one) = indicators.get_mut(&next).filter(|_| !more.is_empty()) {
            Arc::make_mut(one).actuals.extend(more);
        }
    }
    // What is left rests on itself.
    for computed in open.iter().filter_map(|id| indicators.get(id)?.computed.as_ref()) {
        let message = "this is worked out from itself, by way of others";
        let hint = "let one of them be reported instead";
        faults.push(Diagnostic::new(Code::ComputedForms, computed.origin.clone(), message).hint(hint));
    }
}

/// True if all that it is worked out from is there and goes together.
fn inputs_fit(one: &Indicator, all: &Indicators, world: &World<'_>, faults: &mut Faults) -> bool {
    let Some(computed) = &one.computed else { return false };
    let mut fits = true;
    let mut fault = |code: Code, message: String, hint: String| {
        faults.push(Diagnostic::new(code, computed.origin.clone(), message).hint(hint));
        fits = false;
    };
    let inputs = computed.by.inputs();
    let mut found: Vec<&Indicator> = Vec::new();
    for id in &inputs {
        match all.get(*id) {
            Some(input) if input.measure == Measure::Milestone => {
                let hint = "name an indicator with numbers".to_owned();
                fault(Code::MeasureMismatch, format!("\"{id}\" is a milestone and has no number"), hint);
            }
            Some(input) => found.push(input),
            None => {
                let hint = nearest(id.as_str(), all.keys().map(IndicatorId::as_str)).map_or_else(
                    || "write the name of a file in indicators/ without \".yaml\"".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                fault(Code::UnknownIndicator, format!("there is no indicator \"{id}\""), hint);
            }
        }
    }
    let unit = |of: &Indicator| of.unit.clone();
    let of_one_unit = found.windows(2).all(|two| unit(two[0]) == unit(two[1]));
    if !of_one_unit && !matches!(computed.by, ComputedBy::Change { .. }) {
        let message = "what is worked out together is in different units of measure".to_owned();
        fault(Code::MeasureMismatch, message, "name indicators in one unit of measure".to_owned());
    }
    let is_percent = one
        .unit
        .as_ref()
        .and_then(|id| world.measurement_units.get(id))
        .is_some_and(|unit| unit.style == UnitStyle::Percent);
    let told_in_percent = match computed.by {
        ComputedBy::Share { .. } | ComputedBy::Change { points: false, .. } => true,
        ComputedBy::Change { .. } | ComputedBy::Sum(_) => false,
    };
    if told_in_percent && !is_percent {
        let message = "a share or a change is in per cent".to_owned();
        fault(Code::MeasureMismatch, message, "write \"unit: percent\"".to_owned());
    } else if !told_in_percent && found.first().is_some_and(|input| unit(input) != unit(one)) {
        let message = "this is in another unit of measure than what it is worked out from".to_owned();
        fault(Code::MeasureMismatch, message, "write the unit of measure of those".to_owned());
    }
    let is_sum_of_rates =
        matches!(computed.by, ComputedBy::Sum(_)) && found.iter().any(|input| input.measure != one.measure);
    if is_sum_of_rates {
        let message = "a sum is of the same measure as its parts".to_owned();
        fault(Code::MeasureMismatch, message, "write the measure of those".to_owned());
    }
    fits
}

/// Of what, how much, and from which figures.
type Made = (Key, Interval, Vec<(IndicatorId, usize)>);

/// What an indicator's figures are, worked out, in the order of time and scope.
fn worked_out(one: &Indicator, all: &Indicators, world: &World<'_>) -> Vec<Actual> {
    let Some(computed) = &one.computed else { return Vec::new() };
    let of = |id: &IndicatorId| all.get(id).map(|input| figures(input, world)).unwrap_or_default();
    let mut made: Vec<Made> = Vec::new();
    match &computed.by {
        ComputedBy::Share { part, of: whole } => {
            for (key, (part, whole)) in known::both(&of(part), &of(whole), world) {
                if let Some(share) = quotient(part.interval, whole.interval) {
                    made.push((key, share, known::parts(&[&part, &whole])));
                }
            }
        }
        ComputedBy::Sum(ids) => {
            let all: Vec<Known> = ids.iter().map(of).collect();
            let Some((first, others)) = all.split_first() else { return Vec::new() };
            for (key, one) in first {
                let same: Vec<_> = others.iter().filter_map(|other| other.get(key)).collect();
                if same.len() == others.len() {
                    let sum = same.iter().fold(one.interval, |sum, next| sum.plus(&next.interval));
                    let parts = known::parts(&[&[one][..], &same].concat());
                    made.push((key.clone(), sum, parts));
                }
            }
        }
        ComputedBy::Change { of: id, points } => {
            let known = of(id);
            for (key, now) in &known {
                let Some((before_key, time)) = year_before(key) else { continue };
                if all.get(id).is_some_and(|of| is_across_a_break(of, &before_key, key)) {
                    continue;
                }
                let Some(before) = known.get(&before_key) else { continue };
                let change = if *points {
                    Some(now.interval.minus(&before.interval))
                } else {
                    difference(now.interval, before.interval)
                };
                if let Some(change) = change {
                    let key = Key { time, dated: false, ..key.clone() };
                    made.push((key, change, known::parts(&[before, now])));
                }
            }
        }
    }
    let percent = !matches!(computed.by, ComputedBy::Sum(_));
    // Of a division that this indicator does not have nothing is said.
    made.retain(|(key, ..)| key.cell.iter().all(|(id, _)| one.dimensions.iter().any(|own| own.id == *id)));
    let figure = |(key, interval, parts): Made| {
        let value = value(interval, one, percent)?;
        actual(key, value, parts, all, world, computed)
    };
    made.into_iter().filter_map(figure).collect()
}

/// The time and scope a year earlier, and the days over which it changed: of whole years, and of days a year apart.
fn year_before(key: &Key) -> Option<(Key, Period)> {
    let (start, end) = (key.time.start()?, key.time.end());
    let at = |time: Period| Key { time, ..key.clone() };
    let earlier = |day: jiff::civil::Date| day.checked_sub(1.year()).ok();
    if key.dated {
        let before = last_day(end, earlier(end)?);
        let over = Period::new(Some(before.tomorrow().ok()?), end).ok()?;
        return (start == end).then(|| (at(Period::day(before)), over));
    }
    let is_year = start.checked_add(1.year()).ok()?.yesterday().ok()? == end;
    let before = Period::new(Some(earlier(start)?), start.yesterday().ok()?).ok()?;
    is_year.then(|| (at(before), key.time))
}

/// True if a new method came between two times: across it nothing is compared.
fn is_across_a_break(of: &Indicator, before: &Key, now: &Key) -> bool {
    of.is_broken_between(before.time.end(), now.time.end())
}

/// A year before the last day of February is the last day of February.
fn last_day(day: jiff::civil::Date, before: jiff::civil::Date) -> jiff::civil::Date {
    if day == day.last_of_month() { before.last_of_month() } else { before }
}

/// A worked-out figure, with the source that was published last.
fn actual(
    key: Key,
    value: crate::model::Value,
    parts: Vec<(IndicatorId, usize)>,
    all: &Indicators,
    world: &World<'_>,
    computed: &Computed,
) -> Option<Actual> {
    let inputs: Vec<&Actual> =
        parts.iter().filter_map(|(id, index)| all.get(id)?.actuals.get(*index)).collect();
    let published = |one: &&&Actual| world.sources.get(&one.source).map(|source| source.published.end());
    let last = inputs.iter().max_by_key(published)?;
    Some(Actual {
        time: key.time,
        dated: key.dated,
        value,
        reckoning: Reckoning::Single,
        ci: None,
        ci_level: None,
        stands_for: None,
        since_at_latest: None,
        since_at_earliest: None,
        same_start_as: None,
        observation: None,
        scope: key.scope,
        cell: key.cell,
        source: last.source.clone(),
        locator: last.locator.clone(),
        kind: ActualKind::Result,
        definition: None,
        partial: false,
        provisional: inputs.iter().any(|one| one.provisional),
        superseded_by: None,
        both_stand: None,
        computed_from: parts,
        note: None,
        origin: computed.origin.clone(),
    })
}
