//! Any stage as JSON: for reviewers, for tests, for tools of others.

use super::{Figure, Loaded, draw, geometry};
use crate::base::Spread;
use crate::manuscript;
use crate::model;
use crate::source;
use crate::theme::Theme;
use serde_json::{Value, json};

/// A stage of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Definitions as they were read, before anything is resolved.
    Raw,
    /// Regulations, resolved.
    Model,
    /// Paths as graphs.
    Graph,
    /// Placed geometry, in the neutral form.
    Layout,
    /// Drawings before they are transcribed.
    Scene,
    /// Running texts with their anchors.
    Manuscript,
}

impl Stage {
    pub const ALL: [(&'static str, Stage); 6] = [
        ("raw", Stage::Raw),
        ("model", Stage::Model),
        ("graph", Stage::Graph),
        ("layout", Stage::Layout),
        ("scene", Stage::Scene),
        ("manuscript", Stage::Manuscript),
    ];
}

/// Nothing has the name that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumpError {
    /// What there is.
    pub known: Vec<String>,
}

/// The stage of everything, or of what `selector` names: a decree, `decree/regulation`, `decree/regulation/path`, or
/// the end of such a name.
pub fn dump(
    loaded: &Loaded,
    stage: Stage,
    selector: Option<&str>,
    theme: &Theme,
    spread: &impl Spread,
) -> Result<Value, DumpError> {
    let entries = match stage {
        Stage::Raw => of_files(loaded, spread),
        Stage::Model | Stage::Manuscript => of_regulations(loaded, stage),
        Stage::Graph | Stage::Layout | Stage::Scene => draw(&loaded.corpus, theme, spread)
            .iter()
            .map(|figure| (figure.name.to_string(), of_figure(figure, stage)))
            .collect(),
    };
    let Some(selector) = selector else {
        return Ok(entries.into_iter().map(|(_, value)| value).collect());
    };
    let is_meant = |name: &str| {
        name == selector || name.starts_with(&format!("{selector}/")) || name.ends_with(&format!("/{selector}"))
    };
    let known: Vec<String> = entries.iter().map(|(name, _)| name.clone()).collect();
    let meant: Vec<Value> = entries.into_iter().filter(|(name, _)| is_meant(name)).map(|(_, value)| value).collect();
    if meant.is_empty() { Err(DumpError { known }) } else { Ok(Value::Array(meant)) }
}

fn of_files(loaded: &Loaded, spread: &impl Spread) -> Vec<(String, Value)> {
    let raw = source::read(&loaded.sources, spread).value;
    let decrees = raw.decrees.iter().map(|file| (format!("{}/{}", file.folder, file.stem), json!(file)));
    let regulations = raw.regulations.iter().map(|file| (format!("{}/{}", file.folder, file.stem), json!(file)));
    decrees.chain(regulations).collect()
}

fn of_regulations(loaded: &Loaded, stage: Stage) -> Vec<(String, Value)> {
    let mut entries = Vec::new();
    for decree in &loaded.corpus.decrees {
        for regulation in &decree.regulations {
            let value = match stage {
                Stage::Manuscript => json!(manuscript::compose(regulation, regulation.language)),
                _ => json!(model::view(decree, regulation)),
            };
            entries.push((format!("{}/{}", decree.id, regulation.id), value));
        }
    }
    entries
}

fn of_figure(figure: &Figure, stage: Stage) -> Value {
    let name = figure.name.to_string();
    match stage {
        Stage::Graph => json!({
            "id": name,
            "notation": figure.graph.notation,
            "lanes": figure.graph.lanes,
            "nodes": figure.graph.nodes().collect::<Vec<_>>(),
            "flows": figure.graph.flows().map(|(from, to, flow)| json!({
                "from": figure.graph.node(from).id,
                "to": figure.graph.node(to).id,
                "flow": flow,
            })).collect::<Vec<_>>(),
            "main_path": figure.graph.main_path.iter().map(|node| &figure.graph.node(*node).id).collect::<Vec<_>>(),
        }),
        Stage::Layout => {
            let geometry: Value = serde_json::from_str(&geometry(&figure.paper, figure)).unwrap_or(Value::Null);
            json!({ "id": name, "geometry": geometry })
        }
        _ => json!({ "id": name, "scene": figure.paper.scene }),
    }
}
