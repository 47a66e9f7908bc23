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
use std::{collections::BTreeMap, sync::Arc};

/// Judges every target of a report by the figures published by a day.
///
/// Indicators do not look at each other, so they are judged side by side on all processors; what comes
/// out does not depend on their number.
pub fn evaluate(report: &Report, as_of: Date) -> Evaluation {
    evaluate_again(report, as_of, None)
}

/// Judges a report as [`evaluate`] does, and takes what it says of an indicator from an earlier evaluation
/// where that judged the very same indicator on the same day.
///
/// An indicator is the same one only if its report was loaded with the other's memory, and nothing that
/// it refers to (scopes, sources, plans) has changed between the two.
pub fn evaluate_again(report: &Report, as_of: Date, earlier: Option<(&Report, &Evaluation)>) -> Evaluation {
    let tree = region::Tree::new(&report.scopes);
    let today = region::day(as_of);
    let earlier = earlier.filter(|(_, evaluation)| evaluation.as_of == as_of);
    let known = |one: &Arc<Indicator>| {
        let (report, evaluation) = earlier?;
        report.indicators.get(&one.id).filter(|other| Arc::ptr_eq(one, other))?;
        evaluation.indicators.get(&one.id)
    };
    let all: Vec<_> = report.indicators.values().map(|one| (one, known(one))).collect();
    let new: Vec<&Indicator> =
        all.iter().filter(|(_, known)| known.is_none()).map(|(one, _)| one.as_ref()).collect();
    let mut judged = side_by_side(&new, |indicator| judge(report, &tree, indicator, today)).into_iter();
    let mut old_conflicts =
        earlier.map_or(&[][..], |(_, evaluation)| &evaluation.conflicts).iter().peekable();
    let mut conflicts = Vec::new();
    let mut indicators = BTreeMap::new();
    for (indicator, known) in all {
        // Both lists of conflicts are in order of indicator.
        while old_conflicts.next_if(|one| one.indicator < indicator.id).is_some() {}
        let evaluation = match known {
            Some(known) => {
                let of_it = std::iter::from_fn(|| old_conflicts.next_if(|one| one.indicator == indicator.id));
                conflicts.extend(of_it.cloned());
                Arc::clone(known)
            }
            None => judged.next().map_or_else(Arc::default, |(evaluation, found)| {
                conflicts.extend(found);
                Arc::new(evaluation)
            }),
        };
        indicators.insert(indicator.id.clone(), evaluation);
    }
    let both = report.indicators.values().zip(indicators.values());
    let counts = count(both.map(|(indicator, evaluation)| (indicator.as_ref(), evaluation.as_ref())));
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
