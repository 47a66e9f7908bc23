//! A figure as the bounds need it: its days, its scope, and its two ends as weights.

use super::weight::{Scale, Weight};
use crate::evaluate::figure::{Figure, Unknown};
use crate::evaluate::region::{Day, Span};
use rust_decimal::Decimal;

/// As many figures as one that is put together counts for at most: the bits below an amount have to hold the sum.
const MANY: usize = 1000;

#[derive(Debug, Clone)]
pub(super) struct Ends {
    pub scope: usize,
    pub span: Span,
    /// What is known of the beginning of a count that does not say it.
    pub unknown: Option<Unknown>,
    /// "At most so much more at the end than at the beginning."
    pub high: Option<Weight>,
    /// "At least so much", turned round: the beginning is at most minus so much above the end.
    pub low: Option<Weight>,
    pub least: Option<(Decimal, bool)>,
    pub most: Option<(Decimal, bool)>,
}

impl Ends {
    pub fn of(figure: &Figure, scale: Scale, signed: bool) -> Self {
        let least =
            figure.low.filter(|low| signed || *low >= Decimal::ZERO).map(|low| (low, figure.low_open));
        let most = figure.high.map(|high| (high, figure.high_open));
        // One put together from several is worth as many, so that a total itself is named where it proves as much.
        let more = if figure.put_together { figure.actuals.len().clamp(1, MANY) - 1 } else { 0 };
        let weight = |amount, open| scale.weight(amount, open) + Weight::try_from(more).unwrap_or(0);
        Self {
            scope: figure.scope,
            span: figure.span,
            unknown: figure.unknown,
            high: most.map(|(most, open)| weight(most, open)),
            low: least.map(|(least, open)| weight(-least, open)),
            least,
            most,
        }
    }

    pub fn says_nothing(&self) -> bool {
        (self.high.is_none() && self.low.is_none())
            || (self.span.start_known() && self.span.from >= self.span.to)
    }

    /// The days that its maximum certainly holds all of.
    pub fn holds_all_of(&self) -> Option<Span> {
        self.since(|unknown| unknown.latest)
    }

    /// The days outside of which its minimum certainly counts nothing.
    pub fn counts_only_in(&self) -> Option<Span> {
        self.since(|unknown| unknown.earliest)
    }

    fn since(&self, known: fn(&Unknown) -> Option<Day>) -> Option<Span> {
        let from =
            if self.span.start_known() { self.span.from } else { self.unknown.as_ref().and_then(known)? };
        (from < self.span.to).then(|| Span::new(from, self.span.to))
    }
}
