//! How long the whole work takes on 1,000 regulations, stage by stage, beside what the disk alone would need.
//!
//! `cargo bench --bench corpus` prints a table. Figures are medians of a few rounds in one run; compare ratios, not
//! seconds, between machines. `REGULATIONS=5000` changes the size.

mod real;

use real::corpus;
use reglament::base::{RelPath, Sink};
use reglament::edge::{Replacement, Threads};
use reglament::pipeline;
use reglament::theme::Theme;
use std::fs;
use std::time::{Duration, Instant};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 3;
const STAGES: [&str; 4] = ["read and resolve", "draw and compose", "all, into a folder", "writing files alone"];

fn main() {
    reglament::edge::keep_memory();
    let count = std::env::var("REGULATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let sources = corpus(count);
    let theme = Theme::embedded();
    let mut rounds: Vec<[Duration; 4]> = Vec::new();
    let mut tally = (0, 0);
    // Kept to the end: file systems shun the places of what was deleted a moment ago, which would be measured instead.
    let mut folders = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let loaded = pipeline::load(sources.clone(), &Threads);
        let read = start.elapsed();
        assert!(loaded.findings.is_empty(), "{} findings", loaded.findings.len());
        let sound = "the embedded theme is sound";
        pipeline::publish(&loaded.corpus, &theme, &Threads, &Nowhere).expect(sound);
        let composed = start.elapsed() - read;
        drop(loaded);

        let folder = tempfile::tempdir().expect("a temporary folder");
        let start = Instant::now();
        let loaded = pipeline::load(sources.clone(), &Threads);
        let replacement = Replacement::open(folder.path()).expect("a folder of our own");
        pipeline::publish(&loaded.corpus, &theme, &Threads, &replacement).expect(sound);
        replacement.finish().expect("room on the disk");
        let whole = start.elapsed();

        let artifacts = pipeline::assemble(&loaded.corpus, &theme, &Threads).expect(sound);
        tally = (artifacts.len(), artifacts.values().map(Vec::len).sum());
        let start = Instant::now();
        for (path, bytes) in &artifacts {
            let path = folder.path().join("alone").join(path.as_str());
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        rounds.push([read, composed, whole, start.elapsed()]);
        folders.push(folder);
    }
    let disk = median(&rounds, 3);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{count} regulations, {} files, {:.1} MB, {threads} threads", tally.0, tally.1 as f64 / 1e6);
    println!("{:<24}{:>10}{:>18}", "stage", "ms", "× writing alone");
    for (at, stage) in STAGES.into_iter().enumerate() {
        let time = median(&rounds, at);
        println!("{stage:<24}{:>10.0}{:>18.2}", time.as_secs_f64() * 1e3, time.as_secs_f64() / disk.as_secs_f64());
    }
}

/// Drops what is made.
struct Nowhere;

impl Sink for Nowhere {
    fn take(&self, _: RelPath, bytes: Vec<u8>) {
        std::hint::black_box(bytes);
    }
}

fn median(rounds: &[[Duration; 4]], at: usize) -> Duration {
    let mut times: Vec<Duration> = rounds.iter().map(|round| round[at]).collect();
    times.sort();
    times[times.len() / 2]
}
