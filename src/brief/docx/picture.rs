//! Charts: as embedded pictures with alternative text; where the program has no faces to draw them in,
//! as those words.

use super::properties::{ParagraphProperties, RunProperties};
use super::text::PartWriter;
use crate::lang_marks::plain;
use crate::view::BriefChart;

/// Pixels: some 225 to the inch.
#[cfg(feature = "faces")]
pub(super) const PIXELS: u32 = 1000;

/// No picture has more: it would be made small on paper anyhow.
#[cfg(feature = "faces")]
pub(super) const HIGHEST_PIXELS: u32 = 4000;

/// 112 mm, in English metric units of 36,000 to a millimetre.
const WIDTH: u32 = 112 * 36_000;

/// No picture is higher: its caption has to stand on the same page.
const HIGHEST: u32 = 190 * 36_000;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// A drawn chart.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "faces"), allow(dead_code, reason = "nothing is drawn without faces"))]
pub(super) struct DrawnChart {
    pub png: Vec<u8>,
    /// Its size in pixels.
    pub size: (u32, u32),
}

impl DrawnChart {
    /// A PNG; none if it is not one.
    #[cfg(feature = "faces")]
    pub(super) fn new(png: Vec<u8>) -> Option<Self> {
        let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
        let size = (side(16)?, side(20)?);
        (size.0 > 0 && size.1 > 0).then_some(Self { png, size })
    }

    /// Its size on paper.
    fn extent(&self) -> (u32, u32) {
        let scaled = |of: u32, by: u32, to: u32| {
            u32::try_from(u64::from(of) * u64::from(by) / u64::from(to.max(1))).unwrap_or(u32::MAX)
        };
        let height = scaled(WIDTH, self.size.1, self.size.0);
        if height > HIGHEST { (scaled(HIGHEST, self.size.0, self.size.1), HIGHEST) } else { (WIDTH, height) }
    }
}

/// The id of a picture, counted from 1.
pub(super) fn picture_id(at: usize) -> String {
    format!("picture{at}")
}

/// Writes a chart with its caption; `at` counts pictures from 1.
pub(super) fn write(writer: &mut PartWriter<'_>, chart: &BriefChart, drawn: Option<(usize, &DrawnChart)>) {
    if let Some((at, picture)) = drawn {
        writer.paragraph(&ParagraphProperties::of("BriefFigure"), |writer| {
            writer.xml.open("w:r", &[]);
            inline(writer, chart, at, picture);
            writer.xml.close("w:r");
        });
    } else {
        let frame = ParagraphProperties {
            with_next: true,
            whole: true,
            before: Some(280),
            ..ParagraphProperties::of("BriefTable")
        };
        said_of(writer, |writer| writer.line(&frame, &chart.description));
    }
    let notes: Vec<&str> = [&chart.subtitle, &chart.source]
        .into_iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    let caption = ParagraphProperties {
        with_next: !notes.is_empty(),
        before: Some(100),
        after: Some(60),
        ..ParagraphProperties::of("Caption")
    };
    label(writer, &caption, &chart.label, &chart.caption);
    said_of(writer, |writer| {
        for (at, words) in notes.iter().enumerate() {
            let last = at + 1 == notes.len();
            let after = if last { Some(280) } else { None };
            writer.line(
                &ParagraphProperties {
                    with_next: !last,
                    after,
                    ..ParagraphProperties::of("BriefFigureNote")
                },
                words,
            );
        }
    });
}

/// What is in the brief's own language, wherever it stands.
fn said_of(writer: &mut PartWriter<'_>, write: impl FnOnce(&mut PartWriter<'_>)) {
    let lang = writer.lang.take();
    write(writer);
    writer.lang = lang;
}

/// A caption: number and words.
pub(super) fn label(writer: &mut PartWriter<'_>, frame: &ParagraphProperties, label: &str, caption: &str) {
    writer.paragraph(frame, |writer| {
        said_of(writer, |writer| writer.words(label, &RunProperties::default()));
        if !caption.is_empty() {
            let gap = if writer.script.is_chinese() { "\u{3000}" } else { "\u{2002}" };
            writer.words(gap, &RunProperties::default());
            writer.words(caption, &RunProperties::default());
        }
    });
}

fn inline(writer: &mut PartWriter<'_>, chart: &BriefChart, at: usize, picture: &DrawnChart) {
    let xml = &mut writer.xml;
    let (wide, high) = picture.extent();
    let (wide, high, at_words) = (wide.to_string(), high.to_string(), at.to_string());
    let (words, name) = (plain(&chart.description), plain(&chart.label));
    let named = [("id", at_words.as_str()), ("name", &name), ("descr", &words)];
    let size = [("cx", wide.as_str()), ("cy", &high)];
    xml.open("w:drawing", &[]);
    xml.open(
        "wp:inline",
        &[
            ("xmlns:wp", &format!("{DRAWING}/wordprocessingDrawing")),
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ],
    );
    xml.empty("wp:extent", &size);
    xml.empty("wp:docPr", &named);
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("xmlns:a", &format!("{DRAWING}/main")), ("noChangeAspect", "1")]);
    xml.close("wp:cNvGraphicFramePr");
    xml.open("a:graphic", &[("xmlns:a", &format!("{DRAWING}/main"))]);
    let pictures = format!("{DRAWING}/picture");
    xml.open("a:graphicData", &[("uri", &pictures)]);
    xml.open("pic:pic", &[("xmlns:pic", &pictures)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &named);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close("pic:nvPicPr");
    xml.open("pic:blipFill", &[]);
    xml.empty("a:blip", &[("r:embed", &picture_id(at))]);
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close("a:stretch");
    xml.close("pic:blipFill");
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &size);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    xml.close("a:prstGeom");
    xml.close("pic:spPr");
    for name in ["pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing"] {
        xml.close(name);
    }
}
