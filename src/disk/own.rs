//! A folder of files that a command writes again and again, among files of others: what it wrote itself it knows by
//! its digest, and nothing else is replaced.

use super::create::{CreateError, replace};
use super::output_dir::{contains, resolve};
use crate::digest::Digest;
use crate::tree::FileTree;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// What the command wrote there, each file with its digest.
const LIST: &str = ".shanhai-briefs";

/// The file that every content has.
const OF_CONTENT: &str = "site.yaml";

/// Why files were not written.
#[derive(Debug)]
pub enum OwnError {
    /// Files that somebody else wrote, or changed since they were written.
    Changed(Vec<PathBuf>),
    /// The system refused.
    Refused(CreateError),
}

impl fmt::Display for OwnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(paths) => {
                let named: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(f, "shanhai did not write {} as it is now", named.join(", "))
            }
            Self::Refused(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OwnError {}

/// The folder among `guarded`, or the content that a folder with a `site.yaml` is, in which a folder lies: nothing is
/// written there. None if it lies in no such folder.
pub fn guarding(folder: &Path, guarded: &[PathBuf]) -> Option<PathBuf> {
    let place = resolve(folder).ok()?;
    let named = guarded.iter().find(|other| resolve(other).is_ok_and(|there| contains(&there, &place)));
    let content = || place.ancestors().find(|above| above.join(OF_CONTENT).is_file()).map(Path::to_owned);
    named.cloned().or_else(content)
}

/// Writes files into a folder, and notes what was written. A file that is there and was not written by this command,
/// or not as it is now, is left alone unless `force` says otherwise: then nothing is written at all.
///
/// # Errors
/// Which files those are, or that the system refused.
pub fn replace_own(folder: &Path, tree: &FileTree, force: bool) -> Result<(), OwnError> {
    let mut known = list(folder);
    let mut changed = Vec::new();
    for (path, bytes) in tree.iter() {
        let there = match fs::read(folder.join(path)) {
            Ok(there) => there,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(source) => return Err(OwnError::Refused(CreateError { path: folder.join(path), source })),
        };
        let is_own = known.get(path).is_some_and(|digest| *digest == of(&there)) || there == **bytes;
        if !is_own {
            changed.push(folder.join(path));
        }
    }
    if !changed.is_empty() && !force {
        return Err(OwnError::Changed(changed));
    }
    replace(folder, tree).map_err(OwnError::Refused)?;
    known.extend(tree.iter().map(|(path, bytes)| (path.to_owned(), of(bytes))));
    let lines: Vec<String> = known.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect();
    let mut list = FileTree::new();
    let _ = list.add(LIST, lines.concat().into_bytes());
    replace(folder, &list).map_err(OwnError::Refused)
}

fn of(bytes: &[u8]) -> String {
    Digest::of(bytes).hex()
}

/// What is noted of a folder; nothing if nothing is, or nothing that can be read.
fn list(folder: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let entry = |line: &str| line.split_once("  ").map(|(digest, path)| (path.to_owned(), digest.to_owned()));
    text.lines().filter_map(entry).collect()
}
