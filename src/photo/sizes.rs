//! The sizes and endings of a photo's pictures.

use crate::model::PhotoKind;

/// The widths in which photos are shown, in pixels.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The widths of a photo's pictures, smallest first: those that it fills, and its own where it is smaller
/// than the largest. Nothing is ever enlarged.
pub fn widths(width: u32) -> Vec<u32> {
    let largest = width.min(WIDTHS[WIDTHS.len() - 1]);
    WIDTHS.into_iter().filter(|one| *one < largest).chain([largest]).collect()
}

/// The height of a picture of a photo of this size, in pixels.
pub fn height_at(picture_width: u32, (width, height): (u32, u32)) -> u32 {
    let (at, wide, high) = (u64::from(picture_width), u64::from(width.max(1)), u64::from(height));
    u32::try_from(((high * at * 2 + wide) / (wide * 2)).max(1)).unwrap_or(u32::MAX)
}

/// The ending of the names of a photo's pictures.
pub fn ending(kind: PhotoKind) -> &'static str {
    match kind {
        PhotoKind::Photograph => "jpg",
        PhotoKind::Drawing => "png",
    }
}
