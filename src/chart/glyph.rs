//! Status glyphs: drawn paths, never characters. Shape first, colour second, so that twelve
//! outcomes stay apart in grey, in print and for colour-blind readers.

use std::fmt::Write;

use super::canvas::Canvas;
use super::paint::{Fill, Point, Stroke};
use super::spec::{Output, Status};
use super::token::Token;
use crate::escape::push_xml;

/// Draws a glyph of this radius around a point.
pub(super) fn draw(canvas: &mut Canvas, status: Status, centre: Point, radius: f64) {
    let glyph = Glyph { centre, radius };
    match status {
        Status::Met => glyph.met(canvas),
        Status::Exceeded => glyph.exceeded(canvas),
        Status::Missed => glyph.missed(canvas),
        Status::Reached => glyph.reached(canvas),
        Status::OnTrack => glyph.arrow(canvas, -1.0),
        Status::Behind => glyph.arrow(canvas, 1.0),
        Status::UnderWay => glyph.under_way(canvas),
        Status::Undetermined => glyph.undetermined(canvas),
        Status::NotComparable => glyph.not_comparable(canvas),
        Status::NoData => glyph.no_data(canvas),
        Status::NotDue => glyph.ring(canvas, Token::Axis),
        Status::Dropped => glyph.dropped(canvas),
    }
}

/// The colour of the words beside a glyph.
pub(super) fn word_token(status: Status) -> Token {
    if status == Status::Missed { Token::Short } else { Token::Muted }
}

struct Glyph {
    centre: Point,
    radius: f64,
}

impl Glyph {
    /// A point by its distance from the centre in radii.
    fn at(&self, x: f64, y: f64) -> Point {
        (self.centre.0 + x * self.radius, self.centre.1 + y * self.radius)
    }

    fn points(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|(x, y)| self.at(*x, *y)).collect()
    }

    fn stroke(&self, token: Token, share: f64) -> Stroke {
        Stroke::solid(token, (self.radius * share).clamp(0.8, 3.0))
    }

    fn disc(&self, canvas: &mut Canvas) {
        canvas.circle(self.centre, self.radius, Fill::Token(Token::Actual), None);
    }

    fn ring(&self, canvas: &mut Canvas, token: Token) {
        let stroke = self.stroke(token, 0.22);
        canvas.circle(self.centre, self.radius - stroke.width / 2.0, Fill::Token(Token::Paper), Some(stroke));
    }

    fn met(&self, canvas: &mut Canvas) {
        self.disc(canvas);
        let check = self.points(&[(-0.5, 0.02), (-0.12, 0.42), (0.52, -0.4)]);
        canvas.polyline(&check, self.stroke(Token::Paper, 0.3));
    }

    /// The check of what is met, in a ring that is not filled yet.
    fn reached(&self, canvas: &mut Canvas) {
        self.ring(canvas, Token::Actual);
        let check = self.points(&[(-0.42, 0.02), (-0.1, 0.34), (0.44, -0.34)]);
        canvas.polyline(&check, self.stroke(Token::Actual, 0.24));
    }

    fn exceeded(&self, canvas: &mut Canvas) {
        self.disc(canvas);
        let stroke = self.stroke(Token::Paper, 0.28);
        canvas.line(self.at(0.0, 0.6), self.at(0.0, -0.5), stroke);
        canvas.polyline(&self.points(&[(-0.45, -0.06), (0.0, -0.54), (0.45, -0.06)]), stroke);
    }

    fn missed(&self, canvas: &mut Canvas) {
        let diamond = self.points(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]);
        canvas.polygon(&diamond, Fill::Token(Token::Paper), Some(self.stroke(Token::Short, 0.32)));
    }

    /// A ring with an arrow: rising is on track, falling is behind.
    fn arrow(&self, canvas: &mut Canvas, down: f64) {
        self.ring(canvas, Token::Actual);
        let stroke = self.stroke(Token::Actual, 0.22);
        canvas.line(self.at(-0.4, -0.4 * down), self.at(0.4, 0.4 * down), stroke);
        canvas
            .polyline(&self.points(&[(-0.2, 0.46 * down), (0.46, 0.46 * down), (0.46, -0.2 * down)]), stroke);
    }

    fn under_way(&self, canvas: &mut Canvas) {
        self.ring(canvas, Token::Actual);
        canvas.half_disc(self.centre, self.radius * 0.9, Fill::Token(Token::Actual));
    }

    fn undetermined(&self, canvas: &mut Canvas) {
        self.ring(canvas, Token::Axis);
        let stroke = self.stroke(Token::Ink, 0.2);
        let hook = [
            (-0.3, -0.22),
            (-0.26, -0.4),
            (-0.1, -0.52),
            (0.12, -0.52),
            (0.28, -0.38),
            (0.28, -0.18),
            (0.0, 0.06),
            (0.0, 0.24),
        ];
        canvas.polyline(&self.points(&hook), stroke);
        canvas.line(self.at(0.0, 0.4), self.at(0.0, 0.58), stroke);
    }

    fn not_comparable(&self, canvas: &mut Canvas) {
        let stroke = self.stroke(Token::Muted, 0.24);
        canvas.line(self.at(-0.8, -0.28), self.at(0.8, -0.28), stroke);
        canvas.line(self.at(-0.8, 0.28), self.at(0.8, 0.28), stroke);
        canvas.line(self.at(-0.45, 0.85), self.at(0.45, -0.85), stroke);
    }

    fn no_data(&self, canvas: &mut Canvas) {
        canvas.line(self.at(-0.75, 0.0), self.at(0.75, 0.0), self.stroke(Token::Muted, 0.28));
    }

    fn dropped(&self, canvas: &mut Canvas) {
        self.ring(canvas, Token::Muted);
        canvas.line(self.at(-0.62, 0.62), self.at(0.62, -0.62), self.stroke(Token::Muted, 0.22));
    }
}

/// A status glyph as an SVG symbol that [`glyph_use`] shows by its id; a page holds each one once.
/// The class lets rules for drawings reach into it from any place of use.
pub fn glyph_symbol(status: Status, id: &str) -> String {
    let mut canvas = Canvas::new("g", Output::Inline);
    draw(&mut canvas, status, (8.0, 8.0), 7.0);
    let mut svg = String::from("<symbol id=\"");
    push_xml(&mut svg, id);
    let _ = write!(
        svg,
        "\" class=\"sh\" viewBox=\"0 0 16 16\">{}</symbol>",
        canvas.into_body().replace('\n', "")
    );
    svg
}

/// A glyph as a drawing of its own, for a printed page.
pub fn glyph_file(status: Status) -> String {
    let mut canvas = Canvas::new("g", Output::Paper);
    draw(&mut canvas, status, (8.0, 8.0), 7.0);
    let body = canvas.into_body().replace('\n', "");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\">{body}</svg>"
    )
}

/// Shows a symbol in a line of HTML. It is hidden from screen readers, because its word stands beside it.
pub fn glyph_use(id: &str) -> String {
    let mut svg =
        String::from("<svg class=\"sh-glyph\" width=\"16\" height=\"16\" aria-hidden=\"true\"><use href=\"#");
    push_xml(&mut svg, id);
    svg.push_str("\"/></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_status_has_its_own_shape_even_without_colour() {
        let shapes: BTreeSet<String> = Status::ALL
            .iter()
            .map(|status| {
                let svg = glyph_symbol(*status, "x");
                svg.split(" d=").skip(1).map(|rest| rest.split('/').next().unwrap_or_default()).collect()
            })
            .collect();
        assert_eq!(shapes.len(), Status::ALL.len());
    }

    #[test]
    fn a_glyph_is_hidden_from_screen_readers_and_holds_no_character() {
        assert!(glyph_use("missed").contains("aria-hidden=\"true\""));
        assert!(glyph_use("missed").contains("href=\"#missed\""));
        let symbol = glyph_symbol(Status::Missed, "missed");
        assert!(symbol.starts_with("<symbol id=\"missed\"") && !symbol.contains("<text"));
    }
}
