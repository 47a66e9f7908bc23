//! Targets that ask so much of each member: of each scope of a group, or of each category of a dimension.

use super::conditions;
use super::context::{Context, Of};
use super::entry::{EntryConditions, Member};
use crate::diagnostic::{Code, nearest};
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::RawTarget;
use crate::load::{additive, dimensions, values};
use crate::model::{Cell, GroupId, Measure, Reckoning, ScopeId, Written};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

impl Context<'_> {
    /// What an entry asks of a scope and cell.
    pub(super) fn asked(
        &self,
        raw: &RawTarget,
        of: Of<'_>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<(Reckoning, EntryConditions)> {
        let was = conditions::written(raw);
        let reckoned = self.reckoned(raw, spot, faults);
        let given = conditions::given(&was);
        let (key, other) = match (&raw.for_each, &raw.for_each_category) {
            (None, None) => {
                let (reckoning, stated) = match reckoned {
                    Some(reckoning) => {
                        (reckoning, self.reckoned_condition(reckoning, raw, of, spot, faults)?)
                    }
                    None => (Reckoning::Single, self.condition(&was, of, spot, faults)?),
                };
                return Some((reckoning, EntryConditions::Whole(Box::new(stated))));
            }
            (Some(_), Some(_)) => ("for_each", Some(&"for_each_category")),
            (Some(_), None) => ("for_each", given.first()),
            (None, Some(_)) => ("for_each_category", given.first()),
        };
        if let Some(other) = other {
            let message = format!("this target has two conditions: {key} and {other}");
            faults.add(Code::ConditionForms, &spot.name(other), message, "keep one of the two");
            return None;
        }
        if self.measure == Measure::Milestone {
            faults.add(
                Code::MeasureMismatch,
                &spot.name(key),
                "a milestone has no amount for each member",
                "write \"done: true\"",
            );
            return None;
        }
        if !self.additive {
            let message = "this unit of measure does not add up over members";
            faults.add(Code::NotAdditive, &spot.name(key), message, additive::HINT);
            return None;
        }
        let at = spot.key(key);
        let members = match (&raw.for_each, &raw.for_each_category) {
            (Some(groups), _) => self.members(groups, of.1, &at, faults),
            (_, Some(named)) => self.cells(named, of, raw.whole.is_some(), &at, faults),
            (None, None) => None,
        };
        Some((Reckoning::Single, EntryConditions::Members(members?)))
    }

    /// So much of each category of a dimension.
    fn cells(
        &self,
        named: &BTreeMap<String, String>,
        (scope, cell): Of<'_>,
        whole: bool,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<Member>> {
        if named.len() != 1 {
            let message =
                format!("so much is asked of each category of one dimension, not of {}", named.len());
            faults.add(Code::ConditionForms, spot, message, "write a target for each dimension");
            return None;
        }
        let (name, least) = named.first_key_value()?;
        let at = spot.name(name);
        let dimension = dimensions::dimension(name, self.dimensions, &at, faults);
        let least = values::number(least, &spot.key(name), faults)
            .filter(|least| self.may_be(least, &spot.key(name), faults));
        let (dimension, least) = (dimension?, least?);
        if cell.category(name).is_some() {
            let message = format!("this target speaks of one category of \"{name}\" already");
            faults.add(Code::ConditionForms, &at, message, "take it out of \"where\"");
            return None;
        }
        if whole && !dimension.complete {
            let message = format!("the categories of \"{name}\" are not said to make up the whole");
            faults.add(Code::NotAdditive, &at, message, "take \"whole\" out, or add \"complete: true\"");
            return None;
        }
        let member = |id: &_| Member {
            scope: scope.clone(),
            cell: cell.with(&dimension.id, id),
            least: least.clone(),
        };
        Some(dimension.categories.iter().map(|category| member(&category.id)).collect())
    }

    /// What a whole over members is said to ask: the sum over them; of a rate the least that is asked of any.
    pub(super) fn of_all(&self, members: &[Member]) -> Written {
        let least = members.iter().map(|member| &member.least);
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
        cell: &Cell,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<Member>> {
        let scopes = self.world.scopes;
        let mut members: Vec<(ScopeId, Written)> = Vec::new();
        let mut seen: BTreeSet<ScopeId> = BTreeSet::new();
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
                if seen.insert(scope.clone()) {
                    members.push((scope, least.clone()));
                } else {
                    let message = format!("\"{scope}\" is in two of these groups");
                    faults.add(
                        Code::DuplicateId,
                        &spot.name(name),
                        message,
                        "ask so much of each member once",
                    );
                    complete = false;
                }
            }
        }
        for (inner, _) in &members {
            let Some(outer) = scopes.ancestors(inner).find(|above| seen.contains(*above)) else { continue };
            let message = format!("\"{inner}\" lies inside \"{outer}\", and both are members");
            let hint = "ask so much of one of the two, or write two targets";
            faults.add(Code::NestedMembers, spot, message, hint);
            complete = false;
        }
        let member = |(scope, least)| Member { scope, cell: cell.clone(), least };
        complete.then(|| members.into_iter().map(member).collect())
    }
}
