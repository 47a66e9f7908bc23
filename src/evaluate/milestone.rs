//! Judging a milestone: done in time, done late, seen unfinished.
//!
//! Every figure leaves an interval of days open in which it may have been done: `done: 2019-08` says on
//! one of these days, `in_progress: 2020-06` says after the first of them at the earliest. The
//! intervals of the target's own scope are put together; the due day lies behind, before or inside.

use super::basis::MadeGood;
use super::case::{Asked, Case, Grounds};
use super::demand::Proof;
use super::done::{Said, earliest, said};
use super::figure::Figure;
use super::judged::Judged;
use super::region::{Day, Span, date, day};
use super::{Interval, LeftOutWhy, Reason, Status, Verdict};

/// The verdict on a milestone.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let due = day(asked.target.due);
    let bears = |figure: &Figure| bearing(case, figure, asked).is_ok();
    let any_bears = case.figures.iter().chain(&case.contested).any(bears);
    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };

    // Done by its last day, which is a maximum of the day; not before its first, which is a minimum.
    let mut done_by: Option<(Day, usize)> = None;
    let mut not_before: Option<(Day, usize)> = None;
    for (place, figure) in case.figures.iter().enumerate().filter(|(_, figure)| bears(figure)) {
        let Some(said) = said(case.indicator, figure) else { continue };
        let first = earliest(said, figure.span);
        if figure.span.start_known() && not_before.is_none_or(|(known, _)| first > known) {
            not_before = Some((first, place));
        }
        if said == Said::Done && done_by.is_none_or(|(known, _)| figure.span.to - 1 < known) {
            done_by = Some((figure.span.to - 1, place));
        }
    }
    let proof = if done_by.is_some_and(|(by, _)| by <= due) {
        Proof::Holds
    } else if not_before.is_some_and(|(from, _)| from > due) {
        Proof::Fails
    } else {
        Proof::Open
    };
    let grounds = Grounds { proof, broken: false, on_the_way: None, bears: any_bears };
    let status = asked.status(case, grounds);
    let deciding = match proof {
        Proof::Fails => not_before.or(done_by),
        _ => done_by.or(not_before),
    };
    let tell = |place: usize| -> Option<Reason> {
        let figure = case.figures.get(place)?;
        let actual = *figure.actuals.first()?;
        let period = figure.span.period();
        Some(match said(case.indicator, figure)? {
            Said::Unfinished => Reason::Unfinished { actual, period },
            Said::Done if figure.span.to - 1 <= due => Reason::DoneBy { actual, by: period.end() },
            Said::Done => match period.start().filter(|start| day(*start) > due) {
                Some(from) => Reason::DoneLate { actual, from },
                None => Reason::DoneAround { actual, period },
            },
        })
    };
    let mut told: Vec<usize> =
        deciding.iter().chain(&done_by).chain(&not_before).map(|(_, place)| *place).collect();
    let mut seen = Vec::new();
    told.retain(|place| {
        !seen.contains(place) && {
            seen.push(*place);
            true
        }
    });
    judged.reasons.extend(told.iter().filter_map(|place| tell(*place)));
    judged.floor = case.actuals(&done_by.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    judged.cap = case.actuals(&not_before.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    judged.reasons.extend(asked.nothing(case, status));
    let used = judged.used();
    judged.reasons.extend(case.left_out(asked.target, &used, |figure| match bearing(case, figure, asked) {
        Err(why) => why,
        Ok(()) => LeftOutWhy::OthersProveMore,
    }));
    let unsettled = matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData);
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: asked.in_force.condition.clone(),
        status,
        exceeded: false,
        against: asked.against.clone(),
        worked_out: None,
        interval: Interval::OPEN,
        attainment: Interval::OPEN,
        path: None,
        deciding: used.clone(),
        basis: None,
        within_margin: false,
        provisional: case.is_provisional(&used),
        estimated: case.is_estimated(&used),
        // Done late, on a day that is known well enough to say how late.
        made_good: done_by
            .filter(|_| status == Status::Missed)
            .map(|(by, _)| MadeGood { on: date(by), days: i64::from(by) - i64::from(due) }),
        later_changes: asked.in_force.later.clone(),
        dated: deciding.and_then(|(_, place)| case.figures.get(place)).map(|figure| figure.span.period()),
        reasons: Vec::new(),
        settled_by: (unsettled && asked.is_past_due()).then(|| Reason::Needs {
            period: Span::new(due, due + 1).period(),
            scope: asked.target.scope.clone(),
        }),
    })
}

fn bearing(case: &Case<'_>, figure: &Figure, asked: &Asked<'_>) -> Result<(), LeftOutWhy> {
    let inner = case.tree.lies_in(figure.scope, asked.scope);
    let outer = case.tree.lies_in(asked.scope, figure.scope);
    match (inner, outer) {
        (true, true) if figure.partial => Err(LeftOutWhy::PartialNoCap),
        (true, true) => Ok(()),
        (true, false) => Err(LeftOutWhy::NarrowerScope),
        (false, true) => Err(LeftOutWhy::WiderScope),
        (false, false) => Err(LeftOutWhy::OtherScope),
    }
}
