//! The page of what changed since the edition before.

use super::link::Link;
use serde::Serialize;

/// What changed since the edition before.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesView {
    /// The changes by kind, those that matter most first; empty if nothing changed.
    pub groups: Vec<ChangeGroup>,
    /// A sentence if nothing changed; else nothing.
    pub nothing: Option<String>,
}

/// Changes of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeGroup {
    /// An id for links within the page: `verdict_turned`.
    pub anchor: String,
    /// What kind they are.
    pub title: String,
    /// How many.
    pub count: usize,
    /// A row each.
    pub rows: Vec<ChangeRow>,
}

/// One change.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRow {
    /// What changed; leads to its place, unless it is no longer there. Then `href` is empty.
    pub link: Link,
    /// Of when or of whom, in words; empty for an indicator as a whole.
    pub place: String,
    /// What stood there before, in words; nothing where there was nothing.
    pub was: Option<String>,
    /// What stands there now, in words; nothing where there is nothing.
    pub is: Option<String>,
}
