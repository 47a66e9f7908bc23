//! The content that the benches measure with, as `generate.py` writes it.

use shanhai::disk;
use shanhai::tree::FileTree;
use std::path::Path;
use std::process::Command;

/// The name of the content folder.
pub const CONTENT: &str = "content";

/// A content of so many indicators, each with eight figures.
///
/// # Panics
/// Without Python, or if what the script writes cannot be read.
pub fn content(indicators: usize) -> FileTree {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("generate.py");
    let done = Command::new("python3").arg(script).arg(indicators.to_string()).arg(folder.path()).status();
    assert!(done.is_ok_and(|status| status.success()), "generate.py needs python3");
    let (files, faults) = disk::read(&folder.path().join(CONTENT), CONTENT);
    assert!(faults.is_empty(), "{faults:?}");
    files
}
