//! The file watcher: debounces change notifications and rescans; a scan decides what changed, not the notification.

use super::Folder;
use crate::diagnostic::Diagnostic;
use crate::disk::{Hints, Scan, Touched};
use crate::tree::FileTree;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long nothing may be heard before a burst of changes counts as over.
const QUIET: Duration = Duration::from_millis(5);
/// How long a burst may go on before it is looked at all the same.
const BURST: Duration = Duration::from_millis(250);
/// How often is looked without a hint.
const PATIENCE: Duration = Duration::from_millis(700);

/// The folders that a site is made from.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The content.
    pub content: Folder,
    /// The theme, if it is not the built-in one.
    pub theme: Option<Folder>,
}

/// The files of a site as of one moment.
#[derive(Debug, Clone, Default)]
pub struct SourceFiles {
    /// The content.
    pub content: Arc<FileTree>,
    /// The theme; nothing for the built-in one.
    pub theme: Arc<FileTree>,
    /// What could not be read.
    pub unread: Vec<Diagnostic>,
}

/// Hands over the sources now and after each change, until nobody takes them any more. After a fault of ours the
/// folders are looked at from the beginning: without that the preview would go on and follow nothing.
pub(super) fn watch(watched: &Watched, take: impl Fn(SourceFiles) -> bool) {
    while catch_unwind(AssertUnwindSafe(|| follow(watched.clone(), &take))).is_err() {
        std::thread::sleep(PATIENCE);
    }
}

fn follow(watched: Watched, take: impl Fn(SourceFiles) -> bool) {
    let mut hints = Hints::new();
    let mut scans: Vec<Scan> = [Some(watched.content), watched.theme]
        .into_iter()
        .flatten()
        .map(|(at, name)| Scan::new(at, name))
        .collect();
    let mut first = true;
    let mut touched = Touched::Anything;
    loop {
        let began = Instant::now();
        // Every one looks, whatever the others found.
        let changed = scans.iter_mut().fold(false, |changed, scan| scan.look(&touched) | changed);
        let took = began.elapsed();
        // A folder made since the last look is listened to before it is looked at again, so that what was
        // written into it in between is found then.
        hints.listen(scans.iter().flat_map(Scan::folders));
        if (changed || first) && !take(sources(&scans)) {
            return;
        }
        first = false;
        // Where looking is slow (many files, a network folder), it is done less often.
        touched = hints.wait(PATIENCE.max(took * 20), QUIET, BURST);
    }
}

fn sources(scans: &[Scan]) -> SourceFiles {
    let tree = |at: usize| scans.get(at).map(|scan| Arc::clone(scan.tree())).unwrap_or_default();
    SourceFiles {
        content: tree(0),
        theme: tree(1),
        unread: scans.iter().flat_map(Scan::found).cloned().collect(),
    }
}
