//! The blocks of a text and the runs of words in them, the same for stories and briefs.

use crate::view::page::ResultsView;
use crate::view::page::figure::{ChartView, PhotoView};
use serde::Serialize;

/// A part of a text.
///
/// `F` is what its charts, tables of figures and photos become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TextBlock<F> {
    /// A heading.
    Heading {
        /// Its level in the text, from 1 to 5.
        level: u8,
        /// An id for links to it.
        id: String,
        /// The words.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        runs: Vec<Run>,
    },
    /// Words in an item of a tight list, which is no paragraph.
    Words {
        /// The words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// The number of the first item; none if they are not numbered.
        start: Option<u64>,
        /// The items.
        items: Vec<TextItem<F>>,
    },
    /// Words of somebody else.
    Quote {
        /// What they say.
        blocks: Vec<TextBlock<F>>,
    },
    /// A table that the writer made.
    Table {
        /// Its head.
        head: Vec<TextCell>,
        /// Its rows, each as many cells as the head.
        rows: Vec<Vec<TextCell>>,
    },
    /// Code.
    Code {
        /// The code.
        text: String,
    },
    /// A chart, a table of figures or a photo.
    Figure {
        /// Which.
        figure: F,
    },
    /// A rule between two parts.
    Rule,
    /// A note of the writer's own.
    Footnote {
        /// Its label.
        label: String,
        /// What it says.
        blocks: Vec<TextBlock<F>>,
    },
}

/// Brings the headings of a text to levels that begin at 1 and skip none, however deep the writer began: over them
/// stands the title of the page.
pub(in crate::view) fn level_headings<F>(blocks: &mut [TextBlock<F>]) {
    // The levels as written of the headings that the present one stands under, itself the last.
    let mut above: Vec<u8> = Vec::new();
    for block in blocks {
        if let TextBlock::Heading { level, .. } = block {
            above.retain(|one| *one < *level);
            above.push(*level);
            *level = u8::try_from(above.len()).unwrap_or(u8::MAX);
        }
    }
}

impl<F> TextBlock<F> {
    /// Its words, a line each paragraph, item or cell, at the end of what was said before: what a search looks through.
    pub fn say(&self, said: &mut String) {
        match self {
            Self::Heading { runs, .. } | Self::Paragraph { runs } | Self::Words { runs } => {
                say_line(runs, said);
            }
            Self::List { items, .. } => {
                for one in items.iter().flat_map(|item| &item.blocks) {
                    one.say(said);
                }
            }
            Self::Quote { blocks } | Self::Footnote { blocks, .. } => {
                for one in blocks {
                    one.say(said);
                }
            }
            Self::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| say_line(&cell.runs, said));
            }
            Self::Code { text } => {
                said.push_str(text);
                said.push('\n');
            }
            Self::Figure { .. } | Self::Rule => {}
        }
    }
}

/// The words of some runs as a line, if there are any.
pub(in crate::view) fn say_line(runs: &[Run], said: &mut String) {
    let before = said.len();
    for run in runs {
        said.push_str(&run.text);
        if run.ends_line {
            said.push(' ');
        }
    }
    if said.len() > before {
        said.push('\n');
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextItem<F> {
    /// What is in it.
    pub blocks: Vec<TextBlock<F>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextCell {
    /// `left`, `center` or `right`.
    pub align: &'static str,
    /// The words.
    pub runs: Vec<Run>,
}

/// What stands in a story besides words.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum StoryFigure {
    /// A chart with its table behind it.
    Chart {
        /// The chart; its title is what the story calls it.
        chart: Box<ChartView>,
    },
    /// The table of a chart alone.
    Table {
        /// The chart whose table it is.
        chart: Box<ChartView>,
    },
    /// The main indicators of a plan.
    Results {
        /// The table; its title is what the story calls it.
        results: Box<ResultsView>,
    },
    /// A photo.
    Photo {
        /// The photo.
        photo: Box<PhotoView>,
    },
}

/// A stretch of words of one look.
#[allow(clippy::struct_excessive_bools, reason = "each is a look of its own, as a text has them")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words; empty where the run is the mark of a note.
    pub text: String,
    /// True for strong words.
    pub strong: bool,
    /// True for emphasis.
    pub emphasis: bool,
    /// True for words that no longer hold.
    pub struck: bool,
    /// True for code.
    pub code: bool,
    /// True if a line ends after the words.
    pub ends_line: bool,
    /// The address the words lead to; nothing if they lead nowhere.
    pub href: Option<String>,
    /// What the link is called, if the writer said so; else nothing.
    pub title: Option<String>,
    /// True if the link leads out of the site.
    pub external: bool,
    /// True if the words state a figure or a promise, whose note follows.
    pub figure: bool,
    /// The note whose mark belongs here; nothing if none does.
    pub note: Option<NoteMark>,
    /// The label of a note of the writer's own whose mark belongs here; nothing if none does.
    pub footnote: Option<String>,
    /// The key of the status that the words name: its glyph stands before them. Nothing if they name none.
    pub status: Option<String>,
}

impl Run {
    /// Words that are nothing but words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// The mark of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoteMark {
    /// The note's number, from 1.
    pub number: usize,
    /// True for the first mark of this note on the page.
    pub first: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_at_the_first_level_and_skip_none() {
        let leveled = |levels: &[u8]| {
            let heading =
                |level: &u8| TextBlock::<()>::Heading { level: *level, id: String::new(), runs: Vec::new() };
            let mut blocks: Vec<_> = levels.iter().map(heading).collect();
            level_headings(&mut blocks);
            blocks
                .iter()
                .map(|block| if let TextBlock::Heading { level, .. } = block { *level } else { 0 })
                .collect::<Vec<_>>()
        };
        assert_eq!(leveled(&[2, 2, 3, 2]), [1, 1, 2, 1]);
        assert_eq!(leveled(&[2, 4, 3, 5, 2]), [1, 2, 2, 3, 1]);
        assert_eq!(leveled(&[3, 1, 2]), [1, 1, 2]);
    }
}
