//! Many definitions out of the few real ones.

use reglament::base::{Source, Sources};
use std::fs;
use std::path::{Path, PathBuf};

/// The real decrees over and over, each time under another id.
pub fn corpus(count: usize) -> Sources {
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
