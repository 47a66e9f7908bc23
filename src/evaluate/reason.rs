//! Why a verdict is what it is: data from which each language writes its own sentences.
//!
//! Numbers are in base units, days and periods are the calendar's, and a figure is named by its
//! index in [`Indicator::actuals`](crate::model::Indicator::actuals).

use super::basis::Basis;
use super::counts::Counts;
use super::status::Status;
use crate::model::{ActualKind, IndicatorId, Observation, Period, ScopeId};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One step of the argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// These figures lie inside the target's region without overlapping; their minima add up to
    /// the proven minimum. What `less` can have been at most is taken off, where it is not empty.
    FloorFrom {
        /// The figures that are added, in order of index.
        actuals: Vec<usize>,
        /// The figures whose maxima are taken off, in order of index.
        less: Vec<usize>,
        /// The sum of their minima.
        total: Decimal,
        /// True if it is more than that.
        open: bool,
    },
    /// These figures together contain the target's region; their maxima add up to the proven
    /// maximum. What `less` came to at least is taken off, where it is not empty.
    CapFrom {
        /// The figures that are added, in order of index.
        actuals: Vec<usize>,
        /// The figures whose minima are taken off, in order of index.
        less: Vec<usize>,
        /// The sum of their maxima.
        total: Decimal,
        /// True if it is less than that.
        open: bool,
    },
    /// These figures limit a part of the region, but no maximum of the whole follows from them.
    CapOfPart {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// The stretches that they limit, in order.
        periods: Vec<Period>,
    },
    /// There is a maximum and no minimum, so that it cannot be proven that enough was reached.
    OnlyCap,
    /// There is a minimum and no maximum, so that it cannot be proven that too little was reached.
    OnlyFloor,
    /// There is a minimum and no maximum, so that it cannot be proven that a limit was kept.
    LimitNotKept,
    /// There is a maximum and no minimum, so that it cannot be proven that a limit was broken.
    LimitNotBroken,
    /// These stretches of the region are in none of the figures that make the minimum.
    NoFloorFor {
        /// The stretches, in order.
        periods: Vec<Period>,
    },
    /// These stretches of the region are limited by no figure.
    NoCapFor {
        /// The stretches, in order.
        periods: Vec<Period>,
    },
    /// The maximum comes from one figure that also counts something outside the region, so that it
    /// proves no minimum.
    CapSpansMore {
        /// The figure.
        actual: usize,
        /// The stretches that it counts outside the target's; the first has an unknown start if the
        /// figure has.
        outside: Vec<Period>,
        /// The containing scope of which it speaks, if that is not the target's own.
        wider: Option<ScopeId>,
        /// How much would have to lie outside the region for the target to be missed: more than
        /// this. None where the figure proves no such number.
        beyond: Option<Decimal>,
    },
    /// For a stock or rate: the figures that decide, and why they do.
    Decided {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// Their day, the stretch within which it lies, or their period.
        on: Period,
        /// As what they decide.
        basis: Basis,
    },
    /// For a state that has to hold throughout: on this day, or in this part, it did not.
    Broken {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// The day or part.
        on: Period,
    },
    /// For a state or rate that has to hold in every part of its period: in how many it is proven.
    PartsKept {
        /// The parts in which it is proven to have held.
        kept: usize,
        /// All parts.
        of: usize,
    },
    /// Growth from year to year, compounded from the beginning of the period as far as it is known.
    GrowthSoFar {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// The years that they fill.
        on: Period,
        /// What they come to, in the terms of the target, to the digits that decide.
        value: Decimal,
    },
    /// What the remaining years must come to on average, each, for the target to be met.
    RestMust {
        /// The remaining years.
        period: Period,
        /// The average growth of each of them in per cent, rounded to the safe side.
        value: Decimal,
    },
    /// The growth of these stretches of the period is not known.
    NoGrowthFor {
        /// The stretches, in order.
        periods: Vec<Period>,
    },
    /// The number of the other indicator, against which this one is held.
    Threshold {
        /// The other indicator.
        indicator: IndicatorId,
        /// Its figures, by index among its own actuals.
        actuals: Vec<usize>,
    },
    /// The other indicator, against which this one is held, is not known for that time and scope.
    NoThreshold {
        /// The other indicator.
        indicator: IndicatorId,
        /// The time.
        period: Period,
    },
    /// It has to hold on every day, and figures are of single ones.
    NotEveryDay,
    /// Before the due day the latest state satisfies: it stands only once the due day is known.
    ToBeConfirmed {
        /// The due day.
        due: Date,
    },
    /// It was missed, and reached afterwards.
    MadeGood {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// By which day.
        on: Date,
        /// How many days after the due day.
        days: i64,
    },
    /// For a stock or rate: the figures of the latest date inside the period.
    Latest {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// Their day, or the stretch within which it lies, or the period of a rate.
        on: Period,
    },
    /// The latest figure of a stock or rate stands before the due day, and none is known for it: what held
    /// then may have changed since.
    BeforeDue {
        /// When it stands.
        on: Period,
        /// The day on which the target was due.
        due: Date,
        /// Whether it satisfied then; none if that is open.
        held: Option<bool>,
    },
    /// These figures contradict each other. One of them is wrong, and not known which: what is proven holds
    /// whichever it is.
    Disputed {
        /// The figures, in order of index.
        actuals: Vec<usize>,
    },
    /// These figures say nothing of this target.
    LeftOut {
        /// The figures, in order of index.
        actuals: Vec<usize>,
        /// Why: the same for all of them.
        why: LeftOutWhy,
    },
    /// The figures are rounded, and the threshold lies within the rounding (or the tolerance of
    /// "about").
    Rounding {
        /// The figures, in order of index.
        actuals: Vec<usize>,
    },
    /// Not for a figure of exactly what is asked, but others prove it by less than half of the threshold's last
    /// digit: such a figure may still be printed as a number that says otherwise.
    TooClose,
    /// What was planned by the day of the latest figure; see [`PathPoint`](super::PathPoint).
    PathAt {
        /// The day.
        date: Date,
        /// What was planned by then, if the target has a path, to the digits that decide.
        planned: Option<Decimal>,
        /// Of a figure of some day in a stretch: what was planned on the first of its days, where that differs.
        first: Option<Decimal>,
    },
    /// Not yet due, but what was reported already lies beyond what the target allows.
    AlreadyBeyond,
    /// Not yet due, but even the most that was reported for the whole period is less than the target
    /// asks.
    AlreadyShort,
    /// The target is due before its period ends: only the days up to then are judged.
    DueEarlier {
        /// The due day.
        due: Date,
        /// The last day of the period.
        end: Date,
    },
    /// The period has not begun at the report date.
    NotBegun {
        /// Its first day.
        start: Date,
    },
    /// No result was reported by the report date.
    NothingReported,
    /// Results were reported, and none yet for the target's period.
    NothingForPeriod {
        /// The target's period.
        period: Period,
    },
    /// A source says that there is no value for the target's period, and why.
    NoValue {
        /// The figures without a value, in order of index.
        actuals: Vec<usize>,
        /// Whether it was suppressed or never collected.
        observation: Observation,
    },
    /// The threshold follows from a baseline that was counted by another method, so that no figure of the new one
    /// is held against it.
    AcrossBreak,
    /// The plan dropped the target.
    DroppedBy {
        /// Index in [`Target::revisions`](crate::model::Target::revisions).
        revision: usize,
    },
    /// A later revision changed the condition; at the report date the earlier one was in force.
    BeforeRevision {
        /// Index in [`Target::revisions`](crate::model::Target::revisions).
        revision: usize,
    },
    /// A revision after the due day changed the condition or dropped the target; what was in force on the due
    /// day is judged.
    ChangedLater {
        /// Index in [`Target::revisions`](crate::model::Target::revisions).
        revision: usize,
    },
    /// How the members of a whole stand.
    MemberCounts {
        /// Their number in each status.
        counts: Counts,
    },
    /// A milestone: done on this day or before.
    DoneBy {
        /// The figure.
        actual: usize,
        /// The last day that the source leaves open.
        by: Date,
    },
    /// A milestone: done, but on this day at the earliest, which is after it was due.
    DoneLate {
        /// The figure.
        actual: usize,
        /// The first day that the source leaves open.
        from: Date,
    },
    /// A milestone: done within a stretch that holds the due day, so in time or not.
    DoneAround {
        /// The figure.
        actual: usize,
        /// The stretch.
        period: Period,
    },
    /// A milestone: seen unfinished within this stretch.
    Unfinished {
        /// The figure.
        actual: usize,
        /// The day or stretch.
        period: Period,
    },
    /// What would settle it: a figure for this period and scope, of the part of which the target speaks.
    Needs {
        /// The period, or the day of a stock, rate or milestone.
        period: Period,
        /// Of whom.
        scope: ScopeId,
    },
}

/// Why a figure says nothing of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutWhy {
    /// Its source was published after the report date.
    SourceNotYetPublished,
    /// Another figure replaces it.
    Superseded,
    /// It is no result but a plan, an expectation, a standard, a state before, background.
    NotAResult(ActualKind),
    /// It counts something else than the indicator's definition says.
    OtherDefinition,
    /// It is of a form that the indicator's measure cannot use, such as a figure at a date for a flow.
    OtherMeasure,
    /// It contradicts other figures; none of them is used until that is settled.
    InConflict,
    /// It speaks of someone else: nothing in common with the target's scope.
    OtherScope,
    /// It speaks of a containing scope, and gives no maximum that would limit this one.
    WiderScope,
    /// It speaks of a part of the scope, and gives no minimum inside the period (or, for a rate,
    /// means nothing for the whole).
    NarrowerScope,
    /// It speaks of another part of the quantity: of women, where all are asked about.
    OtherCell,
    /// It was counted by another method: a break lies between it and the day of the target.
    OtherMethod,
    /// Its source gives no value.
    NoValue(Observation),
    /// It speaks of other days.
    OtherPeriod,
    /// It speaks of days after the due day.
    AfterDue,
    /// The source does not say when counting began, and it gives no maximum.
    StartUnknown,
    /// It reaches beyond the period, so it is no minimum, and it gives no maximum.
    NotInPeriod,
    /// It reaches beyond the period, so it is no minimum; and the source does not say that it is all,
    /// so it is no maximum.
    PartialNoCap,
    /// For a stock or rate: a later figure stands in the period.
    NotLatest,
    /// For a stock or rate: another figure is of the due day, or of exactly the period.
    NotDeciding,
    /// It is of the due day or of the whole period, and its source was published before that day.
    PublishedBeforeDue,
    /// It is the rate of a part of the period, or of a day in it, and not of all of it.
    PartOfPeriod,
    /// It is the rate of another scope: a rate says nothing of the parts or of the whole.
    RateOfOtherScope,
    /// It is an average or a total over several years, or the growth of one of them.
    OtherReckoning,
    /// For a stock or rate: its day is not known well enough to lie inside the period, or on the
    /// same day as the figure that it would limit.
    DayUnknown,
    /// Usable, but other figures prove as much or more.
    OthersProveMore,
}

impl LeftOutWhy {
    /// True if such a figure speaks of the target, though another says more or decides.
    pub(super) fn bears(self) -> bool {
        matches!(self, Self::OthersProveMore | Self::NotLatest | Self::NotDeciding)
    }

    /// True if such a figure speaks of someone or something beside what is asked about.
    pub(super) fn is_of_others(self) -> bool {
        matches!(self, Self::OtherScope | Self::RateOfOtherScope | Self::OtherCell)
    }

    /// True if such a figure is right for some other time than the one that decides.
    pub(super) fn is_of_another_time(self) -> bool {
        matches!(self, Self::OtherPeriod | Self::AfterDue | Self::NotDeciding | Self::NotLatest)
    }

    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SourceNotYetPublished => "source_not_yet_published",
            Self::Superseded => "superseded",
            Self::NotAResult(_) => "not_a_result",
            Self::OtherDefinition => "other_definition",
            Self::OtherMeasure => "other_measure",
            Self::InConflict => "in_conflict",
            Self::OtherScope => "other_scope",
            Self::WiderScope => "wider_scope",
            Self::NarrowerScope => "narrower_scope",
            Self::OtherCell => "other_cell",
            Self::OtherMethod => "other_method",
            Self::NoValue(_) => "no_value",
            Self::OtherPeriod => "other_period",
            Self::AfterDue => "after_due",
            Self::StartUnknown => "start_unknown",
            Self::NotInPeriod => "not_in_period",
            Self::PartialNoCap => "partial_no_cap",
            Self::NotLatest => "not_latest",
            Self::NotDeciding => "not_deciding",
            Self::PublishedBeforeDue => "published_before_due",
            Self::PartOfPeriod => "part_of_period",
            Self::RateOfOtherScope => "rate_of_other_scope",
            Self::OtherReckoning => "other_reckoning",
            Self::DayUnknown => "day_unknown",
            Self::OthersProveMore => "others_prove_more",
        }
    }
}

impl Reason {
    /// The name in data files, snake case.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::FloorFrom { .. } => "floor_from",
            Self::CapFrom { .. } => "cap_from",
            Self::CapOfPart { .. } => "cap_of_part",
            Self::OnlyCap => "only_cap",
            Self::OnlyFloor => "only_floor",
            Self::LimitNotKept => "limit_not_kept",
            Self::LimitNotBroken => "limit_not_broken",
            Self::Decided { .. } => "decided",
            Self::Broken { .. } => "broken",
            Self::PartsKept { .. } => "parts_kept",
            Self::GrowthSoFar { .. } => "growth_so_far",
            Self::RestMust { .. } => "rest_must",
            Self::NoGrowthFor { .. } => "no_growth_for",
            Self::Threshold { .. } => "threshold",
            Self::NoThreshold { .. } => "no_threshold",
            Self::NotEveryDay => "not_every_day",
            Self::ToBeConfirmed { .. } => "to_be_confirmed",
            Self::MadeGood { .. } => "made_good",
            Self::NothingForPeriod { .. } => "nothing_for_period",
            Self::ChangedLater { .. } => "changed_later",
            Self::NoFloorFor { .. } => "no_floor_for",
            Self::NoCapFor { .. } => "no_cap_for",
            Self::CapSpansMore { .. } => "cap_spans_more",
            Self::Latest { .. } => "latest",
            Self::BeforeDue { .. } => "before_due",
            Self::Disputed { .. } => "disputed",
            Self::LeftOut { .. } => "left_out",
            Self::Rounding { .. } => "rounding",
            Self::TooClose => "too_close",
            Self::PathAt { .. } => "path_at",
            Self::AlreadyBeyond => "already_beyond",
            Self::AlreadyShort => "already_short",
            Self::DueEarlier { .. } => "due_earlier",
            Self::NotBegun { .. } => "not_begun",
            Self::NothingReported => "nothing_reported",
            Self::NoValue { .. } => "no_value",
            Self::AcrossBreak => "across_break",
            Self::DroppedBy { .. } => "dropped_by",
            Self::BeforeRevision { .. } => "before_revision",
            Self::MemberCounts { .. } => "member_counts",
            Self::DoneBy { .. } => "done_by",
            Self::DoneLate { .. } => "done_late",
            Self::DoneAround { .. } => "done_around",
            Self::Unfinished { .. } => "unfinished",
            Self::Needs { .. } => "needs",
        }
    }

    /// The figures that the reason speaks of, by index.
    pub fn actuals(&self) -> &[usize] {
        match self {
            Self::FloorFrom { actuals, .. }
            | Self::CapFrom { actuals, .. }
            | Self::CapOfPart { actuals, .. }
            | Self::Latest { actuals, .. }
            | Self::Decided { actuals, .. }
            | Self::Broken { actuals, .. }
            | Self::MadeGood { actuals, .. }
            | Self::Disputed { actuals }
            | Self::GrowthSoFar { actuals, .. }
            | Self::LeftOut { actuals, .. }
            | Self::NoValue { actuals, .. }
            | Self::Rounding { actuals } => actuals,
            Self::CapSpansMore { actual, .. }
            | Self::DoneBy { actual, .. }
            | Self::DoneLate { actual, .. }
            | Self::DoneAround { actual, .. }
            | Self::Unfinished { actual, .. } => std::slice::from_ref(actual),
            _ => &[],
        }
    }

    /// The number of members in a status, where the reason counts them.
    pub fn members(&self, status: Status) -> Option<usize> {
        match self {
            Self::MemberCounts { counts } => Some(counts.of(status)),
            _ => None,
        }
    }
}
