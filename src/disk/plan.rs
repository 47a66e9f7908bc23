//! The diff between the new site and what stands in the output folder, made before anything is touched.

use super::error::PublishError;
use super::inventory::EntryKind;
use super::manifest::{Manifest, is_plain};
use super::output_dir::OutputDir;
use super::previous::Previous;
use crate::tree::FileTree;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the new site.
pub(super) type SiteFile<'t> = (&'t str, &'t [u8]);

/// The new site beside the old one.
#[derive(Debug)]
pub(super) struct WritePlan<'t> {
    /// The new manifest.
    pub manifest: Manifest,
    /// Files that stand there already, byte for byte.
    pub same: Vec<SiteFile<'t>>,
    /// Files that do not.
    pub changed: Vec<SiteFile<'t>>,
    /// Files of the old site that the new one does not have.
    pub gone: Vec<PathBuf>,
    /// What is not ours, to be kept.
    pub foreign: BTreeMap<PathBuf, EntryKind>,
    /// True if the manifest need not be written either.
    pub listed: bool,
}

impl<'t> WritePlan<'t> {
    /// Compares; refuses if something that is not ours is in the way.
    pub(super) fn make(
        tree: &'t FileTree,
        old: Option<&Previous>,
        place: &OutputDir,
    ) -> Result<Self, PublishError> {
        if let Some((path, _)) = tree.iter().find(|(path, _)| !is_plain(path)) {
            return Err(PublishError::BadPath(path.to_owned()));
        }
        let manifest = Manifest::of(tree);
        let files: Vec<SiteFile<'t>> = tree.iter().map(|(path, bytes)| (path, bytes.as_ref())).collect();
        let Some(old) = old else {
            return Ok(Self {
                manifest,
                same: Vec::new(),
                changed: files,
                gone: Vec::new(),
                foreign: BTreeMap::new(),
                listed: false,
            });
        };
        let root = place.path();
        let (same, changed): (Vec<_>, Vec<_>) =
            files.into_par_iter().partition(|(path, bytes)| stands(&root, old, path, bytes));
        let adopted: BTreeSet<&Path> = same.iter().map(|(path, _)| Path::new(*path)).collect();
        let foreign = foreign(old, &adopted);
        for (path, _) in &changed {
            if let Some(other) = in_the_way(Path::new(path), old, &foreign) {
                return Err(PublishError::InTheWay(root.join(other)));
            }
        }
        let gone = old
            .manifest
            .paths
            .iter()
            .filter(|path| !manifest.paths.contains(*path))
            .filter(|path| matches!(old.inventory.get(path), Some(EntryKind::File(_) | EntryKind::Other)))
            .cloned()
            .collect();
        let listed = old.manifest.text() == manifest.text();
        Ok(Self { manifest, same, changed, gone, foreign, listed })
    }

    /// True if the site stands there already.
    pub(super) fn is_done(&self) -> bool {
        self.listed && self.changed.is_empty() && self.gone.is_empty()
    }

    /// Every folder that the new site has.
    pub(super) fn folders(&self) -> BTreeSet<&'t Path> {
        self.same
            .iter()
            .chain(&self.changed)
            .flat_map(|(path, _)| Path::new(*path).ancestors().skip(1))
            .filter(|folder| !folder.as_os_str().is_empty())
            .collect()
    }
}

/// True if a regular file of these bytes stands at a path that no link leads through.
fn stands(root: &Path, old: &Previous, path: &str, bytes: &[u8]) -> bool {
    old.inventory.get(Path::new(path)) == Some(EntryKind::File(bytes.len() as u64))
        && fs::read(root.join(path)).is_ok_and(|there| there == bytes)
}

/// Everything that the manifest does not list, except the folders of what it lists.
fn foreign(old: &Previous, adopted: &BTreeSet<&Path>) -> BTreeMap<PathBuf, EntryKind> {
    let ours: BTreeSet<&Path> = old
        .manifest
        .paths
        .iter()
        .map(PathBuf::as_path)
        .chain(adopted.iter().copied())
        .flat_map(|path| path.ancestors().skip(1))
        .collect();
    old.inventory
        .0
        .iter()
        .filter(|(path, kind)| match kind {
            EntryKind::Folder => !ours.contains(path.as_path()),
            _ => !old.manifest.paths.contains(*path) && !adopted.contains(path.as_path()),
        })
        .map(|(path, kind)| (path.clone(), *kind))
        .collect()
}

/// What is not ours and stands where a file, or a folder on the way to it, has to be.
fn in_the_way<'o>(
    path: &'o Path,
    old: &'o Previous,
    foreign: &'o BTreeMap<PathBuf, EntryKind>,
) -> Option<&'o Path> {
    let below = foreign.range(path.to_owned()..).next().map(|(other, _)| other.as_path());
    let above = path.ancestors().skip(1).find(|folder| {
        matches!(old.inventory.get(folder), Some(EntryKind::File(_) | EntryKind::Other))
            && !old.manifest.paths.contains(*folder)
    });
    below.filter(|other| other.starts_with(path)).or(above)
}
