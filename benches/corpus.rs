//! How long the whole work takes on 1,000 regulations, stage by stage, beside what the disk alone would need.
//!
//! `cargo bench --bench corpus` prints a table. Figures are medians of a few rounds in one run; compare ratios, not
//! seconds, between machines. `REGULATIONS=5000` changes the size.

use reglament::base::{Source, Sources, Spread};
use reglament::edge::Threads;
use reglament::pipeline;
use reglament::theme::Theme;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;

fn main() {
    let count = std::env::var("REGULATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let sources = corpus(count);
    let theme = Theme::embedded();
    let mut rounds: Vec<[Duration; 5]> = Vec::new();
    let mut files = 0;
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let loaded = pipeline::load(sources.clone(), &Threads);
        let read = start.elapsed();
        let figures = pipeline::draw(&loaded.corpus, &theme, &Threads);
        let drawn = start.elapsed();
        let artifacts =
            pipeline::assemble(&loaded.corpus, &figures, &theme, &Threads).expect("the embedded theme is sound");
        let assembled = start.elapsed();
        assert!(loaded.findings.is_empty(), "{} findings", loaded.findings.len());
        files = artifacts.len();
        bytes = artifacts.values().map(Vec::len).sum();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let start = Instant::now();
        for (path, bytes) in &artifacts {
            let path = folder.path().join(path.as_str());
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        rounds.push([read, drawn - read, assembled - drawn, assembled, start.elapsed()]);
    }
    let disk = median(&rounds, 4);
    println!(
        "{count} regulations, {files} files, {:.1} MB, {} threads",
        bytes as f64 / 1e6,
        Threads.map(&[()], |()| rayon_threads())[0]
    );
    println!("{:<24}{:>10}{:>18}", "stage", "ms", "× writing alone");
    for (at, stage) in
        ["read and resolve", "draw", "write pages", "all of it", "writing files alone"].into_iter().enumerate()
    {
        let time = median(&rounds, at);
        println!("{stage:<24}{:>10.0}{:>18.2}", time.as_secs_f64() * 1e3, time.as_secs_f64() / disk.as_secs_f64());
    }
}

fn rayon_threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn median(rounds: &[[Duration; 5]], at: usize) -> Duration {
    let mut times: Vec<Duration> = rounds.iter().map(|round| round[at]).collect();
    times.sort();
    times[times.len() / 2]
}

/// The real decrees over and over, each time under another id.
fn corpus(count: usize) -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let mut real: Vec<(String, String)> = Vec::new();
    let mut folders: Vec<PathBuf> = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the definitions") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "md") {
                let name = path.strip_prefix(&folder).expect("inside").to_string_lossy().replace('\\', "/");
                real.push((name, fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    real.retain(|(name, _)| name.contains('/'));
    real.sort();
    let regulations = real.iter().filter(|(name, _)| name.ends_with(".yaml") && !name.ends_with("decree.yaml")).count();
    let copies = count.div_ceil(regulations);
    let mut all = Vec::new();
    for copy in 0..copies {
        for (name, text) in &real {
            let (decree, file) = name.split_once('/').expect("a folder");
            let text = text.replace(&format!("decree: {decree}"), &format!("decree: {decree}-n{copy}"));
            all.push(Source { path: format!("{decree}-n{copy}/{file}"), text });
        }
    }
    Sources::new(all)
}
