//! The files of the embedded theme, listed once.

/// Path relative to the theme folder, and content.
pub(super) type File = (&'static str, &'static [u8]);

macro_rules! files {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),+]
    };
}

/// Every file of `themes/default`.
pub(super) static FILES: &[File] = files![
    "drawing.yaml",
    "site.yaml",
    "words.kk.yaml",
    "words.ru.yaml",
    "templates/base.html",
    "templates/chooser.html",
    "templates/home.html",
    "templates/decree.html",
    "templates/region.html",
    "templates/regulation.html",
    "templates/acts.html",
    "templates/relations.html",
    "templates/parts.html",
    "templates/search.html",
    "templates/missing.html",
    "templates/parallel.html",
    "templates/changes.html",
    "templates/dated.html",
    "templates/machine.html",
    "templates/walk.html",
    "templates/share.html",
    "assets/site.css",
    "assets/icon.svg",
    "assets/sight.css",
    "assets/sight.js",
    "assets/switch.js",
    "assets/dated.js",
    "assets/terms.css",
    "assets/terms.js",
    "assets/upcoming.js",
    "assets/search-index.js",
    "assets/search.js",
    "assets/search-page.js",
    "assets/search-words.js",
    "assets/drawing.js",
    "assets/walk.js",
    "assets/walk.css",
    "assets/embed.js",
    "assets/frame.js",
    "fonts/NotoSans-Regular.woff2",
    "fonts/NotoSans-Bold.woff2",
];
