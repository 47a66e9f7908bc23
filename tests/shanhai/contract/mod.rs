//! The template contract: docs/templates.md says what templates get, and the built-in ones read nothing else.

mod page;
mod reads;
mod shapes;

use self::reads::{Kinds, Reader};
use self::shapes::{Field, Kind, Shape};
use crate::diagnostics::hold;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The built-in templates by file name.
fn templates() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("src/site/theme/templates")).unwrap().map(Result::unwrap);
    files
        .map(|file| (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap()))
        .collect()
}

/// The names of the words of the interface: those of their file, and one that sentences share with them.
fn interface() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src/locale/lang/en/interface.ftl")).unwrap();
    let names = text.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name);
    let names = names.filter(|name| !name.starts_with([' ', '#'])).chain(["list-separator"]);
    names.map(|name| name.replace('-', "_")).collect()
}

/// What stands at the top of a template: the fields of a shape, and what the theme puts in.
fn names(shape: &Shape) -> BTreeMap<String, Kinds> {
    let fields = shape.fields.iter().map(|field| (field.name.clone(), Kinds::from([field.kind.clone()])));
    let glyphs = ("glyphs".to_owned(), Kinds::from([Kind::List(Box::new(Kind::Markup))]));
    fields.chain([glyphs]).collect()
}

/// Follows what some templates read.
fn read<'a>(shapes: &'a BTreeMap<String, Shape>, templates: &BTreeMap<String, String>) -> Reader<'a> {
    let mut reader = Reader::new(shapes, interface(), templates);
    for (file, text) in templates {
        let kind = file.trim_end_matches(".html");
        if kind == "brief_alone" {
            reader.template(file, text, &names(&shapes["BriefAlone"]));
        } else if reader.components(file).is_empty() {
            let mut names = names(&shapes["PageView"]);
            if let Some(kind) = page::kinds(shapes).iter().find(|one| one.name == kind) {
                let body = kind.of.iter().map(|of| Kind::Shape(of.clone()));
                names.insert("body".to_owned(), body.collect());
            } else {
                assert_eq!(file, "base.html", "{file} is no kind of page");
            }
            reader.template(file, text, &names);
        }
    }
    reader
}

#[test]
fn the_page_on_templates_says_what_they_get() {
    let (shapes, templates) = (shapes::shapes(), templates());
    let reader = read(&shapes, &templates);
    let page = page::write(&shapes, &templates, &reader);
    let differs = hold(&page, &root().join("docs/templates.md")).is_some();
    assert!(!differs, "docs/templates.md is not what the structs say; SHANHAI_BLESS=1 writes it anew");
}

#[test]
fn templates_read_only_what_they_get() {
    let (shapes, templates) = (shapes::shapes(), templates());
    let reader = read(&shapes, &templates);
    let faults: Vec<&str> = reader.faults.iter().map(String::as_str).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let unused: Vec<&str> = templates.keys().flat_map(|file| reader.components(file)).collect();
    let unused: Vec<&str> = unused.into_iter().filter(|name| !reader.handed.contains_key(*name)).collect();
    assert!(unused.is_empty(), "no template calls {}", unused.join(", "));
}

/// Fields that no built-in template reads, in order: those of briefs are for PDF and DOCX, the others for themes.
const UNREAD: [&str; 19] = [
    "ActionRow.number",
    "ActionView.number",
    "ActionView.plan",
    "ActionView.total",
    "BriefBlock.small",
    "BriefChart.description",
    "BriefChart.id",
    "BriefView.day",
    "BriefView.name",
    "BriefView.subject",
    "BriefView.summary",
    "ChartView.description",
    "ChartView.id",
    "Column.share",
    "HomeView.total",
    "PlanActionView.number",
    "PlanView.total",
    "StoryNote.number",
    "TaskView.unit_ids",
];

#[test]
fn fields_that_no_template_reads_are_known() {
    let (shapes, templates) = (shapes::shapes(), templates());
    let reader = read(&shapes, &templates);
    let mut unread = BTreeSet::new();
    // What stands at the top of a template is read without a shape before it.
    for (name, shape) in
        shapes.iter().filter(|(name, _)| !["PageView", "BriefAlone"].contains(&name.as_str()))
    {
        // A shape that is one of several is read through those.
        let several = shapes.iter().filter(|(_, other)| {
            let variants = other.variants.iter().flat_map(|(_, variants)| variants);
            variants.into_iter().any(|one| one.of.as_ref() == Some(name))
        });
        let through: Vec<&String> = several.map(|(other, _)| other).chain([name]).collect();
        let variants = shape.variants.iter().flat_map(|(_, variants)| variants).flat_map(|one| &one.fields);
        for Field { name: field, .. } in shape.fields.iter().chain(variants) {
            if !through.iter().any(|one| reader.read.contains(&((*one).clone(), field.clone()))) {
                unread.insert(format!("{name}.{field}"));
            }
        }
    }
    assert!(unread.iter().eq(UNREAD.iter()), "{unread:?}");
}

#[test]
fn a_field_that_is_not_there_is_seen() {
    let shapes = shapes::shapes();
    let faults = |file: &str, text: &str| {
        let parts = "{% component Part(one, words) %}{{ one.text }}{{ one.no }}{% endcomponent Part %}";
        let templates = [(file, text), ("parts.html", parts)];
        let templates = templates.map(|(file, text)| (file.to_owned(), text.to_owned())).into();
        read(&shapes, &templates).faults.into_iter().collect::<Vec<String>>()
    };
    let fine = "{% if body.counts and not body.open %}{{ body.total + 1 }}{% endif %}{% for one in body.counts %}\
        {{ one.status.glyph_html | safe }}{{ body.counts[loop.index0].share }}{% if one.href == \"a.b\" %}{% endif %}\
        {% endfor %}{{ body.promise | join(sep=site.words.colon) }}{% if body.total is number %}{% endif %}";
    assert_eq!(faults("home.html", fine), [""; 0]);
    for (text, fault) in [
        ("{{ body.nothing }}", "home.html: there is no body.nothing"),
        ("{{ site.words.no_such_word }}", "home.html: there is no site.words.no_such_word"),
        ("{% for one in body.counts %}{{ one.no }}{% endfor %}", "home.html: there is no one.no"),
        ("{% for one in body.counts %}{% endfor %}{{ one }}", "home.html: nothing is called one"),
        (
            "{% if body.plan %}{{ <Part one={body.plan} words={site.words} /> }}{% endif %}",
            "parts.html: Part: there is no one.no",
        ),
        (
            "{{ <Part one={body.other_plans[0]} words={site.words} /> }}",
            "parts.html: Part: there is no one.no",
        ),
        ("{{ body.plan.href }}", "home.html: body.plan may be nothing, and no if is around it"),
        (
            "{% if body.plan %}{{ body.plan.href }}{% else %}{{ body.plan.text }}{% endif %}",
            "home.html: body.plan may be nothing, and no if is around it",
        ),
        ("{{ <None a={body.plan} /> }}", "home.html: there is no component None"),
    ] {
        assert_eq!(faults("home.html", text), [fault], "{text}");
    }
}
