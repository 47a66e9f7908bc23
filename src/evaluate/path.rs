//! How a target stands on its planned path before it is due.

use super::attainment::{Attainment, baseline};
use super::case::{Asked, Case};
use super::demand::Proof;
use super::figure::Figure;
use super::ground::Ground;
use super::line::{Planned, Range, planned_places, to_the_digits_that_decide};
use super::region::{Span, date};
use super::{Interval, PathPoint, Reason, Status, points};
use crate::model::{Holds, Target};
use rust_decimal::Decimal;

/// What is proven up to the latest figure, against what was planned by then.
pub(super) struct Walked {
    pub point: PathPoint,
    pub ground: Ground,
    /// On track or behind, if that is proven.
    pub status: Option<Status>,
    /// Why failure is certain already, if it is.
    pub certain: Option<Reason>,
}

/// Goes along a flow's period to the last day of the latest figure that bears on it. None if no figure
/// does. `compared` is what is held against the condition of the whole.
pub(super) fn walk_flow(
    case: &Case<'_>,
    asked: &Asked<'_>,
    compared: Interval,
    bears: &dyn Fn(&Figure) -> bool,
) -> Option<Walked> {
    let end = case.figures.iter().filter(|figure| bears(figure)).map(|figure| figure.known_to).max()?;
    let span = Span::new(asked.span.from, end.min(asked.span.to));
    let ground = Ground::of(case, asked.scope, span);
    let last = Span::new(span.to - 1, span.to);
    let interval = ground.interval;
    let has_minimum = asked.demand.required().is_some();
    // Where nothing is planned yet, reaching nothing says nothing.
    let planned = points::of_flow(case, asked).and_then(|line| line.over(last)).filter(|range| {
        !has_minimum || range.last().and_then(Planned::value).is_some_and(|planned| !planned.is_zero())
    });
    let short = asked.demand.least.is_some()
        && asked.demand.prove(Interval { low: None, ..compared }) == Proof::Fails;
    let certain = if asked.demand.is_broken_by(compared) {
        Some(Reason::AlreadyBeyond)
    } else {
        short.then_some(Reason::AlreadyShort)
    };
    let status = match &planned {
        _ if certain.is_some() => Some(Status::Behind),
        None => None,
        Some(_) if interval.is_empty() => None,
        Some(planned) if has_minimum => {
            if interval.low.is_some_and(|low| planned.is_reached_by(low)) {
                Some(Status::OnTrack)
            } else if interval.high.is_some_and(|high| planned.is_missed_by(high)) {
                Some(Status::Behind)
            } else {
                None
            }
        }
        // A ceiling: spending it early is no failure, and staying below its share is on track.
        Some(planned) => interval.high.filter(|high| planned.is_kept_by(*high)).map(|_| Status::OnTrack),
    };
    let point = point(case, asked, span.to, planned.as_ref(), interval);
    Some(Walked { point, ground, status, certain })
}

/// How a state or rate stands on its path.
pub(super) struct Standing {
    pub point: PathPoint,
    /// On track or behind, if that is proven.
    pub status: Option<Status>,
    /// True if what is planned lies within the margin of the figure.
    pub within_margin: bool,
}

/// Holds a state or rate against what is planned for its day, or for all days of the stretch within which
/// that lies. `said` is the number as published where one figure says it: it counts where what is planned is
/// the threshold itself. `margin` is the confidence interval of the figure, if its source gives one.
pub(super) fn stand(
    case: &Case<'_>,
    asked: &Asked<'_>,
    on: Span,
    (interval, said): (Interval, Interval),
    margin: Option<(Decimal, Decimal)>,
) -> Standing {
    if asked.over_period && asked.demand.least.is_some() && asked.demand.most.is_some() {
        // A band to stay in, all the time.
        let status = match asked.demand.prove(said) {
            Proof::Holds | Proof::Exceeds => Some(Status::OnTrack),
            Proof::Fails => Some(Status::Behind),
            Proof::Open => None,
        };
        let within_margin = margin.is_some_and(|margin| asked.demand.has_threshold_in(margin));
        return Standing { point: point(case, asked, on.to, None, interval), status, within_margin };
    }
    let line = match asked.target.holds {
        Holds::Throughout { .. } if !asked.over_period => None,
        _ => points::of_state(case, asked),
    };
    let planned = line.and_then(|line| line.over(on));
    let goal = asked.demand.required().or(asked.demand.ceiling());
    let status = planned.as_ref().filter(|_| !interval.is_empty()).and_then(|planned| {
        let as_published = goal.is_some_and(|goal| planned.is_level_at(goal));
        let interval = if as_published { said } else { interval };
        let (reached, missed) = if asked.demand.rises() {
            (
                interval.low.is_some_and(|low| planned.is_reached_by(low)),
                interval.high.is_some_and(|high| planned.is_missed_by(high)),
            )
        } else {
            (
                interval.high.is_some_and(|high| planned.is_kept_by(high)),
                interval.low.is_some_and(|low| planned.is_passed_by(low)),
            )
        };
        if reached { Some(Status::OnTrack) } else { missed.then_some(Status::Behind) }
    });
    let within_margin = planned.as_ref().zip(margin).is_some_and(|(planned, margin)| planned.meets(margin));
    Standing { point: point(case, asked, on.to, planned.as_ref(), interval), status, within_margin }
}

/// A target that asks for one distant period (a year's total or rate, long after the baseline) before any
/// figure of that period: the latest figure of a period as long, on the line from the baseline to its end.
/// Returns its place among the figures too.
pub(super) fn stand_before(case: &Case<'_>, asked: &Asked<'_>) -> Option<(usize, Standing)> {
    let (base_day, _) = baseline(case, asked)?;
    let follows = |target: &Target| {
        target.id != asked.target.id
            && target.scope == asked.target.scope
            && target.cell == asked.target.cell
            && Span::of(&target.period).to == asked.period.from
    };
    // One of a row of years is asked when its year begins.
    if case.indicator.targets.iter().any(follows) || !asked.period.start_known() {
        return None;
    }
    let fits = |figure: &Figure| {
        figure.scope == asked.scope
            && !figure.dated
            && points::is_as_long(figure.span, asked.period)
            && base_day < figure.span.to - 1
            && figure.span.to <= asked.period.from
    };
    let (place, figure) = case
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| fits(figure))
        .max_by_key(|(place, figure)| (figure.span.to, *place))?;
    let standing = stand(case, asked, figure.stands_on(), (figure.interval(), figure.interval()), figure.ci);
    standing.point.planned.is_some().then_some((place, standing))
}

fn point(
    case: &Case<'_>,
    asked: &Asked<'_>,
    end: i32,
    planned: Option<&Range>,
    interval: Interval,
) -> PathPoint {
    let first = planned.and_then(Range::first).and_then(Planned::value);
    let planned = planned.and_then(Range::last).and_then(Planned::value);
    let attainment = Attainment::of(case, asked);
    let beside: Vec<Decimal> = [interval.low, interval.high].into_iter().flatten().collect();
    let places = asked.demand.places();
    let counted = case.quantity.counted;
    let shown = |planned: Decimal| {
        to_the_digits_that_decide(planned, &beside, planned_places(planned, places, counted))
    };
    let planned_shown = planned.map(shown);
    PathPoint {
        date: date(end.saturating_sub(1)),
        planned,
        planned_shown,
        // "Between 15 % and 15 %" says nothing.
        first_shown: first.map(shown).filter(|first| Some(*first) != planned_shown),
        planned_attainment: attainment.zip(planned).and_then(|(way, planned)| way.percent(planned)),
        interval,
        attainment: attainment.map_or(Interval::OPEN, |way| way.interval(interval)),
    }
}
