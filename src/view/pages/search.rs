//! The entries of the search index, and the search page.

use crate::model::Text;
use crate::search::{Entry, Index};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{Body, SearchView};
use crate::view::parts::PageParts;
use crate::view::route::{BriefKey, Route, task_anchor};
use crate::view::wording::stories;
use crate::view::{brief, parts};

/// Everything that can be found on the site in the language of the context: indicators first, as they are read,
/// then stories and briefs that somebody wrote, what the plan says, places, units and sources.
pub(in crate::view) fn index(ctx: &LangContext<'_>) -> Index {
    let page_ctx = PageContext::at(ctx, Route::Search);
    let writer = EntryWriter { page_ctx: &page_ctx };
    let mut entries = Vec::new();
    writer.indicators(&mut entries);
    writer.stories(&mut entries);
    writer.pages(&mut entries);
    writer.briefs(&mut entries);
    writer.plans(&mut entries);
    writer.places(&mut entries);
    writer.sources(&mut entries);
    Index { entries, fold: ctx.locale.fold() }
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
}

impl EntryWriter<'_> {
    fn entry(&self, kind: &str, title: String, href: String, parts: Vec<String>) -> Entry {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Entry { title, kind: self.page_ctx.lang.locale.word(kind), href, text: parts.join(" · ") }
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
            parts.extend(indicator.actuals.iter().map(|actual| {
                let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
                ctx.say("note-text", &[("time", &ctx.time(indicator, actual)), ("value", &value)])
            }));
            parts.push(self.maybe(indicator.note.as_ref()));
            entries.push(self.entry("kind-indicator", link.text, link.href, parts));
        }
    }

    fn stories(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for (id, story) in &ctx.report.stories {
            let link = self.page_ctx.story(id);
            let text = stories::plain_text(ctx, &story.texts).unwrap_or_default();
            let parts = vec![self.words(&story.summary), self.maybe(story.place.as_ref()), text];
            entries.push(self.entry("kind-story", link.text, link.href, parts));
        }
    }

    fn pages(&self, entries: &mut Vec<Entry>) {
        let ctx = self.page_ctx.lang;
        for (id, page) in &ctx.report.pages {
            let link = self.page_ctx.text_page(id);
            let text = stories::plain_text(ctx, &page.texts).unwrap_or_default();
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
            let text = stories::plain_text(ctx, &brief.texts).unwrap_or_default();
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
                let parts = vec![self.maybe(action.summary.as_ref())];
                entries.push(self.entry("kind-action", link.text, link.href, parts));
                for task in &action.tasks {
                    let title = ctx.say(
                        "group-context-of-task",
                        &[("number", &task.number), ("title", &ctx.words(&task.title))],
                    );
                    let link = self.page_ctx.link_at(&route, &task_anchor(&task.number), title);
                    entries.push(self.entry("kind-task", link.text, link.href, vec![self.words(&task.text)]));
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
                self.maybe(source.publisher.as_ref()),
                self.page_ctx.lang.locale.period(&source.published),
                source.number.clone().unwrap_or_default(),
                self.maybe(source.note.as_ref()),
            ];
            entries.push(self.entry("kind-source", link.text, link.href, parts));
        }
    }
}
