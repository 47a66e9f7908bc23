//! Charts and photos as templates see them.

use super::link::{Link, TitledLink};
use serde::Serialize;

/// A chart in a page.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// Unique on its page: the ids in the drawing begin with it.
    pub id: String,
    /// What it says, as a sentence, or what a story calls it.
    pub title: String,
    /// What it says, where the title is not that; else nothing.
    pub verdict: Option<String>,
    /// What is measured, of whom, in which unit.
    pub subtitle: String,
    /// The drawing, inline, with a description that is read aloud in it.
    pub svg_html: String,
    /// The same description as text: one clause a target or figure.
    pub description: String,
    /// The heads of the data table's columns.
    pub head: Vec<String>,
    /// The rows of the data table, each as many cells as the head.
    pub rows: Vec<Vec<TableCell>>,
    /// The sources of its figures and targets; empty if there are none.
    pub sources: Vec<TitledLink>,
    /// Files to take away: SVG, CSV; empty if there are none.
    pub downloads: Vec<Link>,
}

/// A cell of a data table.
#[derive(Debug, Clone, Serialize)]
pub struct TableCell {
    /// The words.
    pub text: String,
    /// The address it leads to; nothing for words alone.
    pub href: Option<String>,
}

/// A photo, as pictures in several sizes.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoView {
    /// The address of the picture for browsers that do not choose: 960 pixels wide, or the largest below.
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
    /// What stands under it; nothing if the content does not say.
    pub caption: Option<String>,
    /// Who took it, in words: 摄影：…
    pub credit: String,
    /// When it is loaded: `eager` for the first photo of a page, else `lazy`.
    pub loading: &'static str,
}
