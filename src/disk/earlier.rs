//! The site of the last build, for what is slow to make and need not be made again.

use super::manifest::{self, Manifest};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the site that stands in the output folder, as its manifest lists them.
#[derive(Debug, Default)]
pub struct Earlier {
    root: PathBuf,
    /// Size and digest by path.
    files: BTreeMap<String, (u64, String)>,
}

impl Earlier {
    /// What stands in a folder; nothing if no site does.
    pub fn of(output: &Path) -> Self {
        let path = output.join(manifest::NAME);
        let manifest = fs::read_to_string(path).ok().and_then(|text| Manifest::parse(&text).ok());
        let files = manifest.iter().flat_map(Manifest::files).collect();
        Self { root: output.to_owned(), files }
    }

    /// A file as it was written: none if it is not ours or is not what it was.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        let (size, digest) = self.files.get(path)?;
        let place = self.root.join(path);
        let found = fs::symlink_metadata(&place).ok()?;
        if !found.is_file() || found.len() != *size {
            return None;
        }
        let bytes = fs::read(place).ok()?;
        (manifest::hexadecimal(&Sha256::digest(&bytes)) == *digest).then_some(bytes)
    }
}
