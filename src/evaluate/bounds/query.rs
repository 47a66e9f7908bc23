//! The proven minimum and maximum of a region: the scope's own net, and what the scopes that contain it add.

use super::graph::{By, Cycle, Graph, Tie, Way};
use super::memo::Memo;
use super::net::{Net, Nets, sum};
use super::proof::Proof;
use super::weight::{UNBOUNDED, Weight};
use crate::evaluate::region::{Day, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Both ends of a region as weights, with the chains that prove them.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub low: Option<(Weight, Vec<By>)>,
    pub high: Option<(Weight, Vec<By>)>,
    /// A contradiction that only shows here.
    pub contradiction: Option<Vec<By>>,
}

/// A tie between two days, before they are nodes.
struct Link {
    from: Day,
    to: Day,
    weight: Weight,
    by: By,
}

/// What was found, for as long as the nets are the same.
#[derive(Debug, Default)]
pub(super) struct Known {
    found: Memo<(usize, Span), Arc<Found>>,
    shares: Memo<(usize, Span, bool), Shares>,
}

/// Asks the nets of all scopes.
#[derive(Clone, Copy)]
pub(super) struct Query<'n> {
    pub nets: &'n Nets<'n>,
    pub known: &'n Known,
}

impl Query<'_> {
    /// What is proven of a region. Remembered.
    pub fn region(&self, scope: usize, span: Span) -> Arc<Found> {
        self.known.found.get((scope, span), || Arc::new(self.find(scope, span)))
    }

    fn find(&self, scope: usize, span: Span) -> Found {
        let mut links = Vec::new();
        self.links_from_above(scope, span, &mut links);
        match self.find_with(scope, span, &links) {
            Ok(found) => found,
            // The scope's own net is sound in itself: what it proves alone still stands.
            Err(cycle) => {
                let contradiction = Some(cycle.0);
                let alone = self.find_with(scope, span, &[]).unwrap_or_default();
                Found { contradiction, ..alone }
            }
        }
    }

    fn find_with(&self, scope: usize, span: Span, links: &[Link]) -> Result<Found, Cycle> {
        let empty = Net::default();
        let net = self.nets.of(scope).unwrap_or(&empty);
        let outer =
            [span.from, span.to].into_iter().chain(links.iter().flat_map(|link| [link.from, link.to]));
        let new: BTreeSet<Day> = outer.filter(|day| net.node(*day).is_none()).collect();
        let mut days: Vec<Day> = net.days.iter().copied().chain(new.iter().copied()).collect();
        days.sort_unstable();
        let node = |day: Day| days.binary_search(&day).unwrap_or(0);
        // Own nodes move up to make room; unknown beginnings stay behind all days.
        let moved = |old: usize| net.days.get(old).map_or(old + new.len(), |day| node(*day));
        let mut ties: Vec<Tie> = Vec::new();
        if !self.nets.signed {
            ties.extend((1..days.len()).map(|day| Tie { from: day, to: day - 1, weight: 0, by: By::Order }));
        }
        ties.extend(net.graph.ties().iter().map(|tie| Tie {
            from: moved(tie.from),
            to: moved(tie.to),
            ..*tie
        }));
        ties.extend(links.iter().map(|link| Tie {
            from: node(link.from),
            to: node(link.to),
            weight: link.weight,
            by: link.by,
        }));
        if !net.parts.is_empty() {
            let among = |day: Day, other: Day| new.contains(&day) || new.contains(&other);
            let (lows, highs) =
                (self.nets.minima_of_parts(net, &days), self.nets.maxima_of_parts(net, &days));
            let rows = lows.iter().zip(&highs);
            for (first, (from, (low, high))) in days.iter().zip(rows).enumerate() {
                for (last, to) in days.iter().enumerate().skip(first + 1).filter(|(_, to)| among(*from, **to))
                {
                    let weight = low.on(self.nets.kind_of_minima(), *to);
                    if weight < UNBOUNDED && (weight != 0 || self.nets.signed) {
                        ties.push(Tie { from: last, to: first, weight, by: By::Parts(*from, *to) });
                    }
                    let weight = high.on(self.nets.kind_of_maxima(), *to);
                    if weight < UNBOUNDED {
                        ties.push(Tie { from: first, to: last, weight, by: By::Covers(*from, *to) });
                    }
                }
            }
        }
        let nodes = net.nodes() + new.len();
        let graph = Graph::new(nodes, ties);
        let (from, to) = (node(span.from), node(span.to));
        let bound = |way: Way| -> Result<Option<(Weight, Vec<By>)>, Cycle> {
            let mut start = vec![UNBOUNDED; nodes];
            start[from] = 0;
            let paths = graph.follow(start, way)?;
            let weight = paths.bound[to];
            let (chain, _) = graph.chain(&paths, to, way);
            Ok((weight < UNBOUNDED).then_some((weight, chain)))
        };
        Ok(Found { low: bound(Way::Back)?, high: bound(Way::Forth)?, contradiction: None })
    }

    /// The figures behind a chain of ties of a scope.
    pub fn proof(&self, scope: usize, chain: &[By]) -> Proof {
        let mut proof = Proof::default();
        for by in chain {
            self.expand(scope, *by, &mut proof);
        }
        proof
    }

    /// The figures behind one link of a chain.
    fn expand(&self, scope: usize, by: By, proof: &mut Proof) {
        if let By::Wider { figure, high, top, from, to } = by {
            if high {
                proof.highs.push(figure);
            } else {
                proof.lows.push(figure);
            }
            let mut at = scope;
            while let Some(above) = self.nets.tree.parent(at).filter(|_| at != top) {
                self.expand_others(at, above, (from, to), high, proof);
                at = above;
            }
        } else if let By::Above { high, from, to } = by {
            let Some(above) = self.nets.tree.parent(scope) else { return };
            self.expand_others(scope, above, (from, to), high, proof);
            let found = self.region(above, Span::new(from, to));
            if let Some((_, chain)) = if high { &found.high } else { &found.low } {
                for by in chain {
                    self.expand(above, *by, proof);
                }
            }
        } else if let Some(net) = self.nets.of(scope) {
            self.nets.expand(net, by, proof);
        }
    }

    /// What is proven of the other parts of a scope.
    fn expand_others(&self, part: usize, scope: usize, (from, to): (Day, Day), low: bool, proof: &mut Proof) {
        for other in self.nets.tree.children(scope).iter().filter(|other| **other != part) {
            if low {
                self.nets.trace_minimum(*other, from, to, proof);
            } else {
                self.nets.trace_maximum(*other, from, to, proof);
            }
        }
    }

    /// What scopes that contain this one say of it: each figure of theirs that meets the region, and what
    /// is proven of the scope one above for the same days, less what is proven of the other parts.
    fn links_from_above(&self, scope: usize, region: Span, links: &mut Vec<Link>) {
        let Some(above) = self.nets.tree.parent(scope) else { return };
        let mut top = Some(above);
        while let Some(at) = top {
            let own = self.nets.of(at).map_or(&[][..], |net| &net.own);
            for place in own.iter().copied() {
                let ends = &self.nets.ends[place];
                let holds = ends.holds_all_of().zip(ends.high).map(|(days, weight)| (days, weight, true));
                let counts = ends.counts_only_in().zip(ends.low).map(|(days, weight)| (days, weight, false));
                for (days, weight, high) in holds.into_iter().chain(counts) {
                    if !days.meets(region) {
                        continue;
                    }
                    let weight = sum(weight, self.others_up_to(scope, at, days, high));
                    let by = By::Wider { figure: place, high, top: at, from: days.from, to: days.to };
                    link(links, days, weight, high, by);
                }
            }
            top = self.nets.tree.parent(at);
        }
        let found = self.region(above, region);
        for high in [true, false] {
            if let Some((weight, _)) = if high { &found.high } else { &found.low } {
                let weight = sum(*weight, self.others(scope, above, region, high));
                let by = By::Above { high, from: region.from, to: region.to };
                link(links, region, weight, high, by);
            }
        }
    }
}

fn link(links: &mut Vec<Link>, days: Span, weight: Weight, high: bool, by: By) {
    if weight < UNBOUNDED && (high || weight < 0 || matches!(by, By::Wider { .. })) {
        let (from, to) = if high { (days.from, days.to) } else { (days.to, days.from) };
        links.push(Link { from, to, weight, by });
    }
}

/// What is proven of all parts of a scope between two days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shares {
    /// Of those of which something is proven.
    sum: Weight,
    /// Number of the others.
    unknown: usize,
}

impl Query<'_> {
    /// What is proven of all scopes inside `top` and beside the way up to it: their minimum if a maximum
    /// is to be lowered by it, else their maximum.
    fn others_up_to(&self, scope: usize, top: usize, days: Span, low: bool) -> Weight {
        let (mut at, mut all) = (scope, 0);
        while let Some(above) = self.nets.tree.parent(at).filter(|_| at != top) {
            all = sum(all, self.others(at, above, days, low));
            at = above;
        }
        all
    }

    fn others(&self, part: usize, scope: usize, days: Span, low: bool) -> Weight {
        if (!low || self.nets.signed) && !self.nets.tree.is_covered_by_children(scope) {
            return UNBOUNDED;
        }
        let mut with_net =
            self.nets.tree.children(scope).iter().filter(|part| self.nets.of(**part).is_some());
        if low && !self.nets.signed && with_net.all(|other| *other == part) {
            return 0;
        }
        let all = self.known.shares.get((scope, days, low), || self.all_parts(scope, days, low));
        match (all.unknown, self.between(part, days, low)) {
            (0, own) => all.sum - own,
            (1, UNBOUNDED) => all.sum,
            _ => UNBOUNDED,
        }
    }

    fn all_parts(&self, scope: usize, days: Span, low: bool) -> Shares {
        let net = self.nets.of(scope).filter(|net| !net.is_pooled);
        // All together are known from the scope's own net, unless they are not all known.
        let together = match net {
            Some(net) if low => {
                self.nets.minimum_of_parts(net, days.from).on(self.nets.kind_of_minima(), days.to)
            }
            Some(net) => self.nets.maximum_of_parts(net, days.from).on(self.nets.kind_of_maxima(), days.to),
            None => UNBOUNDED,
        };
        if together < UNBOUNDED {
            return Shares { sum: together, unknown: 0 };
        }
        let mut all = Shares { sum: 0, unknown: 0 };
        for part in self.nets.tree.children(scope) {
            let bound = self.between(*part, days, low);
            if bound < UNBOUNDED {
                all.sum += bound;
            } else {
                all.unknown += 1;
            }
            if all.unknown > 1 {
                break;
            }
        }
        all
    }

    /// What is proven of a scope between two days from its own figures and those of its parts.
    fn between(&self, scope: usize, days: Span, low: bool) -> Weight {
        if low {
            self.nets.minimum_row(scope, days.from).on(self.nets.kind_of_minima(), days.to)
        } else {
            self.nets.maximum_row(scope, days.from).on(self.nets.kind_of_maxima(), days.to)
        }
    }
}
