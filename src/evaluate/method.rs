//! Methods of counting: what was counted by one is never added to or held against what was counted by another.

use super::region::{Day, Span, day};
use crate::model::{Actual, Indicator, Target};

/// The days that were counted by one method, from one break to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Method(Span);

impl Method {
    /// All days, whatever the breaks between them.
    const ALL: Self = Self(Span { from: Day::MIN, to: Day::MAX });

    /// That of a target: of its due day, unless it says why it is judged in spite of breaks.
    pub fn of(indicator: &Indicator, target: &Target) -> Self {
        if target.despite_break.is_some() { Self::ALL } else { Self::on(indicator, day(target.due)) }
    }

    /// The last one.
    pub fn last(indicator: &Indicator) -> Self {
        Self::on(indicator, Day::MAX - 1)
    }

    fn on(indicator: &Indicator, on: Day) -> Self {
        let breaks = || indicator.breaks.iter().map(|one| day(one.on));
        let from = breaks().filter(|first| *first <= on).max().unwrap_or(Day::MIN);
        let to = breaks().filter(|first| *first > on).min().unwrap_or(Day::MAX);
        Self(Span::new(from, to))
    }

    /// True if all that a figure speaks of was counted so. One of unknown start may reach back before any break.
    pub fn counted(self, actual: &Actual) -> bool {
        self.0.contains(Span::of(&actual.time))
    }

    /// True if a day was counted so.
    pub fn holds(self, day: Day) -> bool {
        self.0.from <= day && day < self.0.to
    }
}
