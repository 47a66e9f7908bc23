//! The responsible units: their list, and the page of one.

use super::link::Link;
use super::parts::TaskView;
use super::status::CountView;
use serde::Serialize;

/// The responsible units.
#[derive(Debug, Clone, Serialize)]
pub struct UnitsView {
    /// One row a unit, those that lead most tasks first.
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
    /// The targets of the tasks it leads by status; empty if it leads none.
    pub counts: Vec<CountView>,
}

/// One unit.
#[derive(Debug, Clone, Serialize)]
pub struct UnitView {
    /// A sentence on what it answers for.
    pub lead: String,
    /// The tasks it leads; empty if there are none.
    pub leads: Vec<TaskView>,
    /// The tasks in which it takes part without leading them; empty if there are none.
    pub partners: Vec<TaskView>,
    /// The targets of the tasks it leads, by status.
    pub counts: Vec<CountView>,
    /// Says how the lead units were read, where a plan does not name them plainly; else nothing.
    pub lead_note: Option<String>,
    /// The unit before it in the list; nothing on the first.
    pub previous: Option<Link>,
    /// The unit after it; nothing on the last.
    pub next: Option<Link>,
}
