//! Photos: validation of a camera's file, and the thumbnails and larger pictures that pages show (srcset).
//!
//! ```text
//! probe     bytes → size, kind, mark; or why it is no photo that we take
//! widths    the widths in which a photo is shown
//! develop   the photos of a site → their pictures: upright, in sRGB, and nothing in them but pixels
//! ```
//!
//! A picture's name carries the photo's mark, which is made of the photo's bytes and of [`RECIPE`]. A
//! picture of that name in the last site is therefore the one that would be made now, and is taken over.

mod colour;
mod develop;
mod fault;
mod probe;
mod truncated;

pub use develop::{PhotoOrder, Picture, develop, look_through};
pub use fault::PhotoFault;
pub use probe::{Probe, probe};

use crate::model::PhotoKind;

/// The most bytes of a photo's file.
pub const LARGEST_FILE: usize = 25 << 20;

/// The most pixels of a photo. Its header says how many there are before any is decoded.
pub const MOST_PIXELS: u64 = 40_000_000;

/// Names how pictures are made. Whoever changes their bytes (sizes, quality, a library) writes a new one,
/// or sites keep the pictures that they have: a test holds the two together.
const RECIPE: &str = "2: lanczos3, srgb, jpeg 80, png";

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

#[cfg(test)]
mod tests;
