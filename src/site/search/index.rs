//! The index: passages of all acts, each kept once, and the words that lead to them.
//!
//! In: passages, act by act. Out: rows of numbers and words for the script files.
//! Holds: acts repeat each other, so a passage that was met before costs one number; a text is kept word by word in
//! numbers, the commonest words having the shortest; nothing depends on the order of a hash table.

use super::Gathered;
use super::code::{LITERAL, push};
use super::fold::{Folding, is_of_word, pieces};
use super::gather::Passage;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::rc::Rc;

/// The same numbers in every run.
type Hashed<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// Everything that was taken in.
#[derive(Default)]
pub(super) struct Index {
    /// Words and what stands between them, in the order of their first coming.
    pieces: Vec<Rc<str>>,
    piece_numbers: Hashed<Rc<str>, u32>,
    /// Each passage as the numbers of its pieces, one after the other, and where each ends.
    numbers: Vec<u32>,
    ends: Vec<usize>,
    /// A passage by the hash of its text; where two meet, the next number is tried.
    by_hash: Hashed<u64, u32>,
    anchors: Vec<String>,
    anchor_numbers: BTreeMap<String, u32>,
    /// For each act, where its passages stand: as it is written, and as it is kept.
    pub places: Vec<String>,
    pub placed: Vec<Vec<Placed>>,
}

/// A passage of an act: weight and pages in one, the number of its text, the number of its anchor.
pub(super) type Placed = [u32; 3];

/// Words of one first letter, and the passages that hold each of them.
#[derive(Default)]
pub(super) struct Terms {
    /// The first letter.
    pub first: char,
    /// Each word without what it shares with the one before: a number, and the rest.
    pub words: String,
    /// For each word, steps from passage to passage.
    pub passages: String,
}

/// Passages written out, cut into files of a bearable size.
pub(super) struct Texts {
    /// The words that have numbers, the commonest first.
    pub common: Vec<Rc<str>>,
    /// The first passage of each file.
    pub starts: Vec<u32>,
    pub files: Vec<Vec<String>>,
}

/// A file of texts is closed when it is this long.
const FILE_BYTES: usize = 48 * 1024;
/// A word that is met less often is written out: its number would cost more than it saves.
const COMMON_MIN: u32 = 4;

/// What an earlier run kept, and the numbers that it has in this one.
pub(super) struct Known<'k> {
    kept: &'k Gathered,
    texts: Vec<Option<u32>>,
    anchors: Vec<Option<u32>>,
}

impl<'k> Known<'k> {
    pub fn of(kept: &'k Gathered) -> Known<'k> {
        Known { kept, texts: vec![None; kept.texts.len()], anchors: vec![None; kept.anchors.len()] }
    }

    fn text(&mut self, number: u32, index: &mut Index) -> u32 {
        renumbered(&mut self.texts, &self.kept.texts, number, |text| index.passage(text))
    }

    fn anchor(&mut self, number: u32, index: &mut Index) -> u32 {
        renumbered(&mut self.anchors, &self.kept.anchors, number, |anchor| index.anchor(anchor.to_owned()))
    }
}

/// Each is taken in once. A number that nothing has stands for an empty text.
fn renumbered(known: &mut [Option<u32>], all: &[String], number: u32, take: impl FnOnce(&str) -> u32) -> u32 {
    let Some(place) = known.get_mut(number as usize) else { return take("") };
    *place.get_or_insert_with(|| take(&all[number as usize]))
}

impl Index {
    /// Takes the passages of the next act.
    pub fn add(&mut self, passages: Vec<Passage>) {
        let place = |index: &mut Index, passage: Passage| {
            let number = index.passage(&passage.text);
            let kind = passage.weight as u32 * 3 + u32::from(passage.pages) - 1;
            [kind, number, index.anchor(passage.anchor)]
        };
        self.place(passages.into_iter(), place);
    }

    /// Takes the next act as it was kept.
    pub fn add_again(&mut self, act: &[Placed], known: &mut Known<'_>) {
        self.place(act.iter(), |index, [kind, text, anchor]| {
            [*kind, known.text(*text, index), known.anchor(*anchor, index)]
        });
    }

    fn place<P>(&mut self, passages: impl Iterator<Item = P>, mut place: impl FnMut(&mut Index, P) -> Placed) {
        let (mut places, mut all) = (String::new(), Vec::new());
        for passage in passages {
            let count = self.ends.len() as u32;
            let placed = place(self, passage);
            let [kind, number, anchor] = placed;
            push(kind, &mut places);
            // Most passages are new ones.
            push(if number == count { 0 } else { number + 1 }, &mut places);
            push(anchor, &mut places);
            all.push(placed);
        }
        self.places.push(places);
        self.placed.push(all);
    }

    /// Each passage, by its number.
    pub fn passage_texts(&self) -> Vec<String> {
        let text = |passage| self.numbers_of(passage).iter().map(|number| &*self.pieces[*number as usize]).collect();
        (0..self.ends.len() as u32).map(text).collect()
    }

    /// How many different passages there are.
    pub fn passages(&self) -> usize {
        self.ends.len()
    }

    pub fn anchors(&self) -> &[String] {
        &self.anchors
    }

    fn anchor(&mut self, anchor: String) -> u32 {
        let next = self.anchors.len() as u32;
        if let Some(known) = self.anchor_numbers.get(&anchor) {
            return *known;
        }
        self.anchors.push(anchor.clone());
        self.anchor_numbers.insert(anchor, next);
        next
    }

    /// The number of a passage with this text, which may be a new one.
    fn passage(&mut self, text: &str) -> u32 {
        let mut hash = hash(text);
        while let Some(known) = self.by_hash.get(&hash) {
            if self.says(*known, text) {
                return *known;
            }
            hash = hash.wrapping_add(1);
        }
        for piece in pieces(text) {
            let number = match self.piece_numbers.get(piece) {
                Some(known) => *known,
                None => self.new_piece(piece),
            };
            self.numbers.push(number);
        }
        let number = self.ends.len() as u32;
        self.ends.push(self.numbers.len());
        self.by_hash.insert(hash, number);
        number
    }

    fn new_piece(&mut self, piece: &str) -> u32 {
        let (number, piece): (u32, Rc<str>) = (self.pieces.len() as u32, piece.into());
        self.pieces.push(piece.clone());
        self.piece_numbers.insert(piece, number);
        number
    }

    fn numbers_of(&self, passage: u32) -> &[u32] {
        let at = passage as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.numbers[start..self.ends[at]]
    }

    fn says(&self, passage: u32, text: &str) -> bool {
        let mut rest = Some(text);
        for number in self.numbers_of(passage) {
            rest = rest.and_then(|rest| rest.strip_prefix(&*self.pieces[*number as usize]));
        }
        rest == Some("")
    }

    /// The words of all passages, folded, in order, parted by their first letters.
    pub fn terms(&self) -> Vec<Terms> {
        let folding = Folding::new();
        let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            if piece.starts_with(is_of_word) {
                by_word.entry(folding.word(piece)).or_default().push(number as u32);
            }
        }
        by_word.remove("");
        const NONE: u32 = u32::MAX;
        let mut term_of = vec![NONE; self.pieces.len()];
        for (term, numbers) in by_word.values().enumerate() {
            numbers.iter().for_each(|number| term_of[*number as usize] = term as u32);
        }
        // For each word: its steps so far, and the passage after the last one.
        let mut steps = vec![(String::new(), 0_u32); by_word.len()];
        for passage in 0..self.ends.len() as u32 {
            for number in self.numbers_of(passage) {
                let Some((steps, next)) = steps.get_mut(term_of[*number as usize] as usize) else { continue };
                if passage >= *next {
                    push(passage - *next, steps);
                    *next = passage + 1;
                }
            }
        }
        shards(by_word.keys().zip(steps.iter().map(|(steps, _)| steps.as_str())))
    }

    /// The passages written out.
    pub fn texts(&self) -> Texts {
        let mut counts = vec![0_u32; self.pieces.len()];
        self.numbers.iter().for_each(|number| counts[*number as usize] += 1);
        let is_common =
            |number: &u32| counts[*number as usize] >= COMMON_MIN || self.pieces[*number as usize].contains(LITERAL);
        let mut common: Vec<u32> = (0..self.pieces.len() as u32).filter(is_common).collect();
        common.sort_by_key(|number| (u32::MAX - counts[*number as usize], *number));
        let mut codes = vec![String::new(); self.pieces.len()];
        for (code, number) in common.iter().enumerate() {
            push(code as u32, &mut codes[*number as usize]);
        }
        let mut texts = Texts { common: Vec::new(), starts: Vec::new(), files: Vec::new() };
        let mut bytes = FILE_BYTES;
        for passage in 0..self.ends.len() as u32 {
            let text = self.write_out(passage, &codes);
            if bytes + text.len() > FILE_BYTES {
                texts.starts.push(passage);
                texts.files.push(Vec::new());
                bytes = 0;
            }
            bytes += text.len();
            texts.files.last_mut().into_iter().for_each(|file| file.push(text.clone()));
        }
        texts.common = common.iter().map(|number| self.pieces[*number as usize].clone()).collect();
        texts
    }

    /// One space between two words goes without saying.
    fn write_out(&self, passage: u32, codes: &[String]) -> String {
        let mut text = String::new();
        let numbers = self.numbers_of(passage);
        for (at, number) in numbers.iter().enumerate() {
            let piece = &self.pieces[*number as usize];
            let code = &codes[*number as usize];
            if &**piece == " " && at > 0 && at + 1 < numbers.len() {
                continue;
            } else if code.is_empty() {
                text.extend([LITERAL]);
                text.push_str(piece);
                text.extend([LITERAL]);
            } else {
                text.push_str(code);
            }
        }
        text
    }
}

/// Much text goes through here, so it is taken eight bytes at a time; where two texts meet, both are looked at.
fn hash(text: &str) -> u64 {
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    let last = rest.iter().fold(text.len() as u64, |all, byte| all << 8 | u64::from(*byte));
    let words = chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).chain([last]);
    words.fold(0, |all, word| (all ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26))
}

fn shards<'a>(words: impl Iterator<Item = (&'a String, &'a str)>) -> Vec<Terms> {
    let mut all: Vec<Terms> = Vec::new();
    let mut before = "";
    for (word, passages) in words {
        let first = word.chars().next().unwrap_or_default();
        if all.last().is_none_or(|terms| terms.first != first) {
            all.push(Terms { first, ..Terms::default() });
            before = "";
        }
        let Some(terms) = all.last_mut() else { continue };
        let shared = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
        if !before.is_empty() {
            terms.words.push(' ');
            terms.passages.push(' ');
        }
        // A browser counts letters beyond the first plane twice; a word that has them shares nothing.
        let is_plain = word.chars().chain(before.chars()).all(|letter| letter.len_utf16() == 1);
        let shared = if is_plain { shared } else { 0 };
        push(shared as u32, &mut terms.words);
        terms.words.extend(word.chars().skip(shared));
        terms.passages.push_str(passages);
        before = word;
    }
    all
}
