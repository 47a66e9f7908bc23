//! What a chart is made of, before any of it is drawn.
//!
//! Every word in a drawing comes in here, finished: labels, notes, units, percentages, the
//! description that is read aloud. Numbers (`f64`) serve only the geometry and are never
//! printed. The types know neither the report nor a language.
//!
//! Absent: negative values. A length is measured from zero, so anything below zero, not a
//! number or infinite is drawn as zero, and its label still says what the source said.

/// One chart: its frame of words and what is plotted.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// Prefix of every id inside the drawing; unique on its page, `[a-z0-9-]`.
    pub id: String,
    /// BCP 47 tag of the labels; glyph forms differ between `zh-Hans` and `zh-Hant`.
    pub lang: String,
    /// The verdict as a sentence.
    pub title: String,
    /// What is measured, in which unit, over which period.
    pub subtitle: String,
    /// The description read aloud instead of the drawing, written from the data.
    pub aria: String,
    /// The key, in reading order; empty where direct labels say it all.
    pub key: Vec<KeyItem>,
    /// Notes under the plot, one paragraph each.
    pub notes: Vec<String>,
    /// The source line; empty if the page shows it elsewhere.
    pub source: String,
    /// What is drawn.
    pub plot: Plot,
}

/// The kinds of plot.
#[derive(Debug, Clone, PartialEq)]
pub enum Plot {
    /// Yearly figures against a yearly plan.
    Columns(Columns),
    /// Rows of unlike units, each against its own plan at 100 %.
    Bullets(Bullets),
    /// Running totals towards one final figure.
    Cumulative(Cumulative),
    /// Milestones in order of date.
    Timeline(Timeline),
    /// Before and after.
    Slope(Slope),
    /// A context series of published points, without verdict.
    Trend(Trend),
    /// Rows and columns of status glyphs.
    Scorecard(Scorecard),
    /// Many units, one dot each, grouped by status.
    Units(Units),
    /// Who is linked with whom.
    Network(Network),
    /// Rows of values against one planned range.
    Ranges(Ranges),
    /// One tile per place, arranged roughly as on a map.
    Tiles(Tiles),
    /// Small column charts side by side.
    Multiples(Multiples),
}

/// How the SVG is going to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Output {
    /// Inside a page that carries [`page_css`](super::page_css): classes, no own colours.
    #[default]
    Inline,
    /// A file of its own: size, literal colours, title, description and a small style sheet.
    File,
}

/// How much of the frame is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frame {
    /// Title, subtitle, key, plot, notes and source.
    #[default]
    Full,
    /// Key, plot and notes: the page says the rest in HTML.
    PlotOnly,
}

/// Output and frame together: the second argument of [`draw`](super::draw).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Where the drawing goes.
    pub output: Output,
    /// How much frame it brings.
    pub frame: Frame,
}

impl Style {
    /// For a `<figure>` whose `figcaption` holds title, subtitle and sources.
    pub const FIGURE: Self = Self {
        output: Output::Inline,
        frame: Frame::PlotOnly,
    };
    /// A file that explains itself.
    pub const FILE: Self = Self {
        output: Output::File,
        frame: Frame::Full,
    };
}

/// What a reader's pointer finds on a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touch {
    /// A tooltip: the mark's figures as a sentence.
    pub tip: Option<String>,
    /// A link around the mark.
    pub href: Option<String>,
}

/// The eleven outcomes a glyph can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Proven to be reached.
    Met,
    /// Above a planned range; no failure.
    Exceeded,
    /// Proven not to be reached.
    Missed,
    /// Not yet due, at or above the planned path.
    OnTrack,
    /// Not yet due, below the planned path.
    Behind,
    /// Not yet due, and neither is proven.
    UnderWay,
    /// Due, and the figures prove neither.
    Undetermined,
    /// Figures exist, none bears on the target.
    NotComparable,
    /// Nothing reported.
    NoData,
    /// The period has not begun.
    NotDue,
    /// The plan was revised.
    Dropped,
}

impl Status {
    /// All of them, in the order in which a key lists them.
    pub const ALL: [Self; 11] = [
        Self::Met,
        Self::Exceeded,
        Self::OnTrack,
        Self::UnderWay,
        Self::Behind,
        Self::Missed,
        Self::Undetermined,
        Self::NotComparable,
        Self::NoData,
        Self::NotDue,
        Self::Dropped,
    ];
}

/// A status with the words that stand beside its glyph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Chooses the glyph.
    pub status: Status,
    /// Short words: a percentage, or the status itself.
    pub text: String,
}

/// How a value was written at its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueKind {
    /// A plain figure.
    #[default]
    Exact,
    /// An approximate figure: zig-zag end.
    About,
    /// "More than": chevron.
    MoreThan,
    /// Only bounds are proven: solid to the floor, dotted to the cap, an arrow without cap.
    Bounds,
}

/// Which part of the asked-for region a value covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Coverage {
    /// All of it: solid.
    #[default]
    Full,
    /// A part of the year: hatched.
    Part,
    /// Another definition: light, with a dashed rule towards comparable neighbours.
    NotComparable,
    /// An earlier year, shown for context: light.
    Earlier,
}

/// One figure: an interval for the geometry and a finished label.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The lower end: what is proven. Zero if there is only a cap.
    pub low: f64,
    /// The upper end; `None` is open above. Equal to `low` for a plain figure.
    pub high: Option<f64>,
    /// The figure as it is to be read, with its word for about, over, at least, at most.
    pub label: String,
    /// Decides the shape of the mark's end.
    pub kind: ValueKind,
    /// Decides the mark's filling.
    pub coverage: Coverage,
    /// A short remark drawn at the label, such as the month up to which the figure counts.
    pub note: Option<String>,
}

impl Value {
    /// A plain figure for the whole period.
    pub fn exact(value: f64, label: impl Into<String>) -> Self {
        Self {
            low: value,
            high: Some(value),
            label: label.into(),
            kind: ValueKind::Exact,
            coverage: Coverage::Full,
            note: None,
        }
    }

    /// A figure of which only bounds are proven; `None` is open above.
    pub fn bounds(low: f64, high: Option<f64>, label: impl Into<String>) -> Self {
        Self {
            low,
            high,
            kind: ValueKind::Bounds,
            ..Self::exact(low, label)
        }
    }

    /// The same figure, written as `kind`.
    #[must_use]
    pub fn of_kind(self, kind: ValueKind) -> Self {
        Self { kind, ..self }
    }

    /// The same figure, covering only `coverage`, with its remark.
    #[must_use]
    pub fn covering(self, coverage: Coverage, note: impl Into<String>) -> Self {
        Self {
            coverage,
            note: Some(note.into()),
            ..self
        }
    }
}

/// What was planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The condition with its number or numbers.
    pub kind: PlanKind,
    /// The planned figure as it is to be read.
    pub label: String,
}

/// The condition a plan sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlanKind {
    /// This figure: an outlined box.
    Exact(f64),
    /// No less: a heavy floor line.
    Minimum(f64),
    /// No more: a heavy line with ticks hanging from it.
    Maximum(f64),
    /// Between both: an outlined band.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

/// One entry of the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyItem {
    /// The sample drawn before the words.
    pub swatch: Swatch,
    /// What it stands for.
    pub label: String,
}

/// The samples a key can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    /// Actual, whole period.
    Actual,
    /// Earlier years.
    Earlier,
    /// Not comparable.
    NotComparable,
    /// Part of a period.
    Part,
    /// Only a floor and a cap are proven.
    Bounds,
    /// An exact plan.
    PlanExact,
    /// A planned minimum.
    PlanMinimum,
    /// A planned maximum.
    PlanMaximum,
    /// A planned range.
    PlanRange,
    /// A unit of the first sort.
    UnitMain,
    /// A unit of the second sort.
    UnitSecond,
    /// A status glyph.
    Status(Status),
}

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
    pub touch: Touch,
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
    pub touch: Touch,
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
    pub touch: Touch,
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
    pub touch: Touch,
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
    pub touch: Touch,
}

/// A context series: only published points; a dashed line across years without one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// In order of time; a year without a published figure may stand with `None`.
    pub points: Vec<TrendPoint>,
    /// Says at the dashed line that the years between are unpublished.
    pub gap: String,
}

/// One date of a trend.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendPoint {
    /// The position in time; neighbours differ by one.
    pub at: i32,
    /// Under the axis: the year.
    pub label: String,
    /// The published figure.
    pub value: Option<Value>,
    /// Tooltip and link.
    pub touch: Touch,
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
    pub touch: Touch,
}

/// One cell: how many of which status. One glyph each while there is room, otherwise one
/// glyph and the number per status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScoreCell {
    /// In the order to be drawn.
    pub tallies: Vec<Tally>,
    /// Tooltip and link of the cell.
    pub touch: Touch,
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

/// Many units, one dot each, in groups of equal status.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Units {
    /// Top to bottom.
    pub groups: Vec<UnitGroup>,
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
    pub touch: Touch,
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
    pub touch: Touch,
}

/// One of the many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Tooltip and link.
    pub touch: Touch,
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
    pub touch: Touch,
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
    /// Chooses the glyph.
    pub status: Status,
    /// Tooltip and link.
    pub touch: Touch,
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
    pub touch: Touch,
}
