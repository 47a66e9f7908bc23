//! Constraints between running totals, and the tightest bound that follows from them.
//!
//! The running total of a flow is a number at the beginning of each day. "1200 in 2019" says that two
//! of them lie 1200 apart; "never negative" that none is smaller than the one before. Such constraints bound
//! the difference of two totals only along chains from one to the next, so that the tightest bound is a
//! shortest path, and the constraints contradict each other if and only if some chain leads back to where
//! it began with less than nothing.

use super::weight::{UNBOUNDED, Weight};
use crate::evaluate::region::Day;

/// Where a constraint comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Nothing is ever negative.
    Order,
    /// A figure's maximum, by place.
    High(usize),
    /// A figure's minimum.
    Low(usize),
    /// What is known of when a count began that does not say it.
    Begun(usize),
    /// What the parts together prove at least between two days.
    Parts(Day, Day),
    /// What the parts that make it up completely prove at most.
    Covers(Day, Day),
    /// An end of a figure for a scope that contains this one, less what is proven of its other parts.
    Wider { figure: usize, high: bool, top: usize, from: Day, to: Day },
    /// The bound of the scope one above between two days, less what is proven of its other parts.
    Above { high: bool, from: Day, to: Day },
}

/// The total at `to` is at most `weight` more than that at `from`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie {
    pub from: usize,
    pub to: usize,
    pub weight: Weight,
    pub by: By,
}

/// Which way bounds are followed from a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// How much more each node may be than the start.
    Forth,
    /// How much more the start may be than each node.
    Back,
}

#[derive(Debug, Default)]
pub(super) struct Graph {
    nodes: usize,
    /// Those that lead to an earlier node first, by their end; then the others by their beginning. Either
    /// part is so in the order in which one sweep settles it.
    ties: Vec<Tie>,
    /// Number of those that lead to an earlier node.
    behind: usize,
}

/// Bounds from or to a start, with the last tie of each chain.
pub(super) struct Paths {
    pub bound: Vec<Weight>,
    last: Vec<Option<usize>>,
}

/// A chain that leads back with less than nothing: the constraints contradict each other.
#[derive(Debug)]
pub(super) struct Cycle(pub Vec<By>);

impl Graph {
    pub fn new(nodes: usize, mut ties: Vec<Tie>) -> Self {
        ties.sort_by_key(|tie| {
            if tie.to < tie.from {
                (0, tie.to, tie.from, tie.weight)
            } else {
                (1, tie.from, tie.to, tie.weight)
            }
        });
        // Of several between the same two nodes the tightest does.
        ties.dedup_by_key(|tie| (tie.from, tie.to));
        let behind = ties.partition_point(|tie| tie.to < tie.from);
        Self { nodes, ties, behind }
    }

    pub fn nodes(&self) -> usize {
        self.nodes
    }

    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// Tightens what is known at the beginning until nothing changes.
    pub fn follow(&self, mut bound: Vec<Weight>, way: Way) -> Result<Paths, Cycle> {
        bound.resize(self.nodes, UNBOUNDED);
        let mut paths = Paths { last: vec![None; bound.len()], bound };
        let mut round = 0;
        loop {
            let changed = match way {
                Way::Forth => {
                    let ahead = self.sweep(self.behind..self.ties.len(), &mut paths, way);
                    self.sweep((0..self.behind).rev(), &mut paths, way) | ahead
                }
                Way::Back => {
                    let behind = self.sweep(0..self.behind, &mut paths, way);
                    self.sweep((self.behind..self.ties.len()).rev(), &mut paths, way) | behind
                }
            };
            if !changed {
                return Ok(paths);
            }
            round += 1;
            // Chains seldom turn often. Where they do not end, the last ties run in a circle.
            if round > 3 {
                if let Some(cycle) = self.circle(&paths, way) {
                    return Err(cycle);
                }
            }
        }
    }

    /// True if not even one chain leads back with less than nothing; else that chain.
    pub fn check(&self) -> Result<(), Cycle> {
        self.follow(vec![0; self.nodes], Way::Forth).map(|_| ())
    }

    fn sweep(&self, ties: impl Iterator<Item = usize>, paths: &mut Paths, way: Way) -> bool {
        let mut changed = false;
        for at in ties {
            let tie = &self.ties[at];
            let (from, to) = if way == Way::Forth { (tie.from, tie.to) } else { (tie.to, tie.from) };
            let known = paths.bound[from];
            if known < UNBOUNDED && known + tie.weight < paths.bound[to] {
                paths.bound[to] = known + tie.weight;
                paths.last[to] = Some(at);
                changed = true;
            }
        }
        changed
    }

    /// A circle among the last ties.
    fn circle(&self, paths: &Paths, way: Way) -> Option<Cycle> {
        let mut seen = vec![0_usize; self.nodes];
        for start in 0..self.nodes {
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = start + 1;
                let Some(tie) = paths.last[at] else { break };
                at = self.before(tie, way);
            }
            if seen[at] == start + 1 && paths.last[at].is_some() {
                let (end, mut chain) = (at, Vec::new());
                loop {
                    let Some(tie) = paths.last[at] else { break };
                    chain.push(self.ties[tie].by);
                    at = self.before(tie, way);
                    if at == end {
                        return Some(Cycle(chain));
                    }
                }
            }
        }
        None
    }

    fn before(&self, tie: usize, way: Way) -> usize {
        if way == Way::Forth { self.ties[tie].from } else { self.ties[tie].to }
    }

    /// What the chain to a node is made of, and the node that it began with.
    pub fn chain(&self, paths: &Paths, node: usize, way: Way) -> (Vec<By>, usize) {
        let (mut at, mut chain) = (node, Vec::new());
        while let Some(tie) = paths.last[at] {
            chain.push(self.ties[tie].by);
            at = self.before(tie, way);
        }
        (chain, at)
    }
}
