//! The HTML renderer of a parsed Markdown text; its output is escaped and safe to put in a page.
//!
//! Everything is escaped; raw HTML in the text is text already. Only the references of the report are
//! resolved elsewhere, through [`References`].

use super::page::{ChartView, PhotoView};
use crate::escape::escape_html as escape;
use crate::markup::{Align, Block, Cell, Image, Inline, Markup, Target, is_cjk};
use std::borrow::Cow;
use std::fmt::Write as _;

/// Resolves the references of a text: each gives finished HTML, or nothing if it is none of the
/// report's.
pub trait References {
    /// Words of the text in the characters of the page.
    fn words<'t>(&self, words: &'t str) -> Cow<'t, str> {
        Cow::Borrowed(words)
    }
    /// The link that begins at a byte of the file, around its finished words.
    fn link(&self, start: usize, words_html: &str) -> Option<String>;
    /// The image that begins at a byte of the file: a chart, a table or a photo.
    fn figure(&self, start: usize, alt: &str) -> Option<String>;
}

/// Writes a text as HTML. Headings stand one level lower, because the page has its own first one.
pub fn html(markup: &Markup, references: &dyn References) -> String {
    let mut writer = HtmlWriter { out: String::new(), references };
    writer.blocks(&markup.blocks, false);
    writer.out
}

/// A chart as a figure in running text, its table behind the words `as_table`; without them the table alone.
pub fn chart(view: &ChartView, as_table: Option<&str>, alt: &str) -> String {
    let mut out = String::from("<figure class=\"chart\"><figcaption>");
    let title = if alt.trim().is_empty() { &view.title } else { alt };
    let _ = write!(out, "<strong class=\"chart-title\">{}</strong>", escape(title));
    if title != view.title {
        let _ = write!(out, "<span class=\"chart-verdict\">{}</span>", escape(&view.title));
    }
    let _ = write!(out, "<span class=\"chart-subtitle\">{}</span></figcaption>", escape(&view.subtitle));
    if let Some(words) = as_table {
        out.push_str(&view.svg_html);
        let _ = write!(out, "<details class=\"twin\"><summary>{}</summary>", escape(words));
    }
    // It scrolls where it is too wide, also by keys, and there may be no link in it to reach it by.
    let _ = write!(
        out,
        "<div class=\"table-scroll\" role=\"group\" aria-label=\"{}\" tabindex=\"0\"><table><thead><tr>",
        escape(title)
    );
    for head in &view.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(head));
    }
    out.push_str("</tr></thead><tbody>");
    for row in &view.rows {
        out.push_str("<tr>");
        for cell in row {
            match &cell.href {
                Some(href) => {
                    let _ = write!(out, "<td><a href=\"{}\">{}</a></td>", escape(href), escape(&cell.text));
                }
                None => {
                    let _ = write!(out, "<td>{}</td>", escape(&cell.text));
                }
            }
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
    out.push_str(if as_table.is_some() { "</details></figure>" } else { "</figure>" });
    out
}

/// A photo as a figure in running text.
pub fn photo(view: &PhotoView) -> String {
    let mut out = String::from("<figure class=\"photo\"><img");
    let (width, height) = (view.width.to_string(), view.height.to_string());
    for (name, value) in [
        ("src", view.src.as_str()),
        ("srcset", &view.srcset),
        ("sizes", &view.sizes),
        ("width", &width),
        ("height", &height),
        ("alt", &view.alt),
        ("loading", view.loading),
        ("decoding", "async"),
    ] {
        let _ = write!(out, " {name}=\"{}\"", escape(value));
    }
    out.push_str("><figcaption>");
    if let Some(caption) = &view.caption {
        let _ = write!(out, "{} ", escape(caption));
    }
    let _ = writeln!(out, "<span class=\"credit\">{}</span></figcaption></figure>", escape(&view.credit));
    out
}

struct HtmlWriter<'r> {
    out: String,
    references: &'r dyn References,
}

impl HtmlWriter<'_> {
    fn blocks(&mut self, blocks: &[Block], tight: bool) {
        for block in blocks {
            self.block(block, tight);
        }
    }

    fn block(&mut self, block: &Block, tight: bool) {
        match block {
            Block::Heading { level, id, inlines, .. } => {
                let level = (level + 1).min(6);
                let _ = write!(self.out, "<h{level} id=\"{}\">", escape(id));
                self.inlines(inlines);
                let _ = writeln!(self.out, "</h{level}>");
            }
            Block::Paragraph { inlines, .. } if tight => self.inlines(inlines),
            Block::Paragraph { inlines, .. } => {
                self.out.push_str("<p>");
                self.inlines(inlines);
                self.out.push_str("</p>\n");
            }
            Block::Figure(image) => self.image(image),
            Block::List { start, tight, items, .. } => {
                let tag = if start.is_some() { "ol" } else { "ul" };
                match start {
                    Some(start) if *start != 1 => {
                        let _ = write!(self.out, "<ol start=\"{start}\">");
                    }
                    _ => {
                        let _ = write!(self.out, "<{tag}>");
                    }
                }
                for item in items {
                    self.out.push_str("<li>");
                    self.blocks(&item.blocks, *tight);
                    self.out.push_str("</li>");
                }
                let _ = writeln!(self.out, "</{tag}>");
            }
            Block::Quote { blocks, .. } => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks, false);
                self.out.push_str("</blockquote>\n");
            }
            Block::Table { align, head, rows, .. } => self.table(align, head, rows),
            Block::Code { text, .. } => {
                let _ = writeln!(self.out, "<pre><code>{}</code></pre>", escape(text));
            }
            Block::Rule { .. } => self.out.push_str("<hr>\n"),
            Block::FootnoteDefinition { label, blocks, .. } => {
                let label = escape(label);
                let _ = write!(self.out, "<aside class=\"footnote\" id=\"fn-{label}\"><sup>{label}</sup>");
                self.blocks(blocks, false);
                self.out.push_str("</aside>\n");
            }
        }
    }

    fn table(&mut self, align: &[Align], head: &[Cell], rows: &[Vec<Cell>]) {
        self.out.push_str("<div class=\"table-scroll\"><table><thead><tr>");
        for (cell, align) in head.iter().zip(align) {
            self.cell("th scope=\"col\"", "th", *align, cell);
        }
        self.out.push_str("</tr></thead><tbody>");
        for row in rows {
            self.out.push_str("<tr>");
            for (cell, align) in row.iter().zip(align) {
                self.cell("td", "td", *align, cell);
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn cell(&mut self, open: &str, close: &str, align: Align, cell: &Cell) {
        let class = match align {
            Align::Right => " class=\"right\"",
            Align::Center => " class=\"center\"",
            Align::None | Align::Left => "",
        };
        let _ = write!(self.out, "<{open}{class}>");
        self.inlines(&cell.inlines);
        let _ = write!(self.out, "</{close}>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for (index, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text { text, .. } => self.out.push_str(&escape(&self.references.words(text))),
                Inline::Emphasis { children, .. } => self.around("em", children),
                Inline::Strong { children, .. } => self.around("strong", children),
                Inline::Strikethrough { children, .. } => self.around("s", children),
                Inline::Code { text, .. } => {
                    let _ = write!(self.out, "<code>{}</code>", escape(text));
                }
                Inline::Link { target, title, children, span } => {
                    self.link(target, title, children, span.start);
                }
                Inline::Image(image) => self.image(image),
                Inline::SoftBreak { .. } => {
                    // A line end between two Chinese characters is no space.
                    let next = inlines.get(index + 1).and_then(first_char);
                    if !(self.out.chars().last().is_some_and(is_cjk) && next.is_some_and(is_cjk)) {
                        self.out.push('\n');
                    }
                }
                Inline::HardBreak { .. } => self.out.push_str("<br>"),
                Inline::FootnoteReference { label, .. } => {
                    let label = escape(label);
                    let _ = write!(self.out, "<sup><a href=\"#fn-{label}\">{label}</a></sup>");
                }
            }
        }
    }

    fn around(&mut self, tag: &str, children: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(children);
        let _ = write!(self.out, "</{tag}>");
    }

    fn link(&mut self, target: &Target, title: &str, children: &[Inline], start: usize) {
        let mut inner = HtmlWriter { out: String::new(), references: self.references };
        inner.inlines(children);
        let words = inner.out;
        if let Some(html) = self.references.link(start, &words) {
            self.out.push_str(&html);
            return;
        }
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
        match target {
            Target::Url(url) => {
                let _ = write!(
                    self.out,
                    "<a href=\"{}\"{title} rel=\"external noopener\">{words}</a>",
                    escape(url)
                );
            }
            Target::Fragment(id) => {
                let _ = write!(self.out, "<a href=\"#{}\"{title}>{words}</a>", escape(id));
            }
            // What leads nowhere is a fault of the content; on the page it is only words.
            _ => self.out.push_str(&words),
        }
    }

    fn image(&mut self, image: &Image) {
        match self.references.figure(image.span.start, &image.alt) {
            Some(html) => self.out.push_str(&html),
            None => self.out.push_str(&escape(&self.references.words(&image.alt))),
        }
    }
}

fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text { text, .. } => text.chars().next(),
        _ => inline.children().first().and_then(first_char),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::parse;

    struct None_;
    impl References for None_ {
        fn link(&self, _: usize, _: &str) -> Option<String> {
            None
        }
        fn figure(&self, _: usize, _: &str) -> Option<String> {
            None
        }
    }

    fn shown(text: &str) -> String {
        html(&parse(text, 0), &None_)
    }

    #[test]
    fn nothing_of_the_text_becomes_markup() {
        assert_eq!(shown("<script>alert(1)</script>").trim(), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        for hostile in [
            "[x](javascript:alert(1))",
            "[x](JaVa\tScript:alert(1))",
            "[x](data:text/html,hi)",
            "![x](javascript:1)",
        ] {
            let html = shown(hostile);
            assert!(!html.contains("href") && !html.contains("src"), "{html}");
        }
        assert_eq!(
            shown("[a](https://e.org/?q=%22 \"t\\\"><b>\")").trim(),
            "<p><a href=\"https://e.org/?q=%22\" title=\"t&quot;&gt;&lt;b&gt;\" rel=\"external noopener\">a</a></p>"
        );
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        assert_eq!(shown("第一行\n第二行").trim(), "<p>第一行第二行</p>");
        assert_eq!(shown("one\ntwo").trim(), "<p>one\ntwo</p>");
        assert_eq!(shown("**真，**她").trim(), "<p><strong>真，</strong>她</p>");
    }

    #[test]
    fn headings_step_down_and_tables_scroll() {
        assert!(shown("# 标题").starts_with("<h2 id="));
        assert!(shown("|a|b|\n|-|-:|\n|1|2|\n").contains("<td class=\"right\">2</td>"));
    }
}
