//! An act whose languages number their paragraphs differently: each is read under its own numbers, wherever it is shown.

use crate::corpus::{files, read, real, root};
use reglament::base::{Artifacts, Lang, RelPath, Serial, Source, Sources, Voice};
use reglament::diff;
use reglament::model::{InText, Regulation};
use reglament::pipeline::{self, Loaded};
use reglament::theme::Theme;

/// A made-up act of two editions. Its Kazakh text has as paragraph 2 what Russian says within paragraph 1; the edition
/// changed what is paragraph 4 and 6 in Kazakh, 3 and 5 in Russian.
fn sources() -> Vec<Source> {
    let source = |path: std::path::PathBuf| Source {
        path: format!("act/{}", path.file_name().expect("a name").to_string_lossy()),
        text: read(&path).replace("\r\n", "\n"),
    };
    files(&root().join("tests/numbering")).into_iter().map(source).collect()
}

fn file<'s>(all: &'s mut [Source], name: &str) -> &'s mut String {
    &mut all.iter_mut().find(|source| source.path == format!("act/{name}")).expect("the file").text
}

fn load(sources: Vec<Source>) -> Loaded {
    pipeline::load(Sources::new(sources), &Serial)
}

fn regulation(loaded: &Loaded) -> &Regulation {
    &loaded.corpus.decrees[0].regulations[0]
}

fn published(sources: Vec<Source>) -> Artifacts {
    let loaded = load(sources);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit")
}

fn text<'a>(site: &'a Artifacts, path: &str) -> &'a str {
    let path = RelPath::new(&format!("site/{path}")).expect("a path");
    str::from_utf8(site.get(&path).unwrap_or_else(|| panic!("no file {path}"))).expect("UTF-8")
}

/// The numbers that stand where `{}` does: those of all notes of one form.
fn numbers(page: &str, pattern: &str) -> Vec<u32> {
    let (before, after) = pattern.split_once("{}").expect("a pattern");
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    let parts = page.split(before).skip(1).map(|rest| (digits(rest), rest));
    let fits = parts.filter(|(digits, rest)| rest[digits.len()..].starts_with(after));
    fits.filter_map(|(digits, _)| digits.parse().ok()).collect()
}

const KK_NOTE: &str = "Ескерту. {}-тармақ жаңа редакцияда";
const RU_NOTE: &str = "Сноска. Пункт {} в новой редакции";

#[test]
fn a_note_stands_under_the_paragraph_that_changed_in_each_language() {
    let site = published(sources());
    let [kk, ru] = ["kk", "ru"].map(|lang| text(&site, &format!("{lang}/act/service/index.html")));
    assert_eq!((numbers(kk, KK_NOTE), numbers(ru, RU_NOTE)), (vec![4, 6], vec![3, 5]));
    for (page, anchors) in [(kk, ["p4-edition1", "p6-edition1"]), (ru, ["p3-edition1", "p5-edition1"])] {
        assert!(anchors.iter().all(|anchor| page.contains(&format!("id=\"{anchor}\""))));
        assert_eq!(page.matches("class=\"note made\"").count(), 2);
    }
}

#[test]
fn a_change_in_one_language_is_noted_in_that_language() {
    let mut all = sources();
    let printed = file(&mut all, "service@2015-02-27.kk.md");
    *printed = printed.replace("Рәсімді бастау үшін негіз: көрсетілетін", "Рәсімді бастаудың негізі: көрсетілетін");
    let site = published(all);
    let notes = |lang: &str, note: &str| numbers(text(&site, &format!("{lang}/act/service/index.html")), note);
    assert_eq!((notes("kk", KK_NOTE), notes("ru", RU_NOTE)), (vec![4, 5, 6], vec![3, 5]));
    // Readers of Russian are told of it under the number of their text, with the number of the text that changed.
    let page = text(&site, "ru/act/service/2018-03-05/changes.html");
    assert_eq!(page.matches("только в тексте на казахском языке").count(), 1, "{page}");
    assert!(page.contains("пункт 5: ") && page.contains("#p4\""), "{page}");
}

#[test]
fn a_label_of_a_drawing_is_no_new_wording() {
    let mut all = sources();
    let before = file(&mut all, "service@2015-02-27.yaml");
    *before = before.replace("{ru: обработка запроса, kk: сұрау салуды өңдеу}", "{ru: обработка, kk: өңдеу}");
    let site = published(all);
    let page = text(&site, "kk/act/service/index.html");
    assert_eq!(numbers(page, KK_NOTE), [4, 6], "paragraph 8 reads as before");
}

#[test]
fn a_note_follows_its_paragraph_when_a_later_edition_puts_one_before_it() {
    let mut all = sources();
    for name in ["service.yaml", "service.kk.md", "service.ru.md"] {
        let text = file(&mut all, name).clone();
        let path = format!("act/{}", name.replace("service", "service@2018-03-05"));
        all.push(Source { path, text });
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    let definition = file(&mut all, "service.yaml");
    *definition = definition.replace("date: 2018-03-05, number: 8/2", "date: 2019-06-01, number: 9/3");
    let put = |text: &mut String, said: &str| {
        let shifted = text.split_inclusive('\n').map(|line| match line.split_once(". ") {
            Some((number, rest)) => match number.parse::<u32>() {
                Ok(1) => format!("{line}\n2. {said}\n"),
                Ok(number) => format!("{}. {rest}", number + 1),
                Err(_) => line.to_owned(),
            },
            None => line.to_owned(),
        });
        *text = shifted.collect();
    };
    put(file(&mut all, "service.kk.md"), "Қызмет тегін көрсетіледі.");
    let russian = file(&mut all, "service.ru.md");
    *russian = russian.replace("указан в пункте 5", "указан в пункте 6");
    put(russian, "Услуга оказывается бесплатно.");
    let site = published(all);
    let notes = |page: &str, note: &str| numbers(text(&site, page), note);
    assert_eq!(notes("kk/act/service/index.html", KK_NOTE), [5, 7]);
    assert_eq!(notes("kk/act/service/2018-03-05/index.html", KK_NOTE), [4, 6]);
    assert_eq!(notes("kk/act/service/index.html", "Ескерту. {}-тармақпен толықтырылды"), [2]);
    assert_eq!(notes("ru/act/service/index.html", "Сноска. Дополнен пунктом {}"), [2]);
}

#[test]
fn changes_are_told_under_the_numbers_of_the_reader() {
    let site = published(sources());
    let [kk, ru] = ["kk", "ru"].map(|lang| text(&site, &format!("{lang}/act/service/2018-03-05/changes.html")));
    assert!(["4-тармақ", "6-тармақ", "#p4\"", "#p6\""].iter().all(|place| kk.contains(place)), "{kk}");
    assert!(["3-тармақ", "5-тармақ"].iter().all(|place| !kk.contains(place)), "{kk}");
    assert!(["пункт 3", "пункт 5", "#p3\"", "#p5\""].iter().all(|place| ru.to_lowercase().contains(place)), "{ru}");
    assert!(["пункт 4", "пункт 6"].iter().all(|place| !ru.to_lowercase().contains(place)), "{ru}");
    assert!(!ru.contains("только в тексте") && !kk.contains("тек орысша мәтінде"));

    let loaded = load(sources());
    let (before, after) = (&regulation(&loaded).former[0], regulation(&loaded));
    let all = diff::between(before, after);
    let added = all.iter().find(|change| change.place.element.as_deref() == Some("prepare")).expect("the step");
    assert!(diff::sentence(added, Voice::Kk).starts_with("6-тармақ"), "{}", diff::sentence(added, Voice::Kk));
    assert!(diff::sentence(added, Voice::Ru).contains("пункта 5"), "{}", diff::sentence(added, Voice::Ru));
    let json = serde_json::to_value(added).expect("JSON");
    assert_eq!((&json["place"]["paragraph"], &json["place"]["other"]["paragraph"]), (&5.into(), &6.into()));
}

#[test]
fn a_summary_quotes_the_paragraph_of_its_own_text() {
    let loaded = load(sources());
    let paragraphs = regulation(&loaded).paragraphs;
    let both = |kk, ru| InText::EMPTY.with(Lang::Kk, Some(kk)).with(Lang::Ru, Some(ru));
    assert_eq!(
        [paragraphs.provider, paragraphs.form, paragraphs.result, paragraphs.basis],
        [both(1, 1), both(3, 2), both(4, 3), both(5, 4)]
    );
    let site = published(sources());
    for (lang, result) in [("kk", "Мемлекеттік қызметті көрсету нәтижесі: жұм"), ("ru", "Результат оказания")]
    {
        let page = text(&site, &format!("{lang}/act/service/index.html"));
        assert!(page.matches(result).count() > 1, "the text and the facts say it: {lang}");
    }
}

#[test]
fn numbers_of_facts_can_be_written_for_each_language() {
    let with = |written: &str| {
        let mut all = sources();
        for name in ["service.yaml", "service@2015-02-27.yaml"] {
            file(&mut all, name).push_str(&format!("paragraphs: {{{written}}}\n"));
        }
        load(all)
    };
    let of = |loaded: &Loaded| {
        let place = regulation(loaded).paragraphs.result;
        (place.get(Lang::Kk), place.get(Lang::Ru), loaded.findings.len())
    };
    assert_eq!(of(&with("result: {kk: 5, ru: 4}")), (Some(5), Some(4), 0));
    assert_eq!(of(&with("result: {ru: 3}")), (Some(4), Some(3), 0), "the other one is its twin");
    let single = with("result: 3");
    assert_eq!(of(&single), (Some(3), Some(3), 2), "one number means both, and is asked after");
    assert!(single.findings.iter().all(|finding| finding.entry.code == "M068"));
    assert_eq!(with("result: {en: 3}").findings[0].entry.code, "S005");
    assert_eq!(with("result: {kk: x}").findings[0].entry.code, "S009");
}

#[test]
fn both_texts_stand_against_each_other_and_share_what_is_of_one_id() {
    let site = published(sources());
    for (lang, place, lacks_ru) in
        [("kk", "id=\"p6\"", "Орысша мәтінде бұл жоқ"), ("ru", "id=\"p5\"", "В русском тексте этого нет")]
    {
        let page = text(&site, &format!("{lang}/act/service/both.html"));
        let pair = page.split("<div class=\"pair\"").find(|pair| pair.starts_with(&format!(" {place}")));
        let pair = pair.expect("the pair");
        assert!(pair.contains("6. Рәсімдердің мазмұны") && pair.contains("5. Содержание процедур"), "{pair}");
        assert_eq!(page.matches("class=\"editorial\"").count(), 1, "only paragraph 2 stands alone");
        assert!(page.contains(lacks_ru), "{lang}");
    }
}

#[test]
fn the_language_switch_knows_where_the_other_text_says_the_same() {
    let site = published(sources());
    let crossings = |page: &str| {
        let rest = text(&site, page).split("data-crossings=\"").nth(1)?;
        Some(rest.split('"').next()?.split(' ').map(str::to_owned).collect::<Vec<_>>())
    };
    for page in ["act/service/index.html", "act/service/both.html", "act/service/2015-02-27/index.html"] {
        let [kk, ru] = ["kk", "ru"].map(|lang| crossings(&format!("{lang}/{page}")).expect("the places"));
        for (kk_place, ru_place) in [("p3", "p2"), ("p4", "p3"), ("p6", "p5"), ("p9", "p8")] {
            assert!(kk.contains(&format!("{kk_place}={ru_place}")) && ru.contains(&format!("{ru_place}={kk_place}")));
        }
        assert!(kk.contains(&"p2=p1".to_owned()), "what Russian says within paragraph 1");
        assert!(kk.iter().chain(&ru).all(|one| !one.starts_with("provider-") && !one.starts_with("ch")));
    }
    assert!(text(&site, "kk/act/service/index.html").contains("id=\"provider-prepare\""));
    assert_eq!(crossings("kk/act/index.html"), None, "the decree numbers alike");
}

#[test]
fn texts_that_number_alike_need_no_crossings() {
    let site = pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let is_told = |(path, bytes): (&RelPath, &Vec<u8>)| {
        path.as_str().ends_with(".html") && String::from_utf8_lossy(bytes).contains("data-crossings")
    };
    assert!(!site.iter().any(is_told));
}
