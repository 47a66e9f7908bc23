//! Rescanning a folder (polling by stat): only files that differ are read, and their bytes decide.
//!
//! A file is read again if its size, times or place on the disk differ, or if it was written so shortly
//! before the last look that a second writing may have left all of these as they were.

use super::inotify::Touched;
use super::read::{Walk, is_passed_over, read_file, shown};
use crate::diagnostic::Diagnostic;
use crate::tree::FileTree;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How old a file's time must be to be trusted: longer than the ticks of any file system's clock.
const SETTLED: Duration = Duration::from_secs(2);

/// What is known of a folder since the last look.
#[derive(Debug)]
pub struct Scan {
    root: PathBuf,
    folder: String,
    seen: BTreeMap<String, SeenFile>,
    folders: Vec<PathBuf>,
    tree: Arc<FileTree>,
    found: Vec<Diagnostic>,
}

#[derive(Debug)]
struct SeenFile {
    stamp: Option<Stamp>,
    read: Result<Arc<[u8]>, Box<Diagnostic>>,
}

/// What tells that a file was written, without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: SystemTime,
    /// Device, number and time of the last change of either, where the system has them.
    place: [i128; 3],
}

impl Stamp {
    /// Of a file, unless it was written so recently that it says nothing.
    fn of(metadata: &Metadata, now: SystemTime) -> Option<Self> {
        let modified = metadata.modified().ok()?;
        let settled = now.duration_since(modified).is_ok_and(|age| age > SETTLED);
        settled.then(|| Self { size: metadata.len(), modified, place: place(metadata) })
    }
}

#[cfg(unix)]
fn place(metadata: &Metadata) -> [i128; 3] {
    use std::os::unix::fs::MetadataExt as _;
    let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
    [metadata.dev().into(), metadata.ino().into(), changed]
}

#[cfg(not(unix))]
fn place(_: &Metadata) -> [i128; 3] {
    [0; 3]
}

impl Scan {
    /// Nothing looked at yet. Paths in the tree and in diagnostics begin with `folder`, as in [`read`].
    ///
    /// [`read`]: super::read()
    pub fn new(root: impl Into<PathBuf>, folder: impl Into<String>) -> Self {
        Self {
            root: root.into(),
            folder: folder.into(),
            seen: BTreeMap::new(),
            folders: Vec::new(),
            tree: Arc::default(),
            found: Vec::new(),
        }
    }

    /// Looks at what was touched; true if a byte, a name or a fault differs from the last look.
    pub fn look(&mut self, touched: &Touched) -> bool {
        let rescanned = match touched {
            Touched::Files(files) => self.rescan_named(files),
            Touched::Anything => None,
        };
        rescanned.unwrap_or_else(|| self.rescan_all())
    }

    /// Looks at some files alone. None if they are not all files that were there before and are there still:
    /// then everything has to be looked at.
    fn rescan_named(&mut self, files: &BTreeSet<PathBuf>) -> Option<bool> {
        let now = SystemTime::now();
        let mut news = Vec::new();
        for path in files.iter().filter(|path| path.starts_with(&self.root)) {
            let name = shown(&self.root, &self.folder, path);
            let before = self.seen.get(&name);
            let Ok(metadata) = fs::symlink_metadata(path) else {
                // An editor's draft that has taken the place of a file meanwhile.
                before.is_none().then_some(())?;
                continue;
            };
            if path.file_name().is_some_and(is_passed_over) {
                continue;
            }
            let before = before.filter(|_| metadata.is_file())?;
            let new = look_at(Stamp::of(&metadata, now), path, &name, Some(before));
            if before.read.is_err() || new.read.is_err() {
                return None;
            }
            news.push((name, new));
        }
        let mut changed = false;
        for (name, new) in news {
            if let (Ok(bytes), Some(Ok(old))) = (&new.read, self.seen.get(&name).map(|seen| &seen.read))
                && old != bytes
            {
                Arc::make_mut(&mut self.tree).put(name.clone(), Arc::clone(bytes));
                changed = true;
            }
            self.seen.insert(name, new);
        }
        Some(changed)
    }

    fn rescan_all(&mut self) -> bool {
        let now = SystemTime::now();
        let mut walk = Walk::new(&self.root, &self.folder);
        walk.run();
        let Walk { files, folders, mut found, .. } = walk;
        let seen = &self.seen;
        let mut looked: Vec<(String, Option<SeenFile>)> = files
            .into_par_iter()
            .map(|(name, path)| {
                let stamp = fs::metadata(&path).ok().and_then(|metadata| Stamp::of(&metadata, now));
                let known = seen.get(&name).filter(|seen| stamp.is_some() && seen.stamp == stamp);
                let new = known.is_none().then(|| look_at(stamp, &path, &name, seen.get(&name)));
                (name, new)
            })
            .collect();
        let mut changed = looked.len() != self.seen.len();
        let mut news = Vec::new();
        for (name, new) in &mut looked {
            match (self.seen.get_mut(name), new.take()) {
                (Some(old), Some(new)) => {
                    changed |= old.read != new.read;
                    *old = new;
                }
                (None, Some(new)) => {
                    changed = true;
                    news.push((name.clone(), new));
                }
                (Some(_) | None, None) => {}
            }
        }
        self.seen.extend(news);
        if self.seen.len() != looked.len() {
            changed = true;
            let there: BTreeSet<&String> = looked.iter().map(|(name, _)| name).collect();
            self.seen.retain(|name, _| there.contains(name));
        }
        found.extend(
            self.seen.values().filter_map(|seen| seen.read.as_ref().err()).map(|fault| (**fault).clone()),
        );
        found.sort_by(|a, b| (&a.origin, a.code).cmp(&(&b.origin, b.code)));
        changed |= found != self.found;
        self.folders = folders;
        self.found = found;
        if changed {
            let mut tree = FileTree::new();
            for (name, seen) in &self.seen {
                if let Ok(bytes) = &seen.read {
                    // Names are distinct, so that no path is ever taken.
                    let _ = tree.add(name.clone(), Arc::clone(bytes));
                }
            }
            self.tree = Arc::new(tree);
        }
        changed
    }

    /// The files as of the last look. The bytes of a file that did not change are the same allocation.
    pub fn tree(&self) -> &Arc<FileTree> {
        &self.tree
    }

    /// What could not be read at the last look.
    pub fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// The folder itself and every folder in it, as of the last look.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }
}

/// Reads a file. If it still says the same, its bytes stay where they are.
fn look_at(stamp: Option<Stamp>, path: &Path, name: &str, before: Option<&SeenFile>) -> SeenFile {
    let read = read_file(path, name).map(|bytes| match before.map(|before| &before.read) {
        Some(Ok(old)) if **old == *bytes => Arc::clone(old),
        _ => Arc::from(bytes),
    });
    SeenFile { stamp, read }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan() -> (tempfile::TempDir, Scan) {
        let folder = tempfile::tempdir().expect("folder");
        let root = folder.path().join("content");
        fs::create_dir(&root).expect("made");
        let scan = Scan::new(root, "content");
        (folder, scan)
    }

    fn paths(scan: &Scan) -> Vec<&str> {
        scan.tree().iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn a_look_sees_writing_renaming_and_deleting_and_nothing_else() {
        let (folder, mut scan) = scan();
        let at = |name: &str| folder.path().join("content").join(name);
        assert!(!scan.look(&Touched::Anything));
        fs::write(at("a"), "1").expect("written");
        assert!(scan.look(&Touched::Anything));
        assert!(!scan.look(&Touched::Anything), "nothing changed");
        fs::write(at("a"), "1").expect("written");
        assert!(!scan.look(&Touched::Anything), "the same bytes are no change");
        // Same size, and within one tick of the clock.
        fs::write(at("a"), "2").expect("written");
        assert!(scan.look(&Touched::Anything));
        fs::write(at("b.new"), "3").expect("written");
        fs::rename(at("b.new"), at("a")).expect("renamed");
        assert!(scan.look(&Touched::Anything));
        assert_eq!(scan.tree().text("content/a"), Some("3"));
        fs::create_dir_all(at("deep/er")).expect("made");
        fs::write(at("deep/er/c"), "4").expect("written");
        assert!(scan.look(&Touched::Anything));
        assert_eq!(paths(&scan), ["content/a", "content/deep/er/c"]);
        fs::rename(at("deep"), at("other")).expect("renamed");
        assert!(scan.look(&Touched::Anything));
        assert_eq!(paths(&scan), ["content/a", "content/other/er/c"]);
        assert_eq!(scan.folders().len(), 3);
        fs::remove_file(at("a")).expect("deleted");
        assert!(scan.look(&Touched::Anything));
        assert_eq!(paths(&scan), ["content/other/er/c"]);
    }

    #[test]
    fn a_folder_that_goes_and_comes_again_is_seen() {
        let (folder, mut scan) = scan();
        let root = folder.path().join("content");
        fs::write(root.join("a"), "1").expect("written");
        assert!(scan.look(&Touched::Anything));
        fs::remove_dir_all(&root).expect("deleted");
        assert!(scan.look(&Touched::Anything));
        assert!(paths(&scan).is_empty() && scan.found().len() == 1, "{:?}", scan.found());
        assert!(!scan.look(&Touched::Anything));
        fs::create_dir(&root).expect("made");
        fs::write(root.join("a"), "1").expect("written");
        assert!(scan.look(&Touched::Anything));
        assert!(scan.found().is_empty());
        assert_eq!(paths(&scan), ["content/a"]);
    }

    #[test]
    fn a_rescan_of_named_files_sees_what_a_full_scan_sees() {
        let (folder, mut scan) = scan();
        let at = |name: &str| folder.path().join("content").join(name);
        let touched = |names: &[&str]| Touched::Files(names.iter().map(|name| at(name)).collect());
        fs::write(at("a"), "1").expect("written");
        fs::write(at("b"), "1").expect("written");
        assert!(scan.look(&Touched::Anything));
        // Only what is named is looked at, and only its bytes count.
        fs::write(at("a"), "2").expect("written");
        fs::write(at("b"), "2").expect("written");
        assert!(scan.look(&touched(&["a"])));
        assert!(!scan.look(&touched(&["a"])));
        assert_eq!((scan.tree().text("content/a"), scan.tree().text("content/b")), (Some("2"), Some("1")));
        // An editor's draft that is gone again, a hidden file, a file elsewhere.
        fs::write(at(".b.swp"), "x").expect("written");
        let elsewhere =
            Touched::Files(BTreeSet::from([folder.path().join("other"), at("b.new"), at(".b.swp")]));
        assert!(!scan.look(&elsewhere));
        assert_eq!(scan.tree().text("content/b"), Some("1"), "nobody said that it was touched");
        // What is new, gone, or no file any more: everything is looked at.
        fs::write(at("c"), "3").expect("written");
        assert!(scan.look(&touched(&["c"])));
        assert_eq!(paths(&scan), ["content/a", "content/b", "content/c"]);
        assert_eq!(scan.tree().text("content/b"), Some("2"));
        fs::remove_file(at("a")).expect("deleted");
        assert!(scan.look(&touched(&["a"])));
        assert_eq!(paths(&scan), ["content/b", "content/c"]);
        fs::remove_file(at("b")).expect("deleted");
        fs::create_dir(at("b")).expect("made");
        assert!(scan.look(&touched(&["b"])));
        assert_eq!(paths(&scan), ["content/c"]);
        assert!(!scan.look(&Touched::Anything));
    }

    #[test]
    fn what_nobody_wrote_is_no_change() {
        let (folder, mut scan) = scan();
        let content = folder.path().join("content");
        fs::write(content.join("a.yaml"), "1").expect("written");
        assert!(scan.look(&Touched::Anything));
        for name in
            ["Thumbs.db", "~$a.xlsx", "4913", "a.yaml~", "a - Copy.yaml", "a.sync-conflict-1-2-A.yaml"]
        {
            let path = content.join(name);
            fs::write(&path, "x").expect("written");
            for touched in [Touched::Files(BTreeSet::from([path.clone()])), Touched::Anything] {
                assert!(!scan.look(&touched), "{name} {touched:?}");
            }
            fs::remove_file(&path).expect("deleted");
            for touched in [Touched::Files(BTreeSet::from([path.clone()])), Touched::Anything] {
                assert!(!scan.look(&touched), "{name} {touched:?}, gone");
            }
        }
        assert_eq!(paths(&scan), ["content/a.yaml"]);
    }

    #[test]
    fn a_file_that_was_not_written_is_not_read_again() {
        let (folder, mut scan) = scan();
        let path = folder.path().join("content/a");
        let old = SystemTime::now() - Duration::from_mins(1);
        fs::write(&path, "1").expect("written");
        fs::File::options().write(true).open(&path).expect("open").set_modified(old).expect("set");
        assert!(scan.look(&Touched::Anything));
        let first = Arc::as_ptr(scan.tree().iter().next().expect("one").1);
        assert!(!scan.look(&Touched::Anything));
        fs::write(folder.path().join("content/b"), "2").expect("written");
        assert!(scan.look(&Touched::Anything));
        assert!(std::ptr::eq(first, Arc::as_ptr(scan.tree().iter().next().expect("one").1)));
    }
}
