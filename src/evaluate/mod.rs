//! Report and report date in, verdicts out: what the figures prove, and nothing else.
//!
//! The report is never edited: [`evaluate`] returns an [`Evaluation`], a map by id beside it. No
//! number here is a floating-point number, except inside the published trend methods.
//! `docs/evaluation.md` says how a verdict is reached.

mod case;
mod claim;
mod condition;
mod conflict;
mod cover;
mod dated;
mod figure;
mod flow;
mod interval;
mod milestone;
mod packing;
mod path;
mod reason;
mod region;
mod result;
mod sum;
#[cfg(test)]
mod tests;
mod trend;
mod verdict;

pub use claim::{ClaimCheck, ClaimOutcome};
pub use conflict::{Conflict, ConflictKind};
pub use interval::Interval;
pub use reason::{LeftOutWhy, Reason};
pub use result::{Counts, Evaluation, IndicatorEvaluation, PathPoint, Status, Use, Verdict};
pub use trend::{MethodReading, TrendCategory, TrendReading};

use crate::model::{Indicator, Report};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Judges every target of a report by the figures published by a day.
pub fn evaluate(report: &Report, as_of: Date) -> Evaluation {
    let tree = region::Tree::new(&report.scopes);
    let today = region::day(as_of);
    let mut conflicts = Vec::new();
    let mut indicators = BTreeMap::new();
    for (id, indicator) in &report.indicators {
        let (case, found) = case::Case::new(report, &tree, indicator, today);
        let mut evaluation = verdict::judge(&case);
        evaluation.trend = trend::read(&case);
        conflicts.extend(found);
        indicators.insert(id.clone(), evaluation);
    }
    let counts = count(report.indicators.values().filter_map(|i| Some((i, indicators.get(&i.id)?))));
    let claims = claim::check(report, today);
    Evaluation { as_of, indicators, claims, conflicts, counts }
}

/// How the targets of some indicators stand: of a task, an action, a plan. A whole over members counts
/// once; its members do not count besides.
pub fn count<'a>(of: impl IntoIterator<Item = (&'a Indicator, &'a IndicatorEvaluation)>) -> Counts {
    of.into_iter()
        .flat_map(|(indicator, evaluation)| indicator.targets.iter().zip(&evaluation.verdicts))
        .filter(|(target, _)| target.member_of.is_none())
        .map(|(_, verdict)| verdict.status)
        .collect()
}
