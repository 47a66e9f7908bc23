//! Photos beside a story, on the site that is built: sizes, words, and nothing that a camera knows.

use crate::pictures::{TRACES, as_from_a_telephone, disc, hills, jpeg, parts, png, webp};
use crate::project::Project;
use image::GenericImageView as _;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const STORY: &str = "content/stories/zhang-village";

/// The starter site with these photos beside its story; `text` is added to the story.
fn project(photos: &str, text: &str, files: &[(&str, Vec<u8>)]) -> Project {
    let project = Project::starter();
    let story = project.text(&format!("{STORY}/index.md"));
    let story = story.replacen("---\n", &format!("---\nphotos:\n{photos}"), 1);
    project.put(&format!("{STORY}/index.md"), format!("{story}\n{text}"));
    for (name, bytes) in files {
        project.put(&format!("{STORY}/{name}"), bytes);
    }
    project
}

const THREE: &str = "  - { file: field.jpg, alt: 一块地, caption: 地里, credit: 张三 }
  - { file: sign.png, alt: 一块牌子, credit: 李四 }
  - { file: small.webp, alt: 小图, caption: '<小>', credit: '\"王五\"' }
";

fn three() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        // The telephone was held upright: it wrote the picture lying and says so.
        ("field.jpg", as_from_a_telephone(&jpeg(&hills(2400, 1800)), 6)),
        ("sign.png", png(&disc(700))),
        ("small.webp", webp(&hills(300, 200))),
    ]
}

/// The pictures of a built site, by the name before the mark, with the whole name.
fn pictures(project: &Project) -> BTreeMap<String, (String, Vec<u8>)> {
    fs::read_dir(project.path("output/stories/zhang-village"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_none_or(|ending| ending != "html"))
        .map(|name| {
            let bytes = fs::read(project.path("output/stories/zhang-village").join(&name)).unwrap();
            (name.rsplit_once('-').unwrap().0.to_owned(), (name, bytes))
        })
        .collect()
}

#[test]
fn photos_come_in_sizes_upright_and_without_what_the_camera_wrote() {
    let project = project(THREE, "![](photo:sign)\n", &three());
    project.run(&["build"]).exit(0).stdout_is("");
    let made = pictures(&project);
    let sizes: Vec<(&str, (u32, u32))> = made
        .iter()
        .map(|(name, (_, bytes))| (name.as_str(), image::load_from_memory(bytes).unwrap().dimensions()))
        .collect();
    assert_eq!(
        sizes,
        [
            ("field-1600", (1600, 2133)),
            ("field-480", (480, 640)),
            ("field-960", (960, 1280)),
            ("sign-480", (480, 480)),
            ("sign-700", (700, 700)),
            ("small-300", (300, 200)),
        ]
    );
    for (name, bytes) in made.values() {
        let text = String::from_utf8_lossy(bytes);
        for trace in TRACES {
            assert!(!text.contains(trace), "{name} holds {trace}");
        }
        for part in parts(bytes) {
            let known = ["e0", "db", "c0", "c4", "IHDR", "IDAT", "IEND"];
            assert!(known.contains(&part.as_str()), "{name} holds {part}");
        }
    }
    // Orientation 6: what lies at the camera's bottom left is the top left. There it is red and blue.
    let field = image::load_from_memory(&made["field-480"].1).unwrap().to_rgb8();
    let (first, last) = (field.get_pixel(5, 5).0, field.get_pixel(474, 634).0);
    assert!(first[0] > 200 && first[2] > 200 && last[0] < 50 && last[2] < 50, "{first:?} {last:?}");
    // What one could see through one still can, and its edge has no dark rim.
    let sign = image::load_from_memory(&made["sign-480"].1).unwrap().to_rgba8();
    assert_eq!(sign.get_pixel(2, 2).0[3], 0);
    assert!(sign.pixels().all(|pixel| pixel.0[3] < 8 || pixel.0[0] > 200), "a dark rim");
}

#[test]
fn a_page_shows_each_photo_with_its_words_and_its_size() {
    let project = project(THREE, "![](photo:sign)\n", &three());
    project.run(&["build"]).exit(0);
    let names: BTreeMap<String, String> =
        pictures(&project).into_iter().map(|(short, (name, _))| (short, name)).collect();
    let page = project.text("output/stories/zhang-village/index.html");
    let field = format!(
        "<figure class=\"photo\"><img src=\"{2}\" srcset=\"{0} 480w, {2} 960w, {1} 1600w\" \
         sizes=\"(min-width: 45rem) 42.5rem, calc(100vw - 2rem)\" width=\"960\" height=\"1280\" alt=\"一块地\" \
         loading=\"lazy\" decoding=\"async\"><figcaption>地里 <span class=\"credit\">摄影：张三</span></figcaption></figure>",
        names["field-480"], names["field-1600"], names["field-960"]
    );
    assert!(page.contains(&field), "{page}");
    assert_eq!(page.matches("<figure class=\"photo\">").count(), 3);
    // The one in the text comes first and is loaded at once; the others follow the text.
    let at = |name: &str| page.find(&format!("<img src=\"{name}\"")).unwrap();
    assert!(at(&names["sign-700"]) < at(&names["field-960"]));
    assert!(at(&names["field-960"]) < at(&names["small-300"]));
    assert_eq!(page.matches("loading=\"eager\"").count(), 1);
    assert!(page[at(&names["sign-700"])..].split('>').next().unwrap().contains("loading=\"eager\""));
    // Words are words.
    assert!(page.contains("&lt;小&gt; <span class=\"credit\">摄影：&quot;王五&quot;</span>"), "{page}");
    // A card shows the first photo that the story lists.
    let list = project.text("output/stories/index.html");
    let card = format!("<img src=\"zhang-village/{}\"", names["field-960"]);
    assert!(list.contains(&card) && list.matches("<img").count() == 1, "{list}");
}

#[test]
fn without_photos_there_is_no_box() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    for page in ["index.html", "stories/index.html", "stories/zhang-village/index.html"] {
        let html = project.text(&format!("output/{page}"));
        assert!(!html.contains("<img") && !html.contains("class=\"photo"), "{page}");
    }
    assert!(pictures(&project).is_empty());
}

#[test]
fn a_photo_of_a_text_may_be_described_for_that_place() {
    let project = project(THREE, "![牌子，第一次](photo:sign)\n\n![](photo:sign)\n", &three());
    project.run(&["build"]).exit(0);
    let page = project.text("output/stories/zhang-village/index.html");
    assert!(page.contains("alt=\"牌子，第一次\" loading=\"eager\""), "{page}");
    assert!(page.contains("alt=\"一块牌子\" loading=\"lazy\""), "{page}");
}

/// Pictures of the last site are taken over; whatever happened to them there, the new site has them right.
#[test]
fn the_same_photos_give_the_same_bytes_however_they_are_built() {
    let project = project(THREE, "", &three());
    let mut command = project.command(&["build"]);
    command.env("RAYON_NUM_THREADS", "1");
    assert!(command.status().unwrap().success());
    let alone = pictures(&project);
    project.run(&["build"]).exit(0).stderr_has("nothing changed");
    let (name, bytes) = &alone["field-960"];
    for broken in [&b"not a picture"[..], &bytes[..bytes.len() - 1], &[]] {
        project.put(&format!("output/stories/zhang-village/{name}"), broken);
        project.run(&["build"]).exit(0);
        assert!(pictures(&project) == alone);
    }
    project.run(&["build", "--output", "anew"]).exit(0);
    for (name, bytes) in alone.values() {
        assert!(fs::read(project.path("anew/stories/zhang-village").join(name)).unwrap() == *bytes, "{name}");
    }
}

/// Another photo under the same name has pictures of other names, and the old ones go.
#[test]
fn another_photo_has_other_names() {
    let photo = "  - { file: field.jpg, alt: 一块地, credit: 张三 }\n";
    let project = project(photo, "", &[("field.jpg", jpeg(&hills(300, 200)))]);
    project.run(&["build"]).exit(0);
    let before = pictures(&project);
    project.put(&format!("{STORY}/field.jpg"), jpeg(&hills(300, 201)));
    project.run(&["build"]).exit(0);
    let after = pictures(&project);
    assert_eq!((before.len(), after.len()), (1, 1));
    assert!(before["field-300"].0 != after["field-300"].0);
}

/// A picture whose structure is whole and whose pixels are not: only decoding finds it.
#[test]
fn a_check_decodes_what_a_build_would() {
    let photo = "  - { file: field.png, alt: 一块地, credit: 张三 }\n";
    let mut broken = png(&hills(300, 200));
    let middle = broken.len() / 2;
    broken[middle] ^= 0x55;
    let project = project(photo, "", &[("field.png", broken)]);
    for command in ["check", "build"] {
        let ran = project.run(&[command]).exit(1);
        let said = format!("{}{}", ran.stdout(), ran.stderr());
        assert!(said.contains("error[bad-photo]: \"field.png\" is broken"), "{command}: {said}");
    }
}

/// A file that was not read is named once, for what is wrong with it.
#[test]
fn a_photo_that_is_too_large_to_read_is_not_missing_as_well() {
    let photo = "  - { file: field.jpg, alt: 一块地, credit: 张三 }\n";
    let project = project(photo, "", &[("field.jpg", vec![0; (25 << 20) + 1])]);
    let ran = project.run(&["check"]).exit(1).stdout_has("error[too-large]");
    assert!(!ran.stdout().contains("missing-photo"), "{}", ran.stdout());
}

/// Only the languages that a site has are asked for; a map of languages names them.
#[test]
fn words_of_a_photo_may_be_given_by_language() {
    let photo = "  - { file: field.jpg, alt: { zh-Hans: 一块地, en: A field }, credit: { zh-Hans: 张三, en: Zhang San } }\n";
    let project = project(photo, "", &[("field.jpg", jpeg(&hills(300, 200)))]);
    project.run(&["build", "--strict"]).exit(0);
    let page = project.text("output/stories/zhang-village/index.html");
    assert!(page.contains("alt=\"一块地\"") && page.contains("摄影：张三") && !page.contains("Zhang San"));
}

/// Every language shows the same pictures: they stand once.
#[cfg(feature = "traditional")]
#[test]
fn a_further_language_shows_the_same_pictures_with_its_own_words() {
    let photo = "  - { file: field.jpg, alt: 一块农田, credit: 东莞日报 }\n";
    let project = project(photo, "![农业](photo:field)\n", &[("field.jpg", jpeg(&hills(300, 200)))]);
    let site = project.text("content/site.yaml");
    assert!(site.contains("languages: [zh-Hans]"), "{site}");
    project.put("content/site.yaml", site.replace("languages: [zh-Hans]", "languages: [zh-Hans, zh-Hant]"));
    project.run(&["build"]).exit(0);
    let (name, _) = &pictures(&project)["field-300"];
    let page = project.text("output/zh-Hant/stories/zhang-village/index.html");
    assert!(page.contains(&format!("<img src=\"../../../stories/zhang-village/{name}\"")), "{page}");
    assert!(page.contains("alt=\"農業\"") && page.contains("攝影：東莞日報"), "{page}");
    let list = project.text("output/zh-Hant/stories/index.html");
    assert!(list.contains(&format!("src=\"../../stories/zhang-village/{name}\"")), "{list}");
    assert!(list.contains("alt=\"一塊農田\""), "{list}");
    assert!(!project.path(&format!("output/zh-Hant/stories/zhang-village/{name}")).exists());
}
