//! Where each page lies, and how one page reaches another: relative links only, so that the site works under any path.

use crate::base::{Id, Lang, RelPath};
use crate::model::Regulation;
use crate::wording::date::Date;

/// Acts that stand in one list where there are too many for the front page: of a region or of none, of all years or of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct List<'a> {
    pub region: Option<&'a Id>,
    pub year: Option<u16>,
}

impl List<'_> {
    fn name(self) -> String {
        let region = region_name(self.region);
        // The year comes first: behind the id, it might be the end of another.
        self.year.map_or_else(|| region.clone(), |year| format!("{year}-{region}"))
    }
}

/// A page of the site, in any language.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    Home,
    /// A file rather than a folder, so that no decree's id can ever name the same place.
    Acts,
    /// The relations of the acts of a list.
    Relations(List<'a>),
    Search,
    Region(List<'a>),
    Decree(&'a Id),
    Regulation(&'a Id, &'a Id),
    /// Both languages of a regulation side by side.
    Parallel(&'a Id, &'a Id),
    /// A former edition of a regulation, by its first day.
    Edition(&'a Id, &'a Id, Date),
    /// What the edition of this day changed.
    Changes(&'a Id, &'a Id, Date),
    /// What changed from the edition of the first day to that of the second, with others between them.
    Between(&'a Id, &'a Id, Date, Date),
}

impl Place<'_> {
    /// The path within the folder of a language.
    pub fn here(self) -> String {
        match self {
            Place::Home => "index.html".to_owned(),
            Place::Acts => "acts.html".to_owned(),
            Place::Search => "search.html".to_owned(),
            Place::Region(list) => list.name() + ".html",
            Place::Relations(list) => format!("acts-{}.html", list.name()),
            // Links are made by the million: not by the formatter.
            Place::Decree(decree) => [decree.as_str(), "/index.html"].concat(),
            Place::Regulation(decree, regulation) => {
                [decree.as_str(), "/", regulation.as_str(), "/index.html"].concat()
            }
            Place::Parallel(decree, regulation) => [decree.as_str(), "/", regulation.as_str(), "/both.html"].concat(),
            Place::Edition(decree, regulation, day) => format!("{decree}/{regulation}/{day}/index.html"),
            Place::Changes(decree, regulation, day) => format!("{decree}/{regulation}/{day}/changes.html"),
            Place::Between(decree, regulation, from, to) => format!("{decree}/{regulation}/{to}/since-{from}.html"),
        }
    }

    /// The way from the page up to the folder of its language, and from there to the root.
    pub fn to_language(self) -> &'static str {
        match self {
            Place::Home | Place::Acts | Place::Relations(_) | Place::Search | Place::Region(_) => "",
            Place::Decree(_) => "../",
            Place::Regulation(..) | Place::Parallel(..) => "../../",
            Place::Edition(..) | Place::Changes(..) | Place::Between(..) => "../../../",
        }
    }

    pub fn to_root(self) -> String {
        ["../", self.to_language()].concat()
    }

    /// A link to another page in the same language.
    pub fn link(self, to: Place<'_>) -> String {
        [self.to_language(), &to.here()].concat()
    }

    pub fn file(self, lang: Lang) -> RelPath {
        rel(&[lang.tag(), "/", &self.here()].concat())
    }
}

/// What anchors, files and parts call a region; no act can have this name, nor two regions one.
pub(super) fn region_name(region: Option<&Id>) -> String {
    region.map_or_else(|| "no-region".to_owned(), |id| format!("region-{id}"))
}

/// A drawing as a file of its own, in the language of its regulation or in the other one.
pub(super) fn drawing(decree: &Id, regulation: &Regulation, path: &Id, lang: Lang) -> RelPath {
    rel(&format!("drawings/{decree}/{}/{}.svg", regulation.id, in_language(regulation, path, lang)))
}

/// The same of a former edition.
pub(super) fn former_drawing(decree: &Id, regulation: &Regulation, day: Date, path: &Id, lang: Lang) -> RelPath {
    rel(&format!("drawings/{decree}/{}/{day}/{}.svg", regulation.id, in_language(regulation, path, lang)))
}

fn in_language(regulation: &Regulation, path: &Id, lang: Lang) -> String {
    if lang == regulation.language { path.to_string() } else { format!("{path}.{}", lang.tag()) }
}

/// The picture beside links to a regulation: one for both languages.
pub(super) fn card(decree: &Id, regulation: &Id) -> RelPath {
    rel(&format!("cards/{decree}/{regulation}.png"))
}

/// The model of a regulation as JSON.
pub(super) fn data(decree: &Id, regulation: &Id) -> RelPath {
    rel(&format!("data/{decree}/{regulation}.json"))
}

/// The text of a decree with its requisites, in a language that it exists in.
pub(super) fn decree_text(decree: &Id, lang: Lang) -> RelPath {
    rel(&format!("data/{decree}.{lang}.docx", lang = lang.tag()))
}

/// The same of a regulation; its name alone says what it is, wherever it is kept.
pub(super) fn text(decree: &Id, regulation: &Id, lang: Lang) -> RelPath {
    rel(&format!("data/{decree}/{regulation}.{lang}.docx", lang = lang.tag()))
}

/// The same of a former edition.
pub(super) fn former_text(decree: &Id, regulation: &Id, day: Date, lang: Lang) -> RelPath {
    rel(&format!("data/{decree}/{regulation}.{day}.{lang}.docx", lang = lang.tag()))
}

/// Made of ids and fixed words, none of which can leave the folder.
pub(super) fn rel(path: &str) -> RelPath {
    match RelPath::new(path) {
        Some(path) => path,
        None => unreachable!("an id is a sound segment of a path: {path}"),
    }
}
