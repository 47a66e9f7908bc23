//! The font files of this machine: where they usually lie, and parts of them. Nothing is configured and
//! nobody is asked; a folder that is not there has none.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Deeper folders are not looked into.
const DEEPEST: usize = 6;

/// The folders in which a system keeps its fonts, and those of the person. `variable` gives the value of a
/// variable of the environment.
pub fn font_folders(variable: impl Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    let below = |name: &str, rest: &str| variable(name).map(|base| PathBuf::from(base).join(rest));
    let mut folders = Vec::new();
    if cfg!(windows) {
        folders.extend(below("WINDIR", "Fonts"));
        folders.extend(below("LOCALAPPDATA", "Microsoft/Windows/Fonts"));
    } else if cfg!(target_os = "macos") {
        let fixed = ["/System/Library/Fonts", "/Library/Fonts", "/System/Library/AssetsV2"];
        folders.extend(fixed.map(PathBuf::from));
        folders.extend(below("HOME", "Library/Fonts"));
    } else {
        folders.extend(["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from));
        folders.extend(below("XDG_DATA_HOME", "fonts").or_else(|| below("HOME", ".local/share/fonts")));
        folders.extend(below("HOME", ".fonts"));
    }
    folders
}

/// The font files below some folders, in order of path; links are followed.
pub fn font_files(folders: &[PathBuf]) -> Vec<PathBuf> {
    let is_font = |path: &Path| {
        path.extension().is_some_and(|ending| {
            ["ttf", "otf", "ttc", "otc"].iter().any(|known| ending.eq_ignore_ascii_case(known))
        })
    };
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| WalkDir::new(folder).max_depth(DEEPEST).follow_links(true))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && is_font(entry.path()))
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    files.dedup();
    files
}

/// So many bytes of a file from a place on; none if it has fewer or cannot be read.
pub fn part(path: &Path, from: u64, length: usize) -> Option<Vec<u8>> {
    let mut file = File::open(path).ok()?;
    let size = file.metadata().ok()?.len();
    if from.checked_add(length as u64)? > size {
        return None;
    }
    file.seek(SeekFrom::Start(from)).ok()?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

/// A whole file; none if it cannot be read.
pub fn whole(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}
