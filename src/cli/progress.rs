//! The progress line: what is being done, on a terminal, once it takes more than a second.

use super::Output;
use std::io::Write as _;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The line; gone when dropped.
pub(super) struct Progress {
    line: Option<(Sender<&'static str>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to watch; silent unless somebody sees it.
    pub(super) fn start(doing: &'static str, out: &Output) -> Self {
        if !out.is_watched() {
            return Self { line: None };
        }
        let (send, receive) = mpsc::channel();
        let began = Instant::now();
        let show = move || {
            let (mut doing, mut wait, mut shown) = (doing, Duration::from_secs(1), false);
            loop {
                match receive.recv_timeout(wait) {
                    Ok(next) => doing = next,
                    Err(RecvTimeoutError::Timeout) => {
                        wait = Duration::from_millis(250);
                        shown = true;
                        let seconds = began.elapsed().as_secs();
                        let _ = write!(std::io::stderr(), "\r\x1b[K{doing} … {seconds} s");
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            if shown {
                let _ = write!(std::io::stderr(), "\r\x1b[K");
            }
        };
        let line = std::thread::Builder::new().spawn(show).ok().map(|thread| (send, thread));
        Self { line }
    }

    /// Goes on to the next thing.
    pub(super) fn next(&self, doing: &'static str) {
        if let Some((send, _)) = &self.line {
            let _ = send.send(doing);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((send, thread)) = self.line.take() {
            drop(send);
            let _ = thread.join();
        }
    }
}
