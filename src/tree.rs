//! Files held in memory: what the content is read into and what the site is built into.

use std::{collections::BTreeMap, sync::Arc};

/// Paths with forward slashes, relative to a root, and their bytes. Sorted, so that walking it
/// gives the same order on every machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileTree {
    files: BTreeMap<String, Arc<[u8]>>,
}

/// Two writers wanted the same path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTaken(pub String);

impl FileTree {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    /// [`PathTaken`] if there is one of that path already: two writers of one path are a fault, not a
    /// race that the later one wins.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Result<(), PathTaken> {
        let path = path.into();
        if self.files.contains_key(&path) {
            return Err(PathTaken(path));
        }
        self.files.insert(path, bytes.into());
        Ok(())
    }

    /// Writes a file over the one of that path, if there is one.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The bytes of a file, to be held by another tree as well.
    pub fn shared(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).map(Arc::clone)
    }

    /// The text of a file, if it is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.get(path)?).ok()
    }

    /// All files in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True if there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
