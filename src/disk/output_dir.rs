//! The output directory: resolved without symbolic links, and the places that a site is never written to.

use super::error::{Doing as _, PublishError, Refusal};
use super::inventory::{identity, identity_at};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The output folder: its parent without any link in it, and its name.
#[derive(Debug, Clone)]
pub(super) struct OutputDir {
    /// The folder that it stands in.
    pub parent: PathBuf,
    /// Its name there.
    pub name: OsString,
}

impl OutputDir {
    /// Resolves an output folder and refuses what must never be one. Touches nothing.
    pub(super) fn find(output: &Path, guarded: &[PathBuf]) -> Result<Self, PublishError> {
        let refused = |why| PublishError::Refused { output: output.to_owned(), why };
        let full = std::path::absolute(output).doing("find", output)?;
        // If it ends in `..`, what it leads to decides.
        let full = if full.file_name().is_some() { full } else { resolve(&full).doing("find", &full)? };
        let (Some(parent), Some(name)) = (full.parent(), full.file_name()) else {
            return Err(refused(Refusal::Root));
        };
        let place = Self { parent: resolve(parent).doing("find", parent)?, name: name.to_owned() };
        let path = place.path();
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => return Err(refused(Refusal::Link)),
            Ok(found) if !found.is_dir() => return Err(refused(Refusal::NotAFolder)),
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).doing("look at", &path);
            }
            _ => {}
        }
        if let Some(home) = std::env::home_dir().and_then(|home| home.canonicalize().ok())
            && contains(&path, &home)
        {
            return Err(refused(Refusal::Home));
        }
        for other in guarded {
            if let Ok(there) = resolve(other)
                && (contains(&path, &there) || contains(&there, &path))
            {
                return Err(refused(Refusal::Overlaps(other.clone())));
            }
        }
        if let Some(mount) = mount_inside(&path) {
            return Err(refused(Refusal::MountInside(mount)));
        }
        Ok(place)
    }

    /// The folder itself.
    pub(super) fn path(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// True if the folder is a mount point (a volume of a container): it cannot be exchanged, and what is made beside it
    /// stands on another disk.
    pub(super) fn is_mount(&self) -> bool {
        let device = |path: &Path| identity_at(path).map(|(device, _)| device);
        let path = self.path();
        let other_device = device(&path).is_some_and(|own| Some(own) != device(&self.parent));
        other_device || mounts().contains(&path)
    }

    /// Its name with words around it: what our own files beside it are called.
    pub(super) fn beside(&self, ending: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(ending);
        name
    }
}

/// A path without links and `..`, also where its end does not exist yet.
pub(super) fn resolve(path: &Path) -> std::io::Result<PathBuf> {
    let mut resolved = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            part => {
                resolved.push(part);
                match resolved.canonicalize() {
                    Ok(real) => resolved = real,
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(resolved)
}

/// True if `inner` is `outer` or lies below it: by name, or because a folder on the way is the same
/// one (a bind mount, a file system that ignores case).
pub(super) fn contains(outer: &Path, inner: &Path) -> bool {
    if inner.starts_with(outer) {
        return true;
    }
    let of = |path: &Path| fs::metadata(path).ok().as_ref().and_then(identity);
    let Some(outer) = of(outer) else { return false };
    inner.ancestors().any(|folder| of(folder) == Some(outer))
}

/// Where file systems are mounted.
#[cfg(target_os = "linux")]
fn mounts() -> Vec<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    let table = fs::read("/proc/self/mountinfo").unwrap_or_default();
    table
        .split(|byte| *byte == b'\n')
        .filter_map(|line| line.split(|byte| *byte == b' ').nth(4))
        .map(|field| PathBuf::from(OsString::from_vec(unescape(field))))
        .collect()
}

/// Elsewhere the table of mounts is not read; a folder on another device still cannot be swapped.
#[cfg(not(target_os = "linux"))]
fn mounts() -> Vec<PathBuf> {
    Vec::new()
}

/// A mount point strictly below a folder.
fn mount_inside(path: &Path) -> Option<PathBuf> {
    mounts().into_iter().find(|mount| mount.starts_with(path) && mount != path)
}

/// Blanks and the like stand in the table of mounts as `\040`.
#[cfg(target_os = "linux")]
fn unescape(field: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, tail)) = rest.split_first() {
        let octal = (*first == b'\\')
            .then(|| tail.get(..3))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        if let Some(byte) = octal {
            out.push(byte);
            rest = &tail[3..];
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    out
}

/// A name that a build gives to a folder of its own: `<prefix><pid>` for a moment, then
/// `<prefix><pid>-<number>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnName {
    /// The number that the folder had on the file system when it was made.
    pub number: Option<u64>,
}

impl OwnName {
    /// Reads a name; none if it is not one of ours.
    pub(super) fn read(name: &OsStr, prefix: &OsStr) -> Option<Self> {
        let rest = name.to_str()?.strip_prefix(prefix.to_str()?)?;
        let (pid, number) = rest.split_once('-').map_or((rest, None), |(pid, number)| (pid, Some(number)));
        pid.parse::<u32>().ok()?;
        match number {
            None => Some(Self { number: None }),
            Some(number) => number.parse().ok().map(|number| Self { number: Some(number) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_our_own_folders_are_recognised_and_no_others() {
        let prefix = OsStr::new(".output.shanhai-new-");
        let read = |name: &str| OwnName::read(OsStr::new(name), prefix);
        assert_eq!(read(".output.shanhai-new-12-77"), Some(OwnName { number: Some(77) }));
        assert_eq!(read(".output.shanhai-new-12"), Some(OwnName { number: None }));
        for other in [".output.shanhai-new-", ".output.shanhai-new-x", ".output.shanhai-new-1-b", "output"] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_table_of_mounts_is_read_with_its_escapes() {
        assert_eq!(unescape(br"/a\040b\134c"), br"/a b\c".to_vec());
        assert_eq!(unescape(br"/a\04"), br"/a\04".to_vec());
    }

    #[test]
    fn a_path_is_resolved_also_where_it_does_not_exist() {
        let folder = tempfile::tempdir().expect("folder");
        let real = folder.path().canonicalize().expect("there");
        assert_eq!(resolve(&real.join("a/../b/./c")).expect("fine"), real.join("b/c"));
    }
}
