//! What one entry of the list of targets asks.

use super::conditions::Stated;
use crate::model::{Cell, ScopeId, Written};

/// The same of its scope, or so much of each member.
pub(super) enum EntryConditions {
    Whole(Box<Stated>),
    Members(Vec<Member>),
}

/// One of those of whom so much is asked.
pub(super) struct Member {
    pub scope: ScopeId,
    pub cell: Cell,
    pub least: Written,
}
