//! Legal notices and registration (ICP filing, 网站标识码): the foot of every page, and the `meta` tags that the
//! guidelines for government sites in China (政府网站发展指引, 附件：网页标签规范) want in its head.

use crate::view::context::PageContext;
use crate::view::page::Fact;
use crate::view::page::link::Link;
use crate::view::parts::PageParts;
use crate::view::route::Route;
/// The records that the site states, in the order of its foot.
pub(in crate::view) fn records(page_ctx: &PageContext<'_>) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let records = &ctx.report.site.records;
    let fact = |name: &str, text: String, href: Option<&str>| Fact {
        name: ctx.locale.word(name),
        text,
        href: href.map(str::to_owned),
    };
    let mut facts = Vec::new();
    facts.extend(ctx.maybe(records.organiser.as_ref()).map(|text| fact("record-organiser", text, None)));
    facts.extend(ctx.maybe(records.operator.as_ref()).map(|text| fact("record-operator", text, None)));
    let icp = records.icp.clone();
    facts.extend(icp.map(|text| fact("record-icp", text, Some("https://beian.miit.gov.cn/"))));
    let police = records.police.clone();
    facts.extend(police.map(|text| fact("record-police", text, Some("https://beian.mps.gov.cn/"))));
    facts.extend(records.site_code.clone().map(|text| fact("record-site-code", text, None)));
    facts
}

/// The names and contents for a page's head; only for a site that has a code of its own as a government site.
pub(in crate::view) fn meta(page_ctx: &PageContext<'_>, parts: &PageParts) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let Some(code) = &site.records.site_code else { return Vec::new() };
    let one = |name: &str, text: String| Fact { name: name.to_owned(), text, href: None };
    let title = ctx.drawings().words(&site.title).into_owned();
    let mut all = vec![one("SiteName", title.clone()), one("SiteIDCode", code.clone())];
    let host = site.base_url.as_deref().and_then(|url| url.split("//").nth(1));
    all.extend(host.and_then(|rest| rest.split('/').next()).map(|host| one("SiteDomain", host.to_owned())));
    match &page_ctx.address.route {
        Route::Home => {}
        Route::Story(_) | Route::Indicator(_) => {
            let day = ctx.evaluation.as_of;
            all.push(one("ArticleTitle", parts.title.clone()));
            all.push(one("PubDate", format!("{day} 00:00")));
            all.push(one("ContentSource", ctx.maybe(site.publisher.as_ref()).unwrap_or(title)));
            all.push(one("Description", parts.description.clone()));
            all.extend(column(parts).map(|crumb| one("ColumnName", crumb.text.clone())));
        }
        _ => {
            all.push(one("ColumnName", parts.title.clone()));
            all.push(one("ColumnDescription", parts.description.clone()));
        }
    }
    all.extend(ctx.url(&page_ctx.address).map(|url| one("Url", url)));
    all
}

/// The list that a page belongs to: its second crumb.
fn column(parts: &PageParts) -> Option<&Link> {
    parts.crumbs.get(1)
}
