//! Who assists whom: the tree of scopes, and one page a scope.

use super::build::Sheet;
use super::charts;
use super::desk::{Desk, Here};
use super::index::TargetsOf;
use super::lists;
use super::page::{Body, Fact, IndicatorRow, PartnershipView, PartnershipsView, ScopeNode};
use super::paper::{self, BriefKey};
use super::route::Route;
use crate::model::{Bound, Scope, ScopeId, ScopeKind, StoryId};
use std::collections::BTreeSet;

/// Writes the overview.
pub(super) fn list(here: &Here<'_>) -> Sheet {
    let desk = here.desk;
    let mut nodes = Vec::new();
    for root in desk.report.scopes.iter().filter(|scope| scope.part_of.is_none()) {
        walk(here, root, 0, &mut nodes);
    }
    let view = PartnershipsView {
        network: desk
            .report
            .plans
            .values()
            .next()
            .and_then(|plan| charts::network(desk, plan))
            .map(|chart| chart.figure(here, &here.address.route)),
        nodes,
    };
    here.plain("page-partnerships", "about-partnerships", Body::Partnerships(Box::new(view)))
}

fn walk(here: &Here<'_>, scope: &Scope, depth: usize, nodes: &mut Vec<ScopeNode>) {
    let scopes = &here.desk.report.scopes;
    nodes.push(ScopeNode {
        depth,
        link: here.scope(&scope.id),
        kind: here.desk.locale.word(kind(scope.kind)),
    });
    for child in scopes.children(&scope.id).iter().filter_map(|id| scopes.get(id)) {
        walk(here, child, depth + 1, nodes);
    }
}

fn kind(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Partnership => "scope-partnership",
        ScopeKind::Place => "scope-place",
        ScopeKind::Organisation => "scope-organisation",
    }
}

/// Writes a page of a scope, from 1.
pub(super) fn partnership(here: &Here<'_>, id: &ScopeId, page: usize) -> Sheet {
    let desk = here.desk;
    let Some(scope) = desk.report.scopes.get(id) else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (targets, figures) = (desk.index.targets.in_scope.get(id), desk.index.figures.in_scope.get(id));
    let (target_pages, figure_pages) = (lists::target_pages(targets), lists::figure_pages(figures));
    let count = target_pages.len().max(figure_pages.len());
    let first = page == 1;
    let (previous, next) = super::lists::neighbours_in(&in_order(desk), &id, |other| here.scope(other));
    let view = PartnershipView {
        about: desk.maybe(scope.about.as_ref().filter(|_| first)),
        facts: if first { facts(here, scope) } else { Vec::new() },
        children: desk
            .report
            .scopes
            .children(id)
            .iter()
            .filter(|_| first)
            .map(|child| here.scope(child))
            .collect(),
        // There may be a thousand pages, and each would look at all indicators.
        places: first
            .then(|| charts::tiles(here, id))
            .flatten()
            .map(|chart| chart.figure(here, &here.address.route)),
        verdicts: lists::slice(targets, &target_pages, page)
            .iter()
            .map(|one| verdicts(here, id, one))
            .collect(),
        figures: here.figures_of_scope(lists::slice(figures, &figure_pages, page)),
        figure_count: figures.len(),
        pages: here.pages(count, page, |page| Route::partnership(id, page)),
        stories: stories(desk, id).into_iter().filter(|_| first).map(|id| here.story(id)).collect(),
        brief: paper::card_of(here, &BriefKey::Partnership(id.clone())).filter(|_| first),
        previous,
        next,
    };
    let mut above: Vec<_> = desk.report.scopes.ancestors(id).map(|above| here.scope(above)).collect();
    above.reverse();
    let title = desk.words(&scope.title).into_owned();
    let mut crumbs =
        vec![here.home(), here.link(&Route::Partnerships, desk.locale.word("page-partnerships"))];
    crumbs.extend(above);
    if page > 1 {
        crumbs.push(here.scope(id));
    }
    Sheet {
        description: desk.say("about-scope", &[("scope", &title)]),
        title: here.numbered(&title, page),
        crumbs,
        body: Body::Partnership(Box::new(view)),
    }
}

fn facts(here: &Here<'_>, scope: &Scope) -> Vec<Fact> {
    let desk = here.desk;
    let word = |name: &str| desk.locale.word(name);
    let mut facts = vec![Fact {
        name: word("fact-kind"),
        text: desk.locale.sentence(&word(kind(scope.kind))),
        href: None,
    }];
    facts.extend(desk.maybe(scope.from.as_ref()).map(|text| Fact {
        name: word("fact-from"),
        text,
        href: None,
    }));
    facts.extend(desk.maybe(scope.to.as_ref()).map(|text| Fact { name: word("fact-to"), text, href: None }));
    if let Some(parent) = &scope.part_of {
        let link = here.scope(parent);
        facts.push(Fact { name: word("fact-part-of"), text: link.text, href: Some(link.href) });
    }
    if let Some((source, locator)) = &scope.source {
        let link = here.source(source);
        facts.push(Fact {
            name: word("fact-source"),
            text: format!("{} {}", link.text, here.desk.locator(source, locator)),
            href: Some(link.href),
        });
    }
    facts
}

/// Targets of a scope in a row, members of wholes among them.
fn verdicts(here: &Here<'_>, scope: &ScopeId, targets: &TargetsOf<'_>) -> IndicatorRow {
    let mut row = here.row_of(targets);
    // On the scope's own page its name says nothing new.
    let own = here.desk.scope(scope);
    for line in &mut row.verdicts {
        line.whole = line.whole.take().filter(|whole| *whole != own);
    }
    row
}

/// All scopes, each after the one that contains it.
fn in_order<'a>(desk: &Desk<'a>) -> Vec<&'a ScopeId> {
    fn add<'a>(desk: &Desk<'a>, scope: &'a Scope, to: &mut Vec<&'a ScopeId>) {
        to.push(&scope.id);
        let scopes = &desk.report.scopes;
        for child in scopes.children(&scope.id).iter().filter_map(|id| scopes.get(id)) {
            add(desk, child, to);
        }
    }
    let mut order = Vec::new();
    for root in desk.report.scopes.iter().filter(|scope| scope.part_of.is_none()) {
        add(desk, root, &mut order);
    }
    order
}

/// Stories that use a figure of the scope.
fn stories<'a>(desk: &Desk<'a>, scope: &ScopeId) -> BTreeSet<&'a StoryId> {
    let of_scope = |bound: &Bound| match bound {
        Bound::Figure(key) => desk.report.indicators.get(&key.indicator).is_some_and(|indicator| {
            key.actual.and_then(|at| indicator.actuals.get(at)).is_some_and(|actual| actual.scope == *scope)
        }),
        _ => false,
    };
    desk.report
        .stories
        .iter()
        .filter(|(_, story)| story.texts.values().flat_map(|text| text.bound.values()).any(of_scope))
        .map(|(id, _)| id)
        .collect()
}
