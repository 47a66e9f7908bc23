//! `units.yaml`.

use super::RawText;
use super::word_list::words;
use crate::model::UnitKind;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The organisations that answer for tasks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "responsible units")]
pub struct RawUnits {
    /// The units, by id.
    pub units: BTreeMap<String, RawUnit>,
}

words! {
    /// What kind of organisation.
    RawUnitKind => UnitKind {
        /// A department of a government.
        Bureau => UnitKind::Bureau,
        /// A town or subdistrict.
        Town => UnitKind::Town,
        /// Several at once.
        Group => UnitKind::Group,
        /// Anything else.
        Body => UnitKind::Body,
    }
}

/// An organisation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "responsible unit")]
pub struct RawUnit {
    /// Its name.
    pub title: RawText,
    /// What it is: bureau, town, group or body.
    pub kind: RawUnitKind,
}
