//! Who assists whom: the tree of scopes, and one page a scope.

use crate::model::{Bound, Scope, ScopeId, ScopeKind, StoryId};
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::lists::TargetsOf;
use crate::view::cross_refs::paging;
use crate::view::page::{Body, Fact, IndicatorRow, PartnershipView, PartnershipsView, ScopeNode};
use crate::view::pages::{entries, figure_tables, list_links};
use crate::view::parts::PageParts;
use crate::view::route::{BriefKey, Route};
use crate::view::wording::figures;
use crate::view::{brief, charts, parts};
use std::collections::BTreeSet;

/// Writes the overview.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let node = |(depth, scope): &(usize, &Scope)| ScopeNode {
        depth: *depth,
        link: page_ctx.scope(&scope.id),
        kind: ctx.locale.word(kind(scope.kind)),
    };
    let view = PartnershipsView {
        network: ctx
            .report
            .plans
            .values()
            .next()
            .and_then(|plan| charts::network(ctx, plan))
            .map(|chart| chart.figure(page_ctx, &page_ctx.address.route)),
        nodes: ctx.refs.scopes.nodes.iter().map(node).collect(),
    };
    parts::plain(page_ctx, "page-partnerships", "about-partnerships", Body::Partnerships(Box::new(view)))
}

fn kind(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Partnership => "scope-partnership",
        ScopeKind::Place => "scope-place",
        ScopeKind::Organisation => "scope-organisation",
        ScopeKind::Programme => "scope-programme",
        ScopeKind::Group => "scope-group",
    }
}

/// Writes a page of a scope, from 1.
pub(in crate::view) fn partnership(page_ctx: &PageContext<'_>, id: &ScopeId, page: usize) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(scope) = ctx.report.scopes.get(id) else {
        return parts::not_found(page_ctx);
    };
    let (targets, figures) = (ctx.refs.targets.in_scope.get(id), ctx.refs.figures.in_scope.get(id));
    let (target_pages, figure_pages) = (paging::target_pages(targets), paging::figure_pages(figures));
    let count = target_pages.len().max(figure_pages.len());
    let first = page == 1;
    let (before, after) = ctx.refs.scopes.neighbours(id);
    let view = PartnershipView {
        about: ctx.maybe(scope.about.as_ref().filter(|_| first)),
        facts: if first { facts(page_ctx, scope) } else { Vec::new() },
        children: ctx
            .report
            .scopes
            .children(id)
            .iter()
            .filter(|_| first)
            .map(|child| page_ctx.scope(child))
            .collect(),
        // There may be a thousand pages, and each would look at all indicators.
        places: first
            .then(|| charts::tiles(page_ctx, id))
            .flatten()
            .map(|chart| chart.figure(page_ctx, &page_ctx.address.route)),
        verdicts: paging::slice(targets, &target_pages, page)
            .iter()
            .map(|one| verdicts(page_ctx, id, one))
            .collect(),
        figures: figures::of_scope(page_ctx, paging::slice(figures, &figure_pages, page)),
        figure_count: figures.len(),
        csv: figure_tables::link(page_ctx, &Route::Partnership(id.clone()), figures),
        pages: list_links::page_links(page_ctx, count, page, |page| Route::partnership(id, page)),
        stories: stories(ctx, id).into_iter().filter(|_| first).map(|id| page_ctx.story(id)).collect(),
        brief: brief::card_of(page_ctx, &BriefKey::Partnership(id.clone())).filter(|_| first),
        previous: before.map(|other| page_ctx.scope(other)),
        next: after.map(|other| page_ctx.scope(other)),
    };
    let mut above: Vec<_> = ctx.report.scopes.ancestors(id).map(|above| page_ctx.scope(above)).collect();
    above.reverse();
    let title = ctx.words(&scope.title).into_owned();
    let mut crumbs =
        vec![page_ctx.home(), page_ctx.link(&Route::Partnerships, ctx.locale.word("page-partnerships"))];
    crumbs.extend(above);
    if page > 1 {
        crumbs.push(page_ctx.scope(id));
    }
    PageParts {
        description: ctx.say("about-scope", &[("scope", &title)]),
        title: list_links::numbered(page_ctx, &title, page),
        crumbs,
        body: Body::Partnership(Box::new(view)),
    }
}

fn facts(page_ctx: &PageContext<'_>, scope: &Scope) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let word = |name: &str| ctx.locale.word(name);
    let mut facts = vec![Fact {
        name: word("fact-kind"),
        text: ctx.locale.sentence(&word(kind(scope.kind))),
        href: None,
    }];
    facts.extend(ctx.maybe(scope.from.as_ref()).map(|text| Fact {
        name: word("fact-from"),
        text,
        href: None,
    }));
    facts.extend(ctx.maybe(scope.to.as_ref()).map(|text| Fact { name: word("fact-to"), text, href: None }));
    if let Some(parent) = &scope.part_of {
        let link = page_ctx.scope(parent);
        facts.push(Fact { name: word("fact-part-of"), text: link.text, href: Some(link.href) });
    }
    if let Some((source, locator)) = &scope.source {
        let link = page_ctx.source(source);
        facts.push(Fact {
            name: word("fact-source"),
            text: format!("{} {}", link.text, page_ctx.lang.locator(source, locator)),
            href: Some(link.href),
        });
    }
    facts
}

/// Targets of a scope in a row, members of wholes among them.
fn verdicts(page_ctx: &PageContext<'_>, scope: &ScopeId, targets: &TargetsOf<'_>) -> IndicatorRow {
    let mut row = entries::targets_row(page_ctx, targets);
    // On the scope's own page its name says nothing new.
    let own = page_ctx.lang.scope(scope);
    for line in &mut row.verdicts {
        line.whole = line.whole.take().filter(|whole| *whole != own);
    }
    row
}

/// Stories that use a figure of the scope.
fn stories<'a>(ctx: &LangContext<'a>, scope: &ScopeId) -> BTreeSet<&'a StoryId> {
    let of_scope = |bound: &Bound| match bound {
        Bound::Figure(key) => ctx.report.indicators.get(&key.indicator).is_some_and(|indicator| {
            let place = key.place.actual();
            place.and_then(|at| indicator.actuals.get(at)).is_some_and(|actual| actual.scope == *scope)
        }),
        Bound::Computed(computation) => {
            let mut figures = computation.formula.figures().into_iter();
            figures.any(|key| ctx.report.actual(key).is_some_and(|actual| actual.scope == *scope))
        }
        _ => false,
    };
    ctx.report
        .stories
        .iter()
        .filter(|(_, story)| story.texts.values().flat_map(|text| text.bound.values()).any(of_scope))
        .map(|(id, _)| id)
        .collect()
}
