//! What is to be renamed.

/// What can be renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenameKind {
    /// An indicator.
    Indicator,
    /// A story.
    Story,
    /// A unit of measure of the site's own.
    UnitOfMeasure,
}

impl RenameKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Indicator, Self::Story, Self::UnitOfMeasure];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Story => "story",
            Self::UnitOfMeasure => "unit of measure",
        }
    }
}

/// What is to be renamed, and how.
#[derive(Debug, Clone, Copy)]
pub struct RenameOrder<'o> {
    /// What it is; found out by the id if nobody says it.
    pub kind: Option<RenameKind>,
    /// Its id.
    pub old: &'o str,
    /// The id that it gets.
    pub new: &'o str,
}
