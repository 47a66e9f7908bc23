//! What is written is read back; what would fill the memory is refused.

use super::*;
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

fn book(cells: &[((u32, u16), Cell)]) -> Book {
    let cells: BTreeMap<_, _> = cells.iter().cloned().collect();
    Book {
        title: "报送表".into(),
        made: (2025, 7, 10),
        mark: Some(("shanhai".into(), "1;a;b".into())),
        font: "宋体",
        sheets: vec![Sheet { name: "甲区".into(), cells, locked: true, ..Sheet::default() }],
        first: 0,
    }
}

#[test]
fn what_is_written_is_read_back_and_the_same_book_has_the_same_bytes() {
    let number = Cell { content: Content::Number(62.1), look: Look::Open(1) };
    let formula = Cell { content: Content::Formula("=1+1".into(), "2".into()), look: Look::Plain };
    let cells = [
        ((0, 0), Cell::text("=1+1", Look::Title)),
        ((3, 5), number),
        ((3, 6), Cell::blank(Look::OpenText)),
        ((4, 5), formula),
    ];
    let bytes = write(&book(&cells)).expect("written");
    assert_eq!(bytes, write(&book(&cells)).expect("written"));
    let opened = open(&bytes).expect("read");
    assert_eq!(opened.properties.get("shanhai").map(String::as_str), Some("1;a;b"));
    let grid = &opened.sheets[0];
    assert_eq!(grid.name, "甲区");
    assert_eq!(grid.text(0, 0), "=1+1", "a text is never a formula");
    assert_eq!(grid.at(3, 5), Some(&Entry::Number(62.1)));
    assert_eq!(grid.at(3, 6), None);
    assert!(grid.formulas.contains(&(4, 5)) && grid.percent.is_empty() && grid.merged.is_empty());
}

/// A workbook of a single sheet with this text between its rows.
fn packed(rows: &str) -> Vec<u8> {
    let sheet = format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    let rels = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let book = "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let root =
        rels.replace("worksheets/sheet1.xml", "xl/workbook.xml").replace("/worksheet\"", "/officeDocument\"");
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", &*root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", rels),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        file.start_file(name, SimpleFileOptions::default()).expect("begun");
        file.write_all(text.as_bytes()).expect("packed");
    }
    file.finish().expect("packed").into_inner()
}

#[test]
fn a_stray_cell_far_away_costs_nothing() {
    let opened = open(&packed("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")).expect("read");
    assert_eq!(opened.sheets[0].at(1_048_575, 16_383), Some(&Entry::Number(1.0)));
    assert_eq!(opened.sheets[0].rows.len(), 1);
}

#[test]
fn a_small_file_that_unpacks_to_too_many_cells_is_refused() {
    let rows = "<row>".to_owned() + &"<c><v>1</v></c>".repeat(500_001) + "</row>";
    let bytes = packed(&rows);
    assert!(bytes.len() < 64 << 10, "{}", bytes.len());
    assert_eq!(open(&bytes).unwrap_err(), Stop::TooLarge);
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    assert!(matches!(open(b"indicator,value"), Err(Stop::Unreadable(_))));
    assert!(matches!(open(b"PK\x03\x04"), Err(Stop::Unreadable(_))));
    let bytes = write(&book(&[((0, 0), Cell::text("甲", Look::Plain))])).expect("written");
    assert!(matches!(open(&bytes[..bytes.len() / 2]), Err(Stop::Unreadable(_))));
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    file.start_file("mimetype", SimpleFileOptions::default()).expect("begun");
    let ods = file.finish().expect("packed").into_inner();
    assert_eq!(open(&ods).unwrap_err(), Stop::Ods);
}

#[test]
fn names_of_sheets_are_short_and_each_stands_once() {
    let mut taken = Vec::new();
    assert_eq!(sheet_name("东城区[一]/二", &mut taken), "东城区 一  二");
    let long = "市".repeat(40);
    assert_eq!(sheet_name(&long, &mut taken).encode_utf16().count(), 31);
    assert_eq!(sheet_name(&long, &mut taken).encode_utf16().count(), 29);
    assert_eq!((sheet_name("A", &mut taken), sheet_name("a", &mut taken)), ("A".into(), "a 2".into()));
    assert_eq!((place(6, 6), place(0, 26), column_name(16_383)), ("G7".into(), "AA1".into(), "XFD".into()));
}

proptest::proptest! {
    #[test]
    fn no_bytes_end_the_program(cut in 0_usize..4000, at in 0_usize..4000, byte in 0_u8..=255) {
        let mut bytes = write(&book(&[((0, 0), Cell::text("甲", Look::Plain))])).expect("written");
        let place = at % bytes.len();
        bytes[place] = byte;
        bytes.truncate(bytes.len().saturating_sub(cut));
        let _ = open(&bytes);
    }
}
