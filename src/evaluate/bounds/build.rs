//! Puts the net of a scope together: the constraints of its own figures, and what its parts prove together.

use super::graph::{By, Graph, Tie};
use super::net::{Net, Nets, sum};
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight, says_more};
use crate::evaluate::region::Day;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Days of a scope times days of its only part, above which their figures are simply pooled: what the
/// part proves by differences is then not passed on, what it proves by adding up still is.
const POOLED_FROM: usize = 20_000;

impl Nets<'_> {
    /// The net of a scope, from those of its parts and the figures of its own that are used.
    pub fn build(&mut self, scope: usize, own: Vec<usize>) {
        self.of_scope[scope] = self.net(scope, own).map(Arc::new);
    }

    fn net(&self, scope: usize, own: Vec<usize>) -> Option<Net> {
        let has_net = |part: &usize| self.of_scope[*part].is_some();
        let children = self.tree.children(scope);
        let mut net =
            Net { own, parts: children.iter().copied().filter(has_net).collect(), ..Net::default() };
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
        for part in net.parts.iter().filter_map(|part| self.of_scope[*part].as_ref()) {
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
        let (mut ties, beginnings) = self.own_ties(&mut net, &figures);
        if !net.parts.is_empty() {
            net.minima_of_days = self.minima_of_parts(&net, &net.days);
        }
        if !net.covers.is_empty() {
            net.maxima_of_days = self.maxima_of_parts(&net, &net.days);
        }
        self.ties_of_parts(&net, &mut ties);
        net.graph = Graph::new(net.days.len() + beginnings, ties);
        Some(net)
    }

    /// Takes the only part's figures for the scope's own: what they count was counted here too.
    fn pool(&self, net: &mut Net, part: usize, figures: &mut Vec<(usize, bool)>, complete: bool) {
        let Some(one) = &self.of_scope[part] else { return };
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
        let (minima, maxima) = (&net.minima_of_days, &net.maxima_of_days);
        let (kind_low, kind_high) = (self.kind_of_minima(), self.kind_of_maxima());
        // The values from the day after, which are looked at before: what is no more than one step and the
        // rest, or all but one step and that, is left to them.
        let (mut low_after, mut high_after) = (Vec::new(), Vec::new());
        let mut steps = vec![(UNBOUNDED, UNBOUNDED); days.len()];
        for (first, from) in days.iter().enumerate().rev() {
            let on = |row: Option<&Arc<Steps>>, kind: Kind| -> Vec<Weight> {
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
}
