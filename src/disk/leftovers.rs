//! Crash recovery: what a killed build left behind is put in order before the next one begins. Only called while
//! the lock is held: whatever has one of our names then belongs to nobody.

use super::error::{Doing as _, PublishError};
use super::inventory::identity_at;
use super::manifest::{self, Manifest};
use super::output_dir::{OutputDir, OwnName};
use super::previous::STAGE;
use super::swap::{FRESH, retire};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Clears the folders of killed builds, beside the output folder and in it.
pub(super) fn clear(place: &OutputDir) -> Result<(), PublishError> {
    let output = place.path();
    each(&place.parent, &place.beside(FRESH), |found, number| {
        if is_scratch(found, number) {
            fs::remove_dir_all(found).doing("delete", found)
        } else if number.is_some() && output.is_dir() {
            // It was exchanged: this is the old site, with all that stood among it.
            let listed = fs::read_to_string(found.join(manifest::NAME))
                .ok()
                .and_then(|text| Manifest::parse(&text).ok())
                .unwrap_or_default();
            retire(found, &output, &listed.paths)
        } else {
            let _ = fs::remove_dir(found);
            Ok(())
        }
    })?;
    each(&output, OsStr::new(STAGE), |found, number| {
        if is_scratch(found, number) { fs::remove_dir_all(found).doing("delete", found) } else { Ok(()) }
    })
}

/// True if a folder still is the one that a build made for itself.
fn is_scratch(found: &Path, number: Option<u64>) -> bool {
    match identity_at(found) {
        Some((_, there)) => number == Some(there),
        None => true,
    }
}

fn each(
    folder: &Path,
    prefix: &OsStr,
    mut clear: impl FnMut(&Path, Option<u64>) -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let Some(name) = OwnName::read(&entry.file_name(), prefix) else { continue };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            clear(&entry.path(), name.number)?;
        }
    }
    Ok(())
}
