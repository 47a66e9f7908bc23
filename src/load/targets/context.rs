//! What the reading of a target needs of its indicator and of the rest of the content.

use crate::load::periods::Reading;
use crate::load::sign::Sign;
use crate::load::world::World;
use crate::model::{Actual, Cell, Dimension, IndicatorId, Measure, MeasurementUnit, Plan, ScopeId};

/// Of whom, and of which part, something is asked.
pub(super) type Of<'a> = (&'a ScopeId, &'a Cell);

/// The indicator that the targets belong to.
pub(in crate::load) struct Context<'a> {
    pub world: &'a World<'a>,
    pub id: &'a IndicatorId,
    pub plan: Option<&'a Plan>,
    pub plan_is_named: bool,
    pub measure: Measure,
    pub unit: Option<&'a MeasurementUnit>,
    pub sign: Sign,
    /// The states before the plan, from which a threshold may follow.
    pub baselines: &'a [Actual],
    /// True if a baseline is written and has a fault.
    pub baseline_is_broken: bool,
    /// How its periods are written.
    pub reading: Reading<'a>,
    /// Whether amounts of it add over places.
    pub additive: bool,
    pub scope: &'a ScopeId,
    pub dimensions: &'a [Dimension],
}
