//! The panic report: a panic is a fault of ours; it is said so, shortly, and the exit code is its own.

use super::Exit;
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe};

/// Runs a command; a panic in it, on whatever thread, becomes a message and [`Exit::Bug`].
pub(super) fn caught(run: impl FnOnce() -> Exit) -> Exit {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|wanted| wanted != "0") {
            usual(info);
        } else {
            let _ = writeln!(std::io::stderr(), "{}", message(&what(info), info.location()));
        }
    }));
    panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or(Exit::Bug)
}

fn what(info: &panic::PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}

fn message(what: &str, at: Option<&panic::Location<'_>>) -> String {
    let at = at.map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    format!(
        "error: shanhai {} met a fault of its own: {what}{at}\n\
         Nothing of your site was changed. Please report it with the lines above and, if you can, the\n\
         content that brings it about.",
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_exit_code() {
        assert_eq!(caught(|| Exit::Clean), Exit::Clean);
        assert_eq!(caught(|| panic!("a test panics here on purpose")), Exit::Bug);
        let text = message("x", None);
        assert!(text.starts_with("error: shanhai") && text.contains("report"));
    }
}
