//! Renaming (refactoring) of what has an id: its file, every reference to it, and an alias by which its old address
//! leads on.
//!
//! ```text
//! definition   the thing under its new id, with the old one as an alias     → loads, and each reference is a warning
//! references   the place of each such warning, and links in any text        → replaced
//! the whole    loads again without a fault and without such a warning        → or nothing is done
//! ```
//!
//! So there is no second list of the places where a reference may stand: what the loader resolves by an alias is what
//! is renamed.

mod alias;
mod definition;
mod diff;
mod order;
mod references;
mod renaming;
mod texts;

pub use diff::diff;
pub use order::{RenameKind, RenameOrder};
pub use renaming::{FileEdit, Renaming};

use crate::diagnostic::{Code, Diagnostic, Outcome, Severity, nearest};
use crate::load::{Drafts, Memory, old_id_message, reload};
use crate::model::{Alias, IdFault, IndicatorId, Report};
use crate::tree::FileTree;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;
use texts::Texts;

/// Why nothing is renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenameFault {
    /// The content has errors: what cannot be read may hold references.
    Content(Vec<Diagnostic>),
    /// The new id cannot be one.
    BadId(IdFault),
    /// Nothing has the old id; the nearest one that something has.
    Unknown(Option<String>),
    /// Several things have the old id.
    Several(Vec<RenameKind>),
    /// The unit of measure is built in.
    BuiltIn,
    /// Its file is written in a way in which no alias can be added.
    NoRoom,
    /// Something has the new id, or had it; what has it now, if it is another.
    Taken(Option<String>),
    /// These references cannot be changed by the program, or the content would have these errors afterwards.
    Left(Vec<Diagnostic>),
}

/// Works out what a renaming changes; nothing is written.
///
/// # Errors
/// Why nothing is renamed.
pub fn rename(content: &FileTree, order: RenameOrder<'_>) -> Result<Renaming, RenameFault> {
    let report = loaded(content).map_err(RenameFault::Content)?.0;
    let kind = kind_of(&report, content, order)?;
    free(&report, content, kind, order.new)?;
    if kind == RenameKind::UnitOfMeasure && !definition::is_own_unit(content, order.old) {
        return Err(RenameFault::BuiltIn);
    }
    let definition = definition::of(content, kind, order).ok_or(RenameFault::NoRoom)?;
    let mut texts = Texts { content, changed: BTreeMap::new(), moved: definition.moved.as_ref() };
    for (path, edits) in definition.edits {
        texts.apply(&path, edits);
    }
    let (_, found) = loaded(&texts.tree()).map_err(RenameFault::Left)?;
    let message = old_id_message(kind.word(), order.old, order.new);
    let warned: Vec<Diagnostic> = old_ids(found, &message);
    for (path, edits) in references::of(&texts, kind, order, &warned) {
        texts.apply(&path, edits);
    }
    let (_, found) = loaded(&texts.tree()).map_err(RenameFault::Left)?;
    let left = old_ids(found, &message);
    if !left.is_empty() {
        return Err(RenameFault::Left(left));
    }
    let edits = texts.changed.into_iter().filter_map(|(path, after)| {
        let before = content.shared(&path)?;
        Some(FileEdit { after: Arc::from(after.into_bytes()), before, path })
    });
    Ok(Renaming { kind, edits: edits.collect(), moved: definition.moved })
}

/// Loads the content with the texts that are drafts, which hold references too.
fn loaded(content: &FileTree) -> Result<(Report, Vec<Diagnostic>), Vec<Diagnostic>> {
    let Outcome { value, diagnostics } = reload(content, Drafts::Shown, &mut Memory::default());
    let errors = |found: Vec<Diagnostic>| {
        found.into_iter().filter(|one| one.severity() == Severity::Error).collect::<Vec<_>>()
    };
    match value {
        Some(report) => Ok((report, diagnostics)),
        None => Err(errors(diagnostics)),
    }
}

/// The warnings that say that a reference has the old id.
fn old_ids(found: Vec<Diagnostic>, message: &str) -> Vec<Diagnostic> {
    found.into_iter().filter(|one| one.code == Code::OldId && one.message == message).collect()
}

/// What has the old id.
fn kind_of(report: &Report, content: &FileTree, order: RenameOrder<'_>) -> Result<RenameKind, RenameFault> {
    let wanted = |kind: &RenameKind| order.kind.is_none_or(|asked| asked == *kind);
    let mut kinds: Vec<RenameKind> = RenameKind::ALL
        .into_iter()
        .filter(wanted)
        .filter(|kind| ids(report, *kind).contains(&order.old))
        .collect();
    if kinds.len() > 1 && !definition::is_own_unit(content, order.old) {
        // One that is built in is not meant where a thing of the site has its name.
        kinds.retain(|kind| *kind != RenameKind::UnitOfMeasure);
    }
    match kinds.as_slice() {
        [kind] => Ok(*kind),
        [] => {
            let can = |kind: RenameKind, id: &str| {
                kind != RenameKind::UnitOfMeasure || definition::is_own_unit(content, id)
            };
            let known = RenameKind::ALL
                .into_iter()
                .filter(wanted)
                .flat_map(|kind| ids(report, kind).into_iter().filter(move |id| can(kind, id)));
            Err(RenameFault::Unknown(nearest(order.old, known).map(str::to_owned)))
        }
        _ => Err(RenameFault::Several(kinds)),
    }
}

/// The ids of what there is of a kind, each with those that it had before.
fn named(report: &Report, kind: RenameKind) -> Vec<(&str, Vec<&str>)> {
    fn old<I: Borrow<str>>(aliases: &[Alias<I>]) -> Vec<&str> {
        aliases.iter().map(|alias| alias.id.borrow()).collect()
    }
    match kind {
        RenameKind::Indicator => {
            report.indicators.values().map(|one| (one.id.as_str(), old(&one.aliases))).collect()
        }
        RenameKind::Story => {
            report.stories.values().map(|one| (one.id.as_str(), old(&one.aliases))).collect()
        }
        RenameKind::UnitOfMeasure => {
            report.measurement_units.values().map(|one| (one.id.as_str(), old(&one.aliases))).collect()
        }
    }
}

fn ids(report: &Report, kind: RenameKind) -> Vec<&str> {
    named(report, kind).into_iter().map(|(id, _)| id).collect()
}

/// Looks whether the new id can be one and is nobody's.
fn free(report: &Report, content: &FileTree, kind: RenameKind, new: &str) -> Result<(), RenameFault> {
    IndicatorId::new(new).map_err(RenameFault::BadId)?;
    let had_it = named(report, kind).into_iter().find(|(_, old)| old.contains(&new));
    let owner = had_it.map(|(id, _)| id.to_owned());
    if owner.is_some() {
        return Err(RenameFault::Taken(owner));
    }
    let folder = format!("content/stories/{new}/");
    let stands = kind == RenameKind::Story && content.iter().any(|(path, _)| path.starts_with(&folder));
    if stands || ids(report, kind).contains(&new) { Err(RenameFault::Taken(None)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
