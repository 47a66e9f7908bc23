//! Responsible units, and the units in which quantities are counted.

use super::{Alias, MeasurementUnitId, Origin, Text, UnitId};

/// What kind of organisation answers for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A department of a government.
    Bureau,
    /// A town or subdistrict.
    Town,
    /// Several at once, such as "the towns that assist".
    Group,
    /// A working group, an association, anything else.
    Body,
}

/// An organisation that leads or takes part in tasks.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub title: Text,
    /// What it is.
    pub kind: UnitKind,
    /// Where it is written.
    pub origin: Origin,
}

/// How numbers in a unit of measure are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitStyle {
    /// Things that are counted: 2,127人, 1.7万人.
    Count,
    /// Money in yuan: 12.54亿元.
    Money,
    /// A share: 21.5%.
    Percent,
    /// A measured size: 89.9公里.
    Size,
}

/// What a quantity is counted in.
#[derive(Debug, Clone)]
pub struct MeasurementUnit {
    /// Its id.
    pub id: MeasurementUnitId,
    /// The ids that it had before.
    pub aliases: Vec<Alias<MeasurementUnitId>>,
    /// The word after the number; in English "one|many" where the two differ.
    pub title: Text,
    /// How numbers in it are written.
    pub style: UnitStyle,
    /// True for things that are counted one by one: a whole number of them is exact. A whole number of what is
    /// measured is known to half its last digit.
    pub counted: bool,
    /// True if amounts add over places: 3 tonnes here and 4 there are 7. Per cent do not.
    pub additive: bool,
    /// True if a rate in it is an average over time: that of a year lies between the lowest and the highest
    /// of its parts.
    pub averages: bool,
}
