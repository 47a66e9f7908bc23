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
    /// Publisher and date; what it is and the date, if the publisher is not known.
    pub about: String,
    /// How many figures, targets and checked claims come from it, in words; empty if none do.
    pub holds: String,
}

/// One source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Facts: what it is, publisher, author, date, number, language, where to read it. What is not known is
    /// left out; empty on a further page.
    pub facts: Vec<Fact>,
    /// What else a reader should know, in the editor's words; nothing if there is none, or on a further page.
    pub note: Option<String>,
    /// Its arithmetic, checked; empty if it states none, or on a further page.
    pub claims: Vec<ClaimView>,
    /// The targets it promises: those of this page.
    pub targets: Vec<IndicatorRow>,
    /// The figures drawn from it: those of this page.
    pub figures: Vec<ScopeFigure>,
    /// How many figures there are on all its pages.
    pub figure_count: usize,
    /// All of them as a table for spreadsheets (CSV); nothing if there are none.
    pub csv: Option<Link>,
    /// Its pages; empty if there is only one.
    pub pages: Vec<PageLink>,
    /// Stories that draw on it; empty on a further page.
    pub stories: Vec<Link>,
    /// The source before it, by date; nothing on the first.
    pub previous: Option<Link>,
    /// The source after it; nothing on the last.
    pub next: Option<Link>,
}
