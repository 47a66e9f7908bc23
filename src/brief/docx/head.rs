//! What stands over the text: corner, masthead, number, issuer and day over the red rule, title.

use super::measure::{CELL, Sizes, WIDTH, ems};
use super::properties::{LineHeight, ParagraphProperties, RunProperties};
use super::text::PartWriter;
use crate::lang_marks::plain;
use crate::view::BriefView;

/// From the edge of the type to the masthead: 14 mm in Chinese, 6 mm otherwise.
const OVER: (u32, u32) = (794, 340);

/// Writes the head of a brief.
pub(super) fn write(writer: &mut PartWriter<'_>, brief: &BriefView) {
    let sizes = Sizes::of(writer.script);
    for line in &brief.corner {
        writer.line(&ParagraphProperties::of("BriefCorner"), line);
    }
    masthead(writer, brief);
    let mut before = Some(sizes.pitch);
    for line in brief.issue.iter().chain(&brief.running) {
        writer.line(
            &ParagraphProperties { before: before.take(), ..ParagraphProperties::of("BriefIssue") },
            line,
        );
    }
    writer.paragraph(&ParagraphProperties::of("BriefIssuer"), |writer| {
        writer.words(&brief.issuer, &RunProperties::default());
        writer.words("\t", &RunProperties::default());
        writer.words(&brief.date, &RunProperties::default());
    });
    writer.paragraph(&ParagraphProperties::of("Title"), |writer| {
        for (at, line) in brief.title.iter().enumerate() {
            if at > 0 {
                writer.line_end();
            }
            writer.words(line, &RunProperties::default());
        }
    });
    if let Some(words) = &brief.untranslated {
        writer.line(&ParagraphProperties::of("BriefRemark"), words);
    }
}

/// As large as fits between the margins, one character in on each side.
fn masthead(writer: &mut PartWriter<'_>, brief: &BriefView) {
    let sizes = Sizes::of(writer.script);
    let chinese = writer.script.is_chinese();
    let words = plain(&brief.masthead);
    let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    // Characters stand 0.06 of their size apart in Chinese; bold capitals are wider than letters.
    let ems =
        if chinese { ems(&words).saturating_add(letters.saturating_mul(6)) } else { ems(&words) * 115 / 100 };
    // A half point is ten twentieths, an em is a hundred hundredths.
    let fits = (WIDTH - 2 * CELL) * 10 / ems.max(1);
    let size = fits.clamp(sizes.body, sizes.masthead);
    let corner = u32::try_from(brief.corner.len()).unwrap_or_default() * sizes.pitch;
    let over = if chinese { OVER.0 } else { OVER.1 };
    let before = Some(over.saturating_sub(corner));
    let line = Some(LineHeight::Exact(size * 12));
    let frame = ParagraphProperties { before, line, ..ParagraphProperties::of("BriefMasthead") };
    let smaller = (size < sizes.masthead).then_some(size);
    let tracking = if chinese { i32::try_from(size * 10 * 6 / 100).unwrap_or_default() } else { 0 };
    let look = RunProperties { size: smaller, tracking, ..RunProperties::default() };
    writer.paragraph(&frame, |writer| writer.words(&brief.masthead, &look));
}
