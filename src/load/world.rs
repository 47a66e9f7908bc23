//! What indicators may name.

use super::values::Languages;
use crate::model::{
    Dimension, DimensionId, MeasurementUnit, MeasurementUnitId, Plan, PlanId, ScopeTree, Source, SourceId,
};
use std::collections::BTreeMap;

/// What indicators may name.
pub(super) struct World<'a> {
    pub languages: &'a Languages,
    pub scopes: &'a ScopeTree,
    pub sources: &'a BTreeMap<SourceId, Source>,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    /// Those that indicators may share.
    pub dimensions: &'a BTreeMap<DimensionId, Dimension>,
    pub measurement_units: &'a BTreeMap<MeasurementUnitId, MeasurementUnit>,
}
