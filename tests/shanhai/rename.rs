//! Another id for a thing: shown first, then written everywhere; and the old address leads on.

use crate::project::Project;
use std::collections::BTreeMap;
use std::fs;

/// Every file of the content, by its path.
fn content(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let root = project.path("content");
    let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            (below, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn it_is_shown_first_and_nothing_is_written() {
    let project = Project::starter();
    let before = content(&project);
    for args in [
        &["rename", "clinics", "village-clinics"][..],
        &["rename", "clinics", "village-clinics", "--dry-run"],
    ] {
        project
            .run(args)
            .exit(0)
            .stdout_has(
                "content/indicators/health/clinics.yaml -> content/indicators/health/village-clinics.yaml\n",
            )
            .stdout_has("content/site.yaml:13\n-   figures: [trainees, clinics, hospital-wing]")
            .stdout_has("\n+   figures: [trainees, village-clinics, hospital-wing]")
            .stderr_has(
                "indicator \"clinics\" to \"village-clinics\": 4 files would change; nothing was written",
            );
        assert!(content(&project) == before);
    }
}

#[test]
fn with_write_it_is_done_and_the_content_has_no_fault() {
    let project = Project::starter();
    project.run(&["rename", "clinics", "village-clinics", "--write"]).exit(0).stderr_has("4 files changed");
    project.run(&["check", "--strict"]).exit(0).stdout_is("");
    project.run(&["rename", "zhang-village", "zhang", "--write"]).exit(0);
    project.run(&["check", "--strict"]).exit(0).stdout_is("");
    let explained = project.run(&["explain", "village-clinics"]).exit(0).stdout();
    project.run(&["explain", "clinics"]).exit(0).stdout_is(&explained);
    let after = content(&project);
    assert!(after.contains_key("indicators/health/village-clinics.yaml"));
    assert!(!after.contains_key("indicators/health/clinics.yaml"));
    assert!(
        after.contains_key("stories/zhang/index.md") && !after.contains_key("stories/zhang-village/index.md")
    );
    for (path, bytes) in &after {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let old = text.matches("clinics").count() - text.matches("village-clinics").count();
        let alias = usize::from(path.ends_with("village-clinics.yaml"));
        assert_eq!(old, alias, "{path}: {text}");
    }
}

#[test]
fn the_old_address_leads_on_and_is_in_no_list() {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}base_url: https://example.org/report/\n"));
    project.run(&["rename", "clinics", "village-clinics", "--write"]).exit(0);
    project.run(&["rename", "zhang-village", "zhang", "--write"]).exit(0);
    project.run(&["build"]).exit(0);
    for (old, new) in
        [("indicators/clinics", "indicators/village-clinics"), ("stories/zhang-village", "stories/zhang")]
    {
        let page = project.text(&format!("output/{old}/index.html"));
        let link = format!("../{}/index.html", new.split('/').next_back().unwrap());
        let canonical = format!("<link rel=\"canonical\" href=\"https://example.org/report/{new}/");
        for part in [
            format!("<meta http-equiv=\"refresh\" content=\"0; url={link}\">"),
            format!("<a class=\"button\" href=\"{link}\">"),
            "<meta name=\"robots\" content=\"noindex\">".to_owned(),
            canonical,
        ] {
            assert!(page.contains(&part), "{part}: {page}");
        }
        let moved = project.text(&format!("output/{new}/index.html"));
        assert!(!moved.contains("noindex") && !moved.contains("http-equiv=\"refresh\""));
        let map = project.text("output/sitemap.xml");
        assert_eq!(map.matches(&format!("<loc>https://example.org/report/{new}/")).count(), 1, "{map}");
        assert!(!map.contains(&format!("/{old}/")), "{map}");
    }
    let named = |folder: &str| {
        walkdir::WalkDir::new(project.path(folder))
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .filter(|entry| {
                let text = fs::read(entry.path()).unwrap();
                let text = String::from_utf8_lossy(&text);
                text.contains("indicators/clinics/") || text.contains("stories/zhang-village/")
            })
            .map(|entry| entry.path().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(named("output/search"), Vec::<std::path::PathBuf>::new());
    assert_eq!(named("output/data"), Vec::<std::path::PathBuf>::new());
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let project = Project::starter();
    let before = content(&project);
    for (args, why) in [
        (&["clinic", "x"][..], "the unit of measure \"clinic\" is built in"),
        (&["clincs", "x"], "did you mean \"clinics\"?"),
        (&["clinics", "trainees"], "\"trainees\" is there already"),
        (&["clinics", "村卫生室"], "\"村卫生室\" cannot be an id"),
        (&["clinics", "x", "--kind", "story"], "there is no story \"clinics\""),
    ] {
        let args: Vec<&str> = ["rename"].iter().chain(args).chain(&["--write"]).copied().collect();
        project.run(&args).exit(2).stderr_has(why);
        assert!(content(&project) == before, "{args:?}");
    }
    project.put("content/sources/broken.yaml", "title: [\n");
    project
        .run(&["rename", "clinics", "x", "--write"])
        .exit(1)
        .stderr_has("[yaml-syntax]")
        .stderr_has("nothing was renamed");
    assert!(project.path("content/indicators/health/clinics.yaml").exists());
}
