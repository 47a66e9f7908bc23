//! `partnerships.yaml`: scopes, their tree and the groups over it.

use super::Parsed;
use super::cursor::{Cursor, Faults};
use super::raw::{RawPartnerships, RawScope};
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::{Group, GroupId, Scope, ScopeId, ScopeTree, Source, SourceId};
use std::collections::BTreeMap;

/// The tree of scopes.
pub(super) fn resolve(
    file: &Parsed<RawPartnerships>,
    sources: &BTreeMap<SourceId, Source>,
    languages: &Languages,
    faults: &mut Faults,
) -> ScopeTree {
    let root = Cursor::root(&file.document);
    let spot = root.key("scopes");
    let mut scopes: BTreeMap<ScopeId, Scope> = BTreeMap::new();
    for (name, raw) in &file.raw.scopes {
        let Some(id) = values::id(name, ScopeId::new, &spot.name(name), faults) else {
            faults.broken(Code::UnknownScope, name);
            continue;
        };
        let at = spot.key(name);
        let source = source(raw, sources, &at, faults);
        let scope = Scope {
            title: languages.text(&raw.title, &at.key("title"), faults),
            kind: raw.kind.into(),
            part_of: None,
            from: languages.maybe(raw.from.as_ref(), &at.key("from"), faults),
            to: languages.maybe(raw.to.as_ref(), &at.key("to"), faults),
            covers_all: raw.covers_all,
            about: languages.maybe(raw.about.as_ref(), &at.key("about"), faults),
            source,
            origin: spot.name(name).origin(),
            id: id.clone(),
        };
        scopes.insert(id, scope);
    }
    let mut parents: BTreeMap<ScopeId, ScopeId> = BTreeMap::new();
    for (name, raw) in &file.raw.scopes {
        let (Some(parent), Ok(id)) = (&raw.part_of, ScopeId::new(name)) else { continue };
        let at = spot.key(name).key("part_of");
        if let Some((parent, _)) = values::known(&scopes, parent, (Code::UnknownScope, "scope"), &at, faults)
        {
            parents.insert(id, parent.clone());
        }
    }
    break_circles(&mut parents, &spot, faults);
    for (id, parent) in parents {
        if let Some(scope) = scopes.get_mut(&id) {
            scope.part_of = Some(parent);
        }
    }
    let groups = groups(file, &root.key("groups"), &scopes, languages, faults);
    ScopeTree::new(scopes, groups)
}

/// The source and locator of a scope: both or neither.
fn source(
    raw: &RawScope,
    sources: &BTreeMap<SourceId, Source>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<(SourceId, String)> {
    let name = raw.source.as_ref()?;
    let found = values::known(sources, name, (Code::UnknownSource, "source"), &at.key("source"), faults);
    if raw.locator.is_none() {
        faults.add(
            Code::MissingKey,
            &at.key("source"),
            "\"locator\" is missing here",
            "say where in the source it stands",
        );
    }
    Some((found?.0.clone(), raw.locator.clone()?))
}

/// Reports scopes that contain themselves and takes one link of each circle out.
fn break_circles(parents: &mut BTreeMap<ScopeId, ScopeId>, spot: &Cursor<'_>, faults: &mut Faults) {
    let ids: Vec<ScopeId> = parents.keys().cloned().collect();
    for id in ids {
        let mut seen = vec![id.clone()];
        let mut current = &id;
        while let Some(parent) = parents.get(current) {
            if *parent == id {
                let circle = seen.iter().map(ScopeId::as_str).collect::<Vec<_>>().join(" in ");
                let at = spot.key(id.as_str()).key("part_of");
                faults.add(
                    Code::ScopeCircle,
                    &at,
                    format!("scopes contain each other: {circle} in {id}"),
                    "take one part_of out",
                );
                parents.remove(&id);
                break;
            }
            if seen.contains(parent) {
                break; // a circle further up, reported at one of its own members
            }
            seen.push(parent.clone());
            current = parent;
        }
    }
}

fn groups(
    file: &Parsed<RawPartnerships>,
    spot: &Cursor<'_>,
    scopes: &BTreeMap<ScopeId, Scope>,
    languages: &Languages,
    faults: &mut Faults,
) -> BTreeMap<GroupId, Group> {
    let mut groups = BTreeMap::new();
    for (name, raw) in &file.raw.groups {
        let at = spot.key(name);
        let mut members: Vec<ScopeId> = Vec::new();
        for (index, member) in raw.members.iter().enumerate() {
            let at = at.key("members").item(index);
            let Some((id, _)) = values::known(scopes, member, (Code::UnknownScope, "scope"), &at, faults)
            else {
                continue;
            };
            if members.contains(id) {
                faults.add(
                    Code::DuplicateId,
                    &at,
                    format!("\"{id}\" is a member twice"),
                    "keep one of the two",
                );
            } else {
                members.push(id.clone());
            }
        }
        let title = languages.text(&raw.title, &at.key("title"), faults);
        if let Some(id) = values::id(name, GroupId::new, &spot.name(name), faults) {
            groups.insert(id.clone(), Group { id, title, members });
        } else {
            faults.broken(Code::UnknownGroup, name);
        }
    }
    groups
}
