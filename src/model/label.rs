//! Short labels, and markers: what a drawing says of a sentence in few words.

use super::context::Cx;
use super::provider::inflected;
use crate::base::{Finding, Lang, Spanned, Text, codes};
use crate::source::RawText;
use crate::wording::collate::fold;
use crate::wording::letters::{is_letter, is_letter_or_digit};

/// The longest label, in characters.
pub const LABEL_CHARS_MAX: usize = 60;

/// How many first letters two words share to be forms of one: Kazakh and Russian words change at the end.
const STEM_CHARS: usize = 4;

/// The label of a step or an item: short, and from the sentence's own words.
pub(super) fn label(field: Option<&Spanned<RawText>>, sentence: &Text, cx: &mut Cx) -> Option<Text> {
    let raw = field?;
    let label = cx.text(field)?;
    for (lang, words) in label.iter() {
        let length = words.chars().count();
        if length > LABEL_CHARS_MAX {
            cx.find(Finding::new(&codes::LABEL_LONG, raw.span).word(length));
        }
        if let Some(foreign) = sentence.get(lang).and_then(|sentence| foreign_word(words, sentence)) {
            cx.find(Finding::new(&codes::LABEL_FOREIGN, raw.span).word(foreign));
        }
    }
    Some(label)
}

/// The first word of the label that no word of the sentence begins like.
fn foreign_word(label: &str, sentence: &str) -> Option<String> {
    // Most labels are written like their sentence, letter for letter.
    if words(label).all(|word| inflected(sentence, stem(word)).is_some()) {
        return None;
    }
    let sentence = fold(sentence);
    let known: Vec<&str> = words(&sentence).map(stem).collect();
    words(&fold(label)).find(|word| !known.contains(&stem(word))).map(str::to_owned)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter_or_digit(c)).filter(|word| word.chars().any(is_letter))
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM_CHARS).map_or(word, |(end, _)| &word[..end])
}

/// How entries are marked where a definition does not say, in Kazakh and in Russian.
pub(super) fn usual_pattern([kk, ru]: [&str; 2]) -> Text {
    let mut pattern = Text::of(Lang::Kk, kk);
    pattern.set(Lang::Ru, ru.to_owned());
    pattern
}

/// The marker of an entry, in the languages of its sentence: as printed, or after the pattern of its path, where `{n}` is its
/// number and `{i}` its place in the list.
pub(super) fn marker(
    pattern: &Text,
    printed: Option<&Spanned<RawText>>,
    number: u32,
    list_index: u32,
    sentence: &Text,
    cx: &mut Cx,
) -> Text {
    let Some(raw) = printed else {
        let fill = |words: &str| words.replace("{n}", &number.to_string()).replace("{i}", &list_index.to_string());
        return sentence.map(|lang, _| Some(fill(pattern.best(lang).1)));
    };
    let text = cx.text(printed).unwrap_or_default();
    for (_, words) in text.iter() {
        if !numbers(words).any(|found| found == number || found == list_index) {
            cx.find(Finding::new(&codes::MARKER_NUMBER, raw.span).word(words).word(number));
        }
    }
    text
}

fn numbers(words: &str) -> impl Iterator<Item = u32> {
    words.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok())
}
