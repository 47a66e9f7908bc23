//! Files → [`Report`]: raw files as written become a resolved model, and every fault is collected.
//!
//! The order is that of reference: the site's languages first, then what others name (units of
//! measure, scopes, units, sources), then plans, indicators, claims over figures, and stories last.
//! A phase that finds faults goes on; the report exists only if there was no error at all.

mod actuals;
mod charts;
mod claims;
mod files;
mod indicators;
mod measures;
mod photos;
mod plans;
pub mod raw;
mod scopes;
mod sites;
mod sources;
mod spot;
mod stated;
mod stories;
mod tables;
mod targets;
mod units;
mod values;
mod wording;

use crate::diagnostic::{Code, Diagnostic, Outcome};
use crate::model::{Origin, Report};
use crate::tree::FileTree;
use crate::yaml::Document;
use files::{ContentFile, Files};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use spot::Faults;

/// A file that was read as its raw type.
struct Parsed<T> {
    stem: String,
    document: Document,
    raw: T,
}

/// Loads the content below `content/` of a tree.
pub fn load(tree: &FileTree) -> Outcome<Report> {
    let mut found = Vec::new();
    let files = files::sort(tree, &mut found);
    for kind in [&files.plans, &files.sources, &files.indicators] {
        files::duplicates(kind, &mut found);
    }
    let mut faults = Faults::new(found);
    for (unknown, id) in &files.refused {
        faults.broken(*unknown, id);
    }
    let report = resolve(&files, &mut faults);
    Outcome::judged(report, faults.into_found())
}

fn resolve(files: &Files, faults: &mut Faults) -> Option<Report> {
    let site = one("site.yaml", files.site.as_ref(), faults);
    let partnerships = one("partnerships.yaml", files.partnerships.as_ref(), faults);
    let units = one("units.yaml", files.units.as_ref(), faults);
    let plans = many(&files.plans, Code::UnknownPlan, faults);
    let sources = many(&files.sources, Code::UnknownSource, faults);
    let indicators = many(&files.indicators, Code::UnknownIndicator, faults);
    let stories = stories::read(&files.stories, faults);

    // Without these three nothing else can be resolved, but all syntax has been seen by now.
    let (site_file, partnerships, units) = (site?, partnerships?, units?);
    let languages = sites::languages(&site_file, faults);
    let measurement_units = sites::measurement_units(&site_file, &languages, faults);
    let (source_map, claim_files) = sources::resolve(sources, &languages, faults);
    let scopes = scopes::resolve(&partnerships, &source_map, &languages, faults);
    let units = units::resolve(&units, &languages, faults);
    let base = plans::Base { languages: &languages, scopes: &scopes, sources: &source_map, units: &units };
    let plans = plans::resolve(plans, &base, faults);
    let world = indicators::World {
        languages: &languages,
        scopes: &scopes,
        sources: &source_map,
        plans: &plans,
        measurement_units: &measurement_units,
    };
    let mut indicators = indicators::resolve(indicators, &world, faults);
    tables::resolve(&files.tables, &world, &mut indicators, faults);
    charts::check(&indicators, &scopes, faults);
    let mut sources = source_map;
    claims::resolve(claim_files, &languages, &indicators, &mut sources, faults);
    let stories = {
        let world = stories::World {
            languages: &languages,
            indicators: &indicators,
            sources: &sources,
            plans: &plans,
            pictures: &files.pictures,
        };
        stories::resolve(stories, &world, faults)
    };
    let site = sites::resolve(&site_file, languages, &indicators, &stories, faults)?;
    Some(Report { site, plans, scopes, units, measurement_units, sources, indicators, stories })
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
    read(file).map_err(|found| faults.found.extend(found)).ok()
}

/// Reads all files of a kind, in parallel; those with faults are left out, and `unknown` is what a
/// reference to them would be.
fn many<T: DeserializeOwned + JsonSchema + Send>(
    files: &[ContentFile],
    unknown: Code,
    faults: &mut Faults,
) -> Vec<Parsed<T>> {
    let read: Vec<_> = files.par_iter().map(read).collect();
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

fn read<T: DeserializeOwned + JsonSchema>(file: &ContentFile) -> Result<Parsed<T>, Vec<Diagnostic>> {
    let document = Document::parse(&file.path, &file.text, 0..file.text.len())?;
    let raw = document.read()?;
    Ok(Parsed { stem: file.stem.clone(), document, raw })
}

#[cfg(test)]
mod tests;
