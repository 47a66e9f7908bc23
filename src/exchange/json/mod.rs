//! JSON: the whole report as one file, and each indicator with what it refers to.
//!
//! Numbers are decimal strings in base units, an open end is `null`, texts are maps of languages. Keys
//! stand in a fixed order. Inside one [`SCHEMA_VERSION`], keys may be added and are never renamed or
//! removed.

mod check;
mod indicator;
mod layout;
mod part;
mod plan;
mod promise;
mod reason;
mod world;

use super::whole::{self, Whole};
use crate::evaluate::Evaluation;
use crate::exchange::named::Named;
use crate::model::{Indicator, Report, Scope, ScopeId, Source, SourceId};
use check::{ClaimRecord, ConflictRecord};
use indicator::IndicatorRecord;
use part::{GENERATOR, Generator, LicenceRecord, SiteRecord};
use plan::PlanRecord;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use world::{GroupRecord, MeasurementUnitRecord, ScopeRecord, SourceRecord, UnitRecord};

/// The version of the form of `report.json` and `data.json`.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct ReportFile<'a> {
    schema_version: u32,
    generator: Generator,
    as_of: String,
    site: SiteRecord<'a>,
    licence: Option<LicenceRecord<'a>>,
    counts: Value,
    counts_by_indicator: Value,
    counts_by_binding: Value,
    plans: Vec<PlanRecord<'a>>,
    sources: Vec<SourceRecord<'a>>,
    indicators: Vec<IndicatorRecord<'a>>,
    claims: Vec<ClaimRecord<'a>>,
    conflicts: Vec<ConflictRecord<'a>>,
    scopes: Vec<ScopeRecord<'a>>,
    groups: Vec<GroupRecord<'a>>,
    units: Vec<UnitRecord<'a>>,
    measurement_units: Vec<MeasurementUnitRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct IndicatorFile<'a> {
    schema_version: u32,
    generator: Generator,
    as_of: String,
    licence: Option<LicenceRecord<'a>>,
    indicator: IndicatorRecord<'a>,
    conflicts: Vec<ConflictRecord<'a>>,
    sources: Vec<SourceRecord<'a>>,
    scopes: Vec<ScopeRecord<'a>>,
    measurement_units: Vec<MeasurementUnitRecord<'a>>,
}

/// `data/report.json`: everything that the report says, as data.
pub fn report(report: &Report, evaluation: &Evaluation) -> String {
    let counted: BTreeSet<_> = report.indicators.values().filter_map(|one| one.unit.as_ref()).collect();
    layout::text(&ReportFile {
        schema_version: SCHEMA_VERSION,
        generator: GENERATOR,
        as_of: evaluation.as_of.to_string(),
        site: SiteRecord::new(&report.site),
        licence: report.site.licence.as_ref().map(LicenceRecord::new),
        counts: reason::counts(&evaluation.counts),
        counts_by_indicator: reason::counts(&evaluation.by_indicator),
        counts_by_binding: evaluation
            .by_binding
            .iter()
            .map(|(binding, counts)| (binding.name().to_owned(), reason::counts(counts)))
            .collect(),
        plans: report.plans.values().map(|plan| PlanRecord::new(report, plan)).collect(),
        sources: report.sources.values().map(SourceRecord::new).collect(),
        indicators: whole::all(report, evaluation).map(IndicatorRecord::new).collect(),
        claims: evaluation.claims.iter().filter_map(|check| ClaimRecord::new(report, check)).collect(),
        conflicts: evaluation.conflicts.iter().map(ConflictRecord::new).collect(),
        scopes: report.scopes.iter().map(ScopeRecord::new).collect(),
        groups: report.scopes.groups().map(GroupRecord::new).collect(),
        units: report.units.values().map(UnitRecord::new).collect(),
        measurement_units: counted
            .into_iter()
            .filter_map(|id| report.measurement_units.get(id))
            .map(MeasurementUnitRecord::new)
            .collect(),
    })
}

/// `indicators/<id>/data.json`: the indicator's part of the report, with the sources, scopes and unit
/// that it names, so that the file can be read alone.
pub(super) fn indicator(report: &Report, evaluation: &Evaluation, indicator: &Indicator) -> String {
    layout::text(&IndicatorFile {
        schema_version: SCHEMA_VERSION,
        generator: GENERATOR,
        as_of: evaluation.as_of.to_string(),
        licence: report.site.licence.as_ref().map(LicenceRecord::new),
        indicator: IndicatorRecord::new(Whole::new(report, evaluation, indicator)),
        conflicts: evaluation
            .conflicts
            .iter()
            .filter(|conflict| conflict.indicator == indicator.id)
            .map(ConflictRecord::new)
            .collect(),
        sources: sources(report, indicator).into_iter().map(SourceRecord::new).collect(),
        scopes: scopes(report, indicator).into_iter().map(ScopeRecord::new).collect(),
        measurement_units: indicator
            .unit
            .iter()
            .filter_map(|unit| report.measurement_units.get(unit))
            .map(MeasurementUnitRecord::new)
            .collect(),
    })
}

/// The sources that an indicator names, in order of id.
fn sources<'a>(report: &'a Report, indicator: &'a Indicator) -> Vec<&'a Source> {
    let revised = indicator.targets.iter().flat_map(|target| &target.revisions);
    let named: BTreeSet<&SourceId> = indicator
        .targets
        .iter()
        .map(|target| &target.source)
        .chain(revised.filter_map(|revision| revision.source.as_ref().map(|(source, _)| source)))
        .chain(indicator.baselines().chain(&indicator.actuals).map(|actual| &actual.source))
        .chain(scopes(report, indicator).into_iter().filter_map(|scope| Some(&scope.source.as_ref()?.0)))
        .collect();
    named.into_iter().filter_map(|id| report.sources.get(id)).collect()
}

/// The scopes that an indicator names, and those that contain them, in order of id.
fn scopes<'a>(report: &'a Report, indicator: &'a Indicator) -> Vec<&'a Scope> {
    let named: BTreeSet<&ScopeId> = std::iter::once(&indicator.scope)
        .chain(indicator.targets.iter().map(|target| &target.scope))
        .chain(indicator.baselines().chain(&indicator.actuals).map(|actual| &actual.scope))
        .flat_map(|scope| std::iter::once(scope).chain(report.scopes.ancestors(scope)))
        .collect();
    named.into_iter().filter_map(|id| report.scopes.get(id)).collect()
}
