//! Cards: the pictures that stand for pages where links to them are shown.

use crate::project::Project;
use std::fs;
use std::time::SystemTime;

/// A starter site that has an address.
fn published() -> Project {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("base_url: https://example.org/report\n{site}"));
    project
}

fn cards(project: &Project) -> Vec<String> {
    let mut found: Vec<String> = walkdir::WalkDir::new(project.path("output"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_name() == "card.png")
        .map(|entry| entry.path().strip_prefix(project.path("output")).unwrap().to_str().unwrap().to_owned())
        .collect();
    found.sort();
    found
}

#[test]
fn a_site_with_an_address_has_a_card_for_home_judged_indicators_and_stories() {
    let project = published();
    project.run(&["build"]).exit(0);
    let found = cards(&project);
    assert!(found.contains(&"card.png".to_owned()), "{found:?}");
    assert!(found.iter().any(|path| path.starts_with("indicators/")), "{found:?}");
    assert!(found.iter().any(|path| path.starts_with("stories/")), "{found:?}");
    for path in &found {
        let bytes = fs::read(project.path(&format!("output/{path}"))).unwrap();
        assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n", "{path}");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (1200, 630), "{path}");
        // Networks refuse pictures of several megabytes; readers on a phone pay for each byte.
        assert!(bytes.len() < 150_000, "{path}: {}", bytes.len());
    }
}

#[test]
fn a_site_without_an_address_or_that_wants_none_has_no_cards() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    assert_eq!(cards(&project), [] as [&str; 0]);
    let project = published();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("og_images: false\n{site}"));
    project.run(&["build"]).exit(0);
    assert_eq!(cards(&project), [] as [&str; 0]);
}

#[test]
fn cards_are_the_same_whether_drawn_or_kept_and_a_changed_one_is_drawn_anew() {
    let project = published();
    project.run(&["build"]).exit(0);
    let path = project.path("output/card.png");
    let first = fs::read(&path).unwrap();
    project.run(&["build"]).exit(0).stderr_has("nothing changed");
    // Somebody's other picture is not kept.
    fs::write(&path, b"no picture").unwrap();
    project.run(&["build"]).exit(0).stderr_has("1 file");
    assert_eq!(fs::read(&path).unwrap(), first);
    // Other words, another picture.
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", site.replacen("title: ", "title: 新", 1));
    project.run(&["build"]).exit(0);
    assert_ne!(fs::read(&path).unwrap(), first);
    let fresh = published();
    fresh.put("content/site.yaml", project.text("content/site.yaml"));
    fresh.run(&["build"]).exit(0);
    for card in cards(&project) {
        let card = format!("output/{card}");
        assert_eq!(fs::read(project.path(&card)).unwrap(), fs::read(fresh.path(&card)).unwrap(), "{card}");
    }
}

#[test]
fn a_character_that_no_face_has_is_named_where_it_stands() {
    let project = published();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", site.replacen("title: ", "title: 𪚥", 1));
    let ran = project.run(&["build"]).exit(0);
    let ran =
        ran.stderr_has("[no-picture]").stderr_has("𪚥").stderr_has("U+2A6A5").stderr_has("og_images: false");
    drop(ran);
    assert!(!project.path("output/card.png").exists());
    project.run(&["build", "--strict", "--output", "strict"]).exit(1);
    // A reason takes the warning back.
    let site = project.text("content/site.yaml");
    let accepted = "  - { code: no-picture, reason: 古字 }\n";
    let (before, after) = site.split_once("\nsilence:").unwrap();
    let (head, rest) = after.split_once('\n').unwrap();
    project.put("content/site.yaml", format!("{before}\nsilence:{head}\n{accepted}{rest}"));
    project.run(&["build", "--strict"]).exit(0);
}

/// An unchanged card is not even written.
#[test]
fn a_card_that_is_still_the_same_is_left_alone() {
    let project = published();
    project.run(&["build"]).exit(0);
    let path = project.path("output/card.png");
    let written = |path: &std::path::Path| -> SystemTime { fs::metadata(path).unwrap().modified().unwrap() };
    let before = written(&path);
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}\n# a remark\n"));
    project.run(&["build"]).exit(0);
    assert_eq!(written(&path), before);
}
