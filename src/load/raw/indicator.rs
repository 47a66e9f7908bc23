//! `indicators/**/<id>.yaml`.

use super::observed::{RawBreak, RawLevel, RawObservation};
use super::threshold::{RawBand, RawThreshold};
use super::word_list::words;
use super::written::{Chart, Day, Due, Id, Number, OwnFigure, Period, UnitOfMeasure, Year};
use super::{RawDimensions, RawText};
use crate::model::{ActualKind, Better, Binding, Every, Measure, Pace, TrendMethod};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One quantity: what was promised and what was reported.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "indicator")]
pub struct RawIndicator {
    /// Its name.
    pub title: RawText,
    /// Ids that it had before: their addresses lead on to its page. `shanhai rename` writes them.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub aliases: Vec<String>,
    /// What is counted.
    pub definition: Option<RawText>,
    /// The id of the plan it belongs to; left out for context.
    #[schemars(with = "Option<Id>")]
    pub plan: Option<String>,
    /// The number of the task it measures, in quotes; left out for context.
    pub task: Option<String>,
    /// How it adds up: flow, stock, rate, growth or milestone.
    pub measure: RawMeasure,
    /// Which way is good: higher, lower or range.
    pub better: RawBetter,
    /// The id of a unit of measure; left out for a milestone.
    #[schemars(with = "Option<UnitOfMeasure>")]
    pub unit: Option<String>,
    /// The id of the scope it speaks of.
    #[schemars(with = "Id")]
    pub scope: String,
    /// How it is divided besides by time and place, such as by sex or age: the names of dimensions of
    /// dimensions.yaml, or dimensions of its own.
    pub dimensions: Option<RawDimensions>,
    /// True for a flow that may lie below zero, such as net migration or a balance.
    #[serde(default)]
    pub signed: bool,
    /// True for a stock that only grows, such as kilometres built: what was once reached stays reached.
    #[serde(default)]
    pub never_falls: bool,
    /// How far the plan binds: binding (约束性) or indicative (预期性).
    pub binding: Option<RawBinding>,
    /// What it is to what is done: output, outcome or impact.
    pub level: Option<RawLevel>,
    /// The state before the plan.
    pub baseline: Option<RawActual>,
    /// The states before the plan, one for each scope and cell.
    #[serde(default)]
    pub baselines: Vec<RawActual>,
    /// Days on which another method of counting began: figures before and after are never added or compared.
    #[serde(default)]
    pub breaks: Vec<RawBreak>,
    /// What was promised.
    #[serde(default)]
    pub targets: Vec<RawTarget>,
    /// What was reported.
    #[serde(default)]
    pub actuals: Vec<RawActual>,
    /// Its figures are worked out from those of other indicators: a share, a change or a sum.
    pub computed: Option<RawComputed>,
    /// auto (default), none, or a kind of chart by name.
    #[schemars(with = "Option<Chart>")]
    pub chart: Option<String>,
    /// A published method of reading a long trend, shown beside the verdict.
    pub trend: Option<RawTrend>,
    /// Ids of other indicators that are shown beside it.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub related: Vec<String>,
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
        /// By how many per cent something grew on the period before.
        Growth => Measure::Growth,
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

words! {
    /// How far a plan binds.
    RawBinding => Binding {
        /// It must be reached (约束性).
        Binding => Binding::Binding,
        /// It is what is expected (预期性).
        Indicative => Binding::Indicative,
    }
}

words! {
    /// A part of a plan's years, counted from the day on which they start.
    RawEvery => Every {
        /// A year.
        Year => Every::Year,
        /// Half a year.
        Half => Every::Half,
        /// A quarter.
        Quarter => Every::Quarter,
        /// A month.
        Month => Every::Month,
    }
}

/// When a target on a stock or a rate has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawHolds {
    /// On the due day; for a rate over a period, in exactly that period.
    AtDue,
    /// On some day of the period.
    Once,
    /// On every day of the period, or in every part of it with `every`.
    Throughout,
}

/// What a whole over members asks.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawWhole {
    /// The sum over the members.
    Sum,
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
#[schemars(title = "target")]
pub struct RawTarget {
    /// Time: every year, half, quarter or month of the plan, counted from the day on which its years start. Of
    /// a stock: the last day of each.
    pub each: Option<RawEvery>,
    /// Time: several years together, such as 2018..2020 or plan.
    #[schemars(with = "Option<Period>")]
    pub over: Option<String>,
    /// Time: one period, such as 2019.
    #[schemars(with = "Option<Period>")]
    pub period: Option<String>,
    /// Time: from the plan's start to this day; a year, quarter or month asks for the state that is reported
    /// for it.
    #[schemars(with = "Option<Period>")]
    pub by: Option<String>,
    /// Condition: that much or more.
    pub at_least: Option<RawThreshold>,
    /// Condition: that much or less.
    pub at_most: Option<RawThreshold>,
    /// Condition: exactly that much.
    pub exactly: Option<RawThreshold>,
    /// Condition: a planned range; above it is no failure.
    #[schemars(with = "Option<Vec<Number>>", length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// Condition: a band to stay in.
    pub within: Option<RawBand>,
    /// Condition: more than that; that much itself fails (超过).
    pub above: Option<RawThreshold>,
    /// Condition: less than that; that much itself fails (低于).
    pub below: Option<RawThreshold>,
    /// Condition: about that much (左右).
    pub about: Option<RawThreshold>,
    /// Condition of a growth: a year, on average over the period (年均), such as { `at_least`: 6% }.
    pub average: Option<RawWas>,
    /// Condition of a growth: over the whole period together (累计), such as { `at_most`: -13.5% }.
    pub cumulative: Option<RawWas>,
    /// Condition: that it be done.
    pub done: Option<bool>,
    /// Condition: that much or more for every member of each group.
    #[schemars(with = "Option<BTreeMap<String, Number>>")]
    pub for_each: Option<BTreeMap<String, String>>,
    /// Condition: that much or more for every category of a dimension, such as sex: 2500.
    #[schemars(with = "Option<BTreeMap<String, Number>>")]
    pub for_each_category: Option<BTreeMap<String, String>>,
    /// With `for_each` or `for_each_category`: sum makes the sum over the members a target of the whole.
    pub whole: Option<RawWhole>,
    /// When it has to hold, on a stock or a rate: `at_due` (default), once or throughout.
    pub holds: Option<RawHolds>,
    /// With `holds: throughout`: in every year, half, quarter or month, as each is reported.
    pub every: Option<RawEvery>,
    /// How far it binds, if not as its indicator: binding (约束性) or indicative (预期性).
    pub binding: Option<RawBinding>,
    /// The id of the source that promises it.
    #[schemars(with = "Id")]
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// The id of a scope, if not the indicator's.
    #[schemars(with = "Option<Id>")]
    pub scope: Option<String>,
    /// Of which part it speaks, if not of the whole: a category of one dimension or more, such as sex: women.
    #[serde(default, rename = "where")]
    #[schemars(with = "Option<BTreeMap<String, Id>>")]
    pub cell: BTreeMap<String, String>,
    /// The day by which it is asked, if before the period's end: 03-31 in each year, or a full day.
    #[schemars(with = "Option<Due>")]
    pub due: Option<String>,
    /// The path expected on the way: linear (default), steps or none.
    pub pace: Option<RawPace>,
    /// Why it is judged by figures from before and after a break alike, where it is.
    pub despite_break: Option<RawText>,
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
#[schemars(title = "revision")]
pub struct RawRevision {
    /// The day of the change.
    #[schemars(with = "Day")]
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
    #[schemars(with = "Option<Id>")]
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// A condition: exactly one of these.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "condition")]
pub struct RawWas {
    /// That much or more.
    pub at_least: Option<RawThreshold>,
    /// That much or less.
    pub at_most: Option<RawThreshold>,
    /// Exactly that much.
    pub exactly: Option<RawThreshold>,
    /// A planned range.
    #[schemars(with = "Option<Vec<Number>>", length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// A band to stay in.
    pub within: Option<RawBand>,
    /// More than that.
    pub above: Option<RawThreshold>,
    /// Less than that.
    pub below: Option<RawThreshold>,
    /// About that much.
    pub about: Option<RawThreshold>,
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
#[schemars(title = "figure")]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own")]
pub struct RawActual {
    /// Time: the period counted; `..2020-06` if its start is not stated.
    #[schemars(with = "Option<Period>")]
    pub period: Option<String>,
    /// Time: the day of a state, or the stretch of days within which it lies.
    #[schemars(with = "Option<Period>")]
    pub at: Option<String>,
    /// Value: a plain number as written.
    #[schemars(with = "Option<Number>")]
    pub value: Option<String>,
    /// Value: about (约), which is plus or minus 5 % or ten units of the last digit written that is not zero.
    #[schemars(with = "Option<Number>")]
    pub about: Option<String>,
    /// Value: more than (超、多、余): a floor.
    #[schemars(with = "Option<Number>")]
    pub more_than: Option<String>,
    /// Value: at least (以上): a floor.
    #[schemars(with = "Option<Number>")]
    pub at_least: Option<String>,
    /// Value: nearly (近): a cap.
    #[schemars(with = "Option<Number>")]
    pub nearly: Option<String>,
    /// Value: at most: a cap.
    #[schemars(with = "Option<Number>")]
    pub at_most: Option<String>,
    /// Growth: true for what the source gives a year, on average over the period (年均).
    #[serde(default)]
    pub average: bool,
    /// Growth: true for what the source gives for the whole period together (累计).
    #[serde(default)]
    pub cumulative: bool,
    /// Value: a range.
    #[schemars(with = "Option<Vec<Number>>", length(min = 2, max = 2))]
    pub between: Option<Vec<String>>,
    /// The lower and the upper end of the confidence interval that the source gives with a plain value, such as
    /// [88.1, 91.4].
    #[schemars(with = "Option<Vec<Number>>", length(min = 2, max = 2))]
    pub ci: Option<Vec<String>>,
    /// The level of that interval in per cent, such as 95.
    #[schemars(with = "Option<Number>")]
    pub ci_level: Option<String>,
    /// Milestone: when it was done.
    #[schemars(with = "Option<Period>")]
    pub done: Option<String>,
    /// Milestone: when it was seen unfinished.
    #[schemars(with = "Option<Period>")]
    pub in_progress: Option<String>,
    /// The time for which the source reports it, if that is not its own: a survey of the summer that stands
    /// for the year. Say why in `note`.
    #[schemars(with = "Option<Period>")]
    pub stands_for: Option<String>,
    /// With an unknown start: a day on which the count had begun for certain. Say why in `note`.
    #[schemars(with = "Option<Day>")]
    pub since_at_latest: Option<String>,
    /// With an unknown start: a day before which the count had not begun. Say why in `note`.
    #[schemars(with = "Option<Day>")]
    pub since_at_earliest: Option<String>,
    /// With an unknown start: the figure of the same indicator that a source says began on the same day,
    /// written as ..2020;source=x.
    #[schemars(with = "Option<OwnFigure>")]
    pub same_start_as: Option<String>,
    /// The id of the source.
    #[schemars(with = "Id")]
    pub source: String,
    /// The heading, page or paragraph of the source.
    pub locator: String,
    /// The id of a scope, if not the indicator's.
    #[schemars(with = "Option<Id>")]
    pub scope: Option<String>,
    /// Of which part it speaks, if not of the whole: a category of one dimension or more, such as sex: women.
    #[serde(default, rename = "where")]
    #[schemars(with = "Option<BTreeMap<String, Id>>")]
    pub cell: BTreeMap<String, String>,
    /// What it is to its source: result (default), planned, expected, standard, baseline, background. Anything but a
    /// result is shown, never judged.
    pub kind: Option<RawActualKind>,
    /// How what was counted differs from the indicator's definition; shown, never judged.
    pub definition: Option<RawText>,
    /// True if the source does not say that this is all of them: a floor, never a cap.
    #[serde(default)]
    pub partial: bool,
    /// True if the source calls it preliminary.
    #[serde(default)]
    pub provisional: bool,
    /// How it was come by, if it was not simply observed: estimated, imputed; suppressed or `not_collected`, which have
    /// no value. SDMX's letters E, I, Q, O and M are read too.
    pub observation: Option<RawObservation>,
    /// Why it was estimated or imputed, or has no value.
    pub reason: Option<RawText>,
    /// The figure of the same indicator that replaces it, written as 2020;source=x: of its own kind or a result, of
    /// the same scope and categories, and of its time or more.
    #[schemars(with = "Option<OwnFigure>")]
    pub superseded_by: Option<String>,
    /// The figure of the same indicator that this one replaces, written as 2020;source=x: the same as `superseded_by`
    /// there, for a figure that is written where no newer file may touch it.
    #[schemars(with = "Option<OwnFigure>")]
    pub supersedes: Option<String>,
    /// Why this and a disagreeing figure are both kept; what is known is then all that either says.
    pub both_stand: Option<RawText>,
    /// What else a reader should know.
    pub note: Option<RawText>,
}

/// How figures are worked out from those of other indicators of the same time and scope: one of share, change and sum.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "computed")]
pub struct RawComputed {
    /// The id of the indicator of which it is the share in per cent, with `of`.
    #[schemars(with = "Option<Id>")]
    pub share: Option<String>,
    /// With `share`: the id of the whole.
    #[schemars(with = "Option<Id>")]
    pub of: Option<String>,
    /// The id of the indicator of which it is the change on the year before.
    #[schemars(with = "Option<Id>")]
    pub change: Option<String>,
    /// With `change`: percent (default), or points for the difference itself.
    #[serde(rename = "in")]
    pub unit: Option<RawChangeIn>,
    /// The ids of the indicators of which it is the sum.
    #[schemars(with = "Option<Vec<Id>>", length(min = 2))]
    pub sum: Option<Vec<String>>,
}

/// In what a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawChangeIn {
    /// In per cent of the year before.
    Percent,
    /// In percentage points, or in the unit of measure itself.
    Points,
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
#[schemars(title = "trend")]
pub struct RawTrend {
    /// The methods: linear, open-sdg, eurostat.
    #[schemars(length(min = 1))]
    pub methods: Vec<RawTrendMethod>,
    /// The base year (2015 without it).
    #[schemars(with = "Option<Year>")]
    pub base_year: Option<String>,
    /// The target year (2030 without it).
    #[schemars(with = "Option<Year>")]
    pub target_year: Option<String>,
    /// The distant target.
    #[schemars(with = "Option<Number>")]
    pub target: Option<String>,
    /// A limit that the indicator cannot pass, such as 100.
    #[schemars(with = "Option<Number>")]
    pub limit: Option<String>,
}
