//! How many targets stand in each status.

use super::status::Status;
use std::collections::BTreeMap;

/// How many targets, or indicators, stand in each status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    by_status: BTreeMap<Status, usize>,
}

impl Counts {
    /// The number in a status.
    pub fn of(&self, status: Status) -> usize {
        self.by_status.get(&status).copied().unwrap_or(0)
    }

    /// The number of all.
    pub fn total(&self) -> usize {
        self.by_status.values().sum()
    }

    /// The statuses in which at least one stands, in order, with the number.
    pub fn iter(&self) -> impl Iterator<Item = (Status, usize)> {
        self.by_status.iter().map(|(status, count)| (*status, *count))
    }
}

impl FromIterator<Status> for Counts {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            *counts.by_status.entry(status).or_default() += 1;
        }
        counts
    }
}
