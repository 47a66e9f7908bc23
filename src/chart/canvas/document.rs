//! The document around the marks: the root element with its name and description, and for a
//! file its size, colours and style sheet.

use std::fmt::Write;

use super::{Canvas, WIDTH};
use crate::chart::number::{fixed, push};
use crate::chart::spec::{ChartSpec, Output};
use crate::chart::token::{Token, file_css};
use crate::escape::push_xml;

const FONT: &str =
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif";
/// The typeface of drawings on paper, whose widths the drawing library knows; it comes with the page.
const PAPER_FONT: &str = "Noto Sans SC";

impl Canvas {
    /// The finished drawing, `height` units high.
    pub(in crate::chart) fn finish(mut self, spec: &ChartSpec, height: f64) -> String {
        self.flush();
        while !self.open.is_empty() {
            self.close();
        }
        let mut svg = String::with_capacity(self.body.len() + 1600);
        self.head(&mut svg, spec, fixed(height));
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        svg
    }

    fn head(&mut self, svg: &mut String, spec: &ChartSpec, height: i32) {
        let (width, file) = (fixed(WIDTH), self.output == Output::File);
        let font = if file { FONT } else { PAPER_FONT };
        svg.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sh\" viewBox=\"0 0 ");
        push(svg, width);
        svg.push(' ');
        push(svg, height);
        svg.push_str("\" width=\"");
        push(svg, width);
        svg.push_str("\" height=\"");
        push(svg, height);
        if self.output != Output::Inline {
            let _ = write!(svg, "\" font-family=\"{font}");
        }
        svg.push_str("\" lang=\"");
        push_xml(svg, &spec.lang);
        // An image hides what is inside it from screen readers; links must not be hidden.
        let role = if self.linked { "group" } else { "img" };
        let id = &self.id;
        let _ = write!(
            svg,
            "\" role=\"{role}\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\"><title id=\"{id}-t\">"
        );
        push_xml(svg, &spec.title);
        let _ = write!(svg, "</title><desc id=\"{id}-d\">");
        push_xml(svg, &spec.aria);
        svg.push_str("</desc>\n");
        if file {
            self.used.insert(Token::Paper);
            if self.hatched {
                self.used.insert(Token::Actual);
            }
            let _ = writeln!(svg, "<style>{}</style>", file_css(self.used));
        }
        if self.hatched {
            self.hatch_pattern(svg);
        }
        if file {
            let _ = write!(svg, "<path class=\"f-paper\" fill=\"{}\" d=\"M0 0H", Token::Paper.light());
            push(svg, width);
            svg.push('V');
            push(svg, height);
            svg.push_str("H0z\"/>\n");
        }
    }

    fn hatch_pattern(&self, svg: &mut String) {
        let _ = write!(
            svg,
            "<defs><pattern id=\"{}-h\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\">",
            self.id
        );
        for (token, path) in [(Token::Paper, "M0 0h5v5H0z"), (Token::Actual, "M0 0h2.2v5H0z")] {
            let (name, fill) = (token.name(), token.light());
            let _ = write!(svg, "<path class=\"f-{name}\" fill=\"{fill}\" d=\"{path}\"/>");
        }
        svg.push_str("</pattern></defs>\n");
    }
}
