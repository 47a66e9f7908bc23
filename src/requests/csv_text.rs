//! The tables that an import keeps, as CSV: with a byte order mark, so that spreadsheets read them as UTF-8, and with
//! nothing that they would run.

/// A table of these rows below a head, each row as long as the head.
pub(super) fn bytes<R>(head: &[&str], rows: impl Iterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut written = writer.write_record(head);
    for row in rows {
        written = written.and_then(|()| writer.write_record(row));
    }
    // Every record has as many cells as there are columns and the writer is memory: nothing can fail.
    debug_assert!(written.is_ok());
    writer.into_inner().unwrap_or_default()
}

/// True for a text that begins as a formula does. With a space before it no spreadsheet runs it, and whoever reads the
/// table takes the space away.
pub(super) fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
