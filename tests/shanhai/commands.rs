//! The commands: what they print where, and how they end.

use crate::project::{Project, Ran};
use std::io::Read as _;
use std::process::Stdio;

#[test]
fn the_starter_site_is_clean_and_builds() {
    let project = Project::new();
    project.run(&["init", "report"]).exit(0).stdout_is("").stderr_has("cd report && shanhai build");
    let inside = |args: &[&str]| {
        let mut command = project.command(args);
        command.current_dir(project.path("report"));
        Ran::of(command, args)
    };
    inside(&["check", "--strict"]).exit(0).stdout_is("").stderr_has("no faults");
    inside(&["build"]).exit(0).stdout_is("").stderr_has("3 indicators").stderr_has("in output after");
    assert!(project.path("report/output/.shanhai-manifest").is_file());
    inside(&["build"]).exit(0).stderr_has("nothing changed");
    assert!(project.path("report/.schema/indicator.schema.json").is_file());
}

#[test]
fn init_writes_nothing_where_something_is() {
    let project = Project::new().file("mine.txt", "mine");
    project.run(&["init"]).exit(2).stderr_has("is not empty");
    project.run(&["init", "mine.txt"]).exit(3).stderr_has("cannot look into");
    assert_eq!(std::fs::read_dir(project.path(".")).unwrap().count(), 1);
    let project = Project::new().file(".git/HEAD", "x");
    project.run(&["init"]).exit(0);
}

#[test]
fn faults_are_the_data_of_check_and_the_words_of_build() {
    let project = Project::starter();
    project.put("content/units.yaml", "units:\n  a: { title: 甲, kind: bureu }\n");
    let checked = project.run(&["check"]).exit(1).stdout_has("error[unknown-word]");
    assert!(checked.stderr().starts_with("checked content: "), "{}", checked.stderr());
    let built = project.run(&["build"]).exit(1).stdout_is("").stderr_has("error[unknown-word]");
    assert!(built.stderr().ends_with("nothing was written\n"));
    assert!(!project.path("output").exists());
}

#[test]
fn warnings_stop_nothing_unless_asked_to() {
    let project = Project::starter();
    let story = project.text("content/stories/zhang-village/index.md");
    project.put("content/stories/zhang-village/index.md", format!("{story}\n一共 88 人。\n"));
    project.run(&["check"]).exit(0).stdout_has("unbound-number").stderr_has("1 warning");
    project.run(&["check", "--strict"]).exit(1);
    project.run(&["build", "--strict"]).exit(1);
    assert!(!project.path("output").exists());
    project.run(&["build"]).exit(0).stderr_has("1 warning");
}

#[test]
fn other_names_of_the_content_folder_are_shown_as_they_are() {
    let project = Project::starter();
    std::fs::create_dir(project.path("docs")).unwrap();
    std::fs::rename(project.path("content"), project.path("docs/text")).unwrap();
    project.run(&["check"]).exit(2).stderr_has("there is no folder content");
    project.put("docs/text/odd.txt", "x");
    project.run(&["check", "--content", "./docs/text/"]).exit(1).stdout_has("docs/text/odd.txt");
    let content = project.path("docs/text");
    let absolute = content.to_str().unwrap();
    project.run(&["check", "--content", absolute, "--format", "json"]).exit(1).stdout_has(absolute);
}

#[test]
fn wrong_usage_has_its_own_code() {
    let project = Project::starter();
    project.run(&[]).exit(2).stderr_has("Usage");
    project.run(&["biuld"]).exit(2).stderr_has("build");
    project.run(&["build", "--as-of", "2020-02-30"]).exit(2).stderr_has("2020-12-31");
    project.run(&["build", "--theme", "../x"]).exit(2).stderr_has("there is no theme");
    project.run(&["build", "--theme", "plain"]).exit(2).stderr_has("leave --theme out");
    project.put("themes/plain/style.css", "");
    project.run(&["build", "--theme", "plian"]).exit(2).stderr_has("did you mean \"plain\"?");
    project.run(&["build", "--theme", "plain"]).exit(0);
    for output in ["content", "content/x", ".", "themes/plain", "/"] {
        project.run(&["build", "--output", output]).exit(2).stderr_has("is not written to");
    }
}

#[test]
fn help_is_on_stdout_and_shows_examples() {
    let project = Project::new();
    for command in ["init", "check", "build", "serve", "explain", "schema", "completions"] {
        project.run(&[command, "--help"]).exit(0).stdout_has("Example");
    }
    project.run(&["--help"]).exit(0).stdout_has("Exit codes");
    project.run(&["--version"]).exit(0).stdout_is(&format!("shanhai {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn schemas_are_written_for_every_kind_of_file() {
    let project = Project::new();
    project.run(&["schema", "--out", "deep/schemas"]).exit(0).stdout_is("");
    for kind in ["site", "partnerships", "units", "plan", "source", "indicator", "story", "brief", "page"] {
        let text = project.text(&format!("deep/schemas/{kind}.schema.json"));
        assert!(text.ends_with("}\n") && text.contains("\"$schema\""), "{kind}");
        let _: serde_json::Value = serde_json::from_str(&text).unwrap();
    }
    project.run(&["schema", "--out", "deep/schemas"]).exit(0);
}

#[test]
fn completions_are_data() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        project.run(&["completions", shell]).exit(0).stdout_has("shanhai");
    }
}

/// `shanhai … | head -1`: the reader goes away in the middle.
#[test]
fn a_closed_pipe_ends_quietly() {
    let project = Project::starter();
    for n in 0..2000 {
        project.put(&format!("content/odd/{n}.txt"), "x");
    }
    for args in [&["check"][..], &["check", "--format", "json"], &["completions", "zsh"], &["--help"]] {
        let mut child = project.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 1]).unwrap();
        drop(stdout);
        let ended = child.wait_with_output().unwrap();
        let words = String::from_utf8(ended.stderr).unwrap();
        assert!(ended.status.code().is_some_and(|code| code <= 1), "{args:?}: {:?}", ended.status);
        assert!(!words.contains("panic") && !words.contains("Broken"), "{args:?}: {words}");
    }
}

#[test]
fn no_colour_where_nobody_sees_it() {
    let project = Project::starter().file("content/odd.txt", "x");
    let ran = project.run(&["check"]).exit(1);
    assert!(!ran.stdout().contains('\x1b') && !ran.stderr().contains('\x1b'));
}

#[cfg(unix)]
#[test]
fn content_that_cannot_be_read_is_named_and_nothing_hangs() {
    let project = Project::starter();
    let pipe = project.path("content/stories/zhang-village/pipe.jpg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    project.run(&["build"]).exit(1).stderr_has("this is a pipe or a device");
    assert!(!project.path("output").exists());
}

#[test]
fn every_role_of_a_printed_page_has_a_face() {
    let said = Project::new().run(&["fonts"]).exit(0).stdout();
    for role in ["xiaobiaosong", "song", "fangsong", "kai", "hei"] {
        let line = said.lines().find(|line| line.split(' ').next() == Some(role));
        assert!(line.is_some(), "{role}: {said}");
    }
    assert!(!cfg!(feature = "faces") || !said.contains("none"), "{said}");
}

/// A face with nothing but a name, where this machine keeps the fonts of a person.
#[cfg(target_os = "linux")]
#[test]
fn a_face_of_this_machine_serves_by_its_name() {
    let project = Project::new();
    let mut face = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    let name: Vec<u8> = "FangSong_GB2312".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let table: Vec<u8> =
        [0, 1, 18, 3, 1, 0x409, 1, 30, 0].into_iter().flat_map(u16::to_be_bytes).chain(name).collect();
    face.extend(b"name\0\0\0\0\0\0\0\x1c");
    face.extend(u32::try_from(table.len()).unwrap().to_be_bytes());
    face.extend(table);
    project.put("home/.fonts/some/仿宋.TTF", face);
    project.put("home/.fonts/broken.ttf", "no font");
    let mut command = project.command(&["fonts"]);
    command.env("HOME", project.path("home")).env_remove("XDG_DATA_HOME");
    let ran = Ran::of(command, &["fonts"]).exit(0).stdout_has("FangSong_GB2312").stdout_has("仿宋.TTF");
    assert!(!ran.stderr().contains("Zhuque"), "{}", ran.stderr());
}

#[test]
fn files_that_nobody_wrote_stop_nothing_and_are_named_in_one_line() {
    let project = Project::starter();
    let left = [
        "content/Thumbs.db",
        "content/indicators/health/clinics - Copy.yaml",
        "content/indicators/health/clinics.sync-conflict-20250401-101010-ABCDEF7.yaml",
        "content/sources/~$bulletin-2025.yaml",
        "content/stories/zhang-village/desktop.ini",
        "content/.DS_Store",
    ];
    for path in left {
        project.put(path, b"\xff\0: [");
    }
    project
        .run(&["check", "--strict"])
        .exit(0)
        .stdout_is("")
        .stderr_has("passed over what nobody wrote: content/Thumbs.db, content/indicators/health/clinics - Copy.yaml, ")
        .stderr_has(" and 2 more\n");
    project.run(&["build"]).exit(0).stderr_has("passed over what nobody wrote");
    for path in left {
        std::fs::remove_file(project.path(path)).unwrap();
    }
    let said = project.run(&["build"]).exit(0).stderr_has("nothing changed").stderr();
    assert!(!said.contains("passed over"), "{said}");
}
