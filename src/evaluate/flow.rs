//! Judging a flow: floors by packing, caps by cover.

use super::case::{Asked, Case};
use super::condition::{Proof, attainment, prove, required, with_zero};
use super::cover::{cover, covered};
use super::figure::Figure;
use super::packing::packing;
use super::path::{self, Walked};
use super::region::{Span, Tree, rest, union};
use super::sum::Proven;
use super::verdict::Judged;
use super::{Interval, LeftOutWhy, Reason, Status, Verdict};
use crate::model::Period;
use rust_decimal::Decimal;

/// What figures prove of a region.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub span: Span,
    pub interval: Interval,
    pub floor: Option<Proven>,
    pub cap: Option<Proven>,
}

impl Ground {
    pub fn of(case: &Case<'_>, scope: usize, span: Span) -> Self {
        let floor = packing(case.tree, &case.figures, scope, span);
        let cap = cover(case.tree, &case.figures, scope, span);
        let interval = Interval::new(floor.as_ref().map(|p| p.total), cap.as_ref().map(|p| p.total));
        Self { span, interval, floor, cap }
    }
}

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
    let is_cap = figure.high.is_some() && (outer || (inner && tree.helps_to_cover(figure.scope, scope)));
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

/// The verdict on a target of a flow.
pub(super) fn judge(case: &Case<'_>, asked: &Asked<'_>) -> Judged {
    let condition = &asked.in_force.condition;
    let whole = Ground::of(case, asked.scope, asked.span);
    let proof = prove(condition, with_zero(case.indicator.measure, whole.interval));
    let bears = |figure: &Figure| bearing(case.tree, figure, asked.scope, asked.span, asked.period).is_ok();
    let any_bears = case.figures.iter().chain(&case.contested).any(bears);
    let open =
        asked.has_begun() && !asked.is_past_due() && !proof.holds() && asked.in_force.dropped.is_none();
    let walked = if open { path::walk_flow(case, asked, &whole, &bears) } else { None };
    let pace = walked.as_ref().and_then(|walked| walked.status);
    let status = asked.status(proof, true, pace, any_bears, case.reported);

    let mut judged = Judged { reasons: asked.preamble(), ..Judged::default() };
    let shown = walked.as_ref().filter(|_| !status.is_settled());
    if let Some(Walked { point, certain, .. }) = shown {
        judged.reasons.push(Reason::PathAt { date: point.date, planned: point.planned });
        judged.reasons.extend(certain.clone());
    }
    let ground = shown.map_or(&whole, |walked| &walked.ground);
    explain(case, asked, ground, status, proof, &mut judged);
    if !case.reported {
        judged.reasons.push(Reason::NothingReported);
    }
    let used = judged.used();
    judged.reasons.extend(case.left_out(&used, |figure| {
        match bearing(case.tree, figure, asked.scope, asked.span, asked.period) {
            Err(why) => why,
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
    }));
    let needed = settled_by(case, asked, ground, status);
    judged.verdict(Verdict {
        target: asked.target.id.clone(),
        condition: condition.clone(),
        status,
        exceeded: proof == Proof::Exceeds,
        interval: whole.interval,
        attainment: attainment(condition, whole.interval),
        path: walked.map(|walked| walked.point),
        dated: None,
        reasons: Vec::new(),
        settled_by: needed,
    })
}

/// Says where the two ends come from, and what keeps them apart.
fn explain(
    case: &Case<'_>,
    asked: &Asked<'_>,
    ground: &Ground,
    status: Status,
    proof: Proof,
    judged: &mut Judged,
) {
    let settled = status.is_settled();
    if let Some(floor) = &ground.floor {
        judged.floor = case.actuals(&floor.figures);
        judged.reasons.push(Reason::FloorFrom { actuals: judged.floor.clone(), total: floor.total });
    }
    if let Some(cap) = &ground.cap {
        judged.cap = case.actuals(&cap.figures);
        judged.reasons.push(Reason::CapFrom { actuals: judged.cap.clone(), total: cap.total });
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
    match (&ground.floor, &ground.cap) {
        (None, Some(_)) => judged.reasons.push(Reason::OnlyCap),
        (Some(_), None) => judged.reasons.push(Reason::OnlyFloor),
        _ => {}
    }
    if settled {
        return;
    }
    if let Some(floor) = &ground.floor {
        let spans = floor.figures.iter().map(|place| case.figures[*place].span).collect();
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
        && ground.span == asked.span
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
    let figure = case.figures.get(place)?;
    let outside = rest(figure.span, &[ground.span]);
    let wider = (figure.scope != asked.scope).then(|| case.tree.id(figure.scope).clone());
    if outside.is_empty() && wider.is_none() {
        return None;
    }
    let least =
        figure.plain.or(figure.low).filter(|_| figure.span.start_known() && ground.span == asked.span);
    let beyond = least
        .zip(required(&asked.in_force.condition))
        .and_then(|(least, required)| least.checked_sub(required))
        .filter(|beyond| *beyond > Decimal::ZERO);
    Some(Reason::CapSpansMore {
        actual: *figure.actuals.first()?,
        outside: periods(&outside),
        wider,
        beyond: beyond.map(|beyond| beyond.normalize()),
    })
}

/// A figure for the stretch that is missing, if there is one such stretch; else for the whole.
fn settled_by(case: &Case<'_>, asked: &Asked<'_>, ground: &Ground, status: Status) -> Option<Reason> {
    let needed = match status {
        Status::Undetermined | Status::NotComparable | Status::NoData if asked.is_past_due() => {
            let own = |place: &usize| case.figures[*place].scope == asked.scope;
            let spans = ground.floor.iter().flat_map(|floor| floor.figures.iter().filter(|place| own(place)));
            let missing = rest(asked.span, &union(spans.map(|place| case.figures[*place].span).collect()));
            match (&ground.cap, &missing[..]) {
                (None, [one]) => *one,
                _ => asked.span,
            }
        }
        Status::UnderWay => ground.span,
        _ => return None,
    };
    Some(Reason::Needs { period: needed.period(), scope: asked.target.scope.clone() })
}

fn periods(spans: &[Span]) -> Vec<Period> {
    spans.iter().map(|span| span.period()).collect()
}
