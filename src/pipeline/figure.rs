//! One drawing, through every stage from graph to scene.

use crate::backend::geometry as neutral;
use crate::base::{Id, Lang, RelPath, Size, Spread, Text};
use crate::graph;
use crate::graph::{FlowGraph, Notation};
use crate::layout;
use crate::layout::{Layout, Places, Sizing};
use crate::model::{Appendix, Corpus, Decree, Regulation, Shown};
use crate::scene;
use crate::scene::{Caption, LegendPlan, Scene};
use crate::theme::Theme;
use std::fmt;

/// Which drawing: `decree/regulation/path`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureName {
    pub decree: Id,
    pub regulation: Id,
    pub path: Id,
    /// Nothing for the language of the definition.
    pub translation: Option<Lang>,
}

impl FigureName {
    /// Where the drawing lies in the output folder.
    pub fn file(&self) -> RelPath {
        let ending = self.translation.map_or("svg", |lang| match lang {
            Lang::Kk => "kk.svg",
            Lang::Ru => "ru.svg",
        });
        RelPath::of_ids(&[&self.decree, &self.regulation], &self.path, ending).under("diagrams")
    }
}

impl fmt::Display for FigureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.decree, self.regulation, self.path)?;
        self.translation.map_or(Ok(()), |lang| write!(f, ".{}", lang.tag()))
    }
}

/// One drawing at every stage.
#[derive(Debug, Clone)]
pub struct Figure {
    pub name: FigureName,
    pub graph: FlowGraph,
    pub sizing: Sizing,
    /// Cut into sheets of paper.
    pub paper: Placed,
    /// In one piece, for a screen.
    pub web: Placed,
}

/// A drawing, placed and painted.
#[derive(Debug, Clone)]
pub struct Placed {
    pub layout: Layout,
    pub scene: Scene,
}

impl Figure {
    /// A functional-interaction diagram; else a handbook.
    pub fn is_diagram(&self) -> bool {
        self.graph.notation == Notation::Diagram
    }
}

/// What to draw.
struct Job<'c> {
    decree: &'c Decree,
    regulation: &'c Regulation,
    /// The editions before this one, whose drawings it keeps the order of.
    earlier: &'c [Regulation],
    shown: Shown,
    language: Lang,
}

/// Every drawing of every regulation, in the order of the corpus: diagrams, then handbooks, then the same in its other
/// language.
pub fn draw(corpus: &Corpus, theme: &Theme, spread: &impl Spread) -> Vec<Figure> {
    let all = corpus.decrees.iter().flat_map(|decree| decree.regulations.iter().map(move |one| (decree, one)));
    let jobs: Vec<Job<'_>> =
        all.flat_map(|(decree, regulation)| jobs(decree, regulation, &regulation.former)).collect();
    let measures = scene::measures(&theme.drawing);
    spread.map(&jobs, |job| figure(job, theme, &measures))
}

/// Every drawing of one regulation in force.
pub(super) fn draw_regulation(
    decree: &Decree,
    regulation: &Regulation,
    theme: &Theme,
    measures: &layout::Measures,
) -> Vec<Figure> {
    draw_edition(decree, regulation, &regulation.former, theme, measures)
}

/// Every drawing of one edition, which follows others.
pub(super) fn draw_edition(
    decree: &Decree,
    regulation: &Regulation,
    earlier: &[Regulation],
    theme: &Theme,
    measures: &layout::Measures,
) -> Vec<Figure> {
    jobs(decree, regulation, earlier).map(|job| figure(&job, theme, measures)).collect()
}

fn jobs<'c>(
    decree: &'c Decree,
    regulation: &'c Regulation,
    earlier: &'c [Regulation],
) -> impl Iterator<Item = Job<'c>> {
    regulation.drawn_in().flat_map(move |language| {
        let diagrams = (0..regulation.system_paths.len()).map(Shown::Diagram);
        let handbooks = (0..regulation.provider_paths.len()).map(Shown::Handbook);
        diagrams.chain(handbooks).map(move |shown| Job { decree, regulation, earlier, shown, language })
    })
}

fn figure(job: &Job<'_>, theme: &Theme, measures: &layout::Measures) -> Figure {
    let regulation = job.regulation;
    let (path, graph) = graph_of(regulation, job.shown);
    let appendix = regulation.appendices.iter().find(|appendix| appendix.shows == job.shown);
    let language = job.language;
    let earlier = places(job.earlier, path, graph.notation, measures);
    let sizing = layout::size_after(&graph, language, measures, earlier.as_ref());
    let caption = caption(path, regulation, job.shown, appendix, &graph, language);
    let plan = appendix.and_then(|appendix| appendix.legend.as_ref()).map(LegendPlan::from).unwrap_or_default();
    let options = layout::options(&graph, &sizing);
    let painted = |layout: Layout| {
        let scene = scene::paint(&graph, &sizing, &layout, Some(&plan), &caption, &theme.drawing);
        Placed { layout, scene }
    };
    let tail = |sheets: &[Size]| scene::legend_tail(&graph, &sizing, &plan, &theme.drawing, sheets);
    let (whole, cut) = layout::place_twice(&sizing.graph, &options, &tail);
    let web = painted(whole);
    let paper = cut.map_or_else(|| web.clone(), painted);
    let name = FigureName {
        decree: job.decree.id.clone(),
        regulation: regulation.id.clone(),
        path: path.clone(),
        translation: Some(language).filter(|language| *language != regulation.language),
    };
    Figure { name, graph, sizing, paper, web }
}

fn graph_of(regulation: &Regulation, shown: Shown) -> (&Id, FlowGraph) {
    match shown {
        Shown::Diagram(at) => (&regulation.system_paths[at].id, graph::of_system_path(&regulation.system_paths[at])),
        Shown::Handbook(at) => {
            let path = &regulation.provider_paths[at];
            (&path.id, graph::of_provider_path(path, &regulation.units))
        }
    }
}

/// Where everything stands in the drawing of a path in the last of these editions that has it; each keeps the order of the
/// one before, so that who compares two editions sees what the act has changed.
fn places(editions: &[Regulation], path: &Id, notation: Notation, measures: &layout::Measures) -> Option<Places> {
    let (last, before) = editions.split_last()?;
    let earlier = places(before, path, notation, measures);
    let diagrams = last.system_paths.iter().position(|one| one.id == *path).map(Shown::Diagram);
    let handbooks = last.provider_paths.iter().position(|one| one.id == *path).map(Shown::Handbook);
    let shown = if notation == Notation::Diagram { diagrams } else { handbooks };
    let Some(shown) = shown else { return earlier };
    let (_, graph) = graph_of(last, shown);
    let sizing = layout::size_after(&graph, last.language, measures, earlier.as_ref());
    Some(Places::of(&layout::place(&sizing.graph, &sizing.spacing), &sizing.graph))
}

/// The heading of the appendix, where the act has one; the service and the path where it has none.
fn caption(
    path: &Id,
    regulation: &Regulation,
    shown: Shown,
    appendix: Option<&Appendix>,
    graph: &FlowGraph,
    language: Lang,
) -> Caption {
    let say = |text: &Text| text.best(language).1.to_owned();
    let heading = appendix.and_then(|appendix| appendix.heading.as_ref()).map(say);
    let variant = match shown {
        Shown::Diagram(at) => regulation.system_paths[at].named.as_ref(),
        Shown::Handbook(at) => regulation.provider_paths[at].variant.as_ref(),
    };
    let title = heading.unwrap_or_else(|| match variant {
        Some(variant) => format!("{} – {}", say(&regulation.title), say(variant).trim_end_matches(':')),
        None => say(&regulation.title),
    });
    let lanes: Vec<String> = graph.lanes.iter().map(|lane| say(&lane.name)).collect();
    Caption { id: path.to_string(), language, title, description: lanes.join("; ") }
}

/// The geometry of a drawing in the neutral form.
pub fn geometry(placed: &Placed, figure: &Figure) -> String {
    neutral::write(&placed.layout, &figure.sizing.graph)
}
