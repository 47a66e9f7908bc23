//! The kinds of chart by name, and which of them an indicator asks for.

use super::Origin;

/// Which chart an indicator asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartChoice {
    /// The one that fits its targets and figures.
    Auto,
    /// None.
    None,
    /// A kind by name, and where it is written.
    Kind(ChartKind, Origin),
}

/// The kinds of chart an indicator can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChartKind {
    /// A column a target.
    Columns,
    /// A row a target, in per cent of what was asked.
    Bullets,
    /// Running totals towards a target over several years.
    Cumulative,
    /// Milestones by date.
    Timeline,
    /// Before and after, a line a place.
    Slope,
    /// Before and after, a row a place.
    Dumbbell,
    /// Published points in time, with what was planned for them.
    Trend,
    /// A dot a member.
    Units,
    /// Rows against one planned range.
    Ranges,
    /// A tile a place.
    Tiles,
    /// A small plot a place.
    Multiples,
}

impl ChartKind {
    /// All, in the order in which the format lists them.
    pub const ALL: [Self; 11] = [
        Self::Columns,
        Self::Bullets,
        Self::Cumulative,
        Self::Ranges,
        Self::Units,
        Self::Tiles,
        Self::Multiples,
        Self::Timeline,
        Self::Slope,
        Self::Dumbbell,
        Self::Trend,
    ];

    /// The name in content files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Bullets => "bullets",
            Self::Cumulative => "cumulative",
            Self::Timeline => "timeline",
            Self::Slope => "slope",
            Self::Dumbbell => "dumbbell",
            Self::Trend => "trend",
            Self::Units => "units",
            Self::Ranges => "ranges",
            Self::Tiles => "tiles",
            Self::Multiples => "multiples",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
