//! What the figures in and below one scope prove of it between any two days.

use super::graph::{By, Paths, Way};
use super::net::{Net, sum};
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight};
use super::{Bounds, Proof};
use crate::evaluate::region::Day;

impl Bounds<'_> {
    /// The first link of a chain from a day that need not be a node to each node.
    fn first_link(&self, net: &Net, day: Day, node: Day, way: Way) -> (Weight, Option<By>) {
        let parts = |from: Day, to: Day| {
            let row = self.minimum_of_parts(net, from);
            (row.on(self.kind_of_minima(), to), Some(By::Parts(from, to)))
        };
        // Back from a later node, or forth to an earlier one: never above it.
        let behind = if way == Way::Back { node >= day } else { node <= day };
        if node == day {
            (0, None)
        } else if behind && !net.parts.is_empty() {
            let (low, by) = if way == Way::Back { parts(day, node) } else { parts(node, day) };
            if low == 0 && !self.signed { (0, None) } else { (low, by) }
        } else if behind && !self.signed {
            (0, None)
        } else if !behind && way == Way::Forth && !net.covers.is_empty() {
            let row = self.maximum_of_parts(net, day);
            (row.on(self.kind_of_maxima(), node), Some(By::Covers(day, node)))
        } else {
            (UNBOUNDED, None)
        }
    }

    fn follow_from(&self, net: &Net, day: Day, way: Way) -> Option<Paths> {
        let start = net.days.iter().map(|node| self.first_link(net, day, *node, way).0).collect();
        net.graph.follow(start, way).ok()
    }

    /// The proven minimum of a scope from a day to every other.
    pub(super) fn minimum_row(&self, scope: usize, from: Day) -> Steps {
        let Some(net) = &self.nets[scope] else { return Steps::default() };
        let kind = self.kind_of_minima();
        let Some(paths) = self.follow_from(net, from, Way::Back) else { return Steps::default() };
        let own = net.days.iter().copied().zip(paths.bound.iter().copied());
        if net.parts.is_empty() {
            let own: Vec<_> = own.filter(|(day, bound)| *day >= from && *bound < UNBOUNDED).collect();
            return Steps::new(kind, own.into_iter());
        }
        let mut row = (*self.minimum_of_parts(net, from)).clone();
        for (day, bound) in own.filter(|(_, bound)| *bound < UNBOUNDED) {
            // A chain to a day that says no more than is known of it already leads no further either.
            if day >= from && bound < row.on(kind, day) {
                row.improve(kind, &self.minimum_of_parts(net, day), bound, day);
                if kind == Kind::At {
                    row.improve(kind, &Steps::new(kind, std::iter::once((day, bound))), 0, day);
                }
            }
        }
        row
    }

    /// The proven maximum of a scope from a day to every other.
    pub(super) fn maximum_row(&self, scope: usize, from: Day) -> Steps {
        let Some(net) = &self.nets[scope] else { return Steps::default() };
        let kind = self.kind_of_maxima();
        let Some(paths) = self.follow_from(net, from, Way::Forth) else { return Steps::default() };
        let own = || net.days.iter().copied().zip(paths.bound.iter().copied());
        let ahead: Vec<_> = own().filter(|(day, bound)| *day >= from && *bound < UNBOUNDED).collect();
        let mut row = Steps::new(kind, ahead.into_iter());
        if !net.covers.is_empty() {
            row.improve(kind, &self.maximum_of_parts(net, from), 0, from);
            for (day, bound) in own().filter(|(day, bound)| *day > from && *bound < UNBOUNDED) {
                row.improve(kind, &self.maximum_of_parts(net, day), bound, day);
            }
        }
        row
    }

    /// The figures behind a scope's proven minimum between two days.
    pub(super) fn trace_minimum(&self, scope: usize, from: Day, to: Day, proof: &mut Proof) {
        let Some(net) = &self.nets[scope] else { return };
        let Some(paths) = self.follow_from(net, from, Way::Back) else { return };
        let tail = |day: Day| {
            let parts = self.minimum_of_parts(net, day).on(self.kind_of_minima(), to);
            if day == to { 0 } else { parts }
        };
        let ways = net.days.iter().enumerate().filter(|(_, day)| **day >= from && **day <= to);
        let best = ways.map(|(node, day)| (sum(paths.bound[node], tail(*day)), node)).min();
        let direct = if net.parts.is_empty() { UNBOUNDED } else { tail(from) };
        match best {
            Some((bound, node)) if bound < direct && (bound < 0 || self.signed) => {
                self.trace(net, &paths, node, (from, Way::Back), proof);
                let day = net.days[node];
                if day < to && !net.parts.is_empty() {
                    self.expand(scope, By::Parts(day, to), proof);
                }
            }
            _ => self.expand(scope, By::Parts(from, to), proof),
        }
    }

    /// The figures behind a scope's proven maximum between two days.
    pub(super) fn trace_maximum(&self, scope: usize, from: Day, to: Day, proof: &mut Proof) {
        let Some(net) = &self.nets[scope] else { return };
        let Some(paths) = self.follow_from(net, from, Way::Forth) else { return };
        let tail = |day: Day| {
            if day == to || (day > to && !self.signed) {
                0
            } else {
                self.maximum_of_parts(net, day).on(self.kind_of_maxima(), to)
            }
        };
        let ways = net.days.iter().enumerate().filter(|(_, day)| **day >= from);
        let best = ways.map(|(node, day)| (sum(paths.bound[node], tail(*day)), node)).min();
        let direct = tail(from);
        match best {
            Some((bound, node)) if bound <= direct && bound < UNBOUNDED => {
                self.trace(net, &paths, node, (from, Way::Forth), proof);
                let day = net.days[node];
                if day < to {
                    self.expand(scope, By::Covers(day, to), proof);
                }
            }
            _ => self.expand(scope, By::Covers(from, to), proof),
        }
    }

    fn trace(&self, net: &Net, paths: &Paths, node: usize, (day, way): (Day, Way), proof: &mut Proof) {
        let (chain, begin) = net.graph.chain(paths, node, way);
        let first = net.days.get(begin).and_then(|begin| self.first_link(net, day, *begin, way).1);
        for by in first.into_iter().chain(chain) {
            self.expand_in(net, by, proof);
        }
    }

    /// The figures behind one link of a chain.
    pub(super) fn expand(&self, scope: usize, by: By, proof: &mut Proof) {
        if let By::Wider { figure, high, top, from, to } = by {
            if high {
                proof.highs.push(figure);
            } else {
                proof.lows.push(figure);
            }
            let mut at = scope;
            while let Some(above) = self.tree.parent(at).filter(|_| at != top) {
                self.expand_others(at, above, (from, to), high, proof);
                at = above;
            }
        } else if let By::Above { high, from, to } = by {
            let Some(above) = self.tree.parent(scope) else { return };
            self.expand_others(scope, above, (from, to), high, proof);
            let found = self.region(above, crate::evaluate::region::Span::new(from, to));
            if let Some((_, other)) = if high { &found.high } else { &found.low } {
                proof.add(other);
            }
        } else if let Some(net) = &self.nets[scope] {
            self.expand_in(net, by, proof);
        }
    }

    /// What is proven of the other parts of a scope.
    fn expand_others(&self, part: usize, scope: usize, (from, to): (Day, Day), low: bool, proof: &mut Proof) {
        for other in self.tree.children(scope).iter().filter(|other| **other != part) {
            if low {
                self.trace_minimum(*other, from, to, proof);
            } else {
                self.trace_maximum(*other, from, to, proof);
            }
        }
    }

    fn expand_in(&self, net: &Net, by: By, proof: &mut Proof) {
        match by {
            By::High(figure) => proof.highs.push(figure),
            By::Low(figure) => proof.lows.push(figure),
            By::Begun(figure) => proof.told.push(figure),
            By::Parts(from, to) => {
                net.parts.iter().for_each(|part| self.trace_minimum(*part, from, to, proof))
            }
            By::Covers(from, to) => {
                net.covers.iter().for_each(|part| self.trace_maximum(*part, from, to, proof))
            }
            By::Order | By::Wider { .. } | By::Above { .. } => {}
        }
    }
}
