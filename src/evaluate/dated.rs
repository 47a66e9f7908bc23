//! Judging a stock or a rate: the latest figure inside the period.

use super::case::{Asked, Case};
use super::condition::{Proof, attainment, prove};
use super::cover::cover;
use super::figure::{Figure, never_negative};
use super::packing::packing;
use super::path;
use super::region::Span;
use super::verdict::Judged;
use super::{Interval, LeftOutWhy, Reason, Status, Verdict};
use crate::model::{Measure, Period};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What is known at the latest date.
struct Reading {
    on: Span,
    interval: Interval,
    /// The figures of that date for the scope itself, as places.
    own: Vec<usize>,
    floor: Vec<usize>,
    cap: Vec<usize>,
    /// Totals that come from other scopes.
    floor_total: Option<Decimal>,
    cap_total: Option<Decimal>,
    /// True if it stands at the last day that is judged, so that a failure is final.
    at_end: bool,
}

/// The verdict on a target of a stock or rate.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let condition = &asked.in_force.condition;
    let reading = latest(case, asked);
    let interval = reading.as_ref().map_or(Interval::OPEN, |reading| reading.interval);
    let proof = prove(condition, interval);
    let bears = |figure: &Figure| bearing(case, figure, asked).is_ok();
    let any_bears = case.figures.iter().chain(&case.contested).any(bears);
    let for_good = reading.as_ref().is_some_and(|reading| reading.at_end);
    let (path, pace) = match &reading {
        Some(reading) if asked.has_begun() && !asked.is_past_due() && asked.in_force.dropped.is_none() => {
            let (point, pace) = path::walk_line(case, asked, reading.on, interval);
            (Some(point), pace)
        }
        _ => (None, None),
    };
    let status = asked.status(proof, for_good, pace, any_bears, case.reported);
    let path = path.filter(|_| !status.is_settled());

    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };
    if let Some(point) = &path {
        judged.reasons.push(Reason::PathAt { date: point.date, planned: point.planned });
    }
    let dated = reading.as_ref().map(|reading| reading.on.period());
    if let Some(reading) = &reading {
        explain(case, asked, reading, (status, proof), &mut judged);
    }
    if !case.reported {
        judged.reasons.push(Reason::NothingReported);
    }
    let used = judged.used();
    let on = reading.as_ref().map(|reading| reading.on);
    judged.reasons.extend(case.left_out(&used, |figure| match bearing(case, figure, asked) {
        Err(why) => why,
        Ok(()) if on.is_some_and(|on| on != figure.span) => LeftOutWhy::NotLatest,
        Ok(()) => LeftOutWhy::OthersProveMore,
    }));
    let last = Span::new(asked.span.to - 1, asked.span.to);
    let unsettled = matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData);
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: condition.clone(),
        status,
        exceeded: proof == Proof::Exceeds,
        interval,
        attainment: attainment(condition, interval),
        path,
        dated,
        reasons: Vec::new(),
        settled_by: (unsettled && asked.is_past_due())
            .then(|| Reason::Needs { period: last.period(), scope: asked.target.scope.clone() }),
    })
}

fn explain(
    case: &Case<'_>,
    asked: &Asked<'_>,
    reading: &Reading,
    (status, proof): (Status, Proof),
    judged: &mut Judged,
) {
    let on: Period = reading.on.period();
    let all: Vec<usize> = reading.own.iter().chain(&reading.floor).chain(&reading.cap).copied().collect();
    let shown = if reading.own.is_empty() { &all } else { &reading.own };
    judged.reasons.push(Reason::Latest { actuals: case.actuals(shown), on });
    judged.floor = case.actuals(&reading.floor);
    judged.cap = case.actuals(&reading.cap);
    if let Some(total) = reading.floor_total {
        judged.reasons.push(Reason::FloorFrom { actuals: judged.floor.clone(), total });
    }
    if let Some(total) = reading.cap_total {
        judged.reasons.push(Reason::CapFrom { actuals: judged.cap.clone(), total });
    }
    match (reading.interval.low, reading.interval.high) {
        (None, Some(_)) => judged.reasons.push(Reason::OnlyCap),
        (Some(_), None) => judged.reasons.push(Reason::OnlyFloor),
        (Some(_), Some(_))
            if proof == Proof::Open && reading.floor == reading.cap && !status.is_settled() =>
        {
            judged.reasons.push(Reason::Rounding { actuals: judged.floor.clone() });
        }
        _ => {}
    }
    if status == Status::Undetermined && !reading.at_end {
        judged.reasons.push(Reason::BeforeDue { on, due: asked.target.due });
    }
}

/// The reading of the latest date: from the scope's own figures; for a stock without any, from what
/// its parts and the scopes that contain it prove on the latest day on which they prove anything.
fn latest(case: &Case<'_>, asked: &Asked<'_>) -> Option<Reading> {
    let inside = |figure: &Figure| figure.span.start_known() && asked.span.contains(figure.span);
    let is_own = |figure: &Figure| figure.scope == asked.scope && inside(figure);
    let over_scopes =
        case.indicator.measure == Measure::Stock && never_negative(case.indicator.measure, &case.figures);
    if let Some(on) = case.figures.iter().filter(|figure| is_own(figure)).map(|figure| figure.span).max() {
        return Some(own_reading(case, asked, on, over_scopes));
    }
    if !over_scopes {
        return None;
    }
    let days: BTreeSet<Span> = case
        .figures
        .iter()
        .filter(|figure| figure.span.is_day() && bearing(case, figure, asked).is_ok())
        .map(|figure| figure.span)
        .collect();
    days.into_iter().rev().find_map(|on| {
        let reading = across(case, asked, on, None);
        (!reading.interval.is_open()).then_some(reading)
    })
}

fn own_reading(case: &Case<'_>, asked: &Asked<'_>, on: Span, over_scopes: bool) -> Reading {
    let places: Vec<usize> = (0..case.figures.len())
        .filter(|place| case.figures[*place].scope == asked.scope && case.figures[*place].span == on)
        .collect();
    let figures = || places.iter().map(|place| &case.figures[*place]);
    let all_dated = figures().all(|figure| figure.dated);
    let all_over = figures().all(|figure| !figure.dated);
    // Days somewhere in the same stretch may be different days: then either may be the latest.
    let one_state = all_over || (all_dated && on.is_day());
    let together =
        figures().map(Figure::interval).reduce(|a, b| if one_state { a.intersect(&b) } else { a.hull(&b) });
    let interval = together.unwrap_or_default();
    let part = |has: &dyn Fn(&Figure) -> bool| -> Vec<usize> {
        places.iter().copied().filter(|place| has(&case.figures[*place])).collect()
    };
    let reading = Reading {
        on,
        interval,
        floor: part(&|figure| interval.low.is_some() && (!one_state || figure.low == interval.low)),
        cap: part(&|figure| interval.high.is_some() && (!one_state || figure.high == interval.high)),
        own: places.clone(),
        floor_total: None,
        cap_total: None,
        at_end: on.to == asked.span.to && (all_over || on.is_day()),
    };
    if over_scopes && on.is_day() { across(case, asked, on, Some(reading)) } else { reading }
}

/// Adds what other scopes prove on the same day: parts a minimum, containing scopes a maximum.
fn across(case: &Case<'_>, asked: &Asked<'_>, on: Span, own: Option<Reading>) -> Reading {
    let (places, figures): (Vec<usize>, Vec<Figure>) =
        case.figures.iter().cloned().enumerate().filter(|(_, figure)| figure.span == on).unzip();
    let back = |found: Vec<usize>| found.into_iter().filter_map(|at| places.get(at).copied()).collect();
    let mut reading = own.unwrap_or(Reading {
        on,
        interval: Interval::OPEN,
        own: Vec::new(),
        floor: Vec::new(),
        cap: Vec::new(),
        floor_total: None,
        cap_total: None,
        at_end: on.to == asked.span.to,
    });
    let low = reading.interval.low;
    if let Some(floor) =
        packing(case.tree, &figures, asked.scope, on).filter(|f| low.is_none_or(|low| f.total > low))
    {
        reading.interval.low = Some(floor.total);
        reading.floor_total = Some(floor.total);
        reading.floor = back(floor.figures);
    }
    let high = reading.interval.high;
    if let Some(cap) =
        cover(case.tree, &figures, asked.scope, on).filter(|c| high.is_none_or(|high| c.total < high))
    {
        reading.interval.high = Some(cap.total);
        reading.cap_total = Some(cap.total);
        reading.cap = back(cap.figures);
    }
    reading
}

/// Whether a figure says anything of a target, and if not, why.
fn bearing(case: &Case<'_>, figure: &Figure, asked: &Asked<'_>) -> Result<(), LeftOutWhy> {
    let tree = case.tree;
    let own = figure.scope == asked.scope;
    let inner = tree.lies_in(figure.scope, asked.scope);
    let outer = tree.lies_in(asked.scope, figure.scope);
    let (narrower, wider) = (inner && !own, outer && !own);
    let rate = case.indicator.measure == Measure::Rate;
    let limits = figure.high.is_some();
    if !inner && !outer {
        Err(LeftOutWhy::OtherScope)
    } else if narrower
        && (rate || !(figure.low.is_some() || (limits && tree.helps_to_cover(figure.scope, asked.scope))))
    {
        Err(LeftOutWhy::NarrowerScope)
    } else if wider && (rate || !limits) {
        Err(LeftOutWhy::WiderScope)
    } else if !figure.span.meets(asked.span) {
        Err(if figure.span.meets(asked.period) { LeftOutWhy::AfterDue } else { LeftOutWhy::OtherPeriod })
    } else if !figure.span.start_known() && !figure.dated {
        Err(LeftOutWhy::StartUnknown)
    } else if !figure.span.start_known() || !asked.span.contains(figure.span) {
        Err(if figure.dated { LeftOutWhy::DayUnknown } else { LeftOutWhy::NotInPeriod })
    } else if !own && !figure.span.is_day() {
        Err(LeftOutWhy::DayUnknown)
    } else {
        Ok(())
    }
}
