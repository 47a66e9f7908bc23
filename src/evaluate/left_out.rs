//! Which figures were not used for a target, and why.

use super::case::Case;
use super::figure::{self, Figure};
use super::{LeftOutWhy, Reason};
use crate::model::{Measure, Target};

/// Targets of an indicator, above which none of them names the figures of other times.
const MANY_TARGETS: usize = 100;

impl Case<'_> {
    /// Reasons for all actuals that were not used, those of one kind together. `why` says it for a
    /// figure that might have been. What the other members of a whole report is nothing to say of one member:
    /// all members together would name every figure as often as there are members. So would very many targets, each of
    /// which has its own month, the figures of all other months.
    pub(super) fn left_out(
        &self,
        target: &Target,
        used: &[usize],
        why: impl Fn(&Figure) -> LeftOutWhy,
    ) -> Vec<Reason> {
        let is_member = target.member_of.is_some();
        let is_of_many = self.indicator.targets.len() > MANY_TARGETS;
        let mut kinds = self.left_out.clone();
        for (kind, actual) in kinds.iter_mut().zip(&self.indicator.actuals) {
            if let Some(LeftOutWhy::NoValue(_)) = kind
                && let Some(other) = figure::of_something_else(self.tree, self.indicator, target, actual)
            {
                *kind = Some(other);
            }
        }
        // Of a contradiction what bears on the target is told as such, used or not.
        let is_milestone = self.indicator.measure == Measure::Milestone;
        let contested: &[Figure] = if is_milestone { &[] } else { &self.contested };
        let mut disputed: Vec<usize> = Vec::new();
        let mut are_used = vec![false; kinds.len()];
        for index in used {
            if let Some(is_used) = are_used.get_mut(*index) {
                *is_used = true;
            }
        }
        for (place, figure) in self.figures.iter().chain(contested).enumerate() {
            let is_contested = place >= self.figures.len();
            for index in &figure.actuals {
                let is_used = are_used.get(*index).copied().unwrap_or_default();
                let kind = (!is_used).then(|| why(figure));
                let concerns = kind.is_none_or(LeftOutWhy::bears);
                if figure.put_together && !concerns {
                    // What it says by itself is said of it already.
                    continue;
                }
                if is_contested && concerns {
                    disputed.push(*index);
                }
                if let Some(known) = kinds.get_mut(*index) {
                    *known = kind.filter(|_| !(is_contested && concerns));
                }
            }
        }
        let mut reasons = self.told_of_disputes(used, &disputed);
        let mut groups: Vec<(LeftOutWhy, Vec<usize>)> = Vec::new();
        for (index, kind) in kinds.into_iter().enumerate() {
            let is_said = |kind: &LeftOutWhy| {
                !(is_member && kind.is_of_others() || is_of_many && kind.is_of_another_time())
            };
            let Some(kind) = kind.filter(is_said) else { continue };
            match groups.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, actuals)) => actuals.push(index),
                None => groups.push((kind, vec![index])),
            }
        }
        reasons.extend(groups.into_iter().map(|(why, actuals)| Reason::LeftOut { actuals, why }));
        reasons
    }

    /// Contradictions among figures for one region of which some are used, and those that concern a target.
    fn told_of_disputes(&self, used: &[usize], disputed: &[usize]) -> Vec<Reason> {
        let of_one_region = self
            .figures
            .iter()
            .filter(|figure| !figure.put_together && figure.actuals.len() > 1)
            .filter(|figure| figure.actuals.iter().any(|one| used.contains(one)))
            .map(|figure| figure.actuals.clone());
        let others = self.disputes.iter().map(|one| {
            let places: Vec<usize> = one.floor.iter().chain(&one.cap).copied().collect();
            self.actuals(&places)
        });
        let concerns = |actuals: &Vec<usize>| actuals.iter().any(|index| disputed.contains(index));
        of_one_region.chain(others.filter(concerns)).map(|actuals| Reason::Disputed { actuals }).collect()
    }
}
