//! What the figures of one day prove together, of a state or a rate.

use crate::evaluate::Interval;
use crate::evaluate::bounds::Proven;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::ground::Ground;
use crate::evaluate::own::{self, Own};
use crate::evaluate::region::{Day, Span};
use crate::model::Measure;
use rust_decimal::Decimal;

/// What is known of one time.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The day, the stretch within which it lies, or the period of a rate.
    pub on: Span,
    /// What is proven.
    pub interval: Interval,
    /// What is said of it: the number as published where one figure decides by itself.
    pub said: Interval,
    /// What is held against the condition for good: that number, or all that it may come to be printed as.
    pub compared: Interval,
    /// The figures of that time for the scope itself, as places.
    pub own: Vec<usize>,
    /// The figures that make either end, as places.
    pub floor: Vec<usize>,
    pub cap: Vec<usize>,
    /// Of the figures of other scopes those that are taken off, as places.
    pub floor_less: Vec<usize>,
    pub cap_less: Vec<usize>,
    /// Totals that come from other scopes.
    pub floor_total: Option<Decimal>,
    pub cap_total: Option<Decimal>,
    /// The confidence interval of the figure that is compared.
    pub margin: Option<(Decimal, Decimal)>,
    /// The number as printed, where the figures come to one.
    pub printed: Option<Decimal>,
}

impl Reading {
    /// What is known of a time, with no figure named yet.
    pub fn new(on: Span, interval: Interval, said: Interval) -> Self {
        Self {
            on,
            interval,
            said,
            compared: said,
            own: Vec::new(),
            floor: Vec::new(),
            cap: Vec::new(),
            floor_less: Vec::new(),
            cap_less: Vec::new(),
            floor_total: None,
            cap_total: None,
            margin: None,
            printed: None,
        }
    }

    /// All figures in it, in order.
    pub fn places(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.own.iter().chain(&self.floor).chain(&self.cap).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Both: what is known if either of them may be the one.
    pub fn or(mut self, other: Self) -> Self {
        let join = |one: &mut Vec<usize>, other: Vec<usize>| {
            one.extend(other);
            one.sort_unstable();
            one.dedup();
        };
        self.on = Span::new(self.on.from.min(other.on.from), self.on.to.max(other.on.to));
        self.interval = self.interval.hull(&other.interval);
        self.said = self.said.hull(&other.said);
        self.compared = self.compared.hull(&other.compared);
        join(&mut self.own, other.own);
        join(&mut self.floor, other.floor);
        join(&mut self.cap, other.cap);
        self.floor_less.clear();
        self.cap_less.clear();
        self.floor_total = None;
        self.cap_total = None;
        self.margin = self.margin.or(other.margin);
        self.printed = self.printed.filter(|printed| Some(*printed) == other.printed);
        self
    }
}

/// True if what other scopes report says something of a scope on the same day.
pub(super) fn is_over_scopes(case: &Case<'_>) -> bool {
    case.indicator.measure == Measure::Stock && case.never_negative
}

/// What figures of one time for one scope say together.
pub(super) fn together(case: &Case<'_>, asked: &Asked<'_>, places: Vec<usize>, on: Span) -> Option<Reading> {
    let figures: Vec<&Figure> = places.iter().filter_map(|place| case.figures.get(*place)).collect();
    let own = Own::of(asked, figures.iter().copied())?;
    let common = figures.iter().map(|figure| figure.interval()).reduce(|a, b| a.intersect(&b))?;
    let makes = |end: &dyn Fn(&Figure) -> bool| -> Vec<usize> {
        places.iter().copied().filter(|place| end(&case.figures[*place])).collect()
    };
    let settled = common == own.interval;
    let margin = own::most_finely_written(figures.iter().copied()).next().and_then(|figure| figure.ci);
    // What was put together from other cells is nothing that was printed of this.
    let says = Own::of(asked, figures.iter().copied().filter(|figure| !figure.put_together));
    let compared = match says {
        Some(says) if !figures.iter().any(|figure| figure.put_together) => says.said(),
        says => own::held_against(case, asked, says.as_ref(), own.interval),
    };
    Some(Reading {
        compared,
        floor: makes(&|figure| figure.low.is_some() && (!settled || figure.low == own.interval.low)),
        cap: makes(&|figure| figure.high.is_some() && (!settled || figure.high == own.interval.high)),
        margin,
        own: places,
        printed: own.printed,
        ..Reading::new(on, own.interval, own.said())
    })
}

/// What all figures of one day prove of a stock: its own, those of its parts as a minimum, those of
/// containing scopes as a maximum. `counts` says which figures may be used.
pub(super) fn on_day(
    case: &Case<'_>,
    asked: &Asked<'_>,
    day: Day,
    counts: &dyn Fn(&Figure) -> bool,
) -> Option<Reading> {
    let on = Span::new(day, day + 1);
    let of_day = |figure: &Figure| figure.dated && figure.span == on && counts(figure);
    // What the cells of a dimension say together is proven with the parts and wholes below, and told as such.
    let own =
        case.places_of(on, |figure| figure.scope == asked.scope && of_day(figure) && !figure.put_together);
    let says = Own::of(asked, own.iter().filter_map(|place| case.figures.get(*place)));
    let own = together(case, asked, own, on);
    if !is_over_scopes(case) {
        return own;
    }
    let ground = Ground::of(case, asked.scope, on);
    // What rests on a figure that does not count is not used.
    let counts_all =
        |proven: &Proven| proven.figures.iter().filter_map(|place| case.figure(*place)).all(of_day);
    let mut reading = own.unwrap_or(Reading::new(on, Interval::OPEN, Interval::OPEN));
    let mut more = Interval::OPEN;
    if let Some(floor) = ground.floor.filter(counts_all) {
        let minimum = Interval::new(Some(floor.total), None).with_open_ends(floor.open, false);
        if !minimum.contains(&reading.interval) {
            more = minimum;
            reading.floor_total = Some(floor.total);
            reading.floor = floor.figures;
            reading.floor_less = floor.minus;
        }
    }
    if let Some(cap) = ground.cap.filter(counts_all) {
        let maximum = Interval::new(None, Some(cap.total)).with_open_ends(false, cap.open);
        if !maximum.contains(&reading.interval) {
            more = more.intersect(&maximum);
            reading.cap_total = Some(cap.total);
            reading.cap = cap.figures;
            reading.cap_less = cap.minus;
        }
    }
    reading.interval = reading.interval.intersect(&more);
    reading.compared = own::held_against(case, asked, says.as_ref(), reading.interval);
    reading.said = match says {
        Some(Own { published: Some(_), .. }) if !reading.interval.is_empty() => reading.said,
        _ => reading.interval,
    };
    (!reading.interval.is_open()).then_some(reading)
}
