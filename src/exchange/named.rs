//! The names that data files use for kinds of things: those of the content files.

use crate::evaluate::ConflictKind;
use crate::model::{
    ActionKind, ActualKind, Better, Binding, Compute, Condition, Every, Holds, Level, Measure, Pace,
    ScopeKind, Side, SourceKind, TrendMethod, UnitKind, UnitStyle, Value,
};

/// A kind with a name in data files, snake case.
pub(super) trait Named {
    /// The name.
    fn name(&self) -> &'static str;
}

macro_rules! names {
    ($($kind:ident { $($variant:pat => $name:expr,)* })*) => {$(
        impl Named for $kind {
            fn name(&self) -> &'static str {
                match self { $($variant => $name,)* }
            }
        }
    )*};
}

/// The parts in each of which a target has to hold.
pub(super) fn every(holds: Holds) -> Option<&'static str> {
    match holds {
        Holds::Throughout { every } => every.map(|every| every.name()),
        Holds::AtDue | Holds::Once => None,
    }
}

names! {
    Measure {
        Self::Flow => "flow",
        Self::Stock => "stock",
        Self::Rate => "rate",
        Self::Growth => "growth",
        Self::Milestone => "milestone",
    }
    Better {
        Self::Higher => "higher",
        Self::Lower => "lower",
        Self::Range => "range",
    }
    Condition {
        Self::AtLeast(_) => "at_least",
        Self::AtMost(_) => "at_most",
        Self::Exactly(_) => "exactly",
        Self::Between(..) => "between",
        Self::Within(..) => "within",
        Self::Above(_) => "above",
        Self::Below(_) => "below",
        Self::About(_) => "about",
        // The other indicator has a column of its own.
        Self::Against(against) => against.side.name(),
        Self::Done => "done",
    }
    Side {
        Self::AtLeast => "at_least",
        Self::AtMost => "at_most",
        Self::Exactly => "exactly",
        Self::Above => "above",
        Self::Below => "below",
        Self::Within(..) => "within",
    }
    Value {
        Self::Value(_) => "value",
        Self::About(_) => "about",
        Self::MoreThan(_) => "more_than",
        Self::AtLeast(_) => "at_least",
        Self::Nearly(_) => "nearly",
        Self::AtMost(_) => "at_most",
        Self::Between(..) => "between",
        Self::Done => "done",
        Self::InProgress => "in_progress",
        Self::Missing => "missing",
    }
    Level {
        Self::Output => "output",
        Self::Outcome => "outcome",
        Self::Impact => "impact",
    }
    Holds {
        Self::AtDue => "at_due",
        Self::Once => "once",
        Self::Throughout { .. } => "throughout",
    }
    Every {
        Self::Year => "year",
        Self::Half => "half",
        Self::Quarter => "quarter",
        Self::Month => "month",
    }
    Binding {
        Self::Binding => "binding",
        Self::Indicative => "indicative",
    }
    Pace {
        Self::Linear => "linear",
        Self::Steps => "steps",
        Self::None => "none",
    }
    ActualKind {
        Self::Result => "result",
        Self::Planned => "planned",
        Self::Expected => "expected",
        Self::Standard => "standard",
        Self::Baseline => "baseline",
        Self::Background => "background",
    }
    ActionKind {
        Self::Action => "action",
        Self::Safeguard => "safeguard",
    }
    ScopeKind {
        Self::Partnership => "partnership",
        Self::Place => "place",
        Self::Organisation => "organisation",
        Self::Programme => "programme",
        Self::Group => "group",
    }
    SourceKind {
        Self::Plan => "plan",
        Self::Newspaper => "newspaper",
        Self::Bulletin => "bulletin",
        Self::Report => "report",
        Self::Statistics => "statistics",
        Self::Web => "web",
    }
    UnitKind {
        Self::Bureau => "bureau",
        Self::Town => "town",
        Self::Group => "group",
        Self::Body => "body",
    }
    UnitStyle {
        Self::Count => "count",
        Self::Money => "money",
        Self::Percent => "percent",
        Self::Size => "size",
    }
    Compute {
        Self::Ratio => "ratio",
        Self::Share => "share",
        Self::Sum => "sum",
        Self::Difference => "difference",
    }
    TrendMethod {
        Self::Linear => "linear",
        Self::OpenSdg => "open-sdg",
        Self::Eurostat => "eurostat",
    }
    ConflictKind {
        Self::SameRegion => "same_region",
        Self::PartsExceedWhole => "parts_exceed_whole",
        Self::Milestone => "milestone",
    }
}
