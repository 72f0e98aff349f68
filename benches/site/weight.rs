//! How heavy the pages of regulations are: raw, gzipped, and with the styles and scripts that they load.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

pub struct Weights {
    /// Files and bytes of the site.
    pub whole: (usize, u64),
    pub median: Page,
    pub largest: Page,
}

pub struct Page {
    pub raw: usize,
    pub gzipped: usize,
    pub with_assets: usize,
}

impl Weights {
    pub fn of(site: &Path) -> Weights {
        let mut files: Vec<(PathBuf, u64)> = Vec::new();
        list(site, &mut files);
        let whole = (files.len(), files.iter().map(|(_, size)| size).sum());
        // `kk/DECREE/REGULATION/index.html`.
        let is_regulation = |path: &Path| {
            let inside = path.strip_prefix(site).expect("inside");
            inside.components().count() == 4 && inside.ends_with("index.html")
        };
        let mut pages: Vec<(u64, PathBuf)> =
            files.into_iter().filter(|(path, _)| is_regulation(path)).map(|(path, size)| (size, path)).collect();
        pages.sort();
        let [median, largest] = [pages.len() / 2, pages.len() - 1].map(|at| page(site, &pages[at].1));
        Weights { whole, median, largest }
    }
}

fn list(folder: &Path, files: &mut Vec<(PathBuf, u64)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let about = entry.metadata().expect("its size");
        match about.is_dir() {
            true => list(&entry.path(), files),
            false => files.push((entry.path(), about.len())),
        }
    }
}

fn page(site: &Path, path: &Path) -> Page {
    let text = fs::read_to_string(path).expect("a page");
    let assets: BTreeSet<&str> = text
        .split("assets/")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(name, _)| name)
        .filter(|name| name.ends_with(".css") || name.ends_with(".js"))
        .collect();
    let sizes: BTreeMap<&str, usize> = assets
        .into_iter()
        .filter_map(|name| Some((name, gzipped(&fs::read(site.join("assets").join(name)).ok()?))))
        .collect();
    let own = gzipped(text.as_bytes());
    Page { raw: text.len(), gzipped: own, with_assets: own + sizes.values().sum::<usize>() }
}

fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory").len()
}
