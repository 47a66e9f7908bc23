//! Actuals: what a source reports of a quantity, and how it says so.

use super::{Cell, IndicatorId, Numbers, Origin, Period, Reckoning, ScopeId, SourceId, Text, Written};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What a source says of a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A plain number.
    Value(Written),
    /// 约, 左右: about.
    About(Written),
    /// 超, 多, 余: more than.
    MoreThan(Written),
    /// 以上, 至少: at least.
    AtLeast(Written),
    /// 近: nearly.
    Nearly(Written),
    /// 以下, 至多: at most.
    AtMost(Written),
    /// A range.
    Between(Written, Written),
    /// A milestone: done at some day of the actual's time.
    Done,
    /// A milestone: seen unfinished at the actual's time.
    InProgress,
    /// None: its source suppressed it, or nobody collected it.
    Missing,
}

impl Value {
    /// The numbers that it is written with.
    pub fn numbers(&self) -> Numbers<'_> {
        match self {
            Self::Value(one)
            | Self::About(one)
            | Self::MoreThan(one)
            | Self::AtLeast(one)
            | Self::Nearly(one)
            | Self::AtMost(one) => Numbers::One(one),
            Self::Between(low, high) => Numbers::Two(low, high),
            Self::Done | Self::InProgress | Self::Missing => Numbers::None,
        }
    }
}

/// What a figure is to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActualKind {
    /// A result: the only kind that is judged.
    Result,
    /// Planned.
    Planned,
    /// Expected.
    Expected,
    /// A standard to compare with.
    Standard,
    /// The state before.
    Baseline,
    /// Background.
    Background,
}

/// How a figure was come by, where it was not simply observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Observation {
    /// Its source estimated it.
    Estimated,
    /// Its source put it in for one that was missing.
    Imputed,
    /// Its source has it and does not publish it: no value.
    Suppressed,
    /// Nobody collected it: no value.
    NotCollected,
}

impl Observation {
    /// The name in content and data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Estimated => "estimated",
            Self::Imputed => "imputed",
            Self::Suppressed => "suppressed",
            Self::NotCollected => "not_collected",
        }
    }

    /// True if there is a value all the same.
    pub fn has_value(self) -> bool {
        matches!(self, Self::Estimated | Self::Imputed)
    }
}

/// A figure that a source reports.
#[derive(Debug, Clone)]
pub struct Actual {
    /// The days it counts, or, for a dated figure, the stretch within which its day lies.
    pub time: Period,
    /// True for a figure at a date (`at`), false for one over a period.
    pub dated: bool,
    /// What was reported.
    pub value: Value,
    /// Of which time a growth is.
    pub reckoning: Reckoning,
    /// The ends of the confidence interval that the source gives with a plain value.
    pub ci: Option<(Written, Written)>,
    /// Its level in per cent, such as 95.
    pub ci_level: Option<Decimal>,
    /// The time for which the source reports it, where that is not its own: a survey that stands for a year.
    /// The note says why.
    pub stands_for: Option<Period>,
    /// For a figure of unknown start: a day on which the count had certainly begun. The note says why.
    pub since_at_latest: Option<Date>,
    /// For a figure of unknown start: a day before which the count had certainly not begun. The note says why.
    pub since_at_earliest: Option<Date>,
    /// For a figure of unknown start: another of the same indicator of which a source says that its count
    /// began on the same day: an index.
    pub same_start_as: Option<usize>,
    /// How it was come by, where it was not simply observed, and why.
    pub observation: Option<(Observation, Option<Text>)>,
    /// Of whom.
    pub scope: ScopeId,
    /// Of which part of the quantity.
    pub cell: Cell,
    /// The document.
    pub source: SourceId,
    /// Where in the document.
    pub locator: String,
    /// What the figure is to its source.
    pub kind: ActualKind,
    /// How what was counted differs from the indicator's definition.
    pub definition: Option<Text>,
    /// True if the source does not say that this is all of them.
    pub partial: bool,
    /// True if the source calls it preliminary.
    pub provisional: bool,
    /// The actual of the same indicator that replaces it: an index.
    pub superseded_by: Option<usize>,
    /// Why this and a disagreeing figure are both kept.
    pub both_stand: Option<Text>,
    /// For a figure that was worked out: the figures that it was worked out from, by indicator and index. Its source
    /// and locator are those of the one that was published last.
    pub computed_from: Vec<(IndicatorId, usize)>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

impl Actual {
    /// True for a result by the indicator's own definition that no other replaces.
    pub fn is_own_result(&self) -> bool {
        self.kind == ActualKind::Result && self.definition.is_none() && self.superseded_by.is_none()
    }
}

/// The columns of a table of actuals (`actuals/<source>.csv`); any other is that of a dimension.
pub const TABLE_COLUMNS: [&str; 25] = [
    "indicator",
    "period",
    "at",
    "scope",
    "qualifier",
    "value",
    "value_high",
    "ci_low",
    "ci_high",
    "ci_level",
    "stands_for",
    "since_at_latest",
    "since_at_earliest",
    "same_start_as",
    "superseded_by",
    "supersedes",
    "both_stand",
    "locator",
    "kind",
    "definition",
    "partial",
    "provisional",
    "observation",
    "reason",
    "note",
];
