//! What is missing to settle a target, and which reasons matter for how it stands.

use crate::evaluate::{LeftOutWhy, Reason, Status};
use crate::model::{Indicator, Period, ScopeId};
use crate::view::context::LangContext;
use std::collections::BTreeSet;

/// As many times as are named of which figures are missing.
const NAMED: usize = 4;

/// The figure that would settle it: 东莞—昭通2018年全年吸纳昭通劳动力就业的数据.
pub(in crate::view) fn figure(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    scope: &ScopeId,
    periods: &[Period],
) -> String {
    let name = match periods {
        [one] if one.start() == Some(one.end()) => "reason-needs-day",
        [one] if is_a_year(one) => "reason-needs-year",
        _ => "reason-needs",
    };
    let mut times: Vec<String> =
        periods.iter().take(NAMED).map(|period| ctx.period(indicator, period)).collect();
    if periods.len() > NAMED {
        let rest = ctx.locale.count(periods.len() - NAMED);
        times.push(ctx.say("and-more", &[("count", &rest)]));
    }
    let (title, scope) = (ctx.words(&indicator.title), ctx.scope(scope));
    ctx.say(name, &[("scope", &scope), ("period", &ctx.locale.list(&times)), ("title", &title)])
}

/// The figures that would settle several targets, a sentence a scope; nothing if none is known to.
pub(in crate::view) fn figures<'r>(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    needs: impl Iterator<Item = &'r Reason>,
) -> Option<String> {
    let mut by_scope: Vec<(&ScopeId, Vec<Period>)> = Vec::new();
    for reason in needs {
        let Reason::Needs { period, scope } = reason else { continue };
        match by_scope.iter_mut().find(|(known, _)| *known == scope) {
            Some((_, periods)) if periods.contains(period) => {}
            Some((_, periods)) => periods.push(*period),
            None => by_scope.push((scope, vec![*period])),
        }
    }
    let said: Vec<String> = by_scope
        .iter()
        .map(|(scope, periods)| ctx.locale.sentence(&figure(ctx, indicator, scope, periods)))
        .collect();
    (!said.is_empty()).then(|| ctx.locale.sentences(&said))
}

fn is_a_year(period: &Period) -> bool {
    let Some(start) = period.start() else { return false };
    start == start.first_of_year() && period.end() == start.last_of_year()
}

/// The times of which neither end is known, where both reasons speak of the same.
pub(in crate::view) fn nothing_for<'r>(reasons: &[&'r Reason]) -> Option<&'r Vec<Period>> {
    let without_floor = reasons.iter().find_map(|reason| match reason {
        Reason::NoFloorFor { periods } => Some(periods),
        _ => None,
    })?;
    let alike = |reason: &Reason| matches!(reason, Reason::NoCapFor { periods } if periods == without_floor);
    reasons.iter().any(|reason| alike(reason)).then_some(without_floor)
}

/// The reasons that a reader has to know, and those why figures had no part in it. Where no figure counts, why the
/// nearest of them do not is what there is to know.
pub(in crate::view) fn apart(status: Status, reasons: &[Reason]) -> (Vec<&Reason>, Vec<&Reason>) {
    let is_left_out = |reason: &Reason| matches!(reason, Reason::LeftOut { .. });
    let none_counts = status == Status::NotComparable || reasons.iter().all(is_left_out);
    // What has no value is told where it is the reason, and not again.
    let told: BTreeSet<usize> = reasons
        .iter()
        .flat_map(|reason| match reason {
            Reason::NoValue { actuals, .. } => actuals.as_slice(),
            _ => &[],
        })
        .copied()
        .collect();
    let is_told = |reason: &&Reason| match reason {
        Reason::LeftOut { actuals, why: LeftOutWhy::NoValue(_) } => {
            actuals.iter().all(|one| told.contains(one))
        }
        _ => false,
    };
    reasons.iter().filter(|reason| !is_told(reason)).partition(|reason| match reason {
        Reason::LeftOut { why, .. } => none_counts && is_near(*why),
        _ => true,
    })
}

/// True for a figure that speaks of the target, if not in a way that counts.
fn is_near(why: LeftOutWhy) -> bool {
    !matches!(
        why,
        LeftOutWhy::OtherPeriod
            | LeftOutWhy::OtherScope
            | LeftOutWhy::OtherCell
            | LeftOutWhy::AfterDue
            | LeftOutWhy::NotLatest
            | LeftOutWhy::NotDeciding
            | LeftOutWhy::OthersProveMore
            | LeftOutWhy::Superseded
    )
}

/// How many figures some reasons leave out.
pub(in crate::view) fn left_out(reasons: &[&Reason]) -> usize {
    let all: BTreeSet<usize> = reasons
        .iter()
        .flat_map(|reason| match reason {
            Reason::LeftOut { actuals, .. } => actuals.as_slice(),
            _ => &[],
        })
        .copied()
        .collect();
    all.len()
}
