//! The index leads where it says, loses no word, and is the same for the same corpus.

use super::code::tests::read;
use super::fold::{Folding, is_of_word, pieces};
use super::gather::{self, Passage, Weight};
use super::index::Index;
use super::{Gathered, index_files};
use crate::base::{Artifacts, Lang, Text};
use crate::manuscript::fixture::{decree, kk, words};
use crate::model::{Block, Corpus, Prose};
use crate::site::desk::Stock;
use crate::site::lists::Lists;
use crate::site::relations::Relations;
use crate::site::{Part, Site};
use crate::theme::Theme;

/// Three decrees: a plain one, its twin, and one whose text exists in both languages, not paragraph by paragraph.
fn corpus() -> Corpus {
    let mut both = decree("third");
    both.number = "7/1".to_owned();
    let regulation = &mut both.regulations[0];
    regulation.title.set(Lang::Ru, "Выдача справок".to_owned());
    let russian = |plain: &str| Block::Paragraph { marker: Some("9.".to_owned()), words: words(plain) };
    regulation
        .prose
        .push(Prose {
            language: Lang::Ru, blocks: vec![russian("Справку выдаёт отдел ~ акимата </script>.")]
        });
    Corpus { decrees: vec![decree("first"), decree("second"), both] }
}

fn with_stock<T>(corpus: &Corpus, work: impl Fn(&Stock<'_>) -> T) -> T {
    let (theme, relations, lists) = (Theme::embedded(), Relations::of(corpus), Lists::default());
    work(&Stock { corpus, theme: &theme, relations: &relations, lists: &lists })
}

/// All passages, act by act, as they are taken in.
fn gathered(stock: &Stock<'_>) -> Vec<Vec<Passage>> {
    let of_decree = |decree| std::iter::once(gather::of_decree(stock, decree));
    let decrees = stock.corpus.decrees.iter();
    decrees
        .flat_map(|decree| {
            of_decree(decree).chain(decree.regulations.iter().map(|one| gather::of_regulation(stock, decree, one)))
        })
        .collect()
}

fn index_of(acts: &[Vec<Passage>]) -> Index {
    let mut index = Index::default();
    acts.iter().for_each(|passages| index.add(passages.clone()));
    index
}

/// The places of an act as a browser reads them: weight and pages, passage, anchor.
fn places(index: &Index) -> Vec<Vec<(u32, u32, String)>> {
    let mut met = 0;
    let mut place = |entry: &[u32]| {
        let passage = if entry[1] == 0 { met } else { entry[1] - 1 };
        met = met.max(passage + 1);
        (entry[0], passage, index.anchors()[entry[2] as usize].clone())
    };
    index.places.iter().map(|row| read(row).chunks(3).map(&mut place).collect()).collect()
}

#[test]
fn every_anchor_of_the_index_stands_in_its_pages() {
    let corpus = corpus();
    let theme = Theme::embedded();
    let site = Site::new(&corpus, &theme);
    let mut pages = Artifacts::new();
    for part in site.parts().iter().filter(|part| matches!(part, Part::Decree(_) | Part::Regulation(..))) {
        pages.extend(site.make(part, &[]).expect("a page"));
    }
    let index = with_stock(&corpus, |stock| index_of(&gathered(stock)));
    let folders: Vec<String> =
        ["first", "second", "third"].iter().flat_map(|id| [id.to_string(), format!("{id}/service")]).collect();
    let mut looked_at = 0;
    for (folder, places) in folders.iter().zip(places(&index)) {
        for (kind, _, anchor) in places.iter().filter(|(_, _, anchor)| !anchor.is_empty()) {
            for (at, lang) in ["kk", "ru"].iter().enumerate().filter(|(at, _)| (kind % 3 + 1) >> at & 1 == 1) {
                let path = format!("{lang}/{folder}/index.html");
                let page = pages.iter().find(|(known, _)| known.as_str() == path).expect("a page").1;
                let page = str::from_utf8(page).expect("UTF-8");
                assert!(page.contains(&format!(" id=\"{anchor}\"")), "{path}#{anchor} {at}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at}");
}

#[test]
fn texts_are_read_back_letter_for_letter() {
    let corpus = corpus();
    let acts = with_stock(&corpus, gathered);
    let index = index_of(&acts);
    let texts = index.texts();
    let written: Vec<&String> = texts.files.iter().flatten().collect();
    let read_text = |coded: &str| {
        let (mut text, mut was_word) = (String::new(), false);
        for (at, part) in coded.split('~').enumerate() {
            let pieces: Vec<&str> = match at % 2 {
                0 => read(part).into_iter().map(|number| &*texts.common[number as usize]).collect(),
                _ => vec![part],
            };
            for piece in pieces {
                let is_word = piece.starts_with(is_of_word);
                text.extend((is_word && was_word).then_some(' '));
                text.push_str(piece);
                was_word = is_word;
            }
        }
        text
    };
    let mut seen = 0;
    for (places, passages) in places(&index).iter().zip(&acts) {
        for ((kind, number, anchor), passage) in places.iter().zip(passages) {
            assert_eq!(read_text(written[*number as usize]), passage.text);
            assert_eq!((kind / 3, kind % 3 + 1), (passage.weight as u32, u32::from(passage.pages)));
            assert_eq!(*anchor, passage.anchor);
            seen += 1;
        }
    }
    assert_eq!(seen, acts.iter().map(Vec::len).sum::<usize>());
    assert!(written.len() < seen * 2 / 3, "twins share their passages: {} of {seen}", written.len());
}

#[test]
fn every_word_leads_to_its_passages() {
    let corpus = corpus();
    let acts = with_stock(&corpus, gathered);
    let index = index_of(&acts);
    let mut leads: Vec<(String, u32)> = Vec::new();
    for terms in index.terms() {
        let mut word = String::new();
        for (coded, steps) in terms.words.split(' ').zip(terms.passages.split(' ')) {
            let shared = read(&coded[..1])[0] as usize;
            word = word.chars().take(shared).chain(coded[1..].chars()).collect();
            assert!(word.starts_with(terms.first));
            let mut next = 0;
            for step in read(steps) {
                leads.push((word.clone(), next + step));
                next += step + 1;
            }
        }
    }
    let folding = Folding::new();
    let mut wanted: Vec<(String, u32)> = Vec::new();
    for (places, passages) in places(&index).iter().zip(&acts) {
        for ((_, number, _), passage) in places.iter().zip(passages) {
            let words = pieces(&passage.text).filter(|piece| piece.starts_with(is_of_word));
            wanted.extend(words.map(|word| (folding.word(word), *number)));
        }
    }
    leads.sort();
    wanted.sort();
    wanted.dedup();
    assert_eq!(leads, wanted);
}

#[test]
fn a_text_of_one_language_is_found_in_its_own_page() {
    let corpus = corpus();
    let acts = with_stock(&corpus, gathered);
    let of = |start: &str| acts[5].iter().find(|passage| passage.text.starts_with(start)).expect("a passage");
    assert_eq!((of("9. Справку").pages, of("Выдача").pages, of("Выдача").weight), (2, 2, Weight::Title));
    let kazakh = acts[5].iter().filter(|passage| passage.pages == 1).count();
    assert!(kazakh > 3, "{kazakh}");
    // Where there is no Russian text, both pages show the Kazakh one.
    assert!(acts[1].iter().filter(|passage| !passage.anchor.is_empty()).all(|passage| passage.pages == 3));
}

#[test]
fn one_corpus_gives_one_index_that_is_harmless() {
    let corpus = corpus();
    let files = with_stock(&corpus, all_files);
    assert_eq!(files, with_stock(&corpus, all_files));
    for (path, bytes) in &files {
        let text = str::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains('<'), "{path}");
        assert!(text.starts_with("reglamentSearch.take(") && text.ends_with(");\n"), "{path}");
    }
    assert_eq!(with_stock(&Corpus::default(), all_files).len(), 3);
}

#[test]
fn a_title_in_one_language_stands_in_both_pages() {
    let mut corpus = corpus();
    corpus.decrees[0].title = Text::of(Lang::Ru, "Об утверждении");
    corpus.decrees[1].title = kk("Бекіту туралы");
    let acts = with_stock(&corpus, gathered);
    assert_eq!((acts[0][0].pages, acts[2][0].pages), (3, 3));
}

fn all_files(stock: &Stock<'_>) -> Artifacts {
    index_files(stock, &super::index(stock, &Gathered::default()))
}

#[test]
fn what_is_known_of_an_act_need_not_be_composed_again() {
    let corpus = corpus();
    let (whole, kept) = with_stock(&corpus, |stock| {
        let index = super::index(stock, &Gathered::default());
        (index_files(stock, &index), super::gathered(stock, index))
    });
    // Of all acts, of all but one, of none.
    for forgotten in 0..=corpus.decrees.len() {
        let mut known = kept.clone();
        let is_kept = |id: &str| corpus.decrees.iter().position(|decree| decree.id.as_str() == id) != Some(forgotten);
        known.retain(is_kept);
        let again = with_stock(&corpus, |stock| {
            let index = super::index(stock, &known);
            (index_files(stock, &index), super::gathered(stock, index))
        });
        assert_eq!(again, (whole.clone(), kept.clone()));
    }
}
