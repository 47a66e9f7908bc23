//! The page that says how verdicts are reached.

use super::parts::Fact;
use super::status::CountView;
use serde::Serialize;

/// How verdicts are reached.
#[derive(Debug, Clone, Serialize)]
pub struct MethodsView {
    /// Sections: heading, anchor and paragraphs.
    pub sections: Vec<MethodSection>,
    /// Each status with its meaning and its count on this site.
    pub statuses: Vec<CountView>,
    /// Figures by use: as a floor, a cap, for reference.
    pub uses: Vec<Fact>,
    /// Why figures were left out, with counts.
    pub left_out: Vec<Fact>,
    /// Claims by outcome.
    pub claims: Vec<Fact>,
    /// Conflicts, as sentences.
    pub conflicts: Vec<String>,
}

/// A section of the methods page.
#[derive(Debug, Clone, Serialize)]
pub struct MethodSection {
    /// An id for links within the page.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
