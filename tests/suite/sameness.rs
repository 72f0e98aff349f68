//! One input, one output, byte for byte.

use crate::corpus::{real, sources};
use reglament::base::{Serial, Sources};
use reglament::edge::Threads;
use reglament::pipeline;
use reglament::theme::Theme;

#[test]
fn threads_change_nothing() {
    let theme = Theme::embedded();
    let loaded = pipeline::load(sources(), &Threads);
    let artifacts = pipeline::assemble(&loaded.corpus, &theme, &Threads).expect("the embedded theme is sound");
    assert!(artifacts == real().artifacts);
}

#[test]
fn the_order_of_files_changes_nothing() {
    let mut all: Vec<_> = sources().iter().map(|(_, source)| source.clone()).collect();
    all.reverse();
    let theme = Theme::embedded();
    let loaded = pipeline::load(Sources::new(all), &Serial);
    let artifacts = pipeline::assemble(&loaded.corpus, &theme, &Serial).expect("the embedded theme is sound");
    assert!(artifacts == real().artifacts);
}

/// Nothing of the machine is in what is written.
#[test]
fn no_path_of_the_machine_is_written() {
    let root = env!("CARGO_MANIFEST_DIR");
    for (path, bytes) in &real().artifacts {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(root), "{path}");
    }
}
