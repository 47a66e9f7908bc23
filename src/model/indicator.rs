//! Indicators: one quantity each, with what was promised and what was reported.

use super::{
    Actual, Alias, Better, Binding, ChartChoice, Dimension, FigurePlace, IndicatorId, Measure,
    MeasurementUnitId, Origin, Plan, PlanId, ScopeId, Target, TaskRef, Text, Years,
};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One quantity with a unit, a measure and a direction; its targets and actuals.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// The stem of its file.
    pub id: IndicatorId,
    /// The ids that it had before.
    pub aliases: Vec<Alias<IndicatorId>>,
    /// Its name.
    pub title: Text,
    /// What is counted.
    pub definition: Option<Text>,
    /// The plan it belongs to; none for context.
    pub plan: Option<PlanId>,
    /// The task it measures; none for context.
    pub task: Option<TaskRef>,
    /// How it adds up.
    pub measure: Measure,
    /// Which way is good.
    pub better: Better,
    /// What it is counted in; none for a milestone.
    pub unit: Option<MeasurementUnitId>,
    /// Of whom it speaks where nothing else is said.
    pub scope: ScopeId,
    /// How it is divided besides by time and place, in the order written.
    pub dimensions: Vec<Dimension>,
    /// Whether it is an output, an outcome or an impact of what is done.
    pub level: Option<Level>,
    /// True for a flow that may lie below zero: net migration, a balance. Its parts are then no floor of it.
    pub signed: bool,
    /// True for a stock that only grows: once reached, it stays reached.
    pub never_falls: bool,
    /// Whether its targets bind, where they do not say it themselves.
    pub binding: Option<Binding>,
    /// The state before the plan.
    pub baseline: Option<Actual>,
    /// The states before it of other scopes and cells, in the order written.
    pub further_baselines: Vec<Actual>,
    /// The days on which another method of counting began, in order.
    pub breaks: Vec<Break>,
    /// Other indicators that are shown beside it, as its file says.
    pub related: Vec<Related>,
    /// What was promised: yearly and per-member targets written out, each with its own id, in the
    /// order written.
    pub targets: Vec<Target>,
    /// What was reported: from its own file first, then from tables, in the order written.
    pub actuals: Vec<Actual>,
    /// How figures of it are worked out from those of others.
    pub computed: Option<Computed>,
    /// Which chart it asks for.
    pub chart: ChartChoice,
    /// A published method that it asks to be shown beside the verdict.
    pub trend: Option<Trend>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

/// What an indicator is to what is done, in a results framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// What was done: people trained, wells dug.
    Output,
    /// What came of it.
    Outcome,
    /// What changed in the end.
    Impact,
}

/// A day on which another method of counting began: figures before and after are never added or compared.
#[derive(Debug, Clone)]
pub struct Break {
    /// The first day of the new method.
    pub on: Date,
    /// What changed.
    pub why: Text,
}

/// An indicator that another one names.
#[derive(Debug, Clone)]
pub struct Related {
    /// Its id.
    pub indicator: IndicatorId,
    /// Where it is named.
    pub origin: Origin,
}

impl Indicator {
    /// The states before the plan, the indicator's own first.
    pub fn baselines(&self) -> impl Iterator<Item = &Actual> {
        self.baseline.iter().chain(&self.further_baselines)
    }

    /// True if another method of counting began after a day and by another: what is of the one is not compared with
    /// what is of the other.
    pub fn is_broken_between(&self, before: Date, after: Date) -> bool {
        self.breaks.iter().any(|one| before < one.on && one.on <= after)
    }

    /// The figure of a place.
    pub fn at(&self, place: FigurePlace) -> Option<&Actual> {
        match place {
            FigurePlace::Actual(index) => self.actuals.get(index),
            FigurePlace::Baseline(index) => self.baselines().nth(index),
        }
    }

    /// The years in which its plan counts.
    pub fn years<'p>(&self, plans: &'p BTreeMap<PlanId, Plan>) -> Years<'p> {
        self.plan.as_ref().and_then(|id| plans.get(id)).map_or(Years::CALENDAR, Plan::years)
    }
}

/// How figures are worked out from those of other indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// From what, and how.
    pub by: ComputedBy,
    /// Where each of the indicators is named whose figures it takes, in their order.
    pub named: Vec<Origin>,
    /// Where it is written.
    pub origin: Origin,
}

/// A computation over other indicators' figures of one time and scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComputedBy {
    /// How many per cent the one is of the other.
    Share {
        /// The part.
        part: IndicatorId,
        /// The whole.
        of: IndicatorId,
    },
    /// How much it grew on the year before.
    Change {
        /// The indicator.
        of: IndicatorId,
        /// In percentage points, or its own unit of measure, and not in per cent.
        points: bool,
    },
    /// What they come to together.
    Sum(Vec<IndicatorId>),
}

impl ComputedBy {
    /// The indicators whose figures it takes.
    pub fn inputs(&self) -> Vec<&IndicatorId> {
        match self {
            Self::Share { part, of } => vec![part, of],
            Self::Change { of, .. } => vec![of],
            Self::Sum(all) => all.iter().collect(),
        }
    }

    /// The same, to be named otherwise.
    pub fn inputs_mut(&mut self) -> Vec<&mut IndicatorId> {
        match self {
            Self::Share { part, of } => vec![part, of],
            Self::Change { of, .. } => vec![of],
            Self::Sum(all) => all.iter_mut().collect(),
        }
    }

    /// The name in data files.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Share { .. } => "share",
            Self::Change { .. } => "change",
            Self::Sum(_) => "sum",
        }
    }
}

/// A published method of reading a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendMethod {
    /// The straight line from the base to the target.
    Linear,
    /// Compound growth, Open SDG 2.4.
    OpenSdg,
    /// Eurostat's compound annual growth rate.
    Eurostat,
}

/// What a trend is computed from, besides the actuals.
#[derive(Debug, Clone)]
pub struct Trend {
    /// The methods asked for, in the order written.
    pub methods: Vec<TrendMethod>,
    /// The base year.
    pub base_year: i16,
    /// The target year.
    pub target_year: i16,
    /// The distant target, if there is one.
    pub target: Option<Decimal>,
    /// A limit that the indicator cannot pass, such as 100 for a share.
    pub limit: Option<Decimal>,
    /// Where it is written.
    pub origin: Origin,
}
