//! The embedded fonts (WOFF2): packed in the program, and unpacked once when one is first asked for.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// A face that the program carries; `faces/README.md` says where each is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Carried {
    /// Noto Serif SC, 400.
    Serif,
    /// Noto Serif SC, 700.
    SerifBold,
    /// Noto Sans SC, 400.
    Sans,
    /// Shanhai Kai, 400.
    Kai,
    /// Shanhai Kai, 300.
    KaiLight,
}

/// A carried face that cannot be unpacked: the program's file is damaged, or it was built without faces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The face.
    pub face: Carried,
    /// Why, in words.
    pub why: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the carried face {} cannot be used: {}", self.face, self.why)
    }
}

impl std::error::Error for Unreadable {}

impl fmt::Display for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = match self.weight() {
            300 => " Light",
            700 => " Bold",
            _ => "",
        };
        write!(f, "{}{weight}", self.family())
    }
}

impl Carried {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Serif, Self::SerifBold, Self::Sans, Self::Kai, Self::KaiLight];

    /// True if this program was built with the feature `faces`.
    pub const PRESENT: bool = cfg!(feature = "faces");

    /// The family, as the file names itself.
    pub fn family(self) -> &'static str {
        match self {
            Self::Serif | Self::SerifBold => "Noto Serif SC",
            Self::Sans => "Noto Sans SC",
            Self::Kai | Self::KaiLight => "Shanhai Kai",
        }
    }

    /// The weight, from 100 to 900.
    pub fn weight(self) -> u16 {
        match self {
            Self::Serif | Self::Sans | Self::Kai => 400,
            Self::SerifBold => 700,
            Self::KaiLight => 300,
        }
    }

    /// The face as a TrueType file. The first call for each takes some tens of milliseconds.
    ///
    /// # Errors
    /// [`Unreadable`], in a program built without faces always.
    pub fn truetype(self) -> Result<Arc<Vec<u8>>, Unreadable> {
        static UNPACKED: [OnceLock<Result<Arc<Vec<u8>>, String>>; 5] = [const { OnceLock::new() }; 5];
        UNPACKED[self as usize]
            .get_or_init(|| unpack(self).map(Arc::new))
            .clone()
            .map_err(|why| Unreadable { face: self, why })
    }
}

#[cfg(feature = "faces")]
fn unpack(face: Carried) -> Result<Vec<u8>, String> {
    let packed: &[u8] = match face {
        Carried::Serif => include_bytes!("faces/noto-serif-sc/NotoSerifSC-Regular.woff2"),
        Carried::SerifBold => include_bytes!("faces/noto-serif-sc/NotoSerifSC-Bold.woff2"),
        Carried::Sans => include_bytes!("faces/noto-sans-sc/NotoSansSC-Regular.woff2"),
        Carried::Kai => include_bytes!("faces/shanhai-kai/ShanhaiKai-Regular.woff2"),
        Carried::KaiLight => include_bytes!("faces/shanhai-kai/ShanhaiKai-Light.woff2"),
    };
    wuff::decompress_woff2(packed).map_err(|error| format!("{error:?}"))
}

#[cfg(not(feature = "faces"))]
fn unpack(_: Carried) -> Result<Vec<u8>, String> {
    Err("this program was built without faces".to_owned())
}

#[cfg(all(test, feature = "faces"))]
mod tests {
    use super::*;
    use crate::typeface::Found;

    /// What a name in a report may be written with: common and rare, simplified and traditional.
    const NAMES: &str =
        "东莞昭通堃喆淼昇裏裡東協臺灣國ABCabc0189，。：；？！（）《》「」“”…—·％≥≤≈×±→℃①②③　é";

    #[test]
    fn every_face_unpacks_and_writes_names() {
        for face in Carried::ALL {
            let data = face.truetype().expect("the face unpacks");
            let parsed = ttf_parser::Face::parse(&data, 0).expect("it is TrueType");
            for c in NAMES.chars() {
                assert!(parsed.glyph_index(c).is_some(), "{face} lacks {c}");
            }
            assert_eq!(parsed.weight().to_number(), face.weight(), "{face}");
        }
    }

    #[test]
    fn faces_call_themselves_what_we_call_them() {
        for face in Carried::ALL {
            let data = face.truetype().expect("the face unpacks");
            let found = Found::read(std::path::Path::new("x.ttf"), |from, length| {
                let from = usize::try_from(from).ok()?;
                data.get(from..from.checked_add(length)?).map(<[u8]>::to_vec)
            });
            assert_eq!(found.len(), 1);
            assert!(found[0].is(face.family()), "{found:?}");
            assert!(
                !found[0].names().any(|name| name.contains("LXGW") || name.contains("霞鹜")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_face_is_unpacked_once() {
        let one = Carried::Kai.truetype().expect("the face unpacks");
        assert!(Arc::ptr_eq(&one, &Carried::Kai.truetype().expect("the face unpacks")));
    }
}
