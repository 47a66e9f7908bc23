//! How a quantity adds up, and which way is good: what indicators and their targets both speak of.

/// How a quantity adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Counted during a period: adds over time and over scopes. Never negative, unless its indicator is
    /// `signed`.
    Flow,
    /// The state at a date: adds over scopes only.
    Stock,
    /// A share, average or price: adds over nothing.
    Rate,
    /// By how many per cent something grew on the period before: adds over nothing, and compounds over years.
    Growth,
    /// Something that is done or not.
    Milestone,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// A range was planned.
    Range,
}
