//! A whole over members: it stands as its worst member does.

use super::counts::Counts;
use super::{Reason, Status, Verdict};
use crate::model::{Indicator, TargetId};
use std::collections::BTreeSet;

/// Lets each whole over members stand as its worst member, and says how many stand where: it has no sum, no
/// path and no attainment of its own. Where the sum over the members is asked too, the whole is judged as that
/// and only says how its members stand.
pub(super) fn stand_as_members(indicator: &Indicator, verdicts: &mut [Verdict]) {
    for (place, target) in indicator.targets.iter().enumerate() {
        if target.members.is_empty() {
            continue;
        }
        let of_it: BTreeSet<&TargetId> = target.members.iter().collect();
        let members: Vec<&Verdict> =
            verdicts.iter().filter(|verdict| of_it.contains(&verdict.target)).collect();
        let counts: Counts = members.iter().map(|verdict| verdict.status).collect();
        let worst = members.iter().map(|verdict| verdict.status).min_by_key(|status| status.rank());
        let provisional = members.iter().any(|verdict| verdict.provisional);
        let estimated = members.iter().any(|verdict| verdict.estimated);
        let within_margin = members.iter().any(|verdict| verdict.within_margin);
        let Some(verdict) = verdicts.get_mut(place) else { continue };
        if !target.whole_sum {
            verdict.status = worst.unwrap_or(Status::NoData);
            verdict.provisional = provisional;
            verdict.estimated = estimated;
            verdict.within_margin = within_margin;
        }
        verdict.reasons.push(Reason::MemberCounts { counts });
    }
}
