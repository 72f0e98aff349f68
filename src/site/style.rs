//! What stands beside the pages: the files of the theme, and the style of all pages in one of them.
//!
//! In: a theme. Out: the files of `assets/`.
//! Holds: a page shows nothing before it has each of its styles, and each file is a way to the server and back: there is
//! one. The publisher's colours come first in it, what a theme adds last.

use super::address::rel;
use super::print;
use crate::backend::svg;
use crate::base::Artifacts;
use crate::theme::Theme;

const STYLE: &str = "assets/site.css";
/// Files of a theme that stand in it behind the first one and the colours of drawings, in this order.
const FURTHER: [&str; 4] = ["assets/sight.css", "assets/walk.css", "assets/terms.css", "assets/own.css"];

/// The files of `assets/`.
pub(super) fn assets(theme: &Theme) -> Artifacts {
    let mut files: Artifacts =
        theme.assets.iter().map(|(path, bytes)| (path.under("assets"), bytes.to_vec())).collect();
    let mut style = theme.publisher.css().into_bytes();
    let mut add = |sheet: Vec<u8>| {
        style.push(b'\n');
        style.extend(sheet);
    };
    add(files.remove(&rel(STYLE)).unwrap_or_default());
    add(drawing_css(theme).into_bytes());
    FURTHER.into_iter().filter_map(|name| files.remove(&rel(name))).for_each(add);
    files.insert(rel(STYLE), style);
    files
}

/// Colours of the drawings. Paper is always light.
fn drawing_css(theme: &Theme) -> String {
    let (light, dark) = (svg::stylesheet(&theme.drawing, false), svg::stylesheet(&theme.drawing, true));
    let print = print::css(theme.drawing.paper);
    let in_pages = svg::page_stylesheet();
    format!("{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{in_pages}{print}")
}
