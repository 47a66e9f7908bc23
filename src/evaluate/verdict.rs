//! Putting a verdict together, whatever the measure.

use super::case::{Asked, Case};
use super::cells::Cases;
use super::judged::Judged;
use super::{IndicatorEvaluation, Interval, Status, Use, Verdict, flow, milestone, state, whole};
use super::{against, growth};
use crate::model::{Condition, Measure, Reckoning, Target};

/// Judges every target of an indicator.
pub(super) fn judge(cases: &Cases<'_>) -> IndicatorEvaluation {
    let (indicator, quantity) = (cases.headline().indicator, cases.headline().quantity);
    let mut uses: Vec<Vec<Use>> = vec![Vec::new(); indicator.actuals.len()];
    let mut verdicts = Vec::with_capacity(indicator.targets.len());
    for target in &indicator.targets {
        let judged = judge_target(cases.of(target), target);
        for (indices, what) in [(&judged.floor, Use::Floor), (&judged.cap, Use::Cap)] {
            for index in indices {
                if let Some(known) = uses.get_mut(*index) {
                    known.push(what);
                }
            }
        }
        verdicts.push(judged.verdict.unwrap_or_else(|| unknown(target)));
    }
    for known in &mut uses {
        known.sort_unstable();
        known.dedup();
        if known.is_empty() {
            known.push(Use::Reference);
        }
    }
    whole::stand_as_members(indicator, &mut verdicts);
    let intervals = indicator
        .actuals
        .iter()
        .map(|actual| {
            let interval = Interval::of(&actual.value, quantity);
            if actual.partial {
                Interval::new(interval.low, None).with_open_ends(interval.low_open, false)
            } else {
                interval
            }
        })
        .collect();
    IndicatorEvaluation { verdicts, uses, intervals, trend: None }
}

fn judge_target<'a>(case: &Case<'a>, target: &'a Target) -> Judged {
    let Some(mut asked) = Asked::new(case, target) else { return Judged::default() };
    against::resolve(case, &mut asked);
    let milestone = case.indicator.measure == Measure::Milestone;
    if milestone != (asked.in_force.condition == Condition::Done) {
        // The loader refuses a condition that does not fit the measure.
        return Judged::default();
    }
    if asked.is_a_whole() {
        // It stands as its members do, which are judged first.
        let whole = Judged { reasons: asked.preamble(), ..Judged::default() };
        return whole.verdict(Verdict {
            condition: asked.in_force.condition.clone(),
            later_changes: asked.in_force.later.clone(),
            ..unknown(target)
        });
    }
    match case.indicator.measure {
        Measure::Flow => flow::judge(case, &asked),
        Measure::Growth if target.reckoning != Reckoning::Single => growth::judge(case, &asked),
        Measure::Stock | Measure::Rate | Measure::Growth => state::judge(case, &asked),
        Measure::Milestone => milestone::judge(case, &asked),
    }
}

/// A verdict of which nothing is known yet.
fn unknown(target: &Target) -> Verdict {
    Verdict {
        target: target.id.clone(),
        condition: target.condition.clone(),
        status: Status::NoData,
        exceeded: false,
        against: None,
        worked_out: None,
        interval: Interval::OPEN,
        attainment: Interval::OPEN,
        path: None,
        dated: None,
        deciding: Vec::new(),
        basis: None,
        within_margin: false,
        provisional: false,
        estimated: false,
        made_good: None,
        later_changes: Vec::new(),
        reasons: Vec::new(),
        settled_by: None,
    }
}
