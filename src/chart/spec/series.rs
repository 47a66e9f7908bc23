//! A series: published points in time, and what was planned for them.

use super::{Interaction, Plan, Status, Value, Verdict};

/// Published points in time, with what was planned where there is a plan; several as small plots with names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// In reading order; the first alone, or wide over the others.
    pub series: Vec<Series>,
    /// Says at a dashed line that the times between are unpublished.
    pub gap: String,
}

/// One series on a scale of its own, which need not begin at zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// What it is of; empty for the only one.
    pub name: String,
    /// The glyph before the name.
    pub status: Option<Status>,
    /// In order of time; a year without a published figure may stand with `None`.
    pub points: Vec<TrendPoint>,
    /// The way that was planned: its corners in time.
    pub path: Vec<(i32, f64)>,
    /// What was asked.
    pub aims: Vec<Aim>,
    /// What the times that are left must come to.
    pub needed: Option<Aim>,
    /// The zero of the scale as it is to be read, where that is crossed or touched from below.
    pub zero: String,
    /// Tooltip and link of the name.
    pub interaction: Interaction,
}

/// One date of a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendPoint {
    /// The position in time, in years or days: the same unit in all of a series.
    pub at: i32,
    /// Under the axis: the year.
    pub label: String,
    /// The published figure.
    pub value: Option<Value>,
    /// The ends of its confidence interval.
    pub margin: Option<(f64, f64)>,
    /// True for a figure that is preliminary or estimated: a hollow point.
    pub hollow: bool,
    /// True if times between it and the point before are unpublished: the line between is dashed.
    pub after_gap: bool,
    /// True if another method of counting began since the date before: no line leads here.
    pub breaks: bool,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// What was asked for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Its position in time.
    pub at: i32,
    /// Where the stretch begins over which it is asked; none for one time alone.
    pub from: Option<i32>,
    /// Under the axis: the year.
    pub label: String,
    /// The condition with its number, and the planned figure as it is to be read.
    pub plan: Plan,
    /// Glyph and words below the label.
    pub verdict: Option<Verdict>,
    /// Tooltip and link.
    pub interaction: Interaction,
}
