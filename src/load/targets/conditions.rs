//! What a target asks: its condition, and what it was before.

use super::context::Context;
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawRevision, RawTarget, RawWas};
use crate::load::values;
use crate::model::{Condition, Measure, Revision, RevisionChange, Written};

/// The conditions that may be written, in the order in which a hint lists them.
const FORMS: &str = "at_least, at_most, exactly, between, within, above, below, about, done";

/// The condition of a target as that of a revision: the keys are the same.
pub(super) fn written(raw: &RawTarget) -> RawWas {
    RawWas {
        at_least: raw.at_least.clone(),
        at_most: raw.at_most.clone(),
        exactly: raw.exactly.clone(),
        between: raw.between.clone(),
        within: raw.within.clone(),
        above: raw.above.clone(),
        below: raw.below.clone(),
        about: raw.about.clone(),
        done: raw.done,
    }
}

/// The conditions that are written.
pub(super) fn given(raw: &RawWas) -> Vec<&'static str> {
    [
        ("at_least", raw.at_least.is_some()),
        ("at_most", raw.at_most.is_some()),
        ("exactly", raw.exactly.is_some()),
        ("between", raw.between.is_some()),
        ("within", raw.within.is_some()),
        ("above", raw.above.is_some()),
        ("below", raw.below.is_some()),
        ("about", raw.about.is_some()),
        ("done", raw.done.is_some()),
    ]
    .into_iter()
    .filter_map(|(key, there)| there.then_some(key))
    .collect()
}

impl Context<'_> {
    pub(super) fn condition(
        &self,
        raw: &RawWas,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Condition> {
        let given = given(raw);
        let &[key] = given.as_slice() else {
            let message = if given.is_empty() {
                "this target has no condition".to_owned()
            } else {
                format!("this target has {} conditions: {}", given.len(), given.join(", "))
            };
            faults.add(
                Code::ConditionForms,
                spot,
                message,
                format!("write exactly one of {FORMS}, for_each or for_each_category"),
            );
            return None;
        };
        let at = spot.key(key);
        if (key == "done") != (self.measure == Measure::Milestone) {
            let hint = if key == "done" {
                "write a number, or make the indicator a milestone"
            } else {
                "write \"done: true\""
            };
            faults.add(
                Code::MeasureMismatch,
                &spot.name(key),
                "this condition does not go with the indicator's measure",
                hint,
            );
            return None;
        }
        let number = |text: &Option<String>, faults: &mut Faults| {
            let number = values::number(text.as_deref()?, &at, faults)?;
            self.may_be(&number, &at, faults).then_some(number)
        };
        let range = |texts: &Option<Vec<String>>, faults: &mut Faults| {
            let (low, high) = values::range(texts.as_deref()?, &at, faults)?;
            self.may_be(&low, &at.item(0), faults).then_some((low, high))
        };
        Some(match key {
            "at_least" => Condition::AtLeast(number(&raw.at_least, faults)?),
            "at_most" => Condition::AtMost(number(&raw.at_most, faults)?),
            "exactly" => Condition::Exactly(number(&raw.exactly, faults)?),
            "above" => Condition::Above(number(&raw.above, faults)?),
            "below" => Condition::Below(number(&raw.below, faults)?),
            "about" => Condition::About(number(&raw.about, faults)?),
            "between" => range(&raw.between, faults).map(|(low, high)| Condition::Between(low, high))?,
            "within" => range(&raw.within, faults).map(|(low, high)| Condition::Within(low, high))?,
            _ => {
                if raw.done != Some(true) {
                    faults.add(
                        Code::ConditionForms,
                        &at,
                        "a milestone is promised by \"done: true\"",
                        "write true, or take the target out",
                    );
                    return None;
                }
                Condition::Done
            }
        })
    }

    /// Whether so much can be asked of the indicator at all.
    pub(super) fn may_be(&self, number: &Written, at: &Cursor<'_>, faults: &mut Faults) -> bool {
        self.sign.allows(number, at, faults)
    }

    pub(super) fn revision(
        &self,
        raw: &RawRevision,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Revision> {
        let on = values::day(&raw.on, &spot.key("on"), faults);
        let change = match (&raw.was, raw.dropped) {
            (Some(was), false) => self.condition(was, &spot.key("was"), faults).map(RevisionChange::Was),
            (None, true) => Some(RevisionChange::Dropped),
            _ => {
                let hint = "write what the condition was, or \"dropped: true\"";
                faults.add(
                    Code::ConditionForms,
                    spot,
                    "a revision says one thing: what it was, or that it was dropped",
                    hint,
                );
                None
            }
        };
        let source = raw.source.as_ref().and_then(|name| {
            let known = (Code::UnknownSource, "source");
            let (id, _) = values::known(self.world.sources, name, known, &spot.key("source"), faults)?;
            Some((id.clone(), raw.locator.clone().unwrap_or_default()))
        });
        let languages = self.world.languages;
        let why = languages.text(&raw.why, &spot.key("why"), faults);
        let who = languages.maybe(raw.who.as_ref(), &spot.key("who"), faults);
        Some(Revision { on: on?, change: change?, why, who, source })
    }
}
