//! Text metrics: how wide a line will be, estimated without reading a font.
//!
//! Advances are thousandths of an em as in Noto Sans CJK; every wide character is one em.
//! Other fonts differ by a few percent, which the layouts leave room for.

/// Advances of the characters from space to tilde.
const ASCII: [u16; 95] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555,
    555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293,
    535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555,
    559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468,
    377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];

/// Whether a character takes a whole em: East Asian characters, and the punctuation and
/// signs that their fonts draw as wide.
pub(super) fn is_wide(c: char) -> bool {
    let east_asian = matches!(u32::from(c),
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f
        | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f000..=0x1faff | 0x20000..=0x3fffd);
    let drawn_wide = matches!(
        c,
        '‘' | '’' | '“' | '”' | '…' | '—' | '·' | '≥' | '≤' | '≈' | '×' | '±' | '→' | '←' | '①'..='⑳'
    );
    east_asian || drawn_wide
}

fn thousandths(c: char) -> u32 {
    match c {
        ' '..='~' => u32::from(ASCII[c as usize - 32]),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2009}' | '\u{202f}' => 200,
        '\u{a0}' | '\u{2007}' => 278,
        c if is_wide(c) => 1000,
        '\u{0}'..='\u{24f}' => 600,
        // Scripts the table does not know: rather too wide than too narrow.
        _ => 800,
    }
}

/// The advance of one character at `size`; bold type is a little wider where it is narrow.
pub(super) fn of_char(c: char, size: f64, bold: bool) -> f64 {
    let plain = f64::from(thousandths(c)) * size / 1000.0;
    if bold && !is_wide(c) { plain * 1.05 } else { plain }
}

/// The width of a line at `size`, in the unit of `size`.
pub(super) fn of(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|c| of_char(c, size, bold)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_one_em_each_and_digits_are_narrow() {
        assert!((of("无数据", 12.0, false) - 36.0).abs() < 1e-9);
        assert!((of("8,300", 10.0, false) - 24.98).abs() < 1e-9);
        assert!(of("8,300", 10.0, true) > of("8,300", 10.0, false));
    }

    #[test]
    fn combining_marks_take_no_room() {
        assert!((of("e\u{301}", 10.0, false) - of("e", 10.0, false)).abs() < 1e-9);
    }
}
