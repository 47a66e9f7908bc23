//! The Atom feed of a language (RFC 4287).

use crate::view::FeedView;
use crate::xml::Xml;

/// Writes a feed.
pub(super) fn atom(feed: &FeedView) -> Vec<u8> {
    let mut xml = Xml::indented();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.lang)]);
    xml.text("id", &feed.url);
    xml.text("title", &feed.title);
    if let Some(subtitle) = &feed.subtitle {
        xml.text("subtitle", subtitle);
    }
    xml.text("updated", &feed.updated);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.url)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.home)]);
    xml.open("author", &[]);
    xml.text("name", &feed.author);
    xml.close("author");
    if let Some(licence) = &feed.licence {
        xml.text("rights", licence);
    }
    for entry in &feed.entries {
        xml.open("entry", &[]);
        xml.text("id", &entry.url);
        xml.text("title", &entry.title);
        xml.text("updated", &entry.updated);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.url)]);
        xml.text("summary", &entry.summary);
        xml.close("entry");
    }
    xml.close("feed");
    xml.into_bytes()
}
