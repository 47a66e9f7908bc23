//! Briefs that write themselves: what was promised, what is proven, what is open and why, from the data alone.

use super::frame;
use super::list::BriefKey;
use super::sheet::{BriefView, ListItem, PaperBlock, Run};
use super::tables::ROWS;
use super::writer::Writer;
use crate::evaluate::{Status, Verdict};
use crate::model::{Action, Indicator, Plan, ScopeId, Target, Task, UnitId};
use crate::view::charts;
use crate::view::desk::{Desk, Here};
use crate::view::home;
use crate::view::index::{Index, TargetsOf};
use crate::view::open;
use crate::view::sources;
use crate::view::verdicts::{self, Tally};

/// As many findings as a brief tells in words; the table has them all.
const TOLD: usize = 12;
/// As many charts as stand in a brief besides its overview; in that of a plan, whose table is long, none.
const CHARTS: usize = 2;
const CHARTS_OF_PLAN: usize = 0;
/// As many figures at least are told of a scope for which nothing was promised.
const ENOUGH: usize = 3;
/// As many figures as a brief lists.
const FIGURES: usize = 24;
/// As many characters as an overview is told in at most.
const TELLABLE: usize = 3000;
/// As many names as stand in a row.
const NAMES: usize = 10;

/// Writes a brief; none for what does not exist.
pub(super) fn brief(here: &Here<'_>, key: &BriefKey) -> Option<BriefView> {
    let title = title(here, key)?;
    let mut writer = Writer::new(here);
    let summary = match key {
        BriefKey::Written(_) => return None,
        BriefKey::Plan(id) => plan(&mut writer, here.desk.report.plans.get(id)?),
        BriefKey::Action(id) => {
            let (plan, found) = action_of(here.desk, id.as_str())?;
            action(&mut writer, plan, found)
        }
        BriefKey::Partnership(id) => partnership(&mut writer, id)?,
        BriefKey::Unit(id) => unit(&mut writer, id)?,
    };
    writer.documents();
    let (blocks, notes) = writer.finish();
    let base = frame(here, key, title, here.desk.evaluation.as_of);
    Some(BriefView { summary, blocks, notes, ..base })
}

/// The title of a brief that writes itself, in one line.
pub(super) fn subject(here: &Here<'_>, key: &BriefKey) -> Option<String> {
    Some(title(here, key)?.join(&here.desk.locale.word("paper-title-space")))
}

/// The lines of its title.
fn title(here: &Here<'_>, key: &BriefKey) -> Option<Vec<String>> {
    let desk = here.desk;
    let report = desk.report;
    let (of, what) = match key {
        BriefKey::Written(_) => return None,
        BriefKey::Plan(id) => (&report.plans.get(id)?.title, "paper-title-plan"),
        BriefKey::Action(id) => (&action_of(desk, id.as_str())?.1.title, "paper-title-action"),
        BriefKey::Partnership(id) => (&report.scopes.get(id)?.title, "paper-title-partnership"),
        BriefKey::Unit(id) => (&report.units.get(id)?.title, "paper-title-unit"),
    };
    Some(vec![desk.words(of).into_owned(), desk.locale.word(what)])
}

/// An action with its plan.
fn action_of<'a>(desk: &Desk<'a>, id: &str) -> Option<(&'a Plan, &'a Action)> {
    desk.report
        .plans
        .values()
        .flat_map(|plan| plan.actions.iter().map(move |action| (plan, action)))
        .find(|(_, action)| action.id.as_str() == id)
}

/// True if enough is known of a scope to fill a page: something was promised for it, or several figures
/// were reported.
pub(super) fn has_matter(desk: &Desk<'_>, id: &ScopeId) -> bool {
    let Index { targets, figures, .. } = desk.index;
    !targets.in_scope.get(id).is_empty() || figures.in_scope.get(id).len() >= ENOUGH
}

/// True for an overview that fits on a page; one of thousands takes long to tell.
fn is_figure(chart: &charts::Overview) -> bool {
    chart.spec().aria.chars().count() <= TELLABLE
}

/// The targets of some indicators that count.
fn tops<'i>(indicators: impl IntoIterator<Item = &'i Indicator>) -> Vec<TargetsOf<'i>> {
    indicators
        .into_iter()
        .map(|indicator| {
            let tops = indicator.targets.iter().enumerate().filter(|(_, one)| one.member_of.is_none());
            (indicator, tops.map(|(at, _)| at).collect::<Vec<usize>>())
        })
        .filter(|(_, targets)| !targets.is_empty())
        .collect()
}

/// The targets one by one, each with its verdict.
fn each<'i, 'd>(desk: &Desk<'d>, targets: &[TargetsOf<'i>]) -> Vec<(&'i Indicator, &'i Target, &'d Verdict)> {
    targets
        .iter()
        .flat_map(|(indicator, places)| {
            let judged = desk.judged(&indicator.id);
            places
                .iter()
                .filter_map(|at| Some((*indicator, indicator.targets.get(*at)?, judged.verdicts.get(*at)?)))
        })
        .collect()
}

fn tally(all: &[(&Indicator, &Target, &Verdict)]) -> Tally {
    verdicts::of(all.iter().map(|(.., verdict)| *verdict))
}

fn plan(writer: &mut Writer<'_>, plan: &Plan) -> String {
    let desk = writer.here.desk;
    let own =
        desk.index.order.iter().filter(|one| one.task.as_ref().is_some_and(|task| task.plan == plan.id));
    let targets = tops(own.copied());
    let all = each(desk, &targets);
    let total = all.len();
    writer.section("paper-section-summary");
    let lead = home::lead(desk, plan, &tally(&all), total);
    writer.words(desk.locale.sentences(&[promise(writer, plan, total), self::lead(desk, &all)]));
    writer.words(as_of(desk));
    if let Some(chart) = charts::scorecard(desk, plan).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.standing(&targets, CHARTS_OF_PLAN);
    writer.section("paper-section-targets");
    let told: Vec<TargetsOf<'_>> = with_data(desk, &targets);
    let caption = if told.len() < targets.len() { "paper-table-with-data" } else { "paper-table-targets" };
    writer.targets_table(desk.locale.word(caption), &told);
    lead
}

fn action(writer: &mut Writer<'_>, plan: &Plan, action: &Action) -> String {
    let desk = writer.here.desk;
    let tasks: Vec<(&Plan, &Task)> = action.tasks.iter().map(|task| (plan, task)).collect();
    let targets = tops(desk.index.of_action(plan, action));
    let lead = lead(desk, &each(desk, &targets));
    writer.section("paper-section-promised");
    writer.words(desk.locale.sentences(&[
        desk.say(
            "paper-action-of",
            &[("plan", &desk.words(&plan.title)), ("tasks", &desk.locale.count(tasks.len()))],
        ),
        desk.maybe(action.summary.as_ref()).unwrap_or_default(),
    ]));
    writer.tasks(&tasks);
    writer.section("paper-section-summary");
    writer.words(desk.locale.sentences(&[lead.clone(), as_of(desk)]));
    if let Some(chart) = charts::attainment(writer.here, plan, action).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.judged(&targets);
    lead
}

fn partnership(writer: &mut Writer<'_>, id: &ScopeId) -> Option<String> {
    let here = writer.here;
    let desk = here.desk;
    let scope = desk.report.scopes.get(id)?;
    let (targets, figures) = (desk.index.targets.in_scope.get(id), desk.index.figures.in_scope.get(id));
    writer.section("paper-section-summary");
    let (from, to) = (desk.maybe(scope.from.as_ref()), desk.maybe(scope.to.as_ref()));
    let mut said = Vec::new();
    if let (Some(from), Some(to)) = (&from, &to) {
        said.push(desk.say("paper-pairing", &[("from", from), ("to", to)]));
    }
    said.extend(desk.maybe(scope.about.as_ref()));
    let counted =
        [("targets", targets.iter().map(|(_, targets)| targets.len()).sum()), ("figures", figures.len())];
    let counted = counted.map(|(name, count)| (name, desk.locale.count(count)));
    let fill: Vec<(&str, &str)> = counted.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let lead = desk.say("paper-scope-lead", &fill);
    said.push(lead.clone());
    let mut runs = vec![Run::plain(desk.locale.sentences(&said))];
    runs.extend(scope.source.as_ref().map(|(source, locator)| writer.place(source, locator)));
    writer.paragraph(runs);
    writer.words(as_of(desk));
    if let Some(chart) = charts::tiles(here, id).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.judged(targets);
    if !figures.is_empty() {
        writer.section("paper-section-figures");
        let caption = desk.locale.word("paper-table-figures");
        writer.figures_table(caption, &figures[..figures.len().min(FIGURES)]);
        writer.rest("paper-figures-more", figures.len().saturating_sub(FIGURES));
        // A series of this scope's own that a chart tells best.
        let mut drawn = 0;
        let mut known: Vec<&str> = targets.iter().map(|(one, _)| one.id.as_str()).collect();
        for (indicator, _) in figures {
            if drawn < CHARTS && indicator.scope == *id && !known.contains(&indicator.id.as_str()) {
                known.push(indicator.id.as_str());
                drawn += usize::from(writer.telling_chart(indicator));
            }
        }
    }
    Some(lead)
}

fn unit(writer: &mut Writer<'_>, id: &UnitId) -> Option<String> {
    let desk = writer.here.desk;
    desk.report.units.get(id)?;
    let tasks: Vec<(&Plan, &Task)> = desk
        .report
        .plans
        .values()
        .flat_map(|plan| plan.tasks().map(move |(_, task)| (plan, task)))
        .filter(|(_, task)| task.lead.contains(id))
        .collect();
    let targets = tops(tasks.iter().flat_map(|(plan, task)| desk.index.of_task(plan, task)).copied());
    writer.section("paper-section-promised");
    let lead = if tasks.is_empty() {
        desk.locale.word("paper-unit-none")
    } else {
        lead(desk, &each(desk, &targets))
    };
    if !tasks.is_empty() {
        writer.words(desk.say("paper-unit-of", &[("tasks", &desk.locale.count(tasks.len()))]));
        writer.tasks(&tasks);
        writer.section("paper-section-summary");
    }
    writer.words(desk.locale.sentences(&[lead.clone(), as_of(desk)]));
    writer.judged(&targets);
    Some(lead)
}

/// What a plan is and how much it promises.
fn promise(writer: &Writer<'_>, plan: &Plan, total: usize) -> String {
    let desk = writer.here.desk;
    let number = plan.number.as_ref().map(|number| desk.locator(&plan.source, number));
    let named = if number.is_some() { "paper-plan-numbered" } else { "paper-plan-named" };
    let plan_named = desk
        .say(named, &[("plan", &desk.words(&plan.title)), ("number", number.as_deref().unwrap_or_default())]);
    let (scope, period) = (desk.scope(&plan.scope), desk.locale.period(&plan.period));
    let size = home::size(desk, plan, total);
    desk.locale.sentences(&[
        desk.say("paper-plan-covers", &[("plan", &plan_named), ("scope", &scope), ("period", &period)]),
        desk.say("paper-plan-size", &[("size", &size)]),
    ])
}

/// The targets of which something was reported.
fn with_data<'i>(desk: &Desk<'_>, targets: &[TargetsOf<'i>]) -> Vec<TargetsOf<'i>> {
    let reported = |indicator: &Indicator, at: &usize| {
        desk.judged(&indicator.id).verdicts.get(*at).is_some_and(|one| one.status != Status::NoData)
    };
    targets
        .iter()
        .map(|(indicator, places)| {
            (*indicator, places.iter().copied().filter(|at| reported(indicator, at)).collect::<Vec<_>>())
        })
        .filter(|(_, places)| !places.is_empty())
        .collect()
}

fn as_of(desk: &Desk<'_>) -> String {
    desk.say("paper-as-of", &[("day", &desk.locale.day(desk.evaluation.as_of))])
}

/// How many targets there are and how they stand.
fn lead(desk: &Desk<'_>, all: &[(&Indicator, &Target, &Verdict)]) -> String {
    if all.is_empty() {
        return desk.locale.word("action-lead-none");
    }
    let parts = verdicts::parts(desk, &tally(all), "home-lead-part");
    desk.say("action-lead", &[("total", &desk.locale.count(all.len())), ("parts", &parts)])
}

fn is_proven(status: Status) -> bool {
    matches!(status, Status::Met | Status::OnTrack)
}

impl Writer<'_> {
    /// How targets stand, and the table of them, if there are any.
    fn judged(&mut self, targets: &[TargetsOf<'_>]) {
        if !targets.is_empty() {
            self.standing(targets, CHARTS);
            self.section("paper-section-targets");
            self.targets_table(self.here.desk.locale.word("paper-table-targets"), targets);
        }
    }

    /// What is proven, what fell short, what is open and why.
    fn standing(&mut self, targets: &[TargetsOf<'_>], charts: usize) {
        let desk = self.here.desk;
        let all = each(desk, targets);
        self.section("paper-section-proven");
        let proven: Vec<_> = all.iter().filter(|(.., verdict)| is_proven(verdict.status)).collect();
        if proven.is_empty() {
            self.words(desk.locale.word("paper-proven-none"));
        }
        self.findings(&proven);
        let short: Vec<_> = all.iter().filter(|(.., verdict)| verdicts::is_missed(verdict.status)).collect();
        if short.is_empty() {
            self.words(desk.locale.word("paper-missed-none"));
        }
        let mut drawn: Vec<&str> = Vec::new();
        let telling = proven.iter().map(|(indicator, ..)| *indicator).chain(
            all.iter().filter(|(.., verdict)| verdict.status == Status::Undetermined).map(|one| one.0),
        );
        for indicator in telling {
            if drawn.len() == charts {
                break;
            }
            if !drawn.contains(&indicator.id.as_str()) && self.telling_chart(indicator) {
                drawn.push(indicator.id.as_str());
            }
        }
        if !short.is_empty() {
            self.section("paper-section-missed");
            self.findings(&short);
        }
        self.open(&all);
    }

    /// Findings in words, one paragraph each.
    fn findings(&mut self, findings: &[&(&Indicator, &Target, &Verdict)]) {
        let desk = self.here.desk;
        for (indicator, target, verdict) in findings.iter().take(TOLD) {
            let mut runs = vec![
                Run { strong: true, ..Run::plain(desk.words(&indicator.title)) },
                Run::plain(desk.locale.word("paper-colon")),
                Run::plain(home::finding(desk, indicator, target, verdict)),
                self.place(&target.source, &target.locator),
            ];
            let promised = runs.last().and_then(|run| run.note.as_ref()).map(|note| note.number);
            let marks = self.marks(indicator, verdict).into_iter();
            // A place that has both the promise and the result is named once.
            runs.extend(marks.filter(|run| run.note.as_ref().map(|note| note.number) != promised));
            runs.push(Run::plain(desk.locale.word("full-stop")));
            self.paragraph(runs);
        }
        self.rest("paper-findings-more", findings.len().saturating_sub(TOLD));
    }

    /// Why the rest is open: the same reason together, the largest group first.
    fn open(&mut self, all: &[(&Indicator, &Target, &Verdict)]) {
        let desk = self.here.desk;
        let groups = open::groups(all.iter().map(|(indicator, _, verdict)| (*indicator, *verdict)));
        if groups.is_empty() {
            return;
        }
        let total: usize = groups.iter().map(|group| group.members.len()).sum();
        self.section("paper-section-open");
        self.words(desk.say("paper-open-lead", &[("count", &desk.locale.count(total))]));
        let items = groups
            .into_iter()
            .zip(1..)
            .map(|(open::Group { shown, why, members }, number)| {
                let count = members.len();
                let mut names: Vec<String> = Vec::new();
                for name in members.iter().map(|one| desk.words(&one.title).into_owned()) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                let word = desk.status(shown).word;
                let many = names.len();
                let shown_names = desk.locale.list(&names[..many.min(NAMES)]);
                let named = if many > NAMES { "paper-open-names-more" } else { "paper-open-names" };
                let fill = [("names", shown_names.as_str()), ("count", &desk.locale.count(many))];
                let head =
                    desk.say("paper-open-head", &[("status", &word), ("count", &desk.locale.count(count))]);
                let said = desk.locale.sentences(&[desk.locale.word(why), desk.say(named, &fill)]);
                let status = Some(shown.key().to_owned());
                ListItem {
                    level: 0,
                    marker: format!("{number}."),
                    runs: vec![Run { strong: true, status, ..Run::plain(head) }, Run::plain(said)],
                }
            })
            .collect();
        self.block(PaperBlock::List { ordered: true, small: false, items });
    }

    /// Tasks: what, by when, who answers for it.
    fn tasks(&mut self, tasks: &[(&Plan, &Task)]) {
        let here = self.here;
        let desk = here.desk;
        let rows = tasks
            .iter()
            .take(ROWS)
            .map(|(plan, task)| {
                let lead: Vec<String> = task.lead.iter().map(|unit| here.unit(unit).text).collect();
                let mut title = vec![Run::plain(desk.words(&task.title))];
                title.push(self.place(&plan.source, &task.locator));
                vec![
                    vec![Run::plain(task.number.clone())],
                    title,
                    vec![Run::plain(desk.words(&task.due))],
                    vec![Run::plain(desk.locale.list(&lead))],
                ]
            })
            .collect();
        let columns = self.columns(&[
            ("paper-column-number", "left", 9),
            ("paper-column-task", "left", 36),
            ("paper-column-due", "left", 20),
            ("paper-column-lead", "left", 35),
        ]);
        self.table(desk.locale.word("paper-table-tasks"), columns, rows);
        self.rest("paper-tasks-more", tasks.len().saturating_sub(ROWS));
    }

    /// The documents that the notes name.
    fn documents(&mut self) {
        let cited = self.cited();
        if cited.is_empty() {
            return;
        }
        self.section("paper-section-sources");
        let cards = sources::cards_of(self.here, &cited);
        let items = cards
            .into_iter()
            .zip(1..)
            .map(|(card, number)| ListItem {
                level: 0,
                marker: format!("{number}."),
                runs: vec![
                    Run { href: Some(card.link.href), ..Run::plain(card.link.text) },
                    Run::plain(self.here.desk.say("paper-document", &[("about", &card.about)])),
                ],
            })
            .collect();
        self.block(PaperBlock::List { ordered: true, small: true, items });
    }
}
