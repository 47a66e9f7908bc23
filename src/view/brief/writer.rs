//! The writer of one brief: blocks in reading order, and the notes that their figures ask for.

use crate::chart::{ChartSpec, Style, draw};
use crate::model::{IndicatorId, SourceId};
use crate::view::brief::blocks::{BriefBlock, BriefChart, BriefNote, BriefTable, Column};
use crate::view::context::PageContext;
use crate::view::text::blocks::{NoteMark, Run};
use std::collections::{BTreeMap, BTreeSet};

/// Writes a brief from top to bottom.
pub(super) struct BriefWriter<'h> {
    pub page_ctx: &'h PageContext<'h>,
    blocks: Vec<BriefBlock>,
    notes: Vec<Vec<Run>>,
    /// The number of each place in a source, and of each note of the writer's own.
    numbers: BTreeMap<NoteKey, usize>,
    /// The sources that notes name.
    cited: BTreeSet<SourceId>,
    headings: [usize; 3],
    figures: usize,
    tables: usize,
}

/// What makes two notes the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum NoteKey {
    Place(SourceId, String),
    Own(String),
    Figures(IndicatorId, Vec<usize>),
}

impl<'h> BriefWriter<'h> {
    /// A brief with nothing on it.
    pub(super) fn new(page_ctx: &'h PageContext<'h>) -> Self {
        Self {
            page_ctx,
            blocks: Vec::new(),
            notes: Vec::new(),
            numbers: BTreeMap::new(),
            cited: BTreeSet::new(),
            headings: [0; 3],
            figures: 0,
            tables: 0,
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> (Vec<BriefBlock>, Vec<BriefNote>) {
        let notes =
            self.notes.into_iter().zip(1..).map(|(runs, number)| BriefNote { number, runs }).collect();
        (self.blocks, notes)
    }

    /// A heading, from level 1; it is numbered unless its words bring a number of their own.
    pub(super) fn heading(&mut self, level: u8, runs: Vec<Run>) {
        // No level is left out: a page to be read aloud may not go from the first to the third.
        let above = self.headings.iter().rposition(|count| *count > 0).map_or(0, |at| at + 1);
        let level = level.clamp(1, 3).min(u8::try_from(above + 1).unwrap_or(3));
        let at = usize::from(level - 1);
        self.headings[at] += 1;
        self.headings[at + 1..].fill(0);
        let words: String = runs.iter().map(|run| run.text.as_str()).collect();
        let number = if is_numbered(&words) {
            String::new()
        } else {
            let count = self.headings[at];
            let ctx = self.page_ctx.lang;
            let n = ctx.locale.heading_number(level, count);
            ctx.say(&format!("paper-heading-{level}"), &[("n", &n)])
        };
        self.blocks.push(BriefBlock::Heading { level, number, runs });
    }

    /// A heading in the brief's own words.
    pub(super) fn section(&mut self, message: &str) {
        let words = self.page_ctx.lang.locale.word(message);
        self.heading(1, vec![Run::plain(words)]);
    }

    /// A paragraph; one without words is left out.
    pub(super) fn paragraph(&mut self, runs: Vec<Run>) {
        if !runs.is_empty() {
            self.blocks.push(BriefBlock::Paragraph { runs });
        }
    }

    /// A paragraph of words alone.
    pub(super) fn words(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.paragraph(vec![Run::plain(words)]);
        }
    }

    /// Any other block.
    pub(super) fn block(&mut self, block: BriefBlock) {
        self.blocks.push(block);
    }

    /// A table; one without rows is left out.
    pub(super) fn table(&mut self, caption: String, columns: Vec<Column>, rows: Vec<Vec<Vec<Run>>>) {
        self.table_across(caption, columns, rows, false);
    }

    /// A table, which lies across on a sheet of its own if it is wide.
    pub(super) fn table_across(
        &mut self,
        caption: String,
        columns: Vec<Column>,
        rows: Vec<Vec<Vec<Run>>>,
        wide: bool,
    ) {
        if rows.is_empty() {
            return;
        }
        self.tables += 1;
        let label = self.label("paper-table", self.tables);
        self.blocks.push(BriefBlock::Table(BriefTable { label, caption, columns, rows, wide }));
    }

    /// A chart under a caption; without words of its own the caption is the chart's title.
    pub(super) fn chart(&mut self, spec: &ChartSpec, caption: Option<String>) {
        self.figures += 1;
        let label = self.label("paper-figure", self.figures);
        let spec = ChartSpec { id: format!("{}-{}", spec.id, self.figures), ..spec.clone() };
        self.blocks.push(BriefBlock::Chart(Box::new(BriefChart {
            id: spec.id.clone(),
            label,
            caption: caption.unwrap_or_else(|| spec.title.clone()),
            subtitle: spec.subtitle.clone(),
            description: told(&spec.aria),
            svg_html: draw(&spec, Style::FIGURE),
            svg: draw(&spec, Style::PAPER),
            source: spec.source.clone(),
        })));
    }

    fn label(&self, message: &str, number: usize) -> String {
        let ctx = self.page_ctx.lang;
        ctx.say(message, &[("n", &ctx.locale.count(number))])
    }

    /// The sources that notes name.
    pub(super) fn cited(&self) -> &BTreeSet<SourceId> {
        &self.cited
    }

    /// The mark of the note that names a place in a source. The same place has one note.
    pub(super) fn place(&mut self, source: &SourceId, locator: &str) -> Run {
        let ctx = self.page_ctx.lang;
        self.cited.insert(source.clone());
        let key = NoteKey::Place(source.clone(), locator.to_owned());
        self.mark(key, || {
            let link = self.page_ctx.short_source(source);
            let place = ctx.locator(source, locator);
            let words = ctx.say("paper-place", &[("place", &place)]);
            vec![Run { href: Some(link.href), ..Run::plain(link.text) }, Run::plain(words)]
        })
    }

    /// The mark of a note of the writer's own; `label` tells it from others.
    pub(super) fn own_note(&mut self, label: &str, runs: Vec<Run>) -> Run {
        self.mark(NoteKey::Own(label.to_owned()), || runs)
    }

    /// The mark of a note that names several sources; `label` tells it from others.
    pub(super) fn sources_note(&mut self, label: &str, sources: &BTreeSet<&SourceId>, runs: Vec<Run>) -> Run {
        self.cited.extend(sources.iter().map(|source| (*source).clone()));
        self.mark(NoteKey::Own(label.to_owned()), || runs)
    }

    /// The mark of the one note for many figures of an indicator; the same figures have one.
    pub(super) fn figures_note(
        &mut self,
        indicator: &IndicatorId,
        figures: Vec<usize>,
        sources: &BTreeSet<&SourceId>,
        runs: Vec<Run>,
    ) -> Run {
        self.cited.extend(sources.iter().map(|source| (*source).clone()));
        self.mark(NoteKey::Figures(indicator.clone(), figures), || runs)
    }

    fn mark(&mut self, key: NoteKey, note: impl FnOnce() -> Vec<Run>) -> Run {
        let known = self.numbers.get(&key).copied();
        let number = known.unwrap_or_else(|| {
            let runs = note();
            self.notes.push(runs);
            self.numbers.insert(key, self.notes.len());
            self.notes.len()
        });
        Run { note: Some(NoteMark { number, first: known.is_none() }), ..Run::default() }
    }
}

/// As many characters as describe a chart: PDF takes no string of more than 32,767 bytes, and nobody listens longer.
const TOLD: usize = 6000;

/// A description, cut where it is too long to be listened to.
fn told(description: &str) -> String {
    match description.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", &description[..end]),
        None => description.to_owned(),
    }
}

/// True if a heading begins with a number of its own: 一、 or （一） or 1. or (1).
fn is_numbered(words: &str) -> bool {
    const DIGITS: &str = "一二三四五六七八九十0123456789";
    let words = words.trim_start();
    let inner = words.strip_prefix(['（', '(']).unwrap_or(words);
    let rest = inner.trim_start_matches(|c| DIGITS.contains(c));
    rest.len() < inner.len() && rest.starts_with(['、', '.', '．', '）', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_that_brings_its_number_gets_none() {
        for own in ["一、总的情况", "（二）就业", "1. Jobs", "(3) Jobs", "十二、附记"] {
            assert!(is_numbered(own), "{own}");
        }
        for none in ["总的情况", "一个村的变化", "2018年", "（试行）", "三年行动"] {
            assert!(!is_numbered(none), "{none}");
        }
    }
}
