//! Rasterizing: an SVG as PNG.
//!
//! Only the carried faces are used and nothing is read from anywhere, so that the same drawing gives the
//! same bytes on every machine. A character that no face has is a fault that names it; it is never drawn
//! as an empty box. Every picture carries the mark of the drawing it was made of, so that an earlier one
//! can be told to be still the same.

mod encode;
mod faces;
mod missing;

pub use encode::is_of;
pub use faces::Faces;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::fmt;
use std::sync::Arc;

/// The most pixels of a picture, on either side.
const LARGEST: u32 = 8192;

/// Why a drawing has no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RasterFault {
    /// No face has these characters.
    Missing(Vec<char>),
    /// The drawing is no SVG, in the words of who tried to read it.
    Drawing(String),
    /// The picture would have no pixels, or too many.
    Size,
    /// The picture could not be written out.
    Encoding(String),
}

impl fmt::Display for RasterFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(chars) => {
                let named: Vec<String> =
                    chars.iter().map(|c| format!("\"{c}\" (U+{:04X})", u32::from(*c))).collect();
                write!(f, "no face has {}", named.join(", "))
            }
            Self::Drawing(why) => write!(f, "the drawing cannot be read: {why}"),
            Self::Size => write!(f, "a picture has 1 to {LARGEST} pixels on each side"),
            Self::Encoding(why) => write!(f, "the picture cannot be written: {why}"),
        }
    }
}

impl std::error::Error for RasterFault {}

/// The PNG of a drawing, so many pixels wide and as high as the drawing asks, on white.
///
/// # Errors
/// [`RasterFault`]; a character that no face has is one.
pub fn png(svg: &str, width: u32, faces: &Faces) -> Result<Vec<u8>, RasterFault> {
    draw(svg, &read(svg, faces)?, width)
}

/// The same, narrower where it would be higher than so many pixels.
///
/// # Errors
/// [`RasterFault`].
pub fn png_within(svg: &str, (width, highest): (u32, u32), faces: &Faces) -> Result<Vec<u8>, RasterFault> {
    let tree = read(svg, faces)?;
    let (wide, high) = (tree.size().width(), tree.size().height());
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels are few, and a cast saturates"
    )]
    let narrow = (highest as f32 * wide / high).floor().max(1.0) as u32;
    draw(svg, &tree, width.min(narrow))
}

/// Looks whether a drawing can be read and has no character that no face has.
///
/// # Errors
/// [`RasterFault`].
pub fn legible(svg: &str, faces: &Faces) -> Result<(), RasterFault> {
    read(svg, faces).map(|_| ())
}

fn read(svg: &str, faces: &Faces) -> Result<Tree, RasterFault> {
    let options = usvg::Options {
        fontdb: Arc::clone(faces.database()),
        font_family: Faces::FAMILY.to_owned(),
        // Nothing outside the drawing is ever read.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| RasterFault::Drawing(error.to_string()))?;
    let missing = missing::in_group(tree.root());
    if missing.is_empty() { Ok(tree) } else { Err(RasterFault::Missing(missing.into_iter().collect())) }
}

fn draw(svg: &str, tree: &Tree, width: u32) -> Result<Vec<u8>, RasterFault> {
    let size = tree.size();
    #[allow(clippy::cast_precision_loss, reason = "a width in pixels is small")]
    let scale = width as f32 / size.width();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates; checked below"
    )]
    let height = (size.height() * scale).ceil() as u32;
    if width > LARGEST || height > LARGEST {
        return Err(RasterFault::Size);
    }
    let mut pixels = Pixmap::new(width, height).ok_or(RasterFault::Size)?;
    pixels.fill(Color::WHITE);
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    encode::png(&pixels, &encode::mark(svg, width)).map_err(|error| RasterFault::Encoding(error.to_string()))
}

#[cfg(test)]
mod tests;
