//! The points of a planned path: what other targets of the same indicator and scope ask by earlier days.

use super::attainment::baseline;
use super::case::{Asked, Case};
use super::condition::in_force;
use super::demand::Demand;
use super::line::Line;
use super::region::{Day, Span, day};
use crate::model::{Measure, Pace, Target};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Another target of the same indicator and scope that asks on the same side.
struct Interim {
    span: Span,
    due: Day,
    amount: Decimal,
}

fn interims(case: &Case<'_>, asked: &Asked<'_>) -> Vec<Interim> {
    let is_other = |target: &&Target| {
        target.scope == asked.target.scope
            && target.cell == asked.target.cell
            && target.id != asked.target.id
            && case.method.holds(day(target.due))
            && (target.members.is_empty() || target.whole_sum)
    };
    let interim = |target: &Target| {
        let in_force = in_force(case.report, target, case.as_of);
        let demand = Demand::of(&in_force.condition, case.indicator.better);
        let same_side = demand.rises() == asked.demand.rises() && demand.falls() == asked.demand.falls();
        let amount = demand.required().or(demand.ceiling())?;
        let stands = same_side && in_force.dropped.is_none();
        stands.then_some(Interim { span: Span::of(&target.period), due: day(target.due), amount })
    };
    case.indicator.targets.iter().filter(is_other).filter_map(interim).collect()
}

/// True for two periods of the same length: two years, two quarters.
pub(super) fn is_as_long(one: Span, other: Span) -> bool {
    one.start_known() && other.start_known() && (one.days() - other.days()).abs() <= 2
}

/// What other targets ask of a flow by earlier days of a target's period, counted from its first day: totals
/// as written, and minima of stretches that do not overlap added up, whatever chain of them asks most. Of
/// maxima only those that follow each other without a gap add up. By one past the last day, in order.
pub(super) fn totals(case: &Case<'_>, asked: &Asked<'_>) -> Vec<(Day, Decimal)> {
    let Some(amount) = asked.demand.required().or(asked.demand.ceiling()) else { return Vec::new() };
    let rises = asked.demand.rises();
    let mut parts = interims(case, asked);
    // What is asked by an earlier day is asked by then.
    if rises {
        for part in &mut parts {
            part.span.to = part.span.to.min(part.due + 1);
        }
    }
    parts.retain(|part| asked.span.contains(part.span) && part.span.to < asked.span.to);
    parts.sort_by_key(|part| (part.span.to, part.span.from, part.amount));
    let mut totals: BTreeMap<Day, Decimal> = BTreeMap::from([(asked.span.from, Decimal::ZERO)]);
    for part in parts {
        let before = if rises {
            totals.range(..=part.span.from).next_back().map(|(_, total)| *total)
        } else {
            totals.get(&part.span.from).copied()
        };
        let Some(total) = before.and_then(|before| before.checked_add(part.amount)) else { continue };
        // More cannot be planned on the way than at its end.
        let total = total.min(amount);
        let least = if rises { totals.values().next_back().copied().unwrap_or_default() } else { total };
        let known = totals.entry(part.span.to).or_insert(total);
        *known = if rises { total.max(*known).max(least) } else { total.min(*known) };
    }
    totals.remove(&asked.span.from);
    totals.into_iter().collect()
}

/// The planned total of a flow by the end of each day.
pub(super) fn of_flow(case: &Case<'_>, asked: &Asked<'_>) -> Option<Line> {
    let rises = asked.demand.required().is_some();
    let amount = asked.demand.required().or(asked.demand.ceiling())?;
    let pace = asked.target.pace;
    if pace == Pace::None || (pace == Pace::Steps && !rises) || !asked.span.start_known() {
        return None;
    }
    let begin = asked.span.from - 1;
    let mut points: Vec<(Day, Decimal)> =
        totals(case, asked).into_iter().map(|(to, total)| (to - 1, total)).collect();
    let goal = (asked.span.to - 1, amount);
    if pace == Pace::Linear && !is_planned_through(begin, &points, goal.0) {
        never_easier(&mut points, (begin, Decimal::ZERO), goal, rises);
    }
    points.extend([(begin, Decimal::ZERO), goal]);
    Line::new(points, pace == Pace::Steps)
}

/// True if the points divide the days up to the last into steps of one length: a target for each year, each
/// half, each quarter, each month.
fn is_planned_through(begin: Day, points: &[(Day, Decimal)], last: Day) -> bool {
    let mut days: Vec<Day> = points.iter().map(|(day, _)| *day).chain([begin, last]).collect();
    days.sort_unstable();
    days.dedup();
    let lengths = || days.windows(2).map(|pair| i64::from(pair[1]) - i64::from(pair[0]));
    // Months differ by three days, quarters by two, years by one.
    lengths().max().zip(lengths().min()).is_some_and(|(longest, shortest)| longest - shortest <= 3)
}

/// A target here and there on the way never makes a path easier: of such points those stay that ask more than
/// the straight line does.
fn never_easier(points: &mut Vec<(Day, Decimal)>, from: (Day, Decimal), to: (Day, Decimal), rises: bool) {
    let Some(straight) = Line::new(vec![from, to], false) else { return };
    points.retain(|(day, value)| {
        let on_line = straight.at(*day).and_then(|planned| planned.compare(*value));
        on_line.is_none_or(|order| if rises { order.is_ge() } else { order.is_le() })
    });
}

/// The planned state by day, or the planned rate of a period by its last day: from the baseline over what
/// other targets ask earlier. A rate over a period without any is to be at the threshold all the time.
pub(super) fn of_state(case: &Case<'_>, asked: &Asked<'_>) -> Option<Line> {
    let goal = asked.demand.required().or(asked.demand.ceiling())?;
    if asked.target.pace == Pace::None || asked.demand.rises() == asked.demand.falls() {
        return None;
    }
    let rises = asked.demand.rises();
    // Nothing more is planned on the way than is asked at its end.
    let clamped = |value: Decimal| if rises { value.min(goal) } else { value.max(goal) };
    let is_on_the_way = |value: Decimal| if rises { value < goal } else { value > goal };
    let due = asked.span.to - 1;
    let start = baseline(case, asked).filter(|(day, value)| *day < due && is_on_the_way(*value));
    let mut points: Vec<(Day, Decimal)> = interims(case, asked)
        .into_iter()
        .filter(|part| case.indicator.measure != Measure::Flow || is_as_long(part.span, asked.span))
        .filter(|part| part.due < due && start.is_none_or(|(day, _)| day < part.due))
        .map(|part| (part.due, clamped(part.amount)))
        .collect();
    // Of two that are due on one day the stricter one.
    points.sort_by_key(|(day, value)| (*day, if rises { -*value } else { *value }));
    if asked.target.pace == Pace::Linear && !is_planned_through(asked.span.from - 1, &points, due) {
        // Without any other the path of a rate over a period is the threshold itself.
        let level = asked.over_period.then_some((Day::MIN, goal));
        if let Some(start) = start.or(level) {
            never_easier(&mut points, start, (due, goal), rises);
        }
    }
    points.extend(start);
    if points.is_empty() {
        return asked.over_period.then(|| Line::level(goal));
    }
    points.push((due, goal));
    Line::new(points, asked.target.pace == Pace::Steps)
}
