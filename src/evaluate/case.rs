//! One indicator as the judge sees it, and one target as it is asked.

use super::condition::{InForce, Proof, in_force};
use super::conflict::{self, Conflict};
use super::figure::{self, Figure};
use super::region::{Day, Span, Tree, day};
use super::{LeftOutWhy, Reason, Status, milestone};
use crate::model::{Indicator, Measure, Report, Target};

/// An indicator with the figures that may be used for judging it.
pub(super) struct Case<'a> {
    pub report: &'a Report,
    pub tree: &'a Tree<'a>,
    pub indicator: &'a Indicator,
    pub as_of: Day,
    pub figures: Vec<Figure>,
    /// Figures in conflict: they bear on targets and prove nothing.
    pub contested: Vec<Figure>,
    /// For each actual that may not be used, why.
    pub left_out: Vec<Option<LeftOutWhy>>,
    /// True if any result was published.
    pub reported: bool,
}

impl<'a> Case<'a> {
    pub fn new(
        report: &'a Report,
        tree: &'a Tree<'a>,
        indicator: &'a Indicator,
        as_of: Day,
    ) -> (Self, Vec<Conflict>) {
        let mut sorted = figure::sort(report, tree, indicator, as_of);
        let (contested, conflicts) = if indicator.measure == Measure::Milestone {
            milestone::settle(tree, indicator, &mut sorted.figures)
        } else {
            let asked: Vec<_> = indicator
                .targets
                .iter()
                .filter_map(|target| Some((tree.number(&target.scope)?, judged(target))))
                .collect();
            conflict::settle(tree, indicator, &mut sorted.figures, &asked)
        };
        let mut left_out = sorted.left_out;
        for index in contested.iter().flat_map(|figure| &figure.actuals) {
            if let Some(why) = left_out.get_mut(*index) {
                *why = Some(LeftOutWhy::InConflict);
            }
        }
        let (figures, reported) = (sorted.figures, sorted.reported);
        (Self { report, tree, indicator, as_of, figures, contested, left_out, reported }, conflicts)
    }

    /// The indices of the actuals behind figures, in order.
    pub fn actuals(&self, places: &[usize]) -> Vec<usize> {
        let mut all: Vec<usize> = places
            .iter()
            .filter_map(|place| self.figures.get(*place))
            .flat_map(|figure| figure.actuals.iter().copied())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Reasons for all actuals that were not used, those of one kind together. `why` says it for a
    /// figure that might have been.
    pub fn left_out(&self, used: &[usize], why: impl Fn(&Figure) -> LeftOutWhy) -> Vec<Reason> {
        let mut kinds: Vec<Option<LeftOutWhy>> = self.left_out.clone();
        for figure in &self.figures {
            for index in figure.actuals.iter().filter(|index| !used.contains(index)) {
                if let Some(kind) = kinds.get_mut(*index) {
                    *kind = Some(why(figure));
                }
            }
        }
        let mut groups: Vec<(LeftOutWhy, Vec<usize>)> = Vec::new();
        for (index, kind) in kinds.into_iter().enumerate() {
            let Some(kind) = kind else { continue };
            match groups.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, actuals)) => actuals.push(index),
                None => groups.push((kind, vec![index])),
            }
        }
        groups.into_iter().map(|(why, actuals)| Reason::LeftOut { actuals, why }).collect()
    }
}

/// A target as it stood on the report date.
pub(super) struct Asked<'a> {
    pub target: &'a Target,
    pub in_force: InForce,
    pub scope: usize,
    /// The days that are judged: the period up to the due day.
    pub span: Span,
    pub period: Span,
    as_of: Day,
}

impl<'a> Asked<'a> {
    /// None if the tree does not have the target's scope.
    pub fn new(case: &Case<'a>, target: &'a Target) -> Option<Self> {
        Some(Self {
            target,
            in_force: in_force(target, case.as_of),
            scope: case.tree.number(&target.scope)?,
            span: judged(target),
            period: Span::of(&target.period),
            as_of: case.as_of,
        })
    }

    pub fn has_begun(&self) -> bool {
        !self.period.start_known() || self.period.from <= self.as_of
    }

    pub fn is_past_due(&self) -> bool {
        self.as_of > day(self.target.due)
    }

    /// Where it stands: every case of the table, in the order in which they are tried.
    /// `for_good` says that a failure cannot be undone any more, `pace` what the path proves, and `bears`
    /// that some figure says something of the target.
    pub fn status(
        &self,
        proof: Proof,
        for_good: bool,
        pace: Option<Status>,
        bears: bool,
        reported: bool,
    ) -> Status {
        if self.in_force.dropped.is_some() {
            Status::Dropped
        } else if proof.holds() {
            Status::Met
        } else if proof == Proof::Fails && for_good && self.is_past_due() {
            Status::Missed
        } else if !self.has_begun() {
            Status::NotDue
        } else if bears && self.is_past_due() {
            Status::Undetermined
        } else if bears {
            pace.unwrap_or(Status::UnderWay)
        } else if reported {
            Status::NotComparable
        } else {
            Status::NoData
        }
    }

    /// What there is to say before any figure is looked at.
    pub fn preamble(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if let Some(revision) = self.in_force.dropped {
            reasons.push(Reason::DroppedBy { revision });
        }
        if let Some(revision) = self.in_force.before {
            reasons.push(Reason::BeforeRevision { revision });
        }
        if self.span.to < self.period.to {
            reasons.push(Reason::DueEarlier { due: self.target.due, end: self.target.period.end() });
        }
        if let Some(start) = self.target.period.start().filter(|_| !self.has_begun()) {
            reasons.push(Reason::NotBegun { start });
        }
        reasons
    }
}

/// The days of a target that are judged: its period up to the due day.
fn judged(target: &Target) -> Span {
    let period = Span::of(&target.period);
    let due = day(target.due) + 1;
    // The loader refuses a target that is due before it begins.
    if due <= period.from { period } else { Span::new(period.from, period.to.min(due)) }
}
