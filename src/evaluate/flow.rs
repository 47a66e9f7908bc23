//! Judging a flow: floors by packing, caps by cover.

use super::attainment::Attainment;
use super::case::{Asked, Case, Grounds};
use super::covered::covered;
use super::demand::Proof;
use super::figure::Figure;
use super::ground::Ground;
use super::judged::Judged;
use super::own::{Own, held_against, prove};
use super::path::{self, Walked};
use super::region::{Span, Tree, rest, union};
use super::settle;
use super::{Interval, LeftOutWhy, Reason, Status, Verdict};
use crate::model::Period;
use rust_decimal::Decimal;

/// Whether a figure says anything of a region, and if not, why.
pub(super) fn bearing(
    tree: &Tree<'_>,
    figure: &Figure,
    scope: usize,
    span: Span,
    period: Span,
) -> Result<(), LeftOutWhy> {
    let inner = tree.lies_in(figure.scope, scope);
    let outer = tree.lies_in(scope, figure.scope);
    let is_floor = inner && figure.floor().is_some() && span.contains(figure.span);
    let limits = figure.high.is_some() && figure.certainly_holds().is_some_and(|days| days.meets(span));
    let is_cap = limits && (outer || (inner && tree.helps_to_cover(figure.scope, scope)));
    if !inner && !outer {
        Err(LeftOutWhy::OtherScope)
    } else if !figure.span.meets(span) {
        Err(if figure.span.meets(period) { LeftOutWhy::AfterDue } else { LeftOutWhy::OtherPeriod })
    } else if is_floor || is_cap {
        Ok(())
    } else if !inner {
        Err(LeftOutWhy::WiderScope)
    } else if !outer {
        Err(LeftOutWhy::NarrowerScope)
    } else if !figure.span.start_known() {
        Err(LeftOutWhy::StartUnknown)
    } else if figure.partial {
        Err(LeftOutWhy::PartialNoCap)
    } else {
        Err(LeftOutWhy::NotInPeriod)
    }
}

/// What is held against the condition of a flow, and what that proves.
struct Held {
    /// All that is proven of what is asked.
    whole: Ground,
    compared: Interval,
    /// The number as published where it decides, else all that is proven.
    said: Interval,
    proof: Proof,
    /// The figure of exactly what is asked, where it decides as it is printed, whatever others prove.
    as_published: Option<Ground>,
}

fn held(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    let whole = Ground::of(case, asked.scope, asked.span);
    let is_own =
        |figure: &Figure| figure.scope == asked.scope && figure.span == asked.span && !figure.put_together;
    let own = case.places(is_own);
    let says = Own::of(asked, own.iter().filter_map(|place| case.figures.get(*place)));
    let compared = held_against(case, asked, says.as_ref(), whole.interval);
    let proof = prove(case, asked, compared);
    let published = says.is_some_and(|own| own.published.is_some()) && !whole.interval.is_empty();
    let said = if published { compared } else { whole.interval };
    // All that is known may leave it open, or say otherwise of a number that was rounded.
    let as_published = if published && prove(case, asked, whole.interval) != proof {
        let printed = |place: &usize| Some((case.figures[*place].printed?.step, *place));
        own.iter().filter_map(printed).min().map(|(_, place)| Ground::only(case, place, &whole))
    } else {
        None
    };
    Held { whole, compared, said, proof, as_published }
}

/// The verdict on a target of a flow.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let condition = &asked.in_force.condition;
    let held = held(case, asked);
    let Held { whole, compared, proof, .. } = &held;
    let (compared, proof) = (*compared, *proof);
    // A count of unknown start may speak of these days: that is not nothing.
    let bears = |figure: &Figure| {
        let bearing = bearing(case.tree, figure, asked.scope, asked.span, asked.period);
        matches!(bearing, Ok(()) | Err(LeftOutWhy::StartUnknown))
    };
    let any_bears = case.figures.iter().chain(&case.contested).any(bears)
        || [&whole.floor, &whole.cap].iter().any(|proven| proven.is_some());
    let open = !asked.is_past_due() && !proof.holds() && asked.in_force.dropped.is_none();
    let walked =
        if open && asked.has_begun() { path::walk_flow(case, asked, compared, &bears) } else { None };
    let before = if open && !any_bears { path::stand_before(case, asked) } else { None };
    // What only grows cannot come back below a limit; a balance can.
    let broken = !case.indicator.signed && asked.demand.is_broken_by(compared);
    let on_the_way = match (&walked, &before) {
        (Some(walked), _) => walked.status,
        (None, Some((_, standing))) => Some(standing.status.unwrap_or(Status::UnderWay)),
        (None, None) => None,
    };
    let status = asked.status(case, Grounds { proof, broken, on_the_way, bears: any_bears });

    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };
    let shown = walked.as_ref().filter(|_| !status.is_settled());
    if let Some(Walked { point, certain, .. }) = shown {
        judged.reasons.push(Reason::PathAt {
            date: point.date,
            planned: point.planned_shown,
            first: point.first_shown,
        });
        judged.reasons.extend(certain.clone());
    }
    if status == Status::Missed && !asked.is_past_due() {
        judged.reasons.push(Reason::AlreadyBeyond);
    }
    let mut earlier = Vec::new();
    if let Some((place, standing)) = before.as_ref().filter(|_| !status.is_settled()) {
        earlier = case.actuals(&[*place]);
        let point = &standing.point;
        judged.reasons.push(Reason::PathAt {
            date: point.date,
            planned: point.planned_shown,
            first: point.first_shown,
        });
        judged
            .reasons
            .push(Reason::Latest { actuals: earlier.clone(), on: case.figures[*place].span.period() });
    }
    let decisive = held.as_published.as_ref().filter(|_| status.is_settled());
    let ground = shown.map_or(decisive.unwrap_or(whole), |walked| &walked.ground);
    explain(case, asked, ground, (status, proof), &mut judged);
    judged.reasons.extend(asked.nothing(case, status));
    let mut used = judged.used();
    used.extend(&earlier);
    judged.reasons.extend(
        case.left_out(asked.target, &used, |figure| left_out(case, asked, figure, decisive.is_some())),
    );
    let standing = before.as_ref().map(|(_, standing)| standing);
    let path = walked.as_ref().map(|walked| &walked.point).or(standing.map(|standing| &standing.point));
    let margins = used.iter().filter_map(|index| case.indicator.actuals.get(*index)?.ci.as_ref());
    let mut margins = margins.map(|(low, high)| (low.value(), high.value()));
    let within_margin = margins.any(|margin| match status {
        Status::Met | Status::Missed | Status::Undetermined => asked.demand.has_threshold_in(margin),
        _ => standing.is_some_and(|standing| standing.within_margin),
    });
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: condition.clone(),
        status,
        exceeded: proof == Proof::Exceeds,
        against: asked.against.clone(),
        worked_out: None,
        interval: whole.interval,
        attainment: Attainment::of(case, asked).map_or(Interval::OPEN, |of| of.interval(held.said)),
        path: path.filter(|_| !status.is_settled()).cloned(),
        dated: None,
        deciding: used.clone(),
        basis: None,
        within_margin,
        provisional: case.is_provisional(&used),
        estimated: case.is_estimated(&used),
        made_good: None,
        later_changes: asked.in_force.later.clone(),
        reasons: Vec::new(),
        settled_by: settled_by(case, asked, ground, status),
    })
}

fn left_out(case: &Case<'_>, asked: &Asked<'_>, figure: &Figure, decided: bool) -> LeftOutWhy {
    match bearing(case.tree, figure, asked.scope, asked.span, asked.period) {
        Err(why) => why,
        Ok(()) if decided => LeftOutWhy::NotDeciding,
        // A part's maximum helps only together with those of all other parts.
        Ok(())
            if figure.scope != asked.scope
                && case.tree.lies_in(figure.scope, asked.scope)
                && !(figure.floor().is_some() && asked.span.contains(figure.span)) =>
        {
            LeftOutWhy::NarrowerScope
        }
        Ok(()) => LeftOutWhy::OthersProveMore,
    }
}

/// Says where the two ends come from, and what keeps them apart.
fn explain(
    case: &Case<'_>,
    asked: &Asked<'_>,
    ground: &Ground,
    (status, proof): (Status, Proof),
    judged: &mut Judged,
) {
    let settled = status.is_settled();
    if let Some(floor) = &ground.floor {
        judged.floor = case.actuals(&floor.figures);
        let (actuals, less) = case.added_and_less(&floor.added(), &floor.minus);
        judged.reasons.push(Reason::FloorFrom { actuals, less, total: floor.total, open: floor.open });
    }
    if let Some(cap) = &ground.cap {
        judged.cap = case.actuals(&cap.figures);
        let (actuals, less) = case.added_and_less(&cap.added(), &cap.minus);
        judged.reasons.push(Reason::CapFrom { actuals, less, total: cap.total, open: cap.open });
    }
    let capped = if ground.cap.is_some() {
        vec![ground.span]
    } else {
        covered(case.tree, &case.figures, asked.scope, ground.span)
    };
    if ground.cap.is_none() && !capped.is_empty() {
        let limits = |figure: &Figure| {
            figure.high.is_some()
                && capped.iter().any(|span| span.meets(figure.span))
                && (case.tree.lies_in(asked.scope, figure.scope)
                    || case.tree.helps_to_cover(figure.scope, asked.scope))
        };
        let places: Vec<usize> =
            (0..case.figures.len()).filter(|place| limits(&case.figures[*place])).collect();
        judged.cap = case.actuals(&places);
        judged.reasons.push(Reason::CapOfPart { actuals: judged.cap.clone(), periods: periods(&capped) });
    }
    if settled {
        return;
    }
    let whole = ground.span == asked.span;
    let is_close = proof == Proof::Open && whole && prove(case, asked, ground.interval) != Proof::Open;
    if is_close {
        judged.reasons.push(Reason::TooClose);
    } else if proof == Proof::Open {
        judged.reasons.extend(settle::missing_end(asked, ground.interval));
    }
    if let Some(floor) = &ground.floor {
        let spans =
            floor.plus.iter().filter_map(|place| case.figure(*place)).map(|figure| figure.span).collect();
        let missing = rest(ground.span, &union(spans));
        if !missing.is_empty() {
            judged.reasons.push(Reason::NoFloorFor { periods: periods(&missing) });
        }
    }
    let free = rest(ground.span, &capped);
    if !free.is_empty() && !capped.is_empty() {
        judged.reasons.push(Reason::NoCapFor { periods: periods(&free) });
    }
    judged.reasons.extend(cap_spans_more(case, asked, ground));
    if let (Proof::Open, Some(floor), Some(cap)) = (proof, &ground.floor, &ground.cap)
        && whole
        && !is_close
        && floor.figures == cap.figures
    {
        judged.reasons.push(Reason::Rounding { actuals: judged.floor.clone() });
    }
}

/// If the maximum comes from a single figure that also counts something else: how much of it would have
/// to lie elsewhere for the target to be missed.
fn cap_spans_more(case: &Case<'_>, asked: &Asked<'_>, ground: &Ground) -> Option<Reason> {
    let cap = ground.cap.as_ref()?;
    let [place] = cap.figures[..] else { return None };
    let figure = case.figure(place)?;
    let outside = rest(figure.span, &[ground.span]);
    let wider = (figure.scope != asked.scope).then(|| case.tree.id(figure.scope).clone());
    if outside.is_empty() && wider.is_none() {
        return None;
    }
    let least = figure.low.filter(|_| figure.span.start_known() && ground.span == asked.span);
    let beyond = least
        .zip(asked.demand.required())
        .and_then(|(least, required)| least.checked_sub(required))
        .filter(|beyond| *beyond > Decimal::ZERO);
    Some(Reason::CapSpansMore {
        actual: *figure.actuals.first()?,
        outside: periods(&outside),
        wider,
        beyond: beyond.map(|beyond| beyond.normalize()),
    })
}

/// A figure for the stretch that is missing, if there is one such stretch, else for the whole: if an exact one
/// would decide, whatever it came to, and there is none yet.
fn settled_by(case: &Case<'_>, asked: &Asked<'_>, ground: &Ground, status: Status) -> Option<Reason> {
    let unsettled = matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData);
    if !unsettled || !asked.is_past_due() {
        return None;
    }
    let own = |figure: &&Figure| figure.scope == asked.scope;
    let figures = ground.floor.iter().flat_map(|floor| &floor.plus).filter_map(|place| case.figure(*place));
    let missing = rest(asked.span, &union(figures.filter(own).map(|figure| figure.span).collect()));
    let stretch = match (&ground.cap, &missing[..]) {
        (None, [one]) => Some(*one),
        _ => None,
    };
    let decides = |needed: &Span| {
        let known = ground.interval.low.filter(|_| *needed != asked.span).unwrap_or_default();
        let possible = Ground::of(case, asked.scope, *needed).interval;
        let possible = if case.quantity.never_negative {
            possible.intersect(&Interval::new(Some(Decimal::ZERO), None))
        } else {
            possible
        };
        let tried = settle::values(asked, Interval::OPEN)
            .into_iter()
            .filter_map(|value| value.checked_sub(known))
            .chain(possible.low)
            .chain(possible.high)
            .filter(|value| possible.holds(*value));
        let mut tried = tried.peekable();
        tried.peek().is_some()
            && !settle::is_reported(case, asked.scope, *needed, false)
            && tried.all(|value| {
                let with = case.with(Figure::over(asked.scope, *needed, Interval::exactly(value)), asked);
                held(&with, asked).proof != Proof::Open
            })
    };
    let needed = stretch.filter(|stretch| decides(stretch)).or(Some(asked.span).filter(decides))?;
    Some(Reason::Needs { period: needed.period(), scope: asked.target.scope.clone() })
}

fn periods(spans: &[Span]) -> Vec<Period> {
    spans.iter().map(|span| span.period()).collect()
}
