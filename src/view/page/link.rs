//! Links as templates see them.

use serde::Serialize;

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// The address. It may lead to a place on a page: `../beds/index.html#2020-05`.
    pub href: String,
}

/// A link whose words may be short for a title.
#[derive(Debug, Clone, Serialize)]
pub struct TitledLink {
    /// The words of the link.
    pub text: String,
    /// The address.
    pub href: String,
    /// The whole title; nothing where the words are it.
    pub title: Option<String>,
}

impl From<Link> for TitledLink {
    fn from(link: Link) -> Self {
        Self { text: link.text, href: link.href, title: None }
    }
}
