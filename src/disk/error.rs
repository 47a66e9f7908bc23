//! Why a site could not be written.

use std::{fmt, io, path::PathBuf};

/// Why a folder is not one that a site is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The root of the file system.
    Root,
    /// The home folder, or a folder around it.
    Home,
    /// A symbolic link.
    Link,
    /// Not a folder.
    NotAFolder,
    /// Another file system is mounted inside it.
    MountInside(PathBuf),
    /// The folder of the content or the theme, or one around or inside it.
    Overlaps(PathBuf),
    /// It has files, and no manifest of ours.
    NotOurs,
    /// Its manifest cannot be read: written by a newer version, or damaged.
    Manifest(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("it is the root of the file system"),
            Self::Home => f.write_str("it is the home folder, or a folder around it"),
            Self::Link => f.write_str("it is a symbolic link"),
            Self::NotAFolder => f.write_str("it is not a folder"),
            Self::MountInside(at) => {
                write!(f, "another file system is mounted inside it, at {}", at.display())
            }
            Self::Overlaps(other) => {
                write!(f, "it is the same folder as {0}, or around or inside it", other.display())
            }
            Self::NotOurs => f.write_str("it has files that shanhai did not write"),
            Self::Manifest(why) => write!(f, "its .shanhai-manifest cannot be read: {why}"),
        }
    }
}

impl Refusal {
    /// What to do instead.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Root | Self::Home | Self::Overlaps(_) => {
                "name a folder of its own, such as --output output"
            }
            Self::Link => "name the folder that the link leads to",
            Self::NotAFolder => "name another folder, or move that file away",
            Self::MountInside(_) => "name a folder without mounts inside it",
            Self::NotOurs => {
                "name a new or an empty folder; if the site may stand among these files, put an empty file \
                 called .shanhai-manifest there: they are kept"
            }
            Self::Manifest(_) => "move the folder away, or build with the version that wrote it",
        }
    }
}

/// Why a site could not be written. The site that stood there before still stands.
#[derive(Debug)]
pub enum PublishError {
    /// The folder is not one that a site is written to.
    Refused {
        /// The folder.
        output: PathBuf,
        /// Why.
        why: Refusal,
    },
    /// A file that is not ours stands where the site has one.
    InTheWay(PathBuf),
    /// Another build is writing there.
    Busy(PathBuf),
    /// A path of the site that no file may have: a fault of ours.
    BadPath(String),
    /// The system refused while files were being replaced one by one: some are new, some are old.
    Halfway {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused.
    Io {
        /// What was being done, as in "cannot …".
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl PublishError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Refused { why, .. } => why.hint(),
            Self::InTheWay(_) => "shanhai did not write it, so it is not touched: move it away",
            Self::Busy(_) => "wait until it has ended",
            Self::BadPath(_) => "this is a fault of shanhai's own: please report it",
            Self::Halfway { .. } => "some files are of the new site and some of the old: build again",
            Self::Io { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                "the disk is full; the site that stood there is untouched"
            }
            Self::Io { .. } => "the site that stood there is untouched",
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { output, why } => {
                write!(f, "the site is not written to {}: {why}", output.display())
            }
            Self::InTheWay(path) => {
                write!(f, "{} is in the way of a file of the site", path.display())
            }
            Self::Busy(output) => {
                write!(f, "another build is writing to {}", output.display())
            }
            Self::BadPath(path) => write!(f, "{path:?} is no path for a file of the site"),
            Self::Halfway { path, source } => write!(f, "cannot replace {}: {source}", path.display()),
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::Halfway { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Says what was being done when the system refused.
pub(super) trait Doing<T> {
    fn doing(self, doing: &'static str, path: &std::path::Path) -> Result<T, PublishError>;
}

impl<T, E: Into<io::Error>> Doing<T> for Result<T, E> {
    fn doing(self, doing: &'static str, path: &std::path::Path) -> Result<T, PublishError> {
        self.map_err(|error| PublishError::Io { doing, path: path.to_owned(), source: error.into() })
    }
}
