//! Long lists: what belongs together, and how it is cut into pages of bounded size.
//!
//! Everything is indexed once, so that a page asks for its slice and never looks at all indicators.

use super::build::Sheet;
use super::desk::{Desk, Here, Shown};
use super::index::judged;
use super::page::{Body, IndicatorRow, Link, ListView, PageLink};
use super::route::Route;
use crate::evaluate::{Evaluation, IndicatorEvaluation};
use crate::model::{
    Action, Indicator, IndicatorId, Plan, PlanId, Report, ScopeId, SourceId, Task, TaskRef,
};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// As many lines as a page of a list has; the rest goes on a further page.
pub(super) const LINES: usize = 100;
/// As many lines of judged indicators as the overview has, beside its charts.
const OVERVIEW: usize = 50;
/// As many figures, and as many lines of targets, as a page has that lists both.
const FIGURES: usize = 80;
const TARGETS: usize = 50;

/// A figure of an indicator: the place of an actual, or nothing for the baseline.
pub(super) type FigureAt<'a> = (&'a Indicator, Option<usize>);

/// Some targets of an indicator, by their place.
pub(super) type TargetsOf<'a> = (&'a Indicator, Vec<usize>);

/// Indicators under one heading.
pub(super) struct Group<'a> {
    heading: Heading<'a>,
    /// An id for links, and the name of its own list.
    pub anchor: String,
    /// The indicators, in reading order.
    pub members: Vec<&'a Indicator>,
}

/// What the indicators of a group have in common.
#[derive(Clone, Copy)]
enum Heading<'a> {
    /// They judge an action.
    Action(&'a Action),
    /// They bear on a task, which is the n-th of its plan.
    Task(&'a Plan, &'a Task, usize),
    /// They belong to no task: their scope. True if they are judged.
    Scope(&'a ScopeId, bool),
}

impl<'a> Heading<'a> {
    /// What tells it from others.
    fn key(self) -> (&'static str, &'a str, usize) {
        match self {
            Self::Action(action) => ("action", action.id.as_str(), 0),
            Self::Task(plan, _, place) => ("task", plan.id.as_str(), place),
            Self::Scope(scope, true) => ("judged", scope.as_str(), 0),
            Self::Scope(scope, false) => ("scope", scope.as_str(), 0),
        }
    }

    fn anchor(self) -> String {
        match self.key() {
            (kind, name, 0) => format!("{kind}-{name}"),
            (kind, name, place) => format!("{kind}-{name}-{place}"),
        }
    }
}

impl Group<'_> {
    /// The heading in the words of a language.
    pub fn title(&self, desk: &Desk<'_>) -> String {
        match self.heading {
            Heading::Action(action) => desk.words(&action.title).into_owned(),
            Heading::Task(_, task, _) => desk.say(
                "group-context-of-task",
                &[("number", &task.number), ("title", &desk.words(&task.title))],
            ),
            Heading::Scope(scope, _) => desk.scope(scope),
        }
    }
}

/// A task, its action, and its place in the plan, from 1.
type TaskAt<'a> = (&'a Plan, &'a Action, &'a Task, usize);

/// Who belongs to which list.
#[derive(Default)]
pub(super) struct Lists<'a> {
    /// Judged indicators by action.
    pub judged: Vec<Group<'a>>,
    /// The others by task or scope.
    pub context: Vec<Group<'a>>,
    /// Targets by plan and status.
    pub statuses: BTreeMap<(&'a PlanId, Shown), Vec<TargetsOf<'a>>>,
    /// Figures by source.
    pub figures_from: BTreeMap<&'a SourceId, Vec<FigureAt<'a>>>,
    /// Targets by source, without members of wholes.
    pub targets_from: BTreeMap<&'a SourceId, Vec<TargetsOf<'a>>>,
    /// Figures by scope.
    pub figures_in: BTreeMap<&'a ScopeId, Vec<FigureAt<'a>>>,
    /// Targets by scope.
    pub targets_in: BTreeMap<&'a ScopeId, Vec<TargetsOf<'a>>>,
    /// The pages of sources on which an indicator's figures stand, where it is not the first.
    pages_of: HashMap<&'a IndicatorId, Vec<usize>>,
    /// The tasks of all plans.
    tasks: BTreeMap<(&'a str, &'a str), TaskAt<'a>>,
}

impl<'a> Lists<'a> {
    /// Looks through a report; `order` is that in which its indicators are read.
    pub fn new(report: &'a Report, evaluation: &'a Evaluation, order: &[&'a Indicator]) -> Self {
        let mut lists = Self { tasks: tasks(report), ..Self::default() };
        let mut known = BTreeMap::new();
        for indicator in order {
            lists.add_to_group(indicator, &mut known);
            lists.add_targets(indicator, judged(evaluation, &indicator.id));
            lists.add_figures(indicator);
        }
        lists
    }

    fn add_to_group(
        &mut self,
        indicator: &'a Indicator,
        known: &mut BTreeMap<(&'static str, &'a str, usize), usize>,
    ) {
        let is_judged = !indicator.targets.is_empty();
        let task = indicator.task.as_ref();
        let heading = match task.and_then(|task| self.tasks.get(&(task.plan.as_str(), &task.number))) {
            Some((_, action, ..)) if is_judged => Heading::Action(action),
            Some((plan, _, task, place)) => Heading::Task(plan, task, *place),
            None => Heading::Scope(&indicator.scope, is_judged),
        };
        let groups = if is_judged { &mut self.judged } else { &mut self.context };
        let at = *known.entry(heading.key()).or_insert_with(|| {
            groups.push(Group { heading, anchor: heading.anchor(), members: Vec::new() });
            groups.len() - 1
        });
        groups[at].members.push(indicator);
    }

    /// The name of the list of what bears on a task. A number may be any text, so its place stands for it.
    fn of_task(&self, plan: &Plan, number: &str) -> String {
        self.tasks
            .get(&(plan.id.as_str(), number))
            .map(|(plan, _, task, place)| Heading::Task(plan, task, *place).anchor())
            .unwrap_or_default()
    }

    fn add_targets(&mut self, indicator: &'a Indicator, judged: &IndicatorEvaluation) {
        for (at, (target, verdict)) in indicator.targets.iter().zip(&judged.verdicts).enumerate() {
            push(self.targets_in.entry(&target.scope).or_default(), indicator, at);
            if target.member_of.is_some() {
                continue;
            }
            push(self.targets_from.entry(&target.source).or_default(), indicator, at);
            if let Some(task) = &indicator.task {
                push(self.statuses.entry((&task.plan, Shown::of(verdict))).or_default(), indicator, at);
            }
        }
    }

    fn add_figures(&mut self, indicator: &'a Indicator) {
        if let Some(baseline) = &indicator.baseline {
            self.figures_from.entry(&baseline.source).or_default().push((indicator, None));
        }
        let mut pages = vec![1; indicator.actuals.len()];
        for at in super::figures::by_time(&indicator.actuals) {
            let actual = &indicator.actuals[at];
            self.figures_in.entry(&actual.scope).or_default().push((indicator, Some(at)));
            let of_source = self.figures_from.entry(&actual.source).or_default();
            pages[at] = of_source.len() / FIGURES + 1;
            of_source.push((indicator, Some(at)));
        }
        if pages.iter().any(|page| *page > 1) {
            self.pages_of.insert(&indicator.id, pages);
        }
    }

    /// The page of its source on which a figure stands.
    pub fn page_of(&self, indicator: &Indicator, actual: usize) -> usize {
        self.pages_of.get(&indicator.id).and_then(|pages| pages.get(actual)).copied().unwrap_or(1)
    }

    /// True if the judged indicators are too many for one page.
    pub fn judged_is_long(&self) -> bool {
        self.judged.iter().flat_map(|group| &group.members).map(|one| lines(one)).sum::<usize>() > OVERVIEW
    }

    /// True if the others are too many for one page.
    pub fn context_is_long(&self) -> bool {
        self.context.iter().map(|group| group.members.len()).sum::<usize>() > LINES
    }

    /// Every page of every list that has pages of its own.
    pub fn routes(&self) -> Vec<Route> {
        let mut routes = Vec::new();
        let mut add = |name: String, pages: usize| {
            routes.extend((1..=pages).map(|page| Route::List(name.clone(), page)));
        };
        for ((plan, shown), targets) in &self.statuses {
            add(status_list(plan, *shown), status_pages(targets).len());
        }
        for (groups, long) in [(&self.judged, self.judged_is_long()), (&self.context, self.context_is_long())]
        {
            for group in groups.iter().filter(|_| long) {
                add(group.anchor.clone(), cut(group.members.iter().map(|one| lines(one)), LINES).len());
            }
        }
        for (source, figures) in &self.figures_from {
            let targets = self.targets_from.get(source).map_or(0, |targets| target_pages(targets).len());
            let pages = figures.len().div_ceil(FIGURES).max(targets);
            routes.extend((2..=pages).map(|page| Route::source(source, page)));
        }
        for (source, targets) in &self.targets_from {
            let pages = target_pages(targets).len();
            let pages = if self.figures_from.contains_key(source) { 0 } else { pages };
            routes.extend((2..=pages).map(|page| Route::source(source, page)));
        }
        let mut of_scopes: BTreeMap<&ScopeId, usize> = BTreeMap::new();
        for (scope, figures) in &self.figures_in {
            of_scopes.insert(scope, figures.len().div_ceil(FIGURES));
        }
        for (scope, targets) in &self.targets_in {
            let pages = of_scopes.entry(scope).or_default();
            *pages = (*pages).max(target_pages(targets).len());
        }
        for (scope, pages) in of_scopes {
            routes.extend((2..=pages).map(|page| Route::partnership(scope, page)));
        }
        routes
    }
}

fn push<'a>(to: &mut Vec<TargetsOf<'a>>, indicator: &'a Indicator, target: usize) {
    match to.last_mut() {
        Some((last, targets)) if last.id == indicator.id => targets.push(target),
        _ => to.push((indicator, vec![target])),
    }
}

fn tasks(report: &Report) -> BTreeMap<(&str, &str), TaskAt<'_>> {
    report
        .plans
        .values()
        .flat_map(|plan| {
            plan.tasks().zip(1..).map(move |((action, task), place)| {
                ((plan.id.as_str(), task.number.as_str()), (plan, action, task, place))
            })
        })
        .collect()
}

/// As many lines as an indicator takes in a list.
fn lines(indicator: &Indicator) -> usize {
    indicator.targets.iter().filter(|target| target.member_of.is_none()).count().max(1)
}

/// The pages of a list of the targets in a status.
fn status_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), LINES)
}

/// The pages of the targets of a scope or source, which stand beside its figures.
pub(super) fn target_pages(targets: &[TargetsOf<'_>]) -> Vec<Range<usize>> {
    cut(targets.iter().map(|(_, targets)| targets.len()), TARGETS)
}

/// The pages of the figures of a scope or source.
pub(super) fn figure_pages(figures: &[FigureAt<'_>]) -> Vec<Range<usize>> {
    cut(figures.iter().map(|_| 1), FIGURES)
}

/// Cuts a list of entries of some lines each into pages of at most `limit` lines; an entry is never cut.
fn cut(lines: impl Iterator<Item = usize>, limit: usize) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut at, mut filled) = (0, 0, 0);
    for of_entry in lines {
        if at > start && filled + of_entry > limit {
            pages.push(start..at);
            (start, filled) = (at, 0);
        }
        filled += of_entry;
        at += 1;
    }
    if at > start {
        pages.push(start..at);
    }
    pages
}

/// A page of a list, counted from 1; nothing beyond its end.
pub(super) fn slice<'l, T>(all: &'l [T], pages: &[Range<usize>], page: usize) -> &'l [T] {
    pages.get(page.saturating_sub(1)).and_then(|range| all.get(range.clone())).unwrap_or_default()
}

/// The name of the list of a plan's targets in a status.
fn status_list(plan: &PlanId, shown: Shown) -> String {
    format!("status-{plan}-{}", shown.key())
}

impl Here<'_> {
    /// Links to the numbered pages of a list: the first, the last and those around this one.
    pub fn pages(&self, count: usize, page: usize, route: impl Fn(usize) -> Route) -> Vec<PageLink> {
        if count < 2 {
            return Vec::new();
        }
        let mut links: Vec<PageLink> = Vec::new();
        let mut last = 0;
        for number in (1..=count)
            .filter(|number| *number == 1 || *number == count || number.abs_diff(page) <= 2 || count <= 9)
        {
            if number > last + 1 {
                links.push(PageLink { text: "…".to_owned(), href: None, current: false });
            }
            links.push(PageLink {
                text: number.to_string(),
                href: Some(self.address.link(&route(number))),
                current: number == page,
            });
            last = number;
        }
        links
    }

    /// The title of a page of a list.
    pub fn numbered(&self, title: &str, page: usize) -> String {
        if page < 2 {
            return title.to_owned();
        }
        self.desk.say("page-numbered", &[("title", title), ("page", &page.to_string())])
    }

    /// The list of a plan's targets in a status, if it has any.
    pub fn list_of_status(&self, plan: &PlanId, shown: Shown) -> Option<String> {
        let (plan, _) = self.desk.report.plans.get_key_value(plan)?;
        self.desk
            .index
            .lists
            .statuses
            .contains_key(&(plan, shown))
            .then(|| self.address.link(&Route::List(status_list(plan, shown), 1)))
    }

    /// Where the judged indicators of an action are listed.
    pub fn list_of_action(&self, action: &str) -> String {
        let anchor = format!("action-{action}");
        if self.desk.index.lists.judged_is_long() {
            self.address.link(&Route::List(anchor, 1))
        } else {
            self.address.link_at(&Route::Indicators, &anchor)
        }
    }

    /// Where figures that bear on a task are listed.
    pub fn list_of_task(&self, plan: &Plan, task: &TaskRef) -> String {
        let name = self.desk.index.lists.of_task(plan, &task.number);
        if self.desk.index.lists.context_is_long() {
            self.address.link(&Route::List(name, 1))
        } else {
            self.address.link_at(&Route::Indicators, &name)
        }
    }
}

/// Writes a page of a list.
pub(super) fn list(here: &Here<'_>, name: &str, page: usize) -> Sheet {
    let desk = here.desk;
    let lists = &desk.index.lists;
    let route = |page: usize| Route::List(name.to_owned(), page);
    let mut crumbs = vec![here.home(), here.link(&Route::Indicators, desk.locale.word("page-indicators"))];
    let of_status = lists.statuses.iter().find(|((plan, shown), _)| status_list(plan, *shown) == name);
    if let Some(((plan, shown), targets)) = of_status {
        let status = desk.status(*shown);
        let pages = status_pages(targets);
        let rows = slice(targets, &pages, page).iter().map(|one| here.row_of(one)).collect();
        let plan = desk.report.plans.get(*plan);
        let count: usize = targets.iter().map(|(_, targets)| targets.len()).sum();
        let title =
            desk.say("list-of-status", &[("status", &status.word), ("count", &desk.locale.count(count))]);
        if let Some(plan) = plan {
            crumbs =
                vec![here.home(), here.link(&super::plans::plan_route(desk, plan), desk.words(&plan.title))];
        }
        let view = ListView {
            about: Some(status.meaning.clone()),
            rows,
            pages: here.pages(pages.len(), page, route),
        };
        return Sheet {
            title: here.numbered(&title, page),
            description: status.meaning,
            crumbs,
            body: Body::List(Box::new(view)),
        };
    }
    let found = lists.judged.iter().chain(&lists.context).find(|group| group.anchor == name);
    let Some(group) = found else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let pages = cut(group.members.iter().map(|one| lines(one)), LINES);
    let rows = slice(&group.members, &pages, page).iter().map(|one| here.indicator_row(one)).collect();
    let title = group.title(desk);
    let context = group.members.first().is_some_and(|one| one.targets.is_empty());
    Sheet {
        title: here.numbered(&title, page),
        description: desk.say("about-list", &[("title", &title)]),
        crumbs,
        body: Body::List(Box::new(ListView {
            about: context.then(|| desk.locale.word("context-note")),
            rows,
            pages: here.pages(pages.len(), page, route),
        })),
    }
}

impl Here<'_> {
    /// Some targets of an indicator as a row of a list.
    pub fn row_of(&self, (indicator, targets): &TargetsOf<'_>) -> IndicatorRow {
        let judged = self.desk.judged(&indicator.id);
        let lines = targets
            .iter()
            .filter_map(|at| {
                let (target, verdict) = (indicator.targets.get(*at)?, judged.verdicts.get(*at)?);
                Some(self.line(indicator, *at, target, verdict))
            })
            .collect();
        IndicatorRow {
            link: self.indicator(indicator),
            verdicts: super::verdicts::in_short(self.desk, lines),
            figures: Vec::new(),
        }
    }
}

/// Links to what stands before and after one in a list.
pub(super) fn neighbours_in<T: PartialEq>(
    all: &[T],
    one: &T,
    link: impl Fn(&T) -> Link,
) -> (Option<Link>, Option<Link>) {
    let Some(at) = all.iter().position(|other| other == one) else { return (None, None) };
    (at.checked_sub(1).map(|at| link(&all[at])), all.get(at + 1).map(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_bounded_and_cut_no_entry() {
        assert!(cut(std::iter::empty(), 100).is_empty());
        assert_eq!(cut([1; 100].into_iter(), 100), vec![0..100]);
        assert_eq!(cut([1; 101].into_iter(), 100), [0..100, 100..101]);
        assert_eq!(cut([60, 60, 300, 1].into_iter(), 100), [0..1, 1..2, 2..3, 3..4]);
    }

    #[test]
    fn a_page_beyond_the_end_is_empty() {
        let all = [1, 2, 3];
        let pages = cut(all.iter().map(|_| LINES), LINES);
        assert_eq!(slice(&all, &pages, 3), [3]);
        assert!(slice(&all, &pages, 4).is_empty());
    }
}
