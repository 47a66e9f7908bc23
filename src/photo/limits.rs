//! What a photo may be at most, and the name of the way pictures are made of it.

/// The most bytes of a photo's file.
pub const LARGEST_FILE: usize = 25 << 20;

/// The most pixels of a photo. Its header says how many there are before any is decoded.
pub const MOST_PIXELS: u64 = 40_000_000;

/// Names how pictures are made. Whoever changes their bytes (sizes, quality, a library) writes a new one,
/// or sites keep the pictures that they have: a test holds the two together.
pub(super) const RECIPE: &str = "2: lanczos3, srgb, jpeg 80, png";
