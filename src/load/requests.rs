//! `requests/<id>.yaml`: who is asked for which figures.

use super::cursor::{Cursor, Faults};
use super::indicators::Indicators;
use super::parsed::Parsed;
use super::periods::Reading;
use super::plans;
use super::raw::{RawAskedOf, RawAskedRow, RawRequest};
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::{
    Asked, AskedColumn, AskedOf, AskedRow, Cell, GroupId, Indicator, IndicatorId, MeasurementUnit,
    MeasurementUnitId, Plan, PlanId, Request, RequestId, ScopeId, ScopeTree, SourceId, Unit, UnitId, Written,
};
use std::collections::{BTreeMap, BTreeSet};

/// What requests may name.
pub(super) struct World<'a> {
    pub languages: &'a Languages,
    pub scopes: &'a ScopeTree,
    pub units: &'a BTreeMap<UnitId, Unit>,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    pub indicators: &'a Indicators,
    pub measurement_units: &'a BTreeMap<MeasurementUnitId, MeasurementUnit>,
}

/// Reads the requests.
pub(super) fn resolve(
    files: Vec<Parsed<RawRequest>>,
    world: &World<'_>,
    faults: &mut Faults,
) -> BTreeMap<RequestId, Request> {
    let mut requests = BTreeMap::new();
    for file in files {
        let spot = Cursor::root(&file.document);
        if let Some(request) = world.request(&file.stem, &file.raw, &spot, faults) {
            requests.insert(request.id.clone(), request);
        }
    }
    requests
}

impl World<'_> {
    fn request(
        &self,
        stem: &str,
        raw: &RawRequest,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Request> {
        let id = values::id(stem, RequestId::new, spot, faults);
        let title = self.languages.text(&raw.title, &spot.key("title"), faults);
        let contact = self.languages.maybe(raw.contact.as_ref(), &spot.key("contact"), faults);
        let source = values::id(&raw.source, SourceId::new, &spot.key("source"), faults);
        let due = values::day(&raw.due, &spot.key("due"), faults);
        let columns = self.columns(raw, spot, faults);
        let rows = self.rows(raw, spot, faults);
        let mut taken: BTreeMap<(IndicatorId, ScopeId, Cell), AskedOf> = BTreeMap::new();
        let mut asked: Vec<Asked> = Vec::new();
        for (index, from) in raw.from.iter().enumerate() {
            let at = spot.key("from").item(index);
            for one in self.asked_of(from, &rows, &at, faults) {
                for row in &one.rows {
                    let region = (row.indicator.clone(), row.scope.clone(), row.cell.clone());
                    if let Some(other) = taken.insert(region, one.of.clone()) {
                        let (row, scope) = (&row.indicator, &row.scope);
                        let message = if other == one.of {
                            format!("\"{row}\" of \"{scope}\" is asked of \"{}\" twice", other.id())
                        } else {
                            let (one, other) = (one.of.id(), other.id());
                            format!("\"{row}\" of \"{scope}\" is asked of \"{other}\" and of \"{one}\"")
                        };
                        faults.add(Code::BadRequest, &at, message, "ask one of them for it");
                    }
                }
                match asked.iter_mut().find(|other| other.of == one.of) {
                    Some(other) => other.rows.extend(one.rows),
                    None => asked.push(one),
                }
            }
        }
        Some(Request {
            id: id?,
            title,
            source: source?,
            due: due?,
            columns: columns?,
            asked,
            contact,
            origin: spot.origin(),
        })
    }

    /// The times, each once, in order.
    fn columns(&self, raw: &RawRequest, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<AskedColumn>> {
        let mut columns: Vec<AskedColumn> = Vec::new();
        let mut sound = true;
        for (key, texts, open) in [("ask", &raw.ask, true), ("show", &raw.show, raw.open)] {
            for (index, text) in texts.iter().enumerate() {
                let at = spot.key(key).item(index);
                // By the names of whichever plan has such years.
                let named = self.plans.values().find_map(|plan| plan.years().read(text).ok());
                let Some(period) = named.or_else(|| Reading::CALENDAR.period(text, &at, faults)) else {
                    sound = false;
                    continue;
                };
                if period.start().is_none() {
                    let hint = "write the first day as well: 2025-01..2025-06";
                    faults.add(Code::BadPeriod, &at, "nobody can tell when this time begins", hint);
                    sound = false;
                } else if columns.iter().any(|other| other.period == period) {
                    let message = format!("\"{text}\" is asked or shown twice");
                    faults.add(Code::BadRequest, &at, message, "keep one of the two");
                } else {
                    columns.push(AskedColumn { text: text.trim().to_owned(), period, open });
                }
            }
        }
        columns.sort_by_key(|column| (column.period.end(), column.period.start()));
        sound.then_some(columns)
    }

    /// How numbers are asked for, by indicator.
    fn rows(
        &self,
        raw: &RawRequest,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> BTreeMap<IndicatorId, (Option<String>, Option<u32>)> {
        let mut rows = BTreeMap::new();
        for (name, row) in &raw.rows.0 {
            let at = spot.key("rows");
            let known = (Code::UnknownIndicator, "indicator");
            let Some((id, indicator)) = values::known(self.indicators, name, known, &at.name(name), faults)
            else {
                continue;
            };
            let suffix = row.unit.as_ref().and_then(|_| self.suffix(row, indicator, &at.key(name), faults));
            let decimals = row.decimals.map(u32::from);
            if decimals.is_some_and(|many| many > 10) {
                let hint = "write how many digits stand behind the point";
                faults.add(Code::BadNumber, &at.key(name).key("decimals"), "more than 10 decimals", hint);
            }
            rows.insert(id.clone(), (suffix, decimals.filter(|many| *many <= 10)));
        }
        rows
    }

    /// What `in` puts behind a number: 亿 of 亿元.
    fn suffix(
        &self,
        row: &RawAskedRow,
        indicator: &Indicator,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<String> {
        let text = row.unit.as_deref()?.trim();
        let unit = indicator.unit.as_ref().and_then(|id| self.measurement_units.get(id));
        let words =
            unit.into_iter().flat_map(|unit| unit.title.iter()).flat_map(|(_, words)| words.split('|'));
        let bare =
            words.filter_map(|word| text.strip_suffix(word)).map(str::trim).min_by_key(|rest| rest.len());
        let suffix = bare.unwrap_or(text);
        // A per cent sign is the unit itself.
        let suffix = if text == "%" { "%" } else { suffix };
        if Written::parse(&format!("1{suffix}")).is_ok() {
            return Some(suffix.to_owned());
        }
        let hint = "write the unit of measure of the indicator, with 千, 万, 百万, 亿 or 万亿 before it where wanted";
        faults.add(Code::UnknownUnit, &at.key("in"), format!("nothing is counted in \"{text}\" here"), hint);
        None
    }

    /// Those who are asked by one entry, each with its rows.
    fn asked_of(
        &self,
        raw: &RawAskedOf,
        rows: &BTreeMap<IndicatorId, (Option<String>, Option<u32>)>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Vec<Asked> {
        if raw.units.is_empty() == raw.scopes.is_empty() {
            let hint = "write \"units:\" for bodies that lead tasks, or \"scopes:\" for places that report for themselves";
            let message =
                if raw.units.is_empty() { "nobody is asked" } else { "this asks units and scopes at once" };
            faults.add(Code::BadRequest, at, message, hint);
            return Vec::new();
        }
        let named: Vec<(&IndicatorId, &Indicator)> = raw
            .indicators
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let at = at.key("indicators").item(index);
                let known = (Code::UnknownIndicator, "indicator");
                let (id, one) = values::known(self.indicators, name, known, &at, faults)?;
                if one.computed.is_some() {
                    let hint = "ask for those that it is worked out from";
                    let message = format!("the figures of \"{id}\" are worked out");
                    faults.add(Code::BadRequest, &at, message, hint);
                    return None;
                }
                Some((id, &**one))
            })
            .collect();
        let row = |indicator: &Indicator, scope: &ScopeId, cell: Cell| {
            let (suffix, decimals) = rows.get(&indicator.id).cloned().unwrap_or_default();
            AskedRow { indicator: indicator.id.clone(), scope: scope.clone(), cell, suffix, decimals }
        };
        let rows_of = |indicator: &Indicator, scope: &ScopeId| -> Vec<AskedRow> {
            cells(indicator, scope).into_iter().map(|cell| row(indicator, scope, cell)).collect()
        };
        let mut all = Vec::new();
        if raw.scopes.is_empty() {
            for unit in self.units_asked(raw, at, faults) {
                let led: Vec<&Indicator> = if raw.indicators.is_empty() {
                    self.led_by(&unit)
                } else {
                    named.iter().map(|(_, one)| *one).collect()
                };
                let rows = led.iter().flat_map(|one| rows_of(one, &one.scope)).collect();
                all.push(Asked { of: AskedOf::Unit(unit), rows });
            }
            // Of all, those are meant that answer for something.
            if raw.units.iter().any(|name| name == ALL) {
                all.retain(|one| !one.rows.is_empty());
            }
        } else {
            if raw.indicators.is_empty() {
                let hint = "write \"indicators:\" with the ids of those that each of them reports";
                faults.add(Code::BadRequest, at, "scopes are asked for nothing", hint);
            }
            for scope in self.scopes_asked(raw, at, faults) {
                let rows = named.iter().flat_map(|(_, one)| rows_of(one, &scope)).collect();
                all.push(Asked { of: AskedOf::Scope(scope), rows });
            }
        }
        for one in all.iter().filter(|one| one.rows.is_empty() && !raw.units.is_empty()) {
            let hint = "write \"indicators:\" with what it is to be asked for";
            faults.add(
                Code::BadRequest,
                at,
                format!("\"{}\" leads no task with an indicator", one.of.id()),
                hint,
            );
        }
        all.retain(|one| !one.rows.is_empty());
        all
    }

    fn units_asked(&self, raw: &RawAskedOf, at: &Cursor<'_>, faults: &mut Faults) -> Vec<UnitId> {
        let mut units = Vec::new();
        for (index, name) in raw.units.iter().enumerate() {
            if name == ALL {
                // In the order in which plans name them.
                let tasks =
                    self.plans.values().flat_map(Plan::tasks).filter_map(|(_, task)| task.lead.first());
                units.extend(tasks.cloned());
                continue;
            }
            let known = (Code::UnknownResponsible, "responsible unit");
            let found = values::known(self.units, name, known, &at.key("units").item(index), faults);
            units.extend(found.map(|(id, _)| id.clone()));
        }
        let mut seen = BTreeSet::new();
        units.retain(|id| seen.insert(id.clone()));
        units
    }

    fn scopes_asked(&self, raw: &RawAskedOf, at: &Cursor<'_>, faults: &mut Faults) -> Vec<ScopeId> {
        let mut scopes = Vec::new();
        for (index, name) in raw.scopes.iter().enumerate() {
            match GroupId::new(name).ok().and_then(|id| self.scopes.group(&id)) {
                Some(group) => scopes.extend(group.members.iter().cloned()),
                None => scopes.extend(plans::scope(self.scopes, name, &at.key("scopes").item(index), faults)),
            }
        }
        let mut seen = BTreeSet::new();
        scopes.retain(|id| seen.insert(id.clone()));
        scopes
    }

    /// The indicators of the tasks that a unit leads, in the order of the plans. Of several that lead together the
    /// first one is asked.
    fn led_by(&self, unit: &UnitId) -> Vec<&Indicator> {
        let tasks = self.plans.iter().flat_map(|(id, plan)| plan.tasks().map(move |(_, task)| (id, task)));
        tasks
            .filter(|(_, task)| task.lead.first() == Some(unit))
            .flat_map(|(plan, task)| {
                self.indicators.values().filter(move |one| {
                    let measures =
                        one.task.as_ref().is_some_and(|of| of.plan == *plan && of.number == task.number);
                    measures && one.computed.is_none()
                })
            })
            .map(|one| &**one)
            .collect()
    }
}

/// The word for all units that lead a task.
const ALL: &str = "all";

/// The parts of an indicator that are spoken of for a scope, the whole first; the whole if none is.
fn cells(indicator: &Indicator, scope: &ScopeId) -> Vec<Cell> {
    let targets = indicator.targets.iter().filter(|one| one.scope == *scope).map(|one| &one.cell);
    let figures = indicator.actuals.iter().filter(|one| one.scope == *scope).map(|one| &one.cell);
    let cells: BTreeSet<Cell> = targets.chain(figures).cloned().collect();
    if cells.is_empty() { vec![Cell::default()] } else { cells.into_iter().collect() }
}
