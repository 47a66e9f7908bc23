//! Small writes that are no site: a starter site, the schemas, and what a command has to know of folders.

use crate::tree::FileTree;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// A file that could not be written.
#[derive(Debug)]
pub struct CreateError {
    /// Which.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write {}: {}", self.path.display(), self.source)
    }
}

impl std::error::Error for CreateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Writes files into a folder; a file that is there already is an error and is not touched.
///
/// # Errors
/// The first file that could not be written.
pub fn create(folder: &Path, tree: &FileTree) -> Result<(), CreateError> {
    put(folder, tree, fs::File::options().write(true).create_new(true))
}

/// Writes files into a folder over those that are there, each whole or not at all.
///
/// # Errors
/// The first file that could not be written.
pub fn replace(folder: &Path, tree: &FileTree) -> Result<(), CreateError> {
    for (path, bytes) in tree.iter() {
        let path = folder.join(path);
        write_whole(&path, bytes).map_err(|source| CreateError { path, source })?;
    }
    Ok(())
}

/// Writes a file beside where it goes and then puts it there, so that nobody ever sees half of it.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let half = parent.join(format!(".{name}.{}.half", std::process::id()));
    let written = fs::write(&half, bytes).and_then(|()| fs::rename(&half, path));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

fn put(folder: &Path, tree: &FileTree, options: &fs::OpenOptions) -> Result<(), CreateError> {
    for (path, bytes) in tree.iter() {
        let path = folder.join(path);
        let write = || {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            io::Write::write_all(&mut options.open(&path)?, bytes)
        };
        write().map_err(|source| CreateError { path: path.clone(), source })?;
    }
    Ok(())
}

/// True if a folder does not exist, or holds nothing but a `.git`.
///
/// # Errors
/// That it cannot be looked into, or is no folder.
pub fn is_empty(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                if entry?.file_name() != ".git" {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// True if so many files can be open at once.
pub fn can_open(many: usize) -> bool {
    let folder = Path::new(if cfg!(windows) { "NUL" } else { "." });
    let opened: io::Result<Vec<fs::File>> = (0..many).map(|_| fs::File::open(folder)).collect();
    // A folder that may not be looked into says nothing of how many may be open.
    !opened.is_err_and(|error| {
        error.kind() != io::ErrorKind::PermissionDenied && error.kind() != io::ErrorKind::NotFound
    })
}

/// True if there is a folder of that name.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Names of the folders in a folder, sorted; none if it cannot be looked into.
pub fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}
