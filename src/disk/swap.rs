//! Atomic exchange (rename, `RENAME_EXCHANGE`): the site is built and fsynced beside the old one, then swapped in.

use super::error::{Doing as _, PublishError};
use super::inventory::{EntryKind, Inventory, identity_at};
use super::manifest;
use super::output_dir::OutputDir;
use super::plan::{SiteFile, WritePlan};
use super::previous::Previous;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The end of the name of a folder in which a site is built.
pub(super) const FRESH: &str = ".shanhai-new-";

/// More files than this are brought to the disk all at once instead of one by one.
const SYNC_EACH: usize = 8;

/// Puts the new site in the place of the old one; false if this system cannot exchange the two here,
/// and nothing was touched.
pub(super) fn publish(
    place: &OutputDir,
    plan: &WritePlan<'_>,
    old: Option<&Previous>,
) -> Result<bool, PublishError> {
    let stands = old.is_some();
    let fresh = match scratch(&place.parent, &place.beside(FRESH)) {
        Ok(fresh) => fresh,
        Err(error) if stands && is_closed(&error) => return Ok(false),
        Err(error) => return Err(error).doing("create a folder in", &place.parent),
    };
    let output = place.path();
    let done = match fill(&fresh, &output, plan, stands) {
        Ok(true) => exchange(&fresh, place, stands),
        other => other,
    };
    match (&done, old) {
        // The site stands; what is left of the old one can wait for the next build if it must.
        (Ok(true), Some(old)) => drop(retire(&fresh, &output, &old.manifest.paths)),
        (Ok(true), None) => {}
        _ => drop(fs::remove_dir_all(&fresh)),
    }
    done
}

/// Builds the site; false if something that is not ours cannot be in two folders at once.
fn fill(fresh: &Path, output: &Path, plan: &WritePlan<'_>, stands: bool) -> Result<bool, PublishError> {
    // First the manifest: whatever the moment of a crash, it says which files are ours.
    let path = fresh.join(manifest::NAME);
    write(&path, plan.manifest.text().as_bytes(), true).doing("write", &path)?;
    for folder in plan.folders() {
        make_folder(&fresh.join(folder))?;
    }
    if !keep(fresh, output, plan)? {
        return Ok(false);
    }
    let each = plan.changed.len() <= SYNC_EACH;
    plan.same.par_iter().try_for_each(|(path, bytes)| {
        let (from, to) = (output.join(path), fresh.join(path));
        fs::hard_link(from, &to).or_else(|_| write(&to, bytes, each)).doing("write", &to)
    })?;
    write_all(fresh, &plan.changed, |_, path| fresh.join(path))?;
    if stands {
        let same = fs::metadata(output).and_then(|old| fs::set_permissions(fresh, old.permissions()));
        same.doing("set the permissions of", fresh)?;
    }
    Ok(true)
}

/// Hard links to everything that is not ours: it is in both folders until the old one is gone. False
/// if the system allows none (another owner's file, a file system without links).
fn keep(fresh: &Path, output: &Path, plan: &WritePlan<'_>) -> Result<bool, PublishError> {
    for (path, kind) in &plan.foreign {
        let (from, to) = (output.join(path), fresh.join(path));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).doing("create", folder)?;
        }
        if *kind == EntryKind::Folder {
            make_folder(&to)?;
            let same = fs::metadata(&from).and_then(|old| fs::set_permissions(&to, old.permissions()));
            same.doing("set the permissions of", &to)?;
        } else if let Err(error) = fs::hard_link(&from, &to) {
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::StorageFull) {
                return Err(error).doing("keep", &from);
            }
            return Ok(false);
        }
    }
    Ok(true)
}

fn make_folder(path: &Path) -> Result<(), PublishError> {
    match fs::create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error).doing("create", path),
        _ => Ok(()),
    }
}

/// Writes files in parallel and sees that they are on the disk before anything points at them.
pub(super) fn write_all(
    folder: &Path,
    files: &[SiteFile<'_>],
    to: impl Fn(usize, &str) -> PathBuf + Sync,
) -> Result<(), PublishError> {
    let each = files.len() <= SYNC_EACH || !cfg!(target_os = "linux");
    files.par_iter().enumerate().try_for_each(|(index, (path, bytes))| {
        let to = to(index, path);
        write(&to, bytes, each).doing("write", &to)
    })?;
    if !each {
        sync_everything(folder).doing("write", folder)?;
    }
    Ok(())
}

/// Writes a file that does not exist yet.
pub(super) fn write(path: &Path, bytes: &[u8], sync: bool) -> io::Result<()> {
    let mut file = fs::File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    if sync { file.sync_all() } else { Ok(()) }
}

#[cfg(target_os = "linux")]
fn sync_everything(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_everything(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Brings the names in a folder to the disk.
pub(super) fn sync_folder(folder: &Path) {
    // Not every system lets a folder be opened; then it decides itself when names are written.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// A new folder of our own. Its name ends in its number on the file system: whoever finds it later
/// can tell whether it still is what was made here, or the site that was exchanged for it.
pub(super) fn scratch(parent: &Path, prefix: &OsStr) -> io::Result<PathBuf> {
    let mut name = prefix.to_owned();
    name.push(std::process::id().to_string());
    let mut path = parent.join(&name);
    // One of a dead build of the same number may be there that could not be taken away.
    let mut made = fs::create_dir(&path);
    for again in 0..100_u32 {
        if !matches!(&made, Err(error) if error.kind() == io::ErrorKind::AlreadyExists) {
            break;
        }
        // No process has such a number.
        let odd = u32::MAX - again;
        prefix.clone_into(&mut name);
        name.push(odd.to_string());
        path = parent.join(&name);
        made = fs::create_dir(&path);
    }
    made?;
    let Some((_, number)) = identity_at(&path) else { return Ok(path) };
    name.push(format!("-{number}"));
    let numbered = parent.join(name);
    fs::rename(&path, &numbered)?;
    Ok(numbered)
}

/// True for the errors of a folder in which nothing can be created.
fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn exchange(fresh: &Path, place: &OutputDir, stands: bool) -> Result<bool, PublishError> {
    let output = place.path();
    sync_folder(fresh);
    if stands {
        if !exchange_folders(fresh, &output).doing("put the new site in place of", &output)? {
            return Ok(false);
        }
    } else {
        fs::rename(fresh, &output).doing("put the new site at", &output)?;
    }
    sync_folder(&place.parent);
    Ok(true)
}

#[cfg(target_os = "linux")]
fn exchange_folders(fresh: &Path, output: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, fresh, CWD, output, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::BUSY | Errno::INVAL | Errno::NOSYS | Errno::XDEV | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange_folders(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Takes an old site away after the new one stands: deletes what is listed, and what the new folder
/// has as well; moves everything else over. What cannot be taken away stays, and the rest goes all the same. The
/// manifest goes last, so that this can be repeated.
pub(super) fn retire(old: &Path, output: &Path, listed: &BTreeSet<PathBuf>) -> Result<(), PublishError> {
    let inventory = Inventory::of(old)?;
    let mut whole = Ok(());
    for (path, kind) in inventory.0.iter().rev() {
        let from = old.join(path);
        if path == Path::new(manifest::NAME) {
            continue;
        }
        if *kind == EntryKind::Folder {
            // Not empty if something has been put there this moment: then it stays for the next build.
            let _ = fs::remove_dir(&from);
        } else if listed.contains(path) {
            whole = whole.and(fs::remove_file(&from).doing("delete", &from));
        } else {
            whole = whole.and(bring_over(&from, &output.join(path)));
        }
    }
    whole?;
    let manifest = old.join(manifest::NAME);
    if manifest.exists() {
        fs::remove_file(&manifest).doing("delete", &manifest)?;
    }
    fs::remove_dir(old).doing("delete", old)
}

/// A file that is not ours: usually the same file is in both folders. If it was made or replaced while
/// the site was being built, the newer one takes the name and the other is kept beside it.
fn bring_over(from: &Path, to: &Path) -> Result<(), PublishError> {
    let there = identity_at(to);
    if there.is_some() && there == identity_at(from) {
        return fs::remove_file(from).doing("delete", from);
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).doing("create", folder)?;
    }
    if fs::symlink_metadata(to).is_err() {
        return fs::rename(from, to).doing("keep", from);
    }
    let mut aside = to.as_os_str().to_owned();
    aside.push(format!(".kept-{}", std::process::id()));
    let changed = |path: &Path| fs::symlink_metadata(path).and_then(|found| found.modified()).ok();
    if changed(from) > changed(to) {
        fs::rename(to, &aside).doing("keep", to)?;
        fs::rename(from, to).doing("keep", from)
    } else {
        fs::rename(from, Path::new(&aside)).doing("keep", from)
    }
}
