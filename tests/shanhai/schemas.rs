//! What an editor makes of the JSON Schemas: what `check` accepts is not underlined, what it refuses is.

use crate::diagnostics::{project, root};
use crate::project::Project;
use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::{Map, Value as Json, json};
use shanhai::diagnostic::Code;
use shanhai::yaml::{Document, Kind, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What `shanhai schema` writes, by kind of file.
pub(crate) static SCHEMAS: LazyLock<BTreeMap<String, Json>> = LazyLock::new(|| {
    let project = Project::new();
    project.run(&["schema", "--out", "schemas"]).exit(0);
    fs::read_dir(project.path("schemas"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| {
            let kind = name.strip_suffix(".schema.json")?.to_owned();
            let schema = serde_json::from_str(&project.text(&format!("schemas/{name}"))).unwrap();
            Some((kind, schema))
        })
        .collect()
});

/// The schemas as a validator has them, and the place of each kind in it.
static VALIDATOR: LazyLock<(Schemas, BTreeMap<&'static str, SchemaIndex>)> = LazyLock::new(|| {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.set_default_draft(Draft::V7);
    let mut places = BTreeMap::new();
    for (kind, schema) in SCHEMAS.iter() {
        let name = format!("https://shanhai.example/{kind}.json");
        compiler.add_resource(&name, schema.clone()).unwrap();
        places.insert(kind.as_str(), compiler.compile(&name, &mut schemas).unwrap());
    }
    (schemas, places)
});

/// A value as yaml-language-server reads it, which follows the core schema of YAML 1.2: a plain word that looks like
/// a number is one, and a date is a text.
fn read(node: &Node) -> Json {
    match &node.kind {
        Kind::List(items) => items.iter().map(read).collect(),
        Kind::Map(entries) => {
            let entries = entries.iter().map(|(key, _, value)| (key.clone(), read(value)));
            Json::Object(entries.collect::<Map<_, _>>())
        }
        Kind::Scalar { text, plain: false } => json!(text),
        Kind::Scalar { text, plain: true } => match text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" => Json::Null,
            "true" | "True" | "TRUE" => json!(true),
            "false" | "False" | "FALSE" => json!(false),
            text => number(text).unwrap_or_else(|| json!(text)),
        },
    }
}

fn number(text: &str) -> Option<Json> {
    let (digits, sign) = match text.strip_prefix('-') {
        Some(rest) => (rest, -1),
        None => (text.strip_prefix('+').unwrap_or(text), 1),
    };
    if let Some(hex) = text.strip_prefix("0x") {
        return i64::from_str_radix(hex, 16).ok().map(|value| json!(value));
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return i64::from_str_radix(octal, 8).ok().map(|value| json!(value));
    }
    let plain = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    if !plain || digits == "." {
        return None;
    }
    let whole = digits.chars().all(|c| c.is_ascii_digit()).then(|| digits.parse::<i64>().ok()).flatten();
    whole.map(|value| json!(sign * value)).or_else(|| Some(json!(text.parse::<f64>().ok()?)))
}

/// A file of content or its front matter, as an editor reads it.
fn content(path: &str, text: &str) -> Option<Json> {
    let text: Arc<str> = Arc::from(text.trim_start_matches('\u{feff}'));
    let yaml = if path.ends_with(".md") {
        let start = text.strip_prefix("---\n").map(|_| 4)?;
        start..start + text[start..].find("\n---")? + 1
    } else {
        0..text.len()
    };
    let document = Document::parse(&Arc::from(path), &text, yaml).ok()?;
    Some(read(&document.root))
}

/// The schema of a file by its path below the content.
fn kind(path: &str) -> Option<&'static str> {
    let first = path.split('/').next()?;
    Some(match (first, path.rsplit('.').next()?) {
        ("site.yaml", _) => "site",
        ("partnerships.yaml", _) => "partnerships",
        ("units.yaml", _) => "units",
        ("dimensions.yaml", _) => "dimensions",
        ("plans", "yaml") => "plan",
        ("sources", "yaml") => "source",
        ("indicators", "yaml") => "indicator",
        ("stories", "md") => "story",
        ("briefs", "md") => "brief",
        ("pages", "md") => "page",
        ("requests", "yaml") => "request",
        _ => return None,
    })
}

/// What an editor would underline in a file, nothing if it is no kind of content.
fn underlined(path: &str, text: &str) -> Vec<String> {
    let Some(kind) = kind(path) else { return Vec::new() };
    let Some(read) = content(path, text) else { return vec![format!("{path} cannot be read")] };
    let (schemas, places) = &*VALIDATOR;
    schemas
        .validate(&read, places[kind])
        .err()
        .map(|error| format!("{path}: {error:#}"))
        .into_iter()
        .collect()
}

/// The text files below a folder, by their paths.
fn texts(folder: &Path) -> Vec<(String, String)> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let below = entry.path().strip_prefix(folder).unwrap().to_str()?.to_owned();
            Some((below, fs::read_to_string(entry.path()).ok()?))
        })
        .collect()
}

/// The folders called `content` below one.
fn contents(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_dir() && entry.file_name() == "content")
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// What is underlined in the files of a project of which `check` says no error.
fn underlined_without_reason(project: &Project, name: &str) -> Vec<String> {
    let said = project.run(&["check", "--format", "json"]).stdout();
    let refused: BTreeSet<String> = said
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap())
        .filter(|found| found["severity"] == "error")
        .map(|found| found["file"].as_str().unwrap().to_owned())
        .collect();
    texts(&project.path("content"))
        .iter()
        .filter(|(path, _)| !refused.contains(&format!("content/{path}")))
        .flat_map(|(path, text)| underlined(path, text))
        .map(|fault| format!("{name}: {fault}"))
        .collect()
}

#[test]
fn nothing_is_underlined_in_what_has_no_fault() {
    let starter = Project::starter();
    let mut folders = vec![starter.path("content"), repository().join("content")];
    folders.extend(contents(&repository().join("tests/sites")));
    folders.extend(contents(&root().join("_base")));
    let mut files = 0;
    let mut faults = Vec::new();
    for folder in folders {
        for (path, text) in texts(&folder) {
            files += usize::from(kind(&path).is_some());
            faults
                .extend(underlined(&path, &text).iter().map(|fault| format!("{}/{fault}", folder.display())));
        }
    }
    assert!(files > 500, "only {files} files were looked at");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Content with a fault in one file has many without; what is not read yet is refused as a whole.
#[test]
fn nothing_is_underlined_beside_a_fault() {
    let mut faults = Vec::new();
    for code in Code::ALL.iter().map(|code| code.as_str()).filter(|code| root().join(code).is_dir()) {
        // What refers to an id that cannot be one is underlined too, and `check` names the id alone.
        if code != "bad-id" {
            faults.extend(underlined_without_reason(&project(code), code));
        }
    }
    let verdicts = repository().join("tests/verdicts");
    for case in
        fs::read_dir(&verdicts).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        let project = Project::new();
        project.overlay(&verdicts.join("_base"));
        project.overlay(&case);
        faults.extend(underlined_without_reason(&project, &case.display().to_string()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const TRAINEES: &str = "indicators/skills/trainees.yaml";
const CLINICS: &str = "indicators/health/clinics.yaml";
const HOSPITAL: &str = "indicators/health/hospital-wing.yaml";
const PLAN: &str = "plans/three-year-plan.yaml";
const SOURCE: &str = "sources/bulletin-2025.yaml";
const STORY: &str = "stories/zhang-village/index.md";
const BRIEF: &str = "briefs/first-issue.md";

/// Every way of writing something in the starter: the file, what stands there, and how it may be written as well.
const ALSO_RIGHT: &[(&str, &str, &str)] = &[
    (TRAINEES, "value: 520", "value: \"520\""),
    (TRAINEES, "value: 520", "value: 520.0"),
    (TRAINEES, "value: 520", "value: 0.052万"),
    (TRAINEES, "value: 520", "about: 520, note: 2022"),
    (TRAINEES, "value: 520", "between: [500, \"520\"]"),
    (TRAINEES, "value: 520", "nearly: 520, partial: true, provisional: false"),
    (TRAINEES, "value: 520", "value: 520, kind: planned"),
    (TRAINEES, "period: 2022", "period: \"2022\""),
    (TRAINEES, "period: 2022", "period: 2022-Q1"),
    (TRAINEES, "period: 2022", "period: 2022年上半年"),
    (TRAINEES, "period: 2022,", "period: ..2022-06, since_at_latest: 2022-03-01, note: 通知,"),
    (TRAINEES, "locator: 第1段 }", "locator: 3 }"),
    (TRAINEES, "locator: 第1段 }", "locator: 5.2 }"),
    (TRAINEES, "title: 技能培训", "title: 2022"),
    (TRAINEES, "title: 技能培训", "title: { zh-Hans: 技能培训 }"),
    (TRAINEES, "definition: ", "binding: indicative\nsigned: false\ndefinition: "),
    (TRAINEES, "task: \"1.1\"", "task: 1.1"),
    (
        TRAINEES,
        "scope: yi-county",
        "scope: yi-county\ndimensions: { sex: { title: 性别, categories: { women: 女, men: { zh-Hans: 男 } }, complete: true } }",
    ),
    (TRAINEES, "scope: yi-county", "scope: yi-county\ndimensions: []"),
    (TRAINEES, "value: 520", "value: 520, where: {}"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\nnote:"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\nchart: columns"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\nchart: none"),
    (TRAINEES, "each: year", "period: 2023"),
    (TRAINEES, "each: year", "each: year, due: 03-31, pace: steps"),
    (TRAINEES, "each: year", "each: half, pace: none"),
    (TRAINEES, "each: year", "over: 2022..2024"),
    (TRAINEES, "each: year", "over: plan"),
    (TRAINEES, "each: year, at_least: 500", "each: year, between: [500, 6百]"),
    (TRAINEES, "each: year, at_least: 500", "each: year, above: 499.5"),
    (
        TRAINEES,
        "locator: 附件 1.1 }",
        "locator: 附件 1.1, revisions: [{ on: 2023-05-01, was: { at_least: 400 }, why: 增加名额 }] }",
    ),
    (
        CLINICS,
        "scope: yi-county",
        "scope: yi-county\nnever_falls: true\ntrend: { methods: [linear], base_year: 2021, target: 40, target_year: 2024 }",
    ),
    (CLINICS, "by: 2024-12-31", "by: 2024"),
    (CLINICS, "by: 2024-12-31", "over: plan, holds: once"),
    (CLINICS, "value: 31", "value: 31, ci: [30, 32.5], ci_level: 95"),
    (CLINICS, "at: 2023-12-31", "at: 2023-11..2023-12"),
    (HOSPITAL, "done: 2024-03", "done: 2024"),
    (HOSPITAL, "done: 2024-03", "in_progress: 2024-03-31"),
    (PLAN, "period: 2022..2024", "period: \"2022..2024\""),
    (PLAN, "period: 2022..2024", "period: 2022..2024\nyear_starts: 01-01\nyear_label: FY{start}"),
    (PLAN, "number: \"2.2\"", "number: 2.2"),
    (PLAN, "due: 2023年底", "due: 2023"),
    (
        SOURCE,
        "published: 2025-02-20",
        "published: 2025-01..2025-02-20\ncount_from: first\ncount_from_why: 见通知",
    ),
    (SOURCE, "language: zh-Hans", "language: zh-Hans\nnumber: 7\nurl: https://example.org/a"),
    (SOURCE, "about: 1.2", "about: \"1.2\""),
    (STORY, "number: \"1\"", "number: 1"),
    (STORY, "period: 2022..2024", "period: 2022"),
    (STORY, "title: 张村", "draft: true\ntitle: 张村"),
    (BRIEF, "date: 2025-03-31", "date: 2025-03-31\ncopy: 000012"),
    (BRIEF, "report_to: [甲市人民政府（示例）]", "report_to: [{ zh-Hans: 甲市人民政府 }]"),
    (
        "site.yaml",
        "publisher: 示例项目组",
        "publisher: { zh-Hans: 示例项目组 }\nbase_url: https://example.org",
    ),
    (
        "site.yaml",
        "publisher: ",
        "records: { organiser: 甲市政府, icp: 备1, site_code: 4400000001 }\npublisher: ",
    ),
    ("site.yaml", "publisher: ", "search: { synonyms: [[就业, 招工], [hired, taken on]] }\npublisher: "),
    ("site.yaml", "publisher: ", "briefs: { masthead: 进展, typefaces: { song: [某宋体] } }\npublisher: "),
    (
        "site.yaml",
        "publisher: ",
        "measurement_units: { pigeon: { title: 只, style: count, counted: true } }\npublisher: ",
    ),
    (
        "site.yaml",
        "publisher: ",
        "terms: { action: 篇章, member: { zh-Hans: 县区, en: \"county|counties\" } }\ntraditional: { 后所: 后所 }\npublisher: ",
    ),
    (
        "site.yaml",
        "- { code: secret-brief,",
        "- { code: untranslated, reason: 无 }\n  - { code: secret-brief,",
    ),
    ("partnerships.yaml", "kind: place", "kind: programme"),
    ("site.yaml", "publisher: ", "licence: { title: CC BY 4.0 }\nog_images: false\npublisher: "),
    ("partnerships.yaml", "part_of: jia-yi", "part_of: jia-yi\n    covers_all: true\n    locator: 3"),
    ("units.yaml", "kind: bureau", "kind: town"),
];

/// What is refused by `check`, and has to be seen in an editor too.
const WRONG: &[(&str, &str, &str)] = &[
    (TRAINEES, "value: 520", "value: [520]"),
    (TRAINEES, "value: 520", "valu: 520"),
    (TRAINEES, "value: 520", "value: true"),
    (TRAINEES, "value: 520", "between: [500]"),
    (TRAINEES, "value: 520", "value: 520, kind: result?"),
    (TRAINEES, "value: 520", "value: 520, where: women"),
    (TRAINEES, "value: 520", "value: 520, where: { sex: Women }"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\ndimensions: sex"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\ndimensions: { sex: { title: 性别 } }"),
    (TRAINEES, "value: 520", "value: 520, partial: 是"),
    (TRAINEES, "period: 2022", "period: 219"),
    (TRAINEES, "period: 2022", "period: 2022.5"),
    (TRAINEES, "title: 技能培训", "title: [技能, 培训]"),
    (TRAINEES, "title: 技能培训", "title:"),
    (TRAINEES, "title: 技能培训", "titel: 技能培训"),
    (TRAINEES, "measure: flow", "measure: flows"),
    (TRAINEES, "better: higher", "better: more"),
    (TRAINEES, "scope: yi-county", "scope: 乙县"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\nchart: pie"),
    (TRAINEES, "scope: yi-county", "scope: yi-county\nbinding: maybe"),
    (TRAINEES, "each: year", "each: decade"),
    (TRAINEES, "source: plan-2022, locator: 附件 1.1", "source: plan-2022"),
    (TRAINEES, "each: year", "each: year, pace: quick"),
    (TRAINEES, "each: year", "each: year, due: March"),
    (CLINICS, "at_least: 40", "done: 2024-12-31"),
    (CLINICS, "scope: yi-county", "scope: yi-county\ntrend: { methods: [] }"),
    (CLINICS, "scope: yi-county", "scope: yi-county\ntrend: { methods: [open-sgd] }"),
    (PLAN, "issued: 2022-01-10", "issued: 2022年1月"),
    (PLAN, "actions: ", "actions: []\nx: "),
    (PLAN, "period: 2022..2024", "period: 2022..2024\nyear_starts: July"),
    (SOURCE, "kind: bulletin", "kind: leaflet"),
    (SOURCE, "of: [trainees@2024, trainees@2023]", "of: [trainees@2024]"),
    (SOURCE, "language: zh-Hans", "language: zh-Hans\nurl: example.org"),
    (STORY, "public: true", "public: 是"),
    (STORY, "summary: ", "sumary: "),
    (BRIEF, "copies: 50", "copies: 五十"),
    (BRIEF, "date: 2025-03-31", "date: 2025-3-31"),
    ("site.yaml", "report_date: 2025-03-31", "report_date: 2025"),
    ("site.yaml", "languages: [zh-Hans]", "languages: []"),
    ("site.yaml", "languages: [zh-Hans]", "languages: zh-Hans"),
    ("site.yaml", "publisher: ", "base_url: example.org\npublisher: "),
    ("site.yaml", "publisher: ", "records: { icp: [1] }\npublisher: "),
    ("site.yaml", "publisher: ", "search: { synonyms: [[就业]] }\npublisher: "),
    ("site.yaml", "publisher: ", "search: { synonym: [[就业, 招工]] }\npublisher: "),
    ("site.yaml", "publisher: ", "changes: { since: [a] }\npublisher: "),
    ("partnerships.yaml", "kind: place", "kind: planet"),
    ("units.yaml", "kind: bureau", "kind: bureu"),
];

/// The starter with one thing written in another way, and that file.
fn rewritten((path, from, to): &(&str, &str, &str)) -> (Project, String) {
    let project = Project::starter();
    let below = format!("content/{path}");
    let text = project.text(&below);
    assert!(text.contains(from), "{path} does not hold {from}");
    let text = text.replacen(from, to, 1);
    project.put(&below, &text);
    (project, text)
}

/// What `check` refuses of a file.
fn errors(project: &Project, path: &str) -> Vec<String> {
    let said = project.run(&["check", "--format", "json"]).stdout();
    said.lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap())
        .filter(|found| found["severity"] == "error" && found["file"] == format!("content/{path}"))
        .map(|found| found["message"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_way_of_writing_is_right_for_check_and_for_an_editor() {
    let mut faults = Vec::new();
    for case in ALSO_RIGHT {
        let (project, text) = rewritten(case);
        let refused = errors(&project, case.0);
        if !refused.is_empty() {
            faults.push(format!("check refuses {}: {refused:?}", case.2));
        }
        faults.extend(underlined(case.0, &text).into_iter().map(|fault| format!("{}: {fault}", case.2)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_wrong_is_wrong_for_check_and_for_an_editor() {
    let mut faults = Vec::new();
    for case in WRONG {
        let (project, text) = rewritten(case);
        if errors(&project, case.0).is_empty() {
            faults.push(format!("check accepts {}", case.2));
        }
        if underlined(case.0, &text).is_empty() {
            faults.push(format!("an editor accepts {}", case.2));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// An editor shows what a file and each of its keys is, and proposes words.
#[test]
fn an_editor_has_something_to_show() {
    let indicator = &SCHEMAS["indicator"];
    assert_eq!(indicator["title"], "indicator");
    let unit = &indicator["properties"]["unit"];
    assert!(unit.to_string().contains("\"person\""), "{unit}");
    let chart = &indicator["properties"]["chart"];
    assert!(chart.to_string().contains("\"cumulative\""), "{chart}");
    let value = &indicator["properties"]["actuals"]["items"]["properties"]["value"];
    assert!(
        value["examples"].as_array().is_some_and(|examples| examples.contains(&json!("12.54亿"))),
        "{value}"
    );
    let wrong = &SCHEMAS["site"]["properties"]["report_date"]["patternErrorMessage"];
    assert_eq!(wrong, "write year, month and day: 2020-12-31");
    let mut silent = Vec::new();
    for (kind, schema) in SCHEMAS.iter() {
        walk(schema, kind, &mut |path, schema| {
            for (key, value) in schema["properties"].as_object().into_iter().flatten() {
                if value["description"].as_str().is_none_or(str::is_empty) {
                    silent.push(format!("{path}.{key}"));
                }
            }
        });
    }
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}

/// The schema of a value, without the possibility that there is none.
pub(crate) fn there(schema: &Json) -> &Json {
    let options = schema["anyOf"].as_array();
    let other = options.and_then(|all| all.iter().find(|one| one["type"] != "null"));
    let optional = options.is_some_and(|all| all.iter().any(|one| one["type"] == "null"));
    other.filter(|_| optional).unwrap_or(schema)
}

/// What the items of a list or the values of a map are.
pub(crate) fn inside(schema: &Json) -> Option<&Json> {
    let values = &schema["additionalProperties"];
    [&schema["items"], values]
        .into_iter()
        .find(|inner| inner.is_object())
        .filter(|_| schema["properties"].is_null())
}

/// Every map of named keys in a schema, each with the keys that lead to it.
pub(crate) fn walk(schema: &Json, path: &str, each: &mut dyn FnMut(&str, &Json)) {
    let schema = there(schema);
    if let Some(inner) = inside(schema) {
        walk(inner, path, each);
    }
    if let Some(properties) = schema["properties"].as_object() {
        each(path, schema);
        for (key, value) in properties {
            walk(value, &format!("{path}.{key}"), each);
        }
    }
    // What is a plain value or a map of keys.
    for option in schema["anyOf"].as_array().into_iter().flatten() {
        if option["properties"].is_object() {
            walk(option, path, each);
        }
    }
}
