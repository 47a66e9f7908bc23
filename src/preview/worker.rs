//! The worker thread that owns the site: takes changes, answers requests for files, notifies open pages
//! (server-sent events).

use super::inject;
use super::mime::ContentHash;
use super::state::{Finding, SourcePlace, State};
use super::{Maker, SiteFiles, SourceFiles};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;
use tokio::sync::{mpsc, oneshot};

/// What the thread is told.
pub(super) enum Message {
    /// The sources are these now.
    Changed(SourceFiles),
    /// Somebody wants a file: its path below the site's root.
    File(String, oneshot::Sender<File>),
    /// Somebody wants to know where a figure is written: an indicator and an anchor.
    Place(String, String, oneshot::Sender<Option<SourcePlace>>),
    /// A page is open and wants to hear how it stands: its path.
    Open(String, mpsc::Sender<String>),
}

/// A file as it is served.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// True if there is one at the path; else this is the page that says there is none.
    pub found: bool,
    /// Its bytes, as a build would write them.
    pub bytes: Arc<[u8]>,
    /// What stands for the bytes.
    pub mark: ContentHash,
    /// What stands for the style sheet that goes with it.
    pub style: ContentHash,
}

/// The page for an address that does not exist.
const NOT_FOUND: &str = "404.html";

/// The style sheet: what all pages look like.
const STYLE: &str = "assets/style.css";

/// Works until nobody can ask any more.
pub(super) fn work(maker: impl Maker, inbox: &Receiver<Message>) {
    let mut worker = Worker { maker, findings: Vec::new() };
    let mut clients = Clients { waiting: Vec::new(), open: Vec::new(), last: BTreeMap::new() };
    // Before the first look at the folders there is nothing to serve.
    let mut next = loop {
        match inbox.recv() {
            Ok(Message::Changed(sources)) => break Some(sources),
            Ok(other) => clients.waiting.push(other),
            Err(_) => return,
        }
    };
    while let Some(sources) = next.take() {
        worker.make(&sources);
        next = worker.stand(&mut clients, inbox);
    }
}

/// The site and what is wrong with it.
struct Worker<M> {
    maker: M,
    findings: Vec<Finding>,
}

impl<M: Maker> Worker<M> {
    fn make(&mut self, sources: &SourceFiles) {
        let began = Instant::now();
        let made = catch_unwind(AssertUnwindSafe(|| self.maker.make(sources)));
        self.findings = made.unwrap_or_else(|_| {
            self.maker.forget();
            vec![fault_of_ours("the site could not be made")]
        });
        let seconds = began.elapsed().as_secs_f64();
        let told = || self.maker.made(seconds, &self.findings);
        // What is said of a site is no reason to serve it no longer.
        let _ = catch_unwind(AssertUnwindSafe(told));
    }

    /// Serves the site that stands until the sources change; returns them, or nothing at the end.
    fn stand(&self, clients: &mut Clients, inbox: &Receiver<Message>) -> Option<SourceFiles> {
        let mut next = None;
        let mut stood = false;
        let looked = catch_unwind(AssertUnwindSafe(|| {
            self.maker.look(&mut |site| {
                stood = true;
                next = SiteServer { site: Some(site), findings: &self.findings, made: BTreeMap::new() }
                    .run(clients, inbox);
            });
        }));
        if next.is_some() || (stood && looked.is_ok()) {
            return next;
        }
        let site = looked.is_err().then_some(&BrokenSite as &dyn SiteFiles);
        SiteServer { site, findings: &self.findings, made: BTreeMap::new() }.run(clients, inbox)
    }
}

/// A site that could not be looked at by a fault of ours: every page is the last good one, with a word of it.
struct BrokenSite;

impl SiteFiles for BrokenSite {
    fn file(&self, _: &str) -> Option<Result<Vec<u8>, Vec<Finding>>> {
        Some(Err(vec![fault_of_ours("this page could not be made")]))
    }

    fn place(&self, _: &str, _: &str) -> Option<SourcePlace> {
        None
    }
}

fn fault_of_ours(what: &str) -> Finding {
    let text = format!(
        "error: {what}: shanhai met a fault of its own. The terminal says where; please report it.\n\n\
         The last good site is still served, and the next change is tried anew."
    );
    Finding { error: true, text }
}

/// What goes on from one site to the next.
struct Clients {
    /// What was asked before there was a site.
    waiting: Vec<Message>,
    /// The open pages.
    open: Vec<OpenPage>,
    /// The last good bytes of pages that were asked for.
    last: BTreeMap<String, Arc<[u8]>>,
}

/// An open page.
struct OpenPage {
    path: String,
    told: Option<State>,
    to: mpsc::Sender<String>,
}

/// The time during which one site stands.
struct SiteServer<'a> {
    site: Option<&'a dyn SiteFiles>,
    findings: &'a [Finding],
    /// Files that were asked for, and what is wrong with them.
    made: BTreeMap<String, (File, Vec<Finding>)>,
}

impl SiteServer<'_> {
    fn run(mut self, clients: &mut Clients, inbox: &Receiver<Message>) -> Option<SourceFiles> {
        for message in std::mem::take(&mut clients.waiting) {
            if let Some(sources) = self.handle(message, clients) {
                return Some(sources);
            }
        }
        self.tell(clients);
        loop {
            let mut sources = self.handle(inbox.recv().ok()?, clients);
            while sources.is_some() {
                // Only the newest of several counts; who asked meanwhile waits for the site made from it.
                match inbox.try_recv() {
                    Ok(Message::Changed(newer)) => sources = Some(newer),
                    Ok(other) => clients.waiting.push(other),
                    Err(_) => return sources,
                }
            }
        }
    }

    fn handle(&mut self, message: Message, clients: &mut Clients) -> Option<SourceFiles> {
        // Who has gone away meanwhile wants no answer.
        match message {
            Message::Changed(sources) => return Some(sources),
            Message::File(path, to) => drop(to.send(self.file(&path, clients).0)),
            Message::Place(indicator, anchor, to) => {
                let place = || self.site.and_then(|site| site.place(&indicator, &anchor));
                drop(to.send(catch_unwind(AssertUnwindSafe(place)).ok().flatten()));
            }
            Message::Open(path, to) => {
                clients.open.retain(|open| !open.to.is_closed());
                let mut open = OpenPage { path, told: None, to };
                if self.tell_one(&mut open, clients) {
                    clients.open.push(open);
                }
            }
        }
        None
    }

    /// Tells every open page how it stands, if that differs from what it was told last.
    fn tell(&mut self, clients: &mut Clients) {
        let mut open = std::mem::take(&mut clients.open);
        open.retain(|open| !open.to.is_closed());
        open.retain_mut(|one| self.tell_one(one, clients));
        clients.open = open;
    }

    /// False if the page does not read what it is told: it is let go, and is told everything when it opens
    /// its stream again.
    fn tell_one(&mut self, open: &mut OpenPage, clients: &mut Clients) -> bool {
        let style = self.file(STYLE, clients).0.mark;
        let (file, of_page) = self.file(&open.path, clients);
        let findings = self.findings.iter().cloned().chain(of_page).collect();
        let state = State { page: file.mark, style, findings };
        if open.told.as_ref() == Some(&state) {
            return true;
        }
        let heard = open.to.try_send(state.event()).is_ok();
        open.told = Some(state);
        heard
    }

    /// A file, and what is wrong with it alone.
    fn file(&mut self, path: &str, clients: &mut Clients) -> (File, Vec<Finding>) {
        if let Some(made) = self.made.get(path) {
            return made.clone();
        }
        let made = self.make(path, clients);
        // What is not there is not remembered: there is no end to such paths.
        if made.0.found {
            self.made.insert(path.to_owned(), made.clone());
        }
        made
    }

    fn make(&mut self, path: &str, clients: &mut Clients) -> (File, Vec<Finding>) {
        let asked = || self.site.and_then(|site| site.file(path));
        let asked = catch_unwind(AssertUnwindSafe(asked))
            .unwrap_or_else(|_| Some(Err(vec![fault_of_ours("this page could not be made")])));
        let (bytes, findings): (Option<Arc<[u8]>>, _) = match asked {
            Some(Ok(bytes)) => (Some(bytes.into()), Vec::new()),
            Some(Err(findings)) => {
                let old = clients.last.get(path).map(Arc::clone);
                (old.or_else(|| Some(inject::empty("This page could not be made").into())), findings)
            }
            None => (None, Vec::new()),
        };
        match &bytes {
            Some(bytes) => drop(clients.last.insert(path.to_owned(), Arc::clone(bytes))),
            None => drop(clients.last.remove(path)),
        }
        let found = bytes.is_some();
        let bytes = bytes.unwrap_or_else(|| self.not_found(path, clients));
        let mark = ContentHash::of(&bytes);
        let style = if path == STYLE { mark.clone() } else { self.file(STYLE, clients).0.mark };
        (File { found, bytes, mark, style }, findings)
    }

    /// The page that says that there is nothing at a path.
    fn not_found(&mut self, path: &str, clients: &mut Clients) -> Arc<[u8]> {
        if path != NOT_FOUND && path != STYLE && self.site.is_some() {
            return self.file(NOT_FOUND, clients).0.bytes;
        }
        inject::empty("There is nothing to show yet").into()
    }
}
