//! What a renaming changes.

use super::order::RenameKind;
use std::sync::Arc;

/// What changes on the disk: the bytes of some files, then the name of one file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    /// What it is that is renamed.
    pub kind: RenameKind,
    /// The files whose bytes change, by the paths that they have before.
    pub edits: Vec<FileEdit>,
    /// The file or folder that gets another path; none for what stands in a file of other things.
    pub moved: Option<(String, String)>,
}

/// A file whose bytes change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdit {
    /// Its path, before it is moved.
    pub path: String,
    /// What stands in it.
    pub before: Arc<[u8]>,
    /// What is to stand in it.
    pub after: Arc<[u8]>,
}
