//! What each part of a site is made from, in one number: where it is the same, the files of the part are the same.
//!
//! In: texts, and the number of everything else that has a say (program, theme). Out: [`Stamps`].
//! Holds: whatever a part may look at has a say in its number. The page of an act may look at the whole folder of its
//! decree and at the folders of the decrees that it amends or repeals, or that do so to it. The page of a region looks at
//! what lists say of these; and how lists are parted over pages has a say in every page. The search looks at all texts; the
//! overview of acts, at what relates them; what else belongs to all acts, at what lists say of each.

use crate::base::{Id, Sources};
use crate::model::Corpus;
use crate::site::{Part, Site};
use crate::source::folder_of;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use xxhash_rust::xxh3::Xxh3;

/// A number that other contents have with no likelihood worth a thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp(u128);

impl Stamp {
    /// Of pieces, each by itself: `ab`, `c` is not `a`, `bc`.
    pub fn of<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Stamp {
        let mut hash = Xxh3::new();
        for piece in pieces {
            hash.update(&(piece.len() as u64).to_le_bytes());
            hash.update(piece);
        }
        Stamp(hash.digest128())
    }

    pub(super) fn bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    pub(super) fn from_bytes(bytes: [u8; 16]) -> Stamp {
        Stamp(u128::from_le_bytes(bytes))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The number of each folder of definitions.
pub type FolderStamps = BTreeMap<String, Stamp>;

/// Of some folders.
pub fn folder_stamps(sources: &Sources, is_wanted: impl Fn(&str) -> bool) -> FolderStamps {
    let mut texts: BTreeMap<&str, Vec<&[u8]>> = BTreeMap::new();
    for (_, source) in sources.iter().filter(|(_, source)| is_wanted(folder_of(&source.path))) {
        let pieces = texts.entry(folder_of(&source.path)).or_default();
        pieces.extend([source.path.as_bytes(), source.text.as_bytes()]);
    }
    texts.into_iter().map(|(folder, pieces)| (folder.to_owned(), Stamp::of(pieces))).collect()
}

/// The numbers of what a decree comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin {
    /// Of all texts of its folder.
    pub texts: Stamp,
    /// Of what lists say of it and of the others of its folder.
    pub lists: Stamp,
    /// Of what the overview of acts says of them.
    pub relations: Stamp,
}

impl Origin {
    /// Where it is not known apart what lists and the overview say.
    pub fn of_texts(texts: Stamp) -> Origin {
        Origin { texts, lists: texts, relations: texts }
    }
}

/// The number of each part, by its name.
pub type Stamps = BTreeMap<String, Stamp>;

/// `of_decree` gives the numbers of the folder that the corpus has the decree from.
pub(super) fn part_stamps(
    corpus: &Corpus,
    site: &Site<'_>,
    of_decree: &dyn Fn(&Id) -> Option<Origin>,
    rest: Stamp,
) -> Stamps {
    let own: Vec<Origin> = corpus.decrees.iter().map(|decree| of_decree(&decree.id).unwrap_or_default()).collect();
    let numbers: Vec<[u8; 16]> = own.iter().map(|origin| origin.texts.bytes()).collect();
    let of_all = |number: fn(&Origin) -> Stamp| {
        let numbers: Vec<[u8; 16]> = own.iter().map(|origin| number(origin).bytes()).collect();
        let ids = corpus.decrees.iter().map(|decree| decree.id.as_str().as_bytes());
        Stamp::of(ids.zip(&numbers).flat_map(|(id, number)| [id, number]))
    };
    let whole = of_all(|origin| origin.texts);
    let lists = of_all(|origin| origin.lists);
    let relations = of_all(|origin| origin.relations);
    let mut around: BTreeMap<&Id, BTreeSet<usize>> = BTreeMap::new();
    for (one, other) in site.related() {
        around.entry(&corpus.decrees[one].id).or_default().insert(other);
        around.entry(&corpus.decrees[other].id).or_default().insert(one);
    }
    let places: BTreeMap<&Id, usize> = corpus.decrees.iter().enumerate().map(|(at, decree)| (&decree.id, at)).collect();
    let of_act = |decree: &Id| {
        let all = places.get(decree).into_iter().chain(around.get(decree).into_iter().flatten());
        Stamp::of(all.flat_map(|at| [corpus.decrees[*at].id.as_str().as_bytes(), &numbers[*at]]))
    };
    let parting = site.parting();
    let stamp = |part: &Part<'_>| {
        let of_texts = match part {
            Part::Front | Part::SearchPage | Part::Machines => lists,
            Part::Region(region) => of_region(corpus, &own, &around, *region),
            Part::Acts => relations,
            Part::Search => whole,
            Part::Decree(decree) | Part::Regulation(decree, _) | Part::Edition(decree, ..) => of_act(&decree.id),
        };
        let name = part.name();
        let stamp = Stamp::of([name.as_bytes(), &rest.bytes(), &of_texts.bytes(), parting.as_bytes()]);
        (name, stamp)
    };
    site.parts().iter().map(stamp).collect()
}

/// Of what lists say of the decrees of a region, and of those around each.
fn of_region(
    corpus: &Corpus,
    origins: &[Origin],
    around: &BTreeMap<&Id, BTreeSet<usize>>,
    region: Option<&Id>,
) -> Stamp {
    let mut all = BTreeSet::new();
    for (at, decree) in corpus.decrees.iter().enumerate() {
        if decree.region.as_ref().map(|region| &region.id) == region {
            all.insert(at);
            all.extend(around.get(&decree.id).into_iter().flatten());
        }
    }
    let numbers: Vec<(&Id, [u8; 16])> =
        all.into_iter().map(|at| (&corpus.decrees[at].id, origins[at].lists.bytes())).collect();
    Stamp::of(numbers.iter().flat_map(|(id, number)| [id.as_str().as_bytes(), number]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_do_not_run_into_each_other() {
        let of = |pieces: &[&str]| Stamp::of(pieces.iter().map(|piece| piece.as_bytes()));
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["ab", ""]), of(&["ab"]));
        assert_eq!(of(&["ab"]).to_string().len(), 32);
    }
}
