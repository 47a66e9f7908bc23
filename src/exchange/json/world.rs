//! What indicators refer to, as records: sources, scopes, groups, units.

use super::part::{DaySpan, LangMap, Many, cited};
use crate::exchange::named::Named;
use crate::model::{Group, MeasurementUnit, Scope, ScopeId, Source, Unit};
use serde::Serialize;

/// A document that figures come from.
#[derive(Debug, Serialize)]
pub(super) struct SourceRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    publisher: Option<LangMap<'a>>,
    author: Option<LangMap<'a>>,
    published: DaySpan,
    inferred: Option<LangMap<'a>>,
    kind: &'static str,
    language: &'a str,
    number: Option<&'a str>,
    url: Option<&'a str>,
    archive: Option<LangMap<'a>>,
    note: Option<LangMap<'a>>,
}

impl<'a> SourceRecord<'a> {
    /// The record of a source.
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            title: LangMap(&source.title),
            publisher: source.publisher.as_ref().map(LangMap),
            author: source.author.as_ref().map(LangMap),
            published: DaySpan(source.published),
            inferred: source.inferred.as_ref().map(LangMap),
            kind: source.kind.name(),
            language: source.language.as_str(),
            number: source.number.as_deref(),
            url: source.url.as_deref(),
            archive: source.archive.as_ref().map(LangMap),
            note: source.note.as_ref().map(LangMap),
        }
    }
}

/// A node of the tree of scopes.
#[derive(Debug, Serialize)]
pub(super) struct ScopeRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    kind: &'static str,
    part_of: Option<&'a str>,
    from: Option<LangMap<'a>>,
    to: Option<LangMap<'a>>,
    covers_all: bool,
    about: Option<LangMap<'a>>,
    source: Option<&'a str>,
    locator: Option<&'a str>,
}

impl<'a> ScopeRecord<'a> {
    /// The record of a scope.
    pub(super) fn new(scope: &'a Scope) -> Self {
        let (source, locator) = cited(scope.source.as_ref());
        Self {
            id: scope.id.as_str(),
            title: LangMap(&scope.title),
            kind: scope.kind.name(),
            part_of: scope.part_of.as_ref().map(ScopeId::as_str),
            from: scope.from.as_ref().map(LangMap),
            to: scope.to.as_ref().map(LangMap),
            covers_all: scope.covers_all,
            about: scope.about.as_ref().map(LangMap),
            source,
            locator,
        }
    }
}

/// A list of scopes.
#[derive(Debug, Serialize)]
pub(super) struct GroupRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    members: Vec<&'a str>,
}

impl<'a> GroupRecord<'a> {
    /// The record of a group.
    pub(super) fn new(group: &'a Group) -> Self {
        Self {
            id: group.id.as_str(),
            title: LangMap(&group.title),
            members: group.members.iter().map(ScopeId::as_str).collect(),
        }
    }
}

/// An organisation that answers for tasks.
#[derive(Debug, Serialize)]
pub(super) struct UnitRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    kind: &'static str,
}

impl<'a> UnitRecord<'a> {
    /// The record of a unit.
    pub(super) fn new(unit: &'a Unit) -> Self {
        Self { id: unit.id.as_str(), title: LangMap(&unit.title), kind: unit.kind.name() }
    }
}

/// What a quantity is counted in.
#[derive(Debug, Serialize)]
pub(super) struct MeasurementUnitRecord<'a> {
    id: &'a str,
    title: Many<'a>,
    style: &'static str,
    counted: bool,
    additive: bool,
    averages: bool,
}

impl<'a> MeasurementUnitRecord<'a> {
    /// The record of a unit of measure.
    pub(super) fn new(unit: &'a MeasurementUnit) -> Self {
        Self {
            id: unit.id.as_str(),
            title: Many(&unit.title),
            style: unit.style.name(),
            counted: unit.counted,
            additive: unit.additive,
            averages: unit.averages,
        }
    }
}
