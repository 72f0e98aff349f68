//! A small site that has one of everything, to try a theme on: which names its templates use, and whether they can be filled.
//!
//! In: a [`Theme`]. Out: its faults, or nothing. Holds: the names that a template may use are those that the pages of this
//! program really give, so no list of them has to be kept.

use super::publish::{gathered, make_part};
use super::{Loaded, assemble, load};
use crate::base::{Serial, Shelf, Source, Sources};
use crate::scene;
use crate::site::Site;
use crate::theme::lint::{Shape, Shapes};
use crate::theme::{PIXEL, Theme, ThemeFault};
use std::fmt::Write;
use std::sync::OnceLock;

const TEXTS: [(&str, &str); 11] = [
    ("kk/decree.yaml", include_str!("sample/kk/decree.yaml")),
    ("kk/decree.kk.md", include_str!("sample/kk/decree.kk.md")),
    ("kk/service.yaml", include_str!("sample/kk/service.yaml")),
    ("kk/service.kk.md", include_str!("sample/kk/service.kk.md")),
    // Both texts of one regulation: they have a page side by side.
    ("kk/service.ru.md", include_str!("sample/kk/service.ru.md")),
    ("kk/service@2016-01-08.yaml", include_str!("sample/kk/service@2016-01-08.yaml")),
    ("kk/service@2016-01-08.kk.md", include_str!("sample/kk/service@2016-01-08.kk.md")),
    ("ru/decree.yaml", include_str!("sample/ru/decree.yaml")),
    ("ru/decree.ru.md", include_str!("sample/ru/decree.ru.md")),
    ("ru/service.yaml", include_str!("sample/ru/service.yaml")),
    ("ru/service.ru.md", include_str!("sample/ru/service.ru.md")),
];

/// Whose site it is, told in full: a page may say all of it.
const SITE: &str = "\
address: https://example.kz/
name: {kk: Үлгі, ru: Пример}
emblem: emblem.png
contact: {kk: '1414', ru: '1414'}
";

/// All that is wrong with the templates of a theme that could be read.
pub fn check_theme(theme: &Theme) -> Result<(), Vec<ThemeFault>> {
    let unknown = theme.unknown_names(shapes());
    if !unknown.is_empty() {
        return Err(unknown);
    }
    // A name may be there and be of no use where it stands.
    try_all(theme)
}

/// What the pages give to their templates.
pub fn shapes() -> &'static Shapes {
    static SHAPES: OnceLock<Shapes> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let site = [("site.yaml", SITE.as_bytes()), ("assets/emblem.png", PIXEL)];
        let site = site.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).into();
        let noting = Theme::noting(site);
        // The embedded templates can be filled: a test holds it.
        let _ = try_all(&noting);
        noting.noted()
    })
}

/// Makes all pages; those that list acts, also as they are where acts are many.
fn try_all(theme: &Theme) -> Result<(), Vec<ThemeFault>> {
    let Loaded { corpus, .. } = loaded();
    assemble(&corpus, theme, &Serial)?;
    let (measures, shelf) = (scene::measures(&theme.drawing), Shelf::default());
    let lists = |in_each_region| {
        let site = Site::new(&corpus, theme).parted(in_each_region);
        let lists = site.parts().into_iter().filter(|part| part.decree().is_none());
        gathered(lists.map(|part| make_part(&site, &part, theme, &measures, &shelf)).collect()).map(drop)
    };
    lists(false).and_then(|()| lists(true))
}

fn loaded() -> Loaded {
    let source = |(path, text): (&str, &str)| Source { path: path.to_owned(), text: text.replace("\r\n", "\n") };
    load(Sources::new(TEXTS.map(source).into()), &Serial)
}

/// A page that names everything a template may use.
pub fn template_guide() -> String {
    let mut out = String::from(GUIDE);
    for (name, shape) in shapes() {
        let Shape::Keys(roots) = shape else { continue };
        let _ = write!(out, "\n## `{name}`\n\n| name | holds |\n|---|---|\n");
        for (root, shape) in roots.iter().filter(|(root, _)| *root != "w") {
            write_rows(&mut out, root, shape);
        }
    }
    out
}

const GUIDE: &str = "\
# What a template may use

This page is made by the program (`UPDATE=1 cargo test --release --test suite template_guide` writes it anew) and checked
by its tests. A theme is a folder with any of these files; each takes the place of the built-in one of its name:

| file | holds |
|---|---|
| `site.yaml` | name, emblem, contact, public address, colours of the pages |
| `drawing.yaml` | colours and words of the drawings; only what differs |
| `words.kk.yaml`, `words.ru.yaml` | words of the interface, all keys |
| `templates/*.html` | pages, in the language of [Tera](https://keats.github.io/tera/) |
| `assets/*` | published as they are; the styles `site.css`, `sight.css`, `walk.css`, `terms.css` and `own.css`, which is for what a theme adds, become one, `assets/site.css` |

Every page sees `w`, the words of the interface in its language: `{{ w.home }}`. A text has `words`, and `lang` where its
language is not that of the page. What may be missing is empty: `{% if it.only_in %}`. Names that end in `[]` are lists:
`{% for fact in it.facts %}`. Text is escaped; what is HTML already is passed on with `| safe`. A name that no page gives is
told with its file, line and column when the theme is read.
";

fn write_rows(out: &mut String, name: &str, shape: &Shape) {
    match shape {
        Shape::Keys(keys) => keys.iter().for_each(|(key, inner)| write_rows(out, &format!("{name}.{key}"), inner)),
        Shape::List(item) => match &**item {
            Shape::Keys(_) | Shape::List(_) => write_rows(out, &format!("{name}[]"), item),
            _ => drop(writeln!(out, "| `{name}[]` | list |")),
        },
        Shape::Plain => drop(writeln!(out, "| `{name}` | word |")),
        Shape::Any => drop(writeln!(out, "| `{name}` | may be missing |")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Voice;
    use std::collections::BTreeMap;

    #[test]
    fn the_sample_is_sound_and_has_both_languages() {
        let loaded = loaded();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        assert_eq!(loaded.corpus.decrees.len(), 2);
        assert!(check_theme(&Theme::embedded()).is_ok_and(|()| true), "{:?}", check_theme(&Theme::embedded()));
    }

    #[test]
    fn every_page_of_the_embedded_theme_is_tried() {
        let pages = [
            "home",
            "chooser",
            "missing",
            "acts",
            "relations",
            "search",
            "region",
            "decree",
            "regulation",
            "parallel",
            "changes",
            "dated",
        ];
        for name in pages.map(|page| format!("{page}.html")) {
            assert!(shapes().contains_key(&name), "{name}");
        }
    }

    #[test]
    fn a_mistake_in_a_template_is_told_at_its_place() {
        let told = |text: &str| {
            let files = BTreeMap::from([("templates/home.html".to_owned(), text.as_bytes().to_vec())]);
            let theme = Theme::with_overrides(files).expect("it can be read");
            check_theme(&theme).err().unwrap_or_default().iter().map(ThemeFault::to_string).collect::<Vec<_>>()
        };
        assert_eq!(told("{{ it.counts }}"), [""; 0]);
        let wrong = told("a\n{% if frame.is_repealed %}{{ it.countz }}{% endif %}");
        assert_eq!(wrong, ["templates/home.html:2:30: there is no `it.countz`"]);
        let wrong = told("{% for x in it.counts.y.z %}{% endfor %}");
        assert!(wrong.len() == 1 && wrong[0].starts_with("templates/home.html:1:"), "{wrong:?}");
        let files = BTreeMap::from([("templates/home.html".to_owned(), b"{{ it.cuonts }}".to_vec())]);
        let fault = &check_theme(&Theme::with_overrides(files).unwrap()).unwrap_err()[0];
        assert!(fault.help(Voice::Ru).starts_with("есть: counts"), "{}", fault.help(Voice::Ru));
    }
}
