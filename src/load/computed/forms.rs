//! How an indicator is worked out, as written: one of three forms, each with its measure.

use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawChangeIn, RawComputed};
use crate::load::values;
use crate::model::{Computation, Computed, IndicatorId, Measure};

/// Reads how an indicator is worked out.
pub(in crate::load) fn read(
    raw: Option<&RawComputed>,
    measure: Measure,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Computed> {
    let raw = raw?;
    let mut id = |text: &String, at: Cursor<'_>| values::id(text, IndicatorId::new, &at, faults);
    let by = match (&raw.share, &raw.of, &raw.change, &raw.sum, raw.unit) {
        (Some(part), Some(of), None, None, None) => {
            Computation::Share { part: id(part, at.key("share"))?, of: id(of, at.key("of"))? }
        }
        (None, None, Some(of), None, unit) => {
            Computation::Change { of: id(of, at.key("change"))?, points: unit == Some(RawChangeIn::Points) }
        }
        (None, None, None, Some(all), None) => {
            let ids = all.iter().enumerate().map(|(index, text)| id(text, at.key("sum").item(index)));
            Computation::Sum(ids.collect::<Option<_>>()?)
        }
        _ => {
            let message = "what is computed is one thing: a share, a change or a sum";
            let hint = "write { share: <id>, of: <id> }, { change: <id> } or { sum: [<id>, <id>] }";
            faults.add(Code::ComputedForms, at, message, hint);
            return None;
        }
    };
    let fits = match &by {
        Computation::Share { .. } => measure == Measure::Rate,
        Computation::Change { .. } => matches!(measure, Measure::Rate | Measure::Growth),
        Computation::Sum(_) => !matches!(measure, Measure::Growth | Measure::Milestone),
    };
    if !fits {
        let (message, hint) = match &by {
            Computation::Share { .. } => ("a share is a rate", "write \"measure: rate\""),
            Computation::Change { points: true, .. } => ("a difference is a rate", "write \"measure: rate\""),
            Computation::Change { .. } => ("a change in per cent is a growth", "write \"measure: growth\""),
            Computation::Sum(_) => ("growth and milestones have no sum", "take \"computed\" out"),
        };
        faults.add(Code::MeasureMismatch, at, message, hint);
        return None;
    }
    Some(Computed { by, origin: at.origin() })
}
