//! Which briefs there are, and the page that lists them.

use super::blocks::{BriefCard, BriefGroup, BriefsView};
use super::{automatic, brief, downloads};
use crate::model::{ActionId, BriefId, PlanId, ScopeId, ScopeKind, UnitId};
use crate::view::build::PageParts;
use crate::view::context::{LangContext, PageContext};
use crate::view::page::Body;
use crate::view::route::Route;
use std::cmp::Reverse;

/// What a brief is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum BriefKey {
    /// One that somebody wrote.
    Written(BriefId),
    /// A whole plan.
    Plan(PlanId),
    /// An action of a plan.
    Action(ActionId),
    /// A pairing, or any other scope.
    Partnership(ScopeId),
    /// What a unit answers for.
    Unit(UnitId),
}

impl BriefKey {
    /// The formats of files besides a brief's page, by their endings.
    pub const FORMATS: &[&str] = if cfg!(feature = "pdf") { &["pdf", "docx"] } else { &["docx"] };

    /// The formats of its files on the site. One that writes itself is made anew with the data, and nobody edits
    /// it there; whoever must asks the command for it.
    pub fn formats(&self) -> impl Iterator<Item = &'static str> {
        let is_written = matches!(self, Self::Written(_));
        Self::FORMATS.iter().copied().filter(move |ending| is_written || *ending != "docx")
    }

    /// The name of its folder and its files. Names of those that write themselves say what they are about, so
    /// that none is that of another.
    pub fn name(&self) -> String {
        match self {
            Self::Written(id) => id.to_string(),
            Self::Plan(id) => format!("plan-of-{id}"),
            Self::Action(id) => format!("action-of-{id}"),
            Self::Partnership(id) => format!("scope-of-{id}"),
            Self::Unit(id) => format!("unit-of-{id}"),
        }
    }
}

/// Every brief of the site: those that were written, the newest first, and one for each plan, action and pairing
/// of which enough is known. One that was written keeps its name.
pub(in crate::view) fn all(ctx: &LangContext<'_>) -> Vec<BriefKey> {
    let report = ctx.report;
    let mut written: Vec<_> = report.briefs.values().collect();
    written.sort_by_key(|brief| Reverse(brief.date.unwrap_or(ctx.evaluation.as_of)));
    let mut keys: Vec<BriefKey> = written.into_iter().map(|one| BriefKey::Written(one.id.clone())).collect();
    keys.extend(report.plans.keys().cloned().map(BriefKey::Plan));
    keys.extend(
        report.plans.values().flat_map(|plan| &plan.actions).map(|one| BriefKey::Action(one.id.clone())),
    );
    keys.extend(report.scopes.iter().map(|scope| BriefKey::Partnership(scope.id.clone())));
    keys.retain(|key| exists(ctx, key));
    keys
}

/// True for a brief that has a page. One that was written keeps its name, whatever would write itself under it;
/// of a place, and of a pairing of which nothing is known, there is none.
fn exists(ctx: &LangContext<'_>, key: &BriefKey) -> bool {
    let report = ctx.report;
    let matter = match key {
        BriefKey::Written(_) => return true,
        BriefKey::Plan(_) | BriefKey::Action(_) => true,
        BriefKey::Partnership(id) => {
            report.scopes.get(id).is_some_and(|scope| scope.kind == ScopeKind::Partnership)
                && automatic::has_matter(ctx, id)
        }
        BriefKey::Unit(_) => false,
    };
    let name = key.name();
    matter && !report.briefs.keys().any(|written| written.as_str() == name)
}

/// The brief with its files, for the page of what it is about.
pub(in crate::view) fn card_of(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<BriefCard> {
    exists(page_ctx.lang, key).then(|| card(page_ctx, key))
}

/// Writes the page of a brief.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>, key: &BriefKey) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(view) = brief(page_ctx, key) else {
        return page_ctx.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    PageParts {
        title: page_ctx.brief_title(key),
        description: view.summary.clone(),
        crumbs: vec![page_ctx.home(), page_ctx.link(&Route::Briefs, ctx.locale.word("page-briefs"))],
        body: Body::Brief(Box::new(view)),
    }
}

/// Writes the list of all briefs.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let mut written = Vec::new();
    let mut groups: Vec<BriefGroup> = ["briefs-plans", "briefs-actions", "briefs-partnerships"]
        .into_iter()
        .map(|title| BriefGroup { title: ctx.locale.word(title), briefs: Vec::new() })
        .collect();
    for key in all(ctx) {
        let at = match &key {
            BriefKey::Written(_) => {
                written.push(card(page_ctx, &key));
                continue;
            }
            BriefKey::Plan(_) => 0,
            BriefKey::Action(_) => 1,
            BriefKey::Partnership(_) | BriefKey::Unit(_) => 2,
        };
        groups[at].briefs.push(card(page_ctx, &key));
    }
    groups.retain(|group| !group.briefs.is_empty());
    page_ctx.plain("page-briefs", "about-briefs", Body::Briefs(BriefsView { written, groups }))
}

/// A brief in a list.
fn card(page_ctx: &PageContext<'_>, key: &BriefKey) -> BriefCard {
    let ctx = page_ctx.lang;
    let link = page_ctx.link(&Route::Brief(key.clone()), page_ctx.brief_title(key));
    let (about, summary) = match key {
        BriefKey::Written(id) => ctx.report.briefs.get(id).map_or_else(Default::default, |brief| {
            let day = ctx.locale.day(brief.date.unwrap_or(ctx.evaluation.as_of));
            let issue = brief.issue.map(|n| ctx.say("paper-issue", &[("n", &n.to_string())]));
            let about = issue.into_iter().chain([day]).collect::<Vec<_>>();
            (about.join(&ctx.locale.word("clause-separator")), ctx.words(&brief.summary).into_owned())
        }),
        _ => Default::default(),
    };
    BriefCard { link, about, summary, downloads: downloads(page_ctx, key) }
}

impl PageContext<'_> {
    /// The title of a brief in one line.
    pub(in crate::view) fn brief_title(&self, key: &BriefKey) -> String {
        match key {
            BriefKey::Written(id) => self
                .lang
                .report
                .briefs
                .get(id)
                .map(|brief| self.lang.locale.sentences(&self.lines_of(&brief.title)))
                .unwrap_or_default(),
            _ => automatic::subject(self, key).unwrap_or_default(),
        }
    }
}
