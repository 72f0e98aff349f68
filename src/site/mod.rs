//! The site: pages, navigation and assets, in Kazakh and in Russian.
//!
//! In: a `Corpus`, its drawings, a `Theme`. Out: `Artifacts`, relative to the folder of the site.
//! Holds: every link is relative and leads somewhere, no page asks another host for anything, no page needs a script,
//! both languages have the same pages in the same places.
//! Absent on purpose: files, and anything that changes the words of an act.

mod acts;
mod acts_drawing;
mod address;
mod answers;
mod card;
mod changes;
mod context;
mod dated;
mod decree;
mod desk;
mod drawing_file;
mod editions;
mod facts;
mod home;
pub mod links;
mod lists;
mod machine;
mod missing;
pub mod notes;
mod parallel;
mod print;
mod regions;
mod regulation;
mod relations;
mod search;
mod single;
mod style;
#[cfg(test)]
mod tests;
mod text_file;
mod timeline;
mod walk;

use crate::base::{Artifacts, Id, Lang};
use crate::manuscript::FlowTable;
use crate::model::{Corpus, Decree, Regulation};
use crate::scene::Scene;
use crate::theme::{Theme, ThemeFault};
use address::{Place, region_name, rel};
use desk::{Desk, Stock};
use lists::Lists;
use relations::Relations;
pub use search::Gathered;
use serde::Serialize;

/// One drawing, and the path that it draws.
#[derive(Debug, Clone, Copy)]
pub struct Figured<'a> {
    pub path: &'a Id,
    /// In one piece, for the page.
    pub scene: &'a Scene,
    /// Cut for paper.
    pub paper: &'a Scene,
    /// The file to take away: the drawing for paper as SVG.
    pub file: &'a str,
    /// The same as a table.
    pub table: &'a FlowTable,
}

/// What every page of a site may look at.
pub struct Site<'a> {
    corpus: &'a Corpus,
    theme: &'a Theme,
    relations: Relations<'a>,
    lists: Lists<'a>,
}

/// A piece of work that makes a few files: pages of both languages, so that what they share is made once.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    Front,
    Acts,
    SearchPage,
    /// The acts of a region, or those of none, where they are too many for one page.
    Region(Option<&'a Id>),
    /// The index of the whole corpus, which the search asks.
    Search,
    /// What only machines read: index, map, feeds.
    Machines,
    Decree(&'a Decree),
    Regulation(&'a Decree, &'a Regulation),
    /// An edition by its place in the line of them: its page, unless it is the latest, and what it changed.
    Edition(&'a Decree, &'a Regulation, usize),
}

/// A regulation whose paths are drawn.
pub struct Drawn<'a> {
    pub decree: &'a Decree,
    /// As it is or was in force.
    pub regulation: &'a Regulation,
    /// The editions before that.
    pub earlier: &'a [Regulation],
}

impl<'a> Site<'a> {
    pub fn new(corpus: &'a Corpus, theme: &'a Theme) -> Site<'a> {
        let relations = Relations::of(corpus);
        let lists = Lists::of(corpus, relations.all.len());
        Site { corpus, theme, relations, lists }
    }

    /// The site as it is of many acts, however few there are; and as it is of many in each region.
    pub fn parted(self, in_each_region: bool) -> Site<'a> {
        Site { lists: Lists::of_many(self.corpus, in_each_region), ..self }
    }

    /// How acts are parted over pages: the same words, the same way.
    pub fn parting(&self) -> String {
        format!("{:?}", self.lists)
    }

    /// All that there is to make beside the assets.
    pub fn parts(&self) -> Vec<Part<'a>> {
        let mut parts = vec![Part::Search, Part::Front, Part::SearchPage, Part::Acts, Part::Machines];
        if self.lists.are_parted {
            parts.extend(regions::all(self.corpus).iter().map(|acts| Part::Region(acts.region)));
        }
        for decree in &self.corpus.decrees {
            parts.push(Part::Decree(decree));
            for regulation in &decree.regulations {
                parts.push(Part::Regulation(decree, regulation));
                let is_alone = regulation.former.is_empty();
                let editions = if is_alone { 0 } else { regulation.former.len() + 1 };
                parts.extend((0..editions).map(|at| Part::Edition(decree, regulation, at)));
            }
        }
        parts
    }

    /// Pairs of decrees, by their places in the corpus, one of which amends or repeals the other: a page of one may say
    /// something of the other.
    pub fn related(&self) -> impl Iterator<Item = (usize, usize)> {
        self.relations.between_own()
    }

    /// Files that no regulation has a part in.
    pub fn assets(&self) -> Artifacts {
        style::assets(self.theme)
    }

    /// What is drawn for a part: a former edition, too.
    pub fn drawn(part: &Part<'a>) -> Option<Drawn<'a>> {
        match part {
            Part::Regulation(decree, regulation) => Some(Drawn { decree, regulation, earlier: &regulation.former }),
            Part::Edition(decree, regulation, at) => {
                let (earlier, edition) = (regulation.former.get(..*at)?, regulation.former.get(*at)?);
                Some(Drawn { decree, regulation: edition, earlier })
            }
            _ => None,
        }
    }

    /// The files of a part, relative to the folder of the site. A regulation's part takes its drawings. Fails only where
    /// a template asks for what its page does not have.
    pub fn make(&self, part: &Part<'_>, figures: &[Figured<'_>]) -> Result<Artifacts, ThemeFault> {
        part.make(&self.stock(), figures)
    }

    /// The files of [`Part::Search`], for which nothing is composed again that is known from before. Gives what the next
    /// run may know.
    pub fn make_search(&self, before: &Gathered) -> (Artifacts, Gathered) {
        search::files_knowing(&self.stock(), before)
    }

    fn stock(&self) -> Stock<'_> {
        Stock { corpus: self.corpus, theme: self.theme, relations: &self.relations, lists: &self.lists }
    }
}

impl Site<'_> {
    /// The page of a regulation in one language, as one file with everything inside.
    pub fn single(
        &self,
        decree: &Decree,
        regulation: &Regulation,
        figures: &[Figured<'_>],
        lang: Lang,
    ) -> Result<String, ThemeFault> {
        let mut files = self.make(&Part::Regulation(decree, regulation), figures)?;
        files.extend(self.assets());
        let page = Place::Regulation(&decree.id, &regulation.id).file(lang);
        Ok(single::write(&files, &page, self.theme.publisher.address.as_ref()).unwrap_or_default())
    }
}

impl<'a> Part<'a> {
    /// The decree whose act it is; none where it concerns all acts.
    pub fn decree(&self) -> Option<&'a Decree> {
        match self {
            Part::Front | Part::Acts | Part::SearchPage | Part::Region(_) | Part::Search | Part::Machines => None,
            Part::Decree(decree) | Part::Regulation(decree, _) | Part::Edition(decree, ..) => Some(decree),
        }
    }
}

impl Part<'_> {
    /// Tells it from every other part, in this run and the next.
    pub fn name(&self) -> String {
        match self {
            Part::Front => "front".to_owned(),
            Part::Acts => "acts".to_owned(),
            Part::SearchPage => "search-page".to_owned(),
            Part::Region(region) => format!("region/{}", region_name(*region)),
            Part::Search => "search".to_owned(),
            Part::Machines => "machines".to_owned(),
            Part::Decree(decree) => format!("decree/{}", decree.id),
            Part::Regulation(decree, regulation) => format!("regulation/{}/{}", decree.id, regulation.id),
            Part::Edition(decree, regulation, at) => {
                let day = editions::nth(regulation, *at).begins(decree);
                format!("edition/{}/{}/{day}", decree.id, regulation.id)
            }
        }
    }

    fn make(&self, stock: &Stock<'_>, figures: &[Figured<'_>]) -> Result<Artifacts, ThemeFault> {
        let theme = stock.theme;
        match self {
            Part::Regulation(decree, regulation) => regulation::files(stock, decree, regulation, figures),
            Part::Edition(decree, regulation, at) => editions::files(stock, decree, regulation, *at, figures),
            Part::Decree(decree) => {
                let mut files =
                    both(stock, Place::Decree(&decree.id), "decree.html", |desk| decree::page(desk, decree))?;
                text_file::of_decree(stock, decree, &mut files);
                Ok(files)
            }
            Part::Acts => {
                let lists = acts::by_list(stock);
                let mut files = both(stock, Place::Acts, "acts.html", |desk| acts::page(desk, &lists))?;
                for (list, told) in &lists {
                    let place = Place::Relations(*list);
                    files.extend(both(stock, place, "relations.html", |desk| acts::listed(desk, *list, told))?);
                }
                Ok(files)
            }
            // No page: nobody but machines reads these.
            Part::Machines => Ok(machine::files(stock)),
            Part::SearchPage => both(stock, Place::Search, "search.html", search::page),
            Part::Region(region) => {
                let mut files = Artifacts::new();
                for list in stock.lists.of_region(*region) {
                    files.extend(both(stock, Place::Region(list), "region.html", |desk| regions::page(desk, list))?);
                }
                Ok(files)
            }
            Part::Search => Ok(search::files(stock)),
            Part::Front => {
                let mut files = both(stock, Place::Home, "home.html", home::home)?;
                let page = theme.page("chooser.html", Lang::Kk, &Front { it: home::chooser(stock) })?;
                files.insert(rel("index.html"), page);
                files.insert(rel("404.html"), theme.page("missing.html", Lang::Kk, &missing::page(stock))?);
                Ok(files)
            }
        }
    }
}

/// One page in each language.
fn both<T: Serialize>(
    stock: &Stock<'_>,
    place: Place<'_>,
    template: &str,
    view: impl Fn(&Desk<'_>) -> context::View<T>,
) -> Result<Artifacts, ThemeFault> {
    let page = |lang| Ok((place.file(lang), stock.theme.page(template, lang, &view(&Desk { stock: *stock, lang }))?));
    Lang::ALL.into_iter().map(page).collect()
}

/// The front door has no frame: it belongs to no language.
#[derive(Serialize)]
struct Front {
    it: context::Chooser,
}
