//! Processes and conditions that the sentences of a path name by their numbers: «возвращается на процесс 6», «2 үдеріске».
//!
//! Holds: what the path does not have is told; and where a sentence says by a verb of going that the path goes on at an item,
//! a way that the author wrote leads there. Ways that only the order of the text tells are no words of the author's.

use super::context::Cx;
use super::sentences::Sentence;
use super::types::{Branch, Item, ItemKind, Target};
use crate::base::{Finding, Lang, Said, Spanned, contradictions, terms};
use crate::source::Word;
use crate::source::raw::RawItem;
use crate::wording::collate::fold;
use crate::wording::reference::{PlaceKind, Reference, find_references};

/// An item with what the author wrote of it.
struct Speaker<'a> {
    path: &'a [Item],
    item: &'a Item,
    raw: &'a RawItem,
}

pub(super) fn check(path: &[Item], list: &[Spanned<RawItem>], cx: &mut Cx) {
    for (item, raw) in path.iter().zip(list) {
        let speaker = Speaker { path, item, raw };
        let Some(text) = &raw.text else { continue };
        for (lang, words) in text.value.in_languages(cx.language) {
            speaker.listen(&Sentence { lang, words, span: text.span, is_note: false }, cx);
        }
    }
}

impl Speaker<'_> {
    fn listen(&self, sentence: &Sentence, cx: &mut Cx) {
        for reference in find_references(sentence.words, sentence.lang) {
            let Some((kind, noun)) = kind_of(reference.kind) else { continue };
            let is_named = |item: &Item| item.kind == kind && item.number == reference.number;
            match self.path.iter().position(is_named) {
                None => {
                    let place = sentence.at(reference.range);
                    cx.find(Finding::new(&contradictions::NO_ITEM, place).term(noun).word(reference.number));
                }
                Some(to) if goes(sentence, &reference) => self.compare(to, noun, cx),
                Some(_) => {}
            }
        }
    }

    /// The sentence goes on at an item; so must one of the ways, where the author wrote any.
    fn compare(&self, to: usize, noun: &'static Said, cx: &mut Cx) {
        if self.item.ways.iter().any(|way| way.to == Target::Element(to)) {
            return;
        }
        let named = &self.path[to];
        if let Some((key, word)) = self.written(to) {
            let finding = Finding::new(&contradictions::WAY_DIFFERS, word.span).term(noun).word(named.number);
            cx.find(finding.word(key).word(&word.0).word(&named.id.value));
        }
    }

    /// The way that the author wrote and that is most likely meant: one that leads back or on, as the sentence does.
    fn written(&self, to: usize) -> Option<(&'static str, &Spanned<Word>)> {
        let own = self.path.iter().position(|item| item.id.value == self.item.id.value)?;
        let leads_back = |target: Target| matches!(target, Target::Element(at) if at <= own);
        let keys = [
            ("no", Some(Branch::No), self.raw.no.as_ref()),
            ("yes", Some(Branch::Yes), self.raw.yes.as_ref()),
            ("then", None, self.raw.then.as_ref()),
        ];
        let written = keys.into_iter().filter_map(|(key, branch, word)| {
            let way = self.item.ways.iter().find(|way| way.branch == branch && !way.inferred)?;
            Some((leads_back(way.to) == (to <= own), (key, word?)))
        });
        // Of two that fit alike the first counts.
        written.rev().max_by_key(|(is_alike, _)| *is_alike).map(|(_, found)| found)
    }
}

fn kind_of(kind: PlaceKind) -> Option<(ItemKind, &'static Said)> {
    match kind {
        PlaceKind::Process => Some((ItemKind::Process, &terms::PROCESS)),
        PlaceKind::Condition => Some((ItemKind::Condition, &terms::CONDITION)),
        PlaceKind::Paragraph | PlaceKind::Appendix | PlaceKind::Chapter => None,
    }
}

/// Whether the clause that names the item has a verb of going.
fn goes(sentence: &Sentence, reference: &Reference) -> bool {
    let stems: &[&str] = match sentence.lang {
        Lang::Kk => &["қайт", "орал", "өтеді", "өтіп", "өту", "ауыс"],
        Lang::Ru => &["возвра", "повторя", "повтори", "переход", "перейт"],
    };
    let ends = |sign: char| matches!(sign, ',' | ';' | '.' | ':' | '(' | ')');
    let words = sentence.words;
    let start = words[..reference.range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = words[reference.range.end..].find(ends).map_or(words.len(), |at| reference.range.end + at);
    let folded = fold(&words[start..end]);
    folded.split_whitespace().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    #[test]
    fn a_clause_goes_on_by_its_verb() {
        for (lang, words, does) in [
            (Lang::Ru, "при обнаружении ошибок запрос возвращается на процесс 6;", true),
            (Lang::Ru, "работник ЦОН повторяет процесс 2", true),
            (Lang::Ru, "при повторной проверке, проводимой после процесса 2", false),
            (Lang::Ru, "отказ (см. условие 15)", false),
            (Lang::Kk, "қате болса, 5 үдеріске қайтарылады", true),
            (Lang::Kk, "2-үдерістің нәтижесі тексеріледі", false),
        ] {
            let sentence = Sentence { lang, words, span: Span::default(), is_note: false };
            let all = find_references(words, lang);
            assert_eq!(goes(&sentence, all.first().expect("a number")), does, "{words}");
        }
    }
}
