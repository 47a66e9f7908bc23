//! Breaking and shortening lines: kinsoku, balance, ellipsis.

use super::width;

/// Must not begin a line.
const NO_START: &str = "，。、；：？！）》」』】％·%,.;:?!)]}’”…—–";
/// Must not end a line.
const NO_END: &str = "（《「『【([{‘“";
/// Ends a clause: the best place to break a title.
const CLAUSE: &str = "，；：。、,;:";

/// A type size and weight, as far as measuring needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    /// Size in drawing units.
    pub(super) size: f64,
    /// Whether the type is bold.
    pub(super) bold: bool,
}

impl Measure {
    /// The width of a line.
    pub(super) fn width(self, text: &str) -> f64 {
        width::of(text, self.size, self.bold)
    }

    /// The width of the widest line.
    pub(super) fn widest(self, lines: &[String]) -> f64 {
        lines
            .iter()
            .map(|line| self.width(line))
            .fold(0.0, f64::max)
    }
}

fn may_break(before: char, after: char) -> bool {
    let wide = width::is_wide(before) || width::is_wide(after);
    before == ' ' || (wide && !NO_START.contains(after) && !NO_END.contains(before) && after != ' ')
}

/// Breaks between East Asian characters (kinsoku respected) and at spaces; a word longer
/// than the line is cut. Blank text has no lines.
pub(super) fn wrap(text: &str, max: f64, measure: Measure) -> Vec<String> {
    let chars: Vec<char> = text
        .trim()
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let mut lines = Vec::new();
    let (mut start, mut at, mut last_break) = (0, 0, 0);
    let mut used = 0.0;
    while at < chars.len() {
        if at > start && may_break(chars[at - 1], chars[at]) {
            last_break = at;
        }
        used += width::of_char(chars[at], measure.size, measure.bold);
        if used > max && at > start && chars[at] != ' ' {
            let cut = if last_break > start { last_break } else { at };
            lines.push(line(&chars[start..cut]));
            (start, at, last_break) = (cut, cut, cut);
            used = 0.0;
        } else {
            at += 1;
        }
    }
    if start < chars.len() {
        lines.push(line(&chars[start..]));
    }
    lines
}

fn line(chars: &[char]) -> String {
    chars.iter().collect::<String>().trim().to_owned()
}

/// Wraps, then evens the lines out: two lines break at the end of a clause if one lies near
/// the middle, and no last line is left with a single character.
pub(super) fn wrap_balanced(text: &str, max: f64, measure: Measure) -> Vec<String> {
    let greedy = wrap(text, max, measure);
    if greedy.len() < 2 {
        return greedy;
    }
    if greedy.len() == 2
        && let Some(pair) = clause_break(text, max, measure)
    {
        return pair;
    }
    let count = greedy.len();
    let (mut low, mut high) = (max / count as f64 * 0.8, max);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        if wrap(text, middle, measure).len() > count {
            low = middle;
        } else {
            high = middle;
        }
    }
    wrap(text, high, measure)
}

fn clause_break(text: &str, max: f64, measure: Measure) -> Option<Vec<String>> {
    let total = measure.width(text);
    let uneven = |pair: &(&str, &str)| (measure.width(pair.0) - measure.width(pair.1)).abs();
    text.char_indices()
        .filter(|(_, c)| CLAUSE.contains(*c))
        .map(|(at, c)| text.split_at(at + c.len_utf8()))
        .filter(|(head, tail)| c_is_outside_number(head, tail))
        .map(|(head, tail)| (head.trim(), tail.trim()))
        .filter(|(head, tail)| {
            let (head, tail) = (measure.width(head), measure.width(tail));
            head <= max && tail <= max && head.min(tail) > total * 0.22
        })
        .min_by(|one, other| uneven(one).total_cmp(&uneven(other)))
        .map(|(head, tail)| vec![head.to_owned(), tail.to_owned()])
}

/// `8,300` and `12:30` hold no clause end; an ASCII mark needs a space after it.
fn c_is_outside_number(head: &str, tail: &str) -> bool {
    !head.ends_with([',', ';', ':']) || tail.starts_with(' ')
}

/// As much of the text as fits, with an ellipsis if something is left out.
pub(super) fn shorten(text: &str, max: f64, measure: Measure) -> String {
    if measure.width(text) <= max {
        return text.to_owned();
    }
    let room = max - width::of_char('…', measure.size, measure.bold);
    let mut used = 0.0;
    let mut kept = String::new();
    for c in text.chars() {
        used += width::of_char(c, measure.size, measure.bold);
        if used > room {
            break;
        }
        kept.push(c);
    }
    let mut kept = kept.trim_end().to_owned();
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: Measure = Measure {
        size: 15.0,
        bold: true,
    };

    #[test]
    fn no_line_begins_with_a_comma() {
        for width in 20..200 {
            for line in wrap(
                "到二〇二〇年，累计招生（含续读）完成；其余未知。",
                f64::from(width),
                TITLE,
            )
            .iter()
            .skip(1)
            {
                let first = line.chars().next().unwrap();
                assert!(width < 40 || !NO_START.contains(first), "{line}");
            }
        }
    }

    #[test]
    fn two_lines_break_at_the_clause() {
        let lines = wrap_balanced(
            "招生：2018、2019年均超计划，2020年上半年过六成",
            340.0,
            TITLE,
        );
        assert_eq!(
            lines,
            ["招生：2018、2019年均超计划，", "2020年上半年过六成"]
        );
    }

    #[test]
    fn english_breaks_at_spaces_and_never_inside_a_number() {
        let lines = wrap_balanced(
            "Recruitment beat 8,300 in 2018 and 2019; 2020 stands at 63%",
            340.0,
            TITLE,
        );
        assert_eq!(
            lines,
            [
                "Recruitment beat 8,300 in 2018 and 2019;",
                "2020 stands at 63%"
            ]
        );
    }

    #[test]
    fn shortened_text_fits() {
        assert!(TITLE.width(&shorten("三年行动终期评估", 60.0, TITLE)) <= 60.0);
        assert_eq!(shorten("评估", 60.0, TITLE), "评估");
    }

    #[test]
    fn blank_text_has_no_lines() {
        assert!(wrap("  ", 100.0, TITLE).is_empty());
        assert!(wrap_balanced("", 100.0, TITLE).is_empty());
    }
}
