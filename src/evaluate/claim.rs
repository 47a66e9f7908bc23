//! Whether the arithmetic that a source states holds.

use super::Interval;
use crate::model::SourceId;
use rust_decimal::Decimal;

/// A checked claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimCheck {
    /// The source that states it.
    pub source: SourceId,
    /// Which of its claims: an index into [`Source::claims`](crate::model::Source::claims).
    pub claim: usize,
    /// What comes out with the numbers as written; none if an operand has no single number or the
    /// divisor is zero.
    pub computed: Option<Decimal>,
    /// What comes out with all that the written numbers leave open.
    pub interval: Interval,
    /// Whether it holds.
    pub outcome: ClaimOutcome,
}

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimOutcome {
    /// What comes out is what is stated.
    Holds,
    /// What comes out, rounded to the digits stated, is what is stated.
    RoundsTo,
    /// What comes out, cut off after the digits stated, is what is stated.
    HoldsByTruncation,
    /// What comes out is something else.
    DoesNotHold,
    /// The figures leave it open.
    CannotTell,
}

impl ClaimOutcome {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::RoundsTo => "rounds_to",
            Self::HoldsByTruncation => "holds_by_truncation",
            Self::DoesNotHold => "does_not_hold",
            Self::CannotTell => "cannot_tell",
        }
    }
}
