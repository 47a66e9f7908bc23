//! The front matter of `stories/<id>/index.md`.

use super::RawText;
use schemars::JsonSchema;
use serde::Deserialize;

/// The front matter of a story.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStory {
    /// Its title.
    pub title: String,
    /// One or two sentences that stand for it in lists.
    pub summary: String,
    /// Where it happened.
    pub place: Option<String>,
    /// When it happened.
    pub period: Option<String>,
    /// Ids of the indicators it speaks of.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Ids of the sources it draws on.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The people it names.
    #[serde(default)]
    pub people: Vec<RawPerson>,
    /// Numbers bound to nothing that were looked at and accepted.
    #[serde(default)]
    pub silence: Vec<RawNumberSilence>,
}

/// A person named in a story.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPerson {
    /// The name, in each language that writes it in its own way.
    pub name: RawText,
    /// In which role the story names them.
    pub role: RawText,
    /// True for an official or business person in that public role.
    pub public: bool,
    /// Who agreed that a private person is named.
    pub consent: Option<String>,
}

/// A number that is no figure of the report.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawNumberSilence {
    /// The number as it stands in the text.
    pub number: String,
    /// Why it needs no source.
    pub reason: String,
}
