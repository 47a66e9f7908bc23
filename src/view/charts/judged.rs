//! Charts of indicators that have targets.

use super::Made;
use super::value::{geometry, mark, notes, plan};
use crate::chart::{
    Bullet, Bullets, Column, Columns, Milestone, Plan, PlanKind, Plot, RangeRow, Ranges, Timeline, Touch,
    Verdict as Line,
};
use crate::evaluate::{Reason, Status, Verdict};
use crate::model::{Indicator, Measure, Target};
use crate::view::desk::{Desk, Shown};
use rust_decimal::Decimal;

/// One column a target.
pub(super) fn columns(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let columns: Vec<Column> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| Column {
            label: desk.period(indicator, &target.period),
            value: mark(desk, indicator, target, verdict, false),
            plan: plan(desk, indicator, &verdict.condition),
            verdict: Some(line(desk, verdict)),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let notes = notes(columns.iter().filter_map(|column| column.value.as_ref()));
    Made::new(Plot::Columns(Columns { columns, no_data: nothing(desk, indicator) }), notes)
}

/// One row a target, in per cent of what was asked.
pub(super) fn bullets(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let unit = desk.unit(indicator);
    let rows: Vec<Bullet> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| Bullet {
            name: desk.period(indicator, &target.period),
            plan: desk.locale.condition(&verdict.condition, unit),
            value: mark(desk, indicator, target, verdict, true),
            percent: percent(desk, verdict),
            status: Shown::of(verdict).glyph(),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let notes = notes(rows.iter().filter_map(|row| row.value.as_ref()));
    let (hundred, no_data) = (desk.locale.word("chart-hundred"), nothing(desk, indicator));
    Made::new(Plot::Bullets(Bullets { rows, hundred, no_data }), notes)
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
    Made::new(Plot::Timeline(Timeline { milestones }), Vec::new())
}

/// Rows against one planned range.
pub(super) fn ranges(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let Some((condition, low, high)) = indicator.shared_range() else { return columns(desk, indicator) };
    let rows: Vec<RangeRow> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| RangeRow {
            name: desk.period(indicator, &target.period),
            value: mark(desk, indicator, target, verdict, false),
            status: Shown::of(verdict).glyph(),
            touch: touch(desk, indicator, target, verdict),
        })
        .collect();
    let notes = notes(rows.iter().filter_map(|row| row.value.as_ref()));
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
    Made::new(Plot::Ranges(Ranges { plan, rows, ticks, no_data }), notes)
}

/// The words in an empty slot: nothing reported at all, or nothing that could be used.
pub(super) fn nothing(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let reported = desk.tops(indicator).iter().any(|(_, verdict)| verdict.status != Status::NoData);
    desk.locale.word(if reported { "chart-no-usable-data" } else { "chart-no-data" })
}

/// The glyph and the short words below a column.
pub(super) fn line(desk: &Desk<'_>, verdict: &Verdict) -> Line {
    let shown = Shown::of(verdict);
    let percent = percent(desk, verdict);
    let settled = matches!(shown.key(), "met" | "missed" | "on_track" | "behind");
    let text = if settled && !percent.is_empty() { percent } else { desk.status(shown).word };
    Line { status: shown.glyph(), text }
}

/// The attainment of a verdict in whole per cent.
pub(super) fn percent(desk: &Desk<'_>, verdict: &Verdict) -> String {
    desk.locale.attainment_label(verdict.reached().1)
}

pub(super) fn touch(desk: &Desk<'_>, indicator: &Indicator, target: &Target, verdict: &Verdict) -> Touch {
    let unit = desk.unit(indicator);
    let period = if target.member_of.is_some() {
        format!("{} {}", desk.scope(&target.scope), desk.period(indicator, &target.period))
    } else {
        desk.period(indicator, &target.period)
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
