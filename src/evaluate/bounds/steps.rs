//! Bounds from one day to every other, kept only where they change.

use super::weight::{UNBOUNDED, Weight};
use crate::evaluate::region::Day;
use std::sync::Arc;

/// What the days between say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A value holds from its day on: minima of what is never negative, which more days only raise.
    From,
    /// A value holds up to its day: maxima of what is never negative.
    UpTo,
    /// A value holds on its day alone: bounds of what may be negative.
    At,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Steps {
    days: Vec<Day>,
    values: Vec<Weight>,
}

impl Steps {
    /// From days in order, kept where they make a difference.
    pub fn new(kind: Kind, all: impl DoubleEndedIterator<Item = (Day, Weight)>) -> Self {
        let mut steps = Self::default();
        match kind {
            Kind::From => all.for_each(|(day, value)| {
                if value < steps.values.last().copied().unwrap_or(0) {
                    steps.push(day, value);
                }
            }),
            Kind::UpTo => {
                all.rev().for_each(|(day, value)| {
                    if value < steps.values.last().copied().unwrap_or(UNBOUNDED) {
                        steps.push(day, value);
                    }
                });
                steps.days.reverse();
                steps.values.reverse();
            }
            Kind::At => all.filter(|(_, value)| *value < UNBOUNDED).for_each(|(day, value)| {
                steps.push(day, value);
            }),
        }
        steps
    }

    fn push(&mut self, day: Day, value: Weight) {
        self.days.push(day);
        self.values.push(value);
    }

    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The bound on a day.
    pub fn on(&self, kind: Kind, day: Day) -> Weight {
        match kind {
            Kind::From => match self.days.partition_point(|known| *known <= day) {
                0 => 0,
                after => self.values[after - 1],
            },
            Kind::UpTo => {
                let at = self.days.partition_point(|known| *known < day);
                self.values.get(at).copied().unwrap_or(UNBOUNDED)
            }
            Kind::At => self.days.binary_search(&day).map_or(UNBOUNDED, |at| self.values[at]),
        }
    }

    fn pairs(&self, plus: Weight) -> impl DoubleEndedIterator<Item = (Day, Weight)> {
        self.days.iter().copied().zip(self.values.iter().map(move |value| value + plus))
    }

    /// Several together: a bound on the sum of what each bounds.
    pub fn sum(kind: Kind, all: &[Arc<Self>]) -> Self {
        if let [one] = all {
            return (**one).clone();
        }
        if kind != Kind::From && (all.is_empty() || all.iter().any(|one| one.is_empty())) {
            return Self::default();
        }
        // Each change on its day; the sum changes by it from there on.
        let mut changes: Vec<(Day, Weight)> = Vec::new();
        let mut sum = 0;
        for steps in all {
            match kind {
                Kind::From => {
                    let before = std::iter::once(0).chain(steps.values.iter().copied());
                    let change = steps.values.iter().zip(before).map(|(value, before)| value - before);
                    changes.extend(steps.days.iter().copied().zip(change));
                }
                Kind::UpTo => {
                    sum += steps.values[0];
                    let change = steps.values.windows(2).map(|two| two[1] - two[0]);
                    changes.extend(steps.days.iter().copied().zip(change));
                }
                Kind::At => changes.extend(steps.pairs(0)),
            }
        }
        changes.sort_unstable_by_key(|(day, _)| *day);
        match kind {
            Kind::From => {
                let running = changes.into_iter().map(|(day, change)| {
                    sum += change;
                    (day, sum)
                });
                let mut summed = Self::default();
                for (day, value) in running {
                    if summed.days.last() == Some(&day) {
                        summed.days.pop();
                        summed.values.pop();
                    }
                    summed.push(day, value);
                }
                summed
            }
            Kind::UpTo => {
                let end = all.iter().filter_map(|steps| steps.days.last().copied()).min().unwrap_or(Day::MIN);
                let mut summed = Self::default();
                for (day, change) in changes.into_iter().filter(|(day, _)| *day < end) {
                    if summed.days.last() != Some(&day) {
                        summed.push(day, sum);
                    }
                    sum += change;
                }
                summed.push(end, sum);
                summed
            }
            Kind::At => {
                let mut summed = Self::default();
                for group in
                    changes.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() == all.len())
                {
                    summed.push(group[0].0, group.iter().map(|(_, value)| value).sum());
                }
                summed
            }
        }
    }

    /// The better of this and another raised by an amount, day for day; of a minimum only from a day on.
    pub fn improve(&mut self, kind: Kind, other: &Self, plus: Weight, from: Day) {
        match kind {
            Kind::From => self.improve_from(other, plus, from),
            Kind::UpTo => self.improve_up_to(other, plus),
            Kind::At => {
                let mut all: Vec<(Day, Weight)> = self.pairs(0).chain(other.pairs(plus)).collect();
                all.sort_unstable();
                // The smallest of a day comes first.
                all.dedup_by_key(|(day, _)| *day);
                *self = Self::new(kind, all.into_iter());
            }
        }
    }

    fn improve_from(&mut self, other: &Self, plus: Weight, from: Day) {
        // What lies before stays as it is.
        let kept = self.days.partition_point(|day| *day < from);
        let mut best = if kept == 0 { 0 } else { self.values[kept - 1] };
        let (days, values) = (self.days.split_off(kept), self.values.split_off(kept));
        let skipped = other.days.partition_point(|day| *day <= from);
        let before = if skipped == 0 { 0 } else { other.values[skipped - 1] };
        let (mut own, mut next) = (0, skipped);
        let mut others = Some((from, before + plus));
        loop {
            let mine = days.get(own).map(|day| (*day, values[own]));
            let is_mine = match (mine, others) {
                (None, None) => break,
                (Some((day, _)), Some((other, _))) => day <= other,
                (mine, _) => mine.is_some(),
            };
            let step = if is_mine {
                own += 1;
                mine
            } else {
                let step = others;
                others = other.days.get(next).map(|day| (*day, other.values[next] + plus));
                next += 1;
                step
            };
            if let Some((day, value)) = step.filter(|(_, value)| *value < best) {
                best = value;
                if self.days.last() == Some(&day) {
                    self.days.pop();
                    self.values.pop();
                }
                self.push(day, value);
            }
        }
    }

    fn improve_up_to(&mut self, other: &Self, plus: Weight) {
        let mut new = Self::with_room(self.days.len() + other.days.len());
        let (mut own, mut others, mut best) = (self.days.len(), other.days.len(), UNBOUNDED);
        while own + others > 0 {
            let is_mine = others == 0 || (own > 0 && self.days[own - 1] >= other.days[others - 1]);
            let (day, value) = if is_mine {
                own -= 1;
                (self.days[own], self.values[own])
            } else {
                others -= 1;
                (other.days[others], other.values[others] + plus)
            };
            if value < best {
                best = value;
                if new.days.last() == Some(&day) {
                    new.days.pop();
                    new.values.pop();
                }
                new.push(day, value);
            }
        }
        new.days.reverse();
        new.values.reverse();
        *self = new;
    }

    fn with_room(room: usize) -> Self {
        Self { days: Vec::with_capacity(room), values: Vec::with_capacity(room) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(all: &[(Day, Weight)]) -> Steps {
        Steps { days: all.iter().map(|one| one.0).collect(), values: all.iter().map(|one| one.1).collect() }
    }

    #[test]
    fn minima_hold_from_their_day_on() {
        let (a, b) = (steps(&[(2, -5), (6, -9)]), steps(&[(4, -3), (6, -4)]));
        let sum = Steps::sum(Kind::From, &[Arc::new(a.clone()), Arc::new(b.clone())]);
        for day in 0..9 {
            assert_eq!(sum.on(Kind::From, day), a.on(Kind::From, day) + b.on(Kind::From, day), "{day}");
        }
        let mut best = a.clone();
        best.improve(Kind::From, &b, -4, 3);
        for day in 0..9 {
            let other = if day < 3 { 0 } else { b.on(Kind::From, day) - 4 };
            assert_eq!(best.on(Kind::From, day), a.on(Kind::From, day).min(other), "{day}");
        }
    }

    #[test]
    fn maxima_hold_up_to_their_day() {
        let (a, b) = (steps(&[(2, 5), (6, 9)]), steps(&[(4, 3), (7, 4)]));
        let sum = Steps::sum(Kind::UpTo, &[Arc::new(a.clone()), Arc::new(b.clone())]);
        for day in 0..=6 {
            assert_eq!(sum.on(Kind::UpTo, day), a.on(Kind::UpTo, day) + b.on(Kind::UpTo, day), "{day}");
        }
        assert_eq!(sum.on(Kind::UpTo, 7), UNBOUNDED);
        let mut best = a.clone();
        best.improve(Kind::UpTo, &b, 3, 0);
        for day in 0..9 {
            let other = b.on(Kind::UpTo, day);
            let other = if other == UNBOUNDED { other } else { other + 3 };
            assert_eq!(best.on(Kind::UpTo, day), a.on(Kind::UpTo, day).min(other), "{day}");
        }
    }

    #[test]
    fn what_may_be_negative_holds_on_its_day_alone() {
        let (a, b) = (steps(&[(2, 5), (6, -9)]), steps(&[(6, 3), (7, 4)]));
        assert_eq!(Steps::sum(Kind::At, &[Arc::new(a.clone()), Arc::new(b.clone())]), steps(&[(6, -6)]));
        let mut best = a;
        best.improve(Kind::At, &b, 1, 0);
        assert_eq!(best, steps(&[(2, 5), (6, -9), (7, 5)]));
    }
}
