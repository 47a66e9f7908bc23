//! The styles of a brief: GB/T 9704-2012 in Chinese, a plain report otherwise. Everything of one kind has one
//! style, so that who edits changes it in one place.

use super::face::DocxFace;
use super::lang::{Script, languages};
use super::measure::{CELL, Sizes, TRACKING, WIDTH};
use super::properties::{LineHeight, ParagraphProperties, RED, RunProperties};
use crate::typeface::Role;
use crate::xml::Xml;

/// A style.
struct WordStyle<'t> {
    id: &'static str,
    /// Word shows its own styles by this name in the reader's language.
    name: &'static str,
    /// The style of the paragraph after it.
    next: &'static str,
    frame: ParagraphProperties,
    look: RunProperties<'t>,
}

/// Writes the part.
pub(super) fn part(script: Script, lang: &str) -> Vec<u8> {
    let mut xml = Xml::exact();
    xml.open("w:styles", &[("xmlns:w", super::namespaces::WORD)]);
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
    DocxFace::Role(Role::FangSong).write(xml, script, false);
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
    let [letters, asian] = languages(script, lang);
    xml.empty("w:lang", &[("w:val", letters), ("w:eastAsia", asian), ("w:bidi", "ar-SA")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
}

fn paragraph(xml: &mut Xml, script: Script, style: &WordStyle<'_>) {
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

fn style(
    id: &'static str,
    name: &'static str,
    frame: ParagraphProperties,
    look: RunProperties<'static>,
) -> WordStyle<'static> {
    WordStyle { id, name, next: id, frame, look }
}

fn in_face(role: Role, size: u32) -> RunProperties<'static> {
    RunProperties { face: Some(DocxFace::Role(role)), size: Some(size), ..RunProperties::default() }
}

/// Two characters in, as every paragraph of Chinese begins.
const TWO: Option<(u32, u32)> = Some((200, 2 * CELL));

fn chinese() -> Vec<WordStyle<'static>> {
    let sizes = Sizes::of(Script::Simplified);
    let pitch = sizes.pitch;
    let exact = |line| Some(LineHeight::Exact(line));
    let plain = ParagraphProperties::default();
    let heading = |level: u32, role: Role| WordStyle {
        id: ["Heading1", "Heading2", "Heading3"][level as usize],
        name: ["heading 1", "heading 2", "heading 3"][level as usize],
        next: "BodyText",
        frame: ParagraphProperties {
            with_next: true,
            whole: true,
            first: TWO,
            outline: Some(level),
            ..plain
        },
        look: RunProperties { tracking: TRACKING, ..in_face(role, sizes.body) },
    };
    let in_cells = RunProperties { tracking: TRACKING, ..RunProperties::default() };
    let small = ParagraphProperties { line: exact(340), align: Some("left"), ..plain };
    vec![
        style(
            "Normal",
            "Normal",
            ParagraphProperties { in_cells: true, line: exact(pitch), align: Some("both"), ..plain },
            RunProperties::default(),
        ),
        style("BodyText", "Body Text", ParagraphProperties { first: TWO, ..plain }, in_cells),
        heading(0, Role::Hei),
        heading(1, Role::Kai),
        heading(2, Role::FangSong),
        WordStyle {
            next: "BodyText",
            ..style(
                "Title",
                "Title",
                ParagraphProperties {
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
            ParagraphProperties { align: Some("left"), ..plain },
            in_face(Role::Hei, sizes.body),
        ),
        style(
            "BriefMasthead",
            "Brief Masthead",
            ParagraphProperties { align: Some("center"), ..plain },
            RunProperties { colour: Some(RED), ..in_face(Role::XiaoBiaoSong, sizes.masthead) },
        ),
        style(
            "BriefIssue",
            "Brief Issue",
            ParagraphProperties { align: Some("center"), ..plain },
            RunProperties::default(),
        ),
        style("BriefIssuer", "Brief Issuer", issuer(pitch), RunProperties::default()),
        style(
            "BriefRemark",
            "Brief Remark",
            ParagraphProperties { after: Some(pitch / 2), ..small },
            in_face(Role::Kai, sizes.small),
        ),
        style("ListParagraph", "List Paragraph", plain, in_cells),
        style(
            "Quote",
            "Quote",
            ParagraphProperties { left: Some(2 * CELL), first: TWO, ..plain },
            RunProperties { tracking: TRACKING, ..in_face(Role::Kai, sizes.body) },
        ),
        style(
            "Caption",
            "caption",
            ParagraphProperties {
                with_next: true,
                before: Some(280),
                after: Some(140),
                align: Some("center"),
                ..small
            },
            in_face(Role::Hei, sizes.small),
        ),
        style("BriefFigure", "Brief Figure", figure(), RunProperties::default()),
        style(
            "BriefFigureNote",
            "Brief Figure Note",
            ParagraphProperties { line: exact(300), align: Some("center"), ..plain },
            in_face(Role::Song, sizes.note),
        ),
        style(
            "BriefTable",
            "Brief Table",
            small,
            RunProperties { size: Some(sizes.small), ..RunProperties::default() },
        ),
        style(
            "BriefWideTable",
            "Brief Wide Table",
            small,
            RunProperties { size: Some(sizes.note - 3), ..RunProperties::default() },
        ),
        style(
            "BriefTableHead",
            "Brief Table Head",
            ParagraphProperties { with_next: true, align: Some("center"), ..small },
            in_face(Role::Hei, sizes.small),
        ),
        style(
            "BriefContributor",
            "Brief Contributor",
            ParagraphProperties { before: Some(pitch), right: Some(CELL), align: Some("right"), ..plain },
            RunProperties::default(),
        ),
        style(
            "BriefLookUp",
            "Brief Look-Up",
            ParagraphProperties {
                whole: true,
                before: Some(pitch),
                line: exact(300),
                align: Some("left"),
                ..plain
            },
            RunProperties { size: Some(sizes.note), ..RunProperties::default() },
        ),
        style(
            "BriefImprint",
            "Brief Imprint",
            ParagraphProperties { line: exact(440), align: Some("left"), ..plain },
            RunProperties { size: Some(sizes.four), ..RunProperties::default() },
        ),
        style("Footer", "footer", footer(), in_face(Role::Song, sizes.four)),
        style(
            "FootnoteText",
            "footnote text",
            ParagraphProperties { line: exact(280), align: Some("left"), ..plain },
            RunProperties { size: Some(sizes.note), ..RunProperties::default() },
        ),
    ]
}

fn latin() -> Vec<WordStyle<'static>> {
    let sizes = Sizes::of(Script::Latin);
    let free = Some(LineHeight::Free(240));
    let plain = ParagraphProperties::default();
    let of_size = |size| RunProperties { size: Some(size), ..RunProperties::default() };
    let bold = |size| RunProperties { bold: true, ..of_size(size) };
    let heading = |level: u32, look: RunProperties<'static>| WordStyle {
        id: ["Heading1", "Heading2", "Heading3"][level as usize],
        name: ["heading 1", "heading 2", "heading 3"][level as usize],
        next: "BodyText",
        frame: ParagraphProperties {
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
    let small = ParagraphProperties { line: free, align: Some("left"), ..plain };
    vec![
        style(
            "Normal",
            "Normal",
            ParagraphProperties { line: Some(LineHeight::Free(264)), ..plain },
            RunProperties::default(),
        ),
        style(
            "BodyText",
            "Body Text",
            ParagraphProperties { after: Some(140), align: Some("both"), ..plain },
            RunProperties::default(),
        ),
        heading(0, bold(sizes.body + 2)),
        heading(1, bold(sizes.body)),
        heading(2, RunProperties { italic: true, ..bold(sizes.body) }),
        WordStyle {
            next: "BodyText",
            ..style(
                "Title",
                "Title",
                ParagraphProperties {
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
            ParagraphProperties { align: Some("center"), ..plain },
            RunProperties { colour: Some(RED), ..bold(sizes.masthead) },
        ),
        style(
            "BriefIssue",
            "Brief Issue",
            ParagraphProperties { before: Some(120), align: Some("center"), ..plain },
            RunProperties::default(),
        ),
        style("BriefIssuer", "Brief Issuer", issuer(sizes.pitch), RunProperties::default()),
        style(
            "BriefRemark",
            "Brief Remark",
            ParagraphProperties { after: Some(200), ..small },
            RunProperties { italic: true, ..of_size(sizes.small) },
        ),
        style(
            "ListParagraph",
            "List Paragraph",
            ParagraphProperties { after: Some(80), ..plain },
            RunProperties::default(),
        ),
        style(
            "Quote",
            "Quote",
            ParagraphProperties {
                left: Some(460),
                right: Some(460),
                after: Some(140),
                align: Some("both"),
                ..plain
            },
            RunProperties::default(),
        ),
        style(
            "Caption",
            "caption",
            ParagraphProperties {
                with_next: true,
                before: Some(240),
                after: Some(100),
                align: Some("center"),
                ..small
            },
            bold(sizes.small + 1),
        ),
        style("BriefFigure", "Brief Figure", figure(), RunProperties::default()),
        style(
            "BriefFigureNote",
            "Brief Figure Note",
            ParagraphProperties { line: free, align: Some("center"), ..plain },
            of_size(sizes.note),
        ),
        style("BriefTable", "Brief Table", small, of_size(sizes.small)),
        style("BriefWideTable", "Brief Wide Table", small, of_size(sizes.note - 1)),
        style(
            "BriefTableHead",
            "Brief Table Head",
            ParagraphProperties { with_next: true, align: Some("center"), ..small },
            bold(sizes.small),
        ),
        style(
            "BriefContributor",
            "Brief Contributor",
            ParagraphProperties {
                before: Some(sizes.pitch),
                right: Some(CELL),
                align: Some("right"),
                ..plain
            },
            RunProperties::default(),
        ),
        style(
            "BriefLookUp",
            "Brief Look-Up",
            ParagraphProperties { whole: true, before: Some(sizes.pitch), ..small },
            of_size(sizes.note),
        ),
        style(
            "BriefImprint",
            "Brief Imprint",
            ParagraphProperties { before: Some(60), after: Some(60), ..small },
            of_size(sizes.four),
        ),
        style("Footer", "footer", footer(), of_size(sizes.four)),
        style("FootnoteText", "footnote text", small, of_size(sizes.note)),
    ]
}

/// Who issues it on the left, the day on the right, over the red rule, both one character in.
fn issuer(before: u32) -> ParagraphProperties {
    ParagraphProperties {
        before: Some(before),
        first: Some((100, CELL)),
        tab: Some(WIDTH - CELL),
        ruled: Some((RED, 10)),
        align: Some("left"),
        ..ParagraphProperties::default()
    }
}

/// A picture would be cut to a line of exact height.
fn figure() -> ParagraphProperties {
    ParagraphProperties {
        with_next: true,
        before: Some(280),
        line: Some(LineHeight::Free(240)),
        align: Some("center"),
        ..ParagraphProperties::default()
    }
}

/// The page number stands 7 mm below the type.
fn footer() -> ParagraphProperties {
    ParagraphProperties {
        line: Some(LineHeight::Exact(400)),
        left: Some(CELL),
        right: Some(CELL),
        ..ParagraphProperties::default()
    }
}

fn characters(script: Script) -> [(&'static str, &'static str, RunProperties<'static>); 6] {
    let chinese = script.is_chinese();
    let role = |role| RunProperties { face: Some(DocxFace::Role(role)), ..RunProperties::default() };
    // Chinese stresses by another face, not by a heavier or a slanted one.
    let strong =
        if chinese { role(Role::Hei) } else { RunProperties { bold: true, ..RunProperties::default() } };
    let emphasis =
        if chinese { role(Role::Kai) } else { RunProperties { italic: true, ..RunProperties::default() } };
    [
        ("Strong", "Strong", strong),
        ("Emphasis", "Emphasis", emphasis),
        (
            "StrongEmphasis",
            "Strong Emphasis",
            RunProperties { bold: true, italic: !chinese, ..if chinese { emphasis } else { strong } },
        ),
        ("Code", "Code", RunProperties { face: Some(DocxFace::Code), ..RunProperties::default() }),
        (
            "FootnoteReference",
            "footnote reference",
            RunProperties { raised: true, ..RunProperties::default() },
        ),
        ("Hyperlink", "Hyperlink", RunProperties { underlined: true, ..RunProperties::default() }),
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
