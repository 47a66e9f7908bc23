//! How verdicts are reached, with the counts of this site; and the data files.

use crate::evaluate::{Reason, Use};
use crate::view::context::PageContext;
use crate::view::page::{Body, DataView, Fact, MethodSection, MethodsView};
use crate::view::pages::examples;
use crate::view::parts;
use crate::view::parts::PageParts;
use crate::view::results;
use crate::view::route::Route;
use crate::view::wording::{checks, verdicts};
use std::collections::BTreeMap;

/// Writes the methods page.
pub(in crate::view) fn methods(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let all = verdicts::count(ctx, ctx.refs.order.iter().copied());
    let view = MethodsView {
        sections: sections(page_ctx),
        statuses: verdicts::all_counts(ctx, &all),
        uses: uses(page_ctx),
        left_out: left_out(page_ctx),
        claims: claims(page_ctx),
        conflicts: ctx
            .evaluation
            .conflicts
            .iter()
            .filter_map(|conflict| {
                let indicator = ctx.report.indicators.get(&conflict.indicator)?;
                Some(checks::conflict_sentence(ctx, indicator, conflict))
            })
            .collect(),
    };
    parts::plain(page_ctx, "page-methods", "about-methods", Body::Methods(Box::new(view)))
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
    let word = |name: &str| match name {
        "method-question-1" => examples::question(page_ctx.lang),
        "method-value-1" => examples::reading(page_ctx.lang),
        _ => page_ctx.lang.locale.word(name),
    };
    SECTIONS
        .into_iter()
        .map(|(name, count)| MethodSection {
            anchor: name.to_owned(),
            title: word(&format!("method-{name}")),
            paragraphs: (1..=count).map(|n| word(&format!("method-{name}-{n}"))).collect(),
        })
        .collect()
}

/// How many figures were used for what: each is counted once.
fn uses(page_ctx: &PageContext<'_>) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for uses in ctx.evaluation.indicators.values().flat_map(|judged| &judged.uses) {
        let name = match (uses.contains(&Use::Floor), uses.contains(&Use::Cap)) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (false, false) => 3,
        };
        *counts.entry(name).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(one, count)| Fact {
            name: ctx
                .locale
                .sentence(&ctx.locale.word(["use-both", "use-floor", "use-cap", "use-reference"][one])),
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

/// Writes the page of the data files.
pub(in crate::view) fn data(page_ctx: &PageContext<'_>) -> PageParts {
    let files = Route::DATA_FILES
        .into_iter()
        .map(|file| Fact {
            name: file.to_owned(),
            text: page_ctx.lang.locale.word(&format!("data-{}", file.split('.').next().unwrap_or(file))),
            href: Some(page_ctx.address.link(&Route::DataFile(file))),
        })
        .chain(page_ctx.lang.report.plans.values().filter_map(|plan| results::file(page_ctx, plan)))
        .collect();
    parts::plain(page_ctx, "page-data", "about-data", Body::Data(DataView { files }))
}
