//! The picture that stands for a page where a link to it is shown: name of the site, one sentence, and a
//! chart or a bar of counts. It is looked at small, so nothing in it is.

use super::canvas::Canvas;
use super::glyph;
use super::number::{fixed, push};
use super::paint::Rect;
use super::spec::{Card, CardPicture, ChartSpec, Frame, Output, Share, Status, Style};
use super::token::Token;
use super::width;
use super::wrap::{Measure, by_clause, shorten, wrap, wrap_balanced};
use crate::escape::push_xml;
use std::fmt::Write as _;

/// Width of a card in pixels: what networks ask for.
pub const CARD_WIDTH: u32 = 1200;
/// Height of a card in pixels.
pub const CARD_HEIGHT: u32 = 630;

const WIDTH: f64 = CARD_WIDTH as f64;
const MARGIN: f64 = 48.0;
/// The upper edge of what stands below the site's name.
const TOP: f64 = 128.0;
/// Where the hills begin.
const FOOT: f64 = 548.0;
/// The ground of a chart.
const PANEL: Rect = Rect { left: 528.0, top: 36.0, right: 1176.0, bottom: 582.0 };
const PANEL_PAD: f64 = 12.0;
/// A chart that would have to be smaller than this is not readable in a preview.
const LEAST_SCALE: f64 = 1.15;
/// Sizes of the sentence, the largest that fits first; the first few only where nothing stands beside it.
const SIZES: [f64; 9] = [84.0, 74.0, 64.0, 58.0, 52.0, 46.0, 42.0, 38.0, 34.0];
const BESIDE_A_PICTURE: usize = 2;
/// From line to line of the sentence, in its size.
const LEADING: f64 = 1.34;
const GAP: f64 = 14.0;
const ASIDE: CardText = CardText { size: 27.0, serif: false, token: Token::Muted };
const ASIDE_LEADING: f64 = 40.0;
const TEXT: CardText = CardText { size: 32.0, serif: false, token: Token::Ink };
const TEXT_LEADING: f64 = 52.0;
/// Faces differ a little from the widths that lines are measured by.
const SPARE: f64 = 0.95;

const SERIF: &str = "'Noto Serif SC','Noto Serif CJK SC',serif";
const SANS: &str = "'Noto Sans SC','Noto Sans CJK SC',sans-serif";

/// Draws a card: an SVG of [`CARD_WIDTH`] by [`CARD_HEIGHT`], the same bytes for the same card.
pub fn card(spec: &Card) -> String {
    let mut page = Page { svg: String::with_capacity(8192) };
    page.head(spec);
    let chart = match &spec.picture {
        CardPicture::Chart(chart) => {
            // Notes are too small to be read here.
            let bare = ChartSpec { notes: Vec::new(), ..(**chart).clone() };
            let (svg, height) =
                super::draw::drawn(&bare, Style { output: Output::File, frame: Frame::PlotOnly });
            placed(height).map(|place| (svg, place))
        }
        _ => None,
    };
    let right = if chart.is_some() { PANEL.left - 34.0 } else { WIDTH - MARGIN };
    page.brand(&spec.site, right);
    if let Some((svg, (scale, x, y))) = chart {
        page.panel();
        let _ = write!(
            page.svg,
            "<g transform=\"translate({} {}) scale({})\">",
            short(x),
            short(y),
            short(scale)
        );
        page.svg.push_str(&svg);
        page.svg.push_str("</g>\n");
    }
    let shares = match &spec.picture {
        CardPicture::Shares(shares) => shares.as_slice(),
        _ => &[],
    };
    let below = if shares.is_empty() { FOOT } else { page.shares(shares) };
    page.words(spec, right, below);
    page.svg.push_str("</svg>\n");
    page.svg
}

/// Scale and upper left corner of a chart in its panel; none if it is too tall to be read there.
fn placed(height: f64) -> Option<(f64, f64, f64)> {
    let (wide, tall) =
        (PANEL.right - PANEL.left - 2.0 * PANEL_PAD, PANEL.bottom - PANEL.top - 2.0 * PANEL_PAD);
    let scale = (wide / super::canvas::WIDTH).min(tall / height.max(1.0));
    let (x, y) = (
        f64::midpoint(PANEL.left, PANEL.right) - super::canvas::WIDTH * scale / 2.0,
        f64::midpoint(PANEL.top, PANEL.bottom) - height * scale / 2.0,
    );
    (scale >= LEAST_SCALE).then_some((scale, x, y))
}

/// The card as far as it is drawn.
struct Page {
    svg: String,
}

/// What stands under the sentence.
struct Under {
    aside: Vec<String>,
    text: Vec<String>,
}

impl Under {
    fn of(spec: &Card, wide: f64) -> Self {
        let mut aside = wrap_balanced(&spec.aside, wide, ASIDE.measure());
        aside.truncate(3);
        // Beside a picture there is no room for more.
        let text = if spec.picture == CardPicture::None { spec.text.as_str() } else { "" };
        Self { aside, text: wrap(text, wide, TEXT.measure()) }
    }

    fn height(&self) -> f64 {
        2.0 * GAP + ASIDE_LEADING * self.aside.len() as f64 + TEXT_LEADING * self.text.len() as f64
    }

    /// Leaves out a line, the last first: a paragraph goes as a whole, for half of one says nothing.
    fn shorten(&mut self) -> bool {
        if self.text.is_empty() {
            return self.aside.pop().is_some();
        }
        self.text.clear();
        true
    }
}

/// The sentence at the largest size at which whole clauses fill its lines; if there is none that fits, at
/// the largest at which it fits at all, or at the least.
fn fitted(title: &str, sizes: &[f64], (wide, tall): (f64, f64)) -> (CardText, Vec<String>) {
    // Widths are those of a sans; letters of a bold serif are up to a fifth wider, characters are not.
    let letters = title.chars().filter(|c| !width::is_wide(*c)).count();
    let wide = if letters * 2 > title.chars().count() { wide * 0.82 } else { wide };
    let at = |size: f64| {
        let look = CardText { size, serif: true, token: Token::Ink };
        let (lines, whole) = by_clause(title, wide, look.measure());
        (look, lines, whole)
    };
    let fits = |lines: &[String], size: f64| lines.len() as f64 * size * LEADING <= tall;
    let fitting = || sizes.iter().map(|size| at(*size)).filter(|(look, lines, _)| fits(lines, look.size));
    let least = || at(sizes.last().copied().unwrap_or(34.0));
    let (look, lines, _) =
        fitting().find(|(.., whole)| *whole).or_else(|| fitting().next()).unwrap_or_else(least);
    (look, lines)
}

/// How words look.
#[derive(Clone, Copy)]
struct CardText {
    size: f64,
    serif: bool,
    token: Token,
}

impl CardText {
    fn measure(self) -> Measure {
        Measure { size: self.size, bold: self.serif }
    }
}

impl Page {
    fn head(&mut self, spec: &Card) {
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{CARD_WIDTH}\" height=\"{CARD_HEIGHT}\" \
             viewBox=\"0 0 {CARD_WIDTH} {CARD_HEIGHT}\" lang=\""
        );
        push_xml(&mut self.svg, &spec.lang);
        let _ = writeln!(self.svg, "\">\n<path fill=\"{}\" d=\"M0 0H1200V630H0z\"/>", Token::Paper.light());
        // Hills and sea, along the foot.
        let _ = writeln!(
            self.svg,
            "<path fill=\"{}\" d=\"M0 630V590L170 548 300 582 470 520 610 580 760 540 900 586 1050 530 1200 584V630z\"/>\
             <path fill=\"{}\" d=\"M0 612c50-14 100-14 150 0s100 14 150 0 100-14 150 0 100 14 150 0 100-14 150 0 \
             100 14 150 0 100-14 150 0 100 14 150 0V630H0z\"/>",
            Token::Band.light(),
            Token::Actual.light(),
        );
    }

    /// The mark of the site and its name.
    fn brand(&mut self, site: &str, right: f64) {
        let _ = writeln!(
            self.svg,
            "<g transform=\"translate(48 44) scale(1.75)\"><path fill=\"{0}\" d=\"M6 0H26a6 6 0 0 1 6 6V26a6 6 0 0 1-6 \
             6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z\"/><path fill=\"{1}\" d=\"M3 20 11 8l5 7 3-4 10 9z\"/>\
             <path fill=\"none\" stroke=\"{1}\" stroke-width=\"1.8\" stroke-linecap=\"round\" d=\"M3 23.5c3-2 5-2 8 \
             0s5 2 8 0 5-2 10 0M3 27.5c3-2 5-2 8 0s5 2 8 0 5-2 10 0\"/></g>",
            Token::Actual.light(),
            Token::Band.light(),
        );
        let look = CardText { size: 30.0, serif: false, token: Token::Muted };
        let name = shorten(site, (right - 122.0) * SPARE, look.measure());
        self.text((122.0, 83.0), &name, look);
    }

    fn panel(&mut self) {
        let _ = writeln!(
            self.svg,
            "<path fill=\"{}\" stroke=\"{}\" stroke-width=\"2\" d=\"M{} {}H{}V{}H{}z\"/>",
            Token::Paper.light(),
            Token::Grid.light(),
            short(PANEL.left),
            short(PANEL.top),
            short(PANEL.right),
            short(PANEL.bottom),
            short(PANEL.left),
        );
    }

    /// The sentence and what stands under it, between the name of the site and `below`.
    fn words(&mut self, spec: &Card, right: f64, below: f64) {
        let (wide, tall) = ((right - MARGIN) * SPARE, below - TOP);
        let mut under = Under::of(spec, wide);
        let sizes = if spec.picture == CardPicture::None { &SIZES[..] } else { &SIZES[BESIDE_A_PICTURE..] };
        let (title, mut lines) = fitted(&spec.title, sizes, (wide, tall - under.height()));
        // What does not fit at the least size: first the words under it, then its own end.
        let height = |lines: &[String]| lines.len() as f64 * title.size * LEADING;
        while height(&lines) > tall - under.height() && under.shorten() {}
        while height(&lines) > tall && lines.len() > 1 {
            lines.pop();
            if let Some(last) = lines.last_mut() {
                last.push('…');
                *last = shorten(last, wide, title.measure());
            }
        }
        let mut y = TOP;
        for line in &lines {
            y += title.size * LEADING;
            self.text((MARGIN, y - title.size * 0.3), line, title);
        }
        y += GAP;
        for line in &under.aside {
            y += ASIDE_LEADING;
            self.text((MARGIN, y - 9.0), line, ASIDE);
        }
        y += GAP;
        for line in &under.text {
            y += TEXT_LEADING;
            self.text((MARGIN, y - 12.0), line, TEXT);
        }
    }

    /// One bar of all shares, and under it each with its glyph, its count and its word; returns where the
    /// bar begins.
    fn shares(&mut self, shares: &[Share]) -> f64 {
        const BAR: f64 = 40.0;
        const ROW: f64 = 44.0;
        let look = CardText { size: 27.0, serif: false, token: Token::Ink };
        let wide = WIDTH - 2.0 * MARGIN;
        let columns = 3;
        let rows = shares.len().div_ceil(columns);
        let top = FOOT - BAR - 14.0 - ROW * rows as f64;
        let whole: f64 = shares.iter().map(|share| share.count as f64).sum::<f64>().max(1.0);
        let mut left = MARGIN;
        for share in shares {
            let end = left + wide * share.count as f64 / whole;
            // A gap on the right, as long as the part is not all gap.
            let right = (end - 3.0).max(left + 1.0).min(end);
            let (fill, edge) = shade(share.status);
            let _ = writeln!(
                self.svg,
                "<path fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\" d=\"M{} {}H{}V{}H{}z\"/>",
                fill.light(),
                edge.light(),
                short(left),
                short(top),
                short(right),
                short(top + BAR),
                short(left),
            );
            left = end;
        }
        let column = wide / columns as f64;
        for (at, share) in shares.iter().enumerate() {
            let x = MARGIN + column * (at % columns) as f64;
            let y = top + BAR + 14.0 + ROW * (at / columns) as f64;
            let mut canvas = Canvas::new("s", Output::File);
            glyph::draw(&mut canvas, share.status, (x + 14.0, y + ROW / 2.0), 14.0);
            self.svg.push_str(&canvas.into_body());
            let label = shorten(&share.label, (column - 44.0) * SPARE, look.measure());
            self.text((x + 38.0, y + ROW / 2.0 + 10.0), &label, look);
        }
        top - 14.0
    }

    fn text(&mut self, at: (f64, f64), words: &str, look: CardText) {
        let (face, weight) = if look.serif { (SERIF, "700") } else { (SANS, "400") };
        let _ = write!(
            self.svg,
            "<text x=\"{}\" y=\"{}\" font-family=\"{face}\" font-weight=\"{weight}\" font-size=\"{}\" fill=\"{}\">",
            short(at.0),
            short(at.1),
            short(look.size),
            look.token.light(),
        );
        push_xml(&mut self.svg, words);
        self.svg.push_str("</text>\n");
    }
}

/// Filling and edge of a status in a bar: proven, missed, open, unknown.
fn shade(status: Status) -> (Token, Token) {
    match status {
        Status::Met | Status::Exceeded | Status::Reached | Status::OnTrack => (Token::Actual, Token::Actual),
        Status::Missed | Status::Behind => (Token::Short, Token::Short),
        Status::UnderWay | Status::Undetermined => (Token::Earlier, Token::Earlier),
        Status::NotComparable | Status::NoData | Status::NotDue | Status::Dropped => {
            (Token::Band, Token::Axis)
        }
    }
}

fn short(value: f64) -> String {
    let mut text = String::new();
    push(&mut text, fixed(value));
    text
}
