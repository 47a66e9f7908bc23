//! A table: columns, each a name and what it takes from a row; written as CSV that spreadsheets open.

use crate::exchange::number;
use csv::{Terminator, WriterBuilder};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What a spreadsheet needs to see that a file is UTF-8.
const BOM: &str = "\u{feff}";

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) enum Cell<'a> {
    /// Words, ids, dates: never run as a formula.
    Text(Cow<'a, str>),
    /// A number, as it is; empty if there is none.
    Number(Option<Decimal>),
}

impl<'a> Cell<'a> {
    /// A text.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or an empty cell.
    pub(crate) fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        Self::Text(text.map_or(Cow::Borrowed(""), Into::into))
    }

    /// Nothing.
    pub(crate) fn empty() -> Self {
        Self::text("")
    }

    /// A count or place.
    pub(crate) fn count(count: Option<usize>) -> Self {
        Self::Text(count.map_or(Cow::Borrowed(""), |count| Cow::Owned(count.to_string())))
    }

    /// `true` or `false`.
    pub(crate) fn yes(yes: bool) -> Self {
        Self::text(if yes { "true" } else { "false" })
    }

    /// A list, with `; ` between the parts.
    pub(crate) fn list<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let mut text = String::new();
        for part in parts {
            if !text.is_empty() {
                text.push_str("; ");
            }
            text.push_str(part.as_ref());
        }
        Self::text(text)
    }

    fn written(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => inert(text),
            Self::Number(number) => number::end(number).map_or(Cow::Borrowed(""), Cow::Owned),
        }
    }
}

/// The columns of a table: each a name, and what it takes from a row.
pub(in crate::exchange) struct Columns<'a, Row> {
    names: Vec<Cow<'static, str>>,
    takes: Vec<Take<'a, Row>>,
}

type Take<'a, Row> = Box<dyn Fn(&Row) -> Cell<'a> + 'a>;

impl<'a, Row> Columns<'a, Row> {
    /// No columns yet.
    pub(crate) fn new() -> Self {
        Self { names: Vec::new(), takes: Vec::new() }
    }

    /// Adds a column at the right.
    pub(crate) fn add(
        mut self,
        name: impl Into<Cow<'static, str>>,
        take: impl Fn(&Row) -> Cell<'a> + 'a,
    ) -> Self {
        self.names.push(name.into());
        self.takes.push(Box::new(take));
        self
    }

    /// The table as bytes: UTF-8 with a byte order mark, lines ending in CR LF.
    pub(crate) fn write(&self, rows: impl IntoIterator<Item = Row>) -> Vec<u8> {
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BOM.as_bytes().to_vec());
        let mut written = writer.write_record(self.names.iter().map(|name| name.as_bytes()));
        for row in rows {
            let cells: Vec<_> = self.takes.iter().map(|take| take(&row).written()).collect();
            written = written.and_then(|()| writer.write_record(cells.iter().map(|cell| cell.as_bytes())));
        }
        // Every record has as many cells as there are columns and the writer is memory: nothing can fail.
        debug_assert!(written.is_ok());
        writer.into_inner().unwrap_or_default()
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run as a formula. Besides the signs of
/// formulas this is so for their full-width forms, which East Asian versions read alike.
fn inert(text: Cow<'_, str>) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '−']);
    if runs { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(cell: &Cell<'static>) -> String {
        let columns = Columns::new().add("a", Cell::clone).add("b", |_| Cell::yes(true));
        String::from_utf8(columns.write([cell.clone()])).expect("UTF-8")
    }

    #[test]
    fn a_file_has_a_mark_a_head_and_lines_of_cr_lf() {
        assert_eq!(table(&Cell::text("甲")), "\u{feff}a,b\r\n甲,true\r\n");
        assert_eq!(table(&Cell::text("a,\"b\"\nc")), "\u{feff}a,b\r\n\"a,\"\"b\"\"\nc\",true\r\n");
        assert_eq!(table(&Cell::maybe(None::<&str>)), "\u{feff}a,b\r\n,true\r\n");
        assert_eq!(Cell::list(["a", "b"]), Cell::text("a; b"));
    }

    #[test]
    fn formulas_are_inert_and_negative_numbers_are_numbers() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert_eq!(inert(text.into()), format!("'{text}"), "{text:?}");
        }
        for text in ["", "2020-01-31", "a=b", "'=1", "8000"] {
            assert_eq!(inert(text.into()), text, "{text:?}");
        }
        assert_eq!(table(&Cell::Number(Some(Decimal::new(-32, 1)))), "\u{feff}a,b\r\n-3.2,true\r\n");
    }

    proptest! {
        #[test]
        fn any_text_is_inert_and_reads_back(text in prop_oneof![".*", "[=+@\t\r\n\"', -]{0,3}.*"]) {
            let bytes = table(&Cell::text(text.clone()));
            let mut reader = csv::Reader::from_reader(bytes.trim_start_matches(BOM).as_bytes());
            let records: Vec<_> = reader.records().map(|record| record.expect("a record")).collect();
            prop_assert_eq!(records.len(), 1);
            let cell = &records[0][0];
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), text.strip_prefix('\'').unwrap_or(&text));
            prop_assert_eq!(&records[0][1], "true");
        }

        #[test]
        fn any_number_is_written_as_it_is(digits in any::<i64>(), scale in 0_u32..12) {
            let number = Decimal::new(digits, scale);
            let bytes = table(&Cell::Number(Some(number)));
            let line = bytes.lines().nth(1).expect("a line").split(',').next().expect("a cell").to_owned();
            prop_assert_eq!(line.parse::<Decimal>().expect("a number"), number);
        }
    }
}
