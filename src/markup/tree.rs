//! The document tree (AST): what a text says, block by block, with its places in the file.
//!
//! Every `span` is a byte range of the whole file (not of the body) on character boundaries.
//! The tree holds no HTML: raw HTML in the text is `Text`, as written.

use super::target::{Target, TargetFault};
use std::ops::Range;

/// How deep blocks and inlines may stand within each other.
pub const DEEPEST: usize = 64;

/// A parsed text: its blocks, and all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The faults, in the order of their places.
    pub faults: Vec<MarkupFault>,
}

/// Something wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupFault {
    /// What is wrong.
    pub kind: MarkupFaultKind,
    /// Where.
    pub span: Range<usize>,
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkupFaultKind {
    /// Control characters other than tab and line ends; the first of the run.
    ControlCharacter(char),
    /// A reference to the footnote of this label from within it, or from within one that it refers to.
    NoteCircle(String),
    /// A reference that leads to more footnotes within one another than there may be.
    DeepNote,
    /// Nested deeper than [`DEEPEST`]; the span is shown as text.
    TooDeep,
    /// A destination that is not linked ([`Target::Refused`]).
    Target {
        /// The destination as written.
        text: String,
        /// Why.
        fault: TargetFault,
    },
}

/// A block: one paragraph, list, table, …
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Unique in the document, made from the words.
        id: String,
        /// The words.
        inlines: Vec<Inline>,
        /// Where.
        span: Range<usize>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        inlines: Vec<Inline>,
        /// Where.
        span: Range<usize>,
    },
    /// A paragraph that is nothing but an image.
    Figure(Image),
    /// A list.
    List {
        /// The first number; `None` for a list with bullets.
        start: Option<u64>,
        /// Whether the items follow each other without blank lines: then their paragraphs
        /// are set without space between.
        tight: bool,
        /// The items.
        items: Vec<Item>,
        /// Where.
        span: Range<usize>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Where.
        span: Range<usize>,
    },
    /// A table.
    Table {
        /// One per column.
        align: Vec<Align>,
        /// The header row, as many cells as columns.
        head: Vec<Cell>,
        /// The rows, each as many cells as columns.
        rows: Vec<Vec<Cell>>,
        /// Where.
        span: Range<usize>,
    },
    /// A code block.
    Code {
        /// The first word after the fence, if any.
        language: Option<String>,
        /// The code, line ends included.
        text: String,
        /// Where.
        span: Range<usize>,
    },
    /// A rule between two parts.
    Rule {
        /// Where.
        span: Range<usize>,
    },
    /// What a footnote says.
    FootnoteDefinition {
        /// The name that the references use.
        label: String,
        /// The note.
        blocks: Vec<Block>,
        /// Where.
        span: Range<usize>,
    },
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where.
    pub span: Range<usize>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The words.
    pub inlines: Vec<Inline>,
    /// Where.
    pub span: Range<usize>,
}

/// How a table's column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Not said.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// An image, within a paragraph or as a block of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// What is shown: a chart, a file, …
    pub target: Target,
    /// The words for those who do not see it.
    pub alt: String,
    /// The title; empty if none.
    pub title: String,
    /// Where.
    pub span: Range<usize>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words. Either exactly the file's bytes at `span`, or one character reference decoded.
    Text {
        /// The words, never empty.
        text: String,
        /// Where.
        span: Range<usize>,
    },
    /// `*emphasis*`.
    Emphasis {
        /// What is within.
        children: Vec<Inline>,
        /// Where.
        span: Range<usize>,
    },
    /// `**strong**`.
    Strong {
        /// What is within.
        children: Vec<Inline>,
        /// Where.
        span: Range<usize>,
    },
    /// `~~struck out~~`.
    Strikethrough {
        /// What is within.
        children: Vec<Inline>,
        /// Where.
        span: Range<usize>,
    },
    /// `` `code` ``.
    Code {
        /// The code.
        text: String,
        /// Where, marks included.
        span: Range<usize>,
    },
    /// `[words](target "title")`.
    Link {
        /// Where it leads.
        target: Target,
        /// The title; empty if none.
        title: String,
        /// The words; empty for a reference to be filled in.
        children: Vec<Inline>,
        /// Where, destination included.
        span: Range<usize>,
    },
    /// `![alt](target "title")` among other words.
    Image(Image),
    /// A line end that is only a place to break.
    SoftBreak {
        /// Where.
        span: Range<usize>,
    },
    /// A line end that is kept.
    HardBreak {
        /// Where.
        span: Range<usize>,
    },
    /// `[^label]`.
    FootnoteReference {
        /// The name of the note.
        label: String,
        /// Where.
        span: Range<usize>,
    },
}

impl Inline {
    /// Where it stands in the file.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Text { span, .. }
            | Self::Emphasis { span, .. }
            | Self::Strong { span, .. }
            | Self::Strikethrough { span, .. }
            | Self::Code { span, .. }
            | Self::Link { span, .. }
            | Self::Image(Image { span, .. })
            | Self::SoftBreak { span }
            | Self::HardBreak { span }
            | Self::FootnoteReference { span, .. } => span.clone(),
        }
    }

    /// What stands within it: empty for all but emphasis, strong, strikethrough and links.
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Emphasis { children, .. }
            | Self::Strong { children, .. }
            | Self::Strikethrough { children, .. }
            | Self::Link { children, .. } => children,
            _ => &[],
        }
    }
}

impl Block {
    /// Where it stands in the file, without the line end behind it.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Heading { span, .. }
            | Self::Paragraph { span, .. }
            | Self::Figure(Image { span, .. })
            | Self::List { span, .. }
            | Self::Quote { span, .. }
            | Self::Table { span, .. }
            | Self::Code { span, .. }
            | Self::Rule { span }
            | Self::FootnoteDefinition { span, .. } => span.clone(),
        }
    }
}
