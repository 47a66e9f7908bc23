//! The arguments, and the help that teaches them.

use super::request_args::{ExportArgs, ImportArgs, RequestArgs};
use crate::diagnostic::Format;
use crate::model::parse_date;
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Turns a plan, reported figures and stories into a judged public report.
#[derive(Debug, Parser)]
#[command(
    name = "shanhai",
    version,
    max_term_width = 100,
    after_help = "Begin:
  shanhai init report     write a small site to begin with
  cd report
  shanhai serve           look at it while you write
  shanhai check           look for faults
  shanhai build           write the site to output/
  shanhai brief --plan    a brief to print, from the data

Exit codes:
  0 clean   1 faults in the content   2 wrong usage   3 input or output   4 a fault of shanhai"
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a small site to begin with
    Init(InitArgs),
    /// Look for faults in the content; write nothing
    Check(CheckArgs),
    /// Check the content and write the site
    Build(BuildArgs),
    /// Write briefs to print and send: PDF, HTML, DOCX
    Brief(BriefArgs),
    /// Show the site in a browser and follow every change of its files
    Serve(ServeArgs),
    /// Say what a fault means, or how the verdicts on an indicator came about
    Explain(ExplainArgs),
    /// Give an indicator, a story or a unit of measure another id, everywhere
    Rename(RenameArgs),
    /// Say what changed between two published editions of a site
    Changes(ChangesArgs),
    /// Write the workbooks of a request for figures, one for each unit
    Export(ExportArgs),
    /// Say which units have answered a request
    Request(RequestArgs),
    /// Take figures over from workbooks that came back
    Import(ImportArgs),
    /// Write JSON Schemas of the content files, for editors
    Schema(SchemaArgs),
    /// Say which typeface serves which role of a printed page
    #[command(after_help = FONTS)]
    Fonts,
    /// Write a completion script for a shell
    Completions(CompletionsArgs),
}

const FONTS: &str =
    "Faces of this machine are looked for by name, in the folders where fonts usually lie; where it
has none that is better, the one that shanhai carries serves. Pictures are always drawn with
the carried ones, so that they are the same on every machine.

Example:
  shanhai fonts";

/// What every command on a site asks.
#[derive(Debug, clap::Args)]
pub struct SiteArgs {
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content", global = false)]
    pub content: PathBuf,
    /// Judge as of this day instead of the site's report date
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// How faults are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: FormatName,
}

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The folder must be new or empty. The figures in it are invented and marked as examples.

Examples:
  shanhai init            in this folder
  shanhai init report     in a new folder"
)]
pub struct InitArgs {
    /// Folder to write to
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "All faults are named in one run, on standard output. Errors end with exit code 1.

Examples:
  shanhai check
  shanhai check --strict             warnings count as well
  shanhai check --format json        one JSON object a line, for programs
  shanhai check --format github      annotations in a GitHub workflow")]
pub struct CheckArgs {
    /// The site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Exit with 1 on warnings as well
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The site is written whole or not at all: readers see the old one or the new one. Files in the
output folder that shanhai did not write are kept; a folder with files but without its
manifest is refused. With errors in the content nothing is written.

Examples:
  shanhai build
  shanhai build --theme plain --output public
  shanhai build --as-of 2020-12-31   as it would have been judged on that day"
)]
pub struct BuildArgs {
    /// The site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Folder in themes/ whose files replace those of the built-in theme
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Folder that the site is written to
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Write nothing on warnings either
    #[arg(long)]
    pub strict: bool,
    /// Take no card, brief or picture over from the last build; make every file anew
    #[arg(long)]
    pub fresh: bool,
}

/// Arguments of `brief`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A brief that somebody wrote is briefs/<id>.md in the content. The others write themselves: what was
promised, what is proven, what is open and why, with charts, targets and sources. Without a name,
all those that somebody wrote are made.

Typefaces of this machine serve where they are better than the carried ones; \"shanhai fonts\" names
them. With --carried-faces the files are the same on every machine, as those of the site are.

Examples:
  shanhai brief
  shanhai brief three-year-plan
  shanhai brief --plan --to pdf
  shanhai brief --action 5 --action industry --lang en
  shanhai brief --partnership qingxi-zhenxiong --unit commerce-bureau"
)]
pub struct BriefArgs {
    /// Ids of briefs that somebody wrote
    #[arg(value_name = "BRIEF")]
    pub briefs: Vec<String>,
    /// A brief of a plan; the first one if none is named
    #[arg(long, value_name = "PLAN", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub plan: Option<String>,
    /// A brief of an action, by its id or its number
    #[arg(long, value_name = "ACTION")]
    pub action: Vec<String>,
    /// A brief of a pairing or a place
    #[arg(long, value_name = "ID")]
    pub partnership: Vec<String>,
    /// A brief of what a unit answers for
    #[arg(long, value_name = "UNIT")]
    pub unit: Vec<String>,
    /// Languages, such as en; the site's own if none is named
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub lang: Vec<String>,
    /// Formats; all if none is named
    #[arg(long, value_enum, value_name = "FORMAT", value_delimiter = ',')]
    pub to: Vec<BriefFormat>,
    /// Folder to write to; a brief of the same name there is replaced, unless somebody changed it
    #[arg(long, value_name = "DIR", default_value = "briefs")]
    pub output: PathBuf,
    /// Replace files of the same names also where somebody else wrote or changed them
    #[arg(long)]
    pub force: bool,
    /// Print with the carried typefaces alone
    #[arg(long)]
    pub carried_faces: bool,
    /// Folder in themes/ whose files replace those of the built-in theme, for HTML
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// The site.
    #[command(flatten)]
    pub site: SiteArgs,
}

/// A format of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum BriefFormat {
    /// To print and keep
    #[cfg(feature = "pdf")]
    Pdf,
    /// To read on screen and print from the browser; one file
    Html,
    /// To edit in a word processor
    Docx,
}

impl BriefFormat {
    /// All of them.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Html,
        Self::Docx,
    ];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The site is held in memory; nothing is written. Saving a file of the content or the theme changes the
page where it stands. A mistake is shown over the page, with its line, until it is mended; behind
it is the last good site. A click on a figure says where it is written and what it proves.

Examples:
  shanhai serve
  shanhai serve --open --drafts
  shanhai serve --theme plain --as-of 2020-12-31
  shanhai serve --host 0.0.0.0       others on this network can read it too"
)]
pub struct ServeArgs {
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// Judge as of this day instead of the site's report date
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// Folder in themes/ whose files replace those of the built-in theme
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Show stories that are drafts as well
    #[arg(long)]
    pub drafts: bool,
    /// Port to serve on; if it is taken, the next free one
    #[arg(long, value_name = "PORT", default_value_t = 4400)]
    pub port: u16,
    /// Address to serve on; any but this machine's own opens the site to others
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A code is explained in the language that this machine is set to, an indicator in the site's first.

Examples:
  shanhai explain bad-number         what a fault means, with an example
  shanhai explain conflict --lang zh-Hans
  shanhai explain workers-taken-on   how its verdicts came about
  shanhai explain workers-taken-on --as-of 2020-06-30"
)]
pub struct ExplainArgs {
    /// The code of a fault, as in error[bad-number]; or the id of an indicator: its file without .yaml
    #[arg(value_name = "CODE|INDICATOR")]
    pub word: String,
    /// Language of the explanation, such as en
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// The site.
    #[command(flatten)]
    pub site: SiteArgs,
}

/// Arguments of `rename`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The file or folder gets its new name, every reference the new id: in YAML, in links, in tables. The old
id becomes an alias, so that the old address of the page leads on. Nothing else in the files is
touched. First the changes are only shown; all of them are made with --write, or none.

Examples:
  shanhai rename jobs workers-taken-on             what would change
  shanhai rename jobs workers-taken-on --write     change it
  shanhai rename head worker --kind unit-of-measure"
)]
pub struct RenameArgs {
    /// The id that it has: of an indicator its file without .yaml, of a story its folder
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The id that it gets
    #[arg(value_name = "NEW")]
    pub new: String,
    /// What it is, where several things have the id
    #[arg(long, value_enum, value_name = "KIND")]
    pub kind: Option<RenameKindName>,
    /// Write the changes
    #[arg(long)]
    pub write: bool,
    /// Only show them, as without this option
    #[arg(long, conflicts_with = "write")]
    pub dry_run: bool,
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// Arguments of `changes`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "An edition is the report.json that every site publishes, or the folder of a built site.

Examples:
  shanhai changes editions/2020-12.json output
  shanhai changes last/output output --json"
)]
pub struct ChangesArgs {
    /// The earlier edition
    #[arg(value_name = "FROM")]
    pub from: PathBuf,
    /// The later edition
    #[arg(value_name = "TO")]
    pub to: PathBuf,
    /// Write JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// What is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RenameKindName {
    /// An indicator
    Indicator,
    /// A story
    Story,
    /// A unit of measure that site.yaml defines
    UnitOfMeasure,
}

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "An editor with a YAML language server finds the schema by the first line of a file:
  # yaml-language-server: $schema=../.schema/site.schema.json

Examples:
  shanhai schema --out .schema
  shanhai schema --units             the units of measure that need no definition")]
pub struct SchemaArgs {
    /// Print the built-in units of measure, and write nothing
    #[arg(long, conflicts_with = "out")]
    pub units: bool,
    /// Folder to write to; its files are replaced
    #[arg(long, value_name = "DIR", default_value = ".schema")]
    pub out: PathBuf,
}

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  shanhai completions bash > ~/.local/share/bash-completion/completions/shanhai
  shanhai completions fish > ~/.config/fish/completions/shanhai.fish")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// How faults are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// For people
    Text,
    /// One JSON object a line
    Json,
    /// Annotations for GitHub
    Github,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Json => Self::Json,
            FormatName::Github => Self::Github,
        }
    }
}

fn day(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|_| "write a day as year, month and day, such as 2020-12-31".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
    }
}
