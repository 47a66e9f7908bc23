//! A planned path, once more, from the words of the docs.

use super::numbers::Exact;
use jiff::civil::Date;

/// What is planned by day: points, and straight lines between them.
#[derive(Debug, Clone, Default)]
pub struct Path(Vec<(Date, Exact)>);

fn days(from: Date, to: Date) -> i64 {
    from.until(to).expect("in range").get_days().into()
}

impl Path {
    /// From a start over points to a goal. Points that do not divide the period evenly stay only where they ask
    /// more than the straight line does; nothing is planned beyond the goal.
    pub fn new(
        start: Option<(Date, Exact)>,
        points: &[(Date, Exact)],
        even: bool,
        goal: (Date, Exact),
        rises: bool,
    ) -> Self {
        let straight = Self(start.into_iter().chain([goal]).collect());
        let stricter = |(day, value): &(Date, Exact)| {
            straight.at(*day).is_none_or(|line| if rises { *value >= line } else { *value <= line })
        };
        let clamped = |(day, value): &(Date, Exact)| {
            (*day, if rises { (*value).min(goal.1) } else { (*value).max(goal.1) })
        };
        let kept = points.iter().map(clamped).filter(|point| even || stricter(point));
        Self(start.into_iter().chain(kept).chain([goal]).collect())
    }

    /// What is planned by a day; none before the first point.
    pub fn at(&self, day: Date) -> Option<Exact> {
        let after = self.0.partition_point(|(point, _)| *point <= day);
        let (from, value) = *self.0.get(after.checked_sub(1)?)?;
        Some(match self.0.get(after) {
            Some((to, then)) => value.towards(*then, days(from, day), days(from, *to)),
            None => value,
        })
    }
}

#[test]
fn a_path_is_straight_between_its_points() {
    let day = |number: i8| Date::constant(2020, 1, number);
    let number = |number: i64| Exact::thousandths(number * 1000);
    let start = Some((day(1), number(0)));
    let goal = (day(11), number(100));
    let straight = Path::new(start, &[(day(6), number(20))], false, goal, true);
    assert_eq!(straight.at(day(6)), Some(number(50)), "no point makes it easier");
    let turned = Path::new(start, &[(day(6), number(20))], true, goal, true);
    assert_eq!((turned.at(day(6)), turned.at(day(11))), (Some(number(20)), Some(number(100))));
    assert_eq!(turned.at(day(11)), turned.at(day(20)));
    assert_eq!(Path::new(None, &[], false, goal, true).at(day(5)), None);
}
