//! `plans/<id>.yaml`.

use super::RawText;
use super::word_list::words;
use super::written::{Day, Id, MonthDay, Period};
use crate::model::ActionKind;
use schemars::JsonSchema;
use serde::Deserialize;

/// A plan: its period, actions, safeguards and tasks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plan")]
pub struct RawPlan {
    /// Its name.
    pub title: RawText,
    /// The number under which it was issued.
    pub number: Option<String>,
    /// The day of issue.
    #[schemars(with = "Option<Day>")]
    pub issued: Option<String>,
    /// The period for which it promises something, such as 2018..2020.
    #[schemars(with = "Period")]
    pub period: String,
    /// The month and day on which its years start, such as 07-01 (01-01 without it).
    #[schemars(with = "Option<MonthDay>")]
    pub year_starts: Option<String>,
    /// How a year of it is named, such as FY{end}, {start}/{end2} or {start}年度.
    pub year_label: Option<RawText>,
    /// Who assists whom under it: the id of a scope.
    #[schemars(with = "Id")]
    pub scope: String,
    /// The id of the source that is the plan's document.
    #[schemars(with = "Id")]
    pub source: String,
    /// What it set out to do, in our words.
    pub aim: Option<RawText>,
    /// Says so where the lead unit of a task is our reading and not the document's word.
    pub lead_inferred: Option<RawText>,
    /// Its chapters, in order.
    #[schemars(length(min = 1))]
    pub actions: Vec<RawAction>,
}

words! {
    /// Whether a chapter is an action or the safeguards.
    RawActionKind => ActionKind {
        /// One of the actions.
        Action => ActionKind::Action,
        /// The safeguards.
        Safeguard => ActionKind::Safeguard,
    }
}

/// One chapter of a plan.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "action")]
pub struct RawAction {
    /// The address of its page (a-z, 0-9, -).
    #[schemars(with = "Id")]
    pub id: String,
    /// Its number as the plan writes it, in quotes.
    pub number: String,
    /// Its full name.
    pub title: RawText,
    /// A name short enough for a chart.
    pub short: Option<RawText>,
    /// An action (default) or the safeguards.
    pub kind: Option<RawActionKind>,
    /// What it promises, in our words.
    pub summary: Option<RawText>,
    /// Where it stands in the plan's document.
    pub locator: Option<String>,
    /// The units that the chapter names.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub units: Vec<String>,
    /// The rows of the checklist under it.
    #[serde(default)]
    pub tasks: Vec<RawTask>,
}

/// A numbered row of the checklist.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "task")]
pub struct RawTask {
    /// Its number as the checklist writes it, in quotes: "5.2".
    pub number: String,
    /// Its name.
    pub title: RawText,
    /// What was promised, in our words.
    pub text: RawText,
    /// The due date as written.
    pub due: RawText,
    /// Ids of the units that answer first.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub lead: Vec<String>,
    /// Ids of the units that take part.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub partner: Vec<String>,
    /// Where it stands in the plan's document.
    pub locator: String,
}
