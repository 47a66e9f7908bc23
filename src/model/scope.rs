//! Who assists whom, where, or in which programme: the tree of scopes.

use super::{GroupId, Origin, ScopeId, ScopeWords, SourceId, Text};
use std::collections::BTreeMap;

/// What a scope is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    /// Someone who assists someone.
    Partnership,
    /// A place.
    Place,
    /// An enterprise, a school, a park.
    Organisation,
    /// A programme or a project.
    Programme,
    /// Some people or places that have something in common: a cohort, a class of cities.
    Group,
}

/// One node of the tree.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Its id.
    pub id: ScopeId,
    /// Its name.
    pub title: Text,
    /// What it is.
    pub kind: ScopeKind,
    /// The scope that contains it.
    pub part_of: Option<ScopeId>,
    /// Who assists.
    pub from: Option<Text>,
    /// Who is assisted.
    pub to: Option<Text>,
    /// True if the scopes directly below make it up completely.
    pub covers_all: bool,
    /// A sentence for its page.
    pub about: Option<Text>,
    /// The document that says so, and where.
    pub source: Option<(SourceId, String)>,
    /// Where it is written.
    pub origin: Origin,
}

/// A list of scopes, for targets that ask the same of each.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub title: Text,
    /// Its members, in the order written.
    pub members: Vec<ScopeId>,
}

/// How one scope stands to another. Scopes never overlap by halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same.
    Equal,
    /// The first lies inside the second.
    Inside,
    /// The first contains the second.
    Contains,
    /// Nothing in common.
    Disjoint,
}

/// All scopes and groups. The loader guarantees that every `part_of` exists and that no circle
/// of them does.
#[derive(Debug, Clone, Default)]
pub struct ScopeTree {
    scopes: BTreeMap<ScopeId, Scope>,
    children: BTreeMap<ScopeId, Vec<ScopeId>>,
    groups: BTreeMap<GroupId, Group>,
}

impl ScopeTree {
    /// Builds the tree. The caller has checked that parents exist and that there is no circle.
    pub fn new(scopes: BTreeMap<ScopeId, Scope>, groups: BTreeMap<GroupId, Group>) -> Self {
        let mut children: BTreeMap<ScopeId, Vec<ScopeId>> = BTreeMap::new();
        for scope in scopes.values() {
            if let Some(parent) = &scope.part_of {
                children.entry(parent.clone()).or_default().push(scope.id.clone());
            }
        }
        for inside in children.values_mut() {
            inside.sort_by_key(|id| scopes.get(id).map(|scope| scope.origin.start));
        }
        Self { scopes, children, groups }
    }

    /// What the scopes are.
    pub fn words(&self) -> ScopeWords {
        let all = |kind: ScopeKind| self.iter().all(|scope| scope.kind == kind);
        if self.iter().any(|scope| scope.kind == ScopeKind::Partnership) {
            ScopeWords::Partnerships
        } else if all(ScopeKind::Place) {
            ScopeWords::Places
        } else if all(ScopeKind::Organisation) {
            ScopeWords::Organisations
        } else if all(ScopeKind::Programme) {
            ScopeWords::Programmes
        } else {
            ScopeWords::Various
        }
    }

    /// The scope of an id.
    pub fn get(&self, id: &ScopeId) -> Option<&Scope> {
        self.scopes.get(id)
    }

    /// All scopes, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Scope> {
        self.scopes.values()
    }

    /// The group of an id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.get(id)
    }

    /// All groups, in order of id.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// The scopes that lie in no other, in the order written.
    pub fn roots(&self) -> Vec<&Scope> {
        let mut roots: Vec<&Scope> = self.iter().filter(|scope| scope.part_of.is_none()).collect();
        roots.sort_by_key(|scope| scope.origin.start);
        roots
    }

    /// The scopes directly inside a scope, in the order written.
    pub fn children(&self, id: &ScopeId) -> &[ScopeId] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// The scopes that contain a scope, the nearest first.
    pub fn ancestors<'a>(&'a self, id: &'a ScopeId) -> impl Iterator<Item = &'a ScopeId> {
        std::iter::successors(self.parent(id), |above| self.parent(above))
    }

    /// The scope and everything inside it, parents before children.
    pub fn subtree<'a>(&'a self, id: &'a ScopeId) -> Vec<&'a ScopeId> {
        let mut all = vec![id];
        let mut next = 0;
        while let Some(scope) = all.get(next).copied() {
            all.extend(self.children(scope));
            next += 1;
        }
        all
    }

    /// How two scopes stand to each other.
    pub fn relation(&self, one: &ScopeId, other: &ScopeId) -> Relation {
        if one == other {
            Relation::Equal
        } else if self.ancestors(one).any(|above| above == other) {
            Relation::Inside
        } else if self.ancestors(other).any(|above| above == one) {
            Relation::Contains
        } else {
            Relation::Disjoint
        }
    }

    fn parent(&self, id: &ScopeId) -> Option<&ScopeId> {
        self.scopes.get(id)?.part_of.as_ref()
    }
}
