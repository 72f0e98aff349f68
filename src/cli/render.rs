//! `render`: one drawing, to a file or to standard output.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::select::{Choice, Drawn, choose, drawings, not_chosen};
use super::{Verdict, load, remarks, trouble, words};
use crate::edge;
use crate::model::Corpus;
use crate::pipeline::{self, Earlier, Figure, GraphError};
use crate::theme::{PaperFormat, Theme};
use clap::ValueEnum;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Draws one path of a regulation, or a graph in the neutral JSON form.
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "reglament render [OPTIONS] [FOLDER] <NAME|GRAPH.json>",
    after_help = "\
Examples:
  reglament render karagandy-2016-01-03/foster-care/portal -o portal.svg
  reglament render foster-care/portal -o portal.png   a picture of dots, for a letter or a Word file
  reglament render karagandy-2016-01-03/foster-care/portal --format geometry
  reglament render foster-care/portal                 a short name, where only one fits
  reglament render foster-care/portal --paper a3      the paper of the theme gives way to this
  reglament render drafts foster-care/portal          definitions of another folder
  reglament render graph.json                         a graph in the neutral form -> its geometry
  reglament render graph.json -o graph.svg            the same graph with its words, drawn
  reglament render new.json --before old.json         with a step put in: everything else keeps its order

`reglament render help-me` lists the names that there are."
)]
pub(super) struct Render {
    /// Name of a drawing (DECREE/REGULATION/PATH) or a file GRAPH.json; before a name, the folder of definitions.
    #[arg(value_name = "NAME", required = true, num_args = 1..=2)]
    what: Vec<String>,
    #[command(flatten)]
    from: load::From,
    /// SVG (usual), PNG, or the neutral JSON form of where everything lies (usual for GRAPH.json); without it, what the
    /// ending of the file to write says: .svg, .png, .json.
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// What the drawing of a path is cut for; without it, the paper of the theme. A graph is always in one piece.
    #[arg(long, value_enum)]
    paper: Option<PaperKind>,
    /// What GRAPH.json was drawn as before, or the graph of that time: no node that was there passes another of them.
    #[arg(long, value_name = "EARLIER.json")]
    before: Option<PathBuf>,
    /// File to write; without it, standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Svg,
    Png,
    Geometry,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PaperKind {
    A4,
    A3,
    /// One piece, as on the site.
    Endless,
}

impl Render {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let (folder, wanted) = match self.what.as_slice() {
            [folder, wanted] => (Path::new(folder), wanted),
            [wanted, ..] => (self.from.source.as_path(), wanted),
            [] => return Ok(Verdict::Clean),
        };
        let Some(mut theme) = load::theme(self.from.theme.as_deref(), console)? else { return Ok(Verdict::Findings) };
        match self.paper {
            Some(PaperKind::A4) => theme.drawing.paper = PaperFormat::A4,
            Some(PaperKind::A3) => theme.drawing.paper = PaperFormat::A3,
            Some(PaperKind::Endless) | None => {}
        }
        if self.format() == Some(Kind::Png) && self.output.is_none() && io::stdout().is_terminal() {
            return Err(Failure::Asked {
                message: console.say(&words::DOTS_TO_TERMINAL).to_owned(),
                help: console.say(&words::NAME_A_FILE).to_owned(),
            });
        }
        let is_graph = wanted.ends_with(".json");
        if self.before.is_some() && !is_graph {
            return Err(Failure::Asked {
                message: console.say(&words::BEFORE_A_GRAPH).to_owned(),
                help: console.say(&words::NAME_A_GRAPH).to_owned(),
            });
        }
        let drawn = if is_graph {
            Some(self.place_graph(Path::new(wanted), &theme, console)?)
        } else {
            self.draw_path(folder, wanted, &theme, console)?
        };
        let Some(bytes) = drawn else { return Ok(Verdict::Findings) };
        match &self.output {
            Some(file) => edge::write_file(file, &bytes)?,
            None => console.hand_over(&bytes)?,
        }
        Ok(Verdict::Clean)
    }

    /// What was asked for, in so many words or by the name of the file.
    fn format(&self) -> Option<Kind> {
        let ending = self.output.as_ref().and_then(|file| file.extension()?.to_str()).map(str::to_ascii_lowercase);
        let by_name = match ending.as_deref() {
            Some("svg") => Some(Kind::Svg),
            Some("png") => Some(Kind::Png),
            Some("json") => Some(Kind::Geometry),
            _ => None,
        };
        self.format.or(by_name)
    }

    fn has_larger_paper(&self, theme: &Theme) -> bool {
        self.paper != Some(PaperKind::Endless) && theme.drawing.paper == PaperFormat::A4
    }

    fn transcribe(&self, figure: &Figure, theme: &Theme, console: &Console) -> Result<Vec<u8>, Failure> {
        let placed = if self.paper == Some(PaperKind::Endless) { &figure.web } else { &figure.paper };
        remarks::tell(&figure.remarks(), self.has_larger_paper(theme), console);
        match self.format().unwrap_or(Kind::Svg) {
            Kind::Svg => Ok(placed.svg(theme).into_bytes()),
            Kind::Png => placed.png(theme).ok_or_else(|| no_dots(&figure.name.to_string(), console)),
            Kind::Geometry => Ok(pipeline::geometry(placed, figure).into_bytes()),
        }
    }

    /// A graph becomes its geometry, or, where that is asked for, a picture with its words.
    fn place_graph(&self, file: &Path, theme: &Theme, console: &Console) -> Result<Vec<u8>, Failure> {
        let json = edge::read_file(file)?;
        let earlier = self.before.as_deref().map(|file| read_earlier(file, console)).transpose()?;
        let earlier = earlier.as_ref();
        let text = |(text, remarks): (String, _)| (Some(text.into_bytes()), remarks);
        let drawn = match self.format() {
            Some(Kind::Svg) => pipeline::draw_graph_svg(&json, earlier, theme).map(text),
            Some(Kind::Png) => pipeline::draw_graph_png(&json, earlier, theme),
            Some(Kind::Geometry) | None => pipeline::draw_graph(&json, earlier).map(text),
        };
        let (bytes, remarks) = drawn.map_err(|fault| no_graph(file, &fault, console))?;
        remarks::tell(&remarks, self.has_larger_paper(theme), console);
        bytes.ok_or_else(|| no_dots(&file.to_string_lossy(), console))
    }

    /// The drawing of a path; `None` after telling the errors that keep it from being drawn.
    fn draw_path(
        &self,
        folder: &Path,
        wanted: &str,
        theme: &Theme,
        console: &Console,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let progress = Progress::start();
        let loaded = load::definitions(folder, &progress)?;
        let all = drawings(&loaded.corpus);
        let names: Vec<String> = all.iter().map(Drawn::name).collect();
        let drawn = match choose(wanted, &names) {
            Choice::One(at) => all[at],
            Choice::Many(fitting) => return Err(not_chosen(wanted, &fitting, &names, console)),
            Choice::None if load::has_errors(&loaded) => {
                progress.end();
                load::tell_findings(&loaded, folder, console);
                return Ok(None);
            }
            Choice::None => return Err(not_chosen(wanted, &[], &names, console)),
        };
        let figures = pipeline::draw(&only(&loaded.corpus, drawn), theme, &progress);
        progress.end();
        let figure = figures.iter().find(|figure| figure.name.to_string() == drawn.name());
        figure.map(|figure| self.transcribe(figure, theme, console)).transpose()
    }
}

fn read_earlier(file: &Path, console: &Console) -> Result<Earlier, Failure> {
    Earlier::read(&edge::read_file(file)?).map_err(|fault| no_graph(file, &fault, console))
}

fn no_graph(file: &Path, fault: &GraphError, console: &Console) -> Failure {
    Failure::Asked {
        message: words::fill("{0}: {1}", &[&file.to_string_lossy(), &trouble::graph::told(fault, console.voice)]),
        help: console.say(&words::MEND_GRAPH).to_owned(),
    }
}

fn no_dots(name: &str, console: &Console) -> Failure {
    Failure::Asked {
        message: words::fill(console.say(&words::NO_DOTS), &[name]),
        help: console.say(&words::TAKE_SVG).to_owned(),
    }
}

/// The corpus with nothing in it but the regulation of this drawing.
fn only(corpus: &Corpus, drawn: Drawn<'_>) -> Corpus {
    let mut decrees: Vec<_> = corpus.decrees.iter().filter(|decree| decree.id == *drawn.decree).cloned().collect();
    decrees.iter_mut().for_each(|decree| decree.regulations.retain(|regulation| regulation.id == *drawn.regulation));
    Corpus { decrees }
}
