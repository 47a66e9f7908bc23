//! An entry of the index.

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What a result is called.
    pub title: String,
    /// What it is, in the page's language: 指标, 故事.
    pub kind: String,
    /// The link from the search page.
    pub href: String,
    /// What else is looked through; a result shows the place that was found.
    pub text: String,
}
