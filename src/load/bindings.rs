//! Reference resolution: what each reference of a text leads to: figures, targets, charts, sources, tasks, stories.

use super::actuals::fault_of;
use super::aliases;
use super::claims;
use super::computations::Finder;
use super::cursor::{Cursor, Faults};
use super::indicators::Indicators;
use super::photos::{Beside, Pictures};
use super::story_files::{Stories, StoryFile};
use super::texts::{FrontMatter, TextFile};
use super::touching;
use super::values::{self, Languages};
use super::wording::{self, WordingFault};
use crate::diagnostic::{Code, Diagnostic};
use crate::markup::{Around, Block, ComputedRef, Reference, Target, VerdictRef};
use crate::model::{
    Bound, Computation, Condition, FigureKey, Indicator, Measure, MeasurementUnit, MeasurementUnitId,
    Numbers, Origin, PageId, Plan, PlanId, ScopeTree, Source, SourceId, StoryId, TargetId, TaskRef,
    UnitStyle, Value, Years,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What texts speak of and what stands beside them.
pub(super) struct World<'a> {
    pub languages: &'a Languages,
    pub indicators: &'a Indicators,
    pub sources: &'a BTreeMap<SourceId, Source>,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    pub scopes: &'a ScopeTree,
    pub measurement_units: &'a BTreeMap<MeasurementUnitId, MeasurementUnit>,
    /// The pictures beside stories, by folder.
    pub pictures: &'a BTreeMap<String, Pictures>,
    /// The stories as read.
    pub read: &'a Stories,
    /// The ids of the pages.
    pub pages: &'a BTreeSet<String>,
}

impl World<'_> {
    /// What each reference of a text leads to; a reference that leads nowhere is a fault.
    pub(super) fn bind<R: FrontMatter>(
        &self,
        file: &TextFile<R>,
        beside: Option<&Beside>,
        faults: &mut Faults,
    ) -> BTreeMap<usize, Bound> {
        let mut bound = BTreeMap::new();
        for reference in file.markup.references() {
            let at = Cursor::words(&file.document, reference.span.clone());
            let found = match (reference.target, beside) {
                (Target::Photo(name), Some(beside)) => beside.bound(name, &reference, &at, faults),
                (Target::Photo(_), None) => {
                    let hint = "photos stand beside stories; link to the story instead";
                    let message = format!("a {} has no photos", R::KIND);
                    faults.add(Code::BrokenLink, &at, message, hint);
                    None
                }
                _ => self.reference(&reference, file, &at, faults),
            };
            if let Some(found) = found {
                bound.insert(reference.span.start, found);
            }
        }
        bound
    }

    fn reference<R>(
        &self,
        reference: &Reference<'_>,
        file: &TextFile<R>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Bound> {
        let indicator = |name: &str, faults: &mut Faults| {
            values::known(self.indicators, name, (Code::UnknownIndicator, "indicator"), at, faults)
        };
        match reference.target {
            Target::Figure(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                let place = found
                    .figure(found.years(self.plans), claims::wanted(address))
                    .map_err(|fault| fault_of(&fault, &address.to_string(), at, faults))
                    .ok()?;
                let figure = found.at(place)?;
                let checked = self.figure(found, &figure.value, reference, file);
                worded(checked, reference, Some(&figure.origin), at, faults);
                if matches!(figure.value, Value::Done | Value::InProgress | Value::Missing) {
                    unheld(reference, file, faults);
                }
                Some(Bound::Figure(FigureKey { indicator: id.clone(), place }))
            }
            Target::Promise(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                let target = target((found, found.years(self.plans)), address, at, faults)?;
                let checked = self.promise(found, &target.condition, reference);
                worded(checked, reference, Some(&target.origin), at, faults);
                if matches!(target.condition, Condition::Done | Condition::Against(_)) {
                    unheld(reference, file, faults);
                }
                Some(Bound::Promise(id.clone(), target.id.clone()))
            }
            Target::Verdict(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                Some(Bound::Verdict(
                    id.clone(),
                    target((found, found.years(self.plans)), address, at, faults)?.id.clone(),
                ))
            }
            Target::Computed(wanted) => self.computed(wanted, reference, at, faults),
            Target::Chart(name) => indicator(name, faults).map(|(id, _)| Bound::Chart(id.clone())),
            Target::Table(name) => indicator(name, faults).map(|(id, _)| Bound::Table(id.clone())),
            Target::PlanTable(name) => {
                let known = (Code::UnknownPlan, "plan");
                values::known(self.plans, name, known, at, faults).map(|(id, _)| Bound::PlanTable(id.clone()))
            }
            Target::Source(name) => {
                let known = (Code::UnknownSource, "source");
                values::known(self.sources, name, known, at, faults).map(|(id, _)| Bound::Source(id.clone()))
            }
            Target::Task(number) => self.task(number, at, faults).map(Bound::Task),
            Target::Story(name) => {
                let was = |file: &&Arc<StoryFile>| file.raw.aliases.iter().any(|old| old == name);
                let there = self.read.files.iter().any(|file| file.stem == *name);
                if let Some(file) = self.read.files.iter().find(was).filter(|_| !there) {
                    aliases::warn(name, &file.stem, "story", at, faults);
                    return StoryId::new(&file.stem).ok().map(Bound::Story);
                }
                if !there
                    && !faults.is_broken(Code::UnknownStory, name)
                    && !self.read.is_draft(name, at, faults)
                {
                    faults.add(
                        Code::UnknownStory,
                        at,
                        format!("there is no story \"{name}\""),
                        "name the folder of a story",
                    );
                }
                StoryId::new(name).ok().map(Bound::Story)
            }
            Target::Page(name) => {
                if !self.pages.contains(name) {
                    let message = format!("there is no page \"{name}\"");
                    faults.add(Code::UnknownPage, at, message, "name a file in pages/, without its ending");
                }
                PageId::new(name).ok().map(Bound::Page)
            }
            Target::Relative(path) => {
                let hint = "link to source:, task:, chart:, story:, page:, or to a full https:// address";
                faults.add(Code::BrokenLink, at, format!("\"{path}\" leads nowhere on the site"), hint);
                None
            }
            Target::Fragment(id) => {
                let there = file
                    .markup
                    .blocks
                    .iter()
                    .any(|block| matches!(block, Block::Heading { id: known, .. } if known == id));
                if !there {
                    faults.add(
                        Code::BrokenLink,
                        at,
                        format!("no heading of this text is \"#{id}\""),
                        "use the words of a heading",
                    );
                }
                None
            }
            Target::Photo(_) | Target::Url(_) | Target::Refused(_) => None,
        }
    }

    /// Whether the words of a figure, with what touches them, say it.
    fn figure<R>(
        &self,
        of: &Indicator,
        value: &Value,
        reference: &Reference<'_>,
        file: &TextFile<R>,
    ) -> Result<(), WordingFault> {
        let own = self.languages.own();
        let lang = file.lang.as_deref().unwrap_or(own.as_str());
        self.said(
            (of, value.numbers()),
            reference,
            |words, around| touching::contradicts(words, around, value),
            |words, near| wording::figure(lang, words, near, value),
        )
    }

    /// Whether the words of a promise, with what touches them, say it.
    fn promise(
        &self,
        of: &Indicator,
        condition: &Condition,
        reference: &Reference<'_>,
    ) -> Result<(), WordingFault> {
        self.said(
            (of, condition.numbers()),
            reference,
            |words, around| touching::contradicts_promise(words, around, condition),
            |words, near| wording::promise(words, near, condition),
        )
    }

    /// Whether words, with what touches them, say what they are bound to: they do not contradict it, they state it,
    /// and in its unit. Words that are filled in only have to be left alone by what stands beside them.
    fn said(
        &self,
        (of, numbers): (&Indicator, Numbers<'_>),
        reference: &Reference<'_>,
        contradict: impl Fn(&str, &Around) -> bool,
        state: impl Fn(&str, &str) -> Result<(), WordingFault>,
    ) -> Result<(), WordingFault> {
        let around = &reference.around;
        if reference.image {
            return Ok(());
        }
        let words = touching::whole(around)?;
        if contradict(&words, around) {
            return Err(touching::touched(around));
        }
        if reference.words.trim().is_empty() {
            return Ok(());
        }
        state(&words, &near(around))?;
        wording::unit(&words, numbers.all().next(), self.is_percent(of))
    }

    /// Whether numbers of an indicator are in per cent though they are written without the sign.
    fn is_percent(&self, of: &Indicator) -> bool {
        let unit = of.unit.as_ref().and_then(|id| self.measurement_units.get(id));
        of.measure == Measure::Growth || unit.is_some_and(|unit| unit.style == UnitStyle::Percent)
    }

    fn computed(
        &self,
        wanted: &ComputedRef,
        reference: &Reference<'_>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Bound> {
        let finder = Finder {
            indicators: self.indicators,
            plans: self.plans,
            scopes: self.scopes,
            units: self.measurement_units,
        };
        let mut formula = finder.formula(wanted, at, faults)?;
        let mut said = None;
        if !reference.words.trim().is_empty() {
            let read = touching::whole(&reference.around)
                .and_then(|words| wording::computed(&words, &near(&reference.around)));
            let (words, stated) = match read {
                Ok(read) => read,
                Err(fault) => {
                    worded(Err(fault), reference, None, at, faults);
                    return None;
                }
            };
            finder.form(&mut formula, &stated, at, faults)?;
            said = Some(words);
        } else if let Err(fault) = touching::whole(&reference.around) {
            worded(Err(fault), reference, None, at, faults);
        }
        Some(Bound::Computed(Box::new(Computation { formula, said, origin: at.origin() })))
    }

    fn task(&self, number: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<TaskRef> {
        // The task may stand in a plan that has faults of its own.
        if faults.any_broken(Code::UnknownPlan) {
            return None;
        }
        let plans: Vec<&Plan> = self.plans.values().filter(|plan| plan.task(number).is_some()).collect();
        match plans.as_slice() {
            [plan] => Some(TaskRef { plan: plan.id.clone(), number: number.to_owned() }),
            [] => {
                faults.add(
                    Code::UnknownTask,
                    at,
                    format!("no plan has a task \"{number}\""),
                    "write a number of the checklist, such as task:5.2",
                );
                None
            }
            several => {
                let names: Vec<&str> = several.iter().map(|plan| plan.id.as_str()).collect();
                let message = format!("task \"{number}\" stands in several plans: {}", names.join(", "));
                faults.add(Code::UnknownTask, at, message, "link to an indicator or a source instead");
                None
            }
        }
    }
}

/// The target that a reference names: by its period, and by its scope where that is not the
/// indicator's; without a period the only one there is.
fn target<'i>(
    (indicator, years): (&'i Indicator, Years<'_>),
    address: &VerdictRef,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<&'i crate::model::Target> {
    let scope = address.scope.as_deref().unwrap_or(indicator.scope.as_str());
    let found: Vec<_> = indicator
        .targets
        .iter()
        .filter(|target| target.scope.as_str() == scope && target.cell.is_named(&address.cell))
        .filter(|target| address.period.as_ref().is_none_or(|period| years.read(period) == Ok(target.period)))
        .collect();
    if let [one] = found.as_slice() {
        return Some(one);
    }
    if found.is_empty() && faults.is_broken(Code::UnknownTarget, indicator.id.as_str()) {
        return None;
    }
    let known: Vec<String> = indicator
        .targets
        .iter()
        .filter(|target| target.member_of.is_none())
        .map(|target| target.id.to_string())
        .collect();
    let TargetId(wanted) = TargetId(address.to_string());
    let message = match found.len() {
        0 => format!("there is no target \"{wanted}\""),
        n => format!("\"{wanted}\" names {n} targets"),
    };
    faults.add(Code::UnknownTarget, at, message, format!("the targets are: {}", known.join(", ")));
    None
}

/// The text just before and after a link, where a qualifier may stand: a few Chinese characters, or
/// some words in Latin letters, which are half as wide.
fn near(around: &Around) -> String {
    let before = around.before.replace('\n', " ");
    let close = &before[before.len() - narrow(before.chars().rev(), 12)..];
    // No word is cut in two: "cover" is not "over".
    let cut = before[..before.len() - close.len()].ends_with(|c: char| c.is_ascii_alphanumeric());
    let close = if cut { close.trim_start_matches(|c: char| c.is_ascii_alphanumeric()) } else { close };
    let after = around.after.as_str();
    format!("{close}\n{}", after[..narrow(after.chars(), 8)].replace('\n', " "))
}

/// Warns of numbers in words that lead to what has none: nothing holds them.
fn unheld<R>(reference: &Reference<'_>, file: &TextFile<R>, faults: &mut Faults) {
    for number in file.markup.numbers_within(&reference.span) {
        let at = Cursor::words(&file.document, number.span.clone());
        let message = format!("the number \"{}\" is bound to something that has no number", number.text);
        faults.add(Code::UnboundNumber, &at, message, "write it outside of the square brackets");
    }
}

/// How many bytes of `chars` fit into so many columns; a character beyond ASCII takes two.
fn narrow(chars: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut left = columns;
    chars
        .map_while(|c| {
            left = left.checked_sub(if c.is_ascii() { 1 } else { 2 })?;
            Some(c.len_utf8())
        })
        .sum()
}

fn worded(
    checked: Result<(), WordingFault>,
    reference: &Reference<'_>,
    data: Option<&Origin>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) {
    let (message, hint) = match checked {
        Ok(()) => return,
        Err(WordingFault::NoNumber) => (
            format!("\"{}\" does not state the figure it is bound to", reference.words),
            "write its value, or leave the words empty to have it filled in".to_owned(),
        ),
        Err(WordingFault::SeveralNumbers) => (
            format!("\"{}\" holds several numbers", reference.words),
            "put only the one that is computed into the square brackets".to_owned(),
        ),
        Err(WordingFault::OtherNumber { said, data }) => (
            format!("the words say {said}, the data says {data}"),
            "write what the data says, or mend the data".to_owned(),
        ),
        Err(WordingFault::Touched { shown }) => (
            format!("a reader sees \"{shown}\", which is not what the figure says"),
            "put the whole number into the square brackets, as the data has it, and nothing that changes it beside it"
                .to_owned(),
        ),
        Err(WordingFault::NoQualifier { say }) => (
            format!("\"{}\" drops the qualifier of the source", reference.words),
            format!("say \"{say}\" before or after it"),
        ),
    };
    let found = Diagnostic::new(Code::WrongWording, at.origin(), message).hint(hint);
    faults.push(match data {
        Some(data) => found.also(data.clone(), "the figure is here"),
        None => found,
    });
}
