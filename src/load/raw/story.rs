//! The front matter of `stories/<id>/index.md`.

use super::RawText;
use super::written::{Id, Period};
use schemars::JsonSchema;
use serde::Deserialize;

/// The front matter of a story.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "story")]
pub struct RawStory {
    /// Its title.
    pub title: String,
    /// Ids that it had before: their addresses lead on to its page. `shanhai rename` writes them.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub aliases: Vec<String>,
    /// One or two sentences that stand for it in lists.
    pub summary: String,
    /// True while it is being written: it is left out of the site, and shown by `shanhai serve --drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Where it happened.
    pub place: Option<String>,
    /// When it happened.
    #[schemars(with = "Option<Period>")]
    pub period: Option<String>,
    /// Ids of the indicators it speaks of.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub indicators: Vec<String>,
    /// Ids of the sources it draws on.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub sources: Vec<String>,
    /// The people it names.
    #[serde(default)]
    pub people: Vec<RawPerson>,
    /// The photos beside it, in the order in which they are shown.
    #[serde(default)]
    pub photos: Vec<RawPhoto>,
    /// Numbers bound to nothing that were looked at and accepted.
    #[serde(default)]
    pub silence: Vec<RawNumberSilence>,
}

/// A person named in a story.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "person")]
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

/// A photo beside a story. Each of its texts is one text, or a map of languages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "photo")]
pub struct RawPhoto {
    /// The name of its file, which stands beside index.md: a JPEG, PNG or WebP picture.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: RawText,
    /// What stands under it.
    pub caption: Option<RawText>,
    /// Who took it, or whose it is.
    pub credit: RawText,
}

/// A number that is no figure of the report.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "silence of a number")]
pub struct RawNumberSilence {
    /// The number as it stands in the text.
    pub number: String,
    /// Why it needs no source.
    pub reason: String,
}
