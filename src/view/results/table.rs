//! The rows of the table: which indicators, in which groups, with what is known of each.

use super::asked::{Asked, asked};
use super::years::{YearFigure, columns};
use crate::model::{Actual, Binding, Indicator, Level, Period, Plan, UnitId};
use crate::view::context::LangContext;

/// As many rows as a page and a text show; the file has all.
pub(in crate::view) const ROWS: usize = 200;

/// The table of a plan, before it is said in words.
pub(in crate::view) struct Results<'a> {
    pub plan: &'a Plan,
    /// The years of the plan, a column each.
    pub years: Vec<Period>,
    pub groups: Vec<ResultsGroup<'a>>,
    /// True if any target is said to bind or not to.
    pub has_binding: bool,
    /// True if any indicator has a unit that answers for it.
    pub has_lead: bool,
}

/// Indicators of one action, or of one level.
pub(in crate::view) struct ResultsGroup<'a> {
    /// What it is called; nothing for those that have nothing in common.
    pub title: Option<String>,
    pub rows: Vec<ResultsRow<'a>>,
}

/// One indicator.
pub(in crate::view) struct ResultsRow<'a> {
    /// Its place in the table, from 1.
    pub number: usize,
    pub indicator: &'a Indicator,
    pub binding: Option<Binding>,
    pub lead: &'a [UnitId],
    /// The state before the plan with its place among the baselines.
    pub baseline: Option<(usize, &'a Actual)>,
    /// What is known of each year.
    pub years: Vec<YearFigure<'a>>,
    pub asked: Asked<'a>,
}

impl<'a> Results<'a> {
    /// The table of a plan; none if nothing in it has a target.
    pub(in crate::view) fn of(ctx: &LangContext<'a>, plan: &'a Plan) -> Option<Self> {
        let years = columns(plan);
        let mut number = 0;
        let mut row = |indicator: &'a Indicator| {
            number += 1;
            ResultsRow::new(ctx, plan, indicator, number, &years)
        };
        let groups: Vec<ResultsGroup<'a>> = grouped(ctx, plan)
            .into_iter()
            .map(|(title, members)| ResultsGroup { title, rows: members.into_iter().map(&mut row).collect() })
            .collect();
        let rows = || groups.iter().flat_map(|group| &group.rows);
        let has_binding = rows().any(|row| row.binding.is_some());
        let has_lead = rows().any(|row| !row.lead.is_empty());
        (number > 0).then_some(Self { plan, years, groups, has_binding, has_lead })
    }

    /// All rows.
    pub(in crate::view) fn rows(&self) -> impl Iterator<Item = &ResultsRow<'a>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// The heads of the columns, in order.
    pub(in crate::view) fn heads(&self, ctx: &LangContext<'_>) -> Vec<String> {
        let word = |name: &str| ctx.locale.word(name);
        let mut heads = vec![word("results-number"), word("results-indicator"), word("results-unit")];
        heads.extend(self.has_binding.then(|| word("results-binding")));
        heads.extend(self.has_lead.then(|| word("results-lead")));
        heads.push(word("results-baseline"));
        heads.extend(self.years.iter().map(|year| ctx.locale.period_of(self.plan.years(), year)));
        heads.extend([word("results-target"), word("results-status")]);
        heads
    }
}

impl<'a> ResultsRow<'a> {
    fn new(
        ctx: &LangContext<'a>,
        plan: &'a Plan,
        indicator: &'a Indicator,
        number: usize,
        years: &[Period],
    ) -> Self {
        let task = indicator.task.as_ref().and_then(|task| plan.task(&task.number));
        let asked = asked(ctx, indicator);
        let own = |actual: &Actual| actual.scope == indicator.scope && actual.cell.is_headline();
        Self {
            number,
            indicator,
            binding: asked.targets.iter().find_map(|one| one.target.binding).or(indicator.binding),
            lead: task.map_or(&[], |(_, task)| task.lead.as_slice()),
            baseline: indicator.baselines().enumerate().find(|(_, actual)| own(actual)),
            years: years.iter().map(|year| YearFigure::of(ctx, indicator, *year)).collect(),
            asked,
        }
    }

    /// Whether it binds, in a word; empty if nobody says.
    pub(in crate::view) fn binding_word(&self, ctx: &LangContext<'_>) -> String {
        let name = match self.binding {
            Some(Binding::Binding) => "results-is-binding",
            Some(Binding::Indicative) => "results-is-indicative",
            None => return String::new(),
        };
        ctx.locale.word(name)
    }

    /// The name of its unit of measure; empty if it has none.
    pub(in crate::view) fn unit_word(&self, ctx: &LangContext<'_>) -> String {
        ctx.unit(self.indicator).and_then(|unit| ctx.locale.unit_name(unit)).unwrap_or_default()
    }
}

/// The indicators of a plan that have targets: by level where they have one, the last effect first, else by action.
fn grouped<'a>(ctx: &LangContext<'a>, plan: &'a Plan) -> Vec<(Option<String>, Vec<&'a Indicator>)> {
    let judged: Vec<&Indicator> =
        ctx.refs.of_plan(&plan.id).filter(|indicator| !indicator.targets.is_empty()).collect();
    let mut groups: Vec<(Option<String>, Vec<&Indicator>)> = Vec::new();
    if judged.iter().any(|indicator| indicator.level.is_some()) {
        let levels = [
            (Some(Level::Impact), "level-impact"),
            (Some(Level::Outcome), "level-outcome"),
            (Some(Level::Output), "level-output"),
            (None, "results-no-level"),
        ];
        for (level, name) in levels {
            let members = judged.iter().copied().filter(|one| one.level == level).collect();
            groups.push((Some(ctx.locale.sentence(&ctx.locale.word(name))), members));
        }
    } else {
        let action_of = |one: &Indicator| {
            let task = one.task.as_ref()?;
            plan.task(&task.number).map(|(action, _)| &action.id)
        };
        for action in &plan.actions {
            let members = judged.iter().copied().filter(|one| action_of(one) == Some(&action.id)).collect();
            groups.push((Some(ctx.words(&action.title).into_owned()), members));
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}
