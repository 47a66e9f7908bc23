//! `plans/<id>.yaml`.

use super::cursor::{Cursor, Faults};
use super::parsed::Parsed;
use super::periods::Reading;
use super::raw::{RawAction, RawPlan, RawTask, RawText};
use super::values::{self, Languages};
use crate::diagnostic::{Code, nearest};
use crate::model::{
    Action, ActionId, ActionKind, LabelFault, Plan, PlanId, ScopeId, ScopeTree, Source, SourceId, Task, Text,
    Unit, UnitId, Years, check_label,
};
use std::collections::{BTreeMap, BTreeSet};

/// What plans may name.
pub(super) struct PlanNames<'a> {
    pub languages: &'a Languages,
    pub scopes: &'a ScopeTree,
    pub sources: &'a BTreeMap<SourceId, Source>,
    pub units: &'a BTreeMap<UnitId, Unit>,
}

/// The plans.
pub(super) fn resolve(
    files: Vec<Parsed<RawPlan>>,
    base: &PlanNames<'_>,
    faults: &mut Faults,
) -> BTreeMap<PlanId, Plan> {
    let mut plans = BTreeMap::new();
    let mut pages = BTreeSet::new();
    for Parsed { stem, document, raw } in files {
        let spot = Cursor::root(&document);
        let mut numbers = BTreeSet::new();
        let actions = raw
            .actions
            .iter()
            .enumerate()
            .filter_map(|(index, action)| {
                let at = spot.key("actions").item(index);
                if !pages.insert(action.id.clone()) {
                    let hint = "actions of all plans share one folder of pages: choose another id";
                    faults.add(
                        Code::DuplicateId,
                        &at.key("id"),
                        format!("there is another action \"{}\"", action.id),
                        hint,
                    );
                }
                base.action(action, &at, &mut numbers, faults)
            })
            .collect();
        let id = values::id(&stem, PlanId::new, &spot, faults);
        let year_starts = raw
            .year_starts
            .as_ref()
            .map_or(Some((1, 1)), |text| year_starts(text, &spot.key("year_starts"), faults));
        let year_label =
            raw.year_label.as_ref().map(|raw| base.year_label(raw, &spot.key("year_label"), faults));
        let years = Years::new(year_starts.unwrap_or((1, 1)), year_label.as_ref());
        let period = Reading::by(years).period(&raw.period, &spot.key("period"), faults);
        if period.is_some_and(|period| period.start().is_none()) {
            faults.add(
                Code::BadPeriod,
                &spot.key("period"),
                "a plan's period has a first day",
                "write it: 2018..2020",
            );
        }
        let source = values::known(
            base.sources,
            &raw.source,
            (Code::UnknownSource, "source"),
            &spot.key("source"),
            faults,
        );
        let scope = scope(base.scopes, &raw.scope, &spot.key("scope"), faults);
        let issued = raw.issued.as_ref().and_then(|text| values::day(text, &spot.key("issued"), faults));
        let text = |raw: &Option<_>, key: &str, faults: &mut Faults| {
            base.languages.maybe(raw.as_ref(), &spot.key(key), faults)
        };
        let title = base.languages.text(&raw.title, &spot.key("title"), faults);
        let aim = text(&raw.aim, "aim", faults);
        let lead_inferred = text(&raw.lead_inferred, "lead_inferred", faults);
        // With an open period every target of the plan would be at fault as well.
        let period = period.filter(|period| period.start().is_some());
        if id.is_none() || period.is_none() || source.is_none() || scope.is_none() {
            faults.broken(Code::UnknownPlan, &stem);
        }
        if let (Some(id), Some(period), Some((source, _)), Some(scope)) = (id, period, source, scope) {
            let plan = Plan {
                id: id.clone(),
                title,
                number: raw.number,
                issued,
                period,
                year_starts: year_starts.unwrap_or((1, 1)),
                year_label,
                scope,
                source: source.clone(),
                aim,
                lead_inferred,
                actions,
                origin: spot.origin(),
            };
            plans.insert(id, plan);
        }
    }
    plans
}

/// The month and day on which a plan's years start: 07-01. Every year and month has its days up to the 28th.
fn year_starts(text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<(i8, i8)> {
    let two = |part: &str| (part.len() == 2).then(|| part.parse::<i8>().ok()).flatten();
    let read = text.trim().split_once('-').and_then(|(month, day)| Some((two(month)?, two(day)?)));
    let fine = read.filter(|(month, day)| (1..=12).contains(month) && (1..=28).contains(day));
    if fine.is_none() {
        let hint = "write month and day, such as 07-01 for years from July to June";
        faults.add(Code::BadDate, at, format!("\"{text}\" is not a day on which every year can start"), hint);
    }
    fine
}

/// Finds a scope of the tree.
pub(super) fn scope(scopes: &ScopeTree, text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<ScopeId> {
    let found = ScopeId::new(text).ok().filter(|id| scopes.get(id).is_some());
    if found.is_none() && !faults.is_broken(Code::UnknownScope, text) {
        let hint = nearest(text, scopes.iter().map(|scope| scope.id.as_str())).map_or_else(
            || "add it to partnerships.yaml".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        faults.add(Code::UnknownScope, at, format!("there is no scope \"{text}\""), hint);
    }
    found
}

impl PlanNames<'_> {
    /// How a plan's years are named, in each language.
    fn year_label(&self, raw: &RawText, at: &Cursor<'_>, faults: &mut Faults) -> Text {
        let label = self.languages.text(raw, at, faults);
        for (_, words) in label.iter() {
            let (message, hint) = match check_label(words) {
                Ok(()) => continue,
                Err(LabelFault::NoYear) => (
                    format!("\"{words}\" names no year"),
                    "write {end} or {start} where the year stands: FY{end}, {start}/{end2}, {start}年度",
                ),
                Err(LabelFault::UnknownField(field)) => (
                    format!("\"{field}\" stands for nothing here"),
                    "write {start} and {end} for the years, {start2} and {end2} for their last two digits",
                ),
                Err(LabelFault::LikeCalendar) => (
                    format!("\"{words}\" cannot be told from a calendar year"),
                    "add a word, such as FY{end}, or the other year: {start}/{end2}",
                ),
            };
            faults.add(Code::UnknownWord, at, message, hint);
        }
        label
    }

    fn action(
        &self,
        raw: &RawAction,
        spot: &Cursor<'_>,
        numbers: &mut BTreeSet<String>,
        faults: &mut Faults,
    ) -> Option<Action> {
        let id = values::id(&raw.id, ActionId::new, &spot.key("id"), faults);
        let title = self.languages.text(&raw.title, &spot.key("title"), faults);
        let short = self.languages.maybe(raw.short.as_ref(), &spot.key("short"), faults);
        let units = self.units(&raw.units, &spot.key("units"), faults);
        let summary = self.languages.maybe(raw.summary.as_ref(), &spot.key("summary"), faults);
        let tasks = raw
            .tasks
            .iter()
            .enumerate()
            .map(|(index, task)| {
                let at = spot.key("tasks").item(index);
                if !numbers.insert(task.number.clone()) {
                    let message = format!("there is another task \"{}\"", task.number);
                    faults.add(
                        Code::DuplicateId,
                        &at.key("number"),
                        message,
                        "each row of the checklist has its own number",
                    );
                }
                self.task(task, &at, faults)
            })
            .collect();
        Some(Action {
            id: id?,
            number: raw.number.clone(),
            short: short.unwrap_or_else(|| title.clone()),
            title,
            kind: raw.kind.map_or(ActionKind::Action, ActionKind::from),
            summary,
            locator: raw.locator.clone(),
            units,
            tasks,
            origin: spot.origin(),
        })
    }

    fn task(&self, raw: &RawTask, spot: &Cursor<'_>, faults: &mut Faults) -> Task {
        Task {
            number: raw.number.clone(),
            title: self.languages.text(&raw.title, &spot.key("title"), faults),
            text: self.languages.text(&raw.text, &spot.key("text"), faults),
            due: self.languages.text(&raw.due, &spot.key("due"), faults),
            lead: self.units(&raw.lead, &spot.key("lead"), faults),
            partner: self.units(&raw.partner, &spot.key("partner"), faults),
            locator: raw.locator.clone(),
            origin: spot.key("number").origin(),
            text_origin: spot.key("text").origin(),
        }
    }

    fn units(&self, names: &[String], spot: &Cursor<'_>, faults: &mut Faults) -> Vec<UnitId> {
        names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let known = (Code::UnknownResponsible, "responsible unit");
                values::known(self.units, name, known, &spot.item(index), faults).map(|(id, _)| id.clone())
            })
            .collect()
    }
}
