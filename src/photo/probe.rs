//! Probing a photo before it is decoded: format, dimensions and orientation from its header, within limits.

use super::fault::PhotoFault;
use super::limits::{LARGEST_FILE, MOST_PIXELS, RECIPE};
use super::truncated::{is_lossless_webp, is_whole};
use crate::digest::Digest;
use crate::model::PhotoKind;
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;

/// What is known of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Whether it is shown as a photograph or as a drawing.
    pub kind: PhotoKind,
    /// Its width as one sees it, upright, in pixels.
    pub width: u32,
    /// Its height as one sees it, upright, in pixels.
    pub height: u32,
    /// Eight hexadecimal digits that stand for its bytes and for how pictures are made of them.
    pub mark: String,
}

/// Looks at a photo's file: by what is in it, whatever its name ends in. No pixel is decoded.
///
/// # Errors
/// Why it is no photo that we take.
pub fn probe(bytes: &[u8]) -> Result<Probe, PhotoFault> {
    let Opened { format, mut decoder } = open(bytes)?;
    let (width, height) = decoder.dimensions();
    let kind = kind(format, decoder.color_type().has_alpha(), bytes, u64::from(width) * u64::from(height));
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = if lies_down(orientation) { (height, width) } else { (width, height) };
    Ok(Probe { kind, width, height, mark: mark(bytes) })
}

/// A photo whose header has been read and found fit to decode.
pub(super) struct Opened<D> {
    format: ImageFormat,
    pub decoder: D,
}

/// Reads the header; what it announces is held against the budgets before anything is decoded.
pub(super) fn open(bytes: &[u8]) -> Result<Opened<impl ImageDecoder + '_>, PhotoFault> {
    if bytes.len() > LARGEST_FILE {
        return Err(PhotoFault::LargeFile(bytes.len()));
    }
    let format = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => format,
        Ok(ImageFormat::Gif) => return Err(PhotoFault::OtherPicture("GIF")),
        Ok(ImageFormat::Tiff) => return Err(PhotoFault::OtherPicture("TIFF")),
        Ok(ImageFormat::Bmp) => return Err(PhotoFault::OtherPicture("BMP")),
        Ok(ImageFormat::Avif) => return Err(PhotoFault::OtherPicture("AVIF")),
        // What iPhones write.
        _ if bytes.get(4..11) == Some(b"ftyphei") => return Err(PhotoFault::OtherPicture("HEIC")),
        _ => return Err(PhotoFault::NoPicture),
    };
    let whole = is_whole(format, bytes);
    let fault = if whole { PhotoFault::Broken } else { PhotoFault::CutShort };
    let decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(|_| fault)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PhotoFault::ManyPixels(width, height));
    }
    if !whole || width == 0 || height == 0 {
        return Err(fault);
    }
    Ok(Opened { format, decoder })
}

/// True if the camera lay on its side, so that width and height change places.
pub(super) fn lies_down(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Photographs become JPEG; what JPEG would spoil stays without loss: what one can see through, and flat
/// drawings, which show by taking less than a byte for each pixel without any loss.
fn kind(format: ImageFormat, see_through: bool, bytes: &[u8], pixels: u64) -> PhotoKind {
    let lossless = match format {
        ImageFormat::Jpeg => false,
        ImageFormat::Png => true,
        _ => is_lossless_webp(bytes),
    };
    if see_through || (lossless && (bytes.len() as u64) < pixels) {
        PhotoKind::Drawing
    } else {
        PhotoKind::Photograph
    }
}

fn mark(bytes: &[u8]) -> String {
    Digest::of(RECIPE).and([0]).and(bytes).short(4)
}
