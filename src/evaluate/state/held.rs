//! Whether a state or rate held when it had to: on the due day, once, or throughout.

use super::deciding::{Decision, When, decide};
use super::latest::readings;
use super::reading::Reading;
use crate::evaluate::Interval;
use crate::evaluate::basis::Basis;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::demand::Proof;
use crate::evaluate::own::{as_it_may_be_printed, least_print_of_later, most_finely_written, prove};
use crate::evaluate::region::Span;
use crate::model::Holds;

/// What is proven of whether it held.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub proof: Proof,
    /// What decides, if something does; also where it proves neither side.
    pub decision: Option<Decision>,
    /// True for a failure that nothing later can undo.
    pub broken: bool,
    /// For a target that holds in every part of its period: in how many it is proven, and of how many.
    pub parts: Option<(usize, usize)>,
}

impl Held {
    fn by(proof: Proof, decision: Option<Decision>) -> Self {
        Self { proof, decision, broken: false, parts: None }
    }
}

/// Whether the target held, as it says when it has to.
pub(super) fn held(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    match asked.target.holds {
        Holds::AtDue => at_due(case, asked),
        Holds::Once => once(case, asked),
        Holds::Throughout { every: None } => every_day(case, asked),
        Holds::Throughout { every: Some(_) } => every_part(case, asked),
    }
}

fn at_due(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    let decision = decide(case, asked, When::due(asked));
    let proof = decision.as_ref().map_or(Proof::Open, |one| prove(case, asked, one.reading.compared));
    // Nothing is said of a period before it begins, though what never falls be proven already.
    let has_begun = asked.as_of() >= asked.span.from;
    if proof == Proof::Open && has_begun && case.indicator.never_falls && asked.demand.rises() {
        let early = |proof: &Proof| proof.holds();
        if let Some(known) = monotone(case, asked, early) {
            return known;
        }
    }
    Held::by(proof, decision)
}

/// What never falls is on the due day at least what it was before, and at most what it is afterwards.
fn monotone(case: &Case<'_>, asked: &Asked<'_>, early: impl Fn(&Proof) -> bool) -> Option<Held> {
    let due = asked.due();
    let all_days = Span::new(Span::UNKNOWN + 1, asked.as_of() + 1);
    let all: Vec<Reading> = readings(case, asked, all_days).collect();
    let decided = |reading: Reading| Some(Decision { basis: Basis::NeverFalls, reading });
    let before = all.iter().find(|reading| {
        reading.on.to - 1 <= due && early(&prove(case, asked, printed_after(case, asked, reading)))
    });
    if let Some(reading) = before {
        let proof = prove(case, asked, printed_after(case, asked, reading));
        return Some(Held::by(proof, decided(reading.clone())));
    }
    let after = all.into_iter().find(|reading| {
        reading.on.from > due && prove(case, asked, printed_before(case, asked, reading)) == Proof::Fails
    })?;
    Some(Held::by(Proof::Fails, decided(after)))
}

/// What a later day may come to be printed as, of what never falls: no less than this one was.
fn printed_after(case: &Case<'_>, asked: &Asked<'_>, reading: &Reading) -> Interval {
    let own = reading.own.iter().filter_map(|place| case.figures.get(*place));
    let published = most_finely_written(own).find_map(|figure| figure.printed);
    match published.filter(|_| reading.said.is_exact()) {
        Some(printed) if reading.said.low == Some(printed.value) => {
            Interval::new(least_print_of_later(case, asked, printed), reading.said.high)
        }
        _ => as_it_may_be_printed(case, asked, reading.interval),
    }
}

/// What an earlier day may have come to be printed as, of what never falls: no more than this one was.
fn printed_before(case: &Case<'_>, asked: &Asked<'_>, reading: &Reading) -> Interval {
    let rounded = reading.said.is_exact() && !reading.interval.is_exact();
    // A number that is no more than this one is not rounded to more either.
    as_it_may_be_printed(
        case,
        asked,
        reading
            .interval
            .with_open_ends(rounded || reading.interval.low_open, rounded || reading.interval.high_open),
    )
}

fn once(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    let reached = readings(case, asked, asked.span).find(|one| prove(case, asked, one.compared).holds());
    if let Some(reading) = reached {
        let proof = prove(case, asked, reading.compared);
        return Held::by(proof, Some(Decision { basis: Basis::Once, reading }));
    }
    // No single day that falls short says that all did; the due day does, of what never falls.
    let last =
        if case.indicator.never_falls && asked.demand.rises() { Some(at_due(case, asked)) } else { None };
    last.unwrap_or(Held::by(Proof::Open, None))
}

fn every_day(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    let fails = readings(case, asked, asked.span)
        .find(|reading| prove(case, asked, reading.compared) == Proof::Fails);
    let Some(reading) = fails else { return Held::by(Proof::Open, None) };
    let decision = Some(Decision { basis: Basis::Throughout, reading });
    Held { broken: true, ..Held::by(Proof::Fails, decision) }
}

fn every_part(case: &Case<'_>, asked: &Asked<'_>) -> Held {
    let parts = &asked.target.parts;
    let mut kept = 0;
    let mut last = None;
    let mut exceeds = false;
    for part in parts {
        let Some(decision) = decide(case, asked, When::part(asked, part)) else { continue };
        match prove(case, asked, decision.reading.compared) {
            Proof::Fails => {
                let decision = Some(Decision { basis: Basis::Throughout, ..decision });
                let parts = Some((kept, parts.len()));
                return Held { broken: true, parts, ..Held::by(Proof::Fails, decision) };
            }
            proof if proof.holds() => {
                kept += 1;
                exceeds |= proof == Proof::Exceeds;
                last = Some(Decision { basis: Basis::Throughout, ..decision });
            }
            _ => {}
        }
    }
    let all = kept == parts.len() && kept > 0;
    let proof = match (all, exceeds) {
        (true, true) => Proof::Exceeds,
        (true, false) => Proof::Holds,
        (false, _) => Proof::Open,
    };
    Held { parts: Some((kept, parts.len())), ..Held::by(proof, last.filter(|_| all)) }
}
