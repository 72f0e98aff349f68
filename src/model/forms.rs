//! The form of the service: what `form` says, against the paragraph of the text that states it.
//!
//! Holds: where the text says only «электронная», without «полностью» or «частично», either kind agrees with it; where no
//! paragraph states the form, or none of the known words, nothing is compared.

use super::context::Cx;
use crate::base::{Finding, Lang, contradictions};
use crate::source::raw::RawRegulation;
use crate::source::{RawBlockKind, RawFile, RawProse};
use crate::wording::collate::fold;
use crate::wording::sentence::sentences;
use std::collections::BTreeSet;

const FULL: &str = "electronic";
const PARTIAL: &str = "electronic-partial";

pub(super) fn check(file: &RawFile<RawRegulation>, cx: &mut Cx) {
    let Some(form) = &file.record.form else { return };
    let given: Vec<&str> = form.0.iter().map(|word| word.0.as_str()).collect();
    for prose in &file.prose {
        let Some(said) = stated(prose) else { continue };
        let expected = read(said);
        let kind = |form: &'_ str| if form == PARTIAL && !tells_how(said) { FULL.to_owned() } else { form.to_owned() };
        let is_same = given.iter().map(|form| kind(form)).collect::<BTreeSet<_>>()
            == expected.iter().map(|form| kind(form)).collect::<BTreeSet<_>>();
        if !expected.is_empty() && !is_same {
            let finding = Finding::new(&contradictions::FORM_DIFFERS, form.span).word(said);
            cx.find(finding.word(given.join(", ")).word(expected.join(", ")));
            return;
        }
    }
}

/// What the text states the form to be: «Форма оказания государственной услуги: …».
fn stated(prose: &RawProse) -> Option<&str> {
    let intro = if prose.language == Lang::Kk { "көрсету нысаны" } else { "форма оказания" };
    prose.blocks.iter().find_map(|block| {
        let RawBlockKind::Paragraph { words, .. } = &block.kind else { return None };
        let mut all = sentences(&words.plain).map(|sentence| &words.plain[sentence]);
        let sentence = all.find(|sentence| fold(sentence).contains(intro))?;
        let (before, said) = sentence.split_once([':', '–', '—'])?;
        fold(before).contains(intro).then(|| said.trim().trim_end_matches(['.', ';']))
    })
}

/// The forms that a statement names.
fn read(said: &str) -> Vec<&'static str> {
    let folded = fold(said);
    let has = |stems: &[&str]| stems.iter().any(|stem| folded.contains(stem));
    let electronic = if has(&["частично", "ішінара", "жартылай"]) { PARTIAL } else { FULL };
    let forms =
        [(electronic, has(&["электрон"])), ("paper", has(&["бумажн", "қағаз"])), ("composite", has(&["композит"]))];
    forms.into_iter().filter(|(_, is_said)| *is_said).map(|(form, _)| form).collect()
}

/// Whether a statement tells how far the service is electronic.
fn tells_how(said: &str) -> bool {
    let folded = fold(said);
    ["частично", "полностью", "ішінара", "жартылай", "толық"].iter().any(|stem| folded.contains(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_from_the_statement() {
        for (said, forms) in [
            ("электронная (частично автоматизированная) и (или) бумажная", vec![PARTIAL, "paper"]),
            ("электронная (полностью автоматизированная)", vec![FULL]),
            ("бумажная", vec!["paper"]),
            ("электрондық (толық автоматтандырылған) және (немесе) қағаз түрінде", vec![FULL, "paper"]),
            ("электронды (ішінара автоматтандырылған) және (немесе) қағаз жүзінде", vec![PARTIAL, "paper"]),
            ("электрондық (жартылай автоматтандырылған)", vec![PARTIAL]),
            ("проактивная", vec![]),
        ] {
            assert_eq!(read(said), forms, "{said}");
        }
    }
}
