//! Counting how targets and indicators stand.

use super::counts::Counts;
use super::result::IndicatorEvaluation;
use super::status::Status;
use crate::model::{Binding, Indicator, Target};

/// How the targets of some indicators stand: of a task, an action, a plan. A whole over members counts
/// once; its members do not count besides.
pub fn count<'a>(of: impl IntoIterator<Item = (&'a Indicator, &'a IndicatorEvaluation)>) -> Counts {
    of.into_iter()
        .flat_map(|(indicator, evaluation)| judged(indicator, evaluation))
        .map(|one| one.1)
        .collect()
}

/// The same of the targets that bind as asked for, by their own word or their indicator's.
pub fn count_binding<'a>(
    of: impl IntoIterator<Item = (&'a Indicator, &'a IndicatorEvaluation)>,
    binding: Binding,
) -> Counts {
    of.into_iter()
        .flat_map(|(indicator, evaluation)| {
            judged(indicator, evaluation)
                .filter(move |(target, _)| target.binding.or(indicator.binding) == Some(binding))
        })
        .map(|one| one.1)
        .collect()
}

/// How some indicators stand, each once: see [`stands`]. One without targets does not count.
pub fn count_indicators<'a>(
    of: impl IntoIterator<Item = (&'a Indicator, &'a IndicatorEvaluation)>,
) -> Counts {
    of.into_iter().filter_map(|(indicator, evaluation)| stands(indicator, evaluation)).collect()
}

/// Where an indicator stands: where its last-due target does, of those that have begun; of several due on
/// one day the worst of those of its own scope.
pub fn stands(indicator: &Indicator, evaluation: &IndicatorEvaluation) -> Option<Status> {
    judged(indicator, evaluation)
        .max_by_key(|(target, status)| {
            let open = matches!(status, Status::NotDue | Status::Dropped);
            (!open, target.due, target.scope == indicator.scope, std::cmp::Reverse(status.rank()))
        })
        .map(|(_, status)| status)
}

fn judged<'a>(
    indicator: &'a Indicator,
    evaluation: &'a IndicatorEvaluation,
) -> impl Iterator<Item = (&'a Target, Status)> {
    indicator
        .targets
        .iter()
        .zip(&evaluation.verdicts)
        .filter(|(target, _)| target.member_of.is_none())
        .map(|(target, verdict)| (target, verdict.status))
}
