//! Sources: YAML and Markdown texts → raw records, every field with its place, any of them missing.
//!
//! In: `Sources`. Out: [`RawFolder`] and findings. Holds: reading goes on after a fault, so that one run reports all.
//! Absent on purpose: what the fields mean; that begins in `model`.

mod decode;
mod node;
mod prose;
pub mod raw;
mod scalar;
mod schema;
mod slip;
mod vocabulary;

pub use decode::{Named, nearest};
pub use prose::{RawBlock, RawBlockKind, RawWords};
pub use scalar::{RawDate, RawList, RawNumber, RawNumbers, RawText, Word};
pub use schema::{Kind, schema};

use crate::base::{Checked, Finding, Lang, Source, SourceId, Sources, Span, Spread, codes};
use decode::{Cx, Decode};
use node::{Node, NodeKind};
use raw::{RawDecree, RawRegulation};
use serde::Serialize;

/// Everything that a folder of definitions says, one entry a file, in the order of their paths; of a regulation, what
/// the reader's caller made of it.
#[derive(Debug, Clone, Serialize)]
pub struct RawFolder<R = RawFile<RawRegulation>> {
    pub decrees: Vec<RawFile<RawDecree>>,
    pub regulations: Vec<R>,
    /// Definitions of which nothing could be read, by folder and by the file's name without its ending.
    #[serde(skip)]
    pub unread: Vec<(String, String)>,
}

/// A definition and the running texts beside it.
#[derive(Debug, Clone, Serialize)]
pub struct RawFile<T> {
    #[serde(skip)]
    pub source: SourceId,
    /// The folder that the file lies in; empty at the top.
    pub folder: String,
    /// The file's name without its ending.
    pub stem: String,
    pub record: T,
    pub prose: Vec<RawProse>,
}

/// The running text of an act in one language.
#[derive(Debug, Clone, Serialize)]
pub struct RawProse {
    #[serde(skip)]
    pub source: SourceId,
    pub language: Lang,
    pub blocks: Vec<RawBlock>,
}

/// What one file turned out to be.
enum RawDefinition<R = RawFile<RawRegulation>> {
    Decree(Box<RawFile<RawDecree>>),
    Regulation(Box<R>),
}

/// Reads every definition. Total: what cannot be read becomes a finding.
pub fn read(sources: &Sources, spread: &impl Spread) -> Checked<RawFolder> {
    read_some(sources, |_| true, spread)
}

/// Reads the definitions of some folders; what lies in the others is as if it were not there.
pub fn read_some(sources: &Sources, is_wanted: impl Fn(&str) -> bool, spread: &impl Spread) -> Checked<RawFolder> {
    read_each(sources, is_wanted, |file| file, spread)
}

/// Reads the definitions of some folders and makes something of each regulation at once, so that a thousand raw ones
/// never stand together: they need three times the memory of their texts.
pub fn read_each<R: Send>(
    sources: &Sources,
    is_wanted: impl Fn(&str) -> bool,
    make: impl Fn(RawFile<RawRegulation>) -> R + Sync,
    spread: &impl Spread,
) -> Checked<RawFolder<R>> {
    let wanted = |source: &Source| is_wanted(folder_of(&source.path));
    let all: Vec<(SourceId, &Source)> =
        sources.iter().filter(|(_, source)| is_yaml(&source.path) && wanted(source)).collect();
    let read = spread.map(&all, |(id, source)| {
        read_one(sources, *id, source).map(|definition| match definition? {
            RawDefinition::Decree(file) => Some(RawDefinition::Decree(file)),
            RawDefinition::Regulation(file) => Some(RawDefinition::Regulation(Box::new(make(*file)))),
        })
    });
    let mut folder = RawFolder { decrees: Vec::new(), regulations: Vec::new(), unread: Vec::new() };
    let mut findings = Vec::new();
    for (checked, (_, source)) in read.into_iter().zip(&all) {
        findings.extend(checked.findings);
        match checked.value {
            Some(RawDefinition::Decree(file)) => folder.decrees.push(*file),
            Some(RawDefinition::Regulation(file)) => folder.regulations.push(*file),
            None => folder.unread.push(split(&source.path)),
        }
    }
    findings.extend(orphans(sources, wanted));
    Checked { value: folder, findings }
}

/// The folder that a text lies in; empty at the top.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a path names a definition, and not a text of one.
pub fn is_yaml(path: &str) -> bool {
    path.ends_with(".yaml") || path.ends_with(".yml")
}

fn read_one(sources: &Sources, id: SourceId, source: &Source) -> Checked<Option<RawDefinition>> {
    let mut findings = Vec::new();
    let value = node::parse(id, &source.text, &mut findings).and_then(|root| {
        let mut cx = Cx { findings: &mut findings };
        let (folder, stem) = split(&source.path);
        match kind(&root) {
            Some(Kind::Decree) => Some(RawDefinition::Decree(Box::new(RawFile {
                source: id,
                folder,
                stem,
                record: RawDecree::decode(&root, &mut cx)?,
                prose: prose_beside(sources, &source.path, cx.findings),
            }))),
            Some(Kind::Regulation) => Some(RawDefinition::Regulation(Box::new(RawFile {
                source: id,
                folder,
                stem,
                record: RawRegulation::decode(&root, &mut cx)?,
                prose: prose_beside(sources, &source.path, cx.findings),
            }))),
            None => {
                let entry = if matches!(root.kind, NodeKind::Null) { &codes::EMPTY_FILE } else { &codes::NO_KIND };
                cx.findings.push(Finding::new(entry, root.span));
                None
            }
        }
    });
    if value.is_none() && findings.is_empty() {
        findings.push(Finding::new(&codes::EMPTY_FILE, Span::whole(id)));
    }
    Checked { value, findings }
}

/// A definition is what the first of its two keys says, `decree` or `regulation`, wherever it stands.
fn kind(root: &Node) -> Option<Kind> {
    let NodeKind::Map(entries) = &root.kind else { return None };
    entries.iter().find_map(|(key, _)| match &key.kind {
        NodeKind::Scalar(name) if name == "decree" => Some(Kind::Decree),
        NodeKind::Scalar(name) if name == "regulation" => Some(Kind::Regulation),
        _ => None,
    })
}

fn split(path: &str) -> (String, String) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    (folder.to_owned(), stem.to_owned())
}

/// `<stem>.kk.md` and `<stem>.ru.md` beside a definition.
fn prose_beside(sources: &Sources, path: &str, findings: &mut Vec<Finding>) -> Vec<RawProse> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    Lang::ALL
        .into_iter()
        .filter_map(|language| {
            let (source, text) = sources.by_path(&format!("{stem}.{}.md", language.tag()))?;
            let blocks = prose::blocks(source, &text.text);
            findings.extend(blocks.iter().filter_map(|block| prose::unseen(block, &text.text)));
            Some(RawProse { source, language, blocks })
        })
        .collect()
}

/// Running texts whose definition is not there: a slip in a file name must not lose a chapter.
fn orphans(sources: &Sources, is_wanted: impl Fn(&Source) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, source) in sources.iter().filter(|(_, source)| is_wanted(source)) {
        let Some(stem) = source.path.strip_suffix(".md") else { continue };
        let Some((stem, tag)) = stem.rsplit_once('.') else { continue };
        let has_definition =
            ["yaml", "yml"].iter().any(|ending| sources.by_path(&format!("{stem}.{ending}")).is_some());
        if Lang::from_tag(tag).is_some() && !has_definition {
            findings.push(Finding::new(&codes::ORPHAN_PROSE, Span::whole(id)).word(format!("{stem}.yaml")));
        }
    }
    findings
}
