//! Figures in by workbook: what is asked of each unit, the workbook that goes out, and what comes back.
//!
//! ```text
//! plan       a request and a report → Layout: for each unit a sheet of rows, with what is known
//! sheet      Layout → a workbook to fill in
//! read       bytes of a workbook → answers and findings; cells, number, plausible: one sheet, one cell, one doubt
//! merge      sent out, stored, filled in → what changes
//! table, returns   the two files that an import writes
//! take       one file from bytes to edits: all of it or nothing
//! status     who has answered
//! ```
//!
//! Everything here is pure. YAML is never written: a hand has written it.

mod answer;
mod cells;
mod csv_text;
mod finding;
mod form;
mod merge;
mod number;
mod plan;
mod plausible;
mod read;
mod returned;
mod returns;
mod sheet;
mod status;
mod table;
mod take;
#[cfg(test)]
mod tests;

pub use finding::{Finding, Said, Weight};
pub use form::{Form, Layout};
pub use merge::{Change, Kind, Prefer};
pub use plan::layout;
pub use returns::parse as parse_returns;
pub use sheet::book;
pub use status::{Progress, progress};
pub use take::{Order, Taken, take};
