//! The figures that a proof is made of, and what they come to.

use super::ends::Ends;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Figures as places, by the end that a proof takes of them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Proof {
    pub lows: Vec<usize>,
    pub highs: Vec<usize>,
    /// Figures of which only the beginning of their count was used.
    pub told: Vec<usize>,
}

impl Proof {
    /// The minimum that it proves, in decimals. None if that takes more digits than there are.
    pub fn minimum(&self, ends: &[Ends]) -> Option<Proven> {
        let added = add_up(ends, &self.lows, |one| one.least)?;
        self.proven(added, add_up(ends, &self.highs, |one| one.most)?, (&self.lows, &self.highs))
    }

    /// The maximum that it proves.
    pub fn maximum(&self, ends: &[Ends]) -> Option<Proven> {
        let added = add_up(ends, &self.highs, |one| one.most)?;
        self.proven(added, add_up(ends, &self.lows, |one| one.least)?, (&self.highs, &self.lows))
    }

    fn proven(
        &self,
        (more, more_open): (Decimal, bool),
        (less, less_open): (Decimal, bool),
        (plus, minus): (&[usize], &[usize]),
    ) -> Option<Proven> {
        let (plus, minus) = (sorted(plus.iter().copied()), sorted(minus.iter().copied()));
        let figures = sorted(plus.iter().chain(&minus).chain(&self.told).copied());
        Some(Proven { total: more.checked_sub(less)?, open: more_open || less_open, figures, plus, minus })
    }

    /// The contradiction that it is, if it leads back to where it began with less than nothing.
    pub fn contradiction(&self, ends: &[Ends]) -> Contradiction {
        Contradiction {
            most: add_up(ends, &self.lows, |one| one.least).map(|(sum, _)| sum),
            least: add_up(ends, &self.highs, |one| one.most).map(|(sum, _)| sum),
            lows: sorted(self.lows.iter().copied()),
            highs: sorted(self.highs.iter().copied()),
        }
    }
}

/// What a proof found, with the figures in it as places in the list that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::evaluate) struct Proven {
    pub total: Decimal,
    /// True if it is more (a minimum) or less (a maximum) than the total.
    pub open: bool,
    /// All figures used, in order.
    pub figures: Vec<usize>,
    /// Those that are added: minima for a minimum, maxima for a maximum.
    pub plus: Vec<usize>,
    /// Those that are taken away: maxima for a minimum, minima for a maximum.
    pub minus: Vec<usize>,
}

impl Proven {
    /// The figures that are added, those too of which only the beginning was used.
    pub fn added(&self) -> Vec<usize> {
        self.figures
            .iter()
            .copied()
            .filter(|place| self.plus.contains(place) || !self.minus.contains(place))
            .collect()
    }
}

/// Figures that cannot all be true: the minima of the first come to more than the maxima of the others,
/// which count all of the same at least as often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::evaluate) struct Contradiction {
    pub lows: Vec<usize>,
    pub highs: Vec<usize>,
    pub most: Option<Decimal>,
    pub least: Option<Decimal>,
}

fn add_up(
    ends: &[Ends],
    places: &[usize],
    end: fn(&Ends) -> Option<(Decimal, bool)>,
) -> Option<(Decimal, bool)> {
    places.iter().try_fold((Decimal::ZERO, false), |(sum, open), place| {
        let (amount, is_open) = end(&ends[*place])?;
        Some((sum.checked_add(amount)?, open || is_open))
    })
}

fn sorted(places: impl Iterator<Item = usize>) -> Vec<usize> {
    places.collect::<BTreeSet<_>>().into_iter().collect()
}
