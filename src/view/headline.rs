//! What an indicator proves, as one sentence: the lead of its page and the title of its chart.

use super::desk::{Desk, Shown};
use crate::evaluate::Verdict;
use crate::model::{ActualKind, Indicator, Period, ScopeId, Target};

/// The sentence of an indicator.
pub(super) fn headline(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let title = &*desk.words(&indicator.title);
    let tops = desk.tops(indicator);
    match tops.as_slice() {
        [] => context(desk, indicator, title),
        [(target, verdict)] => single(desk, indicator, target, verdict),
        several => mixed(desk, indicator, several),
    }
}

fn single(desk: &Desk<'_>, indicator: &Indicator, target: &Target, verdict: &Verdict) -> String {
    let title = &*desk.words(&indicator.title);
    let period = desk.period(indicator, &target.period);
    let attainment = desk.locale.attainment(verdict.reached().1);
    let key = Shown::of(verdict).key();
    let plain = attainment.is_empty() && matches!(key, "met" | "missed" | "under_way" | "undetermined");
    let name = if plain { format!("head-{key}-plain") } else { format!("head-{key}") };
    desk.say(&name, &[("title", title), ("period", &period), ("attainment", &attainment)])
}

/// Several targets: their periods grouped by scope and status, in the order in which they first occur.
fn mixed(desk: &Desk<'_>, indicator: &Indicator, tops: &[(&Target, &Verdict)]) -> String {
    let title = &*desk.words(&indicator.title);
    let mut groups: Vec<(Shown, &ScopeId, Vec<&Period>)> = Vec::new();
    for (target, verdict) in tops {
        let shown = Shown::of(verdict);
        match groups.iter_mut().find(|(known, scope, _)| *known == shown && **scope == target.scope) {
            Some((.., periods)) => periods.push(&target.period),
            None => groups.push((shown, &target.scope, vec![&target.period])),
        }
    }
    if let [(shown, ..)] = groups.as_slice()
        && matches!(shown.key(), "no_data" | "not_comparable")
    {
        return desk.say(&format!("head-{}", shown.key()), &[("title", title)]);
    }
    let parts: Vec<String> = groups
        .iter()
        .map(|(shown, scope, periods)| {
            let status = desk.locale.word(&format!("status-{}", shown.key()));
            let name =
                if **scope == indicator.scope { "head-mixed-part" } else { "head-mixed-part-of-scope" };
            let (scope, periods) = (desk.scope(scope), together(desk, indicator, periods));
            desk.say(name, &[("scope", &scope), ("periods", &periods), ("status", &status)])
        })
        .collect();
    desk.say("head-mixed", &[("title", title), ("parts", &parts.join(&desk.locale.word("clause-separator")))])
}

/// Periods in a row: years that follow each other are one stretch.
fn together(desk: &Desk<'_>, indicator: &Indicator, periods: &[&Period]) -> String {
    let mut merged: Vec<Period> = Vec::new();
    for period in periods {
        let follows = merged.last().filter(|last| {
            period.start().and_then(|start| start.yesterday().ok()) == Some(last.end())
                && last.start().is_some()
        });
        match follows.and_then(|last| Period::new(last.start(), period.end()).ok()) {
            Some(longer) => *merged.last_mut().unwrap_or(&mut longer.clone()) = longer,
            None if merged.contains(period) => {}
            None => merged.push(**period),
        }
    }
    merged.dedup();
    desk.locale.list(&merged.iter().map(|period| desk.period(indicator, period)).collect::<Vec<_>>())
}

/// An indicator without targets: its figure, or the change between two.
fn context(desk: &Desk<'_>, indicator: &Indicator, title: &str) -> String {
    let unit = desk.unit(indicator);
    let results: Vec<_> = indicator
        .baseline
        .iter()
        .chain(&indicator.actuals)
        .filter(|actual| actual.scope == indicator.scope && actual.definition.is_none())
        .collect();
    let before_after = match results.as_slice() {
        [a, b] if a.time != b.time && a.kind_is_state() && b.kind_is_state() => {
            Some(if a.time.end() <= b.time.end() { (a, b) } else { (b, a) })
        }
        _ => None,
    };
    if let Some((before, after)) = before_after {
        let say = |actual: &crate::model::Actual| {
            desk.say(
                "said-figure",
                &[("time", &desk.time(actual)), ("value", &desk.locale.value(&actual.value, unit))],
            )
        };
        return desk.say(
            "head-context-change",
            &[("title", title), ("before", &say(before)), ("after", &say(after))],
        );
    }
    match indicator.actuals.as_slice() {
        [] => desk.say("head-context-none", &[("title", title)]),
        [one] => desk.say(
            "head-context-one",
            &[("title", title), ("time", &desk.time(one)), ("value", &desk.locale.value(&one.value, unit))],
        ),
        many => desk.say("head-context-many", &[("title", title), ("count", &desk.locale.count(many.len()))]),
    }
}

impl crate::model::Actual {
    /// A result or the state before: what a change can be told between.
    fn kind_is_state(&self) -> bool {
        matches!(self.kind, ActualKind::Result | ActualKind::Baseline)
    }
}
