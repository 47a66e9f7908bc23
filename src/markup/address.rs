//! Addresses outside of the site: the one allow-list of schemes, hosts and characters, for links of texts and for
//! every key that takes an address.

use crate::code_points::{is_invisible, is_unwanted};
use std::fmt;

/// Why an address is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// A scheme other than http and https, or in a text mailto and tel; or none.
    Scheme,
    /// No host, or one with characters that no host has.
    Host,
    /// A name or password before the host.
    Credentials,
    /// A space, a quotation mark, a backslash, or a character that nobody sees, written out or in per cent.
    Character,
}

impl fmt::Display for AddressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "it does not begin with http:// or https://",
            Self::Host => "it names no host",
            Self::Credentials => "it has a name or password before its host",
            Self::Character => "it has a character that no address has",
        })
    }
}

/// Looks whether a text is an address of the web: http or https.
///
/// # Errors
/// What is wrong with it.
pub fn web_address(text: &str) -> Result<(), AddressFault> {
    let rest = after(text, "https://").or_else(|| after(text, "http://")).ok_or(AddressFault::Scheme)?;
    characters(text)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = &rest[..end];
    if authority.contains('@') {
        return Err(AddressFault::Credentials);
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok();
    if host.is_empty() || !is_host(host) || port.is_some_and(|port| !is_port(port)) {
        return Err(AddressFault::Host);
    }
    Ok(())
}

/// Looks whether a text is an address that a text may lead to: of the web, of somebody's mail, or a telephone number.
///
/// # Errors
/// What is wrong with it.
pub fn outward_address(text: &str) -> Result<(), AddressFault> {
    if let Some(mail) = after(text, "mailto:") {
        let (name, host) =
            mail.split(['?', '#']).next().and_then(|to| to.split_once('@')).unwrap_or_default();
        let fine = !name.is_empty() && is_host(host);
        return if fine { characters(text) } else { Err(AddressFault::Host) };
    }
    if let Some(number) = after(text, "tel:") {
        let fine =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '(' | ')' | ';' | '=' | '*');
        return if number.chars().all(fine) && !number.is_empty() {
            Ok(())
        } else {
            Err(AddressFault::Character)
        };
    }
    web_address(text)
}

/// What follows a scheme, in whatever case that is written.
fn after<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let head = text.get(..scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
}

/// A name, an address in numbers, or one in square brackets.
fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        let inner = inner.strip_suffix(']').unwrap_or_default();
        return !inner.is_empty() && inner.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'));
    }
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| matches!(c, '-' | '_') || c.is_alphanumeric() && !is_wide(c))
    };
    host.strip_suffix('.').unwrap_or(host).split('.').all(part)
}

/// Letters and digits that a browser reads as plain ones: they hide which host it is.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff00}'..='\u{ffef}' | '\u{2100}'..='\u{214f}' | '\u{2460}'..='\u{24ff}' | '\u{1d400}'..='\u{1d7ff}')
}

/// No character that an address has only to hide something, as it stands and with what stands in per cent decoded.
fn characters(text: &str) -> Result<(), AddressFault> {
    let odd = |c: char| c.is_whitespace() || is_unwanted(c) || is_invisible(c);
    let quotes = |c: char| matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let byte = hex(at + 1).zip(hex(at + 2)).filter(|_| bytes[at] == b'%');
        let byte = byte.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    // A space in per cent is an ordinary part of an address.
    let hidden =
        String::from_utf8_lossy(&decoded).contains(|c| is_unwanted(c) || matches!(c, '\n' | '\r' | '\t'));
    if text.contains(odd) || text.contains(quotes) || hidden {
        return Err(AddressFault::Character);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_are_allowed() {
        for text in [
            "https://example.org/",
            "HTTP://a.cn",
            "https://example.org:8443/a?b=c#d",
            "https://政务.cn/页/%E9%A1%B5.html?a=%20b",
            "http://[2001:db8::1]/x",
            "http://127.0.0.1:8000",
            "https://a.cn/x:y@z",
        ] {
            assert_eq!(web_address(text), Ok(()), "{text}");
        }
        for text in ["mailto:a@b.cn", "MAILTO:a@b.cn?subject=x", "tel:+86-769"] {
            assert_eq!(outward_address(text), Ok(()), "{text}");
            assert_eq!(web_address(text), Err(AddressFault::Scheme), "{text}");
        }
    }

    #[test]
    fn others_are_not_and_it_says_why() {
        use AddressFault::{Character, Credentials, Host, Scheme};
        for (text, why) in [
            ("javascript:alert(1)", Scheme),
            (" https://a.cn", Scheme),
            ("JaVaScRiPt:alert(1)", Scheme),
            ("data:text/html,x", Scheme),
            ("vbscript:x", Scheme),
            ("file:///etc/passwd", Scheme),
            ("blob:https://a.cn/x", Scheme),
            ("//a.cn", Scheme),
            ("\\\\a.cn", Scheme),
            ("www.a.cn", Scheme),
            ("https:a.cn", Scheme),
            ("https://", Host),
            ("https:///a", Host),
            ("https://a..cn", Host),
            ("https://a.cn:99999", Host),
            ("https://a.cn%2eb.cn/", Host),
            ("https://ａ.cn/", Host),
            ("https://a.cn／@b.cn", Credentials),
            ("https://user:word@a.cn/", Credentials),
            ("https://user@a.cn", Credentials),
            ("https://a.cn/ b", Character),
            ("https://a.cn\\@b.cn", Character),
            ("https://a.cn/\"onclick=", Character),
            ("https://a.cn/%0d%0aSet-Cookie", Character),
            ("https://a.cn/%00", Character),
            ("https://a.cn/%EF%B7%90", Character),
            ("https://a.cn/%E2%80%AE", Character),
            ("https://a.cn/\u{202e}", Character),
            ("https://a.cn/\u{200b}", Character),
            ("mailto:", Scheme),
        ] {
            assert_eq!(web_address(text), Err(why), "{text:?}");
        }
        for (text, why) in
            [("mailto:", Host), ("mailto:a@b.cn?x=%0aBcc:c", Character), ("tel:javascript:1", Character)]
        {
            assert_eq!(outward_address(text), Err(why), "{text:?}");
        }
    }
}
