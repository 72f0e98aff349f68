//! The search: its page, and the index that a script of the page asks.
//!
//! In: the whole corpus. Out: the page of each language, and script files in `assets/search/` that need neither a server
//! nor a request: a page loads them with `<script>`, so they work from a disk as well. Only the page of the search
//! loads any of them, and it loads what a question needs.
//!
//! | file | holds | when it is loaded |
//! |---|---|---|
//! | `acts.js` | titles, facets, the folding of letters, names of the other files | with the page |
//! | `places.js` | which passages each act has, and their anchors | with the first question |
//! | `words-*.js` | words of one first letter, and the passages that hold them | when a word is asked for |
//! | `common.js`, `texts-*.js` | the passages written out | when they are shown |
//!
//! Holds: one corpus, one index, byte for byte. Both languages share it, as most acts exist in one of them only.
//! Absent on purpose: how well an act answers a question, which is decided in `assets/search.js`.

mod code;
mod fold;
mod gather;
mod index;
#[cfg(test)]
mod tests;

use super::address::{Place, rel};
use super::context::{Found, Link, Search, View, Words};
use super::desk::{Desk, Stock};
use super::facts::channel_key;
use super::regions;
use crate::base::{Artifacts, Lang, Text};
use crate::model::{Decree, Regulation};
use crate::wording::collate::sort_key;
use borsh::{BorshDeserialize, BorshSerialize};
use index::{Index, Known, Placed, Terms};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a page knows before any question. Texts stand in both languages, Kazakh first.
#[derive(Serialize)]
struct Acts<'a> {
    /// A letter, and all that are written for it.
    folds: Vec<(char, &'static str)>,
    unseen: Vec<(char, char)>,
    digits: &'static str,
    literal: char,
    /// First letters: their places are the numbers of the files of words.
    firsts: Vec<char>,
    /// First passages of the files of texts.
    starts: Vec<u32>,
    passages: usize,
    /// What an address calls it, and its names: so for channels too.
    regions: Vec<[&'a str; 3]>,
    channels: Vec<[&'a str; 3]>,
    fields: Vec<[&'a str; 3]>,
    decrees: Vec<DecreeRow<'a>>,
    acts: Vec<ActRow>,
}

#[derive(Serialize)]
struct DecreeRow<'a> {
    id: &'a str,
    name: [String; 2],
    day: [String; 2],
    region: Option<usize>,
    repealed: bool,
}

#[derive(Serialize)]
struct ActRow {
    /// Its place within the folder of a language.
    path: String,
    /// Empty in a language that it has no title in.
    title: [String; 2],
    decree: usize,
    /// Indices of channels; nothing for the decree itself.
    channels: Option<Vec<usize>>,
    /// Index of its field.
    field: Option<usize>,
}

/// What the index holds of each act: a run keeps it for the next one, which need not compose again what did not change.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Gathered {
    texts: Vec<String>,
    anchors: Vec<String>,
    /// By decree: the decree itself, then its regulations in their order.
    acts: BTreeMap<String, Vec<Vec<Placed>>>,
}

impl Gathered {
    /// Forgets the acts of other decrees.
    pub fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.acts.retain(|decree, _| is_kept(decree));
    }

    /// Whether the decree and all its regulations are known.
    pub fn has(&self, decree: &Decree) -> bool {
        self.acts_of(decree).is_some()
    }

    fn acts_of(&self, decree: &Decree) -> Option<&Vec<Vec<Placed>>> {
        self.acts.get(decree.id.as_str()).filter(|acts| acts.len() == decree.regulations.len() + 1)
    }
}

/// The index of the search.
pub(super) fn files(stock: &Stock<'_>) -> Artifacts {
    index_files(stock, &index(stock, &Gathered::default()))
}

/// The same, and what to keep for the next run. What is known of a decree from an earlier one is taken as it is.
pub(super) fn files_knowing(stock: &Stock<'_>, before: &Gathered) -> (Artifacts, Gathered) {
    let index = index(stock, before);
    (index_files(stock, &index), gathered(stock, index))
}

/// Every passage of every act.
fn index(stock: &Stock<'_>, before: &Gathered) -> Index {
    let mut index = Index::default();
    let mut known = Known::of(before);
    for decree in &stock.corpus.decrees {
        if let Some(acts) = before.acts_of(decree) {
            acts.iter().for_each(|act| index.add_again(act, &mut known));
            continue;
        }
        index.add(gather::of_decree(stock, decree));
        for regulation in &decree.regulations {
            index.add(gather::of_regulation(stock, decree, regulation));
        }
    }
    index
}

/// What to keep of an index of these acts.
fn gathered(stock: &Stock<'_>, index: Index) -> Gathered {
    let (texts, anchors) = (index.passage_texts(), index.anchors().to_vec());
    let mut placed = index.placed.into_iter();
    let mut acts_of = |decree: &Decree| placed.by_ref().take(decree.regulations.len() + 1).collect();
    let acts = stock.corpus.decrees.iter().map(|decree| (decree.id.to_string(), acts_of(decree))).collect();
    Gathered { texts, anchors, acts }
}

/// All files of the index.
fn index_files(stock: &Stock<'_>, index: &Index) -> Artifacts {
    let (terms, texts) = (index.terms(), index.texts());
    let mut files = Artifacts::new();
    let mut put = |name: &str, arguments: &[&dyn code::Argument]| {
        let file = code::script(name, arguments);
        files.insert(rel(&format!("assets/search/{name}.js")), file);
    };
    put("acts", &[&acts(stock, index, &terms, texts.starts)]);
    put("places", &[&index.places, &index.anchors()]);
    put("common", &[&texts.common.iter().map(|word| &**word).collect::<Vec<&str>>()]);
    for (number, terms) in terms.iter().enumerate() {
        put(&format!("words-{number}"), &[&terms.words, &terms.passages]);
    }
    for (number, file) in texts.files.iter().enumerate() {
        put(&format!("texts-{number}"), &[file]);
    }
    files
}

fn acts<'a>(stock: &Stock<'a>, index: &Index, terms: &[Terms], starts: Vec<u32>) -> Acts<'a> {
    let mut acts = Acts {
        folds: fold::FOLDS.into(),
        unseen: fold::UNSEEN.into(),
        digits: code::DIGITS,
        literal: code::LITERAL,
        firsts: terms.iter().map(|terms| terms.first).collect(),
        starts,
        passages: index.passages(),
        regions: Vec::new(),
        channels: Vec::new(),
        fields: Vec::new(),
        decrees: Vec::new(),
        acts: Vec::new(),
    };
    for decree in &stock.corpus.decrees {
        let row = acts.decree(stock, decree);
        acts.decrees.push(row);
        acts.act(Place::Decree(&decree.id), &decree.title, None, None);
        for regulation in &decree.regulations {
            let channels = acts.channels(stock, regulation);
            let field = regulation.field.as_ref().map(|field| {
                let [kazakh, russian] = Lang::ALL.map(|lang| field.name.best(lang).1);
                place_of([field.id.as_str(), kazakh, russian], &mut acts.fields)
            });
            acts.act(Place::Regulation(&decree.id, &regulation.id), &regulation.title, Some(channels), field);
        }
    }
    acts
}

impl<'a> Acts<'a> {
    fn decree(&mut self, stock: &Stock<'a>, decree: &'a Decree) -> DecreeRow<'a> {
        let region = decree.region.as_ref().map(|region| {
            let [kazakh, russian] = Lang::ALL.map(|lang| region.name.best(lang).1);
            [region.id.as_str(), kazakh, russian]
        });
        DecreeRow {
            id: decree.id.as_str(),
            name: Lang::ALL.map(|lang| Desk { stock: *stock, lang }.short_name(decree).words),
            day: Lang::ALL.map(|lang| Desk { stock: *stock, lang }.date(decree.adopted)),
            region: region.map(|region| place_of(region, &mut self.regions)),
            repealed: decree.repealed.is_some(),
        }
    }

    fn channels(&mut self, stock: &Stock<'a>, regulation: &Regulation) -> Vec<usize> {
        let names = regulation.channels.iter().map(|channel| {
            let key = channel_key(channel.kind);
            let [kazakh, russian] = Lang::ALL.map(|lang| stock.theme.words(lang).get(key));
            [key, kazakh, russian]
        });
        let mut all: Vec<usize> = names.map(|name| place_of(name, &mut self.channels)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn act(&mut self, place: Place<'_>, title: &Text, channels: Option<Vec<usize>>, field: Option<usize>) {
        let title = Lang::ALL.map(|lang| title.get(lang).unwrap_or_default().to_owned());
        self.acts.push(ActRow { path: place.here(), title, decree: self.decrees.len() - 1, channels, field });
    }
}

/// Where it stands among those that were met, the last of which it may become.
fn place_of<T: PartialEq>(wanted: T, known: &mut Vec<T>) -> usize {
    match known.iter().position(|known| *known == wanted) {
        Some(place) => place,
        None => {
            known.push(wanted);
            known.len() - 1
        }
    }
}

/// The page before a question.
pub(super) fn page(desk: &Desk<'_>) -> View<Search> {
    let decrees = &desk.stock.corpus.decrees;
    let has_fields = decrees.iter().flat_map(|decree| &decree.regulations).any(|regulation| regulation.field.is_some());
    let it = match desk.stock.lists.are_parted {
        true => Search { has_fields, ways: regions::ways(desk, Place::Search), regulations: Vec::new() },
        false => Search { has_fields, ways: Vec::new(), regulations: by_title(desk) },
    };
    let mut frame = desk.frame(Place::Search, "search", desk.words().get("search"), desk.words().get("search_lead"));
    frame.trail = vec![desk.home_link(Place::Search)];
    View { frame, it }
}

fn by_title(desk: &Desk<'_>) -> Vec<Found> {
    let decrees = desk.stock.corpus.decrees.iter();
    let mut all: Vec<(&Decree, &Regulation)> =
        decrees.flat_map(|decree| decree.regulations.iter().map(move |regulation| (decree, regulation))).collect();
    all.sort_by_cached_key(|(decree, regulation)| (sort_key(regulation.title.best(desk.lang).1), &decree.id));
    let found = |(decree, regulation): (&Decree, &Regulation)| Found {
        link: Link {
            href: Place::Search.link(Place::Regulation(&decree.id, &regulation.id)),
            text: Words::of(&regulation.title, desk.lang),
        },
        decree: desk.short_name(decree),
        region: decree.region.as_ref().map(|region| Words::of(&region.name, desk.lang)),
        repealed: decree.repealed.is_some().then(|| desk.word("repealed")),
    };
    all.into_iter().map(found).collect()
}
