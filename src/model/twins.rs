//! Which paragraph of one text says what a paragraph of the other says, however each language numbers them.
//!
//! In: the running texts of an act in both languages. Out: [`Twins`]: chapters and numbered paragraphs in pairs.
//! Holds: each side keeps its order; texts that number alike are paired by number, whatever they say; elsewhere the lists
//! that both draw in bind first, and a paragraph that the other text does not have stands alone.

use super::types::{Block, Prose};
use crate::base::Lang;
use crate::wording::topic::{Topic, Topics};
use std::collections::BTreeMap;

/// A chapter, or a numbered paragraph with all that follows it up to the next.
struct Part {
    is_chapter: bool,
    number: Option<u32>,
    /// What its first sentence is about: later ones speak of much else.
    topics: Topics,
    /// The lists that it draws in: kind, path, part.
    lists: Vec<(u8, usize, usize)>,
    /// Sub-paragraphs and unnumbered paragraphs.
    followers: usize,
}

/// The parts of both texts, and which of them say the same.
pub struct Twins {
    parts: [Vec<Part>; 2],
    /// Indices in Kazakh and in Russian, in order.
    pairs: Vec<(usize, usize)>,
}

impl Twins {
    /// Nothing where there are not two texts.
    pub fn of(prose: &[Prose]) -> Option<Twins> {
        let find = |lang: Lang| prose.iter().find(|prose| prose.language == lang).map(parts);
        let parts = [find(Lang::Kk)?, find(Lang::Ru)?];
        let pairs = if number_alike(&parts) { (0..parts[0].len()).map(|at| (at, at)).collect() } else { align(&parts) };
        Some(Twins { parts, pairs })
    }

    /// Whether every chapter and paragraph has its twin under its own number.
    pub fn number_alike(&self) -> bool {
        let [kk, ru] = &self.parts;
        kk.len() == ru.len()
            && self.pairs.len() == kk.len()
            && self.pairs.iter().all(|(left, right)| kk[*left].number == ru[*right].number)
    }

    /// The twin of a part, both by their places among the parts of their texts.
    pub fn of_part(&self, lang: Lang, at: usize) -> Option<usize> {
        let sides = self.pairs.iter().map(|(kk, ru)| if lang == Lang::Kk { (*kk, *ru) } else { (*ru, *kk) });
        sides.into_iter().find(|(own, _)| *own == at).map(|(_, other)| other)
    }

    /// The number that the other language gives to the paragraph that has this one.
    pub fn of_paragraph(&self, lang: Lang, number: u32) -> Option<u32> {
        self.of_number(lang, number, false)
    }

    /// The same of a chapter.
    pub fn of_chapter(&self, lang: Lang, number: u32) -> Option<u32> {
        self.of_number(lang, number, true)
    }

    fn of_number(&self, lang: Lang, number: u32, is_chapter: bool) -> Option<u32> {
        let is_it = |part: &Part| part.is_chapter == is_chapter && part.number == Some(number);
        let at = self.parts[lang as usize].iter().position(is_it)?;
        self.parts[lang.other() as usize][self.of_part(lang, at)?].number
    }

    /// The twins before any list that are both about a topic: their numbers in Kazakh and in Russian.
    pub fn about(&self, topic: Topic) -> impl Iterator<Item = (u32, u32)> {
        let pairs = self.pairs.iter().map(|(kk, ru)| (&self.parts[0][*kk], &self.parts[1][*ru]));
        let before_lists = pairs.take_while(|(kk, ru)| kk.lists.is_empty() && ru.lists.is_empty());
        let is_it = move |part: &Part| !part.is_chapter && part.topics.has(topic);
        let about = before_lists.filter(move |(kk, ru)| is_it(kk) && is_it(ru));
        about.filter_map(|(kk, ru)| Some((kk.number?, ru.number?)))
    }
}

/// The parts of a text in order; what stands before the first belongs to none.
fn parts(prose: &Prose) -> Vec<Part> {
    let levels = prose.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let top = levels.min().unwrap_or(1);
    let mut parts: Vec<Part> = Vec::new();
    for block in &prose.blocks {
        let (is_chapter, number, words) = match block {
            Block::Heading { level, words } if *level == top => (true, leading_number(&words.plain), words),
            Block::Paragraph { marker: Some(marker), words } if !marker.ends_with(')') => {
                (false, leading_number(marker), words)
            }
            other => {
                parts.last_mut().into_iter().for_each(|part| part.take(other));
                continue;
            }
        };
        let topics = Topics::of(first_sentence(&words.plain), prose.language);
        parts.push(Part { is_chapter, number, topics, lists: Vec::new(), followers: 0 });
    }
    parts
}

impl Part {
    fn take(&mut self, block: &Block) {
        let mut of_paths = |kind: u8, paths: &[usize]| self.lists.extend(paths.iter().map(|path| (kind, *path, 0)));
        match block {
            Block::Units => of_paths(0, &[0]),
            Block::Steps(paths) => of_paths(1, paths),
            Block::Results(paths) => of_paths(2, paths),
            Block::Sequence(paths) => of_paths(3, paths),
            Block::Items { path, part } => self.lists.push((4, *path, part.unwrap_or(0))),
            Block::Amendments => of_paths(5, &[0]),
            Block::Paragraph { .. } => self.followers += 1,
            Block::Heading { .. } | Block::Note(_) | Block::Other(_) => {}
        }
    }
}

/// The number at the start of a text.
fn leading_number(text: &str) -> Option<u32> {
    let digits: String = text.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn first_sentence(text: &str) -> &str {
    let ends = [text.find(". "), text.find(':'), text.find(';')];
    &text[..ends.into_iter().flatten().min().unwrap_or(text.len())]
}

/// Whether both texts have the same numbers in the same order, and no list at two of them.
fn number_alike([kk, ru]: &[Vec<Part>; 2]) -> bool {
    let place = |parts: &[Part]| -> BTreeMap<(u8, usize, usize), usize> {
        parts.iter().enumerate().flat_map(|(at, part)| part.lists.iter().map(move |list| (*list, at))).collect()
    };
    let (left, right) = (place(kk), place(ru));
    kk.len() == ru.len()
        && kk.iter().zip(ru).all(|(kk, ru)| (kk.is_chapter, kk.number) == (ru.is_chapter, ru.number))
        && left.iter().all(|(list, at)| right.get(list).is_none_or(|other| other == at))
}

/// Larger texts than any act has are paired by place.
const CELLS_MAX: usize = 1 << 22;

/// The pairs, in order, whose likeness is the most in all; of equal choices the one that pairs sooner.
fn align([kk, ru]: &[Vec<Part>; 2]) -> Vec<(usize, usize)> {
    let width = ru.len() + 1;
    if (kk.len() + 1) * width > CELLS_MAX {
        let by_place = (0..kk.len().min(ru.len())).filter(|at| likeness(&kk[*at], &ru[*at]).is_some());
        return by_place.map(|at| (at, at)).collect();
    }
    // What all parts from these two on are worth.
    let mut worth = vec![0; (kk.len() + 1) * width];
    let paired = |worth: &[i32], left: usize, right: usize| {
        likeness(&kk[left], &ru[right]).map(|likeness| likeness + worth[(left + 1) * width + right + 1])
    };
    for left in (0..kk.len()).rev() {
        for right in (0..ru.len()).rev() {
            let alone = worth[(left + 1) * width + right].max(worth[left * width + right + 1]);
            worth[left * width + right] = paired(&worth, left, right).map_or(alone, |paired| paired.max(alone));
        }
    }
    let (mut left, mut right, mut pairs) = (0, 0, Vec::new());
    while left < kk.len() && right < ru.len() {
        let best = worth[left * width + right];
        if paired(&worth, left, right) == Some(best) {
            pairs.push((left, right));
            (left, right) = (left + 1, right + 1);
        } else if worth[(left + 1) * width + right] == best {
            left += 1;
        } else {
            right += 1;
        }
    }
    pairs
}

/// How sure it is that two parts say the same; nothing where they cannot.
fn likeness(kk: &Part, ru: &Part) -> Option<i32> {
    const LIST: i32 = 100;
    const PAIRED: i32 = 4;
    const NUMBER: i32 = 8;
    const TOPICS: i32 = 14;
    const OTHER_TOPICS: i32 = 6;
    const FOLLOWERS: i32 = 4;
    if kk.is_chapter != ru.is_chapter {
        return None;
    }
    let shared = kk.lists.iter().filter(|list| ru.lists.contains(list)).count();
    if shared == 0 && !kk.lists.is_empty() && !ru.lists.is_empty() {
        return None;
    }
    let percent = kk.topics.alike_percent(ru.topics).and_then(|percent| i32::try_from(percent).ok());
    let topics = percent.map_or(0, |percent| percent * (TOPICS + OTHER_TOPICS) / 100 - OTHER_TOPICS);
    let followers = match (kk.followers, ru.followers) {
        (0, 0) => 0,
        (one, other) if one == other => FOLLOWERS,
        (0, 2..) | (2.., 0) => -FOLLOWERS,
        _ => 0,
    };
    let number = if kk.number.is_some() && kk.number == ru.number { NUMBER } else { 0 };
    Some(i32::try_from(shared).ok()? * LIST + PAIRED + number + topics + followers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Words;

    fn prose(language: Lang, lines: &[&str]) -> Prose {
        let words = |plain: &str| Words { plain: plain.to_owned(), fragment: None, is_raw: false };
        let block = |line: &&str| match line.split_once(' ') {
            _ if *line == "{units}" => Block::Units,
            _ if *line == "{steps}" => Block::Steps(vec![0]),
            Some(("#", said)) => Block::Heading { level: 1, words: words(said) },
            Some((marker, said)) => Block::Paragraph { marker: Some(marker.to_owned()), words: words(said) },
            None => Block::Other(words(line)),
        };
        Prose { language, blocks: lines.iter().map(block).collect() }
    }

    fn numbers(kk: &[&str], ru: &[&str]) -> Vec<(Option<u32>, Option<u32>)> {
        let twins = Twins::of(&[prose(Lang::Kk, kk), prose(Lang::Ru, ru)]).expect("two texts");
        let [left, right] = &twins.parts;
        twins.pairs.iter().map(|(kk, ru)| (left[*kk].number, right[*ru].number)).collect()
    }

    fn same(all: &[(u32, u32)]) -> Vec<(Option<u32>, Option<u32>)> {
        all.iter().map(|(kk, ru)| (Some(*kk), Some(*ru))).collect()
    }

    #[test]
    fn texts_of_the_same_numbers_are_paired_by_them_whatever_they_say() {
        let found = numbers(&["1. Нәтижесі", "2. Нысаны", "3. а"], &["1. Форма", "2. Результат", "3. б"]);
        assert_eq!(found, same(&[(1, 1), (2, 2), (3, 3)]));
    }

    #[test]
    fn a_paragraph_more_stands_alone_and_lists_bind_first() {
        let kk = [
            "# 1. Жалпы",
            "1. Қызмет",
            "2. Көрсету нысаны",
            "3. Нәтижесі",
            "4. Рәсімдер:",
            "{steps}",
            "5. Тізбе:",
            "{units}",
        ];
        let ru = [
            "# 1. Общие",
            "1. Услуга. Форма оказания",
            "2. Результат",
            "3. Процедуры:",
            "{steps}",
            "4. Перечень:",
            "{units}",
        ];
        assert_eq!(numbers(&kk, &ru), same(&[(1, 1), (1, 1), (3, 2), (4, 3), (5, 4)]));
    }

    #[test]
    fn the_same_numbers_say_nothing_against_the_lists() {
        let kk = ["1. а", "2. ә", "{steps}", "3. б", "4. в"];
        let ru = ["1. а", "2. б", "3. в", "{steps}", "4. г"];
        let twins = Twins::of(&[prose(Lang::Kk, &kk), prose(Lang::Ru, &ru)]).expect("two texts");
        assert_eq!((twins.of_paragraph(Lang::Kk, 2), twins.of_paragraph(Lang::Ru, 3)), (Some(3), Some(2)));
        assert!(!twins.number_alike());
    }

    #[test]
    fn what_is_only_in_one_text_has_no_twin() {
        let twins = Twins::of(&[prose(Lang::Kk, &["1. а", "2. ә"]), prose(Lang::Ru, &["1. а"])]).expect("two texts");
        assert_eq!((twins.of_paragraph(Lang::Kk, 1), twins.of_paragraph(Lang::Kk, 2)), (Some(1), None));
        assert!(Twins::of(&[prose(Lang::Kk, &["1. а"])]).is_none());
    }
}
