//! Whether a figure says anything of a target on a state or rate, and if not, why.

use crate::evaluate::LeftOutWhy;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::region::Span;
use crate::model::Measure;

/// Whether a figure bears on a target by what it says of the days in `within`, and if not, why.
pub(super) fn bearing(
    case: &Case<'_>,
    figure: &Figure,
    asked: &Asked<'_>,
    within: Span,
) -> Result<(), LeftOutWhy> {
    let tree = case.tree;
    let own = figure.scope == asked.scope;
    let inner = tree.lies_in(figure.scope, asked.scope);
    let outer = tree.lies_in(asked.scope, figure.scope);
    let (narrower, wider) = (inner && !own, outer && !own);
    let limits = figure.high.is_some();
    if !inner && !outer {
        Err(LeftOutWhy::OtherScope)
    } else if !own && matches!(case.indicator.measure, Measure::Rate | Measure::Growth) {
        Err(LeftOutWhy::RateOfOtherScope)
    } else if figure.reckoning != asked.target.reckoning {
        Err(LeftOutWhy::OtherReckoning)
    } else if narrower
        && !(figure.low.is_some() || (limits && tree.helps_to_cover(figure.scope, asked.scope)))
    {
        Err(LeftOutWhy::NarrowerScope)
    } else if wider && !limits {
        Err(LeftOutWhy::WiderScope)
    } else if own && stands_for_it(figure, asked) {
        Ok(())
    } else if !figure.span.meets(within) {
        Err(if figure.span.meets(asked.period) { LeftOutWhy::AfterDue } else { LeftOutWhy::OtherPeriod })
    } else if !figure.span.start_known() && !figure.dated {
        Err(LeftOutWhy::StartUnknown)
    } else if own && figure.dated && holds_due(figure.span, asked) {
        Ok(())
    } else if !figure.span.start_known() || !within.contains(figure.span) {
        Err(if figure.dated { LeftOutWhy::DayUnknown } else { LeftOutWhy::NotInPeriod })
    } else if !own && !figure.span.is_day() {
        Err(LeftOutWhy::DayUnknown)
    } else if asked.target.by_day && !figure.dated {
        // The rate of a stretch of days is no state of one of them.
        Err(LeftOutWhy::PartOfPeriod)
    } else if asked.over_period && figure.dated {
        Err(LeftOutWhy::PartOfPeriod)
    } else {
        Ok(())
    }
}

fn stands_for_it(figure: &Figure, asked: &Asked<'_>) -> bool {
    figure.stands_for.is_some_and(|time| {
        time == asked.span || time == asked.period || (!asked.over_period && holds_due(time, asked))
    })
}

fn holds_due(span: Span, asked: &Asked<'_>) -> bool {
    let due = Span::new(asked.span.to - 1, asked.span.to);
    !asked.over_period && span.start_known() && span.days() <= 31 && span.contains(due)
}
