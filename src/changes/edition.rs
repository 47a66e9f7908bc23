//! An edition: what a published `report.json` says, as far as it is compared.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// The version of `report.json` that is read. Within it keys are only added.
const VERSION: u64 = 1;

/// A published report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Edition {
    schema_version: u64,
    /// The day on which it was written.
    pub as_of: String,
    pub(super) indicators: Vec<EditionIndicator>,
}

/// Words by language.
pub(super) type Words = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct EditionIndicator {
    pub(super) id: String,
    pub(super) title: Words,
    /// Ids that it had before; editions of older programs do not say.
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) targets: Vec<EditionTarget>,
    pub(super) actuals: Vec<EditionFigure>,
    pub(super) verdicts: Vec<EditionVerdict>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct EditionTarget {
    pub(super) id: String,
    pub(super) condition: String,
    pub(super) as_written: Option<String>,
    pub(super) due: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct EditionFigure {
    pub(super) start: Option<String>,
    pub(super) end: String,
    #[serde(default)]
    pub(super) dated: bool,
    pub(super) scope: String,
    #[serde(default, rename = "where")]
    pub(super) cell: BTreeMap<String, String>,
    pub(super) as_written: Option<String>,
    pub(super) qualifier: String,
    pub(super) source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct EditionVerdict {
    pub(super) target: String,
    pub(super) status: String,
}

/// Why a text is no edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionFault {
    /// It is not what `report.json` is: what is wrong, and where.
    Form(String),
    /// It is of another version.
    Version(u64),
}

impl fmt::Display for EditionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(what) => write!(f, "this is no report.json of a site: {what}"),
            Self::Version(version) => {
                write!(
                    f,
                    "this report.json is of version {version}, and this program reads version {VERSION}"
                )
            }
        }
    }
}

impl std::error::Error for EditionFault {}

impl Edition {
    /// Reads the text of a `report.json`.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn read(text: &str) -> Result<Self, EditionFault> {
        let edition: Self = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| EditionFault::Form(error.to_string()))?;
        if edition.schema_version == VERSION {
            Ok(edition)
        } else {
            Err(EditionFault::Version(edition.schema_version))
        }
    }
}
