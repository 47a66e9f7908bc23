//! The page that says how verdicts are reached.

use super::parts::Fact;
use super::status::CountView;
use serde::Serialize;

/// How verdicts are reached.
#[derive(Debug, Clone, Serialize)]
pub struct MethodsView {
    /// The explanation, section by section.
    pub sections: Vec<MethodSection>,
    /// All statuses, each with how often it occurs on this site; `status-<key>` is the id of each.
    pub statuses: Vec<CountView>,
    /// How many figures verdicts used as a floor, as a cap, for reference.
    pub uses: Vec<Fact>,
    /// Why figures were left out, and how often, the most frequent first; empty if none were.
    pub left_out: Vec<Fact>,
    /// How many claims of sources hold, round to, do not hold; empty if no source states any.
    pub claims: Vec<Fact>,
    /// Figures that contradict each other, as sentences; empty if none do.
    pub conflicts: Vec<String>,
}

/// A section of the methods page.
#[derive(Debug, Clone, Serialize)]
pub struct MethodSection {
    /// An id for links within the page; the table of statuses stands in the one called `status`.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
