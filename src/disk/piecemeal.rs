//! The fallback where folders cannot be exchanged atomically (the output folder is a mount, or the system does not
//! know how): new files are written aside, fsynced and renamed into place one by one, folders first and pages last, so
//! that a page never names a picture that is not there yet. Each file is old or new, never half.

use super::error::{Doing as _, PublishError};
use super::inventory::EntryKind;
use super::manifest::{self, Manifest};
use super::output_dir::OutputDir;
use super::plan::WritePlan;
use super::previous::{Previous, STAGE};
use super::swap::{scratch, sync_folder, write, write_all};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Brings the new site into the output folder.
pub(super) fn publish(
    place: &OutputDir,
    plan: &WritePlan<'_>,
    old: Option<&Previous>,
) -> Result<(), PublishError> {
    let output = place.path();
    if old.is_none() {
        fs::create_dir(&output).doing("create", &output)?;
    }
    let stage = scratch(&output, OsStr::new(STAGE)).doing("create a folder in", &output)?;
    let done = write_all(&stage, &plan.changed, |index, _| stage.join(index.to_string()))
        .and_then(|()| replace(&stage, &output, plan, old));
    let _ = fs::remove_dir_all(&stage);
    sync_folder(&output);
    done
}

fn replace(
    stage: &Path,
    output: &Path,
    plan: &WritePlan<'_>,
    old: Option<&Previous>,
) -> Result<(), PublishError> {
    // From here on files of both sites stand there: the manifest says so before the first one does.
    let both = old.map_or_else(|| plan.manifest.clone(), |old| old.manifest.both(&plan.manifest));
    put_manifest(stage, output, &both)?;
    let (first, last): (Vec<&PathBuf>, Vec<&PathBuf>) =
        plan.gone.iter().partition(|path| is_in_the_way(path, plan));
    for path in first {
        remove(output, path)?;
    }
    let mut order: Vec<(usize, &str)> =
        plan.changed.iter().enumerate().map(|(index, (path, _))| (index, *path)).collect();
    order.sort_by_key(|(_, path)| (rank(path), *path));
    for (_, path) in &order {
        let path = Path::new(path);
        if let Some(old) = old
            && old.inventory.get(path) == Some(EntryKind::Folder)
        {
            remove_empty_folders(output, path, old);
        }
        if let Some(folder) = path.parent().map(|folder| output.join(folder)) {
            fs::create_dir_all(&folder).map_err(|source| halfway(&folder, source))?;
        }
    }
    for (index, path) in order {
        let (from, to) = (stage.join(index.to_string()), output.join(path));
        fs::rename(from, &to).map_err(|source| halfway(&to, source))?;
    }
    for path in last {
        remove(output, path)?;
    }
    put_manifest(stage, output, &plan.manifest)
}

/// Pages after what they show; the first page last of all.
fn rank(path: &str) -> u8 {
    match path {
        "index.html" => 2,
        _ if Path::new(path).extension().is_some_and(|ending| ending == "html") => 1,
        _ => 0,
    }
}

/// True if a file of the old site stands where the new one has a folder, or the other way round.
fn is_in_the_way(gone: &Path, plan: &WritePlan<'_>) -> bool {
    plan.changed.iter().any(|(path, _)| {
        let path = Path::new(path);
        path.starts_with(gone) || gone.starts_with(path)
    })
}

fn put_manifest(stage: &Path, output: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    let (from, to) = (stage.join("manifest"), output.join(manifest::NAME));
    write(&from, manifest.text().as_bytes(), true).doing("write", &from)?;
    fs::rename(&from, &to).doing("write", &to)
}

/// Deletes a file that the manifest lists, and the folders that it leaves empty.
fn remove(output: &Path, path: &Path) -> Result<(), PublishError> {
    let file = output.join(path);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(halfway(&file, error)),
        _ => {}
    }
    for folder in path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
        if fs::remove_dir(output.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

/// Folders in which nothing is left, deepest first; one that is not empty stays.
fn remove_empty_folders(output: &Path, path: &Path, old: &Previous) {
    for (folder, _) in old
        .inventory
        .0
        .iter()
        .rev()
        .filter(|(folder, kind)| **kind == EntryKind::Folder && folder.starts_with(path))
    {
        let _ = fs::remove_dir(output.join(folder));
    }
}

fn halfway(path: &Path, source: std::io::Error) -> PublishError {
    PublishError::Halfway { path: path.to_owned(), source }
}
