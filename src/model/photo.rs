//! Photos beside a story.

use super::{Origin, PhotoId, Text};

/// A photo beside a story.
#[derive(Debug, Clone)]
pub struct Photo {
    /// The name of its file without the ending.
    pub id: PhotoId,
    /// Its path in the content.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: Text,
    /// What stands under it.
    pub caption: Option<Text>,
    /// Who took it, or whose it is.
    pub credit: Text,
    /// Whether it is shown as a photograph or as a drawing.
    pub kind: PhotoKind,
    /// Its width in pixels, as one sees it: upright.
    pub width: u32,
    /// Its height in pixels, as one sees it: upright.
    pub height: u32,
    /// A few letters that stand for its bytes: another photo under the same name has others.
    pub mark: String,
    /// Where it is named.
    pub origin: Origin,
}

/// How a photo's pictures are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoKind {
    /// With the small losses that nobody sees in a photograph.
    Photograph,
    /// Without loss: flat colours, letters, what one can see through.
    Drawing,
}
