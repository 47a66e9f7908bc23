//! Who assists whom: the tree of scopes, and one page a scope.

use super::build::Sheet;
use super::charts;
use super::desk::{Desk, Here};
use super::page::{Body, Fact, IndicatorRow, PartnershipView, PartnershipsView, ScopeNode};
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
    here.plain("page-partnerships", "about-partnerships", Body::Partnerships(view))
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

/// Writes a scope's page.
pub(super) fn partnership(here: &Here<'_>, id: &ScopeId) -> Sheet {
    let desk = here.desk;
    let Some(scope) = desk.report.scopes.get(id) else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let view = PartnershipView {
        about: desk.maybe(scope.about.as_ref()),
        facts: facts(here, scope),
        children: desk.report.scopes.children(id).iter().map(|child| here.scope(child)).collect(),
        places: charts::tiles(here, id).map(|chart| chart.figure(here, &here.address.route)),
        verdicts: verdicts(here, id),
        figures: here.figures_of_scope(id),
        stories: stories(desk, id).into_iter().map(|id| here.story(id)).collect(),
    };
    let mut above: Vec<_> = desk.report.scopes.ancestors(id).map(|above| here.scope(above)).collect();
    above.reverse();
    let title = desk.words(&scope.title).into_owned();
    let mut crumbs =
        vec![here.home(), here.link(&Route::Partnerships, desk.locale.word("page-partnerships"))];
    crumbs.extend(above);
    Sheet {
        description: desk.say("about-scope", &[("scope", &title)]),
        title,
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

/// The targets of a scope, members of wholes among them.
fn verdicts(here: &Here<'_>, scope: &ScopeId) -> Vec<IndicatorRow> {
    let desk = here.desk;
    let mut rows = Vec::new();
    for indicator in &desk.order {
        let judged = desk.judged(&indicator.id);
        let lines: Vec<_> = indicator
            .targets
            .iter()
            .zip(&judged.verdicts)
            .enumerate()
            .filter(|(_, (target, _))| target.scope == *scope)
            .map(|(index, (target, verdict))| {
                let line = here.line(indicator, index, target, verdict);
                // On the scope's own page its name says nothing new.
                super::page::VerdictLine { whole: line.whole.filter(|_| !target.members.is_empty()), ..line }
            })
            .collect();
        if !lines.is_empty() {
            rows.push(IndicatorRow { link: here.indicator(indicator), verdicts: lines, figures: Vec::new() });
        }
    }
    rows
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
