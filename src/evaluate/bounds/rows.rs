//! What the figures in and below one scope prove of it between any two days.

use super::graph::{By, Paths, Way};
use super::net::{Net, Nets};
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight, says_more};
use crate::evaluate::region::Day;
use rayon::prelude::*;
use std::sync::Arc;

/// Days of a scope up to which its rows are kept.
const REMEMBERED: usize = 128;

/// Days asked for times days at which something begins or ends below, from which it is worth while to look at
/// days side by side.
const MANY: usize = 10_000;

fn side_by_side(net: &Net, days: &[Day], of: impl Fn(Day) -> Arc<Steps> + Sync) -> Vec<Arc<Steps>> {
    if net.below.len().saturating_mul(days.len()) < MANY {
        days.iter().map(|day| of(*day)).collect()
    } else {
        days.par_iter().map(|day| of(*day)).collect()
    }
}

impl Nets<'_> {
    /// What the parts of a scope prove together at least from each of some days. The days ask nothing of each
    /// other, so that they are looked at side by side.
    pub fn minima_of_parts(&self, net: &Net, from: &[Day]) -> Vec<Arc<Steps>> {
        side_by_side(net, from, |day| self.minimum_of_parts(net, day))
    }

    /// What the parts that make a scope up prove together at most from each of some days.
    pub fn maxima_of_parts(&self, net: &Net, from: &[Day]) -> Vec<Arc<Steps>> {
        side_by_side(net, from, |day| self.maximum_of_parts(net, day))
    }

    /// What the parts of a scope prove together at least from a day to every other.
    pub fn minimum_of_parts(&self, net: &Net, from: Day) -> Arc<Steps> {
        // Nothing begins or ends between one of these days and the next.
        let at = net.below.partition_point(|day| *day < from);
        let Some(first) = net.below.get(at).copied().filter(|first| !self.signed || *first == from) else {
            return Arc::default();
        };
        net.minima.get(first, || {
            let rows = net.parts.iter().map(|part| self.minimum_row(*part, first));
            let rows: Vec<Arc<Steps>> = rows.filter(|row| self.signed || !row.is_empty()).collect();
            Arc::new(Steps::sum(self.kind_of_minima(), &rows))
        })
    }

    /// What the parts that make a scope up prove together at most from a day to every other.
    pub fn maximum_of_parts(&self, net: &Net, from: Day) -> Arc<Steps> {
        let at = net.below.partition_point(|day| *day <= from);
        let first = at.checked_sub(1).map(|at| net.below[at]).filter(|first| !self.signed || *first == from);
        let Some(first) = first.filter(|_| !net.covers.is_empty()) else {
            return Arc::default();
        };
        net.maxima.get(first, || {
            let rows: Vec<Arc<Steps>> =
                net.covers.iter().map(|part| self.maximum_row(*part, first)).collect();
            Arc::new(Steps::sum(self.kind_of_maxima(), &rows))
        })
    }

    /// The first link of a chain from a day that need not be a node to each node.
    pub fn first_links(&self, net: &Net, day: Day, way: Way) -> Vec<(Weight, Option<By>)> {
        let low_from_here =
            (way == Way::Back && !net.parts.is_empty()).then(|| self.minimum_of_parts(net, day));
        let high_from_here =
            (way == Way::Forth && !net.covers.is_empty()).then(|| self.maximum_of_parts(net, day));
        let (kind_low, kind_high) = (self.kind_of_minima(), self.kind_of_maxima());
        let order = if self.signed { UNBOUNDED } else { 0 };
        let link = |(place, node): (usize, Day)| {
            // Back from a later node, or forth to an earlier one: never above it.
            let behind = if way == Way::Back { node >= day } else { node <= day };
            let (low, by) = match (&low_from_here, way) {
                _ if node == day => (0, None),
                (Some(row), _) if behind => (row.on(kind_low, node), Some(By::Parts(day, node))),
                (_, Way::Forth) if behind && !net.parts.is_empty() => {
                    (net.minima_of_days[place].on(kind_low, day), Some(By::Parts(node, day)))
                }
                _ if behind => (order, None),
                _ => match &high_from_here {
                    Some(row) => (row.on(kind_high, node), Some(By::Covers(day, node))),
                    None => (UNBOUNDED, None),
                },
            };
            (low, by.filter(|_| low != 0 || self.signed))
        };
        net.days.iter().copied().enumerate().map(link).collect()
    }

    pub fn follow_from(&self, net: &Net, day: Day, way: Way) -> Option<Paths> {
        let start = self.first_links(net, day, way).into_iter().map(|(weight, _)| weight).collect();
        net.graph.follow(start, way).ok()
    }

    /// The proven minimum of a scope from a day to every other.
    pub fn minimum_row(&self, scope: usize, from: Day) -> Arc<Steps> {
        self.row(scope, from, true)
    }

    /// The proven maximum of a scope from a day to every other.
    pub fn maximum_row(&self, scope: usize, from: Day) -> Arc<Steps> {
        self.row(scope, from, false)
    }

    /// Between two days on which figures begin or end nothing changes, so that few rows of a scope without
    /// parts serve all that ask.
    fn row(&self, scope: usize, from: Day, low: bool) -> Arc<Steps> {
        let Some(net) = self.of(scope) else { return Arc::default() };
        let new = |from: Day| {
            Arc::new(if low { self.new_minimum_row(scope, from) } else { self.new_maximum_row(scope, from) })
        };
        if !net.parts.is_empty() || self.signed || net.days.len() > REMEMBERED {
            return new(from);
        }
        let at = if low {
            net.days.get(net.days.partition_point(|day| *day < from))
        } else {
            net.days.partition_point(|day| *day <= from).checked_sub(1).map(|at| &net.days[at])
        };
        let Some(first) = at.copied() else { return Arc::default() };
        net.rows.get((first, low), || new(first))
    }

    fn new_minimum_row(&self, scope: usize, from: Day) -> Steps {
        let Some(net) = self.of(scope) else { return Steps::default() };
        let kind = self.kind_of_minima();
        let Some(paths) = self.follow_from(net, from, Way::Back) else { return Steps::default() };
        let own = net.days.iter().copied().zip(paths.bound.iter().copied());
        if net.parts.is_empty() {
            let own: Vec<_> = own.filter(|(day, bound)| *day >= from && *bound < UNBOUNDED).collect();
            return Steps::new(kind, own.into_iter());
        }
        let mut row = (*self.minimum_of_parts(net, from)).clone();
        for (place, (day, bound)) in own.enumerate().filter(|(_, (_, bound))| *bound < UNBOUNDED) {
            // A chain to a day that says no more than is known of it already leads no further either.
            if day >= from && says_more(bound, row.on(kind, day)) {
                row.improve(kind, &net.minima_of_days[place], bound, day);
                if kind == Kind::At {
                    row.improve(kind, &Steps::new(kind, std::iter::once((day, bound))), 0, day);
                }
            }
        }
        row
    }

    fn new_maximum_row(&self, scope: usize, from: Day) -> Steps {
        let Some(net) = self.of(scope) else { return Steps::default() };
        let kind = self.kind_of_maxima();
        let Some(paths) = self.follow_from(net, from, Way::Forth) else { return Steps::default() };
        let own = || net.days.iter().copied().zip(paths.bound.iter().copied());
        let mut row = (*self.maximum_of_parts(net, from)).clone();
        if !net.covers.is_empty() {
            let later = |(_, (day, bound)): &(usize, (Day, Weight))| *day > from && *bound < UNBOUNDED;
            for (place, (day, bound)) in own().enumerate().filter(later) {
                if says_more(bound, row.on(kind, day)) {
                    row.improve(kind, &net.maxima_of_days[place], bound, day);
                }
            }
        }
        let ahead: Vec<_> = own().filter(|(day, bound)| *day >= from && *bound < UNBOUNDED).collect();
        row.improve(kind, &Steps::new(kind, ahead.into_iter()), 0, from);
        row
    }
}
