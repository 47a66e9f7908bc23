//! What the program says about each fault, held to the letter.
//!
//! `tests/diagnostics/<code>/` is laid over `_base/`, checked, and compared with its `expected.txt`.
//! `without.txt` names files that are taken away. `SHANHAI_BLESS=1` writes what is said now; read it
//! before committing it.

use crate::pictures::{claiming, hills, jpeg, png};
use crate::project::Project;
use shanhai::diagnostic::{Code, Severity};
use std::fs;
use std::path::{Path, PathBuf};

/// Codes without a folder here, each with the reason.
pub(crate) const ELSEWHERE: &[(Code, &str)] = &[
    (Code::BadTheme, "themes have their own tests"),
    (Code::NoPicture, "only a build draws pictures: see cards"),
    (Code::NoGlyph, "only what prints needs faces: see briefs"),
];

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn cases() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('_'))
        .collect();
    names.sort();
    names
}

pub(crate) fn project(case: &str) -> Project {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    let folder = root().join(case).join("content");
    if folder.is_dir() {
        for entry in walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder.parent().unwrap()).unwrap();
                project.put(below.to_str().unwrap(), fs::read(entry.path()).unwrap());
            }
        }
    }
    for path in fs::read_to_string(root().join(case).join("without.txt")).unwrap_or_default().lines() {
        fs::remove_file(project.path(path)).unwrap();
    }
    // What no repository should hold.
    match case {
        "too-large" => {
            project.put("content/sources/long.yaml", format!("# {}\n", "长".repeat(400_000)));
            project.put("content/stories/li-village/long.md", vec![b'x'; 5 << 20]);
            project.put("content/stories/li-village/wide.jpg", claiming(&jpeg(&hills(8, 8)), 60_000, 60_000));
            project.put("content/stories/li-village/heavy.jpg", vec![0; (25 << 20) + 1]);
        }
        "bad-photo" => {
            let photo = jpeg(&hills(64, 48));
            project.put("content/stories/li-village/letter.jpg", "亲爱的……");
            project.put("content/stories/li-village/dance.png", b"GIF89a\x01\0\x01\0\0\0\0;");
            project.put("content/stories/li-village/half.jpg", &photo[..photo.len() / 2]);
            project.put("content/stories/li-village/third.png", &png(&hills(64, 48))[..2000]);
            project.put("content/stories/li-village/IMG_1.JPG", photo);
        }
        "missing-photo" | "photo-words" | "unused-photo" | "duplicate-id" | "broken-link" => {
            project.put("content/stories/li-village/village.jpg", jpeg(&hills(64, 48)));
            project.put("content/stories/li-village/other.png", png(&hills(64, 48)));
        }
        #[cfg(unix)]
        "unreadable" => {
            project.put("outside.yaml", "title: 外面\n");
            let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, project.path(name)).unwrap();
            link("../../outside.yaml", "content/sources/outside.yaml");
            link("nowhere.yaml", "content/sources/dead.yaml");
            link("..", "content/sources/loop");
        }
        _ => {}
    }
    project
}

/// Compares with a file, or writes it when asked to.
pub(crate) fn hold(said: &str, file: &Path) -> Option<String> {
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        fs::write(file, said).unwrap();
        return None;
    }
    let wanted = fs::read_to_string(file).unwrap_or_default();
    (said != wanted).then(|| format!("{}\n--- wanted\n{wanted}\n--- said\n{said}", file.display()))
}

#[test]
fn every_fault_is_said_as_written_down() {
    let mut faults = Vec::new();
    for case in cases() {
        let warning =
            Code::ALL.iter().any(|code| code.as_str() == case && code.severity() == Severity::Warning);
        let (project, expected) = (project(&case), root().join(&case).join("expected.txt"));
        let said = fs::read_to_string(&expected).unwrap_or_default() + &project.text("content/site.yaml");
        if !cfg!(feature = "traditional") && said.contains("zh-Hant") {
            continue;
        }
        let ran = project.run(&["check"]).exit(i32::from(!warning));
        faults.extend(hold(&ran.stdout(), &expected));
        if case != "many" && !ran.stdout().contains(&format!("[{case}]")) {
            faults.push(format!("{case} does not bring about its fault"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_code_has_its_folder() {
    let cases = cases();
    let there = |code: &Code| cases.iter().any(|case| case == code.as_str());
    for code in Code::ALL {
        let elsewhere = ELSEWHERE.iter().any(|(other, _)| other == code);
        assert!(there(code) != elsewhere, "{}", code.as_str());
    }
    for case in &cases {
        assert!(case == "many" || Code::ALL.iter().any(|code| code.as_str() == case), "{case}");
    }
}

#[test]
fn the_base_site_has_no_fault() {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    project.run(&["check", "--strict"]).exit(0).stdout_is("");
}

/// One run names them all, in whatever files they stand.
#[test]
fn many_faults_are_named_in_one_run() {
    let ran = project("many").run(&["check"]).exit(1);
    let faults = ran
        .stdout()
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
        .count();
    assert!(faults >= 12, "{faults}\n{}", ran.stdout());
}

#[test]
fn programs_and_github_read_the_same_faults() {
    let project = project("many");
    for (format, file) in [("json", "many/expected.json"), ("github", "many/expected.github")] {
        let ran = project.run(&["check", "--format", format]).exit(1);
        if format == "json" {
            for line in ran.stdout().lines() {
                let _: serde_json::Value = serde_json::from_str(line).unwrap();
            }
        }
        assert_eq!(hold(&ran.stdout(), &root().join(file)), None);
    }
}
