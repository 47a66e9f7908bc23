//! What a reference in a text says, where it leads, and where its figure comes from.

use super::desk::{Desk, Here, Shown, figure_anchor, target_anchor};
use super::indicators::task_link;
use super::page::{Link, TitledLink};
use super::route::Route;
use crate::model::{
    Actual, Bound, BoundText, FigureKey, Indicator, IndicatorId, Lang, SourceId, TargetId, Text,
};
use std::collections::BTreeMap;

/// Where a figure or promise of a text comes from.
pub(super) struct Origin<'a> {
    /// The indicator, linked to the figure.
    pub figure: Link,
    /// Period, value and qualifier, in words.
    pub text: String,
    /// The source, linked to the figure's place on its page.
    pub link: TitledLink,
    /// The source.
    pub source: &'a SourceId,
    /// Where in it, as the source's language has it.
    pub locator: &'a str,
}

impl Desk<'_> {
    /// The text in the page's language, or one that becomes it, or the first in the order of the site's
    /// languages; and the language that it is written in.
    pub(super) fn text_of<'s>(
        &self,
        texts: &'s BTreeMap<Lang, BoundText>,
    ) -> Option<(&'s Lang, &'s BoundText)> {
        let wanted = self.locale.sources_of(&self.report.site.languages);
        wanted.iter().find_map(|lang| texts.get_key_value(lang)).or_else(|| texts.first_key_value())
    }
}

impl<'a> Here<'a> {
    /// A text's words line by line, in the page's language.
    pub(super) fn lines_of(&self, text: &Text) -> Vec<String> {
        let words = self.desk.words(text);
        words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// The indicator of a reference.
    pub(super) fn bound_indicator(&self, id: &IndicatorId) -> Option<&'a Indicator> {
        self.desk.report.indicators.get(id).map(AsRef::as_ref)
    }

    fn bound_actual(&self, key: &FigureKey) -> Option<(&'a Indicator, &'a Actual)> {
        let indicator = self.bound_indicator(&key.indicator)?;
        let actual = match key.actual {
            Some(at) => indicator.actuals.get(at),
            None => indicator.baseline.as_ref(),
        };
        Some((indicator, actual?))
    }

    /// Where a figure or a promise comes from; any other reference comes from nowhere.
    pub(super) fn origin(&self, bound: &Bound) -> Option<Origin<'a>> {
        let desk = self.desk;
        match bound {
            Bound::Figure(key) => {
                let (indicator, actual) = self.bound_actual(key)?;
                let value = desk.locale.value(&actual.value, desk.unit(indicator));
                Some(Origin {
                    figure: self.figure_link(key)?,
                    text: desk.say("note-text", &[("time", &desk.time(actual)), ("value", &value)]),
                    link: match key.actual {
                        Some(at) => self.source_of(indicator, at, &actual.source),
                        None => self.short_source(&actual.source),
                    },
                    source: &actual.source,
                    locator: &actual.locator,
                })
            }
            Bound::Promise(id, target) => {
                let indicator = self.bound_indicator(id)?;
                let (at, target, verdict) = desk.target(indicator, target)?;
                let condition = desk.locale.condition(&verdict.condition, desk.unit(indicator));
                let period = desk.period(indicator, &target.period);
                let to = Route::Indicator(id.clone());
                Some(Origin {
                    figure: self.link_at(&to, &target_anchor(at), desk.words(&indicator.title)),
                    text: desk.say("promise-text", &[("period", &period), ("condition", &condition)]),
                    link: self.short_source(&target.source),
                    source: &target.source,
                    locator: &target.locator,
                })
            }
            _ => None,
        }
    }

    fn figure_link(&self, key: &FigureKey) -> Option<Link> {
        let indicator = self.bound_indicator(&key.indicator)?;
        let anchor = key.actual.map_or_else(|| "baseline".to_owned(), figure_anchor);
        let title = self.desk.words(&indicator.title);
        Some(self.link_at(&Route::Indicator(indicator.id.clone()), &anchor, title))
    }

    /// The words that stand for a reference whose own words are empty.
    pub(super) fn filled(&self, bound: &Bound) -> String {
        let desk = self.desk;
        match bound {
            Bound::Figure(key) => self
                .bound_actual(key)
                .map(|(indicator, actual)| desk.locale.value(&actual.value, desk.unit(indicator)))
                .unwrap_or_default(),
            Bound::Promise(id, target) => self
                .bound_indicator(id)
                .and_then(|indicator| {
                    let (_, _, verdict) = desk.target(indicator, target)?;
                    Some(desk.locale.condition(&verdict.condition, desk.unit(indicator)))
                })
                .unwrap_or_default(),
            Bound::Verdict(id, target) => self
                .stands(id, target)
                .map(|shown| desk.locale.word(&format!("status-{}", shown.key())))
                .unwrap_or_default(),
            Bound::Chart(id) | Bound::Table(id) => {
                self.bound_indicator(id).map(|one| desk.words(&one.title).into_owned()).unwrap_or_default()
            }
            Bound::Source(id) => desk.source(id),
            Bound::Task(task) => task.number.clone(),
            Bound::Story(id) => self.story(id).text,
            // A photo is shown, never linked.
            Bound::Photo(_) => String::new(),
        }
    }

    /// How a target stands.
    pub(super) fn stands(&self, id: &IndicatorId, target: &TargetId) -> Option<Shown> {
        let (_, _, verdict) = self.desk.target(self.bound_indicator(id)?, target)?;
        Some(Shown::of(verdict))
    }

    /// Where a reference leads.
    pub(super) fn leads_to(&self, bound: &Bound) -> Option<String> {
        Some(match bound {
            Bound::Figure(key) => self.figure_link(key)?.href,
            Bound::Promise(id, target) | Bound::Verdict(id, target) => {
                let (at, ..) = self.desk.target(self.bound_indicator(id)?, target)?;
                self.address.link_at(&Route::Indicator(id.clone()), &target_anchor(at))
            }
            Bound::Chart(id) | Bound::Table(id) => self.address.link(&Route::Indicator(id.clone())),
            Bound::Source(id) => self.source(id).href,
            Bound::Task(task) => {
                task_link(self, self.desk.report.plans.get(&task.plan)?, &task.number, String::new()).href
            }
            Bound::Story(id) => self.story(id).href,
            Bound::Photo(_) => return None,
        })
    }
}
