//! Several languages in one site: what is not translated is shown as it is written, and no file that comes out holds
//! a mark of ours.

use crate::project::Project;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::PathBuf;

/// The starter in a second language that nobody has written yet.
fn half_translated() -> Project {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    assert!(site.contains("languages: [zh-Hans]"), "{site}");
    project.put("content/site.yaml", site.replace("languages: [zh-Hans]", "languages: [zh-Hans, en]"));
    project
}

fn files(project: &Project) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(project.path("output")).into_iter().map(Result::unwrap);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// True for U+FDD0 to U+FDEF, of which some are marks.
fn is_mark(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

fn has_mark(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains(is_mark)
}

#[test]
fn a_language_that_nobody_has_written_yet_is_built_from_the_other() {
    let project = half_translated();
    project.run(&["build"]).exit(0);
    let (mut pages, mut texts) = (0, 0);
    for path in files(&project) {
        let name = path.display().to_string();
        let bytes = fs::read(&path).unwrap();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("html" | "xml" | "svg" | "js" | "json" | "csv" | "txt" | "css") => {
                assert!(!has_mark(&bytes), "{name}");
                texts += 1;
                pages += usize::from(name.ends_with(".html"));
            }
            Some("docx") => {
                let mut parts = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
                for at in 0..parts.len() {
                    let mut part = parts.by_index(at).unwrap();
                    let mut bytes = Vec::new();
                    part.read_to_end(&mut bytes).unwrap();
                    // The bytes of a picture may look like one by chance.
                    let part = part.name().unwrap();
                    assert!(part.ends_with(".png") || !has_mark(&bytes), "{name}: {part}");
                }
            }
            _ => {}
        }
    }
    assert!(pages > 40 && texts > pages, "{pages} pages of {texts} texts");
    let page = project.text("output/en/briefs/first-issue/index.html");
    let heading = page.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap();
    for line in ["甲市帮扶乙县", "三年计划完成情况（示例）"] {
        assert!(heading.contains(&format!("<span lang=\"zh-Hans\">{line}</span>")), "{heading}");
    }
    assert!(page.contains("<title>甲市帮扶乙县"), "{page}");
    let docx = project.path("output/en/briefs/first-issue/first-issue.docx");
    let mut document = String::new();
    let mut parts = zip::ZipArchive::new(File::open(docx).unwrap()).unwrap();
    parts.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    assert!(document.contains("w:lang") && document.contains("zh-CN"), "{document}");
}

/// PDF text is in streams, most of them deflated; what a reader copies comes from the `ToUnicode` tables, and titles
/// stand in strings and in XMP.
#[cfg(feature = "pdf")]
#[test]
fn no_mark_is_in_a_pdf_and_its_metadata_is_plain() {
    let project = half_translated();
    project.run(&["build"]).exit(0);
    let pdfs: Vec<PathBuf> = files(&project)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    assert!(pdfs.len() > 3, "{pdfs:?}");
    for path in pdfs {
        let bytes = fs::read(&path).unwrap();
        let (streams, rest) = streams(&bytes);
        assert!(!has_mark(&rest), "{}", path.display());
        let mut tables = 0;
        // Fonts and pictures are no text, and may look like a mark by chance.
        for part in streams {
            let Ok(text) = String::from_utf8(part) else { continue };
            assert!(!text.contains(is_mark), "{}", path.display());
            if text.contains("beginbfchar") || text.contains("beginbfrange") {
                tables += 1;
                let upper = text.to_ascii_uppercase();
                let marked = (0xfdd0..=0xfdef).any(|mark| upper.contains(&format!("<{mark:04X}>")));
                assert!(!marked, "{}: a mark can be copied out", path.display());
            }
        }
        assert!(tables > 0, "{}: no text was found", path.display());
        let xmp = String::from_utf8_lossy(&bytes);
        let title = xmp.split("<dc:title>").nth(1).unwrap().split("</dc:title>").next().unwrap();
        assert!(!title.contains("zh-Hans甲") && !title.contains("zh-Hans三"), "{title}");
    }
}

/// The streams of a PDF, inflated where they are deflated, and all that is in no stream.
#[cfg(feature = "pdf")]
fn streams(pdf: &[u8]) -> (Vec<Vec<u8>>, Vec<u8>) {
    let find = |from: usize, what: &[u8]| {
        pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at)
    };
    let (mut found, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(start) = find(at, b"stream\n").or_else(|| find(at, b"stream\r\n")) {
        let start = find(start, b"\n").unwrap() + 1;
        let Some(end) = find(start, b"endstream") else { break };
        rest.extend_from_slice(&pdf[at..start]);
        let raw = &pdf[start..end];
        let mut inflated = Vec::new();
        let deflated = flate2::read::ZlibDecoder::new(raw).read_to_end(&mut inflated).is_ok();
        found.push(if deflated || !inflated.is_empty() { inflated } else { raw.to_vec() });
        at = end + "endstream".len();
    }
    rest.extend_from_slice(&pdf[at..]);
    (found, rest)
}

#[test]
fn an_escape_that_stands_for_a_mark_is_refused_at_its_place() {
    let project = Project::starter();
    let units = project.text("content/units.yaml");
    let story = project.text("content/stories/zhang-village/index.md");
    project
        .put("content/units.yaml", format!("{units}\n  odd:\n    title: \"odd\\uFDD1\"\n    kind: body\n"));
    project.put(
        "content/stories/zhang-village/index.md",
        format!("{story}\nodd &#xFDD2; words, **odd &#x7; ones**\n"),
    );
    let ran = project.run(&["check"]).exit(1);
    let said = ran.stdout();
    for mark in ["U+FDD1", "U+FDD2", "U+0007"] {
        assert!(said.contains(mark), "{mark}: {said}");
    }
}
