//! Judging a growth over several years: on average a year (年均), or together (累计).
//!
//! A source's own number for exactly that time decides first; else what is published from year to year, compounded
//! over all of them. Until the last year is known nothing is decided: how it stands so far is told, and what the
//! remaining years must come to.

mod chain;
mod root;

use self::chain::{Chain, chains, stretch};
use self::root::{factor, percent, power, root};
use super::basis::Basis;
use super::case::{Asked, Case, Grounds};
use super::demand::Proof;
use super::figure::Figure;
use super::judged::Judged;
use super::line::{planned_places, to_the_digits_that_decide};
use super::own::{Own, as_finely_printed, as_it_may_be_printed, finest, held_against};
use super::region::{Day, Span, date, day};
use super::state::{self, Together};
use super::{Interval, LeftOutWhy, PathPoint, Reason, Status, Verdict};
use crate::model::{CourseScale, Every, Pace, Period, Reckoning};
use rust_decimal::{Decimal, RoundingStrategy};

/// The verdict on a target on the average or the total growth of several years.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let years = years(case, asked);
    let decision = decide(case, asked, &years);
    let proof = decision.as_ref().map_or(Proof::Open, |one| asked.demand.prove(one.compared));
    let open = !asked.is_past_due() && asked.in_force.dropped.is_none();
    // Once it is decided, how it stood on the way is no longer told.
    let on_the_way = open || decision.is_none();
    let so_far = if on_the_way { so_far(case, asked, &years) } else { None };
    let standing = so_far.as_ref().filter(|_| open).map(|one| stand(asked, &years, one));
    let bears = decision.is_some() || case.figures.iter().any(|figure| bearing(case, asked, figure).is_ok());
    let on_the_way = standing.as_ref().and_then(|one| one.status);
    let status = asked.status(case, Grounds { proof, broken: false, on_the_way, bears });
    let settled = status.is_settled();

    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };
    let decided = decision.as_ref().filter(|_| settled || asked.is_past_due());
    let (interval, worked_out, places, dated) = match (decided, &so_far) {
        (Some(one), _) => (one.interval, one.worked_out, one.places.clone(), Some(asked.span)),
        (None, Some(one)) => {
            let known = one.in_terms(asked.target.reckoning);
            (known.0, known.1, one.chain.places.clone(), Some(one.span))
        }
        _ => (Interval::OPEN, None, Vec::new(), None),
    };
    let used = case.actuals(&places);
    let worked_out = worked_out.map(|value| shown(case, asked, &used, value, standing.as_ref()));
    (judged.floor, judged.cap) = (used.clone(), used.clone());
    match (decided, &so_far) {
        (Some(one), _) => judged.reasons.push(Reason::Decided {
            actuals: used.clone(),
            on: asked.span.period(),
            basis: one.basis,
        }),
        (None, Some(one)) => {
            if let Some(value) = worked_out {
                let on = one.span.period();
                judged.reasons.push(Reason::GrowthSoFar { actuals: used.clone(), on, value });
            }
            // An average is asked of every year alike: its path is the threshold.
            let path = standing.as_ref().filter(|_| asked.target.reckoning == Reckoning::Cumulative);
            if let Some(standing) = path {
                let planned = standing.point.planned_shown;
                judged.reasons.push(Reason::PathAt { date: standing.point.date, planned, first: None });
            }
            if standing.is_some() {
                judged.reasons.extend(rest(asked, &years, one));
            }
        }
        _ => {}
    }
    if asked.is_past_due() && decision.is_none() {
        let periods = missing(case, asked, &years);
        if !periods.is_empty() {
            judged.reasons.push(Reason::NoGrowthFor { periods });
        }
    }
    if let Some(one) = decision.as_ref().filter(|_| status == Status::Undetermined) {
        // What parts prove by less than half of the threshold's last digit waits for the source's own number.
        let too_close = asked.demand.prove(one.interval) != Proof::Open;
        judged.reasons.push(if too_close {
            Reason::TooClose
        } else {
            Reason::Rounding { actuals: used.clone() }
        });
    }
    judged.reasons.extend(asked.nothing(case, status));
    judged.reasons.extend(
        case.left_out(asked.target, &used, |figure| left_out(case, asked, figure, decided.is_some())),
    );
    let point = standing.map(|standing| standing.point).filter(|_| !settled);
    let margin = decided.and_then(|one| one.margin);
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: asked.in_force.condition.clone(),
        status,
        exceeded: proof == Proof::Exceeds,
        against: None,
        worked_out: worked_out.filter(|_| decided.is_none_or(|one| one.basis == Basis::Compounded)),
        interval,
        attainment: Interval::OPEN,
        path: point,
        dated: dated.map(Span::period),
        deciding: used.clone(),
        basis: decided.filter(|_| settled).map(|one| one.basis),
        within_margin: margin.is_some_and(|margin| asked.demand.has_threshold_in(margin)),
        provisional: case.is_provisional(&used),
        estimated: case.is_estimated(&used),
        made_good: None,
        later_changes: asked.in_force.later.clone(),
        reasons: Vec::new(),
        settled_by: needs(case, asked, status),
    })
}

/// The way to a growth over several years: the same each year, as yearly growth or as all of it since the first day.
pub(super) fn planned_way(case: &Case<'_>, asked: &Asked<'_>, scale: CourseScale) -> Vec<(Day, Decimal)> {
    let years = years(case, asked);
    let goal = asked.demand.required().or(asked.demand.ceiling());
    let (Some(goal), Some(first), Some(last)) = (goal, years.first(), years.last()) else {
        return Vec::new();
    };
    let of_one_year = match asked.target.reckoning {
        Reckoning::Average | Reckoning::Single => factor(goal),
        Reckoning::Cumulative => factor(goal).and_then(|all| root(all, years.len(), asked.demand.rises())),
    };
    let Some(each) = of_one_year else { return Vec::new() };
    let since = first.from - 1;
    if scale == CourseScale::Yearly {
        return percent(each).map_or_else(Vec::new, |rate| vec![(since, rate), (last.to - 1, rate)]);
    }
    let by_then = |(done, year): (usize, &Span)| Some((year.to - 1, percent(power(each, done + 1)?)?));
    let mut way: Vec<(Day, Decimal)> = vec![(since, Decimal::ZERO)];
    way.extend(years.iter().enumerate().filter_map(by_then));
    way
}

/// The years of the target's period, which the loader holds to whole ones.
fn years(case: &Case<'_>, asked: &Asked<'_>) -> Vec<Span> {
    let years = case.indicator.years(&case.report.plans).divide(asked.target.period, Every::Year);
    years.unwrap_or_default().iter().map(Span::of).collect()
}

/// What decides.
struct Decision {
    interval: Interval,
    /// What is held against the condition.
    compared: Interval,
    /// From the numbers as printed, where it is compounded.
    worked_out: Option<Decimal>,
    places: Vec<usize>,
    basis: Basis,
    margin: Option<(Decimal, Decimal)>,
}

/// What was published before the days it speaks of were over cannot know them.
fn is_in_time(figure: &Figure) -> bool {
    figure.published >= figure.span.to - 1
}

fn decide(case: &Case<'_>, asked: &Asked<'_>, years: &[Span]) -> Option<Decision> {
    let reckoning = asked.target.reckoning;
    // Of one year the average, the total and the growth are one.
    let is_own = |figure: &Figure| {
        let same = figure.reckoning == reckoning || years.len() == 1;
        figure.scope == asked.scope && figure.span == asked.span && same && is_in_time(figure)
    };
    let places = case.places(is_own);
    let says = Own::of(asked, places.iter().filter_map(|place| case.figures.get(*place)));
    let own = state::figures_of(case, asked, places, asked.span);
    // Without what is said for the whole period itself, which is no news of it.
    let others = |figure: &Figure| counts(asked, figure) && !is_own(figure);
    let chain = chains(case, asked, years, &others).pop().flatten();
    let chain = chain.map(|chain| (in_terms(&chain, years.len(), reckoning), chain));
    let by_itself = |Together { interval, places, margin, .. }: Together, says: &Own| Decision {
        interval,
        compared: says.said(),
        worked_out: None,
        places,
        basis: Basis::WholePeriod,
        margin,
    };
    let (Some(own), Some(says)) = (own, says) else {
        let ((interval, worked_out), Chain { places, step, .. }) = chain?;
        let compared = printed_as_well(case, asked, step, interval);
        let basis = Basis::Compounded;
        return Some(Decision { interval, compared, worked_out, places, basis, margin: None });
    };
    let Some(((other, worked_out), Chain { places: more, step, .. })) = chain else {
        return Some(by_itself(own, &says));
    };
    let interval = own.interval.intersect(&other);
    // Of two that agree the more finely written decides.
    let figures = own.places.iter().filter_map(|place| case.figures.get(*place));
    let is_coarse = match finest(figures) {
        Some(own) => step.is_some_and(|parts| own > parts),
        // Words that leave it open ("about 6.3 %") are no number that could be compared as printed.
        None => step.is_some() && asked.demand.prove(says.said()) == Proof::Open,
    };
    if is_coarse && !interval.is_empty() {
        let compared = printed_as_well(case, asked, step, interval);
        let places = own.places.iter().chain(&more).copied().collect();
        let basis = Basis::Compounded;
        return Some(Decision { interval, compared, worked_out, places, basis, margin: own.margin });
    }
    if asked.demand.prove(says.said()) != Proof::Open || interval.is_empty() || interval == own.interval {
        return Some(by_itself(own, &says));
    }
    let places = own.places.iter().chain(&more).copied().collect();
    let compared = held_against(case, asked, Some(&says), interval);
    let basis = Basis::Compounded;
    Some(Decision { interval, compared, worked_out, places, basis, margin: own.margin })
}

/// Every number that a source may print for what is compounded from figures, with as many digits as these have: one
/// with fewer only has to agree.
fn printed_as_well(
    case: &Case<'_>,
    asked: &Asked<'_>,
    step: Option<Decimal>,
    interval: Interval,
) -> Interval {
    match step {
        Some(step) => as_finely_printed(case, asked, interval, step),
        None => as_it_may_be_printed(case, asked, interval),
    }
}

fn counts(asked: &Asked<'_>, figure: &Figure) -> bool {
    figure.scope == asked.scope && !figure.dated && is_in_time(figure)
}

/// The first years of the period that are known.
struct SoFar {
    chain: Chain,
    years: usize,
    span: Span,
}

impl SoFar {
    fn in_terms(&self, reckoning: Reckoning) -> (Interval, Option<Decimal>) {
        in_terms(&self.chain, self.years, reckoning)
    }
}

fn so_far(case: &Case<'_>, asked: &Asked<'_>, years: &[Span]) -> Option<SoFar> {
    let mut known = chains(case, asked, years, &|figure| counts(asked, figure));
    while let Some(last) = known.pop() {
        if let Some(chain) = last {
            let count = known.len() + 1;
            return Some(SoFar {
                chain,
                years: count,
                span: Span::new(asked.span.from, years[count - 1].to),
            });
        }
    }
    None
}

/// A factor over some years in the terms of a target, in per cent: bounds, and the number from those printed.
fn in_terms(chain: &Chain, years: usize, reckoning: Reckoning) -> (Interval, Option<Decimal>) {
    let term = |factor: Option<Decimal>, up: bool| match reckoning {
        Reckoning::Average => percent(root(factor?, years, up)?),
        Reckoning::Single | Reckoning::Cumulative => percent(factor?),
    };
    let interval = Interval::new(term(chain.factor.low, false), term(chain.factor.high, true));
    (interval, term(chain.printed, false))
}

/// How the first years stand on the path.
struct Standing {
    point: PathPoint,
    status: Option<Status>,
}

/// The average so far is held against the average that is asked; a total against what that average comes to in so
/// many years.
fn stand(asked: &Asked<'_>, years: &[Span], so_far: &SoFar) -> Standing {
    let reckoning = asked.target.reckoning;
    let (interval, printed) = so_far.in_terms(reckoning);
    let goal = asked.demand.required().or(asked.demand.ceiling());
    let rises = asked.demand.rises();
    let planned = goal.filter(|_| asked.target.pace != Pace::None && rises != asked.demand.falls());
    // Rounded to the side on which nothing is said too early.
    let planned = |up: bool| match reckoning {
        Reckoning::Average | Reckoning::Single => planned,
        Reckoning::Cumulative => {
            let each = root(factor(planned?)?, years.len(), up)?;
            percent(power(each, so_far.years)?)
        }
    };
    let (below, above) = (planned(false), planned(true));
    let (reached, missed) = if rises {
        (
            above.is_some_and(|planned| interval.is_at_least(planned)),
            below.is_some_and(|planned| interval.is_below(planned)),
        )
    } else {
        (
            below.is_some_and(|planned| interval.is_at_most(planned)),
            above.is_some_and(|planned| interval.is_above(planned)),
        )
    };
    let status = if reached { Some(Status::OnTrack) } else { missed.then_some(Status::Behind) };
    let beside: Vec<Decimal> = [printed, interval.low, interval.high].into_iter().flatten().collect();
    let places = asked.demand.places();
    let point = PathPoint {
        date: date(so_far.span.to - 1),
        planned: below,
        planned_shown: below.map(|planned| {
            to_the_digits_that_decide(planned, &beside, planned_places(planned, places, false))
        }),
        first_shown: None,
        planned_attainment: None,
        interval,
        attainment: Interval::OPEN,
    };
    Standing { point, status }
}

/// What the remaining years must come to, each on average, for the target to be met: from the numbers as printed, and
/// rounded so that with it the target is met.
fn rest(asked: &Asked<'_>, years: &[Span], so_far: &SoFar) -> Option<Reason> {
    let left = years.len().checked_sub(so_far.years).filter(|left| *left > 0)?;
    let goal = asked.demand.required().or(asked.demand.ceiling())?;
    let rises = asked.demand.rises();
    let over = if asked.target.reckoning == Reckoning::Average { years.len() } else { 1 };
    let all = power(factor(goal)?, over)?;
    let needed = all.checked_div(so_far.chain.printed.filter(|so_far| !so_far.is_zero())?)?;
    let each = percent(root(needed, left, rises)?)?;
    let strategy =
        if rises { RoundingStrategy::ToPositiveInfinity } else { RoundingStrategy::ToNegativeInfinity };
    let value = each.round_dp_with_strategy(asked.demand.places().max(1), strategy).normalize();
    let period = Span::new(so_far.span.to, asked.span.to).period();
    Some(Reason::RestMust { period, value })
}

/// The number from those printed, with as many digits as the coarsest of them, and more where it lies close to what
/// is asked.
fn shown(
    case: &Case<'_>,
    asked: &Asked<'_>,
    used: &[usize],
    value: Decimal,
    standing: Option<&Standing>,
) -> Decimal {
    let steps = used.iter().filter_map(|index| {
        let numbers = case.indicator.actuals.get(*index)?.value.numbers();
        numbers.all().map(crate::model::Written::step).max()
    });
    let places = steps.max().map_or(1, |step| step.normalize().scale());
    let planned = standing.and_then(|standing| standing.point.planned);
    let beside: Vec<Decimal> =
        [asked.demand.required(), asked.demand.ceiling(), planned].into_iter().flatten().collect();
    to_the_digits_that_decide(value, &beside, places)
}

/// The years of which nothing is known.
fn missing(case: &Case<'_>, asked: &Asked<'_>, years: &[Span]) -> Vec<Period> {
    let counts = |figure: &Figure| counts(asked, figure);
    let held = |year: &Span| {
        case.figures
            .iter()
            .any(|figure| counts(figure) && figure.span.contains(*year) && asked.span.contains(figure.span))
    };
    let unknown = years
        .iter()
        .filter(|year| !held(year) && stretch(case, asked, std::slice::from_ref(*year), &counts).is_none());
    unknown.map(|year| year.period()).collect()
}

fn bearing(case: &Case<'_>, asked: &Asked<'_>, figure: &Figure) -> Result<(), LeftOutWhy> {
    let tree = case.tree;
    if !tree.lies_in(figure.scope, asked.scope) && !tree.lies_in(asked.scope, figure.scope) {
        Err(LeftOutWhy::OtherScope)
    } else if figure.scope != asked.scope {
        Err(LeftOutWhy::RateOfOtherScope)
    } else if !figure.span.meets(asked.span) {
        Err(LeftOutWhy::OtherPeriod)
    } else if !asked.span.contains(figure.span) {
        Err(LeftOutWhy::NotInPeriod)
    } else {
        Ok(())
    }
}

fn left_out(case: &Case<'_>, asked: &Asked<'_>, figure: &Figure, decided: bool) -> LeftOutWhy {
    match bearing(case, asked, figure) {
        Err(why) => why,
        Ok(()) if !is_in_time(figure) => LeftOutWhy::PublishedBeforeDue,
        Ok(()) if decided => LeftOutWhy::NotDeciding,
        Ok(()) => LeftOutWhy::PartOfPeriod,
    }
}

/// A source's own number for the whole period would settle it.
fn needs(case: &Case<'_>, asked: &Asked<'_>, status: Status) -> Option<Reason> {
    let unsettled = matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData);
    let is_there = case.figures.iter().any(|figure| {
        figure.scope == asked.scope && figure.span == asked.span && figure.reckoning == asked.target.reckoning
    });
    let asks = unsettled && !is_there && asked.as_of() > day(asked.target.due);
    asks.then(|| Reason::Needs { period: asked.target.period, scope: asked.target.scope.clone() })
}
