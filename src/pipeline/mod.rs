//! The whole order of work, in one place.
//!
//! In: `Sources` and a `Theme`. Out: findings, figures, `Artifacts`, or any stage between as JSON.
//! Absent on purpose: files, clock, threads; how many things are done at once is the caller's [`Spread`].

mod changed;
mod dump;
mod figure;
pub mod handover;
mod links;
mod neutral;
mod outline;
mod overlay;
mod press;
mod publish;
mod recall;
mod remarks;
mod sample;
mod stamp;
mod workbook;

pub use crate::backend::geometry::{Earlier, GraphError, GraphPlace};
pub use crate::review::{Drawing as Redrawn, Redrawing, Told};
pub use crate::site::links::{Broken, Fault};
pub use crate::site::notes::{Note, Notes, SCRIPT, STYLE, annotate, bare_page};
pub use changed::{Published, publish_changed};
pub use dump::{DumpError, Stage, dump};
pub use figure::{Figure, FigureName, Placed, draw, geometry};
pub use links::{Links, links};
pub use neutral::{draw_graph, draw_graph_png, draw_graph_svg};
pub use outline::Spot;
pub use overlay::{compared, picture_of_files, review};
pub use press::Press;
pub use publish::{assemble, publish, single_page};
pub use recall::{Definitions, Found, Listing, Recall};
pub use remarks::{Defect, NoteReason, Remark};
pub use sample::{check_theme, template_guide};
pub use stamp::{Stamp, Stamps};
pub use workbook::Workbook;

use crate::backend::png;
use crate::backend::svg;
use crate::base::{Artifacts, Finding, Id, Sources, Spread, sort_findings};
use crate::graph;
use crate::model;
use crate::model::{Corpus, Regulation};
use crate::source;
use crate::theme::Theme;
use std::collections::BTreeMap;

/// Definitions, read and resolved, with everything that was found wrong in them.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub sources: Sources,
    pub corpus: Corpus,
    /// In source order.
    pub findings: Vec<Finding>,
    /// The folder that each decree came from.
    folders: BTreeMap<Id, String>,
}

/// Reads, resolves and checks. Total: broken definitions become findings and are left out of the corpus.
pub fn load(sources: Sources, spread: &impl Spread) -> Loaded {
    let raw = source::read_each(&sources, |_| true, |file| model::draft(&file), spread);
    let folders = workbook::folders_of(&raw.value);
    let built = model::build(raw.value);
    let mut findings = raw.findings;
    findings.extend(built.findings);
    let regulations = wordings(&built.value);
    findings.extend(spread.map(&regulations, |regulation| shape_findings(regulation)).into_iter().flatten());
    sort_findings(&mut findings);
    Loaded { sources, corpus: built.value, findings, folders }
}

/// Every regulation in every edition.
fn wordings(corpus: &Corpus) -> Vec<&Regulation> {
    corpus.decrees.iter().flat_map(|decree| &decree.regulations).flat_map(Regulation::editions).collect()
}

/// What is wrong with the shape of a regulation's paths.
fn shape_findings(regulation: &Regulation) -> Vec<Finding> {
    let diagrams = regulation.system_paths.iter().flat_map(graph::check_system_path);
    let handbooks = regulation.provider_paths.iter();
    diagrams.chain(handbooks.flat_map(|path| graph::check_provider_path(path, &regulation.units))).collect()
}

/// The drawings alone, as reviewers keep them.
pub fn diagrams(figures: &[Figure], theme: &Theme, spread: &impl Spread) -> Artifacts {
    spread.map(figures, |figure| (figure.name.file(), figure.svg(theme).into_bytes())).into_iter().collect()
}

impl Figure {
    /// What the drawing could not keep; normally nothing.
    pub fn remarks(&self) -> Vec<Remark> {
        remarks::of_figure(self)
    }

    /// The drawing for paper as a file of its own.
    pub fn svg(&self, theme: &Theme) -> String {
        self.paper.svg(theme)
    }
}

impl Placed {
    /// The drawing as a picture of dots; none of one that is too large.
    pub fn png(&self, theme: &Theme) -> Option<Vec<u8>> {
        png::render(&self.scene, &theme.drawing)
    }

    /// The drawing as a file of its own.
    pub fn svg(&self, theme: &Theme) -> String {
        let options = svg::SvgOptions { standalone: true, ..Default::default() };
        svg::render(&self.scene, &theme.drawing, &options)
    }
}
