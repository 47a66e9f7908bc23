//! What a mark is painted with: fillings, strokes, type.

use super::token::Token;
use super::wrap::Measure;

/// A point in drawing units.
pub(super) type Point = (f64, f64);

/// The filling of a closed shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fill {
    /// Nothing.
    None,
    /// A plain colour.
    Token(Token),
    /// Stripes: a part of the whole.
    Hatch,
}

/// How a line runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Dash {
    /// Without gaps.
    Solid,
    /// Dashed: a break in a series, years without a figure.
    Dashed,
    /// Dotted: what is not proven.
    Dotted,
}

/// A line's colour, width and run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Its colour.
    pub(super) token: Token,
    /// Its width in drawing units.
    pub(super) width: f64,
    /// How it runs.
    pub(super) dash: Dash,
}

impl Stroke {
    /// A solid line.
    pub(super) const fn solid(token: Token, width: f64) -> Self {
        Self { token, width, dash: Dash::Solid }
    }

    /// A dashed line.
    pub(super) const fn dashed(token: Token, width: f64) -> Self {
        Self { token, width, dash: Dash::Dashed }
    }

    /// A dotted line.
    pub(super) const fn dotted(token: Token, width: f64) -> Self {
        Self { token, width, dash: Dash::Dotted }
    }
}

/// A rectangle by its edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    /// Left edge.
    pub(super) left: f64,
    /// Upper edge.
    pub(super) top: f64,
    /// Right edge.
    pub(super) right: f64,
    /// Lower edge.
    pub(super) bottom: f64,
}

impl Rect {
    /// From an upper left corner and a size.
    pub(super) const fn sized(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// The same, smaller by `by` on each side, so that a stroke stays inside.
    pub(super) const fn inset(self, by: f64) -> Self {
        Self { left: self.left + by, top: self.top + by, right: self.right - by, bottom: self.bottom - by }
    }
}

/// Which point of a line of text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Size, weight and colour of a line of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    /// Size in drawing units.
    pub(super) size: f64,
    /// Its colour.
    pub(super) token: Token,
    /// Whether it is bold.
    pub(super) bold: bool,
}

impl Type {
    /// Plain type.
    pub(super) const fn plain(size: f64, token: Token) -> Self {
        Self { size, token, bold: false }
    }

    /// Bold type.
    pub(super) const fn bold(size: f64, token: Token) -> Self {
        Self { size, token, bold: true }
    }

    /// The same type in another colour.
    pub(super) const fn coloured(self, token: Token) -> Self {
        Self { token, ..self }
    }

    /// As far as measuring needs it.
    pub(super) const fn measure(self) -> Measure {
        Measure { size: self.size, bold: self.bold }
    }

    /// From the middle of a line's height down to its baseline. Baked into coordinates,
    /// because renderers disagree on `dominant-baseline`.
    pub(super) fn drop(self) -> f64 {
        self.size * 0.36
    }
}

// One drawing unit is 0.91 CSS pixels where a phone draws the 360 units 328 pixels wide: labels are
// then 12 pixels high and what stands beside them 11.

/// The title.
pub(super) const TITLE: Type = Type::bold(15.0, Token::Ink);
/// The subtitle.
pub(super) const SUBTITLE: Type = Type::plain(12.1, Token::Muted);
/// A figure at its mark.
pub(super) const FIGURE: Type = Type::bold(14.0, Token::Ink);
/// A name or an axis label.
pub(super) const LABEL: Type = Type::plain(13.2, Token::Ink);
/// The name of a row.
pub(super) const NAME: Type = Type::bold(13.2, Token::Ink);
/// A planned figure.
pub(super) const PLAN: Type = Type::plain(13.2, Token::Plan);
/// Words that only accompany.
pub(super) const ASIDE: Type = Type::plain(12.1, Token::Muted);
/// Key, notes and source.
pub(super) const SMALL: Type = Type::plain(12.1, Token::Muted);
