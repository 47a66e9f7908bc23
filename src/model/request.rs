//! Requests: figures that are asked of units, each by a workbook of its own.

use super::{Cell, IndicatorId, Origin, Period, RequestId, ScopeId, SourceId, Text, UnitId};
use jiff::civil::Date;

/// Figures that are asked of units. Nothing of it is published.
#[derive(Debug, Clone)]
pub struct Request {
    /// The stem of its file.
    pub id: RequestId,
    /// What it is called.
    pub title: Text,
    /// The source that the answers become; it need not be there yet.
    pub source: SourceId,
    /// The day by which they are wanted.
    pub due: Date,
    /// The times that are shown and asked for, in order of time.
    pub columns: Vec<AskedColumn>,
    /// Who is asked, and for what, in the order written. No region is asked for twice.
    pub asked: Vec<Asked>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

/// A time for which figures are asked or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedColumn {
    /// As the request writes it.
    pub text: String,
    /// The days.
    pub period: Period,
    /// True if it is to be filled in.
    pub open: bool,
}

/// Who is asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskedOf {
    /// A responsible unit.
    Unit(UnitId),
    /// Whoever answers for a scope.
    Scope(ScopeId),
}

impl AskedOf {
    /// The id by which it is known in files.
    pub fn id(&self) -> &str {
        match self {
            Self::Unit(id) => id.as_str(),
            Self::Scope(id) => id.as_str(),
        }
    }
}

/// One who is asked, and the rows of the sheet.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who.
    pub of: AskedOf,
    /// What for; never empty.
    pub rows: Vec<AskedRow>,
}

/// What is asked for in one row: one region besides its time.
#[derive(Debug, Clone)]
pub struct AskedRow {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The scope.
    pub scope: ScopeId,
    /// The part of the quantity.
    pub cell: Cell,
    /// What stands behind each number, such as 万, 亿 or %; none for that of its last figure.
    pub suffix: Option<String>,
    /// With how many decimals; none for as many as its figures have.
    pub decimals: Option<u32>,
}
