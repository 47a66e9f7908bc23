//! The cache for incremental loading: what an earlier load parsed and resolved, valid while its inputs are the same.
//!
//! A value with no life of its own: [`reload`](super::reload) with an empty memory is
//! [`load`](super::load), and what it returns does not depend on what is remembered, only how soon.

use super::cursor::Faults;
use super::files::{ContentFile, Read};
use super::parsed::Parsed;
use super::raw::RawSite;
use super::sources::ClaimFile;
use super::story_files::ReadStory;
use super::values::Languages;
use crate::diagnostic::Code;
use crate::model::{
    Dimension, DimensionId, Indicator, IndicatorId, MeasurementUnit, MeasurementUnitId, Plan, PlanId,
    ScopeTree, Source, SourceId, Unit, UnitId,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is remembered of one loading for the next.
#[derive(Default)]
pub struct Memory {
    /// Each file's text by its path.
    pub(super) texts: BTreeMap<String, Read>,
    /// What every indicator and story may name.
    pub(super) base: Option<Arc<Base>>,
    /// What each file of an indicator became, by path; resolved against `base`.
    pub(super) indicators: BTreeMap<Arc<str>, Resolved>,
    /// Indicators with the rows of tables added, by id; resolved against `base` and `tables`.
    pub(super) tabled: BTreeMap<IndicatorId, Tabled>,
    /// The tables that were added.
    pub(super) tables: Vec<ContentFile>,
    /// What each file of a story became, by path.
    pub(super) stories: BTreeMap<Arc<str>, ReadStory>,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory").field("files", &self.texts.len()).finish_non_exhaustive()
    }
}

/// The files that other files refer to: site, partnerships, units, dimensions, plans and sources, as they were read.
#[derive(PartialEq, Eq)]
pub(super) struct BaseFiles {
    pub read: Vec<ContentFile>,
    pub refused: Vec<(Code, String)>,
}

/// What those files became.
pub(super) struct Base {
    pub files: BaseFiles,
    pub site: Parsed<RawSite>,
    pub languages: Languages,
    pub measurement_units: BTreeMap<MeasurementUnitId, MeasurementUnit>,
    /// Without their claims.
    pub sources: BTreeMap<SourceId, Source>,
    pub claims: Vec<ClaimFile>,
    pub scopes: ScopeTree,
    pub units: BTreeMap<UnitId, Unit>,
    pub dimensions: BTreeMap<DimensionId, Dimension>,
    pub plans: BTreeMap<PlanId, Plan>,
    pub faults: Faults,
}

/// What the file of an indicator became.
pub(super) struct Resolved {
    pub file: ContentFile,
    pub indicator: Option<Arc<Indicator>>,
    pub faults: Faults,
}

/// An indicator before and after rows of tables were added to it.
pub(super) struct Tabled {
    pub before: Arc<Indicator>,
    pub after: Arc<Indicator>,
}
