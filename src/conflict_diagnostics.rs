//! Validation after the evaluation: figures that contradict each other and were not settled, as diagnostics; and
//! the warnings that a site suppresses.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::evaluate::{Conflict, ConflictKind, Evaluation};
use crate::model::{Actual, Report, Site};

/// The findings of an evaluation.
pub fn findings(report: &Report, evaluation: &Evaluation) -> Vec<Diagnostic> {
    evaluation.conflicts.iter().filter(|one| !one.accepted).filter_map(|one| conflict(report, one)).collect()
}

/// Takes back the warnings that the site accepts with a reason.
pub fn silence(site: &Site, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let silenced = |one: &Diagnostic| {
        one.severity() == Severity::Warning
            && site.silence.iter().any(|silence| silence.accepts(one.code.as_str(), &one.origin.file))
    };
    found.into_iter().filter(|one| !silenced(one)).collect()
}

fn conflict(report: &Report, conflict: &Conflict) -> Option<Diagnostic> {
    let indicator = report.indicators.get(&conflict.indicator)?;
    let figures = |indexes: &[usize]| -> Vec<&Actual> {
        indexes.iter().filter_map(|index| indicator.actuals.get(*index)).collect()
    };
    let (floor, cap) = (figures(&conflict.floor), figures(&conflict.cap));
    let message = match conflict.kind {
        ConflictKind::SameRegion => "two figures for the same time and scope do not agree",
        ConflictKind::PartsExceedWhole => "the parts add up to more than the whole",
        ConflictKind::Milestone => "the milestone is both done and seen unfinished later",
    };
    let hint = "only what holds whichever is wrong is used; mark one with \"superseded_by\", or keep both with \"both_stand\" and a reason";
    let first = *floor.first().or(cap.first())?;
    let mut found = Diagnostic::new(Code::Conflict, first.origin.clone(), message).hint(hint);
    for other in floor.iter().skip(1) {
        found = found.also(other.origin.clone(), "with this one");
    }
    for other in &cap {
        found = found.also(other.origin.clone(), "against this one");
    }
    Some(found)
}
