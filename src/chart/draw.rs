//! A chart from its frame of words and its plot: head, marks, foot.

use super::canvas::Canvas;
use super::spec::{ChartSpec, Plot, Style};
use super::{
    bullets, columns, cumulative, frame, multiples, network, ranges, scorecard, slope, tiles, timeline,
    trend, units,
};

/// Draws a chart. The same spec and style always give the same bytes.
pub fn draw(spec: &ChartSpec, style: Style) -> String {
    drawn(spec, style).0
}

/// A chart and its height in drawing units.
pub(super) fn drawn(spec: &ChartSpec, style: Style) -> (String, f64) {
    let mut canvas = Canvas::new(&spec.id, style.output);
    let top = frame::head(&mut canvas, spec, style.frame);
    let bottom = plot(&mut canvas, &spec.plot, top);
    let height = frame::foot(&mut canvas, spec, style.frame, bottom);
    (canvas.finish(spec, height), height)
}

fn plot(canvas: &mut Canvas, plot: &Plot, top: f64) -> f64 {
    match plot {
        Plot::Columns(columns) => columns::draw(canvas, columns, top),
        Plot::Bullets(bullets) => bullets::draw(canvas, bullets, top),
        Plot::Cumulative(cumulative) => cumulative::draw(canvas, cumulative, top),
        Plot::Timeline(timeline) => timeline::draw(canvas, timeline, top),
        Plot::Slope(slope) => slope::draw(canvas, slope, top),
        Plot::Trend(trend) => trend::draw(canvas, trend, top),
        Plot::Scorecard(scorecard) => scorecard::draw(canvas, scorecard, top),
        Plot::Units(units) => units::draw(canvas, units, top),
        Plot::Network(network) => network::draw(canvas, network, top),
        Plot::Ranges(ranges) => ranges::draw(canvas, ranges, top),
        Plot::Tiles(tiles) => tiles::draw(canvas, tiles, top),
        Plot::Multiples(multiples) => multiples::draw(canvas, multiples, top),
    }
}
