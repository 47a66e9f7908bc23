//! The system's word that something in a folder may have changed.
//!
//! A hint and no more: it may come for nothing, come late, or not at all (a network folder, a folder that
//! was deleted and made again, a file made together with its folder). Whoever listens looks for himself, and
//! looks now and then without a hint. Reading is no change and gives none.

use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Hints from the folders that are listened to.
#[derive(Debug)]
pub struct Hints {
    heard: Receiver<()>,
    #[cfg(target_os = "linux")]
    queue: Option<Arc<std::os::fd::OwnedFd>>,
    #[cfg(not(target_os = "linux"))]
    _ear: mpsc::Sender<()>,
}

impl Hints {
    /// Listens to nothing yet. Where the system gives no hints, none ever comes.
    #[cfg(target_os = "linux")]
    pub fn new() -> Self {
        use rustix::fs::inotify::{CreateFlags, Reader, init};
        let (ear, heard) = mpsc::sync_channel(1);
        let queue = init(CreateFlags::CLOEXEC).ok().map(Arc::new);
        if let Some(queue) = queue.clone() {
            let listen = move || {
                let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
                let mut reader = Reader::new(&*queue, &mut buffer);
                loop {
                    match reader.next() {
                        Ok(_) => {
                            // One that nobody has heard yet says it all.
                            if ear.try_send(()) == Err(mpsc::TrySendError::Disconnected(())) {
                                return;
                            }
                        }
                        Err(rustix::io::Errno::INTR) => {}
                        Err(_) => return,
                    }
                }
            };
            // Without the thread there are no hints, as on other systems.
            let _ = std::thread::Builder::new().name("hints".to_owned()).spawn(listen);
        }
        Self { heard, queue }
    }

    /// Listens to nothing: this system is asked by looking.
    #[cfg(not(target_os = "linux"))]
    pub fn new() -> Self {
        let (ear, heard) = mpsc::channel();
        Self { heard, _ear: ear }
    }

    /// Listens to folders as well; one that is listened to already stays so.
    #[cfg(target_os = "linux")]
    pub fn listen<'p>(&self, folders: impl IntoIterator<Item = &'p PathBuf>) {
        use rustix::fs::inotify::{WatchFlags, add_watch};
        let Some(queue) = &self.queue else { return };
        let what = WatchFlags::CLOSE_WRITE
            | WatchFlags::MODIFY
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO
            | WatchFlags::ATTRIB
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        for folder in folders {
            // The folder may be gone, or the system's watches used up: looking finds what happens there.
            let _ = add_watch(queue, folder, what);
        }
    }

    /// Listens to nothing.
    #[cfg(not(target_os = "linux"))]
    pub fn listen<'p>(&self, _: impl IntoIterator<Item = &'p PathBuf>) {}

    /// Waits for a hint, and after it until none has come for a moment: an editor saves in several steps,
    /// and a checkout writes hundreds of files. At most `patience` passes without a hint, and at most `burst`
    /// after the first.
    pub fn wait(&self, patience: Duration, quiet: Duration, burst: Duration) {
        match self.heard.recv_timeout(patience) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return,
            Err(RecvTimeoutError::Disconnected) => return std::thread::sleep(patience),
        }
        let first = Instant::now();
        while first.elapsed() < burst && self.heard.recv_timeout(quiet).is_ok() {}
    }
}

impl Default for Hints {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::fs;

    const LONG: Duration = Duration::from_secs(20);
    const SHORT: Duration = Duration::from_millis(5);

    #[test]
    fn writing_gives_a_hint_and_reading_gives_none() {
        let folder = tempfile::tempdir().expect("folder");
        fs::write(folder.path().join("a"), "1").expect("written");
        let hints = Hints::new();
        hints.listen(&[folder.path().to_owned()]);
        fs::read(folder.path().join("a")).expect("read");
        assert_eq!(hints.heard.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
        let write = || fs::write(folder.path().join("a"), "2").expect("written");
        let began = Instant::now();
        write();
        hints.wait(LONG, SHORT, LONG);
        fs::rename(folder.path().join("a"), folder.path().join("b")).expect("renamed");
        hints.wait(LONG, SHORT, LONG);
        fs::remove_file(folder.path().join("b")).expect("deleted");
        hints.wait(LONG, SHORT, LONG);
        assert!(began.elapsed() < LONG);
    }
}
