//! Published points in time beside what was asked, a series a scope and cell.

use super::frame::PlotWithNotes;
use super::judged::interaction;
use super::value::{geometry, plan, point_mark};
use crate::chart::{
    Aim, Coverage, Interaction, Plan, PlanKind, Plot, Series, Trend, TrendPoint, Value as Mark, ValueKind,
    Verdict as Line, is_cut,
};
use crate::evaluate::{Reason, Status, Verdict, planned_way};
use crate::model::{Actual, ActualKind, Course, CourseScale, Indicator, Period, Reckoning, Target};
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

/// More small plots than this are no overview any more.
const MOST_PLOTS: usize = 16;
/// Figures further apart than this have times without one between them: half a year more than a year.
const GAP_DAYS: i32 = 550;

/// The courses that are drawn, with what each is called: nothing where there is only one.
pub(super) fn courses<'i>(ctx: &LangContext<'_>, indicator: &'i Indicator) -> Vec<(String, Course<'i>)> {
    let mut all = indicator.courses();
    all.truncate(MOST_PLOTS);
    let several = all.len() > 1;
    let name = |course: &Course<'_>| match course.targets.first() {
        Some(target) if several => {
            ctx.of_whom(indicator, target).unwrap_or_else(|| ctx.scope(&indicator.scope))
        }
        _ => String::new(),
    };
    all.into_iter().map(|course| (name(&course), course)).collect()
}

/// The course of each scope and cell with its targets.
pub(super) fn series(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let all: Vec<Series> = courses(ctx, indicator)
        .into_iter()
        .map(|(name, course)| one(ctx, indicator, name, &course))
        .collect();
    let notes = notes(&all);
    PlotWithNotes::new(Plot::Trend(Trend { series: all, gap: ctx.locale.word("chart-gap") }), notes)
}

/// What the marks of series need said.
pub(super) fn notes(all: &[Series]) -> Vec<&'static str> {
    let points = || all.iter().flat_map(|series| &series.points);
    let marks = || points().filter_map(|point| point.value.as_ref());
    let bounds =
        |open: bool| marks().any(|mark| mark.kind == ValueKind::Bounds && mark.high.is_none() == open);
    let mut notes = Vec::new();
    if bounds(true) {
        notes.push("chart-note-open");
    }
    if bounds(false) {
        notes.push("chart-note-cap");
    }
    if points().skip(1).any(|point| point.breaks) {
        notes.push("chart-note-break");
    }
    let cut = all.iter().any(is_cut);
    match (all.len() > 1, cut) {
        (true, true) => notes.push("chart-note-scales-cut"),
        (true, false) => notes.push("chart-note-scales"),
        (false, true) => notes.push("chart-note-cut"),
        (false, false) => {}
    }
    notes
}

fn one(ctx: &LangContext<'_>, indicator: &Indicator, name: String, course: &Course<'_>) -> Series {
    let judged: Vec<(&Target, &Verdict)> = course
        .targets
        .iter()
        .filter_map(|target| ctx.target(indicator, &target.id))
        .map(|(_, target, verdict)| (target, verdict))
        .collect();
    let way = way(ctx, indicator, course);
    let aims: Vec<Aim> = judged
        .iter()
        .filter_map(|(target, verdict)| aim(ctx, indicator, (target, verdict), course.scale, &way))
        .collect();
    // The way to what is asked of every year alike is no more than that.
    let is_level = aims.windows(2).all(|two| two[0].plan == two[1].plan) && aims.len() > 1;
    let path = match course.scale {
        CourseScale::Yearly => Vec::new(),
        _ if is_level => Vec::new(),
        _ => way.iter().map(|(day, value)| (position(*day), geometry(*value))).collect(),
    };
    let status = judged.last().map(|(_, verdict)| Shown::of(verdict).glyph());
    Series {
        status: status.filter(|_| !name.is_empty()),
        name,
        points: points(ctx, indicator, course),
        path,
        aims,
        needed: judged.last().and_then(|last| needed(ctx, indicator, *last, course.scale)),
        zero: ctx.locale.number(Decimal::ZERO),
        interaction: Interaction::default(),
    }
}

fn points(ctx: &LangContext<'_>, indicator: &Indicator, course: &Course<'_>) -> Vec<TrendPoint> {
    let mut all: Vec<TrendPoint> = Vec::new();
    let mut before: Option<&Actual> = None;
    for actual in &course.points {
        let end = actual.time.end();
        let at = position(end);
        let gap = before.is_some_and(|before| at - position(before.time.end()) > GAP_DAYS);
        let breaks = before.is_some_and(|before| indicator.is_broken_between(before.time.end(), end));
        let value = point_mark(ctx, indicator, actual).map(|mark| covering(mark, indicator, actual, course));
        all.push(TrendPoint {
            at,
            label: tick(ctx, indicator, &actual.time, actual.dated || course.scale == CourseScale::Together),
            value,
            margin: margin(actual),
            hollow: is_hollow(actual),
            after_gap: gap,
            breaks,
            interaction: tip(ctx, indicator, actual),
        });
        before = Some(actual);
    }
    all
}

/// The confidence interval that a figure's source gives.
pub(super) fn margin(actual: &Actual) -> Option<(f64, f64)> {
    actual.ci.as_ref().map(|(low, high)| (geometry(low.value()), geometry(high.value())))
}

/// True for a figure that may still change, or that was not simply observed.
pub(super) fn is_hollow(actual: &Actual) -> bool {
    actual.provisional || actual.observation.as_ref().is_some_and(|(how, _)| how.has_value())
}

/// The figure in words, for a pointer.
pub(super) fn tip(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> Interaction {
    let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
    let tip = ctx.say("said-figure", &[("time", &ctx.time(indicator, actual)), ("value", &value)]);
    Interaction { tip: Some(ctx.locale.sentence(&tip)), href: None }
}

/// The state before is light; a rate over less than the periods that are asked is of a part of one.
fn covering(mark: Mark, indicator: &Indicator, actual: &Actual, course: &Course<'_>) -> Mark {
    let days = |period: &Period| period.days().unwrap_or(i64::MAX);
    let asked =
        course.targets.iter().filter(|target| !target.by_day).map(|target| days(&target.period)).min();
    let is_part = !actual.dated
        && course.scale == CourseScale::AsReported
        && asked.is_some_and(|asked| days(&actual.time) + 2 < asked.min(366));
    let is_before = indicator.baselines().any(|baseline| std::ptr::eq(baseline, actual));
    let coverage = if is_before || actual.kind == ActualKind::Baseline {
        Coverage::Earlier
    } else if is_part {
        Coverage::Part
    } else {
        Coverage::Full
    };
    Mark { coverage, ..mark }
}

/// The way to the last target that stands.
fn way(ctx: &LangContext<'_>, indicator: &Indicator, course: &Course<'_>) -> Vec<(Date, Decimal)> {
    let as_of = ctx.evaluation.as_of;
    let last = course.targets.iter().rev();
    last.map(|target| planned_way(ctx.report, indicator, target, course.scale, as_of))
        .find(|way| !way.is_empty())
        .unwrap_or_default()
}

fn aim(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    (target, verdict): (&Target, &Verdict),
    scale: CourseScale,
    way: &[(Date, Decimal)],
) -> Option<Aim> {
    let asked = plan(ctx, indicator, &verdict.condition)?;
    let plan = match scale {
        CourseScale::AsReported => asked,
        CourseScale::Yearly | CourseScale::Together => in_terms(ctx, indicator, asked, target, scale, way),
    };
    let starts = target.period.start().and_then(|start| start.yesterday().ok());
    let dated = target.has_a_date(indicator.measure) || scale != CourseScale::AsReported;
    let time = if dated { Period::day(target.due) } else { target.period };
    Some(Aim {
        at: position(if dated { target.due } else { target.period.end() }),
        from: starts.filter(|_| scale == CourseScale::Yearly).map(position),
        label: tick(ctx, indicator, &time, dated),
        plan,
        verdict: Some(Line { status: Shown::of(verdict).glyph(), text: ctx.status(Shown::of(verdict)).word }),
        interaction: interaction(ctx, indicator, target, verdict),
    })
}

/// A growth over several years on the scale of its course, with the words of the plan.
fn in_terms(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    asked: Plan,
    target: &Target,
    scale: CourseScale,
    way: &[(Date, Decimal)],
) -> Plan {
    let Some((_, there)) = way.last() else { return asked };
    let place = geometry(*there);
    let kind = match asked.kind {
        PlanKind::Minimum(_) => PlanKind::Minimum(place),
        PlanKind::Maximum(_) => PlanKind::Maximum(place),
        PlanKind::Exact(_) => PlanKind::Exact(place),
        // Both ends on another scale are known to nobody but the judge.
        range @ PlanKind::Range { .. } => range,
    };
    let label = match (target.reckoning, scale) {
        (Reckoning::Average, _) => ctx.say("chart-plan-average", &[("plan", &asked.label)]),
        (Reckoning::Cumulative, CourseScale::Yearly) => {
            let each = ctx.locale.quantity(there.round_dp(1), ctx.unit(indicator));
            ctx.say("chart-plan-each-year", &[("plan", &asked.label), ("each", &each)])
        }
        _ => asked.label,
    };
    Plan { kind, label }
}

/// What the years that are left must come to, each on average.
fn needed(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    (target, verdict): (&Target, &Verdict),
    scale: CourseScale,
) -> Option<Aim> {
    let rest = |reason: &Reason| match reason {
        Reason::RestMust { period, value } => Some((*period, *value)),
        _ => None,
    };
    let open = !matches!(verdict.status, Status::Met | Status::Missed | Status::Dropped);
    let (period, value) =
        verdict.reasons.iter().find_map(rest).filter(|_| open && scale == CourseScale::Yearly)?;
    let amount = ctx.locale.quantity(value, ctx.unit(indicator));
    let time = ctx.period(indicator, &period);
    Some(Aim {
        at: position(target.due),
        from: period.start().and_then(|start| start.yesterday().ok()).map(position),
        label: String::new(),
        plan: Plan {
            kind: PlanKind::Exact(geometry(value)),
            label: ctx.say("chart-needed", &[("time", &time), ("value", &amount)]),
        },
        verdict: None,
        interaction: Interaction::default(),
    })
}

/// The days since a day long ago.
pub(super) fn position(day: Date) -> i32 {
    let since = day.duration_since(date(1970, 1, 1)).as_hours() / 24;
    i32::try_from(since).unwrap_or(i32::MAX)
}

/// A time in few words, for under the axis: a year where it is one or ends one, else the month of a date, else the
/// period as its plan names it.
pub(super) fn tick(ctx: &LangContext<'_>, indicator: &Indicator, time: &Period, dated: bool) -> String {
    let end = time.end();
    let years = time.years().is_some_and(|years| years.count() == 1);
    let ends_a_year = (end.month(), end.day()) == (12, 31);
    let is_a_year = time.start().is_some_and(|start| (start.month(), start.day()) == (1, 1)) && years;
    // Beside half a year and years of its own a date is no year.
    let calendar = indicator.years(&ctx.report.plans).is_calendar();
    if ends_a_year && (is_a_year || (dated && calendar)) {
        return end.year().to_string();
    }
    if dated && let Ok(month) = Period::new(Some(end.first_of_month()), end.last_of_month()) {
        return ctx.locale.period(&month);
    }
    ctx.period(indicator, time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        assert_eq!(position(date(1970, 1, 2)), 1);
        assert_eq!(position(date(1969, 12, 31)), -1);
        assert_eq!(position(date(2025, 1, 1)) - position(date(2024, 1, 1)), 366);
    }
}
