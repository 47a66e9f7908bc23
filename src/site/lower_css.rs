//! A style sheet for browsers back to Chromium 80 and Safari 13: what they do not read is written in words that they do.
//!
//! Layers are unwrapped, so that what comes later wins; sides named by the direction of writing get the names that
//! old browsers have; `:is()` becomes the selectors that it stands for, `clamp()` the least and the most that it
//! means. A query of the container has the query of the window beside it, for those who know no other. What no rule
//! here rewrites is left as it is: `tests/shanhai/old_browsers.rs` holds what is sent against the list.

use std::borrow::Cow;

/// Selectors that old browsers do not read. In a list they would take all others with them, so each has a rule of its
/// own.
const ALONE: [&str; 4] = [":has(", ":focus-visible", "::marker", ":where("];

/// A sheet without comments, lowered.
pub(super) fn lowered(css: &str) -> String {
    let mut out = String::with_capacity(css.len() * 5 / 4);
    rules(css, &mut out);
    out
}

/// Rules, one after the other.
fn rules(css: &str, out: &mut String) {
    let mut rest = css.trim_start();
    while !rest.is_empty() {
        let end = find(rest, &['{', ';', '}']).unwrap_or(rest.len());
        let prelude = rest[..end].trim();
        if rest[end..].starts_with('{') {
            let close = end + 1 + find(&rest[end + 1..], &['}']).unwrap_or(rest.len() - end - 1);
            rule(prelude, &rest[end + 1..close], out);
            rest = rest.get(close + 1..).unwrap_or_default().trim_start();
        } else {
            // A statement: an order of layers says nothing any more.
            if !prelude.is_empty() && !is_at(prelude, "layer") {
                out.push_str(prelude);
                out.push(';');
            }
            rest = rest.get(end + 1..).unwrap_or_default().trim_start();
        }
    }
}

fn rule(prelude: &str, body: &str, out: &mut String) {
    if is_at(prelude, "layer") {
        rules(body, out);
    } else if is_at(prelude, "media") || is_at(prelude, "supports") {
        nested(prelude, body, out);
    } else if is_at(prelude, "container") {
        nested(prelude, body, out);
        let query = prelude.find('(').map_or("", |at| &prelude[at..]);
        out.push_str("@supports not (container-type:inline-size){");
        nested(&format!("@media {query}"), body, out);
        out.push('}');
    } else if prelude.starts_with('@') {
        out.push_str(prelude);
        out.push('{');
        out.push_str(body);
        out.push_str("}\n");
    } else {
        let body = declarations(body);
        let all = expanded(prelude);
        let (alone, together): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| ALONE.iter().any(|new| one.contains(new)));
        let lists = (!together.is_empty()).then(|| together.join(",")).into_iter().chain(alone);
        for list in lists {
            out.push_str(&list);
            out.push('{');
            out.push_str(&body);
            out.push_str("}\n");
        }
    }
}

fn nested(prelude: &str, body: &str, out: &mut String) {
    out.push_str(prelude);
    out.push('{');
    rules(body, out);
    out.push_str("}\n");
}

fn is_at(prelude: &str, name: &str) -> bool {
    let after = prelude.strip_prefix('@').and_then(|rest| rest.strip_prefix(name));
    after.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// The selectors of a list, each `:is()` as those that it stands for. One that cannot be written without it is left.
fn expanded(list: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut open: Vec<String> = split(list, ',').into_iter().rev().map(|one| one.trim().to_owned()).collect();
    while let Some(selector) = open.pop() {
        let parts = selector.find(":is(").and_then(|at| {
            let from = at + ":is(".len();
            let to = from + find(&selector[from..], &[')'])?;
            Some((&selector[..at], split(&selector[from..to], ','), &selector[to + 1..]))
        });
        let Some((before, choices, after)) = parts else {
            done.push(selector);
            continue;
        };
        // A name of an element cannot follow a part of the same compound.
        let joins = before.ends_with(|c: char| !c.is_whitespace() && !"+>~,".contains(c));
        if joins && choices.iter().any(|one| one.trim().starts_with(|c: char| c.is_alphabetic() || c == '*'))
        {
            done.push(selector);
            continue;
        }
        open.extend(choices.iter().rev().map(|one| format!("{before}{}{after}", one.trim())));
    }
    done
}

/// The declarations of a rule.
fn declarations(body: &str) -> String {
    let mut out = Vec::new();
    for one in split(body, ';').into_iter().map(str::trim).filter(|one| !one.is_empty()) {
        let Some((name, value)) = one.split_once(':') else {
            out.push(one.to_owned());
            continue;
        };
        let (name, value) = (name.trim(), unclamped(value.trim()));
        let (value, force) = match value.strip_suffix("!important") {
            Some(bare) => (bare.trim().to_owned(), "!important"),
            None => (value.into_owned(), ""),
        };
        let mut say = |name: &str, value: &str| out.push(format!("{name}:{value}{force}"));
        let values = split(&value, ' ');
        let nth = |at: usize, or: usize| values.get(at).or(values.get(or)).or(values.first()).copied();
        let (first, second) = (nth(0, 0).unwrap_or_default(), nth(1, 0).unwrap_or_default());
        match name {
            "margin-block" | "margin-inline" | "padding-block" | "padding-inline" => {
                say(&format!("{name}-start"), first);
                say(&format!("{name}-end"), second);
            }
            "border-block" | "border-inline" => {
                say(&format!("{name}-start"), &value);
                say(&format!("{name}-end"), &value);
            }
            // Every language that the program writes runs from left to right.
            "inset-block-start" => say("top", &value),
            "inset-block-end" => say("bottom", &value),
            "inset-inline-start" => say("left", &value),
            "inset-inline-end" => say("right", &value),
            "inset-block" => {
                say("top", first);
                say("bottom", second);
            }
            "inset-inline" => {
                say("left", first);
                say("right", second);
            }
            "inset" => {
                say("top", first);
                say("right", second);
                say("bottom", nth(2, 0).unwrap_or_default());
                say("left", nth(3, 1).unwrap_or_default());
            }
            "float" if value == "inline-start" => say(name, "left"),
            "float" if value == "inline-end" => say(name, "right"),
            "overflow-wrap" if value == "anywhere" => {
                say(name, "break-word");
                say(name, &value);
            }
            "text-emphasis" | "text-emphasis-position" | "mask-image" => {
                say(&format!("-webkit-{name}"), &value);
                say(name, &value);
            }
            _ => say(name, &value),
        }
    }
    out.join(";")
}

/// `clamp(a, b, c)` as `max(a, min(b, c))`, which it means.
fn unclamped(value: &str) -> Cow<'_, str> {
    const NAME: &str = "clamp(";
    let Some(at) = value.find(NAME) else { return Cow::Borrowed(value) };
    let inside = &value[at + NAME.len()..];
    let Some(end) = find(inside, &[')']) else { return Cow::Borrowed(value) };
    let parts: Vec<&str> = split(&inside[..end], ',').into_iter().map(str::trim).collect();
    let [least, wanted, most] = parts.as_slice() else { return Cow::Borrowed(value) };
    let after = unclamped(&inside[end + 1..]);
    Cow::Owned(format!("{}max({least},min({wanted},{most})){after}", &value[..at]))
}

/// The parts of a text between separators that stand in no brackets and no quotation marks.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = find(rest, &[separator]) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len_utf8()..];
    }
    parts.push(rest);
    parts
}

/// The first of some signs that stands in no brackets and no quotation marks.
fn find(text: &str, signs: &[char]) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, None, false);
    for (at, sign) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if sign == '\\' {
            escaped = true;
        } else if quoted.is_some() {
            quoted = quoted.filter(|mark| *mark != sign);
        } else if depth == 0 && signs.contains(&sign) {
            return Some(at);
        } else {
            match sign {
                '"' | '\'' => quoted = Some(sign),
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_unwrapped_in_their_order() {
        assert_eq!(
            lowered("@layer a,b;@layer a{p{margin:0}@media print{p{margin:1px}}}@layer b{q{color:red}}"),
            "p{margin:0}\n@media print{p{margin:1px}\n}\nq{color:red}\n"
        );
    }

    #[test]
    fn sides_by_the_direction_of_writing_get_names_that_old_browsers_have() {
        assert_eq!(
            lowered("p{margin-block:1em .5em;padding-inline:calc(1px + 2px)!important;inset-inline-start:0}"),
            "p{margin-block-start:1em;margin-block-end:.5em;padding-inline-start:calc(1px + 2px)!important;\
             padding-inline-end:calc(1px + 2px)!important;left:0}\n"
        );
        assert_eq!(lowered("p{inset:0 1px}"), "p{top:0;right:1px;bottom:0;left:1px}\n");
        assert_eq!(
            lowered("p{border-block:2px solid}"),
            "p{border-block-start:2px solid;border-block-end:2px solid}\n"
        );
    }

    #[test]
    fn selectors_are_written_out_and_new_ones_stand_alone() {
        assert_eq!(
            lowered(":is(a, b):lang(zh) :is(c,d > e){x:y}").lines().next(),
            Some("a:lang(zh) c,a:lang(zh) d > e,b:lang(zh) c,b:lang(zh) d > e{x:y}")
        );
        assert_eq!(lowered(".m,li:has(p),.n{x:y}"), ".m,.n{x:y}\nli:has(p){x:y}\n");
        // `.m` and `a` cannot be joined; the list of what is sent would name it.
        assert_eq!(lowered(".m:is(a,.b){x:y}"), ".m:is(a,.b){x:y}\n");
    }

    #[test]
    fn a_query_of_the_container_has_one_of_the_window_beside_it() {
        assert_eq!(
            lowered("@container (min-width:40rem){p{color:red}}"),
            "@container (min-width:40rem){p{color:red}\n}\n@supports not (container-type:inline-size){\
             @media (min-width:40rem){p{color:red}\n}\n}"
        );
    }

    #[test]
    fn values_that_are_new_have_an_old_one_of_the_same_meaning() {
        assert_eq!(
            lowered(":root{--a:clamp(1rem, .6rem + 1vw, 2rem) solid;--b:\"clamp(;}\"}"),
            ":root{--a:max(1rem,min(.6rem + 1vw,2rem)) solid;--b:\"clamp(;}\"}\n"
        );
        assert_eq!(
            lowered("p{overflow-wrap:anywhere}"),
            "p{overflow-wrap:break-word;overflow-wrap:anywhere}\n"
        );
    }
}
