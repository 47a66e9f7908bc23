//! From a Markdown tree to the blocks of a text: the one walk through prose, for stories and briefs.

use super::blocks::{Run, TextBlock, TextCell, TextItem};
use crate::markup::{Align, Block, Cell, DEEPEST_NOTE, Image, Inline, Target, joins};
use std::collections::{BTreeMap, BTreeSet};

/// Lists and quotes may nest so deep; what nests deeper stands on this level. Templates call themselves for each level,
/// and Tera allows twenty calls within each other.
const DEEPEST: usize = 12;

/// What the references of a text become, which each kind of page decides.
pub(in crate::view) trait References {
    /// A chart, a table of figures or a photo in the text.
    type Figure;

    /// Words of the text in the characters of the page.
    fn words(&self, words: &str) -> String;

    /// The figure of an image that begins at a byte of the file, which is a block of its own if it stands `alone`.
    fn figure(&mut self, image: &Image, alone: bool) -> Option<Self::Figure>;

    /// Where the link that begins at a byte of the file leads; nothing if it is no reference to the report.
    fn bound(&self, start: usize) -> Option<BoundLink>;

    /// The marks of the notes that belong behind such a link.
    fn notes(&mut self, start: usize) -> Vec<Run>;

    /// The address of a heading of this text; nothing where headings have none.
    fn heading(&self, id: &str) -> Option<String>;

    /// The mark of a note of the writer's own, which says what `said` holds; nothing is said of one that was said
    /// before.
    fn footnote(&mut self, label: &str, said: Vec<TextBlock<Self::Figure>>) -> Run;
}

/// A link to something of the report.
pub(in crate::view) struct BoundLink {
    /// Its address.
    pub href: Option<String>,
    /// The words, where the text leaves them to the program.
    pub filled: String,
    /// The status that it names.
    pub status: Option<String>,
    /// True if it states a figure or a promise.
    pub figure: bool,
}

/// Builds the blocks of a text.
pub(in crate::view) struct TextBuilder<'p, R: References> {
    /// What references become.
    pub references: R,
    /// What footnotes of the writer's own say, by their label.
    own: BTreeMap<&'p str, &'p [Block]>,
    /// Those of them that were said.
    said: BTreeSet<&'p str>,
    /// Those that are being said, each within the one before.
    open: Vec<&'p str>,
    depth: usize,
    /// Figures that stand within a paragraph: they follow it.
    waiting: Vec<R::Figure>,
}

impl<'p, R: References> TextBuilder<'p, R> {
    /// A builder of the blocks of a text.
    pub(crate) fn new(blocks: &'p [Block], references: R) -> Self {
        let own = blocks.iter().filter_map(|block| match block {
            Block::FootnoteDefinition { label, blocks, .. } => Some((label.as_str(), blocks.as_slice())),
            _ => None,
        });
        Self {
            references,
            own: own.collect(),
            said: BTreeSet::new(),
            open: Vec::new(),
            depth: 0,
            waiting: Vec::new(),
        }
    }

    /// The blocks that come of some of the text's.
    pub(crate) fn blocks(&mut self, blocks: &'p [Block]) -> Vec<TextBlock<R::Figure>> {
        let mut out = Vec::new();
        for block in blocks {
            self.block(block, false, &mut out);
        }
        out
    }

    fn block(&mut self, block: &'p Block, tight: bool, out: &mut Vec<TextBlock<R::Figure>>) {
        match block {
            Block::Heading { level, id, inlines, .. } => {
                let runs = self.runs(inlines);
                out.push(TextBlock::Heading { level: (*level).clamp(1, 5), id: id.clone(), runs });
            }
            Block::Paragraph { inlines, .. } => {
                let runs = self.runs(inlines);
                out.push(if tight { TextBlock::Words { runs } } else { TextBlock::Paragraph { runs } });
            }
            Block::Figure(image) => match self.references.figure(image, true) {
                Some(figure) => out.push(TextBlock::Figure { figure }),
                None => out
                    .push(TextBlock::Paragraph { runs: vec![Run::plain(self.references.words(&image.alt))] }),
            },
            Block::List { start, tight, items, .. } if self.depth < DEEPEST => {
                self.depth += 1;
                let items = items.iter().map(|item| {
                    let mut blocks = Vec::new();
                    for block in &item.blocks {
                        self.block(block, *tight, &mut blocks);
                    }
                    TextItem { blocks }
                });
                let items = items.collect();
                self.depth -= 1;
                out.push(TextBlock::List { start: *start, items });
            }
            Block::List { items, .. } => {
                for block in items.iter().flat_map(|item| &item.blocks) {
                    self.block(block, false, out);
                }
            }
            Block::Quote { blocks, .. } if self.depth < DEEPEST => {
                self.depth += 1;
                let blocks = self.blocks(blocks);
                self.depth -= 1;
                out.push(TextBlock::Quote { blocks });
            }
            Block::Quote { blocks, .. } => out.extend(self.blocks(blocks)),
            Block::Table { align, head, rows, .. } => {
                let head = self.cells(align, head);
                let rows = rows.iter().map(|row| self.cells(align, row)).collect();
                out.push(TextBlock::Table { head, rows });
            }
            Block::Code { text, .. } => out.push(TextBlock::Code { text: text.clone() }),
            Block::Rule { .. } => out.push(TextBlock::Rule),
            Block::FootnoteDefinition { label, blocks, .. } => {
                let blocks = self.blocks(blocks);
                out.push(TextBlock::Footnote { label: label.clone(), blocks });
            }
        }
        out.extend(self.waiting.drain(..).map(|figure| TextBlock::Figure { figure }));
    }

    fn cells(&mut self, align: &[Align], cells: &'p [Cell]) -> Vec<TextCell> {
        let side = |align: &Align| match align {
            Align::None | Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        };
        let sides = align.iter().map(side).chain(std::iter::repeat("left"));
        cells
            .iter()
            .zip(sides)
            .map(|(cell, align)| TextCell { align, runs: self.runs(&cell.inlines) })
            .collect()
    }

    fn runs(&mut self, inlines: &'p [Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.inlines(inlines, &Run::default(), &mut runs);
        runs
    }

    fn inlines(&mut self, inlines: &'p [Inline], look: &Run, runs: &mut Vec<Run>) {
        for (index, inline) in inlines.iter().enumerate() {
            let in_look = |text: String| Run { text, ..look.clone() };
            match inline {
                Inline::Text { text, .. } => runs.push(in_look(self.references.words(text))),
                Inline::Emphasis { children, .. } => {
                    self.inlines(children, &Run { emphasis: true, ..look.clone() }, runs);
                }
                Inline::Strong { children, .. } => {
                    self.inlines(children, &Run { strong: true, ..look.clone() }, runs);
                }
                Inline::Strikethrough { children, .. } => {
                    self.inlines(children, &Run { struck: true, ..look.clone() }, runs);
                }
                Inline::Code { text, .. } => runs.push(Run { code: true, ..in_look(text.clone()) }),
                Inline::Link { target, title, children, span } => {
                    self.link((target, title), children, span.start, look, runs);
                }
                Inline::Image(image) => match self.references.figure(image, false) {
                    Some(figure) => self.waiting.push(figure),
                    None => runs.push(in_look(self.references.words(&image.alt))),
                },
                Inline::SoftBreak { .. } => {
                    // A line end between two Chinese characters is no space. The mark of a note has no words.
                    let before = runs.iter().rev().flat_map(|run| run.text.chars().rev());
                    let after = self.ahead(&inlines[index + 1..]);
                    if !joins(before, after.chars()) {
                        runs.push(in_look(" ".to_owned()));
                    }
                }
                Inline::HardBreak { .. } => runs.push(Run { ends_line: true, ..in_look(String::new()) }),
                Inline::FootnoteReference { label, .. } => {
                    // In a circle, or too deep: a fault of the content, which is never followed.
                    if self.open.contains(&label.as_str()) || self.open.len() == DEEPEST_NOTE {
                        continue;
                    }
                    let mut said = Vec::new();
                    if self.said.insert(label)
                        && let Some(blocks) = self.own.get(label.as_str()).copied()
                    {
                        self.open.push(label);
                        said = self.blocks(blocks);
                        self.open.pop();
                    }
                    runs.push(self.references.footnote(label, said));
                }
            }
        }
    }

    /// What the next of some inlines that has words says, with those that data fill in.
    fn ahead(&self, inlines: &[Inline]) -> String {
        let said = inlines.iter().map(|inline| match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => text.clone(),
            Inline::Link { children, span, .. } if children.is_empty() => {
                self.references.bound(span.start).map(|bound| bound.filled).unwrap_or_default()
            }
            Inline::HardBreak { .. } => " ".to_owned(),
            _ => self.ahead(inline.children()),
        });
        let mut words = String::new();
        for one in said {
            words.push_str(&one);
            // Marks alone do not tell which script goes on.
            if words.chars().any(char::is_alphanumeric) {
                break;
            }
        }
        words
    }

    fn link(
        &mut self,
        (target, title): (&Target, &str),
        children: &'p [Inline],
        start: usize,
        look: &Run,
        runs: &mut Vec<Run>,
    ) {
        let Some(bound) = self.references.bound(start) else {
            let (href, external) = match target {
                Target::Url(url) => (Some(url.clone()), true),
                Target::Fragment(id) => (self.references.heading(id), false),
                // What leads nowhere is a fault of the content; here it is only words.
                _ => (None, false),
            };
            let title = Some(title).filter(|title| !title.is_empty() && href.is_some()).map(str::to_owned);
            self.inlines(children, &Run { href, title, external, ..look.clone() }, runs);
            return;
        };
        let run = Run { href: bound.href, figure: bound.figure, ..look.clone() };
        let from = runs.len();
        self.inlines(children, &run, runs);
        if runs[from..].iter().all(|run| run.text.trim().is_empty()) {
            runs.truncate(from);
            runs.push(Run { text: bound.filled, ..run });
        }
        if let Some(first) = runs.get_mut(from) {
            first.status = bound.status;
        }
        runs.extend(self.references.notes(start));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::parse;

    /// A text without references.
    struct NoReferences;

    impl References for NoReferences {
        type Figure = ();
        fn words(&self, words: &str) -> String {
            words.to_owned()
        }
        fn figure(&mut self, _: &Image, _: bool) -> Option<()> {
            None
        }
        fn bound(&self, _: usize) -> Option<BoundLink> {
            None
        }
        fn notes(&mut self, _: usize) -> Vec<Run> {
            Vec::new()
        }
        fn heading(&self, id: &str) -> Option<String> {
            Some(format!("#{id}"))
        }
        fn footnote(&mut self, label: &str, _: Vec<TextBlock<()>>) -> Run {
            Run { footnote: Some(label.to_owned()), ..Run::default() }
        }
    }

    fn built(text: &str) -> Vec<TextBlock<()>> {
        let markup = parse(text, 0);
        TextBuilder::new(&markup.blocks, NoReferences).blocks(&markup.blocks)
    }

    fn said(text: &str) -> Vec<Run> {
        match built(text).as_slice() {
            [TextBlock::Paragraph { runs }] => runs.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn html_is_text_and_what_may_run_is_no_link() {
        assert_eq!(
            said("<script>alert(1)</script>").iter().map(|run| run.text.as_str()).collect::<String>(),
            "<script>alert(1)</script>"
        );
        for hostile in [
            "[x](javascript:alert(1))",
            "[x](JaVa\tScript:alert(1))",
            "[x](data:text/html,hi)",
            "![x](javascript:1)",
        ] {
            assert!(said(hostile).iter().all(|run| run.href.is_none()), "{hostile}");
        }
        let link = &said("[a](https://e.org/ \"t\")")[0];
        assert_eq!(
            (link.href.as_deref(), link.title.as_deref(), link.external),
            (Some("https://e.org/"), Some("t"), true)
        );
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        let words = |text: &str| said(text).iter().map(|run| run.text.as_str()).collect::<String>();
        assert_eq!(words("第一行\n第二行"), "第一行第二行");
        assert_eq!(words("one\ntwo"), "one two");
        assert_eq!(words("他说：\n“[好](https://e.org/)\n——”\n*真的*\n……"), "他说：“好——”真的……");
        assert_eq!(words("he said\n“[yes](https://e.org/)”\n“no”"), "he said “yes” “no”");
        let emphasis = said("**真，**她");
        assert_eq!(
            (emphasis[0].strong, emphasis[0].text.as_str(), emphasis[1].strong),
            (true, "真，", false)
        );
    }

    /// How deep lists nest in some blocks.
    fn depth(blocks: &[TextBlock<()>]) -> usize {
        let nested = blocks.iter().map(|block| match block {
            TextBlock::List { items, .. } => {
                1 + items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0)
            }
            _ => 0,
        });
        nested.max().unwrap_or(0)
    }

    #[test]
    fn lists_nest_as_deep_as_templates_can_follow() {
        let lines: Vec<String> = (0..40).map(|at| format!("{}- {at}\n", "  ".repeat(at))).collect();
        let blocks = built(&lines.concat());
        assert_eq!(depth(&blocks), DEEPEST);
        assert!(format!("{blocks:?}").contains("\"39\""), "the last item is there: {blocks:?}");
    }
}
