//! The sources: their list, and the page of one.

use super::link::Link;
use super::parts::{ClaimView, Fact, IndicatorRow, PageLink, ScopeFigure};
use serde::Serialize;

/// The sources.
#[derive(Debug, Clone, Serialize)]
pub struct SourcesView {
    /// All of them, by date.
    pub sources: Vec<SourceCard>,
}

/// A source in a list.
#[derive(Debug, Clone, Serialize)]
pub struct SourceCard {
    /// Its page.
    pub link: Link,
    /// Publisher and date.
    pub about: String,
    /// How many figures, targets and checked claims come from it, in words; empty if none do.
    pub holds: String,
}

/// One source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Facts: publisher, date, number, language, where to read it.
    pub facts: Vec<Fact>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Its claims, checked.
    pub claims: Vec<ClaimView>,
    /// The targets it promises.
    pub targets: Vec<IndicatorRow>,
    /// The figures drawn from it.
    pub figures: Vec<ScopeFigure>,
    /// How many figures there are on all its pages.
    pub figure_count: usize,
    /// Its pages, if there are several.
    pub pages: Vec<PageLink>,
    /// Stories that draw on it.
    pub stories: Vec<Link>,
    /// The source before it, by date.
    pub previous: Option<Link>,
    /// The source after it.
    pub next: Option<Link>,
}
