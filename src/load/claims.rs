//! Claims: arithmetic that a source states, over figures that now are known.

use super::actuals::fault_of;
use super::cursor::{Cursor, Faults};
use super::indicators::Indicators;
use super::raw::{RawClaim, RawStates};
use super::sources::ClaimFile;
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::markup::FigureRef;
use crate::model::{
    Claim, ClaimStatement, Compute, FigureFault, FigureKey, Plan, PlanId, Source, SourceId, Value,
    WantedFigure,
};
use std::collections::BTreeMap;

/// What claims may name.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub languages: &'a Languages,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    pub indicators: &'a Indicators,
}

/// Resolves all claims into their sources.
pub(super) fn resolve(
    files: &[ClaimFile],
    world: &World<'_>,
    sources: &mut BTreeMap<SourceId, Source>,
    faults: &mut Faults,
) {
    for (id, document, raw) in files {
        let spot = Cursor::root(document).key("claims");
        let claims = raw
            .iter()
            .enumerate()
            .filter_map(|(index, raw)| claim(raw, &spot.item(index), world, faults))
            .collect();
        if let Some(source) = sources.get_mut(id) {
            source.claims = claims;
        }
    }
}

fn claim(raw: &RawClaim, spot: &Cursor<'_>, world: &World<'_>, faults: &mut Faults) -> Option<Claim> {
    let compute = Compute::from(raw.compute);
    let of: Vec<FigureKey> = raw
        .of
        .iter()
        .enumerate()
        .filter_map(|(index, address)| figure(address, world, &spot.key("of").item(index), faults))
        .collect();
    let text = world.languages.text(&raw.text, &spot.key("text"), faults);
    if compute != Compute::Sum && raw.of.len() != 2 {
        let message = format!("this arithmetic needs two figures, not {}", raw.of.len());
        faults.add(Code::ClaimForms, &spot.key("of"), message, "name the first and the second");
    }
    let states = match (&raw.states, compute) {
        (None, Compute::Sum) => None,
        (Some(_), Compute::Sum) => {
            faults.add(
                Code::ClaimForms,
                &spot.key("states"),
                "a sum states its first figure",
                "take \"states\" out",
            );
            None
        }
        (None, _) => {
            faults.add(
                Code::ClaimForms,
                spot,
                "this claim states nothing",
                "add \"states:\" with what the source says comes out",
            );
            return None;
        }
        (Some(raw), _) => Some(statement(raw, &spot.key("states"), faults)?),
    };
    (of.len() == raw.of.len()).then(|| Claim {
        text,
        locator: raw.locator.clone(),
        compute,
        of,
        states,
        origin: spot.origin(),
    })
}

/// Finds a figure by its full address, `indicator@2019;scope=x`.
fn figure(address: &str, world: &World<'_>, at: &Cursor<'_>, faults: &mut Faults) -> Option<FigureKey> {
    let Ok(parts) = FigureRef::parse(address) else {
        fault_of(&FigureFault::Form, address, at, faults);
        return None;
    };
    let known = (Code::UnknownIndicator, "indicator");
    let (id, indicator) = values::known(world.indicators, &parts.indicator, known, at, faults)?;
    let years = indicator.years(world.plans);
    match indicator.figure(years, wanted(&parts)) {
        Ok(place) => Some(FigureKey { indicator: id.clone(), place }),
        Err(fault) => {
            fault_of(&fault, address, at, faults);
            None
        }
    }
}

/// What a reference says of the figure that it names.
pub(super) fn wanted(parts: &FigureRef) -> WantedFigure<'_> {
    WantedFigure {
        period: parts.period.as_deref(),
        scope: parts.scope.as_deref(),
        cell: &parts.cell,
        source: parts.source.as_deref(),
    }
}

fn statement(raw: &RawStates, spot: &Cursor<'_>, faults: &mut Faults) -> Option<ClaimStatement> {
    let forms = [
        ("value", &raw.value, Value::Value as fn(_) -> _),
        ("about", &raw.about, Value::About as fn(_) -> _),
        ("more_than", &raw.more_than, Value::MoreThan as fn(_) -> _),
        ("at_least", &raw.at_least, Value::AtLeast as fn(_) -> _),
        ("nearly", &raw.nearly, Value::Nearly as fn(_) -> _),
        ("at_most", &raw.at_most, Value::AtMost as fn(_) -> _),
    ];
    let given: Vec<_> =
        forms.into_iter().filter_map(|(key, text, make)| Some((key, text.as_ref()?, make))).collect();
    let &[(key, text, make)] = given.as_slice() else {
        let message = format!("a claim states one value, not {}", given.len());
        faults.add(
            Code::ClaimForms,
            spot,
            message,
            "write value, about, more_than, at_least, nearly or at_most",
        );
        return None;
    };
    Some(ClaimStatement(make(values::number(text, &spot.key(key), faults)?)))
}
