//! Pages of a site's own, and its menu.

use crate::diagnostics::root;
use crate::project::Project;

const ABOUT: &str = "---
title: 关于本站
summary: 本站是什么。
aliases: [who-we-are]
---

## 数从哪来

2019年新增[120人](figure:workers@2019)，见[名册](page:register)。

![招了多少人](chart:workers)
";

fn site(menu: &str) -> Project {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    let settings = project.text("content/site.yaml").replace("[zh-Hans]", "[zh-Hans, en]");
    project.put("content/site.yaml", settings + "base_url: https://report.example/\n" + menu);
    project.put("content/pages/about.md", ABOUT);
    project.put("content/pages/about.en.md", "---\ntitle: About\nsummary: What this is.\n---\n\nA word.\n");
    project.put("content/pages/register.md", "---\ntitle: 名册\nsummary: 谁参加了。\n---\n\n一段话。\n");
    project.run(&["build"]).exit(0);
    project
}

/// The words of the menu, in order.
fn menu(page: &str) -> Vec<String> {
    let from = page.find("<nav").expect("a menu");
    let nav = &page[from..from + page[from..].find("</nav>").expect("its end")];
    let entries = nav.split("<a ").skip(1);
    let words = entries.map(|entry| entry.split('>').nth(1).unwrap_or_default());
    words.map(|words| words.split('<').next().unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn a_page_has_its_figures_its_place_in_menu_search_and_sitemap_and_its_languages() {
    let project = site("");
    let page = project.text("output/pages/about/index.html");
    for part in ["关于本站", "本站是什么。", "id=\"note-1\"", "<svg", "../register/index.html"] {
        assert!(page.contains(part), "{part}:\n{page}");
    }
    let entries = menu(&page);
    assert_eq!(entries[entries.len() - 2..], ["关于本站", "名册"], "{entries:?}");
    assert!(page.contains("aria-current=\"page\">关于本站"), "{page}");
    assert!(project.text("output/en/pages/about/index.html").contains("A word."));
    assert!(project.text("output/en/pages/register/index.html").contains("一段话"));
    assert!(project.text("output/sitemap.xml").contains("https://report.example/pages/about/"));
    assert!(project.text("output/pages/who-we-are/index.html").contains("../about/index.html"));
    let scripts = walkdir::WalkDir::new(project.path("output/search"));
    let found = scripts.into_iter().map(Result::unwrap).filter(|one| one.file_type().is_file());
    let all: String = found.map(|one| std::fs::read_to_string(one.path()).unwrap()).collect();
    assert!(all.contains("pages/about/index.html") && all.contains("数从哪来"), "{all}");
}

#[test]
fn the_menu_is_as_the_settings_have_it() {
    let project = site(
        "menu:\n  - page:about\n  - { to: indicators, title: { zh-Hans: 数据, en: Figures } }\n  \
         - story:li-village\n  - { to: \"https://example.org/?a=1&b\", title: { zh-Hans: 别处, en: Elsewhere } }\n",
    );
    let home = project.text("output/index.html");
    let story = project.text("output/stories/li-village/index.html");
    let title = story.split("<h1>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(menu(&home), ["关于本站", "数据", title.as_str(), "别处"]);
    assert!(home.contains("href=\"https://example.org/?a=1&amp;b\""), "{home}");
    assert_eq!(menu(&project.text("output/en/index.html"))[..2], ["About", "Figures"]);
    // What the menu does not have is on the site all the same.
    assert!(project.text("output/pages/register/index.html").contains("一段话"));
}

#[test]
fn lists_that_hold_nothing_are_not_in_the_menu_and_drafts_nowhere() {
    let project = site("");
    project.put(
        "content/pages/register.md",
        "---\ntitle: 名册\nsummary: 谁参加了。\ndraft: true\n---\n\n一段。\n",
    );
    project.put("content/pages/about.md", ABOUT.replace("，见[名册](page:register)", ""));
    std::fs::remove_dir_all(project.path("content/stories")).unwrap();
    project.run(&["build"]).exit(0);
    let entries = menu(&project.text("output/index.html"));
    assert!(!entries.iter().any(|entry| entry == "故事" || entry == "名册"), "{entries:?}");
    assert!(!project.path("output/pages/register").exists());
}
