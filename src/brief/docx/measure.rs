//! Units and sizes of the page and of type. Lengths are twentieths of a point (twips; 1 mm = 56.69), sizes of type half points.

use super::lang::Script;

/// A4.
pub(super) const PAPER: (u32, u32) = (11906, 16838);

/// 37 mm above.
pub(super) const TOP: u32 = 2098;

/// 35 mm below, less 0.07: 22 lines of 29 points fill what is left exactly.
pub(super) const BOTTOM: u32 = 1980;

/// 28 mm at the binding.
pub(super) const INSIDE: u32 = 1587;

/// 26 mm.
pub(super) const OUTSIDE: u32 = 1474;

/// From the foot of the page number to that of the paper: its line begins 7 mm below the type.
pub(super) const FOOTER: u32 = 1180;

/// The width of the type area: 156 mm.
pub(super) const WIDTH: u32 = PAPER.0 - INSIDE - OUTSIDE;

/// 20 mm at either side of a sheet that lies across, for a table that needs the room.
pub(super) const BESIDE: u32 = 1134;

/// The width of the type area of such a sheet: 257 mm.
pub(super) const ACROSS: u32 = PAPER.1 - 2 * BESIDE;

/// The height of a line that nobody sees.
pub(super) const LINE: &str = "20";

/// One of 28 characters on a line.
pub(super) const CELL: u32 = WIDTH / 28;

/// What brings characters of 16 points 28 to a line.
pub(super) const TRACKING: i32 = -5;

/// The sizes of type, largest first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// The masthead, at most.
    pub masthead: u32,
    /// 2号: the title.
    pub title: u32,
    /// 3号: the text.
    pub body: u32,
    /// 4号: page number and imprint.
    pub four: u32,
    /// 小4: tables and captions.
    pub small: u32,
    /// 5号: notes.
    pub note: u32,
    /// From line to line.
    pub pitch: u32,
}

impl Sizes {
    /// Those of a script.
    pub(super) fn of(script: Script) -> Self {
        if script.is_chinese() {
            Self { masthead: 96, title: 44, body: 32, four: 28, small: 24, note: 21, pitch: 580 }
        } else {
            Self { masthead: 68, title: 36, body: 23, four: 22, small: 19, note: 17, pitch: 330 }
        }
    }
}

/// How wide words are, in hundredths of their size: a Chinese character is as wide as high, a letter about half.
pub(super) fn ems(words: &str) -> u32 {
    words
        .chars()
        .map(|c| {
            if c >= '\u{2e80}' || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…') {
                100
            } else {
                56
            }
        })
        .sum()
}
