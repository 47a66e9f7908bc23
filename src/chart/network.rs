//! Who is linked with whom: the many on the left sorted by the few on the right, so that no
//! link crosses another.

use super::canvas::{Canvas, PAD, WIDTH};
use super::paint::{ASIDE, Anchor, Fill, NAME, Rect, Stroke, Type};
use super::spec::{Hub, Network};
use super::token::Token;
use super::wrap::wrap;

const NODE: Type = Type::plain(13.2, Token::Ink);
const LINE: f64 = 16.0;
const NODE_GAP: f64 = 4.0;
const HUB_GAP: f64 = 10.0;
const HUB_LINE: f64 = 17.0;
/// Names get at most this much; longer ones are broken.
const WIDEST_NODE: f64 = 130.0;
const WIDEST_HUB: f64 = 118.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Network, top: f64) -> f64 {
    let nodes = spec.hubs.iter().flat_map(|hub| &hub.nodes);
    let widest = nodes.map(|node| NODE.measure().width(&node.name)).fold(0.0, f64::max);
    let hub_widest = spec.hubs.iter().map(hub_width).fold(0.0, f64::max);
    let sides = Sides {
        left: PAD + widest.min(WIDEST_NODE) + 8.0,
        right: WIDTH - PAD - hub_widest.min(WIDEST_HUB) - 20.0,
    };
    let mut y = headings(canvas, spec, top);
    for hub in &spec.hubs {
        let pair = Pair::new(hub, &sides);
        canvas.mark(&hub.interaction, |canvas| pair.draw(canvas, &sides, y));
        y += pair.height() + HUB_GAP;
    }
    y
}

/// Where the links begin and end.
struct Sides {
    left: f64,
    right: f64,
}

fn hub_width(hub: &Hub) -> f64 {
    NAME.measure().width(&hub.name) + ASIDE.measure().width(&hub.count) + 10.0
}

fn headings(canvas: &mut Canvas, spec: &Network, top: f64) -> f64 {
    let half = WIDTH / 2.0 - PAD - 6.0;
    let left = wrap(&spec.left, half, ASIDE.measure());
    let right = wrap(&spec.right, half, ASIDE.measure());
    canvas.lines((PAD, top + 12.0), &left, LINE, ASIDE, Anchor::Start);
    canvas.lines((WIDTH - PAD, top + 12.0), &right, LINE, ASIDE, Anchor::End);
    top + 8.0 + LINE * left.len().max(right.len()) as f64
}

struct Pair<'a> {
    hub: &'a Hub,
    nodes: Vec<Vec<String>>,
    name: Vec<String>,
    /// Whether the count stands beside the name's only line.
    beside: bool,
}

impl<'a> Pair<'a> {
    fn new(hub: &'a Hub, sides: &Sides) -> Self {
        let room = WIDTH - PAD - sides.right - 18.0;
        let name = wrap(&hub.name, room, NAME.measure());
        let beside = name.len() < 2 && hub_width(hub) <= room;
        let nodes = hub.nodes.iter().map(|node| wrap(&node.name, WIDEST_NODE, NODE.measure())).collect();
        Self { hub, nodes, name, beside }
    }

    fn node_height(lines: &[String]) -> f64 {
        LINE * lines.len().max(1) as f64 + NODE_GAP
    }

    fn box_height(&self) -> f64 {
        let lines = self.name.len() + usize::from(!self.beside && !self.hub.count.is_empty());
        11.0 + HUB_LINE * lines.max(1) as f64
    }

    fn height(&self) -> f64 {
        let nodes: f64 = self.nodes.iter().map(|lines| Self::node_height(lines)).sum();
        nodes.max(self.box_height())
    }

    fn draw(&self, canvas: &mut Canvas, sides: &Sides, top: f64) {
        let middle = top + self.height() / 2.0;
        self.hub_box(canvas, sides, middle);
        let nodes: f64 = self.nodes.iter().map(|lines| Self::node_height(lines)).sum();
        let mut y = middle - nodes / 2.0;
        let mut middles = Vec::with_capacity(self.nodes.len());
        for lines in &self.nodes {
            let height = Self::node_height(lines);
            middles.push(y + height / 2.0);
            y += height;
        }
        for at in &middles {
            canvas.link_curve((sides.left, *at), (sides.right, middle), Stroke::solid(Token::Earlier, 1.8));
        }
        for ((node, lines), at) in self.hub.nodes.iter().zip(&self.nodes).zip(&middles) {
            canvas.mark(&node.interaction, |canvas| {
                canvas.circle((sides.left, *at), 2.6, Fill::Token(Token::Actual), None);
                let first = at + NODE.drop() - LINE * (lines.len().max(1) - 1) as f64 / 2.0;
                canvas.lines((sides.left - 8.0, first), lines, LINE, NODE, Anchor::End);
            });
        }
    }

    fn hub_box(&self, canvas: &mut Canvas, sides: &Sides, middle: f64) {
        let height = self.box_height();
        let rect = Rect {
            left: sides.right,
            top: middle - height / 2.0,
            right: WIDTH - PAD,
            bottom: middle + height / 2.0,
        };
        canvas.rect(rect.inset(0.4), Fill::Token(Token::Band), Some(Stroke::solid(Token::Grid, 0.8)));
        canvas.rect(Rect { right: rect.left + 4.0, ..rect }, Fill::Token(Token::Actual), None);
        let mut baseline = rect.top + 5.5 + 13.0;
        canvas.lines((rect.left + 11.0, baseline), &self.name, HUB_LINE, NAME, Anchor::Start);
        baseline += HUB_LINE * self.name.len().saturating_sub(1) as f64;
        if self.beside {
            canvas.text((rect.right - 7.0, baseline), &self.hub.count, ASIDE, Anchor::End);
        } else {
            let room = rect.right - rect.left - 18.0;
            let count = super::wrap::shorten(&self.hub.count, room, ASIDE.measure());
            canvas.text((rect.left + 11.0, baseline + HUB_LINE), &count, ASIDE, Anchor::Start);
        }
    }
}
