//! `partnerships.yaml`.

use super::RawText;
use super::word_list::words;
use super::written::Id;
use crate::model::ScopeKind;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Who assists whom, and where: the tree of scopes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "partnerships")]
pub struct RawPartnerships {
    /// The scopes, by id.
    pub scopes: BTreeMap<String, RawScope>,
    /// Lists of scopes for targets that ask the same of each, by id.
    #[serde(default)]
    pub groups: BTreeMap<String, RawGroup>,
}

words! {
    /// What a scope is.
    RawScopeKind => ScopeKind {
        /// Someone who assists someone.
        Partnership => ScopeKind::Partnership,
        /// A place.
        Place => ScopeKind::Place,
        /// An enterprise, a school, a park.
        Organisation => ScopeKind::Organisation,
        /// A programme or a project.
        Programme => ScopeKind::Programme,
        /// Some people or places that have something in common.
        Group => ScopeKind::Group,
    }
}

/// One scope.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "scope")]
pub struct RawScope {
    /// Its name.
    pub title: RawText,
    /// What it is: partnership, place, organisation, programme or group.
    pub kind: RawScopeKind,
    /// The scope that contains it.
    #[schemars(with = "Option<Id>")]
    pub part_of: Option<String>,
    /// Who assists.
    pub from: Option<RawText>,
    /// Who is assisted.
    pub to: Option<RawText>,
    /// True if the scopes directly below make it up completely.
    #[serde(default)]
    pub covers_all: bool,
    /// A sentence for its page.
    pub about: Option<RawText>,
    /// The source that says so.
    #[schemars(with = "Option<Id>")]
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// A list of scopes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "group")]
pub struct RawGroup {
    /// Its name.
    pub title: RawText,
    /// Ids of scopes.
    #[schemars(with = "Vec<Id>", length(min = 1))]
    pub members: Vec<String>,
}
