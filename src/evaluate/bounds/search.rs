//! Where the constraints of a scope contradict each other.

use super::graph::{By, Graph, Tie, Way};
use super::net::{Net, Nets};
use super::proof::{Contradiction, Proof};
use super::weight::UNBOUNDED;
use crate::evaluate::region::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Figures within the days of a contradiction, above which the contradiction is told as it was found
/// rather than the smallest within.
const LOOKED_THROUGH: usize = 2_000;

impl Nets<'_> {
    /// Contradictions among the constraints of a scope, whose parts have none, each found where it is: of the
    /// fewest days, with no figure in two of them.
    pub fn contradictions(&self, scope: usize) -> Vec<Contradiction> {
        let Some(net) = self.of(scope) else { return Vec::new() };
        net.graph.check().map_or_else(|_| self.search(net), |()| Vec::new())
    }

    fn search(&self, net: &Net) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let mut ties: Vec<Tie> = net.graph.ties().to_vec();
        let mut gone: BTreeSet<usize> = BTreeSet::new();
        while let Err(cycle) = Graph::new(net.nodes(), ties.clone()).check() {
            let inner = self.smallest(net, &ties, &cycle.0).unwrap_or_else(|| vec![cycle.0]);
            let before = ties.len();
            for chain in inner {
                let mut proof = Proof::default();
                for by in &chain {
                    self.expand(net, *by, &mut proof);
                }
                let told = proof.contradiction(&self.ends);
                let all: BTreeSet<usize> = told.lows.iter().chain(&told.highs).copied().collect();
                let is_new = all.is_disjoint(&gone);
                // What the parts prove rests on figures that may be gone by now: it is looked at again
                // when their nets are made anew.
                let stale: Vec<By> = if is_new { Vec::new() } else { chain };
                gone.extend(&all);
                ties.retain(|tie| match figure(tie) {
                    Some(place) => !gone.contains(&place),
                    None => !stale.contains(&tie.by) || tie.by == By::Order,
                });
                if is_new && !all.is_empty() {
                    found.push(told);
                }
            }
            if ties.len() == before {
                // It rests on what the parts prove alone.
                break;
            }
        }
        found
    }

    /// Puts the figures within the days of a circle in one by one, those of the fewest days first. Each
    /// that would close a circle is left out again, with all others of it, and the circle told.
    fn smallest(&self, net: &Net, ties: &[Tie], circle: &[By]) -> Option<Vec<Vec<By>>> {
        let of_circle = ties.iter().filter(|tie| tie.by != By::Order && circle.contains(&tie.by));
        let nodes: Vec<usize> = of_circle.flat_map(|tie| [tie.from, tie.to]).collect();
        let days = || nodes.iter().filter_map(|node| net.days.get(*node));
        let (first, last) = (days().min()?, days().max()?);
        let inside =
            |node: usize| net.days.get(node).map_or(nodes.contains(&node), |day| first <= day && day <= last);
        let mut graph_ties: Vec<Tie> = Vec::new();
        let mut by_figure: BTreeMap<usize, Vec<Tie>> = BTreeMap::new();
        for tie in ties.iter().filter(|tie| inside(tie.from) && inside(tie.to)) {
            match figure(tie) {
                Some(place) => by_figure.entry(place).or_default().push(*tie),
                None => graph_ties.push(*tie),
            }
        }
        if by_figure.len() > LOOKED_THROUGH {
            return None;
        }
        let length = |place: &usize| {
            let span = self.ends[*place].span;
            if span.start_known() { span.days() } else { i64::from(Day::MAX) }
        };
        let mut order: Vec<usize> = by_figure.keys().copied().collect();
        order.sort_by_key(|place| (length(place), self.ends[*place].span, *place));
        let mut found = Vec::new();
        for place in order {
            let before = graph_ties.len();
            let Some(new) = by_figure.get(&place) else { continue };
            for tie in new {
                let graph = Graph::new(net.nodes(), graph_ties.clone());
                if let Some(chain) = chain_closed_by(&graph, net.nodes(), tie) {
                    graph_ties.truncate(before);
                    let in_chain = |tie: &Tie| figure(tie).is_some() && chain.contains(&tie.by);
                    let gone: BTreeSet<usize> =
                        graph_ties.iter().filter(|tie| in_chain(tie)).filter_map(figure).collect();
                    graph_ties.retain(|tie| figure(tie).is_none_or(|place| !gone.contains(&place)));
                    found.push(chain);
                    break;
                }
                graph_ties.push(*tie);
            }
        }
        (!found.is_empty()).then_some(found)
    }
}

fn figure(tie: &Tie) -> Option<usize> {
    match tie.by {
        By::High(place) | By::Low(place) | By::Begun(place) => Some(place),
        _ => None,
    }
}

/// The chain that a tie would close to less than nothing, with the tie itself.
fn chain_closed_by(graph: &Graph, nodes: usize, tie: &Tie) -> Option<Vec<By>> {
    let mut start = vec![UNBOUNDED; nodes];
    start[tie.to] = 0;
    let paths = graph.follow(start, Way::Forth).ok()?;
    let bound = paths.bound[tie.from];
    if bound >= UNBOUNDED || bound + tie.weight >= 0 {
        return None;
    }
    let (mut chain, _) = graph.chain(&paths, tie.from, Way::Forth);
    chain.push(tie.by);
    Some(chain)
}
