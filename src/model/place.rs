//! Where a figure stands in its indicator: among its actuals or among its baselines.

/// Where a figure stands in its indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigurePlace {
    /// One of its actuals: an index into [`Indicator::actuals`](super::Indicator::actuals).
    Actual(usize),
    /// One of its baselines: an index into [`Indicator::baselines`](super::Indicator::baselines).
    Baseline(usize),
}

impl FigurePlace {
    /// The index of an actual.
    pub fn actual(self) -> Option<usize> {
        match self {
            Self::Actual(index) => Some(index),
            Self::Baseline(_) => None,
        }
    }
}
