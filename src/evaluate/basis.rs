//! As what a figure decides.

use jiff::civil::Date;

/// As what a figure decides a target on a state or rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// It is of the due day.
    DueDay,
    /// It is the rate of exactly the period.
    WholePeriod,
    /// The rates of its parts, which bound their average.
    Parts,
    /// Growth from year to year, compounded over the period.
    Compounded,
    /// It is what is reported for the year that the target names.
    ReportedFor,
    /// Its day lies in a month that holds the due day; which day it is, is not known.
    AroundDueDay,
    /// Its source reports it for that time, though it is of other days.
    StandsFor,
    /// What never falls was reached on this day.
    NeverFalls,
    /// It had to hold once, and did on this day.
    Once,
    /// It had to hold throughout, and this day or part settles it.
    Throughout,
}

impl Basis {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DueDay => "due_day",
            Self::WholePeriod => "whole_period",
            Self::Parts => "parts",
            Self::Compounded => "compounded",
            Self::ReportedFor => "reported_for",
            Self::AroundDueDay => "around_due_day",
            Self::StandsFor => "stands_for",
            Self::NeverFalls => "never_falls",
            Self::Once => "once",
            Self::Throughout => "throughout",
        }
    }
}

/// A target that was missed and reached afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeGood {
    /// By which day.
    pub on: Date,
    /// How many days after the due day.
    pub days: i64,
}
