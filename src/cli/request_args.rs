//! The command line of requests for figures: workbooks out, who has answered, workbooks in.

use clap::ValueEnum;
use std::path::PathBuf;

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A request is content/requests/<id>.yaml: who is asked for which figures of which times. Each unit fills in
its workbook in any spreadsheet and sends it back; \"shanhai import\" takes it over.

Examples:
  shanhai export --request 2025-h1 --out forms
  shanhai export --request 2025-h1 --out forms --one-file"
)]
pub struct ExportArgs {
    /// Id of the request: its file without .yaml
    #[arg(long, value_name = "ID")]
    pub request: String,
    /// Folder to write to; workbooks of the same names there are replaced
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// One workbook with a sheet for each unit
    #[arg(long)]
    pub one_file: bool,
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// Arguments of `request`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  shanhai request 2025-h1            who has answered, and what is missing")]
pub struct RequestArgs {
    /// Id of the request: its file without .yaml
    #[arg(value_name = "ID")]
    pub request: String,
    /// Language of what is said, such as en; the site's first if none is named
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Each file is taken whole or not at all; what is wrong is named with its sheet and cell. Figures go to
content/actuals/<source>.csv, and who sent them to content/requests/<id>.returns.csv. No YAML is touched, an
empty cell deletes nothing, and taking a file twice changes nothing. A file that is not taken ends with exit code 1.

Examples:
  shanhai import forms/*.xlsx --dry-run          what would change, verdicts too
  shanhai import forms/*.xlsx
  shanhai import a.xlsx --format csv > back.csv  what is wrong, to send back"
)]
pub struct ImportArgs {
    /// Workbooks that came back: xlsx or xls
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Write nothing; say what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Which figure counts where the file and the content disagree and nobody can tell
    #[arg(long, value_enum, value_name = "WHICH")]
    pub prefer: Option<PreferName>,
    /// A cell whose question is answered, such as G7 or 东城区!G7
    #[arg(long, value_name = "CELL", value_delimiter = ',')]
    pub accept: Vec<String>,
    /// How what was found is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: FindingFormat,
    /// Language of what is said, such as en; the site's first if none is named
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Folder of the content
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// Which of two figures counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PreferName {
    /// That of the file
    File,
    /// The one that is stored
    Stored,
}

/// How what was found in a workbook is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    /// For people
    Text,
    /// One JSON object a line
    Json,
    /// A table to send back
    Csv,
}
