//! Targets: yearly and per-member promises written out, each with its own id.

mod conditions;
mod context;
mod entry;
mod holds;
mod members;
mod reckoning;
mod thresholds;
mod times;

pub(super) use context::Context;

use super::cursor::{Cursor, Faults};
use super::dimensions;
use super::plans;
use super::raw::RawTarget;
use super::values;
use crate::diagnostic::Code;
use crate::model::{
    Binding, Cell, Condition, Holds, Pace, Period, Reckoning, Relation, Revision, ScopeId, SourceId, Target,
    TargetId, Text,
};
use conditions::Stated;
use context::Of;
use entry::EntryConditions;
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
    despite_break: Option<Text>,
    derived: Option<Text>,
    note: Option<Text>,
    revisions: Vec<Revision>,
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
            let make = |of: Of<'_>, stated: Stated, taken: &mut BTreeMap<String, usize>| Target {
                id: context.target_id(&period, of, taken),
                period,
                reported_for,
                by_day,
                scope: of.0.clone(),
                cell: of.1.clone(),
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
                despite_break: entry.shared.despite_break.clone(),
                derived: entry.shared.derived.clone(),
                members: Vec::new(),
                member_of: None,
                revisions: entry.shared.revisions.clone(),
                note: entry.shared.note.clone(),
                origin: at.origin(),
            };
            match &entry.asked {
                EntryConditions::Whole(stated) => {
                    all.push(make((&entry.scope, &entry.cell), (**stated).clone(), &mut taken));
                }
                EntryConditions::Members(members) => {
                    let of_all = Condition::AtLeast(context.of_all(members));
                    let mut whole = make((&entry.scope, &entry.cell), of_all.into(), &mut taken);
                    whole.whole_sum = entry.shared.whole_sum;
                    let parts: Vec<Target> = members
                        .iter()
                        .map(|member| {
                            let least = Condition::AtLeast(member.least.clone());
                            let mut part = make((&member.scope, &member.cell), least.into(), &mut taken);
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
    cell: Cell,
    asked: EntryConditions,
    reckoning: Reckoning,
    shared: SharedFields,
}

impl Context<'_> {
    fn target_id(
        &self,
        period: &Period,
        (scope, cell): Of<'_>,
        taken: &mut BTreeMap<String, usize>,
    ) -> TargetId {
        let mut text = format!("{}@{}", self.id, period.text());
        if scope != self.scope {
            text.push_str(";scope=");
            text.push_str(scope.as_str());
        }
        text.push_str(&cell.to_string());
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
        let cell = dimensions::cell(&raw.cell, self.dimensions, &spot.key("where"), faults);
        // What has a fault of its own is read as if for the indicator's scope, so that all is found at once.
        let headline = Cell::default();
        let asked_of = (scope.as_ref().unwrap_or(self.scope), cell.as_ref().unwrap_or(&headline));
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
        let despite_break = text(&raw.despite_break, "despite_break", faults);
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
            cell: cell?,
            asked: asked?,
            reckoning: reckoning?,
            shared: SharedFields {
                holds: holds?,
                binding: raw.binding.map(Binding::from),
                whole_sum,
                pace: raw.pace.map_or(Pace::Linear, Pace::from),
                source: source?.0.clone(),
                locator: raw.locator.trim().to_owned(),
                despite_break,
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
}
