//! Briefs: what an editor writes, what the data write by themselves, and the files that come out.

use crate::project::Project;
use std::fs;

/// What a brief says on its own page, without markup.
fn words(html: &str) -> String {
    let from = html.find("<article class=\"sheet\"").expect("a sheet");
    let to = html[from..].find("</article>").expect("its end") + from;
    let (mut out, mut tag) = (String::new(), false);
    for c in html[from..to].chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn a_written_brief_has_head_text_notes_and_imprint() {
    let project = Project::starter();
    project.run(&["brief", "--to", "html"]).exit(0).stderr_has("first-issue.html").stderr_has("1 files");
    let html = project.text("briefs/first-issue.html");
    let said = words(&html);
    let mut at = 0;
    for part in [
        "内部资料　注意保存",
        "进展简报",
        "第1期",
        "（总第12期）",
        "示例项目组",
        "2025年3月31日",
        "甲市帮扶乙县",
        "三年计划完成情况（示例）",
        "一、卫生站",
        "不少于40个",
        "42个",
        "图1",
        "有卫生站的村",
        "二、培训",
        "表1",
        "（供稿：示例项目组）",
        "注释",
        "报：",
        "甲市人民政府（示例）",
        "送：",
        "各责任单位（示例），乙县人民政府（示例）",
        "审核：王主任（示例）",
        "责任编辑：李编辑（示例）",
        "（共印50份）",
    ] {
        let found =
            said[at..].find(part).unwrap_or_else(|| panic!("{part} is missing, or out of order: {said}"));
        at += found;
    }
    // It stands alone: nothing is fetched, and no word leads into a site that is not there.
    assert!(!html.contains("<link") && !html.contains("src=") && !html.contains(".html\""), "{html}");
}

#[test]
fn every_bound_figure_has_a_note_with_its_place_and_the_same_place_has_one() {
    let project = Project::starter();
    let brief = project.text("content/briefs/first-issue.md");
    let again = "\n再说一遍：[42个](figure:clinics@2024-12-31)。\n";
    project.put("content/briefs/first-issue.md", format!("{brief}{again}"));
    project.run(&["brief", "--to", "html"]).exit(0);
    let html = project.text("briefs/first-issue.html");
    let mark = html.split("42个").nth(1).unwrap();
    let number = mark.split("href=\"#note-").nth(1).unwrap().split('"').next().unwrap();
    assert!(html.contains(&format!("<li id=\"note-{number}\">")), "{html}");
    let second = html.rsplit("42个").next().unwrap();
    assert!(second.split("</p>").next().unwrap().contains(&format!("#note-{number}\"")), "{second}");
    assert_eq!(html.matches(&format!("id=\"mark-{number}\"")).count(), 1);
}

#[test]
fn a_brief_of_the_plan_writes_itself_from_the_data() {
    let project = Project::starter();
    project.run(&["brief", "--plan", "--to", "html"]).exit(0);
    let mut names = fs::read_dir(project.path("briefs")).unwrap().map(|entry| entry.unwrap().file_name());
    let name = names.find(|name| name.to_str().unwrap().ends_with(".html")).unwrap();
    let before = words(&project.text(&format!("briefs/{}", name.to_str().unwrap())));
    for part in ["一、总的情况", "已经证实的进展", "有卫生站的村", "目标对照", "资料来源"]
    {
        assert!(before.contains(part), "{part}: {before}");
    }
    // Nothing is remembered of yesterday: other data, another brief.
    let clinics = project.text("content/indicators/health/clinics.yaml");
    assert!(clinics.contains("42"), "{clinics}");
    project.put("content/indicators/health/clinics.yaml", clinics.replace("42", "39"));
    project.put("content/stories/zhang-village/index.md", "---\ntitle: 张村\nsummary: 无。\n---\n\n无。\n");
    fs::remove_file(project.path("content/briefs/first-issue.md")).unwrap();
    project.run(&["brief", "--plan", "--to", "html"]).exit(0);
    let after = words(&project.text(&format!("briefs/{}", name.to_str().unwrap())));
    assert_ne!(before, after);
    assert!(after.contains("证实未达到的目标"), "{after}");
}

#[test]
fn briefs_are_asked_for_by_name_and_a_wrong_name_is_answered() {
    let project = Project::starter();
    project.run(&["brief", "--action", "1", "--to", "html"]).exit(0);
    project.run(&["brief", "frist-issue"]).exit(2).stderr_has("did you mean \"first-issue\"?");
    project.run(&["brief", "--action", "99"]).exit(2).stderr_has("there is no action \"99\"");
    project.run(&["brief", "--lang", "fr"]).exit(2).stderr_has("zh-Hans");
    assert!(!project.path("briefs").join("frist-issue.html").exists());
}

#[test]
fn with_a_fault_in_the_content_nothing_is_printed() {
    let project = Project::starter();
    let brief = project.text("content/briefs/first-issue.md");
    project.put("content/briefs/first-issue.md", brief.replace("42个", "43个"));
    project.run(&["brief"]).exit(1).stderr_has("[wrong-wording]").stderr_has("nothing was written");
    assert!(!project.path("briefs").exists());
}

#[test]
fn a_draft_is_no_brief() {
    let project = Project::starter();
    let brief = project.text("content/briefs/first-issue.md");
    project.put("content/briefs/first-issue.md", brief.replacen("issue: 1", "draft: true\nissue: 1", 1));
    project.run(&["build"]).exit(0);
    assert!(!project.path("output/briefs/first-issue").exists());
    project.run(&["brief", "first-issue"]).exit(2);
}

#[test]
fn the_site_has_every_brief_as_a_page_and_says_where_its_files_are() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    let list = project.text("output/briefs/index.html");
    assert!(list.contains("first-issue/index.html") && list.contains("plan-of-"), "{list}");
    let page = project.text("output/briefs/first-issue/index.html");
    assert_eq!(page.contains("first-issue.pdf"), cfg!(feature = "pdf"));
    assert_eq!(project.path("output/briefs/first-issue/first-issue.pdf").exists(), cfg!(feature = "pdf"));
}

/// Every file of the site in which some words stand, by its path.
fn with_words(project: &Project, words: &str) -> Vec<String> {
    let root = project.path("output");
    let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file() && !entry.path().ends_with(".shanhai-manifest"))
        .filter(|entry| String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).contains(words))
        .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_brief_that_is_not_published_is_nowhere_on_the_site_and_is_made_when_asked_for() {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    project.put("content/site.yaml", format!("{site}base_url: https://example.org/report/\n"));
    let brief = project.text("content/briefs/first-issue.md");
    let marked = brief.lines().filter(|line| !line.starts_with("publish:")).collect::<Vec<_>>().join("\n");
    let plain = marked.lines().filter(|line| !line.starts_with("secrecy:")).collect::<Vec<_>>().join("\n");
    assert!(brief.contains("publish: true") && marked != brief && plain != marked);
    for (text, on_site) in [
        (brief.clone(), true),
        (marked, false),
        (plain.clone(), true),
        (plain.replacen("issue: 1", "publish: false\nissue: 1", 1), false),
    ] {
        project.put("content/briefs/first-issue.md", &text);
        project.run(&["build"]).exit(0);
        let named = with_words(&project, "first-issue");
        assert_eq!(!named.is_empty(), on_site, "{text}: {named:?}");
        assert_eq!(!with_words(&project, "哪些有据可查").is_empty(), on_site, "{text}");
        assert_eq!(project.path("output/briefs/first-issue").exists(), on_site);
        project.run(&["brief", "--to", "html"]).exit(0).stderr_has("first-issue.html");
        // It says where every figure can be looked up: on its page, or where the site begins.
        let html = project.text("briefs/first-issue.html");
        assert_eq!(html.contains("https://example.org/report/briefs/first-issue/"), on_site, "{html}");
        assert!(html.contains("https://example.org/report/"));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    fn pdf(project: &Project, name: &str) -> Vec<u8> {
        fs::read(project.path(&format!("briefs/{name}.pdf"))).unwrap()
    }

    fn says(pdf: &[u8], words: &str) -> bool {
        pdf.windows(words.len()).any(|part| part == words.as_bytes())
    }

    #[test]
    fn it_is_for_keeping_and_for_reading_aloud_and_repeats_byte_for_byte() {
        let project = Project::starter();
        project.run(&["brief", "--to", "pdf", "--carried-faces"]).exit(0);
        let first = pdf(&project, "first-issue");
        for words in
            ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "/Marked true", "/Lang"]
        {
            assert!(says(&first, words), "{words}");
        }
        project.run(&["brief", "--to", "pdf", "--carried-faces"]).exit(0);
        assert!(first == pdf(&project, "first-issue"), "the second PDF differs from the first");
        // The site prints with the carried faces alone.
        project.run(&["build"]).exit(0);
        let on_site = fs::read(project.path("output/briefs/first-issue/first-issue.pdf")).unwrap();
        assert!(first == on_site, "the site's PDF differs");
    }

    #[test]
    fn one_that_is_still_the_same_is_taken_over_and_another_is_set_anew() {
        let project = Project::starter();
        project.run(&["build"]).exit(0);
        let path = project.path("output/briefs/first-issue/first-issue.pdf");
        let first = fs::read(&path).unwrap();
        project.run(&["build"]).exit(0).stderr_has("nothing changed");
        fs::write(&path, b"%PDF-1.7 somebody's own").unwrap();
        project.run(&["build"]).exit(0);
        assert!(fs::read(&path).unwrap() == first, "another PDF was kept");
        let brief = project.text("content/briefs/first-issue.md");
        project.put("content/briefs/first-issue.md", brief.replacen("issue: 1", "issue: 2", 1));
        project.run(&["build"]).exit(0);
        assert!(fs::read(&path).unwrap() != first, "a changed brief kept its old PDF");
    }

    #[test]
    fn a_character_that_no_face_has_is_named_with_the_words_around_it() {
        let project = Project::starter();
        let brief = project.text("content/briefs/first-issue.md");
        project.put("content/briefs/first-issue.md", brief.replace("各年的数见下表", "各年的数见𪚥下表"));
        project
            .run(&["brief", "--to", "pdf", "--carried-faces"])
            .exit(1)
            .stderr_has("[no-glyph]")
            .stderr_has("content/briefs/first-issue.md")
            .stderr_has("\"𪚥\" (U+2A6A5)")
            .stderr_has("各年的数见𪚥下表");
        assert!(!project.path("briefs").exists());
        project.run(&["build"]).exit(1).stderr_has("[no-glyph]");
        assert!(!project.path("output").exists());
    }
}
