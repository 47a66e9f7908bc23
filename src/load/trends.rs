//! The `trend:` block: what its methods need, and what means nothing to them.

use super::cursor::{Cursor, Faults};
use super::raw::{RawIndicator, RawTrend};
use super::values;
use crate::diagnostic::Code;
use crate::model::{Actual, ActualKind, Better, Measure, ScopeId, Trend, TrendMethod, Value, Written};

/// The block of an indicator, held against its measure, its direction and the number of its base year.
pub(super) fn trend(
    raw: &RawIndicator,
    scope: &ScopeId,
    baseline: Option<&Actual>,
    reported: &[Actual],
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Trend> {
    let block = raw.trend.as_ref()?;
    let (at, name) = (spot.key("trend"), spot.name("trend"));
    if Measure::from(raw.measure) == Measure::Milestone {
        let hint = "take \"trend\" out: a milestone is done or not";
        faults.add(
            Code::MeasureMismatch,
            &name,
            "a milestone has no numbers that a trend is read from",
            hint,
        );
        return None;
    }
    let better = Better::from(raw.better);
    if better == Better::Range {
        let hint = "write \"better: higher\" or \"better: lower\", or take \"trend\" out";
        let message = "a trend is read towards more or less, and here a range is better";
        faults.add(Code::MeasureMismatch, &name, message, hint);
        return None;
    }
    let methods = methods(block, &at, faults);
    let base_year = year(block.base_year.as_deref(), 2015, &at.key("base_year"), faults);
    let target_year = year(block.target_year.as_deref(), 2030, &at.key("target_year"), faults);
    let number = |text: &Option<String>, key: &str, faults: &mut Faults| {
        text.as_ref().and_then(|text| values::number(text, &at.key(key), faults))
    };
    let target = number(&block.target, "target", faults);
    let limit = number(&block.limit, "limit", faults);
    unused(block, &methods, &at, faults);
    let (base_year, target_year) = (base_year?, target_year?);
    if target_year <= base_year {
        let key = if block.target_year.is_some() { "target_year" } else { "base_year" };
        let message = format!("the target year {target_year} is not after the base year {base_year}");
        let hint =
            "write the year by which the target is to be reached, and the year from which it is counted";
        faults.add(Code::BadRange, &at.key(key), message, hint);
        return None;
    }
    if let Some(target) = &target {
        let known = baseline.into_iter().chain(reported.iter().filter(|one| one.kind == ActualKind::Result));
        let base = known.filter(|one| one.scope == *scope).find_map(|one| number_of(one, base_year));
        side(target, base, better, base_year, &at.key("target"), faults);
    }
    Some(Trend {
        methods,
        base_year,
        target_year,
        target: target.map(|written| written.value()),
        limit: limit.map(|written| written.value()),
        origin: at.origin(),
    })
}

fn year(text: Option<&str>, default: i16, at: &Cursor<'_>, faults: &mut Faults) -> Option<i16> {
    let Some(text) = text else { return Some(default) };
    match text.parse::<i16>() {
        Ok(year) if (1900..=2200).contains(&year) => Some(year),
        _ => {
            let hint = "write four digits from 1900 to 2200, such as 2015";
            faults.add(Code::BadDate, at, format!("\"{text}\" is no year"), hint);
            None
        }
    }
}

/// The methods, each once and with the target that it needs.
fn methods(block: &RawTrend, at: &Cursor<'_>, faults: &mut Faults) -> Vec<TrendMethod> {
    let mut methods: Vec<TrendMethod> = Vec::new();
    for (index, method) in block.methods.iter().enumerate() {
        let (method, spot) = (TrendMethod::from(*method), at.key("methods").item(index));
        if methods.contains(&method) {
            faults.add(Code::DuplicateId, &spot, "this method is asked for twice", "take one of them out");
            continue;
        }
        if method == TrendMethod::Linear && block.target.is_none() {
            let hint =
                "add \"target:\", or take this method out: open-sdg and eurostat read growth without one";
            faults.add(
                Code::MissingKey,
                &spot,
                "the straight line leads to a target, and there is none",
                hint,
            );
        }
        methods.push(method);
    }
    methods
}

/// Keys that none of the methods reads.
fn unused(block: &RawTrend, methods: &[TrendMethod], at: &Cursor<'_>, faults: &mut Faults) {
    let hint = "take it out; a limit is read by open-sdg where there is no target";
    if block.limit.is_some() && block.target.is_some() {
        faults.add(Code::UnknownKey, &at.name("limit"), "\"limit\" means nothing beside a target", hint);
    } else if block.limit.is_some() && !methods.contains(&TrendMethod::OpenSdg) {
        let message = "\"limit\" means nothing to the methods asked for";
        faults.add(Code::UnknownKey, &at.name("limit"), message, hint);
    }
}

/// The plain number of an actual that speaks of that year or of a day of it.
fn number_of(actual: &Actual, year: i16) -> Option<&Written> {
    let begins = actual.time.start().map(jiff::civil::Date::year);
    match &actual.value {
        Value::Value(written) | Value::About(written)
            if !actual.partial
                && actual.definition.is_none()
                && begins == Some(year)
                && actual.time.end().year() == year =>
        {
            Some(written)
        }
        _ => None,
    }
}

/// A target that the base has passed already asks for nothing: all that can happen is that it is left again.
fn side(
    target: &Written,
    base: Option<&Written>,
    better: Better,
    year: i16,
    at: &Cursor<'_>,
    faults: &mut Faults,
) {
    let Some(base) = base else { return };
    let (beyond, side, good) = match better {
        Better::Higher => (base.value() > target.value(), "below", "higher"),
        Better::Lower => (base.value() < target.value(), "above", "lower"),
        Better::Range => return,
    };
    if beyond {
        let message = format!(
            "the target {} lies {side} the {} of {year}, and {good} is better: it was achieved at the start",
            target.text(),
            base.text()
        );
        faults.add(
            Code::TrendSide,
            at,
            message,
            "check the target and \"better\"; without a target growth alone is read",
        );
    }
}
