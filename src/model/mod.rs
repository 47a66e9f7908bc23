//! The report as facts: what was promised, what was reported, who says so.
//!
//! Everything here is resolved (an id names a thing that exists) and immutable. There is no
//! reading, no HTML and no verdict in this room: `load` builds a [`Report`], `evaluate` judges it
//! without changing it.

mod actual;
mod alias;
mod brief;
mod chart;
mod chart_kind;
mod computation;
mod course;
mod dimension;
mod figure;
mod id;
mod indicator;
mod interval;
mod measure;
mod menu;
mod number;
mod origin;
mod period;
mod photo;
mod place;
mod plan;
mod quantity;
mod request;
mod scope;
mod site;
mod source;
mod story;
mod target;
mod text;
mod text_page;
mod unit;
mod years;

pub use actual::{Actual, ActualKind, Observation, TABLE_COLUMNS, Value};
pub use alias::Alias;
pub use brief::{Brief, Marks, Recipients};
pub use chart::YearFigure;
pub use chart_kind::{ChartChoice, ChartKind};
pub use computation::{ChangeForm, Computation, Count, CountedBy, Formula, Said};
pub use course::{Course, CourseScale};
pub use dimension::{Category, Cell, Dimension};
pub use figure::{FigureAddress, FigureFault, WantedFigure, find_actual};
pub use id::{
    ActionId, BriefId, CategoryId, DimensionId, GroupId, IdFault, IndicatorId, MeasurementUnitId, PageId,
    PhotoId, PlanId, RequestId, ScopeId, SourceId, StoryId, UnitId,
};
pub use indicator::{Break, Computed, ComputedBy, Indicator, Level, Related, Trend, TrendMethod};
pub use interval::Interval;
pub use measure::{Better, Measure};
pub use menu::{MenuEntry, MenuTarget, SiteList};
pub use number::{NumberFault, Numbers, Written};
pub use origin::{Lines, Origin};
pub use period::{Period, PeriodFault, PeriodText, parse_date};
pub use photo::{Photo, PhotoKind};
pub use place::FigurePlace;
pub use plan::{Action, ActionKind, Plan, Task, TaskRef};
pub use quantity::Quantity;
pub use request::{Asked, AskedColumn, AskedOf, AskedRow, Request};
pub use scope::{Group, Relation, Scope, ScopeKind, ScopeTree};
pub use site::{BriefSettings, Home, Licence, Records, ScopeWords, Silence, Site, Terms, accepts};
pub use source::{Claim, ClaimStatement, Compute, FigureKey, Source, SourceKind};
pub use story::{Bound, BoundText, Person, Story};
pub use target::{
    Against, Binding, Change, Condition, FromBaseline, Holds, Pace, Reckoning, Revision, RevisionChange,
    Side, Target, TargetId,
};
pub use text::{Lang, Text};
pub use text_page::TextPage;
pub use unit::{MeasurementUnit, Unit, UnitKind, UnitStyle};
pub use years::{Every, LabelFault, Named, PLAIN_LABEL, Years, check_label};

use std::{collections::BTreeMap, sync::Arc};

/// Everything that the content says, resolved and checked.
#[derive(Debug, Clone)]
pub struct Report {
    /// Name, languages and settings of the site.
    pub site: Site,
    /// The plans, by id.
    pub plans: BTreeMap<PlanId, Plan>,
    /// Who assists whom, and where: the tree of scopes and the lists over it.
    pub scopes: ScopeTree,
    /// The organisations answering for tasks.
    pub units: BTreeMap<UnitId, Unit>,
    /// What quantities are counted in: the built-in units and the site's own.
    pub measurement_units: BTreeMap<MeasurementUnitId, MeasurementUnit>,
    /// The documents that figures come from.
    pub sources: BTreeMap<SourceId, Source>,
    /// The indicators with their targets and actuals. Each is shared by all reports in which nothing that
    /// it was made from differs.
    pub indicators: BTreeMap<IndicatorId, Arc<Indicator>>,
    /// The case stories.
    pub stories: BTreeMap<StoryId, Story>,
    /// The briefs that somebody wrote.
    pub briefs: BTreeMap<BriefId, Brief>,
    /// The pages of the site's own.
    pub pages: BTreeMap<PageId, TextPage>,
    /// The figures that are asked of units; none of it is published.
    pub requests: BTreeMap<RequestId, Request>,
}

impl Report {
    /// The figure that a key names.
    pub fn actual(&self, key: &FigureKey) -> Option<&Actual> {
        let indicator = self.indicators.get(&key.indicator)?;
        indicator.at(key.place)
    }

    /// The task that a reference names, with its plan and action.
    pub fn task(&self, task: &TaskRef) -> Option<(&Plan, &Action, &Task)> {
        let plan = self.plans.get(&task.plan)?;
        plan.task(&task.number).map(|(action, task)| (plan, action, task))
    }
}
