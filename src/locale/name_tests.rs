//! Names of people on converted pages.

use super::Locale;
use crate::model::{Lang, Text};
use std::collections::BTreeMap;

#[test]
fn a_name_keeps_its_characters() {
    let hans = Lang::new("zh-Hans");
    let text = |words: &str| Text::plain(hans.clone(), words);
    let l = Locale::new(&Lang::new("zh-Hant")).expect("the catalogue");
    assert_eq!(l.text(&text("干部")), "幹部");
    assert_eq!(l.name(&text("后干云")), "后干云");
    let own = BTreeMap::from([
        ("zh-Hant".to_owned(), "後幹雲".to_owned()),
        ("zh-Hans".to_owned(), "后干云".to_owned()),
    ]);
    let both = Text::new(&hans, own.into_iter().map(|(lang, words)| (Lang::new(&lang), words)).collect());
    assert_eq!(l.name(&both.expect("a name")), "後幹雲");
}
