//! A CSS minifier: takes out comments and the space that only people need.

/// Leaves out comments, line breaks and space where no meaning hangs on it; what stands in quotation marks
/// stays as it is.
pub(super) fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(sign) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        if sign == '"' || sign == '\'' {
            let end = string_end(rest, sign);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        rest = &rest[sign.len_utf8()..];
        if sign.is_ascii_whitespace() {
            let before = out.chars().next_back();
            let after = rest.trim_start_matches(|one: char| one.is_ascii_whitespace()).chars().next();
            let needless = |one: Option<char>| one.is_none_or(|one| matches!(one, '{' | '}' | ';' | ','));
            // Before a colon space may join two selectors; after it, it never means anything.
            let after_colon = before == Some(':');
            if before.is_some_and(|one| !one.is_ascii_whitespace())
                && !after_colon
                && !needless(before)
                && !needless(after)
            {
                out.push(' ');
            }
            continue;
        }
        if sign == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(sign);
        if sign == '}' && rest.starts_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// Where a string ends that begins with its quotation mark.
fn string_end(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        if sign == mark && !escaped {
            return at + mark.len_utf8();
        }
        escaped = sign == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_no_meaning_is_left_out() {
        let css = "/* a, b */\n@media (min-width: 2rem) {\n  a:hover b,\n  .c > d { margin: 0 auto; width: calc(1% - 2px); }\n}\n";
        assert_eq!(
            minified(css),
            "@media (min-width:2rem){a:hover b,.c > d{margin:0 auto;width:calc(1% - 2px)}\n}\n"
        );
        assert_eq!(
            minified("a::after { content: \" /* ; \\\" } \" ; }"),
            "a::after{content:\" /* ; \\\" } \"}"
        );
        assert_eq!(minified("a /* x */ b :is(i){}"), "a b :is(i){}");
    }
}
