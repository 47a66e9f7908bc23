//! Fonts of a page by role, with fallback: those handed in for it, and behind them the carried ones, so that a
//! character which a font of the machine lacks is still set.

use crate::brief::FaceFile;
use crate::typeface::{Carried, Role, Unreadable};
use std::collections::BTreeMap;
use std::sync::Arc;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// All faces that a PDF is set with.
#[derive(Debug)]
pub struct PdfFaces {
    fonts: Vec<Font>,
    /// The families of each role, best first.
    roles: BTreeMap<&'static str, Vec<String>>,
}

/// Shared bytes of a file.
struct SharedBytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl PdfFaces {
    /// The carried faces behind some of the machine. A file that is no face, or that does not name a family, is
    /// left out.
    ///
    /// # Errors
    /// If a carried face cannot be unpacked.
    pub fn new(machine: &[FaceFile]) -> Result<Self, Unreadable> {
        let mut fonts = Vec::new();
        let mut roles: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        for file in machine {
            let data = Bytes::new(SharedBytes(Arc::clone(&file.data)));
            let Some(font) = Font::new(data, file.index) else { continue };
            roles.entry(file.role.as_str()).or_default().push(font.info().family.clone());
            fonts.push(font);
        }
        for face in Carried::ALL {
            let data = Bytes::new(SharedBytes(face.truetype()?));
            fonts.extend(Font::iter(data));
        }
        for role in Role::ALL {
            let families = roles.entry(role.as_str()).or_default();
            let rest = [role.carried(), Carried::Serif, Carried::Sans, Carried::Kai];
            for family in rest.map(|face| face.family().to_owned()) {
                if !families.contains(&family) {
                    families.push(family);
                }
            }
        }
        Ok(Self { fonts, roles })
    }

    /// The book in which Typst looks families up.
    pub(super) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.fonts)
    }

    /// A face by its place in the book.
    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// The families of each role.
    pub(super) fn roles(&self) -> &BTreeMap<&'static str, Vec<String>> {
        &self.roles
    }

    /// True if any face has a glyph for a character.
    pub(super) fn have(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}
