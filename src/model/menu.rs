//! The menu of the site: where its entries lead, and what they are called.

use super::{PageId, StoryId, Text};

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// Where it leads.
    pub to: MenuTarget,
    /// Its words; none where it is called as what it leads to.
    pub title: Option<Text>,
}

/// Where an entry of the menu leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuTarget {
    /// A list that every site has.
    List(SiteList),
    /// A page of the site's own.
    Page(PageId),
    /// A story.
    Story(StoryId),
    /// An address elsewhere.
    Web(String),
}

/// What every site has, as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteList {
    /// The first plan.
    Plan,
    /// All indicators.
    Indicators,
    /// The scopes.
    Partnerships,
    /// The responsible units.
    Units,
    /// The stories.
    Stories,
    /// The briefs.
    Briefs,
    /// The sources.
    Sources,
    /// How verdicts are reached.
    Methods,
    /// The data files.
    Data,
    /// The search.
    Search,
}

impl SiteList {
    /// All of them, in the order of a menu that nobody ordered.
    pub const ALL: [Self; 10] = [
        Self::Plan,
        Self::Indicators,
        Self::Partnerships,
        Self::Units,
        Self::Stories,
        Self::Briefs,
        Self::Sources,
        Self::Methods,
        Self::Data,
        Self::Search,
    ];

    /// What settings call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Indicators => "indicators",
            Self::Partnerships => "partnerships",
            Self::Units => "units",
            Self::Stories => "stories",
            Self::Briefs => "briefs",
            Self::Sources => "sources",
            Self::Methods => "methods",
            Self::Data => "data",
            Self::Search => "search",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }
}
