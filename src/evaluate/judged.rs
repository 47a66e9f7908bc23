//! A verdict in the making, whatever the measure.

use super::{Reason, Verdict};

/// A verdict in the making.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub verdict: Option<Verdict>,
    pub reasons: Vec<Reason>,
    /// Actuals that are part of a minimum, by index.
    pub floor: Vec<usize>,
    /// Actuals that are part of a maximum, by index.
    pub cap: Vec<usize>,
}

impl Judged {
    /// The actuals that were used for either end.
    pub fn used(&self) -> Vec<usize> {
        let mut used: Vec<usize> = self.floor.iter().chain(&self.cap).copied().collect();
        used.sort_unstable();
        used.dedup();
        used
    }

    /// Closes the verdict with the reasons gathered.
    pub fn verdict(mut self, verdict: Verdict) -> Self {
        self.verdict = Some(Verdict { reasons: std::mem::take(&mut self.reasons), ..verdict });
        self
    }
}
