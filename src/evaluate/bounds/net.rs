//! The constraints of one scope: those of its own figures, and what its parts prove together.

use super::Bounds;
use super::graph::{By, Graph, Tie};
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight, says_more};
use crate::evaluate::region::Day;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Days of a scope times days of its only part, above which their figures are simply pooled: what the
/// part proves by differences is then not passed on, what it proves by adding up still is.
const POOLED_FROM: usize = 20_000;

#[derive(Debug, Default)]
pub(super) struct Net {
    /// The days at which its own figures begin or end. A node each; unknown beginnings come after them.
    pub days: Vec<Day>,
    pub graph: Graph,
    /// Its own figures, by place.
    pub own: Vec<usize>,
    /// The parts with figures in or below them.
    pub parts: Vec<usize>,
    /// The parts that make it up completely, if all of them have figures.
    pub covers: Vec<usize>,
    /// True if the figures of its only part were taken for its own.
    pub is_pooled: bool,
    /// All days at which figures of its parts begin or end.
    pub below: Vec<Day>,
    /// What the parts prove together from a day on: computed when first asked for.
    minima: RefCell<BTreeMap<Day, Rc<Steps>>>,
    maxima: RefCell<BTreeMap<Day, Rc<Steps>>>,
    /// What is proven of a small scope without parts from a day on: at least, and at most.
    pub rows: RefCell<BTreeMap<(Day, bool), Rc<Steps>>>,
}

impl Net {
    pub fn node(&self, day: Day) -> Option<usize> {
        self.days.binary_search(&day).ok()
    }

    pub fn nodes(&self) -> usize {
        self.graph.nodes()
    }
}

impl Bounds<'_> {
    /// The net of a scope whose parts have theirs. None if neither it nor any part has figures.
    pub(super) fn net(&self, scope: usize, own: &[usize]) -> Option<Net> {
        let has_net = |part: &usize| self.nets[*part].is_some();
        let children = self.tree.children(scope);
        let mut net = Net {
            own: own.iter().copied().filter(|place| self.is_used(*place)).collect(),
            parts: children.iter().copied().filter(has_net).collect(),
            ..Net::default()
        };
        if net.own.is_empty() && net.parts.is_empty() {
            return None;
        }
        let complete = self.tree.is_covered_by_children(scope);
        if complete && net.parts.len() == children.len() {
            net.covers.clone_from(&net.parts);
        }
        if self.signed && net.covers.is_empty() {
            net.parts.clear();
        }
        let mut below: BTreeSet<Day> = BTreeSet::new();
        for part in net.parts.iter().filter_map(|part| self.nets[*part].as_ref()) {
            below.extend(part.days.iter().chain(&part.below));
        }
        net.below = below.into_iter().collect();
        let mut figures: Vec<(usize, bool)> = net.own.iter().map(|place| (*place, true)).collect();
        if let [part] = net.parts[..]
            && !self.signed
            && net.own.len().saturating_mul(net.below.len()) > POOLED_FROM
        {
            self.pool(&mut net, part, &mut figures, complete && children.len() == 1);
        }
        let ties = self.own_ties(&mut net, &figures);
        let nodes = net.days.len() + ties.1;
        let mut ties = ties.0;
        self.ties_of_parts(&net, &mut ties);
        net.graph = Graph::new(nodes, ties);
        Some(net)
    }

    /// Takes the only part's figures for the scope's own: what they count was counted here too.
    fn pool(&self, net: &mut Net, part: usize, figures: &mut Vec<(usize, bool)>, complete: bool) {
        let Some(one) = &self.nets[part] else { return };
        for tie in one.graph.ties() {
            match tie.by {
                By::Low(place) => figures.push((place, false)),
                By::High(place) if complete => figures.push((place, true)),
                _ => {}
            }
        }
        figures.sort_unstable_by_key(|(place, all)| (*place, !all));
        figures.dedup_by_key(|(place, _)| *place);
        net.is_pooled = true;
        net.parts.clone_from(&one.parts);
        net.covers = if complete { one.covers.clone() } else { Vec::new() };
        net.below.clone_from(&one.below);
    }

    /// Ties of figures between their days, and the number of unknown beginnings. Sets the days. Of a
    /// figure that is not taken whole only the minimum counts.
    fn own_ties(&self, net: &mut Net, figures: &[(usize, bool)]) -> (Vec<Tie>, usize) {
        let mut days: BTreeSet<Day> = BTreeSet::new();
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        for (place, _) in figures {
            let ends = &self.ends[*place];
            days.insert(ends.span.to);
            if ends.span.start_known() {
                days.insert(ends.span.from);
            } else if let Some(unknown) = ends.unknown {
                let next = groups.len();
                groups.entry(unknown.group).or_insert(next);
                days.extend(unknown.earliest.iter().chain(&unknown.latest));
            }
        }
        net.days = days.into_iter().collect();
        let mut ties = Vec::new();
        if !self.signed {
            for later in 1..net.days.len() {
                ties.push(Tie { from: later, to: later - 1, weight: 0, by: By::Order });
            }
        }
        for (place, whole) in figures {
            let ends = &self.ends[*place];
            let Some(to) = net.node(ends.span.to) else { continue };
            let from = if ends.span.start_known() {
                net.node(ends.span.from)
            } else {
                ends.unknown
                    .and_then(|unknown| groups.get(&unknown.group))
                    .map(|group| net.days.len() + group)
            };
            let Some(from) = from else { continue };
            if let Some(weight) = ends.high.filter(|_| *whole) {
                ties.push(Tie { from, to, weight, by: By::High(*place) });
            }
            if let Some(weight) = ends.low {
                ties.push(Tie { from: to, to: from, weight, by: By::Low(*place) });
            }
            if ends.span.start_known() || self.signed {
                continue;
            }
            ties.push(Tie { from: to, to: from, weight: 0, by: By::Order });
            let known = |day: Option<Day>| day.and_then(|day| net.node(day));
            if let Some(latest) = known(ends.unknown.and_then(|unknown| unknown.latest)) {
                ties.push(Tie { from: latest, to: from, weight: 0, by: By::Begun(*place) });
            }
            if let Some(earliest) = known(ends.unknown.and_then(|unknown| unknown.earliest)) {
                ties.push(Tie { from, to: earliest, weight: 0, by: By::Begun(*place) });
            }
        }
        (ties, groups.len())
    }

    /// What the parts prove between any two of the scope's own days, unless it is no more than they prove
    /// up to the day before and from there on.
    fn ties_of_parts(&self, net: &Net, ties: &mut Vec<Tie>) {
        if net.parts.is_empty() {
            return;
        }
        let days = &net.days;
        let minima: Vec<Rc<Steps>> = days.iter().map(|day| self.minimum_of_parts(net, *day)).collect();
        let maxima: Vec<Rc<Steps>> = if net.covers.is_empty() {
            Vec::new()
        } else {
            days.iter().map(|day| self.maximum_of_parts(net, *day)).collect()
        };
        let (kind_low, kind_high) = (self.kind_of_minima(), self.kind_of_maxima());
        // The values from the day after, which are looked at before: what is no more than one step and the
        // rest, or all but one step and that, is left to them.
        let (mut low_after, mut high_after) = (Vec::new(), Vec::new());
        let mut steps = vec![(UNBOUNDED, UNBOUNDED); days.len()];
        for (first, from) in days.iter().enumerate().rev() {
            let on = |row: Option<&Rc<Steps>>, kind: Kind| -> Vec<Weight> {
                let later = days.iter().skip(first + 1);
                row.map(|row| later.map(|to| row.on(kind, *to)).collect()).unwrap_or_default()
            };
            let (low, high) = (on(minima.get(first), kind_low), on(maxima.get(first), kind_high));
            let at = |values: &[Weight], place: usize| values.get(place).copied().unwrap_or(UNBOUNDED);
            steps[first] = (at(&low, 0), at(&high, 0));
            for (place, to) in days.iter().skip(first + 1).enumerate() {
                let last = first + 1 + place;
                let parted = |values: &[Weight], after: &[Weight], step: fn(&(Weight, Weight)) -> Weight| {
                    place > 0
                        && !says_more(
                            values[place],
                            sum(values[place - 1], step(&steps[last - 1]))
                                .min(sum(step(&steps[first]), at(after, place - 1))),
                        )
                };
                let weight = at(&low, place);
                if weight < UNBOUNDED
                    && (weight != 0 || self.signed)
                    && !parted(&low, &low_after, |step| step.0)
                {
                    ties.push(Tie { from: last, to: first, weight, by: By::Parts(*from, *to) });
                }
                let weight = at(&high, place);
                if weight < UNBOUNDED && !parted(&high, &high_after, |step| step.1) {
                    ties.push(Tie { from: first, to: last, weight, by: By::Covers(*from, *to) });
                }
            }
            (low_after, high_after) = (low, high);
        }
    }

    pub(super) fn kind_of_minima(&self) -> Kind {
        if self.signed { Kind::At } else { Kind::From }
    }

    pub(super) fn kind_of_maxima(&self) -> Kind {
        if self.signed { Kind::At } else { Kind::UpTo }
    }

    /// What the parts of a scope prove together at least from a day to every other.
    pub(super) fn minimum_of_parts(&self, net: &Net, from: Day) -> Rc<Steps> {
        // Nothing begins or ends between one of these days and the next.
        let at = net.below.partition_point(|day| *day < from);
        let Some(first) = net.below.get(at).copied().filter(|first| !self.signed || *first == from) else {
            return Rc::default();
        };
        if let Some(known) = net.minima.borrow().get(&first) {
            return Rc::clone(known);
        }
        let rows: Vec<Rc<Steps>> = net
            .parts
            .iter()
            .map(|part| self.minimum_row(*part, first))
            .filter(|row| self.signed || !row.is_empty())
            .collect();
        let sum = Rc::new(Steps::sum(self.kind_of_minima(), &rows));
        net.minima.borrow_mut().insert(first, Rc::clone(&sum));
        sum
    }

    /// What the parts that make a scope up prove together at most from a day to every other.
    pub(super) fn maximum_of_parts(&self, net: &Net, from: Day) -> Rc<Steps> {
        let at = net.below.partition_point(|day| *day <= from);
        let first = at.checked_sub(1).map(|at| net.below[at]).filter(|first| !self.signed || *first == from);
        let Some(first) = first.filter(|_| !net.covers.is_empty()) else {
            return Rc::default();
        };
        if let Some(known) = net.maxima.borrow().get(&first) {
            return Rc::clone(known);
        }
        let rows: Vec<Rc<Steps>> = net.covers.iter().map(|part| self.maximum_row(*part, first)).collect();
        let sum = Rc::new(Steps::sum(self.kind_of_maxima(), &rows));
        net.maxima.borrow_mut().insert(first, Rc::clone(&sum));
        sum
    }
}

/// A sum that stays unbounded if one of the two is.
pub(super) fn sum(one: Weight, other: Weight) -> Weight {
    if one >= UNBOUNDED || other >= UNBOUNDED { UNBOUNDED } else { one + other }
}
