//! The document model of a brief (blocks, runs, notes), before it is HTML, PDF or DOCX: plain structs of finished
//! words.
//!
//! Words may carry the marks of another language ([`crate::lang_marks`]); a writer turns them into what its format
//! has for that. Links are relative to the brief's page on the site.

use crate::view::page::link::Link;
use crate::view::text::blocks::{Run, say_line};
use serde::Serialize;

/// A brief.
#[derive(Debug, Clone, Serialize)]
pub struct BriefView {
    /// The name of its files, without an ending.
    pub name: String,
    /// Its language, as a tag.
    pub lang: String,
    /// What stands in the upper corner, one line each: number of the copy, secrecy, urgency; empty if it bears
    /// none.
    pub corner: Vec<String>,
    /// The name over it.
    pub masthead: String,
    /// Its number in the year, in words: 第1期. Nothing if it has none.
    pub issue: Option<String>,
    /// Its running number, in words: 总第5期. Nothing if it has none.
    pub running: Option<String>,
    /// Who issues it; empty if nobody is named.
    pub issuer: String,
    /// The day, written out.
    pub date: String,
    /// The day as three numbers: year, month and day.
    pub day: [i16; 3],
    /// The lines of its title.
    pub title: Vec<String>,
    /// The title in one line.
    pub subject: String,
    /// One or two sentences that stand for it in lists; empty for a brief that writes itself.
    pub summary: String,
    /// The language of the text as a tag, if it is not that of the brief; else nothing.
    pub text_lang: Option<String>,
    /// A sentence that says so; nothing where the text is in the brief's language.
    pub untranslated: Option<String>,
    /// The text.
    pub blocks: Vec<BriefBlock>,
    /// Where figures come from, in the order of their numbers.
    pub notes: Vec<BriefNote>,
    /// Who contributed the text, as the line says it; nothing if nobody is named.
    pub contributor: Option<String>,
    /// What stands at the foot of the last page.
    pub imprint: Imprint,
    /// Words that the writers need.
    pub words: BriefWords,
    /// Its files, each called by its format; empty in a brief that stands alone.
    pub downloads: Vec<Link>,
}

impl BriefView {
    /// The same away from its site: words lead nowhere but to other sites.
    #[must_use]
    pub fn alone(&self) -> Self {
        let mut view = self.clone();
        view.downloads.clear();
        let notes = view.notes.iter_mut().flat_map(|note| &mut note.runs);
        let text = view.blocks.iter_mut().flat_map(BriefBlock::runs);
        for run in notes.chain(text) {
            run.href = run.href.take().filter(|href| href.contains(':'));
        }
        view
    }
}

impl BriefBlock {
    /// Its words, a line each paragraph, item or cell, at the end of what was said before: what a search looks through.
    pub fn say(&self, said: &mut String) {
        match self {
            Self::Heading { runs, .. } | Self::Paragraph { runs } => say_line(runs, said),
            Self::List { items, .. } => items.iter().for_each(|item| say_line(&item.runs, said)),
            Self::Quote { paragraphs } => paragraphs.iter().for_each(|runs| say_line(runs, said)),
            Self::Table(table) => table.rows.iter().flatten().for_each(|runs| say_line(runs, said)),
            Self::Chart(_) | Self::Rule => {}
        }
    }

    /// All runs in it.
    fn runs(&mut self) -> Vec<&mut Run> {
        match self {
            Self::Heading { runs, .. } | Self::Paragraph { runs } => runs.iter_mut().collect(),
            Self::List { items, .. } => items.iter_mut().flat_map(|item| &mut item.runs).collect(),
            Self::Quote { paragraphs } => paragraphs.iter_mut().flatten().collect(),
            Self::Table(table) => table.rows.iter_mut().flatten().flatten().collect(),
            Self::Chart(_) | Self::Rule => Vec::new(),
        }
    }
}

/// Words of the frame.
#[derive(Debug, Clone, Serialize)]
pub struct BriefWords {
    /// The heading of the notes: 注释.
    pub notes: String,
    /// What stands between a name and what it names: ：
    pub colon: String,
    /// A sentence that says where every figure can be looked up; nothing if the site does not know where it
    /// stands.
    pub look_up: Option<String>,
}

/// A part of the text.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BriefBlock {
    /// A heading.
    Heading {
        /// 1 for 一、, 2 for （一）, 3 for 1.
        level: u8,
        /// Its number, as the language writes it; nothing where it has none.
        number: String,
        /// The words.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        runs: Vec<Run>,
    },
    /// A list; what is nested in an item follows it, one level deeper.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// Whether it only goes with the text and is set smaller.
        small: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// Words of somebody else.
    Quote {
        /// Paragraphs.
        paragraphs: Vec<Vec<Run>>,
    },
    /// A table.
    Table(BriefTable),
    /// A chart.
    Chart(Box<BriefChart>),
    /// A rule between two parts.
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListItem {
    /// How deep it stands, from 0.
    pub level: usize,
    /// What stands before it: 1. or a dot.
    pub marker: String,
    /// The words.
    pub runs: Vec<Run>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct BriefTable {
    /// Its number, in words: 表1.
    pub label: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as many cells as columns; a cell is a list of runs, perhaps empty. A row of one cell is a heading
    /// over those that follow it, as wide as the table.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// True if it lies across on a sheet of its own.
    pub wide: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// `left`, `center` or `right`.
    pub align: &'static str,
    /// Its share of the table's width, as part of the shares of all columns.
    pub share: u8,
}

/// A chart.
#[derive(Debug, Clone, Serialize)]
pub struct BriefChart {
    /// Unique on the brief: prefix of ids.
    pub id: String,
    /// Its number, in words: 图1.
    pub label: String,
    /// What it shows.
    pub caption: String,
    /// What is measured, of whom, in which unit.
    pub subtitle: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The drawing for a page on screen, inline.
    pub svg_html: String,
    /// The drawing for paper.
    #[serde(skip)]
    pub svg: String,
    /// The sources in short, as a line; empty if there are none.
    pub source: String,
}

/// A note: where a figure comes from, or what the writer adds.
#[derive(Debug, Clone, Serialize)]
pub struct BriefNote {
    /// Its number, from 1.
    pub number: usize,
    /// What it says.
    pub runs: Vec<Run>,
}

/// What stands at the foot of the last page; each part only where there is one.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Imprint {
    /// A line each for 报, 送, 发: the word and the names. Empty if it goes to nobody by name.
    pub recipients: Vec<(String, String)>,
    /// 审核 and 责任编辑: the word and the name. Empty if nobody is named.
    pub people: Vec<(String, String)>,
    /// How many copies are printed, in words: 共印50份. Nothing if it is not said.
    pub copies: Option<String>,
}

impl Imprint {
    /// True if nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.recipients.is_empty() && self.people.is_empty() && self.copies.is_none()
    }
}

/// Briefs in a list.
#[derive(Debug, Clone, Serialize)]
pub struct BriefsView {
    /// Those that somebody wrote, the newest first; empty if there are none.
    pub written: Vec<BriefCard>,
    /// Those that write themselves, under headings.
    pub groups: Vec<BriefGroup>,
}

/// Briefs under a heading.
#[derive(Debug, Clone, Serialize)]
pub struct BriefGroup {
    /// The heading.
    pub title: String,
    /// The briefs.
    pub briefs: Vec<BriefCard>,
}

/// A brief in a list.
#[derive(Debug, Clone, Serialize)]
pub struct BriefCard {
    /// Its page.
    pub link: Link,
    /// Number and day; empty for one that writes itself.
    pub about: String,
    /// What it says; empty for one that writes itself.
    pub summary: String,
    /// Its files, each called by its format.
    pub downloads: Vec<Link>,
}
