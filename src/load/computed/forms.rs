//! How an indicator is worked out, as written: one of three forms, each with its measure.

use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawChangeIn, RawComputed};
use crate::load::values;
use crate::model::{Computed, ComputedBy, IndicatorId, Measure};

/// Reads how an indicator is worked out.
pub(in crate::load) fn read(
    raw: Option<&RawComputed>,
    measure: Measure,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Computed> {
    let raw = raw?;
    let mut named = Vec::new();
    let mut id = |text: &String, at: Cursor<'_>| {
        named.push(at.origin());
        values::id(text, IndicatorId::new, &at, faults)
    };
    let by = match (&raw.share, &raw.of, &raw.change, &raw.sum, raw.unit) {
        (Some(part), Some(of), None, None, None) => {
            ComputedBy::Share { part: id(part, at.key("share"))?, of: id(of, at.key("of"))? }
        }
        (None, None, Some(of), None, unit) => {
            ComputedBy::Change { of: id(of, at.key("change"))?, points: unit == Some(RawChangeIn::Points) }
        }
        (None, None, None, Some(all), None) => {
            let ids = all.iter().enumerate().map(|(index, text)| id(text, at.key("sum").item(index)));
            ComputedBy::Sum(ids.collect::<Option<_>>()?)
        }
        _ => {
            let message = "what is computed is one thing: a share, a change or a sum";
            let hint = "write { share: <id>, of: <id> }, { change: <id> } or { sum: [<id>, <id>] }";
            faults.add(Code::ComputedForms, at, message, hint);
            return None;
        }
    };
    let fits = match &by {
        ComputedBy::Share { .. } => measure == Measure::Rate,
        ComputedBy::Change { .. } => matches!(measure, Measure::Rate | Measure::Growth),
        ComputedBy::Sum(_) => !matches!(measure, Measure::Growth | Measure::Milestone),
    };
    if !fits {
        let (message, hint) = match &by {
            ComputedBy::Share { .. } => ("a share is a rate", "write \"measure: rate\""),
            ComputedBy::Change { points: true, .. } => ("a difference is a rate", "write \"measure: rate\""),
            ComputedBy::Change { .. } => ("a change in per cent is a growth", "write \"measure: growth\""),
            ComputedBy::Sum(_) => ("growth and milestones have no sum", "take \"computed\" out"),
        };
        faults.add(Code::MeasureMismatch, at, message, hint);
        return None;
    }
    Some(Computed { by, named, origin: at.origin() })
}
