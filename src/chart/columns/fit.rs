//! Whether columns fit standing, and where their planned figures are then written.

use super::standing::{FIGURE_LINE, NOTE, NOTE_LINE, PlanLabels, StandingColumns};
use crate::chart::canvas::{PAD, WIDTH};
use crate::chart::paint::{ASIDE, FIGURE, LABEL, PLAN};
use crate::chart::spec::{Column, Columns, Plan, PlanKind};
use crate::chart::verdict_line;
use crate::chart::wrap::{keeps_words, wrap, wrap_label};

/// The widest plan label that stands at the right end of a shared line.
const SHARED_LABEL: f64 = 100.0;

impl<'a> StandingColumns<'a> {
    pub(super) fn fit(spec: &'a Columns) -> Option<Self> {
        [PlanLabels::Shared, PlanLabels::Beside, PlanLabels::Below, PlanLabels::Absent]
            .into_iter()
            .map(|labels| Self::with(spec, labels))
            .find(|standing| standing.labels_fit() && standing.words_fit())
    }

    fn with(spec: &'a Columns, labels: PlanLabels) -> Self {
        let plans = spec.columns.iter().filter_map(|column| column.plan.as_ref());
        let shared = plans.clone().next().map_or(0.0, |plan| PLAN.measure().widest(&shared_label(plan)));
        let widest = plans.map(|plan| PLAN.measure().width(&plan.label)).fold(0.0, f64::max);
        let right = match labels {
            PlanLabels::Shared => WIDTH - PAD - shared - 6.0,
            PlanLabels::Beside => WIDTH - PAD - widest.min(60.0) / 2.0,
            PlanLabels::Below | PlanLabels::Absent => WIDTH - PAD,
        };
        let slot = (right - PAD) / spec.columns.len() as f64;
        Self { spec, labels, right, slot }
    }

    pub(super) fn bar_width(&self) -> f64 {
        (self.slot * 0.46).clamp(8.0, 44.0)
    }

    pub(super) fn box_width(&self) -> f64 {
        self.bar_width() * 1.41
    }

    fn plans(&self) -> impl Iterator<Item = &'a Plan> {
        self.spec.columns.iter().filter_map(|column| column.plan.as_ref())
    }

    fn labels_fit(&self) -> bool {
        match self.labels {
            PlanLabels::Absent => self.plans().next().is_none(),
            PlanLabels::Below => {
                self.plans().all(|plan| PLAN.measure().width(&plan.label) + 18.0 <= self.slot)
            }
            PlanLabels::Shared => self.shared_plan().is_some(),
            PlanLabels::Beside => self.fits_beside(),
        }
    }

    /// The plan that all columns share, if they do and its label is short.
    pub(super) fn shared_plan(&self) -> Option<&'a Plan> {
        let first = self.plans().next()?;
        let line = matches!(first.kind, PlanKind::Minimum(_) | PlanKind::Maximum(_));
        let same =
            self.spec.columns.len() > 1 && self.spec.columns.iter().all(|c| c.plan.as_ref() == Some(first));
        let label = shared_label(first);
        let short = label.len() <= 2 && PLAN.measure().widest(&label) <= SHARED_LABEL;
        (line && same && short).then_some(first)
    }

    /// Beside its box a label may touch neither its own figure nor the next column's.
    fn fits_beside(&self) -> bool {
        let half = |column: &Column| {
            let words = self.block(column);
            let box_width = if column.plan.is_some() { self.box_width() } else { self.bar_width() };
            words.width().max(box_width) / 2.0
        };
        let columns = &self.spec.columns;
        let mut any = false;
        for (index, column) in columns.iter().enumerate() {
            let Some(plan) = &column.plan else { continue };
            any = true;
            let end = half(column) + 4.0 + PLAN.measure().width(&plan.label);
            let room = match columns.get(index + 1) {
                Some(next) => self.slot - half(next) - 3.0,
                None => WIDTH - 4.0 - self.right + self.slot / 2.0,
            };
            if end > room || half(column) > self.box_width() / 2.0 + 3.0 {
                return false;
            }
        }
        any
    }

    /// Whether every piece of words fits its slot in few lines.
    fn words_fit(&self) -> bool {
        let room = self.slot - 4.0;
        self.slot >= 30.0
            && self.spec.columns.iter().all(|column| {
                let block = self.block(column);
                let label = wrap_label(&column.label, room, LABEL.measure());
                let verdict =
                    column.verdict.as_ref().map(|v| verdict_line::lines(v, self.slot)).unwrap_or_default();
                block.width() <= room
                    && block.figure.len() <= 2
                    && block.note.len() <= 2
                    && label.len() <= 2
                    && LABEL.measure().widest(&label) <= room
                    && verdict.len() <= 3
                    && ASIDE.measure().widest(&verdict) <= self.slot - 18.0
                    && whole_words(&column.label, &label)
                    && column.verdict.as_ref().is_none_or(|shown| keeps_words(&shown.text, &verdict))
                    && (column.value.is_some() || keeps_words(&self.spec.no_data, &block.note))
            })
    }

    pub(super) fn block(&self, column: &Column) -> ColumnWords {
        let room = self.slot - 4.0;
        match &column.value {
            None => ColumnWords { note: wrap(&self.spec.no_data, room, NOTE.measure()), figure: Vec::new() },
            Some(value) => ColumnWords {
                note: wrap(value.note.as_deref().unwrap_or_default(), room, NOTE.measure()),
                figure: wrap_label(&value.label, room, FIGURE.measure()),
            },
        }
    }
}

/// The lines of a label at the right end of a shared line.
pub(super) fn shared_label(plan: &Plan) -> Vec<String> {
    wrap_label(&plan.label, SHARED_LABEL, PLAN.measure())
}

/// Whether wrapping has cut no word of a spaced script in two.
fn whole_words(text: &str, lines: &[String]) -> bool {
    let ends = |line: &String| line.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    let starts = |line: &String| line.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
    let cuts = lines.windows(2).filter(|pair| ends(&pair[0]) && starts(&pair[1])).count();
    cuts <= text.split_whitespace().count().saturating_sub(1)
}

/// The words over a column.
pub(super) struct ColumnWords {
    /// The remark.
    pub(super) note: Vec<String>,
    /// The figure's label.
    pub(super) figure: Vec<String>,
}

impl ColumnWords {
    /// Of all its lines.
    pub(super) fn width(&self) -> f64 {
        FIGURE.measure().widest(&self.figure).max(NOTE.measure().widest(&self.note))
    }

    /// Of all its lines.
    pub(super) fn height(&self) -> f64 {
        FIGURE_LINE * self.figure.len() as f64 + NOTE_LINE * self.note.len() as f64
    }
}
