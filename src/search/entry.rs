//! An entry of the index.

/// Something that can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// What a result is called.
    pub title: String,
    /// What it is, in the page's language: 指标, 故事.
    pub kind: String,
    /// The link from the search page.
    pub href: String,
    /// What else is looked through; a result shows the place that was found.
    pub text: String,
    /// What it answers, a line each: what was asked, what is proven of it, how it stands. A result shows them.
    pub answers: Vec<String>,
}

impl Entry {
    /// What is looked through, part by part: none joins another.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.title, &self.text].into_iter().chain(&self.answers).map(String::as_str)
    }
}
