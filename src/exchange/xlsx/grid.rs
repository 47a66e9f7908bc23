//! What stands in a workbook, as a sparse table of cells. The only file that names `calamine`.
//!
//! Its `Range` is dense: one stray cell at ZZ200000 in a file of 13 KB takes 4 GB of memory. XLSX is therefore read cell
//! by cell, within a budget; ODS, which it reads in no other way, is refused.

use calamine::{Data, Dimensions, Reader, Xls, Xlsx};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Cursor;

/// As many bytes as a workbook may have.
const BYTES: usize = 20 << 20;
/// As many cells as may stand in all its sheets together.
const CELLS: usize = 500_000;
/// As many bytes as all the parts of an XLSX file may have when they are unpacked.
const UNPACKED: u64 = 200 << 20;

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Too many bytes or cells.
    TooLarge,
    /// ODS, of which only a dense reader is at hand.
    Ods,
    /// No workbook, or one that is damaged or has a password.
    Unreadable(String),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// True or false.
    Yes(bool),
    /// A day, as ISO 8601 where it can be told.
    Date(String),
    /// A formula that failed: what the cell shows.
    Error(String),
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// What stands in its cells, by row and column, from 0.
    pub rows: BTreeMap<u32, BTreeMap<u32, Entry>>,
    /// Numbers that are shown in per cent: a hundred times what they are.
    pub percent: BTreeSet<(u32, u32)>,
    /// Cells with a formula, whether or not anything came out of it.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Cells that were merged, each by its first and its last corner.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// False where the format says nothing of how numbers are shown.
    pub sees_percent: bool,
}

/// A workbook as it was read.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// Its sheets, hidden ones too, in order.
    pub sheets: Vec<Grid>,
    /// The document's own properties.
    pub properties: BTreeMap<String, String>,
}

impl Grid {
    /// What stands in a cell.
    pub fn at(&self, row: u32, column: u32) -> Option<&Entry> {
        self.rows.get(&row)?.get(&column)
    }

    /// A cell as text: a whole number without a point.
    pub fn text(&self, row: u32, column: u32) -> String {
        self.at(row, column).map(Entry::text).unwrap_or_default()
    }

    /// True if a cell was merged with others.
    pub fn is_merged(&self, row: u32, column: u32) -> bool {
        self.merged.iter().any(|((top, left), (bottom, right))| {
            (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
        })
    }
}

impl Entry {
    /// As text.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Yes(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// Reads the bytes of a workbook. What it is called says nothing; what its bytes begin with does.
///
/// # Errors
/// Why it is not read.
pub fn open(bytes: &[u8]) -> Result<Opened, Stop> {
    if bytes.len() > BYTES {
        return Err(Stop::TooLarge);
    }
    if bytes.starts_with(b"PK") {
        let names = parts(bytes)?;
        if names.iter().any(|name| name == "xl/workbook.xml") {
            return xlsx(bytes);
        }
        if names.iter().any(|name| name == "mimetype" || name == "content.xml") {
            return Err(Stop::Ods);
        }
        return Err(Stop::Unreadable("a ZIP file without a workbook".to_owned()));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return xls(bytes);
    }
    Err(Stop::Unreadable("neither XLSX nor XLS".to_owned()))
}

/// The names of the parts of a package, if they are not too much when unpacked.
fn parts(bytes: &[u8]) -> Result<Vec<String>, Stop> {
    let unreadable = |error: zip::result::ZipError| Stop::Unreadable(error.to_string());
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut unpacked = 0_u64;
    for at in 0..package.len() {
        unpacked = unpacked.saturating_add(package.by_index_raw(at).map_err(unreadable)?.size());
    }
    if unpacked > UNPACKED {
        return Err(Stop::TooLarge);
    }
    Ok(package.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect())
}

fn unreadable(error: impl std::fmt::Display) -> Stop {
    Stop::Unreadable(error.to_string())
}

fn xlsx(bytes: &[u8]) -> Result<Opened, Stop> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut opened = Opened::default();
    if let Ok(properties) = book.workbook_properties() {
        opened.properties.extend(properties.custom_properties);
    }
    let mut count = 0;
    for name in book.sheet_names() {
        let mut grid = Grid { name: name.clone(), sees_percent: true, ..Grid::default() };
        let mut styles: Vec<((u32, u32), usize)> = Vec::new();
        // A chart on a sheet of its own has no cells to be read.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut percent: HashMap<usize, bool> = HashMap::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
            let data = Data::from(cell.get_value().clone());
            count += 1;
            if count > CELLS {
                return Err(Stop::TooLarge);
            }
            if matches!(data, Data::Float(_) | Data::Int(_)) {
                styles.push((cell.get_position(), style));
            }
            grid.put(cell.get_position(), &data);
        }
        for (place, style) in styles {
            let is = *percent.entry(style).or_insert_with(|| {
                let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
                format.is_some_and(|format| shows_percent(&format.format_code))
            });
            if is {
                grid.percent.insert(place);
            }
        }
        drop(cells);
        let mut cells = book.worksheet_cells_reader(&name).map_err(unreadable)?;
        while let Some(cell) = cells.next_formula().map_err(unreadable)? {
            if !cell.get_value().is_empty() {
                grid.formulas.insert(cell.get_position());
            }
            if grid.formulas.len() > CELLS {
                return Err(Stop::TooLarge);
            }
        }
        drop(cells);
        grid.merged = corners(book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        opened.sheets.push(grid);
    }
    Ok(opened)
}

/// True if a format of numbers has a per cent sign that is no plain text.
fn shows_percent(code: &str) -> bool {
    let mut quoted = false;
    let mut before = ' ';
    code.chars().any(|c| {
        quoted ^= c == '"';
        let sign = c == '%' && !quoted && before != '\\';
        before = c;
        sign
    })
}

/// XLS holds no more than 65,536 rows and 256 columns, and what is read of it stays small.
fn xls(bytes: &[u8]) -> Result<Opened, Stop> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut opened = Opened::default();
    let mut count = 0;
    for name in book.sheet_names() {
        let mut grid = Grid { name: name.clone(), ..Grid::default() };
        let range = book.worksheet_range(&name).map_err(unreadable)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            count += 1;
            if count > CELLS {
                return Err(Stop::TooLarge);
            }
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
            grid.put((top + row, left + column), data);
        }
        if let Ok(formulas) = book.worksheet_formula(&name) {
            let (top, left) = formulas.start().unwrap_or_default();
            for (row, column, _) in formulas.used_cells().filter(|(_, _, text)| !text.is_empty()) {
                let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
                grid.formulas.insert((top + row, left + column));
            }
        }
        grid.merged = corners(book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        opened.sheets.push(grid);
    }
    Ok(opened)
}

fn corners(merged: Vec<Dimensions>) -> Vec<((u32, u32), (u32, u32))> {
    merged.into_iter().map(|one| (one.start, one.end)).filter(|(start, end)| start != end).collect()
}

impl Grid {
    fn put(&mut self, (row, column): (u32, u32), data: &Data) {
        let entry = match data {
            Data::Empty => return,
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no whole number beyond f64")]
            Data::Int(number) => Entry::Number(*number as f64),
            Data::Float(number) => Entry::Number(*number),
            Data::Bool(yes) => Entry::Yes(*yes),
            Data::DateTime(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                Entry::Date(format!("{year:04}-{month:02}-{day:02}"))
            }
            Data::DateTimeIso(text) => Entry::Date(text.clone()),
            Data::Error(error) => Entry::Error(error.to_string()),
            Data::String(text) if text.trim().is_empty() => return,
            Data::String(text) | Data::DurationIso(text) => Entry::Text(text.clone()),
            #[allow(unreachable_patterns, reason = "kinds of cells that a later version may have")]
            other => Entry::Text(other.to_string()),
        };
        self.rows.entry(row).or_default().insert(column, entry);
    }
}
