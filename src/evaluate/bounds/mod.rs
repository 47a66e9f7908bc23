//! What figures prove of any region: the least and the most that can have happened in it.
//!
//! The running totals of a scope are tied to each other by its own figures (`graph`), by what its parts
//! prove together (`net`, `rows`), and by what the scopes that contain it leave for it (`query`). Within one
//! scope the bounds are exact: minima added up, maxima that cover, and one less the other, in chains of any
//! length. Across scopes minima are added up exactly; maxima and differences are put together stretch by
//! stretch, which is always sound.
//!
//! What the parts of a scope prove from a day on depends on no target, so it is computed once, when first
//! asked for, and only the days on which it changes are kept.

mod ends;
mod graph;
mod net;
mod query;
mod rows;
mod search;
mod steps;
mod weight;

use super::figure::Figure;
use super::region::{Span, Tree};
use ends::Ends;
use net::Net;
use query::{Found, Shares};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use weight::Scale;

/// Figures as places, by the end that a proof takes of them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Proof {
    lows: Vec<usize>,
    highs: Vec<usize>,
    /// Figures of which only the beginning of their count was used.
    told: Vec<usize>,
}

/// What a proof found, with the figures in it as places in the list that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proven {
    pub total: Decimal,
    /// True if it is more (a minimum) or less (a maximum) than the total.
    pub open: bool,
    /// All figures used, in order.
    pub figures: Vec<usize>,
    /// Those that are added: minima for a minimum, maxima for a maximum.
    pub plus: Vec<usize>,
    /// Those that are taken away: maxima for a minimum, minima for a maximum.
    pub minus: Vec<usize>,
}

impl Proven {
    /// The figures that are added, those too of which only the beginning was used.
    pub fn added(&self) -> Vec<usize> {
        self.figures
            .iter()
            .copied()
            .filter(|place| self.plus.contains(place) || !self.minus.contains(place))
            .collect()
    }
}

/// Figures that cannot all be true: the minima of the first come to more than the maxima of the others,
/// which count all of the same at least as often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub lows: Vec<usize>,
    pub highs: Vec<usize>,
    pub most: Option<Decimal>,
    pub least: Option<Decimal>,
}

/// Everything that some figures prove, computed as it is asked for.
pub(super) struct Bounds<'a> {
    tree: &'a Tree<'a>,
    ends: Rc<[Ends]>,
    /// Figures that are not to be used.
    aside: BTreeSet<usize>,
    /// For each scope its own figures, used or not.
    own: Rc<[Vec<usize>]>,
    nets: Vec<Option<Rc<Net>>>,
    found: RefCell<BTreeMap<(usize, Span), Rc<Found>>>,
    shares: RefCell<BTreeMap<(usize, Span, bool), Shares>>,
    /// True if what is counted may be negative: then nothing follows from a part alone.
    signed: bool,
}

impl<'a> Bounds<'a> {
    /// Of the figures that pass the test; the others keep their places.
    pub fn new(
        tree: &'a Tree<'a>,
        figures: &[Figure],
        signed: bool,
        takes: impl Fn(&Figure) -> bool,
    ) -> Self {
        let mut bounds = Self::unbuilt(tree, figures, signed, takes);
        bounds.build_all();
        bounds
    }

    /// With figures and no nets yet.
    pub fn unbuilt(
        tree: &'a Tree<'a>,
        figures: &[Figure],
        signed: bool,
        takes: impl Fn(&Figure) -> bool,
    ) -> Self {
        let scale = Scale::of(figures.iter().flat_map(|figure| figure.low.into_iter().chain(figure.high)));
        let ends: Rc<[Ends]> = figures.iter().map(|figure| Ends::of(figure, scale, signed)).collect();
        let mut own = vec![Vec::new(); tree.len()];
        for (place, figure) in figures.iter().enumerate() {
            if takes(figure) && !ends[place].says_nothing() {
                own[figure.scope].push(place);
            }
        }
        let nets = vec![None; tree.len()];
        Self {
            tree,
            ends,
            aside: BTreeSet::new(),
            own: own.into(),
            nets,
            found: RefCell::default(),
            shares: RefCell::default(),
            signed,
        }
    }

    /// The same with some figures set aside and some used again. Scopes that have no part in them keep
    /// what they have computed.
    pub fn with(&self, aside: &[usize], used: &[usize]) -> Self {
        let mut all = self.aside.clone();
        all.extend(aside);
        all.retain(|place| !used.contains(place));
        let mut other = Self {
            tree: self.tree,
            ends: Rc::clone(&self.ends),
            aside: all,
            own: Rc::clone(&self.own),
            nets: self.nets.clone(),
            found: RefCell::default(),
            shares: RefCell::default(),
            signed: self.signed,
        };
        other.rebuild(aside.iter().chain(used).copied(), |_| true);
        other
    }

    /// Takes figures out. Of scopes that have nets only those inside `within` are put together again.
    pub fn set_aside(&mut self, places: &[usize], within: Option<usize>) {
        self.aside.extend(places);
        let tree = self.tree;
        self.rebuild(places.iter().copied(), |scope| within.is_none_or(|within| tree.lies_in(scope, within)));
    }

    /// Takes figures out before any net is made.
    pub fn leave_out(&mut self, places: impl Iterator<Item = usize>) {
        self.aside.extend(places);
    }

    fn rebuild(&mut self, places: impl Iterator<Item = usize>, is_built: impl Fn(usize) -> bool) {
        self.found = RefCell::default();
        self.shares = RefCell::default();
        let mut scopes = BTreeSet::new();
        for place in places {
            let mut at = Some(self.ends[place].scope);
            while let Some(scope) = at.filter(|scope| scopes.insert((self.tree.depth(*scope), *scope))) {
                at = self.tree.parent(scope);
            }
        }
        for (_, scope) in scopes.into_iter().rev().filter(|(_, scope)| is_built(*scope)) {
            self.build(scope);
        }
    }

    /// Scopes inside others before those.
    pub fn inner_first(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.tree.len()).collect();
        all.sort_by_key(|scope| (std::cmp::Reverse(self.tree.depth(*scope)), *scope));
        all
    }

    /// Puts all nets together.
    pub fn build_all(&mut self) {
        for scope in self.inner_first() {
            self.build(scope);
        }
    }

    /// Puts the net of a scope together, from those of its parts.
    pub fn build(&mut self, scope: usize) {
        self.nets[scope] = self.net(scope, &self.own[scope]).map(Rc::new);
    }

    fn is_used(&self, place: usize) -> bool {
        !self.aside.contains(&place)
    }

    /// The proven minimum of a region.
    pub fn floor(&self, scope: usize, span: Span) -> Option<Proven> {
        if !span.start_known() {
            return None;
        }
        let found = self.region(scope, span);
        let (weight, chain) = found.low.as_ref()?;
        if *weight >= 0 && !self.signed {
            return self.nothing(scope, span);
        }
        let proof = self.proof(scope, chain);
        self.proven(&proof.lows, &proof.highs, &proof.told, |ends| ends.least, |ends| ends.most)
    }

    /// The proven maximum of a region.
    pub fn cap(&self, scope: usize, span: Span) -> Option<Proven> {
        if !span.start_known() {
            return None;
        }
        let found = self.region(scope, span);
        let (_, chain) = found.high.as_ref()?;
        let proof = self.proof(scope, chain);
        self.proven(&proof.highs, &proof.lows, &proof.told, |ends| ends.most, |ends| ends.least)
    }

    /// If every minimum inside is zero, that is still a figure which says so: the one of most days.
    fn nothing(&self, scope: usize, span: Span) -> Option<Proven> {
        let inside = |place: &usize| {
            let ends = &self.ends[*place];
            ends.least.is_some() && ends.counts_only_in().is_some_and(|days| span.contains(days))
        };
        let scopes = (0..self.tree.len()).filter(|inner| self.tree.lies_in(*inner, scope));
        let nets = scopes.filter_map(|inner| self.nets[inner].as_ref());
        let widest = nets
            .flat_map(|net| net.own.iter().copied().filter(inside))
            .max_by_key(|place| (self.ends[*place].span.days(), std::cmp::Reverse(*place)))?;
        let figures = vec![widest];
        Some(Proven { total: Decimal::ZERO, open: false, plus: figures.clone(), figures, minus: Vec::new() })
    }

    /// Adds a proof up in decimals. None if that takes more digits than there are.
    fn proven(
        &self,
        plus: &[usize],
        minus: &[usize],
        told: &[usize],
        added: fn(&Ends) -> Option<(Decimal, bool)>,
        taken: fn(&Ends) -> Option<(Decimal, bool)>,
    ) -> Option<Proven> {
        let (more, more_open) = self.add_up(plus, added)?;
        let (less, less_open) = self.add_up(minus, taken)?;
        let (plus, minus) = (sorted(plus.iter().copied()), sorted(minus.iter().copied()));
        let figures = sorted(plus.iter().chain(&minus).chain(told).copied());
        Some(Proven { total: more.checked_sub(less)?, open: more_open || less_open, figures, plus, minus })
    }

    fn add_up(&self, places: &[usize], end: fn(&Ends) -> Option<(Decimal, bool)>) -> Option<(Decimal, bool)> {
        places.iter().try_fold((Decimal::ZERO, false), |(sum, open), place| {
            let (amount, is_open) = end(&self.ends[*place])?;
            Some((sum.checked_add(amount)?, open || is_open))
        })
    }

    /// Contradictions among the constraints of a scope, whose parts have none.
    pub fn contradictions(&self, scope: usize) -> Vec<Contradiction> {
        let Some(net) = &self.nets[scope] else { return Vec::new() };
        net.graph.check().map_or_else(|_| self.search(scope, net), |()| Vec::new())
    }

    /// A contradiction that shows over a region, if there is one.
    pub fn contradiction_over(&self, scope: usize, span: Span) -> Option<Contradiction> {
        if !span.start_known() {
            return None;
        }
        let found = self.region(scope, span);
        let chain = match (&found.contradiction, &found.low, &found.high) {
            (Some(chain), ..) => chain.clone(),
            (None, Some((low, one)), Some((high, other))) if low + high < 0 => [&one[..], other].concat(),
            _ => return None,
        };
        Some(self.told(&self.proof(scope, &chain)))
    }

    fn told(&self, proof: &Proof) -> Contradiction {
        Contradiction {
            most: self.add_up(&proof.lows, |ends| ends.least).map(|(sum, _)| sum),
            least: self.add_up(&proof.highs, |ends| ends.most).map(|(sum, _)| sum),
            lows: sorted(proof.lows.iter().copied()),
            highs: sorted(proof.highs.iter().copied()),
        }
    }
}

fn sorted(places: impl Iterator<Item = usize>) -> Vec<usize> {
    places.collect::<BTreeSet<_>>().into_iter().collect()
}
