//! The latest state before the due day, and the states of all days on the way.

use super::bearing::bearing;
use super::reading::{Reading, is_over_scopes, on_day, together};
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::region::Span;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What is known of each time at which some figure bears on a target, in order; each is made when it is asked for.
pub(super) fn readings<'r>(
    case: &'r Case<'_>,
    asked: &'r Asked<'_>,
    within: Span,
) -> impl Iterator<Item = Reading> + 'r {
    times(case, asked, within).into_iter().flat_map(move |time| of_time(case, asked, within, time))
}

/// The days of a figure, and whether it is of one of them.
type Time = (Span, bool);

/// The times at which some figure bears on a target, in order.
fn times(case: &Case<'_>, asked: &Asked<'_>, within: Span) -> BTreeSet<Time> {
    let over_scopes = is_over_scopes(case);
    let may = |figure: &&Figure| {
        let of_it = figure.scope == asked.scope || (over_scopes && figure.span.is_day() && figure.dated);
        of_it && bears(case, asked, within, figure)
    };
    case.figures.iter().filter(may).map(|figure| (figure.span, figure.dated)).collect()
}

fn bears(case: &Case<'_>, asked: &Asked<'_>, within: Span, figure: &Figure) -> bool {
    within.contains(figure.span) && bearing(case, figure, asked, within).is_ok()
}

/// What is known of one time: of days somewhere in a stretch each figure by itself.
fn of_time(case: &Case<'_>, asked: &Asked<'_>, within: Span, (span, dated): Time) -> Vec<Reading> {
    let bears = |figure: &Figure| bears(case, asked, within, figure);
    let own = || {
        case.places_of(span, |figure| figure.scope == asked.scope && figure.dated == dated && bears(figure))
    };
    let mut all: Vec<Reading> = if dated && span.is_day() {
        on_day(case, asked, span.from, &bears).into_iter().collect()
    } else if dated {
        // Days somewhere in the same stretch may be different days: each has a state of its own.
        own().into_iter().filter_map(|place| together(case, asked, vec![place], span)).collect()
    } else {
        together(case, asked, own(), span).into_iter().collect()
    };
    all.retain(|reading| !reading.interval.is_open());
    all
}

/// What is known of the latest time. Where it is open which of several stretches holds the latest day, all of
/// them are possible. The latest come first and the others are not looked at, or each of many targets would
/// look at every figure of the years before.
pub(super) fn latest(case: &Case<'_>, asked: &Asked<'_>, within: Span) -> Option<Reading> {
    let times = times(case, asked, within);
    if asked.over_period {
        let mut by_end: Vec<Time> = times.into_iter().collect();
        by_end.sort_by_key(|(span, dated)| (Reverse(span.to), span.from, Reverse(*dated)));
        return by_end.into_iter().find_map(|time| of_time(case, asked, within, time).pop());
    }
    // A rate reported for a year stands for its last day.
    let first = |(span, dated): &Time| if *dated { span.from } else { span.to - 1 };
    let mut by_begin: Vec<Time> = times.iter().copied().collect();
    by_begin.sort_by_key(|time| Reverse(first(time)));
    let newest = by_begin.into_iter().find(|time| !of_time(case, asked, within, *time).is_empty())?;
    let begun = first(&newest);
    let of_it = times.into_iter().filter(|(span, _)| span.to > begun);
    let mut latest = of_it.flat_map(|time| of_time(case, asked, within, time)).reduce(Reading::or)?;
    if is_dated(case, &latest) {
        latest.on.from = latest.on.from.max(begun);
    }
    Some(latest)
}

/// True if the figures of a reading are of a day.
pub(super) fn is_dated(case: &Case<'_>, reading: &Reading) -> bool {
    reading.places().iter().filter_map(|place| case.figure(*place)).all(|figure| figure.dated)
}
