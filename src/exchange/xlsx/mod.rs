//! Workbooks: what is to stand in one, written as XLSX; and what stands in one that came back, cell by cell.
//!
//! The two crates that know the format stand behind one file each: [`write`] and [`grid`]. Both know nothing of
//! reports: what a cell means is said elsewhere.

mod book;
mod grid;
mod write;

pub use book::{Book, Cell, Check, Content, Look, Paper, Rule, Sheet, column_name, place, sheet_name};
pub use grid::{Entry, Grid, Opened, Stop, open};
pub use write::write;

#[cfg(test)]
mod tests;
