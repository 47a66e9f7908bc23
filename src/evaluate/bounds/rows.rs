//! What the figures in and below one scope prove of it between any two days.

use super::graph::{By, Paths, Way};
use super::net::{Net, sum};
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight, says_more};
use super::{Bounds, Proof};
use crate::evaluate::region::Day;
use std::rc::Rc;

/// Days of a scope up to which its rows are kept.
const REMEMBERED: usize = 128;

impl Bounds<'_> {
    /// The first link of a chain from a day that need not be a node to each node.
    fn first_links(&self, net: &Net, day: Day, way: Way) -> Vec<(Weight, Option<By>)> {
        let low_from_here =
            (way == Way::Back && !net.parts.is_empty()).then(|| self.minimum_of_parts(net, day));
        let high_from_here =
            (way == Way::Forth && !net.covers.is_empty()).then(|| self.maximum_of_parts(net, day));
        let (kind_low, kind_high) = (self.kind_of_minima(), self.kind_of_maxima());
        let order = if self.signed { UNBOUNDED } else { 0 };
        let link = |node: Day| {
            // Back from a later node, or forth to an earlier one: never above it.
            let behind = if way == Way::Back { node >= day } else { node <= day };
            let (low, by) = match (&low_from_here, way) {
                _ if node == day => (0, None),
                (Some(row), _) if behind => (row.on(kind_low, node), Some(By::Parts(day, node))),
                (_, Way::Forth) if behind && !net.parts.is_empty() => {
                    (self.minimum_of_parts(net, node).on(kind_low, day), Some(By::Parts(node, day)))
                }
                _ if behind => (order, None),
                _ => match &high_from_here {
                    Some(row) => (row.on(kind_high, node), Some(By::Covers(day, node))),
                    None => (UNBOUNDED, None),
                },
            };
            (low, by.filter(|_| low != 0 || self.signed))
        };
        net.days.iter().map(|node| link(*node)).collect()
    }

    fn follow_from(&self, net: &Net, day: Day, way: Way) -> Option<Paths> {
        let start = self.first_links(net, day, way).into_iter().map(|(weight, _)| weight).collect();
        net.graph.follow(start, way).ok()
    }

    /// The proven minimum of a scope from a day to every other.
    pub(super) fn minimum_row(&self, scope: usize, from: Day) -> Rc<Steps> {
        self.row(scope, from, true)
    }

    /// The proven maximum of a scope from a day to every other.
    pub(super) fn maximum_row(&self, scope: usize, from: Day) -> Rc<Steps> {
        self.row(scope, from, false)
    }

    /// Between two days on which figures begin or end nothing changes, so that few rows of a scope without
    /// parts serve all that ask.
    fn row(&self, scope: usize, from: Day, low: bool) -> Rc<Steps> {
        let Some(net) = &self.nets[scope] else { return Rc::default() };
        let new = |from: Day| {
            Rc::new(if low { self.new_minimum_row(scope, from) } else { self.new_maximum_row(scope, from) })
        };
        if !net.parts.is_empty() || self.signed || net.days.len() > REMEMBERED {
            return new(from);
        }
        let at = if low {
            net.days.get(net.days.partition_point(|day| *day < from))
        } else {
            net.days.partition_point(|day| *day <= from).checked_sub(1).map(|at| &net.days[at])
        };
        let Some(first) = at.copied() else { return Rc::default() };
        if let Some(known) = net.rows.borrow().get(&(first, low)) {
            return Rc::clone(known);
        }
        let row = new(first);
        net.rows.borrow_mut().insert((first, low), Rc::clone(&row));
        row
    }

    fn new_minimum_row(&self, scope: usize, from: Day) -> Steps {
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
            if day >= from && says_more(bound, row.on(kind, day)) {
                row.improve(kind, &self.minimum_of_parts(net, day), bound, day);
                if kind == Kind::At {
                    row.improve(kind, &Steps::new(kind, std::iter::once((day, bound))), 0, day);
                }
            }
        }
        row
    }

    fn new_maximum_row(&self, scope: usize, from: Day) -> Steps {
        let Some(net) = &self.nets[scope] else { return Steps::default() };
        let kind = self.kind_of_maxima();
        let Some(paths) = self.follow_from(net, from, Way::Forth) else { return Steps::default() };
        let own = || net.days.iter().copied().zip(paths.bound.iter().copied());
        let mut row = (*self.maximum_of_parts(net, from)).clone();
        if !net.covers.is_empty() {
            for (day, bound) in own().filter(|(day, bound)| *day > from && *bound < UNBOUNDED) {
                if says_more(bound, row.on(kind, day)) {
                    row.improve(kind, &self.maximum_of_parts(net, day), bound, day);
                }
            }
        }
        let ahead: Vec<_> = own().filter(|(day, bound)| *day >= from && *bound < UNBOUNDED).collect();
        row.improve(kind, &Steps::new(kind, ahead.into_iter()), 0, from);
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
        let first = self.first_links(net, day, way).get(begin).and_then(|(_, by)| *by);
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
            if let Some((_, chain)) = if high { &found.high } else { &found.low } {
                for by in chain {
                    self.expand(above, *by, proof);
                }
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
                net.parts.iter().for_each(|part| self.trace_minimum(*part, from, to, proof));
            }
            By::Covers(from, to) => {
                net.covers.iter().for_each(|part| self.trace_maximum(*part, from, to, proof));
            }
            By::Order | By::Wider { .. } | By::Above { .. } => {}
        }
    }
}
