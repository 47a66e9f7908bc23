//! The preview server (dev server): the site served from memory, rebuilt incrementally, with live reload.
//!
//! ```text
//! watch ──changed──► work ◄──asked── serve ◄── browsers
//!   │                  │               ▲
//!   hints, then a look └── pages, ─────┘
//!   at the folders         states (server-sent events)
//! ```
//!
//! Three threads and messages between them; no lock. [`work`](run) alone holds the site: it takes the changed
//! files, answers for pages one after another, and tells every open tab how its page stands now. Nothing that a
//! browser asks for becomes a path on the disk. How a site is made, a [`Maker`] knows; this room does not.
//!
//! What the preview adds to a page (a script, and leave in its policy to run it) it adds on the way out: the
//! page itself is byte for byte that of a build.

mod handler;
mod inject;
mod mime;
mod origin_check;
mod serve;
mod state;
#[cfg(test)]
mod tests;
mod watch;
mod worker;

pub use origin_check::ServerAddress;
pub use serve::{BoundSocket, bind};
pub use state::{Finding, SourcePlace};
pub use watch::{SourceFiles, Watched};

use std::path::PathBuf;
use std::sync::mpsc;

/// Makes the site; what the preview is given by the command line.
pub trait Maker: Send {
    /// Makes the site from the sources as they are now, and says what is wrong with them. With errors the
    /// site that stood goes on standing.
    fn make(&mut self, sources: &SourceFiles) -> Vec<Finding>;

    /// Forgets what a making that broke off may have left half done.
    fn forget(&mut self);

    /// Calls `work` once with the site that stands, if one does.
    fn look(&self, work: &mut dyn FnMut(&dyn SiteFiles));

    /// Is told after each making how long it took, in seconds, and what it found.
    fn made(&mut self, seconds: f64, findings: &[Finding]);
}

/// A site that can be asked for its files.
pub trait SiteFiles {
    /// The file at a path of the output; none if there is none.
    ///
    /// # Errors
    /// Why this one cannot be made.
    fn file(&self, path: &str) -> Option<Result<Vec<u8>, Vec<Finding>>>;

    /// Where a figure or target of an indicator is written: `2020-05`, `target-2020`.
    fn place(&self, indicator: &str, anchor: &str) -> Option<SourcePlace>;
}

/// Serves until the process is told to end.
///
/// # Errors
/// What the system says if it refuses a thread or a socket.
pub fn run(bound: BoundSocket, watched: Watched, maker: impl Maker + 'static) -> std::io::Result<()> {
    let (to_work, inbox) = mpsc::channel();
    let changed = to_work.clone();
    std::thread::Builder::new().name("work".to_owned()).spawn(move || worker::work(maker, &inbox))?;
    std::thread::Builder::new().name("watch".to_owned()).spawn(move || {
        watch::watch(&watched, |sources| changed.send(worker::Message::Changed(sources)).is_ok());
    })?;
    serve::serve(bound, to_work)
}

/// A folder and how the site calls it.
pub type Folder = (PathBuf, String);
