//! Where a threshold comes from: a number as written, a baseline, or another indicator.

use super::context::{Context, Of};
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawChange, RawFrom, RawThreshold};
use crate::load::values;
use crate::model::{
    Against, Change, Condition, FromBaseline, IndicatorId, Measure, Side, UnitStyle, Value, Written,
};

/// A threshold.
pub(super) enum Threshold {
    /// A number, and how it follows from a baseline, where it does.
    Number(Written, Option<FromBaseline>),
    /// The number of another indicator.
    Other(IndicatorId),
}

impl Context<'_> {
    pub(super) fn threshold(
        &self,
        raw: &RawThreshold,
        of: Of<'_>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Threshold> {
        let from = match raw {
            RawThreshold::Number => {
                let number = values::number(at.scalar().unwrap_or_default(), at, faults)?;
                return Some(Threshold::Number(number, None));
            }
            RawThreshold::From(from) => from,
        };
        if from.by.is_some() {
            let message = "only \"within\" says how far below and above another indicator";
            faults.add(
                Code::ConditionForms,
                &at.name("by"),
                message,
                "write \"within:\", or take \"by\" out",
            );
            return None;
        }
        match (&from.baseline, &from.indicator) {
            (Some(change), None) => self.by_baseline(change, of, at, faults),
            (None, Some(_)) => other(from, at, faults).map(Threshold::Other),
            _ => {
                let message = "a threshold comes from one thing: the baseline or another indicator";
                let hint = "write \"baseline: { points: +4 }\", \"baseline: x2\" or \"indicator: <id>\"";
                faults.add(Code::ConditionForms, at, message, hint);
                None
            }
        }
    }

    /// So much below and so much above another indicator.
    pub(super) fn band(&self, from: &RawFrom, at: &Cursor<'_>, faults: &mut Faults) -> Option<Condition> {
        let (Some(by), None, Some(_)) = (&from.by, &from.baseline, &from.indicator) else {
            let message = "a band lies around another indicator, and says how far";
            let hint = "write \"within: { indicator: <id>, by: [-0.5, +0.5] }\", or two numbers";
            faults.add(Code::ConditionForms, at, message, hint);
            return None;
        };
        let texts: Vec<String> = by.iter().map(|text| unsigned(text).to_owned()).collect();
        let (low, high) = values::range(&texts, &at.key("by"), faults)?;
        let indicator = other(from, at, faults)?;
        self.against(indicator, Side::Within(low, high), at, faults)
    }

    /// The condition against another indicator. That it is there, and in the same unit of measure, is checked once
    /// all are read.
    pub(super) fn against(
        &self,
        indicator: IndicatorId,
        side: Side,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Condition> {
        if !matches!(self.measure, Measure::Stock | Measure::Rate | Measure::Growth) {
            let message = "only a state, a rate or a growth is held against another indicator";
            let hint = "write an indicator of their difference or their share (\"computed:\"), and ask that";
            faults.add(Code::MeasureMismatch, &at.name("indicator"), message, hint);
            return None;
        }
        Some(Condition::Against(Against { indicator, side, origin: at.key("indicator").origin() }))
    }

    fn by_baseline(
        &self,
        raw: &RawChange,
        of: Of<'_>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Threshold> {
        let change = self.change(raw, &at.key("baseline"), faults)?;
        let Some(baseline) = self.baselines.iter().find(|one| (&one.scope, &one.cell) == of) else {
            // A baseline with a fault of its own is to be mended, and not this.
            if !self.baseline_is_broken {
                let message = format!("there is no baseline of \"{}{}\" to start from", of.0, of.1);
                let hint = "add \"baseline:\" to the indicator, with its day, value, source and locator";
                faults.add(Code::MissingKey, &at.name("baseline"), message, hint);
            }
            return None;
        };
        let Value::Value(printed) = &baseline.value else {
            let message = "the baseline is no plain number, so that no threshold follows from it";
            let hint = "write the threshold itself, and under \"derived\" how it follows";
            faults.add(Code::ConditionForms, &at.name("baseline"), message, hint);
            return None;
        };
        let Some(threshold) = change.from(printed) else {
            let message = "the threshold that follows has more than 28 digits";
            faults.add(Code::BadNumber, &at.key("baseline"), message, "check the baseline and the change");
            return None;
        };
        let from = FromBaseline { baseline: printed.clone(), change };
        Some(Threshold::Number(threshold, Some(from)))
    }

    fn change(&self, raw: &RawChange, at: &Cursor<'_>, faults: &mut Faults) -> Option<Change> {
        let per_cent = self.unit.is_some_and(|unit| unit.style == UnitStyle::Percent);
        match raw {
            RawChange::Plain => {
                let text = at.scalar().unwrap_or_default().trim();
                if let Some(times) = text.strip_prefix(['x', 'X', '×']) {
                    return values::number(times, at, faults).map(Change::Times);
                }
                let number = values::number(unsigned(text), at, faults)?;
                if number.is_percent() && per_cent {
                    let message = format!("\"{text}\" of a per cent can be read in two ways");
                    let size = text.trim_end_matches(['%', '％']);
                    let hint = format!(
                        "write {{ points: {size} }} for so many percentage points, or {{ relative: {text} }} for a \
                         share of the baseline"
                    );
                    faults.add(Code::ConditionForms, at, message, hint);
                    return None;
                }
                if number.is_percent() {
                    return Some(Change::Relative(number));
                }
                if !text.starts_with(['+', '-', '−']) {
                    let message = format!("\"{text}\" may be a threshold or a change");
                    let hint = format!(
                        "write +{text} for so much more than the baseline, x{text} for so many times as much, or \
                         the number without \"baseline\" for the threshold itself"
                    );
                    faults.add(Code::ConditionForms, at, message, hint);
                    return None;
                }
                Some(Change::Amount(number))
            }
            RawChange::Named(named) => {
                let number = |text: &Option<String>, key: &str, faults: &mut Faults| {
                    values::number(unsigned(text.as_deref()?), &at.key(key), faults)
                };
                match (&named.points, &named.relative) {
                    (Some(_), None) if !per_cent => {
                        let message = "percentage points go with an indicator in per cent";
                        let hint = "write the amount with its sign (+500), or { relative: -30% }";
                        faults.add(Code::MeasureMismatch, &at.name("points"), message, hint);
                        None
                    }
                    (points @ Some(_), None) => number(points, "points", faults).map(Change::Points),
                    (None, relative @ Some(_)) => number(relative, "relative", faults).map(Change::Relative),
                    _ => {
                        let message = "a change of the baseline is one thing";
                        let hint = "write one of { points: +4 }, { relative: -30% }, x2 or +500";
                        faults.add(Code::ConditionForms, at, message, hint);
                        None
                    }
                }
            }
        }
    }
}

/// A number without the plus sign by which a change is marked.
fn unsigned(text: &str) -> &str {
    text.trim().trim_start_matches(['+', '＋'])
}

fn other(from: &RawFrom, at: &Cursor<'_>, faults: &mut Faults) -> Option<IndicatorId> {
    values::id(from.indicator.as_deref()?, IndicatorId::new, &at.key("indicator"), faults)
}
