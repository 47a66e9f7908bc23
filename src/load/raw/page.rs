//! The front matter of `pages/<id>.md`.

use super::RawNumberSilence;
use super::written::Id;
use schemars::JsonSchema;
use serde::Deserialize;

/// The front matter of a page of the site's own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "page")]
pub struct RawPage {
    /// Its title, and its words in the menu where the menu has no others.
    pub title: String,
    /// Ids that it had before: their addresses lead on to it.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub aliases: Vec<String>,
    /// One or two sentences that stand for it in search and under its title.
    pub summary: String,
    /// True while it is being written: it is left out of the site, and shown by `shanhai serve --drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Numbers bound to nothing that were looked at and accepted.
    #[serde(default)]
    pub silence: Vec<RawNumberSilence>,
}
