//! Atomic publishing: a site to its folder whole or not at all, and nothing written that stands there already.

use super::error::{Doing as _, PublishError};
use super::lock::Lock;
use super::output_dir::OutputDir;
use super::plan::WritePlan;
use super::previous::{self, Previous};
use super::{leftovers, piecemeal, seal, swap};
use crate::tree::FileTree;
use std::path::{Path, PathBuf};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files written.
    pub written: usize,
    /// Files that stood there already and were not touched.
    pub unchanged: usize,
    /// Files of the last build deleted.
    pub deleted: usize,
}

/// Whether folders may be exchanged; the other way is a fallback, and tested by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Exchange,
    #[cfg_attr(not(test), allow(dead_code, reason = "chosen at run time by trying the other one"))]
    Piecemeal,
}

/// Refuses a folder that a site is never written to, before any work is done for it.
///
/// # Errors
/// [`PublishError::Refused`], or that the folder cannot be looked at.
pub fn refuse(output: &Path, guarded: &[PathBuf]) -> Result<(), PublishError> {
    previous::manifest(&OutputDir::find(output, guarded)?, output).map(|_| ())
}

/// Writes a site to a folder. `guarded` are folders that the output may not touch: those of the content
/// and of the themes.
///
/// # Errors
/// Why it was not written; what stood there before still stands, except after
/// [`PublishError::Halfway`].
pub fn publish(tree: &FileTree, output: &Path, guarded: &[PathBuf]) -> Result<Published, PublishError> {
    publish_by(tree, output, guarded, Way::Exchange)
}

pub(super) fn publish_by(
    tree: &FileTree,
    output: &Path,
    guarded: &[PathBuf],
    way: Way,
) -> Result<Published, PublishError> {
    let place = OutputDir::find(output, guarded)?;
    previous::manifest(&place, output)?;
    std::fs::create_dir_all(&place.parent).doing("create", &place.parent)?;
    let _lock = Lock::take(&place, output)?;
    leftovers::clear(&place);
    let old = Previous::look(&place, output)?;
    let plan = WritePlan::make(tree, old.as_ref(), &place)?;
    let published =
        Published { written: plan.changed.len(), unchanged: plan.same.len(), deleted: plan.gone.len() };
    if old.is_some() && plan.is_done() {
        seal::put(&place, plan.manifest.text());
        return Ok(published);
    }
    let exchanged = way == Way::Exchange && !place.is_mount() && swap::publish(&place, &plan, old.as_ref())?;
    if !exchanged {
        piecemeal::publish(&place, &plan, old.as_ref())?;
    }
    seal::put(&place, plan.manifest.text());
    Ok(published)
}
