//! The main indicators of a plan and how far they have come, as every report has them in one table: what was known
//! before, each year's figure, what is asked, how it stands. The page of the plan, texts and a file say it from here.
//!
//! ```text
//! table (which rows, in which groups) ─► years (the figure of a year) ─► cells (in words) ─► page, brief, csv
//! ```

mod asked;
mod cells;
mod csv;
mod page;
mod table;
mod years;

pub(super) use asked::times;
pub(super) use cells::ResultsCell;
pub(super) use csv::csv;
pub(super) use page::{file, view};
pub(super) use table::{ROWS, Results, ResultsRow};
pub(super) use years::YearFigure;
