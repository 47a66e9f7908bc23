//! The manifest: which files of the output folder are ours, with size and SHA-256.
//!
//! A text with a version head and one line for each file, sorted by path: `sha256  size  path`.
//! An empty file is a manifest that lists nothing: its owner allows the site among their files.

use crate::digest::Digest;
use crate::tree::FileTree;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The name of the manifest in the output folder.
pub(super) const NAME: &str = ".shanhai-manifest";

const HEAD: &str = "shanhai-manifest 1";

/// The files that are ours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    text: String,
    /// Every path listed, and the manifest itself.
    pub paths: BTreeSet<PathBuf>,
}

impl Manifest {
    /// The manifest of a site.
    pub(super) fn of(tree: &FileTree) -> Self {
        let files: Vec<_> = tree.iter().collect();
        let lines: Vec<String> = files
            .par_iter()
            .map(|(path, bytes)| {
                let mut line = Digest::of(bytes).hex();
                let _ = write!(line, "  {}  {path}", bytes.len());
                line
            })
            .collect();
        Self::from_lines(&lines)
    }

    /// A manifest of everything that two manifests list: for the time between two sites. A path stands
    /// twice in it where its two versions differ.
    pub(super) fn both(&self, other: &Self) -> Self {
        let mut lines: Vec<String> = self.lines().chain(other.lines()).map(str::to_owned).collect();
        lines.sort_by(|a, b| path_of(a).cmp(&path_of(b)).then_with(|| a.cmp(b)));
        lines.dedup();
        Self::from_lines(&lines)
    }

    fn from_lines(lines: &[String]) -> Self {
        let mut text = format!("{HEAD}\n");
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        let paths = lines.iter().filter_map(|line| path_of(line)).chain([NAME]).map(PathBuf::from).collect();
        Self { text, paths }
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// Why it is none, in words.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self { text: String::new(), paths: BTreeSet::from([PathBuf::from(NAME)]) });
        }
        let mut lines = text.lines();
        match lines.next() {
            Some(HEAD) => {}
            Some(head) if head.starts_with("shanhai-manifest ") => {
                return Err("a newer version wrote it".to_owned());
            }
            _ => return Err("its first line is not that of a manifest".to_owned()),
        }
        for (number, line) in lines.clone().enumerate() {
            if path_of(line).is_none_or(|path| !is_plain(path)) {
                return Err(format!("line {} names no file of a site", number + 2));
            }
        }
        Ok(Self::from_lines(&lines.map(str::to_owned).collect::<Vec<_>>()))
    }

    /// The manifest as written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The files listed, each with the digest of its bytes.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines().filter_map(|line| Some((path_of(line)?, line.split_once("  ")?.0)))
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().skip(1)
    }
}

fn path_of(line: &str) -> Option<&str> {
    let (_digest, rest) = line.split_once("  ")?;
    Some(rest.split_once("  ")?.1)
}

/// True for a path that stays below its root on every system and is not one of our own names.
pub(super) fn is_plain(path: &str) -> bool {
    let odd = |part: &str| {
        part.is_empty()
            || part == "."
            || part == ".."
            || part.starts_with(".shanhai-")
            || part.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
    };
    !path.split('/').any(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> FileTree {
        let mut tree = FileTree::new();
        for (path, text) in files {
            tree.add(*path, text.as_bytes().to_vec()).expect("new");
        }
        tree
    }

    #[test]
    fn a_manifest_reads_back() {
        let manifest = Manifest::of(&site(&[("b/两 个.html", "x"), ("a.css", "")]));
        assert_eq!(
            manifest.text().lines().nth(1),
            Some("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  0  a.css")
        );
        assert_eq!(Manifest::parse(manifest.text()), Ok(manifest));
    }

    #[test]
    fn nothing_outside_the_folder_can_be_listed() {
        for path in ["../x", "/etc/passwd", "a/../../x", "a//b", ".shanhai-manifest", "c:x", "a\\b", ""] {
            assert!(!is_plain(path), "{path}");
            let text = format!("{HEAD}\n{}  1  {path}\n", "0".repeat(64));
            assert!(Manifest::parse(&text).is_err(), "{path}");
        }
        assert!(is_plain("en/indicators/x/index.html") && is_plain(".nojekyll"));
    }

    #[test]
    fn an_empty_file_lists_nothing_and_a_newer_version_is_not_guessed_at() {
        assert_eq!(Manifest::parse("").expect("allowed").paths.len(), 1);
        assert!(Manifest::parse("shanhai-manifest 2\n").is_err_and(|why| why.contains("newer")));
        assert!(Manifest::parse("hello\n").is_err());
    }

    #[test]
    fn between_two_sites_both_are_listed() {
        let (old, new) = (Manifest::of(&site(&[("a", "1"), ("b", "1")])), Manifest::of(&site(&[("a", "2")])));
        let both = old.both(&new);
        assert_eq!((both.paths.len(), both.text().lines().count()), (3, 4));
        assert_eq!(Manifest::parse(both.text()), Ok(both));
    }
}
