//! How the JSON is laid out: keys and records on lines of their own, what lies deeper on one line, so that
//! a difference between two reports is a difference of a few lines.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Objects nested deeper than this stand on one line.
const OBJECTS: usize = 3;
/// Arrays nested deeper than this stand on one line.
const ARRAYS: usize = 4;

/// A value as text, with a newline at its end.
pub(super) fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let layout = Layout { depth: 0, filled: false };
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, layout));
    // Keys are texts and the writer is memory: neither serde_json nor the writer has a way to fail.
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    String::from_utf8_lossy(&bytes).into_owned()
}

struct Layout {
    depth: usize,
    /// True if the container that ends next has something in it.
    filled: bool,
}

impl Layout {
    fn open<W: Write + ?Sized>(&mut self, to: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        to.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, to: &mut W, bracket: &[u8], broken: usize) -> io::Result<()> {
        let own_line = self.filled && self.depth <= broken;
        self.depth -= 1;
        if own_line {
            self.line(to)?;
        }
        to.write_all(bracket)
    }

    fn item<W: Write + ?Sized>(&self, to: &mut W, first: bool, broken: usize) -> io::Result<()> {
        match (first, self.depth <= broken) {
            (true, true) => self.line(to),
            (false, true) => to.write_all(b",").and_then(|()| self.line(to)),
            (true, false) => Ok(()),
            (false, false) => to.write_all(b", "),
        }
    }

    fn line<W: Write + ?Sized>(&self, to: &mut W) -> io::Result<()> {
        to.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| to.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.close(to, b"]", ARRAYS)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.item(to, first, ARRAYS)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.close(to, b"}", OBJECTS)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.item(to, first, OBJECTS)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    /// Writes `<` as an escape: the text may be copied into a page without ending a script there.
    fn write_string_fragment<W: Write + ?Sized>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        let mut parts = fragment.split('<');
        to.write_all(parts.next().unwrap_or_default().as_bytes())?;
        parts.try_for_each(|part| to.write_all(b"\\u003c").and_then(|()| to.write_all(part.as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn records_stand_on_lines_and_what_lies_deeper_on_one() {
        let value = json!({ "a": [], "b": [{ "t": [{ "x": { "y": [1, {}] }, "z": null }] }] });
        let shown = "{\n  \"a\": [],\n  \"b\": [\n    {\n      \"t\": [\n        \
                     {\"x\": {\"y\": [1, {}]}, \"z\": null}\n      ]\n    }\n  ]\n}\n";
        assert_eq!(text(&value), shown);
    }

    #[test]
    fn no_text_ends_a_script() {
        let shown = text(&json!({ "title": "a</script><!-- \"b\"\n" }));
        assert!(!shown.contains('<'), "{shown}");
        assert_eq!(serde_json::from_str::<Value>(&shown).expect("valid")["title"], "a</script><!-- \"b\"\n");
    }

    proptest! {
        #[test]
        fn any_text_reads_back(words in prop::collection::vec(".*", 0..4)) {
            let value = json!({ "list": words.clone(), "deep": [[[[{ "words": words }]]]] });
            prop_assert_eq!(serde_json::from_str::<Value>(&text(&value)).expect("valid"), value);
        }
    }
}
