//! Report and report date in, verdicts out: what the figures prove, and nothing else.
//!
//! The report is never edited: [`evaluate`] returns an [`Evaluation`], a map by id beside it. No
//! number here is a floating-point number, except inside the published trend methods.
//! `docs/evaluation.md` says how a verdict is reached.

mod against;
mod attainment;
mod basis;
mod bounds;
mod case;
mod cells;
mod claim;
mod condition;
mod conflict;
mod counting;
mod counts;
mod covered;
mod demand;
mod done;
mod figure;
mod flow;
mod ground;
mod growth;
mod judged;
mod left_out;
mod line;
mod method;
mod milestone;
mod own;
mod path;
mod planned;
mod points;
mod reason;
mod region;
mod result;
mod running;
mod settle;
mod state;
mod status;
#[cfg(test)]
mod tests;
mod trend;
mod verdict;
mod whole;

pub use attainment::{PercentEnd, shown_percent};
pub use basis::{Basis, MadeGood};
pub use claim::{ClaimCheck, ClaimOutcome};
pub use conflict::{Conflict, ConflictKind};
pub use counting::{count, count_binding, count_indicators, stands};
pub use counts::Counts;
pub use planned::planned_way;
pub use reason::{LeftOutWhy, Reason};
pub use result::{Evaluation, IndicatorEvaluation, PathPoint, Threshold, Use, Verdict};
pub use running::{RunningTotal, running_totals};
pub use status::Status;
pub use trend::{
    MethodReading, TrendCategory, TrendFormula, TrendGap, TrendLeftOut, TrendPoint, TrendReading,
};

use crate::model::{Binding, Indicator, IndicatorId, Report, Target};
pub use crate::model::{Interval, Quantity};
use jiff::civil::Date;
use rayon::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Judges every target of a report by the figures published by a day.
///
/// Indicators look at nothing of each other but their figures, so they are judged side by side on all processors; what comes
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
    // What an indicator is held against has to be the same too.
    let is_same = |id: &IndicatorId| {
        let before = earlier.and_then(|(before, _)| before.indicators.get(id));
        before.zip(report.indicators.get(id)).is_some_and(|(before, now)| Arc::ptr_eq(before, now))
    };
    // All are in order of id, so that one pass finds them.
    let mut before = earlier
        .into_iter()
        .flat_map(|(report, evaluation)| report.indicators.values().zip(&evaluation.indicators))
        .peekable();
    let mut known = |one: &Arc<Indicator>| {
        while before.next_if(|(other, _)| !Arc::ptr_eq(one, other) && other.id < one.id).is_some() {}
        let (_, (id, evaluation)) = before.next_if(|(other, _)| Arc::ptr_eq(one, other))?;
        let mut others = one.targets.iter().flat_map(Target::against);
        let same = *id == one.id && others.all(|other| is_same(&other.indicator));
        same.then_some(evaluation)
    };
    let all: Vec<_> = report.indicators.values().map(|one| (one, known(one))).collect();
    let new: Vec<&Indicator> =
        all.iter().filter(|(_, known)| known.is_none()).map(|(one, _)| one.as_ref()).collect();
    let judged: Vec<_> = new.into_par_iter().map(|one| judge(report, &tree, one, today)).collect();
    let mut judged = judged.into_iter();
    let mut old_conflicts =
        earlier.map_or(&[][..], |(_, evaluation)| &evaluation.conflicts).iter().peekable();
    let mut conflicts = Vec::new();
    let mut indicators = Vec::with_capacity(all.len());
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
        indicators.push((indicator.id.clone(), evaluation));
    }
    let indicators: BTreeMap<_, _> = indicators.into_iter().collect();
    let both = || {
        let both = report.indicators.values().zip(indicators.values());
        both.map(|(indicator, evaluation)| (indicator.as_ref(), evaluation.as_ref()))
    };
    let (counts, by_indicator) = (count(both()), count_indicators(both()));
    let by_binding =
        [Binding::Binding, Binding::Indicative].map(|binding| (binding, count_binding(both(), binding)));
    let claims = claim::check(report, today);
    Evaluation { as_of, indicators, claims, conflicts, counts, by_indicator, by_binding }
}

fn judge(
    report: &Report,
    tree: &region::Tree<'_>,
    indicator: &Indicator,
    today: region::Day,
) -> (IndicatorEvaluation, Vec<Conflict>) {
    let cases = cells::Cases::new(report, tree, indicator, today);
    let mut evaluation = verdict::judge(&cases);
    evaluation.trend = trend::read(cases.headline());
    (evaluation, cases.conflicts)
}
