//! Briefs of much: what is said stays as long as an editor would make it, and the rest is on the site.

use crate::project::Project;
use std::fmt::Write;

/// A project of one indicator over many places, each with one figure on a page of its own.
fn wide(places: usize, targets: &str) -> Project {
    let place = |n: usize| format!("  place-{n}: {{ title: Place {n}, kind: place, part_of: whole }}\n");
    let ids: Vec<String> = (0..places).map(|n| format!("place-{n}")).collect();
    let scopes = format!(
        "scopes:\n  whole: {{ title: The country, kind: place, covers_all: true }}\n{}groups:\n  all:\n    \
         title: All places\n    members: [{}]\n",
        (0..places).map(place).collect::<String>(),
        ids.join(", ")
    );
    let figures = (0..places).fold(String::new(), |mut text, n| {
        let _ = writeln!(
            text,
            "  - {{ period: 2020, value: {}, scope: place-{n}, source: paper, locator: p. {} }}",
            8 + n % 8,
            n + 2
        );
        text
    });
    Project::new()
        .file("content/site.yaml", "title: Wide\nlanguages: [en]\nreport_date: 2021-05-11\n")
        .file("content/partnerships.yaml", scopes)
        .file("content/units.yaml", "units:\n  office: { title: The office, kind: bureau }\n")
        .file(
            "content/sources/paper.yaml",
            "title: A report\npublished: 2021-01-10\nkind: report\nlanguage: en\n",
        )
        .file(
            "content/plans/plan.yaml",
            "title: A plan\nperiod: 2018..2020\nscope: whole\nsource: paper\nactions:\n  - id: first\n    \
             number: \"1\"\n    title: First\n    tasks:\n      - { number: \"1.1\", title: Jobs, text: Make jobs, \
             due: by 2020, lead: [office], locator: p. 1 }\n",
        )
        .file(
            "content/indicators/jobs.yaml",
            format!(
                "title: Jobs made\nplan: plan\ntask: \"1.1\"\nmeasure: flow\nbetter: higher\nunit: person\n\
                 scope: whole\ntargets:\n{targets}actuals:\n{figures}"
            ),
        )
}

fn brief(project: &Project) -> String {
    project.run(&["brief", "--action", "1", "--to", "html"]).exit(0);
    project.text("briefs/action-of-first.html")
}

const TOTAL: &str = "  - { period: 2020, at_least: 300, source: paper, locator: p. 1 }\n";

const EACH: &str = "  - { period: 2020, for_each: { all: 10 }, source: paper, locator: p. 1 }\n";

#[test]
fn what_many_figures_prove_has_one_note_however_many_they_are() {
    let few = brief(&wide(6, "  - { period: 2020, at_least: 40, source: paper, locator: p. 1 }\n"));
    // The target's place, and each of six.
    assert_eq!(few.matches("<li id=\"note-").count(), 7, "{few}");
    let html = brief(&wide(48, TOTAL));
    assert_eq!(html.matches("<li id=\"note-").count(), 2, "{html}");
    assert!(html.contains("48 figures from A report"), "{html}");
    // The finding and the row of the table refer to the same note.
    assert_eq!(html.matches("href=\"#note-2\"").count(), 2, "{html}");
    let more = brief(&wide(480, TOTAL));
    assert!(more.len() < html.len() + 1000, "{} bytes, and {} for ten times as many", html.len(), more.len());
}

#[test]
fn of_many_members_the_furthest_behind_are_named_and_the_rest_counted() {
    let html = brief(&wide(48, EACH));
    assert!(html.contains("36 met and 12 missed"), "{html}");
    let said = &html[html.find("Furthest behind").expect("the worst")..];
    let said = &said[..said.find("</p>").expect("the end of the paragraph")];
    assert_eq!(said.matches("8 people").count(), 5, "{said}");
    assert!(!said.contains("9 people") && said.contains("7 more on the indicator"), "{said}");
}

#[test]
fn a_table_takes_thirty_rows_of_an_indicator_those_that_fell_short_first() {
    // Place by place something else is asked, and the last six places miss it.
    let targets = (0..48).fold(String::new(), |mut text, n| {
        let asked = if n < 42 { 1 + n % 7 } else { 100 + n };
        let _ = writeln!(
            text,
            "  - {{ period: 2020, at_least: {asked}, scope: place-{n}, source: paper, locator: p. 1 }}"
        );
        text
    });
    let html = brief(&wide(48, &targets));
    let table = &html[html.find("Targets, and what is proven").expect("the table")..];
    let table = &table[..table.find("</table>").expect("its end")];
    assert_eq!(table.matches("(Place ").count(), 30, "{table}");
    for n in 42..48 {
        assert!(table.contains(&format!("(Place {n})")), "place {n}, which fell short: {table}");
    }
    assert!(html.contains("18 more targets stand"), "{html}");
}
