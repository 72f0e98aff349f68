//! The site: pages, navigation and assets, in Kazakh and in Russian.
//!
//! In: a `Corpus`, its drawings, a `Theme`. Out: `Artifacts`, relative to the folder of the site.
//! Holds: every link is relative and leads somewhere, no page asks another host for anything, no page needs a script,
//! both languages have the same pages in the same places.
//! Absent on purpose: files, and anything that changes the words of an act.

mod acts;
mod acts_drawing;
mod address;
mod context;
mod decree;
mod desk;
mod facts;
mod home;
pub mod links;
mod regulation;
mod relations;
#[cfg(test)]
mod tests;

use crate::backend::svg;
use crate::base::{Artifacts, Id, Lang, Spread};
use crate::model::{Corpus, Decree, Regulation};
use crate::scene::Scene;
use crate::theme::{Theme, ThemeFault};
use address::{Place, rel};
use desk::{Desk, Figures, Stock};
use relations::Relations;

/// One drawing, and the path that it draws.
#[derive(Debug, Clone, Copy)]
pub struct Figured<'a> {
    pub decree: &'a Id,
    pub regulation: &'a Id,
    pub path: &'a Id,
    /// In one piece, for the page.
    pub scene: &'a Scene,
    /// Cut for paper.
    pub paper: &'a Scene,
    /// The file to take away: the drawing for paper as SVG.
    pub file: &'a str,
}

/// All files of the site. Fails only where a template asks for what its page does not have.
pub fn assemble(
    corpus: &Corpus,
    figures: &[Figured<'_>],
    theme: &Theme,
    spread: &impl Spread,
) -> Result<Artifacts, Vec<ThemeFault>> {
    let figures: Figures<'_> =
        figures.iter().map(|figure| ((figure.decree, figure.regulation, figure.path), *figure)).collect();
    let relations = Relations::of(corpus);
    let stock = Stock { corpus, figures: &figures, theme, relations: &relations };
    let mut site = assets(theme);
    let mut faults = Vec::new();
    for done in spread.map(&jobs(corpus), |job| job.run(&stock)) {
        match done {
            Ok(files) => site.extend(files),
            Err(fault) => faults.push(fault),
        }
    }
    // One broken template spoils a thousand pages; it is told once.
    faults.sort();
    faults.dedup();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

fn assets(theme: &Theme) -> Artifacts {
    let mut files: Artifacts =
        theme.assets.iter().map(|(path, bytes)| (path.under("assets"), bytes.to_vec())).collect();
    files.insert(rel("assets/drawing.css"), drawing_css(theme).into());
    files
}

/// Colours of the drawings. Paper is always light.
fn drawing_css(theme: &Theme) -> String {
    let (light, dark) = (svg::stylesheet(&theme.drawing, false), svg::stylesheet(&theme.drawing, true));
    format!("{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n")
}

/// A piece of work that makes a few files: pages of both languages, so that what they share is made once.
enum Job<'a> {
    Front,
    Acts,
    Decree(&'a Decree),
    Regulation(&'a Decree, &'a Regulation),
}

fn jobs(corpus: &Corpus) -> Vec<Job<'_>> {
    let mut jobs = vec![Job::Front, Job::Acts];
    for decree in &corpus.decrees {
        jobs.push(Job::Decree(decree));
        jobs.extend(decree.regulations.iter().map(|regulation| Job::Regulation(decree, regulation)));
    }
    jobs
}

impl Job<'_> {
    fn run(&self, stock: &Stock<'_>) -> Result<Artifacts, ThemeFault> {
        let mut files = Artifacts::new();
        let theme = stock.theme;
        let plates = match self {
            Job::Regulation(decree, regulation) => regulation::plates(stock, decree, regulation, &mut files),
            _ => Vec::new(),
        };
        if matches!(self, Job::Front) {
            let page = theme.page("chooser.html", Lang::Kk, &Front { it: home::chooser(theme) })?;
            files.insert(rel("index.html"), page);
        }
        for lang in Lang::ALL {
            let desk = Desk { stock: *stock, lang };
            let (place, page): (Place<'_>, Vec<u8>) = match self {
                Job::Front => (Place::Home, theme.page("home.html", lang, &home::home(&desk))?),
                Job::Acts => (Place::Acts, theme.page("acts.html", lang, &acts::page(&desk))?),
                Job::Decree(decree) => {
                    (Place::Decree(&decree.id), theme.page("decree.html", lang, &decree::page(&desk, decree))?)
                }
                Job::Regulation(decree, regulation) => {
                    let view = regulation::page(&desk, decree, regulation, &plates);
                    (Place::Regulation(&decree.id, &regulation.id), theme.page("regulation.html", lang, &view)?)
                }
            };
            files.insert(place.file(lang), page);
        }
        Ok(files)
    }
}

/// The front door has no frame: it belongs to no language.
#[derive(serde::Serialize)]
struct Front {
    it: context::Chooser,
}
