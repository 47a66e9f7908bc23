//! Columns that stand, and the lines of words around them: what fitting, plans and drawing share.

use crate::chart::paint::Type;
use crate::chart::spec::Columns;
use crate::chart::token::Token;

pub(super) const NOTE: Type = Type::plain(12.1, Token::Muted);
pub(super) const FIGURE_LINE: f64 = 16.0;
pub(super) const NOTE_LINE: f64 = 14.0;
pub(super) const LABEL_LINE: f64 = 15.0;

/// Where the planned figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanLabels {
    /// Once, at the right end of one line through all slots.
    Shared,
    /// Right of each box or line.
    Beside,
    /// In a line of their own under the years.
    Below,
    /// There are none.
    Absent,
}

/// Columns that fit standing.
pub(super) struct StandingColumns<'a> {
    pub spec: &'a Columns,
    pub labels: PlanLabels,
    pub right: f64,
    pub slot: f64,
}
