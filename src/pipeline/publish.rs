//! From regulations to all files of the output folder, one regulation after another.
//!
//! In: a `Corpus`, a `Theme`. Out: `diagrams/<decree>/<regulation>/<path>.svg` and `site/…`, given to a `Sink` as they
//! are made: nothing of a regulation stays in memory when its files are done.

use super::figure::{draw_edition, draw_regulation};
use super::{Figure, Remark};
use crate::base::{Artifacts, Lang, Shelf, Sink, Spread};
use crate::layout;
use crate::manuscript::{FlowTable, tabulate};
use crate::model::{Corpus, Decree, Regulation};
use crate::scene;
use crate::site::{Drawn, Figured, Part, Site};
use crate::theme::{Theme, ThemeFault};

/// The folder of the site.
pub(super) const SITE: &str = "site";

/// Makes everything, and tells what drawings could not keep, in their order. Where a template is at fault, some files may have been given already; they are of no use.
pub fn publish(
    corpus: &Corpus,
    theme: &Theme,
    spread: &impl Spread,
    sink: &impl Sink,
) -> Result<Vec<Remark>, Vec<ThemeFault>> {
    let site = Site::new(corpus, theme);
    give(site.assets(), sink);
    let measures = scene::measures(&theme.drawing);
    let made = gathered(spread.map(&site.parts(), |part| make_part(&site, part, theme, &measures, sink)))?;
    Ok(made.into_iter().flatten().collect())
}

/// All that was made, or all that is wrong with the theme.
pub(super) fn gathered<T>(made: Vec<Result<T, ThemeFault>>) -> Result<Vec<T>, Vec<ThemeFault>> {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for result in made {
        match result {
            Ok(made) => all.push(made),
            Err(fault) => faults.push(fault),
        }
    }
    // One broken template spoils a thousand pages; it is told once.
    faults.sort();
    faults.dedup();
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// All of it at once.
pub fn assemble(corpus: &Corpus, theme: &Theme, spread: &impl Spread) -> Result<Artifacts, Vec<ThemeFault>> {
    let shelf = Shelf::default();
    publish(corpus, theme, spread, &shelf)?;
    Ok(shelf.into_artifacts())
}

/// A part of the site and its drawings, and what these could not keep.
pub(super) fn make_part(
    site: &Site<'_>,
    part: &Part<'_>,
    theme: &Theme,
    measures: &layout::Measures,
    sink: &impl Sink,
) -> Result<Vec<Remark>, ThemeFault> {
    let drawn = Site::drawn(part);
    let figures = drawn.map_or(Vec::new(), |drawn| {
        let Drawn { decree, regulation, earlier } = drawn;
        draw_edition(decree, regulation, earlier, theme, measures)
    });
    make(site, part, &figures, theme, sink)?;
    Ok(figures.iter().flat_map(Figure::remarks).collect())
}

/// A part of the site and the drawings that it shows.
fn make(
    site: &Site<'_>,
    part: &Part<'_>,
    figures: &[Figure],
    theme: &Theme,
    sink: &impl Sink,
) -> Result<(), ThemeFault> {
    let files: Vec<String> = figures.iter().map(|figure| figure.svg(theme)).collect();
    give(site.make(part, &figured(figures, &files, &tables(figures)))?, sink);
    // What reviewers keep are the drawings of the act in force.
    let is_former = matches!(part, Part::Edition(..));
    for (figure, file) in figures.iter().zip(files).filter(|_| !is_former) {
        sink.take(figure.name.file(), file.into_bytes());
    }
    Ok(())
}

pub(super) fn figured<'f>(figures: &'f [Figure], files: &'f [String], tables: &'f [FlowTable]) -> Vec<Figured<'f>> {
    let one = |((figure, file), table): ((&'f Figure, &'f String), &'f FlowTable)| Figured {
        path: &figure.name.path,
        scene: &figure.web.scene,
        paper: &figure.paper.scene,
        file,
        table,
    };
    figures.iter().zip(files).zip(tables).map(one).collect()
}

pub(super) fn tables(figures: &[Figure]) -> Vec<FlowTable> {
    figures.iter().map(|figure| tabulate(&figure.graph)).collect()
}

/// The page of one regulation as one file with everything inside.
pub fn single_page(
    corpus: &Corpus,
    theme: &Theme,
    decree: &Decree,
    regulation: &Regulation,
    lang: Lang,
) -> Result<String, ThemeFault> {
    let figures = draw_regulation(decree, regulation, theme, &scene::measures(&theme.drawing));
    let files: Vec<String> = figures.iter().map(|figure| figure.svg(theme)).collect();
    Site::new(corpus, theme).single(decree, regulation, &figured(&figures, &files, &tables(&figures)), lang)
}

pub(super) fn give(files: Artifacts, sink: &impl Sink) {
    files.into_iter().for_each(|(path, bytes)| sink.take(path.under(SITE), bytes));
}
