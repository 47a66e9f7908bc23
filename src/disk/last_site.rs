//! The build cache: files of the last site, read again from the output folder, that need not be made anew.

use super::output_dir::OutputDir;
use super::{previous, seal};
use crate::digest::Digest;
use crate::tree::FileTree;
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads the files of the last site that `wanted` names by their paths. Only what our manifest lists and
/// whose bytes are those that it lists, and only if the manifest is sealed: whoever may write to the output folder can
/// forge it. Whatever is amiss, they are left out and are made anew.
pub fn last_site(output: &Path, guarded: &[PathBuf], wanted: impl Fn(&str) -> bool) -> FileTree {
    let mut files = FileTree::new();
    let Ok(place) = OutputDir::find(output, guarded) else { return files };
    let Ok(Some(manifest)) = previous::manifest(&place, output) else { return files };
    if !seal::holds(&place, manifest.text()) {
        return files;
    }
    let root = place.path();
    let listed: Vec<(&str, &str)> = manifest.files().filter(|(path, _)| wanted(path)).collect();
    let read: Vec<Option<(&str, Vec<u8>)>> = listed
        .into_par_iter()
        .map(|(path, known)| {
            let file = root.join(path);
            // A pipe put in its place would never end.
            let plain = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
            let bytes = if plain { fs::read(&file).ok()? } else { return None };
            (Digest::of(&bytes).hex() == known).then_some((path, bytes))
        })
        .collect();
    for (path, bytes) in read.into_iter().flatten() {
        // Between two sites a manifest may list a path twice; one of the two is what stands there.
        drop(files.add(path, bytes));
    }
    files
}
