//! Ids that things had before: held against the ids and aliases of all others of their kind, and found again
//! where a reference still names one.

use super::cursor::{Cursor, Faults};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Alias, Condition, Dimension, Indicator, IndicatorId, MeasurementUnit, Origin, Plan, RevisionChange,
    Scope, Source, Story, Target, TextPage, Unit,
};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What may have had other ids before; most things may not.
pub(super) trait Renamed {
    /// Its old ids, each with its place.
    fn aliases(&self) -> Vec<(&str, &Origin)> {
        Vec::new()
    }
}

fn named<I: Borrow<str>>(aliases: &[Alias<I>]) -> Vec<(&str, &Origin)> {
    aliases.iter().map(|alias| (alias.id.borrow(), &alias.origin)).collect()
}

impl Renamed for Arc<Indicator> {
    fn aliases(&self) -> Vec<(&str, &Origin)> {
        named(&self.aliases)
    }
}

impl Renamed for Story {
    fn aliases(&self) -> Vec<(&str, &Origin)> {
        named(&self.aliases)
    }
}

impl Renamed for TextPage {
    fn aliases(&self) -> Vec<(&str, &Origin)> {
        named(&self.aliases)
    }
}

impl Renamed for MeasurementUnit {
    fn aliases(&self) -> Vec<(&str, &Origin)> {
        named(&self.aliases)
    }
}

impl Renamed for Dimension {}
impl Renamed for Plan {}
impl Renamed for Scope {}
impl Renamed for Source {}
impl Renamed for Unit {}

/// The thing that had an id before, if one says so; a reference by that id is a warning with the new one.
pub(super) fn renamed<'m, K, V: Renamed>(
    map: &'m BTreeMap<K, V>,
    text: &str,
    kind: &str,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<(&'m K, &'m V)>
where
    K: Ord + Borrow<str>,
{
    let (id, thing) = map.iter().find(|(_, one)| one.aliases().iter().any(|(old, _)| *old == text))?;
    warn(text, id.borrow(), kind, at, faults);
    Some((id, thing))
}

/// Says that a reference names a thing by an id that it had before.
pub(super) fn warn(old: &str, new: &str, kind: &str, at: &Cursor<'_>, faults: &mut Faults) {
    faults.add(Code::OldId, at, old_id_message(kind, old, new), format!("write \"{new}\""));
}

/// What the warning says of a reference by an old id.
pub fn old_id_message(kind: &str, old: &str, new: &str) -> String {
    format!("the {kind} \"{old}\" is called \"{new}\" now")
}

/// Old ids must be nobody's: not an id that exists, and not an old id of another.
pub(super) fn check<K, V: Renamed>(map: &BTreeMap<K, V>, kind: &str, faults: &mut Faults)
where
    K: Ord + Borrow<str>,
{
    let mut first: BTreeMap<&str, &Origin> = BTreeMap::new();
    for (id, thing) in map {
        for (old, origin) in thing.aliases() {
            let hint = "an alias is an id that one thing had and nothing has now: take it out";
            if map.contains_key(old) {
                let message = if old == id.borrow() {
                    format!("\"{old}\" is the id of this {kind}, not one that it had before")
                } else {
                    format!("\"{old}\" is the id of another {kind}")
                };
                faults.push(Diagnostic::new(Code::AliasTaken, origin.clone(), message).hint(hint));
            } else if let Some(other) = first.get(old) {
                let message = format!("two things say that they were \"{old}\"");
                let found = Diagnostic::new(Code::AliasTaken, origin.clone(), message).hint(hint);
                faults.push(found.also((*other).clone(), "the other one"));
            } else {
                first.insert(old, origin);
            }
        }
    }
}

/// Indicators that name others by ids that these had before name them by the new ones.
pub(super) fn follow(indicators: &mut BTreeMap<IndicatorId, Arc<Indicator>>, faults: &mut Faults) {
    let mut new: BTreeMap<IndicatorId, IndicatorId> = BTreeMap::new();
    for one in indicators.values() {
        new.extend(one.aliases.iter().map(|old| (old.id.clone(), one.id.clone())));
    }
    new.retain(|old, _| !indicators.contains_key(old));
    if new.is_empty() {
        return;
    }
    let names_others = |one: &Indicator| {
        let against = one.targets.iter().flat_map(Target::against).next();
        one.computed.is_some() || !one.related.is_empty() || against.is_some()
    };
    for one in indicators.values_mut().filter(|one| names_others(one)) {
        let mut followed = one.as_ref().clone();
        let mut changed = false;
        for (id, origin) in named_in(&mut followed) {
            if let Some(now) = new.get(id) {
                let message = old_id_message("indicator", id.as_str(), now.as_str());
                let found = Diagnostic::new(Code::OldId, origin.clone(), message);
                faults.push(found.hint(format!("write \"{now}\"")));
                *id = now.clone();
                changed = true;
            }
        }
        if changed {
            *one = Arc::new(followed);
        }
    }
}

/// The other indicators that one names: those from which it is worked out, those beside which
/// it is shown, and those against which it is held.
fn named_in(one: &mut Indicator) -> Vec<(&mut IndicatorId, &Origin)> {
    let mut named = Vec::new();
    if let Some(computed) = &mut one.computed {
        named.extend(computed.by.inputs_mut().into_iter().zip(&computed.named));
    }
    named.extend(one.related.iter_mut().map(|related| (&mut related.indicator, &related.origin)));
    for target in &mut one.targets {
        let before = target.revisions.iter_mut().filter_map(|revision| match &mut revision.change {
            RevisionChange::Was(condition) => Some(condition),
            RevisionChange::Dropped => None,
        });
        for condition in before.chain([&mut target.condition]) {
            if let Condition::Against(against) = condition {
                named.push((&mut against.indicator, &against.origin));
            }
        }
    }
    named
}
