//! Sections: sheets of one size and one way up. In Word what a section is like stands at its end.

use super::measure::{BESIDE, BOTTOM, FOOTER, INSIDE, LINE, OUTSIDE, PAPER, TOP};
use super::package;
use super::text::PartWriter;

/// How the sheets of a section lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// Upright.
    Upright,
    /// Across, for a table that is wider than high.
    Across,
}

/// Ends a section within the text: in a paragraph that nobody sees.
pub(super) fn ends(writer: &mut PartWriter<'_>, sheet: Sheet) {
    writer.xml.open("w:p", &[]);
    writer.xml.open("w:pPr", &[]);
    writer.xml.empty(
        "w:spacing",
        &[("w:before", "0"), ("w:after", "0"), ("w:line", LINE), ("w:lineRule", "exact")],
    );
    properties(writer, sheet);
    writer.xml.close("w:pPr");
    writer.xml.close("w:p");
}

/// The sheet: A4. In Chinese it takes 22 lines of 28 characters because of the size of lines and characters, not by
/// a grid: programs differ in what they fit to one. Across it is the same sheet, turned.
pub(super) fn properties(writer: &mut PartWriter<'_>, sheet: Sheet) {
    let xml = &mut writer.xml;
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", package::FOOTER_ODD)]);
    xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", package::FOOTER_EVEN)]);
    let (short, long) = (PAPER.0.to_string(), PAPER.1.to_string());
    let margins = match sheet {
        Sheet::Upright => {
            xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
            [TOP, OUTSIDE, BOTTOM, INSIDE, FOOTER]
        }
        Sheet::Across => {
            xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")]);
            [INSIDE, BESIDE, OUTSIDE, BESIDE, FOOTER.min(OUTSIDE / 2)]
        }
    };
    let [top, right, bottom, left, footer] = margins.map(|margin| margin.to_string());
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "851"),
            ("w:footer", &footer),
            ("w:gutter", "0"),
        ],
    );
    xml.close("w:sectPr");
}
