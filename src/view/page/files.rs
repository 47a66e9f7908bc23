//! What a site has beside its pages: drawings, tables, cards, the feed. Templates do not see it.

use super::frame::PageView;
use crate::search::Index;
use crate::view::route::Route;

/// The whole site in one language.
#[derive(Debug, Clone)]
pub struct SiteView {
    /// The pages, in order of their path.
    pub pages: Vec<PageView>,
    /// Drawings that stand as files of their own: path and SVG.
    pub drawings: Vec<(String, String)>,
    /// Drawings of cards, to be made pictures of.
    pub cards: Vec<CardDrawing>,
    /// Tables behind drawings that speak of several indicators, and the main indicators of each plan.
    pub tables: Vec<ChartTable>,
    /// The feed, if the site knows where it stands.
    pub feed: Option<FeedView>,
    /// What the search page finds.
    pub index: Index,
    /// The folder of the language, with a slash; nothing for the site's own.
    pub tree: String,
}

/// A table of a page, or behind a chart, as a file.
#[derive(Debug, Clone)]
pub struct ChartTable {
    /// Its path in the output.
    pub path: String,
    /// Its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The drawing of a card.
#[derive(Debug, Clone)]
pub struct CardDrawing {
    /// What it is the card of.
    pub route: Route,
    /// The path of its picture in the output.
    pub path: String,
    /// The drawing.
    pub svg: String,
}

/// A feed: what is new, for programs that look for it.
#[derive(Debug, Clone)]
pub struct FeedView {
    /// The language of its words.
    pub lang: String,
    /// The site's name.
    pub title: String,
    /// One sentence under it.
    pub subtitle: Option<String>,
    /// Who publishes.
    pub author: String,
    /// Under which terms.
    pub licence: Option<String>,
    /// The home page.
    pub home: String,
    /// The feed itself.
    pub url: String,
    /// When it changed last, as RFC 3339 writes it.
    pub updated: String,
    /// The entries, the first ones first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Clone)]
pub struct FeedEntry {
    /// Its title.
    pub title: String,
    /// What it says.
    pub summary: String,
    /// Its page; also what it is known by.
    pub url: String,
    /// When it changed last.
    pub updated: String,
}
