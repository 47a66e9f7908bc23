//! Pixels → PNG, with the mark of the drawing they come from.

use crate::digest::Digest;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;
use std::io::Cursor;

/// The keyword of the mark in a picture.
const KEYWORD: &str = "shanhai-drawing";

/// Counts up whenever the same drawing gives other pixels: another renderer, another face.
const MAKING: u32 = 1;

/// The mark of a drawing at a width: a digest of all that its picture depends on.
pub(super) fn mark(svg: &str, width: u32) -> String {
    let made_with = format!("{MAKING} {} {width}\n", env!("CARGO_PKG_VERSION"));
    Digest::of(made_with).and(svg).hex()
}

/// True if a picture was made of this drawing at this width, by this version.
pub fn is_of(picture: &[u8], svg: &str, width: u32) -> bool {
    let Ok(reader) = Decoder::new(Cursor::new(picture)).read_info() else { return false };
    let mark = mark(svg, width);
    reader.info().uncompressed_latin1_text.iter().any(|text| text.keyword == KEYWORD && text.text == mark)
}

/// Writes opaque pixels: with a palette if they have few colours.
pub(super) fn png(pixels: &Pixmap, mark: &str) -> Result<Vec<u8>, EncodingError> {
    let colours: Vec<u8> =
        pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::Adaptive);
    encoder.add_text_chunk(KEYWORD.to_owned(), mark.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(out)
}
