//! Definitions as a build needs them: read now, or known from an earlier run as far as their files did not change.
//!
//! In: what an earlier run kept, and what the system tells of the files now. Out: [`Definitions`], in which acts whose
//! pages need not be made again have only what lists, maps and the search say of them; and the record to keep.
//! Holds: what is built from these is what would be built from all texts. A record of another program or theme, or one
//! that is not whole, is none; an error, or ids that clash, make everything be read.
//! Absent on purpose: files; and trust in a record that leads to anything but the same bytes later than now.

use super::stamp::{Origin, Stamp, Stamps, folder_stamps, part_stamps};
use super::{Loaded, load};
use crate::base::{FileMark, Finding, Id, Severity, Sources, Spread};
use crate::model::{Brief, Corpus};
use crate::site::{Gathered, Site};
use crate::source::folder_of;
use borsh::{BorshDeserialize, BorshSerialize};
use std::collections::{BTreeMap, BTreeSet};

/// The files of definitions by their paths; without a mark where it might not tell of the next change.
pub type Listing = BTreeMap<String, Option<FileMark>>;

/// What was found in definitions without an error.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Found {
    pub warnings: u64,
    pub infos: u64,
    /// How many texts something was found in, of how many.
    pub texts: u64,
    pub of_texts: u64,
}

/// A folder of definitions.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Leaf {
    files: Files,
    stamp: [u8; 16],
    /// Of what lists say of its decrees.
    listed: [u8; 16],
    /// Of what the overview of acts says of them.
    related: [u8; 16],
    found: Found,
    decrees: Vec<Brief>,
}

type Leaves = BTreeMap<String, Leaf>;
/// Most records are shorter.
const USUAL_BYTES: usize = 4 << 20;
/// By their paths, in order.
type Files = Vec<(String, Option<FileMark>)>;

/// What a run keeps for the next one.
#[derive(BorshSerialize, BorshDeserialize)]
struct Record {
    /// Of program and theme.
    rest: [u8; 16],
    leaves: Leaves,
    gathered: Gathered,
}

/// What an earlier run kept, beside the files of now.
pub struct Recall {
    leaves: Leaves,
    gathered: Gathered,
    files: BTreeMap<String, Files>,
    stale: BTreeSet<String>,
}

/// Definitions without errors.
pub struct Definitions {
    leaves: Leaves,
    corpus: Corpus,
    /// The folder that each decree came from.
    folders: BTreeMap<Id, String>,
    /// Folders whose decrees have their texts.
    whole: BTreeSet<String>,
    gathered: Gathered,
    is_new: bool,
}

impl Recall {
    /// Nothing where the record is not one of this program and theme.
    pub fn open(record: &[u8], rest: Stamp, listing: Listing) -> Option<Recall> {
        let (sum, body) = record.split_first_chunk::<16>()?;
        if Stamp::of([body]) != Stamp::from_bytes(*sum) {
            return None;
        }
        let Record { rest: of, leaves, gathered } = borsh::from_slice(body).ok()?;
        if Stamp::from_bytes(of) != rest {
            return None;
        }
        let files = by_folder(listing);
        let is_stale = |folder: &str, files: &Files| {
            files.iter().any(|(_, mark)| mark.is_none()) || leaves.get(folder).is_none_or(|leaf| leaf.files != *files)
        };
        let stale = files.iter().filter(|(folder, files)| is_stale(folder, files));
        let stale = stale.map(|(folder, _)| folder.clone()).collect();
        Some(Recall { leaves, gathered, files, stale })
    }

    /// Whether the text at the path has to be read.
    pub fn is_stale(&self, path: &str) -> bool {
        self.stale.contains(folder_of(path))
    }

    /// Takes the texts that had to be read. Nothing where all of them have to be.
    pub fn renew(mut self, mut texts: Sources, spread: &impl Spread) -> Option<Definitions> {
        let is_new = !self.stale.is_empty() || self.leaves.len() != self.files.len();
        self.take_touched(&mut texts);
        let Recall { mut leaves, mut gathered, mut files, stale } = self;
        leaves.retain(|folder, _| files.contains_key(folder) && !stale.contains(folder));
        files.retain(|folder, _| stale.contains(folder));
        let loaded = load(texts, spread);
        if loaded.findings.iter().any(|finding| finding.severity() == Severity::Error) {
            return None;
        }
        let mut all = Definitions { is_new, ..Definitions::of_files(loaded, files) };
        all.corpus.decrees.reserve(leaves.len());
        let briefs: Vec<(&String, &Brief)> =
            leaves.iter().flat_map(|(folder, leaf)| leaf.decrees.iter().map(move |brief| (folder, brief))).collect();
        for ((folder, _), decree) in briefs.iter().zip(spread.map(&briefs, |(_, brief)| brief.open())) {
            let decree = decree?;
            let other = all.folders.insert(decree.id.clone(), (*folder).clone());
            // Two decrees of one id, and a decree that the search knows nothing of: only their texts help.
            if other.is_some() || !gathered.has(&decree) {
                return None;
            }
            all.corpus.decrees.push(decree);
        }
        all.corpus.decrees.sort_by(|a, b| a.id.cmp(&b.id));
        gathered.retain(|id| !all.is_whole(id));
        all.leaves.append(&mut leaves);
        all.gathered = gathered;
        Some(all)
    }
}

impl Recall {
    /// Folders whose files were written and say what they said before are as good as untouched.
    fn take_touched(&mut self, texts: &mut Sources) {
        let mut touched = BTreeSet::new();
        for (folder, stamp) in folder_stamps(texts, |_| true) {
            let same = self.leaves.get_mut(&folder).filter(|leaf| leaf.stamp == stamp.bytes());
            if let (Some(leaf), Some(files)) = (same, self.files.get(&folder)) {
                leaf.files.clone_from(files);
                self.stale.remove(&folder);
                touched.insert(folder);
            }
        }
        texts.renew(Vec::new(), |path| touched.contains(folder_of(path)));
    }
}

impl Definitions {
    /// Of texts that were read, all of them, without an error.
    pub fn of(loaded: Loaded, listing: Listing) -> Definitions {
        Definitions::of_files(loaded, by_folder(listing))
    }

    fn of_files(loaded: Loaded, mut files: BTreeMap<String, Files>) -> Definitions {
        let Loaded { sources, corpus, findings, folders } = loaded;
        let mut leaves = Leaves::new();
        for (folder, stamp) in folder_stamps(&sources, |_| true) {
            let files = files.remove(&folder).unwrap_or_default();
            leaves.insert(folder, Leaf { files, stamp: stamp.bytes(), ..Leaf::default() });
        }
        for decree in &corpus.decrees {
            let leaf = folders.get(&decree.id).and_then(|folder| leaves.get_mut(folder));
            leaf.into_iter().for_each(|leaf| leaf.decrees.push(Brief::of(decree)));
        }
        for leaf in leaves.values_mut() {
            leaf.listed = number_of(&leaf.decrees);
            leaf.related = number_of(&leaf.decrees.iter().map(Brief::related).collect::<Vec<_>>());
        }
        count(&sources, &findings, &mut leaves);
        let whole = leaves.keys().cloned().collect();
        Definitions { leaves, corpus, folders, whole, gathered: Gathered::default(), is_new: true }
    }

    /// Whether there is anything to keep that the last run did not.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    pub fn found(&self) -> Found {
        let add = |sum: Found, leaf: &Leaf| Found {
            warnings: sum.warnings + leaf.found.warnings,
            infos: sum.infos + leaf.found.infos,
            texts: sum.texts + leaf.found.texts,
            of_texts: sum.of_texts + leaf.found.of_texts,
        };
        self.leaves.values().fold(Found::default(), add)
    }

    /// What the next run may know.
    pub fn record(self, rest: Stamp) -> Vec<u8> {
        let record = Record { rest: rest.bytes(), leaves: self.leaves, gathered: self.gathered };
        let mut bytes = Vec::with_capacity(USUAL_BYTES);
        bytes.resize(16, 0);
        // Writing to memory does not fail; were it to, nobody could read the record.
        let _ = borsh::to_writer(&mut bytes, &record);
        let sum = Stamp::of([&bytes[16..]]).bytes();
        bytes[..16].copy_from_slice(&sum);
        bytes
    }

    pub(super) fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    pub(super) fn gathered(&self) -> &Gathered {
        &self.gathered
    }

    pub(super) fn keep_gathered(&mut self, gathered: Gathered) {
        self.gathered = gathered;
    }

    /// Whether the search knows every act or can read it.
    pub(super) fn has_all_passages(&self) -> bool {
        self.corpus.decrees.iter().all(|decree| self.gathered.has(decree))
    }

    /// The number of each part of the site; `rest` is that of program and theme.
    pub(super) fn stamps(&self, site: &Site<'_>, rest: Stamp) -> Stamps {
        let of = |decree: &Id| {
            let leaf = self.leaves.get(self.folders.get(decree)?)?;
            let [texts, lists, relations] = [leaf.stamp, leaf.listed, leaf.related].map(Stamp::from_bytes);
            Some(Origin { texts, lists, relations })
        };
        part_stamps(&self.corpus, site, &of, rest)
    }

    fn is_whole(&self, decree: &str) -> bool {
        let folder = Id::new(decree).ok().and_then(|id| self.folders.get(&id));
        folder.is_some_and(|folder| self.whole.contains(folder))
    }

    /// The folders of these decrees that have to be read before their pages can be made.
    pub(super) fn to_read<'d>(&self, decrees: impl Iterator<Item = &'d Id>) -> BTreeSet<String> {
        let folders = decrees.filter_map(|decree| self.folders.get(decree));
        folders.filter(|folder| !self.whole.contains(*folder)).cloned().collect()
    }

    /// Takes the texts of folders that it knew in brief. `false` where they are not what it knew.
    pub(super) fn complete(&mut self, texts: Sources, spread: &impl Spread) -> bool {
        let fresh = Definitions::of(load(texts, spread), Listing::new());
        for (folder, leaf) in &fresh.leaves {
            let is_same = |known: &&Leaf| known.stamp == leaf.stamp && known.decrees == leaf.decrees;
            if self.leaves.get(folder).filter(is_same).is_none() {
                return false;
            }
        }
        for decree in fresh.corpus.decrees {
            match self.corpus.decrees.binary_search_by(|known| known.id.cmp(&decree.id)) {
                Ok(at) => self.corpus.decrees[at] = decree,
                Err(_) => return false,
            }
        }
        self.whole.extend(fresh.whole);
        true
    }
}

/// The number of what is said of decrees.
fn number_of(decrees: &[Brief]) -> [u8; 16] {
    let briefs: Vec<Vec<u8>> = decrees.iter().filter_map(|brief| borsh::to_vec(brief).ok()).collect();
    Stamp::of(briefs.iter().map(Vec::as_slice)).bytes()
}

fn by_folder(listing: Listing) -> BTreeMap<String, Files> {
    let mut folders: BTreeMap<String, Files> = BTreeMap::new();
    for (path, mark) in listing {
        match folders.get_mut(folder_of(&path)) {
            Some(files) => files.push((path, mark)),
            None => drop(folders.insert(folder_of(&path).to_owned(), vec![(path, mark)])),
        }
    }
    folders
}

/// Notes what was found in each folder.
fn count(sources: &Sources, findings: &[Finding], leaves: &mut Leaves) {
    for (_, source) in sources.iter() {
        leaves.entry(folder_of(&source.path).to_owned()).or_default().found.of_texts += 1;
    }
    let mut texts = BTreeSet::new();
    for finding in findings {
        let folder = folder_of(&sources.get(finding.span.source).path);
        let Some(Leaf { found, .. }) = leaves.get_mut(folder) else { continue };
        match finding.severity() {
            Severity::Info => found.infos += 1,
            _ => found.warnings += 1,
        }
        found.texts += u64::from(texts.insert(finding.span.source));
    }
}
