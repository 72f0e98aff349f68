//! The whole site of a small corpus.

use super::links::broken;
use super::{Figured, Site};
use crate::base::{Artifacts, Lang, Point, Rect, Size};
use crate::manuscript::fixture::{both_languages, decree, id, kk, raw, words};
use crate::manuscript::{Branch, FlowKind, FlowRow, FlowTable, Follow, NodeKind, Notation};
use crate::model::{Amended, Block, Corpus, Registration, Repeal, Term};
use crate::scene::{Mark, Paint, Part, PartRole, Scene, SceneSheet, Walk};
use crate::theme::{Theme, ThemeFault};
use crate::wording::date::Date;
use std::collections::BTreeMap;

/// A drawing of one box that shows `element`.
fn scene(name: &str, element: &str) -> Scene {
    let rect = Rect::new(0, 0, 100, 50);
    let mark = Mark::Circle { centre: Point::new(50, 25), radius: 10, paint: Paint::Event };
    let part = Part {
        id: element.to_owned(),
        role: PartRole::Task,
        title: None,
        link: Some(element.to_owned()),
        shapes: vec![mark],
    };
    Scene {
        id: name.to_owned(),
        language: Lang::Kk,
        title: "Сызба".to_owned(),
        description: "Сызба".to_owned(),
        size: Size::new(100, 50),
        sheets: vec![SceneSheet { rect, parts: vec![part] }],
        walk: Walk::default(),
    }
}

/// Tables of the drawings above; with no graph at hand, one row each.
fn tables() -> (FlowTable, FlowTable) {
    let table = |notation, kind, node: &str, words: &str| FlowTable {
        notation,
        rows: vec![FlowRow {
            node: node.to_owned(),
            kind,
            number: None,
            count: None,
            is_of_text: true,
            opens: false,
            words: Some(kk(words)),
            terms: Vec::new(),
            lane: kk("<кеңсе>"),
            who: vec![kk("<кеңсе>")],
            places: Vec::new(),
            next: vec![Follow { row: 0, kind: FlowKind::Sequence, branch: Some(Branch::No) }],
        }],
    };
    (
        table(Notation::Diagram, NodeKind::Gateway, "p1", "парольді енгізу"),
        table(Notation::Handbook, NodeKind::Action, "register", "тіркеу"),
    )
}

fn site_of(corpus: &Corpus) -> Artifacts {
    made_by(corpus, &Theme::embedded()).expect("the embedded theme fits its pages")
}

pub(super) fn made_by(corpus: &Corpus, theme: &Theme) -> Result<Artifacts, ThemeFault> {
    let (portal, provider) = (scene("portal", "p1"), scene("provider", "register"));
    let (portal_id, provider_id) = (id("portal"), id("provider"));
    let (diagram, handbook) = tables();
    let figures = [(&portal_id, &portal), (&provider_id, &provider)].map(|(path, scene)| Figured {
        path,
        scene,
        paper: scene,
        file: "<svg/>",
        table: if path == &portal_id { &diagram } else { &handbook },
    });
    let site = Site::new(corpus, theme);
    let mut files = site.assets();
    for part in site.parts() {
        files.extend(site.make(&part, &figures)?);
    }
    Ok(files)
}

pub(super) fn corpus() -> Corpus {
    let mut amended = decree("first");
    amended.registered =
        Some(Registration { by: None, date: Date::new(2016, 2, 1).expect("a day"), number: "3672".to_owned() });
    amended.number = "7/1".to_owned();
    let mut later = decree("second");
    later.adopted = Date::new(2019, 4, 3).expect("a day");
    later.repealed = Some(Repeal {
        by: kk("Сынақ облысы әкімдігінің қаулысы"),
        date: Date::new(2020, 10, 20).expect("a day"),
        number: "4/438".to_owned(),
        note: Some(kk("Ескерту. Күші жойылды.")),
    });
    let act = |act: &str, registry: Option<&str>| Amended {
        act: kk(act),
        registry: registry.map(str::to_owned),
        appendix: None,
    };
    later.amends = vec![act("2016-01-08 № 7/1 қаулы", Some("3672")), act("2015-06-23 № 34/17 қаулысы", None)];
    Corpus { decrees: vec![amended, later] }
}

pub(super) fn page<'a>(site: &'a Artifacts, path: &str) -> &'a str {
    let found = site.iter().find(|(known, _)| known.as_str() == path).unwrap_or_else(|| panic!("no page {path}"));
    str::from_utf8(found.1).expect("a page is UTF-8")
}

#[test]
fn every_link_leads_somewhere() {
    assert_eq!(broken(&site_of(&corpus())), []);
    assert_eq!(broken(&site_of(&Corpus::default())), []);
}

#[test]
fn both_languages_have_the_same_pages() {
    let site = site_of(&corpus());
    let pages = |lang: &str| -> Vec<String> {
        site.keys().filter_map(|path| path.as_str().strip_prefix(lang)).map(str::to_owned).collect()
    };
    assert_eq!(pages("kk/"), pages("ru/"));
    assert!(page(&site, "ru/first/index.html").contains("href=\"../../kk/first/index.html\""));
}

#[test]
fn text_and_drawing_lead_to_each_other() {
    let site = site_of(&corpus());
    let text = page(&site, "kk/first/service/index.html");
    for (place, shape) in [("portal-p1", "fig-portal-p1"), ("provider-register", "fig-provider-register")] {
        for part in [
            format!("id=\"{place}\""),
            format!("id=\"{shape}\""),
            format!("href=\"#{place}\""),
            format!("href=\"#{shape}\""),
        ] {
            assert!(text.contains(&part), "{part}");
        }
    }
    assert!(text.contains("href=\"../../../drawings/first/service/portal.svg\""));
}

#[test]
fn a_repealed_act_says_so_on_each_of_its_pages() {
    let site = site_of(&corpus());
    for (lang, mark) in [("kk", "Күші жойылған"), ("ru", "Документ утратил силу")] {
        for path in ["second/index.html", "second/service/index.html"] {
            let text = page(&site, &format!("{lang}/{path}"));
            assert!(text.contains(&format!("<title>{mark}")), "{lang}/{path}");
            assert!(text.contains(&format!("<strong>{mark}</strong>")), "{lang}/{path}");
            assert!(text.contains("4/438") && text.contains("acts.html#repeal-second"), "{lang}/{path}");
        }
        assert!(!page(&site, &format!("{lang}/first/index.html")).contains(mark));
        assert!(page(&site, &format!("{lang}/index.html")).contains(mark));
    }
}

#[test]
fn acts_of_the_corpus_find_each_other() {
    let site = site_of(&corpus());
    assert!(
        page(&site, "kk/second/index.html")
            .contains("href=\"../first/index.html\">2016 жылғы 8 қаңтардағы № 7/1 қаулы")
    );
    assert!(page(&site, "kk/first/index.html").contains("href=\"../second/index.html\""));
    let overview = page(&site, "ru/acts.html");
    assert!(overview.contains("id=\"repeal-second\"") && overview.contains("id=\"amend-second-2\""));
    assert_eq!(overview.matches("<path class=\"amends\"").count(), 2);
    assert_eq!(overview.matches("<path class=\"repeals\"").count(), 1);
}

#[test]
fn hostile_texts_stay_texts() {
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> ../../x javascript:alert(1)";
    let mut corpus = corpus();
    let decree = &mut corpus.decrees[1];
    decree.title = kk(evil);
    decree.adopting_body = kk(evil);
    decree.number = evil.to_owned();
    decree.amends[1].act = kk(evil);
    let regulation = &mut decree.regulations[0];
    regulation.title = kk(evil);
    regulation.provider = kk(evil);
    regulation.heading = Some(kk(evil));
    regulation.appendices[0].heading = Some(kk(evil));
    regulation.system_paths[0].items[0].marker = kk(evil);
    regulation.system_paths[0].items[0].text = kk(evil);
    regulation.prose[0]
        .blocks
        .push(Block::Other(raw("<table onclick=x><tr><td style=y>t<script>alert(1)</script></table>")));
    regulation.prose[0].blocks.push(Block::Note(raw("<a href=\"javascript:alert(1)\">a</a><a href=\"../../x\">b</a>")));
    regulation.prose[0].blocks.push(Block::Heading { level: 1, words: words(evil) });
    let site = site_of(&corpus);
    assert_eq!(broken(&site), []);
    for (path, bytes) in &site {
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        for up in ["", "../", "../../", "../../../", "../../../../"] {
            text = text.replace(&format!("<script src=\"{up}assets/"), "");
        }
        if path.as_str().ends_with(".html") {
            // Data for machines is no script.
            let data = ["<script type=\"application/ld+json\">", "<script type=\"application/json\">"];
            let text = data.iter().fold(text, |text, known| text.replace(known, ""));
            for bad in ["<script", "<img", " onclick=", " style=", "href=\"javascript", "href=\"../../x\""] {
                assert!(!text.contains(bad), "{path}: {bad}");
            }
        }
    }
    let escaped =
        "&lt;script&gt;alert(1)&lt;/script&gt;\"'&gt;&lt;img src=x onerror=alert(1)&gt; ../../x javascript:alert(1)";
    assert!(page(&site, "kk/second/service/index.html").contains(escaped));
}

#[test]
fn every_text_of_the_act_reaches_its_page_letter_for_letter() {
    let site = site_of(&corpus());
    let text = page(&site, "kk/first/service/index.html");
    for said in [
        "Қызметті \"бөлім\" көрсетеді &amp; береді.",
        "портал &lt;арқылы&gt;;",
        "№ 1 қаулысымен<br>\nбекітілген",
        "нәтижесі –</a> қолхат;",
        "1 үдеріс –</a> парольді енгізу;",
        "2)</a> басшы қол қояды.",
        "Шартты белгілер:",
        "Портал диаграммасы",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(page(&site, "ru/first/service/index.html").contains("lang=\"kk\""));
}

#[test]
fn a_template_that_asks_for_too_much_is_told_with_its_line() {
    let broken = "{% extends \"base.html\" %}\n{% block main %}\n{{ it.no_such_thing }}\n{% endblock main %}";
    let files = BTreeMap::from([("templates/decree.html".to_owned(), broken.as_bytes().to_vec())]);
    let theme = Theme::with_overrides(files).expect("it parses");
    let fault = made_by(&corpus(), &theme).expect_err("it cannot be filled");
    assert_eq!((fault.file.as_str(), fault.line), ("templates/decree.html", 3));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    assert_eq!(site_of(&corpus()), site_of(&corpus()));
}

#[test]
fn a_drawing_has_a_table_whose_rows_lead_to_the_text() {
    let site = site_of(&corpus());
    for (lang, head, no) in [("kk", "Содан кейін", "жоқ"), ("ru", "Что дальше", "нет")] {
        let text = page(&site, &format!("{lang}/first/service/index.html"));
        let rows: Vec<&str> = text.split("<details class=\"rows\">").skip(1).collect();
        assert_eq!(rows.len(), 2, "one for each drawing");
        assert!(rows[0].contains(&format!("<th scope=\"col\">{head}</th>")), "{lang}");
        assert!(rows[0].contains("<a href=\"#portal-p1\">") && rows[0].contains("парольді енгізу"));
        assert!(rows[0].contains(&format!("<td>{no}: <a href=\"#row1-1\">")), "{lang}");
        assert!(rows[1].contains("&lt;кеңсе&gt;") && rows[1].contains("href=\"#provider-register\""));
    }
}

#[test]
fn words_of_two_languages_are_marked_each_by_its_own() {
    let mut corpus = corpus();
    corpus.decrees[0].regulations[0].provider_paths[0].variant = Some(kk("порталда:"));
    let site = site_of(&corpus);
    let text = page(&site, "ru/first/service/index.html");
    assert!(text.contains(">Справочник бизнес-процессов – <span lang=\"kk\">порталда</span></h3>"));
    assert!(text.contains(">Справочник бизнес-процессов (<span lang=\"kk\">порталда</span>)</a>"));
}

#[test]
fn a_number_and_a_drawing_are_named_for_who_does_not_see_where_they_stand() {
    let site = site_of(&corpus());
    let text = page(&site, "kk/first/service/index.html");
    assert!(text.contains("<a class=\"marker\" href=\"#provider-register\" aria-label=\""));
    assert!(text.contains("<figure class=\"plate\" aria-label=\"1-сызба\">"));
    assert!(text.contains("<figure class=\"plate\" aria-label=\"2-сызба\">"));
}

#[test]
fn both_texts_stand_side_by_side_only_where_there_are_two() {
    let mut corpus = corpus();
    assert!(site_of(&corpus).keys().all(|path| !path.as_str().ends_with("both.html")));
    corpus.decrees[0].regulations = vec![both_languages("service")];
    let site = site_of(&corpus);
    assert_eq!(broken(&site), []);
    for (lang, lacks) in [("kk", "Орысша мәтінде бұл жоқ."), ("ru", "В русском тексте этого нет.")]
    {
        let text = page(&site, &format!("{lang}/first/service/both.html"));
        let seventh = text.split("id=\"p7\"").nth(1).expect("paragraph 7");
        assert!(seventh.contains("Только &lt;здесь&gt;."), "{lang}");
        assert!(text.contains(lacks), "{lang}");
        let own = page(&site, &format!("{lang}/first/service/index.html"));
        assert!(own.contains("both.html#ch1\"") && own.contains("both.html\""), "{lang}");
    }
}

#[test]
fn a_lost_address_finds_the_way_from_any_depth_where_the_site_knows_its_own() {
    let plain = site_of(&corpus());
    assert!(!page(&plain, "404.html").contains("<base"));
    let theme =
        Theme::with_overrides(BTreeMap::from([("site.yaml".to_owned(), b"address: https://example.kz/a/b/".to_vec())]));
    let site = made_by(&corpus(), &theme.expect("sound")).expect("pages");
    assert!(page(&site, "404.html").contains("<base href=\"/a/b/\">"));
}

#[test]
fn terms_and_references_lead_to_their_places() {
    let mut corpus = corpus();
    let regulation = &mut corpus.decrees[0].regulations[0];
    regulation.terms = vec![Term { abbr: kk("ЭЦҚ"), expansion: Some(kk("<цифрлық> қолтаңба")) }];
    let said = "осы регламенттің 1-тармағы, ЭЦҚ & Стандарттың 2-тармағы";
    let block = Block::Paragraph { marker: Some("9.".to_owned()), words: words(said) };
    regulation.prose[0].blocks.push(block);
    let site = site_of(&corpus);
    assert_eq!(broken(&site), []);
    let text = page(&site, "kk/first/service/index.html");
    let expected = "осы регламенттің <a class=\"ref\" href=\"#p1\">1-тармағы</a>, \
                    <a class=\"term t1\" href=\"#term-1\" aria-describedby=\"tip-1\">ЭЦҚ</a> &amp; Стандарттың 2-тармағы";
    assert!(text.contains(expected));
    assert!(text.contains("<dt>ЭЦҚ</dt><dd> – &lt;цифрлық&gt; қолтаңба</dd>"));
    assert!(text.contains("assets/terms.js\" defer"));
    assert!(!page(&site, "kk/second/service/index.html").contains("terms.js"));
}
