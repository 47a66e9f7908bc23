//! What the parts of a period prove of a rate that is an average over it.

use super::reading::{Reading, together};
use crate::evaluate::Interval;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::own::as_it_may_be_printed;
use crate::evaluate::region::{Day, Span};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An end of what is possible, and whether the rate is more than that; of a maximum with its sign turned.
type End = (Decimal, bool);

/// A rate that is an average over its period lies between the lowest and the highest of parts that fill it.
/// Of several ways to fill it each gives such bounds, and the tightest are taken.
pub(super) fn average(case: &Case<'_>, asked: &Asked<'_>, whole: Span) -> Option<Reading> {
    if !case.averages {
        return None;
    }
    let is_part = |figure: &Figure| {
        figure.scope == asked.scope
            && !figure.dated
            && figure.reckoning == asked.target.reckoning
            && figure.span.start_known()
            && whole.contains(figure.span)
            && figure.span != whole
            && figure.published >= figure.span.to - 1
    };
    let mut by_span: BTreeMap<(Day, Reverse<Day>), Vec<usize>> = BTreeMap::new();
    for place in case.places(is_part) {
        let span = case.figures[place].span;
        by_span.entry((span.from, Reverse(span.to))).or_default().push(place);
    }
    // Those that begin first come first, and of these the longest.
    let parts: Vec<Reading> = by_span
        .into_iter()
        .filter_map(|((from, Reverse(to)), places)| together(case, asked, places, Span::new(from, to)))
        .collect();
    let low = tightest(&parts, whole, |interval| Some((interval.low?, interval.low_open)));
    let high = tightest(&parts, whole, |interval| Some((-interval.high?, interval.high_open)));
    let is_open = |end: Option<&(End, Vec<usize>)>| end.is_some_and(|((_, open), _)| *open);
    let interval = Interval::new(low.as_ref().map(|(end, _)| end.0), high.as_ref().map(|(end, _)| -end.0))
        .with_open_ends(is_open(low.as_ref()), is_open(high.as_ref()));
    if interval.is_open() {
        return None;
    }
    let mut own: Vec<usize> = low.into_iter().chain(high).flat_map(|(_, places)| places).collect();
    own.sort_unstable();
    own.dedup();
    let ends = |has: &dyn Fn(&Figure) -> bool| {
        own.iter().copied().filter(|place| has(&case.figures[*place])).collect::<Vec<_>>()
    };
    Some(Reading {
        floor: ends(&|figure| interval.low.is_some() && figure.low == interval.low),
        cap: ends(&|figure| interval.high.is_some() && figure.high == interval.high),
        compared: as_it_may_be_printed(case, asked, interval),
        own,
        ..Reading::new(whole, interval, interval)
    })
}

/// The best of the worst ends along each row of parts that fills the whole, with the figures of that row. Of rows
/// as good the one of fewer figures.
fn tightest(
    parts: &[Reading],
    whole: Span,
    end: impl Fn(&Interval) -> Option<End>,
) -> Option<(End, Vec<usize>)> {
    // What is known of the days before each one; nothing limits it before there is any.
    let mut known: BTreeMap<Day, (Option<End>, Vec<usize>)> =
        BTreeMap::from([(whole.from, (None, Vec::new()))]);
    for part in parts {
        let Some((before, places)) = known.get(&part.on.from) else { continue };
        let Some(own) = end(&part.interval) else { continue };
        let worst = before.map_or(own, |before| before.min(own));
        let row: Vec<usize> = places.iter().chain(&part.own).copied().collect();
        let is_better = known.get(&part.on.to).is_none_or(|(best, best_row)| {
            (*best, Reverse(best_row.len())) < (Some(worst), Reverse(row.len()))
        });
        if is_better {
            known.insert(part.on.to, (Some(worst), row));
        }
    }
    let (end, places) = known.remove(&whole.to)?;
    end.map(|end| (end, places))
}
