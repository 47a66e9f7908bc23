//! The limits that a system sets a process: known before the work begins, so that each ends in a sentence.

use super::{Exit, Output};
use crate::disk;
use std::sync::mpsc;
use std::thread;

/// So much address space has to be free: an allocation that fails cannot be answered with words any more.
const ROOM: usize = 640 << 20;

/// So many files have to be free to be opened: with fewer a file of the content would seem not to be there.
const HANDLES: usize = 24;

/// How many threads are started besides those that compute: the progress line, the preview, the watch of files.
const OTHERS: usize = 4;

/// Makes ready for what the system may refuse.
///
/// # Errors
/// That there is too little memory to begin with.
pub(super) fn ready(out: &mut Output) -> Result<(), Exit> {
    if Vec::<u8>::new().try_reserve_exact(ROOM).is_err() {
        let message = format!("this process may not have {} MB of memory", ROOM >> 20);
        out.error(&message, "raise the limit (ulimit -v), or run it on a larger machine");
        return Err(Exit::Io);
    }
    // What the work has open at once: a file for each thread, what those write to, the folders around them.
    if !disk::can_open(HANDLES) {
        let message = format!("this process may not have {HANDLES} files open");
        out.error(&message, "raise the limit (ulimit -n)");
        return Err(Exit::Io);
    }
    told_of_large_files();
    if !has_threads() {
        // On this thread alone: slower, with the same bytes.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
    Ok(())
}

/// True if as many threads as the work takes can be started at once.
fn has_threads() -> bool {
    let wanted = thread::available_parallelism().map_or(1, usize::from) + OTHERS;
    let mut waiting = Vec::new();
    let mut all = true;
    for _ in 0..wanted {
        let (end, ended) = mpsc::channel::<()>();
        let Ok(thread) = thread::Builder::new().spawn(move || ended.recv().is_ok()) else {
            all = false;
            break;
        };
        waiting.push((end, thread));
    }
    for (end, thread) in waiting {
        drop(end);
        let _ = thread.join();
    }
    all
}

/// A file that grows beyond its limit (ulimit -f) ends a process at once, unless it listens: then the writing fails,
/// with a sentence like any other.
#[cfg(target_os = "linux")]
fn told_of_large_files() {
    use tokio::signal::unix::{SignalKind, signal};
    const SIGXFSZ: i32 = 25;
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    let _inside = runtime.enter();
    drop(signal(SignalKind::from_raw(SIGXFSZ)));
}

#[cfg(not(target_os = "linux"))]
fn told_of_large_files() {}
