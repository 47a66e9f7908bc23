//! Fonts by role (w:rFonts), by the names that Word and WPS know; the reader's machine has to have them.

use super::lang::Script;
use crate::typeface::Role;
use crate::xml::Xml;

/// What words are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DocxFace {
    /// The face of a role; where the script is Latin, they are all one.
    Role(Role),
    /// The face of words in a Latin script, wherever they stand.
    Latin,
    /// Every letter as wide as the other.
    Code,
}

const LATIN: &str = "Times New Roman";
const CODE: &str = "Courier New";

/// The name of a role's face. The usual faces of government offices have no traditional characters; those
/// named here for them have.
fn name(role: Role, script: Script) -> &'static str {
    match (role, script) {
        (Role::XiaoBiaoSong, Script::Traditional) => "方正小标宋_GBK",
        (Role::XiaoBiaoSong, _) => "方正小标宋简体",
        (Role::Song, _) => "宋体",
        (Role::FangSong, Script::Traditional) => "仿宋",
        (Role::FangSong, _) => "仿宋_GB2312",
        (Role::Kai, Script::Traditional) => "楷体",
        (Role::Kai, _) => "楷体_GB2312",
        (Role::Hei, _) => "黑体",
    }
}

/// Names under which a machine may have the face, or the nearest to it.
fn others(name: &str) -> &'static str {
    match name {
        "方正小标宋_GBK" => "FZXiaoBiaoSong-B05",
        "方正小标宋简体" => "FZXiaoBiaoSong-B05S",
        "仿宋" => "FangSong,STFangsong",
        "仿宋_GB2312" => "FangSong_GB2312,仿宋,FangSong,STFangsong",
        "楷体" => "KaiTi,STKaiti",
        "楷体_GB2312" => "KaiTi_GB2312,楷体,KaiTi,STKaiti",
        "黑体" => "SimHei,STHeiti",
        _ => "SimSun,STSong",
    }
}

impl DocxFace {
    /// Writes the faces of a run, `w:rFonts`. In Chinese, digits and quotation marks too are of the role's face,
    /// so that all quotation marks come from one.
    pub(super) fn write(self, xml: &mut Xml, script: Script, foreign_chinese: bool) {
        let song = name(Role::Song, script);
        let (narrow, wide) = match self {
            Self::Role(role) if script != Script::Latin => (name(role, script), name(role, script)),
            Self::Role(_) | Self::Latin => (LATIN, song),
            Self::Code => (CODE, name(Role::Hei, script)),
        };
        let mut faces = Vec::with_capacity(5);
        if foreign_chinese {
            // Characters that both scripts have, such as quotation marks, belong to the Chinese words.
            faces.push(("w:hint", "eastAsia"));
        }
        faces.extend([("w:ascii", narrow), ("w:eastAsia", wide), ("w:hAnsi", narrow), ("w:cs", narrow)]);
        xml.empty("w:rFonts", &faces);
    }
}

/// The part that says what to take for a face that a machine has not.
pub(super) fn table(script: Script) -> Vec<u8> {
    let mut xml = Xml::exact();
    xml.open("w:fonts", &[("xmlns:w", super::namespaces::WORD)]);
    let mut names: Vec<&str> = match script {
        Script::Latin => vec![name(Role::Song, script), name(Role::Hei, script)],
        _ => Role::ALL.iter().map(|role| name(*role, script)).collect(),
    };
    names.sort_unstable();
    for name in names {
        xml.open("w:font", &[("w:name", name)]);
        xml.empty("w:altName", &[("w:val", others(name))]);
        xml.empty("w:charset", &[("w:val", "86")]);
        xml.empty("w:family", &[("w:val", if name == "宋体" { "auto" } else { "modern" })]);
        xml.empty("w:pitch", &[("w:val", "default")]);
        xml.close("w:font");
    }
    for (name, family, pitch) in [(LATIN, "roman", "variable"), (CODE, "modern", "fixed")] {
        xml.open("w:font", &[("w:name", name)]);
        xml.empty("w:charset", &[("w:val", "00")]);
        xml.empty("w:family", &[("w:val", family)]);
        xml.empty("w:pitch", &[("w:val", pitch)]);
        xml.close("w:font");
    }
    xml.close("w:fonts");
    xml.into_bytes()
}
