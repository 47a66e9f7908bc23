//! The content while it is renamed: the texts that change, under the paths that they had and will have.

use crate::tree::FileTree;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The content as it will be.
pub(super) struct Texts<'a> {
    pub content: &'a FileTree,
    /// The texts that changed, by the paths that they had.
    pub changed: BTreeMap<String, String>,
    pub moved: Option<&'a (String, String)>,
}

impl Texts<'_> {
    /// The text of a file, by the path that it had.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.changed.get(path).map(String::as_str).or_else(|| self.content.text(path))
    }

    /// Replaces parts of a file.
    pub(super) fn apply(&mut self, path: &str, mut edits: Vec<TextEdit>) {
        let Some(mut text) = self.text(path).map(str::to_owned) else { return };
        edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
        edits.dedup();
        for edit in edits.into_iter().rev() {
            text.replace_range(edit.at, &edit.with);
        }
        self.changed.insert(path.to_owned(), text);
    }

    /// All files under the paths that they will have.
    pub(super) fn tree(&self) -> FileTree {
        let mut tree = FileTree::new();
        for (path, bytes) in self.content.iter() {
            match self.changed.get(path) {
                Some(text) => tree.put(self.new_path(path), text.clone().into_bytes()),
                None => tree.put(self.new_path(path), Arc::clone(bytes)),
            }
        }
        tree
    }

    /// The path that a file will have.
    pub(super) fn new_path(&self, path: &str) -> String {
        let moved = self.moved.and_then(|(from, to)| {
            let rest = path.strip_prefix(from.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
        });
        moved.unwrap_or_else(|| path.to_owned())
    }
}

/// A part of a text, by its bytes, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextEdit {
    pub at: Range<usize>,
    pub with: String,
}
