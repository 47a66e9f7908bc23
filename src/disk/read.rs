//! A folder → [`FileTree`]: bytes as they are, and one diagnostic for each thing that cannot be read.
//!
//! Links are followed to what lies inside the folder and nowhere else. Pipes and devices are never
//! opened, and no file is read beyond its budget, so that nothing hangs and nothing fills the memory.
//! What nobody wrote (hidden files, lock files, thumbnails, copies) is passed over, as the loader would.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Origin;
use crate::tree::{FileTree, is_left_behind};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

const TEXT_LIMIT: u64 = 4 << 20;
/// What the loader takes for a photo.
const PICTURE_LIMIT: u64 = 25 << 20;

/// Reads everything below `root`. Paths in the tree and in diagnostics begin with `folder`, whatever
/// `root` is called; an empty `folder` leaves them as they are below `root`.
pub fn read(root: &Path, folder: &str) -> (FileTree, Vec<Diagnostic>) {
    let Contents { files, found, .. } = contents(root, folder);
    (files, found)
}

/// What stands in a folder.
#[derive(Debug, Default)]
pub struct Contents {
    /// The files.
    pub files: FileTree,
    /// What cannot be read.
    pub found: Vec<Diagnostic>,
    /// What was passed over and is no hidden file, by path.
    pub passed_over: Vec<String>,
}

/// Reads as [`read`] does, and says what was passed over.
pub fn contents(root: &Path, folder: &str) -> Contents {
    let mut walk = Walk::new(root, folder);
    walk.run();
    let Walk { files, mut found, mut passed_over, .. } = walk;
    let read: Vec<_> = files.into_par_iter().map(|(name, path)| (read_file(&path, &name), name)).collect();
    let mut tree = FileTree::new();
    for (bytes, name) in read {
        match bytes {
            // Two entries of one folder cannot have one name, so that no path is ever taken.
            Ok(bytes) => drop(tree.add(name, bytes)),
            Err(fault) => found.push(*fault),
        }
    }
    found.sort_by(|a, b| (&a.origin, a.code).cmp(&(&b.origin, b.code)));
    passed_over.sort();
    Contents { files: tree, found, passed_over }
}

/// One file, and when it was last changed: seconds since 1970. Of a file larger than the limit one byte more than that
/// is read, by which whoever asked sees that it is too large.
///
/// # Errors
/// What the system said, or that it is no file.
pub fn one_file(path: &Path, limit: u64) -> io::Result<(Vec<u8>, u64)> {
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    let since = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    Ok((bytes, since.map_or(0, |time| time.as_secs())))
}

/// What a folder holds that [`read`] passes over and is no hidden file, by path.
pub fn passed_over(root: &Path, folder: &str) -> Vec<String> {
    let mut walk = Walk::new(root, folder);
    walk.run();
    walk.passed_over.sort();
    walk.passed_over
}

/// A walk through a folder: what is there, before any of it is read.
pub(super) struct Walk<'a> {
    root: &'a Path,
    folder: &'a str,
    real: Option<PathBuf>,
    /// The files, as the tree names them and where they are.
    pub files: Vec<(String, PathBuf)>,
    /// The folders, the root among them.
    pub folders: Vec<PathBuf>,
    /// What cannot be read.
    pub found: Vec<Diagnostic>,
    /// What was passed over and is no hidden file.
    pub passed_over: Vec<String>,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun.
    pub(super) fn new(root: &'a Path, folder: &'a str) -> Self {
        let real = root.canonicalize().ok();
        Self {
            root,
            folder,
            real,
            files: Vec::new(),
            folders: Vec::new(),
            found: Vec::new(),
            passed_over: Vec::new(),
        }
    }

    /// Walks through everything below the root.
    pub(super) fn run(&mut self) {
        let mut entries = WalkDir::new(self.root).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.failed(&error);
                    continue;
                }
            };
            if entry.depth() == 0 {
                self.folders.push(entry.into_path());
                continue;
            }
            let kind = entry.file_type();
            if is_passed_over(entry.file_name()) {
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    let shown = shown(self.root, self.folder, entry.path());
                    self.passed_over.push(shown.chars().filter(|c| !c.is_control()).collect());
                }
                if kind.is_dir() {
                    entries.skip_current_dir();
                }
                continue;
            }
            match self.name(&entry) {
                Ok(name) if kind.is_file() => self.files.push((name, entry.into_path())),
                Ok(_) if kind.is_dir() => self.folders.push(entry.into_path()),
                Ok(name) => self.found.push(
                    fault(&name, Code::Unreadable, "this is a pipe or a device, not a file")
                        .hint("take it out of the content"),
                ),
                Err(fault) => {
                    self.found.push(*fault);
                    if kind.is_dir() {
                        entries.skip_current_dir();
                    }
                }
            }
        }
    }

    /// The path that the tree knows an entry by; a fault if it has none or leads outside.
    fn name(&self, entry: &DirEntry) -> Result<String, Box<Diagnostic>> {
        let shown = shown(self.root, self.folder, entry.path());
        if shown.chars().any(char::is_control) || entry.path().to_str().is_none() {
            let shown: String = shown.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
            let found = fault(&shown, Code::Unreadable, "the name of this file cannot be read as text");
            return Err(Box::new(found.hint("rename it, with letters and digits")));
        }
        if entry.path_is_symlink() {
            let inside = match (entry.path().canonicalize(), &self.real) {
                (Ok(there), Some(real)) => there.starts_with(real),
                _ => false,
            };
            if !inside {
                let found = fault(&shown, Code::Unreadable, "this link leads outside the folder");
                return Err(Box::new(found.hint("copy what it leads to, so that the folder is complete")));
            }
        }
        Ok(shown)
    }

    fn failed(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root);
        // A hidden folder that may not be opened is no business of ours.
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) && path != self.root {
            return;
        }
        let shown = shown(self.root, self.folder, path);
        let found = if error.loop_ancestor().is_some() {
            fault(&shown, Code::Unreadable, "this link leads back to a folder that it is in")
                .hint("delete the link")
        } else if path.is_symlink() {
            fault(&shown, Code::Unreadable, "this link leads nowhere").hint("delete the link, or mend it")
        } else {
            unreadable(&shown, error.io_error())
        };
        self.found.push(found);
    }
}

/// How the tree calls what stands at a path below `root`.
pub(super) fn shown(root: &Path, folder: &str, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    let below = parts.join("/");
    match (folder, below.as_str()) {
        ("", below) => below.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, below) => format!("{folder}/{below}"),
    }
}

/// True for the name of what nobody wrote.
pub(super) fn is_passed_over(name: &OsStr) -> bool {
    is_left_behind(&name.to_string_lossy())
}

fn fault(shown: &str, code: Code, message: &str) -> Diagnostic {
    Diagnostic::new(code, Origin::file(shown), message)
}

fn unreadable(shown: &str, error: Option<&io::Error>) -> Diagnostic {
    // The number that the system gives it says nothing to a reader.
    let why = match error.map(io::Error::kind) {
        Some(io::ErrorKind::PermissionDenied) => "it may not be opened".to_owned(),
        Some(io::ErrorKind::NotFound) => "it is not there any more".to_owned(),
        _ => error.map_or_else(|| "the system does not say why".to_owned(), ToString::to_string),
    };
    fault(shown, Code::Unreadable, &format!("this cannot be read: {why}"))
        .hint("check that it is there and that you may read it")
}

/// The bytes of one file, within its budget.
pub(super) fn read_file(path: &Path, shown: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let picture =
        [".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| shown.to_ascii_lowercase().ends_with(ending));
    let limit = if picture { PICTURE_LIMIT } else { TEXT_LIMIT };
    let failed = |error: io::Error| Box::new(unreadable(shown, Some(&error)));
    let file = open(path).map_err(failed)?;
    let known = file.metadata().map_err(failed)?;
    if !known.is_file() {
        return Err(Box::new(unreadable(shown, None)));
    }
    let too_large = |size: String| {
        let message = format!("this file has {size}; {} MB are allowed", limit >> 20);
        let hint = if picture { "make the picture smaller" } else { "split it" };
        Box::new(fault(shown, Code::TooLarge, &message).hint(hint))
    };
    if known.len() > limit {
        return Err(too_large(format!("{} MB", known.len().div_ceil(1 << 20))));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(known.len()).unwrap_or_default());
    // A file may grow while it is read.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit { Err(too_large("more".to_owned())) } else { Ok(bytes) }
}

/// Opens a file without waiting, should a pipe have taken its place since it was looked at.
fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("folder");
        fs::create_dir_all(folder.path().join("content/sub")).expect("made");
        folder
    }

    fn look(folder: &tempfile::TempDir) -> (Vec<String>, Vec<(String, &'static str, String)>) {
        let (tree, found) = read(&folder.path().join("content"), "content");
        (
            tree.iter().map(|(path, _)| path.to_owned()).collect(),
            found.into_iter().map(|f| (f.origin.file.to_string(), f.code.as_str(), f.message)).collect(),
        )
    }

    #[test]
    fn bytes_arrive_as_they_are() {
        let folder = folder();
        fs::write(folder.path().join("content/a.yaml"), b"\xef\xbb\xbfa: 1\r\n\0\xff").expect("written");
        let (tree, found) = read(&folder.path().join("content"), "content");
        assert_eq!(tree.get("content/a.yaml"), Some(&b"\xef\xbb\xbfa: 1\r\n\0\xff"[..]));
        assert!(found.is_empty());
        let (tree, _) = read(&folder.path().join("content"), "");
        assert!(tree.get("a.yaml").is_some());
    }

    #[test]
    fn links_are_followed_inside_and_never_outside() {
        let folder = folder();
        let content = folder.path().join("content");
        fs::write(content.join("sub/a.md"), "x").expect("written");
        fs::write(folder.path().join("secret"), "x").expect("written");
        symlink("sub", content.join("again")).expect("linked");
        symlink("sub/a.md", content.join("b.md")).expect("linked");
        symlink("../secret", content.join("out.md")).expect("linked");
        symlink("/etc", content.join("etc")).expect("linked");
        symlink("..", content.join("sub/up")).expect("linked");
        symlink("nowhere", content.join("dead.md")).expect("linked");
        let (files, found) = look(&folder);
        assert_eq!(files, ["content/again/a.md", "content/b.md", "content/sub/a.md"]);
        let found: Vec<_> = found.iter().map(|(file, code, _)| (file.as_str(), *code)).collect();
        assert_eq!(
            found,
            [
                ("content/again/up", "unreadable"),
                ("content/dead.md", "unreadable"),
                ("content/etc", "unreadable"),
                ("content/out.md", "unreadable"),
                ("content/sub/up", "unreadable"),
            ]
        );
    }

    #[test]
    fn what_is_no_file_gets_one_diagnostic_each_and_nothing_hangs() {
        let folder = folder();
        let content = folder.path().join("content");
        let pipe = content.join("pipe.md");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("run").success());
        let _socket = std::os::unix::net::UnixListener::bind(content.join("socket.md")).expect("bound");
        fs::write(content.join(std::ffi::OsStr::from_bytes(b"\xff.md")), "x").expect("written");
        fs::write(content.join("a\nb.md"), "x").expect("written");
        let large = File::create(content.join("large.md")).expect("made");
        large.set_len(TEXT_LIMIT + 1).expect("sparse");
        let photo = File::create(content.join("fine.JPG")).expect("made");
        photo.set_len(TEXT_LIMIT + 1).expect("sparse");
        fs::create_dir_all(content.join(".git")).expect("made");
        fs::write(content.join(".git/x"), "x").expect("written");
        fs::write(content.join("a.yaml~"), "x").expect("written");
        let (files, found) = look(&folder);
        assert_eq!(files, ["content/fine.JPG"]);
        let found: Vec<_> = found.iter().map(|(file, code, _)| (file.as_str(), *code)).collect();
        assert_eq!(
            found,
            [
                ("content/a\u{fffd}b.md", "unreadable"),
                ("content/large.md", "too-large"),
                ("content/pipe.md", "unreadable"),
                ("content/socket.md", "unreadable"),
                ("content/\u{fffd}.md", "unreadable"),
            ]
        );
    }
}
