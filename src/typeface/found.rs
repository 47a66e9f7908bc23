//! Installed fonts, by the name table of a font file. Only the tables of names are read:
//! a folder of Chinese faces is hundreds of megabytes.

use std::path::{Path, PathBuf};

/// The most faces looked at in one collection.
const MOST_FACES: u32 = 64;
/// The most tables of one face.
const MOST_TABLES: u16 = 256;
/// The largest table of names that is read, in bytes.
const LARGEST_NAMES: u32 = 1 << 20;
/// Family, full name, PostScript name, typographic family.
const NAMES: [u16; 4] = [1, 4, 6, 16];

/// A face of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its file.
    pub path: PathBuf,
    /// Its place in the file, if that is a collection; otherwise 0.
    pub index: u32,
    names: Vec<String>,
}

impl Found {
    /// The faces in a file. `part` reads some bytes of it, from a place and so many; none if it is
    /// shorter. A file that is not a font has none.
    pub fn read(path: &Path, mut part: impl FnMut(u64, usize) -> Option<Vec<u8>>) -> Vec<Self> {
        starts(&mut part)
            .into_iter()
            .zip(0..)
            .filter_map(|(start, index)| {
                let names = names(start, &mut part)?;
                Some(Self { path: path.to_owned(), index, names })
            })
            .collect()
    }

    /// True if one of its names is this one; capitals do not matter.
    pub fn is(&self, name: &str) -> bool {
        self.names().any(|own| own.eq_ignore_ascii_case(name))
    }

    /// Its names, in whatever languages it has them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// Where each face of a file begins.
fn starts(part: &mut impl FnMut(u64, usize) -> Option<Vec<u8>>) -> Vec<u64> {
    let Some(head) = part(0, 12) else { return Vec::new() };
    match head.get(..4) {
        Some(b"ttcf") => {
            let count = long(&head, 8).unwrap_or(0).min(MOST_FACES);
            let places = part(12, count as usize * 4).unwrap_or_default();
            (0..count as usize).filter_map(|at| long(&places, at * 4)).map(u64::from).collect()
        }
        Some([0, 1, 0, 0] | b"OTTO" | b"true") => vec![0],
        _ => Vec::new(),
    }
}

/// The names of the face that begins at a place.
fn names(start: u64, part: &mut impl FnMut(u64, usize) -> Option<Vec<u8>>) -> Option<Vec<String>> {
    let head = part(start, 12)?;
    let count = u16::from_be_bytes([*head.get(4)?, *head.get(5)?]).min(MOST_TABLES);
    let tables = part(start.checked_add(12)?, usize::from(count) * 16)?;
    let table = tables.chunks_exact(16).find(|table| table.starts_with(b"name"))?;
    let (from, length) = (long(table, 8)?, long(table, 12)?);
    let data = part(u64::from(from), length.min(LARGEST_NAMES) as usize)?;
    let names = ttf_parser::name::Table::parse(&data)?.names;
    let mut found: Vec<String> = names
        .into_iter()
        .filter(|name| NAMES.contains(&name.name_id))
        .filter_map(|name| name.to_string())
        .collect();
    found.sort();
    found.dedup();
    Some(found)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<Found> {
        Found::read(Path::new("x"), |from, length| {
            let from = usize::try_from(from).ok()?;
            bytes.get(from..from.checked_add(length)?).map(<[u8]>::to_vec)
        })
    }

    /// A face that has nothing but names, beginning so far into its file.
    fn face(names: &[(u16, &str)], before: u32) -> Vec<u8> {
        let mut table = Vec::new();
        let mut texts = Vec::new();
        for word in [0, u16::try_from(names.len()).unwrap(), u16::try_from(6 + 12 * names.len()).unwrap()] {
            table.extend(word.to_be_bytes());
        }
        for (id, text) in names {
            let from = texts.len();
            texts.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
            for word in [3, 1, 0x409, usize::from(*id), texts.len() - from, from] {
                table.extend(u16::try_from(word).unwrap().to_be_bytes());
            }
        }
        table.extend(texts);
        let mut bytes = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        bytes.extend(b"name\0\0\0\0");
        bytes.extend((before + 28).to_be_bytes());
        bytes.extend(u32::try_from(table.len()).unwrap().to_be_bytes());
        bytes.extend(table);
        bytes
    }

    #[test]
    fn a_face_is_known_by_any_of_its_names() {
        let found = read(&face(&[(1, "仿宋_GB2312"), (4, "FangSong_GB2312"), (5, "Version 1")], 0));
        assert_eq!(found.len(), 1);
        assert!(found[0].is("fangsong_gb2312") && found[0].is("仿宋_GB2312"));
        assert!(!found[0].is("FangSong") && !found[0].is("Version 1"));
    }

    #[test]
    fn a_collection_has_several_faces() {
        let one = face(&[(1, "NSimSun")], 20);
        let second = 20 + u32::try_from(one.len()).unwrap();
        let mut bytes = b"ttcf\0\x01\0\0\0\0\0\x02".to_vec();
        bytes.extend(20_u32.to_be_bytes());
        bytes.extend(second.to_be_bytes());
        bytes.extend(&one);
        bytes.extend(face(&[(1, "SimSun")], second));
        let found = read(&bytes);
        assert_eq!(
            found.iter().map(|face| (face.index, face.is("SimSun"))).collect::<Vec<_>>(),
            [(0, false), (1, true)]
        );
    }

    #[test]
    fn what_is_no_font_has_no_faces() {
        let whole = face(&[(1, "SimSun")], 0);
        for bytes in
            [&b""[..], b"hello, this is no font", &whole[..30], b"ttcf\xff\xff\xff\xff\xff\xff\xff\xff"]
        {
            assert_eq!(read(bytes), []);
        }
    }
}
