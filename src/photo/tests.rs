use super::develop::{PhotoOrder, Picture, develop, look_through};
use super::limits::RECIPE;
use super::*;
use crate::model::{Origin, PhotoKind};
use crate::tree::FileTree;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder as _, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;
use sha2::{Digest as _, Sha256};

fn drawing(width: u32, height: u32) -> DynamicImage {
    let share = |at: u32, of: u32| u8::try_from(at * 255 / of).expect("below 256");
    let pixel = |x, y| Rgb([share(x, width), share(y, height), share(x + y, width + height)]);
    DynamicImage::from(RgbImage::from_fn(width, height, pixel))
}

fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, 90)).expect("encoded");
    out
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut out)).expect("encoded");
    out
}

fn webp(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(WebPEncoder::new_lossless(&mut out)).expect("encoded");
    out
}

/// One picture of a photo, as wide as asked for.
fn developed(bytes: &[u8], width: u32) -> Vec<u8> {
    let seen = probe(bytes).expect("a photo");
    let mut content = FileTree::new();
    content.add("a", bytes.to_vec()).expect("new");
    let height = height_at(width, (seen.width, seen.height));
    let order = PhotoOrder {
        file: "a".to_owned(),
        kind: seen.kind,
        pictures: vec![Picture { path: "b".to_owned(), width, height }],
        origin: Origin::file("a"),
    };
    assert_eq!(look_through(std::slice::from_ref(&order), &content), []);
    let files = develop(&[order], &content, &FileTree::new()).value.expect("developed");
    files.get("b").expect("made").to_vec()
}

#[test]
fn nothing_is_enlarged_and_the_largest_is_at_most_1600() {
    assert_eq!(widths(4000), [480, 960, 1600]);
    assert_eq!(widths(1600), [480, 960, 1600]);
    assert_eq!(widths(1200), [480, 960, 1200]);
    assert_eq!(widths(480), [480]);
    assert_eq!(widths(1), [1]);
    assert_eq!(height_at(480, (4000, 3000)), 360);
    assert_eq!(height_at(480, (4000, 3)), 1);
    assert_eq!(height_at(480, (961, 1000)), 499);
}

#[test]
fn photographs_and_drawings_are_told_apart() {
    let kind = |bytes: &[u8]| probe(bytes).expect("a photo").kind;
    assert_eq!(kind(&jpeg(&drawing(60, 40))), PhotoKind::Photograph);
    let flat = DynamicImage::from(RgbImage::from_pixel(200, 100, Rgb([1, 2, 3])));
    assert_eq!((kind(&png(&flat)), kind(&webp(&flat))), (PhotoKind::Drawing, PhotoKind::Drawing));
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(99, 99, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [red, green, blue, _] = state.to_be_bytes();
        Rgb([red, green, blue])
    });
    let noise = DynamicImage::from(noise);
    assert_eq!((kind(&png(&noise)), kind(&webp(&noise))), (PhotoKind::Photograph, PhotoKind::Photograph));
    assert_eq!(kind(&png(&DynamicImage::from(noise.to_rgba8()))), PhotoKind::Drawing);
}

#[test]
fn a_file_that_ends_too_early_is_found_whatever_it_is() {
    let picture = drawing(60, 40);
    for bytes in [jpeg(&picture), png(&picture), webp(&picture)] {
        assert!(probe(&bytes).is_ok());
        for missing in [1, 2, 20, bytes.len() / 2, bytes.len() - 16] {
            assert_eq!(probe(&bytes[..bytes.len() - missing]), Err(PhotoFault::CutShort), "{missing}");
        }
        // Telephones put more behind the picture.
        let more = [bytes.as_slice(), b"MotionPhoto"].concat();
        assert_eq!(probe(&more).map(|seen| (seen.width, seen.height)), Ok((60, 40)));
    }
    assert_eq!(probe(b""), Err(PhotoFault::NoPicture));
    assert_eq!(probe(b"\0\0\0\x18ftypheic\0\0\0\0"), Err(PhotoFault::OtherPicture("HEIC")));
}

#[test]
fn a_header_that_claims_too_much_is_refused_before_decoding() {
    let mut bytes = jpeg(&drawing(8, 8));
    let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).expect("a frame");
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x1f, 0x40, 0x1f, 0x40]);
    assert_eq!(probe(&bytes), Err(PhotoFault::ManyPixels(8000, 8000)));
    assert_eq!(probe(&vec![0; LARGEST_FILE + 1]), Err(PhotoFault::LargeFile(LARGEST_FILE + 1)));
}

/// A red of Display P3, as telephones write it, is a stronger red than sRGB has.
#[test]
fn colours_of_another_profile_become_srgb() {
    let picture = RgbImage::from_pixel(16, 16, Rgb([200, 100, 100]));
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 100);
    encoder.set_icc_profile(ColorProfile::new_display_p3().encode().expect("a profile")).expect("taken");
    encoder.encode_image(&picture).expect("encoded");
    let near = |bytes: &[u8], wanted: [u8; 3]| {
        let [red, green, blue] =
            image::load_from_memory(bytes).expect("a picture").to_rgb8().get_pixel(8, 8).0;
        [red, green, blue].iter().zip(wanted).all(|(is, wanted)| is.abs_diff(wanted) < 6)
            || panic!("{red} {green} {blue}")
    };
    assert!(near(&developed(&bytes, 16), [215, 93, 97]));
    assert!(near(&developed(&jpeg(&DynamicImage::from(picture)), 16), [200, 100, 100]));
}

/// What one can see through is black in the file, and none of its black is in the picture.
#[test]
fn what_one_can_see_through_leaves_no_rim() {
    let sheet = |x, _| if x < 330 { Rgba([250, 240, 230, 255]) } else { Rgba([0, 0, 0, 0]) };
    let bytes = png(&DynamicImage::from(RgbaImage::from_fn(1000, 400, sheet)));
    for width in [100, 600] {
        let made = image::load_from_memory(&developed(&bytes, width)).expect("a picture").to_rgba8();
        let half = made.pixels().filter(|pixel| (1..255).contains(&pixel.0[3])).count();
        assert!(half > 0, "the edge falls into a pixel");
        for Rgba([red, green, blue, alpha]) in made.pixels().filter(|pixel| pixel.0[3] > 20) {
            let off = red.abs_diff(250).max(green.abs_diff(240)).max(blue.abs_diff(230));
            assert!(off < 15, "{red} {green} {blue}, {alpha} of 255");
        }
    }
}

/// Should this fail, pictures have other bytes than before: write a new [`RECIPE`], then the new digest.
#[test]
fn the_recipe_names_these_bytes() {
    let digest = |bytes: &[u8]| {
        let made = Sha256::digest(developed(bytes, 40));
        u32::from_be_bytes([made[0], made[1], made[2], made[3]])
    };
    let picture = drawing(120, 80);
    let made = (RECIPE, digest(&jpeg(&picture)), digest(&png(&picture)));
    assert_eq!(made, ("2: lanczos3, srgb, jpeg 80, png", 0x87c8_d16c, 0x80cf_e0bd));
}
