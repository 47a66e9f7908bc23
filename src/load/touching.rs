//! A bound figure is its words and what touches them: `[42](figure:a)万`, `9[42](figure:a)` and `不到[42](figure:a)`
//! show other numbers than 42.
//!
//! What goes on as a number is taken into the words, which are then held against the data as if it stood within them;
//! what makes no number of them, or none that the program can read, is a fault by itself.

use super::number_words::{self, narrow};
use super::wording::{LEAST, MORE, MOST, NEARLY, WordList, WordingFault, touches};
use crate::code_points::{dressed, is_combining};
use crate::locale::lang::{self, is_han};
use crate::markup::Around;
use crate::model::{Condition, Value};

/// Characters of numbers in Chinese.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两兆萬億壹贰叁肆伍陆柒捌玖拾佰仟";
/// Those of them that make another number of digits beside them: 百42, 42十.
const POWERS: &str = "十百千万亿兆萬億拾佰仟";
/// Letters that look like a one or a nought.
const ALIKE: &str = "OoIlОоΟο";
/// Words that make another number of the one before them and that no list of powers has.
const MULTIPLES: &[&str] = &["hundred", "thousand", "million", "billion", "trillion", "dozen", "score"];
/// What stands at once behind digits for a power of ten.
const SHORT_POWERS: &[&str] = &["k", "K", "M", "B", "G", "bn", "mn", "tn"];
/// Words that begin with 成 and have nothing to do with tenths.
const NO_TENTHS: &str = "功立为為本长長员員果就品交效年";

/// The words of a figure with what goes on as a number on both sides of them.
///
/// # Errors
/// That what touches them makes something of them that is no number, or none that can be read.
pub(super) fn whole(around: &Around) -> Result<String, WordingFault> {
    let words = narrow(&around.words);
    let (before, after) = (narrow(&around.before), narrow(&around.after));
    let touched = || touched(around);
    // 042 is no way to write 42, but 9 042 is.
    let nought =
        words.trim().strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let odd = |text: &str| text.chars().enumerate().any(|(at, c)| is_odd(text, at, c));
    if around.struck || nought || words.chars().any(is_combining) || odd(&words) {
        return Err(touched());
    }
    let bare = words.trim();
    let filled_in = bare == "\u{fffc}";
    let begins = filled_in || bare.starts_with(is_number) || bare.starts_with(['.', '-']);
    // What is filled in ends with its unit.
    let ends = !filled_in && bare.ends_with(|c| is_number(c) || matches!(c, '%' | ')' | '.'));
    let front = if begins && words.starts_with(bare) {
        front(&before, bare, around.held_before)
    } else {
        Touch::Apart
    };
    let back = if words.ends_with(bare) || bare.is_empty() {
        back(bare, &after, ends, around.held_after)
    } else {
        Touch::Apart
    };
    let begin = match front {
        Touch::Other => return Err(touched()),
        Touch::Part(part) => part,
        Touch::Apart => "",
    };
    let end = match back {
        Touch::Other => return Err(touched()),
        Touch::Part(part) => part,
        Touch::Apart => "",
    };
    if filled_in && !begin.is_empty() {
        return Err(touched());
    }
    Ok(format!("{begin}{words}{end}"))
}

/// The fault of words that something touches.
pub(super) fn touched(around: &Around) -> WordingFault {
    WordingFault::Touched { shown: shown(&around.before, &around.words, &around.after) }
}

/// Whether words round a figure say more or less than it, though it is exact: 不到42 is not 42.
pub(super) fn contradicts(words: &str, around: &Around, value: &Value) -> bool {
    matches!(value, Value::Value(_)) && beside(words, around, &[NEARLY, MORE])
}

/// The same of a promise, which is itself at least or at most so much.
pub(super) fn contradicts_promise(words: &str, around: &Around, condition: &Condition) -> bool {
    match condition {
        Condition::AtLeast(_) | Condition::Above(_) => beside(words, around, &[NEARLY]),
        Condition::AtMost(_) | Condition::Below(_) => beside(words, around, &[MORE]),
        Condition::Exactly(_) => beside(words, around, &[NEARLY, MORE]),
        _ => false,
    }
}

fn beside(words: &str, around: &Around, lists: &[WordList]) -> bool {
    let words = narrow(words).to_lowercase();
    let filled_in = words.trim() == "\u{fffc}";
    let place = match number_words::numbers(&words).as_slice() {
        [one] => one.place.clone(),
        _ if filled_in => 0..words.len(),
        _ => return false,
    };
    let before = format!("{}{}", narrow(&around.before).to_lowercase(), &words[..place.start]);
    let after = format!("{}{}", &words[place.end..], narrow(&around.after).to_lowercase());
    // 不少于42 and "no more than 42" are as good as 42.
    if touches(LEAST, &before, &after) || touches(MOST, &before, "") {
        return false;
    }
    let more = lang::all().iter().flat_map(|one| one.wording.numerals.more);
    let some_more = after.starts_with("-odd") || more.into_iter().any(|c| after.starts_with(*c));
    let asks_more = lists.iter().any(|list| std::ptr::fn_addr_eq(*list, MORE));
    denied(&before) || some_more && asks_more || lists.iter().any(|list| touches(*list, &before, ""))
}

/// Whether the word before a number denies it: 不是42, not 42.
fn denied(before: &str) -> bool {
    let before = before.trim_end();
    ["不是", "并非", "並非", "絕非", "绝非"].iter().any(|word| before.ends_with(word))
        || before.strip_suffix("not").is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// How what stands beside a number goes with it.
enum Touch<'t> {
    /// It does not touch it.
    Apart,
    /// It goes on with it.
    Part(&'t str),
    /// It makes no number of it, or none that can be read.
    Other,
}

/// What stands before words that begin with a number.
fn front<'t>(before: &'t str, words: &str, held: bool) -> Touch<'t> {
    let Some(last) = before.chars().next_back() else { return Touch::Apart };
    let rest = &before[..before.len() - last.len_utf8()];
    let digit_before = rest.ends_with(|c: char| c.is_ascii_digit());
    let grouped = words.len() >= 3
        && words.bytes().take(3).all(|byte| byte.is_ascii_digit())
        && !words.as_bytes().get(3).is_some_and(u8::is_ascii_digit);
    let stem = before.trim_end();
    let power_word =
        MULTIPLES.iter().any(|word| word_before(stem.strip_suffix(" and").unwrap_or(stem), word));
    let tens = lang::all().iter().flat_map(|one| one.wording.numerals.tens);
    if power_word
        || before.strip_suffix('-').is_some_and(|rest| tens.clone().any(|ten| word_before(rest, ten)))
    {
        return Touch::Other;
    }
    if ["minus", "negative"].iter().any(|word| word_before(stem, word)) || stem.ends_with("零下") {
        return Touch::Other;
    }
    if before.ends_with("分之") {
        let start = before.len() - "百分之".len().min(before.len());
        return if before.ends_with("百分之") { Touch::Part(&before[start..]) } else { Touch::Other };
    }
    match last {
        c if c.is_ascii_digit() => Touch::Other,
        '.' if digit_before || !rest.ends_with(char::is_alphanumeric) => Touch::Other,
        ',' if digit_before && grouped => Touch::Other,
        '\'' | '’' | '_' | '·' | '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{202f}'
            if digit_before =>
        {
            Touch::Other
        }
        '-' if digit_before && held => Touch::Apart,
        '-' | '/' | '÷' | '×' | '*' | '^' | '⁄' | '∕' | ':' | '∶' if digit_before => Touch::Other,
        '-' if rest.ends_with(|c: char| c == '-' || c.is_ascii_alphabetic()) => Touch::Apart,
        '-' => Touch::Part("-"),
        '\u{2013}' if !rest.ends_with(char::is_alphanumeric) => Touch::Other,
        '\u{2013}' | '—' | '~' | '～' | '〜' if digit_before && !held => Touch::Other,
        '负' | '負' | '≠' | '<' | '>' | '≮' | '≯' | '⁻' | '₋' | '√' | '¬' => Touch::Other,
        c if is_combining(c)
            || dressed(c).is_some() && !rest.ends_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            Touch::Other
        }
        // Digits and characters do not mix, but for powers of ten: 高三42人, but not 一百42.
        c if NUMERALS.contains(c) => {
            let alone = c == '一' && !rest.ends_with(|c| NUMERALS.contains(c));
            let mixed = words.starts_with(|c: char| c.is_ascii_digit());
            let other = if mixed { POWERS.contains(c) } else { !alone };
            if other { Touch::Other } else { Touch::Apart }
        }
        '点' | '點' if rest.ends_with(|c| NUMERALS.contains(c)) => Touch::Other,
        c if ALIKE.contains(c) && !rest.ends_with(|c: char| c.is_alphabetic() && !is_han(c)) => Touch::Other,
        _ => Touch::Apart,
    }
}

/// What stands behind words; `ends` says whether they end with a number.
fn back<'t>(words: &str, after: &'t str, ends: bool, held: bool) -> Touch<'t> {
    let Some(first) = after.chars().next() else { return Touch::Apart };
    let rest = &after[first.len_utf8()..];
    if is_combining(first) || after.starts_with('半') || after.starts_with("个半") && ends {
        return Touch::Other;
    }
    if !ends {
        return Touch::Apart;
    }
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let three = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        digits == 3
    };
    let next = after.trim_start();
    let word = &next[..next.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(next.len())];
    // The powers of ten and the per cents that the lists have.
    let joined = format!("{words}{after}");
    let read = number_words::numbers(&joined);
    let over = read.iter().find(|one| one.place.start < words.len() && one.place.end > words.len());
    if digit(after) || matches!(first, '.' | ',') && digit(rest) && (first == '.' || three(rest)) {
        return Touch::Other;
    }
    if let Some(over) = over {
        return Touch::Part(&after[..over.place.end - words.len()]);
    }
    if MULTIPLES.iter().any(|known| known.eq_ignore_ascii_case(word.trim_end_matches('s'))) {
        return Touch::Other;
    }
    let numerals = lang::all().iter().map(|one| &one.wording.numerals);
    let mut behind = numerals.flat_map(|one| one.points.iter().chain(one.percent));
    if let Some(sign) = behind.find(|sign| next.starts_with(**sign)) {
        return Touch::Part(&after[..after.len() - next.len() + sign.len()]);
    }
    let letters = &after[..after.find(|c: char| !c.is_alphanumeric() || is_han(c)).unwrap_or(after.len())];
    if SHORT_POWERS.contains(&letters) || !letters.is_empty() && letters.chars().all(|c| ALIKE.contains(c)) {
        return Touch::Other;
    }
    if matches!(first, 'e' | 'E')
        && rest.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit())
    {
        return Touch::Other;
    }
    let counts = |text: &str| digit(text) || text.starts_with(|c| NUMERALS.contains(c));
    match first {
        c if dressed(c).is_some() => Touch::Other,
        ' ' | '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{202f}' if three(rest) => {
            Touch::Other
        }
        '\'' | '’' | '_' | '·' | '٫' | '٬' if digit(rest) => Touch::Other,
        '/' | '⁄' | '∕' | '÷' | '×' | '*' | '^' | ':' | '∶' | 'x' | 'X' if counts(rest) => {
            Touch::Other
        }
        '-' | '\u{2013}' | '—' | '~' | '～' | '〜' if counts(rest) && !held => Touch::Other,
        '+' if !(held && digit(rest)) => Touch::Other,
        '‰' | '‱' | '几' | '幾' => Touch::Other,
        '分' if rest.starts_with('之') => Touch::Other,
        '成' if !rest.starts_with(|c| NO_TENTHS.contains(c)) => Touch::Other,
        '点' | '點' if rest.starts_with(|c| NUMERALS.contains(c)) => Touch::Other,
        '十' | '百' if rest.starts_with('分') => Touch::Apart,
        c if NUMERALS.contains(c)
            && (POWERS.contains(c) || !words.ends_with(|c: char| c.is_ascii_digit())) =>
        {
            Touch::Other
        }
        _ => Touch::Apart,
    }
}

/// A number drawn in a circle, raised, or as a fraction, which words mean to be read as one; but not that of m².
fn is_odd(text: &str, at: usize, c: char) -> bool {
    dressed(c).is_some()
        && !at.checked_sub(1).and_then(|at| text.chars().nth(at)).is_some_and(|c| c.is_ascii_alphabetic())
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || NUMERALS.contains(c)
}

fn word_before(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word))
        && !text[..start].ends_with(char::is_alphanumeric)
}

/// The words with a few characters on both sides, as a reader sees them.
fn shown(before: &str, words: &str, after: &str) -> String {
    const NEAR: usize = 4;
    let skip = before.chars().count().saturating_sub(NEAR);
    let before: String = before.chars().skip(skip).collect();
    let after: String = after.chars().take(NEAR).collect();
    format!("{before}{words}{after}").replace('\u{fffc}', "…").trim().to_owned()
}
