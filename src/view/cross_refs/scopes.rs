//! The scopes in the order in which they are read: each after the one that contains it. Looked through once: every
//! scope's page asks what stands before and after it.

use crate::model::{Scope, ScopeId, ScopeTree};
use std::collections::HashMap;

/// The scopes in reading order.
pub(in crate::view) struct ScopeOrder<'a> {
    /// Each scope with how many contain it.
    pub nodes: Vec<(usize, &'a Scope)>,
    places: HashMap<&'a ScopeId, usize>,
}

impl<'a> ScopeOrder<'a> {
    /// Walks the tree.
    pub(crate) fn new(scopes: &'a ScopeTree) -> Self {
        let mut nodes = Vec::new();
        let mut next: Vec<(usize, &Scope)> = Vec::new();
        for root in scopes.roots() {
            next.push((0, root));
            while let Some((depth, scope)) = next.pop() {
                nodes.push((depth, scope));
                let below = scopes.children(&scope.id).iter().rev().filter_map(|id| scopes.get(id));
                next.extend(below.map(|child| (depth + 1, child)));
            }
        }
        let places = nodes.iter().enumerate().map(|(at, (_, scope))| (&scope.id, at)).collect();
        Self { nodes, places }
    }

    /// The scopes before and after one.
    pub(crate) fn neighbours(&self, id: &ScopeId) -> (Option<&'a ScopeId>, Option<&'a ScopeId>) {
        let Some(at) = self.places.get(id) else { return (None, None) };
        let scope = |at: usize| self.nodes.get(at).map(|(_, scope)| &scope.id);
        (at.checked_sub(1).and_then(scope), scope(at + 1))
    }
}
