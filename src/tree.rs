//! Files held in memory: what the content is read into and what the site is built into; and which files of a folder are
//! nobody's work.

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

/// True for the name of a file or folder that nobody wrote: hidden ones, what systems and programs leave behind (lock
/// files of office programs, thumbnails, editors' and emacs' copies, what an editor tries a folder with), and copies that a
/// file manager or a synchronisation has made of a text. They are no part of a content or a theme, and no fault of it.
pub fn is_left_behind(name: &str) -> bool {
    const NAMES: [&str; 6] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "4913", "__macosx"];
    const ENDINGS: [&str; 8] = ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".crdownload", ".part"];
    let name = name.to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || NAMES.contains(&name.as_str())
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || is_copy(&name)
}

/// True for a copy of a text that a program named, by the small letters of its name. A picture may be called "copy"
/// by whoever took it.
fn is_copy(name: &str) -> bool {
    const PICTURES: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
    // What file managers add: in English, Chinese and the languages that are often installed beside them.
    const WORDS: [&str; 7] = [" - copy", " copy", " - 副本", " 副本", "的副本", " - kopie", " - copie"];
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    if PICTURES.contains(&ending) {
        return false;
    }
    if stem.contains(".sync-conflict-") || stem.contains("conflicted copy") || stem.contains("冲突的副本")
    {
        return true;
    }
    // The second copy is numbered: "x - Copy (2)", "x copy 2".
    let bare = match stem.rsplit_once(' ') {
        Some((bare, number)) if number.trim_matches(['(', ')']).parse::<u16>().is_ok() => bare,
        _ => stem,
    };
    WORDS.iter().any(|word| bare.strip_suffix(word).is_some_and(|before| !before.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::is_left_behind;

    #[test]
    fn what_nobody_wrote_is_told_from_what_somebody_did() {
        for name in [
            ".DS_Store",
            ".~lock.a.xlsx#",
            "~$bulletin.xlsx",
            "Thumbs.db",
            "desktop.ini",
            "a.yaml~",
            "a.yaml.swp",
            "#a.yaml#",
            "4913",
            "jobs - Copy.yaml",
            "jobs - Copy (2).yaml",
            "jobs copy 2.yaml",
            "jobs - 副本.yaml",
            "jobs的副本.yaml",
            "jobs.sync-conflict-20200101-120000-ABCDEF7.yaml",
            "jobs (Anna's conflicted copy 2020-01-01).yaml",
        ] {
            assert!(is_left_behind(name), "{name}");
        }
        for name in [
            "jobs.yaml",
            "copy.yaml",
            "photocopy.md",
            "4913.yaml",
            "shop copy.jpg",
            "desktop.yaml",
            "副本.md",
        ] {
            assert!(!is_left_behind(name), "{name}");
        }
    }
}
