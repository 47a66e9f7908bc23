//! Photos: validation of a camera's file, and the thumbnails and larger pictures that pages show (srcset).
//!
//! ```text
//! probe     bytes → size, kind, mark; or why it is no photo that we take
//! sizes     the widths in which a photo is shown
//! develop   the photos of a site → their pictures: upright, in sRGB, and nothing in them but pixels
//! ```
//!
//! A picture's name carries the photo's mark, which is made of the photo's bytes and of `limits::RECIPE`. A
//! picture of that name in the last site is therefore the one that would be made now, and is taken over.

mod colour;
mod develop;
mod fault;
mod limits;
mod probe;
mod sizes;
mod truncated;

pub use develop::{PhotoOrder, Picture, develop, look_through};
pub use fault::PhotoFault;
pub use limits::{LARGEST_FILE, MOST_PIXELS};
pub use probe::{Probe, probe};
pub use sizes::{ending, height_at, widths};

#[cfg(test)]
mod tests;
