//! Report and report date in, verdicts out: what the figures prove, and nothing else.
//!
//! The report is never edited: [`evaluate`] returns an [`Evaluation`], a map by id beside it. No
//! number here is a floating-point number, except inside the published trend methods.
//! `docs/evaluation.md` says how a verdict is reached.

mod claim;
mod conflict;
mod interval;
mod reason;
mod result;
mod trend;

pub use claim::{ClaimCheck, ClaimOutcome};
pub use conflict::{Conflict, ConflictKind};
pub use interval::Interval;
pub use reason::{LeftOutWhy, Reason};
pub use result::{Counts, Evaluation, IndicatorEvaluation, PathPoint, Status, Use, Verdict};
pub use trend::{MethodReading, TrendCategory, TrendReading};

use crate::model::Report;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Judges every target of a report by the figures published by a day.
pub fn evaluate(_report: &Report, as_of: Date) -> Evaluation {
    Evaluation {
        as_of,
        indicators: BTreeMap::new(),
        claims: Vec::new(),
        conflicts: Vec::new(),
        counts: Counts::default(),
    }
}
