//! Whether a quantity may lie below zero.

use super::cursor::{Cursor, Faults};
use crate::diagnostic::Code;
use crate::model::{Measure, MeasurementUnit, Written};

/// Which numbers an indicator can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Any.
    Free,
    /// None below zero, since it counts what happens during a period.
    Flow,
    /// None below zero, since it is the state of things counted one by one.
    Counted,
}

impl Sign {
    /// What the measure and the unit of measure allow.
    pub(super) fn of(measure: Measure, signed: bool, unit: Option<&MeasurementUnit>) -> Self {
        match measure {
            Measure::Flow if !signed => Self::Flow,
            Measure::Stock if unit.is_some_and(|unit| unit.counted) => Self::Counted,
            _ => Self::Free,
        }
    }

    /// Whether it can be so much; if not, says what to write.
    pub(super) fn allows(self, number: &Written, at: &Cursor<'_>, faults: &mut Faults) -> bool {
        if !number.value().is_sign_negative() || number.value().is_zero() {
            return true;
        }
        let hint = match self {
            Self::Free => return true,
            Self::Flow => {
                "add \"signed: true\" to the indicator if it may lie below zero (net migration, a balance), \
                 or write \"measure: rate\" for a change in per cent"
            }
            Self::Counted => {
                "things that are counted one by one cannot be fewer than none: check the sign, or say \
                 \"counted: false\" of the unit of measure if it measures something"
            }
        };
        faults.add(Code::BadNumber, at, format!("a count cannot be {number}"), hint);
        false
    }
}
