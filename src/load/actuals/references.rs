//! Figures that name other figures of their indicator: those that replace them, and those whose count began
//! on the same day.

use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::RawActual;
use crate::model::{Actual, ActualKind, FigureFault, ScopeId, Years, find_actual};

/// Connects each figure with those that it names.
pub(in crate::load) fn connect(
    raw: &[RawActual],
    reported: &mut [Actual],
    own: (&ScopeId, Years<'_>),
    spot: &Cursor<'_>,
    faults: &mut Faults,
) {
    for (index, raw) in raw.iter().enumerate() {
        let at = spot.key("actuals").item(index);
        if let Some(address) = &raw.superseded_by {
            replace((index, address), reported, own, &at.key("superseded_by"), faults);
        }
        if let Some(address) = &raw.supersedes {
            take_place((index, address), reported, own, &at.key("supersedes"), faults);
        }
        if let Some(address) = &raw.same_start_as {
            same_start((index, address), reported, own, &at.key("same_start_as"), faults);
        }
    }
}

/// Notes that a figure is replaced by another one that can take its place.
pub(in crate::load) fn replace(
    (index, address): (usize, &str),
    reported: &mut [Actual],
    own: (&ScopeId, Years<'_>),
    at: &Cursor<'_>,
    faults: &mut Faults,
) {
    let Some(other) = other((index, address), reported, own, at, faults) else { return };
    succeed((index, other), reported, at, faults);
}

/// Notes that a figure takes the place of the one that it names.
pub(in crate::load) fn take_place(
    (index, address): (usize, &str),
    reported: &mut [Actual],
    own: (&ScopeId, Years<'_>),
    at: &Cursor<'_>,
    faults: &mut Faults,
) {
    let Some(old) = other((index, address), reported, own, at, faults) else { return };
    if reported[old].superseded_by.is_some_and(|by| by != index) {
        let hint = "name the one that is in force: a figure is replaced once, and what replaced it may be replaced in turn";
        faults.add(Code::BadReplacement, at, "another figure has replaced that one already", hint);
        return;
    }
    succeed((old, index), reported, at, faults);
}

/// Notes that one figure is replaced by another, if that can take its place.
fn succeed((index, other): (usize, usize), reported: &mut [Actual], at: &Cursor<'_>, faults: &mut Faults) {
    let (old, new) = (&reported[index], &reported[other]);
    let judged_by_none = matches!(new.kind, ActualKind::Planned | ActualKind::Expected);
    let (message, hint) = if follow(reported, other).any(|next| next == index) {
        (
            "these figures replace each other in a circle",
            "the one that its source gives last is replaced by none",
        )
    } else if !may_replace(old.kind, new.kind) && judged_by_none {
        (
            "what is planned or expected replaces no figure that was reported",
            "name the revised result, or take \"superseded_by\" out: both are shown, and the result is judged",
        )
    } else if !may_replace(old.kind, new.kind) {
        ("a figure of a lesser kind replaces none", "name the revised result, or take \"superseded_by\" out")
    } else if new.time.end() < old.time.end() {
        (
            "a figure of an earlier time does not replace this one",
            "name the revised figure of the same time, or take \"superseded_by\" out",
        )
    } else if new.scope != old.scope {
        (
            "a figure of another scope does not replace this one",
            "name the revised figure of the same scope, or take \"superseded_by\" out",
        )
    } else if new.cell != old.cell {
        (
            "a figure of another part of the whole does not replace this one",
            "name the revised figure of the same categories, or take \"superseded_by\" out",
        )
    } else if begins_later(old, new) {
        (
            "a figure that begins later leaves a part of this one's time out",
            "name the revised figure of the same time, or take \"superseded_by\" out",
        )
    } else {
        reported[index].superseded_by = Some(other);
        return;
    };
    faults.add(Code::BadReplacement, at, message, hint);
}

/// Whether a figure begins later than the one that it is to replace: a month instead of its year, the next year
/// instead of this one. A day may stand for the month that it is in, of what is there at a date.
fn begins_later(old: &Actual, new: &Actual) -> bool {
    let later = old.time.start().zip(new.time.start()).is_some_and(|(old, new)| new > old);
    later && !(old.dated && old.time.contains(&new.time))
}

/// The figures that replace one, each replaced by the next.
fn follow(reported: &[Actual], from: usize) -> impl Iterator<Item = usize> {
    // A circle is refused before it is closed, so this ends.
    std::iter::successors(Some(from), |at| reported.get(*at).and_then(|actual| actual.superseded_by))
}

/// Whether a figure of one kind can be replaced by one of another: by its own kind, by a result, and what was
/// planned by what is expected.
fn may_replace(old: ActualKind, new: ActualKind) -> bool {
    old == new || new == ActualKind::Result || (old, new) == (ActualKind::Planned, ActualKind::Expected)
}

/// Notes that the count of a figure began on the same day as that of another one.
pub(in crate::load) fn same_start(
    (index, address): (usize, &str),
    reported: &mut [Actual],
    own: (&ScopeId, Years<'_>),
    at: &Cursor<'_>,
    faults: &mut Faults,
) {
    let Some(other) = other((index, address), reported, own, at, faults) else { return };
    if reported[index].time.start().is_some() || reported[other].time.start().is_some() {
        let hint = "write both periods as ..2020-06, or take \"same_start_as\" out";
        faults.add(Code::TimeForms, at, "the days on which these counts began are known", hint);
        return;
    }
    reported[index].same_start_as = Some(other);
}

/// The figure that another one names.
fn other(
    (index, address): (usize, &str),
    reported: &[Actual],
    (scope, years): (&ScopeId, Years<'_>),
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<usize> {
    match find_actual(reported, scope, years, address) {
        Ok(other) if other != index => Some(other),
        Ok(_) => {
            let hint = "name another figure of this indicator";
            faults.add(Code::UnknownFigure, at, "a figure cannot name itself", hint);
            None
        }
        Err(fault) => {
            fault_of(&fault, address, at, faults);
            None
        }
    }
}

fn indicator_of(address: &str) -> &str {
    address.split('@').next().unwrap_or_default()
}

/// Says why an address names no figure.
pub(in crate::load) fn fault_of(fault: &FigureFault, address: &str, at: &Cursor<'_>, faults: &mut Faults) {
    match fault {
        FigureFault::Form => {
            let hint = "write indicator@2019, with ;scope=… or ;source=… if needed";
            faults.add(
                Code::UnknownFigure,
                at,
                format!("\"{address}\" is not the address of a figure"),
                hint,
            );
        }
        // Figures that are there but have faults of their own are not missing.
        FigureFault::None { .. } if faults.is_broken(Code::UnknownFigure, indicator_of(address)) => {}
        FigureFault::None { known } => {
            let hint = if known.is_empty() {
                "it has no figures".to_owned()
            } else {
                format!("its figures are: {}", known.join(", "))
            };
            faults.add(Code::UnknownFigure, at, format!("there is no figure \"{address}\""), hint);
        }
        FigureFault::Several { known } => {
            let message = format!("\"{address}\" names {} figures", known.len());
            faults.add(Code::AmbiguousFigure, at, message, format!("say which: {}", known.join(", ")));
        }
    }
}
