//! Targets and figures by what they belong to, each list in reading order.

use crate::evaluate::IndicatorEvaluation;
use crate::model::{Actual, FigurePlace, Indicator, PlanId, ScopeId, SourceId};
use crate::view::shown::Shown;
use std::collections::BTreeMap;

/// A figure of an indicator.
pub(in crate::view) type FigureAt<'a> = (&'a Indicator, FigurePlace);

/// Some targets of an indicator, by their place.
pub(in crate::view) type TargetsOf<'a> = (&'a Indicator, Vec<usize>);

/// Which targets belong where.
#[derive(Default)]
pub(in crate::view) struct Targets<'a> {
    /// By plan and status, without members of wholes.
    pub with_status: BTreeMap<(&'a PlanId, Shown), Vec<TargetsOf<'a>>>,
    /// By source, without members of wholes.
    pub from_source: By<'a, SourceId, TargetsOf<'a>>,
    /// By scope.
    pub in_scope: By<'a, ScopeId, TargetsOf<'a>>,
}

impl<'a> Targets<'a> {
    /// Sorts the targets of indicators, which come in reading order.
    pub(crate) fn new(order: impl Iterator<Item = (&'a Indicator, &'a IndicatorEvaluation)>) -> Self {
        let mut targets = Self::default();
        for (indicator, judged) in order {
            for (at, (target, verdict)) in indicator.targets.iter().zip(&judged.verdicts).enumerate() {
                push(targets.in_scope.list(&target.scope), indicator, at);
                if target.member_of.is_some() {
                    continue;
                }
                push(targets.from_source.list(&target.source), indicator, at);
                if let Some(task) = &indicator.task {
                    let key = (&task.plan, Shown::of(verdict));
                    push(targets.with_status.entry(key).or_default(), indicator, at);
                }
            }
        }
        targets
    }
}

fn push<'a>(to: &mut Vec<TargetsOf<'a>>, indicator: &'a Indicator, target: usize) {
    match to.last_mut() {
        Some((last, targets)) if std::ptr::eq(*last, indicator) => targets.push(target),
        _ => to.push((indicator, vec![target])),
    }
}

/// Which figures belong where.
#[derive(Default)]
pub(in crate::view) struct Figures<'a> {
    /// By source.
    pub from_source: By<'a, SourceId, FigureAt<'a>>,
    /// By scope, without baselines.
    pub in_scope: By<'a, ScopeId, FigureAt<'a>>,
    /// For each indicator in reading order, where each of its actuals stands in the list of its source.
    places: Vec<Vec<usize>>,
}

impl<'a> Figures<'a> {
    /// Sorts the figures of indicators, which come in reading order.
    pub(crate) fn new(order: &[&'a Indicator]) -> Self {
        let mut sorted = Self { places: Vec::with_capacity(order.len()), ..Self::default() };
        for indicator in order {
            for (index, baseline) in indicator.baselines().enumerate() {
                sorted.from_source.list(&baseline.source).push((indicator, FigurePlace::Baseline(index)));
            }
            let mut places = vec![0; indicator.actuals.len()];
            for at in by_time(&indicator.actuals) {
                let actual = &indicator.actuals[at];
                sorted.in_scope.list(&actual.scope).push((indicator, FigurePlace::Actual(at)));
                let of_source = sorted.from_source.list(&actual.source);
                places[at] = of_source.len();
                of_source.push((indicator, FigurePlace::Actual(at)));
            }
            sorted.places.push(places);
        }
        sorted
    }

    /// Where an actual of the n-th indicator stands in the list of its source, from 0.
    pub(crate) fn place(&self, indicator: usize, actual: usize) -> usize {
        self.places.get(indicator).and_then(|places| places.get(actual)).copied().unwrap_or_default()
    }
}

/// Lists by what their members have in common.
pub(in crate::view) struct By<'a, K, T> {
    places: BTreeMap<&'a K, usize>,
    lists: Vec<Vec<T>>,
    /// The list that grew last: most members stand beside others of the same list.
    last: Option<(&'a K, usize)>,
}

impl<K, T> Default for By<'_, K, T> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), lists: Vec::new(), last: None }
    }
}

impl<'a, K: Ord, T> By<'a, K, T> {
    /// The list of a key, to add to.
    fn list(&mut self, key: &'a K) -> &mut Vec<T> {
        let at = match self.last {
            Some((last, at)) if last == key => at,
            _ => *self.places.entry(key).or_insert_with(|| {
                self.lists.push(Vec::new());
                self.lists.len() - 1
            }),
        };
        self.last = Some((key, at));
        &mut self.lists[at]
    }

    /// The members of a key.
    pub(crate) fn get(&self, key: &K) -> &[T] {
        self.places.get(key).map_or(&[], |at| &self.lists[*at])
    }

    /// All lists, in order of key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'a K, &[T])> {
        self.places.iter().map(|(key, at)| (*key, self.lists[*at].as_slice()))
    }
}

/// The order in which figures are read: by when they end, then by when they begin, then as written.
pub(in crate::view) fn by_time(actuals: &[Actual]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..actuals.len()).collect();
    order.sort_by_key(|index| (actuals[*index].time.end(), actuals[*index].time.start()));
    order
}
