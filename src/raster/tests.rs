//! What a picture promises: the same bytes, no empty boxes, nothing outside it.

use super::*;

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
    assert_eq!(fault, Fault::Missing(vec!['ↀ', '𪚥']));
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
    assert!(matches!(png("no drawing", 100, &faces()), Err(Fault::Drawing(_))));
    assert_eq!(png(&words("a"), 0, &faces()), Err(Fault::Size));
    assert_eq!(png(&words("a"), 100_000, &faces()), Err(Fault::Size));
}
