//! The columns of the four tables: each a name and what it takes from a row. `docs/data.md` explains
//! them in this order.

use super::row::{self, ActualRow, TargetRow, VerdictRow, belongs, own, said};
use super::table::{Cell, Columns};
use crate::evaluate::{Evaluation, Reason};
use crate::exchange::named::{Named, every};
use crate::exchange::number::share;
use crate::exchange::whole::Whole;
use crate::model::{Indicator, IndicatorId, Report, RevisionChange};

/// Of `indicators.csv`.
pub(super) fn indicators<'a>(report: &'a Report) -> Columns<'a, Whole<'a>> {
    let named = Columns::new()
        .add("id", |row: &Whole<'a>| Cell::text(row.indicator.id.as_str()))
        .add("title", |row| Cell::text(own(report, &row.indicator.title)));
    let further = report.site.languages.iter().skip(1);
    let titled = further.fold(named, |columns, lang| {
        columns.add(format!("title_{}", lang.as_str()), move |row| {
            let title = &row.indicator.title;
            Cell::maybe(title.has(lang).then(|| title.words(lang)))
        })
    });
    titled
        .add("definition", |row| said(report, row.indicator.definition.as_ref()))
        .add("unit", |row| Cell::maybe(row::unit(row.indicator)))
        .add("measure", |row| Cell::text(row.indicator.measure.name()))
        .add("better", |row| Cell::text(row.indicator.better.name()))
        .add("signed", |row| Cell::yes(row.indicator.signed))
        .add("never_falls", |row| Cell::yes(row.indicator.never_falls))
        .add("binding", |row| Cell::maybe(row.indicator.binding.as_ref().map(Named::name)))
        .add("scope", |row| Cell::text(row.indicator.scope.as_str()))
        .add("scope_title", |row| row::scope_title(report, &row.indicator.scope))
        .add("plan", |row| Cell::maybe(row.indicator.task.as_ref().map(|task| task.plan.as_str())))
        .add("task", |row| Cell::maybe(row.indicator.task.as_ref().map(|task| task.number.as_str())))
        .add("task_title", |row| {
            let task = row.indicator.task.as_ref().and_then(|task| report.task(task));
            said(report, task.map(|(_, _, task)| &task.title))
        })
        .add("targets", |row| Cell::count(Some(row.indicator.targets.len())))
        .add("actuals", |row| Cell::count(Some(row.indicator.actuals.len())))
        .add("baseline_start", |row| {
            row.baseline().map_or_else(Cell::empty, |one| row::start(&one.actual.time))
        })
        .add("baseline_end", |row| row.baseline().map_or_else(Cell::empty, |one| row::end(&one.actual.time)))
        .add("baseline_low", |row| Cell::Number(row.baseline().and_then(|one| one.interval.low)))
        .add("baseline_high", |row| Cell::Number(row.baseline().and_then(|one| one.interval.high)))
        .add("baseline_as_written", |row| {
            Cell::maybe(row.baseline().and_then(|one| one.actual.value.numbers().text()))
        })
        .add("baseline_qualifier", |row| Cell::maybe(row.baseline().map(|one| one.actual.value.name())))
        .add("baseline_source", |row| Cell::maybe(row.baseline().map(|one| one.actual.source.as_str())))
        .add("baseline_locator", |row| Cell::maybe(row.baseline().map(|one| one.actual.locator.as_str())))
        .add("note", |row| said(report, row.indicator.note.as_ref()))
}

/// Of `targets.csv`.
pub(super) fn targets<'a>(report: &'a Report) -> Columns<'a, TargetRow<'a>> {
    let of_whom = belongs::<TargetRow<'a>>()
        .add("id", |row| Cell::text(row.target.id.0.as_str()))
        .add("start", |row| row::start(&row.target.period))
        .add("end", |row| row::end(&row.target.period))
        .add("scope", |row| Cell::text(row.target.scope.as_str()))
        .add("scope_title", |row| row::scope_title(report, &row.target.scope));
    row::with_cells(of_whom, all(report), |row| &row.target.cell)
        .add("condition", |row| Cell::text(row.target.condition.name()))
        .add("value", |row| row::value(&row.target.condition))
        .add("range_low", |row| Cell::Number(row::range(&row.target.condition).0))
        .add("range_high", |row| Cell::Number(row::range(&row.target.condition).1))
        .add("as_written", |row| Cell::maybe(row.target.condition.numbers().text()))
        .add("due", |row| Cell::text(row.target.due.to_string()))
        .add("pace", |row| Cell::text(row.target.pace.name()))
        .add("holds", |row| Cell::text(row.target.holds.name()))
        .add("every", |row| Cell::maybe(every(row.target.holds)))
        .add("reported_for", |row| Cell::yes(row.target.reported_for))
        .add("binding", |row| Cell::maybe(row.target.binding.as_ref().map(Named::name)))
        .add("derived", |row| said(report, row.target.derived.as_ref()))
        .add("reckoning", |row| Cell::text(row.target.reckoning.as_str()))
        .add("against", |row| Cell::maybe(row.target.condition.other().map(IndicatorId::as_str)))
        .add("members", |row| Cell::list(row.target.members.iter().map(|id| id.0.as_str())))
        .add("member_of", |row| Cell::maybe(row.target.member_of.as_ref().map(|id| id.0.as_str())))
        .add("revisions", |row| Cell::count(Some(row.target.revisions.len())))
        .add("dropped_on", |row| {
            let dropped = |change: &RevisionChange| matches!(change, RevisionChange::Dropped);
            let last = row.target.revisions.iter().rev().find(|revision| dropped(&revision.change));
            Cell::maybe(last.map(|revision| revision.on.to_string()))
        })
        .add("source", |row| Cell::text(row.target.source.as_str()))
        .add("source_title", |row| row::source_title(report, &row.target.source))
        .add("locator", |row| Cell::text(row.target.locator.as_str()))
        .add("note", |row| said(report, row.target.note.as_ref()))
}

fn all(report: &Report) -> impl Iterator<Item = &Indicator> {
    report.indicators.values().map(AsRef::as_ref)
}

/// Of `actuals.csv`.
pub(super) fn actuals<'a>(report: &'a Report) -> Columns<'a, ActualRow<'a>> {
    let of_whom = belongs::<ActualRow<'a>>()
        .add("index", |row| Cell::count(row.reported.index))
        .add("start", |row| row::start(&row.reported.actual.time))
        .add("end", |row| row::end(&row.reported.actual.time))
        .add("dated", |row| Cell::yes(row.reported.actual.dated))
        .add("scope", |row| Cell::text(row.reported.actual.scope.as_str()))
        .add("scope_title", |row| row::scope_title(report, &row.reported.actual.scope));
    row::with_cells(of_whom, all(report), |row| &row.reported.actual.cell)
        .add("low", |row| Cell::Number(row.reported.interval.low))
        .add("high", |row| Cell::Number(row.reported.interval.high))
        .add("low_open", |row| Cell::yes(row.reported.interval.low_open))
        .add("high_open", |row| Cell::yes(row.reported.interval.high_open))
        .add("as_written", |row| Cell::maybe(row.reported.actual.value.numbers().text()))
        .add("qualifier", |row| Cell::text(row.reported.actual.value.name()))
        .add("used_for", |row| row::uses(row.reported.uses))
        .add("kind", |row| Cell::text(row.reported.actual.kind.name()))
        .add("partial", |row| Cell::yes(row.reported.actual.partial))
        .add("provisional", |row| Cell::yes(row.reported.actual.provisional))
        .add("observation", |row| Cell::maybe(row::observation(row.reported.actual)))
        .add("observation_reason", |row| {
            let reason = row.reported.actual.observation.as_ref().and_then(|(_, reason)| reason.as_ref());
            said(report, reason)
        })
        .add("superseded", |row| Cell::yes(row.reported.actual.superseded_by.is_some()))
        .add("superseded_by", |row| Cell::count(row.reported.actual.superseded_by))
        .add("definition", |row| said(report, row.reported.actual.definition.as_ref()))
        .add("both_stand", |row| said(report, row.reported.actual.both_stand.as_ref()))
        .add("reckoning", |row| Cell::text(row.reported.actual.reckoning.as_str()))
        .add("computed_from", |row| {
            let parts = row.reported.actual.computed_from.iter();
            Cell::list(parts.map(|(indicator, index)| format!("{indicator}#{index}")))
        })
        .add("ci_low", |row| Cell::Number(row.reported.actual.ci.as_ref().map(|(low, _)| low.value())))
        .add("ci_high", |row| Cell::Number(row.reported.actual.ci.as_ref().map(|(_, high)| high.value())))
        .add("ci_level", |row| Cell::Number(row.reported.actual.ci_level))
        .add("stands_for_start", |row| {
            row.reported.actual.stands_for.as_ref().map_or_else(Cell::empty, row::start)
        })
        .add("stands_for_end", |row| {
            row.reported.actual.stands_for.as_ref().map_or_else(Cell::empty, row::end)
        })
        .add("since_at_latest", |row| {
            Cell::maybe(row.reported.actual.since_at_latest.map(|day| day.to_string()))
        })
        .add("since_at_earliest", |row| {
            Cell::maybe(row.reported.actual.since_at_earliest.map(|day| day.to_string()))
        })
        .add("same_start_as", |row| Cell::count(row.reported.actual.same_start_as))
        .add("source", |row| Cell::text(row.reported.actual.source.as_str()))
        .add("source_title", |row| row::source_title(report, &row.reported.actual.source))
        .add("locator", |row| Cell::text(row.reported.actual.locator.as_str()))
        .add("note", |row| said(report, row.reported.actual.note.as_ref()))
}

/// Of `verdicts.csv`.
pub(super) fn verdicts<'a>(report: &'a Report, evaluation: &'a Evaluation) -> Columns<'a, VerdictRow<'a>> {
    let of_whom = belongs::<VerdictRow<'a>>()
        .add("target", |row| Cell::text(row.target.id.0.as_str()))
        .add("start", |row| row::start(&row.target.period))
        .add("end", |row| row::end(&row.target.period))
        .add("scope", |row| Cell::text(row.target.scope.as_str()))
        .add("scope_title", |row| row::scope_title(report, &row.target.scope));
    row::with_cells(of_whom, all(report), |row| &row.target.cell)
        .add("condition", |row| Cell::text(row.verdict.condition.name()))
        .add("value", |row| row::value(&row.verdict.condition))
        .add("range_low", |row| Cell::Number(row::range(&row.verdict.condition).0))
        .add("range_high", |row| Cell::Number(row::range(&row.verdict.condition).1))
        .add("due", |row| Cell::text(row.target.due.to_string()))
        .add("status", |row| Cell::text(row.verdict.status.as_str()))
        .add("exceeded", |row| Cell::yes(row.verdict.exceeded))
        .add("low", |row| Cell::Number(row.verdict.interval.low))
        .add("high", |row| Cell::Number(row.verdict.interval.high))
        .add("attainment_low", |row| Cell::Number(share(row.verdict.attainment.low)))
        .add("attainment_high", |row| Cell::Number(share(row.verdict.attainment.high)))
        .add("path_date", |row| Cell::maybe(row.verdict.path.as_ref().map(|path| path.date.to_string())))
        .add("path_planned", |row| row.on_path(|path| path.planned))
        .add("path_planned_attainment", |row| row.on_path(|path| share(path.planned_attainment)))
        .add("path_low", |row| row.on_path(|path| path.interval.low))
        .add("path_high", |row| row.on_path(|path| path.interval.high))
        .add("path_attainment_low", |row| row.on_path(|path| share(path.attainment.low)))
        .add("path_attainment_high", |row| row.on_path(|path| share(path.attainment.high)))
        .add("dated_start", |row| row.verdict.dated.as_ref().map_or_else(Cell::empty, row::start))
        .add("dated_end", |row| row.verdict.dated.as_ref().map_or_else(Cell::empty, row::end))
        .add("basis", |row| Cell::maybe(row.verdict.basis.map(crate::evaluate::Basis::as_str)))
        .add("against", |row| Cell::maybe(row.verdict.against.as_ref().map(|other| other.indicator.as_str())))
        .add("against_low", |row| {
            Cell::Number(row.verdict.against.as_ref().and_then(|other| other.interval.low))
        })
        .add("against_high", |row| {
            Cell::Number(row.verdict.against.as_ref().and_then(|other| other.interval.high))
        })
        .add("worked_out", |row| Cell::Number(row.verdict.worked_out))
        .add("within_margin", |row| Cell::yes(row.verdict.within_margin))
        .add("provisional", |row| Cell::yes(row.verdict.provisional))
        .add("estimated", |row| Cell::yes(row.verdict.estimated))
        .add("made_good_on", |row| Cell::maybe(row.verdict.made_good.map(|good| good.on.to_string())))
        .add("floor_actuals", |row| row.figures(|reason| matches!(reason, Reason::FloorFrom { .. })))
        .add("cap_actuals", |row| {
            row.figures(|reason| matches!(reason, Reason::CapFrom { .. } | Reason::CapSpansMore { .. }))
        })
        .add("latest_actuals", |row| {
            row.figures(|reason| {
                matches!(reason, Reason::Latest { .. } | Reason::Decided { .. } | Reason::GrowthSoFar { .. })
            })
        })
        .add("reasons", |row| row::reasons(&row.verdict.reasons))
        .add("settled_by_start", |row| row.needs().map_or_else(Cell::empty, |(period, _)| row::start(period)))
        .add("settled_by_end", |row| row.needs().map_or_else(Cell::empty, |(period, _)| row::end(period)))
        .add("settled_by_scope", |row| Cell::maybe(row.needs().map(|(_, scope)| scope.as_str())))
        .add("member_of", |row| Cell::maybe(row.target.member_of.as_ref().map(|id| id.0.as_str())))
        .add("as_of", |_| Cell::text(evaluation.as_of.to_string()))
}
