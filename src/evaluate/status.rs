//! The statuses in which a target can stand.

/// Where a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The condition is proven, for good.
    Met,
    /// Failure is proven, for good: the due day has passed, or nothing later can undo it.
    Missed,
    /// Before the due day: the latest state satisfies, which the due day has to confirm.
    Reached,
    /// Not yet due; proven at or above the planned path.
    OnTrack,
    /// Not yet due; proven below the planned path, or failure is certain already.
    Behind,
    /// Not yet due; something bears on it, and nothing is proven.
    UnderWay,
    /// Due; figures bear on it and prove neither.
    Undetermined,
    /// A result of the target's own period was reported, and cannot bear on it: it is of another scope, of
    /// another definition or of a wider period.
    NotComparable,
    /// Nothing was reported for the target's period.
    NoData,
    /// The period has not begun.
    NotDue,
    /// The plan was revised: the target no longer stands.
    Dropped,
}

impl Status {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 11] = [
        Self::Met,
        Self::Missed,
        Self::Reached,
        Self::OnTrack,
        Self::Behind,
        Self::UnderWay,
        Self::Undetermined,
        Self::NotComparable,
        Self::NoData,
        Self::NotDue,
        Self::Dropped,
    ];

    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Reached => "reached",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::UnderWay => "under_way",
            Self::Undetermined => "undetermined",
            Self::NotComparable => "not_comparable",
            Self::NoData => "no_data",
            Self::NotDue => "not_due",
            Self::Dropped => "dropped",
        }
    }

    /// True if it is final as far as the figures go: met, missed or dropped.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::Missed | Self::Dropped)
    }

    /// Its place from the worst to the best, as a whole over members stands: as its worst member. Dropped ones
    /// come last.
    pub fn rank(self) -> usize {
        const FROM_THE_WORST: [Status; 11] = [
            Status::Missed,
            Status::Undetermined,
            Status::NotComparable,
            Status::NoData,
            Status::Behind,
            Status::UnderWay,
            Status::NotDue,
            Status::OnTrack,
            Status::Reached,
            Status::Met,
            Status::Dropped,
        ];
        FROM_THE_WORST.iter().position(|status| *status == self).unwrap_or(FROM_THE_WORST.len())
    }
}
