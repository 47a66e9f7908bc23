//! The entries of the search index, and the search page.

use crate::lang_marks;
use crate::model::{Actual, Indicator, Text};
use crate::search::{Entry, Index};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{Body, PageView, SearchView};
use crate::view::parts::PageParts;
use crate::view::route::{BriefKey, Route, task_anchor};
use crate::view::shown::Shown;
use crate::view::wording::{proven, stories, verdicts};
use crate::view::{brief, parts};
use std::collections::BTreeMap;

/// Everything that can be found on the site in the language of the context: indicators first, as they are read,
/// then stories and briefs that somebody wrote, what the plan says, places, units, sources and what verdicts mean. The
/// words of stories and briefs are those of their pages, with what the data fill in.
pub(in crate::view) fn index(ctx: &LangContext<'_>, pages: &[PageView]) -> Index {
    let page_ctx = PageContext::at(ctx, Route::Search);
    let writer = EntryWriter { page_ctx: &page_ctx, said: said(pages) };
    let mut entries = Vec::new();
    writer.indicators(&mut entries);
    writer.stories(&mut entries);
    writer.pages(&mut entries);
    writer.briefs(&mut entries);
    writer.plans(&mut entries);
    writer.places(&mut entries);
    writer.sources(&mut entries);
    writer.statuses(&mut entries);
    let listed = |words: &str| words.split(',').map(|word| word.trim().to_owned()).collect::<Vec<_>>();
    let built_in = ctx.locale.word("search-synonyms");
    let own = ctx.report.site.synonyms.iter().cloned();
    Index {
        entries,
        fold: ctx.locale.fold(),
        synonyms: own.chain(built_in.split('|').map(listed)).collect(),
        fillers: listed(&ctx.locale.word("search-fillers")),
    }
}

/// What the texts of stories and briefs say on their pages.
fn said(pages: &[PageView]) -> BTreeMap<&Route, String> {
    let texts = pages.iter().filter_map(|page| {
        let mut said = String::new();
        match &page.body {
            Body::Story(story) => story.blocks.iter().for_each(|block| block.say(&mut said)),
            Body::Page(page) => page.blocks.iter().for_each(|block| block.say(&mut said)),
            Body::Brief(brief) => brief.blocks.iter().for_each(|block| block.say(&mut said)),
            _ => return None,
        }
        Some((&page.route, lang_marks::plain(&said).into_owned()))
    });
    texts.collect()
}

/// Writes the search page.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>) -> PageParts {
    let word = |name: &str| page_ctx.lang.locale.word(name);
    let lists = [
        (Route::Plan, "menu-plan"),
        (Route::Indicators, "page-indicators"),
        (Route::Partnerships, "page-partnerships"),
        (Route::Units, "page-units"),
        (Route::Stories, "page-stories"),
        (Route::Briefs, "page-briefs"),
        (Route::Sources, "page-sources"),
        (Route::Methods, "page-methods"),
        (Route::Data, "page-data"),
    ];
    let view = SearchView {
        none: word("search-none"),
        one: word("search-one"),
        many: word("search-many"),
        any: word("search-any"),
        short: word("search-short"),
        failed: word("search-failed"),
        lists: lists
            .into_iter()
            .filter(|(route, _)| *route != Route::Plan || !page_ctx.lang.report.plans.is_empty())
            .map(|(route, name)| page_ctx.link(&route, word(name)))
            .collect(),
    };
    parts::plain(page_ctx, "page-search", "about-search", Body::Search(Box::new(view)))
}

struct EntryWriter<'h> {
    page_ctx: &'h PageContext<'h>,
    /// What texts say, by their pages.
    said: BTreeMap<&'h Route, String>,
}

impl EntryWriter<'_> {
    fn entry(&self, kind: &str, title: String, href: String, parts: Vec<String>) -> Entry {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let kind = self.page_ctx.lang.locale.word(kind);
        Entry { title, kind, href, text: parts.join(" · "), answers: Vec::new() }
    }

    fn words(&self, text: &Text) -> String {
        self.page_ctx.lang.words(text).into_owned()
    }

    fn maybe(&self, text: Option<&Text>) -> String {
        self.page_ctx.lang.maybe(text).unwrap_or_default()
    }

    fn indicators(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for indicator in &ctx.refs.order {
            let link = self.page_ctx.indicator(indicator);
            let mut parts = vec![self.maybe(indicator.definition.as_ref()), ctx.scope(&indicator.scope)];
            parts.extend(ctx.unit(indicator).and_then(|unit| ctx.locale.unit_name(unit)));
            let plan = indicator.plan.as_ref().and_then(|plan| ctx.report.plans.get(plan));
            let task = indicator.task.as_ref().zip(plan).and_then(|(task, plan)| plan.task(&task.number));
            parts.extend(task.map(|(_, task)| self.words(&task.title)));
            parts.extend(indicator.actuals.iter().map(|actual| self.figure(indicator, actual)));
            parts.push(self.maybe(indicator.note.as_ref()));
            parts.extend(indicator.targets.iter().filter_map(|target| ctx.maybe(target.note.as_ref())));
            let entry = self.entry("kind-indicator", link.text, link.href, parts);
            entries.push(Entry { answers: self.answers(indicator), ..entry });
        }
    }

    /// A figure as its page shows it: of when, of whom, how much, and what else is said of it.
    fn figure(&self, indicator: &Indicator, actual: &Actual) -> String {
        let ctx = self.page_ctx.lang;
        let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
        let figure = ctx.say("note-text", &[("time", &ctx.time(indicator, actual)), ("value", &value)]);
        let whom = (actual.scope != indicator.scope).then(|| ctx.scope(&actual.scope));
        let said =
            [whom, Some(figure), ctx.maybe(actual.definition.as_ref()), ctx.maybe(actual.note.as_ref())];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What was asked, what is reported of it, and how it stands: targets that differ in nothing but the period share a
    /// line.
    fn answers(&self, indicator: &Indicator) -> Vec<String> {
        let ctx = self.page_ctx.lang;
        let mut lines: Vec<(String, [String; 3])> = Vec::new();
        for (target, verdict) in ctx.tops(indicator) {
            let whom = ctx.of_whom(indicator, target).filter(|_| target.scope != indicator.scope);
            let period = [whom.unwrap_or_default(), ctx.when(indicator, target)].join(" ").trim().to_owned();
            let said = [
                proven::asked(ctx, indicator, target, verdict),
                proven::proven(ctx, indicator, target, verdict),
                ctx.locale.word(&format!("status-{}", Shown::of(verdict).key())),
            ];
            match lines.last_mut().filter(|(_, last)| *last == said) {
                Some((periods, _)) => *periods = ctx.locale.list(&[periods.clone(), period]),
                None => lines.push((period, said)),
            }
        }
        let line = |(period, [condition, proven, status]): (String, [String; 3])| {
            let name = if proven.is_empty() { "search-answer-open" } else { "search-answer" };
            let fill =
                [("period", &*period), ("condition", &condition), ("proven", &proven), ("status", &status)];
            ctx.say(name, &fill)
        };
        lines.into_iter().map(line).collect()
    }

    /// What each verdict of the site means.
    fn statuses(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for shown in verdicts::count(ctx, ctx.refs.order.iter().copied()).into_keys() {
            let status = ctx.status(shown);
            let href = self.page_ctx.address.link_at(&Route::Methods, "status");
            entries.push(self.entry("kind-status", status.word, href, vec![status.meaning]));
        }
    }

    fn stories(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for (id, story) in &ctx.report.stories {
            let link = self.page_ctx.story(id);
            let text = self.said.get(&Route::Story(id.clone())).cloned().unwrap_or_default();
            let parts = vec![self.words(&story.summary), stories::where_when(ctx, story), text];
            entries.push(self.entry("kind-story", link.text, link.href, parts));
        }
    }

    fn pages(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for (id, page) in &ctx.report.pages {
            let link = self.page_ctx.text_page(id);
            let text = self.said.get(&Route::Page(id.clone())).cloned().unwrap_or_default();
            entries.push(self.entry(
                "kind-page",
                link.text,
                link.href,
                vec![self.words(&page.summary), text],
            ));
        }
    }

    fn briefs(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for (id, brief) in ctx.report.briefs.iter().filter(|(_, brief)| brief.published) {
            let key = BriefKey::Written(id.clone());
            let link = self.page_ctx.link(&Route::Brief(key.clone()), brief::title(self.page_ctx, &key));
            let text = self.said.get(&Route::Brief(key)).cloned().unwrap_or_default();
            entries.push(self.entry(
                "kind-brief",
                link.text,
                link.href,
                vec![self.words(&brief.summary), text],
            ));
        }
    }

    fn plans(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for plan in ctx.report.plans.values() {
            let route = Route::plan(ctx.report, &plan.id);
            let parts = vec![plan.number.clone().unwrap_or_default(), self.maybe(plan.aim.as_ref())];
            let link = self.page_ctx.link(&route, self.words(&plan.title));
            entries.push(self.entry("kind-plan", link.text, link.href, parts));
            for action in &plan.actions {
                let link = self.page_ctx.link(&Route::Action(action.id.clone()), self.words(&action.title));
                let parts = vec![self.words(&action.short), self.maybe(action.summary.as_ref())];
                entries.push(self.entry("kind-action", link.text, link.href, parts));
                for task in &action.tasks {
                    let title = ctx.say(
                        "group-context-of-task",
                        &[("number", &task.number), ("title", &ctx.words(&task.title))],
                    );
                    let link = self.page_ctx.link_at(&route, &task_anchor(&task.number), title);
                    let units = task.lead.iter().chain(&task.partner).map(|id| self.page_ctx.unit(id).text);
                    let parts = [self.words(&task.text)].into_iter().chain(units).collect();
                    entries.push(self.entry("kind-task", link.text, link.href, parts));
                }
            }
        }
    }

    fn places(&self, entries: &mut Vec<Entry>) {
        let report = self.page_ctx.lang.report;
        for scope in report.scopes.iter() {
            let link = self.page_ctx.scope(&scope.id);
            let parts = vec![
                self.maybe(scope.from.as_ref()),
                self.maybe(scope.to.as_ref()),
                self.maybe(scope.about.as_ref()),
            ];
            entries.push(self.entry("kind-scope", link.text, link.href, parts));
        }
        for id in report.units.keys() {
            let link = self.page_ctx.unit(id);
            entries.push(self.entry("kind-unit", link.text, link.href, Vec::new()));
        }
    }

    fn sources(&self, entries: &mut Vec<Entry>) {
        for (id, source) in &self.page_ctx.lang.report.sources {
            let link = self.page_ctx.source(id);
            let parts = vec![
                self.maybe(source.short.as_ref()),
                self.maybe(source.author.as_ref()),
                self.maybe(source.publisher.as_ref()),
                self.page_ctx.lang.locale.period(&source.published),
                source.number.clone().unwrap_or_default(),
                self.maybe(source.note.as_ref()),
            ];
            entries.push(self.entry("kind-source", link.text, link.href, parts));
        }
    }
}
