//! Design tokens: colours by meaning, and the style sheets made of them.
//!
//! A mark names a token, never a colour. Inline drawings take their colours from custom
//! properties over the light colours that every drawing carries as attributes; files override them per medium themselves.

#![allow(clippy::unreadable_literal, reason = "a colour is read as six hexadecimal digits")]

use std::fmt::Write;

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Token {
    /// Words that matter.
    Ink,
    /// Words beside them.
    Muted,
    /// Hairlines that only guide the eye.
    Grid,
    /// Axes and leader lines.
    Axis,
    /// What was reported.
    Actual,
    /// Earlier years, and what cannot be compared.
    Earlier,
    /// What was planned.
    Plan,
    /// What was missed.
    Short,
    /// A planned range or an empty lane; always outlined.
    Band,
    /// The ground.
    Paper,
}

/// A token's name and its colour per medium.
struct Shade {
    name: &'static str,
    light: u32,
    dark: u32,
    print: u32,
    forced: &'static str,
}

const fn shade(name: &'static str, light: u32, dark: u32, print: u32, forced: &'static str) -> Shade {
    Shade { name, light, dark, print, forced }
}

/// In the order of [`Token`]. The print grey of `earlier` is a little darker than first
/// designed (`#a0a0a0` has only 2.6 : 1 on white).
const SHADES: [Shade; 10] = [
    shade("ink", 0x1b1f24, 0xe6edf3, 0x000000, "CanvasText"),
    shade("muted", 0x57606a, 0xa3afba, 0x333333, "CanvasText"),
    shade("grid", 0xdde3e9, 0x30363d, 0xcccccc, "GrayText"),
    shade("axis", 0x6e7781, 0x8b949e, 0x555555, "CanvasText"),
    shade("actual", 0x12436d, 0x9ccbfa, 0x333333, "CanvasText"),
    shade("earlier", 0x7a94ae, 0x4a6f94, 0x909090, "GrayText"),
    shade("plan", 0x14171a, 0xf0f6fc, 0x000000, "Highlight"),
    shade("short", 0xb3470b, 0xff9a5c, 0x000000, "CanvasText"),
    shade("band", 0xe8eef5, 0x1d2833, 0xeeeeee, "Canvas"),
    shade("paper", 0xffffff, 0x121417, 0xffffff, "Canvas"),
];

/// A medium that overrides the light colours, and how it takes its colour from a shade.
type Medium = (&'static str, fn(&Shade) -> String);

/// The overrides, in the order in which they win.
const MEDIA: [Medium; 3] = [
    (DARK, |shade| hex(shade.dark)),
    (PRINT, |shade| hex(shade.print)),
    (FORCED, |shade| shade.forced.to_owned()),
];
const DARK: &str = "(prefers-color-scheme:dark)";
const PRINT: &str = "print";
const FORCED: &str = "(forced-colors:active)";

impl Token {
    fn shade(self) -> &'static Shade {
        &SHADES[self as usize]
    }

    /// The name used in classes and custom properties.
    pub(super) fn name(self) -> &'static str {
        self.shade().name
    }

    /// The colour on white paper.
    pub(super) fn light(self) -> String {
        hex(self.shade().light)
    }

    /// The light colour as red, green and blue, for code that only knows those.
    pub(super) fn rgb(self) -> (u8, u8, u8) {
        let [_, red, green, blue] = self.shade().light.to_be_bytes();
        (red, green, blue)
    }

    /// The token whose light colour this is.
    pub(super) fn from_rgb(rgb: (u8, u8, u8)) -> Option<Self> {
        use Token::{Actual, Axis, Band, Earlier, Grid, Ink, Muted, Paper, Plan, Short};
        [Ink, Muted, Grid, Axis, Actual, Earlier, Plan, Short, Band, Paper]
            .into_iter()
            .find(|token| token.rgb() == rgb)
    }
}

/// The tokens a drawing has used.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TokenSet(u16);

impl TokenSet {
    /// Adds a token.
    pub(super) fn insert(&mut self, token: Token) {
        self.0 |= 1 << token as u8;
    }

    fn shades(self) -> impl Iterator<Item = &'static Shade> {
        SHADES.iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, s)| s)
    }
}

fn hex(colour: u32) -> String {
    let short = (colour >> 4) & 0x000f_0f0f == colour & 0x000f_0f0f;
    if short {
        format!("#{:x}{:x}{:x}", colour >> 16 & 15, colour >> 8 & 15, colour & 15)
    } else {
        format!("#{colour:06x}")
    }
}

fn properties(css: &mut String, colour: impl Fn(&Shade) -> String) {
    css.push_str(":root{");
    for shade in &SHADES {
        let _ = write!(css, "--sh-{}:{};", shade.name, colour(shade));
    }
    css.push('}');
}

/// The style sheet of inline drawings, once per page: the tokens as custom properties
/// `--sh-*` for light, dark, print and forced colours, and the classes that use them.
pub fn page_css() -> String {
    let mut css = String::with_capacity(3200);
    properties(&mut css, |shade| hex(shade.light));
    for (query, colour) in MEDIA {
        let _ = write!(css, "@media {query}{{");
        properties(&mut css, colour);
        css.push_str("}\n");
    }
    for shade in &SHADES {
        let name = shade.name;
        let _ = write!(css, ".sh .f-{name}{{fill:var(--sh-{name})}}.sh .s-{name}{{stroke:var(--sh-{name})}}");
    }
    css.push_str(
        "\nsvg.sh{font-family:var(--sh-font,inherit);font-variant-numeric:tabular-nums}\
         svg.sh:not(.sh-glyph){display:block;width:100%;max-width:30rem;height:auto}\
         @media (max-width:30rem){svg.sh:not(.sh-glyph){width:calc(100% + 2*var(--sh-bleed,0px));\
         max-width:none;margin-inline:calc(-1*var(--sh-bleed,0px))}}\
         svg.sh-glyph{display:inline-block;flex:none;vertical-align:-.16em}\
         .sh a:hover,.sh .m:hover{opacity:.8}\
         .sh a:focus-visible{outline:2px solid var(--sh-plan);outline-offset:2px}\
         @media (forced-colors:active){svg.sh{forced-color-adjust:none}\
         .sh .f-plan{fill:CanvasText}\
         .sh .f-earlier{fill:Canvas;stroke:CanvasText}.sh .f-band{stroke:GrayText}}\
         @media print{svg.sh{break-inside:avoid;-webkit-print-color-adjust:exact;\
         print-color-adjust:exact}svg.sh:not(.sh-glyph){max-width:86mm}}\n",
    );
    css
}

/// The light colours for inline drawings below a selector, whatever the medium: those on a white sheet.
pub fn paper_css(selector: &str) -> String {
    let mut css = format!("{selector}{{");
    for shade in &SHADES {
        let _ = write!(css, "--sh-{}:{};", shade.name, hex(shade.light));
    }
    css.push_str("}\n");
    css
}

/// The style sheet of a standalone file: its attributes carry the light colours already, so
/// only the other media follow, which renderers without style sheets leave out.
pub(super) fn file_css(used: TokenSet) -> String {
    let mut css = String::new();
    for (query, colour) in MEDIA {
        let _ = write!(css, "@media {query}{{");
        for shade in used.shades() {
            let (name, colour) = (shade.name, colour(shade));
            let _ = write!(css, ".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}");
        }
        if query == FORCED {
            css.push_str("svg{forced-color-adjust:none}.f-plan{fill:CanvasText}.f-earlier{fill:Canvas;stroke:CanvasText}");
        }
        css.push('}');
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: u32) -> f64 {
        let channel = |shift: u32| {
            let value = f64::from(colour >> shift & 255) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A medium's name and its colour of a shade.
    type Ground = (&'static str, fn(&Shade) -> u32);

    fn media() -> [Ground; 3] {
        [("light", |s| s.light), ("dark", |s| s.dark), ("print", |s| s.print)]
    }

    #[test]
    fn marks_stand_out_from_paper() {
        for (medium, colour) in media() {
            for token in [Token::Axis, Token::Actual, Token::Earlier, Token::Plan, Token::Short] {
                let ratio = contrast(colour(token.shade()), colour(Token::Paper.shade()));
                assert!(ratio >= 3.0, "{medium} {}: {ratio:.2}", token.name());
            }
        }
    }

    #[test]
    fn words_are_readable_on_paper_and_on_bands() {
        for (medium, colour) in media() {
            for token in [Token::Ink, Token::Muted, Token::Plan, Token::Short] {
                for ground in [Token::Paper, Token::Band] {
                    let ratio = contrast(colour(token.shade()), colour(ground.shade()));
                    assert!(ratio >= 4.5, "{medium} {} {}: {ratio:.2}", token.name(), ground.name());
                }
            }
        }
    }

    #[test]
    fn actual_and_earlier_differ_from_each_other() {
        for (medium, colour) in media() {
            let ratio = contrast(colour(Token::Actual.shade()), colour(Token::Earlier.shade()));
            assert!(ratio >= 3.0, "{medium}: {ratio:.2}");
        }
    }

    #[test]
    fn light_colours_are_distinct_so_that_they_lead_back_to_their_token() {
        for (at, shade) in SHADES.iter().enumerate() {
            let token =
                Token::from_rgb(((shade.light >> 16) as u8, (shade.light >> 8) as u8, shade.light as u8));
            assert_eq!(token.map(|t| t as usize), Some(at), "{}", shade.name);
        }
    }
}
