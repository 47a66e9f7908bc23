//! The codes of faults: documented, stable, one meaning each. An example of each stands in `examples.txt`, and what it
//! means and what to write instead in `codes.ftl` of each language: all that `shanhai explain CODE` says.

/// Whether a fault stops a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The build stops; nothing is written.
    Error,
    /// The build goes on.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident;)*) => {
        /// What kind of fault a diagnostic reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)*
        }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as users and settings write it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Whether it stops a build.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// The code that is written so.
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }
    };
}

codes! {
    /// The file is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// YAML that hides what a file says: an anchor, alias, tag, merge key or second document.
    YamlRefused = "yaml-refused", Error;
    /// A key is written twice.
    DuplicateKey = "duplicate-key", Error;
    /// Nesting deeper than 64.
    TooDeep = "too-deep", Error;
    /// A file larger than its kind may be.
    TooLarge = "too-large", Error;
    /// A file that is not UTF-8 text.
    NotText = "not-text", Error;
    /// A file or folder that could not be read.
    Unreadable = "unreadable", Error;
    /// A file that is no kind of content.
    UnknownFile = "unknown-file", Error;
    /// A file that every site needs is missing.
    MissingFile = "missing-file", Error;
    /// A name that cannot be an id.
    BadId = "bad-id", Error;
    /// Two things of one id.
    DuplicateId = "duplicate-id", Error;
    /// An alias that is the id, or an alias, of something else.
    AliasTaken = "alias-taken", Error;
    /// A key that means nothing here.
    UnknownKey = "unknown-key", Error;
    /// A key that must be there.
    MissingKey = "missing-key", Error;
    /// A list where a text belongs, or the like.
    WrongType = "wrong-type", Error;
    /// A word that is not one of those allowed.
    UnknownWord = "unknown-word", Error;
    /// A text that is not a number.
    BadNumber = "bad-number", Error;
    /// A text that is not a period.
    BadPeriod = "bad-period", Error;
    /// A text that may be a month or a year, such as 2009-10.
    AmbiguousPeriod = "ambiguous-period", Error;
    /// A text that is not a day.
    BadDate = "bad-date", Error;
    /// A language that the site does not have.
    UnknownLanguage = "unknown-language", Error;
    /// An actual with no value, or more than one.
    ValueForms = "value-forms", Error;
    /// An actual or target with no time, or more than one.
    TimeForms = "time-forms", Error;
    /// A target with no condition, or more than one.
    ConditionForms = "condition-forms", Error;
    /// None or several computations, or one that rests on itself.
    ComputedForms = "computed-forms", Error;
    /// Keys that do not go together with the indicator's measure.
    MeasureMismatch = "measure-mismatch", Error;
    /// Amounts of what does not add up, such as per cent, asked or reported for several places.
    NotAdditive = "not-additive", Error;
    /// A range whose lower end is above its upper end.
    BadRange = "bad-range", Error;
    /// A unit of measure that nobody defined.
    UnknownUnit = "unknown-unit", Error;
    /// A source that does not exist.
    UnknownSource = "unknown-source", Error;
    /// A scope that is not in the tree.
    UnknownScope = "unknown-scope", Error;
    /// A scope that lies outside the one it should be in.
    ScopeOutside = "scope-outside", Error;
    /// Scopes that contain each other in a circle.
    ScopeCircle = "scope-circle", Error;
    /// Members of one target that lie inside each other.
    NestedMembers = "nested-members", Error;
    /// A group that is not in the list.
    UnknownGroup = "unknown-group", Error;
    /// A dimension that the indicator does not have.
    UnknownDimension = "unknown-dimension", Error;
    /// A category that the dimension does not have.
    UnknownCategory = "unknown-category", Error;
    /// A plan that does not exist.
    UnknownPlan = "unknown-plan", Error;
    /// A task that the plan does not have.
    UnknownTask = "unknown-task", Error;
    /// A responsible unit that is not in the list.
    UnknownResponsible = "unknown-responsible", Error;
    /// An indicator that does not exist.
    UnknownIndicator = "unknown-indicator", Error;
    /// A figure that its indicator does not have.
    UnknownFigure = "unknown-figure", Error;
    /// A reference that names several figures.
    AmbiguousFigure = "ambiguous-figure", Error;
    /// A figure that is said to be replaced by one that cannot take its place.
    BadReplacement = "bad-replacement", Error;
    /// A target that its indicator does not have.
    UnknownTarget = "unknown-target", Error;
    /// A story that does not exist.
    UnknownStory = "unknown-story", Error;
    /// A page that does not exist.
    UnknownPage = "unknown-page", Error;
    /// A period that does not divide into whole years, halves, quarters or months.
    UnevenPeriod = "uneven-period", Error;
    /// A period outside the plan's.
    OutsidePlan = "outside-plan", Error;
    /// A figure dated after its source was published.
    AfterSource = "after-source", Error;
    /// A claim over the wrong number of figures, or one that states nothing.
    ClaimForms = "claim-forms", Error;
    /// A table whose rows or columns are wrong.
    BadTable = "bad-table", Error;
    /// A story without front matter, or with text that cannot be read.
    BadStory = "bad-story", Error;
    /// A brief without front matter, or with keys that belong into another file.
    BadBrief = "bad-brief", Error;
    /// A page without front matter, or with keys that belong into another file.
    BadPage = "bad-page", Error;
    /// A request that asks nobody, for nothing, or for the same twice.
    BadRequest = "bad-request", Error;
    /// A character in a brief that no typeface has.
    NoGlyph = "no-glyph", Error;
    /// A link that may lead anywhere, or that runs code.
    LinkRefused = "link-refused", Error;
    /// A link within the site that leads nowhere.
    BrokenLink = "broken-link", Error;
    /// Words bound to a figure that do not state it.
    WrongWording = "wrong-wording", Error;
    /// A change, sum, share or count that cannot be computed.
    NotComputable = "not-computable", Error;
    /// A private person is named without consent.
    PrivatePerson = "private-person", Error;
    /// A photo that does not stand beside its story.
    MissingPhoto = "missing-photo", Error;
    /// A photo that cannot be read.
    BadPhoto = "bad-photo", Error;
    /// A photo without a description, or without a credit.
    PhotoWords = "photo-words", Error;
    /// A theme file that cannot be used.
    BadTheme = "bad-theme", Error;
    /// A chart that the indicator's targets and figures cannot fill.
    ChartMisfit = "chart-misfit", Warning;
    /// A trend's target that was achieved where it starts.
    TrendSide = "trend-side", Warning;
    /// A figure of another size than those beside it.
    OddSize = "odd-size", Warning;
    /// A comma that may be a decimal one.
    DecimalComma = "decimal-comma", Warning;
    /// A part of one where per cents are written.
    PartOfOne = "part-of-one", Warning;
    /// A number in per cent in a unit of measure that is an amount.
    PercentOfAmount = "percent-of-amount", Warning;
    /// A target that no figure can reach because of a sign.
    OutOfReach = "out-of-reach", Warning;
    /// A task whose words promise a number that no target holds.
    TaskWithoutTarget = "task-without-target", Warning;
    /// A brief with a secrecy mark that is published.
    SecretBrief = "secret-brief", Warning;
    /// Two figures that cannot both be right.
    Conflict = "conflict", Warning;
    /// A reference by an id that a thing had before it was renamed.
    OldId = "old-id", Warning;
    /// A number in a story that is bound to no figure.
    UnboundNumber = "unbound-number", Warning;
    /// A picture for previews that cannot be drawn.
    NoPicture = "no-picture", Warning;
    /// A picture beside a story that no story shows.
    UnusedPhoto = "unused-photo", Warning;
    /// Texts that are not there in one of the site's languages.
    Untranslated = "untranslated", Warning;
    /// A silence that silences nothing.
    UnusedSilence = "unused-silence", Warning;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct() {
        let texts: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }
}
