//! Whole sites, built once for all tests: frozen fixtures under `tests/sites/`, and the live content.
//!
//! Numbers are pinned on the frozen ones only. What editors change in `content/` may break an invariant there
//! (a figure without a source, a link that leads nowhere), never a number.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub type Files = BTreeMap<String, Vec<u8>>;

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The content of a frozen site.
pub fn frozen(name: &str) -> PathBuf {
    repository().join("tests/sites").join(name).join("content")
}

/// A site as it was built.
pub struct Built {
    pub name: &'static str,
    pub files: Files,
    /// Its languages, its own first.
    pub languages: Vec<String>,
}

/// The frozen copy of the first site's content: numbers are pinned on this one.
pub fn aid() -> &'static Built {
    static SITE: OnceLock<Built> = OnceLock::new();
    SITE.get_or_init(|| Built::of("aid", &frozen("aid")))
}

/// The content of this repository as it stands.
pub fn live() -> &'static Built {
    static SITE: OnceLock<Built> = OnceLock::new();
    SITE.get_or_init(|| Built::of("live", &repository().join("content")))
}

impl Built {
    pub fn of(name: &'static str, content: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = build(content, folder.path(), &[]);
        let report: Value = serde_json::from_slice(&files["data/report.json"]).unwrap();
        let languages = report["site"]["languages"].as_array().unwrap();
        let languages = languages.iter().map(|lang| lang.as_str().unwrap().to_owned()).collect();
        Self { name, files, languages }
    }

    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }

    pub fn page(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).unwrap()
    }

    /// The language of a page or drawing, by the folder it stands in.
    pub fn language(&self, path: &str) -> &str {
        let further = self.languages[1..].iter();
        let folder =
            |lang: &&String| path.strip_prefix(lang.as_str()).is_some_and(|rest| rest.starts_with('/'));
        further.into_iter().find(folder).unwrap_or(&self.languages[0])
    }

    pub fn report(&self) -> Value {
        serde_json::from_slice(&self.files["data/report.json"]).unwrap()
    }
}

/// Builds some content into a folder and reads what came out; a warning is a failure.
pub fn build(content: &Path, folder: &Path, environment: &[(&str, &str)]) -> Files {
    let output = folder.join("site");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shanhai"));
    command.current_dir(folder).args(["build", "--content"]).arg(content).arg("--output").arg(&output);
    for (name, value) in environment {
        command.env(name, value);
    }
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert!(!said.contains("warning"), "{said}");
    assert!(said.contains(" pages, ") && said.contains("verdicts: "), "{said}");
    files(&output)
}

/// The files below a folder, by path.
pub fn files(root: &Path) -> Files {
    walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (below, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The values of an attribute, in the order of the page.
pub fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let open = format!(" {name}=\"");
    html.split(&open).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}
