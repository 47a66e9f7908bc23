//! docs/templates.md, written from the shapes and from what the built-in templates hand to their components.

use crate::contract::reads::{Kinds, Reader};
use crate::contract::shapes::{Field, Kind, Shape, Variant};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const HEAD: &str = "\
# What templates see

This page is written from the structs that are handed to the templates (`src/view/page/` and its neighbours), and a test
holds it to them: after a change there, `SHANHAI_BLESS=1 cargo test contract` writes it anew. How a theme is made is said in
[theming.md](theming.md).

| type | what it is |
| --- | --- |
| text | finished words of the page's language; the template escapes it |
| markup | finished HTML or SVG in a field that ends in `_html`; it goes through `safe` |
| number | a number to count or draw with; numbers to be read are text, written as the language does |
| yes or no | `true` or `false` |
| list of … | as many as there are, perhaps none; `{% if %}` holds for a list that has something in it |
| … or nothing | `{% if %}` holds where it is there |
| words by name | the words of the interface: `site.words.skip_to_content`; they stand in `src/locale/lang/<tag>/interface.ftl`, hyphens written as underscores |

An address (`href`, `src`) is relative to the page, unless it is said to be absolute. What begins with a capital letter is a
shape with fields of its own, described under [Shapes](#shapes).
";

/// The whole page.
pub fn write(shapes: &BTreeMap<String, Shape>, files: &BTreeMap<String, String>, reader: &Reader) -> String {
    let mut page = HEAD.to_owned();
    let mut shown = BTreeSet::from(["PageView", "Body", "BriefAlone"]);
    page += "\n## Every page\n\nEach template of a page, and `base.html`, which they extend, gets these.\n\n";
    let every: Vec<&Field> = shapes["PageView"].fields.iter().filter(|one| one.name != "body").collect();
    table(&mut page, &every);
    page += "| `body` | by the kind of page | What is on it; `body.kind` is the kind: the name of the template without its ending |\n";
    glyphs(&mut page);
    page += "\n## Templates\n\nWhat `body` is in each.\n";
    for kind in kinds(shapes) {
        let meaning = kind.of.as_ref().map_or(&kind.meaning, |of| &shapes[of].meaning);
        write!(page, "\n### {}.html\n\n{meaning}\n", kind.name).unwrap();
        if let Some(of) = &kind.of {
            shown.insert(of);
            let shape = &shapes[of];
            page.push('\n');
            table(&mut page, &shape.fields.iter().collect::<Vec<_>>());
        }
    }
    page += "\n### brief_alone.html\n\nA brief without the site around it: the file to send. It extends nothing, and gets these alone.\n\n";
    table(&mut page, &shapes["BriefAlone"].fields.iter().collect::<Vec<_>>());
    glyphs(&mut page);
    page += "\n## Components\n\nFiles that hold components only. They see what they are handed, and nothing of the page.\n";
    for file in files.keys() {
        let components = reader.components(file);
        if components.is_empty() {
            continue;
        }
        write!(page, "\n### {file}\n\n| component | is handed |\n| --- | --- |\n").unwrap();
        for name in components {
            let handed = reader.handed.get(name).into_iter().flatten();
            let handed: Vec<String> =
                handed.map(|(parameter, kinds)| format!("`{parameter}`: {}", any(kinds))).collect();
            writeln!(page, "| `{name}` | {} |", handed.join("; ")).unwrap();
        }
    }
    page += "\n## Shapes\n";
    for (name, shape) in shapes.iter().filter(|(name, _)| !shown.contains(name.as_str())) {
        write!(page, "\n### {name}\n\n{}\n\n", shape.meaning).unwrap();
        if shape.variants.is_some() {
            several(&mut page, shape, shapes);
        } else {
            table(&mut page, &shape.fields.iter().collect::<Vec<_>>());
        }
    }
    // What is the body of a template is described there.
    for kind in kinds(shapes) {
        if let Some(of) = &kind.of {
            page = page.replace(&format!("(#{})", of.to_lowercase()), &format!("(#{}html)", kind.name));
        }
    }
    page
}

/// The kinds of page.
pub fn kinds(shapes: &BTreeMap<String, Shape>) -> &[Variant] {
    &shapes["Body"].variants.as_ref().unwrap().1
}

fn glyphs(page: &mut String) {
    *page += "| `glyphs` | list of markup | The drawings of the statuses that the page refers to, to be written once at its end |\n";
}

fn table(page: &mut String, fields: &[&Field]) {
    *page += "| field | type | meaning |\n| --- | --- | --- |\n";
    for Field { name, kind, meaning } in fields {
        writeln!(page, "| `{name}` | {} | {} |", words(kind), cell(meaning)).unwrap();
    }
}

/// The fields of a shape that is one of several.
fn several(page: &mut String, shape: &Shape, shapes: &BTreeMap<String, Shape>) {
    let (tag, variants) = shape.variants.as_ref().unwrap();
    write!(
        page,
        "`{tag}` says which it is.\n\n| `{tag}` | field | type | meaning |\n| --- | --- | --- | --- |\n"
    )
    .unwrap();
    for variant in variants {
        writeln!(page, "| `{}` | | | {} |", variant.name, cell(&variant.meaning)).unwrap();
        let fields = variant.of.iter().flat_map(|of| &shapes[of].fields).chain(&variant.fields);
        for Field { name, kind, meaning } in fields {
            writeln!(page, "| | `{name}` | {} | {} |", words(kind), cell(meaning)).unwrap();
        }
    }
}

fn cell(meaning: &str) -> String {
    meaning.replace('|', "\\|").trim_end_matches('.').to_owned()
}

fn any(kinds: &Kinds) -> String {
    kinds.iter().map(words).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", or ")
}

fn words(kind: &Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Markup => "markup".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Truth => "yes or no".to_owned(),
        Kind::Words => "words by name".to_owned(),
        Kind::List(each) => match &**each {
            Kind::List(each) => format!("list of lists of {}", words(each)),
            each => format!("list of {}", words(each)),
        },
        Kind::Row(each) => format!("({})", each.iter().map(words).collect::<Vec<_>>().join(", ")),
        Kind::Maybe(kind) => format!("{} or nothing", words(kind)),
        Kind::Shape(name) => format!("[{name}](#{})", name.to_lowercase()),
    }
}
