//! A chart with its frame of words, its key, and how the drawing is going to be used.

use super::kinds::{
    Bullets, Columns, Cumulative, Multiples, Network, Ranges, Scorecard, Slope, Tiles, Timeline, Units,
};
use super::series::Trend;
use super::value::Status;

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
    /// Published points in time, with what was planned for them.
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
    /// Part of a printed page: size and literal colours, in a named typeface, on the page's own ground.
    Paper,
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
    pub const FIGURE: Self = Self { output: Output::Inline, frame: Frame::PlotOnly };
    /// A file that explains itself.
    pub const FILE: Self = Self { output: Output::File, frame: Frame::Full };
    /// A figure of a printed page, whose caption and source line the page sets.
    pub const PAPER: Self = Self { output: Output::Paper, frame: Frame::PlotOnly };
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
    /// A published point of a series.
    Point,
    /// The state before, as a point.
    PointBefore,
    /// A point of a part of the period.
    PointPart,
    /// A preliminary or estimated point.
    PointHollow,
    /// A confidence interval.
    Margin,
    /// The way that was planned.
    Path,
    /// What the times that are left must come to.
    Needed,
    /// A unit of the first sort.
    UnitMain,
    /// A unit of the second sort.
    UnitSecond,
    /// A status glyph.
    Status(Status),
}
