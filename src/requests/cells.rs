//! The cells of one sheet that came back: its marks, held against what is seen beside them.

use super::answer::{Nature, Said};
use super::finding::{Finding, Weight};
use super::form::{Form, Row, Time};
use super::number::{self, Seen, half_width};
use super::plausible::{self, Before};
use super::returned::{Answer, Asked, ReturnedForm};
use crate::exchange::xlsx::{Entry, Grid, place};
use crate::locale::{Locale, lang};
use crate::model::{Lang, Period};
use std::collections::BTreeMap;

/// A sheet of one unit, and where its marks stand.
pub(super) struct Cells<'a> {
    grid: &'a Grid,
    asked: &'a Asked<'a>,
    pub form: &'a Form,
    /// The row of heads: what is asked stands below it.
    head: u32,
    /// The column of the marks of rows; none if names have to do.
    marks: Option<u32>,
    /// Columns by their marks.
    columns: BTreeMap<String, u32>,
    /// Columns that were found twice or are the unit's own.
    odd: Vec<Finding>,
    locale: &'a Locale,
    /// The locales of all languages: words of a list may come in any.
    all: Vec<Locale>,
}

impl<'a> Cells<'a> {
    /// Looks for the marks of a sheet; nothing if it is none of ours.
    pub(super) fn of(grid: &'a Grid, asked: &'a Asked<'a>, locale: &'a Locale) -> Option<Self> {
        let all = lang::all().iter().filter_map(|one| Locale::new(&Lang::new(one.tag))).collect();
        let find = |mark: &str| {
            grid.rows.iter().find_map(|(row, cells)| {
                let column =
                    cells.iter().find(|(_, entry)| entry.text() == mark).map(|(column, _)| *column)?;
                Some((*row, column))
            })
        };
        let Some((top, marks)) = find("@columns") else { return Self::by_names(grid, asked, locale, all) };
        let (row, column) = find("@sheet")?;
        let unit = grid
            .rows
            .range(row + 1..top)
            .map(|(row, _)| grid.text(*row, column))
            .find(|text| !text.is_empty())?;
        let form = asked.form(&unit)?;
        let mut cells = Self {
            grid,
            asked,
            form,
            head: top + 1,
            marks: Some(marks),
            columns: BTreeMap::new(),
            odd: Vec::new(),
            locale,
            all,
        };
        let heads =
            [top, top + 1].into_iter().filter_map(|row| grid.rows.get(&row)?.keys().next_back().copied());
        for column in marks + 1..=heads.max().unwrap_or(marks) {
            let (key, head) = (grid.text(top, column), grid.text(top + 1, column));
            let here = place(top + 1, column);
            if key.is_empty() && !head.is_empty() {
                cells
                    .odd
                    .push(Finding::new(Weight::Notice, "own-column", (&grid.name, &here)).with("name", head));
            } else if !key.is_empty()
                && let Some(first) = cells.columns.insert(key, column)
            {
                let finding = Finding::new(Weight::Refused, "twice", (&grid.name, &here));
                cells.odd.push(finding.with("other", place(top + 1, first)));
            }
        }
        Some(cells)
    }

    /// What was copied without the hidden marks: heads and names that are exactly ours, each once.
    fn by_names(grid: &'a Grid, asked: &'a Asked<'a>, locale: &'a Locale, all: Vec<Locale>) -> Option<Self> {
        let word = |name: &str| locale.word(&format!("form-{name}"));
        let title = word("title");
        let (head, cells) =
            grid.rows.iter().find(|(_, cells)| cells.values().any(|entry| entry.text() == title))?;
        let mut columns: BTreeMap<String, u32> = BTreeMap::new();
        let mut last: Option<&str> = None;
        for (column, entry) in cells {
            let text = entry.text();
            let fixed = ["number", "title", "unit", "time"].into_iter().find(|name| word(name) == text);
            let beside = ["nature", "basis"].into_iter().find(|name| word(name) == text);
            let key = if let Some(name) = fixed {
                format!("#{name}")
            } else if let Some(name) = beside {
                format!("{}#{name}", last?)
            } else if let Some(one) = asked.columns.iter().find(|one| one.title == text) {
                last = Some(&one.key);
                one.key.clone()
            } else {
                continue;
            };
            if columns.insert(key, *column).is_some() {
                return None;
            }
        }
        let above: Vec<String> =
            grid.rows.range(..*head).flat_map(|(_, cells)| cells.values().map(Entry::text)).collect();
        let named =
            |form: &&Form| grid.name == form.title || above.iter().any(|text| text.contains(&form.title));
        let mut forms = asked.layout.forms.iter().filter(named);
        let (form, None) = (forms.next()?, forms.next()) else { return None };
        Some(Self { grid, asked, form, head: *head, marks: None, columns, odd: Vec::new(), locale, all })
    }

    /// Reads what was filled in.
    pub(super) fn read(self, found: &mut Vec<Finding>) -> ReturnedForm {
        let sheet = self.grid.name.as_str();
        found.extend(self.odd.iter().cloned());
        for column in self.asked.columns.iter().filter(|column| column.open) {
            if !self.columns.contains_key(&column.key) {
                found.push(
                    Finding::new(Weight::Refused, "column-lost", (sheet, ""))
                        .with("name", column.title.clone()),
                );
            }
        }
        let mut form = ReturnedForm {
            unit: self.form.of.id().to_owned(),
            title: self.form.title.clone(),
            sheet: sheet.to_owned(),
            asked: self.asked.layout.asked(self.form),
            ..ReturnedForm::default()
        };
        let mut rows: BTreeMap<String, u32> = BTreeMap::new();
        let mut emptied = 0;
        for line in self.grid.rows.keys().copied().filter(|line| *line > self.head) {
            let mark = self.mark(line);
            if let Some(foot) = mark.strip_prefix('@') {
                let value = self.columns.get("#unit").map(|column| self.grid.text(line, *column));
                form.foot.insert(foot.to_owned(), value.unwrap_or_default());
                continue;
            }
            let Some(row) = self.row(line, &mark, found) else { continue };
            if let Some(first) = rows.insert(row.mark.clone(), line) {
                let finding = Finding::new(Weight::Refused, "twice", (sheet, &self.named_at(line)));
                found.push(finding.with("other", self.named_at(first)));
                continue;
            }
            let (answers, empty) = self.line(line, &row, found);
            form.answers.extend(answers);
            emptied += empty;
        }
        if emptied > 0 {
            found.push(
                Finding::new(Weight::Notice, "empty-before", (sheet, "")).with("count", emptied.to_string()),
            );
        }
        let filled = form.answers.len();
        if filled < form.asked {
            let finding = Finding::new(Weight::Notice, "some-empty", (sheet, ""));
            found.push(finding.with("asked", form.asked.to_string()).with("filled", filled.to_string()));
        }
        form
    }

    /// The mark of a line; by its name where there are no marks.
    fn mark(&self, line: u32) -> String {
        if let Some(column) = self.marks {
            return self.grid.text(line, column);
        }
        let title = self.title(line);
        let mut named = self.form.rows.iter().filter(|row| row.title == title);
        match (named.next(), named.next()) {
            (Some(row), None) => row.mark.clone(),
            _ => String::new(),
        }
    }

    fn title(&self, line: u32) -> String {
        self.columns.get("#title").map(|column| self.grid.text(line, *column)).unwrap_or_default()
    }

    fn named_at(&self, line: u32) -> String {
        place(line, self.columns.get("#title").copied().unwrap_or(0))
    }

    /// The row that a line answers. A mark is never believed against the name beside it.
    fn row(&self, line: u32, mark: &str, found: &mut Vec<Finding>) -> Option<Row> {
        let (sheet, title) = (self.grid.name.as_str(), self.title(line));
        let here = self.named_at(line);
        let open = || self.asked.columns.iter().filter(|column| column.open);
        let is_filled = open()
            .filter_map(|column| self.columns.get(&column.key))
            .any(|at| self.grid.at(line, *at).is_some());
        let refused = |code| Finding::new(Weight::Refused, code, (sheet, &here));
        if mark.is_empty() {
            if is_filled {
                found.push(refused("own-row").with("name", title));
            }
            return None;
        }
        let Some(row) = self.asked.rows.get(&(self.form.of.id().to_owned(), mark.to_owned())) else {
            if is_filled {
                found.push(
                    refused("not-asked").with("name", if title.is_empty() { mark.to_owned() } else { title }),
                );
            }
            return None;
        };
        if title != row.title {
            let (weight, code) = if self.form.rows.iter().any(|other| other.title == title) {
                (Weight::Refused, "names-moved")
            } else {
                (Weight::Notice, "renamed")
            };
            let finding = Finding::new(weight, code, (sheet, &here));
            found.push(finding.with("name", title).with("marked", row.title.clone()));
            if weight == Weight::Refused {
                return None;
            }
        }
        if let Some(column) = self.columns.get("#unit") {
            let unit = self.grid.text(line, *column);
            // Numbers in another unit than the one that is asked for are other numbers.
            if half_width(&unit) != half_width(&row.unit) && is_filled {
                let finding = Finding::new(Weight::Refused, "unit-changed", (sheet, &place(line, *column)));
                found.push(finding.with("name", unit).with("marked", row.unit.clone()));
                return None;
            }
        }
        Some(row.clone())
    }

    /// The answers of a line, and how many cells are empty in which something was sent out.
    fn line(&self, line: u32, row: &Row, found: &mut Vec<Finding>) -> (Vec<Answer>, usize) {
        let (mut answers, mut emptied) = (Vec::new(), 0);
        let mut before: Vec<Before> = Vec::new();
        for (index, column) in self.asked.columns.iter().enumerate() {
            let Some(at) = self.columns.get(&column.key).copied() else { continue };
            let sent = row.sent.get(index).cloned().flatten();
            if !column.open {
                if self.asked.knows_sent {
                    self.known_stays(
                        line,
                        at,
                        row,
                        sent.as_ref().map(|sent| (&sent.said, sent.nature)),
                        found,
                    );
                }
                before.extend(sent.and_then(|sent| Before::of(&sent.said, column)));
                continue;
            }
            match self.cell(line, at, &column.key, row, found) {
                Ok(Some((said, nature, note, typed))) => {
                    let here = place(line, at);
                    let is_new = sent.as_ref().is_none_or(|sent| sent.said != said);
                    if let Some(typed) = typed.filter(|_| is_new && note.is_empty()) {
                        let doubt = plausible::question(typed, row, column, &before, self.grid.sees_percent);
                        found.extend(doubt.map(|doubt| doubt.at(&self.grid.name, &here)));
                    }
                    before.extend(Before::of(&said, column));
                    let sent = self.asked.knows_sent.then_some(sent);
                    answers.push(Answer {
                        row: row.clone(),
                        column: column.clone(),
                        cell: here,
                        said,
                        nature,
                        note,
                        sent,
                    });
                }
                Ok(None) => emptied += usize::from(sent.is_some_and(|sent| sent.said != Said::Nothing)),
                Err(finding) => found.push(finding),
            }
        }
        (answers, emptied)
    }

    /// What is known is not corrected on the way.
    fn known_stays(
        &self,
        line: u32,
        at: u32,
        row: &Row,
        sent: Option<(&Said, Nature)>,
        found: &mut Vec<Finding>,
    ) {
        let text = sent.map(|(said, nature)| said.cell(nature, self.locale).0).unwrap_or_default();
        let entry = self.grid.at(line, at);
        let here = place(line, at);
        let same = match (entry, sent.and_then(|(said, _)| said.number())) {
            (None, _) => true,
            (Some(entry), Some(number)) => {
                let percent = self.grid.percent.contains(&(line, at));
                let read =
                    number::read(Seen { entry, percent }, row, (&self.grid.name, &here), &mut Vec::new());
                matches!(read, Ok(Some(read)) if read.number == number) || entry.text() == text
            }
            (Some(entry), None) => entry.text() == text,
        };
        if !same {
            let finding = Finding::new(Weight::Question, "old-figure", (&self.grid.name, &here));
            let now = entry.map(Entry::text).unwrap_or_default();
            let was = if text.is_empty() { "—".to_owned() } else { text };
            found.push(finding.with("before", was).with("text", now));
        }
    }

    /// What an open cell says, with the kind and the note beside it, and the number as it was typed.
    #[expect(clippy::type_complexity, reason = "the four things that three cells say")]
    fn cell(
        &self,
        line: u32,
        at: u32,
        key: &str,
        row: &Row,
        found: &mut Vec<Finding>,
    ) -> Result<Option<(Said, Nature, String, Option<rust_decimal::Decimal>)>, Finding> {
        let sheet = self.grid.name.as_str();
        let here = place(line, at);
        let refused = |code: &'static str| Finding::new(Weight::Refused, code, (sheet, &here));
        if self.grid.is_merged(line, at) {
            return Err(refused("merged"));
        }
        let entry = self.grid.at(line, at);
        if entry.is_none() && self.grid.formulas.contains(&(line, at)) {
            return Err(refused("no-result"));
        }
        let beside = |name: &str| {
            self.columns.get(&format!("{key}#{name}")).map(|column| self.grid.text(line, *column))
        };
        let (word, note) = (beside("nature").unwrap_or_default(), beside("basis").unwrap_or_default());
        let nature = self.nature(&word).ok_or_else(|| refused("nature").with("text", word.clone()))?;
        if nature == Nature::Withdrawn {
            return Ok(Some((Said::Nothing, nature, note, None)));
        }
        let mut typed = None;
        let read = match (entry, row.time) {
            (None, _) => None,
            (Some(entry), Time::Done) => {
                Some((self.state(entry).ok_or_else(|| refused("state").with("text", entry.text()))?, nature))
            }
            (Some(entry), _) => {
                let percent = self.grid.percent.contains(&(line, at));
                number::read(Seen { entry, percent }, row, (sheet, &here), found)?.map(|read| {
                    typed = Some(read.typed);
                    let (qualifier, nature) = match nature {
                        Nature::About => ("about", Nature::Final),
                        Nature::AtLeast => ("at_least", Nature::Final),
                        Nature::Final if read.kind.is_some() => (read.qualifier, Nature::Expected),
                        Nature::Final if read.provisional => (read.qualifier, Nature::Provisional),
                        nature => (read.qualifier, nature),
                    };
                    (Said::Number(qualifier, read.number), nature)
                })
            }
        };
        if nature == Nature::NotCollected {
            if read.is_some() {
                return Err(refused("two-answers").with("text", word));
            }
            if note.is_empty() {
                return Err(refused("no-reason"));
            }
            return Ok(Some((Said::Nothing, nature, note, None)));
        }
        Ok(read.map(|(said, nature)| (said, nature, note, typed)))
    }

    /// The kind that a word of the list stands for, in any language.
    fn nature(&self, word: &str) -> Option<Nature> {
        if word.is_empty() {
            return Some(Nature::Final);
        }
        Nature::ALL.into_iter().find(|nature| self.all.iter().any(|locale| nature.word(locale) == word))
    }

    /// What a cell says of something that is done or not.
    fn state(&self, entry: &Entry) -> Option<Said> {
        let text = half_width(&entry.text());
        let is = |name: &str| self.all.iter().any(|locale| locale.word(name) == text);
        if is("form-in-progress") || is("form-not-begun") {
            return Some(Said::InProgress);
        }
        // 2024年3月, 2024/3/31 and 2024.3 are days and months too.
        let plain: String =
            text.chars().map(|c| if "年月/.".contains(c) { '-' } else { c }).filter(|c| *c != '日').collect();
        let parts: Vec<&str> = plain.split('-').map(str::trim).filter(|part| !part.is_empty()).collect();
        let padded = parts.iter().map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-");
        let period = Period::parse(&padded).or_else(|_| Period::parse(&text)).ok()?;
        Some(Said::Done(period.text().to_string()))
    }
}
