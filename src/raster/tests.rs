//! What a picture promises: the same bytes, no empty boxes, nothing outside it.

use super::*;
use crate::chart::{Card, CardPicture, ChartSpec, Columns, Plot, Share, Status, card};

fn words(text: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><text x=\"10\" y=\"50\" \
         font-size=\"20\">{text}</text></svg>"
    )
}

fn faces() -> Faces {
    Faces::load().expect("the faces unpack")
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    let svg = words("东莞—昭通 2019年");
    let one = png(&svg, 400, &faces()).expect("a picture");
    assert_eq!(one, png(&svg, 400, &faces()).expect("a picture"));
    let info = png::Decoder::new(std::io::Cursor::new(&one)).read_info().expect("a PNG").info().clone();
    assert_eq!((info.width, info.height), (400, 200));
}

#[test]
fn a_character_that_no_face_has_is_named() {
    let fault = png(&words("山𪚥海ↀ"), 400, &faces()).expect_err("no face has them");
    assert_eq!(fault, RasterFault::Missing(vec!['ↀ', '𪚥']));
    assert_eq!(fault.to_string(), "no face has \"ↀ\" (U+2180), \"𪚥\" (U+2A6A5)");
}

#[test]
fn invisible_characters_are_not_missing() {
    png(&words("a\u{200b}b\u{2009}c\u{3000}d\u{feff}"), 400, &faces()).expect("a picture");
}

#[test]
fn a_picture_tells_which_drawing_it_is_of() {
    let svg = words("海");
    let picture = png(&svg, 100, &faces()).expect("a picture");
    assert!(is_of(&picture, &svg, 100));
    assert!(!is_of(&picture, &words("山"), 100) && !is_of(&picture, &svg, 200));
    assert!(!is_of(b"no picture", &svg, 100));
}

#[test]
fn nothing_outside_a_drawing_is_read() {
    let with = |href: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             viewBox=\"0 0 10 10\"><image width=\"10\" height=\"10\" xlink:href=\"{href}\"/></svg>"
        );
        let picture = png(&svg, 10, &faces()).expect("a picture");
        let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut pixels).expect("pixels");
        pixels
    };
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/theme/favicon.svg");
    assert!(with(own).iter().all(|byte| *byte == 255));
}

#[test]
fn odd_drawings_and_sizes_are_faults() {
    assert!(matches!(png("no drawing", 100, &faces()), Err(RasterFault::Drawing(_))));
    assert_eq!(png(&words("a"), 0, &faces()), Err(RasterFault::Size));
    assert_eq!(png(&words("a"), 100_000, &faces()), Err(RasterFault::Size));
}

/// The words of a drawing and where they come to stand in the real faces: the height of a face has room
/// above and below its characters, which may overlap.
fn boxes(group: &usvg::Group, found: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => boxes(inner, found),
            usvg::Node::Text(text) => {
                let words: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
                let whole = text.abs_bounding_box();
                let spare = whole.height() * 0.15;
                let ink = usvg::Rect::from_ltrb(
                    whole.left(),
                    whole.top() + spare,
                    whole.right(),
                    whole.bottom() - spare,
                );
                found.push((words, ink.expect("a box")));
            }
            _ => {}
        }
    }
}

/// Lines are broken by widths that no font was read for; here the fonts are asked.
#[test]
fn the_words_of_a_card_stay_in_it_and_apart_in_the_real_faces() {
    let titles = [
        "梅西村的冬瓜",
        "县均财政援助标准：2018年、2020年不可比，2019年证实达到",
        "得到后续帮扶的易地扶贫搬迁集中安置示范点个数与覆盖人口：有数，但都与目标不可比，因此既不能说达到也不能说没有达到",
        "Vocational students recruited from Zhaotong: 2018 and 2019 cannot be judged; 2020 stands at 63%",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "",
    ];
    let shares: Vec<Share> = [Status::Met, Status::Missed, Status::Undetermined, Status::NoData]
        .map(|status| Share {
            status, count: 12, label: "12项无法判定也无法比较的目标".to_owned()
        })
        .to_vec();
    let tiles = ChartSpec {
        id: "t".to_owned(),
        lang: "zh-Hans".to_owned(),
        title: String::new(),
        subtitle: String::new(),
        aria: String::new(),
        key: Vec::new(),
        notes: Vec::new(),
        source: String::new(),
        plot: Plot::Columns(Columns { columns: Vec::new(), no_data: "无数据".to_owned() }),
    };
    let pictures = [CardPicture::None, CardPicture::Shares(shares), CardPicture::Chart(Box::new(tiles))];
    let faces = faces();
    let options = usvg::Options { fontdb: Arc::clone(faces.database()), ..usvg::Options::default() };
    for (title, picture) in titles.iter().flat_map(|title| pictures.iter().map(move |one| (title, one))) {
        let spec = Card {
            lang: "zh-Hans".to_owned(),
            site: "山海之约：一个名字很长很长很长很长很长很长很长的站点".to_owned(),
            title: (*title).to_owned(),
            aside: "期间累计，东莞—昭通（含所辖各县区以及对口的各镇街），单位：万元".to_owned(),
            text: "贫困村与一家养鸽的龙头企业签约，有分红，也有一座投产的加工厂。".repeat(3),
            picture: picture.clone(),
        };
        let svg = card(&spec);
        assert_eq!(svg, card(&spec));
        let tree = Tree::from_str(&svg, &options).expect("an SVG");
        let mut found = Vec::new();
        boxes(tree.root(), &mut found);
        assert!(found.iter().any(|(words, _)| words.starts_with("山海之约")), "{title}");
        for (at, (words, place)) in found.iter().enumerate() {
            assert!(
                place.left() >= 0.0
                    && place.right() <= 1200.0
                    && place.top() >= 0.0
                    && place.bottom() <= 630.0,
                "{words} at {place:?}"
            );
            for (other, beside) in &found[..at] {
                let apart = place.left() >= beside.right()
                    || place.right() <= beside.left()
                    || place.top() >= beside.bottom()
                    || place.bottom() <= beside.top();
                assert!(apart, "{words} {place:?} and {other} {beside:?}");
            }
        }
    }
}
