//! What figures prove of any region: the least and the most that can have happened in it.
//!
//! The running totals of a scope are tied to each other by its own figures (`graph`), by what its parts
//! prove together (`net`, `build`, `rows`), and by what the scopes that contain it leave for it (`query`). Within one
//! scope the bounds are exact: minima added up, maxima that cover, and one less the other, in chains of any
//! length. Across scopes minima are added up exactly; maxima and differences are put together stretch by
//! stretch, which is always sound.
//!
//! What the parts of a scope prove from a day on depends on no target, so it is computed once, when first
//! asked for, and only the days on which it changes are kept.

mod build;
mod ends;
mod graph;
mod memo;
mod net;
mod proof;
mod query;
mod rows;
mod search;
mod steps;
mod trace;
mod weight;

pub(super) use proof::{Contradiction, Proven};

use super::figure::Figure;
use super::region::{Day, Span, Tree};
use ends::Ends;
use memo::Memo;
use net::Nets;
use query::{Known, Query};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use weight::Scale;

/// Everything that some figures prove, computed as it is asked for.
pub(super) struct Bounds<'a> {
    nets: Nets<'a>,
    /// Figures that are not to be used.
    aside: BTreeSet<usize>,
    /// For each scope its own figures, used or not.
    own: Arc<[Vec<usize>]>,
    known: Known,
    days: Days<'a>,
}

/// Where every figure is of one day, what those of a day prove of it by themselves: the others prove nothing of it,
/// and a state that is reported daily would else be looked through as a whole for each of its days.
#[derive(Default)]
struct Days<'a> {
    /// The figures of each day; none where some are of longer stretches.
    figures: Option<Arc<BTreeMap<Day, Vec<usize>>>>,
    bounds: Memo<Day, Option<Arc<Bounds<'a>>>>,
}

impl Days<'_> {
    fn of(ends: &[Ends], own: &[Vec<usize>]) -> Self {
        let mut figures: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
        for place in own.iter().flatten() {
            let span = ends[*place].span;
            if !span.is_day() {
                return Self::default();
            }
            figures.entry(span.from).or_default().push(*place);
        }
        Self { figures: Some(Arc::new(figures)), bounds: Memo::default() }
    }

    /// The same figures, of which nothing has been asked.
    fn anew(&self) -> Self {
        Self { figures: self.figures.clone(), bounds: Memo::default() }
    }
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
        let ends: Arc<[Ends]> = figures.iter().map(|figure| Ends::of(figure, scale, signed)).collect();
        let mut own = vec![Vec::new(); tree.len()];
        for (place, figure) in figures.iter().enumerate() {
            if takes(figure) && !ends[place].says_nothing() {
                own[figure.scope].push(place);
            }
        }
        let days = if signed { Days::default() } else { Days::of(&ends, &own) };
        let nets = Nets::new(tree, ends, signed);
        Self { nets, aside: BTreeSet::new(), own: own.into(), known: Known::default(), days }
    }

    /// The same with some figures set aside and some used again. Scopes that have no part in them keep
    /// what they have computed.
    pub fn with(&self, aside: &[usize], used: &[usize]) -> Self {
        let mut all = self.aside.clone();
        all.extend(aside);
        all.retain(|place| !used.contains(place));
        let own = Arc::clone(&self.own);
        let days = self.days.anew();
        let mut other = Self { nets: self.nets.clone(), aside: all, own, known: Known::default(), days };
        other.rebuild(aside.iter().chain(used).copied(), |_| true);
        other
    }

    /// Takes figures out. Of scopes that have nets only those inside `within` are put together again.
    pub fn set_aside(&mut self, places: &[usize], within: Option<usize>) {
        self.aside.extend(places);
        let tree = self.nets.tree;
        self.rebuild(places.iter().copied(), |scope| within.is_none_or(|within| tree.lies_in(scope, within)));
    }

    /// Takes figures out before any net is made.
    pub fn leave_out(&mut self, places: impl Iterator<Item = usize>) {
        self.aside.extend(places);
    }

    fn rebuild(&mut self, places: impl Iterator<Item = usize>, is_built: impl Fn(usize) -> bool) {
        self.known = Known::default();
        self.days = self.days.anew();
        let mut scopes = BTreeSet::new();
        for place in places {
            let mut at = Some(self.nets.ends[place].scope);
            while let Some(scope) = at.filter(|scope| scopes.insert((self.nets.tree.depth(*scope), *scope))) {
                at = self.nets.tree.parent(scope);
            }
        }
        for (_, scope) in scopes.into_iter().rev().filter(|(_, scope)| is_built(*scope)) {
            self.build(scope);
        }
    }

    /// Scopes inside others before those.
    pub fn inner_first(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.nets.tree.len()).collect();
        all.sort_by_key(|scope| (std::cmp::Reverse(self.nets.tree.depth(*scope)), *scope));
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
        let used = self.own[scope].iter().copied().filter(|place| !self.aside.contains(place)).collect();
        self.nets.build(scope, used);
    }

    fn query(&self) -> Query<'_> {
        Query { nets: &self.nets, known: &self.known }
    }

    /// True if no figures but those of a region's day prove anything of it.
    fn is_by_day(&self, span: Span) -> bool {
        span.is_day() && self.days.figures.is_some()
    }

    /// What the figures of a region's day prove; nothing where there are none.
    fn of_day(&self, span: Span) -> Option<Arc<Self>> {
        let all = self.days.figures.as_ref()?;
        let alone = || {
            let mut own = vec![Vec::new(); self.own.len()];
            for place in all.get(&span.from)?.iter().filter(|place| !self.aside.contains(place)) {
                own[self.nets.ends[*place].scope].push(*place);
            }
            let nets = Nets::new(self.nets.tree, Arc::clone(&self.nets.ends), self.nets.signed);
            let (aside, known, days) = (BTreeSet::new(), Known::default(), Days::default());
            let mut of_day = Self { nets, aside, own: own.into(), known, days };
            of_day.build_all();
            Some(Arc::new(of_day))
        };
        self.days.bounds.get(span.from, alone)
    }

    /// The proven minimum of a region.
    pub fn floor(&self, scope: usize, span: Span) -> Option<Proven> {
        if !span.start_known() {
            return None;
        }
        if self.is_by_day(span) {
            return self.of_day(span)?.floor(scope, span);
        }
        let found = self.query().region(scope, span);
        let (weight, chain) = found.low.as_ref()?;
        if *weight >= 0 && !self.nets.signed {
            return self.nothing(scope, span);
        }
        self.query().proof(scope, chain).minimum(&self.nets.ends)
    }

    /// The proven maximum of a region.
    pub fn cap(&self, scope: usize, span: Span) -> Option<Proven> {
        if !span.start_known() {
            return None;
        }
        if self.is_by_day(span) {
            return self.of_day(span)?.cap(scope, span);
        }
        let found = self.query().region(scope, span);
        let (_, chain) = found.high.as_ref()?;
        self.query().proof(scope, chain).maximum(&self.nets.ends)
    }

    /// If every minimum inside is zero, that is still a figure which says so: the one of most days.
    fn nothing(&self, scope: usize, span: Span) -> Option<Proven> {
        let inside = |place: &usize| {
            let ends = &self.nets.ends[*place];
            ends.least.is_some() && ends.counts_only_in().is_some_and(|days| span.contains(days))
        };
        let scopes = (0..self.nets.tree.len()).filter(|inner| self.nets.tree.lies_in(*inner, scope));
        let nets = scopes.filter_map(|inner| self.nets.of(inner));
        let widest = nets
            .flat_map(|net| net.own.iter().copied().filter(inside))
            .max_by_key(|place| (self.nets.ends[*place].span.days(), std::cmp::Reverse(*place)))?;
        let figures = vec![widest];
        Some(Proven { total: Decimal::ZERO, open: false, plus: figures.clone(), figures, minus: Vec::new() })
    }

    /// Contradictions among the constraints of a scope, whose parts have none.
    pub fn contradictions(&self, scope: usize) -> Vec<Contradiction> {
        self.nets.contradictions(scope)
    }

    /// A contradiction that shows over a region, if there is one.
    pub fn contradiction_over(&self, scope: usize, span: Span) -> Option<Contradiction> {
        if !span.start_known() {
            return None;
        }
        let found = self.query().region(scope, span);
        let chain = match (&found.contradiction, &found.low, &found.high) {
            (Some(chain), ..) => chain.clone(),
            (None, Some((low, one)), Some((high, other))) if low + high < 0 => [&one[..], other].concat(),
            _ => return None,
        };
        Some(self.query().proof(scope, &chain).contradiction(&self.nets.ends))
    }
}
