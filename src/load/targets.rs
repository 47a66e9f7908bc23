//! Targets: yearly and per-member promises written out, each with its own id.

use super::cursor::{Cursor, Faults};
use super::plans;
use super::raw::{RawRevision, RawTarget, RawWas};
use super::values;
use super::world::World;
use crate::diagnostic::{Code, nearest};
use crate::model::{
    Condition, GroupId, IndicatorId, Measure, Pace, Period, Plan, Relation, Revision, RevisionChange,
    ScopeId, SourceId, Target, TargetId, Text, Written,
};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The indicator that the targets belong to.
pub(super) struct Context<'a> {
    pub world: &'a World<'a>,
    pub id: &'a IndicatorId,
    pub plan: Option<&'a Plan>,
    pub plan_is_named: bool,
    pub measure: Measure,
    pub scope: &'a ScopeId,
}

/// What all targets written out from one entry share.
struct SharedFields {
    pace: Pace,
    source: SourceId,
    locator: String,
    derived: Option<Text>,
    note: Option<Text>,
    revisions: Vec<Revision>,
}

/// What an entry asks: the same of its scope, or so much of each member.
enum EntryConditions {
    Whole(Condition),
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
        for (period, due) in entry.times {
            let make = |scope: &ScopeId, condition: Condition, taken: &mut BTreeMap<String, usize>| Target {
                id: context.target_id(&period, scope, taken),
                period,
                scope: scope.clone(),
                condition,
                due,
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
                EntryConditions::Whole(condition) => {
                    all.push(make(&entry.scope, condition.clone(), &mut taken))
                }
                EntryConditions::Members(members) => {
                    let sum: Decimal = members.iter().map(|(_, least)| least.value()).sum();
                    let mut whole = make(&entry.scope, Condition::AtLeast(Written::exact(sum)), &mut taken);
                    let parts: Vec<Target> = members
                        .iter()
                        .map(|(scope, least)| {
                            let mut part = make(scope, Condition::AtLeast(least.clone()), &mut taken);
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
    times: Vec<(Period, Date)>,
    scope: ScopeId,
    asked: EntryConditions,
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
        let asked = self.asked(raw, spot, faults);
        let scope = match &raw.scope {
            None => Some(self.scope.clone()),
            Some(name) => self.inside(
                plans::scope(self.world.scopes, name, &spot.key("scope"), faults),
                &spot.key("scope"),
                faults,
            ),
        };
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
            .filter_map(|(index, raw)| self.revision(raw, &spot.key("revisions").item(index), faults))
            .collect();
        Some(TargetEntry {
            times: times?,
            scope: scope?,
            asked: asked?,
            shared: SharedFields {
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

    /// The periods with their due dates.
    fn times(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<(Period, Date)>> {
        let given: Vec<&str> = [
            ("each", raw.each.is_some()),
            ("over", raw.over.is_some()),
            ("period", raw.period.is_some()),
            ("by", raw.by.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, there)| there.then_some(key))
        .collect();
        let &[key] = given.as_slice() else {
            let message = if given.is_empty() {
                "this target has no time".to_owned()
            } else {
                format!("this target has {} times: {}", given.len(), given.join(", "))
            };
            faults.add(Code::TimeForms, spot, message, "write exactly one of each, over, period or by");
            return None;
        };
        let at = spot.key(key);
        let plan = self.plan.map(|plan| plan.period);
        let needs_plan = |faults: &mut Faults| {
            if plan.is_none() && !self.plan_is_named {
                faults.add(
                    Code::MissingKey,
                    &at,
                    "this needs the plan's period",
                    "add \"plan:\" to the indicator, or write a period",
                );
            }
            plan
        };
        let periods = match key {
            "each" => years(needs_plan(faults)?),
            "by" => {
                let end = values::day(raw.by.as_deref()?, &at, faults)?;
                let plan = needs_plan(faults)?;
                let Ok(period) = Period::new(plan.start(), end) else {
                    faults.add(
                        Code::OutsidePlan,
                        &at,
                        format!("{end} lies before the plan begins"),
                        "check the day",
                    );
                    return None;
                };
                vec![period]
            }
            _ => {
                let text = if key == "over" { raw.over.as_deref()? } else { raw.period.as_deref()? };
                if text == "plan" {
                    vec![needs_plan(faults)?]
                } else {
                    vec![values::period(text, &at, faults)?]
                }
            }
        };
        for period in &periods {
            if let Some(plan) = plan.filter(|plan| !plan.contains(period)) {
                let message = format!("{} is not within the plan's period {}", period.text(), plan.text());
                faults.add(Code::OutsidePlan, &at, message, "a target belongs to the plan that promises it");
                return None;
            }
            if period.start().is_none() {
                faults.add(Code::BadPeriod, &at, "a target's period has a first day", "write it: 2018..2020");
                return None;
            }
        }
        Self::due(raw, &periods, spot, faults)
    }

    /// The due date of each period: its end, or the earlier day that is written.
    fn due(
        raw: &RawTarget,
        periods: &[Period],
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<(Period, Date)>> {
        let Some(text) = &raw.due else {
            return Some(periods.iter().map(|period| (*period, period.end())).collect());
        };
        let at = spot.key("due");
        let mut all = Vec::new();
        for period in periods {
            let full =
                if text.len() == 5 { format!("{:04}-{text}", period.end().year()) } else { text.clone() };
            let due = values::day(&full, &at, faults)?;
            if !period.contains(&Period::day(due)) {
                let message = format!("{due} does not lie in {}", period.text());
                faults.add(Code::BadDate, &at, message, "a due date is a day of the target's period");
                return None;
            }
            all.push((*period, due));
        }
        Some(all)
    }

    fn asked(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> Option<EntryConditions> {
        let was = RawWas {
            at_least: raw.at_least.clone(),
            at_most: raw.at_most.clone(),
            exactly: raw.exactly.clone(),
            between: raw.between.clone(),
            within: raw.within.clone(),
            done: raw.done,
        };
        let Some(groups) = &raw.for_each else {
            return self.condition(&was, spot, faults).map(EntryConditions::Whole);
        };
        if let Some(other) = given(&was).first() {
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
        self.members(groups, &spot.key("for_each"), faults).map(EntryConditions::Members)
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
            let least = values::number(least, &spot.key(name), faults);
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
        complete.then_some(members)
    }

    fn condition(&self, raw: &RawWas, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Condition> {
        let given = given(raw);
        let &[key] = given.as_slice() else {
            let message = if given.is_empty() {
                "this target has no condition".to_owned()
            } else {
                format!("this target has {} conditions: {}", given.len(), given.join(", "))
            };
            let hint = "write exactly one of at_least, at_most, exactly, between, within, done or for_each";
            faults.add(Code::ConditionForms, spot, message, hint);
            return None;
        };
        let at = spot.key(key);
        if (key == "done") != (self.measure == Measure::Milestone) {
            let hint = if key == "done" {
                "write a number, or make the indicator a milestone"
            } else {
                "write \"done: true\""
            };
            faults.add(
                Code::MeasureMismatch,
                &spot.name(key),
                "this condition does not go with the indicator's measure",
                hint,
            );
            return None;
        }
        let number =
            |text: &Option<String>, faults: &mut Faults| values::number(text.as_deref()?, &at, faults);
        Some(match key {
            "at_least" => Condition::AtLeast(number(&raw.at_least, faults)?),
            "at_most" => Condition::AtMost(number(&raw.at_most, faults)?),
            "exactly" => Condition::Exactly(number(&raw.exactly, faults)?),
            "between" => {
                let (low, high) = values::range(raw.between.as_deref()?, &at, faults)?;
                Condition::Between(low, high)
            }
            "within" => {
                let (low, high) = values::range(raw.within.as_deref()?, &at, faults)?;
                Condition::Within(low, high)
            }
            _ => {
                if raw.done != Some(true) {
                    faults.add(
                        Code::ConditionForms,
                        &at,
                        "a milestone is promised by \"done: true\"",
                        "write true, or take the target out",
                    );
                    return None;
                }
                Condition::Done
            }
        })
    }

    fn revision(&self, raw: &RawRevision, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Revision> {
        let on = values::day(&raw.on, &spot.key("on"), faults);
        let change = match (&raw.was, raw.dropped) {
            (Some(was), false) => self.condition(was, &spot.key("was"), faults).map(RevisionChange::Was),
            (None, true) => Some(RevisionChange::Dropped),
            _ => {
                let hint = "write what the condition was, or \"dropped: true\"";
                faults.add(
                    Code::ConditionForms,
                    spot,
                    "a revision says one thing: what it was, or that it was dropped",
                    hint,
                );
                None
            }
        };
        let source = raw.source.as_ref().and_then(|name| {
            let known = (Code::UnknownSource, "source");
            let (id, _) = values::known(self.world.sources, name, known, &spot.key("source"), faults)?;
            Some((id.clone(), raw.locator.clone().unwrap_or_default()))
        });
        let languages = self.world.languages;
        let why = languages.text(&raw.why, &spot.key("why"), faults);
        let who = languages.maybe(raw.who.as_ref(), &spot.key("who"), faults);
        Some(Revision { on: on?, change: change?, why, who, source })
    }
}

/// The conditions that are written.
fn given(raw: &RawWas) -> Vec<&'static str> {
    [
        ("at_least", raw.at_least.is_some()),
        ("at_most", raw.at_most.is_some()),
        ("exactly", raw.exactly.is_some()),
        ("between", raw.between.is_some()),
        ("within", raw.within.is_some()),
        ("done", raw.done.is_some()),
    ]
    .into_iter()
    .filter_map(|(key, there)| there.then_some(key))
    .collect()
}

/// The years of a plan, cut to its period.
fn years(plan: Period) -> Vec<Period> {
    let Some(years) = plan.years() else { return Vec::new() };
    years
        .filter_map(|year| {
            let year = Period::year(year).ok()?;
            let start = year.start().max(plan.start());
            Period::new(start, year.end().min(plan.end())).ok()
        })
        .collect()
}
