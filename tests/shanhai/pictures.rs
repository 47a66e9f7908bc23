//! Pictures drawn for tests, as cameras and programs would write them.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage};

/// Hills under a sky, with a little noise: red at the top left, blue at the bottom right.
pub fn hills(width: u32, height: u32) -> DynamicImage {
    let mut noise = 1_u32;
    DynamicImage::from(RgbImage::from_fn(width, height, |x, y| {
        noise ^= noise << 13;
        noise ^= noise >> 17;
        noise ^= noise << 5;
        let grain = (noise >> 29) as u8;
        let share = |at: u32, of: u32| u8::try_from(at * 200 / of.max(1)).unwrap();
        Rgb([220 - share(x, width) + grain, 60 + grain, 20 + share(y, height) + grain])
    }))
}

/// A disc on nothing.
pub fn disc(size: u32) -> DynamicImage {
    DynamicImage::from(RgbaImage::from_fn(size, size, |x, y| {
        let from_middle = |at: u32| (f64::from(at) - f64::from(size) / 2.0).powi(2);
        let inside = from_middle(x) + from_middle(y) < (f64::from(size) / 3.0).powi(2);
        if inside { Rgba([250, 250, 250, 255]) } else { Rgba([0, 0, 0, 0]) }
    }))
}

pub fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, 90)).unwrap();
    out
}

pub fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut out)).unwrap();
    out
}

pub fn webp(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_with_encoder(WebPEncoder::new_lossless(&mut out)).unwrap();
    out
}

/// Words that a camera or a program leaves in a file; none of them may reach the site.
pub const TRACES: [&str; 5] = ["Exif", "SecretCam", "adobe.com/xap", "left by a program", "Photoshop 3.0"];

/// What a telephone writes: how it was held, its maker, where it was, and what programs added.
pub fn as_from_a_telephone(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    let mut segment = |marker: u8, bytes: &[u8]| {
        out.extend([0xff, marker]);
        out.extend(u16::try_from(bytes.len() + 2).unwrap().to_be_bytes());
        out.extend(bytes);
    };
    segment(0xe1, &[b"Exif\0\0", tiff(orientation).as_slice()].concat());
    segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>exif:GPSLatitude</x:xmpmeta>");
    segment(0xed, b"Photoshop 3.0\0 8BIM");
    segment(0xfe, b"left by a program");
    out.extend(&jpeg[2..]);
    out
}

/// A block of Exif: orientation, maker, and a place on Earth.
fn tiff(orientation: u16) -> Vec<u8> {
    let mut out = b"II\x2a\0\x08\0\0\0".to_vec();
    let entry = |out: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value);
    };
    let (gps, maker) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 2 * 12 + 4 + 24);
    out.extend(3_u16.to_le_bytes());
    entry(&mut out, 0x010f, 2, 10, u32::to_le_bytes(maker));
    entry(&mut out, 0x0112, 3, 1, u32::to_le_bytes(orientation.into()));
    entry(&mut out, 0x8825, 4, 1, u32::to_le_bytes(gps));
    out.extend([0; 4]);
    assert_eq!(out.len(), gps as usize);
    out.extend(2_u16.to_le_bytes());
    entry(&mut out, 1, 2, 2, *b"N\0\0\0");
    entry(&mut out, 2, 5, 3, u32::to_le_bytes(gps + 2 + 2 * 12 + 4));
    out.extend([0; 4]);
    for number in [27_u32, 1, 20, 1, 4412, 100] {
        out.extend(number.to_le_bytes());
    }
    assert_eq!(out.len(), maker as usize);
    out.extend(b"SecretCam\0");
    out
}

/// The same file, saying that it is a picture of this size.
pub fn claiming(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut out = jpeg.to_vec();
    let frame = out.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    out[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    out[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    out
}

/// The markers of a JPEG file up to its pixels, or the names of a PNG file's chunks.
pub fn parts(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    if bytes.starts_with(b"\x89PNG") {
        let mut at = 8;
        while at < bytes.len() {
            let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
            names.push(String::from_utf8(bytes[at + 4..at + 8].to_vec()).unwrap());
            at += length + 12;
        }
    } else {
        let mut at = 2;
        while bytes[at + 1] != 0xda {
            names.push(format!("{:02x}", bytes[at + 1]));
            at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        }
    }
    names
}
