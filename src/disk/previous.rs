//! The previous site in the output folder: our files by its manifest, the rest by inventory.

use super::error::{Doing as _, PublishError, Refusal};
use super::inventory::Inventory;
use super::manifest::{self, Manifest};
use super::output_dir::{OutputDir, OwnName};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// The beginning of the name of a folder for files on their way into the output folder.
pub(super) const STAGE: &str = ".shanhai-new-";

/// The site that stands there, and whatever stands among it.
#[derive(Debug)]
pub(super) struct Previous {
    /// What is ours.
    pub manifest: Manifest,
    /// What there is.
    pub inventory: Inventory,
}

impl Previous {
    /// Looks at the output folder; none if there is none.
    pub(super) fn look(place: &OutputDir, output: &Path) -> Result<Option<Self>, PublishError> {
        let Some(manifest) = manifest(place, output)? else { return Ok(None) };
        Ok(Some(Self { manifest, inventory: Inventory::of(&place.path())? }))
    }
}

/// The manifest of the output folder: none if there is no folder, an empty one if the folder is empty.
/// Refuses a folder that holds anything else without one.
pub(super) fn manifest(place: &OutputDir, output: &Path) -> Result<Option<Manifest>, PublishError> {
    let refused = |why| PublishError::Refused { output: output.to_owned(), why };
    let folder = place.path();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).doing("look into", &folder),
    };
    let path = folder.join(manifest::NAME);
    if fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
        let text = String::from_utf8(fs::read(&path).doing("read", &path)?)
            .map_err(|_| refused(Refusal::Manifest("it is not text".to_owned())))?;
        return Manifest::parse(&text).map(Some).map_err(|why| refused(Refusal::Manifest(why)));
    }
    for entry in entries {
        let name = entry.doing("look into", &folder)?.file_name();
        // A build killed at its very first step leaves its stage and nothing else.
        if OwnName::read(&name, OsStr::new(STAGE)).is_none() {
            return Err(refused(Refusal::NotOurs));
        }
    }
    Ok(Some(Manifest::parse("").unwrap_or_default()))
}
