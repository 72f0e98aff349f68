//! The theme for an akimat: sound, and in its own colours everywhere.

use crate::corpus::{files, real, root};
use reglament::base::{RelPath, Serial};
use reglament::pipeline;
use reglament::theme::Theme;
use std::collections::BTreeMap;
use std::fs;

fn akimat() -> Theme {
    let folder = root().join("themes/akimat");
    let name = |path: &std::path::Path| path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
    let all: BTreeMap<String, Vec<u8>> =
        files(&folder).iter().map(|path| (name(path), fs::read(path).unwrap())).collect();
    Theme::with_overrides(all).expect("the theme is sound")
}

#[test]
fn the_theme_for_an_akimat_is_sound() {
    pipeline::check_theme(&akimat()).expect("its templates, too");
}

#[test]
fn pages_and_drawings_take_its_colours_in_every_scheme() {
    let artifacts = pipeline::assemble(&real().loaded.corpus, &akimat(), &Serial).expect("it can be filled");
    let text = |path: &str| String::from_utf8_lossy(&artifacts[&RelPath::new(path).unwrap()]).into_owned();
    let style = text("site/assets/site.css");
    let (brand, rest) = style.split_once(".skip").expect("the built-in style");
    assert!(brand.contains("#1b3a6b") && brand.contains("#a8c4ee"), "colours come first");
    let drawings = rest.split_once("\n.drawing text").expect("colours of drawings").1;
    let (light, dark) = drawings.split_once("@media screen and (prefers-color-scheme: dark)").expect("both schemes");
    assert!(light.contains("#1b3a6b") && dark.contains("#a8c4ee"));
    assert!(!style.contains("#1f4e80") && !style.contains("#8fbbea"), "no colour of the built-in theme is left");
    let own = fs::read_to_string(root().join("themes/akimat/assets/own.css")).unwrap();
    assert!(style.ends_with(&own), "its style stands after the built-in one");
    assert!(style.contains(".term-bar") && style.contains(".walk "), "one file for all pages");
    let sheets = artifacts.keys().filter(|path| path.as_str().ends_with(".css"));
    assert_eq!(sheets.map(RelPath::as_str).collect::<Vec<_>>(), ["site/assets/site.css"]);
    let page = text("site/ru/index.html");
    assert!(page.contains("Акимат Примерной области") && page.contains("assets/emblem.svg"));
    let one = artifacts.keys().find(|path| path.as_str().starts_with("diagrams/")).expect("a drawing");
    assert!(text(one.as_str()).contains("#1b3a6b"), "drawings that are files of their own, too");
}
