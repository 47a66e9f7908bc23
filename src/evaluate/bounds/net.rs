//! The constraints of each scope, and what has been computed from them.

use super::ends::Ends;
use super::graph::Graph;
use super::memo::Memo;
use super::steps::{Kind, Steps};
use super::weight::{UNBOUNDED, Weight};
use crate::evaluate::region::{Day, Tree};
use std::sync::Arc;

#[derive(Debug, Default)]
pub(super) struct Net {
    /// The days at which its own figures begin or end. A node each; unknown beginnings come after them.
    pub days: Vec<Day>,
    pub graph: Graph,
    /// Its own figures, by place.
    pub own: Vec<usize>,
    /// The parts with figures in or below them.
    pub parts: Vec<usize>,
    /// The parts that make it up completely, if all of them have figures.
    pub covers: Vec<usize>,
    /// True if the figures of its only part were taken for its own.
    pub is_pooled: bool,
    /// All days at which figures of its parts begin or end.
    pub below: Vec<Day>,
    /// What the parts prove together from each of its own days on.
    pub minima_of_days: Vec<Arc<Steps>>,
    pub maxima_of_days: Vec<Arc<Steps>>,
    /// The same from any other day on: computed when first asked for.
    pub minima: Memo<Day, Arc<Steps>>,
    pub maxima: Memo<Day, Arc<Steps>>,
    /// What is proven of a small scope without parts from a day on: at least, and at most.
    pub rows: Memo<(Day, bool), Arc<Steps>>,
}

impl Net {
    pub fn node(&self, day: Day) -> Option<usize> {
        self.days.binary_search(&day).ok()
    }

    pub fn nodes(&self) -> usize {
        self.graph.nodes()
    }
}

/// The nets of all scopes.
#[derive(Clone)]
pub(super) struct Nets<'a> {
    pub tree: &'a Tree<'a>,
    pub ends: Arc<[Ends]>,
    /// By scope. None for one of which neither it nor any part has figures.
    pub of_scope: Vec<Option<Arc<Net>>>,
    /// True if what is counted may be negative: then nothing follows from a part alone.
    pub signed: bool,
}

impl<'a> Nets<'a> {
    /// None made yet.
    pub fn new(tree: &'a Tree<'a>, ends: Arc<[Ends]>, signed: bool) -> Self {
        Self { tree, ends, of_scope: vec![None; tree.len()], signed }
    }

    pub fn of(&self, scope: usize) -> Option<&Net> {
        self.of_scope[scope].as_deref()
    }

    pub fn kind_of_minima(&self) -> Kind {
        if self.signed { Kind::At } else { Kind::From }
    }

    pub fn kind_of_maxima(&self) -> Kind {
        if self.signed { Kind::At } else { Kind::UpTo }
    }
}

/// A sum that stays unbounded if one of the two is.
pub(super) fn sum(one: Weight, other: Weight) -> Weight {
    if one >= UNBOUNDED || other >= UNBOUNDED { UNBOUNDED } else { one + other }
}
