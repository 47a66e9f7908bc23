//! What stands in a folder: every entry, without following a single link.

use super::error::{Doing as _, PublishError};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A regular file of so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

/// The entries below a folder by relative path; the folder itself is not among them.
#[derive(Debug, Default)]
pub(super) struct Inventory(pub BTreeMap<PathBuf, EntryKind>);

impl Inventory {
    /// Looks through a folder.
    pub(super) fn of(root: &Path) -> Result<Self, PublishError> {
        let mut entries = BTreeMap::new();
        for entry in WalkDir::new(root).min_depth(1).follow_links(false) {
            let entry = entry.map_err(std::io::Error::from).doing("look through", root)?;
            let kind = if entry.file_type().is_dir() {
                EntryKind::Folder
            } else if entry.file_type().is_file() {
                EntryKind::File(
                    entry.metadata().map_err(std::io::Error::from).doing("look at", entry.path())?.len(),
                )
            } else {
                EntryKind::Other
            };
            if let Ok(below) = entry.path().strip_prefix(root) {
                entries.insert(below.to_owned(), kind);
            }
        }
        Ok(Self(entries))
    }

    /// What stands at a path.
    pub(super) fn get(&self, path: &Path) -> Option<EntryKind> {
        self.0.get(path).copied()
    }
}

/// What makes a file the same file under two names: device and number.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems know none")]
pub(super) fn identity(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((metadata.dev(), metadata.ino()))
}

/// Other systems: unknown, so that nothing is taken for the same.
#[cfg(not(unix))]
pub(super) fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// The identity of what stands at a path, links not followed.
pub(super) fn identity_at(path: &Path) -> Option<(u64, u64)> {
    std::fs::symlink_metadata(path).ok().as_ref().and_then(identity)
}
