//! Escaping of text for HTML and SVG: the one place where a character becomes an entity.

/// Escapes for SVG, in text and in attributes between double quotes; leaves out what XML cannot hold.
pub fn push_xml(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => push(out, c),
        }
    }
}

/// Escapes for HTML, in text and in attributes between quotes of either sort.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' => out.push_str("&#39;"),
            c => push(&mut out, c),
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        assert_eq!(
            escape_html("<a href=\"x\" b='y'>&amp;山</a>"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;山&lt;/a&gt;"
        );
        let mut svg = String::new();
        push_xml(&mut svg, "a\u{0}\u{b}\u{ffff}<'\t\"&");
        assert_eq!(svg, "a&lt;'\t&quot;&amp;");
    }
}
