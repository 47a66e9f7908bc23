//! Targets: yearly and per-member promises written out, each with its own id.

mod conditions;
mod context;
mod holds;
mod reckoning;
mod thresholds;
mod times;

pub(super) use context::Context;

use super::additive;
use super::cursor::{Cursor, Faults};
use super::plans;
use super::raw::RawTarget;
use super::values;
use crate::diagnostic::{Code, nearest};
use crate::model::{
    Binding, Condition, GroupId, Holds, Measure, Pace, Period, Reckoning, Relation, Revision, ScopeId,
    SourceId, Target, TargetId, Text, Written,
};
use conditions::Stated;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use times::Time;

/// What all targets written out from one entry share.
struct SharedFields {
    holds: Holds,
    binding: Option<Binding>,
    whole_sum: bool,
    pace: Pace,
    source: SourceId,
    locator: String,
    derived: Option<Text>,
    note: Option<Text>,
    revisions: Vec<Revision>,
}

/// What an entry asks: the same of its scope, or so much of each member.
enum EntryConditions {
    Whole(Stated),
    Members(Vec<(ScopeId, Written)>),
}

/// The targets of an indicator.
pub(super) fn resolve(
    raw: &[RawTarget],
    context: &Context<'_>,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Vec<Target> {
    let mut all = Vec::new();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (index, raw) in raw.iter().enumerate() {
        let at = spot.item(index);
        let Some(entry) = context.entry(raw, &at, faults) else {
            faults.broken(Code::UnknownTarget, context.id.as_str());
            continue;
        };
        for (Time { period, due, reported_for, by_day }, parts) in entry.times {
            let make = |scope: &ScopeId, stated: Stated, taken: &mut BTreeMap<String, usize>| Target {
                id: context.target_id(&period, scope, taken),
                period,
                reported_for,
                by_day,
                scope: scope.clone(),
                condition: stated.condition,
                from_baseline: stated.from_baseline,
                reckoning: entry.reckoning,
                due,
                holds: entry.shared.holds,
                parts: parts.clone(),
                binding: entry.shared.binding,
                whole_sum: false,
                pace: entry.shared.pace,
                source: entry.shared.source.clone(),
                locator: entry.shared.locator.clone(),
                derived: entry.shared.derived.clone(),
                members: Vec::new(),
                member_of: None,
                revisions: entry.shared.revisions.clone(),
                note: entry.shared.note.clone(),
                origin: at.origin(),
            };
            match &entry.asked {
                EntryConditions::Whole(stated) => {
                    all.push(make(&entry.scope, stated.clone(), &mut taken));
                }
                EntryConditions::Members(members) => {
                    let of_all = context.of_all(members);
                    let mut whole = make(&entry.scope, Condition::AtLeast(of_all).into(), &mut taken);
                    whole.whole_sum = entry.shared.whole_sum;
                    let parts: Vec<Target> = members
                        .iter()
                        .map(|(scope, least)| {
                            let mut part = make(scope, Condition::AtLeast(least.clone()).into(), &mut taken);
                            part.member_of = Some(whole.id.clone());
                            part
                        })
                        .collect();
                    whole.members = parts.iter().map(|part| part.id.clone()).collect();
                    all.push(whole);
                    all.extend(parts);
                }
            }
        }
    }
    all
}

struct TargetEntry {
    /// Each with its parts, for `holds: throughout` with `every`.
    times: Vec<(Time, Vec<Period>)>,
    scope: ScopeId,
    asked: EntryConditions,
    reckoning: Reckoning,
    shared: SharedFields,
}

impl Context<'_> {
    fn target_id(&self, period: &Period, scope: &ScopeId, taken: &mut BTreeMap<String, usize>) -> TargetId {
        let mut text = format!("{}@{}", self.id, period.text());
        if scope != self.scope {
            text.push_str(";scope=");
            text.push_str(scope.as_str());
        }
        let count = taken.entry(text.clone()).or_insert(0);
        *count += 1;
        TargetId(if *count > 1 { format!("{text};n={count}") } else { text })
    }

    fn entry(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> Option<TargetEntry> {
        let times = self.times(raw, spot, faults);
        let holds = self.holds(raw, spot, faults);
        let times = times.zip(holds).and_then(|(times, holds)| self.parts(times, holds, raw, spot, faults));
        let scope = match &raw.scope {
            None => Some(self.scope.clone()),
            Some(name) => self.inside(
                plans::scope(self.world.scopes, name, &spot.key("scope"), faults),
                &spot.key("scope"),
                faults,
            ),
        };
        // What has a fault of its own is read as if for the indicator's scope, so that all is found at once.
        let asked_of = scope.as_ref().unwrap_or(self.scope);
        let (reckoning, asked) = self.asked(raw, asked_of, spot, faults).unzip();
        if let (Some(reckoning), Some(times)) = (reckoning, &times) {
            self.whole_years(reckoning, times, raw, spot, faults);
        }
        let whole_sum = self.whole_sum(raw, spot, faults);
        let known = (Code::UnknownSource, "source");
        let source = values::known(self.world.sources, &raw.source, known, &spot.key("source"), faults);
        let text = |raw: &Option<_>, key: &str, faults: &mut Faults| {
            self.world.languages.maybe(raw.as_ref(), &spot.key(key), faults)
        };
        let derived = text(&raw.derived, "derived", faults);
        let note = text(&raw.note, "note", faults);
        let revisions = raw
            .revisions
            .iter()
            .enumerate()
            .filter_map(|(index, raw)| {
                self.revision(raw, asked_of, &spot.key("revisions").item(index), faults)
            })
            .collect();
        Some(TargetEntry {
            times: times?,
            scope: scope?,
            asked: asked?,
            reckoning: reckoning?,
            shared: SharedFields {
                holds: holds?,
                binding: raw.binding.map(Binding::from),
                whole_sum,
                pace: raw.pace.map_or(Pace::Linear, Pace::from),
                source: source?.0.clone(),
                locator: raw.locator.trim().to_owned(),
                derived,
                note,
                revisions,
            },
        })
    }

    /// A target's scope lies in the indicator's: a promise of someone else is another indicator.
    fn inside(&self, scope: Option<ScopeId>, at: &Cursor<'_>, faults: &mut Faults) -> Option<ScopeId> {
        let scope = scope?;
        match self.world.scopes.relation(&scope, self.scope) {
            Relation::Equal | Relation::Inside => Some(scope),
            Relation::Contains | Relation::Disjoint => {
                let message = format!("\"{scope}\" does not lie in the indicator's scope \"{}\"", self.scope);
                faults.add(
                    Code::ScopeOutside,
                    at,
                    message,
                    "name a scope inside it, or write another indicator",
                );
                None
            }
        }
    }

    fn asked(
        &self,
        raw: &RawTarget,
        scope: &ScopeId,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<(Reckoning, EntryConditions)> {
        let was = conditions::written(raw);
        let reckoned = self.reckoned(raw, spot, faults);
        let Some(groups) = &raw.for_each else {
            let (reckoning, stated) = match reckoned {
                Some(reckoning) => (reckoning, self.reckoned_condition(reckoning, raw, scope, spot, faults)?),
                None => (Reckoning::Single, self.condition(&was, scope, spot, faults)?),
            };
            return Some((reckoning, EntryConditions::Whole(stated)));
        };
        if let Some(other) = conditions::given(&was).first() {
            let message = format!("this target has two conditions: for_each and {other}");
            faults.add(Code::ConditionForms, &spot.name(other), message, "keep one of the two");
            return None;
        }
        if self.measure == Measure::Milestone {
            faults.add(
                Code::MeasureMismatch,
                &spot.name("for_each"),
                "a milestone has no amount for each member",
                "write \"done: true\"",
            );
            return None;
        }
        if !self.additive {
            let message = "this unit of measure does not add up over members";
            faults.add(Code::NotAdditive, &spot.name("for_each"), message, additive::HINT);
            return None;
        }
        let members = self.members(groups, &spot.key("for_each"), faults)?;
        Some((Reckoning::Single, EntryConditions::Members(members)))
    }

    /// What a whole over members is said to ask: the sum over them; of a rate the least that is asked of any.
    fn of_all(&self, members: &[(ScopeId, Written)]) -> Written {
        let least = members.iter().map(|(_, least)| least);
        if matches!(self.measure, Measure::Rate | Measure::Growth) {
            return least
                .min_by_key(|least| least.value())
                .map_or(Written::exact(Decimal::ZERO), Clone::clone);
        }
        Written::exact(least.map(Written::value).sum())
    }

    fn members(
        &self,
        groups: &BTreeMap<String, String>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<(ScopeId, Written)>> {
        let scopes = self.world.scopes;
        let mut members: Vec<(ScopeId, Written)> = Vec::new();
        let mut complete = true;
        for (name, least) in groups {
            let group = GroupId::new(name).ok().and_then(|id| scopes.group(&id));
            if group.is_none() && !faults.is_broken(Code::UnknownGroup, name) {
                let hint = nearest(name, scopes.groups().map(|group| group.id.as_str())).map_or_else(
                    || "add it to the groups of partnerships.yaml".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                faults.add(
                    Code::UnknownGroup,
                    &spot.name(name),
                    format!("there is no group \"{name}\""),
                    hint,
                );
            }
            let least = values::number(least, &spot.key(name), faults)
                .filter(|least| self.may_be(least, &spot.key(name), faults));
            let (Some(group), Some(least)) = (group, least) else {
                complete = false;
                continue;
            };
            for member in &group.members {
                let Some(scope) = self.inside(Some(member.clone()), &spot.name(name), faults) else {
                    complete = false;
                    continue;
                };
                if members.iter().any(|(known, _)| *known == scope) {
                    let message = format!("\"{scope}\" is in two of these groups");
                    faults.add(
                        Code::DuplicateId,
                        &spot.name(name),
                        message,
                        "ask so much of each member once",
                    );
                    complete = false;
                } else {
                    members.push((scope, least.clone()));
                }
            }
        }
        for (inner, _) in &members {
            let Some((outer, _)) =
                members.iter().find(|(other, _)| scopes.relation(inner, other) == Relation::Inside)
            else {
                continue;
            };
            let message = format!("\"{inner}\" lies inside \"{outer}\", and both are members");
            let hint = "ask so much of one of the two, or write two targets";
            faults.add(Code::NestedMembers, spot, message, hint);
            complete = false;
        }
        complete.then_some(members)
    }
}
