//! Actuals: one time, one value, a source with a locator.

use super::cursor::{Cursor, Faults};
use super::plans;
use super::raw::RawActual;
use super::values;
use super::world::World;
use crate::diagnostic::Code;
use crate::model::{Actual, ActualKind, FigureFault, Measure, Period, ScopeId, Source, Value, find_actual};

/// Reads the actuals of one indicator.
pub(super) struct ActualReader<'a> {
    pub world: &'a World<'a>,
    pub measure: Measure,
    pub scope: &'a ScopeId,
}

impl ActualReader<'_> {
    /// Reads one actual; a fault in any part of it leaves it out.
    pub fn actual(&self, raw: &RawActual, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Actual> {
        let value = self.value(raw, spot, faults);
        let time = self.time(raw, spot, faults);
        let world = self.world;
        let source = values::known(
            world.sources,
            &raw.source,
            (Code::UnknownSource, "source"),
            &spot.key("source"),
            faults,
        );
        let scope = match &raw.scope {
            None => Some(self.scope.clone()),
            Some(name) => plans::scope(world.scopes, name, &spot.key("scope"), faults),
        };
        if raw.locator.trim().is_empty() {
            let hint = "say where in the source it stands: a heading, a page, a paragraph";
            faults.add(Code::MissingKey, &spot.key("locator"), "the locator is empty", hint);
        }
        let text = |raw: &Option<_>, key: &str, faults: &mut Faults| {
            world.languages.maybe(raw.as_ref(), &spot.key(key), faults)
        };
        let definition = text(&raw.definition, "definition", faults);
        let both_stand = text(&raw.both_stand, "both_stand", faults);
        let note = text(&raw.note, "note", faults);
        let kind = raw.kind.map_or(ActualKind::Result, ActualKind::from);
        let (value, (time, dated), (source, known), scope) = (value?, time?, source?, scope?);
        if kind == ActualKind::Result {
            not_after_source(time, known, spot, faults);
        }
        Some(Actual {
            time,
            dated,
            value,
            scope,
            source: source.clone(),
            locator: raw.locator.trim().to_owned(),
            kind,
            definition,
            partial: raw.partial,
            provisional: raw.provisional,
            superseded_by: None,
            both_stand,
            note,
            origin: spot.origin(),
        })
    }

    fn value(&self, raw: &RawActual, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Value> {
        let numbers = [
            ("value", &raw.value, Value::Value as fn(_) -> _),
            ("about", &raw.about, Value::About as fn(_) -> _),
            ("more_than", &raw.more_than, Value::MoreThan as fn(_) -> _),
            ("at_least", &raw.at_least, Value::AtLeast as fn(_) -> _),
            ("nearly", &raw.nearly, Value::Nearly as fn(_) -> _),
            ("at_most", &raw.at_most, Value::AtMost as fn(_) -> _),
        ];
        let mut given: Vec<&str> =
            numbers.iter().filter(|(_, text, _)| text.is_some()).map(|(key, ..)| *key).collect();
        given.extend(raw.between.is_some().then_some("between"));
        given.extend(raw.done.is_some().then_some("done"));
        given.extend(raw.in_progress.is_some().then_some("in_progress"));
        if given.len() != 1 {
            value_forms(&given, spot, faults);
            return None;
        }
        let milestone = raw.done.is_some() || raw.in_progress.is_some();
        if milestone != (self.measure == Measure::Milestone) {
            let (message, hint) = if milestone {
                (
                    "only a milestone is done or in progress",
                    "write a number, or make the indicator a milestone",
                )
            } else {
                ("a milestone has no number", "write \"done: 2019-08\" or \"in_progress: 2020-06\"")
            };
            faults.add(Code::MeasureMismatch, &spot.name(given[0]), message, hint);
            return None;
        }
        if raw.done.is_some() {
            return Some(Value::Done);
        }
        if raw.in_progress.is_some() {
            return Some(Value::InProgress);
        }
        if let Some(pair) = &raw.between {
            let (low, high) = values::range(pair, &spot.key("between"), faults)?;
            return Some(Value::Between(low, high));
        }
        let (key, text, make) = numbers.into_iter().find(|(_, text, _)| text.is_some())?;
        let at = spot.key(key);
        let number = values::number(text.as_deref().unwrap_or_default(), &at, faults)?;
        let negative = number.value().is_sign_negative() && !number.value().is_zero();
        if negative && matches!(self.measure, Measure::Flow | Measure::Stock) {
            faults.add(
                Code::BadNumber,
                &at,
                format!("a count cannot be {number}"),
                "check the figure and the measure",
            );
            return None;
        }
        Some(make(number))
    }

    /// The time, and whether it is a date.
    fn time(&self, raw: &RawActual, spot: &Cursor<'_>, faults: &mut Faults) -> Option<(Period, bool)> {
        let milestone = raw
            .done
            .as_ref()
            .map(|text| ("done", text))
            .or(raw.in_progress.as_ref().map(|text| ("in_progress", text)));
        let times: Vec<(&str, &String)> = [("period", &raw.period), ("at", &raw.at)]
            .into_iter()
            .filter_map(|(key, text)| text.as_ref().map(|text| (key, text)))
            .chain(milestone)
            .collect();
        let &[(key, text)] = times.as_slice() else {
            let (message, hint) = if times.is_empty() {
                (
                    "this figure has no time",
                    "add \"period:\" for what was counted over time, or \"at:\" for a state at a day",
                )
            } else {
                ("this figure has more than one time", "keep one of them")
            };
            faults.add(Code::TimeForms, spot, message, hint);
            return None;
        };
        let fits = match self.measure {
            Measure::Flow => key == "period",
            Measure::Stock => key == "at",
            Measure::Rate => key == "period" || key == "at",
            Measure::Milestone => key == "done" || key == "in_progress",
        };
        if !fits {
            let (message, hint) = match self.measure {
                Measure::Flow => ("a flow is counted over a period", "write \"period:\""),
                Measure::Stock => ("a stock is the state at a day", "write \"at:\""),
                Measure::Rate => ("a rate holds over a period or at a day", "write \"period:\" or \"at:\""),
                Measure::Milestone => (
                    "a milestone has only the day on which it was done or seen",
                    "write \"done: 2019-08\" or \"in_progress: 2020-06\" and no other time",
                ),
            };
            faults.add(Code::MeasureMismatch, &spot.name(key), message, hint);
            return None;
        }
        values::period(text, &spot.key(key), faults).map(|period| (period, key != "period"))
    }
}

fn value_forms(given: &[&str], spot: &Cursor<'_>, faults: &mut Faults) {
    const FORMS: &str = "value, about, more_than, at_least, nearly, at_most, between, done or in_progress";
    if let Some(second) = given.get(1) {
        let message = format!("this figure has {} values: {}", given.len(), given.join(", "));
        faults.add(Code::ValueForms, &spot.name(second), message, format!("keep exactly one of {FORMS}"));
    } else {
        faults.add(Code::ValueForms, spot, "this figure has no value", format!("add one of {FORMS}"));
    }
}

/// A result cannot speak of days after its source was published.
fn not_after_source(time: Period, source: &Source, spot: &Cursor<'_>, faults: &mut Faults) {
    if time.end() > source.published.end() {
        let message = format!(
            "this figure runs to {}, after its source was published ({})",
            time.end(),
            source.published.text()
        );
        let hint = "end it on the day of the source at the latest, or say with \"kind:\" that it is planned or expected";
        faults.add(Code::AfterSource, spot, message, hint);
    }
}

/// Connects each figure that is superseded with the one that replaces it.
pub(super) fn supersede(
    raw: &[RawActual],
    reported: &mut [Actual],
    scope: &ScopeId,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) {
    for (index, raw) in raw.iter().enumerate() {
        let Some(address) = &raw.superseded_by else { continue };
        let at = spot.key("actuals").item(index).key("superseded_by");
        match find_actual(reported, scope, address) {
            Ok(other) if other != index => reported[index].superseded_by = Some(other),
            Ok(_) => {
                faults.add(
                    Code::UnknownFigure,
                    &at,
                    "a figure cannot replace itself",
                    "name the figure that replaces it",
                );
            }
            Err(fault) => fault_of(&fault, address, &at, faults),
        }
    }
}

fn indicator_of(address: &str) -> &str {
    address.split('@').next().unwrap_or_default()
}

/// Says why an address names no figure.
pub(super) fn fault_of(fault: &FigureFault, address: &str, at: &Cursor<'_>, faults: &mut Faults) {
    match fault {
        FigureFault::Form => {
            let hint = "write indicator@2019, with ;scope=… or ;source=… if needed";
            faults.add(
                Code::UnknownFigure,
                at,
                format!("\"{address}\" is not the address of a figure"),
                hint,
            );
        }
        // Figures that are there but have faults of their own are not missing.
        FigureFault::None { .. } if faults.is_broken(Code::UnknownFigure, indicator_of(address)) => {}
        FigureFault::None { known } => {
            let hint = if known.is_empty() {
                "it has no figures".to_owned()
            } else {
                format!("its figures are: {}", known.join(", "))
            };
            faults.add(Code::UnknownFigure, at, format!("there is no figure \"{address}\""), hint);
        }
        FigureFault::Several { known } => {
            let message = format!("\"{address}\" names {} figures", known.len());
            faults.add(Code::AmbiguousFigure, at, message, format!("say which: {}", known.join(", ")));
        }
    }
}
