//! What a target asks: its condition, and what it was before.

use super::context::{Context, Of};
use super::thresholds::Threshold;
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawBand, RawRevision, RawTarget, RawThreshold, RawWas};
use crate::load::values;
use crate::model::{Condition, FromBaseline, Measure, Revision, RevisionChange, Side, Written};

/// The conditions that may be written, in the order in which a hint lists them.
const FORMS: &str = "at_least, at_most, exactly, between, within, above, below, about, done";

/// What is asked, and how its threshold follows from a baseline, where it does.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub condition: Condition,
    pub from_baseline: Option<FromBaseline>,
}

impl From<Condition> for Stated {
    fn from(condition: Condition) -> Self {
        Self { condition, from_baseline: None }
    }
}

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
    /// What is asked of a scope: exactly one condition.
    pub(super) fn condition(
        &self,
        raw: &RawWas,
        of: Of<'_>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Stated> {
        let given = given(raw);
        let &[key] = given.as_slice() else {
            let message = if given.is_empty() {
                "this target has no condition".to_owned()
            } else {
                format!("this target has {} conditions: {}", given.len(), given.join(", "))
            };
            let more = if self.measure == Measure::Growth { ", average, cumulative" } else { "" };
            let hint = format!("write exactly one of {FORMS}{more}, for_each or for_each_category");
            faults.add(Code::ConditionForms, spot, message, hint);
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
        let mut one =
            |raw: &Option<RawThreshold>, side: Side| self.one(raw.as_ref()?, (side, of), &at, faults);
        match key {
            "at_least" => one(&raw.at_least, Side::AtLeast),
            "at_most" => one(&raw.at_most, Side::AtMost),
            "exactly" => one(&raw.exactly, Side::Exactly),
            "above" => one(&raw.above, Side::Above),
            "below" => one(&raw.below, Side::Below),
            "about" => self.about(raw.about.as_ref()?, of, &at, faults),
            "between" => {
                let (low, high) = self.range(raw.between.as_deref()?, &at, faults)?;
                Some(Condition::Between(low, high).into())
            }
            "within" => self.within(raw.within.as_ref()?, &at, faults).map(Stated::from),
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
                Some(Condition::Done.into())
            }
        }
    }

    fn one(
        &self,
        raw: &RawThreshold,
        (side, of): (Side, Of<'_>),
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Stated> {
        match self.threshold(raw, of, at, faults)? {
            Threshold::Number(number, from_baseline) => {
                if !self.may_be(&number, at, faults) {
                    return None;
                }
                side.than(&number).map(|condition| Stated { condition, from_baseline })
            }
            Threshold::Other(indicator) => self.against(indicator, side, at, faults).map(Stated::from),
        }
    }

    fn about(&self, raw: &RawThreshold, of: Of<'_>, at: &Cursor<'_>, faults: &mut Faults) -> Option<Stated> {
        match self.threshold(raw, of, at, faults)? {
            Threshold::Number(number, from_baseline) if self.may_be(&number, at, faults) => {
                Some(Stated { condition: Condition::About(number), from_baseline })
            }
            Threshold::Number(..) => None,
            Threshold::Other(_) => {
                let message = "how far \"about\" another indicator may be is not said";
                let hint = "write \"within: { indicator: …, by: [-0.5, +0.5] }\"";
                faults.add(Code::ConditionForms, at, message, hint);
                None
            }
        }
    }

    fn within(&self, raw: &RawBand, at: &Cursor<'_>, faults: &mut Faults) -> Option<Condition> {
        match raw {
            RawBand::Numbers => {
                let texts = [0, 1].map(|end| at.item(end).scalar().unwrap_or_default().to_owned());
                let (low, high) = self.range(&texts, at, faults)?;
                Some(Condition::Within(low, high))
            }
            RawBand::From(from) => self.band(from, at, faults),
        }
    }

    fn range(&self, texts: &[String], at: &Cursor<'_>, faults: &mut Faults) -> Option<(Written, Written)> {
        let (low, high) = values::range(texts, at, faults)?;
        self.may_be(&low, &at.item(0), faults).then_some((low, high))
    }

    /// Whether so much can be asked of the indicator at all.
    pub(super) fn may_be(&self, number: &Written, at: &Cursor<'_>, faults: &mut Faults) -> bool {
        self.sign.allows(number, at, faults)
    }

    pub(super) fn revision(
        &self,
        raw: &RawRevision,
        of: Of<'_>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Revision> {
        let on = values::day(&raw.on, &spot.key("on"), faults);
        let change = match (&raw.was, raw.dropped) {
            (Some(was), false) => self
                .condition(was, of, &spot.key("was"), faults)
                .map(|stated| RevisionChange::Was(stated.condition)),
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
