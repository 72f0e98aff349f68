//! What a manuscript must hold, whatever the definition.

use super::fixture::{decree, id, kk, regulation, words};
use super::{Block, Manuscript, Paragraph, Role, Standing, compose, compose_decree};
use crate::base::{Lang, Text};
use crate::model::{Amendment, Block as Prose, Change, Shown};
use std::collections::BTreeSet;

fn paragraphs(manuscript: &Manuscript) -> Vec<&Paragraph> {
    manuscript
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })
        .collect()
}

fn anchors(manuscript: &Manuscript) -> Vec<&str> {
    manuscript
        .blocks
        .iter()
        .map(|block| match block {
            Block::Heading(heading) => heading.anchor.as_str(),
            Block::Paragraph(paragraph) => paragraph.anchor.as_str(),
            Block::Appendix(slot) => slot.anchor.as_str(),
        })
        .collect()
}

#[test]
fn the_running_text_is_that_of_the_act() {
    let manuscript = compose(&regulation("service"), Lang::Kk);
    let said: Vec<String> = paragraphs(&manuscript)
        .iter()
        .map(|paragraph| match &paragraph.marker {
            Some(marker) => format!("{marker} {}", paragraph.phrase.plain),
            None => paragraph.phrase.plain.clone(),
        })
        .collect();
    let expected = [
        "Әкімдіктің\n№ 1 қаулысымен\nбекітілген",
        "\"Қызмет\" регламенті",
        "1. Қызметті \"бөлім\" көрсетеді & береді.",
        "1) портал <арқылы>;",
        "2. Рәсімдер:",
        "ауысу үшін:",
        "1 әрекет – құжаттарды тіркеу;",
        "Түпнұсқа қайтарылады.",
        "нәтижесі – қолхат;",
        "2 әрекет – қол қою.",
        "Түпнұсқа қайтарылады.",
        "нәтижесі – қолхат;",
        "3. Тізбе:",
        "1) кеңсе;",
        "2) басшы.",
        "4. Реттілік:",
        "ауысу үшін:",
        "1) кеңсе тіркейді;",
        "2) басшы қол қояды.",
        "1 үдеріс – парольді енгізу;",
        "1 үдеріс – деректерді тексеру;",
        "2 үдеріс – 1-шартта бас тарту.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn anchors_are_permanent_and_readable() {
    let manuscript = compose(&regulation("service"), Lang::Kk);
    let expected = [
        "approval",
        "title",
        "ch1",
        "p1",
        "p1-1",
        "ch2",
        "p2",
        "provider-variant",
        "provider-register",
        "provider-register-extra1",
        "provider-register-result",
        "provider-sign",
        "provider-sign-extra1",
        "provider-sign-result",
        "p3",
        "unit-office",
        "unit-head",
        "p4",
        "provider-variant-again",
        "provider-register-again",
        "provider-sign-again",
        "ch3",
        "portal-p1",
        "portal-known",
        "portal-refuse",
        "appendix1",
        "drawing-provider",
    ];
    assert_eq!(anchors(&manuscript), expected);
}

#[test]
fn anchors_are_unique_even_where_ids_and_numbers_repeat() {
    let mut twisted = regulation("service");
    // A path that is named like a paragraph, a step like a variant, chapters and paragraphs that count anew.
    twisted.provider_paths[0].id = id("p1");
    twisted.provider_paths[0].steps[0].id.value = id("1");
    twisted.provider_paths[0].steps[1].id.value = id("variant");
    twisted.system_paths[0].id = id("fig");
    let again = twisted.prose[0].blocks.clone();
    twisted.prose[0].blocks.extend(again);
    let manuscript = compose(&twisted, Lang::Kk);
    let all = anchors(&manuscript);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(all.iter().all(|anchor| !anchor.starts_with("fig-")));
}

#[test]
fn data_that_the_prose_forgets_still_reach_the_reader() {
    let whole = compose(&regulation("service"), Lang::Kk);
    let mut bare = regulation("service");
    bare.prose[0].blocks.retain(|block| matches!(block, Prose::Heading { .. } | Prose::Paragraph { .. }));
    let bare = compose(&bare, Lang::Kk);
    let texts = |manuscript: &Manuscript| -> BTreeSet<String> {
        paragraphs(manuscript).iter().map(|paragraph| paragraph.phrase.plain.clone()).collect()
    };
    assert_eq!(texts(&whole), texts(&bare));
    let mut silent = regulation("service");
    silent.prose.clear();
    assert!(texts(&compose(&silent, Lang::Kk)).contains("1-шартта бас тарту."));
}

#[test]
fn a_drawing_without_an_appendix_gets_a_place() {
    let manuscript = compose(&regulation("service"), Lang::Kk);
    let slots: Vec<(Standing, &str)> = manuscript
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Appendix(slot) => Some((slot.standing, slot.path.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(slots, [(Standing::Printed, "portal"), (Standing::Unmentioned, "provider")]);
    let mut missing = regulation("service");
    missing.appendices[0].is_missing = true;
    missing.appendices[0].shows = Shown::Handbook(0);
    let manuscript = compose(&missing, Lang::Kk);
    assert!(manuscript.blocks.iter().any(|block| matches!(block,
        Block::Appendix(slot) if slot.standing == Standing::Missing && slot.path.as_str() == "provider")));
}

#[test]
fn a_list_of_one_unit_has_no_number() {
    let mut one = regulation("service");
    one.units.truncate(1);
    let manuscript = compose(&one, Lang::Kk);
    let units: Vec<_> = paragraphs(&manuscript).into_iter().filter(|paragraph| paragraph.role == Role::Unit).collect();
    assert_eq!(units.len(), 1);
    assert_eq!(units[0].marker, None);
}

#[test]
fn a_reader_gets_the_language_that_exists() {
    let mut both = regulation("service");
    let mut name = Text::of(Lang::Kk, "кеңсе;");
    name.set(Lang::Ru, "канцелярия;".to_owned());
    both.units[0].printed = name;
    let manuscript = compose(&both, Lang::Ru);
    assert_eq!((manuscript.wanted, manuscript.language), (Lang::Ru, Lang::Kk));
    let units: Vec<_> = paragraphs(&manuscript).into_iter().filter(|paragraph| paragraph.role == Role::Unit).collect();
    assert_eq!((units[0].phrase.lang, units[0].phrase.plain.as_str()), (Lang::Ru, "канцелярия;"));
    assert_eq!((units[1].phrase.lang, units[1].phrase.plain.as_str()), (Lang::Kk, "басшы."));
}

#[test]
fn amendments_stand_where_the_decree_draws_them_in() {
    let mut amending = decree("d");
    let change = Change {
        paragraph: Some(3), command: kk("3 тармақ:"), text: kk("\"3. Бірінші.\n\nЕкінші.\"")
    };
    amending.amendments = vec![Amendment {
        regulation: None,
        intro: kk("\"Қызмет\" регламентінде:"),
        changes: vec![change],
        new_edition: None,
    }];
    amending.prose[0].blocks.insert(1, Prose::Amendments);
    amending.prose[0].blocks.push(Prose::Note(words("Ескерту.")));
    let manuscript = compose_decree(&amending, Lang::Kk);
    let expected = [
        "title",
        "requisites",
        "note",
        "p1",
        "a1",
        "a1-1",
        "a1-1-text",
        "a1-1-text-2",
        "p1-part2",
        "note-2",
        "post",
        "signature",
    ];
    assert_eq!(anchors(&manuscript), expected);
    assert_eq!(paragraphs(&manuscript)[7].phrase.plain, "Екінші.\"");
}
