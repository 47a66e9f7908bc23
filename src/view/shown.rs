//! The status of a verdict as a reader sees it: its key, its glyph.

use crate::chart;
use crate::evaluate::{Status, Verdict};

/// A status as a reader sees it: a met range that was passed has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::view) enum Shown {
    /// As evaluated.
    As(Status),
    /// Met, and above the planned range.
    Exceeded,
}

impl Shown {
    /// All, in the order of lists: proven first, then what is open, then what cannot be judged.
    pub(super) const ALL: [Self; 12] = [
        Self::As(Status::Met),
        Self::Exceeded,
        Self::As(Status::Reached),
        Self::As(Status::OnTrack),
        Self::As(Status::Missed),
        Self::As(Status::Behind),
        Self::As(Status::UnderWay),
        Self::As(Status::Undetermined),
        Self::As(Status::NotComparable),
        Self::As(Status::NoData),
        Self::As(Status::NotDue),
        Self::As(Status::Dropped),
    ];

    /// How a verdict is shown.
    pub(super) fn of(verdict: &Verdict) -> Self {
        if verdict.exceeded { Self::Exceeded } else { Self::As(verdict.status) }
    }

    /// The name in data files and messages.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::As(status) => status.as_str(),
        }
    }

    /// The id of its glyph's drawing on a page.
    pub(super) fn symbol(self) -> String {
        format!("glyph-{}", self.key())
    }

    /// The glyph.
    pub(super) fn glyph(self) -> chart::Status {
        match self {
            Self::Exceeded => chart::Status::Exceeded,
            Self::As(Status::Met) => chart::Status::Met,
            Self::As(Status::Missed) => chart::Status::Missed,
            Self::As(Status::Reached) => chart::Status::Reached,
            Self::As(Status::OnTrack) => chart::Status::OnTrack,
            Self::As(Status::Behind) => chart::Status::Behind,
            Self::As(Status::UnderWay) => chart::Status::UnderWay,
            Self::As(Status::Undetermined) => chart::Status::Undetermined,
            Self::As(Status::NotComparable) => chart::Status::NotComparable,
            Self::As(Status::NoData) => chart::Status::NoData,
            Self::As(Status::NotDue) => chart::Status::NotDue,
            Self::As(Status::Dropped) => chart::Status::Dropped,
        }
    }
}
