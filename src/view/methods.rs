//! How verdicts are reached, with the counts of this site; and the data files.

use super::build::Sheet;
use super::desk::Here;
use super::indicators::conflict_sentence;
use super::page::{Body, DataView, Fact, MethodSection, MethodsView};
use super::route::Route;
use super::verdicts;
use crate::evaluate::{Reason, Use};
use std::collections::BTreeMap;

/// Writes the methods page.
pub(super) fn methods(here: &Here<'_>) -> Sheet {
    let desk = here.desk;
    let all = verdicts::count(desk, desk.index.order.iter().copied());
    let view = MethodsView {
        sections: sections(here),
        statuses: verdicts::counts(desk, &all),
        uses: uses(here),
        left_out: left_out(here),
        claims: claims(here),
        conflicts: desk
            .evaluation
            .conflicts
            .iter()
            .filter_map(|conflict| {
                let indicator = desk.report.indicators.get(&conflict.indicator)?;
                Some(conflict_sentence(desk, indicator, conflict))
            })
            .collect(),
    };
    here.plain("page-methods", "about-methods", Body::Methods(Box::new(view)))
}

/// The sections of the page: `method-<name>` is the heading, `method-<name>-<n>` the paragraphs.
const SECTIONS: [(&str, usize); 8] = [
    ("question", 2),
    ("region", 3),
    ("value", 3),
    ("bounds", 3),
    ("status", 2),
    ("members", 2),
    ("conflict", 2),
    ("date", 2),
];

fn sections(here: &Here<'_>) -> Vec<MethodSection> {
    let word = |name: &str| here.desk.locale.word(name);
    SECTIONS
        .into_iter()
        .map(|(name, count)| MethodSection {
            anchor: name.to_owned(),
            title: word(&format!("method-{name}")),
            paragraphs: (1..=count).map(|n| word(&format!("method-{name}-{n}"))).collect(),
        })
        .collect()
}

/// How many figures were used for what; a figure may serve for several.
fn uses(here: &Here<'_>) -> Vec<Fact> {
    let desk = here.desk;
    let mut counts: BTreeMap<Use, usize> = BTreeMap::new();
    for judged in desk.evaluation.indicators.values() {
        for one in judged.uses.iter().flatten() {
            *counts.entry(*one).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(one, count)| Fact {
            name: desk.locale.sentence(&desk.locale.word(&format!("use-{}", one.as_str()))),
            text: desk.say("count-figures", &[("count", &desk.locale.count(count))]),
            href: None,
        })
        .collect()
}

/// Why figures were left out of verdicts, and how often.
fn left_out(here: &Here<'_>) -> Vec<Fact> {
    let desk = here.desk;
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for verdict in desk.evaluation.indicators.values().flat_map(|judged| &judged.verdicts) {
        for reason in &verdict.reasons {
            if let Reason::LeftOut { actuals, why } = reason {
                *counts.entry(why.as_str()).or_default() += actuals.len();
            }
        }
    }
    let mut facts: Vec<(usize, Fact)> = counts
        .into_iter()
        .map(|(why, count)| {
            let name = desk.locale.word(&format!("left-name-{why}"));
            (
                count,
                Fact {
                    name,
                    text: desk.say("count-times", &[("count", &desk.locale.count(count))]),
                    href: None,
                },
            )
        })
        .collect();
    facts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    facts.into_iter().map(|(_, fact)| fact).collect()
}

fn claims(here: &Here<'_>) -> Vec<Fact> {
    let desk = here.desk;
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for check in &desk.evaluation.claims {
        *counts.entry(check.outcome.as_str()).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(outcome, count)| Fact {
            name: desk.locale.sentence(&desk.locale.word(&format!("claim-{outcome}"))),
            text: desk.say("count-figures", &[("count", &desk.locale.count(count))]),
            href: None,
        })
        .collect()
}

/// The data files of the whole report, each with the message that says what it holds.
pub(super) const DATA_FILES: [(&str, &str); 5] = [
    ("report.json", "data-report"),
    ("indicators.csv", "data-indicators"),
    ("targets.csv", "data-targets"),
    ("actuals.csv", "data-actuals"),
    ("verdicts.csv", "data-verdicts"),
];

/// Writes the page of the data files.
pub(super) fn data(here: &Here<'_>) -> Sheet {
    let files = DATA_FILES
        .into_iter()
        .map(|(file, name)| Fact {
            name: file.to_owned(),
            text: here.desk.locale.word(name),
            href: Some(here.address.link(&Route::DataFile(file))),
        })
        .collect();
    here.plain("page-data", "about-data", Body::Data(DataView { files }))
}
