//! Diagnostics on their way to the person: placed where the files really are, printed, counted.

use crate::diagnostic::{Code, Diagnostic, Format, Severity, plural, print};
use crate::tree::FileTree;
use std::path::Path;
use std::sync::Arc;

/// How many of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub errors: usize,
    pub warnings: usize,
}

impl Counts {
    /// Counts.
    pub(super) fn of(found: &[Diagnostic]) -> Self {
        let errors = found.iter().filter(|one| one.severity() == Severity::Error).count();
        Self { errors, warnings: found.len() - errors }
    }

    /// In words: `2 errors, 1 warning`.
    pub(super) fn words(self) -> String {
        let many = |n: usize, word: &str| format!("{n} {}", plural(n, word));
        match self {
            Self { errors: 0, warnings: 0 } => "no faults".to_owned(),
            Self { errors, warnings: 0 } => many(errors, "error"),
            Self { errors: 0, warnings } => many(warnings, "warning"),
            Self { errors, warnings } => format!("{}, {}", many(errors, "error"), many(warnings, "warning")),
        }
    }

    /// True if a command ends with [`super::Exit::Faults`].
    pub(super) fn stop(self, strict: bool) -> bool {
        self.errors > 0 || (strict && self.warnings > 0)
    }
}

/// What reading and checking found. A file that could not be read is not missing as well.
pub(super) fn joined(read: Vec<Diagnostic>, checked: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let refused = |file: &str| read.iter().any(|other| *other.origin.file == *file);
    let there = |one: &Diagnostic| match one.code {
        Code::MissingFile => refused(&one.origin.file),
        Code::MissingPhoto => one.related.iter().any(|(origin, _)| refused(&origin.file)),
        _ => false,
    };
    let kept: Vec<Diagnostic> = checked.into_iter().filter(|one| !there(one)).collect();
    read.into_iter().chain(kept).collect()
}

/// Prints diagnostics with the paths that the person knows: the loader calls the folder `content`,
/// whatever it is called.
pub(super) fn printed(
    found: Vec<Diagnostic>,
    files: &FileTree,
    content: &Path,
    format: Format,
    colour: bool,
) -> String {
    let shown = content.to_string_lossy().replace('\\', "/");
    let shown = shown.trim_start_matches("./").trim_end_matches('/');
    if shown == "content" {
        return print(&found, files, format, colour);
    }
    let rename = |path: &str| match path.strip_prefix("content/") {
        Some(below) => format!("{shown}/{below}"),
        None => path.to_owned(),
    };
    let mut renamed = FileTree::new();
    for (path, bytes) in files.iter() {
        let _ = renamed.add(rename(path), Arc::clone(bytes));
    }
    let mut found = found;
    for one in &mut found {
        one.origin.file = Arc::from(rename(&one.origin.file));
        for (origin, _) in &mut one.related {
            origin.file = Arc::from(rename(&origin.file));
        }
    }
    print(&found, &renamed, format, colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_words() {
        let words = |errors, warnings| Counts { errors, warnings }.words();
        assert_eq!(words(0, 0), "no faults");
        assert_eq!(words(1, 0), "1 error");
        assert_eq!(words(2, 1), "2 errors, 1 warning");
        assert!(
            !Counts { errors: 0, warnings: 1 }.stop(false) && Counts { errors: 0, warnings: 1 }.stop(true)
        );
    }
}
