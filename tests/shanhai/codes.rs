//! What is written about each code of a fault: in every language, with an example that is true, and in
//! docs/diagnostics.md, which `SHANHAI_BLESS=1` writes anew.

use crate::architecture::{code as without_comments, program};
use crate::diagnostics::{ELSEWHERE, hold, project};
use crate::project::{Project, Ran};
use serde_json::Value as Json;
use shanhai::diagnostic::{Code, Example, Severity};
use shanhai::locale::{Locale, lang};
use shanhai::model::Lang;
use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

#[test]
fn every_code_is_raised_somewhere() {
    let program: String = program()
        .into_iter()
        .filter(|(path, _)| !path.starts_with("diagnostic"))
        .map(|(_, text)| without_comments(&text))
        .collect();
    let never: Vec<_> =
        Code::ALL.iter().filter(|code| !program.contains(&format!("Code::{code:?}"))).collect();
    assert!(never.is_empty(), "no file raises {never:?}");
}

#[test]
fn every_code_is_explained_in_each_language() {
    for tag in lang::tags(cfg!(feature = "traditional")) {
        let words = Locale::new(&Lang::new(tag)).unwrap().codes();
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            for text in [words.means(code), words.instead(code)] {
                assert!(text.chars().count() > 5, "{code} in {tag}: {text}");
                assert!(text.ends_with(['.', '。', ')']) && !text.contains('⟦'), "{code} in {tag}: {text}");
            }
        }
    }
    for language in lang::all() {
        let heads = language.codes.lines().filter_map(|line| line.strip_suffix(" ="));
        for head in heads {
            assert!(Code::named(head).is_some(), "{} explains \"{head}\", which is no code", language.tag);
        }
    }
}

/// What `check` says, and of which line.
struct Said {
    code: String,
    file: String,
    line: usize,
    message: String,
    error: bool,
}

fn said(project: &Project) -> Vec<Said> {
    let ran = project.run(&["check", "--format", "json"]);
    ran.stdout()
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap())
        .map(|found| Said {
            code: found["code"].as_str().unwrap().to_owned(),
            file: found["file"].as_str().unwrap().to_owned(),
            line: usize::try_from(found["line"].as_u64().unwrap()).unwrap(),
            message: found["message"].as_str().unwrap().to_owned(),
            error: found["severity"] == "error",
        })
        .collect()
}

/// The lines of `text` on which `part` stands, the first being 1.
fn lines_of(text: &str, part: &str) -> RangeInclusive<usize> {
    let at = text.find(part).unwrap();
    let first = text[..at].matches('\n').count() + 1;
    first..=first + part.matches('\n').count()
}

/// What is wrong with an example whose lines stand in a file.
fn edit(code: Code, project: &Project, file: &str, example: &Example) -> Option<String> {
    let (wrong, right) = (example.wrong.join("\n"), example.right.join("\n"));
    let text = project.text(file);
    if !text.contains(&wrong) {
        return Some(format!("{file} does not hold\n{wrong}"));
    }
    let on = |lines: &RangeInclusive<usize>| -> Vec<Said> {
        said(project).into_iter().filter(|said| said.file == file && lines.contains(&said.line)).collect()
    };
    let count = |found: &[Said]| found.iter().filter(|said| said.code == code.as_str()).count();
    let there = lines_of(&text, &wrong);
    let before = on(&there);
    if count(&before) == 0 {
        return Some(format!("nothing is said of\n{wrong}"));
    }
    project.put(file, text.replacen(&wrong, &right, 1));
    let after = on(&(*there.start()..=there.start() + right.matches('\n').count()));
    // The same lines may have other faults, which stay.
    let new = |said: &&Said| said.error && !before.iter().any(|other| other.message == said.message);
    let new: Vec<&str> = after.iter().filter(new).map(|said| said.message.as_str()).collect();
    (count(&after) >= count(&before) || !new.is_empty())
        .then(|| format!("it is not mended by\n{right}\n{new:?}"))
}

/// What is wrong with an example whose lines are names of files.
fn files(code: Code, project: &Project, example: &Example) -> Option<String> {
    let name = |line: &&'static str| line.split("  ").next().unwrap();
    let told = |path: &str| {
        let last = path.rsplit('/').next().unwrap();
        let id = format!("\"{}\"", last.split('.').next().unwrap());
        said(project)
            .iter()
            .filter(|said| said.code == code.as_str())
            .any(|said| said.file == path || said.message.contains(last) || said.message.contains(&id))
    };
    match (example.wrong.first(), example.right.first()) {
        (None, Some(missing)) => (!told(name(missing))).then(|| format!("{missing} is not missed")),
        (Some(wrong), _) if !told(name(wrong)) => Some(format!("nothing is said of {wrong}")),
        (Some(wrong), Some(right)) if name(wrong) != name(right) => {
            fs::rename(project.path(name(wrong)), project.path(name(right))).unwrap();
            told(name(wrong)).then(|| format!("it is not mended by {right}"))
        }
        _ => None,
    }
}

#[test]
fn every_example_is_wrong_as_it_stands_and_mended_by_what_is_written_instead() {
    let mut faults = Vec::new();
    for code in Code::ALL.iter().filter(|code| !ELSEWHERE.iter().any(|(other, _)| other == *code)) {
        if !cfg!(feature = "traditional") && *code == Code::Untranslated {
            continue;
        }
        let (project, example) = (project(code.as_str()), code.example());
        let found = match example.file {
            Some(file) => edit(*code, &project, file, &example),
            None => files(*code, &project, &example),
        };
        faults.extend(found.map(|found| format!("{}: {found}", code.as_str())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Only a build reads a theme.
#[test]
fn the_example_of_a_theme_is_wrong_and_mended() {
    let Example { file, wrong, right } = Code::BadTheme.example();
    let project = Project::starter();
    let template = |line: &str| {
        format!(
            "{{% extends \"base.html\" %}}\n{{% block content %}}\n<h1>{line}</h1>{{% endblock content %}}"
        )
    };
    project.put(file.unwrap(), template(wrong[0]));
    project.run(&["build", "--theme", "odd"]).exit(1).stderr_has("error[bad-theme]");
    project.put(file.unwrap(), template(right[0]));
    project.run(&["build", "--theme", "odd"]).exit(0);
}

/// An explanation as data.
fn explained(project: &Project, code: Code) -> Json {
    let ran = project.run(&["explain", code.as_str(), "--lang", "en", "--format", "json"]).exit(0);
    serde_json::from_str(&ran.stdout()).unwrap()
}

fn section(out: &mut String, project: &Project, code: Code) {
    let explained = explained(project, code);
    let text = |key: &str| explained[key].as_str().unwrap().to_owned();
    let lines = |key: &str| -> Vec<String> {
        explained[key].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let _ = writeln!(out, "\n### `{}`\n\n{}\n\n```diff", code.as_str(), text("means"));
    if let Some(file) = explained["file"].as_str() {
        let _ = writeln!(out, "  {file}");
    }
    for (mark, key) in [('-', "wrong"), ('+', "right")] {
        for line in lines(key) {
            let _ = writeln!(out, "{mark} {line}");
        }
    }
    let _ = writeln!(out, "```\n\n{}", text("instead"));
}

#[test]
fn the_page_of_codes_is_current() {
    let project = Project::new();
    let mut out = "# The codes of faults\n\n\
        `check` names each fault by a code in brackets, `error[bad-number]`; `shanhai explain bad-number` prints what \
        stands here,\nin the language that the machine is set to. A line with `-` brings about the fault, one with `+` \
        is to be written instead.\n\n\
        This page is written by a test (`SHANHAI_BLESS=1 cargo test the_page_of_codes`) from `src/diagnostic/examples.txt` \
        and\n`src/locale/lang/en/codes.ftl`.\n"
        .to_owned();
    for (title, text, severity) in [
        ("Errors", "Nothing is built until they are mended.", Severity::Error),
        (
            "Warnings",
            "The build goes on. With `--strict` it stops; `silence:` in site.yaml accepts one with a reason.",
            Severity::Warning,
        ),
    ] {
        let _ = writeln!(out, "\n## {title}\n\n{text}");
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            section(&mut out, &project, *code);
        }
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    assert_eq!(hold(&out, &page), None);
}

fn in_language(project: &Project, settings: &[(&str, &str)], args: &[&str]) -> Ran {
    let mut command = project.command(args);
    command.envs(settings.iter().copied());
    Ran::of(command, args)
}

#[test]
fn a_code_is_explained_in_the_language_of_the_user() {
    let (outside, english, chinese) = (Project::new(), "An error: nothing is built", "错误：改好之前");
    let explain = ["explain", "bad-number"];
    in_language(&outside, &[], &explain).exit(0).stdout_has("error[bad-number]\n").stdout_has(english);
    in_language(&outside, &[("LANG", "zh_CN.UTF-8")], &explain).exit(0).stdout_has(chinese);
    in_language(&outside, &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_GB.UTF-8")], &explain)
        .stdout_has(english);
    in_language(&outside, &[("LANG", "en_GB.UTF-8")], &["explain", "bad-number", "--lang", "zh-Hans"])
        .stdout_has(chinese);
    #[cfg(feature = "traditional")]
    in_language(&outside, &[("LANG", "zh_TW.UTF-8")], &explain).exit(0).stdout_has("錯誤：");
    // A machine that is set to no language: that of the site, whose content may be as wrong as it likes.
    let site = Project::new().file("content/site.yaml", "title: [1]\nlanguages: [zh-Hans]\n");
    in_language(&site, &[("LANG", "C.UTF-8")], &explain).exit(0).stdout_has(chinese);
    in_language(&site, &[("LANG", "en_GB.UTF-8")], &explain).exit(0).stdout_has(english);
    outside.run(&["explain", "bad-number", "--lang", "tlh"]).exit(2).stderr_has("the languages are: zh-Hans");
}

#[test]
fn an_explanation_shows_what_is_wrong_and_what_to_write() {
    let project = Project::new();
    project
        .run(&["explain", "error[scope-circle]"])
        .exit(0)
        .stdout_has("For example  content/partnerships.yaml\n")
        .stdout_has("  -     part_of: yi\n  +     kind: partnership\n")
        .stdout_has("Take \"part_of:\" away");
    project
        .run(&["explain", "unused-photo"])
        .exit(0)
        .stdout_has("warning[unused-photo]")
        .stdout_has("silence");
    assert_eq!(explained(&project, Code::BadDate)["right"], serde_json::json!(["report_date: 2021-02-28"]));
}

#[test]
fn a_word_that_is_neither_code_nor_indicator_is_answered_with_the_nearest() {
    let project = Project::starter();
    for (word, near) in [("trainee", "trainees"), ("bad-nubmer", "bad-number"), ("clinic", "clinics")] {
        project.run(&["explain", word]).exit(2).stderr_has(&format!("did you mean \"{near}\"?"));
    }
    project.run(&["explain", "qqqqqqqq"]).exit(2).stderr_has("no indicator and no code \"qqqqqqqq\"");
    // An id is known by its file, whatever else is wrong.
    project.put("content/units.yaml", "units: 1\n");
    project.run(&["explain", "trainee"]).exit(2).stderr_has("did you mean \"trainees\"?");
    project
        .run(&["explain", "trainees"])
        .exit(1)
        .stderr_has("no verdict can be explained before they are mended");
    Project::new().run(&["explain", "bad-nubmer"]).exit(2).stderr_has("\"bad-number\" is the nearest");
}

#[test]
fn an_indicator_that_is_called_like_a_code_is_explained_after_it() {
    let project = Project::starter();
    let trainees = project.text("content/indicators/skills/trainees.yaml");
    project.put("content/indicators/skills/conflict.yaml", trainees);
    let said = project.run(&["explain", "conflict"]).exit(0).stdout();
    let (code, verdicts) = (said.find("warning[conflict]"), said.find("conflict.yaml"));
    assert!(code.is_some() && code < verdicts, "{said}");
}

#[test]
fn check_says_where_more_is_said() {
    let project = Project::starter().file("content/odd.txt", "x");
    project.run(&["check"]).exit(1).stderr_has("more on a fault: shanhai explain unknown-file");
    let quiet = project.run(&["check", "--format", "json"]).exit(1).stderr();
    assert!(!quiet.contains("explain"), "{quiet}");
}
