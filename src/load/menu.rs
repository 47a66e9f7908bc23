//! `menu:` of `site.yaml`: which entries the menu has, in which order, and where each leads.

use super::cursor::{Cursor, Faults};
use super::raw::RawMenuEntry;
use super::settings_world::Named;
use super::values::{self, Languages};
use crate::code_points::shown;
use crate::diagnostic::{Code, nearest};
use crate::markup::web_address;
use crate::model::{MenuEntry, MenuTarget, SiteList};

/// The menu as the settings have it; without them all lists that hold something, then the site's own pages by id.
pub(super) fn resolve(
    raw: Option<&[RawMenuEntry]>,
    named: &Named<'_>,
    languages: &Languages,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Vec<MenuEntry> {
    let Some(raw) = raw else { return by_default(named) };
    let mut menu: Vec<MenuEntry> = Vec::new();
    for (index, one) in raw.iter().enumerate() {
        let at = at.item(index);
        let (to, title, at) = match one {
            RawMenuEntry::To(to) => (to, None, at),
            RawMenuEntry::Titled { to, title } => (to, Some((title, at.key("title"))), at.key("to")),
        };
        let title = title.map(|(title, at)| languages.text(title, &at, faults));
        let Some(to) = target(to.trim(), named, &at, faults) else { continue };
        if title.is_none() && matches!(to, MenuTarget::Web(_)) {
            let message = "an address elsewhere needs words in the menu";
            let hint = format!("write {{ to: {}, title: … }}", one.to());
            faults.add(Code::UnknownWord, &at, message, hint);
        } else if menu.iter().any(|known| known.to == to) {
            let message = format!("\"{}\" stands twice in the menu", shown(one.to()));
            faults.add(Code::DuplicateId, &at, message, "name it once");
        } else {
            menu.push(MenuEntry { to, title });
        }
    }
    menu
}

fn by_default(named: &Named<'_>) -> Vec<MenuEntry> {
    let shown = |list: &SiteList| match list {
        SiteList::Plan => !named.plans.is_empty(),
        SiteList::Units => !named.units.is_empty(),
        SiteList::Stories => !named.stories.is_empty(),
        // They stand at the foot of the methods, and in a place of their own in the head.
        SiteList::Data | SiteList::Search => false,
        _ => true,
    };
    let lists = SiteList::ALL.into_iter().filter(shown).map(MenuTarget::List);
    let pages = named.pages.keys().cloned().map(MenuTarget::Page);
    lists.chain(pages).map(|to| MenuEntry { to, title: None }).collect()
}

fn target(to: &str, named: &Named<'_>, at: &Cursor<'_>, faults: &mut Faults) -> Option<MenuTarget> {
    if let Some(list) = SiteList::named(to) {
        return Some(MenuTarget::List(list));
    }
    match to.split_once(':') {
        Some(("page", id)) => {
            let known = (Code::UnknownPage, "page");
            values::known(named.pages, id, known, at, faults).map(|(id, _)| MenuTarget::Page(id.clone()))
        }
        Some(("story", id)) => {
            if named.read.is_draft(id, at, faults) {
                return None;
            }
            let known = (Code::UnknownStory, "story");
            values::known(named.stories, id, known, at, faults).map(|(id, _)| MenuTarget::Story(id.clone()))
        }
        Some(_) => {
            if web_address(to).is_ok() {
                return Some(MenuTarget::Web(to.to_owned()));
            }
            let message = format!("the menu cannot lead to \"{}\"", shown(to));
            faults.add(
                Code::LinkRefused,
                at,
                message,
                "write page:<id>, story:<id>, or a full https:// address",
            );
            None
        }
        None => {
            let names = SiteList::ALL.map(SiteList::name);
            let page = named.pages.keys().find(|id| id.as_str() == to);
            let hint = match (page, nearest(to, names.iter().copied())) {
                (Some(id), _) => format!("write page:{id}"),
                (None, Some(near)) => format!("write {near}"),
                (None, None) => format!("write one of {}, or page:<id>", names.join(", ")),
            };
            let message = format!("the menu has no \"{}\"", shown(to));
            faults.add(Code::UnknownWord, at, message, hint);
            None
        }
    }
}
