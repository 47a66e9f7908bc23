//! The figures behind what is proven of a scope by its own net and those of its parts.

use super::graph::{By, Paths, Way};
use super::net::{Net, Nets, sum};
use super::proof::Proof;
use super::weight::UNBOUNDED;
use crate::evaluate::region::Day;

impl Nets<'_> {
    /// The figures behind a scope's proven minimum between two days.
    pub fn trace_minimum(&self, scope: usize, from: Day, to: Day, proof: &mut Proof) {
        let Some(net) = self.of(scope) else { return };
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
                    self.expand(net, By::Parts(day, to), proof);
                }
            }
            _ => self.expand(net, By::Parts(from, to), proof),
        }
    }

    /// The figures behind a scope's proven maximum between two days.
    pub fn trace_maximum(&self, scope: usize, from: Day, to: Day, proof: &mut Proof) {
        let Some(net) = self.of(scope) else { return };
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
                    self.expand(net, By::Covers(day, to), proof);
                }
            }
            _ => self.expand(net, By::Covers(from, to), proof),
        }
    }

    fn trace(&self, net: &Net, paths: &Paths, node: usize, (day, way): (Day, Way), proof: &mut Proof) {
        let (chain, begin) = net.graph.chain(paths, node, way);
        let first = self.first_links(net, day, way).get(begin).and_then(|(_, by)| *by);
        for by in first.into_iter().chain(chain) {
            self.expand(net, by, proof);
        }
    }

    /// The figures behind one link of a chain within a scope.
    pub fn expand(&self, net: &Net, by: By, proof: &mut Proof) {
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
