//! What the site costs, beside what is asked of it: `cargo bench --bench site`.
//!
//! Real decrees over and over, 1,000 regulations with pages in both languages; `REGULATIONS=5000` changes the number.
//! The program is timed as its users start it; `serve` by the rooms that it works with. Figures are medians of a few
//! rounds. Seconds differ from machine to machine, copies of the result less so.

#[path = "real/folder.rs"]
mod folder;
#[path = "site/process.rs"]
mod process;
mod real;
#[path = "site/weight.rs"]
mod weight;

use folder::put;
use process::{Seen, watch};
use real::corpus;
use reglament::base::{RelPath, Source, Sources};
use reglament::edge::{Rereader, Threads};
use reglament::pipeline::{Press, Stamp, Workbook};
use reglament::theme::Theme;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use weight::Weights;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is asked: milliseconds and megabytes for so many regulations, milliseconds for one changed file, how many times
/// as long as a copy of the result, kilobytes of a page.
const ASKED: [(usize, f64, f64); 2] = [(1_000, 500.0, 150.0), (5_000, 2_500.0, f64::NAN)];
const CHANGED_MS: f64 = 50.0;
const COPIES: f64 = 4.0;
const PAGE_KB: f64 = 150.0;

fn main() {
    reglament::edge::keep_memory();
    let count = std::env::var("REGULATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let rounds = (3_000 / count.max(1)).clamp(1, 3);
    // Kept to the end: file systems shun the places of what was deleted a moment ago, which would be measured instead.
    let place = tempfile::tempdir().expect("a temporary folder");
    let sources = corpus(count);
    let definitions = place.path().join("regulations");
    put(&definitions, &sources);
    let work = Work { place: place.path().to_owned(), definitions, edited: edited(&sources) };

    let whole: Vec<Run> = (0..rounds).map(|round| work.build(&format!("output-{round}"), None)).collect();
    let copies: Vec<Duration> = (0..rounds).map(|round| work.copied("output-0", &format!("copy-{round}"))).collect();
    let shared = work.build("output-shared", Some("https://example.kz/"));
    let again: Vec<Run> = (0..5).map(|round| work.build_changed("output-0", round)).collect();
    let served: Vec<Duration> = work.served(5);
    let weights = Weights::of(&work.place.join("output-0/site"));

    let asked = ASKED.iter().find(|(size, ..)| *size == count);
    let copy = milliseconds(&median(copies));
    let whole_ms = milliseconds(&median(whole.iter().map(|run| run.took).collect()));
    let peak = whole.iter().filter_map(|run| run.seen.peak_kb).max();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (files, bytes) = weights.whole;
    println!("{count} regulations, {files} files, {:.0} MB, {threads} threads", bytes as f64 / 1e6);
    println!("{:<44}{:>10}{:>10}", "", "measured", "asked");
    row("the whole, ms", whole_ms, asked.map(|asked| asked.1));
    row("… in copies of the result", whole_ms / copy, Some(COPIES));
    row("… processor time, ms", processor(&whole), None);
    row("… peak memory, MB", peak.map_or(f64::NAN, |kb| kb as f64 / 1024.0), asked.map(|asked| asked.2));
    row("copying the result, ms", copy, None);
    row("with a public address (pictures, map), ms", milliseconds(&shared.took), None);
    row("… processor time, ms", processor(&[shared]), None);
    let changed = median(again.iter().map(|run| run.took).collect());
    row("one changed file, `build`, ms", milliseconds(&changed), Some(CHANGED_MS));
    row("… processor time, ms", processor(&again), None);
    row("one changed file, `serve`, ms", milliseconds(&median(served)), Some(CHANGED_MS));
    for (name, page) in [("median", &weights.median), ("largest", &weights.largest)] {
        row(&format!("{name} regulation page, KB"), page.raw as f64 / 1e3, Some(PAGE_KB));
        row("… gzipped, KB", page.gzipped as f64 / 1e3, None);
        row("… with its styles and scripts, gzipped, KB", page.with_assets as f64 / 1e3, None);
    }
}

/// `NaN` is what could not be measured, or what nobody asks for.
fn row(name: &str, measured: f64, asked: Option<f64>) {
    let said = |number: f64| match number {
        none if none.is_nan() => "–".to_owned(),
        small if small < 10.0 => format!("{small:.1}"),
        large => format!("{large:.0}"),
    };
    println!("{name:<44}{:>10}{:>10}", said(measured), said(asked.unwrap_or(f64::NAN)));
}

/// The median, where the system tells it.
fn processor(runs: &[Run]) -> f64 {
    let all: Option<Vec<Duration>> = runs.iter().map(|run| run.seen.work).collect();
    all.map_or(f64::NAN, |all| milliseconds(&median(all)))
}

fn milliseconds(time: &Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The file that is edited: a regulation in the middle of the corpus.
fn edited(sources: &Sources) -> Source {
    let is_regulation = |path: &str| path.ends_with(".yaml") && !path.ends_with("decree.yaml");
    let all: Vec<&Source> =
        sources.iter().map(|(_, source)| source).filter(|source| is_regulation(&source.path)).collect();
    all[all.len() / 2].clone()
}

struct Work {
    place: PathBuf,
    definitions: PathBuf,
    edited: Source,
}

/// One run of the program.
struct Run {
    took: Duration,
    seen: Seen,
}

impl Work {
    fn build(&self, output: &str, address: Option<&str>) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
        command.arg("build").arg("--source").arg(&self.definitions).arg("--output").arg(self.place.join(output));
        if let Some(address) = address {
            let theme = self.place.join("theme");
            fs::create_dir_all(&theme).expect("a folder");
            fs::write(theme.join("site.yaml"), format!("address: {address}\n")).expect("a file");
            command.arg("--theme").arg(theme);
        }
        let start = Instant::now();
        let mut child = command.stdout(Stdio::null()).spawn().expect("the program");
        let (process, is_over) = (child.id(), AtomicBool::new(false));
        let (took, seen) = thread::scope(|scope| {
            let watcher = scope.spawn(|| watch(process, &is_over));
            let status = child.wait().expect("a child");
            let took = start.elapsed();
            is_over.store(true, Ordering::Relaxed);
            assert!(status.success(), "the definitions are sound");
            (took, watcher.join().expect("a watcher"))
        });
        Run { took, seen }
    }

    /// The same output after one file changed.
    fn build_changed(&self, output: &str, round: usize) -> Run {
        self.retitle(round);
        self.build(output, None)
    }

    /// Gives the edited file another title.
    fn retitle(&self, round: usize) {
        let text = self.edited.text.replacen("\ntitle: ", &format!("\ntitle: {round} "), 1);
        assert_ne!(text, self.edited.text, "{} has a title", self.edited.path);
        fs::write(self.definitions.join(&self.edited.path), text).expect("a file");
    }

    /// What `serve` does when a file has changed and the browser asks for its page.
    fn served(&self, rounds: usize) -> Vec<Duration> {
        let (theme, rest) = (Theme::embedded(), Stamp::default());
        let (mut book, mut press) = (Workbook::default(), Press::default());
        let mut reader = Rereader::new(&self.definitions);
        book.update(reader.read().expect("the definitions").texts, &BTreeSet::new(), &Threads);
        press.renew(&book, &theme, rest);
        let page = format!("kk/{}/index.html", self.edited.path.trim_end_matches(".yaml"));
        let page = RelPath::new(&page).expect("a path");
        let once = |round| {
            self.retitle(round);
            let start = Instant::now();
            let changes = reader.read().expect("the definitions");
            book.update(changes.texts, &changes.gone, &Threads);
            press.renew(&book, &theme, rest);
            let made = press.file(&page, &book, &theme).expect("the templates fit").expect("the page");
            let took = start.elapsed();
            let title = format!("{round} ");
            assert!(String::from_utf8_lossy(&made).contains(&title), "the page is that of the changed file");
            took
        };
        (0..rounds).map(once).collect()
    }

    /// How long the file system takes for a result like that.
    fn copied(&self, from: &str, to: &str) -> Duration {
        let start = Instant::now();
        copy(&self.place.join(from), &self.place.join(to));
        start.elapsed()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}
