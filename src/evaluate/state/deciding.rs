//! Which figure decides a target on a state or rate: that of the due day, or of exactly the period.

use super::parts;
use super::reading::{Reading, on_day, together};
use crate::evaluate::LeftOutWhy;
use crate::evaluate::basis::Basis;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::demand::Proof;
use crate::evaluate::figure::Figure;
use crate::evaluate::own::{Own, held_against, prove};
use crate::evaluate::region::{Day, Span, day};
use crate::model::Period;

/// The longest stretch somewhere in which the day of a figure may lie, for it to stand for the due day.
const A_MONTH: i64 = 31;

/// When something has to hold: a day, or a period for a rate over one.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub due: Day,
    pub period: Span,
    pub over_period: bool,
    pub reported_for: bool,
}

impl When {
    /// When the whole target has to hold.
    pub fn due(asked: &Asked<'_>) -> Self {
        Self {
            due: asked.due().min(asked.span.to - 1),
            period: asked.span,
            over_period: asked.over_period,
            reported_for: asked.target.reported_for,
        }
    }

    /// When a part of its period has to hold.
    pub fn part(asked: &Asked<'_>, part: &Period) -> Self {
        Self {
            due: day(part.end()),
            period: Span::of(part),
            over_period: asked.over_period,
            reported_for: false,
        }
    }

    /// What a figure that settles it would be of.
    pub fn needed(&self) -> Span {
        if self.over_period || self.reported_for { self.period } else { Span::new(self.due, self.due + 1) }
    }
}

/// What decides, and as what.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub basis: Basis,
    pub reading: Reading,
}

/// The deciding figure, in the order of the ranks: what all figures of the due day (or of exactly the
/// period) prove together; what is reported for the year that the target names; a figure of a day somewhere
/// in a month that holds the due day; one that its source reports for that time.
pub(super) fn decide(case: &Case<'_>, asked: &Asked<'_>, when: When) -> Option<Decision> {
    let decision = |basis: Basis, reading: Reading| Decision { basis, reading };
    // What was published before the day cannot know it.
    let in_time = |figure: &Figure| figure.published >= when.due;
    let reckoning = asked.target.reckoning;
    let own =
        |figure: &Figure| figure.scope == asked.scope && figure.reckoning == reckoning && in_time(figure);
    if when.over_period {
        let exact = case.places_of(when.period, |figure| own(figure) && !figure.dated);
        if let Some(known) = over_the_period(case, asked, exact, when.period) {
            return Some(known);
        }
    } else if let Some(reading) = on_day(case, asked, when.due, &in_time) {
        return Some(decision(Basis::DueDay, reading));
    }
    if when.reported_for {
        let of_it = case.places_of(when.period, own);
        if let Some(reading) = together(case, asked, of_it, when.period) {
            return Some(decision(Basis::ReportedFor, reading));
        }
    } else if !when.over_period {
        let around = |figure: &Figure| figure.dated && holds_day(figure.span, when.due);
        if let Some(reading) = finest_dated(case, asked, &|figure| own(figure) && around(figure)) {
            return Some(decision(Basis::AroundDueDay, reading));
        }
    }
    let stands_for = |figure: &Figure| {
        figure
            .stands_for
            .is_some_and(|time| time == when.period || (!when.over_period && holds_day(time, when.due)))
    };
    finest_dated(case, asked, &|figure| own(figure) && stands_for(figure))
        .map(|reading| decision(Basis::StandsFor, reading))
}

/// True for the day itself, and for a stretch of at most a month that holds it.
fn holds_day(span: Span, day: Day) -> bool {
    span.start_known() && span.days() <= A_MONTH && span.contains(Span::new(day, day + 1))
}

/// The figures of the shortest stretch; of several as short, all are possible.
fn finest_dated(case: &Case<'_>, asked: &Asked<'_>, counts: &dyn Fn(&Figure) -> bool) -> Option<Reading> {
    let places = case.places(counts);
    let length = |place: &usize| case.figures[*place].span.days();
    let shortest = places.iter().map(length).min()?;
    let mut spans: Vec<Span> = places
        .iter()
        .filter(|place| length(place) == shortest)
        .map(|place| case.figures[*place].span)
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
        .into_iter()
        .filter_map(|span| {
            let of_span = places.iter().copied().filter(|place| case.figures[*place].span == span).collect();
            together(case, asked, of_span, span)
        })
        .reduce(Reading::or)
}

/// What figures of exactly the period say, and what its parts prove of it beside them.
fn over_the_period(case: &Case<'_>, asked: &Asked<'_>, exact: Vec<usize>, whole: Span) -> Option<Decision> {
    let says = Own::of(asked, exact.iter().filter_map(|place| case.figures.get(*place)));
    let own = together(case, asked, exact, whole);
    let parts = parts::average(case, asked, whole);
    let by = |basis: Basis, reading: Reading| Some(Decision { basis, reading });
    let (own, parts) = match (own, parts) {
        (None, parts) => return by(Basis::Parts, parts?),
        (Some(own), None) => return by(Basis::WholePeriod, own),
        (Some(own), Some(parts)) => (own, parts),
    };
    let interval = own.interval.intersect(&parts.interval);
    let decides = prove(case, asked, own.compared) != Proof::Open;
    if decides || interval.is_empty() || interval == own.interval {
        return by(Basis::WholePeriod, own);
    }
    let compared = held_against(case, asked, says.as_ref(), interval);
    by(Basis::Parts, Reading { interval, said: interval, compared, ..own.or(parts) })
}

/// Why a figure that is of the right time does not decide.
pub(super) fn published_too_early(figure: &Figure, asked: &Asked<'_>) -> Option<LeftOutWhy> {
    let when = When::due(asked);
    let due = Span::new(when.due, when.due + 1);
    let of_it = if when.over_period { figure.span == when.period } else { figure.span == due };
    (of_it && figure.published < when.due).then_some(LeftOutWhy::PublishedBeforeDue)
}
