//! How long each phase of a build takes, and what it allocates: `cargo bench --package shanhai-benches`.
//!
//! Each phase gets what the one before it made, once, so that it is measured alone.

use divan::{AllocProfiler, Bencher, black_box};
use jiff::civil::Date;
use shanhai::chart::{ChartSpec, Column, Columns, Plot, Style, Value, draw};
use shanhai::disk::publish;
use shanhai::evaluate::{Evaluation, evaluate};
use shanhai::load::load;
use shanhai::locale::Locale;
use shanhai::model::Report;
use shanhai::site::{Theme, render};
use shanhai::tree::FileTree;
use shanhai::view::{self, CrossRefs, SiteView};
use shanhai_benches::content;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// Indicators of the content, with eight figures each.
const SIZES: [usize; 2] = [100, 1000];

fn main() {
    divan::main();
}

fn report(content: &FileTree) -> Report {
    load(content).value.expect("the content has no error")
}

fn day(report: &Report) -> Date {
    report.site.report_date
}

fn views(report: &Report, evaluation: &Evaluation) -> Vec<SiteView> {
    let refs = CrossRefs::new(report, evaluation);
    let locales = report.site.languages.iter().filter_map(|lang| Locale::of(&report.site, lang));
    locales.map(|locale| view::build(&refs, &locale)).collect()
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn load_content(bencher: Bencher<'_, '_>, indicators: usize) {
    let content = content(indicators);
    bencher.bench_local(|| load(black_box(&content)));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn evaluate_report(bencher: Bencher<'_, '_>, indicators: usize) {
    let report = report(&content(indicators));
    bencher.bench_local(|| evaluate(black_box(&report), day(&report)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn view_site(bencher: Bencher<'_, '_>, indicators: usize) {
    let report = report(&content(indicators));
    let evaluation = evaluate(&report, day(&report));
    bencher.bench_local(|| views(black_box(&report), black_box(&evaluation)));
}

#[divan::bench(args = [3, 30])]
fn draw_columns(bencher: Bencher<'_, '_>, columns: u32) {
    let columns = (0..columns)
        .map(|at| Column {
            label: format!("{}年", 2018 + at),
            value: Some(Value::exact(1600.0 + f64::from(at), format!("1,6{at:02}"))),
            ..Column::default()
        })
        .collect();
    let plot = Plot::Columns(Columns { columns, no_data: "无数据".to_owned() });
    let spec = ChartSpec {
        id: "bench".to_owned(),
        lang: "zh-Hans".to_owned(),
        title: "招生".to_owned(),
        subtitle: "每年招收人数".to_owned(),
        aria: "招生。每年招收人数。".to_owned(),
        key: Vec::new(),
        notes: Vec::new(),
        source: "年度总结".to_owned(),
        plot,
    };
    bencher.bench_local(|| draw(black_box(&spec), Style::FILE));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn render_site(bencher: Bencher<'_, '_>, indicators: usize) {
    let report = report(&content(indicators));
    let views = views(&report, &evaluate(&report, day(&report)));
    let theme = Theme::new(&FileTree::new()).expect("the built-in theme compiles");
    bencher.bench_local(|| render(black_box(&views), &theme));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn publish_site(bencher: Bencher<'_, '_>, indicators: usize) {
    let report = report(&content(indicators));
    let views = views(&report, &evaluate(&report, day(&report)));
    let theme = Theme::new(&FileTree::new()).expect("the built-in theme compiles");
    let files = render(&views, &theme).value.expect("the site has no error");
    // Into a folder that is not there yet: nothing is the same as before.
    bencher.with_inputs(|| tempfile::tempdir().expect("a folder of our own")).bench_local_values(|folder| {
        publish(black_box(&files), &folder.path().join("site"), &[]).expect("the site can be written");
        folder
    });
}
