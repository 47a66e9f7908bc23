//! What changed since the edition before, in words.

use crate::changes::{Change, Kind};
use crate::model::{Actual, Indicator, IndicatorId, Lang, Target};
use crate::view::context::PageContext;
use crate::view::page::link::Link;
use crate::view::page::{Body, ChangeGroup, ChangeRow, ChangesView};
use crate::view::parts::{self, PageParts};
use crate::view::route::{Route, target_anchor};
use crate::view::wording::proven;

/// Writes the page.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(changes) = &ctx.refs.changes else { return parts::not_found(page_ctx) };
    let groups: Vec<ChangeGroup> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let rows: Vec<ChangeRow> = changes.of(kind).map(|change| row(page_ctx, change)).collect();
            let title = ctx.locale.word(&format!("change-{}", kind.as_str().replace('_', "-")));
            ChangeGroup { anchor: kind.as_str().to_owned(), title, count: rows.len(), rows }
        })
        .filter(|group| group.count > 0)
        .collect();
    let nothing = groups.is_empty().then(|| ctx.locale.word("changes-none"));
    let day = |written: &str| written.parse().map_or_else(|_| written.to_owned(), |day| ctx.locale.day(day));
    let about = ctx.say("about-changes", &[("from", &day(&changes.from)), ("to", &day(&changes.to))]);
    let page = parts::plain(
        page_ctx,
        "page-changes",
        "page-changes",
        Body::Changes(ChangesView { groups, nothing }),
    );
    PageParts { description: about, ..page }
}

fn row(page_ctx: &PageContext<'_>, change: &Change) -> ChangeRow {
    let ctx = page_ctx.lang;
    let found = IndicatorId::new(&change.indicator).ok().and_then(|id| ctx.report.indicators.get(&id));
    let Some(indicator) = found else {
        let link = Link { text: gone(page_ctx, change), href: String::new() };
        return ChangeRow { link, place: String::new(), was: None, is: None };
    };
    let page = Route::Indicator(indicator.id.clone());
    let title = ctx.words(&indicator.title).into_owned();
    let target = change.place.as_deref().and_then(|place| target_at(indicator, place));
    let figure = change.index.and_then(|at| Some((at, indicator.actuals.get(at)?)));
    let (anchor, place) = match (change.kind, target, figure) {
        (Kind::FigureAdded | Kind::FigureCorrected, _, Some((at, actual))) => {
            (Some(ctx.actual_anchor(indicator, at)), figure_place(page_ctx, indicator, actual))
        }
        (Kind::FigureGone, ..) => (None, change.place.clone().unwrap_or_default()),
        (_, Some(target), _) => {
            let whom = ctx.of_whom(indicator, target).filter(|_| target.scope != indicator.scope);
            let place = [whom.unwrap_or_default(), ctx.when(indicator, target)].join(" ");
            (Some(target_anchor(&target.id)), place.trim().to_owned())
        }
        _ => (None, change.place.clone().unwrap_or_default()),
    };
    let link = match anchor {
        Some(anchor) => page_ctx.link_at(&page, &anchor, title),
        None => page_ctx.link(&page, title),
    };
    let (was, is) = (change.was.as_deref(), change.is.as_deref());
    let status = |key: &str| ctx.locale.word(&format!("status-{key}"));
    let (was, is) = match change.kind {
        Kind::VerdictTurned => (was.map(status), is.map(status)),
        Kind::TargetRevised | Kind::TargetAdded | Kind::TargetGone => {
            let now = target.and_then(|target| ctx.target(indicator, &target.id));
            let now = now.map(|(_, target, verdict)| proven::asked(ctx, indicator, target, verdict));
            let as_published = |text: &str| asked(page_ctx, text);
            (was.map(as_published), is.map(|is| now.unwrap_or_else(|| as_published(is))))
        }
        Kind::FigureAdded | Kind::FigureCorrected => {
            let value = figure.map(|(_, actual)| ctx.locale.value(&actual.value, ctx.unit(indicator)));
            (was.map(number), value.or_else(|| is.map(number)))
        }
        Kind::FigureGone => (was.map(number), None),
        _ => (was.map(str::to_owned), is.map(str::to_owned)),
    };
    ChangeRow { link, place, was, is }
}

fn target_at<'i>(indicator: &'i Indicator, place: &str) -> Option<&'i Target> {
    indicator.targets.iter().find(|one| one.id.0.split_once('@').is_some_and(|(_, at)| at == place))
}

/// When a figure speaks of, of whom, and who says so.
fn figure_place(page_ctx: &PageContext<'_>, indicator: &Indicator, actual: &Actual) -> String {
    let ctx = page_ctx.lang;
    let whom = (actual.scope != indicator.scope).then(|| ctx.scope(&actual.scope));
    let said = [whom, Some(ctx.time(indicator, actual)), Some(ctx.short_source(&actual.source))];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What an earlier edition calls an indicator that is no longer there.
fn gone(page_ctx: &PageContext<'_>, change: &Change) -> String {
    let ctx = page_ctx.lang;
    let own = change.title.get_key_value(ctx.locale.lang().as_str());
    let title =
        own.or_else(|| change.title.get_key_value("zh-Hans")).or_else(|| change.title.first_key_value());
    title.map_or_else(
        || change.indicator.clone(),
        |(lang, words)| ctx.locale.written_in(&Lang::new(lang), words).into_owned(),
    )
}

/// The number of a figure as it was published: what stands before it is a word of the data files.
fn number(written: &str) -> String {
    written.rsplit(' ').next().unwrap_or(written).to_owned()
}

/// What a target asked, as it was published: `at_least 8000 2020-12-31`.
fn asked(page_ctx: &PageContext<'_>, text: &str) -> String {
    let ctx = page_ctx.lang;
    let mut parts = text.split(' ');
    let condition = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let (number, due) = match rest.as_slice() {
        [number, due] => (*number, *due),
        [due] => ("", *due),
        _ => return text.to_owned(),
    };
    let (low, high) = number.split_once("..").unwrap_or((number, number));
    let fill = [("value", number), ("low", low), ("high", high), ("range", number)];
    let condition = ctx.say(&format!("condition-{}", condition.replace('_', "-")), &fill);
    let due = due.parse().map_or_else(|_| due.to_owned(), |day| ctx.locale.day(day));
    ctx.say("change-asked", &[("condition", &condition), ("due", &due)])
}
