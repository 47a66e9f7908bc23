//! The shapes that templates get, read from the source of the structs that are serialised for them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Token, Type};

/// Where they are written.
const SOURCES: [&str; 4] =
    ["src/view/page", "src/view/brief/blocks.rs", "src/view/text/blocks.rs", "src/site/theme.rs"];

/// Fields that are left out when a page is serialised and that the theme puts in, the same for all pages.
const PUT_IN: [(&str, &str); 1] = [("SiteHead", "words")];

/// What a value is in a template.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Text,
    Markup,
    Number,
    Truth,
    /// Words by name.
    Words,
    List(Box<Kind>),
    /// One thing after the other, by their position.
    Row(Vec<Kind>),
    /// Perhaps nothing.
    Maybe(Box<Kind>),
    Shape(String),
}

impl Kind {
    /// What it is where it is there.
    pub fn there(self) -> Self {
        match self {
            Self::Maybe(kind) => *kind,
            kind => kind,
        }
    }
}

/// A field of a shape.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub kind: Kind,
    pub meaning: String,
}

/// Something with fields.
#[derive(Clone, Debug)]
pub struct Shape {
    pub meaning: String,
    /// What it always has.
    pub fields: Vec<Field>,
    /// The field that says which of several it is, and what each of them has besides.
    pub variants: Option<(String, Vec<Variant>)>,
}

/// One of several.
#[derive(Clone, Debug)]
pub struct Variant {
    pub name: String,
    pub meaning: String,
    pub fields: Vec<Field>,
    /// The shape whose fields it has, if they are not its own.
    pub of: Option<String>,
}

impl Shape {
    /// What a field may be: in a shape of several kinds each may have its own.
    pub fn field(&self, name: &str, all: &BTreeMap<String, Shape>) -> Vec<Kind> {
        let mut found: Vec<Kind> =
            self.fields.iter().filter(|one| one.name == name).map(|one| one.kind.clone()).collect();
        if let Some((tag, variants)) = &self.variants {
            if tag == name {
                found.push(Kind::Text);
            }
            for variant in variants {
                let own = variant.fields.iter().filter(|one| one.name == name).map(|one| one.kind.clone());
                found.extend(own);
                found.extend(variant.of.iter().flat_map(|of| all[of].field(name, all)));
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

/// All shapes by name.
pub fn shapes() -> BTreeMap<String, Shape> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = SOURCES.iter().flat_map(|source| walkdir::WalkDir::new(root.join(source)));
    let files = files.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let texts: Vec<String> = files.map(|entry| fs::read_to_string(entry.path()).unwrap()).collect();
    read(&texts)
}

/// The shapes of some files.
pub fn read(texts: &[String]) -> BTreeMap<String, Shape> {
    let mut all = BTreeMap::new();
    let mut fillings = BTreeMap::new();
    let items = texts.iter().flat_map(|text| syn::parse_file(text).unwrap().items);
    let items: Vec<Item> = items.filter(is_serialised).collect();
    for item in &items {
        let (name, shape) = shape(item, &mut fillings);
        assert!(all.insert(name.clone(), shape).is_none(), "two shapes are called {name}");
    }
    // What stands for a parameter: `TextBlock<F>` is used with one thing in its place.
    let fill = |field: &mut Field| {
        if let Some(with) = hole(&field.kind).and_then(|name| fillings.get(&name)) {
            field.kind = with.clone();
        }
    };
    for shape in all.values_mut() {
        shape.fields.iter_mut().for_each(fill);
        let variants = shape.variants.iter_mut().flat_map(|(_, variants)| variants);
        variants.flat_map(|variant| &mut variant.fields).for_each(fill);
    }
    all
}

/// The parameter that a field is, such as `F`.
fn hole(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Shape(name) if name.len() == 1 => Some(name.clone()),
        _ => None,
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        _ => &[],
    }
}

fn is_serialised(item: &Item) -> bool {
    let mut found = false;
    for one in attributes(item).iter().filter(|one| one.path().is_ident("derive")) {
        one.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("Serialize");
            Ok(())
        })
        .unwrap();
    }
    found
}

/// What `#[serde(name)]` or `#[serde(name = "…")]` says.
fn serde(attributes: &[Attribute], name: &str) -> Option<String> {
    let mut found = None;
    for one in attributes.iter().filter(|one| one.path().is_ident("serde")) {
        one.parse_nested_meta(|meta| {
            let has_value = meta.input.peek(Token![=]);
            let value = if has_value { meta.value()?.parse::<syn::LitStr>()?.value() } else { String::new() };
            if meta.path.is_ident(name) {
                found = Some(value);
            }
            Ok(())
        })
        .unwrap();
    }
    found
}

/// The first paragraph of a doc comment, in one line.
fn meaning(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|one| one.path().is_ident("doc")).map(|one| match &one.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(words) => match &words.lit {
                Lit::Str(words) => words.value().trim().to_owned(),
                _ => String::new(),
            },
            _ => String::new(),
        },
        _ => String::new(),
    });
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn shape(item: &Item, fillings: &mut BTreeMap<String, Kind>) -> (String, Shape) {
    match item {
        Item::Struct(item) => {
            let name = item.ident.to_string();
            let fields = fields(&name, &item.fields, fillings);
            (name, Shape { meaning: meaning(&item.attrs), fields, variants: None })
        }
        Item::Enum(item) => {
            let name = item.ident.to_string();
            let tag = serde(&item.attrs, "tag").unwrap_or_else(|| panic!("{name} has no tag"));
            assert_eq!(serde(&item.attrs, "rename_all").as_deref(), Some("snake_case"), "{name}");
            let variants = item.variants.iter().map(|variant| Variant {
                name: snake(&variant.ident.to_string()),
                meaning: meaning(&variant.attrs),
                fields: fields(&name, &variant.fields, fillings),
                of: match &variant.fields {
                    Fields::Unnamed(one) => match kind(&one.unnamed[0].ty, fillings) {
                        Kind::Shape(of) => Some(of),
                        other => panic!("{name} has {other:?}"),
                    },
                    _ => None,
                },
            });
            let variants = Some((tag, variants.collect()));
            (name, Shape { meaning: meaning(&item.attrs), fields: Vec::new(), variants })
        }
        _ => unreachable!("only these are serialised"),
    }
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, c) in name.char_indices() {
        if c.is_ascii_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

fn fields(of: &str, fields: &Fields, fillings: &mut BTreeMap<String, Kind>) -> Vec<Field> {
    let Fields::Named(fields) = fields else { return Vec::new() };
    let there = fields.named.iter().filter(|field| {
        let name = field.ident.as_ref().unwrap().to_string();
        serde(&field.attrs, "skip").is_none() || PUT_IN.contains(&(of, &name))
    });
    there
        .map(|field| {
            let name = field.ident.as_ref().unwrap().to_string();
            let kind = match kind(&field.ty, fillings) {
                Kind::Text if name.ends_with("_html") => Kind::Markup,
                Kind::Maybe(one) if name.ends_with("_html") && *one == Kind::Text => {
                    Kind::Maybe(Box::new(Kind::Markup))
                }
                kind => kind,
            };
            Field { name, kind, meaning: meaning(&field.attrs) }
        })
        .collect()
}

/// What a type becomes in a template.
fn kind(ty: &Type, fillings: &mut BTreeMap<String, Kind>) -> Kind {
    match ty {
        Type::Reference(to) => kind(&to.elem, fillings),
        Type::Array(of) => Kind::List(Box::new(kind(&of.elem, fillings))),
        Type::Slice(of) => Kind::List(Box::new(kind(&of.elem, fillings))),
        Type::Tuple(of) => Kind::Row(of.elems.iter().map(|one| kind(one, fillings)).collect()),
        Type::Path(path) => {
            let last = path.path.segments.last().unwrap();
            let inner: Vec<Kind> = match &last.arguments {
                PathArguments::AngleBracketed(inner) => {
                    let types = inner.args.iter().filter_map(|one| match one {
                        GenericArgument::Type(ty) => Some(ty),
                        _ => None,
                    });
                    types.map(|ty| kind(ty, fillings)).collect()
                }
                _ => Vec::new(),
            };
            named(&last.ident.to_string(), inner, fillings)
        }
        _ => panic!("no template can be told of such a type"),
    }
}

fn named(name: &str, mut inner: Vec<Kind>, fillings: &mut BTreeMap<String, Kind>) -> Kind {
    match name {
        "String" | "str" => Kind::Text,
        "bool" => Kind::Truth,
        "u8" | "u16" | "u32" | "u64" | "usize" | "i16" | "i32" | "i64" | "f64" => Kind::Number,
        "Vec" => Kind::List(Box::new(inner.remove(0))),
        "Option" => Kind::Maybe(Box::new(inner.remove(0))),
        "Box" | "Arc" => inner.remove(0),
        "BTreeMap" => Kind::Words,
        name => {
            if let Some(with) = inner.pop().filter(|with| hole(with).is_none()) {
                let before = fillings.insert("F".to_owned(), with.clone());
                assert!(before.is_none_or(|before| before == with), "{name} is used with several things");
            }
            Kind::Shape(name.to_owned())
        }
    }
}
