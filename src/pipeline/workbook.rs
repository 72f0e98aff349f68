//! Definitions that are read again and again while somebody edits them.
//!
//! In: texts, as they change. Out: the corpus and what was found, as [`load`](super::load) would give them; but of a
//! folder that has errors now, the decree as it last was without any.
//! Holds: only folders whose texts changed are read again. What concerns several folders, an id that two decrees have,
//! or files that came or went, makes all of them be read again.

use super::outline::{Outline, Spot};
use super::stamp::{FolderStamps, Origin, Stamp, Stamps, folder_stamps, part_stamps};
use super::{shape_findings, wordings};
use crate::base::{Finding, Id, Severity, Source, Sources, Spread, sort_findings};
use crate::model::{self, Corpus, Decree};
use crate::site::Site;
use crate::source::{self, RawFolder, folder_of};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was read, folder by folder.
#[derive(Debug, Default)]
pub struct Workbook {
    sources: Sources,
    leaves: BTreeMap<String, Leaf>,
    corpus: Corpus,
    /// The folder that each decree of the corpus came from.
    folders: BTreeMap<Id, String>,
}

/// A folder.
#[derive(Debug, Default)]
struct Leaf {
    /// Of the texts as they are, and as they were when the corpus took them.
    now: Stamp,
    taken: Stamp,
    /// What the corpus took had no errors.
    is_sound: bool,
    findings: Vec<Finding>,
    /// As the texts write them.
    ids: Vec<String>,
    outline: Outline,
}

/// What was read of a folder just now.
#[derive(Default)]
struct Fresh {
    leaf: Leaf,
    decrees: Vec<Decree>,
}

impl Workbook {
    /// Takes texts that are new or changed, and lets those go that are gone.
    pub fn update(&mut self, texts: Vec<Source>, gone: &BTreeSet<String>, spread: &impl Spread) {
        let are_known = texts.iter().all(|text| self.sources.by_path(&text.path).is_some());
        let touched: BTreeSet<String> = texts.iter().map(|text| folder_of(&text.path).to_owned()).collect();
        self.sources.renew(texts, |path| gone.contains(path));
        let stamps = match are_known && gone.is_empty() {
            true => self.stamps_after(&touched),
            false => folder_stamps(&self.sources, |_| true),
        };
        // Places in texts count the texts before them.
        let is_whole = !are_known || !gone.is_empty() || self.ids_clash();
        let is_other = |folder: &str| self.leaves.get(folder).map(|leaf| leaf.now) != stamps.get(folder).copied();
        let fresh = read(&self.sources, &stamps, &|folder| is_whole || is_other(folder), spread);
        self.take(fresh, &stamps);
        if !is_whole && self.ids_clash() {
            let fresh = read(&self.sources, &stamps, &|_| true, spread);
            self.take(fresh, &stamps);
        }
    }

    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// In source order.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = self.leaves.values().flat_map(|leaf| leaf.findings.iter().cloned()).collect();
        sort_findings(&mut all);
        all
    }

    /// Whether the corpus has the decree as it was before its texts got their errors.
    pub fn is_of_before(&self, decree: &str) -> bool {
        let leaf = |folder: &String| self.leaves.get(folder);
        let id = Id::new(decree).ok();
        id.and_then(|id| leaf(self.folders.get(&id)?)).is_some_and(|leaf| leaf.now != leaf.taken)
    }

    /// Where the site shows what the finding is about.
    pub fn spot(&self, finding: &Finding) -> Option<Spot> {
        let path = &self.sources.get(finding.span.source).path;
        self.leaves.get(folder_of(path))?.outline.spot(finding.span, path)
    }

    /// The number of each part of the site; `rest` is that of program and theme.
    pub fn stamps(&self, site: &Site<'_>, rest: Stamp) -> Stamps {
        let of = |decree: &Id| Some(Origin::of_texts(self.leaves.get(self.folders.get(decree)?)?.taken));
        part_stamps(&self.corpus, site, &of, rest)
    }

    /// Folders whose texts are as they were keep their numbers: to take those of all takes longer than all the rest.
    fn stamps_after(&self, touched: &BTreeSet<String>) -> FolderStamps {
        let mut stamps: FolderStamps = self.leaves.iter().map(|(folder, leaf)| (folder.clone(), leaf.now)).collect();
        stamps.extend(folder_stamps(&self.sources, |folder| touched.contains(folder)));
        stamps
    }

    fn ids_clash(&self) -> bool {
        let mut seen = BTreeSet::new();
        !self.leaves.values().flat_map(|leaf| &leaf.ids).all(|id| seen.insert(id))
    }

    fn take(&mut self, fresh: BTreeMap<String, Fresh>, stamps: &FolderStamps) {
        self.leaves.retain(|folder, _| stamps.contains_key(folder));
        self.drop_decrees(|folder| !stamps.contains_key(folder));
        for (name, Fresh { mut leaf, decrees }) in fresh {
            let before = self.leaves.get(&name);
            before.into_iter().for_each(|before| leaf.outline.keep_pages(&before.outline));
            let has_errors = leaf.findings.iter().any(|finding| finding.severity() == Severity::Error);
            match before.filter(|before| has_errors && before.is_sound) {
                Some(before) => (leaf.taken, leaf.is_sound) = (before.taken, true),
                None => {
                    (leaf.taken, leaf.is_sound) = (leaf.now, !has_errors);
                    self.drop_decrees(|folder| folder == name);
                    self.folders.extend(decrees.iter().map(|decree| (decree.id.clone(), name.clone())));
                    self.corpus.decrees.extend(decrees);
                }
            }
            self.leaves.insert(name, leaf);
        }
        self.corpus.decrees.sort_by(|a, b| a.id.cmp(&b.id));
        self.corpus.decrees.dedup_by(|b, a| a.id == b.id);
    }

    fn drop_decrees(&mut self, is_of: impl Fn(&str) -> bool) {
        let folders = &self.folders;
        self.corpus.decrees.retain(|decree| !folders.get(&decree.id).is_some_and(|folder| is_of(folder)));
        self.folders.retain(|_, folder| !is_of(folder));
    }
}

/// Reads some folders, each with what was found in it.
fn read(
    sources: &Sources,
    stamps: &FolderStamps,
    is_wanted: &dyn Fn(&str) -> bool,
    spread: &impl Spread,
) -> BTreeMap<String, Fresh> {
    let wanted: BTreeSet<&str> = stamps.keys().map(String::as_str).filter(|folder| is_wanted(folder)).collect();
    let raw = source::read_some(sources, |folder| wanted.contains(folder), spread);
    let mut all: BTreeMap<String, Fresh> = BTreeMap::new();
    for (folder, stamp) in stamps.iter().filter(|(folder, _)| wanted.contains(folder.as_str())) {
        all.entry(folder.clone()).or_default().leaf.now = *stamp;
    }
    for (folder, outline) in Outline::all(&raw.value, sources) {
        all.entry(folder).or_default().leaf.outline = outline;
    }
    let folders = folders_of(&raw.value);
    for file in &raw.value.decrees {
        let Some(fresh) = all.get_mut(&file.folder) else { continue };
        fresh.leaf.ids.extend(file.record.decree.iter().map(|word| word.0.clone()));
    }
    let regulations = spread.map(&raw.value.regulations, model::draft);
    let built = model::build(RawFolder { decrees: raw.value.decrees, regulations, unread: raw.value.unread });
    let regulations = wordings(&built.value);
    let shapes = spread.map(&regulations, |regulation| shape_findings(regulation)).into_iter().flatten();
    for finding in raw.findings.into_iter().chain(built.findings).chain(shapes) {
        let folder = folder_of(&sources.get(finding.span.source).path);
        all.entry(folder.to_owned()).or_default().leaf.findings.push(finding);
    }
    for decree in built.value.decrees {
        if let Some(fresh) = folders.get(&decree.id).and_then(|folder| all.get_mut(folder)) {
            fresh.decrees.push(decree);
        }
    }
    all
}

/// The folder of each decree, by its id.
pub(super) fn folders_of<R>(raw: &RawFolder<R>) -> BTreeMap<Id, String> {
    let mut folders = BTreeMap::new();
    for file in &raw.decrees {
        if let Some(id) = file.record.decree.as_ref().and_then(|word| Id::new(&word.0).ok()) {
            folders.entry(id).or_insert_with(|| file.folder.clone());
        }
    }
    folders
}
