//! A site's own words: what it calls its scopes, actions, tasks, responsible units and members.

use crate::diagnostics::root;
use crate::project::Project;

const TERMS: &str = "terms:
  partnership: { zh-Hans: 县区, en: district|districts }
  action: { zh-Hans: 篇章, en: outcome|outcomes }
  task: { zh-Hans: 举措, en: measure|measures }
  unit: { zh-Hans: 牵头部门, en: office|offices }
  member: { zh-Hans: 县区, en: district|districts }
";

fn built(settings: &str) -> Project {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    let site = project.text("content/site.yaml").replace("[zh-Hans]", "[zh-Hans, en]");
    project.put("content/site.yaml", site + settings);
    project.run(&["build"]).exit(0);
    project
}

#[test]
fn own_words_stand_in_menu_headings_and_methods_of_each_language() {
    let project = built(TERMS);
    for (page, words) in [
        ("output/index.html", ["篇章", "牵头部门", ">县区<"].as_slice()),
        ("output/partnerships/index.html", &["县区的目标与数"]),
        ("output/methods/index.html", &["逐个县区的目标", "举措、篇章和计划"]),
        ("output/en/index.html", &["1 outcome", "1 measure", ">Districts<", ">Offices<"]),
        ("output/en/partnerships/index.html", &["The districts of this site"]),
        ("output/en/methods/index.html", &["Targets for every district", "no measure, outcome or plan"]),
        ("output/en/plan/index.html", &["Every measure", "the offices"]),
    ] {
        let text = project.text(page);
        for word in words {
            assert!(text.contains(word), "{word} in {page}:\n{text}");
        }
    }
    let menu = project.text("output/en/index.html");
    assert!(!menu.contains("Pairings") && !menu.contains(">Bodies<"), "{menu}");
}

#[test]
fn whatever_marks_own_words_hold_they_stand_as_written() {
    let project = built("terms: { action: '{ \"章\" } \\ {$x}' }\n");
    let text = project.text("output/methods/index.html");
    assert!(text.contains("{ &quot;章&quot; } \\ {$x}"), "{text}");
}

#[test]
fn a_site_without_pairs_speaks_of_none() {
    let project = Project::new();
    project.overlay(&root().join("_base"));
    project.put("content/site.yaml", project.text("content/site.yaml").replace("[zh-Hans]", "[zh-Hans, en]"));
    project.put(
        "content/partnerships.yaml",
        "scopes:\n  jia-yi: { title: 全省, kind: place }\n  yi: { title: 乙县, kind: place, part_of: jia-yi }\n  \
         bing: { title: 丙县, kind: place, part_of: jia-yi }\n",
    );
    project.run(&["build"]).exit(0);
    for entry in walkdir::WalkDir::new(project.path("output")).into_iter().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "html") {
            let text = std::fs::read_to_string(path).unwrap();
            for word in ["结对", "镇街", "县区", "airing", "towns", "counties", "who assists", "Who assists"]
            {
                assert!(!text.contains(word), "{word} in {}", path.display());
            }
        }
    }
    assert!(project.text("output/index.html").contains(">各地<"));
    assert!(project.text("output/en/index.html").contains(">Places<"));
    // In the order written, not in that of the ids: bing stands behind yi.
    let list = project.text("output/partnerships/index.html");
    let main = &list[list.find("<main").unwrap()..];
    assert!(main.find("乙县").unwrap() < main.find("丙县").unwrap(), "{main}");
}
