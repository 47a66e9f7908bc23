//! One tile per place, arranged roughly as on a map.

use super::bar::{BarStyle, Direction, Lane};
use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::Extent;
use super::glyph;
use super::paint::{Anchor, Fill, NAME, Rect, Stroke, Type};
use super::spec::{Status, Tile, Tiles};
use super::token::Token;
use super::wrap::{wrap, wrap_label};

const FIGURE: Type = Type::bold(14.0, Token::Ink);
const NO_DATA: Type = Type::plain(13.2, Token::Muted);
const PLAN: Type = Type::plain(12.1, Token::Muted);
const GAP: f64 = 8.0;
/// More tiles than this do not fit side by side.
const MOST_COLUMNS: usize = 5;
/// The plan lies at two thirds of a tile's bar.
const BAR_MAX: f64 = 150.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Tiles, top: f64) -> f64 {
    let places = places(spec);
    let columns = places.iter().map(|place| place.0 + 1).max().unwrap_or(1);
    let width = (WIDTH - 2.0 * PAD - GAP * (columns - 1) as f64) / columns as f64;
    let faces: Vec<TileLines> =
        spec.tiles.iter().map(|tile| TileLines::new(tile, &spec.no_data, width)).collect();
    let height = faces.iter().map(TileLines::height).fold(0.0, f64::max);
    let mut bottom = top;
    for (face, (column, row)) in faces.iter().zip(places) {
        let left = PAD + (width + GAP) * column as f64;
        let rect = Rect::sized(left, top + (height + GAP) * row as f64, width, height);
        canvas.mark(&face.tile.interaction, |canvas| face.draw(canvas, rect));
        bottom = f64::max(bottom, rect.bottom);
    }
    bottom + 2.0
}

/// Column and row of every tile: empty columns and rows are left out, and a grid too wide or
/// with two tiles on one spot becomes rows of three.
fn places(spec: &Tiles) -> Vec<(usize, usize)> {
    let rank = |values: Vec<u8>| {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let ranks =
            values.iter().map(|value| sorted.binary_search(value).unwrap_or(0)).collect::<Vec<usize>>();
        (ranks, sorted.len())
    };
    let (columns, count) = rank(spec.tiles.iter().map(|tile| tile.column).collect());
    let (rows, _) = rank(spec.tiles.iter().map(|tile| tile.row).collect());
    let places: Vec<(usize, usize)> = columns.into_iter().zip(rows).collect();
    let mut spots = places.clone();
    spots.sort_unstable();
    spots.dedup();
    if count <= MOST_COLUMNS && spots.len() == places.len() {
        return places;
    }
    (0..spec.tiles.len()).map(|index| (index % 3, index / 3)).collect()
}

/// Room for the glyph before a name.
fn indent(tile: &Tile) -> f64 {
    if tile.judged { 17.0 } else { 0.0 }
}

/// A tile, already in lines.
struct TileLines<'a> {
    tile: &'a Tile,
    name: Vec<String>,
    figure: Vec<String>,
    kind: Type,
    plan: Vec<String>,
}

impl<'a> TileLines<'a> {
    fn new(tile: &'a Tile, no_data: &'a str, width: f64) -> Self {
        let room = width - 16.0;
        let (text, kind) = match &tile.value {
            Some(value) => (value.label.as_str(), FIGURE),
            None => (no_data, NO_DATA),
        };
        Self {
            tile,
            name: wrap(&tile.name, room - indent(tile), NAME.measure()),
            figure: wrap_label(text, room, kind.measure()),
            kind,
            plan: wrap(&tile.plan, room, PLAN.measure()),
        }
    }

    fn height(&self) -> f64 {
        let lines = 17.0 * self.name.len().max(1) as f64
            + 20.0 * self.figure.len().max(1) as f64
            + 15.0 * self.plan.len() as f64;
        lines + if self.tile.judged { 30.0 } else { 14.0 }
    }

    fn draw(&self, canvas: &mut Canvas, rect: Rect) {
        let missed = self.tile.status == Status::Missed;
        let edge = if missed { Stroke::solid(Token::Short, 2.0) } else { Stroke::solid(Token::Axis, 0.8) };
        canvas.rect(rect.inset(edge.width / 2.0), Fill::Token(Token::Band), Some(edge));
        let left = rect.left + 8.0;
        let mut y = rect.top + 6.0;
        let indent = indent(self.tile);
        if self.tile.judged {
            glyph::draw(canvas, self.tile.status, (left + 6.0, y + 9.0), 6.0);
        }
        canvas.lines((left + indent, y + 13.7), &self.name, 17.0, NAME, Anchor::Start);
        y += 17.0 * self.name.len().max(1) as f64;
        canvas.lines((left, y + 18.0), &self.figure, 20.0, self.kind, Anchor::Start);
        y += 20.0 * self.figure.len().max(1) as f64;
        canvas.lines((left, y + 14.0), &self.plan, 15.0, PLAN, Anchor::Start);
        if !self.tile.judged {
            return;
        }
        self.bar(
            canvas,
            Rect { left, top: rect.bottom - 15.0, right: rect.right - 8.0, bottom: rect.bottom - 8.0 },
        );
    }

    fn bar(&self, canvas: &mut Canvas, track: Rect) {
        canvas.rect(track, Fill::Token(Token::Paper), Some(Stroke::solid(Token::Grid, 0.6)));
        let end = track.right - track.left;
        let lane = Lane {
            direction: Direction::Right,
            base: track.left,
            sides: (track.top, track.bottom),
            scale: end / BAR_MAX,
            end,
            spare: 0.0,
        };
        let mut solid = 0.0;
        if let Some(value) = &self.tile.value {
            let extent = Extent::of(value);
            solid = extent.solid;
            lane.draw(canvas, extent, BarStyle { kind: value.kind, coverage: value.coverage }, 100.0);
        }
        lane.plan_line(canvas, 100.0, solid > 100.0, 2.5);
    }
}
