//! What a workbook asks: columns of times, and for each unit a sheet with rows of regions.

use super::answer::{Nature, Said};
use crate::digest::Digest;
use crate::model::{AskedOf, Cell, IndicatorId, Period, ScopeId};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A request as its workbooks lay it out.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The request's id.
    pub request: String,
    /// The source that the answers become.
    pub source: String,
    /// Its title in the words of the site's first language.
    pub title: String,
    /// The day by which it is due.
    pub due: Date,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The times, in order.
    pub columns: Vec<Column>,
    /// A sheet for each unit.
    pub forms: Vec<Form>,
}

/// A time that is shown or asked for.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its mark: the time as the request writes it.
    pub key: String,
    /// The same in words.
    pub title: String,
    /// The days.
    pub period: Period,
    /// True if it is to be filled in.
    pub open: bool,
}

/// The sheet of one unit.
#[derive(Debug, Clone)]
pub struct Form {
    /// Who fills it in.
    pub of: AskedOf,
    /// What the unit is called.
    pub title: String,
    /// What is asked.
    pub rows: Vec<Row>,
}

/// One row: a region besides its time.
#[derive(Debug, Clone)]
pub struct Row {
    /// By what the row is known again: `indicator|scope`, with `;dimension=category` for a part.
    pub mark: String,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The scope.
    pub scope: ScopeId,
    /// The part of the quantity.
    pub cell: Cell,
    /// The number of the task that it measures.
    pub number: String,
    /// The name that is seen.
    pub title: String,
    /// The unit that is seen: 万人, 亿元, %.
    pub unit: String,
    /// What stands behind the number in content files: 万, 亿, % or nothing.
    pub suffix: String,
    /// How many decimals are asked for.
    pub decimals: u32,
    /// What a column means in it.
    pub time: Time,
    /// Figures to compare the first column with: a base, a target; in the unit of the row.
    pub beside: Option<Decimal>,
    /// What is known for each column.
    pub sent: Vec<Option<Sent>>,
}

/// How a row meets a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Counted over the time.
    Over,
    /// The state at its last day.
    At,
    /// Something that is done or not by its last day.
    Done,
}

/// What is known of a cell when it is sent out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What it says.
    pub said: Said,
    /// What kind of figure it is.
    pub nature: Nature,
    /// What is noted beside it.
    pub note: String,
}

impl Row {
    /// How its numbers are written: what stands behind them, and with how many decimals.
    pub(super) fn shape(&self) -> (&str, u32) {
        (&self.suffix, self.decimals)
    }
}

impl Time {
    /// The word by which a workbook keeps it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Over => "period",
            Self::At => "at",
            Self::Done => "done",
        }
    }

    /// The time that a workbook keeps by this word.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Over, Self::At, Self::Done].into_iter().find(|time| time.as_str() == word)
    }
}

impl Layout {
    /// Tells a workbook from one that asked something else.
    pub fn digest(&self) -> String {
        let mut digest = Digest::of(&self.request);
        for column in &self.columns {
            digest = digest.and([0, u8::from(column.open)]).and(&column.key);
        }
        for form in &self.forms {
            digest = digest.and([1]).and(form.of.id());
            for row in &form.rows {
                digest = digest
                    .and([2])
                    .and(&row.mark)
                    .and([0])
                    .and(&row.suffix)
                    .and([0])
                    .and(row.decimals.to_string());
            }
        }
        digest.short(8)
    }

    /// How many cells of a form are to be filled in.
    pub fn asked(&self, form: &Form) -> usize {
        form.rows.len() * self.columns.iter().filter(|column| column.open).count()
    }
}
