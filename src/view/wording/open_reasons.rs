//! Why targets are open: open targets grouped by their main reason.

use crate::evaluate::{Reason, Status, Verdict};
use crate::model::Indicator;
use crate::view::shown::Shown;
use crate::view::wording::verdicts;
use std::collections::BTreeMap;

/// Open targets of one status and one main reason.
pub(in crate::view) struct OpenGroup<'i> {
    /// The status.
    pub shown: Shown,
    /// The message that says why.
    pub why: &'static str,
    /// The indicator of each target, in the order given.
    pub members: Vec<&'i Indicator>,
}

/// Groups those targets that are open by status and reason, the largest group first.
pub(in crate::view) fn groups<'i, 'v>(
    targets: impl Iterator<Item = (&'i Indicator, &'v Verdict)>,
) -> Vec<OpenGroup<'i>> {
    let mut groups: BTreeMap<(Shown, &'static str), Vec<&Indicator>> = BTreeMap::new();
    for (indicator, verdict) in targets.filter(|(_, verdict)| verdicts::is_open(verdict.status)) {
        groups.entry((Shown::of(verdict), why(verdict))).or_default().push(indicator);
    }
    let mut groups: Vec<OpenGroup<'_>> =
        groups.into_iter().map(|((shown, why), members)| OpenGroup { shown, why, members }).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.members.len()));
    groups
}

/// The main reason for which a target is open.
fn why(verdict: &Verdict) -> &'static str {
    let spans = verdict.reasons.iter().find_map(|reason| match reason {
        Reason::CapSpansMore { wider, .. } => Some(wider.is_some()),
        _ => None,
    });
    match verdict.status {
        Status::NoData => "open-no_data",
        Status::NotComparable => "open-not_comparable",
        Status::NotDue => "open-not_due",
        _ if spans == Some(true) => "open-wider",
        _ if spans == Some(false) || verdict.reasons.contains(&Reason::OnlyCap) => "open-cumulative",
        _ if verdict.reasons.contains(&Reason::OnlyFloor) => "open-floor",
        Status::UnderWay => "open-under_way",
        _ => "open-other",
    }
}
