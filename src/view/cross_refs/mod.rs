//! The cross-reference index of a report: who refers to what, computed once, the same in every language, so that a
//! page asks for its part and never scans all indicators.

pub(super) mod groups;
pub(super) mod lists;
pub(super) mod paging;
pub(super) mod scopes;

use crate::changes::Changes;
use crate::evaluate::{Evaluation, IndicatorEvaluation};
use crate::model::{
    Action, Bound, FigurePlace, Indicator, IndicatorId, Plan, PlanId, Report, SourceId, StoryId, Task,
    TaskRef,
};
use groups::Groups;
use lists::{Figures, Targets};
use rayon::prelude::*;
use scopes::ScopeOrder;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A report and its evaluation, with what refers to what in them.
pub struct CrossRefs<'a> {
    /// The report.
    pub report: &'a Report,
    /// What it proves.
    pub evaluation: &'a Evaluation,
    /// What changed since the edition before; none if the site names none.
    pub changes: Option<Changes>,
    /// Indicators in the order of the plans' tasks, then context by id.
    pub(super) order: Vec<&'a Indicator>,
    /// Stories that use an indicator.
    pub(super) stories_of: BTreeMap<&'a IndicatorId, BTreeSet<&'a StoryId>>,
    /// Stories that draw on a source.
    pub(super) stories_from: BTreeMap<&'a SourceId, BTreeSet<&'a StoryId>>,
    /// Stories that name a task or use an indicator of it.
    stories_on: BTreeMap<TaskKey<'a>, BTreeSet<&'a StoryId>>,
    /// Claims that use an indicator: indexes into [`Evaluation::claims`].
    pub(super) claims_of: BTreeMap<&'a IndicatorId, Vec<usize>>,
    /// Indicators under headings.
    pub(super) groups: Groups<'a>,
    /// Targets by what they belong to.
    pub(super) targets: Targets<'a>,
    /// Figures by what they belong to.
    pub(super) figures: Figures<'a>,
    /// The scopes in reading order.
    pub(super) scopes: ScopeOrder<'a>,
    /// Indicators that measure a task, in order of id.
    of_task: BTreeMap<TaskKey<'a>, Vec<&'a Indicator>>,
    /// The address of each figure within its indicator: of its actuals, and of its baselines.
    addresses: HashMap<&'a IndicatorId, (Vec<String>, Vec<String>)>,
    /// Where each indicator stands in `order`.
    places: HashMap<&'a IndicatorId, usize>,
}

/// A task by its plan and its number there.
type TaskKey<'a> = (&'a PlanId, &'a str);

fn key(task: &TaskRef) -> TaskKey<'_> {
    (&task.plan, &task.number)
}

static NOTHING: IndicatorEvaluation =
    IndicatorEvaluation { verdicts: Vec::new(), uses: Vec::new(), intervals: Vec::new(), trend: None };

impl<'a> CrossRefs<'a> {
    /// Looks through a report.
    pub fn new(report: &'a Report, evaluation: &'a Evaluation) -> Self {
        let mut of_task: BTreeMap<TaskKey<'_>, Vec<&Indicator>> = BTreeMap::new();
        for indicator in report.indicators.values() {
            if let Some(task) = &indicator.task {
                of_task.entry(key(task)).or_default().push(indicator);
            }
        }
        let order = order(report, &of_task);
        // The figures are as much work as all the rest.
        let (figures, (groups, targets, places)) = rayon::join(
            || Figures::new(&order),
            || {
                let places = order.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
                (
                    Groups::new(report, &order),
                    Targets::new(order.iter().map(|one| (*one, judged(evaluation, &one.id)))),
                    places,
                )
            },
        );
        let mut index = Self {
            groups,
            targets,
            figures,
            places,
            addresses: order
                .par_iter()
                .map(|one| (&one.id, (one.actual_addresses(), one.baseline_addresses())))
                .collect(),
            report,
            evaluation,
            changes: None,
            order,
            stories_of: BTreeMap::new(),
            stories_from: BTreeMap::new(),
            stories_on: BTreeMap::new(),
            claims_of: BTreeMap::new(),
            scopes: ScopeOrder::new(&report.scopes),
            of_task,
        };
        index.add_stories();
        index.add_claims();
        index
    }

    fn add_stories(&mut self) {
        for (id, story) in &self.report.stories {
            let bound = story.texts.values().flat_map(|text| text.bound.values());
            let mut indicators: BTreeSet<&IndicatorId> = story.indicators.iter().collect();
            for one in bound {
                match one {
                    Bound::Figure(key) => {
                        indicators.insert(&key.indicator);
                        if let Some(actual) = self.report.actual(key) {
                            self.stories_from.entry(&actual.source).or_default().insert(id);
                        }
                    }
                    Bound::Promise(indicator, _)
                    | Bound::Verdict(indicator, _)
                    | Bound::Chart(indicator)
                    | Bound::Table(indicator) => {
                        indicators.insert(indicator);
                    }
                    Bound::Computed(computation) => {
                        indicators.extend(computation.formula.indicators());
                        for actual in computation
                            .formula
                            .figures()
                            .into_iter()
                            .filter_map(|key| self.report.actual(key))
                        {
                            self.stories_from.entry(&actual.source).or_default().insert(id);
                        }
                    }
                    Bound::Source(source) => {
                        self.stories_from.entry(source).or_default().insert(id);
                    }
                    Bound::Task(task) => {
                        self.stories_on.entry(key(task)).or_default().insert(id);
                    }
                    Bound::PlanTable(_) | Bound::Story(_) | Bound::Page(_) | Bound::Photo(_) => {}
                }
            }
            for source in &story.sources {
                self.stories_from.entry(source).or_default().insert(id);
            }
            for indicator in indicators {
                if let Some((known, indicator)) = self.report.indicators.get_key_value(indicator) {
                    self.stories_of.entry(known).or_default().insert(id);
                    if let Some(task) = &indicator.task {
                        self.stories_on.entry(key(task)).or_default().insert(id);
                    }
                }
            }
        }
    }

    fn add_claims(&mut self) {
        for (index, check) in self.evaluation.claims.iter().enumerate() {
            let claim =
                self.report.sources.get(&check.source).and_then(|source| source.claims.get(check.claim));
            for key in claim.into_iter().flat_map(|claim| &claim.of) {
                if let Some((id, _)) = self.report.indicators.get_key_value(&key.indicator) {
                    let claims = self.claims_of.entry(id).or_default();
                    if claims.last() != Some(&index) {
                        claims.push(index);
                    }
                }
            }
        }
    }

    /// The place of a figure on its indicator's page: its address there, as stories write it.
    pub(super) fn anchor(&self, id: &IndicatorId, place: FigurePlace) -> &str {
        let known = self.addresses.get(id).and_then(|(actuals, baselines)| match place {
            FigurePlace::Actual(at) => actuals.get(at),
            FigurePlace::Baseline(at) => baselines.get(at),
        });
        known.map_or("", String::as_str)
    }

    /// What the evaluation says of an indicator.
    pub(super) fn judged(&self, id: &IndicatorId) -> &'a IndicatorEvaluation {
        judged(self.evaluation, id)
    }

    /// The indicators that measure a task, in order of id.
    pub(super) fn of_task<'s>(&'s self, plan: &'s Plan, task: &'s Task) -> &'s [&'a Indicator] {
        self.of_task.get(&(&plan.id, task.number.as_str())).map_or(&[], Vec::as_slice)
    }

    /// The indicators that measure an action, task by task.
    pub(super) fn of_action<'s>(
        &'s self,
        plan: &'s Plan,
        action: &'s Action,
    ) -> impl Iterator<Item = &'a Indicator> {
        action.tasks.iter().flat_map(|task| self.of_task(plan, task)).copied()
    }

    /// The indicators of a plan, in reading order.
    pub(super) fn of_plan<'s>(
        &'s self,
        plan: &'s PlanId,
    ) -> impl Iterator<Item = &'a Indicator> + use<'s, 'a> {
        self.order.iter().copied().filter(move |one| one.task.as_ref().is_some_and(|task| task.plan == *plan))
    }

    /// The stories that name a task or use an indicator of it.
    pub(super) fn stories_on<'s>(
        &'s self,
        plan: &'s Plan,
        task: &'s Task,
    ) -> Option<&'s BTreeSet<&'a StoryId>> {
        self.stories_on.get(&(&plan.id, task.number.as_str()))
    }

    /// Where an actual of an indicator stands in the list of its source, from 0.
    pub(super) fn place_in_source(&self, id: &IndicatorId, actual: usize) -> usize {
        self.places.get(id).map_or(0, |at| self.figures.place(*at, actual))
    }

    /// The indicators before and after one in the order in which they are read.
    pub(super) fn neighbours(&self, id: &IndicatorId) -> (Option<&'a Indicator>, Option<&'a Indicator>) {
        let Some(at) = self.places.get(id) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|at| self.order.get(at));
        (before.copied(), self.order.get(at + 1).copied())
    }
}

/// What an evaluation says of an indicator.
fn judged<'a>(evaluation: &'a Evaluation, id: &IndicatorId) -> &'a IndicatorEvaluation {
    evaluation.indicators.get(id).map_or(&NOTHING, AsRef::as_ref)
}

/// The order in which indicators are read: by plan, action and task, then context by id.
fn order<'a>(report: &'a Report, of_task: &BTreeMap<TaskKey<'a>, Vec<&'a Indicator>>) -> Vec<&'a Indicator> {
    let mut order = Vec::with_capacity(report.indicators.len());
    let planned = || {
        let tasks = report.plans.values().flat_map(|plan| plan.tasks().map(move |(_, task)| (plan, task)));
        tasks.filter_map(|(plan, task)| of_task.get(&(&plan.id, task.number.as_str()))).flatten().copied()
    };
    for judged in [true, false] {
        let is_meant = |one: &&Indicator| one.targets.is_empty() != judged;
        order.extend(planned().filter(is_meant));
        let others =
            report.indicators.values().map(AsRef::as_ref).filter(|one: &&Indicator| one.task.is_none());
        order.extend(others.filter(is_meant));
    }
    order
}
