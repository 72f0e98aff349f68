//! What several tests look at: the real definitions, their drawings, their site.

use reglament::base::{Artifacts, Serial, Source, Sources};
use reglament::pipeline;
use reglament::pipeline::{Figure, Loaded};
use reglament::theme::Theme;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, in the order of their paths.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A page without the words that only a screen reader says.
pub fn seen(page: &str) -> String {
    let mut parts = page.split("<span class=\"unseen\"");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|rest| Some(rest.split_once("</span>")?.1)).collect::<String>()
}

/// The definitions in `regulations/`.
pub fn sources() -> Sources {
    let folder = root().join("regulations");
    let all = files(&folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "yaml" || e == "md"));
    let relative = |path: &Path| path.strip_prefix(&folder).expect("inside").to_string_lossy().replace('\\', "/");
    Sources::new(
        all.map(|path| Source { path: relative(&path), text: read(&path).replace("\r\n", "\n") })
            .filter(|source| source.path.contains('/'))
            .collect(),
    )
}

/// The real definitions and everything that is made of them, once for all tests.
pub struct Real {
    pub loaded: Loaded,
    pub figures: Vec<Figure>,
    pub artifacts: Artifacts,
}

pub fn real() -> &'static Real {
    static REAL: OnceLock<Real> = OnceLock::new();
    REAL.get_or_init(|| {
        let theme = Theme::embedded();
        let loaded = pipeline::load(sources(), &Serial);
        let figures = pipeline::draw(&loaded.corpus, &theme, &Serial);
        let artifacts = pipeline::assemble(&loaded.corpus, &theme, &Serial).expect("the embedded theme is sound");
        Real { loaded, figures, artifacts }
    })
}

/// The dumped model of one regulation.
pub fn view(decree: &str, regulation: &str) -> Value {
    let decree = real().loaded.corpus.decrees.iter().find(|one| one.id.as_str() == decree).expect("the decree");
    let regulation = decree.regulations.iter().find(|one| one.id.as_str() == regulation).expect("the regulation");
    serde_json::json!(reglament::model::view(decree, regulation))
}

/// Readings of acts made by hand: decree, regulation, structure.
pub fn structures() -> Vec<(String, String, Value)> {
    files(&root().join("tests/acts/structure"))
        .into_iter()
        .map(|path| {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let (decree, regulation) = stem.split_once('.').expect("decree.regulation");
            (decree.to_owned(), regulation.to_owned(), serde_json::from_str(&read(&path)).expect("JSON"))
        })
        .collect()
}
