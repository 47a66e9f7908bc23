//! What figures say of a milestone: done, or seen unfinished; and those of them that cannot all be true.

use super::Interval;
use super::conflict::{Conflict, ConflictKind};
use super::figure::Figure;
use super::region::{Day, Span, Tree};
use crate::model::{Indicator, Value};
use std::collections::BTreeMap;

/// What one figure says of the day on which it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Done on one of the figure's days.
    Done,
    /// On one of the figure's days it was not yet done.
    Unfinished,
}

pub(super) fn said(indicator: &Indicator, figure: &Figure) -> Option<Said> {
    let index = figure.actuals.first()?;
    match indicator.actuals.get(*index)?.value {
        Value::Done => Some(Said::Done),
        Value::InProgress => Some(Said::Unfinished),
        _ => None,
    }
}

/// The first day on which it may have been done.
pub(super) fn earliest(said: Said, span: Span) -> Day {
    match said {
        Said::Done => span.from,
        // Seen unfinished on some day not before the first.
        Said::Unfinished if span.start_known() => span.from + 1,
        Said::Unfinished => Span::UNKNOWN,
    }
}

/// Takes figures that cannot all be true out of `figures`: done at two times, or seen unfinished after
/// it was done.
pub(super) fn settle(
    tree: &Tree<'_>,
    indicator: &Indicator,
    figures: &mut Vec<Figure>,
) -> (Vec<Figure>, Vec<Conflict>) {
    let mut by_scope: BTreeMap<usize, Vec<Figure>> = BTreeMap::new();
    for figure in std::mem::take(figures) {
        by_scope.entry(figure.scope).or_default().push(figure);
    }
    let (mut contested, mut conflicts) = (Vec::new(), Vec::new());
    for (scope, group) in by_scope {
        let first = |figure: &Figure| said(indicator, figure).map(|said| earliest(said, figure.span));
        let last = |figure: &Figure| {
            (said(indicator, figure) == Some(Said::Done) && !figure.partial).then_some(figure.span.to - 1)
        };
        let latest_start = group.iter().filter(|f| !f.partial).filter_map(first).max();
        let soonest_end = group.iter().filter_map(last).min();
        let Some((start, end)) = latest_start.zip(soonest_end).filter(|(start, end)| start > end) else {
            figures.extend(group);
            continue;
        };
        let (late, rest): (Vec<_>, Vec<_>) = group
            .into_iter()
            .partition(|figure| !figure.partial && first(figure).is_some_and(|day| day > end));
        let (soon, rest): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|figure| last(figure).is_some_and(|day| day < start));
        figures.extend(rest);
        let indices = |figures: &[Figure]| figures.iter().flat_map(|f| f.actuals.clone()).collect::<Vec<_>>();
        let (floor, cap) = (indices(&late), indices(&soon));
        let stands = |index: &usize| indicator.actuals.get(*index).is_some_and(|a| a.both_stand.is_some());
        conflicts.push(Conflict {
            indicator: indicator.id.clone(),
            kind: ConflictKind::Milestone,
            period: Span::new(end, start + 1).period(),
            scope: tree.id(scope).clone(),
            accepted: floor.iter().chain(&cap).any(stands),
            floor,
            cap,
            interval: Interval::OPEN,
        });
        contested.extend(late.into_iter().chain(soon));
    }
    (contested, conflicts)
}
