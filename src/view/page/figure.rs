//! Charts and photos as templates see them.

use super::link::{Link, TitledLink};
use serde::Serialize;

/// A chart in a page.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// Unique on its page: prefix of ids.
    pub id: String,
    /// The verdict as a sentence, or what a story calls the chart.
    pub title: String,
    /// The verdict, where the title is not it.
    pub verdict: Option<String>,
    /// What is measured, in which unit, over which period.
    pub subtitle: String,
    /// The drawing, inline.
    pub svg_html: String,
    /// The description read aloud.
    pub description: String,
    /// The head of the data table.
    pub head: Vec<String>,
    /// The rows of the data table.
    pub rows: Vec<Vec<TableCell>>,
    /// The sources.
    pub sources: Vec<TitledLink>,
    /// Files to take away: SVG, CSV.
    pub downloads: Vec<Link>,
}

/// A cell of a data table.
#[derive(Debug, Clone, Serialize)]
pub struct TableCell {
    /// The words.
    pub text: String,
    /// A link for them.
    pub href: Option<String>,
}

/// A photo, as pictures in several sizes.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoView {
    /// The picture for browsers that do not choose.
    pub src: String,
    /// All pictures with their widths, as `srcset` has them.
    pub srcset: String,
    /// How wide it is shown, as `sizes` has it.
    pub sizes: String,
    /// The width of `src` in pixels.
    pub width: u32,
    /// The height of `src` in pixels.
    pub height: u32,
    /// What it shows, for those who do not see it; never empty.
    pub alt: String,
    /// What stands under it.
    pub caption: Option<String>,
    /// Who took it, in words: 摄影：…
    pub credit: String,
    /// When it is loaded: `eager` for the first photo of a page, else `lazy`.
    pub loading: &'static str,
}
