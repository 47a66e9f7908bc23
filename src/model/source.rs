//! Source documents and the arithmetic that they state.

use super::{FigurePlace, IndicatorId, Lang, Origin, Period, SourceId, Text, Value};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// The plan's own document.
    Plan,
    /// A newspaper's article or page.
    Newspaper,
    /// An official bulletin (简报).
    Bulletin,
    /// A report.
    Report,
    /// A statistical publication.
    Statistics,
    /// A page of a web site.
    Web,
}

/// A document that figures come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The stem of its file.
    pub id: SourceId,
    /// Its title.
    pub title: Text,
    /// A name for it where there is little room.
    pub short: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// The day, or the stretch of days within which it was published; its first day is known.
    pub published: Period,
    /// Why it counts from the first day of that stretch on, if it does (`count_from: first`). Otherwise it
    /// counts from its last day on, or from the last day of which its figures speak.
    pub count_from_first: Option<Text>,
    /// How an unprinted date was worked out.
    pub inferred: Option<Text>,
    /// What it is.
    pub kind: SourceKind,
    /// The language it is written in.
    pub language: Lang,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where a copy is kept.
    pub archive: Option<Text>,
    /// What else a reader should know of it.
    pub note: Option<Text>,
    /// The arithmetic it states.
    pub claims: Vec<Claim>,
    /// Where it is written.
    pub origin: Origin,
}

/// The arithmetic of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compute {
    /// The first figure divided by the second.
    Ratio,
    /// The first figure divided by the second, in per cent.
    Share,
    /// The second and later figures add up to the first.
    Sum,
    /// The first figure less the second.
    Difference,
}

/// Names one figure: an actual of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which of its figures.
    pub place: FigurePlace,
}

/// What a claim says comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimStatement(pub Value);

/// Arithmetic that a source states over figures.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What the source states, in our words.
    pub text: Text,
    /// Where it stands.
    pub locator: String,
    /// Which arithmetic.
    pub compute: Compute,
    /// Over which figures.
    pub of: Vec<FigureKey>,
    /// What it says comes out; none for a sum, whose first figure is the statement.
    pub states: Option<ClaimStatement>,
    /// Where it is written.
    pub origin: Origin,
}
