//! What can be found, and the page that finds it.

use super::build::Sheet;
use super::desk::{Desk, Here, task_anchor};
use super::page::{Body, SearchView};
use super::paper::BriefKey;
use super::plans::plan_route;
use super::route::Route;
use super::stories;
use crate::model::Text;
use crate::search::{Entry, Index};

/// Everything that can be found on the site in the language of the desk: indicators first, as they are read,
/// then stories and briefs that somebody wrote, what the plan says, places, units and sources.
pub(super) fn index(desk: &Desk<'_>) -> Index {
    let here = Here::at(desk, Route::Search);
    let writer = Writer { here: &here };
    let mut entries = Vec::new();
    writer.indicators(&mut entries);
    writer.stories(&mut entries);
    writer.briefs(&mut entries);
    writer.plans(&mut entries);
    writer.places(&mut entries);
    writer.sources(&mut entries);
    Index { entries, fold: desk.locale.fold() }
}

/// Writes the search page.
pub(super) fn page(here: &Here<'_>) -> Sheet {
    let word = |name: &str| here.desk.locale.word(name);
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
            .filter(|(route, _)| *route != Route::Plan || !here.desk.report.plans.is_empty())
            .map(|(route, name)| here.link(&route, word(name)))
            .collect(),
    };
    here.plain("page-search", "about-search", Body::Search(Box::new(view)))
}

struct Writer<'h> {
    here: &'h Here<'h>,
}

impl Writer<'_> {
    fn entry(&self, kind: &str, title: String, href: String, parts: Vec<String>) -> Entry {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Entry { title, kind: self.here.desk.locale.word(kind), href, text: parts.join(" · ") }
    }

    fn words(&self, text: &Text) -> String {
        self.here.desk.words(text).into_owned()
    }

    fn maybe(&self, text: Option<&Text>) -> String {
        self.here.desk.maybe(text).unwrap_or_default()
    }

    fn indicators(&self, entries: &mut Vec<Entry>) {
        let desk = self.here.desk;
        for indicator in &desk.index.order {
            let link = self.here.indicator(indicator);
            let mut parts = vec![self.maybe(indicator.definition.as_ref()), desk.scope(&indicator.scope)];
            parts.extend(desk.unit(indicator).and_then(|unit| desk.locale.unit_name(unit)));
            parts.extend(indicator.actuals.iter().map(|actual| {
                let value = desk.locale.value(&actual.value, desk.unit(indicator));
                desk.say("note-text", &[("time", &desk.time(actual)), ("value", &value)])
            }));
            parts.push(self.maybe(indicator.note.as_ref()));
            entries.push(self.entry("kind-indicator", link.text, link.href, parts));
        }
    }

    fn stories(&self, entries: &mut Vec<Entry>) {
        let desk = self.here.desk;
        for (id, story) in &desk.report.stories {
            let link = self.here.story(id);
            let text = stories::plain_text(desk, &story.texts).unwrap_or_default();
            let parts = vec![self.words(&story.summary), self.maybe(story.place.as_ref()), text];
            entries.push(self.entry("kind-story", link.text, link.href, parts));
        }
    }

    fn briefs(&self, entries: &mut Vec<Entry>) {
        let desk = self.here.desk;
        for (id, brief) in &desk.report.briefs {
            let key = BriefKey::Written(id.clone());
            let link = self.here.link(&Route::Brief(key.clone()), self.here.brief_title(&key));
            let text = stories::plain_text(desk, &brief.texts).unwrap_or_default();
            entries.push(self.entry(
                "kind-brief",
                link.text,
                link.href,
                vec![self.words(&brief.summary), text],
            ));
        }
    }

    fn plans(&self, entries: &mut Vec<Entry>) {
        let desk = self.here.desk;
        for plan in desk.report.plans.values() {
            let route = plan_route(desk, plan);
            let parts = vec![plan.number.clone().unwrap_or_default(), self.maybe(plan.aim.as_ref())];
            let link = self.here.link(&route, self.words(&plan.title));
            entries.push(self.entry("kind-plan", link.text, link.href, parts));
            for action in &plan.actions {
                let link = self.here.link(&Route::Action(action.id.clone()), self.words(&action.title));
                let parts = vec![self.maybe(action.summary.as_ref())];
                entries.push(self.entry("kind-action", link.text, link.href, parts));
                for task in &action.tasks {
                    let title = desk.say(
                        "group-context-of-task",
                        &[("number", &task.number), ("title", &desk.words(&task.title))],
                    );
                    let link = self.here.link_at(&route, &task_anchor(&task.number), title);
                    entries.push(self.entry("kind-task", link.text, link.href, vec![self.words(&task.text)]));
                }
            }
        }
    }

    fn places(&self, entries: &mut Vec<Entry>) {
        let report = self.here.desk.report;
        for scope in report.scopes.iter() {
            let link = self.here.scope(&scope.id);
            let parts = vec![
                self.maybe(scope.from.as_ref()),
                self.maybe(scope.to.as_ref()),
                self.maybe(scope.about.as_ref()),
            ];
            entries.push(self.entry("kind-scope", link.text, link.href, parts));
        }
        for id in report.units.keys() {
            let link = self.here.unit(id);
            entries.push(self.entry("kind-unit", link.text, link.href, Vec::new()));
        }
    }

    fn sources(&self, entries: &mut Vec<Entry>) {
        for (id, source) in &self.here.desk.report.sources {
            let link = self.here.source(id);
            let parts = vec![
                self.maybe(source.publisher.as_ref()),
                self.here.desk.locale.period(&source.published),
                source.number.clone().unwrap_or_default(),
                self.maybe(source.note.as_ref()),
            ];
            entries.push(self.entry("kind-source", link.text, link.href, parts));
        }
    }
}
