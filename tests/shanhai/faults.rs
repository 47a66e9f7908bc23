//! The system fails: the nth call of a kind is refused, or the program killed at it. What stands in the output folder
//! is the old site or the new one, whole, and the next build puts everything in order.

use crate::project::Project;
use crate::publishing::{site, there, wanted};
use std::path::Path;
use std::process::{Command, Stdio};

/// Calls by which a site comes to its folder.
const CALLS: [&str; 8] = ["openat", "write", "mkdir", "linkat", "rename", "renameat2", "unlink", "fsync"];

/// Which call of its kind: the early ones, and some on the way.
const NTH: [usize; 5] = [1, 2, 9, 40, 150];

/// Publishes under strace with a fault brought about; false if strace is not there or may not be used.
fn injected(output: &Path, version: u8, fault: &str) -> bool {
    let ran = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject={fault}"))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "publishing::publishes_when_told_to", "--ignored"])
        .env("SHANHAI_OUTPUT", output)
        .env("SHANHAI_SITE", version.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    ran.is_ok()
}

/// True if this machine lets one program trace another.
fn can_trace() -> bool {
    let ran = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    ran.is_ok_and(|status| status.success())
}

#[cfg(target_os = "linux")]
#[test]
fn a_call_that_fails_or_kills_leaves_one_site_whole() {
    if !can_trace() {
        println!("skipped: strace is not there, or may not trace");
        return;
    }
    let long = std::env::var_os("SHANHAI_LONG").is_some();
    let project = Project::new();
    let output = project.path("output");
    shanhai::disk::publish(&site(1), &output, &[]).unwrap();
    project.put("output/CNAME", "example.org");
    let sites = [wanted(1), wanted(2)];
    for (number, call) in CALLS.into_iter().enumerate() {
        let every: Vec<usize> = if long { (1..200).collect() } else { NTH.to_vec() };
        for nth in every {
            for what in ["error=ENOSPC", "error=EIO", "error=EROFS", "error=EACCES", "signal=KILL"] {
                // Each place once with one of them; all of them in the long run.
                let turn = ["error=ENOSPC", "signal=KILL", "error=EIO", "error=EROFS", "error=EACCES"];
                if !long && turn[(number + nth) % turn.len()] != what {
                    continue;
                }
                let case = format!("{call}:{what}:when={nth}");
                assert!(injected(&output, 2, &case));
                let mut found = there(&output);
                assert_eq!(found.remove("CNAME").as_deref(), Some(&b"example.org"[..]), "{case}");
                assert!(sites.contains(&found), "{case}: neither site, {} files", found.len());
                shanhai::disk::publish(&site(1), &output, &[])
                    .unwrap_or_else(|error| panic!("{case}: {error}"));
                let mut found = there(&output);
                found.remove("CNAME");
                assert!(found == sites[0], "{case}: the next build did not put it in order");
            }
        }
    }
}

/// Runs a build by a shell that sets limits first.
#[cfg(target_os = "linux")]
fn limited(project: &Project, limit: &str) -> (Option<i32>, String) {
    let ran = Command::new("sh")
        .arg("-c")
        .arg(format!("{limit}; exec \"$0\" build"))
        .arg(env!("CARGO_BIN_EXE_shanhai"))
        .current_dir(project.path("."))
        .output()
        .unwrap();
    (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn a_low_limit_ends_in_a_sentence_and_leaves_the_old_site() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    let before = there(&project.path("output"));
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", site.replacen("title: ", "title: 改：", 1));
    for limit in ["ulimit -f 1", "ulimit -f 16", "ulimit -n 12", "ulimit -v 300000"] {
        let (code, said) = limited(&project, limit);
        assert_eq!(code, Some(3), "{limit}: {said}");
        assert!(said.starts_with("error: ") && said.contains("help: "), "{limit}: {said}");
        assert!(there(&project.path("output")) == before, "{limit}");
    }
}
