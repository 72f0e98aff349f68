//! How good drawings are, and how long they take: `cargo bench --bench layout -- [FOLDER]`.
//!
//! Reads every graph of a folder in the neutral JSON form (without one: `tests/graphs`), adds processes made by rule, and
//! prints a table. A file `NAME-edited.json` beside `NAME.json` is compared with it: how many pairs changed their order.

#[path = "../tests/suite/graphs.rs"]
mod graphs;

use reglament::backend::geometry;
use reglament::layout::{Options, Quality, SizedGraph, measure, order_flips, place};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Each graph is drawn so often, and for at least so long.
const ROUNDS_MIN: usize = 5;
const TIME_MIN: Duration = Duration::from_millis(200);

fn main() {
    let folder = env::args().skip(1).find(|argument| !argument.starts_with("--")).map(PathBuf::from);
    let usual = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/graphs");
    let mut all = read(folder.as_deref().unwrap_or(&usual));
    if folder.is_none() {
        let made = [(15, 50, 4), (22, 200, 6), (33, 1000, 8)];
        all.extend(
            made.map(|(seed, count, lanes)| (format!("process of {count}"), graphs::process(seed, count, lanes))),
        );
        all.push(("ways back through steps".to_owned(), graphs::correction(6, 40, 3)));
        all.push(("ways within ways, one lane".to_owned(), graphs::nested(6, 3, 1)));
        all.push(("ways within ways, three lanes".to_owned(), graphs::nested(6, 3, 3)));
        all.push(("three processes that talk".to_owned(), graphs::collaboration(6, 42, 3)));
    }
    println!("| graph | nodes | flows | defects | crossings | bends | bends a flow | straight | aspect | ms |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (name, graph) in &all {
        let quality = measure(graph, &place(graph, &Options::default()));
        println!("{}", row(name, &quality, time(graph)));
    }
    for (name, edited) in &all {
        let Some((_, before)) = all.iter().find(|(other, _)| *name == format!("{other}-edited")) else { continue };
        let [old, new] = [before, edited].map(|graph| place(graph, &Options::default()));
        let (flips, pairs) = order_flips((before, &old), (edited, &new));
        println!("\n{name}: {flips} of {pairs} pairs changed their order");
    }
}

/// The graphs of a folder, in the order of their names.
fn read(folder: &Path) -> Vec<(String, SizedGraph)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let graph = |file: PathBuf| {
        let json = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let graph = geometry::read_graph(&json).unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
        (file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), graph)
    };
    files.into_iter().map(graph).collect()
}

/// The median of several drawings, each in a thread of its own, which has no plans from before.
fn time(graph: &SizedGraph) -> Duration {
    let round = || {
        let start = Instant::now();
        std::hint::black_box(place(std::hint::black_box(graph), &Options::default()));
        start.elapsed()
    };
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < ROUNDS_MIN || start.elapsed() < TIME_MIN {
        times.push(thread::scope(|scope| scope.spawn(round).join().expect("a layout never panics")));
    }
    times.sort();
    times[times.len() / 2]
}

fn row(name: &str, quality: &Quality, time: Duration) -> String {
    let Quality { nodes, lines, defects, crossings, bends, straight, size } = quality;
    let share = |part: usize| part as f64 / (*lines).max(1) as f64;
    format!(
        "| {name} | {nodes} | {lines} | {defects} | {crossings} | {bends} | {:.2} | {:.2} | {:.1} | {:.2} |",
        share(*bends),
        share(*straight),
        f64::from(size.w) / f64::from(size.h.max(1)),
        time.as_secs_f64() * 1e3
    )
}
