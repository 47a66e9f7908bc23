//! Hyperlinks out of the file.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Addresses that a part leads to.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    /// The id under which a part names an address; none if it is not one for everybody.
    pub(super) fn add(&mut self, href: &str) -> Option<String> {
        let everywhere = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
        if !everywhere {
            return None;
        }
        let href = ascii(href);
        let at = self.0.iter().position(|known| *known == href).unwrap_or_else(|| {
            self.0.push(href);
            self.0.len() - 1
        });
        Some(format!("link{}", at + 1))
    }

    /// The addresses with their ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().zip(1..).map(|(href, at)| (format!("link{at}"), href.as_str()))
    }
}

/// What addresses may not have besides controls and characters beyond ASCII, which are always escaped.
const REFUSED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// An address in the characters that addresses may have; Word takes a file with any other for damaged.
fn ascii(href: &str) -> String {
    utf8_percent_encode(href, REFUSED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_in_ascii_once_each_and_only_those_that_work_everywhere() {
        let mut links = Links::default();
        assert_eq!(links.add("https://example.org/简报 a?b=<c>#d"), Some("link1".to_owned()));
        assert_eq!(links.add("../../sources/"), None);
        assert_eq!(links.add("mailto:a@example.org"), Some("link2".to_owned()));
        assert_eq!(links.add("https://example.org/简报 a?b=<c>#d"), Some("link1".to_owned()));
        let written: Vec<&str> = links.iter().map(|(_, href)| href).collect();
        assert_eq!(
            written,
            ["https://example.org/%E7%AE%80%E6%8A%A5%20a?b=%3Cc%3E#d", "mailto:a@example.org"]
        );
    }
}
