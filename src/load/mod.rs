//! Loading and validation: raw files as written become a resolved [`Report`], and every fault is collected.
//!
//! The order is that of reference: the site's languages first, then what others name (units of
//! measure, scopes, units, sources), then plans, indicators, claims over figures, and stories last.
//! A phase that finds faults goes on; the report exists only if there was no error at all.

mod actuals;
mod additive;
mod against;
mod aliases;
mod baselines;
mod bindings;
mod breaks;
mod briefs;
mod charts;
mod claims;
mod computations;
mod computed;
mod cursor;
mod dimensions;
mod files;
mod indicators;
mod measures;
mod memory;
mod menu;
mod number_words;
mod parsed;
mod periods;
mod photos;
mod plans;
mod plausible;
pub mod raw;
mod related;
mod requests;
mod scopes;
mod settings_world;
mod sign;
mod sites;
mod sources;
mod stories;
mod story_files;
mod tables;
mod targets;
mod text_pages;
mod texts;
mod touching;
mod trends;
mod units;
mod values;
mod wording;
mod world;
mod written;

use crate::diagnostic::{Code, Diagnostic, Outcome, Severity};
use crate::model::{Origin, Report, accepts};
use crate::tree::FileTree;
use crate::yaml::Shape;
pub use aliases::old_id_message;
use cursor::Faults;
use files::{ContentFile, Files};
pub use measures::built_in as built_in_units;
pub use memory::Memory;
use memory::{Base, BaseFiles, Tabled};
use parsed::{Parsed, read};
use raw::{RawBrief, RawIndicator, RawPage, RawSilence};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;
pub use story_files::Drafts;
use world::World;

/// Loads the content below `content/` of a tree, without the stories that are drafts.
pub fn load(tree: &FileTree) -> Outcome<Report> {
    reload(tree, Drafts::LeftOut, &mut Memory::default())
}

/// Loads the content as [`load`] does, and reads and resolves anew only what differs from the loading that
/// left this memory, or refers to what differs.
pub fn reload(tree: &FileTree, drafts: Drafts, memory: &mut Memory) -> Outcome<Report> {
    let mut found = Vec::new();
    let files = files::sort(tree, &mut memory.texts, &mut found);
    for kind in [&files.plans, &files.sources, &files.indicators, &files.requests] {
        files::duplicates(kind, &mut found);
    }
    let mut faults = Faults::new(found);
    for (unknown, id) in &files.refused {
        faults.broken(*unknown, id);
    }
    let report = resolve(&files, drafts, memory, &mut faults);
    let mut found = faults.into_found();
    // With a report they are taken back after the evaluation, together with those that it finds.
    let faulty = report.is_none() || found.iter().any(|one| one.severity() == Severity::Error);
    if let Some(base) = memory.base.as_ref().filter(|_| faulty) {
        let accepted = &base.site.raw.silence;
        found.retain(|one| {
            let silenced = |raw: &RawSilence| {
                accepts((&raw.code, raw.at.as_deref()), one.code.as_str(), &one.origin.file)
            };
            one.severity() == Severity::Error || !accepted.iter().any(silenced)
        });
    }
    Outcome::judged(report, found)
}

fn resolve(files: &Files, drafts: Drafts, memory: &mut Memory, faults: &mut Faults) -> Option<Report> {
    let read = story_files::read(&files.stories, drafts, &mut memory.stories, faults);
    let base = base(files, memory, faults)?;
    let world = World {
        languages: &base.languages,
        scopes: &base.scopes,
        sources: &base.sources,
        plans: &base.plans,
        dimensions: &base.dimensions,
        measurement_units: &base.measurement_units,
    };
    let mut indicators = indicators::resolve(&files.indicators, &world, &mut memory.indicators, faults);
    aliases::check(&indicators, "indicator", faults);
    aliases::follow(&mut indicators, faults);
    if !files.tables.is_empty() || !memory.tables.is_empty() {
        add_tables(files, &world, memory, &mut indicators, faults);
    }
    computed::add(&mut indicators, &world, faults);
    charts::check(&indicators, &base.scopes, faults);
    against::check(&indicators, faults);
    related::check(&indicators, faults);
    plausible::check(&indicators, &base.plans, &base.measurement_units, faults);
    let mut sources = base.sources.clone();
    claims::resolve(
        &base.claims,
        &claims::World { languages: &base.languages, plans: &base.plans, indicators: &indicators },
        &mut sources,
        faults,
    );
    let briefs = written::read::<RawBrief>(&files.briefs, drafts, faults);
    let pages = written::read::<RawPage>(&files.pages, drafts, faults);
    let page_ids = pages.iter().map(|page| page.stem.clone()).collect();
    let (stories, briefs, pages) = {
        let world = bindings::World {
            languages: &base.languages,
            indicators: &indicators,
            sources: &sources,
            plans: &base.plans,
            scopes: &base.scopes,
            measurement_units: &base.measurement_units,
            pictures: &files.pictures,
            read: &read,
            pages: &page_ids,
        };
        (
            stories::resolve(&world, faults),
            briefs::resolve(&briefs, &world, faults),
            text_pages::resolve(&pages, &world, faults),
        )
    };
    aliases::check(&stories, "story", faults);
    let asked = many(&files.requests, Code::MissingFile, faults);
    let requests = requests::resolve(
        asked,
        &requests::World {
            languages: &base.languages,
            scopes: &base.scopes,
            units: &base.units,
            plans: &base.plans,
            indicators: &indicators,
            measurement_units: &base.measurement_units,
        },
        faults,
    );
    aliases::check(&pages, "page", faults);
    let named = settings_world::Named {
        indicators: &indicators,
        scopes: &base.scopes,
        stories: &stories,
        editions: &files.editions,
        read: &read,
        pages: &pages,
        plans: &base.plans,
        units: &base.units,
    };
    let site = sites::resolve(&base.site, &base.languages, &named, faults)?;
    Some(Report {
        site,
        plans: base.plans.clone(),
        scopes: base.scopes.clone(),
        units: base.units.clone(),
        measurement_units: base.measurement_units.clone(),
        sources,
        indicators,
        stories,
        briefs,
        pages,
        requests,
    })
}

/// What indicators and stories may name. If it differs from what was remembered, nothing is the same that
/// was resolved against that.
fn base(files: &Files, memory: &mut Memory, faults: &mut Faults) -> Option<Arc<Base>> {
    let own = [&files.site, &files.partnerships, &files.units, &files.dimensions].into_iter().flatten();
    let of_base = [Code::UnknownPlan, Code::UnknownSource, Code::MissingFile];
    let key = BaseFiles {
        read: own.chain(&files.plans).chain(&files.sources).cloned().collect(),
        refused: files.refused.iter().filter(|(code, _)| of_base.contains(code)).cloned().collect(),
    };
    if let Some(base) = memory.base.as_ref().filter(|base| base.files == key) {
        faults.take_over(&base.faults);
        return Some(Arc::clone(base));
    }
    memory.base = None;
    memory.indicators.clear();
    memory.tabled.clear();
    let mut part = faults.parts()();
    let base = new_base(key, files, &mut part);
    faults.take_over(&part);
    let Some(base) = base else {
        // Nothing more can be resolved, but all faults of syntax are to be seen at once.
        many::<RawIndicator>(&files.indicators, Code::UnknownIndicator, faults);
        return None;
    };
    let base = Arc::new(Base { faults: part, ..base });
    memory.base = Some(Arc::clone(&base));
    Some(base)
}

fn new_base(key: BaseFiles, files: &Files, faults: &mut Faults) -> Option<Base> {
    let site = one("site.yaml", files.site.as_ref(), faults);
    let partnerships = one("partnerships.yaml", files.partnerships.as_ref(), faults);
    let units = one("units.yaml", files.units.as_ref(), faults);
    let shared = files.dimensions.as_ref().map(|file| read(file, &Shape::new()));
    let plans = many(&files.plans, Code::UnknownPlan, faults);
    let sources = many(&files.sources, Code::UnknownSource, faults);

    let (site, partnerships, units) = (site?, partnerships?, units?);
    let languages = sites::languages(&site, faults);
    let measurement_units = sites::measurement_units(&site, &languages, faults);
    aliases::check(&measurement_units, "unit of measure", faults);
    let (sources, claims) = sources::resolve(sources, &languages, faults);
    let scopes = scopes::resolve(&partnerships, &sources, &languages, faults);
    let units = units::resolve(&units, &languages, faults);
    let dimensions = dimensions::shared(shared, &languages, faults);
    let named = plans::PlanNames { languages: &languages, scopes: &scopes, sources: &sources, units: &units };
    let plans = plans::resolve(plans, &named, faults);
    let faults = Faults::default();
    Some(Base {
        files: key,
        site,
        languages,
        measurement_units,
        sources,
        claims,
        scopes,
        units,
        dimensions,
        plans,
        faults,
    })
}

/// Adds the rows of all tables. An indicator to which the same rows were added before stays the one that it
/// became then.
fn add_tables(
    files: &Files,
    world: &World<'_>,
    memory: &mut Memory,
    indicators: &mut indicators::Indicators,
    faults: &mut Faults,
) {
    let plain = indicators.clone();
    tables::resolve(&files.tables, world, indicators, faults);
    if memory.tables != files.tables {
        memory.tabled.clear();
        memory.tables.clone_from(&files.tables);
    }
    let mut tabled = BTreeMap::new();
    for (before, after) in plain.values().zip(indicators.values_mut()) {
        if Arc::ptr_eq(before, after) {
            continue;
        }
        let known = memory.tabled.remove(&before.id).filter(|known| Arc::ptr_eq(&known.before, before));
        let kept = known.unwrap_or_else(|| Tabled { before: Arc::clone(before), after: Arc::clone(after) });
        *after = Arc::clone(&kept.after);
        tabled.insert(before.id.clone(), kept);
    }
    memory.tabled = tabled;
}

/// Reads a file that every site needs.
fn one<T: DeserializeOwned + JsonSchema>(
    name: &str,
    file: Option<&ContentFile>,
    faults: &mut Faults,
) -> Option<Parsed<T>> {
    let Some(file) = file else {
        if faults.is_broken(Code::MissingFile, name) {
            return None;
        }
        let path = format!("{}{name}", files::ROOT);
        faults.push(
            Diagnostic::new(Code::MissingFile, Origin::file(&path), "this file is missing")
                .hint("`shanhai init` writes a small site to begin with"),
        );
        return None;
    };
    read(file, &Shape::new()).map_err(|found| faults.found.extend(found)).ok()
}

/// Reads all files of a kind, in parallel; those with faults are left out, and `unknown` is what a
/// reference to them would be.
fn many<T: DeserializeOwned + JsonSchema + Send>(
    files: &[ContentFile],
    unknown: Code,
    faults: &mut Faults,
) -> Vec<Parsed<T>> {
    let shape = Shape::new();
    let read: Vec<_> = files.par_iter().map(|file| read(file, &shape)).collect();
    let mut all = Vec::new();
    for (file, one) in files.iter().zip(read) {
        match one {
            Ok(parsed) => all.push(parsed),
            Err(found) => {
                faults.found.extend(found);
                faults.broken(unknown, &file.stem);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests;
