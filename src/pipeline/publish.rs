//! From regulations to all files of the output folder, one regulation after another.
//!
//! In: a `Corpus`, a `Theme`. Out: `diagrams/<decree>/<regulation>/<path>.svg` and `site/…`, given to a `Sink` as they
//! are made: nothing of a regulation stays in memory when its files are done.

use super::figure::draw_regulation;
use super::stamp::Stamp;
use super::{Figure, Loaded, Remark, remarks};
use crate::base::{Artifacts, Lang, RelPath, Shelf, Sink, Spread, Store};
use crate::layout;
use crate::manuscript::{FlowTable, tabulate};
use crate::model::{Corpus, Decree, Regulation};
use crate::scene;
use crate::site::links::{Broken, Ledger};
use crate::site::{Figured, Part, Site};
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
    gathered(spread.map(&site.parts(), |part| make_part(&site, part, theme, &measures, sink)))
}

/// What there is to say of what was made.
#[derive(Debug, Clone, Default)]
pub struct Published {
    pub remarks: Vec<Remark>,
    /// Links that lead nowhere: what was made had better not be shown.
    pub broken: Vec<Broken>,
}

/// Makes what the store does not have from an earlier run, out of the same. `rest` stands for program and theme.
///
/// The links of what is made are looked up. Those of a part that is as it was need no second look: whatever it may lead
/// to has a say in its stamp, and nothing is kept of a run that had a broken link.
pub fn publish_changed(
    loaded: &Loaded,
    theme: &Theme,
    rest: Stamp,
    spread: &impl Spread,
    store: &impl Store,
) -> Result<Published, Vec<ThemeFault>> {
    let site = Site::new(&loaded.corpus, theme);
    let ledger = Ledger::default();
    give(site.assets(), &OfPart { store, part: None, ledger: &ledger });
    let measures = scene::measures(&theme.drawing);
    let stamps = loaded.stamps(&site, rest);
    let remarks = gathered(spread.map(&site.parts(), |part| {
        let name = part.name();
        let stamp = stamps.get(&name).copied().unwrap_or_default().to_string();
        // What there was to say is said again.
        if let Some(remarks) = store.has(&name, &stamp).and_then(|note| remarks::of_note_text(&note)) {
            return Ok(remarks);
        }
        let remarks = make_part(&site, part, theme, &measures, &OfPart { store, part: Some(&name), ledger: &ledger })?;
        store.complete(&name, &stamp, remarks::note_text(&remarks));
        Ok(remarks)
    }))?;
    let is_there = |path: &RelPath| store.is_taken(&path.under(SITE));
    let read = |path: &RelPath| is_there(path).then(|| store.read(&path.under(SITE)))?;
    Ok(Published { remarks, broken: ledger.broken(&is_there, &read) })
}

/// A store that takes the files of one part, and a look at their links.
struct OfPart<'s, S> {
    store: &'s S,
    part: Option<&'s str>,
    ledger: &'s Ledger,
}

impl<S: Store> Sink for OfPart<'_, S> {
    fn take(&self, path: RelPath, bytes: Vec<u8>) {
        if let Some(path) = path.within(SITE) {
            self.ledger.enter(&path, &bytes);
        }
        self.store.take_of(self.part, path, bytes);
    }
}

fn gathered(made: Vec<Result<Vec<Remark>, ThemeFault>>) -> Result<Vec<Remark>, Vec<ThemeFault>> {
    let (mut remarks, mut faults): (Vec<Remark>, Vec<ThemeFault>) = (Vec::new(), Vec::new());
    for result in made {
        match result {
            Ok(found) => remarks.extend::<Vec<Remark>>(found),
            Err(fault) => faults.push(fault),
        }
    }
    // One broken template spoils a thousand pages; it is told once.
    faults.sort();
    faults.dedup();
    if faults.is_empty() { Ok(remarks) } else { Err(faults) }
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
    let figures = drawn.map_or(Vec::new(), |(decree, regulation)| draw_regulation(decree, regulation, theme, measures));
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

fn give(files: Artifacts, sink: &impl Sink) {
    files.into_iter().for_each(|(path, bytes)| sink.take(path.under(SITE), bytes));
}
