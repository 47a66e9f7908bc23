//! Missing glyphs: characters that no font has. Left to themselves they would vanish from the page, or stand there
//! as boxes (.notdef).

use super::PdfFaces;
use crate::lang_marks;
use crate::view::{BriefBlock, BriefView, Run};
use std::collections::BTreeSet;
use std::fmt;

/// As many characters before and after one as are shown with it.
const AROUND: usize = 8;

/// A character that no face has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The words that it stands among.
    pub among: String,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { character, among } = self;
        write!(
            f,
            "no face has \"{character}\" (U+{:04X}), which stands in \"{among}\"",
            u32::from(*character)
        )
    }
}

/// The characters of a brief that no face has, each once, in reading order.
pub(super) fn missing(brief: &BriefView, faces: &PdfFaces) -> Vec<Missing> {
    let mut looked_at = BTreeSet::new();
    let mut found = Vec::new();
    for text in texts(brief) {
        let text = lang_marks::plain(&text).into_owned();
        let characters: Vec<char> = text.chars().collect();
        for (at, c) in characters.iter().enumerate() {
            if c.is_control() || !looked_at.insert(*c) || faces.have(*c) {
                continue;
            }
            let around = at.saturating_sub(AROUND)..(at + AROUND + 1).min(characters.len());
            found.push(Missing { character: *c, among: characters[around].iter().collect() });
        }
    }
    found
}

/// All words of a brief.
fn texts(brief: &BriefView) -> Vec<String> {
    let mut texts = brief.corner.clone();
    texts.push(brief.masthead.clone());
    texts.extend(brief.issue.iter().chain(&brief.running).cloned());
    texts.extend([brief.issuer.clone(), brief.date.clone()]);
    texts.extend(brief.title.iter().cloned());
    for block in &brief.blocks {
        match block {
            BriefBlock::Heading { number, runs, .. } => texts.push(format!("{number}{}", joined(runs))),
            BriefBlock::Paragraph { runs } => texts.push(joined(runs)),
            BriefBlock::List { items, .. } => texts.extend(items.iter().map(|item| joined(&item.runs))),
            BriefBlock::Quote { paragraphs } => texts.extend(paragraphs.iter().map(|runs| joined(runs))),
            BriefBlock::Table(table) => {
                texts.push(table.caption.clone());
                texts.extend(table.columns.iter().map(|column| column.head.clone()));
                texts.extend(table.rows.iter().flatten().map(|runs| joined(runs)));
            }
            BriefBlock::Chart(chart) => {
                texts.extend([chart.caption.clone(), chart.subtitle.clone(), chart.source.clone()]);
            }
            BriefBlock::Rule => {}
        }
    }
    texts.extend(brief.notes.iter().map(|note| joined(&note.runs)));
    texts.extend(brief.contributor.iter().chain(&brief.words.look_up).cloned());
    let imprint = &brief.imprint;
    texts.extend(
        imprint
            .recipients
            .iter()
            .chain(&imprint.people)
            .map(|(word, name)| format!("{word}{}{name}", brief.words.colon)),
    );
    texts.extend(imprint.copies.clone());
    texts
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
