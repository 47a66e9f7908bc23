//! What the settings of a site may name.

use super::files::ContentFile;
use super::indicators::Indicators;
use super::story_files::Stories;
use crate::model::{PageId, ScopeTree, Story, StoryId, TextPage};
use std::collections::BTreeMap;

/// What the settings name.
pub(super) struct Named<'a> {
    pub indicators: &'a Indicators,
    pub scopes: &'a ScopeTree,
    pub stories: &'a BTreeMap<StoryId, Story>,
    pub read: &'a Stories,
    /// Earlier editions of the report, as they were published.
    pub editions: &'a [ContentFile],
    pub pages: &'a BTreeMap<PageId, TextPage>,
    pub is_empty: EmptyLists,
}

/// Which lists of the site hold nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct EmptyLists {
    pub plans: bool,
    pub units: bool,
    pub stories: bool,
}
