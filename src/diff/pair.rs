//! Which entry of an old list is which of a new one: by id where one is written, else by what it says.
//!
//! Holds: an entry put in or taken out leaves the others paired, whatever their numbers; entries of different classes
//! pair by id alone; equal choices fall to the order of the lists.

use super::marks::tokens;
use crate::wording::letters::is_letter_or_digit;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry<'a> {
    /// The id that the author wrote.
    pub id: Option<&'a str>,
    pub words: &'a str,
    /// Entries of one class may stand for one another.
    pub class: u8,
}

/// Old and new entries side by side; places are indices into the two lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pairing {
    /// (old, new), in the order of the new list.
    pub pairs: Vec<(usize, usize)>,
    pub removed: Vec<usize>,
    pub added: Vec<usize>,
    /// Pairs that stand elsewhere among the others.
    pub moved: Vec<(usize, usize)>,
    /// Two pairs that took each other's place.
    pub swapped: Vec<[(usize, usize); 2]>,
}

impl Pairing {
    pub fn after_of(&self, before: usize) -> Option<usize> {
        self.pairs.iter().find(|pair| pair.0 == before).map(|pair| pair.1)
    }
}

/// Texts that share half of their words are one text, reworded.
const ALIKE_PERCENT: usize = 50;
/// Where nothing else stands between the same neighbours, less will do.
const ALIKE_IN_GAP_PERCENT: usize = 20;

pub(super) fn pair(before: &[Entry], after: &[Entry]) -> Pairing {
    let mut matching = Matching { old: vec![None; before.len()], new: vec![None; after.len()] };
    by_id(before, after, &mut matching);
    by_equal_words(before, after, &mut matching);
    by_likeness(before, after, &mut matching);
    in_gaps(before, after, &mut matching);
    let pairs: Vec<(usize, usize)> =
        matching.new.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new))).collect();
    let gone = |side: &[Option<usize>]| {
        side.iter().enumerate().filter(|(_, other)| other.is_none()).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let (moved, swapped) = displaced(&pairs);
    Pairing { removed: gone(&matching.old), added: gone(&matching.new), pairs, moved, swapped }
}

/// For each entry of a list, its partner in the other one.
struct Matching {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Matching {
    fn join(&mut self, old: usize, new: usize) {
        (self.old[old], self.new[new]) = (Some(new), Some(old));
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        self.old[old].is_none() && self.new[new].is_none()
    }

    fn free(side: &[Option<usize>]) -> Vec<usize> {
        (0..side.len()).filter(|at| side[*at].is_none()).collect()
    }
}

fn by_id(before: &[Entry], after: &[Entry], matching: &mut Matching) {
    let known: BTreeMap<&str, usize> =
        before.iter().enumerate().rev().filter_map(|(at, entry)| Some((entry.id?, at))).collect();
    for (new, entry) in after.iter().enumerate() {
        if let Some(old) = entry.id.and_then(|id| known.get(id)).filter(|old| matching.is_free(**old, new)) {
            matching.join(*old, new);
        }
    }
}

/// Equal words pair, first those that kept their order.
fn by_equal_words(before: &[Entry], after: &[Entry], matching: &mut Matching) {
    let (old, new) = (Matching::free(&matching.old), Matching::free(&matching.new));
    let key = |entry: &Entry| (entry.class, entry.words.to_owned());
    let (old_keys, new_keys): (Vec<_>, Vec<_>) =
        (old.iter().map(|at| key(&before[*at])).collect(), new.iter().map(|at| key(&after[*at])).collect());
    for op in capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|step| matching.join(old[old_index + step], new[new_index + step]));
        }
    }
    let mut rest: BTreeMap<(u8, &str), Vec<usize>> = BTreeMap::new();
    for at in Matching::free(&matching.old).into_iter().rev() {
        rest.entry((before[at].class, before[at].words)).or_default().push(at);
    }
    for at in Matching::free(&matching.new) {
        if let Some(old) = rest.get_mut(&(after[at].class, after[at].words)).and_then(Vec::pop) {
            matching.join(old, at);
        }
    }
}

/// How far apart among the unpaired two entries may stand to be compared: each with each takes the square of a long list.
const REACH: usize = 200;

/// What is most alike pairs first.
fn by_likeness(before: &[Entry], after: &[Entry], matching: &mut Matching) {
    let (old, new) = (Matching::free(&matching.old), Matching::free(&matching.new));
    let bags =
        |entries: &[Entry], at: &[usize]| -> Vec<Vec<String>> { at.iter().map(|at| bag(entries[*at].words)).collect() };
    let (old_bags, new_bags) = (bags(before, &old), bags(after, &new));
    let mut scored: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (place, (old_at, old_bag)) in old.iter().zip(&old_bags).enumerate() {
        let opposite = place * new.len() / old.len();
        let near = opposite.saturating_sub(REACH)..(opposite + REACH + 1).min(new.len());
        for (new_at, new_bag) in new[near.clone()].iter().zip(&new_bags[near]) {
            let percent = if may_pair(&before[*old_at], &after[*new_at]) { likeness(old_bag, new_bag) } else { 0 };
            if percent >= ALIKE_PERCENT {
                scored.push((100 - percent, old_at.abs_diff(*new_at), *old_at, *new_at));
            }
        }
    }
    scored.sort_unstable();
    for (_, _, old, new) in scored {
        if matching.is_free(old, new) {
            matching.join(old, new);
        }
    }
}

/// The only entry on either side between the same neighbours is the same entry, if it says anything of the same.
fn in_gaps(before: &[Entry], after: &[Entry], matching: &mut Matching) {
    for new in Matching::free(&matching.new) {
        let neighbour = |at: Option<usize>| at.and_then(|at| matching.new.get(at).copied());
        let from = match new.checked_sub(1) {
            None => 0,
            Some(at) => match matching.new[at] {
                Some(old) => old + 1,
                None => continue,
            },
        };
        let to = match neighbour(Some(new + 1)) {
            None => before.len(),
            Some(Some(old)) => old,
            Some(None) => continue,
        };
        if from + 1 == to && matching.is_free(from, new) && may_pair(&before[from], &after[new]) {
            let percent = likeness(&bag(before[from].words), &bag(after[new].words));
            if percent >= ALIKE_IN_GAP_PERCENT {
                matching.join(from, new);
            }
        }
    }
}

/// Two ids that an author wrote are two things, however alike.
fn may_pair(old: &Entry, new: &Entry) -> bool {
    old.class == new.class && (old.id.is_none() || new.id.is_none())
}

/// The words of a text, sorted.
fn bag(text: &str) -> Vec<String> {
    let is_word = |token: &&str| token.chars().any(is_letter_or_digit);
    let mut words: Vec<String> = tokens(text).into_iter().filter(is_word).map(str::to_lowercase).collect();
    words.sort_unstable();
    words
}

/// How many words two sorted bags share, in percent of both.
fn likeness(one: &[String], other: &[String]) -> usize {
    let (mut at, mut to, mut shared) = (0, 0, 0_usize);
    while at < one.len() && to < other.len() {
        match one[at].cmp(&other[to]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => to += 1,
            std::cmp::Ordering::Equal => (at, to, shared) = (at + 1, to + 1, shared + 1),
        }
    }
    (200 * shared).checked_div(one.len() + other.len()).unwrap_or(0)
}

/// Pairs out of order, as few as can be; and among them those that merely changed places.
#[allow(clippy::type_complexity)]
fn displaced(pairs: &[(usize, usize)]) -> (Vec<(usize, usize)>, Vec<[(usize, usize); 2]>) {
    let steady = longest_rising(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let mut ranks: Vec<usize> = pairs.iter().map(|pair| pair.0).collect();
    ranks.sort_unstable();
    let rank = |old: usize| ranks.binary_search(&old).unwrap_or(0);
    let mut moved: BTreeSet<usize> = (0..pairs.len()).filter(|at| !steady.contains(at)).collect();
    let mut swapped = Vec::new();
    for at in moved.clone() {
        let other = rank(pairs[at].0);
        if other != at && rank(pairs[other].0) == at && moved.contains(&at) {
            moved.remove(&at);
            moved.remove(&other);
            swapped.push([pairs[at.min(other)], pairs[at.max(other)]]);
        }
    }
    if !swapped.is_empty() {
        moved.retain(|at| rank(pairs[*at].0) != *at);
    }
    (moved.into_iter().map(|at| pairs[at]).collect(), swapped)
}

/// Positions of a longest rising subsequence.
fn longest_rising(values: &[usize]) -> BTreeSet<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; values.len()];
    for at in 0..values.len() {
        let place = ends.partition_point(|end| values[*end] < values[at]);
        previous[at] = place.checked_sub(1).map(|place| ends[place]);
        if place == ends.len() {
            ends.push(at);
        } else {
            ends[place] = at;
        }
    }
    std::iter::successors(ends.last().copied(), |at| previous[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries<'a>(all: &[&'a str]) -> Vec<Entry<'a>> {
        all.iter()
            .map(|words| match words.split_once(": ") {
                Some((id, words)) => Entry { id: Some(id), words, class: 0 },
                None => Entry { id: None, words, class: 0 },
            })
            .collect()
    }

    fn paired(before: &[&str], after: &[&str]) -> Pairing {
        pair(&entries(before), &entries(after))
    }

    #[test]
    fn an_entry_put_in_leaves_the_others_paired() {
        let pairing = paired(&["a b", "c d", "e f"], &["a b", "x y", "c d", "e f"]);
        assert_eq!(pairing.pairs, [(0, 0), (1, 2), (2, 3)]);
        assert_eq!((pairing.added, pairing.removed, pairing.moved), (vec![1], vec![], vec![]));
    }

    #[test]
    fn ids_win_over_words_and_words_over_place() {
        assert_eq!(paired(&["x: a b", "y: c d"], &["x: c d", "y: a b"]).pairs, [(0, 0), (1, 1)]);
        assert_eq!(paired(&["a b c", "d e f"], &["d e f g", "a b c"]).pairs, [(1, 0), (0, 1)]);
        let pairing = paired(&["x: a b"], &["y: a b"]);
        assert_eq!(pairing.pairs, [(0, 0)], "equal words are the same thing under a new id");
        let pairing = paired(&["x: a b c"], &["y: a b d"]);
        assert_eq!((pairing.removed, pairing.added), (vec![0], vec![0]), "two ids are two things");
    }

    #[test]
    fn a_sentence_rewritten_in_its_place_is_the_same_sentence() {
        let pairing = paired(&["a b", "c d e f", "g h"], &["a b", "c x y z w", "g h"]);
        assert_eq!(pairing.pairs, [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(paired(&["a b", "c d", "g h"], &["a b", "x y", "g h"]).removed, [1]);
    }

    #[test]
    fn what_changed_places_is_told_from_what_moved() {
        let pairing = paired(&["a", "b", "c", "d"], &["a", "c", "b", "d"]);
        assert_eq!((pairing.moved, pairing.swapped), (vec![], vec![[(2, 1), (1, 2)]]));
        let pairing = paired(&["a", "b", "c"], &["c", "b", "a"]);
        assert_eq!((pairing.moved, pairing.swapped.len()), (vec![], 1));
        let pairing = paired(&["a", "b", "c", "d"], &["d", "a", "b", "c"]);
        assert_eq!((pairing.moved, pairing.swapped.len()), (vec![(3, 0)], 0));
    }

    #[test]
    fn in_a_long_list_what_stands_near_is_compared() {
        let list = |last: &str| -> Vec<String> { (0..1_000).map(|n| format!("a{n} b{n} {last}{n}")).collect() };
        let (before, mut after) = (list("c"), list("d"));
        let first = after.remove(0);
        after.push(first);
        fn all(list: &[String]) -> Vec<&str> {
            list.iter().map(String::as_str).collect()
        }
        let pairing = paired(&all(&before), &all(&after));
        assert_eq!(pairing.pairs, (1..1_000).map(|old| (old, old - 1)).collect::<Vec<_>>());
        assert_eq!((pairing.removed, pairing.added), (vec![0], vec![999]), "too far to be looked for");
    }

    #[test]
    fn repeated_sentences_keep_their_order() {
        let pairing = paired(&["a", "r", "b", "r"], &["a", "r", "x", "b", "r"]);
        assert_eq!(pairing.pairs, [(0, 0), (1, 1), (2, 3), (3, 4)]);
    }
}
