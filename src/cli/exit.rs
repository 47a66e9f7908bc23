//! Exit codes: a documented part of the command line.

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// 0: done, and the content has no error.
    Clean = 0,
    /// 1: the content has errors, or warnings with `--strict`; nothing was written.
    Faults = 1,
    /// 2: the command was used wrongly: an unknown option, a folder that is not there or that a site
    /// is not written to.
    Usage = 2,
    /// 3: the system refused to read or write; the site that stood there still stands.
    Io = 3,
    /// 4: a fault of shanhai's own.
    Bug = 4,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
