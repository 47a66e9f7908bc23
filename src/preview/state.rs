//! The messages of the live-reload event stream: how a page stands now, and what is wrong.

use super::mime::ContentHash;
use serde::Serialize;

/// One thing that is wrong, as the terminal shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// True if the site cannot be made because of it.
    pub error: bool,
    /// The whole of it as text: message, file, line, the line itself, the hint.
    pub text: String,
}

/// Where something on a page is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourcePlace {
    /// File, line and column: `content/indicators/a.yaml:3:5`.
    pub at: String,
    /// How its verdicts came about, as `shanhai explain` prints it.
    pub explained: String,
}

/// How a page stands. A page that shows other bytes than these fetches them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct State {
    /// The bytes of the page.
    pub page: ContentHash,
    /// The bytes of the style sheets and other files of the theme.
    pub style: ContentHash,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl State {
    /// As a message of a stream of events.
    pub(super) fn event(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("event: state\ndata: {json}\n\n")
    }
}
