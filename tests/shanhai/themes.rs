//! Themes: what a folder in themes/ may replace, and what happens when it is wrong.

use crate::project::Project;

#[test]
fn a_theme_replaces_the_built_in_one_file_by_file() {
    let project = Project::starter()
        .file("themes/plain/templates/not_found.html", "{% extends \"base.html\" %}{% block content %}<h1>{{ title }}</h1><p>自己的话</p>{% endblock content %}")
        .file("themes/plain/extra.css", "body { color: black; }")
        .file("themes/plain/assets/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    project.run(&["build", "--theme", "plain"]).exit(0);
    assert!(project.text("output/404.html").contains("自己的话"));
    assert!(project.text("output/assets/style.css").ends_with("body { color: black; }"));
    assert!(project.text("output/assets/mark.svg").starts_with("<svg"));
    // What is not replaced is as built in.
    let own = Project::starter();
    own.run(&["build"]).exit(0);
    assert_eq!(project.text("output/plan/index.html"), own.text("output/plan/index.html"));
}

#[test]
fn what_a_view_says_is_escaped() {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    let title = site.lines().find(|line| line.starts_with("title:")).unwrap();
    project.put("content/site.yaml", site.replace(title, "title: \"<script>alert(1)</script>\""));
    project.run(&["build"]).exit(0);
    let home = project.text("output/index.html");
    assert!(home.contains("&lt;script&gt;alert(1)") && !home.contains("<script"));
}

#[test]
fn a_template_that_fails_is_named_with_its_line() {
    let project = Project::starter().file(
        "themes/odd/templates/not_found.html",
        "{% extends \"base.html\" %}\n{% block content %}\n<h1>{{ titel }}</h1>{% endblock content %}",
    );
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("error[bad-theme]")
        .stderr_has("templates/not_found.html:3:");
    project.put("themes/odd/templates/not_found.html", "{% if %}");
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("error[bad-theme]")
        .stderr_has("not_found.html:1:");
    assert!(!project.path("output").exists());
}

#[test]
fn a_file_without_a_place_in_a_theme_is_named() {
    let project = Project::starter().file("themes/odd/templates/indeks.html", "x");
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("templates/indeks.html")
        .stderr_has("replaces nothing");
}

#[test]
fn the_style_sheet_is_small() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    assert!(project.text("output/assets/style.css").len() < 25_000);
}
