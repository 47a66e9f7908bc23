//! The SVG writer: marks in, text out.
//!
//! Neighbouring shapes of equal paint become one path, neighbouring lines of equal type one
//! group. Coordinates have two decimals at most. Whatever a layout asks for, no text leaves
//! the drawing: it is moved inside, and shortened if it is wider than the drawing.

mod document;

use std::fmt::Write;
use std::ops::Range;

use super::number::{fixed, push};
use super::paint::{Anchor, Dash, Fill, Point, Rect, Stroke, Type};
use super::spec::{Interaction, Output};
use super::token::{Token, TokenSet};
use super::wrap::shorten;
use crate::escape::push_xml;

/// The one native width: a phone, half a desktop row, a column of a printed page.
pub(super) const WIDTH: f64 = 360.0;
/// Nothing but hairlines comes nearer to the edge.
pub(super) const PAD: f64 = 10.0;
/// Text keeps at least this distance from the edge.
const EDGE: f64 = 2.0;

/// Consecutive elements that share their paint.
#[derive(Debug, PartialEq)]
enum PaintRun {
    Path { fill: Fill, stroke: Option<Stroke> },
    Text { kind: Type, anchor: Anchor },
}

/// A drawing in progress.
#[derive(Debug)]
pub(super) struct Canvas {
    id: String,
    output: Output,
    body: String,
    path: String,
    run: Option<PaintRun>,
    open: Vec<&'static str>,
    used: TokenSet,
    hatched: bool,
    linked: bool,
    /// Whether the next line of text is the first of a link.
    underline: bool,
}

impl Canvas {
    /// An empty drawing whose ids begin with `id`.
    pub(super) fn new(id: &str, output: Output) -> Self {
        Self {
            id: safe_id(id),
            output,
            body: String::with_capacity(4096),
            path: String::new(),
            run: None,
            open: Vec::new(),
            used: TokenSet::default(),
            hatched: false,
            linked: false,
            underline: false,
        }
    }

    /// Draws inside a group of this class.
    pub(super) fn group(&mut self, class: &str, draw: impl FnOnce(&mut Self)) {
        self.open_group(class);
        draw(self);
        self.close();
    }

    /// Draws one data mark with its tooltip and link. A link without words is called as its tooltip; one
    /// with words is called by them, so that who says what they see is understood.
    pub(super) fn mark(&mut self, interaction: &Interaction, draw: impl FnOnce(&mut Self)) {
        let depth = self.open.len();
        // Nobody points at paper.
        let nothing = Interaction::default();
        let interaction = if self.output == Output::Paper { &nothing } else { interaction };
        let name =
            interaction.href.as_ref().and_then(|href| self.open_link(href, interaction.tip.as_deref()));
        self.open_group("m");
        if let Some(tip) = &interaction.tip {
            self.body.push_str("<title>");
            push_xml(&mut self.body, tip);
            self.body.push_str("</title>");
        }
        draw(self);
        while self.open.len() > depth {
            self.close();
        }
        if let Some(name) = name
            && self.body[name.end..].contains("<text")
        {
            self.body.replace_range(name, "");
        }
    }

    fn open_group(&mut self, class: &str) {
        self.flush();
        let _ = write!(self.body, "<g class=\"{class}\">");
        self.open.push("</g>\n");
    }

    /// Opens a link; gives the place of its name in the drawing.
    fn open_link(&mut self, href: &str, name: Option<&str>) -> Option<Range<usize>> {
        self.flush();
        self.linked = true;
        self.underline = true;
        self.body.push_str("<a href=\"");
        push_xml(&mut self.body, href);
        self.body.push('"');
        let name = name.map(|name| {
            let start = self.body.len();
            self.body.push_str(" aria-label=\"");
            push_xml(&mut self.body, name);
            self.body.push('"');
            start..self.body.len()
        });
        self.body.push('>');
        self.open.push("</a>\n");
        name
    }

    fn close(&mut self) {
        self.flush();
        if let Some(tag) = self.open.pop() {
            if self.body.ends_with('\n') {
                self.body.pop();
            }
            self.body.push_str(tag);
            self.underline &= !tag.starts_with("</a");
        }
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, rect: Rect, fill: Fill, stroke: Option<Stroke>) {
        let (left, top, right, bottom) =
            (fixed(rect.left), fixed(rect.top), fixed(rect.right), fixed(rect.bottom));
        self.begin(fill, stroke);
        self.command('M', &[left, top]);
        self.command('H', &[right]);
        self.command('V', &[bottom]);
        self.command('H', &[left]);
        self.path.push('z');
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.polyline(&[from, to], stroke);
    }

    /// Connected straight lines.
    pub(super) fn polyline(&mut self, points: &[Point], stroke: Stroke) {
        self.begin(Fill::None, Some(stroke));
        self.points(points);
    }

    /// A closed shape.
    pub(super) fn polygon(&mut self, points: &[Point], fill: Fill, stroke: Option<Stroke>) {
        self.begin(fill, stroke);
        self.points(points);
        self.path.push('z');
    }

    /// A circle.
    pub(super) fn circle(&mut self, centre: Point, radius: f64, fill: Fill, stroke: Option<Stroke>) {
        let (left, right) = (fixed(centre.0 - radius), fixed(centre.0 + radius));
        let (middle, radius) = (fixed(centre.1), fixed(radius));
        self.begin(fill, stroke);
        self.command('M', &[left, middle]);
        self.arc(radius, (right, middle));
        self.arc(radius, (left, middle));
        self.path.push('z');
    }

    /// The left half of a disc.
    pub(super) fn half_disc(&mut self, centre: Point, radius: f64, fill: Fill) {
        let (top, bottom) = (fixed(centre.1 - radius), fixed(centre.1 + radius));
        self.begin(fill, None);
        self.command('M', &[fixed(centre.0), bottom]);
        self.arc(fixed(radius), (fixed(centre.0), top));
        self.path.push('z');
    }

    /// A smooth link between two points that leaves and arrives horizontally.
    pub(super) fn link_curve(&mut self, from: Point, to: Point, stroke: Stroke) {
        let middle = fixed(f64::midpoint(from.0, to.0));
        let (from_y, to_y) = (fixed(from.1), fixed(to.1));
        self.begin(Fill::None, Some(stroke));
        self.command('M', &[fixed(from.0), from_y]);
        self.command('C', &[middle, from_y, middle, to_y, fixed(to.0), to_y]);
    }

    fn arc(&mut self, radius: i32, to: (i32, i32)) {
        self.command('A', &[radius, radius]);
        self.path.push_str(" 0 0 1");
        for value in [to.0, to.1] {
            self.path.push(' ');
            push(&mut self.path, value);
        }
    }

    fn points(&mut self, points: &[Point]) {
        let mut last: Option<(i32, i32)> = None;
        for point in points {
            let (x, y) = (fixed(point.0), fixed(point.1));
            match last {
                None => self.command('M', &[x, y]),
                Some((_, before)) if before == y => self.command('H', &[x]),
                Some((before, _)) if before == x => self.command('V', &[y]),
                Some(_) => self.command('L', &[x, y]),
            }
            last = Some((x, y));
        }
    }

    fn command(&mut self, letter: char, values: &[i32]) {
        self.path.push(letter);
        for (at, value) in values.iter().enumerate() {
            if at > 0 && *value >= 0 {
                self.path.push(' ');
            }
            push(&mut self.path, *value);
        }
    }

    fn begin(&mut self, fill: Fill, stroke: Option<Stroke>) {
        let run = PaintRun::Path { fill, stroke };
        if self.run.as_ref() != Some(&run) {
            self.flush();
            self.run = Some(run);
        }
    }

    /// A line of text; `at` is on its baseline.
    pub(super) fn text(&mut self, at: Point, text: &str, kind: Type, anchor: Anchor) {
        if text.trim().is_empty() {
            return;
        }
        let text = shorten(text.trim(), WIDTH - 2.0 * EDGE, kind.measure());
        let x = inside(at.0, kind.measure().width(&text), anchor);
        let run = PaintRun::Text { kind, anchor };
        if self.run.as_ref() != Some(&run) {
            self.flush();
            self.body.push_str("<g");
            self.paint_attributes(Fill::Token(kind.token), None);
            self.attribute("font-size", fixed(kind.size));
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => self.body.push_str(" text-anchor=\"middle\""),
                Anchor::End => self.body.push_str(" text-anchor=\"end\""),
            }
            if kind.bold {
                self.body.push_str(" font-weight=\"600\"");
            }
            self.body.push('>');
            self.run = Some(run);
        }
        self.body.push_str("<text");
        self.attribute("x", fixed(x));
        self.attribute("y", fixed(at.1));
        if std::mem::take(&mut self.underline) {
            self.body.push_str(" text-decoration=\"underline\"");
        }
        self.body.push('>');
        push_xml(&mut self.body, &text);
        self.body.push_str("</text>");
    }

    /// Lines of text below each other; `at` is on the baseline of the first.
    pub(super) fn lines(&mut self, at: Point, lines: &[String], leading: f64, kind: Type, anchor: Anchor) {
        for (index, line) in lines.iter().enumerate() {
            self.text((at.0, at.1 + leading * index as f64), line, kind, anchor);
        }
    }

    fn flush(&mut self) {
        match self.run.take() {
            None => {}
            Some(PaintRun::Text { .. }) => self.body.push_str("</g>\n"),
            Some(PaintRun::Path { fill, stroke }) => {
                self.body.push_str("<path");
                self.paint_attributes(fill, stroke);
                let _ = writeln!(self.body, " d=\"{}\"/>", self.path);
                self.path.clear();
            }
        }
    }

    fn attribute(&mut self, name: &str, value: i32) {
        let _ = write!(self.body, " {name}=\"");
        push(&mut self.body, value);
        self.body.push('"');
    }

    fn paint_attributes(&mut self, fill: Fill, stroke: Option<Stroke>) {
        let fill_token = match fill {
            Fill::Token(token) => Some(token),
            Fill::None | Fill::Hatch => None,
        };
        self.class_attribute(fill_token, stroke.map(|stroke| stroke.token));
        match fill {
            Fill::None => self.body.push_str(" fill=\"none\""),
            Fill::Token(token) => self.colour_attribute("fill", token),
            Fill::Hatch => {
                self.hatched = true;
                let _ = write!(self.body, " fill=\"url(#{}-h)\"", self.id);
            }
        }
        let Some(stroke) = stroke else { return };
        self.colour_attribute("stroke", stroke.token);
        let width = fixed(stroke.width);
        if width != 100 {
            self.attribute("stroke-width", width);
        }
        match stroke.dash {
            Dash::Solid => {}
            Dash::Dashed => self.body.push_str(" stroke-dasharray=\"3 2.5\""),
            Dash::Dotted => self.body.push_str(" stroke-dasharray=\"1.2 2.2\""),
        }
    }

    fn class_attribute(&mut self, fill: Option<Token>, stroke: Option<Token>) {
        let _ = match (fill, stroke) {
            (None, None) => return,
            (Some(fill), None) => write!(self.body, " class=\"f-{}\"", fill.name()),
            (None, Some(stroke)) => write!(self.body, " class=\"s-{}\"", stroke.name()),
            (Some(fill), Some(stroke)) => {
                write!(self.body, " class=\"f-{} s-{}\"", fill.name(), stroke.name())
            }
        };
    }

    /// The light colour, which a style sheet changes; where none is read, a drawing is not all black.
    fn colour_attribute(&mut self, name: &str, token: Token) {
        self.used.insert(token);
        let _ = write!(self.body, " {name}=\"{}\"", token.light());
    }

    /// The drawing as it stands, without a surrounding element: for a glyph.
    pub(super) fn into_body(mut self) -> String {
        self.flush();
        self.body.truncate(self.body.trim_end().len());
        self.body
    }
}

/// Moves a line of text inside the drawing.
fn inside(x: f64, width: f64, anchor: Anchor) -> f64 {
    let (before, after) = match anchor {
        Anchor::Start => (0.0, width),
        Anchor::Middle => (width / 2.0, width / 2.0),
        Anchor::End => (width, 0.0),
    };
    x.min(WIDTH - EDGE - after).max(EDGE + before)
}

/// Ids hold only what needs no escaping in a reference.
fn safe_id(id: &str) -> String {
    let safe: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if safe.starts_with(|c: char| c.is_ascii_alphabetic()) { safe } else { format!("c{safe}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::paint::LABEL;

    #[test]
    fn ids_are_made_safe() {
        assert_eq!(safe_id("2019\" x"), "c2019x");
        assert_eq!(safe_id("i01-labour"), "i01-labour");
    }

    #[test]
    fn neighbours_of_equal_paint_share_an_element() {
        let mut canvas = Canvas::new("t", Output::Inline);
        canvas.rect(Rect::sized(0.0, 0.0, 1.0, 1.0), Fill::Token(Token::Actual), None);
        canvas.rect(Rect::sized(2.0, 0.0, 1.0, 1.0), Fill::Token(Token::Actual), None);
        assert_eq!(
            canvas.into_body(),
            "<path class=\"f-actual\" fill=\"#12436d\" d=\"M0 0H1V1H0zM2 0H3V1H2z\"/>"
        );
    }

    #[test]
    fn text_is_escaped_and_stays_inside() {
        let mut canvas = Canvas::new("t", Output::Inline);
        canvas.text((-50.0, 10.0), "<a> & \u{7}b", LABEL, Anchor::Middle);
        let body = canvas.into_body();
        assert!(body.contains("&lt;a&gt; &amp; b"), "{body}");
        assert!(!body.contains("x=\"-"), "{body}");
    }
}
