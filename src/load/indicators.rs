//! `indicators/**/<id>.yaml`.

use super::computed::forms;
use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::memory::Resolved;
use super::parsed::Parsed;
use super::periods::Reading;
use super::raw::RawIndicator;
use super::sign::Sign;
use super::values;
use super::world::World;
use super::{actuals, additive, baselines, breaks, dimensions, plans, related, targets, trends};
use crate::diagnostic::{Code, nearest};
use crate::model::{
    Binding, ChartChoice, ChartKind, Indicator, IndicatorId, Level, Measure, MeasurementUnitId, Plan, TaskRef,
};
use crate::yaml::Shape;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The indicators by id.
pub(super) type Indicators = BTreeMap<IndicatorId, Arc<Indicator>>;

/// The indicators. What a file became before is taken again if the file is the same; who calls has made sure
/// that `world` is the same.
pub(super) fn resolve(
    files: &[ContentFile],
    world: &World<'_>,
    before: &mut BTreeMap<Arc<str>, Resolved>,
    faults: &mut Faults,
) -> Indicators {
    let new: Vec<&ContentFile> = files
        .iter()
        .filter(|file| before.get(&file.path).is_none_or(|resolved| resolved.file != **file))
        .collect();
    if !new.is_empty() {
        let (shape, part) = (Shape::new(), faults.parts());
        let resolved: Vec<Resolved> =
            new.into_par_iter().map(|file| world.file(file, &shape, part())).collect();
        before.extend(resolved.into_iter().map(|one| (Arc::clone(&one.file.path), one)));
    }
    if before.len() > files.len() {
        let there: BTreeSet<&Arc<str>> = files.iter().map(|file| &file.path).collect();
        before.retain(|path, _| there.contains(path));
    }
    let mut all = BTreeMap::new();
    for file in files {
        let Some(resolved) = before.get(&file.path) else { continue };
        faults.take_over(&resolved.faults);
        if let Some(indicator) = &resolved.indicator {
            all.insert(indicator.id.clone(), Arc::clone(indicator));
        }
    }
    all
}

impl World<'_> {
    fn file(&self, file: &ContentFile, shape: &Shape<RawIndicator>, mut faults: Faults) -> Resolved {
        let read = super::parsed::read(file, shape).map_err(|found| faults.found.extend(found)).ok();
        let indicator = read.and_then(|Parsed { stem, document, raw }| {
            let spot = Cursor::root(&document);
            let id = values::id(&stem, IndicatorId::new, &spot, &mut faults)?;
            self.indicator(id, &raw, &spot, &mut faults)
        });
        if indicator.is_none() {
            faults.broken(Code::UnknownIndicator, &file.stem);
        }
        Resolved { file: file.clone(), indicator: indicator.map(Arc::new), faults }
    }

    fn indicator(
        &self,
        id: IndicatorId,
        raw: &RawIndicator,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Indicator> {
        let measure = Measure::from(raw.measure);
        let scope = plans::scope(self.scopes, &raw.scope, &spot.key("scope"), faults);
        let plan = raw.plan.as_ref().and_then(|name| {
            values::known(self.plans, name, (Code::UnknownPlan, "plan"), &spot.key("plan"), faults)
                .map(|(_, plan)| plan)
        });
        let task = Self::task(raw, plan, spot, faults);
        let unit = self.unit(raw, measure, spot, faults);
        nature(raw, measure, spot, faults);
        if measure == Measure::Growth && unit.as_ref().is_some_and(|unit| unit.as_str() != "percent") {
            let message = "a growth is told in per cent";
            let hint = "write \"unit: percent\", or \"measure: rate\" for anything else";
            faults.add(Code::MeasureMismatch, &spot.key("unit"), message, hint);
        }
        let of_unit = unit.as_ref().and_then(|id| self.measurement_units.get(id));
        let (sign, refused) =
            (Sign::of(measure, raw.signed, of_unit), additive::is_refused(measure, of_unit));
        let scope = scope?;
        let reading = Reading::of(plan);
        let dimensions = dimensions::of_indicator(
            raw.dimensions.as_ref(),
            self.dimensions,
            self.languages,
            &spot.key("dimensions"),
            faults,
        );
        let times = raw.actuals.iter().flat_map(|raw| [&raw.period, &raw.at]).flatten();
        let beside = reading.beside(times.map(String::as_str));
        let reader = actuals::ActualReader {
            world: self,
            measure,
            sign,
            reading: beside,
            scope: &scope,
            dimensions: &dimensions,
        };
        let baselines = baselines::read(raw, &reader, spot, faults);
        let read = raw
            .actuals
            .iter()
            .enumerate()
            .map(|(index, raw)| reader.actual(raw, &spot.key("actuals").item(index), faults))
            .collect::<Vec<_>>();
        let complete = read.iter().all(Option::is_some);
        let mut reported: Vec<_> = read.into_iter().flatten().collect();
        if !complete || baselines.is_broken {
            faults.broken(Code::UnknownFigure, id.as_str());
        }
        if complete {
            actuals::connect(&raw.actuals, &mut reported, (&scope, reading.years()), spot, faults);
        }
        let named = raw.plan.is_some();
        let context = targets::Context {
            world: self,
            id: &id,
            plan,
            plan_is_named: named,
            measure,
            unit: of_unit,
            sign,
            baselines: &baselines.all,
            baseline_is_broken: baselines.is_broken,
            reading,
            additive: !refused,
            scope: &scope,
            dimensions: &dimensions,
        };
        let targets = targets::resolve(&raw.targets, &context, &spot.key("targets"), faults);
        if refused {
            additive::check(raw, spot, faults);
        }
        let (baseline, further_baselines) = baselines.divided(&scope);
        let trend = trends::trend(raw, &scope, baseline.as_ref(), &reported, spot, faults);
        let aliases = values::aliases(&raw.aliases, IndicatorId::new, &spot.key("aliases"), faults);
        Some(Indicator {
            aliases,
            title: self.languages.text(&raw.title, &spot.key("title"), faults),
            definition: self.languages.maybe(raw.definition.as_ref(), &spot.key("definition"), faults),
            plan: plan.map(|plan| plan.id.clone()),
            task,
            measure,
            dimensions,
            level: raw.level.map(Level::from),
            signed: raw.signed,
            never_falls: raw.never_falls,
            binding: raw.binding.map(Binding::from),
            better: raw.better.into(),
            unit,
            baseline,
            further_baselines,
            breaks: breaks::read(&raw.breaks, self.languages, &spot.key("breaks"), faults),
            related: related::read(&raw.related, &spot.key("related"), faults),
            targets,
            actuals: reported,
            computed: forms::read(raw.computed.as_ref(), measure, &spot.key("computed"), faults),
            chart: chart(raw.chart.as_deref(), &spot.key("chart"), faults),
            trend,
            note: self.languages.maybe(raw.note.as_ref(), &spot.key("note"), faults),
            origin: spot.origin(),
            scope,
            id,
        })
    }

    fn task(
        raw: &RawIndicator,
        plan: Option<&Plan>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<TaskRef> {
        let number = raw.task.as_ref()?;
        let at = spot.key("task");
        if raw.plan.is_none() {
            faults.add(
                Code::MissingKey,
                &at,
                "a task is named, but no plan",
                "add \"plan:\" with the id of the plan",
            );
        }
        let plan = plan?;
        if plan.task(number).is_none() {
            let hint = nearest(number, plan.tasks().map(|(_, task)| task.number.as_str())).map_or_else(
                || "write a number of its checklist in quotes, such as \"5.2\"".to_owned(),
                |near| format!("did you mean \"{near}\"?"),
            );
            faults.add(Code::UnknownTask, &at, format!("the plan has no task \"{number}\""), hint);
            return None;
        }
        Some(TaskRef { plan: plan.id.clone(), number: number.clone() })
    }

    fn unit(
        &self,
        raw: &RawIndicator,
        measure: Measure,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<MeasurementUnitId> {
        match (&raw.unit, measure) {
            (None, Measure::Milestone) => None,
            (Some(_), Measure::Milestone) => {
                let hint = "take \"unit\" out";
                faults.add(
                    Code::MeasureMismatch,
                    &spot.key("unit"),
                    "a milestone is counted in nothing",
                    hint,
                );
                None
            }
            (None, _) => {
                let hint = "add \"unit:\" with what is counted, such as person or yuan";
                faults.add(Code::MissingKey, &spot.name("measure"), "\"unit\" is missing here", hint);
                None
            }
            (Some(name), _) => {
                let known = (Code::UnknownUnit, "unit of measure");
                values::known(self.measurement_units, name, known, &spot.key("unit"), faults)
                    .map(|(id, _)| id.clone())
            }
        }
    }
}

/// Keys that go with one measure only.
fn nature(raw: &RawIndicator, measure: Measure, spot: &Cursor<'_>, faults: &mut Faults) {
    let keys = [
        ("signed", raw.signed, Measure::Flow, "only a flow has to say that it may lie below zero"),
        ("never_falls", raw.never_falls, Measure::Stock, "only of a stock can one say that it never falls"),
    ];
    for (key, there, wanted, message) in keys {
        if there && measure != wanted {
            faults.add(Code::MeasureMismatch, &spot.name(key), message, format!("take \"{key}\" out"));
        }
    }
}

fn chart(name: Option<&str>, at: &Cursor<'_>, faults: &mut Faults) -> ChartChoice {
    match name {
        None | Some("auto") => ChartChoice::Auto,
        Some("none") => ChartChoice::None,
        Some(name) => {
            if let Some(kind) = ChartKind::named(name) {
                return ChartChoice::Kind(kind, at.origin());
            }
            let names: Vec<&str> = ChartKind::ALL.iter().map(|kind| kind.as_str()).collect();
            let hint = format!("write auto, none or one of: {}", names.join(", "));
            faults.add(Code::UnknownWord, at, format!("there is no chart \"{name}\""), hint);
            ChartChoice::Auto
        }
    }
}
