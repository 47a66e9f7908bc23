//! From parser events to a tree with spans (an AST), refusing what hides a file's meaning.

use crate::code_points::unwanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Lines, Origin};
use granit_parser::{Event, Parser, ScalarStyle};
use std::collections::HashMap;
use std::{cell::OnceCell, ops::Range, sync::Arc};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its byte range in the file.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text; `plain` if it stands without quotes, so that `true`, `12` and `~` mean what they mean.
    Scalar {
        /// The text, quotes and escapes resolved.
        text: String,
        /// Without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys with their own places and values, in the order written.
    Map(Vec<(String, Range<usize>, Node)>),
}

impl Node {
    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|(name, ..)| name == key).map(|(.., value)| value),
            _ => None,
        }
    }

    /// The place of a key, if this is a map that has it.
    pub fn key_span(&self, key: &str) -> Option<Range<usize>> {
        match &self.kind {
            Kind::Map(entries) => {
                entries.iter().find(|(name, ..)| name == key).map(|(_, span, _)| span.clone())
            }
            _ => None,
        }
    }

    /// The value at a place of a list.
    pub fn at(&self, index: usize) -> Option<&Node> {
        match &self.kind {
            Kind::List(items) => items.get(index),
            _ => None,
        }
    }

    /// True for an empty value, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }
}

const DEEPEST: usize = 64;

/// An open list or map while events come in.
enum OpenNode {
    List(usize, Vec<Node>),
    Map(OpenMap),
}

/// A map while its keys come in.
#[derive(Default)]
struct OpenMap {
    start: usize,
    entries: Vec<(String, Range<usize>, Node)>,
    /// The key whose value comes next.
    key: Option<(String, Range<usize>)>,
    /// Where each key was first written.
    known: HashMap<String, Range<usize>>,
}

struct NodeBuilder<'a> {
    file: &'a Arc<str>,
    text: &'a Arc<str>,
    open: Vec<OpenNode>,
    root: Option<Node>,
    faults: Vec<Diagnostic>,
    /// Where lines begin, once a fault asks for it.
    lines: OnceCell<Lines>,
}

/// Builds the tree of the YAML in `yaml`, a part of `text` without a byte order mark.
pub(super) fn build(file: &Arc<str>, text: &Arc<str>, yaml: Range<usize>) -> Result<Node, Vec<Diagnostic>> {
    let part = &text[yaml.clone()];
    let base = yaml.start;
    let mut builder =
        NodeBuilder { file, text, open: Vec::new(), root: None, faults: Vec::new(), lines: OnceCell::new() };
    let mut documents = 0;
    for event in Parser::new_from_str(part) {
        match event {
            Err(error) => {
                let at = base + error.marker().byte_offset().unwrap_or(0);
                builder.fault(
                    Code::YamlSyntax,
                    at..at + 1,
                    &format!("this is not YAML: {}", error.info()),
                    syntax_hint(&error.info()),
                );
                break;
            }
            Ok((Event::DocumentStart(..), span)) => {
                documents += 1;
                if documents == 2 {
                    let at = base + span.start.byte_offset().unwrap_or(0);
                    builder.fault(
                        Code::YamlRefused,
                        at..at + 3,
                        "a second document begins here",
                        "keep one thing in one file",
                    );
                    break;
                }
            }
            Ok((event, span)) => {
                let range =
                    base + span.start.byte_offset().unwrap_or(0)..base + span.end.byte_offset().unwrap_or(0);
                if builder.take(event, range).is_err() {
                    break;
                }
            }
        }
    }
    if builder.faults.is_empty() {
        let end = yaml.end;
        Ok(builder.root.unwrap_or(Node { span: end..end, kind: Kind::Map(Vec::new()) }))
    } else {
        Err(builder.faults)
    }
}

fn syntax_hint(info: &str) -> &'static str {
    if info.contains("mapping values") {
        "a text that holds \": \" must stand in quotes"
    } else if info.contains("tab") {
        "indent with spaces, not tabs"
    } else {
        "check the indentation, the quotes and the brackets of this line and the one before"
    }
}

/// The file nests deeper than is allowed: building stops.
struct TooDeep;

impl NodeBuilder<'_> {
    fn fault(&mut self, code: Code, span: Range<usize>, message: &str, hint: &str) {
        let found = Diagnostic::new(code, self.origin(span), message).hint(hint);
        self.faults.push(found);
    }

    fn origin(&self, span: Range<usize>) -> Origin {
        self.lines.get_or_init(|| Lines::of(self.text)).locate(self.file, self.text, span)
    }

    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), TooDeep> {
        match event {
            Event::Alias(..) => {
                self.fault(
                    Code::YamlRefused,
                    span.clone(),
                    "an alias (*) hides what is written here",
                    "write the value itself",
                );
                self.value(Node { span, kind: Kind::Scalar { text: String::new(), plain: true } });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &span);
                // Those that stand in the file as they are were refused with the file: this one was an escape.
                let odd = text.chars().find_map(|c| Some((c, unwanted(c)?)));
                if let Some((odd, what)) = odd {
                    self.fault(
                        Code::NotText,
                        span.clone(),
                        &format!("an escape stands for the {what} U+{:04X}", u32::from(odd)),
                        "delete it",
                    );
                }
                if let Some(OpenNode::Map(OpenMap { key: key @ None, known, .. })) = self.open.last_mut() {
                    let name = text.into_owned();
                    let twice = known.get(&name).cloned();
                    if twice.is_none() {
                        known.insert(name.clone(), span.clone());
                    }
                    *key = Some((name.clone(), span.clone()));
                    if name == "<<" {
                        self.fault(
                            Code::YamlRefused,
                            span.clone(),
                            "a merge key (<<) hides what is written here",
                            "write the keys themselves",
                        );
                    }
                    if let Some(first) = twice {
                        let first = self.origin(first);
                        self.fault(
                            Code::DuplicateKey,
                            span,
                            &format!("the key \"{name}\" is written twice"),
                            "keep one of the two",
                        );
                        if let Some(found) = self.faults.last_mut() {
                            found.related.push((first, "first written here".to_owned()));
                        }
                    }
                    return Ok(());
                }
                let plain = matches!(style, ScalarStyle::Plain);
                self.value(Node { span, kind: Kind::Scalar { text: text.into_owned(), plain } });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &span);
                self.refuse_as_key(&span);
                self.deeper(&span)?;
                self.open.push(OpenNode::List(span.start, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &span);
                self.refuse_as_key(&span);
                self.deeper(&span)?;
                self.open.push(OpenNode::Map(OpenMap { start: span.start, ..OpenMap::default() }));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let node = match self.open.pop() {
                    Some(OpenNode::List(start, items)) => {
                        Node { span: start..span.end, kind: Kind::List(items) }
                    }
                    Some(OpenNode::Map(OpenMap { start, entries, .. })) => {
                        Node { span: start..span.end, kind: Kind::Map(entries) }
                    }
                    None => return Ok(()),
                };
                self.value(node);
            }
            _ => {}
        }
        Ok(())
    }

    fn deeper(&mut self, span: &Range<usize>) -> Result<(), TooDeep> {
        if self.open.len() < DEEPEST {
            return Ok(());
        }
        self.fault(
            Code::TooDeep,
            span.start..span.start + 1,
            "this nests deeper than 64 levels",
            "write it flatter",
        );
        Err(TooDeep)
    }

    fn refuse_marks(&mut self, anchor: bool, tag: bool, span: &Range<usize>) {
        if anchor {
            self.fault(
                Code::YamlRefused,
                self.mark(span, '&'),
                "an anchor (&) is not used here",
                "write the value where it is needed",
            );
        }
        if tag {
            self.fault(Code::YamlRefused, self.mark(span, '!'), "a tag (!) is not used here", "leave it out");
        }
    }

    /// The place of an anchor or tag, which stands before the value that the parser names.
    fn mark(&self, value: &Range<usize>, sign: char) -> Range<usize> {
        let before = self.text.get(..value.start).unwrap_or_default();
        let Some(at) = before.rfind(sign) else { return value.clone() };
        let start = before[..=at].trim_end_matches(sign).len();
        let rest = &self.text[start..];
        start
            ..start
                + rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(rest.len())
    }

    /// A list or map where a key should stand; it is given a name so that building can go on.
    fn refuse_as_key(&mut self, span: &Range<usize>) {
        if let Some(OpenNode::Map(OpenMap { key: key @ None, .. })) = self.open.last_mut() {
            *key = Some((String::new(), span.clone()));
            self.fault(
                Code::YamlRefused,
                span.clone(),
                "a list or map cannot be a key",
                "write a plain word before the colon",
            );
        }
    }

    fn value(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(OpenNode::List(_, items)) => items.push(node),
            Some(OpenNode::Map(OpenMap { entries, key, .. })) => {
                if let Some((name, span)) = key.take() {
                    entries.push((name, span, node));
                }
            }
        }
    }
}
