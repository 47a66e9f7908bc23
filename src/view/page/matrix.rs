//! Figures as a table: a row a part or a place, a column a time.

use serde::Serialize;

/// A table of an indicator's figures.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixView {
    /// What its rows are: parts, or places.
    pub title: String,
    /// The times, one a column.
    pub head: Vec<String>,
    /// The rows, the whole first.
    pub rows: Vec<MatrixRow>,
}

/// One of its rows.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow {
    /// Of whom or of which part.
    pub name: String,
    /// True for a sum that the program added up.
    pub is_sum: bool,
    /// One cell a column.
    pub cells: Vec<MatrixCell>,
}

/// What is reported of a row in one time.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixCell {
    /// The figure with its unit and qualifier; several where sources differ; empty where none is known.
    pub text: String,
    /// The figure in the table of all figures; nothing for a sum, and where none is known.
    pub href: Option<String>,
}
