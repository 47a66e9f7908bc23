//! A project in a folder of its own, and a fluent way to run the program in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder that is gone when the test ends.
pub struct Project {
    folder: TempDir,
}

impl Project {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// What `init` writes.
    pub fn starter() -> Self {
        let project = Self::new();
        project.run(&["init"]).exit(0);
        project
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.put(path, text);
        self
    }

    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Takes out what speaks of the starter's figures besides its indicators: what sources claim, and the stories.
    pub fn without_claims_and_stories(self) -> Self {
        let source = self.text("content/sources/bulletin-2025.yaml");
        let claims = source.find("claims:").unwrap_or(source.len());
        self.put("content/sources/bulletin-2025.yaml", &source[..claims]);
        fs::remove_dir_all(self.path("content/stories")).unwrap();
        self
    }

    /// Lays a folder of files over this one.
    pub fn overlay(&self, folder: &Path) {
        self.overlay_at("", folder);
    }

    /// Lays a folder of files over one of this one's.
    pub fn overlay_at(&self, at: &str, folder: &Path) {
        for entry in walkdir::WalkDir::new(folder) {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder).unwrap();
                self.put(Path::new(at).join(below).to_str().unwrap(), fs::read(entry.path()).unwrap());
            }
        }
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shanhai"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        // The seals of sites that are gone when the test ends.
        command.env("XDG_CACHE_HOME", std::env::temp_dir().join("shanhai-tests"));
        for name in ["NO_COLOR", "RUST_BACKTRACE", "CLICOLOR_FORCE", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args), args)
    }
}

/// How a run ended.
pub struct Ran {
    what: String,
    output: Output,
}

impl Ran {
    pub fn of(mut command: Command, args: &[&str]) -> Self {
        Self { what: args.join(" "), output: command.output().unwrap() }
    }

    pub fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    /// How it ended; none if a signal ended it.
    pub fn code(&self) -> Option<i32> {
        self.output.status.code()
    }

    #[track_caller]
    pub fn exit(self, code: i32) -> Self {
        let (out, err) = (self.stdout(), self.stderr());
        assert_eq!(self.output.status.code(), Some(code), "shanhai {}\n{out}\n{err}", self.what);
        self
    }

    #[track_caller]
    pub fn stdout_has(self, text: &str) -> Self {
        assert!(self.stdout().contains(text), "stdout of {} lacks {text:?}:\n{}", self.what, self.stdout());
        self
    }

    #[track_caller]
    pub fn stderr_has(self, text: &str) -> Self {
        assert!(self.stderr().contains(text), "stderr of {} lacks {text:?}:\n{}", self.what, self.stderr());
        self
    }

    #[track_caller]
    pub fn stdout_is(self, text: &str) -> Self {
        assert_eq!(self.stdout(), text, "stdout of {}", self.what);
        self
    }
}
