//! Two editions side by side.

use super::edition::{Edition, EditionFigure, EditionIndicator, EditionTarget, Words};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What changed from one edition to another, in the order of the later one; what is gone stands last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The day of the earlier edition.
    pub from: String,
    /// The day of the later one.
    pub to: String,
    /// Each change once.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of change it is.
    pub kind: Kind,
    /// The indicator, by its id in the later edition; in the earlier one if it is gone.
    pub indicator: String,
    /// What it is called, by language.
    pub title: BTreeMap<String, String>,
    /// The target or figure that changed, by its address within the indicator; none for the indicator itself.
    pub place: Option<String>,
    /// The place of a figure among the actuals of the later edition; none for anything else.
    pub index: Option<usize>,
    /// What stood there before: a status, what was asked, a figure as written, a name; none where there was nothing.
    pub was: Option<String>,
    /// What stands there now; none where there is nothing.
    pub is: Option<String>,
}

/// What kinds of change there are, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The verdict on a target is another.
    VerdictTurned,
    /// A target asks something else, or is due another day.
    TargetRevised,
    /// A target that was not there.
    TargetAdded,
    /// A target that is no longer there.
    TargetGone,
    /// A figure that was not there.
    FigureAdded,
    /// A figure of the same source for the same time, scope and part that says something else.
    FigureCorrected,
    /// A figure that is no longer there.
    FigureGone,
    /// An indicator that has another id.
    Renamed,
    /// An indicator that is called something else.
    Retitled,
    /// An indicator that was not there.
    IndicatorAdded,
    /// An indicator that is no longer there.
    IndicatorGone,
}

impl Kind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::VerdictTurned,
        Self::TargetRevised,
        Self::TargetAdded,
        Self::TargetGone,
        Self::FigureAdded,
        Self::FigureCorrected,
        Self::FigureGone,
        Self::Renamed,
        Self::Retitled,
        Self::IndicatorAdded,
        Self::IndicatorGone,
    ];

    /// Its name in data and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VerdictTurned => "verdict_turned",
            Self::TargetRevised => "target_revised",
            Self::TargetAdded => "target_added",
            Self::TargetGone => "target_gone",
            Self::FigureAdded => "figure_added",
            Self::FigureCorrected => "figure_corrected",
            Self::FigureGone => "figure_gone",
            Self::Renamed => "renamed",
            Self::Retitled => "retitled",
            Self::IndicatorAdded => "indicator_added",
            Self::IndicatorGone => "indicator_gone",
        }
    }
}

impl Changes {
    /// Compares an earlier edition with a later one.
    pub fn between(from: &Edition, to: &Edition) -> Self {
        let before: BTreeMap<&str, &EditionIndicator> =
            from.indicators.iter().map(|one| (one.id.as_str(), one)).collect();
        let mut known: Vec<&str> = Vec::new();
        let mut changes = Vec::new();
        for now in &to.indicators {
            let mut names = [&now.id].into_iter().chain(&now.aliases).map(String::as_str);
            let was = names.find_map(|name| before.get(name).copied());
            let of = Of { indicator: now, changes: &mut changes };
            match was {
                Some(was) => {
                    known.push(&was.id);
                    of.compare(was);
                }
                None => of.all_new(),
            }
        }
        for gone in from.indicators.iter().filter(|one| !known.contains(&one.id.as_str())) {
            Of { indicator: gone, changes: &mut changes }.add(Kind::IndicatorGone, None, None, None, None);
        }
        changes.sort_by_key(|change| change.kind);
        Self { from: from.as_of.clone(), to: to.as_of.clone(), changes }
    }

    /// The changes of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.kind == kind)
    }
}

/// An indicator whose changes are written down.
struct Of<'a> {
    indicator: &'a EditionIndicator,
    changes: &'a mut Vec<Change>,
}

impl Of<'_> {
    fn add(
        &mut self,
        kind: Kind,
        place: Option<String>,
        index: Option<usize>,
        was: Option<String>,
        is: Option<String>,
    ) {
        let (indicator, title) = (self.indicator.id.clone(), self.indicator.title.clone());
        self.changes.push(Change { kind, indicator, title, place, index, was, is });
    }

    fn all_new(mut self) {
        self.add(Kind::IndicatorAdded, None, None, None, None);
        for (at, (address, figure)) in addressed(&self.indicator.actuals).enumerate() {
            self.add(Kind::FigureAdded, Some(address), Some(at), None, Some(written(figure)));
        }
    }

    fn compare(mut self, was: &EditionIndicator) {
        let now = self.indicator;
        if was.id != now.id {
            self.add(Kind::Renamed, None, None, Some(was.id.clone()), Some(now.id.clone()));
        }
        if let Some((before, after)) = called_otherwise(&was.title, &now.title) {
            self.add(Kind::Retitled, None, None, Some(before), Some(after));
        }
        self.verdicts(was);
        self.targets(was);
        self.figures(was);
    }

    fn verdicts(&mut self, was: &EditionIndicator) {
        for verdict in &self.indicator.verdicts {
            let place = within(&verdict.target);
            let before = was.verdicts.iter().find(|one| within(&one.target) == place);
            if let Some(before) = before.filter(|before| before.status != verdict.status) {
                let (was, is) = (before.status.clone(), verdict.status.clone());
                self.add(Kind::VerdictTurned, Some(place.to_owned()), None, Some(was), Some(is));
            }
        }
    }

    fn targets(&mut self, was: &EditionIndicator) {
        for target in &self.indicator.targets {
            let place = Some(within(&target.id).to_owned());
            match was.targets.iter().find(|one| within(&one.id) == within(&target.id)) {
                None => self.add(Kind::TargetAdded, place, None, None, Some(asked(target))),
                Some(before) if asked(before) != asked(target) => {
                    self.add(Kind::TargetRevised, place, None, Some(asked(before)), Some(asked(target)));
                }
                Some(_) => {}
            }
        }
        for before in &was.targets {
            if !self.indicator.targets.iter().any(|one| within(&one.id) == within(&before.id)) {
                let place = Some(within(&before.id).to_owned());
                self.add(Kind::TargetGone, place, None, Some(asked(before)), None);
            }
        }
    }

    fn figures(&mut self, was: &EditionIndicator) {
        let before: BTreeMap<String, &EditionFigure> = addressed(&was.actuals).collect();
        let now: Vec<(String, &EditionFigure)> = addressed(&self.indicator.actuals).collect();
        for (at, (address, figure)) in now.iter().enumerate() {
            match before.get(address) {
                None => {
                    self.add(Kind::FigureAdded, Some(address.clone()), Some(at), None, Some(written(figure)));
                }
                Some(was) if written(was) != written(figure) => {
                    let place = Some(address.clone());
                    self.add(
                        Kind::FigureCorrected,
                        place,
                        Some(at),
                        Some(written(was)),
                        Some(written(figure)),
                    );
                }
                Some(_) => {}
            }
        }
        for (address, figure) in before {
            if !now.iter().any(|(known, _)| *known == address) {
                self.add(Kind::FigureGone, Some(address), None, Some(written(figure)), None);
            }
        }
    }
}

/// The first language in which two names differ, if they differ in one that both have.
fn called_otherwise(was: &Words, is: &Words) -> Option<(String, String)> {
    let both = was.iter().filter_map(|(lang, before)| Some((before, is.get(lang)?)));
    both.filter(|(before, after)| before != after)
        .map(|(before, after)| (before.clone(), after.clone()))
        .next()
}

/// What the id of a target says besides its indicator, which may have been renamed.
fn within(target: &str) -> &str {
    target.split_once('@').map_or(target, |(_, address)| address)
}

/// What a target asks, and by when.
fn asked(target: &EditionTarget) -> String {
    let number = target.as_written.as_deref().unwrap_or_default();
    format!("{} {number} {}", target.condition, target.due).replace("  ", " ")
}

/// A figure as its source writes it.
fn written(figure: &EditionFigure) -> String {
    match (figure.qualifier.as_str(), figure.as_written.as_deref()) {
        ("value", Some(number)) => number.to_owned(),
        (qualifier, Some(number)) => format!("{qualifier} {number}"),
        (qualifier, None) => qualifier.to_owned(),
    }
}

/// Figures with what tells them apart: time, scope, part and source, and which of several.
fn addressed(figures: &[EditionFigure]) -> impl Iterator<Item = (String, &EditionFigure)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    figures.iter().map(move |figure| {
        let (start, end) = (figure.start.as_deref().unwrap_or_default(), figure.end.as_str());
        let time = match (start == end, figure.dated) {
            (true, _) => end.to_owned(),
            (false, true) => format!("{start}~{end}"),
            (false, false) => format!("{start}..{end}"),
        };
        let mut address = format!("{time};scope={}", figure.scope);
        for (of, part) in &figure.cell {
            let _ = write!(address, ";{of}={part}");
        }
        let _ = write!(address, ";source={}", figure.source);
        let count = taken.entry(address.clone()).or_default();
        *count += 1;
        if *count > 1 {
            address = format!("{address};n={count}");
        }
        (address, figure)
    })
}
