//! Resolution of what a text asks to compute: the figures of a change, a sum or a share, and what a count counts.

use super::actuals::fault_of;
use super::cursor::{Cursor, Faults};
use super::indicators::Indicators;
use super::number_words::Stated;
use super::values;
use crate::diagnostic::{Code, nearest};
use crate::markup::{ComputedRef, CountRef, OfWhom};
use crate::model::{
    Actual, Binding, ChangeForm, Count, CountedBy, FigureKey, FigurePlace, Formula, Indicator, IndicatorId,
    Measure, MeasurementUnit, MeasurementUnitId, Period, Plan, PlanId, ScopeTree, UnitStyle, Value,
    WantedFigure,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, VecDeque};

/// Where to look for what a text computes from.
pub(super) struct Finder<'a> {
    pub indicators: &'a Indicators,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    pub scopes: &'a ScopeTree,
    pub units: &'a BTreeMap<MeasurementUnitId, MeasurementUnit>,
}

impl Finder<'_> {
    /// What a reference asks to compute; what cannot be computed is a fault.
    pub(super) fn formula(
        &self,
        wanted: &ComputedRef,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Formula> {
        match wanted {
            ComputedRef::Count(count) => self.count(count, at, faults).map(Formula::Count),
            ComputedRef::Change { indicator, from, to, of } => {
                let (id, found) = self.quantity(indicator, at, faults)?;
                let figure = |period, faults: &mut Faults| {
                    self.figure((id, found), period, (of.scope.as_deref(), &of.cell), at, faults)
                };
                let (from, to) = (figure(from, faults)?, figure(to, faults)?);
                let end = |key: &FigureKey| found.at(key.place).map(|figure| figure.time.end());
                if end(&from).zip(end(&to)).is_some_and(|(from, to)| found.is_broken_between(from, to)) {
                    broken(id, at, faults);
                    return None;
                }
                let form = if self.is_share(found) { ChangeForm::Difference } else { ChangeForm::Percent };
                Some(Formula::Change { from, to, form })
            }
            ComputedRef::Share { part, whole, period, of } => {
                let (part, whole) = (self.quantity(part, at, faults)?, self.quantity(whole, at, faults)?);
                Self::same_unit(&[part, whole], at, faults)?;
                let figure = |one, cell, faults: &mut Faults| {
                    self.figure(one, period, (of.scope.as_deref(), cell), at, faults)
                };
                // Of one indicator a cell is held against the headline: women among all.
                let all = BTreeMap::new();
                let whole_cell = if part.0 == whole.0 { &all } else { &of.cell };
                Some(Formula::Share {
                    part: figure(part, &of.cell, faults)?,
                    whole: figure(whole, whole_cell, faults)?,
                })
            }
            ComputedRef::Sum { indicators, period, of: whom } => {
                let all: Option<Vec<_>> =
                    indicators.iter().map(|name| self.quantity(name, at, faults)).collect();
                let all = all?;
                Self::same_unit(&all, at, faults)?;
                let mut parts = Vec::new();
                for of in &all {
                    parts.extend(self.parts(*of, all.len() == 1, (period, whom), at, faults)?);
                }
                Some(Formula::Sum(parts))
            }
        }
    }

    /// What the words of a computed number make of it: points or per cent. Words that it cannot be told in are a fault.
    pub(super) fn form(
        &self,
        formula: &mut Formula,
        stated: &Stated,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<()> {
        let percent = stated.written.is_percent();
        let unit_of = |key: &FigureKey| self.indicators.get(&key.indicator).map(|one| self.is_share(one));
        let (fits, hint) = match formula {
            Formula::Change { from, form, .. } => {
                let is_share = unit_of(from)?;
                *form = if is_share || !percent { ChangeForm::Difference } else { ChangeForm::Percent };
                let hint = if is_share {
                    "per cents change by points: write 0.4个百分点, 0.4 percentage points"
                } else {
                    "write by how many it changed, or by how many per cent: 6.0%"
                };
                (stated.points == is_share, hint)
            }
            Formula::Share { .. } => (percent && !stated.points, "write a share in per cent: 6.0%"),
            Formula::Sum(parts) => {
                let is_share = parts.first().and_then(unit_of)?;
                (!stated.points && percent == is_share, "write the sum in the unit of its figures")
            }
            Formula::Count(_) => (!stated.points && !percent, "write how many they are"),
        };
        if !fits {
            let message = format!("\"{}\" is not what is computed here", stated.written.text());
            faults.add(Code::WrongWording, at, message, hint);
        }
        fits.then_some(())
    }

    fn is_share(&self, indicator: &Indicator) -> bool {
        self.unit(indicator).is_some_and(|unit| unit.style == UnitStyle::Percent)
    }

    fn unit(&self, indicator: &Indicator) -> Option<&MeasurementUnit> {
        self.units.get(indicator.unit.as_ref()?)
    }

    /// An indicator that has numbers.
    fn quantity(
        &self,
        name: &str,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<(&IndicatorId, &Indicator)> {
        let known = (Code::UnknownIndicator, "indicator");
        let (id, found) = values::known(self.indicators, name, known, at, faults)?;
        if found.measure == Measure::Milestone {
            let hint = "name an indicator that is counted or measured";
            faults.add(
                Code::NotComputable,
                at,
                format!("\"{name}\" is a milestone and has no numbers"),
                hint,
            );
            return None;
        }
        Some((id, found))
    }

    fn same_unit(all: &[(&IndicatorId, &Indicator)], at: &Cursor<'_>, faults: &mut Faults) -> Option<()> {
        let (first, rest) = all.split_first()?;
        let other = rest.iter().find(|(_, one)| one.unit != first.1.unit);
        if let Some((id, _)) = other {
            let message = format!("\"{}\" and \"{id}\" are counted in different units", first.0);
            faults.add(Code::NotComputable, at, message, "name indicators with one unit of measure");
        }
        other.is_none().then_some(())
    }

    /// The one figure of a period.
    fn figure(
        &self,
        (id, found): (&IndicatorId, &Indicator),
        period: &str,
        (scope, cell): (Option<&str>, &BTreeMap<String, String>),
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<FigureKey> {
        let wanted = WantedFigure { period: Some(period), scope, cell, source: None };
        match found.figure(found.years(self.plans), wanted) {
            Ok(place) => Some(FigureKey { indicator: id.clone(), place }),
            Err(fault) => {
                fault_of(&fault, &format!("{id}@{period}{}", named(cell)), at, faults);
                None
            }
        }
    }

    /// The figures that make up an indicator's part of a sum. Alone it has to be counted over time; beside others its
    /// state of a day will do.
    fn parts(
        &self,
        (id, found): (&IndicatorId, &Indicator),
        alone: bool,
        (period, whom): (&str, &OfWhom),
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<FigureKey>> {
        let adds = self.unit(found).is_none_or(|unit| unit.additive);
        let (message, hint) = match found.measure {
            Measure::Rate | Measure::Growth => {
                (format!("\"{id}\" is a rate, and rates do not add up"), "name a flow")
            }
            _ if !adds => (format!("\"{id}\" is counted in what does not add up"), "name a flow"),
            Measure::Stock if alone => {
                let hint = "name several indicators, sum:a+b@2020, or use figure: for its state";
                (
                    format!("\"{id}\" is a state: what is there on one day and on another is not added up"),
                    hint,
                )
            }
            Measure::Stock => {
                let of = (whom.scope.as_deref(), &whom.cell);
                return self.figure((id, found), period, of, at, faults).map(|key| vec![key]);
            }
            Measure::Flow | Measure::Milestone => return self.flow((id, found), (period, whom), at, faults),
        };
        faults.add(Code::NotComputable, at, message, hint);
        None
    }

    /// The figures of a flow that fill a period without a gap.
    fn flow(
        &self,
        (id, found): (&IndicatorId, &Indicator),
        (text, whom): (&str, &OfWhom),
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<FigureKey>> {
        let unknown = || format!("\"{text}\" is not a period with a beginning and an end");
        let period = found.years(self.plans).read(text).ok().filter(|period| period.start().is_some());
        let Some(period) = period else {
            faults.add(Code::BadPeriod, at, unknown(), "write 2019..2020");
            return None;
        };
        let scope = whom.scope.as_deref().unwrap_or(found.scope.as_str());
        if !self.scopes.iter().any(|one| one.id.as_str() == scope) {
            let message = format!("there is no scope \"{scope}\"");
            faults.add(Code::UnknownScope, at, message, "write the id of a scope");
            return None;
        }
        match fill(found, (scope, &whom.cell), &period) {
            Ok(parts) if parts.len() > 1 && is_broken(found, &period) => {
                broken(id, at, faults);
                None
            }
            Ok(parts) => {
                let key = |actual| FigureKey { indicator: id.clone(), place: FigurePlace::Actual(actual) };
                Some(parts.into_iter().map(key).collect())
            }
            // Figures that are there but have faults of their own are not missing.
            Err(Gap::After(_)) if faults.is_broken(Code::UnknownFigure, id.as_str()) => None,
            Err(Gap::After(day)) => {
                let message = format!(
                    "no figures of \"{id}{}\" fill {text}: there is a gap from {day} on",
                    named(&whom.cell)
                );
                let hint =
                    "a sum needs figures that follow each other without a gap; name a period that they fill";
                faults.add(Code::NotComputable, at, message, hint);
                None
            }
            Err(Gap::Several(address)) => {
                let message = format!("several figures of \"{id}\" for {address} do not agree");
                let hint = "mark the one that is replaced with \"superseded_by\"";
                faults.add(Code::NotComputable, at, message, hint);
                None
            }
        }
    }

    fn count(&self, wanted: &CountRef, at: &Cursor<'_>, faults: &mut Faults) -> Option<Count> {
        let (plan, found) = values::known(self.plans, &wanted.plan, (Code::UnknownPlan, "plan"), at, faults)?;
        let by = match wanted.by.as_deref() {
            None | Some("targets") => CountedBy::Targets,
            Some("indicators") => CountedBy::Indicators,
            Some("tasks") => CountedBy::Tasks,
            Some("actions") => CountedBy::Actions,
            Some(other) => return word(other, &["targets", "indicators", "tasks", "actions"], at, faults),
        };
        let binding = match wanted.binding.as_deref() {
            None => None,
            Some("binding") => Some(Binding::Binding),
            Some("indicative") => Some(Binding::Indicative),
            Some(other) => return word(other, &["binding", "indicative"], at, faults),
        };
        let actions: Vec<&str> = found.actions.iter().map(|action| action.id.as_str()).collect();
        let action = match &wanted.action {
            Some(name) => match found.actions.iter().find(|action| action.id.as_str() == name) {
                Some(action) => Some(action.id.clone()),
                None => return word(name, &actions, at, faults),
            },
            None => None,
        };
        let stands = matches!(by, CountedBy::Targets | CountedBy::Indicators);
        if !stands && (!wanted.status.is_empty() || binding.is_some()) {
            let hint = "count targets or indicators, or take status and binding out";
            faults.add(Code::NotComputable, at, "tasks and actions have no status and do not bind", hint);
            return None;
        }
        Some(Count { plan: plan.clone(), by, status: wanted.status.clone(), binding, action })
    }
}

/// True if another method of counting began within a period.
fn is_broken(indicator: &Indicator, period: &Period) -> bool {
    period.start().is_some_and(|start| indicator.is_broken_between(start, period.end()))
}

/// Says that figures were counted by different methods.
fn broken(id: &IndicatorId, at: &Cursor<'_>, faults: &mut Faults) {
    let message = format!("another method of counting \"{id}\" began between these figures");
    let hint = "figures before and after a break are neither added nor compared";
    faults.add(Code::NotComputable, at, message, hint);
}

/// Says that a word of a count is none of those that may stand there.
fn word<T>(word: &str, known: &[&str], at: &Cursor<'_>, faults: &mut Faults) -> Option<T> {
    let hint = match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("write one of: {}", known.join(", ")),
    };
    faults.add(Code::UnknownWord, at, format!("\"{word}\" cannot stand in a count"), hint);
    None
}

/// Why figures do not fill a period.
enum Gap {
    /// None goes on after this day, up to which some do.
    After(Date),
    /// Several of one period do not agree.
    Several(String),
}

/// A cell as an address names it.
fn named(cell: &BTreeMap<String, String>) -> String {
    let part = |(dimension, category): (&String, &String)| [";", dimension, "=", category].concat();
    cell.iter().map(part).collect::<Vec<_>>().concat()
}

/// The fewest figures of a flow that follow each other from the first to the last day of a period.
fn fill(
    indicator: &Indicator,
    (scope, cell): (&str, &BTreeMap<String, String>),
    period: &Period,
) -> Result<Vec<usize>, Gap> {
    let start = period.start().unwrap_or(period.end());
    let fits = |actual: &Actual| {
        actual.is_own_result()
            && !actual.dated
            && actual.scope.as_str() == scope
            && actual.cell.is_named(cell)
            && actual.value != Value::Missing
            && period.contains(&actual.time)
    };
    let steps: Vec<(Date, Date, usize)> = indicator
        .actuals
        .iter()
        .enumerate()
        .filter(|(_, actual)| fits(actual))
        .filter_map(|(at, actual)| Some((actual.time.start()?, actual.time.end(), at)))
        .collect();
    // From day to day, the shortest way first.
    let mut came: BTreeMap<Date, usize> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    let mut farthest = start;
    while let Some(day) = waiting.pop_front() {
        farthest = farthest.max(day);
        for (_, end, at) in steps.iter().filter(|(from, ..)| *from == day) {
            let next = end.tomorrow().unwrap_or(Date::MAX);
            came.entry(next).or_insert_with(|| {
                waiting.push_back(next);
                *at
            });
        }
    }
    let mut parts = Vec::new();
    let mut day = period.end().tomorrow().unwrap_or(Date::MAX);
    while day != start {
        let Some(at) = came.get(&day) else { return Err(Gap::After(farthest)) };
        let actual = &indicator.actuals[*at];
        let same = |other: &&(Date, Date, usize)| indicator.actuals[other.2].time == actual.time;
        if steps.iter().filter(same).any(|other| indicator.actuals[other.2].value != actual.value) {
            return Err(Gap::Several(indicator.address(actual)));
        }
        parts.push(*at);
        day = actual.time.start().unwrap_or(start);
    }
    parts.reverse();
    Ok(parts)
}
