//! The planned path: how much should have been reached by a day before the target is due.

use super::case::{Asked, Case};
use super::condition::{attainment, ceiling, in_force, required, share};
use super::figure::{Figure, is_published};
use super::flow::Ground;
use super::interval::plain_number;
use super::region::{Day, Span, date};
use super::{Interval, PathPoint, Reason, Status};
use crate::model::{Condition, Pace, Target};
use rust_decimal::Decimal;

/// A planned amount: some whole quotas and a share by the day of one more. Compared without dividing,
/// so that no rounding decides.
#[derive(Debug, Clone, Copy)]
struct Planned {
    whole: Decimal,
    quota: Decimal,
    gone: i64,
    of: i64,
}

impl Planned {
    fn exactly(whole: Decimal) -> Self {
        Self { whole, quota: Decimal::ZERO, gone: 0, of: 1 }
    }

    fn value(self) -> Option<Decimal> {
        let part = self.quota.checked_mul(Decimal::from(self.gone))?.checked_div(Decimal::from(self.of))?;
        Some(self.whole.checked_add(part)?.normalize())
    }

    fn compare(self, value: Decimal) -> Option<std::cmp::Ordering> {
        let left = value.checked_sub(self.whole)?.checked_mul(Decimal::from(self.of))?;
        Some(left.cmp(&self.quota.checked_mul(Decimal::from(self.gone))?))
    }

    fn is_reached_by(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(std::cmp::Ordering::is_ge)
    }

    fn is_missed_by(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(std::cmp::Ordering::is_lt)
    }

    fn is_kept_by(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(std::cmp::Ordering::is_le)
    }

    fn is_passed_by(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(std::cmp::Ordering::is_gt)
    }
}

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
/// does.
pub(super) fn walk_flow(
    case: &Case<'_>,
    asked: &Asked<'_>,
    whole: &Ground,
    bears: &dyn Fn(&Figure) -> bool,
) -> Option<Walked> {
    let end = case.figures.iter().filter(|figure| bears(figure)).map(|figure| figure.span.to).max()?;
    let span = Span::new(asked.span.from, end.min(asked.span.to));
    let ground = Ground::of(case, asked.scope, span);
    let condition = &asked.in_force.condition;
    let planned = planned_flow(case, asked, span.to);
    let interval = ground.interval;
    let beyond = whole.interval.low.zip(ceiling(condition)).is_some_and(|(low, most)| low > most);
    let short = whole.interval.high.zip(required(condition)).is_some_and(|(high, least)| high < least);
    let certain = if beyond { Some(Reason::AlreadyBeyond) } else { short.then_some(Reason::AlreadyShort) };
    let contradicts = interval.low.zip(interval.high).is_some_and(|(low, high)| low > high);
    let status = match planned {
        _ if certain.is_some() => Some(Status::Behind),
        None => None,
        Some(_) if contradicts => None,
        Some(planned) if required(condition).is_some() => {
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
    let point = point(condition, span.to, planned, interval);
    Some(Walked { point, ground, status, certain })
}

/// What is planned up to a day (not included) for a flow. None without a path, and where nothing is
/// planned yet: reaching nothing says nothing.
fn planned_flow(case: &Case<'_>, asked: &Asked<'_>, end: Day) -> Option<Planned> {
    let condition = &asked.in_force.condition;
    let rises = required(condition);
    let amount = rises.or_else(|| condition.threshold())?;
    let pace = asked.target.pace;
    if pace == Pace::None || (pace == Pace::Steps && rises.is_none()) || !asked.span.start_known() {
        return None;
    }
    let quotas = quotas(case, asked, amount).unwrap_or_else(|| vec![(asked.span, amount)]);
    let mut planned = Planned::exactly(Decimal::ZERO);
    for (span, quota) in quotas {
        if span.to <= end {
            planned.whole = planned.whole.checked_add(quota)?;
        } else if span.from < end && pace == Pace::Linear {
            planned = Planned { quota, gone: Span::new(span.from, end).days(), of: span.days(), ..planned };
        }
    }
    let nothing = planned.whole <= Decimal::ZERO && planned.quota <= Decimal::ZERO;
    if nothing { None } else { Some(planned) }
}

/// The targets of the same indicator and scope whose periods make up this one's exactly and whose
/// amounts add up to it, such as the years of a plan. Of several ways the one in the shortest steps.
pub(super) fn quotas(case: &Case<'_>, asked: &Asked<'_>, amount: Decimal) -> Option<Vec<(Span, Decimal)>> {
    let is_part = |target: &&Target| {
        let span = Span::of(&target.period);
        target.scope == asked.target.scope && span != asked.span && asked.span.contains(span)
    };
    let mut parts: Vec<(Span, Decimal)> = case
        .indicator
        .targets
        .iter()
        .filter(is_part)
        .filter_map(|target| {
            let in_force = in_force(target, case.as_of);
            let amount = in_force.condition.threshold().filter(|_| in_force.dropped.is_none())?;
            Some((Span::of(&target.period), amount))
        })
        .collect();
    // By last day, the shorter first.
    parts.sort_by_key(|(span, amount)| (span.to, std::cmp::Reverse(span.from), *amount));
    let mut steps: Vec<(Span, Decimal)> = Vec::new();
    let mut from = asked.span.from;
    while from < asked.span.to {
        let next = parts.iter().find(|(span, _)| span.from == from)?;
        from = next.0.to;
        steps.push(*next);
    }
    let total = steps.iter().try_fold(Decimal::ZERO, |sum, (_, part)| sum.checked_add(*part))?;
    (from == asked.span.to && total == amount).then_some(steps)
}

/// What a stock or rate should have come to on the way from its baseline to the target, and whether
/// a reading proves it on or off that line. `on` is the day of the reading, or the stretch within which
/// that day lies: then only what holds for every day of it is proven.
pub(super) fn walk_line(
    case: &Case<'_>,
    asked: &Asked<'_>,
    on: Span,
    interval: Interval,
) -> (PathPoint, Option<Status>) {
    let condition = &asked.in_force.condition;
    let line = baseline(case, asked).and_then(|(from, base)| {
        let goal = condition.threshold()?;
        let rises = match condition {
            Condition::AtLeast(_) | Condition::Above(_) | Condition::Between(..) if goal > base => true,
            Condition::AtMost(_) | Condition::Below(_) if goal < base => false,
            _ => return None,
        };
        let at = |day: Day| {
            let of = i64::from(asked.span.to - 1) - i64::from(from);
            let gone = i64::from(day) - i64::from(from);
            let quota = goal.checked_sub(base)?;
            (gone > 0 && of >= gone).then_some(Planned { whole: base, quota, gone, of })
        };
        Some((rises, at(on.from)?, at(on.to - 1)?))
    });
    let Some((rises, first, last)) = line.filter(|_| asked.target.pace == Pace::Linear) else {
        return (point(condition, on.to, None, interval), None);
    };
    let status = if rises {
        if interval.low.is_some_and(|low| last.is_reached_by(low)) {
            Some(Status::OnTrack)
        } else {
            interval.high.filter(|high| first.is_missed_by(*high)).map(|_| Status::Behind)
        }
    } else if interval.high.is_some_and(|high| last.is_kept_by(high)) {
        Some(Status::OnTrack)
    } else {
        interval.low.filter(|low| first.is_passed_by(*low)).map(|_| Status::Behind)
    };
    (point(condition, on.to, Some(last), interval), status)
}

/// The day and number of the baseline, where it is one for the target's scope.
fn baseline(case: &Case<'_>, asked: &Asked<'_>) -> Option<(Day, Decimal)> {
    let baseline = case.indicator.baseline.as_ref()?;
    let fits = baseline.scope == asked.target.scope
        && baseline.definition.is_none()
        && is_published(case.report, baseline, case.as_of);
    let number = plain_number(&baseline.value).filter(|_| fits)?;
    Some((Span::of(&baseline.time).to - 1, number))
}

fn point(condition: &Condition, end: Day, planned: Option<Planned>, interval: Interval) -> PathPoint {
    let planned = planned.and_then(Planned::value);
    PathPoint {
        date: date(end.saturating_sub(1)),
        planned,
        planned_attainment: planned.and_then(|planned| share(condition, planned)),
        interval,
        attainment: attainment(condition, interval),
    }
}
