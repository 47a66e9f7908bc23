use super::*;
use crate::tree::FileTree;

/// A small content in which an indicator, a story and a unit of measure are named in every way.
fn content() -> FileTree {
    let mut tree = FileTree::new();
    for (path, text) in [
        (
            "site.yaml",
            "title: T\nlanguages: [en]\nreport_date: 2021-05-11\nhome: { figures: [\"jobs\"], stories: [visit] }\n\
             measurement_units:\n  # heads\n  head: { title: head }\nsilence:\n  \
             - { code: unbound-number, at: indicators/work/jobs.yaml, reason: x }\n  \
             - { code: unbound-number, at: stories/visit/index.md, reason: x }\n",
        ),
        ("partnerships.yaml", "scopes:\n  whole: { title: W, kind: place }\n"),
        ("units.yaml", "units:\n  office: { title: O, kind: bureau }\n"),
        (
            "sources/paper.yaml",
            "title: P\npublished: 2021-01-10\nkind: report\nlanguage: en\nclaims:\n  \
             - { text: jobs and jobs-abroad, locator: p. 1, compute: share, of: [jobs@2020, 'jobs-abroad@2020'], \
             states: { value: 50% } }\n",
        ),
        (
            "indicators/work/jobs.yaml",
            "\u{feff}# jobs\r\ntitle: Jobs # jobs\r\nmeasure: flow\r\nbetter: higher\r\nunit: head\r\nscope: whole\r\n\
             note: See figure:jobs@2020.\r\nactuals:\r\n  - { period: 2020, value: 10, source: paper, locator: p. 1 }\r\n",
        ),
        (
            "indicators/work/jobs-abroad.yaml",
            "title: Jobs abroad\nmeasure: flow\nbetter: higher\nunit: head\nscope: whole\nactuals:\n  \
             - { period: 2020, value: 20, source: paper, locator: p. 1 }\n",
        ),
        (
            "indicators/abroad-share.yaml",
            "title: Share\nmeasure: rate\nbetter: higher\nunit: percent\nscope: whole\n\
             computed: { share: jobs-abroad, of: jobs }\n",
        ),
        (
            "indicators/gdp.yaml",
            "title: GDP\nmeasure: rate\nbetter: higher\nunit: percent\nscope: whole\nactuals:\n  \
             - { period: 2020, value: 5%, source: paper, locator: p. 1 }\n",
        ),
        (
            "indicators/pay.yaml",
            "title: Pay\nmeasure: rate\nbetter: higher\nunit: percent\nscope: whole\nrelated: [gdp, jobs]\ntargets:\n  \
             - { period: 2020, above: { indicator: gdp }, source: paper, locator: gdp }\n",
        ),
        (
            "actuals/paper.csv",
            "period,indicator,value,locator\n2018,jobs,1,jobs\n2019,\"jobs\",2,p. 2\n2018,jobs-abroad,3,\"a, jobs\"\n",
        ),
        (
            "stories/visit/index.md",
            "---\ntitle: >\n  A\n  visit\nsummary: jobs\nindicators:\n  - jobs\n  - jobs-abroad\nsources: [paper]\n---\n\n\
             jobs: [10](figure:jobs@2020), [1][n], [20](figure:jobs-abroad@2020), [me](story:visit).\n\n\
             [50%](share:jobs/jobs-abroad@2020), [30](sum:jobs-abroad+jobs@2020), [400%](change:jobs@2019..2020)\n\n\
             ![](chart:jobs)\n\n![](table:jobs)\n\n[n]: figure:jobs@2018\n",
        ),
        (
            "briefs/issue.md",
            "---\ntitle: B\nsummary: S\ndraft: true\n---\n\n[10](figure:jobs@2020) [it](story:visit)\n",
        ),
    ] {
        tree.put(format!("content/{path}"), text.as_bytes().to_vec());
    }
    tree
}

fn done(content: &FileTree, old: &str, new: &str) -> (Renaming, FileTree) {
    let renaming = rename(content, RenameOrder { kind: None, old, new });
    let renaming = renaming.unwrap_or_else(|fault| panic!("{old}: {fault:?}"));
    let mut after = FileTree::new();
    for (path, bytes) in content.iter() {
        let edit = renaming.edits.iter().find(|edit| edit.path == path);
        let bytes = edit.map_or_else(|| Arc::clone(bytes), |edit| Arc::clone(&edit.after));
        let path = match &renaming.moved {
            Some((from, to)) if path.starts_with(from.as_str()) => path.replacen(from.as_str(), to, 1),
            _ => path.to_owned(),
        };
        after.put(path, bytes);
    }
    (renaming, after)
}

#[test]
fn an_indicator_is_renamed_in_its_file_in_every_reference_and_nowhere_else() {
    let before = content();
    let (renaming, after) = done(&before, "jobs", "workers");
    let moved = ("content/indicators/work/jobs.yaml", "content/indicators/work/workers.yaml");
    assert_eq!(renaming.moved, Some((moved.0.to_owned(), moved.1.to_owned())));
    let text = |path: &str| after.text(&format!("content/{path}")).unwrap_or_else(|| panic!("{path}"));
    assert!(text("site.yaml").contains("figures: [\"workers\"]"));
    assert!(text("site.yaml").contains("at: indicators/work/workers.yaml"));
    assert!(text("sources/paper.yaml").contains("text: jobs and jobs-abroad,"));
    assert!(text("sources/paper.yaml").contains("of: [workers@2020, 'jobs-abroad@2020']"));
    assert_eq!(
        text("indicators/work/workers.yaml"),
        "\u{feff}# jobs\r\ntitle: Jobs # jobs\r\naliases: [jobs]\r\nmeasure: flow\r\nbetter: higher\r\nunit: head\r\n\
         scope: whole\r\nnote: See figure:workers@2020.\r\nactuals:\r\n  \
         - { period: 2020, value: 10, source: paper, locator: p. 1 }\r\n"
    );
    assert_eq!(
        text("actuals/paper.csv"),
        "period,indicator,value,locator\n2018,workers,1,jobs\n2019,\"workers\",2,p. 2\n2018,jobs-abroad,3,\"a, jobs\"\n"
    );
    let story = text("stories/visit/index.md");
    for part in [
        "summary: jobs\nindicators:\n  - workers\n  - jobs-abroad\n",
        "jobs: [10](figure:workers@2020), [1][n], [20](figure:jobs-abroad@2020)",
        "[50%](share:workers/jobs-abroad@2020), [30](sum:jobs-abroad+workers@2020), [400%](change:workers@2019..2020)",
        "![](chart:workers)\n\n![](table:workers)\n\n[n]: figure:workers@2018\n",
    ] {
        assert!(story.contains(part), "{part}: {story}");
    }
    assert!(text("briefs/issue.md").contains("figure:workers@2020"));
    assert!(text("indicators/abroad-share.yaml").contains("computed: { share: jobs-abroad, of: workers }"));
    assert!(text("indicators/pay.yaml").contains("related: [gdp, workers]"));
    assert_eq!(renaming.edits.len(), 8);
    let (renaming, after) = done(&before, "gdp", "gdp-growth");
    let pay = after.text("content/indicators/pay.yaml").expect("pay");
    assert!(pay.contains("above: { indicator: gdp-growth }, source: paper, locator: gdp }"), "{pay}");
    assert_eq!(renaming.edits.len(), 2);
}

#[test]
fn a_story_and_a_unit_of_measure_are_renamed() {
    let before = content();
    let (renaming, after) = done(&before, "visit", "journey");
    let text = |path: &str| after.text(&format!("content/{path}")).unwrap_or_else(|| panic!("{path}"));
    let folders = ("content/stories/visit".to_owned(), "content/stories/journey".to_owned());
    assert_eq!(renaming.moved, Some(folders));
    assert!(text("site.yaml").contains("stories: [journey]"));
    assert!(text("site.yaml").contains("at: stories/journey/index.md"));
    // The title takes three lines, and the alias stands below them.
    assert!(text("stories/journey/index.md").contains("title: >\n  A\n  visit\naliases: [visit]\nsummary:"));
    assert!(text("stories/journey/index.md").contains("[me](story:journey)"));
    assert!(text("briefs/issue.md").contains("[it](story:journey)"));
    let (renaming, after) = done(&before, "head", "worker");
    assert_eq!((renaming.moved, renaming.edits.len()), (None, 3));
    let text = |path: &str| after.text(&format!("content/{path}")).unwrap_or_else(|| panic!("{path}"));
    assert!(text("site.yaml").contains("  # heads\n  worker: { aliases: [head], title: head }\n"));
    assert!(text("indicators/work/jobs-abroad.yaml").contains("unit: worker\n"));
}

#[test]
fn an_alias_joins_those_that_are_there() {
    for (written, joined) in [
        ("aliases: [posts] # old\n", "aliases: [posts, jobs] # old\n"),
        ("aliases: []\n", "aliases: [jobs]\n"),
        ("aliases:\n  - posts # old\n  - seats # older\n", "  - posts # old\n  - seats # older\n  - jobs\n"),
        ("aliases:\n- posts\n", "aliases:\n- posts\n- jobs\n"),
    ] {
        let mut before = content();
        let path = "content/indicators/work/jobs.yaml";
        let text = before.text(path).expect("text").replace("\r\n", "\n");
        before.put(path, text.replace("measure:", &format!("{written}measure:")).into_bytes());
        let (_, after) = done(&before, "jobs", "workers");
        let text = after.text("content/indicators/work/workers.yaml").expect("text");
        assert!(text.contains(joined), "{text}");
    }
}

#[test]
fn there_and_back_changes_nothing_but_the_aliases() {
    let before = content();
    let (_, there) = done(&before, "jobs", "workers");
    let fault = rename(&there, RenameOrder { kind: None, old: "workers", new: "jobs" });
    assert_eq!(fault, Err(RenameFault::Taken(Some("workers".to_owned()))));
    let mut freed = there.clone();
    let path = "content/indicators/work/workers.yaml";
    let text = there.text(path).expect("text").replace("aliases: [jobs]\r\n", "");
    freed.put(path, text.into_bytes());
    let (_, back) = done(&freed, "workers", "jobs");
    let mut wanted = before.clone();
    let path = "content/indicators/work/jobs.yaml";
    let text = before
        .text(path)
        .expect("text")
        .replace("# jobs\r\nmeasure", "# jobs\r\naliases: [workers]\r\nmeasure");
    wanted.put(path, text.into_bytes());
    for (path, bytes) in wanted.iter() {
        assert_eq!(back.text(path), std::str::from_utf8(bytes).ok(), "{path}");
    }
}

#[test]
fn what_cannot_be_done_is_refused() {
    let before = content();
    let fault =
        |kind, old: &str, new: &str| rename(&before, RenameOrder { kind, old, new }).expect_err("refused");
    assert_eq!(fault(None, "jobz", "x"), RenameFault::Unknown(Some("jobs".to_owned())));
    assert_eq!(fault(Some(RenameKind::Story), "jobs", "x"), RenameFault::Unknown(None));
    assert_eq!(fault(None, "jobs", "jobs-abroad"), RenameFault::Taken(None));
    assert_eq!(fault(None, "jobs", "jobs"), RenameFault::Taken(None));
    assert!(matches!(fault(None, "jobs", "Jobs"), RenameFault::BadId(_)));
    assert_eq!(fault(None, "person", "people"), RenameFault::BuiltIn);
    let mut two = before.clone();
    two.put("content/stories/jobs/index.md", &b"---\ntitle: J\nsummary: S\n---\n\nX\n"[..]);
    let order = RenameOrder { kind: None, old: "jobs", new: "x" };
    assert_eq!(
        rename(&two, order),
        Err(RenameFault::Several(vec![RenameKind::Indicator, RenameKind::Story]))
    );
    let mut broken = before.clone();
    broken.put("content/sources/other.yaml", &b"title: [\n"[..]);
    assert!(matches!(rename(&broken, order), Err(RenameFault::Content(_))));
}

#[test]
fn a_reference_that_cannot_be_changed_is_named_and_nothing_is_done() {
    let mut before = content();
    let path = "content/briefs/issue.md";
    let text = before.text(path).expect("text").replace("figure:jobs@", "figure:jo&#98;s@");
    before.put(path, text.into_bytes());
    let fault = rename(&before, RenameOrder { kind: None, old: "jobs", new: "workers" });
    let Err(RenameFault::Left(found)) = fault else { panic!("{fault:?}") };
    assert_eq!(found.len(), 1);
    assert_eq!(&*found[0].origin.file, path);
}

#[test]
fn the_diff_shows_the_lines_that_change() {
    let before = content();
    let (renaming, _) = done(&before, "head", "worker");
    assert_eq!(
        diff(&renaming, str::to_owned),
        "content/indicators/work/jobs-abroad.yaml:4\n- unit: head\n+ unit: worker\n\n\
         content/indicators/work/jobs.yaml:5\n- unit: head\n+ unit: worker\n\n\
         content/site.yaml:7\n-   head: { title: head }\n+   worker: { aliases: [head], title: head }\n\n"
    );
}
