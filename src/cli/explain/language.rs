//! The language in which a person is spoken to.

use crate::locale::lang;
use crate::model::Lang;
use crate::tree::FileTree;
use crate::yaml::{Document, Kind};
use std::sync::Arc;

/// The settings of a machine that name the language of messages (POSIX), the strongest first.
const SETTINGS: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the machine is set to, else the site's own, else English.
pub(super) fn of_user(files: &FileTree) -> Lang {
    let set =
        SETTINGS.into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let tag = set.and_then(|locale| of_setting(&locale));
    tag.map(Lang::new).or_else(|| of_site(files)).unwrap_or_else(|| Lang::new("en"))
}

/// The language of the interface that a setting such as `zh_TW.UTF-8` means; `C` and `POSIX` mean none.
fn of_setting(locale: &str) -> Option<&'static str> {
    let name = locale.split(['.', '@']).next()?.replace('_', "-");
    let known = lang::tags(cfg!(feature = "traditional"));
    let wanted = match name.to_ascii_lowercase().as_str() {
        "zh-tw" | "zh-hk" | "zh-mo" => "zh-Hant",
        _ => name.as_str(),
    };
    let language = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
    let exact = known.iter().find(|tag| tag.eq_ignore_ascii_case(wanted));
    exact.or_else(|| known.iter().find(|tag| language(tag) == language(wanted))).copied()
}

/// The first language of the site, as far as its file can be read: what is explained may be its fault.
fn of_site(files: &FileTree) -> Option<Lang> {
    let file = "content/site.yaml";
    let text: Arc<str> = Arc::from(files.text(file)?);
    let document = Document::parse(&Arc::from(file), &text, 0..text.len()).ok()?;
    let first = document.root.get("languages")?.at(0)?;
    let Kind::Scalar { text, .. } = &first.kind else { return None };
    lang::tags(cfg!(feature = "traditional")).contains(&text.as_str()).then(|| Lang::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_a_machine_name_languages() {
        assert_eq!(of_setting("zh_CN.UTF-8"), Some("zh-Hans"));
        assert_eq!(of_setting("zh_SG"), Some("zh-Hans"));
        assert_eq!(of_setting("en_GB.UTF-8@euro"), Some("en"));
        assert_eq!(of_setting("zh-Hans"), Some("zh-Hans"));
        #[cfg(feature = "traditional")]
        assert_eq!(of_setting("zh_TW.UTF-8"), Some("zh-Hant"));
        for none in ["C", "C.UTF-8", "POSIX", "fr_FR.UTF-8", ""] {
            assert_eq!(of_setting(none), None, "{none}");
        }
    }

    #[test]
    fn a_site_that_is_broken_still_has_a_language() {
        let mut files = FileTree::new();
        let _ = files.add("content/site.yaml", "title: [1]\nlanguages: [zh-Hans, en]\n".as_bytes().to_vec());
        assert_eq!(of_site(&files), Some(Lang::new("zh-Hans")));
        let mut files = FileTree::new();
        let _ = files.add("content/site.yaml", "languages: [\n".as_bytes().to_vec());
        assert_eq!(of_site(&files), None);
    }
}
