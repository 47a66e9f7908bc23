//! `requests/<id>.yaml`.

use super::written::{Day, Id, Period};
use super::{Ordered, RawText};
use schemars::JsonSchema;
use serde::Deserialize;

/// Figures that are asked of units, by a workbook for each. It is not published.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "request")]
pub struct RawRequest {
    /// What it is called at the head of each workbook.
    pub title: RawText,
    /// The id of the source that the answers become: they are kept in `actuals/<source>.csv`.
    #[schemars(with = "Id")]
    pub source: String,
    /// The day by which the answers are wanted.
    #[schemars(with = "Day")]
    pub due: String,
    /// The times that are asked for, such as 2025-H1 or a plan's name of a year: a column for each, to be filled in.
    #[schemars(with = "Vec<Period>", length(min = 1))]
    pub ask: Vec<String>,
    /// The times that are shown beside them, for comparison.
    #[serde(default)]
    #[schemars(with = "Vec<Period>")]
    pub show: Vec<String>,
    /// True if what is shown may be filled in and corrected as well.
    #[serde(default)]
    pub open: bool,
    /// Who is asked, and for what.
    #[schemars(length(min = 1))]
    pub from: Vec<RawAskedOf>,
    /// How the numbers of an indicator are asked for, where not as its last figure was written: by the indicator's id.
    #[serde(default)]
    pub rows: Ordered<RawAskedRow>,
    /// Whom to ask, such as a telephone number. It stands in the workbooks and on no page.
    pub contact: Option<RawText>,
}

/// Who is asked, and for what.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "asked of")]
pub struct RawAskedOf {
    /// Responsible units, by id; or all that lead a task.
    #[serde(default)]
    #[schemars(with = "Option<Vec<Id>>")]
    pub units: Vec<String>,
    /// Scopes, by id, or groups of them: each is asked for its own figures.
    #[serde(default)]
    #[schemars(with = "Option<Vec<Id>>")]
    pub scopes: Vec<String>,
    /// The ids of the indicators; without them each unit is asked for those of the tasks that it leads.
    #[serde(default)]
    #[schemars(with = "Option<Vec<Id>>")]
    pub indicators: Vec<String>,
}

/// How the numbers of an indicator are asked for.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "row of a request")]
pub struct RawAskedRow {
    /// In what, such as 亿元, 万人 or 万.
    #[serde(rename = "in")]
    pub unit: Option<String>,
    /// With how many decimals.
    pub decimals: Option<u8>,
}
