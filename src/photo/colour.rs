//! Colour management: from the photo's ICC profile to sRGB, which is what a picture without a profile is
//! taken for.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Turns a picture's colours into sRGB. A profile that cannot be read, or is made for another number of
/// colours (one for print: the decoder has made RGB of it already), changes nothing.
pub(super) fn to_srgb(picture: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    let (layout, space) = match picture {
        DynamicImage::ImageRgb8(_) => (Layout::Rgb, DataColorSpace::Rgb),
        DynamicImage::ImageRgba8(_) => (Layout::Rgba, DataColorSpace::Rgb),
        // Grey stays grey: its profiles say no more than how dark it is.
        _ => return,
    };
    if profile.color_space != space {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default())
    else {
        return;
    };
    let before = picture.as_bytes().to_vec();
    let pixels: &mut [u8] = match picture {
        DynamicImage::ImageRgb8(pixels) => pixels,
        DynamicImage::ImageRgba8(pixels) => pixels,
        _ => return,
    };
    if transform.transform(&before, pixels).is_err() {
        pixels.copy_from_slice(&before);
    }
}
