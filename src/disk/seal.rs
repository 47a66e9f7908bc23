//! The seal of a site: the digest of its manifest, kept in the user's cache folder and not in the output folder.
//!
//! What is taken over from the last site (cards, briefs, pictures) is taken by what its manifest says. Whoever may write
//! to the output folder can change a file and its line in the manifest; the seal they cannot change. A manifest without
//! its seal is that of a site which this machine did not make, and nothing is taken over from it.

use super::output_dir::OutputDir;
use crate::digest::Digest;
use std::fs;
use std::path::PathBuf;

/// Where the seal of an output folder stands; none if there is no cache folder, or it is inside that folder.
fn place(output: &OutputDir) -> Option<PathBuf> {
    let folder = cache_folder()?.join("shanhai").join("seals");
    let path = output.path();
    let inside = |folder: PathBuf| folder.starts_with(&path);
    if inside(folder.clone()) || folder.canonicalize().is_ok_and(inside) {
        return None;
    }
    Some(folder.join(Digest::of(path.as_os_str().as_encoded_bytes()).hex()))
}

fn cache_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if let Some(folder) = named("XDG_CACHE_HOME") {
        return Some(folder);
    }
    if cfg!(windows) {
        return named("LOCALAPPDATA");
    }
    let below = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    std::env::home_dir().filter(|home| home.is_absolute()).map(|home| home.join(below))
}

/// True if this machine wrote a manifest of that text to the output folder, and no other since.
pub(super) fn holds(output: &OutputDir, manifest: &str) -> bool {
    place(output)
        .and_then(|path| fs::read_to_string(path).ok())
        .is_some_and(|sealed| sealed == Digest::of(manifest).hex())
}

/// Seals a manifest. Where that cannot be done the next build makes everything anew, which is slower and as right.
pub(super) fn put(output: &OutputDir, manifest: &str) {
    let Some(path) = place(output) else { return };
    let beside = path.with_extension(std::process::id().to_string());
    let written = || {
        fs::create_dir_all(path.parent()?).ok()?;
        fs::write(&beside, Digest::of(manifest).hex()).ok()?;
        fs::rename(&beside, &path).ok()
    };
    if written().is_none() {
        let _ = fs::remove_file(&beside);
        // An older seal must not outlive its manifest.
        let _ = fs::remove_file(&path);
    }
}
