//! Who has answered, who in part, and who not at all.

use super::form::Layout;
use super::plan::current;
use super::returns::{self, Return};
use crate::model::{Report, Request};

/// How far a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The unit's id.
    pub unit: String,
    /// What it is called.
    pub title: String,
    /// How many cells have an answer.
    pub filled: usize,
    /// Of how many.
    pub asked: usize,
    /// The names of the rows in which something is missing.
    pub missing: Vec<String>,
}

/// How far each unit of a request is. A figure that another source has counts once the unit has sent its form: it then
/// had nothing to change.
pub fn progress(report: &Report, request: &Request, layout: &Layout, returns: &[Return]) -> Vec<Progress> {
    let of_form = |form: &super::form::Form| {
        let has_sent = returns::last(returns, form.of.id()).is_some();
        let mut one = Progress {
            unit: form.of.id().to_owned(),
            title: form.title.clone(),
            filled: 0,
            asked: layout.asked(form),
            missing: Vec::new(),
        };
        for row in &form.rows {
            let Some(indicator) = report.indicators.get(&row.indicator) else { continue };
            let open = layout.columns.iter().filter(|column| column.open);
            let answered = |period| {
                let found = current((report, &request.source), indicator, row, period);
                found.is_some_and(|one| has_sent || one.source == request.source)
            };
            let filled = open.clone().filter(|column| answered(&column.period)).count();
            one.filled += filled;
            if filled < open.count() {
                one.missing.push(row.title.clone());
            }
        }
        one
    };
    layout.forms.iter().map(of_form).collect()
}
