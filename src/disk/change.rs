//! Changes to the content itself, all or none: files are written beside those that they replace, then put in their
//! places; if anything fails on the way, what was put there is taken back.

use super::create::CreateError;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A file that gets other bytes.
#[derive(Debug, Clone, Copy)]
pub struct Change<'c> {
    /// Its path below the folder.
    pub path: &'c str,
    /// The bytes that it was read with, with others it is not touched; none if it is to be new.
    pub before: Option<&'c [u8]>,
    /// The bytes that it gets.
    pub after: &'c [u8],
}

/// A file in the making: what stands at its place, and the new one beside it.
struct Half<'c> {
    change: &'c Change<'c>,
    place: PathBuf,
    beside: PathBuf,
}

/// Changes files below a folder and then gives one of them, or a folder, another path: everything or nothing.
///
/// # Errors
/// What could not be done. Nothing is changed then.
pub fn change(folder: &Path, changes: &[Change<'_>], moved: Option<(&str, &str)>) -> Result<(), CreateError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: io::Error| CreateError { path, source }
    };
    if let Some((_, to)) = moved {
        let to = folder.join(to);
        if fs::symlink_metadata(&to).is_ok() {
            return Err(failed(&to)(io::Error::from(io::ErrorKind::AlreadyExists)));
        }
    }
    let mut halves: Vec<Half<'_>> = Vec::new();
    for change in changes {
        let path = folder.join(change.path);
        match half(&path, change) {
            Ok(one) => halves.push(one),
            Err(error) => {
                forget(&halves);
                return Err(failed(&path)(error));
            }
        }
    }
    for (done, one) in halves.iter().enumerate() {
        if let Err(error) = fs::rename(&one.beside, &one.place) {
            take_back(&halves[..done]);
            forget(&halves[done..]);
            return Err(failed(&one.place)(error));
        }
    }
    let Some((from, to)) = moved else { return Ok(()) };
    fs::rename(folder.join(from), folder.join(to)).map_err(|error| {
        take_back(&halves);
        failed(&folder.join(from))(error)
    })
}

/// Writes a file beside the one that it is to replace.
fn half<'c>(path: &Path, change: &'c Change<'c>) -> io::Result<Half<'c>> {
    let Some(before) = change.before else { return new_half(path, change) };
    // A link stays one: what it leads to is changed.
    let place = path.canonicalize()?;
    if fs::read(&place)? != before {
        return Err(io::Error::other("it was changed meanwhile"));
    }
    let permissions = fs::metadata(&place)?.permissions();
    written(change, place, |beside| fs::set_permissions(beside, permissions))
}

/// Writes a file beside the place where there is none yet.
fn new_half<'c>(path: &Path, change: &'c Change<'c>) -> io::Result<Half<'c>> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists));
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    written(change, path.to_owned(), |_| Ok(()))
}

/// The new file beside its place, and what else is to be done with it; nothing is left of it if that fails.
fn written<'c>(
    change: &'c Change<'c>,
    place: PathBuf,
    then: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<Half<'c>> {
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = place.with_file_name(format!(".{name}.{}.half", std::process::id()));
    if let Err(error) = write(&beside, change.after).and_then(|()| then(&beside)) {
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    Ok(Half { change, place, beside })
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Takes away what was written beside files and not put in their places.
fn forget(halves: &[Half<'_>]) {
    for one in halves {
        let _ = fs::remove_file(&one.beside);
    }
}

/// Puts back what stood there before.
fn take_back(halves: &[Half<'_>]) {
    for one in halves {
        let Some(before) = one.change.before else {
            let _ = fs::remove_file(&one.place);
            continue;
        };
        let back = write(&one.beside, before).and_then(|()| fs::rename(&one.beside, &one.place));
        if back.is_err() {
            let _ = fs::write(&one.place, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a"), "1").expect("written");
        fs::write(folder.path().join("b"), "2").expect("written");
        folder
    }

    fn names(folder: &Path) -> Vec<(String, String)> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("read")
            .map(|entry| entry.expect("entry"))
            .map(|entry| {
                let text = fs::read_to_string(entry.path()).unwrap_or_default();
                (entry.file_name().to_string_lossy().into_owned(), text)
            })
            .collect();
        names.sort();
        names
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    const CHANGES: [Change<'_>; 2] = [
        Change { path: "a", before: Some(b"1"), after: b"one" },
        Change { path: "b", before: Some(b"2"), after: b"two" },
    ];

    #[test]
    fn everything_is_changed_and_nothing_is_left_beside_it() {
        let folder = folder();
        change(folder.path(), &CHANGES, Some(("a", "c"))).expect("changed");
        assert_eq!(names(folder.path()), pairs(&[("b", "two"), ("c", "one")]));
    }

    #[test]
    fn a_new_file_is_made_and_taken_back_with_the_others() {
        let new = Change { path: "deep/c", before: None, after: b"three" };
        let folder = folder();
        change(folder.path(), &[CHANGES[0], new], None).expect("changed");
        let made = fs::read_to_string(folder.path().join("deep/c")).expect("made");
        assert_eq!(made, "three");
        change(folder.path(), &[new], None).expect_err("it is there already");
        let other = Change { path: "d", before: None, after: b"four" };
        change(folder.path(), &[other], Some(("a", "no/such/folder"))).expect_err("refused");
        assert!(!folder.path().join("d").exists());
    }

    #[test]
    fn nothing_is_changed_if_anything_fails() {
        let as_before = pairs(&[("a", "1"), ("b", "2")]);
        let folder = folder();
        let gone = Change { path: "gone", ..CHANGES[0] };
        for (changes, moved) in [
            (&[CHANGES[0], gone][..], None),
            // Somebody wrote in it meanwhile.
            (&[CHANGES[0], Change { before: Some(b"x"), ..CHANGES[1] }][..], None),
            // The file itself cannot be moved, after its bytes were changed.
            (&CHANGES[..], Some(("a", "no/such/folder"))),
            (&CHANGES[..], Some(("a", "b"))),
        ] {
            change(folder.path(), changes, moved).expect_err("refused");
            assert_eq!(names(folder.path()), as_before);
        }
    }
}
