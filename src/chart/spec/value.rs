//! Figures, plans and outcomes: what every kind of plot is made of.

/// The eleven outcomes a glyph can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Proven to be reached.
    Met,
    /// Above a planned range; no failure.
    Exceeded,
    /// Proven not to be reached.
    Missed,
    /// Not yet due, and the latest state satisfies.
    Reached,
    /// Not yet due, at or above the planned path.
    OnTrack,
    /// Not yet due, below the planned path.
    Behind,
    /// Not yet due, and neither is proven.
    UnderWay,
    /// Due, and the figures prove neither.
    Undetermined,
    /// Figures exist, none bears on the target.
    NotComparable,
    /// Nothing reported.
    NoData,
    /// The period has not begun.
    NotDue,
    /// The plan was revised.
    Dropped,
}

impl Status {
    /// All of them, in the order in which a key lists them.
    pub const ALL: [Self; 12] = [
        Self::Met,
        Self::Exceeded,
        Self::Reached,
        Self::OnTrack,
        Self::UnderWay,
        Self::Behind,
        Self::Missed,
        Self::Undetermined,
        Self::NotComparable,
        Self::NoData,
        Self::NotDue,
        Self::Dropped,
    ];
}

/// A status with the words that stand beside its glyph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Chooses the glyph.
    pub status: Status,
    /// Short words: a percentage, or the status itself.
    pub text: String,
}

/// How a value was written at its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueKind {
    /// A plain figure.
    #[default]
    Exact,
    /// An approximate figure: zig-zag end.
    About,
    /// "More than": chevron.
    MoreThan,
    /// Only bounds are proven: solid to the floor, dotted to the cap, an arrow without cap.
    Bounds,
}

/// Which part of the asked-for region a value covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Coverage {
    /// All of it: solid.
    #[default]
    Full,
    /// A part of the year: hatched.
    Part,
    /// Another definition: light, with a dashed rule towards comparable neighbours.
    NotComparable,
    /// An earlier year, shown for context: light.
    Earlier,
}

/// One figure: an interval for the geometry and a finished label.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The lower end: what is proven. Zero if there is only a cap.
    pub low: f64,
    /// The upper end; `None` is open above. Equal to `low` for a plain figure.
    pub high: Option<f64>,
    /// The figure as it is to be read, with its word for about, over, at least, at most.
    pub label: String,
    /// Decides the shape of the mark's end.
    pub kind: ValueKind,
    /// Decides the mark's filling.
    pub coverage: Coverage,
    /// A short remark drawn at the label, such as the month up to which the figure counts.
    pub note: Option<String>,
}

impl Value {
    /// A plain figure for the whole period.
    pub fn exact(value: f64, label: impl Into<String>) -> Self {
        Self {
            low: value,
            high: Some(value),
            label: label.into(),
            kind: ValueKind::Exact,
            coverage: Coverage::Full,
            note: None,
        }
    }

    /// A figure of which only bounds are proven; `None` is open above.
    pub fn bounds(low: f64, high: Option<f64>, label: impl Into<String>) -> Self {
        Self { low, high, kind: ValueKind::Bounds, ..Self::exact(low, label) }
    }

    /// The same figure, written as `kind`.
    #[must_use]
    pub fn of_kind(self, kind: ValueKind) -> Self {
        Self { kind, ..self }
    }

    /// The same figure, covering only `coverage`, with its remark.
    #[must_use]
    pub fn covering(self, coverage: Coverage, note: impl Into<String>) -> Self {
        Self { coverage, note: Some(note.into()), ..self }
    }
}

/// What was planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The condition with its number or numbers.
    pub kind: PlanKind,
    /// The planned figure as it is to be read.
    pub label: String,
}

/// The condition a plan sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlanKind {
    /// This figure: an outlined box.
    Exact(f64),
    /// No less: a heavy floor line.
    Minimum(f64),
    /// No more: a heavy line with ticks hanging from it.
    Maximum(f64),
    /// Between both: an outlined band.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

/// What a reader's pointer finds on a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interaction {
    /// A tooltip: the mark's figures as a sentence.
    pub tip: Option<String>,
    /// A link around the mark; its scheme has been checked by the caller.
    pub href: Option<String>,
}
