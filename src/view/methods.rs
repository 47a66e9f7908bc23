//! How verdicts are reached, with the counts of this site; and the data files.

use super::build::PageParts;
use super::context::PageContext;
use super::indicators::conflict_sentence;
use super::page::{Body, DataView, Fact, MethodSection, MethodsView};
use super::route::Route;
use super::verdicts;
use crate::evaluate::{Reason, Use};
use std::collections::BTreeMap;

/// Writes the methods page.
pub(super) fn methods(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let all = verdicts::count(ctx, ctx.refs.order.iter().copied());
    let view = MethodsView {
        sections: sections(page_ctx),
        statuses: verdicts::counts(ctx, &all),
        uses: uses(page_ctx),
        left_out: left_out(page_ctx),
        claims: claims(page_ctx),
        conflicts: ctx
            .evaluation
            .conflicts
            .iter()
            .filter_map(|conflict| {
                let indicator = ctx.report.indicators.get(&conflict.indicator)?;
                Some(conflict_sentence(ctx, indicator, conflict))
            })
            .collect(),
    };
    page_ctx.plain("page-methods", "about-methods", Body::Methods(Box::new(view)))
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

fn sections(page_ctx: &PageContext<'_>) -> Vec<MethodSection> {
    let word = |name: &str| page_ctx.lang.locale.word(name);
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
fn uses(page_ctx: &PageContext<'_>) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let mut counts: BTreeMap<Use, usize> = BTreeMap::new();
    for judged in ctx.evaluation.indicators.values() {
        for one in judged.uses.iter().flatten() {
            *counts.entry(*one).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(one, count)| Fact {
            name: ctx.locale.sentence(&ctx.locale.word(&format!("use-{}", one.as_str()))),
            text: ctx.say("count-figures", &[("count", &ctx.locale.count(count))]),
            href: None,
        })
        .collect()
}

/// Why figures were left out of verdicts, and how often.
fn left_out(page_ctx: &PageContext<'_>) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for verdict in ctx.evaluation.indicators.values().flat_map(|judged| &judged.verdicts) {
        for reason in &verdict.reasons {
            if let Reason::LeftOut { actuals, why } = reason {
                *counts.entry(why.as_str()).or_default() += actuals.len();
            }
        }
    }
    let mut facts: Vec<(usize, Fact)> = counts
        .into_iter()
        .map(|(why, count)| {
            let name = ctx.locale.word(&format!("left-name-{why}"));
            (
                count,
                Fact {
                    name,
                    text: ctx.say("count-times", &[("count", &ctx.locale.count(count))]),
                    href: None,
                },
            )
        })
        .collect();
    facts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    facts.into_iter().map(|(_, fact)| fact).collect()
}

fn claims(page_ctx: &PageContext<'_>) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for check in &ctx.evaluation.claims {
        *counts.entry(check.outcome.as_str()).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(outcome, count)| Fact {
            name: ctx.locale.sentence(&ctx.locale.word(&format!("claim-{outcome}"))),
            text: ctx.say("count-figures", &[("count", &ctx.locale.count(count))]),
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
pub(super) fn data(page_ctx: &PageContext<'_>) -> PageParts {
    let files = DATA_FILES
        .into_iter()
        .map(|(file, name)| Fact {
            name: file.to_owned(),
            text: page_ctx.lang.locale.word(name),
            href: Some(page_ctx.address.link(&Route::DataFile(file))),
        })
        .collect();
    page_ctx.plain("page-data", "about-data", Body::Data(DataView { files }))
}
