//! A workbook as data: sheets of cells, each with what it holds and how it looks.

use std::collections::BTreeMap;

/// A workbook.
#[derive(Debug, Clone)]
pub struct Book {
    /// Its title among the properties of the document.
    pub title: String,
    /// The day on which it is said to have been made: no clock, so that the same book has the same bytes.
    pub made: (u16, u8, u8),
    /// A property of the document by which it is known again: name and value.
    pub mark: Option<(String, String)>,
    /// The typeface of all cells.
    pub font: &'static str,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// The sheet that is seen first.
    pub first: usize,
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name, as [`sheet_name`] makes one.
    pub name: String,
    /// Its cells by row and column, from 0.
    pub cells: BTreeMap<(u32, u16), Cell>,
    /// The widths of columns, in characters.
    pub widths: Vec<(u16, f64)>,
    /// Columns that nobody sees.
    pub hidden_columns: Vec<u16>,
    /// Rows that nobody sees.
    pub hidden_rows: Vec<u32>,
    /// True for a sheet that no menu shows.
    pub very_hidden: bool,
    /// True if only open cells can be written in, until somebody lifts that.
    pub locked: bool,
    /// The row and column above and before which everything stays in sight.
    pub frozen: Option<(u32, u16)>,
    /// The head and the last cell of a table that can be filtered.
    pub filter: Option<((u32, u16), (u32, u16))>,
    /// What is checked while somebody types.
    pub checks: Vec<Check>,
    /// How it is printed.
    pub paper: Option<Paper>,
    /// The cell that is chosen when it is opened.
    pub chosen: Option<(u32, u16)>,
}

/// How a sheet is printed: A4, landscape, one page wide.
#[derive(Debug, Clone)]
pub struct Paper {
    /// A row that every page repeats.
    pub head: u32,
    /// What stands in the foot; `&P` is the number of the page.
    pub foot: String,
}

/// A rule over cells of one column, from a first to a last row.
#[derive(Debug, Clone)]
pub struct Check {
    /// The column.
    pub column: u16,
    /// The first and the last row.
    pub rows: (u32, u32),
    /// What is checked.
    pub rule: Rule,
}

/// What is checked while somebody types, or shown afterwards.
#[derive(Debug, Clone)]
pub enum Rule {
    /// A word of a list.
    List(Vec<String>),
    /// A word of a list, or anything else.
    Proposed(Vec<String>),
    /// A number; something else is warned of in these words, and taken all the same.
    Number(String),
    /// A condition on the first cell as a formula; cells that meet it become orange.
    Odd(String),
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// How it looks.
    pub look: Look,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing; its look alone.
    Blank,
    /// A number.
    Number(f64),
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// A formula, and what comes out of it for programs that do not work it out.
    Formula(String, String),
    /// A text that leads somewhere: address and words.
    Link(String, String),
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// As the typeface is.
    Plain,
    /// The title over a sheet.
    Title,
    /// Several lines of text.
    Lines,
    /// The head of a column.
    Head,
    /// Words at the side of a row.
    Label,
    /// A number that is known, with so many decimals.
    Known(u8),
    /// A number to fill in.
    Open(u8),
    /// Words to fill in.
    OpenText,
    /// A number with as many decimals as it has.
    Number,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>, look: Look) -> Self {
        Self { content: Content::Text(text.into()), look }
    }

    /// A cell with nothing in it.
    pub fn blank(look: Look) -> Self {
        Self { content: Content::Blank, look }
    }
}

impl Sheet {
    /// Puts a text at a place.
    pub fn put(&mut self, row: u32, column: u16, text: impl Into<String>, look: Look) {
        self.cells.insert((row, column), Cell::text(text, look));
    }
}

/// How many UTF-16 units the name of a sheet may have.
const LONGEST: usize = 31;

/// A name for a sheet: at most 31 UTF-16 units, none of `[]:*?/\'`, and no name that another sheet has, whatever the
/// case. It is added to those that are taken.
pub fn sheet_name(title: &str, taken: &mut Vec<String>) -> String {
    let clean: String = title.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    let cut = |most: usize| {
        let mut units = 0;
        let fits = |c: &char| {
            units += c.len_utf16();
            units <= most
        };
        clean.trim().chars().take_while(fits).collect::<String>().trim().to_owned()
    };
    let mut name = cut(LONGEST);
    let mut count = 2;
    while name.is_empty() || taken.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
        format!("{} {count}", cut(LONGEST - 4)).trim().clone_into(&mut name);
        count += 1;
    }
    taken.push(name.clone());
    name
}

/// The letters of a column: A, Z, AA.
pub fn column_name(column: u32) -> String {
    let (mut rest, mut name) = (column, Vec::new());
    loop {
        name.push(char::from_digit(rest % 26 + 10, 36).map_or('A', |c| c.to_ascii_uppercase()));
        match rest / 26 {
            0 => break name.iter().rev().collect(),
            more => rest = more - 1,
        }
    }
}

/// A cell as people name it: G7.
pub fn place(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), row + 1)
}
