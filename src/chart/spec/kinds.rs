//! The kinds of plot, each with its rows or columns.

use super::{Interaction, Plan, Status, Value, Verdict};

/// Yearly columns. Equal minimums on all columns become one line with one label.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    /// Left to right.
    pub columns: Vec<Column>,
    /// Stands in an empty slot.
    pub no_data: String,
}

/// One slot of a column chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Under the axis: the year.
    pub label: String,
    /// The figure; `None` is no data.
    pub value: Option<Value>,
    /// The plan for this slot.
    pub plan: Option<Plan>,
    /// Glyph and words below the label.
    pub verdict: Option<Verdict>,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Rows of unlike units; the geometry is percent of the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bullets {
    /// Top to bottom.
    pub rows: Vec<Bullet>,
    /// Over the line at 100: what the line is.
    pub hundred: String,
    /// Stands in for an absent figure.
    pub no_data: String,
}

/// One row of a bullet chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// What the row measures.
    pub name: String,
    /// The planned figure as it is to be read; empty if the name says it.
    pub plan: String,
    /// The attainment: `low` and `high` in percent of the plan, `label` the figure reported.
    pub value: Option<Value>,
    /// The attainment as it is to be read; empty where there is none.
    pub percent: String,
    /// Chooses the glyph.
    pub status: Status,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Running totals; the last step's plan is the target and is drawn heavier.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cumulative {
    /// Left to right.
    pub steps: Vec<Step>,
    /// Stands in an empty slot.
    pub no_data: String,
}

/// One running total.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// Under the axis: the year.
    pub label: String,
    /// How much of the total was there before: light.
    pub earlier: f64,
    /// The total at the end of this step, `earlier` included.
    pub value: Option<Value>,
    /// The planned total at the end of this step.
    pub plan: Option<Plan>,
    /// Glyph and words below the figure.
    pub verdict: Option<Verdict>,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Milestones: a list with date and glyph, no bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// Top to bottom, in order of date.
    pub milestones: Vec<Milestone>,
}

/// One milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// The planned date as it is to be read.
    pub date: String,
    /// What was to be done.
    pub text: String,
    /// A second, muted line: when it was done, or the status in words.
    pub remark: Option<String>,
    /// Chooses the glyph.
    pub status: Status,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Before and after: lines between two axes. From three rows up without a main row, or
/// with more than eight rows, a dumbbell per row instead.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slope {
    /// Heading of the earlier date.
    pub before: String,
    /// Heading of the later date.
    pub after: String,
    /// The zero of the scale as it is to be read.
    pub zero: String,
    /// The rows.
    pub rows: Vec<SlopeRow>,
    /// Stands in for an absent figure.
    pub no_data: String,
}

/// One pair of figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SlopeRow {
    /// Who or what.
    pub name: String,
    /// The earlier figure.
    pub before: Option<Value>,
    /// The later figure.
    pub after: Option<Value>,
    /// The row the title speaks of; drawn heavier.
    pub main: bool,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Rows and columns of status glyphs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scorecard {
    /// Column headings.
    pub columns: Vec<String>,
    /// Top to bottom.
    pub rows: Vec<ScoreRow>,
}

/// One row of a scorecard.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScoreRow {
    /// The action, or whatever the row stands for.
    pub name: String,
    /// One cell per column; a missing cell stays empty.
    pub cells: Vec<ScoreCell>,
    /// Tooltip and link of the name.
    pub interaction: Interaction,
}

/// One cell: how many of which status. One glyph each while there is room, otherwise one
/// glyph and the number per status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScoreCell {
    /// In the order to be drawn.
    pub tallies: Vec<Tally>,
    /// Tooltip and link of the cell.
    pub interaction: Interaction,
}

/// How many share a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Chooses the glyph.
    pub status: Status,
    /// How many.
    pub count: u32,
    /// The count as it is to be read, used where the glyphs do not fit.
    pub label: String,
}

/// Many units, one dot each: stacked over their figures where those are known, and in groups of equal
/// status where they are not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Units {
    /// Units whose figures are known, over a scale.
    pub stacks: Option<Stacks>,
    /// Top to bottom.
    pub groups: Vec<UnitGroup>,
}

/// Dots stacked over the figures that they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacks {
    /// What each unit was asked for; a heavy line before the first figure that satisfies it.
    pub plan: Plan,
    /// Left to right, by figure; one without units keeps its place.
    pub stacks: Vec<Stack>,
    /// Under the axis: what a figure counts.
    pub axis: String,
    /// Heading over the names of those that missed it.
    pub missed: String,
}

/// The units that share a figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stack {
    /// The figure.
    pub value: f64,
    /// Under the axis: the figure as it is to be read.
    pub label: String,
    /// Bottom to top.
    pub units: Vec<(Status, Unit)>,
}

/// The units of one status.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitGroup {
    /// Chooses the dot: a filled dot for met, otherwise the glyph.
    pub status: Status,
    /// The status in words.
    pub label: String,
    /// How many, as it is to be read.
    pub count: String,
    /// The units.
    pub units: Vec<Unit>,
    /// Whether the units are named under their dots, as misses are.
    pub named: bool,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its name, with its figure if it is to be read.
    pub name: String,
    /// Which sort of unit.
    pub sort: UnitSort,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Two sorts of units can be told apart, such as counties and towns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnitSort {
    /// Dark dot.
    #[default]
    Main,
    /// Light dot with a dark edge.
    Second,
}

/// Links from many to few, sorted so that none crosses another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    /// Heading over the many.
    pub left: String,
    /// Heading over the few.
    pub right: String,
    /// Top to bottom.
    pub hubs: Vec<Hub>,
}

/// One of the few, with those linked to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hub {
    /// Its name.
    pub name: String,
    /// How many links, as it is to be read.
    pub count: String,
    /// Those linked to it.
    pub nodes: Vec<Node>,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// One of the many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Rows of values against one planned range.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// The planned range; another kind of plan is drawn as a line.
    pub plan: Plan,
    /// Top to bottom.
    pub rows: Vec<RangeRow>,
    /// The scale: value and label of each tick.
    pub ticks: Vec<(f64, String)>,
    /// Stands in for an absent figure.
    pub no_data: String,
}

/// One row of a range chart.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeRow {
    /// Who or what.
    pub name: String,
    /// The figure.
    pub value: Option<Value>,
    /// Chooses the glyph that marks the figure.
    pub status: Status,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// One tile per place. The arrangement hints at directions and is no map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tiles {
    /// In reading order; two on one spot are moved to the next free one.
    pub tiles: Vec<Tile>,
    /// Stands in for an absent figure.
    pub no_data: String,
}

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Column of the grid, from 0 in the west.
    pub column: u8,
    /// Row of the grid, from 0 in the north.
    pub row: u8,
    /// The place.
    pub name: String,
    /// The attainment: `low` and `high` in percent of the plan, `label` the figure reported.
    pub value: Option<Value>,
    /// The planned figure as it is to be read.
    pub plan: String,
    /// Whether there is a plan to compare with: then a bar is drawn and a glyph, otherwise neither.
    pub judged: bool,
    /// Chooses the glyph.
    pub status: Status,
    /// Tooltip and link.
    pub interaction: Interaction,
}

/// Small column charts side by side, each with a scale of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Multiples {
    /// In reading order, two to a row.
    pub panels: Vec<Panel>,
    /// Stands in an empty slot.
    pub no_data: String,
}

/// One small chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it measures, with the unit.
    pub name: String,
    /// The status glyph before the name.
    pub status: Status,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Tooltip and link of the name.
    pub interaction: Interaction,
}
