//! What a plot needs in its legend. Statuses are listed only where no words stand beside their
//! glyphs.

use super::spec::{
    Column, Coverage, Plan, PlanKind, Plot, Series, Status, Swatch, TrendPoint, UnitSort, Value, ValueKind,
};

/// The order in which a key lists what is not a status.
const ORDER: [Swatch; 18] = [
    Swatch::Earlier,
    Swatch::Actual,
    Swatch::Part,
    Swatch::Bounds,
    Swatch::NotComparable,
    Swatch::PointBefore,
    Swatch::Point,
    Swatch::PointPart,
    Swatch::PointHollow,
    Swatch::Margin,
    Swatch::Path,
    Swatch::PlanExact,
    Swatch::PlanMinimum,
    Swatch::PlanMaximum,
    Swatch::PlanRange,
    Swatch::Needed,
    Swatch::UnitMain,
    Swatch::UnitSecond,
];

impl Plot {
    /// The samples that a key of this plot should explain, in reading order; the caller adds
    /// the words. A slope, a network, and a series without a plan explain themselves.
    pub fn swatches(&self) -> Vec<Swatch> {
        let mut seen = UsedSwatches::default();
        match self {
            Self::Columns(plot) => seen.columns(&plot.columns),
            Self::Bullets(plot) => {
                for row in &plot.rows {
                    seen.value(row.value.as_ref());
                    seen.status(row.status);
                }
            }
            Self::Cumulative(plot) => {
                for step in &plot.steps {
                    seen.value(step.value.as_ref());
                    seen.plan(step.plan.as_ref());
                    if step.earlier > 0.0 {
                        seen.add(Swatch::Earlier);
                    }
                }
            }
            Self::Timeline(plot) => plot.milestones.iter().for_each(|one| seen.status(one.status)),
            Self::Scorecard(plot) => {
                let cells = plot.rows.iter().flat_map(|row| &row.cells);
                cells
                    .flat_map(|cell| &cell.tallies)
                    .filter(|tally| tally.count > 0)
                    .for_each(|tally| seen.status(tally.status));
            }
            Self::Units(plot) => {
                let stacked =
                    plot.stacks.iter().flat_map(|stacks| &stacks.stacks).flat_map(|stack| &stack.units);
                if stacked.clone().any(|(status, _)| *status == Status::Missed) {
                    seen.status(Status::Missed);
                }
                let grouped = plot.groups.iter().flat_map(|group| &group.units);
                for unit in stacked.map(|(_, unit)| unit).chain(grouped) {
                    seen.add(match unit.sort {
                        UnitSort::Main => Swatch::UnitMain,
                        UnitSort::Second => Swatch::UnitSecond,
                    });
                }
            }
            Self::Ranges(plot) => {
                seen.plan(Some(&plot.plan));
                plot.rows.iter().for_each(|row| seen.status(row.status));
            }
            Self::Tiles(plot) => {
                for tile in &plot.tiles {
                    if !tile.judged {
                        continue;
                    }
                    seen.value(tile.value.as_ref());
                    seen.status(tile.status);
                    seen.add(Swatch::PlanMinimum);
                }
            }
            Self::Multiples(plot) => {
                for panel in &plot.panels {
                    seen.columns(&panel.columns);
                    seen.status(panel.status);
                }
            }
            Self::Trend(plot) => plot.series.iter().for_each(|series| seen.series(series)),
            Self::Slope(_) | Self::Network(_) => {}
        }
        seen.in_order()
    }
}

/// What a plot has been seen to contain.
#[derive(Default)]
struct UsedSwatches(Vec<Swatch>);

impl UsedSwatches {
    fn add(&mut self, swatch: Swatch) {
        if !self.0.contains(&swatch) {
            self.0.push(swatch);
        }
    }

    fn status(&mut self, status: Status) {
        self.add(Swatch::Status(status));
    }

    fn columns(&mut self, columns: &[Column]) {
        for column in columns {
            self.value(column.value.as_ref());
            self.plan(column.plan.as_ref());
        }
    }

    fn value(&mut self, value: Option<&Value>) {
        let Some(value) = value else { return };
        if value.kind == ValueKind::Bounds {
            self.add(Swatch::Bounds);
        }
        if value.low > 0.0 {
            self.add(match value.coverage {
                Coverage::Full => Swatch::Actual,
                Coverage::Part => Swatch::Part,
                Coverage::NotComparable => Swatch::NotComparable,
                Coverage::Earlier => Swatch::Earlier,
            });
        }
    }

    fn plan(&mut self, plan: Option<&Plan>) {
        let Some(plan) = plan else { return };
        self.add(match plan.kind {
            PlanKind::Exact(_) => Swatch::PlanExact,
            PlanKind::Minimum(_) => Swatch::PlanMinimum,
            PlanKind::Maximum(_) => Swatch::PlanMaximum,
            PlanKind::Range { .. } => Swatch::PlanRange,
        });
    }

    fn series(&mut self, series: &Series) {
        let planned = !series.aims.is_empty();
        for point in &series.points {
            self.point(point, planned);
        }
        if series.path.len() > 1 {
            self.add(Swatch::Path);
        }
        for aim in &series.aims {
            self.plan(Some(&aim.plan));
        }
        if series.needed.is_some() {
            self.add(Swatch::Needed);
        }
        // Beside a single one stand its words; of several only the glyphs.
        let several = series.aims.len() > 1;
        for verdict in series.aims.iter().filter(|_| several).filter_map(|aim| aim.verdict.as_ref()) {
            self.status(verdict.status);
        }
        if let Some(status) = series.status {
            self.status(status);
        }
    }

    /// A plain point says what it is by its figure, unless there is something to tell it from.
    fn point(&mut self, point: &TrendPoint, planned: bool) {
        let Some(value) = &point.value else { return };
        if point.margin.is_some() {
            self.add(Swatch::Margin);
        }
        match value.coverage {
            _ if value.kind == ValueKind::Bounds => {}
            Coverage::Part => self.add(Swatch::PointPart),
            _ if point.hollow => self.add(Swatch::PointHollow),
            Coverage::Full if planned => self.add(Swatch::Point),
            Coverage::Full => {}
            Coverage::Earlier => self.add(Swatch::PointBefore),
            Coverage::NotComparable => self.add(Swatch::NotComparable),
        }
    }

    fn in_order(self) -> Vec<Swatch> {
        let statuses = Status::ALL.map(Swatch::Status);
        ORDER.into_iter().chain(statuses).filter(|swatch| self.0.contains(swatch)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Columns;

    #[test]
    fn a_key_lists_what_is_drawn_and_nothing_else() {
        let column = |value, plan| Column { value: Some(value), plan, ..Column::default() };
        let plan = Plan { kind: PlanKind::Minimum(5.0), label: String::new() };
        let columns = vec![
            column(Value::bounds(0.0, Some(9.0), ""), Some(plan)),
            column(Value::exact(3.0, "").covering(Coverage::Part, ""), None),
        ];
        let plot = Plot::Columns(Columns { columns, no_data: String::new() });
        assert_eq!(plot.swatches(), [Swatch::Part, Swatch::Bounds, Swatch::PlanMinimum]);
    }
}
