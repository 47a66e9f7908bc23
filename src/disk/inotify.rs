//! Change notifications from the operating system (inotify on Linux), debounced.
//!
//! A hint and no more: it may come for nothing, come late, or not at all (a network folder, a folder that
//! was deleted and made again, a file made together with its folder). Whoever listens looks for himself, at
//! the files that were named first, and now and then, without a hint, at everything. Reading is no change and
//! gives none.

use std::collections::{BTreeSet, HashMap};
#[cfg(target_os = "linux")]
use std::ffi::OsStr;
use std::ffi::OsString;
use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Anything: nobody knows, or it is too much to tell one by one.
    Anything,
    /// These files, or what stands in their place.
    Files(BTreeSet<PathBuf>),
}

/// As many files as are told one by one.
const TOLD: usize = 50;

/// One hint: a file by the folder's number and its name; none for everything else.
type Hint = Option<(i32, OsString)>;

/// Hints from the folders that are listened to.
#[derive(Debug)]
pub struct Hints {
    heard: Receiver<Hint>,
    /// The folders by the numbers that the system gives them.
    folders: HashMap<i32, PathBuf>,
    #[cfg(target_os = "linux")]
    queue: Option<Arc<std::os::fd::OwnedFd>>,
    #[cfg(not(target_os = "linux"))]
    _ear: mpsc::Sender<Hint>,
}

impl Hints {
    /// Listens to nothing yet. Where the system gives no hints, none ever comes.
    #[cfg(target_os = "linux")]
    pub fn new() -> Self {
        use rustix::fs::inotify::{CreateFlags, Reader, init};
        let (ear, heard) = mpsc::channel();
        let queue = init(CreateFlags::CLOEXEC).ok().map(Arc::new);
        if let Some(queue) = queue.clone() {
            let listen = move || {
                let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
                let mut reader = Reader::new(&*queue, &mut buffer);
                loop {
                    match reader.next() {
                        Ok(event) => {
                            if ear.send(hint(&event)).is_err() {
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
        Self { heard, folders: HashMap::new(), queue }
    }

    /// Listens to nothing: this system is asked by looking.
    #[cfg(not(target_os = "linux"))]
    pub fn new() -> Self {
        let (ear, heard) = mpsc::channel();
        Self { heard, folders: HashMap::new(), _ear: ear }
    }

    /// Listens to folders as well; one that is listened to already stays so.
    #[cfg(target_os = "linux")]
    pub fn listen<'p>(&mut self, folders: impl IntoIterator<Item = &'p PathBuf>) {
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
            if let Ok(number) = add_watch(queue, folder, what) {
                self.folders.insert(number, folder.clone());
            }
        }
    }

    /// Listens to nothing.
    #[cfg(not(target_os = "linux"))]
    pub fn listen<'p>(&mut self, _: impl IntoIterator<Item = &'p PathBuf>) {}

    /// Waits for a hint, and after it until none has come for a moment: an editor saves in several steps,
    /// and a checkout writes hundreds of files. At most `patience` passes without a hint, and at most `burst`
    /// after the first. Says what may have changed.
    pub fn wait(&self, patience: Duration, quiet: Duration, burst: Duration) -> Touched {
        let first = match self.heard.recv_timeout(patience) {
            Ok(hint) => hint,
            Err(RecvTimeoutError::Timeout) => return Touched::Anything,
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience);
                return Touched::Anything;
            }
        };
        let mut heard = vec![first];
        let began = Instant::now();
        while began.elapsed() < burst
            && let Ok(hint) = self.heard.recv_timeout(quiet)
        {
            heard.push(hint);
        }
        self.touched(heard)
    }

    /// What hints say together: one that names no file may mean anything.
    fn touched(&self, hints: Vec<Hint>) -> Touched {
        let file = |hint: Hint| hint.and_then(|(folder, name)| Some(self.folders.get(&folder)?.join(name)));
        let files: Option<BTreeSet<PathBuf>> = hints.into_iter().map(file).collect();
        files.filter(|files| files.len() <= TOLD).map_or(Touched::Anything, Touched::Files)
    }
}

/// What the system says: the file, if it is one.
#[cfg(target_os = "linux")]
fn hint(event: &rustix::fs::inotify::Event<'_>) -> Hint {
    use rustix::fs::inotify::ReadFlags;
    use std::os::unix::ffi::OsStrExt as _;
    let nameless = ReadFlags::ISDIR | ReadFlags::IGNORED | ReadFlags::QUEUE_OVERFLOW | ReadFlags::UNMOUNT;
    let name = event.file_name().filter(|_| !event.events().intersects(nameless))?;
    Some((event.wd(), OsStr::from_bytes(name.to_bytes()).to_owned()))
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
        let mut hints = Hints::new();
        hints.listen(&[folder.path().to_owned()]);
        fs::read(folder.path().join("a")).expect("read");
        assert_eq!(hints.wait(Duration::from_millis(50), SHORT, SHORT), Touched::Anything);
        assert!(hints.heard.try_recv().is_err());
        let write = || fs::write(folder.path().join("a"), "2").expect("written");
        let began = Instant::now();
        write();
        let file = |name: &str| Touched::Files(BTreeSet::from([folder.path().join(name)]));
        assert_eq!(hints.wait(LONG, SHORT, LONG), file("a"));
        fs::rename(folder.path().join("a"), folder.path().join("b")).expect("renamed");
        hints.wait(LONG, SHORT, LONG);
        fs::remove_file(folder.path().join("b")).expect("deleted");
        assert_eq!(hints.wait(LONG, SHORT, LONG), file("b"));
        fs::create_dir(folder.path().join("c")).expect("made");
        assert_eq!(hints.wait(LONG, SHORT, LONG), Touched::Anything);
        (0..=TOLD).for_each(|n| fs::write(folder.path().join(n.to_string()), "").expect("written"));
        assert_eq!(hints.wait(LONG, SHORT, LONG), Touched::Anything);
        assert!(began.elapsed() < LONG);
    }
}
