//! Detects truncated image files: decoders fill a missing end with grey and say nothing.

use image::ImageFormat;

/// True if the file ends where its own structure says that it does, or later.
pub(super) fn is_whole(format: ImageFormat, bytes: &[u8]) -> bool {
    match format {
        ImageFormat::Jpeg => jpeg(bytes).is_some(),
        ImageFormat::Png => png(bytes).is_some(),
        _ => webp(bytes).is_some_and(|(_, there)| there),
    }
}

/// True for a WebP picture that was compressed without loss.
pub(super) fn is_lossless_webp(bytes: &[u8]) -> bool {
    webp(bytes).is_some_and(|(lossless, _)| lossless)
}

/// Walks the segments of a JPEG file to its end marker.
fn jpeg(bytes: &[u8]) -> Option<()> {
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        while *bytes.get(at)? != 0xff || *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        let marker = bytes[at + 1];
        at += 2;
        match marker {
            0xd9 => return Some(()),
            // Within scans: a byte that only looks like a marker, and restarts.
            0x00 | 0x01 | 0xd0..=0xd8 => {}
            _ => {
                at += usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])).max(2);
            }
        }
    }
}

/// Walks the chunks of a PNG file to its last one.
fn png(bytes: &[u8]) -> Option<()> {
    let mut at = 8;
    loop {
        let head = bytes.get(at..at + 8)?;
        let length = usize::try_from(u32::from_be_bytes([head[0], head[1], head[2], head[3]])).ok()?;
        at = at.checked_add(length)?.checked_add(12)?;
        if &head[4..] == b"IEND" {
            return (at <= bytes.len()).then_some(());
        }
    }
}

/// Walks the chunks of a WebP file: whether one of them is lossless, and whether all are there.
fn webp(bytes: &[u8]) -> Option<(bool, bool)> {
    let number = |at: usize| -> Option<usize> {
        let four = bytes.get(at..at + 4)?;
        usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
    };
    let end = number(4)?.checked_add(8)?;
    let (mut at, mut lossless) = (12, false);
    while at < end.min(bytes.len()) {
        lossless |= bytes.get(at..at + 4) == Some(b"VP8L");
        let length = number(at + 4)?;
        at = at.checked_add(8 + length + length % 2)?;
    }
    Some((lossless, bytes.len() >= end && at <= bytes.len()))
}
