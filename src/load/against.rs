//! Targets held against another indicator: that it is there, is another one, and is counted in the same unit.

use super::cursor::Faults;
use super::indicators::Indicators;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Against, Condition, Indicator, IndicatorId, Measure, RevisionChange};

/// Looks at all of them, once all indicators are read.
pub(super) fn check(indicators: &Indicators, faults: &mut Faults) {
    for indicator in indicators.values() {
        let mut seen = Vec::new();
        for target in &indicator.targets {
            let before = target.revisions.iter().filter_map(|revision| match &revision.change {
                RevisionChange::Was(condition) => Some(condition),
                RevisionChange::Dropped => None,
            });
            for condition in before.chain([&target.condition]) {
                let Condition::Against(against) = condition else { continue };
                // One entry makes a target of each year.
                if !seen.contains(&&against.origin) {
                    seen.push(&against.origin);
                    one(indicator, against, indicators, faults);
                }
            }
        }
    }
}

fn one(indicator: &Indicator, against: &Against, indicators: &Indicators, faults: &mut Faults) {
    let id = &against.indicator;
    let mut fault = |code: Code, message: String, hint: String| {
        faults.push(Diagnostic::new(code, against.origin.clone(), message).hint(hint));
    };
    if *id == indicator.id {
        let hint = "name another indicator, or write the number itself".to_owned();
        return fault(Code::ConditionForms, "an indicator is not held against itself".to_owned(), hint);
    }
    let Some(other) = indicators.get(id) else {
        if faults.is_broken(Code::UnknownIndicator, id.as_str()) {
            return;
        }
        let known = indicators.keys().map(IndicatorId::as_str);
        let hint = nearest(id.as_str(), known).map_or_else(
            || "write the name of a file in indicators/ without \".yaml\"".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        let message = format!("there is no indicator \"{id}\"");
        faults.push(Diagnostic::new(Code::UnknownIndicator, against.origin.clone(), message).hint(hint));
        return;
    };
    if other.unit != indicator.unit {
        let unit =
            |of: &Indicator| of.unit.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string);
        let message = format!("\"{id}\" is in {}, and this in {}", unit(other), unit(indicator));
        let hint = "only what is in one unit of measure is held against each other".to_owned();
        fault(Code::MeasureMismatch, message, hint);
    } else if !matches!(other.measure, Measure::Stock | Measure::Rate | Measure::Growth) {
        let message = format!("\"{id}\" is no state, rate or growth");
        let hint = "write an indicator of their difference or share (\"computed:\"), and ask that".to_owned();
        fault(Code::MeasureMismatch, message, hint);
    }
}
