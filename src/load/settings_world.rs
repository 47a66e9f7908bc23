//! What the settings of a site may name.

use super::files::ContentFile;
use super::indicators::Indicators;
use super::story_files::Stories;
use crate::model::{PageId, Plan, PlanId, ScopeTree, Story, StoryId, TextPage, Unit, UnitId};
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
    pub plans: &'a BTreeMap<PlanId, Plan>,
    pub units: &'a BTreeMap<UnitId, Unit>,
}
