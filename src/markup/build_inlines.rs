//! From the parser's events to the tree: the running text.

use super::build::{Builder, Events, is_inline};
use super::target::Target;
use super::tree::{DEEPEST, Image, Inline, MarkupFault, MarkupFaultKind};
use super::walk::plain_text;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

impl Builder<'_> {
    /// Reads the inlines of a container, and its end.
    pub(super) fn inside(&mut self, events: &mut Events<'_>) -> Vec<Inline> {
        let inlines = self.inlines(events);
        events.next();
        inlines
    }

    /// Reads inlines up to the end of their container or the next block, which stays.
    pub(super) fn inlines(&mut self, events: &mut Events<'_>) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some((event, range)) = events.next_if(|(event, _)| is_inline(event)) {
            let span = self.span(&range);
            match event {
                Event::Start(_) if self.depth == DEEPEST => out.extend(self.too_deep(span, events)),
                Event::Start(tag) => {
                    self.depth += 1;
                    self.nested(tag, span, events, &mut out);
                    self.depth -= 1;
                }
                Event::Code(text) => out.push(Inline::Code { text: self.prepared.clean(&text), span }),
                Event::FootnoteReference(label) => {
                    let label = self.prepared.clean(&label);
                    out.push(Inline::FootnoteReference { label, span });
                }
                Event::SoftBreak => out.push(Inline::SoftBreak { span }),
                Event::HardBreak => out.push(Inline::HardBreak { span }),
                Event::Html(line) => {
                    let text = self.prepared.clean(&line);
                    let line = text.trim_end_matches(['\r', '\n']);
                    let verbatim = self.written(&span).starts_with(line);
                    let end = if verbatim { span.start + line.len() } else { span.end };
                    self.text(&mut out, line, span.start..end);
                    if end < span.end {
                        out.push(Inline::SoftBreak { span: end..span.end });
                    }
                }
                Event::Text(text) | Event::InlineHtml(text) => {
                    self.text(&mut out, &self.prepared.clean(&text), span);
                }
                _ => {}
            }
        }
        // Raw HTML ends in a line end that breaks nothing.
        while let Some(Inline::SoftBreak { .. }) = out.last() {
            out.pop();
        }
        out
    }

    fn nested(&mut self, tag: Tag<'_>, span: Range<usize>, events: &mut Events<'_>, out: &mut Vec<Inline>) {
        let children = self.inside(events);
        match tag {
            Tag::Emphasis => out.push(Inline::Emphasis { children, span }),
            Tag::Strong => out.push(Inline::Strong { children, span }),
            Tag::Strikethrough if self.written(&span).starts_with("~~") => {
                out.push(Inline::Strikethrough { children, span });
            }
            // `3~5` is a range in Chinese: a single tilde is a tilde.
            Tag::Strikethrough => {
                self.text(out, "~", span.start..span.start + 1);
                out.extend(children);
                self.text(out, "~", span.end - 1..span.end);
            }
            Tag::Image { dest_url, title, .. } => {
                let target = self.target(&dest_url, &span);
                let title = self.prepared.clean(&title);
                out.push(Inline::Image(Image { target, alt: plain_text(&children), title, span }));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = match link_type {
                    LinkType::Email => self.target(&format!("mailto:{dest_url}"), &span),
                    _ => self.target(&dest_url, &span),
                };
                let title = self.prepared.clean(&title);
                out.push(Inline::Link { target, title, children, span });
            }
            _ => out.extend(children),
        }
    }

    /// Adds words, joined to the words before where both are the file's own bytes.
    fn text(&self, out: &mut Vec<Inline>, text: &str, span: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if let Some(Inline::Text { text: last, span: place }) = out.last_mut()
            && place.end == span.start
            && self.written(place) == last
            && self.written(&span) == text
        {
            last.push_str(text);
            place.end = span.end;
        } else {
            out.push(Inline::Text { text: text.to_owned(), span });
        }
    }

    fn target(&mut self, written: &str, span: &Range<usize>) -> Target {
        let text = self.prepared.clean(written);
        match Target::parse(&text) {
            Ok(target) => target,
            Err(fault) => {
                let kind = MarkupFaultKind::Target { text: text.clone(), fault };
                self.faults.push(MarkupFault { kind, span: span.clone() });
                Target::Refused(text)
            }
        }
    }

    /// Passes over a container whose start was just read; what it says is shown as written.
    pub(super) fn too_deep(&mut self, span: Range<usize>, events: &mut Events<'_>) -> Vec<Inline> {
        let mut open = 1_usize;
        while open > 0
            && let Some((event, _)) = events.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        self.faults.push(MarkupFault { kind: MarkupFaultKind::TooDeep, span: span.clone() });
        let mut out = Vec::new();
        self.text(&mut out, self.written(&span), span);
        out
    }
}
