//! Crash recovery: what a killed build left behind is put in order before the next one begins. Only called while
//! the lock is held: whatever has one of our names then belongs to nobody. What cannot be taken away (its files belong
//! to another user, say) stays for a later build and stops none.

use super::inventory::identity_at;
use super::manifest::{self, Manifest};
use super::output_dir::{OutputDir, OwnName};
use super::previous::STAGE;
use super::swap::{FRESH, retire};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Clears the folders of killed builds, beside the output folder and in it.
pub(super) fn clear(place: &OutputDir) {
    let output = place.path();
    each(&place.parent, &place.beside(FRESH), |found, number| {
        if is_scratch(found, number) {
            let _ = fs::remove_dir_all(found);
        } else if number.is_some() && output.is_dir() {
            // It was exchanged: this is the old site, with all that stood among it.
            let listed = fs::read_to_string(found.join(manifest::NAME))
                .ok()
                .and_then(|text| Manifest::parse(&text).ok())
                .unwrap_or_default();
            let _ = retire(found, &output, &listed.paths);
        } else {
            let _ = fs::remove_dir(found);
        }
    });
    // In the output folder nothing is ever exchanged, and some mounts number their folders anew: the name alone says
    // what it is.
    each(&output, OsStr::new(STAGE), |found, _| {
        let _ = fs::remove_dir_all(found);
    });
}

/// True if a folder still is the one that a build made for itself.
fn is_scratch(found: &Path, number: Option<u64>) -> bool {
    match identity_at(found) {
        Some((_, there)) => number == Some(there),
        None => true,
    }
}

fn each(folder: &Path, prefix: &OsStr, mut clear: impl FnMut(&Path, Option<u64>)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Some(name) = OwnName::read(&entry.file_name(), prefix) else { continue };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            clear(&entry.path(), name.number);
        }
    }
}
