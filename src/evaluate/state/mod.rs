//! Judging a stock or a rate: by the figure of the due day, or of exactly the period.

mod bearing;
mod deciding;
mod held;
mod latest;
mod parts;
mod reading;

use self::bearing::bearing;
use self::deciding::{Decision, When};
use self::held::{Held, held};
use self::latest::{is_dated, latest, readings};
use self::reading::Reading;
use super::attainment::Attainment;
use super::basis::MadeGood;
use super::case::{Asked, Case, Grounds};
use super::demand::Proof;
use super::figure::Figure;
use super::judged::Judged;
use super::own::prove;
use super::path::{self, Standing};
use super::region::{Span, date, day};
use super::settle;
use super::{Interval, LeftOutWhy, Reason, Status, Verdict};
use crate::model::Holds;
use rust_decimal::Decimal;

/// The verdict on a target of a stock or rate.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let held = held(case, asked);
    let latest = latest(case, asked, asked.reach);
    // A figure of some day in or around these may be of the day that counts: that is not nothing.
    let bears = |figure: &Figure| {
        let bearing = bearing(case, figure, asked, asked.reach);
        matches!(bearing, Ok(()) | Err(LeftOutWhy::DayUnknown))
    };
    let any_bears = held.decision.is_some() || case.figures.iter().chain(&case.contested).any(bears);
    let open = !asked.is_past_due() && asked.in_force.dropped.is_none();
    let on_the_way = if open { on_the_way(case, asked, &held, latest.as_ref()) } else { OnTheWay::default() };
    let status = asked.status(
        case,
        Grounds { proof: held.proof, broken: held.broken, on_the_way: on_the_way.status, bears: any_bears },
    );
    let settled = matches!(status, Status::Met | Status::Missed);
    let shown = match &held.decision {
        Some(decision) if settled || asked.is_past_due() => Some(&decision.reading),
        _ => latest.as_ref().or(on_the_way.before.as_ref()),
    };
    let basis = held.decision.as_ref().filter(|_| settled).map(|decision| decision.basis);
    let interval = shown.map_or(Interval::OPEN, |reading| reading.interval);
    let said = shown.map_or(Interval::OPEN, |reading| reading.said);
    let made_good = if status == Status::Missed { made_good(case, asked) } else { None };

    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };
    let point = on_the_way.standing.as_ref().map(|standing| standing.point.clone());
    let point = point.filter(|_| !status.is_settled());
    if let Some(point) = point.as_ref().filter(|point| point.planned.is_some()) {
        judged.reasons.push(Reason::PathAt {
            date: point.date,
            planned: point.planned_shown,
            first: point.first_shown,
        });
    }
    if let Some(reading) = shown {
        explain(case, asked, (&held, reading), status, &mut judged);
    }
    judged.reasons.extend(made_good.clone().map(|(good, reading)| Reason::MadeGood {
        actuals: case.actuals(&reading.places()),
        on: good.on,
        days: good.days,
    }));
    judged.reasons.extend(asked.nothing(case, status));
    let used: Vec<usize> = shown.map(|reading| case.actuals(&reading.places())).unwrap_or_default();
    let decided = held.decision.is_some() && settled;
    judged
        .reasons
        .extend(case.left_out(asked.target, &used, |figure| left_out(case, asked, figure, decided)));
    let margin = shown.and_then(|reading| reading.margin);
    let threshold_within = margin.is_some_and(|margin| asked.demand.has_threshold_in(margin));
    let path_within = on_the_way.standing.as_ref().is_some_and(|standing| standing.within_margin);
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: asked.in_force.condition.clone(),
        status,
        exceeded: held.proof == Proof::Exceeds,
        against: asked.against.clone(),
        worked_out: None,
        interval,
        // What was reached before the due day is no share of what was asked for it.
        attainment: Attainment::of(case, asked)
            .filter(|_| !asked.is_past_due() || held.decision.is_some())
            .map_or(Interval::OPEN, |way| way.interval(said)),
        path: point,
        dated: shown.map(|reading| reading.on.period()),
        deciding: used.clone(),
        basis,
        within_margin: match status {
            Status::OnTrack | Status::Behind | Status::UnderWay => path_within,
            _ => threshold_within,
        },
        provisional: case.is_provisional(&used),
        estimated: case.is_estimated(&used),
        made_good: made_good.map(|(good, _)| good),
        later_changes: asked.in_force.later.clone(),
        reasons: Vec::new(),
        settled_by: settled_by(case, asked, status),
    })
}

/// What figures of one time say together, as the growth of several years is put together from them.
pub(super) struct Together {
    pub interval: Interval,
    /// The number as printed, where the figures come to one.
    pub printed: Option<Decimal>,
    /// The figures, as places.
    pub places: Vec<usize>,
    /// The confidence interval of the figure that is compared.
    pub margin: Option<(Decimal, Decimal)>,
}

/// What figures of one time for the target's scope say together; none of none.
pub(super) fn figures_of(
    case: &Case<'_>,
    asked: &Asked<'_>,
    places: Vec<usize>,
    on: Span,
) -> Option<Together> {
    let reading = reading::together(case, asked, places, on)?;
    Some(Together {
        interval: reading.interval,
        printed: reading.printed,
        places: reading.places(),
        margin: reading.margin,
    })
}

/// What is known of a state or a rate when a target of another indicator asks for it.
pub(super) struct Known {
    pub interval: Interval,
    /// The number as printed, where the figures come to one.
    pub printed: Option<Decimal>,
    /// The figures, by index.
    pub actuals: Vec<usize>,
}

/// What is known of an indicator for the time and scope of another's target, by the rules that decide one of its own.
pub(super) fn known_at(case: &Case<'_>, asked: &Asked<'_>) -> Option<Known> {
    let reading = deciding::decide(case, asked, When::due(asked))?.reading;
    let actuals = case.actuals(&reading.places());
    Some(Known { interval: reading.interval, printed: reading.printed, actuals })
}

/// How it stands before it is due.
#[derive(Default)]
struct OnTheWay {
    status: Option<Status>,
    standing: Option<Standing>,
    /// The figure of an earlier year, for a target that asks for one distant year.
    before: Option<Reading>,
}

fn on_the_way(case: &Case<'_>, asked: &Asked<'_>, held: &Held, latest: Option<&Reading>) -> OnTheWay {
    let Some(reading) = latest else {
        let Some((place, standing)) = path::stand_before(case, asked) else { return OnTheWay::default() };
        let before = reading::together(case, asked, vec![place], case.figures[place].span);
        return OnTheWay {
            status: Some(standing.status.unwrap_or(Status::UnderWay)),
            standing: Some(standing),
            before,
        };
    };
    let on = if is_dated(case, reading) { reading.on } else { Span::new(reading.on.to - 1, reading.on.to) };
    let standing = path::stand(case, asked, on, (reading.interval, reading.said), reading.margin);
    let satisfies = prove(case, asked, reading.said);
    let status = match asked.target.holds {
        // The parts themselves are what is asked.
        Holds::Throughout { every: Some(_) } => {
            held.parts.filter(|(kept, _)| *kept > 0).map(|_| Status::OnTrack)
        }
        // A day that satisfies says nothing of the others, and no last one will confirm them.
        Holds::Throughout { every: None } => None,
        _ if !asked.over_period && satisfies.holds() => Some(Status::Reached),
        _ => standing.status,
    };
    OnTheWay { status, standing: Some(standing), before: None }
}

/// The first day after the due day by which what was missed is reached.
fn made_good(case: &Case<'_>, asked: &Asked<'_>) -> Option<(MadeGood, Reading)> {
    if asked.over_period || matches!(asked.target.holds, Holds::Throughout { .. }) {
        return None;
    }
    let afterwards = Span::new(asked.span.to, asked.as_of() + 1);
    let reading = readings(case, asked, afterwards).find(|one| prove(case, asked, one.said).holds())?;
    let on = reading.on.to - 1;
    let days = i64::from(on) - i64::from(asked.due());
    Some((MadeGood { on: date(on), days }, reading))
}

fn explain(
    case: &Case<'_>,
    asked: &Asked<'_>,
    (held, reading): (&Held, &Reading),
    status: Status,
    judged: &mut Judged,
) {
    let on = reading.on.period();
    let actuals = case.actuals(&reading.places());
    judged.floor = case.actuals(&reading.floor);
    judged.cap = case.actuals(&reading.cap);
    let own = if reading.own.is_empty() { actuals.clone() } else { case.actuals(&reading.own) };
    let settled = matches!(status, Status::Met | Status::Missed);
    let broken = held.broken && status == Status::Missed;
    match &held.decision {
        Some(_) if broken => judged.reasons.push(Reason::Broken { actuals: own, on }),
        Some(Decision { basis, .. }) if settled || asked.is_past_due() => {
            judged.reasons.push(Reason::Decided { actuals: own, on, basis: *basis });
        }
        _ => judged.reasons.push(Reason::Latest { actuals: own, on }),
    }
    if let Some((kept, of)) = held.parts.filter(|_| !broken) {
        judged.reasons.push(Reason::PartsKept { kept, of });
    }
    if let Some(total) = reading.floor_total {
        let (actuals, less) = added_and_less(case, &reading.floor, &reading.floor_less);
        judged.reasons.push(Reason::FloorFrom { actuals, less, total, open: reading.interval.low_open });
    }
    if let Some(total) = reading.cap_total {
        let (actuals, less) = added_and_less(case, &reading.cap, &reading.cap_less);
        judged.reasons.push(Reason::CapFrom { actuals, less, total, open: reading.interval.high_open });
    }
    let proof = prove(case, asked, reading.said);
    if status == Status::Reached {
        judged.reasons.push(Reason::ToBeConfirmed { due: asked.target.due });
    } else if asked.target.holds == (Holds::Throughout { every: None }) && !settled {
        judged.reasons.push(Reason::NotEveryDay);
    } else if status == Status::Undetermined && held.decision.is_none() {
        let held = match proof {
            Proof::Holds | Proof::Exceeds => Some(true),
            Proof::Fails => Some(false),
            Proof::Open => None,
        };
        judged.reasons.push(Reason::BeforeDue { on, due: asked.target.due, held });
    }
    if status == Status::Undetermined && proof == Proof::Open {
        judged.reasons.extend(settle::missing_end(asked, reading.interval));
        let both = reading.interval.low.is_some() && reading.interval.high.is_some();
        if both && reading.floor == reading.cap {
            judged.reasons.push(Reason::Rounding { actuals: judged.floor.clone() });
        }
    } else if status == Status::Undetermined && held.proof == Proof::Open && held.decision.is_some() {
        judged.reasons.push(Reason::TooClose);
    }
}

/// The actuals that are added and those that are taken off, of figures some of which are.
fn added_and_less(case: &Case<'_>, all: &[usize], taken: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let added: Vec<usize> = all.iter().copied().filter(|place| !taken.contains(place)).collect();
    case.added_and_less(&added, taken)
}

fn left_out(case: &Case<'_>, asked: &Asked<'_>, figure: &Figure, decided: bool) -> LeftOutWhy {
    match bearing(case, figure, asked, asked.reach) {
        Err(why) => why,
        Ok(()) => deciding::published_too_early(figure, asked).unwrap_or({
            if decided && asked.over_period && figure.span != asked.span {
                LeftOutWhy::PartOfPeriod
            } else if decided {
                LeftOutWhy::NotDeciding
            } else {
                LeftOutWhy::NotLatest
            }
        }),
    }
}

/// A figure of the due day, or of exactly the period, if an exact one would decide and there is none yet.
fn settled_by(case: &Case<'_>, asked: &Asked<'_>, status: Status) -> Option<Reason> {
    let unsettled = matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData);
    if !unsettled || !asked.is_past_due() || matches!(asked.target.holds, Holds::Throughout { every: None }) {
        return None;
    }
    let when = match asked
        .target
        .parts
        .iter()
        .find(|part| deciding::decide(case, asked, When::part(asked, part)).is_none())
    {
        // Only where one part is missing would its figure settle it.
        Some(part) if asked.target.parts.len() > 1 => When::part(asked, part),
        _ => When::due(asked),
    };
    let needed = when.needed();
    let decides = settle::values(asked, Interval::OPEN).into_iter().all(|value| {
        let figure = Figure {
            dated: !when.over_period,
            published: day(asked.target.due).max(asked.as_of()),
            ..Figure::over(asked.scope, needed, Interval::exactly(value))
        };
        let with = case.with(figure, asked);
        // A day that falls short settles nothing of what had to be reached once.
        held(&with, asked).proof != Proof::Open
    });
    let is_there = settle::is_reported(case, asked.scope, needed, !when.over_period);
    (decides && !is_there)
        .then(|| Reason::Needs { period: needed.period(), scope: asked.target.scope.clone() })
}
