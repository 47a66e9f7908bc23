//! Charts of indicators that have targets.

use super::Made;
use super::value::{explain, geometry, mark, plan};
use crate::chart::{
    Bullet, Bullets, Column, Columns, Milestone, Plan, PlanKind, Plot, RangeRow, Ranges, Swatch, Timeline,
    Touch, Unit, UnitGroup, UnitSort, Units, Verdict as Line,
};
use crate::evaluate::{Reason, Status, Verdict};
use crate::model::{Condition, Indicator, Measure, Target};
use crate::view::desk::{Desk, Shown};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One column a target.
pub(super) fn columns(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let columns: Vec<Column> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| Column {
            label: desk.locale.period(&target.period),
            value: mark(desk, indicator, target, verdict, false),
            plan: plan(desk, indicator, &verdict.condition),
            verdict: Some(line(desk, verdict)),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let (mut swatches, mut notes) = (Vec::new(), Vec::new());
    explain(columns.iter().map(|column| column.value.as_ref()), &mut swatches, &mut notes);
    plan_swatches(columns.iter().filter_map(|column| column.plan.as_ref()), &mut swatches);
    Made { plot: Plot::Columns(Columns { columns, no_data: nothing(desk, indicator) }), swatches, notes }
}

/// One row a target, in per cent of what was asked.
pub(super) fn bullets(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let unit = desk.unit(indicator);
    let rows: Vec<Bullet> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| Bullet {
            name: desk.locale.period(&target.period),
            plan: desk.locale.condition(&verdict.condition, unit),
            value: mark(desk, indicator, target, verdict, true),
            percent: percent(desk, verdict),
            status: Shown::of(verdict).glyph(),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let (mut swatches, mut notes) = (Vec::new(), Vec::new());
    explain(rows.iter().map(|row| row.value.as_ref()), &mut swatches, &mut notes);
    let (hundred, no_data) = (desk.locale.word("chart-hundred"), nothing(desk, indicator));
    Made { plot: Plot::Bullets(Bullets { rows, hundred, no_data }), swatches, notes }
}

/// Milestones, each with when it was done.
pub(super) fn timeline(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let title = desk.words(&indicator.title);
    let mut milestones: Vec<Milestone> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| {
            let shown = Shown::of(verdict);
            let decided = verdict.reasons.iter().find_map(|reason| match reason {
                Reason::DoneBy { actual, .. }
                | Reason::DoneLate { actual, .. }
                | Reason::DoneAround { actual, .. }
                | Reason::Unfinished { actual, .. } => Some(*actual),
                _ => None,
            });
            let word = desk.status(shown).word;
            Milestone {
                date: desk.locale.day(target.due),
                text: title.clone().into_owned(),
                remark: Some(match decided {
                    Some(actual) => {
                        let said = crate::view::reasons::figure(desk, indicator, actual, &target.scope);
                        desk.locale.sentence(&said)
                    }
                    None => word,
                }),
                status: shown.glyph(),
                touch: touch(desk, indicator, target, verdict),
            }
        })
        .collect();
    if milestones.is_empty() {
        milestones = indicator
            .actuals
            .iter()
            .map(|actual| Milestone {
                date: desk.time(actual),
                text: title.clone().into_owned(),
                remark: Some(desk.locale.sentence(&desk.locale.value(&actual.value, None))),
                status: match actual.value {
                    crate::model::Value::Done => crate::chart::Status::Met,
                    _ => crate::chart::Status::UnderWay,
                },
                touch: Touch::default(),
            })
            .collect();
    }
    Made { plot: Plot::Timeline(Timeline { milestones }), swatches: Vec::new(), notes: Vec::new() }
}

/// One dot a member of the whole of which most is known; the later one of two alike.
pub(super) fn units(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let wholes = desk.tops(indicator).into_iter().filter(|(target, _)| !target.members.is_empty());
    let known = |target: &Target| {
        let judged = target.members.iter().filter_map(|id| desk.target(indicator, id));
        judged.filter(|(_, _, verdict)| verdict.status != Status::NoData).count()
    };
    let best = wholes.max_by_key(|(target, _)| (known(target), target.period.end()));
    let mut groups: BTreeMap<Shown, Vec<Unit>> = BTreeMap::new();
    let members = best.map(|(target, _)| target.members.as_slice()).unwrap_or_default();
    let most: Option<Decimal> = members
        .iter()
        .filter_map(|id| desk.target(indicator, id))
        .filter_map(|(_, t, _)| t.condition.threshold())
        .max();
    for (_, target, verdict) in members.iter().filter_map(|id| desk.target(indicator, id)) {
        let sort = if target.condition.threshold() == most { UnitSort::Main } else { UnitSort::Second };
        let name = short_name(desk, target);
        groups.entry(Shown::of(verdict)).or_default().push(Unit {
            name,
            sort,
            touch: touch(desk, indicator, target, verdict),
        });
    }
    let groups = Shown::ALL
        .into_iter()
        .filter_map(|shown| groups.remove(&shown).map(|units| (shown, units)))
        .map(|(shown, units)| UnitGroup {
            status: shown.glyph(),
            label: desk.status(shown).word,
            count: desk.locale.count(units.len()),
            named: units.len() <= 8,
            units,
        })
        .collect();
    Made { plot: Plot::Units(Units { groups }), swatches: Vec::new(), notes: Vec::new() }
}

/// The name of a member: who assists, where a pairing says so.
fn short_name(desk: &Desk<'_>, target: &Target) -> String {
    let scope = desk.report.scopes.get(&target.scope);
    match scope.and_then(|scope| scope.from.as_ref()) {
        Some(from) => desk.words(from).into_owned(),
        None => desk.scope(&target.scope),
    }
}

/// The range that all targets of an indicator share.
pub(super) fn range(indicator: &Indicator) -> Option<(&Condition, Decimal, Decimal)> {
    let first = &indicator.targets.first()?.condition;
    let same = indicator.targets.iter().all(|target| target.condition == *first);
    match first {
        Condition::Between(low, high) | Condition::Within(low, high) if same => {
            Some((first, low.value(), high.value()))
        }
        _ => None,
    }
}

/// Rows against one planned range.
pub(super) fn ranges(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let Some((condition, low, high)) = range(indicator) else { return columns(desk, indicator) };
    let rows: Vec<RangeRow> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| RangeRow {
            name: desk.locale.period(&target.period),
            value: mark(desk, indicator, target, verdict, false),
            status: Shown::of(verdict).glyph(),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let (mut swatches, mut notes) = (vec![Swatch::PlanRange], Vec::new());
    explain(rows.iter().map(|row| row.value.as_ref()), &mut swatches, &mut notes);
    let plan = Plan {
        kind: PlanKind::Range { low: geometry(low), high: geometry(high) },
        label: desk.locale.condition(condition, desk.unit(indicator)),
    };
    let reach = rows.iter().filter_map(|row| row.value.as_ref()?.high).fold(geometry(high), f64::max);
    let top = Decimal::try_from(reach.ceil()).unwrap_or(high).max(high) + Decimal::ONE;
    let step = (top / Decimal::from(5)).ceil().max(Decimal::ONE);
    let ticks = std::iter::successors(Some(Decimal::ZERO), |tick| Some(tick + step))
        .take_while(|tick| *tick <= top)
        .map(|tick| (geometry(tick), desk.locale.number(tick)))
        .collect();
    let no_data = nothing(desk, indicator);
    Made { plot: Plot::Ranges(Ranges { plan, rows, ticks, no_data }), swatches, notes }
}

/// The words in an empty slot: nothing reported at all, or nothing that could be used.
fn nothing(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let reported = desk.tops(indicator).iter().any(|(_, verdict)| verdict.status != Status::NoData);
    desk.locale.word(if reported { "chart-no-usable-data" } else { "chart-no-data" })
}

/// The glyph and the short words below a column.
fn line(desk: &Desk<'_>, verdict: &Verdict) -> Line {
    let shown = Shown::of(verdict);
    let percent = percent(desk, verdict);
    let settled = matches!(shown.key(), "met" | "missed" | "on_track" | "behind");
    let text = if settled && !percent.is_empty() { percent } else { desk.status(shown).word };
    Line { status: shown.glyph(), text }
}

/// The attainment in whole per cent: the proven floor rounded down, or else the cap rounded up.
fn percent(desk: &Desk<'_>, verdict: &Verdict) -> String {
    desk.locale.attainment_label(verdict.reached().1)
}

fn touch(desk: &Desk<'_>, indicator: &Indicator, target: &Target, verdict: &Verdict) -> Touch {
    let unit = desk.unit(indicator);
    let period = if target.member_of.is_some() {
        format!("{} {}", short_name(desk, target), desk.locale.period(&target.period))
    } else {
        desk.locale.period(&target.period)
    };
    let asked = desk.locale.condition(&verdict.condition, unit);
    let shown = if indicator.measure == Measure::Milestone {
        String::new()
    } else {
        desk.locale.proven(verdict.reached().0, unit)
    };
    let status = desk.locale.word(&format!("status-{}", Shown::of(verdict).key()));
    let name = if shown.is_empty() { "chart-sentence-nothing" } else { "chart-sentence" };
    let tip =
        desk.say(name, &[("period", &period), ("asked", &asked), ("shown", &shown), ("status", &status)]);
    Touch { tip: Some(tip), href: None }
}

fn plan_swatches<'p>(plans: impl Iterator<Item = &'p Plan>, swatches: &mut Vec<Swatch>) {
    for plan in plans {
        let swatch = match plan.kind {
            PlanKind::Exact(_) => Swatch::PlanExact,
            PlanKind::Minimum(_) => Swatch::PlanMinimum,
            PlanKind::Maximum(_) => Swatch::PlanMaximum,
            PlanKind::Range { .. } => Swatch::PlanRange,
        };
        if !swatches.contains(&swatch) {
            swatches.push(swatch);
        }
    }
}
