//! Milestones: date, glyph, words. No bar and no percentage, as none is meant.

use super::canvas::{Canvas, PAD, WIDTH};
use super::glyph;
use super::paint::{ASIDE, Anchor, Fill, LABEL, SMALL, Stroke};
use super::spec::{Milestone, Timeline};
use super::token::Token;
use super::wrap::{wrap, wrap_label};

const LINE: f64 = 17.0;
const REMARK_LINE: f64 = 15.0;
const GAP: f64 = 12.0;
/// Dates wider than this are broken.
const WIDEST_DATE: f64 = 96.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Timeline, top: f64) -> f64 {
    let dates = spec.milestones.iter().map(|milestone| ASIDE.measure().width(&milestone.date));
    let rail = PAD + dates.fold(0.0, f64::max).min(WIDEST_DATE) + 16.0;
    let blocks: Vec<MilestoneLines> =
        spec.milestones.iter().map(|milestone| MilestoneLines::new(milestone, rail)).collect();
    let height: f64 = blocks.iter().map(|block| block.height() + GAP).sum();
    if blocks.len() > 1 {
        canvas.line((rail, top + 10.0), (rail, top + height - GAP), Stroke::solid(Token::Grid, 2.0));
    }
    let mut y = top + 2.0;
    for block in blocks {
        canvas.mark(&block.milestone.interaction, |canvas| block.draw(canvas, rail, y));
        y += block.height() + GAP;
    }
    y
}

struct MilestoneLines<'a> {
    milestone: &'a Milestone,
    date: Vec<String>,
    text: Vec<String>,
    remark: Vec<String>,
}

impl<'a> MilestoneLines<'a> {
    fn new(milestone: &'a Milestone, rail: f64) -> Self {
        let room = WIDTH - PAD - rail - 16.0;
        Self {
            milestone,
            date: wrap_label(&milestone.date, WIDEST_DATE, ASIDE.measure()),
            text: wrap(&milestone.text, room, LABEL.measure()),
            remark: wrap(milestone.remark.as_deref().unwrap_or_default(), room, SMALL.measure()),
        }
    }

    fn height(&self) -> f64 {
        let words = LINE * self.text.len() as f64 + REMARK_LINE * self.remark.len() as f64;
        words.max(LINE * self.date.len() as f64).max(LINE)
    }

    fn draw(&self, canvas: &mut Canvas, rail: f64, top: f64) {
        let baseline = top + 13.5;
        canvas.circle((rail, top + 9.0), 9.5, Fill::Token(Token::Paper), None);
        glyph::draw(canvas, self.milestone.status, (rail, top + 9.0), 7.0);
        canvas.lines((rail - 16.0, baseline), &self.date, LINE, ASIDE, Anchor::End);
        canvas.lines((rail + 16.0, baseline), &self.text, LINE, LABEL, Anchor::Start);
        let remark = baseline + LINE * self.text.len() as f64 - 1.0;
        let kind = SMALL.coloured(glyph::word_token(self.milestone.status));
        canvas.lines((rail + 16.0, remark), &self.remark, REMARK_LINE, kind, Anchor::Start);
    }
}
