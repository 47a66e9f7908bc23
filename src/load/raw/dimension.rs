//! `dimensions.yaml`, and the dimensions of an indicator.

use super::RawText;
use super::ordered::Ordered;
use super::written::Id;
use schemars::JsonSchema;
use serde::Deserialize;

/// The dimensions that several indicators share.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "dimensions")]
pub struct RawSharedDimensions {
    /// The dimensions, by id.
    #[serde(default)]
    pub dimensions: Ordered<RawDimension>,
}

/// A division into parts of which no two have anything in common: by sex, by age.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "dimension")]
pub struct RawDimension {
    /// Its name.
    pub title: RawText,
    /// Its parts, by id.
    pub categories: Ordered<RawText>,
    /// True if the parts make up the whole.
    #[serde(default)]
    pub complete: bool,
}

/// The dimensions of an indicator: names of shared ones, or its own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "dimensions")]
pub enum RawDimensions {
    /// Names of dimensions of dimensions.yaml.
    Shared(#[schemars(with = "Vec<Id>")] Vec<String>),
    /// Its own, by id.
    Own(Ordered<RawDimension>),
}
