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
mod running;
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
pub use running::{RunningTotal, running_totals};
pub use trend::{MethodReading, TrendCategory, TrendReading};

use crate::model::{Indicator, Report};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Judges every target of a report by the figures published by a day.
///
/// Indicators do not look at each other, so they are judged side by side on all processors; what comes
/// out does not depend on their number.
pub fn evaluate(report: &Report, as_of: Date) -> Evaluation {
    let tree = region::Tree::new(&report.scopes);
    let today = region::day(as_of);
    let all: Vec<&Indicator> = report.indicators.values().collect();
    let judged = side_by_side(&all, |indicator| judge(report, &tree, indicator, today));
    let mut conflicts = Vec::new();
    let mut indicators = BTreeMap::new();
    for (indicator, (evaluation, found)) in all.iter().zip(judged) {
        conflicts.extend(found);
        indicators.insert(indicator.id.clone(), evaluation);
    }
    let counts = count(all.into_iter().filter_map(|i| Some((i, indicators.get(&i.id)?))));
    let claims = claim::check(report, today);
    Evaluation { as_of, indicators, claims, conflicts, counts }
}

fn judge(
    report: &Report,
    tree: &region::Tree<'_>,
    indicator: &Indicator,
    today: region::Day,
) -> (IndicatorEvaluation, Vec<Conflict>) {
    let (case, conflicts) = case::Case::new(report, tree, indicator, today);
    let mut evaluation = verdict::judge(&case);
    evaluation.trend = trend::read(&case);
    (evaluation, conflicts)
}

/// Applies a function to each item, in order, on as many threads as there are processors.
fn side_by_side<T: Sync, R: Send>(items: &[T], apply: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = items.len().div_ceil(threads);
    // A handful is done before a thread has started.
    if threads == 1 || share < 8 {
        return items.iter().map(apply).collect();
    }
    std::thread::scope(|scope| {
        let apply = &apply;
        let running: Vec<_> = items
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(apply).collect::<Vec<R>>()))
            .collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
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
