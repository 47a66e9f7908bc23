//! The styles of a brief: GB/T 9704-2012 in Chinese, a plain report otherwise. Everything of one kind has one
//! style, so that who edits changes it in one place.

use super::face::Face;
use super::look::{Frame, Line, Look, RED};
use super::measure::{CELL, Sizes, TRACKING, WIDTH};
use super::tongue::{Script, languages};
use crate::typeface::Role;
use crate::xml::Xml;

/// A style.
struct Style<'t> {
    id: &'static str,
    /// Word shows its own styles by this name in the reader's language.
    name: &'static str,
    /// The style of the paragraph after it.
    next: &'static str,
    frame: Frame,
    look: Look<'t>,
}

/// Writes the part.
pub(super) fn part(script: Script, lang: &str) -> Vec<u8> {
    let mut xml = Xml::exact();
    xml.open("w:styles", &[("xmlns:w", super::package::WORD)]);
    defaults(&mut xml, script, lang);
    for style in if script.is_chinese() { chinese() } else { latin() } {
        paragraph(&mut xml, script, &style);
    }
    for (id, name, look) in characters(script) {
        xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:qFormat", &[]);
        look.write(&mut xml, script);
        xml.close("w:style");
    }
    tables(&mut xml);
    xml.close("w:styles");
    xml.into_bytes()
}

fn defaults(xml: &mut Xml, script: Script, lang: &str) {
    let size = Sizes::of(script).body.to_string();
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    Face::Role(Role::FangSong).write(xml, script, false);
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
    let [letters, asian] = languages(script, lang);
    xml.empty("w:lang", &[("w:val", letters), ("w:eastAsia", asian), ("w:bidi", "ar-SA")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
}

fn paragraph(xml: &mut Xml, script: Script, style: &Style<'_>) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.id == "Normal" {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", style.name)]);
    if style.id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
        xml.empty("w:next", &[("w:val", style.next)]);
    }
    xml.empty("w:qFormat", &[]);
    style.frame.write(xml);
    style.look.write(xml, script);
    xml.close("w:style");
}

fn style(id: &'static str, name: &'static str, frame: Frame, look: Look<'static>) -> Style<'static> {
    Style { id, name, next: id, frame, look }
}

fn in_face(role: Role, size: u32) -> Look<'static> {
    Look { face: Some(Face::Role(role)), size: Some(size), ..Look::default() }
}

/// Two characters in, as every paragraph of Chinese begins.
const TWO: Option<(u32, u32)> = Some((200, 2 * CELL));

fn chinese() -> Vec<Style<'static>> {
    let sizes = Sizes::of(Script::Simplified);
    let pitch = sizes.pitch;
    let exact = |line| Some(Line::Exact(line));
    let plain = Frame::default();
    let heading = |level: u32, role: Role| Style {
        id: ["Heading1", "Heading2", "Heading3"][level as usize],
        name: ["heading 1", "heading 2", "heading 3"][level as usize],
        next: "BodyText",
        frame: Frame { with_next: true, whole: true, first: TWO, outline: Some(level), ..plain },
        look: Look { tracking: TRACKING, ..in_face(role, sizes.body) },
    };
    let in_cells = Look { tracking: TRACKING, ..Look::default() };
    let small = Frame { line: exact(340), align: Some("left"), ..plain };
    vec![
        style(
            "Normal",
            "Normal",
            Frame { in_cells: true, line: exact(pitch), align: Some("both"), ..plain },
            Look::default(),
        ),
        style("BodyText", "Body Text", Frame { first: TWO, ..plain }, in_cells),
        heading(0, Role::Hei),
        heading(1, Role::Kai),
        heading(2, Role::FangSong),
        Style {
            next: "BodyText",
            ..style(
                "Title",
                "Title",
                Frame {
                    with_next: true,
                    whole: true,
                    before: Some(840),
                    after: Some(pitch),
                    line: exact(640),
                    align: Some("center"),
                    ..plain
                },
                in_face(Role::XiaoBiaoSong, sizes.title),
            )
        },
        style(
            "BriefCorner",
            "Brief Corner",
            Frame { align: Some("left"), ..plain },
            in_face(Role::Hei, sizes.body),
        ),
        style(
            "BriefMasthead",
            "Brief Masthead",
            Frame { align: Some("center"), ..plain },
            Look { colour: Some(RED), ..in_face(Role::XiaoBiaoSong, sizes.masthead) },
        ),
        style("BriefIssue", "Brief Issue", Frame { align: Some("center"), ..plain }, Look::default()),
        style("BriefIssuer", "Brief Issuer", issuer(pitch), Look::default()),
        style(
            "BriefRemark",
            "Brief Remark",
            Frame { after: Some(pitch / 2), ..small },
            in_face(Role::Kai, sizes.small),
        ),
        style("ListParagraph", "List Paragraph", plain, in_cells),
        style(
            "Quote",
            "Quote",
            Frame { left: Some(2 * CELL), first: TWO, ..plain },
            Look { tracking: TRACKING, ..in_face(Role::Kai, sizes.body) },
        ),
        style(
            "Caption",
            "caption",
            Frame { with_next: true, before: Some(280), after: Some(140), align: Some("center"), ..small },
            in_face(Role::Hei, sizes.small),
        ),
        style("BriefFigure", "Brief Figure", figure(), Look::default()),
        style(
            "BriefFigureNote",
            "Brief Figure Note",
            Frame { line: exact(300), align: Some("center"), ..plain },
            in_face(Role::Song, sizes.note),
        ),
        style("BriefTable", "Brief Table", small, Look { size: Some(sizes.small), ..Look::default() }),
        style(
            "BriefTableHead",
            "Brief Table Head",
            Frame { with_next: true, align: Some("center"), ..small },
            in_face(Role::Hei, sizes.small),
        ),
        style(
            "BriefContributor",
            "Brief Contributor",
            Frame { before: Some(pitch), right: Some(CELL), align: Some("right"), ..plain },
            Look::default(),
        ),
        style(
            "BriefLookUp",
            "Brief Look-Up",
            Frame { whole: true, before: Some(pitch), line: exact(300), align: Some("left"), ..plain },
            Look { size: Some(sizes.note), ..Look::default() },
        ),
        style(
            "BriefImprint",
            "Brief Imprint",
            Frame { line: exact(440), align: Some("left"), ..plain },
            Look { size: Some(sizes.four), ..Look::default() },
        ),
        style("Footer", "footer", footer(), in_face(Role::Song, sizes.four)),
        style(
            "FootnoteText",
            "footnote text",
            Frame { line: exact(280), align: Some("left"), ..plain },
            Look { size: Some(sizes.note), ..Look::default() },
        ),
    ]
}

fn latin() -> Vec<Style<'static>> {
    let sizes = Sizes::of(Script::Latin);
    let free = Some(Line::Free(240));
    let plain = Frame::default();
    let of_size = |size| Look { size: Some(size), ..Look::default() };
    let bold = |size| Look { bold: true, ..of_size(size) };
    let heading = |level: u32, look: Look<'static>| Style {
        id: ["Heading1", "Heading2", "Heading3"][level as usize],
        name: ["heading 1", "heading 2", "heading 3"][level as usize],
        next: "BodyText",
        frame: Frame {
            with_next: true,
            whole: true,
            before: Some([300, 240, 200][level as usize]),
            after: Some(80),
            align: Some("left"),
            outline: Some(level),
            ..plain
        },
        look,
    };
    let small = Frame { line: free, align: Some("left"), ..plain };
    vec![
        style("Normal", "Normal", Frame { line: Some(Line::Free(264)), ..plain }, Look::default()),
        style(
            "BodyText",
            "Body Text",
            Frame { after: Some(140), align: Some("both"), ..plain },
            Look::default(),
        ),
        heading(0, bold(sizes.body + 2)),
        heading(1, bold(sizes.body)),
        heading(2, Look { italic: true, ..bold(sizes.body) }),
        Style {
            next: "BodyText",
            ..style(
                "Title",
                "Title",
                Frame {
                    with_next: true,
                    whole: true,
                    before: Some(560),
                    after: Some(400),
                    line: free,
                    align: Some("center"),
                    ..plain
                },
                bold(sizes.title),
            )
        },
        style("BriefCorner", "Brief Corner", small, bold(sizes.body)),
        style(
            "BriefMasthead",
            "Brief Masthead",
            Frame { align: Some("center"), ..plain },
            Look { colour: Some(RED), ..bold(sizes.masthead) },
        ),
        style(
            "BriefIssue",
            "Brief Issue",
            Frame { before: Some(120), align: Some("center"), ..plain },
            Look::default(),
        ),
        style("BriefIssuer", "Brief Issuer", issuer(sizes.pitch), Look::default()),
        style(
            "BriefRemark",
            "Brief Remark",
            Frame { after: Some(200), ..small },
            Look { italic: true, ..of_size(sizes.small) },
        ),
        style("ListParagraph", "List Paragraph", Frame { after: Some(80), ..plain }, Look::default()),
        style(
            "Quote",
            "Quote",
            Frame { left: Some(460), right: Some(460), after: Some(140), align: Some("both"), ..plain },
            Look::default(),
        ),
        style(
            "Caption",
            "caption",
            Frame { with_next: true, before: Some(240), after: Some(100), align: Some("center"), ..small },
            bold(sizes.small + 1),
        ),
        style("BriefFigure", "Brief Figure", figure(), Look::default()),
        style(
            "BriefFigureNote",
            "Brief Figure Note",
            Frame { line: free, align: Some("center"), ..plain },
            of_size(sizes.note),
        ),
        style("BriefTable", "Brief Table", small, of_size(sizes.small)),
        style(
            "BriefTableHead",
            "Brief Table Head",
            Frame { with_next: true, align: Some("center"), ..small },
            bold(sizes.small),
        ),
        style(
            "BriefContributor",
            "Brief Contributor",
            Frame { before: Some(sizes.pitch), right: Some(CELL), align: Some("right"), ..plain },
            Look::default(),
        ),
        style(
            "BriefLookUp",
            "Brief Look-Up",
            Frame { whole: true, before: Some(sizes.pitch), ..small },
            of_size(sizes.note),
        ),
        style(
            "BriefImprint",
            "Brief Imprint",
            Frame { before: Some(60), after: Some(60), ..small },
            of_size(sizes.four),
        ),
        style("Footer", "footer", footer(), of_size(sizes.four)),
        style("FootnoteText", "footnote text", small, of_size(sizes.note)),
    ]
}

/// Who issues it on the left, the day on the right, over the red rule, both one character in.
fn issuer(before: u32) -> Frame {
    Frame {
        before: Some(before),
        first: Some((100, CELL)),
        tab: Some(WIDTH - CELL),
        ruled: Some((RED, 10)),
        align: Some("left"),
        ..Frame::default()
    }
}

/// A picture would be cut to a line of exact height.
fn figure() -> Frame {
    Frame {
        with_next: true,
        before: Some(280),
        line: Some(Line::Free(240)),
        align: Some("center"),
        ..Frame::default()
    }
}

/// The page number stands 7 mm below the type.
fn footer() -> Frame {
    Frame { line: Some(Line::Exact(400)), left: Some(CELL), right: Some(CELL), ..Frame::default() }
}

fn characters(script: Script) -> [(&'static str, &'static str, Look<'static>); 6] {
    let chinese = script.is_chinese();
    let role = |role| Look { face: Some(Face::Role(role)), ..Look::default() };
    // Chinese stresses by another face, not by a heavier or a slanted one.
    let strong = if chinese { role(Role::Hei) } else { Look { bold: true, ..Look::default() } };
    let emphasis = if chinese { role(Role::Kai) } else { Look { italic: true, ..Look::default() } };
    [
        ("Strong", "Strong", strong),
        ("Emphasis", "Emphasis", emphasis),
        (
            "StrongEmphasis",
            "Strong Emphasis",
            Look { bold: true, italic: !chinese, ..if chinese { emphasis } else { strong } },
        ),
        ("Code", "Code", Look { face: Some(Face::Code), ..Look::default() }),
        ("FootnoteReference", "footnote reference", Look { raised: true, ..Look::default() }),
        ("Hyperlink", "Hyperlink", Look { underlined: true, ..Look::default() }),
    ]
}

/// What tables look like: one with rules around each cell, and one for the imprint, which brings its own.
fn tables(xml: &mut Xml) {
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.empty("w:name", &[("w:val", "Normal Table")]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    margins(xml, 0, 0);
    xml.close("w:tblPr");
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", "TableGrid")]);
    xml.empty("w:name", &[("w:val", "Table Grid")]);
    xml.empty("w:basedOn", &[("w:val", "TableNormal")]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")]);
    }
    xml.close("w:tblBorders");
    margins(xml, 60, 80);
    xml.close("w:tblPr");
    xml.close("w:style");
}

/// The room inside cells.
fn margins(xml: &mut Xml, upright: u32, sideways: u32) {
    xml.open("w:tblCellMar", &[]);
    for (side, room) in
        [("w:top", upright), ("w:left", sideways), ("w:bottom", upright), ("w:right", sideways)]
    {
        xml.empty(side, &[("w:w", &room.to_string()), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
}
