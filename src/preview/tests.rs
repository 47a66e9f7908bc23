//! The thread that holds the site, with a maker that does what a test tells it.

use super::worker::{File, Message, work};
use super::{Finding, Maker, SiteFiles, SourceFiles, SourcePlace};
use crate::tree::FileTree;
use std::sync::Arc;
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
        if self.0.is_some() {
            work(self);
        }
    }

    fn made(&mut self, _: f64, _: &[Finding]) {}
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

    fn place(&self, _: &str, _: &str) -> Option<SourcePlace> {
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
    for bad in ["wrong", "panic", "page fails", "page panics"] {
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
