//! What is found in a file that came back: a code, a cell, and what fills its sentence.

use crate::locale::Locale;
use serde::Serialize;

/// How much it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Said; the figure is taken.
    Notice,
    /// Taken only if it is answered: with words beside the figure, or by whoever takes it.
    Question,
    /// Not taken, and nothing else of the file either.
    Refused,
}

/// Something that is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub weight: Weight,
    /// What it is: the name of its sentence in the catalogues, `fault-…` and `mend-…`.
    pub code: &'static str,
    /// The sheet; empty for the file.
    pub sheet: String,
    /// The cell, such as G7; empty for the sheet.
    pub cell: String,
    /// What fills the sentence.
    pub fill: Vec<(&'static str, String)>,
}

/// A finding in the words of a language, as files for programs have it.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// The file that came back.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The cell.
    pub cell: String,
    /// `notice`, `question` or `refused`.
    pub weight: &'static str,
    /// The code.
    pub code: &'static str,
    /// What is wrong.
    pub what: String,
    /// How it is mended.
    pub mend: String,
}

impl Weight {
    /// The name in files for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Question => "question",
            Self::Refused => "refused",
        }
    }
}

impl Finding {
    /// Something about a cell.
    pub(super) fn new(weight: Weight, code: &'static str, place: (&str, &str)) -> Self {
        let (sheet, cell) = (place.0.to_owned(), place.1.to_owned());
        Self { weight, code, sheet, cell, fill: Vec::new() }
    }

    /// With what fills its sentence.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fill.push((name, value.into()));
        self
    }

    /// In the words of a language.
    pub fn said(&self, file: &str, locale: &Locale) -> Said {
        let fill: Vec<(&str, &str)> = self.fill.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Said {
            file: file.to_owned(),
            sheet: self.sheet.clone(),
            cell: self.cell.clone(),
            weight: self.weight.as_str(),
            code: self.code,
            what: locale.say(&format!("fault-{}", self.code), &fill),
            mend: locale.say(&format!("mend-{}", self.code), &fill),
        }
    }

    /// True if it is a question about one of these cells: `G7`, or `sheet!G7`.
    pub(super) fn is_answered(&self, accepted: &[String]) -> bool {
        let whole = format!("{}!{}", self.sheet, self.cell);
        self.weight == Weight::Question
            && accepted.iter().any(|one| *one == whole || one.eq_ignore_ascii_case(&self.cell))
    }
}

impl Said {
    /// As one line: the file, the cell, what is wrong, how it is mended.
    pub fn line(&self, locale: &Locale) -> String {
        let place = match (self.sheet.as_str(), self.cell.as_str()) {
            ("", _) => String::new(),
            (sheet, "") => format!("  {sheet}"),
            (sheet, cell) => format!("  {}", locale.say("import-cell", &[("sheet", sheet), ("cell", cell)])),
        };
        let weight = match self.weight {
            "notice" => "import-notice",
            "question" => "import-question",
            _ => "import-refusal",
        };
        let weight = locale.word(weight);
        format!(
            "{}{place}  [{weight} {}]  {}{}{}",
            self.file,
            self.code,
            self.what,
            locale.word("import-arrow"),
            self.mend
        )
    }
}
