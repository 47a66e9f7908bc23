//! Why an image file is rejected.

use crate::diagnostic::{Code, Diagnostic, Origin};

/// Why a file is no photo that we take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFault {
    /// It is no picture.
    NoPicture,
    /// It is a picture of another kind; its name.
    OtherPicture(&'static str),
    /// It ends too early.
    CutShort,
    /// It cannot be decoded.
    Broken,
    /// Its file is too large; bytes.
    LargeFile(usize),
    /// It has too many pixels; width and height.
    ManyPixels(u32, u32),
}

impl PhotoFault {
    /// The fault of a photo called `file`, at the place that names it.
    pub fn at(self, origin: Origin, file: &str) -> Diagnostic {
        let (code, message, hint) = match self {
            Self::NoPicture => {
                (Code::BadPhoto, format!("\"{file}\" is no picture"), "save it as JPEG, PNG or WebP")
            }
            Self::OtherPicture(name) => (
                Code::BadPhoto,
                format!("\"{file}\" is a {name} picture, whatever its name says"),
                "save it as JPEG, PNG or WebP",
            ),
            Self::CutShort => (
                Code::BadPhoto,
                format!("\"{file}\" ends too early: a part of the picture is missing"),
                "copy it again",
            ),
            Self::Broken => {
                (Code::BadPhoto, format!("\"{file}\" is broken: it cannot be decoded"), "copy it again")
            }
            Self::LargeFile(bytes) => (
                Code::TooLarge,
                format!(
                    "\"{file}\" has {} MB; {} MB are allowed",
                    bytes.div_ceil(1 << 20),
                    super::limits::LARGEST_FILE >> 20
                ),
                "make the picture smaller",
            ),
            Self::ManyPixels(width, height) => (
                Code::TooLarge,
                format!(
                    "\"{file}\" has {width} × {height} pixels; {} million in all are allowed",
                    super::limits::MOST_PIXELS / 1_000_000
                ),
                "make the picture smaller",
            ),
        };
        Diagnostic::new(code, origin, message).hint(hint)
    }
}
