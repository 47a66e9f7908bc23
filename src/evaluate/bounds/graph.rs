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
    ties: Vec<Tie>,
    /// Ties by the node that they begin at, and by the node that they end at.
    forth: Links,
    back: Links,
}

/// For each node its links to others, those to earlier nodes first.
#[derive(Debug, Default)]
struct Links {
    links: Vec<Link>,
    /// For each node its first link, and its first link to a later node.
    first: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    weight: Weight,
    node: u32,
    tie: u32,
}

impl Links {
    /// Of ties in the order of the nodes that they lead away from.
    fn new(nodes: usize, ties: impl Iterator<Item = (usize, Link)>) -> Self {
        let mut all = Self { links: Vec::new(), first: vec![(0, 0); nodes + 1] };
        let (mut last, mut earlier) = (0, 0);
        for (node, link) in ties {
            let at = index(all.links.len());
            while last < node {
                all.first[last].1 = earlier;
                last += 1;
                (all.first[last].0, earlier) = (at, at);
            }
            all.links.push(link);
            if (link.node as usize) < node {
                earlier = at + 1;
            }
        }
        let end = index(all.links.len());
        all.first[last].1 = earlier;
        all.first[last + 1..].fill((end, end));
        all
    }

    fn earlier(&self, node: usize) -> &[Link] {
        let (first, later) = self.first[node];
        &self.links[first as usize..later as usize]
    }

    fn later(&self, node: usize) -> &[Link] {
        let ((_, later), (end, _)) = (self.first[node], self.first[node + 1]);
        &self.links[later as usize..end as usize]
    }
}

/// There are never four thousand million ties.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Bounds from or to a start, with the last tie of each chain.
pub(super) struct Paths {
    pub bound: Vec<Weight>,
    last: Vec<Option<usize>>,
}

/// A chain that leads back with less than nothing: the constraints contradict each other.
#[derive(Debug)]
pub(super) struct Cycle(pub Vec<By>);

impl Paths {
    fn tighten(&mut self, node: usize, links: &[Link], open: &mut [(bool, bool)]) -> bool {
        let known = self.bound[node];
        let mut changed = false;
        for link in links {
            let to = link.node as usize;
            if known + link.weight < self.bound[to] {
                self.bound[to] = known + link.weight;
                self.last[to] = Some(link.tie as usize);
                open[to] = (true, true);
                changed = true;
            }
        }
        changed
    }
}

impl Graph {
    pub fn new(nodes: usize, mut ties: Vec<Tie>) -> Self {
        ties.sort_by_key(|tie| (tie.from, tie.to, tie.weight));
        // Of several between the same two nodes the tightest does.
        ties.dedup_by_key(|tie| (tie.from, tie.to));
        let link =
            |tie: usize, node: usize| Link { weight: ties[tie].weight, node: index(node), tie: index(tie) };
        let forth = Links::new(nodes, (0..ties.len()).map(|at| (ties[at].from, link(at, ties[at].to))));
        let mut by_end: Vec<usize> = (0..ties.len()).collect();
        by_end.sort_by_key(|at| (ties[*at].to, ties[*at].from));
        let back = Links::new(nodes, by_end.into_iter().map(|at| (ties[at].to, link(at, ties[at].from))));
        Self { ties, forth, back }
    }

    pub fn nodes(&self) -> usize {
        self.forth.first.len().saturating_sub(1)
    }

    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// Tightens what is known at the beginning until nothing changes.
    ///
    /// Sweeps go to later nodes and back again by turns, and only from what has changed: chains seldom
    /// turn often.
    pub fn follow(&self, mut bound: Vec<Weight>, way: Way) -> Result<Paths, Cycle> {
        let nodes = self.nodes();
        bound.resize(nodes, UNBOUNDED);
        let links = if way == Way::Forth { &self.forth } else { &self.back };
        // Whether a node has still to be followed to later nodes, and to earlier ones.
        let mut open: Vec<(bool, bool)> =
            bound.iter().map(|bound| (*bound < UNBOUNDED, *bound < UNBOUNDED)).collect();
        let mut paths = Paths { last: vec![None; nodes], bound };
        let mut round = 0;
        loop {
            let mut changed = false;
            for node in 0..nodes {
                if std::mem::take(&mut open[node].0) {
                    changed |= paths.tighten(node, links.later(node), &mut open);
                }
            }
            for node in (0..nodes).rev() {
                if std::mem::take(&mut open[node].1) {
                    changed |= paths.tighten(node, links.earlier(node), &mut open);
                }
            }
            if !changed {
                return Ok(paths);
            }
            round += 1;
            // Where chains do not end, the last ties run in a circle.
            if round % 8 == 0
                && let Some(cycle) = self.circle(&paths, way)
            {
                return Err(cycle);
            }
        }
    }

    /// The chain that leads back with less than nothing, if there is one.
    pub fn check(&self) -> Result<(), Cycle> {
        self.follow(vec![0; self.nodes()], Way::Forth).map(|_| ())
    }

    /// A circle among the last ties.
    fn circle(&self, paths: &Paths, way: Way) -> Option<Cycle> {
        let mut seen = vec![0_usize; self.nodes()];
        for start in 0..self.nodes() {
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = start + 1;
                let Some(tie) = paths.last[at] else { break };
                at = self.before(tie, way);
            }
            if seen[at] == start + 1 && paths.last[at].is_some() {
                let (end, mut chain) = (at, Vec::new());
                while let Some(tie) = paths.last[at] {
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
