//! What a printed page asks of a face, in the terms of its trade.

use super::Carried;

/// The part that a face plays on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 小标宋: titles.
    XiaoBiaoSong,
    /// 宋: page numbers, tables.
    Song,
    /// 仿宋: the body.
    FangSong,
    /// 楷: headings of the second level.
    Kai,
    /// 黑: headings of the first level.
    Hei,
}

impl Role {
    /// All roles, from the title down.
    pub const ALL: [Self; 5] = [Self::XiaoBiaoSong, Self::Song, Self::FangSong, Self::Kai, Self::Hei];

    /// The name in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::XiaoBiaoSong => "xiaobiaosong",
            Self::Song => "song",
            Self::FangSong => "fangsong",
            Self::Kai => "kai",
            Self::Hei => "hei",
        }
    }

    /// The name that typesetters use.
    pub fn title(self) -> &'static str {
        match self {
            Self::XiaoBiaoSong => "小标宋",
            Self::Song => "宋",
            Self::FangSong => "仿宋",
            Self::Kai => "楷",
            Self::Hei => "黑",
        }
    }

    /// The faces of a machine that serve it better than the carried one, best first.
    pub fn wanted(self) -> &'static [&'static str] {
        match self {
            Self::XiaoBiaoSong => &["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
            Self::Song => &["SimSun", "STSong"],
            Self::FangSong => &[
                "FangSong_GB2312",
                "FangSong",
                "STFangsong",
                "Zhuque Fangsong",
                "Zhuque Fangsong (technical preview)",
                "FandolFang",
                "FandolFang R",
            ],
            Self::Kai => &["KaiTi_GB2312", "KaiTi", "STKaiti"],
            Self::Hei => &["SimHei", "STHeiti"],
        }
    }

    /// The face that the program carries for it.
    pub fn carried(self) -> Carried {
        match self {
            Self::XiaoBiaoSong => Carried::SerifBold,
            Self::Song => Carried::Serif,
            Self::FangSong => Carried::KaiLight,
            Self::Kai => Carried::Kai,
            Self::Hei => Carried::Sans,
        }
    }
}
