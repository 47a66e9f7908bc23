//! What publishing promises, both ways of doing it held to the same.

use super::publish::{Way, publish_by};
use super::{PublishError, Published, Refusal, publish, refuse};
use crate::tree::FileTree;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const WAYS: [Way; 2] = [Way::Exchange, Way::Piecemeal];

fn site(files: &[(&str, &str)]) -> FileTree {
    let mut tree = FileTree::new();
    for (path, text) in files {
        tree.add(*path, text.as_bytes().to_vec()).expect("listed once");
    }
    tree
}

/// Everything in a folder, our manifest left out.
fn there(folder: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(|entry| entry.expect("seen"))
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            (below, fs::read_to_string(entry.path()).unwrap_or_else(|_| "?".to_owned()))
        })
        .filter(|(path, _)| path != ".shanhai-manifest")
        .collect()
}

fn expect(folder: &Path, files: &[(&str, &str)]) {
    let wanted: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(there(folder), wanted);
}

/// Nothing of ours stands beside the output folder.
fn tidy(folder: &Path) {
    let names: Vec<_> = fs::read_dir(folder)
        .expect("seen")
        .map(|entry| entry.expect("seen").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("shanhai"))
        .collect();
    assert_eq!(names, [""; 0]);
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("parent")).expect("made");
    fs::write(path, text).expect("written");
}

#[test]
fn a_site_replaces_the_one_before() {
    for way in WAYS {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("deep/output");
        let first = site(&[("index.html", "1"), ("a/index.html", "1"), ("a/chart.svg", "s"), ("b", "x")]);
        let done = publish_by(&first, &output, &[], way).expect("published");
        assert_eq!(done, Published { written: 4, unchanged: 0, deleted: 0 });
        let second = site(&[("index.html", "2"), ("a/chart.svg", "s"), ("b/index.html", "now a folder")]);
        let done = publish_by(&second, &output, &[], way).expect("published");
        assert_eq!(done, Published { written: 2, unchanged: 1, deleted: 2 });
        expect(&output, &[("index.html", "2"), ("a/chart.svg", "s"), ("b/index.html", "now a folder")]);
        let third = site(&[("a", "now a file"), ("b/index.html", "now a folder")]);
        publish_by(&third, &output, &[], way).expect("published");
        expect(&output, &[("a", "now a file"), ("b/index.html", "now a folder")]);
        publish_by(&FileTree::new(), &output, &[], way).expect("published");
        assert_eq!(fs::read_dir(&output).expect("seen").count(), 1, "empty folders are gone as well");
        tidy(output.parent().expect("parent"));
    }
}

#[test]
fn what_is_not_ours_is_kept() {
    for way in WAYS {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        publish_by(&site(&[("index.html", "1"), ("a/x.html", "1")]), &output, &[], way).expect("published");
        put(&output.join("CNAME"), "example.org");
        put(&output.join(".git/objects/ab/cd"), "object");
        put(&output.join("a/notes.txt"), "notes");
        put(&home.path().join("outside.txt"), "outside");
        fs::create_dir(output.join("empty")).expect("made");
        #[cfg(unix)]
        std::os::unix::fs::symlink("../outside.txt", output.join("link.txt")).expect("linked");
        for text in ["2", "3"] {
            publish_by(&site(&[("index.html", text)]), &output, &[], way).expect("published");
            let found = there(&output);
            assert_eq!(found.get("index.html").map(String::as_str), Some(text));
            assert_eq!(found.get("CNAME").map(String::as_str), Some("example.org"));
            assert_eq!(found.get(".git/objects/ab/cd").map(String::as_str), Some("object"));
            assert_eq!(found.get("a/notes.txt").map(String::as_str), Some("notes"));
            assert!(output.join("empty").is_dir() && !found.contains_key("a/x.html"));
            #[cfg(unix)]
            assert!(fs::symlink_metadata(output.join("link.txt")).expect("there").is_symlink());
        }
        assert_eq!(fs::read_to_string(home.path().join("outside.txt")).expect("there"), "outside");
        tidy(home.path());
    }
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_is_touched() {
    for way in WAYS {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        publish_by(&site(&[("index.html", "1")]), &output, &[], way).expect("published");
        put(&output.join("feed.xml"), "mine");
        put(&output.join("data"), "mine");
        put(&output.join("page/mine.txt"), "mine");
        for path in ["feed.xml", "data/x.csv", "page"] {
            let new = site(&[("index.html", "2"), (path, "ours")]);
            let error = publish_by(&new, &output, &[], way).expect_err(path);
            assert!(matches!(error, PublishError::InTheWay(_)), "{error}");
            assert_eq!(fs::read_to_string(output.join("index.html")).expect("there"), "1");
        }
        // The same bytes are no conflict: an interrupted copy, a restored backup.
        let new = site(&[("index.html", "2"), ("feed.xml", "mine")]);
        publish_by(&new, &output, &[], way).expect("published");
        publish_by(&site(&[("index.html", "2")]), &output, &[], way).expect("published");
        assert!(!output.join("feed.xml").exists(), "ours from then on");
        tidy(home.path());
    }
}

#[test]
fn folders_that_a_site_is_never_written_to_are_refused() {
    let home = tempfile::tempdir().expect("folder");
    let (content, themes) = (home.path().join("content"), home.path().join("themes"));
    put(&content.join("site.yaml"), "x");
    put(&home.path().join("full/x"), "x");
    put(&home.path().join("damaged/.shanhai-manifest"), "hello");
    put(&home.path().join("escaping/.shanhai-manifest"), "shanhai-manifest 1\n00  1  ../content/site.yaml\n");
    put(&home.path().join("file"), "x");
    let guarded = [content.clone(), themes.clone()];
    let why = |output: &Path| match refuse(output, &guarded) {
        Err(PublishError::Refused { why, .. }) => {
            assert!(publish(&FileTree::new(), output, &guarded).is_err());
            why
        }
        other => panic!("{} was not refused: {other:?}", output.display()),
    };
    assert_eq!(why(Path::new("/")), Refusal::Root);
    assert_eq!(why(Path::new("/tmp/..")), Refusal::Root);
    assert_eq!(why(&std::env::home_dir().expect("known")), Refusal::Home);
    let overlaps = |path: PathBuf, with: &Path| assert_eq!(why(&path), Refusal::Overlaps(with.to_owned()));
    overlaps(content.clone(), &content);
    overlaps(content.join("deep/output"), &content);
    overlaps(home.path().join("x/../content/output"), &content);
    overlaps(home.path().to_owned(), &content);
    overlaps(themes.join("mine"), &themes);
    assert_eq!(why(&home.path().join("full")), Refusal::NotOurs);
    assert_eq!(why(&home.path().join("file")), Refusal::NotAFolder);
    assert!(matches!(why(&home.path().join("damaged")), Refusal::Manifest(_)));
    assert!(matches!(why(&home.path().join("escaping")), Refusal::Manifest(_)));
    #[cfg(unix)]
    {
        fs::create_dir(home.path().join("empty")).expect("made");
        std::os::unix::fs::symlink("empty", home.path().join("link")).expect("linked");
        assert_eq!(why(&home.path().join("link")), Refusal::Link);
        std::os::unix::fs::symlink(&content, home.path().join("alias")).expect("linked");
        overlaps(home.path().join("alias/output"), &content);
    }
    #[cfg(target_os = "linux")]
    assert!(matches!(why(Path::new("/proc")), Refusal::MountInside(_) | Refusal::NotOurs));
    assert_eq!(fs::read_to_string(content.join("site.yaml")).expect("there"), "x");
}

#[test]
fn an_empty_manifest_lets_the_site_stand_among_other_files() {
    for way in WAYS {
        let home = tempfile::tempdir().expect("folder");
        put(&home.path().join("output/mine.txt"), "mine");
        put(&home.path().join("output/.shanhai-manifest"), "");
        let output = home.path().join("output");
        publish_by(&site(&[("index.html", "1")]), &output, &[], way).expect("published");
        expect(&output, &[("index.html", "1"), ("mine.txt", "mine")]);
    }
}

#[test]
fn paths_that_no_file_may_have_are_refused() {
    let home = tempfile::tempdir().expect("folder");
    for path in ["../x", "a/../../x", "/x", ".shanhai-manifest", "a\\b"] {
        let error = publish(&site(&[(path, "x")]), &home.path().join("output"), &[]).expect_err(path);
        assert!(matches!(error, PublishError::BadPath(_)));
    }
}

#[test]
fn nothing_is_taken_over_from_a_site_that_was_tampered_with() {
    use crate::digest::Digest;
    let home = tempfile::tempdir().expect("folder");
    let output = home.path().join("output");
    let tree = site(&[("a.pdf", "right"), ("index.html", "1")]);
    let taken = || super::last_site(&output, &[], |_| true).len();
    publish(&tree, &output, &[]).expect("published");
    if taken() == 0 {
        return; // There is no cache folder here, so nothing is ever taken over.
    }
    assert_eq!(taken(), 2);
    let manifest = output.join(".shanhai-manifest");
    let before = fs::read_to_string(&manifest).expect("there");
    let forged = before.replace(&Digest::of("right").hex(), &Digest::of("wrong").hex());
    assert_ne!(forged, before);
    put(&output.join("a.pdf"), "wrong");
    assert_eq!(taken(), 1, "the file alone is seen by its digest");
    put(&manifest, &forged);
    assert_eq!(taken(), 0, "and with its line by the seal");
    // Another place has no seal, whatever it holds.
    put(&home.path().join("copy/.shanhai-manifest"), &before);
    put(&home.path().join("copy/a.pdf"), "right");
    assert_eq!(super::last_site(&home.path().join("copy"), &[], |_| true).len(), 0);
    publish(&tree, &output, &[]).expect("published");
    assert_eq!((taken(), fs::read_to_string(output.join("a.pdf")).expect("there").as_str()), (2, "right"));
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    /// Number and times of every file: what a build that has nothing to do leaves alone.
    fn marks(folder: &Path) -> Vec<(PathBuf, u64, i64, i64, i64, i64)> {
        walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| {
                let entry = entry.expect("seen");
                let found = entry.metadata().expect("seen");
                let times = (found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec());
                (entry.into_path(), found.ino(), times.0, times.1, times.2, times.3)
            })
            .collect()
    }

    #[test]
    fn a_build_with_no_change_touches_nothing() {
        for way in WAYS {
            let home = tempfile::tempdir().expect("folder");
            let output = home.path().join("output");
            let tree = site(&[("index.html", "1"), ("a/b.svg", "s")]);
            publish_by(&tree, &output, &[], way).expect("published");
            put(&output.join("CNAME"), "x");
            let before = marks(&output);
            let done = publish_by(&tree, &output, &[], way).expect("published");
            assert_eq!(done, Published { written: 0, unchanged: 2, deleted: 0 });
            assert_eq!(marks(&output), before);
        }
    }

    #[test]
    fn an_unchanged_file_stays_the_same_file_and_a_damaged_one_is_mended() {
        for way in WAYS {
            let home = tempfile::tempdir().expect("folder");
            let output = home.path().join("output");
            publish_by(&site(&[("a", "1"), ("b", "1"), ("c", "1")]), &output, &[], way).expect("published");
            let number = |name: &str| fs::metadata(output.join(name)).expect("there").ino();
            let (a, b) = (number("a"), number("b"));
            // The same size, other bytes: seen all the same.
            fs::write(output.join("c"), "9").expect("written");
            publish_by(&site(&[("a", "1"), ("b", "2"), ("c", "1")]), &output, &[], way).expect("published");
            assert_eq!(number("a"), a);
            assert_ne!(number("b"), b);
            expect(&output, &[("a", "1"), ("b", "2"), ("c", "1")]);
        }
    }

    #[test]
    fn a_copy_made_of_hard_links_keeps_what_it_had() {
        for way in WAYS {
            let home = tempfile::tempdir().expect("folder");
            let output = home.path().join("output");
            publish_by(&site(&[("index.html", "old"), ("a", "1")]), &output, &[], way).expect("published");
            let backup = home.path().join("backup");
            fs::create_dir(&backup).expect("made");
            for name in ["index.html", "a"] {
                fs::hard_link(output.join(name), backup.join(name)).expect("linked");
            }
            publish_by(&site(&[("index.html", "new")]), &output, &[], way).expect("published");
            expect(&backup, &[("index.html", "old"), ("a", "1")]);
        }
    }

    #[test]
    fn links_inside_the_output_lead_nowhere() {
        for way in WAYS {
            let home = tempfile::tempdir().expect("folder");
            let output = home.path().join("output");
            let tree = [("index.html", "1"), ("a/x.html", "1"), ("b.html", "1")];
            publish_by(&site(&tree), &output, &[], way).expect("published");
            // Somebody puts links where our folder and our page were.
            put(&home.path().join("elsewhere/x.html"), "1");
            put(&home.path().join("b.html"), "1");
            fs::remove_dir_all(output.join("a")).expect("removed");
            fs::remove_file(output.join("b.html")).expect("removed");
            symlink("../elsewhere", output.join("a")).expect("linked");
            symlink("../b.html", output.join("b.html")).expect("linked");
            let error = publish_by(&site(&tree), &output, &[], way).expect_err("in the way");
            assert!(matches!(error, PublishError::InTheWay(_)));
            publish_by(&site(&[("index.html", "2")]), &output, &[], way).expect("published");
            assert_eq!(fs::read_to_string(home.path().join("elsewhere/x.html")).expect("there"), "1");
            assert_eq!(fs::read_to_string(home.path().join("b.html")).expect("there"), "1");
            assert!(fs::symlink_metadata(output.join("b.html")).is_err(), "the link itself was listed");
        }
    }

    #[test]
    fn the_permissions_of_the_folder_stay() {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        publish(&site(&[("a", "1")]), &output, &[]).expect("published");
        fs::set_permissions(&output, fs::Permissions::from_mode(0o2750)).expect("set");
        publish(&site(&[("a", "2")]), &output, &[]).expect("published");
        assert_eq!(fs::metadata(&output).expect("there").permissions().mode() & 0o7777, 0o2750);
    }

    /// What a build killed at the worst moment leaves: before the exchange a folder of its own, after it
    /// the old site with everything that stood among it.
    #[test]
    fn leftovers_of_a_killed_build_are_put_in_order() {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        publish(&site(&[("index.html", "1"), ("a", "1")]), &output, &[]).expect("published");
        put(&output.join("CNAME"), "x");
        // Killed before: its number is that of the folder.
        let unborn = home.path().join(".output.shanhai-new-77");
        put(&unborn.join("deep/half.html"), "half");
        let number = fs::metadata(&unborn).expect("there").ino();
        fs::rename(&unborn, home.path().join(format!(".output.shanhai-new-77-{number}"))).expect("renamed");
        // Killed after: another number. Somebody made a file in it at the last moment.
        let old = home.path().join(".output.shanhai-new-78-1");
        put(&old.join("a"), "0");
        put(&old.join("gone.html"), "0");
        put(&old.join(".git/late"), "late");
        fs::hard_link(output.join("CNAME"), old.join("CNAME")).expect("linked");
        let line = |path: &str| format!("{}  1  {path}\n", "0".repeat(64));
        let manifest = format!("shanhai-manifest 1\n{}{}", line("a"), line("gone.html"));
        put(&old.join(".shanhai-manifest"), &manifest);
        // Killed between making and naming it; and a folder that only looks like ours.
        fs::create_dir(home.path().join(".output.shanhai-new-79")).expect("made");
        put(&home.path().join(".output.shanhai-new-mine/x"), "x");
        // A lock that nobody holds.
        put(&home.path().join(".output.shanhai-lock"), "");
        publish(&site(&[("index.html", "2")]), &output, &[]).expect("published");
        expect(&output, &[("index.html", "2"), ("CNAME", "x"), (".git/late", "late")]);
        let left: Vec<_> = fs::read_dir(home.path())
            .expect("seen")
            .map(|entry| entry.expect("seen").file_name().into_string().expect("text"))
            .filter(|name| name.contains("shanhai"))
            .collect();
        assert_eq!(left, [".output.shanhai-new-mine"]);
    }

    #[test]
    fn two_builds_do_not_meet() {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        publish(&site(&[("a", "1")]), &output, &[]).expect("published");
        let lock = fs::File::create(home.path().join(".output.shanhai-lock")).expect("made");
        rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).expect("locked");
        let error = publish(&site(&[("a", "2")]), &output, &[]).expect_err("locked");
        assert!(matches!(error, PublishError::Busy(_)), "{error}");
        drop(lock);
        publish(&site(&[("a", "2")]), &output, &[]).expect("published");
        expect(&output, &[("a", "2")]);
    }

    /// Many at once: each is refused or done, and what stands there is one of their sites, whole.
    #[test]
    fn builds_at_the_same_time_leave_one_site() {
        let home = tempfile::tempdir().expect("folder");
        let output = home.path().join("output");
        std::thread::scope(|scope| {
            for text in ["1", "2", "3", "4"] {
                let output = &output;
                scope.spawn(move || {
                    for _ in 0..25 {
                        match publish(&site(&[("a", text), ("b/c", text)]), output, &[]) {
                            Ok(_) | Err(PublishError::Busy(_)) => {}
                            Err(error) => panic!("{error}"),
                        }
                    }
                });
            }
        });
        let found = there(&output);
        assert_eq!(found.len(), 2);
        assert_eq!(found["a"], found["b/c"]);
        tidy(home.path());
    }
}
