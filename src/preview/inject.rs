//! Injects the live-reload script into pages as they are served, and widens their Content-Security-Policy for it.

use super::mime::ContentHash;
use std::fmt::Write as _;

/// The folder of the preview's own files. No file of a site begins with a point.
pub(super) const OWN: &str = ".shanhai/";

/// The preview's script.
pub(super) const CLIENT: &str = include_str!("client.js");

/// What the preview's script needs: to be run, to fetch the page again, and to hear.
const LEAVE: [&str; 2] = ["script-src", "connect-src"];

/// A page with the preview's script. `path` is the page's, `page` and `style` what it shows.
pub(super) fn dressed(html: &[u8], path: &str, page: &ContentHash, style: &ContentHash) -> Vec<u8> {
    finished(&allowed(&String::from_utf8_lossy(html), &LEAVE), path, page, style)
}

/// The page for an address that does not exist, shown at that address: its links lead from the site's root.
pub(super) fn astray(html: &[u8], path: &str, page: &ContentHash, style: &ContentHash) -> Vec<u8> {
    let html = allowed(&String::from_utf8_lossy(html), &["script-src", "connect-src", "base-uri"]);
    finished(&html.replacen("<head>", "<head><base href=\"/\">", 1), path, page, style)
}

fn finished(html: &str, path: &str, page: &ContentHash, style: &ContentHash) -> Vec<u8> {
    let mut out = html.to_owned();
    let mut script = String::new();
    let _ = write!(
        script,
        "<script src=\"/{OWN}client.js\" defer data-path=\"{}\" data-page=\"{}\" data-style=\"{}\"></script>",
        escaped(path),
        page.0,
        style.0
    );
    let at = out.rfind("</body>").unwrap_or(out.len());
    out.insert_str(at, &script);
    out.into_bytes()
}

/// A page that says only that there is nothing to show yet; the script tells why.
pub(super) fn empty(title: &str) -> Vec<u8> {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><p>{title}</p></body></html>\n"
    )
    .into_bytes()
}

/// The page with its policy widened, if it has one.
fn allowed(html: &str, names: &[&str]) -> String {
    const HEAD: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let Some(start) = html.find(HEAD).map(|at| at + HEAD.len()) else { return html.to_owned() };
    let Some(end) = html[start..].find('"').map(|at| start + at) else { return html.to_owned() };
    format!("{}{}{}", &html[..start], widened(&html[start..end], names), &html[end..])
}

fn widened(policy: &str, names: &[&str]) -> String {
    let mut rules: Vec<String> =
        policy.split(';').map(str::trim).filter(|rule| !rule.is_empty()).map(str::to_owned).collect();
    for name in names {
        match rules.iter_mut().find(|rule| rule.split(' ').next() == Some(*name)) {
            Some(rule) if rule.ends_with(" 'none'") => *rule = format!("{name} 'self'"),
            Some(rule) if rule.split(' ').any(|source| source == "'self'") => {}
            Some(rule) => rule.push_str(" 'self'"),
            None => rules.push(format!("{name} 'self'")),
        }
    }
    rules.join("; ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_widened_by_what_the_script_needs_and_no_more() {
        assert_eq!(
            widened("default-src 'none'; img-src 'self'", &LEAVE),
            "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'"
        );
        assert_eq!(
            widened("script-src 'none'; connect-src 'self' data:", &LEAVE),
            "script-src 'self'; connect-src 'self' data:"
        );
        assert_eq!(
            widened("script-src 'sha256-x'", &LEAVE),
            "script-src 'sha256-x' 'self'; connect-src 'self'"
        );
    }

    #[test]
    fn a_path_stays_text() {
        let mark = ContentHash::of(b"x");
        let page = dressed(b"<body>a</body>", "x\"><script>alert(1)</script>", &mark, &mark);
        let page = String::from_utf8(page).expect("text");
        assert!(page.contains("data-path=\"x&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""), "{page}");
        assert!(page.ends_with("</script></body>"));
    }
}
