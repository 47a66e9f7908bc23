//! `indicators/**/<id>.yaml`.

use super::RawText;
use super::word_list::words;
use crate::model::{ActualKind, Better, Measure, Pace, TrendMethod};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One quantity: what was promised and what was reported.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawIndicator {
    /// Its name.
    pub title: RawText,
    /// What is counted.
    pub definition: Option<RawText>,
    /// The id of the plan it belongs to; left out for context.
    pub plan: Option<String>,
    /// The number of the task it measures, in quotes; left out for context.
    pub task: Option<String>,
    /// How it adds up: flow, stock, rate or milestone.
    pub measure: RawMeasure,
    /// Which way is good: higher, lower or range.
    pub better: RawBetter,
    /// The id of a unit of measure; left out for a milestone.
    pub unit: Option<String>,
    /// The id of the scope it speaks of.
    pub scope: String,
    /// The state before the plan.
    pub baseline: Option<RawActual>,
    /// What was promised.
    #[serde(default)]
    pub targets: Vec<RawTarget>,
    /// What was reported.
    #[serde(default)]
    pub actuals: Vec<RawActual>,
    /// auto (default), none, or a kind of chart by name.
    pub chart: Option<String>,
    /// A published method of reading a long trend, shown beside the verdict.
    pub trend: Option<RawTrend>,
    /// What else a reader should know.
    pub note: Option<RawText>,
}

words! {
    /// How a quantity adds up.
    RawMeasure => Measure {
        /// Counted during a period: adds over time and over scopes.
        Flow => Measure::Flow,
        /// The state at a date: adds over scopes.
        Stock => Measure::Stock,
        /// A share, average or price: adds over nothing.
        Rate => Measure::Rate,
        /// Something that is done or not.
        Milestone => Measure::Milestone,
    }
}

words! {
    /// Which way is good.
    RawBetter => Better {
        /// More is better.
        Higher => Better::Higher,
        /// Less is better.
        Lower => Better::Lower,
        /// A range was planned.
        Range => Better::Range,
    }
}

/// The word `year` in `each: year`.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawEach {
    /// Every year of the plan.
    Year,
}

words! {
    /// The path expected on the way to a target.
    RawPace => Pace {
        /// The quota accrues by the day.
        Linear => Pace::Linear,
        /// The quota falls due at the end of its period.
        Steps => Pace::Steps,
        /// No path.
        None => Pace::None,
    }
}

/// A condition on the indicator over a region: one time, one condition, a source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTarget {
    /// Time: every year of the plan.
    pub each: Option<RawEach>,
    /// Time: several years together, such as 2018..2020 or plan.
    pub over: Option<String>,
    /// Time: one period, such as 2019.
    pub period: Option<String>,
    /// Time: from the plan's start to this day.
    pub by: Option<String>,
    /// Condition: that much or more.
    pub at_least: Option<String>,
    /// Condition: that much or less.
    pub at_most: Option<String>,
    /// Condition: exactly that much.
    pub exactly: Option<String>,
    /// Condition: a planned range; above it is no failure.
    #[schemars(length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// Condition: a band to stay in.
    #[schemars(length(min = 2, max = 2))]
    pub within: Option<Vec<String>>,
    /// Condition: that it be done.
    pub done: Option<bool>,
    /// Condition: that much or more for every member of each group.
    pub for_each: Option<BTreeMap<String, String>>,
    /// The id of the source that promises it.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// The id of a scope, if not the indicator's.
    pub scope: Option<String>,
    /// The day by which it is asked, if before the period's end: 03-31 in each year, or a full day.
    pub due: Option<String>,
    /// The path expected on the way: linear (default), steps or none.
    pub pace: Option<RawPace>,
    /// How the condition follows from the source, where it does not stand there.
    pub derived: Option<RawText>,
    /// What else a reader should know.
    pub note: Option<RawText>,
    /// What it was before, oldest first.
    #[serde(default)]
    pub revisions: Vec<RawRevision>,
}

/// A change of a target.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRevision {
    /// The day of the change.
    pub on: String,
    /// The condition until then.
    pub was: Option<RawWas>,
    /// True if the target was dropped.
    #[serde(default)]
    pub dropped: bool,
    /// Why.
    pub why: RawText,
    /// Who decided.
    pub who: Option<RawText>,
    /// The id of the source that says so.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// A former condition: exactly one of these.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawWas {
    /// That much or more.
    pub at_least: Option<String>,
    /// That much or less.
    pub at_most: Option<String>,
    /// Exactly that much.
    pub exactly: Option<String>,
    /// A planned range.
    #[schemars(length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// A band to stay in.
    #[schemars(length(min = 2, max = 2))]
    pub within: Option<Vec<String>>,
    /// That it be done.
    pub done: Option<bool>,
}

words! {
    /// What a figure is to its source.
    RawActualKind => ActualKind {
        /// A result: the only kind that is judged.
        Result => ActualKind::Result,
        /// Planned.
        Planned => ActualKind::Planned,
        /// Expected.
        Expected => ActualKind::Expected,
        /// A standard to compare with.
        Standard => ActualKind::Standard,
        /// The state before.
        Baseline => ActualKind::Baseline,
        /// Background.
        Background => ActualKind::Background,
    }
}

/// A figure that a source reports: one time, one value, a source with a locator.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawActual {
    /// Time: the period counted; `..2020-06` if its start is not stated.
    pub period: Option<String>,
    /// Time: the day of a state, or the stretch of days within which it lies.
    pub at: Option<String>,
    /// Value: a plain number as written.
    pub value: Option<String>,
    /// Value: about (约).
    pub about: Option<String>,
    /// Value: more than (超、多、余).
    pub more_than: Option<String>,
    /// Value: at least (以上).
    pub at_least: Option<String>,
    /// Value: nearly (近).
    pub nearly: Option<String>,
    /// Value: at most.
    pub at_most: Option<String>,
    /// Value: a range.
    #[schemars(length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// Milestone: when it was done.
    pub done: Option<String>,
    /// Milestone: when it was seen unfinished.
    pub in_progress: Option<String>,
    /// The id of the source.
    pub source: String,
    /// The heading, page or paragraph of the source.
    pub locator: String,
    /// The id of a scope, if not the indicator's.
    pub scope: Option<String>,
    /// What it is to its source: result (default), planned, expected, standard, baseline, background.
    pub kind: Option<RawActualKind>,
    /// How what was counted differs from the indicator's definition; shown, never judged.
    pub definition: Option<RawText>,
    /// True if the source does not say that this is all of them.
    #[serde(default)]
    pub partial: bool,
    /// True if the source calls it preliminary.
    #[serde(default)]
    pub provisional: bool,
    /// The figure that replaces it, written as 2020;source=x.
    pub superseded_by: Option<String>,
    /// Why this and a disagreeing figure are both kept.
    pub both_stand: Option<RawText>,
    /// What else a reader should know.
    pub note: Option<RawText>,
}

words! {
    /// A published method.
    RawTrendMethod => TrendMethod {
        /// The straight line from base to target.
        Linear => TrendMethod::Linear,
        /// Compound growth, Open SDG.
        #[serde(rename = "open-sdg")]
        OpenSdg => TrendMethod::OpenSdg,
        /// Eurostat.
        Eurostat => TrendMethod::Eurostat,
    }
}

/// A published method of reading a long trend.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTrend {
    /// The methods: linear, open-sdg, eurostat.
    #[schemars(length(min = 1))]
    pub methods: Vec<RawTrendMethod>,
    /// The base year (2015 without it).
    pub base_year: Option<String>,
    /// The target year (2030 without it).
    pub target_year: Option<String>,
    /// The distant target.
    pub target: Option<String>,
    /// A limit that the indicator cannot pass, such as 100.
    pub limit: Option<String>,
}
