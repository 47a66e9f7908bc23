//! One series on its scales, and the room that its words need.

use super::scale::{Heights, Published, Times, values};
use crate::chart::paint::{FIGURE, PLAN, Point, Rect, Type};
use crate::chart::spec::{Aim, Series, TrendPoint};
use crate::chart::token::Token;

/// A lone point has no course.
const LONE_HEIGHT: f64 = 40.0;
/// Room for words over the highest point.
const HEAD: f64 = 26.0;
/// A year under the axis.
pub(super) const YEAR: Type = Type::plain(13.2, Token::Ink);
/// Room for a glyph before its words.
pub(super) const SIGN: f64 = 16.0;

/// How large a plot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Full,
    /// One of several.
    Small,
}

impl Size {
    fn height(self) -> f64 {
        match self {
            Self::Full => 134.0,
            Self::Small => 78.0,
        }
    }
}

/// A series with its scales.
pub(super) struct Plot<'a> {
    pub(super) series: &'a Series,
    pub(super) gap: &'a str,
    pub(super) points: Vec<&'a TrendPoint>,
    pub(super) published: Vec<Published<'a>>,
    pub(super) times: Times,
    pub(super) heights: Heights,
    /// The plot without the room for words at its sides.
    pub(super) area: Rect,
    /// What words may fill.
    pub(super) bounds: Rect,
    size: Size,
}

/// True if the words of a series have room in so narrow a plot.
pub(super) fn fits(series: &Series, width: f64) -> bool {
    let figures = series.points.iter().filter_map(|point| point.value.as_ref());
    let figures = figures.map(|value| FIGURE.measure().width(&value.label));
    let plans = series.aims.iter().map(|aim| PLAN.measure().width(&aim.plan.label));
    let widest = figures.chain(plans).fold(0.0, f64::max);
    let published = series.points.iter().filter(|point| point.value.is_some()).count();
    widest * 2.0 + 30.0 <= width && published <= 5 && series.aims.len() <= 5
}

impl<'a> Plot<'a> {
    /// None of a series without any time.
    pub(super) fn of(series: &'a Series, gap: &'a str, bounds: Rect, size: Size) -> Option<Self> {
        let mut points: Vec<&TrendPoint> = series.points.iter().collect();
        points.sort_by_key(|point| point.at);
        points.dedup_by_key(|point| point.at);
        let published: Vec<Published<'a>> = points.iter().filter_map(|point| Published::of(point)).collect();
        let is_lone = published.len() < 2 && series.aims.is_empty() && series.path.is_empty();
        let height = if is_lone { LONE_HEIGHT } else { size.height() };
        let bottom = bounds.top + HEAD + height;
        let (before, after) = sides(series, &published, bounds.right - bounds.left);
        let area =
            Rect { left: bounds.left + before, top: bounds.top + HEAD, right: bounds.right - after, bottom };
        let times = Times::of(series, &area)?;
        let heights = Heights::fit(&values(series), area.top, bottom);
        let bounds = Rect { left: bounds.left - 4.0, right: bounds.right + 4.0, bottom, ..bounds };
        Some(Self { series, gap, points, published, times, heights, area, bounds, size })
    }

    pub(super) fn at(&self, at: i32, value: f64) -> Point {
        (self.times.x(at), self.heights.y(value))
    }

    /// True if what was asked is written under the years.
    pub(super) fn has_plans_below(&self) -> bool {
        let mut places: Vec<(f64, f64)> =
            self.series.aims.iter().map(|aim| (self.times.x(aim.at), below(aim))).collect();
        places.sort_by(|one, other| one.0.total_cmp(&other.0));
        let apart =
            places.windows(2).all(|two| two[1].0 - two[0].0 >= f64::midpoint(two[0].1, two[1].1) + 6.0);
        let (left, right) = (self.bounds.left, self.bounds.right);
        let inside = places.iter().all(|(x, width)| x - width / 2.0 >= left && x + width / 2.0 <= right);
        plans_below(self.series) && apart && inside
    }

    pub(super) fn is_small(&self) -> bool {
        self.size == Size::Small
    }

    /// True if another method of counting began between two positions.
    pub(super) fn is_broken(&self, from: i32, to: i32) -> bool {
        self.points.iter().any(|point| point.breaks && from < point.at && point.at <= to)
    }
}

/// True if different things are asked of different times, each with how it stands.
fn plans_below(series: &Series) -> bool {
    let aims = &series.aims;
    let differ = aims.windows(2).any(|two| two[0].plan != two[1].plan);
    differ && aims.iter().all(|aim| aim.from.is_none() && aim.verdict.is_some())
}

/// The width of what was asked behind its glyph.
pub(super) fn below(aim: &Aim) -> f64 {
    SIGN + PLAN.measure().width(&aim.plan.label)
}

/// The room that words need left of the first point and right of the last.
fn sides(series: &Series, published: &[Published<'_>], width: f64) -> (f64, f64) {
    let figure =
        |one: Option<&Published<'_>>| one.map_or(0.0, |one| FIGURE.measure().width(&one.value.label));
    let (before, after) = (figure(published.first()), figure(published.last()));
    let ends = published.first().zip(published.last()).map(|(first, last)| (first.point.at, last.point.at));
    let plan = series.aims.iter().max_by_key(|aim| aim.at);
    let plan_width = plan.map_or(0.0, |aim| PLAN.measure().width(&aim.plan.label));
    let latest = ends.is_none_or(|(_, last)| plan.is_some_and(|aim| aim.at > last));
    // Of what ends the plot the words stand beside it, unless they fill it.
    let plan_width = if plans_below(series) { 0.0 } else { plan_width };
    let after = if latest { plan_width } else { after.max(plan_width) };
    let room = width * 0.56;
    let earliest = series.path.first().map(|(at, _)| *at);
    let starts = ends.is_some_and(|(first, _)| earliest.is_none_or(|at| first <= at));
    let before = if starts && published.len() > 1 { before } else { 0.0 };
    let (before, after) = (before + 14.0, after + 14.0);
    let half_year = |label: Option<&str>| label.map_or(0.0, |label| YEAR.measure().width(label) / 2.0 - 4.0);
    let year = half_year(published.first().map(|one| one.point.label.as_str())).min(24.0);
    if before + after <= room {
        (before.max(year), after.max(20.0))
    } else if after <= room && after <= before {
        (year.max(16.0), after.max(20.0))
    } else if before <= room {
        (before.max(year), 24.0)
    } else {
        (year.max(16.0), 24.0)
    }
}
