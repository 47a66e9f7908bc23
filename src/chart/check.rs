//! Checks on a finished drawing, for tests: well formed, inside the view box, no two lines
//! of text on top of each other.

use roxmltree::{Document, Node};

use super::width;

/// A line of text and the room it takes.
#[derive(Debug, Clone)]
#[expect(dead_code, reason = "the text is only read in failure messages")]
struct TextBox {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn number(node: Node<'_, '_>, name: &str) -> Option<f64> {
    node.ancestors().find_map(|n| n.attribute(name)).and_then(|value| value.parse().ok())
}

fn view_box(document: &Document<'_>) -> Result<(f64, f64), String> {
    let value = document.root_element().attribute("viewBox").ok_or("no view box")?;
    let parts: Vec<f64> = value.split(' ').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [0.0, 0.0, width, height] if height > 0.0 => Ok((width, height)),
        _ => Err(format!("view box {value}")),
    }
}

fn text_boxes(document: &Document<'_>) -> Vec<TextBox> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .map(|node| {
            let text = node.text().unwrap_or_default().to_owned();
            let size = number(node, "font-size").unwrap();
            let bold = node.ancestors().any(|n| n.attribute("font-weight").is_some());
            let width = width::of(&text, size, bold);
            let (x, y) = (number(node, "x").unwrap(), number(node, "y").unwrap());
            let left = match node.ancestors().find_map(|n| n.attribute("text-anchor")) {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            // Capitals and ideographs, without the room for accents.
            TextBox { text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.12 }
        })
        .collect()
}

/// The coordinates of a path: every absolute point it names.
fn path_points(data: &str) -> Result<Vec<(f64, f64)>, String> {
    let mut points = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut rest = data;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[1..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let spaced = rest[..end].replace('-', " -");
        let values = spaced
            .split_whitespace()
            .map(|value| value.parse::<f64>().map_err(|_| format!("number {value} in {data}")))
            .collect::<Result<Vec<f64>, String>>()?;
        rest = &rest[end..];
        match (letter, &values[..]) {
            ('M' | 'L', [to_x, to_y]) | ('A' | 'C', [.., to_x, to_y]) => {
                (x, y) = (*to_x, *to_y);
            }
            ('H', [to]) => x = *to,
            ('V', [to]) => y = *to,
            ('z', []) => {}
            _ => return Err(format!("command {letter} {values:?}")),
        }
        points.push((x, y));
    }
    Ok(points)
}

/// Well formed, with name and description, unique ids, and everything inside the view box.
pub(super) fn sound(svg: &str) -> Result<(), String> {
    let document = Document::parse(svg).map_err(|error| error.to_string())?;
    let (width, height) = view_box(&document)?;
    let mut ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() != count {
        return Err("an id is used twice".into());
    }
    for name in ["aria-labelledby", "aria-describedby"] {
        let id = document.root_element().attribute(name).ok_or(name)?;
        if !ids.contains(&id) {
            return Err(format!("{name} points nowhere"));
        }
    }
    for link in document.descendants().filter(|node| node.tag_name().name() == "a") {
        let words = link.descendants().any(|node| node.tag_name().name() == "text");
        if words && link.has_attribute("aria-label") {
            return Err(format!(
                "a link is called other than what stands in it: {:?}",
                link.attribute("aria-label")
            ));
        }
    }
    for node in document.descendants() {
        let in_pattern = node.ancestors().any(|n| n.tag_name().name() == "defs");
        let Some(data) = node.attribute("d").filter(|_| !in_pattern) else {
            continue;
        };
        for (x, y) in path_points(data)? {
            if x < -0.01 || y < -0.01 || x > width + 0.01 || y > height + 0.01 {
                return Err(format!("point {x} {y} outside {width} × {height}: {data}"));
            }
        }
    }
    for text in text_boxes(&document) {
        if text.left < 0.0 || text.right > width || text.top < 0.0 || text.bottom > height {
            return Err(format!("outside {width} × {height}: {text:?}"));
        }
    }
    Ok(())
}

/// No two lines of text cover each other by more than a hair.
pub(super) fn no_overlap(svg: &str) -> Result<(), String> {
    let document = Document::parse(svg).map_err(|error| error.to_string())?;
    let boxes = text_boxes(&document);
    for (index, one) in boxes.iter().enumerate() {
        for other in &boxes[index + 1..] {
            let across = one.right.min(other.right) - one.left.max(other.left);
            let down = one.bottom.min(other.bottom) - one.top.max(other.top);
            if across > 0.5 && down > 0.5 {
                return Err(format!("{one:?} over {other:?}"));
            }
        }
    }
    Ok(())
}

/// Upright boxes of a path: rectangles, and heavy straight lines with their width.
fn boxes_of(node: Node<'_, '_>) -> Result<Vec<[f64; 4]>, String> {
    let class = node.attribute("class").unwrap_or_default();
    let filled = ["f-actual", "f-earlier"].iter().any(|name| class.split(' ').any(|c| c == *name))
        || node.attribute("fill").is_some_and(|fill| fill.starts_with("url"));
    let width = number(node, "stroke-width").unwrap_or(1.0);
    let heavy = class.split(' ').any(|c| c == "s-plan") && width > 2.0;
    let mut boxes = Vec::new();
    for part in node.attribute("d").unwrap_or_default().split_inclusive('z').flat_map(|part| part.split('M'))
    {
        if part.is_empty() || part == "z" {
            continue;
        }
        let letters: String = part.chars().filter(char::is_ascii_alphabetic).collect();
        let points = path_points(&format!("M{part}"))?;
        let half = match letters.as_str() {
            "HVHz" if filled => 0.0,
            "H" | "V" if heavy => width / 2.0,
            _ => continue,
        };
        let (mut left, mut top, mut right, mut bottom) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
        for (x, y) in points {
            (left, right) = (left.min(x), right.max(x));
            (top, bottom) = (top.min(y), bottom.max(y));
        }
        boxes.push(if letters == "V" {
            [left - half, top, right + half, bottom]
        } else {
            [left, top - half, right, bottom + half]
        });
    }
    Ok(boxes)
}

/// No bar and no heavy line runs through a line of text.
pub(super) fn no_covered_text(svg: &str) -> Result<(), String> {
    let document = Document::parse(svg).map_err(|error| error.to_string())?;
    let texts = text_boxes(&document);
    for node in document.descendants().filter(|node| node.has_attribute("d")) {
        if node.ancestors().any(|n| n.tag_name().name() == "defs") {
            continue;
        }
        for [left, top, right, bottom] in boxes_of(node)? {
            let covers = |text: &&TextBox| {
                right.min(text.right) - left.max(text.left) > 1.0
                    && bottom.min(text.bottom) - top.max(text.top) > 1.0
            };
            if let Some(text) = texts.iter().find(covers) {
                return Err(format!("{text:?} under {left} {top} {right} {bottom}"));
            }
        }
    }
    Ok(())
}

#[test]
fn the_checks_can_fail() {
    let svg = |body: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" aria-labelledby=\"t\" \
             aria-describedby=\"d\"><title id=\"t\"/><desc id=\"d\"/>{body}</svg>"
        )
    };
    assert!(sound(&svg("<path d=\"M0 0H100V50z\"/>")).is_ok());
    assert!(sound(&svg("<path d=\"M0 0H101\"/>")).is_err());
    assert!(sound(&svg("<g font-size=\"10\"><text x=\"95\" y=\"20\">无</text></g>")).is_err());
    assert!(sound(&svg("<path id=\"t\" d=\"M0 0\"/>")).is_err());
    assert!(sound("<svg>").is_err());
    let named = "<a href=\"x\" aria-label=\"y\"><g font-size=\"10\"><text x=\"5\" y=\"20\">无</text></g></a>";
    assert!(sound(&svg(named)).is_err());
    let twice = "<g font-size=\"10\"><text x=\"5\" y=\"20\">无</text><text x=\"9\" y=\"22\">无</text></g>";
    assert!(no_overlap(&svg(twice)).is_err());
    let covered = "<path class=\"f-actual\" d=\"M0 0H50V30H0z\"/><g font-size=\"10\"><text x=\"5\" y=\"20\">无</text></g>";
    assert!(no_covered_text(&svg(covered)).is_err());
    let crossed = "<path class=\"s-plan\" stroke-width=\"2.4\" d=\"M0 15H50\"/><g font-size=\"10\"><text x=\"5\" y=\"20\">无</text></g>";
    assert!(no_covered_text(&svg(crossed)).is_err());
}
