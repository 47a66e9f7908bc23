//! The folders of a site, read.

use super::{Exit, Output};
use crate::diagnostic::{Diagnostic, nearest};
use crate::disk;
use crate::tree::FileTree;
use std::path::{Component, Path, PathBuf};

/// The content as read, with what could not be read.
pub struct ContentFolder {
    /// The files, below `content/`.
    pub files: FileTree,
    /// What could not be read.
    pub found: Vec<Diagnostic>,
    /// A line that says which files were passed over, if any.
    pub note: Option<String>,
}

impl ContentFolder {
    /// Reads a folder of content.
    ///
    /// # Errors
    /// [`Exit::Usage`] if there is none; it has been said.
    pub fn read(content: &Path, out: &mut Output) -> Result<Self, Exit> {
        Self::folder(content, out)?;
        let disk::Contents { files, found, passed_over } = disk::contents(content, "content");
        Ok(Self { files, found, note: passed_over_note(content, &passed_over) })
    }

    /// Looks whether there is a folder of content.
    pub(super) fn folder(content: &Path, out: &mut Output) -> Result<(), Exit> {
        if disk::is_folder(content) {
            return Ok(());
        }
        let message = format!("there is no folder {}", content.display());
        out.error(&message, "name it with --content, or write a site to begin with: shanhai init");
        Err(Exit::Usage)
    }
}

/// As many files as a note names.
const NAMED: usize = 3;

/// Says which files of a content were passed over, in one line; nothing if none were.
pub(super) fn passed_over_note(content: &Path, paths: &[String]) -> Option<String> {
    let shown =
        |path: &String| content.join(path.strip_prefix("content/").unwrap_or(path)).display().to_string();
    let named: Vec<String> = paths.iter().take(NAMED).map(shown).collect();
    let rest = paths.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    (!named.is_empty()).then(|| format!("passed over what nobody wrote: {}{more}", named.join(", ")))
}

/// The folder of all themes.
pub(super) const THEMES: &str = "themes";

/// Reads the files of a theme, as `themes/<name>/…`; none for the built-in theme.
pub(super) fn theme(
    name: Option<&str>,
    out: &mut Output,
) -> Result<(FileTree, Vec<Diagnostic>, Option<PathBuf>), Exit> {
    let Some(name) = name else { return Ok((FileTree::new(), Vec::new(), None)) };
    let mut parts = Path::new(name).components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    let folder = Path::new(THEMES).join(name);
    if !plain || !disk::is_folder(&folder) {
        let known = disk::folders(Path::new(THEMES));
        let hint = match (nearest(name, known.iter().map(String::as_str)), known.as_slice()) {
            (Some(near), _) => format!("did you mean \"{near}\"?"),
            (None, []) => "there is no theme in themes/; leave --theme out for the built-in one".to_owned(),
            (None, known) => format!("the themes are: {}", known.join(", ")),
        };
        out.error(&format!("there is no theme \"{name}\""), &hint);
        return Err(Exit::Usage);
    }
    let (files, found) = disk::read(&folder, &format!("{THEMES}/{name}"));
    Ok((files, found, Some(folder)))
}
