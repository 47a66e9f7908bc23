//! What characters are, by their code points: which no text may hold, which nobody sees, which are digits.
//!
//! The tables are of Unicode 16: its decimal digits of every script, the numbers in circles, brackets and raised that
//! a keyboard writes, and what is drawn as nothing.

/// True for a character that content must not contain: a noncharacter, some of which mean something to the program
/// (see [`lang_marks`](crate::lang_marks)).
pub fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// What a character is that no text needs, in words; nothing for one that may stand in a text.
pub fn unwanted(c: char) -> Option<&'static str> {
    match c {
        '\n' | '\r' | '\t' => None,
        // They turn the order of the words and digits around them: 42 is read as 24.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Some("direction mark")
        }
        // Ends of lines that no editor shows, marks of a byte order, notes between lines, words in invisible letters.
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => {
            Some("invisible character")
        }
        _ => (c.is_control() || is_noncharacter(c)).then_some("control character"),
    }
}

/// True for a character that no text needs: see [`unwanted`].
pub fn is_unwanted(c: char) -> bool {
    unwanted(c).is_some()
}

/// A text for a terminal: what would move its cursor, colour it or turn its words round is shown as an escape.
pub fn shown(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(is_unwanted) {
        return std::borrow::Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unwanted(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    std::borrow::Cow::Owned(out)
}

/// True for a character that is drawn as nothing and may stand between the digits of a number.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// True for a mark that is drawn onto the character before it: a stroke through it, a ring around it.
pub fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// The zeros of the scripts that have digits of their own; the nine others follow each.
#[rustfmt::skip] // a number a line would be long
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0x3020,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0,
    0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950,
    0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce,
    0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// A letter, digit or mark of full width as a plain one: Ａ％ are A%. Other characters as they are.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A digit of any script and width as a plain one: ４２ and ٤٢ are 42. Other characters as they are.
pub fn plain_digit(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last().copied().unwrap_or(code);
    // 〠 is no zero: the digits of Suzhou have none.
    let digit = char::from_digit(code - zero, 10).filter(|_| zero != code || ZEROS.contains(&code));
    digit.filter(|_| c != '〠').unwrap_or(c)
}

/// Runs of numbers in circles, brackets, on dark discs, raised or lowered: the first, the last and what the first is.
const DRESSED: &[(char, char, u32)] = &[
    ('²', '³', 2),
    ('¹', '¹', 1),
    ('⁰', '⁰', 0),
    ('⁴', '⁹', 4),
    ('₀', '₉', 0),
    ('①', '⑳', 1),
    ('⑴', '⒇', 1),
    ('⒈', '⒛', 1),
    ('⓪', '⓪', 0),
    ('⓫', '⓴', 11),
    ('⓵', '⓾', 1),
    ('⓿', '⓿', 0),
    ('❶', '❿', 1),
    ('➀', '➉', 1),
    ('➊', '➓', 1),
    ('㉑', '㉟', 21),
    ('㊱', '㊿', 36),
    ('\u{1f100}', '\u{1f100}', 0),
    ('\u{1f101}', '\u{1f10a}', 0),
];

/// Fractions in one character.
const FRACTIONS: &[(char, &str)] = &[
    ('¼', "1/4"),
    ('½', "1/2"),
    ('¾', "3/4"),
    ('⅐', "1/7"),
    ('⅑', "1/9"),
    ('⅒', "1/10"),
    ('⅓', "1/3"),
    ('⅔', "2/3"),
    ('⅕', "1/5"),
    ('⅖', "2/5"),
    ('⅗', "3/5"),
    ('⅘', "4/5"),
    ('⅙', "1/6"),
    ('⅚', "5/6"),
    ('⅛', "1/8"),
    ('⅜', "3/8"),
    ('⅝', "5/8"),
    ('⅞', "7/8"),
];

/// What a number says that is drawn in a circle, raised, or as a fraction: ⑨ says 9, ½ says 1/2.
pub fn dressed(c: char) -> Option<String> {
    if c.is_ascii() {
        return None;
    }
    let run = DRESSED.iter().find(|(first, last, _)| (*first..=*last).contains(&c));
    let number = run.map(|(first, _, value)| (u32::from(c) - u32::from(*first) + value).to_string());
    number.or_else(|| FRACTIONS.iter().find(|(known, _)| *known == c).map(|(_, text)| (*text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_text_needs_is_told_from_what_it_may_need() {
        for odd in ['\u{7}', '\u{1b}', '\u{9f}', '\u{fdd0}', '\u{fdef}', '\u{ffff}', '\u{1fffe}', '\u{202e}']
        {
            assert!(is_unwanted(odd), "{odd:?}");
        }
        for fine in ['\n', '\t', '\u{fdcf}', '\u{fdf0}', '\u{fffd}', '村', '\u{200d}', '\u{ad}', '👩'] {
            assert!(!is_unwanted(fine), "{fine:?}");
        }
        assert_eq!(shown("a\u{1b}[2J\u{202e}b"), "a\\u{1b}[2J\\u{202e}b");
        assert_eq!(shown("张村"), "张村");
    }

    #[test]
    fn digits_of_every_script_are_read() {
        let plain = |text: &str| text.chars().map(plain_digit).collect::<String>();
        assert_eq!(plain("42 ４２ ٤٢ ۴۲ ४२ ๔๒ 𝟒𝟚 〤〢"), "42 42 42 42 42 42 42 42");
        assert_eq!(plain("〠〇村é½"), "〠〇村é½");
        let zeros = ZEROS.iter().filter(|zero| **zero != 0x3020).map(|zero| char::from_u32(*zero).unwrap());
        assert!(zeros.into_iter().all(|zero| plain_digit(zero) == '0' && zero.is_numeric()));
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn numbers_in_circles_say_what_they_say() {
        let said = |c| dressed(c).unwrap_or_default();
        assert_eq!(
            (said('⑨'), said('㊿'), said('²'), said('½')),
            ("9".into(), "50".into(), "2".into(), "1/2".into())
        );
        assert_eq!((dressed('9'), dressed('村'), dressed('Ⅳ')), (None, None, None));
    }
}
