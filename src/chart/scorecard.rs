//! Rows and columns of status glyphs: what stands where, at one glance.
//!
//! A cell shows one glyph for every target while there is room, so that a reader sees the
//! share of each status; beyond that one glyph and the number per status.

use super::canvas::{Canvas, PAD, WIDTH};
use super::glyph;
use super::paint::{ASIDE, Anchor, LABEL, Point, Stroke, Type};
use super::spec::{ScoreCell, ScoreRow, Scorecard, Status, Tally};
use super::token::Token;
use super::wrap::{shorten, wrap};

const HEADING: Type = Type::plain(12.5, Token::Muted);
const LINE: f64 = 17.0;
const STEP: f64 = 18.0;
const RADIUS: f64 = 6.6;
const ROW_PADDING: f64 = 9.0;
/// More lines of single glyphs than this say less than numbers.
const MOST_LINES: usize = 3;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Scorecard, top: f64) -> f64 {
    let grid = Grid::new(spec);
    let mut y = grid.headings(canvas, top);
    for row in &spec.rows {
        y = grid.row(canvas, row, y);
    }
    y
}

struct Grid<'a> {
    spec: &'a Scorecard,
    names: f64,
    columns: usize,
    column: f64,
    /// With too many columns each cell stands on a line of its own.
    stacked: bool,
}

impl<'a> Grid<'a> {
    fn new(spec: &'a Scorecard) -> Self {
        let cells = spec.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let columns = cells.max(spec.columns.len()).max(1);
        let widest = spec.rows.iter().map(|row| LABEL.measure().width(&row.name)).fold(0.0, f64::max);
        let names = widest.min(136.0);
        let column = (WIDTH - 2.0 * PAD - names - 10.0) / columns as f64;
        Self { spec, names, columns, column, stacked: column < 34.0 }
    }

    /// The left edge and width of a column's cells.
    fn cell(&self, column: usize) -> (f64, f64) {
        if self.stacked {
            return (PAD, WIDTH - 2.0 * PAD);
        }
        (PAD + self.names + 10.0 + self.column * column as f64, self.column)
    }

    fn headings(&self, canvas: &mut Canvas, top: f64) -> f64 {
        if self.stacked || self.spec.columns.is_empty() {
            return top;
        }
        let mut lines = 0;
        for (index, heading) in self.spec.columns.iter().enumerate() {
            let (left, width) = self.cell(index);
            let words = wrap(heading, width - 3.0, HEADING.measure());
            let (x, anchor) = self.place(left, width);
            canvas.lines((x, top + 14.0), &words, 15.0, HEADING, anchor);
            lines = lines.max(words.len());
        }
        top + 6.0 + 15.0 * lines as f64
    }

    /// A single column reads from the left, several are centred.
    fn place(&self, left: f64, width: f64) -> (f64, Anchor) {
        if self.columns == 1 { (left, Anchor::Start) } else { (left + width / 2.0, Anchor::Middle) }
    }

    fn row(&self, canvas: &mut Canvas, row: &ScoreRow, top: f64) -> f64 {
        canvas.line((PAD, top), (WIDTH - PAD, top), Stroke::solid(Token::Grid, 1.0));
        let room = if self.stacked { WIDTH - 2.0 * PAD } else { self.names };
        let name = wrap(&row.name, room, LABEL.measure());
        let name_height = LINE * name.len() as f64;
        canvas.mark(&row.interaction, |canvas| {
            canvas.lines((PAD, top + ROW_PADDING / 2.0 + 13.0), &name, LINE, LABEL, Anchor::Start);
        });
        let mut height = name_height;
        let mut below = name_height;
        for (index, cell) in row.cells.iter().enumerate() {
            let (left, width) = self.cell(index);
            let pieces = Piece::flow(cell, width);
            let at = if self.stacked { top + ROW_PADDING / 2.0 + below } else { top + ROW_PADDING / 2.0 };
            canvas.mark(&cell.interaction, |canvas| {
                self.pieces(canvas, &pieces, (left, at), width);
            });
            below += STEP * pieces.len() as f64;
            height = height.max(if self.stacked { below } else { STEP * pieces.len() as f64 });
        }
        top + height + ROW_PADDING
    }

    fn pieces(&self, canvas: &mut Canvas, lines: &[Vec<Piece>], at: Point, width: f64) {
        for (index, line) in lines.iter().enumerate() {
            let whole: f64 = line.iter().map(Piece::width).sum();
            let mut x = match self.place(at.0, width) {
                (x, Anchor::Start) => x,
                (x, _) => x - whole / 2.0,
            };
            let middle = at.1 + STEP * (index as f64 + 0.5);
            for piece in line {
                glyph::draw(canvas, piece.status, (x + STEP / 2.0, middle), RADIUS);
                canvas.text((x + STEP + 1.5, middle + ASIDE.drop()), &piece.label, ASIDE, Anchor::Start);
                x += piece.width();
            }
        }
    }
}

/// A glyph, with its number where it stands for several.
struct Piece {
    status: Status,
    label: String,
}

impl Piece {
    fn width(&self) -> f64 {
        let label = ASIDE.measure().width(&self.label);
        if label > 0.0 { STEP + label + 10.0 } else { STEP }
    }

    fn single(tally: &Tally) -> Self {
        Self { status: tally.status, label: String::new() }
    }

    /// Breaks a cell into lines of pieces.
    fn flow(cell: &ScoreCell, width: f64) -> Vec<Vec<Self>> {
        let per_line = (width / STEP).floor().max(1.0) as usize;
        let total: u64 = cell.tallies.iter().map(|tally| u64::from(tally.count)).sum();
        if total <= (per_line * MOST_LINES) as u64 {
            let mut lines: Vec<Vec<Self>> = Vec::new();
            let singles = cell.tallies.iter().flat_map(|tally| (0..tally.count).map(|_| Self::single(tally)));
            for piece in singles {
                match lines.last_mut() {
                    Some(line) if line.len() < per_line => line.push(piece),
                    _ => lines.push(vec![piece]),
                }
            }
            return lines;
        }
        let mut lines: Vec<Vec<Self>> = Vec::new();
        let mut used = 0.0;
        for tally in cell.tallies.iter().filter(|tally| tally.count > 0) {
            let label = shorten(&tally.label, width - STEP - 10.0, ASIDE.measure());
            let piece = Self { label, ..Self::single(tally) };
            if used + piece.width() > width || lines.is_empty() {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += piece.width();
            if let Some(line) = lines.last_mut() {
                line.push(piece);
            }
        }
        lines
    }
}
