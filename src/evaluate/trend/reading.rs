//! What is read from a trend, as data: what went in, what came out, and by which formula.

use crate::model::{Better, Period, TrendMethod};
use rust_decimal::Decimal;

/// What the named methods say of an indicator, and what they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendReading {
    /// The number from which they start: of the base year, or of the first later year that has one.
    pub base: Option<TrendPoint>,
    /// The base year that was asked for.
    pub base_year: i16,
    /// The latest number.
    pub current: Option<TrendPoint>,
    /// The target year and the distant target, if there is one.
    pub target: Option<(i16, Decimal)>,
    /// The limit that the indicator cannot pass.
    pub limit: Option<Decimal>,
    /// Which way is good: without it no number is progress.
    pub better: Better,
    /// The figures for the indicator's own scope that no method reads, by index, and why.
    pub left_out: Vec<(usize, TrendLeftOut)>,
    /// One reading for each method asked for, in the order asked.
    pub readings: Vec<MethodReading>,
    /// True if two of them say that different things are happening.
    pub disagree: bool,
}

/// The number of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendPoint {
    /// The calendar year; of other stretches of twelve months the year in which they begin.
    pub year: i16,
    /// The number as written.
    pub value: Decimal,
    /// The days of which it speaks, or its day.
    pub period: Period,
    /// The figure, by index; none for the baseline.
    pub actual: Option<usize>,
}

/// Why a figure is no number of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendLeftOut {
    /// It speaks of more or less than a year, or of a stretch whose start or day is not known.
    NoYear,
    /// It gives no plain number: a minimum, a maximum, a range, or a part of all.
    NoPlainNumber,
    /// Another figure is nearer to the year's end, or of the calendar year itself.
    OtherOfTheYear,
}

impl TrendLeftOut {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoYear => "no_year",
            Self::NoPlainNumber => "no_plain_number",
            Self::OtherOfTheYear => "other_of_the_year",
        }
    }
}

/// What one method says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodReading {
    /// The method.
    pub method: TrendMethod,
    /// What it computes.
    pub formula: TrendFormula,
    /// Its number, to five decimals, above zero in the good direction; given for an achieved target too.
    /// None where the method gives none.
    pub progress: Option<Decimal>,
    /// The numbers from which its words begin: substantial, moderate, limited. Limited from the second one
    /// on, if there are but two.
    pub cuts: Vec<Decimal>,
    /// Its score from -5 to 5, to five decimals, where the method has one.
    pub score: Option<Decimal>,
    /// Its word for it.
    pub category: TrendCategory,
    /// Why there is no number.
    pub gap: Option<TrendGap>,
}

/// What a method computes of base, current value and target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendFormula {
    /// The share of the way gone over the share of the time gone.
    Line,
    /// Compound growth a year so far over the compound growth a year that is needed.
    GrowthOverNeeded,
    /// Compound growth a year so far.
    Growth,
}

impl TrendFormula {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::GrowthOverNeeded => "growth_over_needed",
            Self::Growth => "growth",
        }
    }
}

/// Why a method gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendGap {
    /// No year has a number.
    NoNumbers,
    /// All numbers are of years before the base year.
    NoneSinceBase,
    /// Only one year from the base year on has a number.
    OneYear,
    /// Base and current value, or base and target, have different signs, or one is nought: no rate of
    /// growth leads from one to the other.
    NoGrowthRate,
    /// The base is the target already: there is no way to go.
    BaseIsTarget,
    /// The method measures the way to a target, and there is none.
    NoTarget,
    /// The target year is not after the year of the base.
    TargetYearPassed,
    /// Neither more nor less is better.
    NoDirection,
}

impl TrendGap {
    /// All, in the order of their definition.
    pub const ALL: [Self; 8] = [
        Self::NoNumbers,
        Self::NoneSinceBase,
        Self::OneYear,
        Self::NoGrowthRate,
        Self::BaseIsTarget,
        Self::NoTarget,
        Self::TargetYearPassed,
        Self::NoDirection,
    ];

    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoNumbers => "no_numbers",
            Self::NoneSinceBase => "none_since_base",
            Self::OneYear => "one_year",
            Self::NoGrowthRate => "no_growth_rate",
            Self::BaseIsTarget => "base_is_target",
            Self::NoTarget => "no_target",
            Self::TargetYearPassed => "target_year_passed",
            Self::NoDirection => "no_direction",
        }
    }
}

/// What a method calls what it sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendCategory {
    /// The target is achieved.
    Achieved,
    /// Substantial (Open SDG), significant (Eurostat), on the line or above (linear).
    Substantial,
    /// Moderate progress.
    Moderate,
    /// Limited (Open SDG) or insufficient (Eurostat) progress, below the line (linear).
    Limited,
    /// Deterioration (Open SDG), movement away, moderate or significant (Eurostat), the wrong way
    /// (linear).
    Deterioration,
    /// The figures do not allow the method; the gap says why.
    NotAvailable,
}

impl TrendCategory {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::Substantial => "substantial",
            Self::Moderate => "moderate",
            Self::Limited => "limited",
            Self::Deterioration => "deterioration",
            Self::NotAvailable => "not_available",
        }
    }

    /// What is said to be happening, so that two methods with different words can be compared: enough
    /// progress, some, or the wrong way.
    pub(super) fn direction(self) -> Option<u8> {
        match self {
            Self::Achieved | Self::Substantial => Some(2),
            Self::Moderate | Self::Limited => Some(1),
            Self::Deterioration => Some(0),
            Self::NotAvailable => None,
        }
    }
}
