//! Charts of indicators that have targets.

use super::value::{geometry, mark, notes, plan};
use crate::chart::{
    Bullet, Bullets, Column, Columns, Interaction, Milestone, Plan, PlanKind, Plot, RangeRow, Ranges,
    Timeline, Verdict as Line,
};
use crate::evaluate::{Reason, Status, Verdict};
use crate::model::{Condition, Indicator, Measure, Target};
use crate::view::charts::frame::PlotWithNotes;
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use crate::view::wording::{self, proven, reasons};
use rust_decimal::Decimal;

/// One column a target.
pub(super) fn columns(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let columns: Vec<Column> = ctx
        .drawn(indicator)
        .into_iter()
        .map(|(target, verdict)| Column {
            label: name(ctx, indicator, target),
            value: mark(ctx, indicator, target, verdict, false),
            plan: plan(ctx, indicator, &verdict.condition),
            verdict: Some(line(ctx, verdict)),
            interaction: interaction(ctx, indicator, target, verdict),
        })
        .collect();
    let notes = notes(columns.iter().filter_map(|column| column.value.as_ref()));
    PlotWithNotes::new(Plot::Columns(Columns { columns, no_data: nothing(ctx, indicator) }), notes)
}

/// One row a target, in per cent of what was asked.
pub(super) fn bullets(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let rows: Vec<Bullet> = ctx
        .drawn(indicator)
        .into_iter()
        .map(|(target, verdict)| Bullet {
            name: name(ctx, indicator, target),
            plan: proven::asked(ctx, indicator, target, verdict),
            value: mark(ctx, indicator, target, verdict, true),
            percent: outcome(ctx, verdict),
            status: Shown::of(verdict).glyph(),
            interaction: interaction(ctx, indicator, target, verdict),
        })
        .collect();
    let notes = notes(rows.iter().filter_map(|row| row.value.as_ref()));
    let (hundred, no_data) = (ctx.locale.word("chart-hundred"), nothing(ctx, indicator));
    PlotWithNotes::new(Plot::Bullets(Bullets { rows, hundred, no_data }), notes)
}

/// When a target is asked, and of whom where that is not all of which its indicator speaks.
pub(super) fn name(ctx: &LangContext<'_>, indicator: &Indicator, target: &Target) -> String {
    // Of a cell alone the time says it.
    let whom = (target.scope != indicator.scope).then(|| ctx.scope(&target.scope));
    let period = ctx.when(indicator, target);
    match whom {
        Some(whom) => ctx.say("chart-row-of", &[("whom", &whom), ("period", &period)]),
        None => period,
    }
}

/// The words at the end of a row: the attainment, or on which side of a limit a number lies.
fn outcome(ctx: &LangContext<'_>, verdict: &Verdict) -> String {
    let percent = percent(ctx, verdict);
    let limit = match &verdict.condition {
        Condition::AtMost(limit) | Condition::Below(limit) if percent.is_empty() => limit.value(),
        _ => return percent,
    };
    let interval = verdict.reached().0;
    if interval.low.is_some_and(|low| low > limit) {
        ctx.locale.word("chart-over-limit")
    } else if interval.high.is_some_and(|high| high <= limit) {
        ctx.locale.word("chart-under-limit")
    } else {
        percent
    }
}

/// Milestones, each with when it was done.
pub(super) fn timeline(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let title = ctx.words(&indicator.title);
    let mut milestones: Vec<Milestone> = ctx
        .drawn(indicator)
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
            let word = ctx.status(shown).word;
            Milestone {
                date: ctx.locale.day(target.due),
                text: title.clone().into_owned(),
                remark: Some(match decided {
                    Some(actual) => {
                        let said = reasons::figure(ctx, indicator, actual, &target.scope);
                        ctx.locale.sentence(&said)
                    }
                    None => word,
                }),
                status: shown.glyph(),
                interaction: interaction(ctx, indicator, target, verdict),
            }
        })
        .collect();
    if milestones.is_empty() {
        milestones = indicator
            .actuals
            .iter()
            .map(|actual| Milestone {
                date: ctx.time(indicator, actual),
                text: title.clone().into_owned(),
                remark: Some(ctx.locale.sentence(&ctx.locale.value(&actual.value, None))),
                status: match actual.value {
                    crate::model::Value::Done => crate::chart::Status::Met,
                    _ => crate::chart::Status::UnderWay,
                },
                interaction: Interaction::default(),
            })
            .collect();
    }
    PlotWithNotes::new(Plot::Timeline(Timeline { milestones }), Vec::new())
}

/// Rows against one planned range.
pub(super) fn ranges(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let Some((condition, low, high)) = indicator.shared_range() else { return columns(ctx, indicator) };
    let rows: Vec<RangeRow> = ctx
        .drawn(indicator)
        .into_iter()
        .map(|(target, verdict)| RangeRow {
            name: name(ctx, indicator, target),
            value: mark(ctx, indicator, target, verdict, false),
            status: Shown::of(verdict).glyph(),
            interaction: interaction(ctx, indicator, target, verdict),
        })
        .collect();
    let notes = notes(rows.iter().filter_map(|row| row.value.as_ref()));
    let plan = Plan {
        kind: PlanKind::Range { low: geometry(low), high: geometry(high) },
        label: wording::condition::condition(ctx, indicator, condition),
    };
    let reach = rows.iter().filter_map(|row| row.value.as_ref()?.high).fold(geometry(high), f64::max);
    let top = Decimal::try_from(reach.ceil()).unwrap_or(high).max(high) + Decimal::ONE;
    let step = (top / Decimal::from(5)).ceil().max(Decimal::ONE);
    let ticks = std::iter::successors(Some(Decimal::ZERO), |tick| Some(tick + step))
        .take_while(|tick| *tick <= top)
        .map(|tick| (geometry(tick), ctx.locale.number(tick)))
        .collect();
    let no_data = nothing(ctx, indicator);
    PlotWithNotes::new(Plot::Ranges(Ranges { plan, rows, ticks, no_data }), notes)
}

/// The words in an empty slot: nothing reported at all, or nothing that could be used.
pub(super) fn nothing(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let reported = ctx.drawn(indicator).iter().any(|(_, verdict)| verdict.status != Status::NoData);
    ctx.locale.word(if reported { "chart-no-usable-data" } else { "chart-no-data" })
}

/// The glyph and the short words below a column.
pub(super) fn line(ctx: &LangContext<'_>, verdict: &Verdict) -> Line {
    let shown = Shown::of(verdict);
    let percent = percent(ctx, verdict);
    let settled = matches!(shown.key(), "met" | "missed" | "on_track" | "behind");
    let text = if settled && !percent.is_empty() { percent } else { ctx.status(shown).word };
    Line { status: shown.glyph(), text }
}

/// The attainment of a verdict in whole per cent.
pub(super) fn percent(ctx: &LangContext<'_>, verdict: &Verdict) -> String {
    ctx.locale.attainment_label(verdict.reached().1)
}

pub(super) fn interaction(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> Interaction {
    let period = name(ctx, indicator, target);
    let asked = proven::asked(ctx, indicator, target, verdict);
    let shown = if indicator.measure == Measure::Milestone {
        String::new()
    } else {
        proven::proven(ctx, indicator, target, verdict)
    };
    let status = ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
    let name = if shown.is_empty() { "chart-sentence-nothing" } else { "chart-sentence" };
    let tip =
        ctx.say(name, &[("period", &period), ("asked", &asked), ("shown", &shown), ("status", &status)]);
    Interaction { tip: Some(tip), href: None }
}
