//! The responsible units: their list, and the page of one.

use super::link::Link;
use super::parts::TaskView;
use super::status::CountView;
use serde::Serialize;

/// The responsible units.
#[derive(Debug, Clone, Serialize)]
pub struct UnitsView {
    /// One row a unit.
    pub rows: Vec<UnitRow>,
}

/// A unit in a list.
#[derive(Debug, Clone, Serialize)]
pub struct UnitRow {
    /// Its page.
    pub link: Link,
    /// How many tasks it leads.
    pub leads: usize,
    /// In how many more it takes part.
    pub partners: usize,
    /// The targets of the tasks it leads, by status.
    pub counts: Vec<CountView>,
}

/// One unit.
#[derive(Debug, Clone, Serialize)]
pub struct UnitView {
    /// A sentence on what it answers for.
    pub lead: String,
    /// The tasks it leads.
    pub leads: Vec<TaskView>,
    /// The tasks in which it takes part.
    pub partners: Vec<TaskView>,
    /// The targets of the tasks it leads, by status.
    pub counts: Vec<CountView>,
    /// Says how the lead units were read.
    pub lead_note: Option<String>,
    /// The unit before it in the list.
    pub previous: Option<Link>,
    /// The unit after it.
    pub next: Option<Link>,
}
