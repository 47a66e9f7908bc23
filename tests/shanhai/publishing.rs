//! A site reaches its folder whole or not at all, whatever happens to the program.

use crate::project::{Project, Ran};
use shanhai::tree::FileTree;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const FILES: usize = 300;

/// One of two sites: the same paths in part, other bytes in part, some files in only one of them.
pub fn site(version: u8) -> FileTree {
    let mut tree = FileTree::new();
    tree.add("index.html", format!("site {version}").into_bytes()).unwrap();
    for n in 0..FILES {
        let text = if n % 3 == 0 { "in both".to_owned() } else { format!("{version} {n}") };
        tree.add(format!("pages/{}/{n}.html", n % 17), text.repeat(20).into_bytes()).unwrap();
    }
    tree.add(format!("only-{version}/index.html"), vec![version; 5000]).unwrap();
    tree
}

pub fn wanted(version: u8) -> BTreeMap<String, Vec<u8>> {
    site(version).iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

pub fn there(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).unwrap();
            (below.to_str().unwrap().to_owned(), fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| path != ".shanhai-manifest")
        .collect()
}

/// Not a test of its own: the program that is killed. Run by name, told by the environment what to do.
#[test]
#[ignore = "run by the test below"]
fn publishes_when_told_to() {
    let (Ok(output), Ok(version)) = (std::env::var("SHANHAI_OUTPUT"), std::env::var("SHANHAI_SITE")) else {
        return;
    };
    let tree = site(version.parse().unwrap());
    println!("ready");
    shanhai::disk::publish(&tree, Path::new(&output), &[]).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn killed_at_any_moment_the_reader_sees_one_site_whole() {
    use std::io::BufRead as _;
    use std::process::{Command, Stdio};
    let project = Project::new();
    let output = project.path("output");
    shanhai::disk::publish(&site(1), &output, &[]).unwrap();
    project.put("output/CNAME", "example.org");
    project.put("output/.git/objects/ab", "object");
    let sites = [wanted(1), wanted(2)];
    let began = std::time::Instant::now();
    shanhai::disk::publish(&site(2), &output, &[]).unwrap();
    // Some of the moments lie after the end, so that both sites are seen however fast the disk is.
    let whole = u64::try_from(began.elapsed().as_micros()).unwrap() * 3 / 2;
    // A few on each change, many before a release.
    let rounds = if std::env::var_os("SHANHAI_LONG").is_some() { 300 } else { 30 };
    let (mut killed, mut seen, mut chance) = (0, [0; 2], 12345_u64);
    for round in 0..rounds {
        let version = if round % 2 == 0 { "1" } else { "2" };
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "publishing::publishes_when_told_to", "--ignored", "--nocapture"])
            .env("SHANHAI_OUTPUT", &output)
            .env("SHANHAI_SITE", version)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // It says when it begins, so that the moments fall within the publishing.
        let mut lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.by_ref().any(|line| line.unwrap().ends_with("ready")));
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(std::time::Duration::from_micros((chance >> 33) % whole));
        let _ = child.kill();
        killed += usize::from(!child.wait().unwrap().success());
        let mut found = there(&output);
        assert_eq!(found.remove("CNAME").as_deref(), Some(&b"example.org"[..]), "round {round}");
        assert_eq!(found.remove(".git/objects/ab").as_deref(), Some(&b"object"[..]), "round {round}");
        let which = sites.iter().position(|site| *site == found);
        seen[which.unwrap_or_else(|| panic!("round {round}: neither site, {} files", found.len()))] += 1;
    }
    let few = |times: usize, share: usize| times <= rounds / share;
    assert!(!few(killed, 6) && seen.iter().all(|times| !few(*times, 24)), "killed {killed}, seen {seen:?}");
    // The next build puts everything in order.
    shanhai::disk::publish(&site(2), &output, &[]).unwrap();
    assert_eq!(there(&output).len(), sites[1].len() + 2);
    let beside: Vec<_> = fs::read_dir(project.path(".")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(beside, ["output"]);
}

/// As root every folder can be written to: then the program runs as nobody.
#[cfg(unix)]
fn unprivileged(project: &Project, args: &[&str]) -> Ran {
    use std::os::unix::fs::{MetadataExt as _, chown};
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65_534;
    let mut command = project.command(args);
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        for entry in walkdir::WalkDir::new(project.path(".")) {
            std::os::unix::fs::lchown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        chown(project.path("."), Some(NOBODY), Some(NOBODY)).unwrap();
        command.uid(NOBODY).gid(NOBODY);
    }
    Ran::of(command, args)
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_to_ends_clearly() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let project = Project::starter();
    fs::create_dir(project.path("closed")).unwrap();
    mode(&project.path("closed"), 0o555);
    let ran = unprivileged(&project, &["build", "--output", "closed/output"]).exit(3);
    ran.stderr_has("cannot create").stderr_has("Permission denied");
    // A site that stands in a folder that was closed since: kept as it is.
    let output = project.path("open/output");
    shanhai::disk::publish(&site(1), &output, &[]).unwrap();
    mode(&output, 0o555);
    mode(&project.path("open"), 0o555);
    unprivileged(&project, &["build", "--output", "open/output"]).exit(3).stderr_has("cannot create");
    assert_eq!(there(&output), wanted(1));
    // Only the folder around it is closed: then it is written file by file.
    mode(&output, 0o755);
    unprivileged(&project, &["build", "--output", "open/output"]).exit(0).stderr_has("deleted");
    assert!(!output.join("only-1/index.html").exists());
    // Content that may not be read is a fault of the content.
    mode(&project.path("content/units.yaml"), 0o000);
    unprivileged(&project, &["check"]).exit(1).stdout_has("it may not be opened");
    for path in ["closed", "open"] {
        mode(&project.path(path), 0o755);
    }
}

/// Runs a script with a file system of its own mounted; false where the system allows none.
#[cfg(target_os = "linux")]
fn with_mount(project: &Project, script: &str) -> bool {
    let shanhai = env!("CARGO_BIN_EXE_shanhai");
    let allowed = std::process::Command::new("unshare")
        .args(["-rm", "mount", "-t", "tmpfs", "tmpfs"])
        .arg(project.path("mount"))
        .status()
        .is_ok_and(|status| status.success());
    if !allowed {
        eprintln!("no mounts are allowed here: not tested");
        return false;
    }
    let ran = std::process::Command::new("unshare")
        .args(["-rm", "sh", "-euc", script])
        .current_dir(project.path("."))
        .env("SHANHAI", shanhai)
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr)
    );
    true
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let project = Project::starter();
    fs::create_dir(project.path("mount")).unwrap();
    shanhai::disk::publish(&site(1), &project.path("first"), &[]).unwrap();
    // The disk holds the old site and has no room for the manifest of the next one.
    let script = "
        mount -t tmpfs -o size=8m tmpfs mount
        cp -a first mount/output
        head -c 20m /dev/zero > mount/rest 2>/dev/null || true
        code=0; \"$SHANHAI\" build --output mount/output 2> words || code=$?
        cat words
        test $code = 3
        grep -q 'the disk is full' words
        diff -r first mount/output
        test \"$(ls -A mount)\" = \"output
rest\"
    ";
    with_mount(&project, script);
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_folder_that_is_a_mount_is_written_file_by_file() {
    let project = Project::starter();
    fs::create_dir(project.path("mount")).unwrap();
    shanhai::disk::publish(&site(1), &project.path("first"), &[]).unwrap();
    let script = "
        mount -t tmpfs tmpfs mount
        \"$SHANHAI\" build --output mount
        cp -a first/. mount
        echo mine > mount/CNAME
        \"$SHANHAI\" build --output mount
        test ! -e mount/only-1
        test -e mount/CNAME
        test -z \"$(ls -A mount | grep shanhai-new)\"
        mkdir outer; mkdir outer/inner; mount -t tmpfs tmpfs outer/inner
        code=0; \"$SHANHAI\" build --output outer 2> words || code=$?
        test $code = 2
        grep -q 'mounted inside it' words
    ";
    with_mount(&project, script);
}
