//! The thread that holds the site, with a maker that does what a test tells it.

#![allow(clippy::disallowed_methods, reason = "a test changes the files that are watched")]

use super::serve::accept;
use super::watch::watch;
use super::worker::{File, Message, work};
use super::{BoundSocket, Finding, Maker, SiteFiles, SourceFiles, SourcePlace, Watched, bind};
use crate::tree::FileTree;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use tokio::sync::{mpsc, oneshot};

/// A site of one page, `index.html`, which is the file `page`.
#[derive(Default)]
struct Told(Option<String>);

impl Maker for Told {
    fn make(&mut self, sources: &SourceFiles) -> Vec<Finding> {
        match sources.content.text("page") {
            Some("panic") => panic!("a test panics here on purpose"),
            Some("wrong") => vec![Finding { error: true, text: "it is wrong".to_owned() }],
            page => {
                self.0 = page.map(str::to_owned);
                Vec::new()
            }
        }
    }

    fn forget(&mut self) {}

    fn look(&self, work: &mut dyn FnMut(&dyn SiteFiles)) {
        match self.0.as_deref() {
            Some("look panics") => panic!("a test panics here on purpose"),
            Some(_) => work(self),
            None => {}
        }
    }

    fn made(&mut self, _: f64, _: &[Finding]) {
        assert_ne!(self.0.as_deref(), Some("made panics"), "a test panics here on purpose");
    }
}

impl SiteFiles for Told {
    fn file(&self, path: &str) -> Option<Result<Vec<u8>, Vec<Finding>>> {
        let page = self.0.as_ref().filter(|_| path == "index.html")?;
        match page.as_str() {
            "page panics" => panic!("a test panics here on purpose"),
            "page fails" => Some(Err(vec![Finding { error: true, text: "no template".to_owned() }])),
            page => Some(Ok(page.as_bytes().to_vec())),
        }
    }

    fn place(&self, indicator: &str, _: &str) -> Option<SourcePlace> {
        assert_ne!(indicator, "panics", "a test panics here on purpose");
        None
    }
}

fn start() -> Sender<Message> {
    let (to, inbox) = channel();
    std::thread::spawn(move || work(Told::default(), &inbox));
    to
}

fn put(to: &Sender<Message>, page: &str) {
    let mut content = FileTree::new();
    content.add("page", page.as_bytes()).expect("free");
    to.send(Message::Changed(SourceFiles { content: Arc::new(content), ..SourceFiles::default() }))
        .expect("alive");
}

fn get(to: &Sender<Message>, path: &str) -> File {
    let (back, answer) = oneshot::channel();
    to.send(Message::File(path.to_owned(), back)).expect("alive");
    answer.blocking_recv().expect("answered")
}

fn text(to: &Sender<Message>) -> String {
    String::from_utf8(get(to, "index.html").bytes.to_vec()).expect("text")
}

#[test]
fn a_mistake_keeps_the_last_good_site_and_so_does_a_panic() {
    let to = start();
    put(&to, "wrong");
    assert!(!get(&to, "index.html").found, "there is no good site yet");
    put(&to, "one");
    assert_eq!(text(&to), "one");
    for bad in ["wrong", "panic", "page fails", "page panics", "look panics"] {
        put(&to, bad);
        assert_eq!(text(&to), "one", "{bad}");
    }
    put(&to, "two");
    assert_eq!(text(&to), "two");
    assert!(!get(&to, "other.html").found);
}

#[test]
fn an_open_page_is_told_what_changes_and_nothing_else() {
    let to = start();
    put(&to, "one");
    let (ear, mut heard) = mpsc::channel(16);
    to.send(Message::Open("index.html".to_owned(), ear)).expect("alive");
    let mut next = || heard.blocking_recv().expect("told");
    let first = next();
    assert!(first.starts_with("event: state\ndata: {") && first.contains("\"findings\":[]"), "{first}");
    put(&to, "one");
    put(&to, "wrong");
    let wrong = next();
    assert!(wrong.contains("it is wrong"), "the same site was no news: {wrong}");
    put(&to, "one");
    assert_eq!(next(), first);
    put(&to, "page fails");
    assert!(next().contains("no template"));
    put(&to, "two");
    assert_ne!(next(), first);
}

#[test]
fn pages_that_have_gone_are_forgotten() {
    let to = start();
    put(&to, "one");
    for _ in 0..1000 {
        let (ear, heard) = mpsc::channel(1);
        to.send(Message::Open("index.html".to_owned(), ear)).expect("alive");
        drop(heard);
    }
    put(&to, "two");
    assert_eq!(text(&to), "two");
}

/// Serves what the other thread holds, for as long as the tests run.
fn served(to: &Sender<Message>) -> SocketAddr {
    let BoundSocket { listener, server, .. } = bind("127.0.0.1", 0).expect("a port is free");
    let (address, work) = (server.address, to.clone());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            listener.set_nonblocking(true).expect("a socket");
            let listener = tokio::net::TcpListener::from_std(listener).expect("a socket");
            accept(listener, Arc::new(server), work).await;
        });
    });
    address
}

fn asked(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer
}

#[test]
fn no_request_and_no_change_that_panics_ends_the_server() {
    let to = start();
    put(&to, "one");
    let address = served(&to);
    assert!(asked(address, "/").starts_with("HTTP/1.1 200 "));
    for turn in 0..3 {
        for bad in ["panic", "page panics", "look panics", "made panics"] {
            put(&to, bad);
            assert!(asked(address, "/").starts_with("HTTP/1.1 200 "), "{bad}, {turn}");
        }
        put(&to, &format!("good {turn}"));
        let place = asked(address, "/.shanhai/place?indicator=panics&anchor=2020");
        assert!(place.starts_with("HTTP/1.1 404 "), "{place}");
        assert!(asked(address, "/").contains(&format!("good {turn}")));
    }
}

#[test]
fn the_folders_are_followed_after_a_fault_of_ours() {
    let content = tempfile::tempdir().expect("a folder");
    std::fs::write(content.path().join("page"), "one").expect("written");
    let turns = AtomicUsize::new(0);
    watch(&Watched { content: (content.path().to_owned(), "content".to_owned()), theme: None }, |_| {
        assert!(turns.fetch_add(1, Ordering::Relaxed) > 0, "a test panics here on purpose");
        false
    });
    assert_eq!(turns.load(Ordering::Relaxed), 2);
}
