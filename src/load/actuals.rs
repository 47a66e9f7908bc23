//! Actuals: one time, one value, a source with a locator.

mod margin;
mod observation;
mod references;
mod since;

use super::cursor::{Cursor, Faults};
use super::dimensions;
use super::periods::Reading;
use super::plans;
use super::raw::RawActual;
use super::sign::Sign;
use super::values;
use super::world::World;
use crate::diagnostic::Code;
use crate::model::{
    Actual, ActualKind, Dimension, Every, Measure, Period, Reckoning, ScopeId, Source, Value,
};
pub(super) use references::{connect, fault_of, replace, same_start, take_place};

/// Reads the actuals of one indicator.
pub(super) struct ActualReader<'a> {
    pub world: &'a World<'a>,
    pub measure: Measure,
    pub sign: Sign,
    /// How its periods are written.
    pub reading: Reading<'a>,
    pub scope: &'a ScopeId,
    /// The dimensions of its indicator.
    pub dimensions: &'a [Dimension],
}

impl ActualReader<'_> {
    /// Reads one actual; a fault in any part of it leaves it out.
    pub(super) fn actual(&self, raw: &RawActual, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Actual> {
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
        let cell = dimensions::cell(&raw.cell, self.dimensions, &spot.key("where"), faults);
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
        let margin = margin::read(raw, value.as_ref(), spot, faults);
        let observation = observation::read(raw, self.measure, self.world.languages, spot, faults);
        let stands_for = self.stands_for(raw, spot, faults);
        let reckoning = self.reckoning(raw, time.as_ref().map(|(time, _)| time), spot, faults);
        let since = since::read(raw, time.as_ref().map(|(time, _)| time), spot, faults);
        let (value, (time, dated), (source, known), scope) = (value?, time?, source?, scope?);
        let (margin, stands_for, since, cell) = (margin?, stands_for?, since?, cell?);
        let observation = observation?;
        if kind == ActualKind::Result {
            not_after_source(time, known, spot, faults);
        }
        Some(Actual {
            time,
            dated,
            value,
            reckoning: reckoning?,
            ci: margin.ends,
            ci_level: margin.level,
            stands_for,
            since_at_latest: since.at_latest,
            since_at_earliest: since.at_earliest,
            same_start_as: None,
            observation,
            scope,
            cell,
            source: source.clone(),
            locator: raw.locator.trim().to_owned(),
            kind,
            definition,
            partial: raw.partial,
            provisional: raw.provisional,
            superseded_by: None,
            both_stand,
            computed_from: Vec::new(),
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
        if observation::has_no_value(raw) {
            return observation::no_value(&given, spot, faults);
        }
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
            let at = spot.key("between");
            let (low, high) = values::range(pair, &at, faults)?;
            if !self.sign.allows(&low, &at.item(0), faults) {
                return None;
            }
            return Some(Value::Between(low, high));
        }
        let (key, text, make) = numbers.into_iter().find(|(_, text, _)| text.is_some())?;
        let at = spot.key(key);
        let number = values::number(text.as_deref().unwrap_or_default(), &at, faults)?;
        self.sign.allows(&number, &at, faults).then(|| make(number))
    }

    /// The time for which the source reports it, where that is not its own.
    #[expect(clippy::option_option, reason = "none is a fault, and there may be no such time")]
    fn stands_for(&self, raw: &RawActual, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Option<Period>> {
        let Some(text) = &raw.stands_for else { return Some(None) };
        let at = spot.name("stands_for");
        if !matches!(self.measure, Measure::Stock | Measure::Rate) {
            let message = "only a state or a rate is reported for another time than its own";
            faults.add(Code::MeasureMismatch, &at, message, "take \"stands_for\" out");
            return None;
        }
        if raw.note.is_none() {
            let hint = "add \"note:\" with what shows that the source reports it for that time";
            faults.add(Code::MissingKey, &at, "\"stands_for\" needs its reason", hint);
            return None;
        }
        self.reading.period(text, &spot.key("stands_for"), faults).map(Some)
    }

    /// Of which time a growth is: an average or a total is one of whole years.
    fn reckoning(
        &self,
        raw: &RawActual,
        time: Option<&Period>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Reckoning> {
        let (key, reckoning) = match (raw.average, raw.cumulative) {
            (false, false) => return Some(Reckoning::Single),
            (true, true) => {
                let message = "this figure is said to be an average and a total";
                faults.add(Code::ValueForms, &spot.name("cumulative"), message, "keep one of the two");
                return None;
            }
            (true, false) => ("average", Reckoning::Average),
            (false, true) => ("cumulative", Reckoning::Cumulative),
        };
        if self.measure != Measure::Growth {
            let message = format!("\"{key}\" is said of a growth only");
            let hint = "write \"measure: growth\", or take it out";
            faults.add(Code::MeasureMismatch, &spot.name(key), message, hint);
            return None;
        }
        if self.reading.years().divide(*time?, Every::Year).is_none() {
            let message = "a growth over several years is one of whole years";
            let hint = "write the first and the last year: 2016..2020";
            faults.add(Code::UnevenPeriod, &spot.key("period"), message, hint);
            return None;
        }
        Some(reckoning)
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
            Measure::Flow | Measure::Growth => key == "period",
            Measure::Stock => key == "at",
            Measure::Rate => key == "period" || key == "at",
            Measure::Milestone => key == "done" || key == "in_progress",
        };
        if !fits {
            let (message, hint) = match self.measure {
                Measure::Flow => ("a flow is counted over a period", "write \"period:\""),
                Measure::Growth => ("a growth is that of a period on the one before", "write \"period:\""),
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
        self.reading.period(text, &spot.key(key), faults).map(|period| (period, key != "period"))
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
