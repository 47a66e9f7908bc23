//! Where a link or an image leads.
//!
//! Every destination passes an allow-list here, once, so that no later phase can let a
//! script through. The test runs on what a browser would make of the destination, not on how
//! it is spelt.

use super::address::outward_address;
use super::computed::{self, ComputedRef};
use super::reference::{self, FigureRef, RefFault, VerdictRef};

/// Schemes that may leave the site.
const OUTWARD: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A link's or image's destination, sorted by what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `figure:…`: one figure.
    Figure(FigureRef),
    /// `chart:<id>`: a chart.
    Chart(String),
    /// `table:<id>`: a table.
    Table(String),
    /// `table:plan/<id>`: the main indicators of a plan.
    PlanTable(String),
    /// `source:<id>`: a source.
    Source(String),
    /// `task:<number>`: a task of the plan.
    Task(String),
    /// `verdict:…`: one verdict.
    Verdict(VerdictRef),
    /// `target:…`: what was promised.
    Promise(VerdictRef),
    /// `change:…`, `sum:…`, `share:…`, `count:…`: what the program computes.
    Computed(ComputedRef),
    /// `story:<id>`: another story.
    Story(String),
    /// `page:<id>`: a page of the site's own.
    Page(String),
    /// `photo:<id>`: a photo beside the story.
    Photo(String),
    /// An address with scheme http, https, mailto or tel.
    Url(String),
    /// A path within the content or the site; never empty, never `//host`.
    Relative(String),
    /// A place in this document, without the `#`.
    Fragment(String),
    /// Anything else, as written: never to be linked.
    Refused(String),
}

/// Why a destination is no target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetFault {
    /// Empty, of a scheme that is not allowed, or leading to another host without a scheme.
    Refused,
    /// One of our own schemes, with a reference that cannot be read.
    Reference(RefFault),
}

impl Target {
    /// Sorts a destination.
    ///
    /// # Errors
    /// When it must not be linked; the caller then keeps it as [`Target::Refused`].
    pub fn parse(text: &str) -> Result<Self, TargetFault> {
        let shown: String = text.chars().filter(|c| !c.is_control()).collect();
        let shown = shown.trim();
        // A destination may be decoded once more on its way to a browser: both readings must
        // be harmless.
        if scheme(&as_browser(&decode(shown))) == Scheme::Refused {
            return Err(TargetFault::Refused);
        }
        match scheme(&as_browser(shown)) {
            Scheme::Refused => Err(TargetFault::Refused),
            Scheme::Outward => {
                outward_address(shown).map(|()| Self::Url(shown.to_owned())).map_err(|_| TargetFault::Refused)
            }
            Scheme::None => Ok(match shown.strip_prefix('#') {
                Some(fragment) => Self::Fragment(fragment.to_owned()),
                None => Self::Relative(shown.to_owned()),
            }),
            // Our own references are exact: nothing is stripped from them.
            Scheme::Own => Self::own(text).map_err(TargetFault::Reference),
        }
    }

    /// Reads a destination of our own, written `scheme:rest`.
    fn own(text: &str) -> Result<Self, RefFault> {
        let (scheme, rest) = text.split_once(':').unwrap_or((text, ""));
        Ok(match scheme {
            "figure" => Self::Figure(FigureRef::parse(rest)?),
            "verdict" => Self::Verdict(VerdictRef::parse(rest)?),
            "target" => Self::Promise(VerdictRef::parse(rest)?),
            "chart" => Self::Chart(reference::id(rest)?),
            "table" => match rest.strip_prefix("plan/") {
                Some(plan) => Self::PlanTable(reference::id(plan)?),
                None => Self::Table(reference::id(rest)?),
            },
            "source" => Self::Source(reference::id(rest)?),
            "story" => Self::Story(reference::id(rest)?),
            "page" => Self::Page(reference::id(rest)?),
            "photo" => Self::Photo(reference::id(rest)?),
            "task" => Self::Task(reference::task(rest)?),
            _ if computed::SCHEMES.contains(&scheme) => Self::Computed(ComputedRef::parse(scheme, rest)?),
            _ => return Err(RefFault::BadId(text.to_owned())),
        })
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Scheme {
    None,
    Own,
    Outward,
    Refused,
}

/// The kind of scheme of a destination that is already as a browser reads it.
fn scheme(text: &str) -> Scheme {
    if text.is_empty() || text.starts_with("//") {
        return Scheme::Refused;
    }
    // A colon counts only before the first `/`, `?` or `#`; what stands before it need not be
    // a well-formed scheme to be refused.
    let head = text.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, _)) = head.split_once(':') else { return Scheme::None };
    match name {
        "figure" | "chart" | "table" | "source" | "task" | "verdict" | "target" | "story" | "page"
        | "photo" => Scheme::Own,
        _ if computed::SCHEMES.contains(&name) => Scheme::Own,
        _ if OUTWARD.iter().any(|known| name.eq_ignore_ascii_case(known)) => Scheme::Outward,
        _ => Scheme::Refused,
    }
}

/// What a browser makes of a destination before it looks for a scheme: no white space, no
/// control characters, backslashes as slashes.
fn as_browser(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| if c == '\\' { '/' } else { c })
        .collect()
}

/// Decodes the character references that can spell a scheme: all numeric ones, and the few
/// named ones for white space and for the marks around a scheme.
fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, len) = reference_at(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[len..];
    }
    out + rest
}

/// The character a reference at the start of `text` stands for, and the reference's length.
fn reference_at(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 9] = [
        ("&colon;", ':'),
        ("&tab;", '\t'),
        ("&newline;", '\n'),
        ("&sol;", '/'),
        ("&bsol;", '\\'),
        ("&nbsp;", '\u{A0}'),
        ("&shy;", '\u{AD}'),
        ("&num;", '#'),
        ("&amp;", '&'),
    ];
    let is_at = |name: &str| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    if let Some((name, c)) = NAMED.iter().find(|(name, _)| is_at(name)) {
        return Some((*c, name.len()));
    }
    let body = text.strip_prefix("&#")?;
    let (body, radix, before) = match body.strip_prefix(['x', 'X']) {
        Some(body) => (body, 16, 3),
        None => (body, 10, 2),
    };
    // Browsers accept a numeric reference without its semicolon.
    let digits = body.find(|c: char| !c.is_digit(radix)).unwrap_or(body.len());
    let code = u32::from_str_radix(&body[..digits], radix).ok()?;
    let semicolon = usize::from(body[digits..].starts_with(';'));
    Some((char::from_u32(code)?, before + digits + semicolon))
}

#[cfg(test)]
mod tests {
    use super::{Target, TargetFault};
    use crate::markup::reference::{FigureRef, RefFault};
    use proptest::prelude::*;

    #[test]
    fn allowed_targets_are_sorted() {
        let figure = FigureRef::parse("a-b@..2020-06").unwrap();
        for (text, target) in [
            ("figure:a-b@..2020-06", Target::Figure(figure)),
            ("chart:a-b", Target::Chart("a-b".into())),
            ("table:a", Target::Table("a".into())),
            ("table:plan/a-b", Target::PlanTable("a-b".into())),
            ("source:a", Target::Source("a".into())),
            ("story:a", Target::Story("a".into())),
            ("page:a", Target::Page("a".into())),
            ("photo:a-1", Target::Photo("a-1".into())),
            ("task:5.2", Target::Task("5.2".into())),
            ("https://a.cn/x:y", Target::Url("https://a.cn/x:y".into())),
            ("HTTP://a.cn", Target::Url("HTTP://a.cn".into())),
            ("\u{1} https://a.cn\u{7F}", Target::Url("https://a.cn".into())),
            ("mailto:a@b.cn", Target::Url("mailto:a@b.cn".into())),
            ("tel:+86-769", Target::Url("tel:+86-769".into())),
            ("photos/村口.jpg", Target::Relative("photos/村口.jpg".into())),
            ("../a?b=c:d", Target::Relative("../a?b=c:d".into())),
            ("?a&b=1", Target::Relative("?a&b=1".into())),
            ("#背景", Target::Fragment("背景".into())),
            ("#a:b", Target::Fragment("a:b".into())),
        ] {
            assert_eq!(Target::parse(text), Ok(target), "{text}");
        }
    }

    #[test]
    fn hostile_and_unknown_targets_are_refused() {
        for text in [
            "",
            " ",
            "javascript:alert(1)",
            "JavaScript:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            " javascript:x",
            "java\u{200B}script:x",
            "javascript&#58;x",
            "javascript&#x3a;x",
            "javascript&colon;x",
            "java&Tab;script:x",
            "java&#10script:x",
            "data:text/html,x",
            "javascript&amp;colon;x&colon;",
            "vbscript:x",
            "file:///etc/passwd",
            "//host/x",
            "/\\host",
            "\\\\host",
            "/\t/host",
            "ftp://a",
            "https:a.cn",
            "https://user@a.cn/",
            "https://a.cn/%00",
            "Figure:a",
            "第一章:甲",
            ":x",
            "&#47;&#47;host",
            "blob:https://a",
        ] {
            assert_eq!(Target::parse(text), Err(TargetFault::Refused), "{text:?}");
        }
    }

    #[test]
    fn a_bad_reference_says_why() {
        let fault = |text| match Target::parse(text) {
            Err(TargetFault::Reference(fault)) => Some(fault),
            _ => None,
        };
        assert_eq!(fault("chart:甲"), Some(RefFault::BadId("甲".into())));
        assert_eq!(fault("table:plan/"), Some(RefFault::BadId(String::new())));
        assert_eq!(fault("table:plans/a"), Some(RefFault::BadId("plans/a".into())));
        assert_eq!(fault("task:x"), Some(RefFault::BadTask("x".into())));
        assert_eq!(fault("figure:a;b"), Some(RefFault::UnknownPart("b".into())));
    }

    proptest! {
        #[test]
        fn no_spelling_of_a_script_passes(
            noise in "[\\x00-\\x20]{0,3}", cut in 0_usize..10, tail in ".{0,8}",
        ) {
            let text = format!("{noise}{}{noise}{}:{tail}", &"javascript"[..cut], &"javascript"[cut..]);
            prop_assert_eq!(Target::parse(&text), Err(TargetFault::Refused));
        }

        #[test]
        fn any_text_is_sorted_without_panic(text in any::<String>()) {
            let _ = Target::parse(&text);
        }
    }
}
