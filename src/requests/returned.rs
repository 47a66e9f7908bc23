//! What a workbook asked, and what each unit answers in it.

use super::answer::{Nature, Said};
use super::form::{Column, Form, Layout, Row, Sent};
use std::collections::BTreeMap;

/// What one unit answers.
#[derive(Debug, Clone, Default)]
pub(super) struct ReturnedForm {
    /// The unit's id.
    pub unit: String,
    /// What it is called.
    pub title: String,
    /// The sheet.
    pub sheet: String,
    /// Its answers; an empty cell is none.
    pub answers: Vec<Answer>,
    /// What stands at the foot, by its mark.
    pub foot: BTreeMap<String, String>,
    /// How many cells are to be filled in.
    pub asked: usize,
}

/// A cell that was filled in.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// What is asked, as the workbook asked it.
    pub row: Row,
    /// For which time.
    pub column: Column,
    /// The cell, such as G7.
    pub cell: String,
    /// What it says.
    pub said: Said,
    /// What kind of figure it is.
    pub nature: Nature,
    /// What is noted beside it.
    pub note: String,
    /// What was sent out in it, if that is known: nothing, or a figure.
    #[expect(clippy::option_option, reason = "not known, nothing, and a figure are three things")]
    pub sent: Option<Option<Sent>>,
}

/// What a workbook asked, as far as it tells.
pub(super) struct Asked<'l> {
    pub layout: &'l Layout,
    /// Rows by unit and mark.
    pub rows: BTreeMap<(String, String), Row>,
    /// The columns, and whether each was open when it was sent out.
    pub columns: Vec<Column>,
    /// True if it is known what was sent out.
    pub knows_sent: bool,
}

impl Asked<'_> {
    /// The form of a unit.
    pub(super) fn form(&self, unit: &str) -> Option<&Form> {
        self.layout.forms.iter().find(|form| form.of.id() == unit)
    }
}
