//! What a chart is made of, before any of it is drawn.
//!
//! Every word in a drawing comes in here, finished: labels, notes, units, percentages, the
//! description that is read aloud. Numbers (`f64`) serve only the geometry and are never
//! printed. The types know neither the report nor a language.
//!
//! Absent: negative values. A length is measured from zero, so anything below zero, not a
//! number or infinite is drawn as zero, and its label still says what the source said.

mod card;
mod kinds;
mod value;

pub use card::*;
pub use kinds::*;
pub use value::*;

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

/// What a reader's pointer finds on a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interaction {
    /// A tooltip: the mark's figures as a sentence.
    pub tip: Option<String>,
    /// A link around the mark; its scheme has been checked by the caller.
    pub href: Option<String>,
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
