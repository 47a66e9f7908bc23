//! Structured data of a page: JSON-LD in the words of schema.org.
//!
//! An indicator is a `Dataset` with its files and sources, a story an `Article`, the home page a
//! `WebSite`; every page says where it stands. An address is only given if the site knows its own.

use crate::lang_marks;
use crate::model::{Indicator, Period, SourceId};
use crate::view::charts;
use crate::view::context::PageContext;
use crate::view::parts::PageParts;
use crate::view::route::{Address, Route};
use crate::view::wording::stories;
use serde_json::{Map, Value, json};

/// The JSON-LD of a page, safe to stand in a script element.
pub(in crate::view) fn linked(page_ctx: &PageContext<'_>, parts: &PageParts) -> Option<String> {
    let mut things: Vec<Value> = Vec::new();
    things.extend(match &page_ctx.address.route {
        Route::Home => Some(website(page_ctx, parts)),
        Route::Data => Some(all_data(page_ctx, parts)),
        Route::Indicator(id) => {
            page_ctx.lang.report.indicators.get(id).map(|one| dataset(page_ctx, parts, one))
        }
        Route::Story(id) => Some(article(page_ctx, parts, &stories::sources(page_ctx.lang, id))),
        _ => None,
    });
    things.extend(breadcrumbs(page_ctx, parts));
    let graph = match things.len() {
        0 => return None,
        1 => things.swap_remove(0),
        _ => json!({ "@graph": things }),
    };
    let mut all = Map::from_iter([("@context".to_owned(), json!("https://schema.org"))]);
    if let Value::Object(one) = graph {
        all.extend(one);
    }
    Some(lang_marks::plain(&Value::Object(all).to_string()).replace('<', "\\u003c"))
}

/// An object without what is not known.
fn known(fields: Vec<(&str, Option<Value>)>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

fn url(page_ctx: &PageContext<'_>, route: Route) -> Option<Value> {
    page_ctx.lang.url(&Address::new(&page_ctx.lang.tree, route)).map(Value::from)
}

fn publisher(page_ctx: &PageContext<'_>) -> Option<Value> {
    let name = page_ctx.lang.maybe(page_ctx.lang.report.site.publisher.as_ref())?;
    Some(json!({ "@type": "Organization", "name": name }))
}

fn licence(page_ctx: &PageContext<'_>) -> Option<Value> {
    page_ctx.lang.report.site.licence.as_ref().and_then(|licence| licence.url.clone()).map(Value::from)
}

fn based_on(page_ctx: &PageContext<'_>, sources: &[&SourceId]) -> Option<Value> {
    let works: Vec<Value> = sources
        .iter()
        .filter_map(|id| page_ctx.lang.report.sources.get(*id))
        .map(|source| {
            known(vec![
                ("@type", Some(json!("CreativeWork"))),
                ("name", Some(json!(page_ctx.lang.words(&source.title)))),
                ("url", source.url.clone().map(Value::from)),
            ])
        })
        .collect();
    (!works.is_empty()).then(|| Value::from(works))
}

fn website(page_ctx: &PageContext<'_>, parts: &PageParts) -> Value {
    let search = url(page_ctx, Route::Search).and_then(|url| {
        let template = format!("{}?q={{search_term_string}}", url.as_str()?);
        Some(json!({
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": template },
            "query-input": "required name=search_term_string",
        }))
    });
    known(vec![
        ("@type", Some(json!("WebSite"))),
        ("name", Some(json!(page_ctx.lang.words(&page_ctx.lang.report.site.title)))),
        ("description", Some(json!(parts.description))),
        ("url", url(page_ctx, Route::Home)),
        ("inLanguage", Some(json!(page_ctx.lang.locale.lang().as_str()))),
        ("publisher", publisher(page_ctx)),
        ("license", licence(page_ctx)),
        ("potentialAction", search),
    ])
}

fn download(page_ctx: &PageContext<'_>, route: Route, format: &str) -> Option<Value> {
    let url = url(page_ctx, route)?;
    Some(json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": url }))
}

fn dataset(page_ctx: &PageContext<'_>, parts: &PageParts, indicator: &Indicator) -> Value {
    let ctx = page_ctx.lang;
    let definition = ctx.maybe(indicator.definition.as_ref());
    let description = [Some(parts.description.clone()), definition].into_iter().flatten().collect::<Vec<_>>();
    let files = [
        (Route::IndicatorCsv(indicator.id.clone()), "text/csv"),
        (Route::IndicatorJson(indicator.id.clone()), "application/json"),
        (Route::Chart(indicator.id.clone()), "image/svg+xml"),
    ];
    let has_chart = charts::has_drawing(ctx, indicator);
    let files: Vec<Value> = files
        .into_iter()
        .filter(|(route, _)| has_chart || !matches!(route, Route::Chart(_)))
        .filter_map(|(route, format)| download(page_ctx, route, format))
        .collect();
    let variable = known(vec![
        ("@type", Some(json!("PropertyValue"))),
        ("name", Some(json!(ctx.words(&indicator.title)))),
        ("unitText", ctx.unit(indicator).and_then(|unit| ctx.locale.unit_name(unit)).map(Value::from)),
    ]);
    let sources = charts::sources(indicator);
    known(vec![
        ("@type", Some(json!("Dataset"))),
        ("name", Some(json!(parts.title))),
        ("description", Some(json!(description.join(" ")))),
        ("identifier", Some(json!(indicator.id.as_str()))),
        ("url", url(page_ctx, page_ctx.address.route.clone())),
        ("inLanguage", Some(json!(ctx.locale.lang().as_str()))),
        ("isAccessibleForFree", Some(json!(true))),
        ("dateModified", Some(json!(ctx.evaluation.as_of.to_string()))),
        ("temporalCoverage", coverage(indicator).map(Value::from)),
        ("spatialCoverage", Some(json!({ "@type": "Place", "name": ctx.scope(&indicator.scope) }))),
        ("variableMeasured", Some(variable)),
        ("creator", publisher(page_ctx)),
        ("license", licence(page_ctx)),
        ("distribution", (!files.is_empty()).then(|| Value::from(files))),
        ("isBasedOn", based_on(page_ctx, &sources)),
    ])
}

/// The stretch that an indicator's targets and figures speak of, as ISO 8601 writes it.
fn coverage(indicator: &Indicator) -> Option<String> {
    let targets = indicator.targets.iter().map(|target| &target.period);
    let actuals = indicator.baselines().chain(&indicator.actuals).map(|actual| &actual.time);
    let periods: Vec<&Period> = targets.chain(actuals).collect();
    let end = periods.iter().map(|period| period.end()).max()?;
    let open = periods.iter().any(|period| period.start().is_none());
    let start = periods.iter().filter_map(|period| period.start()).min().filter(|_| !open);
    Some(start.map_or_else(|| format!("../{end}"), |start| format!("{start}/{end}")))
}

fn all_data(page_ctx: &PageContext<'_>, parts: &PageParts) -> Value {
    let files: Vec<Value> = Route::DATA_FILES
        .into_iter()
        .filter_map(|file| {
            let format = if file == "report.json" { "application/json" } else { "text/csv" };
            download(page_ctx, Route::DataFile(file), format)
        })
        .collect();
    known(vec![
        ("@type", Some(json!("Dataset"))),
        ("name", Some(json!(page_ctx.lang.words(&page_ctx.lang.report.site.title)))),
        ("description", Some(json!(parts.description))),
        ("url", url(page_ctx, Route::Data)),
        ("dateModified", Some(json!(page_ctx.lang.evaluation.as_of.to_string()))),
        ("creator", publisher(page_ctx)),
        ("license", licence(page_ctx)),
        ("distribution", (!files.is_empty()).then(|| Value::from(files))),
    ])
}

fn article(page_ctx: &PageContext<'_>, parts: &PageParts, sources: &[&SourceId]) -> Value {
    known(vec![
        ("@type", Some(json!("Article"))),
        ("headline", Some(json!(parts.title))),
        ("description", Some(json!(parts.description))),
        ("url", url(page_ctx, page_ctx.address.route.clone())),
        ("inLanguage", Some(json!(page_ctx.lang.locale.lang().as_str()))),
        ("dateModified", Some(json!(page_ctx.lang.evaluation.as_of.to_string()))),
        ("author", publisher(page_ctx)),
        ("publisher", publisher(page_ctx)),
        ("license", licence(page_ctx)),
        ("isBasedOn", based_on(page_ctx, sources)),
    ])
}

/// Where the page stands; only with addresses, which the list is for.
fn breadcrumbs(page_ctx: &PageContext<'_>, parts: &PageParts) -> Option<Value> {
    if parts.crumbs.is_empty() {
        return None;
    }
    let base = page_ctx.lang.report.site.base_url.as_ref()?;
    let folder = page_ctx.address.path();
    let mut items: Vec<Value> = parts
        .crumbs
        .iter()
        .map(|crumb| (crumb.text.clone(), format!("{base}{}", resolved(&folder, &crumb.href))))
        .chain([(parts.title.clone(), page_ctx.lang.url(&page_ctx.address).unwrap_or_default())])
        .enumerate()
        .map(|(at, (name, item))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item }))
        .collect();
    items.retain(|item| item["item"] != "");
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}

/// A relative link of a page as a path from the site's root; a page by its folder.
fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let path = parts.join("/");
    path.strip_suffix("index.html").map_or_else(|| path.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_resolve_from_the_root() {
        assert_eq!(resolved("en/indicators/a/index.html", "../../index.html"), "en/");
        assert_eq!(resolved("indicators/a/index.html", "../index.html"), "indicators/");
        assert_eq!(resolved("a/index.html", "../plan/index.html"), "plan/");
        assert_eq!(resolved("index.html", "indicators/a/chart.svg"), "indicators/a/chart.svg");
    }
}
