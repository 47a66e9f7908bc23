//! Line breaking and truncation: kinsoku, balance, ellipsis.

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
        lines.iter().map(|line| self.width(line)).fold(0.0, f64::max)
    }
}

/// A space at which a line may break; a number may keep its currency or unit by one that binds.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn may_break(before: char, after: char) -> bool {
    let wide = width::is_wide(before) || width::is_wide(after) || before == '–';
    before == ' ' || (wide && !NO_START.contains(after) && !NO_END.contains(before) && after != ' ')
}

/// Breaks between East Asian characters (kinsoku respected) and at spaces; a word longer
/// than the line is cut. Blank text has no lines.
pub(super) fn wrap(text: &str, max: f64, measure: Measure) -> Vec<String> {
    let chars: Vec<char> = text.trim().chars().map(|c| if is_space(c) { ' ' } else { c }).collect();
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
    if let Some(lines) = clause_lines(text, max, measure, greedy.len()) {
        return lines;
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

/// Lines that hold as many whole clauses as they can; a clause wider than a line has lines of its own.
/// True if there was none of those.
pub(super) fn by_clause(text: &str, max: f64, measure: Measure) -> (Vec<String>, bool) {
    let mut lines: Vec<String> = Vec::new();
    let (mut whole, mut broken) = (true, false);
    for clause in clauses(text) {
        if measure.width(clause.trim()) > max {
            (whole, broken) = (false, true);
            lines.extend(wrap_balanced(clause, max, measure));
            continue;
        }
        // What follows a broken clause begins a line: its end is hard enough to see.
        let after_broken = std::mem::take(&mut broken);
        match lines.last_mut() {
            Some(last) if !after_broken && measure.width(&format!("{last}{clause}")) <= max => {
                last.push_str(clause);
            }
            _ => lines.push(clause.to_owned()),
        }
    }
    (lines.iter().map(|line| line.trim().to_owned()).collect(), whole)
}

/// Wraps a short label, such as a figure with its unit or a stretch of years: two lines break before a
/// number, at a space or after a dash rather than inside a number's unit, and none holds a lone sign.
pub(super) fn wrap_label(text: &str, max: f64, measure: Measure) -> Vec<String> {
    let text = text.trim();
    if measure.width(text) <= max {
        return wrap(text, max, measure);
    }
    let chars: Vec<char> = text.chars().collect();
    let best = (1..chars.len())
        .filter_map(|at| {
            let seam = Seam::between(&chars, at)?;
            let (first, second) = (line(&chars[..at]), line(&chars[at..]));
            let widths = (measure.width(&first), measure.width(&second));
            let fits = widths.0 <= max && widths.1 <= max && !first.is_empty() && !second.is_empty();
            // Inside a unit the number keeps as much of it as fits; elsewhere the lines are even.
            let uneven = if seam == Seam::InWord { -widths.0 } else { widths.0.max(widths.1) };
            fits.then_some((seam, uneven, [first, second]))
        })
        .min_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    match best {
        Some((.., lines)) => lines.to_vec(),
        None => wrap_balanced(text, max, measure),
    }
}

/// True if lines break a text only between clauses or at spaces: a status is read as one word.
pub(super) fn keeps_words(text: &str, lines: &[String]) -> bool {
    let mut rest = text.trim();
    lines.iter().all(|line| {
        let Some(after) = rest.strip_prefix(line.as_str()) else { return false };
        rest = after.trim_start();
        rest.is_empty() || after.starts_with(is_space) || line.ends_with(|c| CLAUSE.contains(c))
    })
}

/// How well a label bears a break, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seam {
    /// Before a number, at a space, after a dash.
    Natural,
    /// Between two East Asian characters.
    InWord,
    /// Before a lone last sign, or between a number and its unit.
    Bad,
}

impl Seam {
    fn between(chars: &[char], at: usize) -> Option<Self> {
        let (before, after) = (chars[at - 1], chars[at]);
        let dash = matches!(before, '–' | '—') && !NO_START.contains(after);
        if !dash && !may_break(before, after) {
            return None;
        }
        let lone = at + 1 == chars.len() || (at == 1 && width::is_wide(before));
        Some(match (before, after) {
            _ if lone => Self::Bad,
            _ if dash || before == ' ' => Self::Natural,
            (before, after) if after.is_ascii_digit() && !before.is_ascii_digit() => Self::Natural,
            (before, _) if before.is_ascii_digit() => Self::Bad,
            _ => Self::InWord,
        })
    }
}

/// Lines that each end with a clause, if they fit and none is much shorter than the others.
fn clause_lines(text: &str, max: f64, measure: Measure, count: usize) -> Option<Vec<String>> {
    let clauses = clauses(text);
    if count > 4 || clauses.len() < count || clauses.len() > 16 {
        return None;
    }
    let least = measure.width(text) * 0.44 / count as f64;
    let cost = |line: &str| {
        let width = measure.width(line);
        (width <= max && width > least).then_some(width * width)
    };
    best_lines(&clauses, count, &cost).map(|(_, lines)| lines)
}

fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| CLAUSE.contains(*c)) {
        let end = at + c.len_utf8();
        if is_outside_number(&text[..end], &text[end..]) {
            clauses.push(&text[start..end]);
            start = end;
        }
    }
    clauses.push(&text[start..]);
    clauses.retain(|clause| !clause.trim().is_empty());
    clauses
}

/// The most even way to fill so many lines with whole clauses.
fn best_lines(
    clauses: &[&str],
    count: usize,
    cost: &impl Fn(&str) -> Option<f64>,
) -> Option<(f64, Vec<String>)> {
    let line = |clauses: &[&str]| clauses.concat().trim().to_owned();
    if count == 1 {
        let last = line(clauses);
        return cost(&last).map(|cost| (cost, vec![last]));
    }
    (1..=clauses.len().checked_sub(count - 1)?)
        .filter_map(|taken| {
            let first = line(&clauses[..taken]);
            let own = cost(&first)?;
            let (rest, mut lines) = best_lines(&clauses[taken..], count - 1, cost)?;
            lines.insert(0, first);
            Some((own + rest, lines))
        })
        .min_by(|one, other| one.0.total_cmp(&other.0))
}

/// `8,300` and `12:30` hold no clause end; an ASCII mark needs a space after it.
fn is_outside_number(head: &str, tail: &str) -> bool {
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

    const TITLE: Measure = Measure { size: 15.0, bold: true };

    #[test]
    fn no_line_begins_with_a_comma() {
        for width in 20..200 {
            for line in wrap("到二〇二〇年，累计招生（含续读）完成；其余未知。", f64::from(width), TITLE)
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
        let lines = wrap_balanced("招生：2018、2019年均超计划，2020年上半年过六成", 340.0, TITLE);
        assert_eq!(lines, ["招生：2018、2019年均超计划，", "2020年上半年过六成"]);
    }

    #[test]
    fn three_lines_break_at_clauses_too() {
        let lines = wrap_balanced(
            "劳务输出：在现有公开数字之内，只有2019年可以判定为达到，其余年份的数字只是两市合计，因此不能判定",
            340.0,
            TITLE,
        );
        assert_eq!(
            lines,
            [
                "劳务输出：在现有公开数字之内，",
                "只有2019年可以判定为达到，",
                "其余年份的数字只是两市合计，因此不能判定"
            ]
        );
    }

    #[test]
    fn lines_of_clauses_keep_a_clause_together_if_a_line_holds_it() {
        let lines = by_clause("支教：计划有目标，没有数", 90.0, TITLE);
        assert_eq!(lines, (["支教：", "计划有目标，", "没有数"].map(str::to_owned).to_vec(), true));
        let lines = by_clause("新增的深度贫困村：有数", 90.0, TITLE);
        assert_eq!(lines, (["新增的深度", "贫困村：", "有数"].map(str::to_owned).to_vec(), false));
    }

    #[test]
    fn english_breaks_at_spaces_and_never_inside_a_number() {
        let lines =
            wrap_balanced("Recruitment beat 8,300 in 2018 and 2019; 2020 stands at 63%", 340.0, TITLE);
        assert_eq!(lines, ["Recruitment beat 8,300 in 2018 and 2019;", "2020 stands at 63%"]);
    }

    #[test]
    fn a_status_is_one_word() {
        let broken = |text: &str, max: f64| keeps_words(text, &wrap_balanced(text, max, TITLE));
        assert!(!broken("证实未达到", 50.0), "证实未/达到");
        assert!(broken("已达到，待期末确认", 90.0));
        assert!(broken("at least 103%", 60.0));
        assert!(broken("不可比", 60.0));
    }

    #[test]
    fn labels_break_where_their_parts_meet() {
        let lines = |text, max| wrap_label(text, max, Measure { size: 14.0, bold: true });
        assert_eq!(lines("至多10.655亿元", 76.0), ["至多", "10.655亿元"]);
        assert_eq!(lines("4000万元以上", 76.0), ["4000万元", "以上"]);
        assert_eq!(lines("2018—2020年", 76.0), ["2018—", "2020年"]);
        assert_eq!(lines("CNY 1.254 billion", 80.0), ["CNY 1.254", "billion"]);
        assert_eq!(lines("5,127–9,400", 60.0), ["5,127–", "9,400"]);
        assert_eq!(lines("12 of 28", 80.0), ["12 of 28"]);
    }

    #[test]
    fn a_binding_space_holds_a_number_and_its_currency_together() {
        let words = "from CNY\u{a0}54,000 to CNY\u{a0}220,400";
        let lines = wrap(words, TITLE.width("from CNY 54,000 to CNY 2"), TITLE);
        assert_eq!(lines, ["from CNY\u{a0}54,000 to", "CNY\u{a0}220,400"]);
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
