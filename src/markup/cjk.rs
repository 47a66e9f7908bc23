//! Which characters count as Chinese, Japanese or Korean.
//!
//! Used where words stand together without spaces: emphasis beside such a character, and a
//! line break between two of them. The set is that of the CJK-friendly amendment to
//! `CommonMark` (wide and full-width characters that are not emoji, and Hangul), by whole
//! blocks; unassigned places within a block count too.

/// Whether `c` is written without spaces around words. Full-width punctuation is; the
/// curly quotes, `—` and `…`, which English also uses, are not.
pub fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}'     // Hangul letters
        | '\u{20A9}'                // won sign
        | '\u{2329}'..='\u{232A}'
        | '\u{2E80}'..='\u{303E}'   // radicals, 、。「」
        | '\u{3041}'..='\u{A4CF}'   // kana, ideographs, Yi
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}'   // Hangul syllables
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE19}'   // vertical punctuation
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FFEE}'   // full-width forms: （），！
        | '\u{16FE0}'..='\u{18DFF}'
        | '\u{1AFF0}'..='\u{1B2FF}'
        | '\u{1F200}'..='\u{1F219}'
        | '\u{1F21B}'..='\u{1F22E}'
        | '\u{1F230}'..='\u{1F231}'
        | '\u{1F237}'
        | '\u{1F23B}'..='\u{1F248}'
        | '\u{1F260}'..='\u{1F265}'
        | '\u{20000}'..='\u{3FFFD}'
    )
}

/// Whether two lines of a text follow each other without a space: what stands before the line end, from its end on, and
/// what stands after it. Marks that Chinese shares with English, “ ” — …, are of the side on which they stand.
pub fn joins(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> bool {
    let shared = |c: &char| matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·');
    let (mut before, mut after) = (before, after);
    match (before.find(|c| !shared(c)), after.find(|c| !shared(c))) {
        (Some(one), Some(other)) => is_cjk(one) && is_cjk(other),
        // A line of nothing but marks goes with the other.
        (Some(only), None) | (None, Some(only)) => is_cjk(only),
        (None, None) => false,
    }
}

/// Whether `c` only varies the look of the character before it.
pub(super) fn is_variation(c: char) -> bool {
    // U+FE0F asks for an emoji, which is not CJK.
    matches!(c, '\u{FE00}'..='\u{FE0E}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::{is_cjk, joins};

    #[test]
    fn han_and_full_width_marks_are_cjk_and_shared_marks_are_not() {
        for c in "真，。（）！「」《》ァ한𠀀".chars() {
            assert!(is_cjk(c), "{c}");
        }
        for c in "a1*(é“”—…😀✅🈚·".chars() {
            assert!(!is_cjk(c), "{c}");
        }
    }

    #[test]
    fn shared_marks_join_as_the_words_beside_them_do() {
        let joined = |before: &str, after: &str| joins(before.chars().rev(), after.chars());
        assert!(joined("他说：“好。”", "“再来。”"));
        assert!(joined("一路", "——到了"));
        assert!(joined("还有……", "别的"));
        assert!(!joined("he said “yes”", "“no,” she said"));
        assert!(!joined("到“A", "B”"));
        assert!(!joined("第一行", "one"));
    }
}
