//! The latest state before the due day, and the states of all days on the way.

use super::bearing::bearing;
use super::reading::{Reading, is_over_scopes, on_day, together};
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::region::Span;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What is known of each time at which some figure bears on a target, in order.
pub(super) fn readings(case: &Case<'_>, asked: &Asked<'_>, within: Span) -> Vec<Reading> {
    let bears =
        |figure: &Figure| within.contains(figure.span) && bearing(case, figure, asked, within).is_ok();
    let over_scopes = is_over_scopes(case);
    let mut times: BTreeSet<(Span, bool)> = BTreeSet::new();
    for figure in case.figures.iter().filter(|figure| bears(figure)) {
        if figure.scope == asked.scope || (over_scopes && figure.span.is_day() && figure.dated) {
            times.insert((figure.span, figure.dated));
        }
    }
    let of_time = |(span, dated): (Span, bool)| -> Vec<Reading> {
        if dated && span.is_day() {
            return on_day(case, asked, span.from, &bears).into_iter().collect();
        }
        let own = case.places(|figure| {
            figure.scope == asked.scope && figure.span == span && figure.dated == dated && bears(figure)
        });
        if dated {
            // Days somewhere in the same stretch may be different days: each has a state of its own.
            own.into_iter().filter_map(|place| together(case, asked, vec![place], span)).collect()
        } else {
            together(case, asked, own, span).into_iter().collect()
        }
    };
    times.into_iter().flat_map(of_time).filter(|reading| !reading.interval.is_open()).collect()
}

/// What is known of the latest time. Where it is open which of several stretches holds the latest day, all of
/// them are possible.
pub(super) fn latest(case: &Case<'_>, asked: &Asked<'_>, within: Span) -> Option<Reading> {
    let mut all = readings(case, asked, within);
    if asked.over_period {
        return all.into_iter().max_by_key(|reading| (reading.on.to, Reverse(reading.on.from)));
    }
    // A rate reported for a year stands for its last day.
    let first = |reading: &Reading| if is_dated(case, reading) { reading.on.from } else { reading.on.to - 1 };
    let begun = all.iter().map(first).max()?;
    all.retain(|reading| reading.on.to > begun);
    let mut latest = all.into_iter().reduce(Reading::or)?;
    if is_dated(case, &latest) {
        latest.on.from = latest.on.from.max(begun);
    }
    Some(latest)
}

/// True if the figures of a reading are of a day.
pub(super) fn is_dated(case: &Case<'_>, reading: &Reading) -> bool {
    reading.places().iter().filter_map(|place| case.figure(*place)).all(|figure| figure.dated)
}
