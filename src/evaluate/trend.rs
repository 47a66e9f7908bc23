//! Published methods of reading a trend, by name, beside the verdict and never instead of it.

use crate::model::TrendMethod;
use rust_decimal::Decimal;

/// What the named methods say of an indicator, and what they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendReading {
    /// The year and value from which they start; none without any value.
    pub base: Option<(i16, Decimal)>,
    /// The last year and its value.
    pub current: Option<(i16, Decimal)>,
    /// The target year and the distant target, if there is one.
    pub target: Option<(i16, Decimal)>,
    /// The limit that the indicator cannot pass.
    pub limit: Option<Decimal>,
    /// One reading for each method asked for, in the order asked.
    pub readings: Vec<MethodReading>,
    /// True if two of them say that different things are happening.
    pub disagree: bool,
}

/// What one method says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodReading {
    /// The method.
    pub method: TrendMethod,
    /// Its number, to five decimals: for `linear` the share of the way gone per share of the time, for the
    /// others the method's own measure of progress. None where the method gives none.
    pub progress: Option<Decimal>,
    /// Its score, to five decimals, where the method has one.
    pub score: Option<Decimal>,
    /// Its word for it.
    pub category: TrendCategory,
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
    /// Limited (Open SDG) or insufficient (Eurostat) progress.
    Limited,
    /// Deterioration, movement away.
    Deterioration,
    /// The figures do not allow the method.
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
}
