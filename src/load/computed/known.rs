//! What is known of an indicator for each time and scope.

use crate::load::world::World;
use crate::model::{
    ActualKind, Cell, Indicator, IndicatorId, Interval, Measure, Period, Quantity, Reckoning, ScopeId, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// A time, whether it is a day of a state, a scope and a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub time: Period,
    pub dated: bool,
    pub scope: ScopeId,
    pub cell: Cell,
}

/// What figures of one time and scope say together, and which they are.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    pub interval: Interval,
    pub of: IndicatorId,
    pub indices: Vec<usize>,
    /// Figures of other indicators that come with it.
    pub more: Vec<(IndicatorId, usize)>,
    adds_up: bool,
}

/// By time and scope.
pub(super) type Known = BTreeMap<Key, Figures>;

/// The results of an indicator, by its own definition and not replaced. Of several for one time and scope what all of
/// them allow, or all that any of them allows where they contradict each other.
pub(super) fn figures(indicator: &Indicator, world: &World<'_>) -> Known {
    let quantity = Quantity::of(world.measurement_units, indicator);
    let mut known = Known::new();
    for (index, actual) in indicator.actuals.iter().enumerate() {
        let is_result = actual.kind == ActualKind::Result
            && actual.definition.is_none()
            && actual.superseded_by.is_none()
            && actual.reckoning == Reckoning::Single
            && actual.value != Value::Missing
            && actual.time.start().is_some();
        if !is_result {
            continue;
        }
        let mut interval = Interval::of(&actual.value, quantity);
        if actual.partial {
            interval = Interval { high: None, high_open: false, ..interval };
        }
        let new = Figures {
            interval,
            of: indicator.id.clone(),
            indices: vec![index],
            more: Vec::new(),
            adds_up: matches!(indicator.measure, Measure::Flow | Measure::Stock),
        };
        known
            .entry(Key {
                time: actual.time,
                dated: actual.dated,
                scope: actual.scope.clone(),
                cell: actual.cell.clone(),
            })
            .and_modify(|one| {
                let common = one.interval.intersect(&interval);
                one.interval = if common.is_empty() { one.interval.hull(&interval) } else { common };
                one.indices.push(index);
            })
            .or_insert(new);
    }
    known
}

/// The times and scopes of which both are known: each reported for itself, or for every part that makes the scope up.
pub(super) fn both(part: &Known, whole: &Known, world: &World<'_>) -> Vec<(Key, (Figures, Figures))> {
    let mut pairs: BTreeMap<Key, (Figures, Figures)> = part
        .iter()
        .filter_map(|(key, one)| Some((key.clone(), (one.clone(), whole.get(key)?.clone()))))
        .collect();
    // A scope that its parts make up has a pair once all of them have, the inner ones first.
    let mut levels: Vec<(usize, &ScopeId)> = world
        .scopes
        .iter()
        .filter(|scope| scope.covers_all)
        .map(|scope| (world.scopes.ancestors(&scope.id).count(), &scope.id))
        .collect();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    let times: BTreeSet<(Period, bool, Cell)> =
        pairs.keys().map(|key| (key.time, key.dated, key.cell.clone())).collect();
    for (_, scope) in levels {
        let children = world.scopes.children(scope);
        for (time, dated, cell) in &times {
            let of = |scope: &ScopeId| Key {
                time: *time,
                dated: *dated,
                scope: scope.clone(),
                cell: cell.clone(),
            };
            let key = of(scope);
            if children.is_empty() || pairs.contains_key(&key) {
                continue;
            }
            let of_all: Option<Vec<&(Figures, Figures)>> =
                children.iter().map(|child| pairs.get(&of(child))).collect();
            let Some(of_all) = of_all else { continue };
            let sum = of_all.into_iter().cloned().reduce(|(a, b), (c, d)| (a.and(&c), b.and(&d)));
            if let Some(sum) = sum.filter(|(part, whole)| part.adds_up && whole.adds_up) {
                pairs.insert(key, sum);
            }
        }
    }
    pairs.into_iter().collect()
}

impl Figures {
    fn and(mut self, other: &Self) -> Self {
        self.interval = self.interval.plus(&other.interval);
        self.more.extend(other.all());
        self
    }

    fn all(&self) -> Vec<(IndicatorId, usize)> {
        let own = self.indices.iter().map(|index| (self.of.clone(), *index));
        own.chain(self.more.iter().cloned()).collect()
    }
}

/// All figures of several, each once.
pub(super) fn parts(figures: &[&Figures]) -> Vec<(IndicatorId, usize)> {
    let mut all: Vec<(IndicatorId, usize)> = Vec::new();
    for one in figures.iter().flat_map(|figures| figures.all()) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
