//! Tasks whose words promise a number that no target holds.

use super::common::warn;
use crate::diagnostic::{Code, Severity};
use crate::load::cursor::Faults;
use crate::load::indicators::Indicators;
use crate::locale::lang;
use crate::markup;
use crate::model::{Plan, PlanId, TaskRef};
use std::collections::{BTreeMap, BTreeSet};

/// Names every task with a number and no target.
pub(super) fn check(indicators: &Indicators, plans: &BTreeMap<PlanId, Plan>, faults: &mut Faults) {
    // With errors a target may only seem to be missing.
    if faults.found.iter().any(|one| one.severity() == Severity::Error) {
        return;
    }
    let bound: BTreeSet<&TaskRef> = indicators
        .values()
        .filter(|one| !one.targets.is_empty())
        .filter_map(|one| one.task.as_ref())
        .collect();
    for plan in plans.values() {
        for (_, task) in plan.tasks() {
            let named = TaskRef { plan: plan.id.clone(), number: task.number.clone() };
            if bound.contains(&named) {
                continue;
            }
            let Some(number) = task.text.iter().find_map(|(_, words)| promised(words)) else { continue };
            let message = format!("task {} promises \"{number}\", and no target holds it", task.number);
            let hint = "write an indicator with this task and a target";
            faults.push(warn(Code::TaskWithoutTarget, &task.text_origin, message, hint));
        }
    }
}

/// The first number with a unit behind it that counts no time.
fn promised(words: &str) -> Option<String> {
    let spots = markup::parse(words, 0).numbers();
    spots.into_iter().map(|spot| spot.text).find(|text| {
        // What is written in characters is no number without a unit.
        let unit = text.find(|c: char| c.is_ascii_digit()).map_or(text.as_str(), |at| &text[at..]);
        let unit =
            unit.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | ' '));
        let counts_time =
            lang::all().iter().flat_map(|one| one.wording.prose.times).any(|time| unit.ends_with(time));
        !unit.is_empty() && !counts_time
    })
}
