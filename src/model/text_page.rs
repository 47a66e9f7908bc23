//! Pages of the site's own: who stands behind it, how to reach them, how to read it.

use super::{Alias, BoundText, Lang, Origin, PageId, Text};
use std::collections::BTreeMap;

/// A page that somebody wrote.
#[derive(Debug, Clone)]
pub struct TextPage {
    /// The stem of its file.
    pub id: PageId,
    /// The ids that it had before.
    pub aliases: Vec<Alias<PageId>>,
    /// Its title.
    pub title: Text,
    /// One or two sentences that stand for it in search and under its title.
    pub summary: Text,
    /// Its text in each language it is written in.
    pub texts: BTreeMap<Lang, BoundText>,
    /// Where it is written.
    pub origin: Origin,
}
