//! What is known of one cell in one region, and a figure of another cell made of that.

use crate::evaluate::Interval;
use crate::evaluate::case::Case;
use crate::evaluate::figure::Figure;
use crate::evaluate::ground::Ground;
use crate::evaluate::region::{Day, Span};
use crate::model::SourceId;
use rust_decimal::Decimal;

/// A minimum or maximum, and whether it is open.
pub(super) type End = Option<(Decimal, bool)>;

/// Where and when cells are held against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Region<'a> {
    pub scope: usize,
    pub span: Span,
    pub dated: bool,
    /// For a state whose day is not known, or that its source reports for another time: what one source says
    /// of its cells is of the same day.
    pub told: Option<(&'a SourceId, Option<Span>)>,
}

impl<'a> Region<'a> {
    pub fn told_by(figure: &Figure, source: &'a SourceId) -> Self {
        let told = Some((source, figure.stands_for));
        Self { scope: figure.scope, span: figure.span, dated: figure.dated, told }
    }

    /// A figure of this region, made of what is known of other cells; `less` are the actuals that were taken off.
    pub fn figure(&self, of: &[&Known], mut less: Vec<usize>, (low, high): (End, End)) -> Figure {
        let mut actuals: Vec<usize> = of.iter().flat_map(|one| one.actuals.iter().copied()).collect();
        for indices in [&mut actuals, &mut less] {
            indices.sort_unstable();
            indices.dedup();
        }
        Figure {
            actuals,
            less,
            put_together: true,
            known_to: of.iter().map(|one| one.last).max().unwrap_or(self.span.to).min(self.span.to),
            low: low.map(|end| end.0),
            high: high.map(|end| end.0),
            low_open: low.is_some_and(|end| end.1),
            high_open: high.is_some_and(|end| end.1),
            dated: self.dated,
            provisional: of.iter().any(|one| one.provisional),
            stands_for: self.told.and_then(|(_, stands_for)| stands_for),
            // What was published before a day cannot know it.
            published: of.iter().map(|one| one.published).min().unwrap_or(Day::MIN),
            ..Figure::over(self.scope, self.span, Interval::OPEN)
        }
    }
}

/// What the figures of one cell prove of a region.
#[derive(Debug)]
pub(super) struct Known {
    pub low: End,
    pub high: End,
    pub actuals: Vec<usize>,
    pub provisional: bool,
    /// One past the last day of its figures.
    pub last: Day,
    pub published: Day,
}

impl Known {
    pub fn of(case: &Case<'_>, region: &Region<'_>) -> Option<Self> {
        let (interval, places) = match region.told {
            None => proven(case, region),
            Some((source, stands_for)) => told(case, region, source, stands_for)?,
        };
        if interval.is_open() {
            return None;
        }
        let figures = || places.iter().filter_map(|place| case.figure(*place));
        Some(Self {
            low: interval.low.map(|low| (low, interval.low_open)),
            high: interval.high.map(|high| (high, interval.high_open)),
            actuals: case.actuals(&places),
            provisional: figures().any(|figure| figure.provisional),
            last: figures().map(|figure| figure.known_to).max()?,
            published: figures().map(|figure| figure.published).min()?,
        })
    }
}

fn proven(case: &Case<'_>, region: &Region<'_>) -> (Interval, Vec<usize>) {
    let ground = Ground::of(case, region.scope, region.span);
    let ends = [&ground.floor, &ground.cap].into_iter().flatten();
    let places: Vec<usize> = ends.flat_map(|end| end.figures.iter().copied()).collect();
    (if ground.interval.is_empty() { Interval::OPEN } else { ground.interval }, places)
}

/// What one source says of a time: all of it, if its figures agree, else whatever one of them leaves possible.
fn told(
    case: &Case<'_>,
    region: &Region<'_>,
    source: &SourceId,
    stands_for: Option<Span>,
) -> Option<(Interval, Vec<usize>)> {
    let is_of_it = |figure: &Figure| {
        let says =
            |index: &usize| case.indicator.actuals.get(*index).is_some_and(|one| one.source == *source);
        figure.scope == region.scope
            && figure.span == region.span
            && figure.dated == region.dated
            && figure.stands_for == stands_for
            && figure.actuals.iter().all(says)
    };
    let places = case.places(is_of_it);
    let intervals = || places.iter().filter_map(|place| case.figure(*place)).map(Figure::interval);
    let common = intervals().reduce(|a, b| a.intersect(&b))?;
    let interval = if common.is_empty() { intervals().reduce(|a, b| a.hull(&b))? } else { common };
    Some((interval, places))
}
