//! Definitions as files.

use reglament::base::Sources;
use std::fs;
use std::path::Path;

/// Writes definitions into a folder.
pub fn put(folder: &Path, sources: &Sources) {
    for (_, source) in sources.iter() {
        let path = folder.join(&source.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, &source.text).expect("a file");
    }
}
