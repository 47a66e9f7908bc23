//! Three ways meet: what was sent out, what is stored by now, and what was filled in.

use super::answer::{Nature, Said, of_figure};
use super::finding::{Finding, Weight};
use super::form::Time;
use super::plan::{current, last_day};
use super::returned::{Answer, ReturnedForm};
use super::returns::Return;
use super::table::{Key, Line, Table};
use crate::locale::Locale;
use crate::model::{Actual, FigureAddress, Indicator, Observation, Period, Report, Request};

/// Which figure counts where nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// What the file says.
    File,
    /// What is stored.
    Stored,
}

/// What becomes of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// It takes the place of another.
    Changed,
    /// It is taken back.
    Withdrawn,
}

/// A change of the content's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What becomes of it.
    pub kind: Kind,
    /// Indicator, unit and time in words.
    pub what: String,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// What a form is held against.
pub(super) struct Merger<'a> {
    pub report: &'a Report,
    pub request: &'a Request,
    pub form: &'a ReturnedForm,
    /// The last return of the unit that was taken.
    pub last: Option<&'a Return>,
    /// This one.
    pub this: &'a Return,
    pub prefer: Option<Prefer>,
    pub locale: &'a Locale,
}

/// What is to be done with an answer.
enum Step {
    Nothing,
    Add,
    /// In the place of the stored one, or beside it if that is another source's.
    Replace,
    Withdraw,
}

impl Merger<'_> {
    /// Changes the table by what the form says.
    pub(super) fn merge(&self, table: &mut Table, found: &mut Vec<Finding>) -> Vec<Change> {
        let answers = self.form.answers.iter();
        answers.filter_map(|answer| self.answer(answer, table, found)).collect()
    }

    fn answer(&self, answer: &Answer, table: &mut Table, found: &mut Vec<Finding>) -> Option<Change> {
        let row = &answer.row;
        let indicator = self.report.indicators.get(&row.indicator)?;
        let stored = current((self.report, &self.request.source), indicator, row, &answer.column.period);
        let place = stored.filter(|one| one.source == self.request.source).and_then(|one| {
            let key = Key {
                indicator: row.indicator.clone(),
                scope: row.scope.clone(),
                cell: row.cell.clone(),
                time: one.time,
                dated: one.dated,
            };
            table.place(self.report, &key)
        });
        let step = match self.step(answer, stored, place.is_some()) {
            Ok(step) => step,
            Err(finding) => {
                found.push(*finding);
                return None;
            }
        };
        let old = stored
            .map(|one| of_figure(one, row.shape()))
            .map(|(said, nature)| said.words(nature, &row.unit, self.locale));
        let what = format!("{} {} {}", row.title, self.form.title, self.time(answer));
        let new = answer.said.words(answer.nature, &row.unit, self.locale);
        let (kind, old, new) = match step {
            Step::Nothing => return None,
            Step::Add => {
                table.lines.push(self.line(answer, indicator, None, None));
                (Kind::Added, String::new(), new)
            }
            Step::Replace => {
                let before = place.and_then(|at| table.lines.get(at)).cloned();
                let line = self.line(answer, indicator, before.as_ref(), stored.filter(|_| place.is_none()));
                match place.and_then(|at| table.lines.get_mut(at)) {
                    Some(other) => *other = line,
                    None => table.lines.push(line),
                }
                (Kind::Changed, old.unwrap_or_default(), new)
            }
            Step::Withdraw => {
                table.lines.remove(place?);
                (Kind::Withdrawn, old.unwrap_or_default(), String::new())
            }
        };
        Some(Change { kind, what, old, new })
    }

    fn step(&self, answer: &Answer, stored: Option<&Actual>, is_own: bool) -> Result<Step, Box<Finding>> {
        let row = &answer.row;
        if answer.nature == Nature::Withdrawn {
            return Ok(if is_own { Step::Withdraw } else { Step::Nothing });
        }
        let here = (&answer.said, answer.nature);
        let Some(actual) = stored else {
            // Somebody took back what was sent out, and the unit has not touched it.
            let untouched = matches!(&answer.sent, Some(Some(sent)) if (&sent.said, sent.nature) == here);
            return Ok(if untouched { Step::Nothing } else { Step::Add });
        };
        let (said, nature) = of_figure(actual, row.shape());
        let same = (&said, nature) == here;
        let noted = !answer.note.is_empty() && answer.note != self.note(actual);
        if same {
            return Ok(if noted && is_own { Step::Replace } else { Step::Nothing });
        }
        match &answer.sent {
            Some(Some(sent)) if (&sent.said, sent.nature) == here => return Ok(Step::Nothing),
            Some(Some(sent)) if sent.said == said && sent.nature == nature => return Ok(Step::Replace),
            _ => {}
        }
        let place = (self.form.sheet.as_str(), answer.cell.as_str());
        if let Some(last) = self.last.filter(|_| is_own) {
            if !self.this.is_before(last) {
                return Ok(Step::Replace);
            }
            if self.prefer.is_none() {
                let day = last.date.map_or_else(|| last.modified.clone(), |day| self.locale.day(day));
                return Err(Box::new(Finding::new(Weight::Refused, "older", place).with("day", day)));
            }
        }
        match self.prefer {
            Some(Prefer::File) => Ok(Step::Replace),
            Some(Prefer::Stored) => Ok(Step::Nothing),
            None => {
                let source = self.report.sources.get(&actual.source);
                let who = source.map(|source| source.short.as_ref().unwrap_or(&source.title));
                let who =
                    who.map_or_else(|| actual.source.to_string(), |text| self.locale.text(text).into_owned());
                let finding = Finding::new(Weight::Refused, "conflict", place);
                let finding =
                    finding.with("stored", said.words(nature, &row.unit, self.locale)).with("who", who);
                Err(Box::new(finding.with("text", answer.said.words(answer.nature, &row.unit, self.locale))))
            }
        }
    }

    /// What is noted beside a stored figure.
    fn note(&self, actual: &Actual) -> String {
        let text = match &actual.observation {
            Some((Observation::NotCollected, why)) => why.as_ref(),
            _ => actual.note.as_ref(),
        };
        text.map(|text| self.locale.text(text).into_owned()).unwrap_or_default()
    }

    /// The time of an answer in words.
    fn time(&self, answer: &Answer) -> String {
        match answer.row.time {
            Time::At => self.locale.day(answer.column.period.end()),
            Time::Over | Time::Done => answer.column.title.clone(),
        }
    }

    /// The row of the table that an answer becomes; `before` is the one whose place it takes, `replaced` the figure
    /// of another source that it corrects.
    fn line(
        &self,
        answer: &Answer,
        indicator: &Indicator,
        before: Option<&Line>,
        replaced: Option<&Actual>,
    ) -> Line {
        let row = &answer.row;
        let mut line: Line = before.cloned().unwrap_or_default();
        // What a hand has written beside the figure stays; what the figure said itself does not.
        line.retain(|name, _| !OWN.contains(&name.as_str()));
        let mut put = |name: &str, text: String| {
            if !text.is_empty() {
                line.insert(name.to_owned(), text);
            }
        };
        put("indicator", row.indicator.to_string());
        put("scope", row.scope.to_string());
        for (dimension, category) in row.cell.iter() {
            put(dimension.as_str(), category.to_string());
        }
        let period = &answer.column.period;
        let day = last_day(period).text().to_string();
        match row.time {
            Time::Over => put("period", self.period(answer, indicator)),
            Time::At => put("at", day.clone()),
            Time::Done => {}
        }
        match &answer.said {
            Said::Number(qualifier, number) => {
                put("qualifier", if *qualifier == "value" { String::new() } else { (*qualifier).to_owned() });
                put("value", format!("{number}{}", row.suffix));
            }
            Said::Done(time) => {
                put("qualifier", "done".to_owned());
                put("value", time.clone());
            }
            Said::InProgress => {
                put("qualifier", "in_progress".to_owned());
                put("value", day);
            }
            Said::Nothing => {
                put("observation", "not_collected".to_owned());
                put("reason", answer.note.clone());
            }
            Said::Range(low, high) => {
                put("qualifier", "between".to_owned());
                put("value", format!("{low}{}", row.suffix));
                put("value_high", format!("{high}{}", row.suffix));
            }
        }
        match answer.nature {
            Nature::Provisional => put("provisional", "true".to_owned()),
            Nature::Partial => put("partial", "true".to_owned()),
            Nature::Expected => put("kind", "expected".to_owned()),
            _ => {}
        }
        if answer.nature != Nature::NotCollected {
            put("note", answer.note.clone());
        }
        put("locator", self.locator(answer));
        let takes_place = answer.said != Said::Nothing && answer.nature != Nature::Expected;
        if let Some(other) = replaced.filter(|_| takes_place) {
            let address = FigureAddress {
                period: &other.time,
                scope: Some(&other.scope),
                cell: &other.cell,
                source: Some(&other.source),
            };
            put("supersedes", address.to_string());
        }
        line
    }

    /// A time as its request writes it, if the indicator's plan reads it so and nobody could read it otherwise.
    fn period(&self, answer: &Answer, indicator: &Indicator) -> String {
        let (key, period) = (&answer.column.key, &answer.column.period);
        let same = indicator.years(&self.report.plans).read(key) == Ok(*period);
        // 2009-10 may be a month or two years.
        let plain = key
            .split("..")
            .all(|part| part.len() != 7 || !part.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
        if same && plain { key.clone() } else { self::written(period) }
    }

    /// Where the figure stands: the form, the row, the time, and on what it is based.
    fn locator(&self, answer: &Answer) -> String {
        let time = self.time(answer);
        let fill = [("unit", &*self.form.title), ("title", &answer.row.title), ("time", &time)];
        let locator = self.locale.say("form-locator", &fill);
        match self.form.foot.get("basis").map(|text| text.trim()).filter(|text| !text.is_empty()) {
            Some(basis) => self.locale.say("form-locator-basis", &[("locator", &locator), ("basis", basis)]),
            None => locator,
        }
    }
}

/// A time by its days, which no plan reads otherwise.
fn written(period: &Period) -> String {
    period.start().map_or_else(|| period.text().to_string(), |start| format!("{start}..{}", period.end()))
}

/// The columns by which a row says its figure: what a new figure says anew.
const OWN: [&str; 14] = [
    "period",
    "at",
    "qualifier",
    "value",
    "value_high",
    "locator",
    "kind",
    "partial",
    "provisional",
    "observation",
    "reason",
    "ci_low",
    "ci_high",
    "ci_level",
];
