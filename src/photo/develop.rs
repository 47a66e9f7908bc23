//! Decodes photos and resizes them: upright, in sRGB, metadata stripped; kept ones are taken from the cache.

use super::colour::to_srgb;
use super::fault::PhotoFault;
use super::probe::{Opened, lies_down, open};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::model::{Origin, PhotoKind};
use crate::tree::FileTree;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, Rgba};
use rayon::prelude::*;
use std::sync::Arc;

/// JPEG quality, 1 to 100: above it files grow and nobody sees why.
const QUALITY: u8 = 80;

/// A photo, and the pictures that are to be made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoOrder {
    /// The photo's path in the content.
    pub file: String,
    /// Whether they are JPEG or PNG.
    pub kind: PhotoKind,
    /// The pictures, smallest first.
    pub pictures: Vec<Picture>,
    /// Where the photo is named.
    pub origin: Origin,
}

/// A picture of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its path in the site, which carries the photo's mark.
    pub path: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Makes the pictures of all photos. `earlier` holds pictures of the last site: those whose path is the
/// same are taken over.
pub fn develop(orders: &[PhotoOrder], content: &FileTree, earlier: &FileTree) -> Outcome<FileTree> {
    let made: Vec<MadePictures> = orders
        .par_iter()
        .map(|order| {
            let known: Option<Vec<_>> = order
                .pictures
                .iter()
                .map(|one| Some((one.path.clone(), earlier.shared(&one.path)?)))
                .collect();
            known.map_or_else(|| pictures(order, content), Ok)
        })
        .collect();
    let mut files = FileTree::new();
    let mut found = Vec::new();
    for one in made {
        match one {
            // Two entries of one path are two of the same bytes: the mark says so.
            Ok(pictures) => pictures.into_iter().for_each(|(path, bytes)| drop(files.add(path, bytes))),
            Err(fault) => found.push(*fault),
        }
    }
    Outcome::judged(Some(files), found)
}

/// Decodes every photo and keeps nothing: what is wrong with them.
pub fn look_through(orders: &[PhotoOrder], content: &FileTree) -> Vec<Diagnostic> {
    orders.par_iter().filter_map(|order| decoded(order, content).err()).map(|fault| *fault).collect()
}

/// The pictures of a photo, each with its path.
type MadePictures = Result<Vec<(String, Arc<[u8]>)>, Box<Diagnostic>>;

fn pictures(order: &PhotoOrder, content: &FileTree) -> MadePictures {
    let photo = decoded(order, content)?;
    let mut made: Vec<(String, Arc<[u8]>)> = Vec::with_capacity(order.pictures.len());
    let mut larger: Option<DynamicImage> = None;
    // The largest first: each is made from the one before, which is much less to read than the photo.
    for picture in order.pictures.iter().rev() {
        let size = (picture.width, picture.height);
        let pixels = larger.map_or_else(|| photo.upright(size), |larger| resized(&larger, size));
        let bytes = encoded(&pixels, order.kind).ok_or_else(|| Box::new(broken(order)))?;
        made.push((picture.path.clone(), bytes.into()));
        larger = Some(pixels);
    }
    Ok(made)
}

fn decoded(order: &PhotoOrder, content: &FileTree) -> Result<Negative, Box<Diagnostic>> {
    let bytes = content.get(&order.file).unwrap_or_default();
    Negative::decode(bytes).map_err(|fault| Box::new(fault.at(order.origin.clone(), order.name())))
}

fn broken(order: &PhotoOrder) -> Diagnostic {
    PhotoFault::Broken.at(order.origin.clone(), order.name())
}

impl PhotoOrder {
    /// The name of the photo's file.
    fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or_default()
    }
}

/// A photo as the camera wrote it: perhaps lying on its side, perhaps in colours of its own.
struct Negative {
    pixels: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

impl Negative {
    fn decode(bytes: &[u8]) -> Result<Self, PhotoFault> {
        let Opened { mut decoder, .. } = open(bytes)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().ok().flatten();
        let pixels = DynamicImage::from_decoder(decoder).map_err(|_| PhotoFault::Broken)?;
        let colour = pixels.color();
        // Eight bits a colour: screens show no more, and JPEG holds no more.
        let pixels = match (colour.has_alpha(), colour.has_color()) {
            (true, _) => DynamicImage::from(pixels.into_rgba8()),
            (false, true) => DynamicImage::from(pixels.into_rgb8()),
            (false, false) => DynamicImage::from(pixels.into_luma8()),
        };
        Ok(Self { pixels, orientation, profile })
    }

    /// The photo in a size, upright and in sRGB. It is turned and coloured when it is small.
    fn upright(&self, (width, height): (u32, u32)) -> DynamicImage {
        let lying = if lies_down(self.orientation) { (height, width) } else { (width, height) };
        let mut picture = resized(&self.pixels, lying);
        picture.apply_orientation(self.orientation);
        if let Some(profile) = &self.profile {
            to_srgb(&mut picture, profile);
        }
        picture
    }
}

/// A picture in another size. What one can see through counts for less, so that no edge gets a rim.
fn resized(picture: &DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    let smaller = |picture: &DynamicImage| picture.resize_exact(width, height, FilterType::Lanczos3);
    let DynamicImage::ImageRgba8(pixels) = picture else { return smaller(picture) };
    let mut weighted = pixels.clone();
    for Rgba([colours @ .., alpha]) in weighted.pixels_mut() {
        let alpha = u32::from(*alpha);
        for colour in colours {
            *colour = byte((u32::from(*colour) * alpha + 127) / 255);
        }
    }
    let mut small = smaller(&weighted.into()).into_rgba8();
    for Rgba([colours @ .., alpha]) in small.pixels_mut() {
        let alpha = u32::from(*alpha).max(1);
        for colour in colours {
            *colour = byte((u32::from(*colour) * 255 + alpha / 2) / alpha);
        }
    }
    small.into()
}

/// The nearest value that a colour can have.
fn byte(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

/// The file of a picture: the encoders are given pixels and nothing else, so that nothing else is in it.
fn encoded(picture: &DynamicImage, kind: PhotoKind) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    match kind {
        PhotoKind::Photograph => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)),
        PhotoKind::Drawing => picture.write_with_encoder(PngEncoder::new_with_quality(
            &mut out,
            CompressionType::Default,
            PngFilter::Adaptive,
        )),
    }
    .ok()?;
    Some(out)
}
