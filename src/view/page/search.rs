//! The search page.

use super::link::Link;
use serde::Serialize;

/// The search page: what the search program says, and where to look without it.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// Said when nothing was found.
    pub none: String,
    /// Said when one entry was found.
    pub one: String,
    /// Said when several were found; `%n` stands for how many.
    pub many: String,
    /// Said when nothing has all the words and several entries have some; `%n` stands for how many.
    pub any: String,
    /// Said when a large index needs more characters.
    pub short: String,
    /// Said when the index could not be loaded.
    pub failed: String,
    /// The lists of the site, for those who look without the search.
    pub lists: Vec<Link>,
}
