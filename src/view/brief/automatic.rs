//! Generated briefs: what was promised, what is proven, what is open and why, from the data alone.

use super::frame::frame;
use super::tables::ROWS;
use super::title;
use super::writer::BriefWriter;
use crate::evaluate::{Status, Verdict};
use crate::model::{Action, Indicator, Plan, ScopeId, Target, Task, UnitId};
use crate::view::brief::blocks::{BriefBlock, BriefView, ListItem};
use crate::view::charts;
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::lists::TargetsOf;
use crate::view::route::BriefKey;
use crate::view::shown::Shown;
use crate::view::text::blocks::Run;
use crate::view::wording::{
    documents, open_reasons, summary,
    verdicts::{self, StatusTally},
};
use std::collections::BTreeSet;

/// As many findings as a brief tells in words; the table has them all.
const TOLD: usize = 12;
/// As many charts as stand in a brief besides its overview; in that of a plan, whose table is long, none.
const CHARTS: usize = 2;
const CHARTS_OF_PLAN: usize = 0;
/// As many figures as a brief lists.
const FIGURES: usize = 24;
/// As many characters as an overview is told in at most.
const TELLABLE: usize = 3000;
/// As many names as stand in a row.
const NAMES: usize = 10;
/// As many documents as are listed at the end.
const DOCUMENTS: usize = 60;

/// Writes a brief; none for what does not exist.
pub(super) fn brief(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<BriefView> {
    let title = title::lines(page_ctx, key)?;
    let mut writer = BriefWriter::new(page_ctx);
    let summary = match key {
        BriefKey::Written(_) => return None,
        BriefKey::Plan(id) => plan(&mut writer, page_ctx.lang.report.plans.get(id)?),
        BriefKey::Action(id) => {
            let (plan, found) = title::action_of(page_ctx.lang, id.as_str())?;
            action(&mut writer, plan, found)
        }
        BriefKey::Partnership(id) => partnership(&mut writer, id)?,
        BriefKey::Unit(id) => unit(&mut writer, id)?,
    };
    writer.documents();
    let (blocks, notes) = writer.finish();
    let base = frame(page_ctx, key, title, page_ctx.lang.evaluation.as_of);
    Some(BriefView { summary, blocks, notes, ..base })
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
fn each<'i, 'd>(
    ctx: &LangContext<'d>,
    targets: &[TargetsOf<'i>],
) -> Vec<(&'i Indicator, &'i Target, &'d Verdict)> {
    targets
        .iter()
        .flat_map(|(indicator, places)| {
            let judged = ctx.judged(&indicator.id);
            places
                .iter()
                .filter_map(|at| Some((*indicator, indicator.targets.get(*at)?, judged.verdicts.get(*at)?)))
        })
        .collect()
}

fn tally(all: &[(&Indicator, &Target, &Verdict)]) -> StatusTally {
    verdicts::of(all.iter().map(|(.., verdict)| *verdict))
}

fn plan(writer: &mut BriefWriter<'_>, plan: &Plan) -> String {
    let ctx = writer.page_ctx.lang;
    let targets = tops(ctx.refs.of_plan(&plan.id));
    let all = each(ctx, &targets);
    let total = all.len();
    writer.section("paper-section-summary");
    let lead = summary::lead(ctx, plan, &tally(&all), total);
    writer.words(ctx.locale.sentences(&[promise(writer, plan, total), self::lead(ctx, &all)]));
    writer.words(as_of(ctx));
    if let Some(chart) = charts::scorecard(ctx, plan).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.standing(&targets, CHARTS_OF_PLAN);
    writer.section("paper-section-targets");
    let told: Vec<TargetsOf<'_>> = with_data(ctx, &targets);
    let caption = if told.len() < targets.len() { "paper-table-with-data" } else { "paper-table-targets" };
    writer.targets_table(ctx.locale.word(caption), &told);
    lead
}

fn action(writer: &mut BriefWriter<'_>, plan: &Plan, action: &Action) -> String {
    let ctx = writer.page_ctx.lang;
    let tasks: Vec<(&Plan, &Task)> = action.tasks.iter().map(|task| (plan, task)).collect();
    let targets = tops(ctx.refs.of_action(plan, action));
    let lead = lead(ctx, &each(ctx, &targets));
    writer.section("paper-section-promised");
    writer.words(ctx.locale.sentences(&[
        ctx.say(
            "paper-action-of",
            &[("plan", &ctx.words(&plan.title)), ("tasks", &ctx.locale.count(tasks.len()))],
        ),
        ctx.maybe(action.summary.as_ref()).unwrap_or_default(),
    ]));
    writer.tasks(&tasks);
    writer.section("paper-section-summary");
    writer.words(ctx.locale.sentences(&[lead.clone(), as_of(ctx)]));
    if let Some(chart) = charts::attainment(writer.page_ctx, plan, action).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.judged(&targets);
    lead
}

fn partnership(writer: &mut BriefWriter<'_>, id: &ScopeId) -> Option<String> {
    let page_ctx = writer.page_ctx;
    let ctx = page_ctx.lang;
    let scope = ctx.report.scopes.get(id)?;
    let (targets, figures) = (ctx.refs.targets.in_scope.get(id), ctx.refs.figures.in_scope.get(id));
    writer.section("paper-section-summary");
    let (from, to) = (ctx.maybe(scope.from.as_ref()), ctx.maybe(scope.to.as_ref()));
    let mut said = Vec::new();
    if let (Some(from), Some(to)) = (&from, &to) {
        said.push(ctx.say("paper-pairing", &[("from", from), ("to", to)]));
    }
    said.extend(ctx.maybe(scope.about.as_ref()));
    let counted =
        [("targets", targets.iter().map(|(_, targets)| targets.len()).sum()), ("figures", figures.len())];
    let counted = counted.map(|(name, count)| (name, ctx.locale.count(count)));
    let fill: Vec<(&str, &str)> = counted.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let lead = ctx.say("paper-scope-lead", &fill);
    said.push(lead.clone());
    let mut runs = vec![Run::plain(ctx.locale.sentences(&said))];
    runs.extend(scope.source.as_ref().map(|(source, locator)| writer.place(source, locator)));
    writer.paragraph(runs);
    writer.words(as_of(ctx));
    if let Some(chart) = charts::tiles(page_ctx, id).filter(is_figure) {
        writer.chart(chart.spec(), None);
    }
    writer.judged(targets);
    if !figures.is_empty() {
        writer.section("paper-section-figures");
        let caption = ctx.locale.word("paper-table-figures");
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

fn unit(writer: &mut BriefWriter<'_>, id: &UnitId) -> Option<String> {
    let ctx = writer.page_ctx.lang;
    ctx.report.units.get(id)?;
    let tasks: Vec<(&Plan, &Task)> = ctx
        .report
        .plans
        .values()
        .flat_map(|plan| plan.tasks().map(move |(_, task)| (plan, task)))
        .filter(|(_, task)| task.lead.contains(id))
        .collect();
    let targets = tops(tasks.iter().flat_map(|(plan, task)| ctx.refs.of_task(plan, task)).copied());
    writer.section("paper-section-promised");
    let lead =
        if tasks.is_empty() { ctx.locale.word("paper-unit-none") } else { lead(ctx, &each(ctx, &targets)) };
    if !tasks.is_empty() {
        writer.words(ctx.say("paper-unit-of", &[("tasks", &ctx.locale.count(tasks.len()))]));
        writer.tasks(&tasks);
        writer.section("paper-section-summary");
    }
    writer.words(ctx.locale.sentences(&[lead.clone(), as_of(ctx)]));
    writer.judged(&targets);
    Some(lead)
}

/// What a plan is and how much it promises.
fn promise(writer: &BriefWriter<'_>, plan: &Plan, total: usize) -> String {
    let ctx = writer.page_ctx.lang;
    let number = plan.number.as_ref().map(|number| ctx.locator(&plan.source, number));
    let named = if number.is_some() { "paper-plan-numbered" } else { "paper-plan-named" };
    let plan_named = ctx
        .say(named, &[("plan", &ctx.words(&plan.title)), ("number", number.as_deref().unwrap_or_default())]);
    let (scope, period) = (ctx.scope(&plan.scope), ctx.locale.period(&plan.period));
    let size = summary::size(ctx, plan, total);
    ctx.locale.sentences(&[
        ctx.say("paper-plan-covers", &[("plan", &plan_named), ("scope", &scope), ("period", &period)]),
        ctx.say("paper-plan-size", &[("size", &size)]),
    ])
}

/// The targets of which something was reported.
fn with_data<'i>(ctx: &LangContext<'_>, targets: &[TargetsOf<'i>]) -> Vec<TargetsOf<'i>> {
    let reported = |indicator: &Indicator, at: &usize| {
        ctx.judged(&indicator.id).verdicts.get(*at).is_some_and(|one| one.status != Status::NoData)
    };
    targets
        .iter()
        .map(|(indicator, places)| {
            (*indicator, places.iter().copied().filter(|at| reported(indicator, at)).collect::<Vec<_>>())
        })
        .filter(|(_, places)| !places.is_empty())
        .collect()
}

fn as_of(ctx: &LangContext<'_>) -> String {
    ctx.say("paper-as-of", &[("day", &ctx.locale.day(ctx.evaluation.as_of))])
}

/// How many targets there are and how they stand.
fn lead(ctx: &LangContext<'_>, all: &[(&Indicator, &Target, &Verdict)]) -> String {
    if all.is_empty() {
        return ctx.locale.word("action-lead-none");
    }
    let parts = verdicts::parts(ctx, &tally(all), "home-lead-part");
    ctx.say("action-lead", &[("total", &ctx.locale.count(all.len())), ("parts", &parts)])
}

impl BriefWriter<'_> {
    /// How targets stand, and the table of them, if there are any.
    fn judged(&mut self, targets: &[TargetsOf<'_>]) {
        if !targets.is_empty() {
            self.standing(targets, CHARTS);
            self.section("paper-section-targets");
            self.targets_table(self.page_ctx.lang.locale.word("paper-table-targets"), targets);
        }
    }

    /// What is proven, what fell short, what is open and why.
    fn standing(&mut self, targets: &[TargetsOf<'_>], charts: usize) {
        let ctx = self.page_ctx.lang;
        let all = each(ctx, targets);
        self.section("paper-section-proven");
        let proven: Vec<_> = all.iter().filter(|(.., verdict)| verdicts::is_met(verdict.status)).collect();
        if proven.is_empty() {
            self.words(ctx.locale.word("paper-proven-none"));
        }
        self.findings(&proven, false);
        let short: Vec<_> = all.iter().filter(|(.., verdict)| verdicts::is_missed(verdict.status)).collect();
        if short.is_empty() {
            self.words(ctx.locale.word("paper-missed-none"));
        }
        // Each is tried once, whatever comes of it: hundreds of findings may be of one indicator.
        let (mut drawn, mut tried) = (0, BTreeSet::new());
        let telling = proven.iter().map(|(indicator, ..)| *indicator).chain(
            all.iter().filter(|(.., verdict)| verdict.status == Status::Undetermined).map(|one| one.0),
        );
        for indicator in telling {
            if drawn == charts {
                break;
            }
            if tried.insert(&indicator.id) && self.telling_chart(indicator) {
                drawn += 1;
            }
        }
        if !short.is_empty() {
            self.section("paper-section-missed");
            self.findings(&short, false);
        }
        let on_the_way: Vec<_> =
            all.iter().filter(|(.., verdict)| verdicts::is_on_the_way(verdict.status)).collect();
        if !on_the_way.is_empty() {
            self.section("paper-section-on-the-way");
            self.findings(&on_the_way, true);
        }
        self.open(&all);
    }

    /// Findings in words, one paragraph each; with how each stands where they do not all stand alike.
    fn findings(&mut self, findings: &[&(&Indicator, &Target, &Verdict)], unlike: bool) {
        let ctx = self.page_ctx.lang;
        for (indicator, target, verdict) in findings.iter().take(TOLD) {
            let word = || ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
            let stands = unlike.then(word);
            let mut runs = vec![
                Run { strong: true, ..Run::plain(ctx.words(&indicator.title)) },
                Run::plain(ctx.locale.word("paper-colon")),
                Run::plain(summary::finding(ctx, indicator, target, verdict, stands.as_deref())),
                self.place(&target.source, &target.locator),
            ];
            let promised = runs.last().and_then(|run| run.note.as_ref()).map(|note| note.number);
            let marks = self.marks(indicator, verdict).into_iter();
            // A place that has both the promise and the result is named once.
            runs.extend(marks.filter(|run| run.note.as_ref().map(|note| note.number) != promised));
            runs.push(Run::plain(ctx.locale.word("full-stop")));
            runs.extend(self.members(indicator, target));
            self.paragraph(runs);
        }
        self.rest("paper-findings-more", findings.len().saturating_sub(TOLD));
    }

    /// Why the rest is open: the same reason together, the largest group first.
    fn open(&mut self, all: &[(&Indicator, &Target, &Verdict)]) {
        let ctx = self.page_ctx.lang;
        let groups = open_reasons::groups(all.iter().map(|(indicator, _, verdict)| (*indicator, *verdict)));
        if groups.is_empty() {
            return;
        }
        let total: usize = groups.iter().map(|group| group.members.len()).sum();
        self.section("paper-section-open");
        self.words(ctx.say("paper-open-lead", &[("count", &ctx.locale.count(total))]));
        let items = groups
            .into_iter()
            .zip(1..)
            .map(|(open_reasons::OpenGroup { shown, why, members }, number)| {
                let count = members.len();
                let mut names: Vec<String> = Vec::new();
                for name in members.iter().map(|one| ctx.words(&one.title).into_owned()) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                let word = ctx.status(shown).word;
                let many = names.len();
                let shown_names = ctx.locale.list(&names[..many.min(NAMES)]);
                let named = if many > NAMES { "paper-open-names-more" } else { "paper-open-names" };
                let fill = [("names", shown_names.as_str()), ("count", &ctx.locale.count(many))];
                let head =
                    ctx.say("paper-open-head", &[("status", &word), ("count", &ctx.locale.count(count))]);
                let said = ctx.locale.sentences(&[ctx.locale.word(why), ctx.say(named, &fill)]);
                let status = Some(shown.key().to_owned());
                ListItem {
                    level: 0,
                    marker: format!("{number}."),
                    runs: vec![Run { strong: true, status, ..Run::plain(head) }, Run::plain(said)],
                }
            })
            .collect();
        self.block(BriefBlock::List { ordered: true, small: false, items });
    }

    /// Tasks: what, by when, who answers for it.
    fn tasks(&mut self, tasks: &[(&Plan, &Task)]) {
        let page_ctx = self.page_ctx;
        let ctx = page_ctx.lang;
        let rows = tasks
            .iter()
            .take(ROWS)
            .map(|(plan, task)| {
                let lead: Vec<String> = task.lead.iter().map(|unit| page_ctx.unit(unit).text).collect();
                let mut title = vec![Run::plain(ctx.words(&task.title))];
                title.push(self.place(&plan.source, &task.locator));
                vec![
                    vec![Run::plain(task.number.clone())],
                    title,
                    vec![Run::plain(ctx.words(&task.due))],
                    vec![Run::plain(ctx.locale.list(&lead))],
                ]
            })
            .collect();
        let columns = self.columns(&[
            ("paper-column-number", "left", 9),
            ("paper-column-task", "left", 36),
            ("paper-column-due", "left", 20),
            ("paper-column-lead", "left", 35),
        ]);
        self.table(ctx.locale.word("paper-table-tasks"), columns, rows);
        self.rest("paper-tasks-more", tasks.len().saturating_sub(ROWS));
    }

    /// The documents that the notes name.
    fn documents(&mut self) {
        let cited = self.cited().clone();
        if cited.is_empty() {
            return;
        }
        self.section("paper-section-sources");
        let cards = documents::cards_of(self.page_ctx, &cited);
        let rest = cards.len().saturating_sub(DOCUMENTS);
        let items = cards
            .into_iter()
            .take(DOCUMENTS)
            .zip(1..)
            .map(|(card, number)| ListItem {
                level: 0,
                marker: format!("{number}."),
                runs: vec![
                    Run { href: Some(card.link.href), ..Run::plain(card.link.text) },
                    Run::plain(self.page_ctx.lang.say("paper-document", &[("about", &card.about)])),
                ],
            })
            .collect();
        self.block(BriefBlock::List { ordered: true, small: true, items });
        self.rest("paper-documents-more", rest);
    }
}
