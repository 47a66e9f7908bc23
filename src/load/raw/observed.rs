//! How a quantity was counted, how a figure was come by, and what an indicator is to what is done.

use super::RawText;
use super::word_list::words;
use super::written::Day;
use crate::model::{Level, Observation};
use schemars::JsonSchema;
use serde::Deserialize;

/// A day on which another method of counting began.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "break")]
pub struct RawBreak {
    /// The first day of the new method.
    #[schemars(with = "Day")]
    pub on: String,
    /// What changed.
    pub why: RawText,
}

words! {
    /// What an indicator is to what is done.
    RawLevel => Level {
        /// What was done.
        Output => Level::Output,
        /// What came of it.
        Outcome => Level::Outcome,
        /// What changed in the end.
        Impact => Level::Impact,
    }
}

words! {
    /// How a figure was come by; the letters are those of SDMX.
    RawObservation => Observation {
        /// Its source estimated it.
        Estimated => Observation::Estimated,
        /// Its source put it in for one that was missing.
        Imputed => Observation::Imputed,
        /// Its source has it and does not publish it.
        Suppressed => Observation::Suppressed,
        /// Nobody collected it.
        NotCollected => Observation::NotCollected,
        /// SDMX: estimated.
        #[serde(rename = "E")]
        E => Observation::Estimated,
        /// SDMX: imputed.
        #[serde(rename = "I")]
        I => Observation::Imputed,
        /// SDMX: suppressed.
        #[serde(rename = "Q")]
        Q => Observation::Suppressed,
        /// SDMX: missing.
        #[serde(rename = "O")]
        O => Observation::NotCollected,
        /// SDMX: missing, it cannot exist.
        #[serde(rename = "M")]
        M => Observation::NotCollected,
    }
}
