//! What templates read: each path in an expression is followed through the shapes that its template gets, into loops
//! and into the components that it calls.

use crate::contract::shapes::{Kind, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// What a name may be where it stands.
pub type Kinds = BTreeSet<Kind>;

/// Words of the engine, which name nothing.
const KEYWORDS: [&str; 9] = ["and", "elif", "false", "if", "in", "is", "not", "or", "true"];

/// The templates of a theme and what they may read.
pub struct Reader<'a> {
    shapes: &'a BTreeMap<String, Shape>,
    /// The words of the interface.
    words: BTreeSet<String>,
    components: BTreeMap<String, Component>,
    seen: BTreeSet<(String, Vec<Kinds>)>,
    /// What each `{% if %}` around a place has found to be there.
    there: Vec<Vec<String>>,
    /// The fields that are read, each with its shape.
    pub read: BTreeSet<(String, String)>,
    /// What is handed to each component, by parameter.
    pub handed: BTreeMap<String, Vec<(String, Kinds)>>,
    pub faults: BTreeSet<String>,
}

struct Component {
    file: String,
    parameters: Vec<String>,
    body: String,
}

impl<'a> Reader<'a> {
    /// Reads which components there are.
    pub fn new(
        shapes: &'a BTreeMap<String, Shape>,
        words: BTreeSet<String>,
        templates: &BTreeMap<String, String>,
    ) -> Self {
        let mut components = BTreeMap::new();
        for (file, text) in templates {
            for part in text.split("{% component ").skip(1) {
                let (head, rest) = part.split_once("%}").unwrap();
                let (name, parameters) = head.trim().trim_end_matches(')').split_once('(').unwrap();
                let body = rest.split("{% endcomponent").next().unwrap().to_owned();
                let parameters = parameters.split(',').map(|one| one.trim().to_owned()).collect();
                components.insert(name.to_owned(), Component { file: file.clone(), parameters, body });
            }
        }
        Self {
            shapes,
            words,
            components,
            seen: BTreeSet::new(),
            there: Vec::new(),
            read: BTreeSet::new(),
            handed: BTreeMap::new(),
            faults: BTreeSet::new(),
        }
    }

    /// The components of a file.
    pub fn components(&self, file: &str) -> Vec<&str> {
        self.components.iter().filter(|(_, one)| one.file == file).map(|(name, _)| name.as_str()).collect()
    }

    /// Follows what a template reads; `names` are what it gets.
    pub fn template(&mut self, file: &str, text: &str, names: &BTreeMap<String, Kinds>) {
        let mut scopes = vec![names.clone()];
        let mut rest = text;
        while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
            let close = if rest[start..].starts_with("{{") { "}}" } else { "%}" };
            let end = start + rest[start..].find(close).unwrap();
            let tag = rest[start + 2..end].trim_matches('-').trim();
            rest = &rest[end + 2..];
            match tag.split(' ').next().unwrap() {
                "extends" | "block" | "endblock" | "component" | "endcomponent" => {}
                "if" | "elif" => {
                    let (word, condition) = tag.split_once(' ').unwrap();
                    if word == "elif" {
                        self.there.pop();
                    }
                    self.expression(file, condition, &scopes);
                    // Of `a or b` and `not a` nothing is known to be there.
                    let both = condition.split(" and ").map(|one| one.trim().to_owned());
                    self.there.push(both.filter(|one| !one.contains(' ')).collect());
                }
                "else" => self.there.last_mut().unwrap().clear(),
                "endif" => drop(self.there.pop()),
                "for" => {
                    let (name, list) = tag["for ".len()..].split_once(" in ").unwrap();
                    let each = element(&self.expression(file, list, &scopes));
                    scopes.push(BTreeMap::from([(name.trim().to_owned(), each)]));
                }
                "endfor" => drop(scopes.pop()),
                _ => drop(self.expression(file, tag, &scopes)),
            }
        }
    }

    /// Follows every path of an expression; returns what the last of them is.
    fn expression(&mut self, file: &str, text: &str, scopes: &[BTreeMap<String, Kinds>]) -> Kinds {
        if let Some(call) = text.strip_prefix('<') {
            self.call(file, call.trim_end_matches("/>").trim(), scopes);
            return Kinds::from([Kind::Markup]);
        }
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let (mut rest, mut last, mut filter) = (text, Kinds::new(), false);
        while let Some(c) = rest.chars().next() {
            if c == '"' {
                rest = &rest[1..][rest[1..].find('"').unwrap() + 1..];
                last = Kinds::from([Kind::Text]);
            } else if word(c) {
                let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
                let name = &rest[..end];
                rest = &rest[end..];
                let given = rest.starts_with('=') && !rest.starts_with("==");
                if filter || given || KEYWORDS.contains(&name) || c.is_ascii_digit() {
                    // A filter, a test or an argument by its name, or a constant.
                    if matches!(name, "true" | "false") {
                        last = Kinds::from([Kind::Truth]);
                    }
                    filter = name == "is" || (filter && name == "not");
                    continue;
                }
                (last, rest) = self.path(file, name, rest, scopes);
            } else {
                filter = c == '|' || (filter && c == ' ');
                rest = &rest[c.len_utf8()..];
            }
        }
        last
    }

    /// Follows `name`, and the `.field` and `[place]` after it.
    fn path<'t>(
        &mut self,
        file: &str,
        name: &str,
        mut rest: &'t str,
        scopes: &[BTreeMap<String, Kinds>],
    ) -> (Kinds, &'t str) {
        let mut kinds = match scopes.iter().rev().find_map(|scope| scope.get(name)) {
            Some(kinds) => kinds.clone(),
            None if name == "loop" => Kinds::from([Kind::Shape("loop".to_owned())]),
            None => {
                self.faults.insert(format!("{file}: nothing is called {name}"));
                Kinds::new()
            }
        };
        let mut path = name.to_owned();
        loop {
            if self.there.iter().flatten().any(|one| *one == path) {
                kinds = kinds.into_iter().map(Kind::there).collect();
            }
            if let Some(field) = rest.strip_prefix('.') {
                let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
                let end = field.find(|c| !word(c)).unwrap_or(field.len());
                if kinds.iter().any(|kind| matches!(kind, Kind::Maybe(_))) {
                    self.faults.insert(format!("{file}: {path} may be nothing, and no if is around it"));
                }
                path = format!("{path}.{}", &field[..end]);
                let known = !kinds.is_empty();
                kinds = kinds.iter().flat_map(|kind| self.field(kind, &field[..end])).collect();
                if known && kinds.is_empty() {
                    self.faults.insert(format!("{file}: there is no {path}"));
                }
                rest = &field[end..];
            } else if let Some(place) = rest.strip_prefix('[') {
                let (place, after) = place.split_once(']').unwrap();
                self.expression(file, place, scopes);
                kinds = element(&kinds);
                path = format!("{path}[{place}]");
                rest = after;
            } else {
                return (kinds, rest);
            }
        }
    }

    fn field(&mut self, kind: &Kind, name: &str) -> Vec<Kind> {
        match kind {
            Kind::Maybe(kind) => self.field(kind, name),
            Kind::Words if self.words.contains(name) => vec![Kind::Text],
            Kind::Shape(shape) if shape == "loop" => match name {
                "first" | "last" => vec![Kind::Truth],
                "index" | "index0" => vec![Kind::Number],
                _ => Vec::new(),
            },
            Kind::Shape(shape) => {
                self.read.insert((shape.clone(), name.to_owned()));
                self.shapes[shape].field(name, self.shapes)
            }
            _ => Vec::new(),
        }
    }

    /// Follows a component with what it is handed, once for each combination.
    fn call(&mut self, file: &str, call: &str, scopes: &[BTreeMap<String, Kinds>]) {
        let (name, arguments) = call.split_once(' ').unwrap_or((call, ""));
        let mut handed = BTreeMap::new();
        for one in arguments.split('}').filter(|one| !one.trim().is_empty()) {
            let (parameter, value) = one.split_once("={").unwrap();
            handed.insert(parameter.trim().to_owned(), self.expression(file, value, scopes));
        }
        let Some(component) = self.components.get(name) else {
            self.faults.insert(format!("{file}: there is no component {name}"));
            return;
        };
        let (body, within) = (component.body.clone(), format!("{}: {name}", component.file));
        if component.parameters.iter().collect::<BTreeSet<_>>() != handed.keys().collect() {
            self.faults.insert(format!("{file}: {name} wants {}", component.parameters.join(", ")));
        }
        let all = self
            .handed
            .entry(name.to_owned())
            .or_insert_with(|| component.parameters.iter().map(|one| (one.clone(), Kinds::new())).collect());
        for (parameter, kinds) in all {
            kinds.extend(handed.get(parameter).into_iter().flatten().cloned());
        }
        if self.seen.insert((name.to_owned(), handed.values().cloned().collect())) {
            let around = std::mem::take(&mut self.there);
            self.template(&within, &body, &handed);
            self.there = around;
        }
    }
}

/// What stands in a list, or in a row of several things.
fn element(kinds: &Kinds) -> Kinds {
    let each = kinds.iter().flat_map(|kind| match kind {
        Kind::Maybe(kind) => element(&Kinds::from([(**kind).clone()])),
        Kind::List(kind) => Kinds::from([(**kind).clone()]),
        Kind::Row(kinds) => kinds.iter().cloned().collect(),
        _ => Kinds::new(),
    });
    each.collect()
}
