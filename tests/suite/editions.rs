//! Editions of a regulation as the site shows them: a line of time, the former wordings, what changed, notes, a feed.

use crate::corpus::{read, real, root, seen};
use reglament::base::{Artifacts, FindingWord, RelPath, Serial, Source, Sources};
use reglament::pipeline::{self, Loaded};
use reglament::theme::Theme;
use std::collections::BTreeMap;

/// Made-up acts: one in force with three editions, one that brought the second in, one repealed with two.
fn sources() -> Vec<Source> {
    let mut all = Vec::new();
    for folder in ["amending", "in-force", "repealed"] {
        let path = root().join("tests/editions").join(folder);
        let files = std::fs::read_dir(path).expect("the folder").map(|file| file.expect("a file").path());
        let source = |file: std::path::PathBuf| Source {
            path: format!("{folder}/{}", file.file_name().expect("a name").to_string_lossy()),
            text: read(&file).replace("\r\n", "\n"),
        };
        all.extend(files.map(source));
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn load(sources: Vec<Source>) -> Loaded {
    pipeline::load(Sources::new(sources), &Serial)
}

fn published() -> Artifacts {
    let site = BTreeMap::from([("site.yaml".to_owned(), b"address: https://example.kz/".to_vec())]);
    let theme = Theme::with_overrides(site).expect("sound");
    let loaded = load(sources());
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    pipeline::assemble(&loaded.corpus, &theme, &Serial).expect("the templates fit")
}

fn text<'a>(site: &'a Artifacts, path: &str) -> &'a str {
    let path = RelPath::new(&format!("site/{path}")).expect("a path");
    str::from_utf8(site.get(&path).unwrap_or_else(|| panic!("no file {path}"))).expect("UTF-8")
}

fn count(site: &Artifacts, path: &str, words: &str) -> usize {
    text(site, path).matches(words).count()
}

#[test]
fn the_latest_edition_is_the_regulation() {
    let loaded = load(sources());
    let decree = loaded.corpus.decrees.iter().find(|decree| decree.id.as_str() == "in-force").expect("the decree");
    let [regulation] = &decree.regulations[..] else { panic!("one regulation") };
    let days: Vec<String> = regulation.editions().map(|one| one.begins(decree).to_string()).collect();
    assert_eq!(days, ["2016-01-08", "2016-07-01", "2018-03-12"]);
    assert_eq!(regulation.provider_paths[0].steps.len(), 4);
}

#[test]
fn a_regulation_whose_latest_edition_is_broken_is_not_shown_as_it_was() {
    let mut all = sources();
    let current = all.iter_mut().find(|source| source.path == "in-force/service.yaml").expect("the file");
    current.text = current.text.replace("title: Мысал", "tittle: Мысал");
    let loaded = load(all);
    assert!(!loaded.findings.is_empty());
    let decree = loaded.corpus.decrees.iter().find(|decree| decree.id.as_str() == "in-force").expect("the decree");
    assert!(decree.regulations.is_empty());
}

#[test]
fn a_former_edition_has_a_page_that_says_so() {
    let site = published();
    for lang in ["kk", "ru"] {
        for day in ["2016-01-08", "2016-07-01"] {
            let page = format!("{lang}/in-force/service/{day}/index.html");
            assert_eq!(count(&site, &page, "class=\"former\" role=\"note\""), 1);
            assert_eq!(count(&site, &page, "<meta name=\"robots\" content=\"noindex\">"), 1);
            assert_eq!(count(&site, &page, "rel=\"canonical\""), 0);
            assert_eq!(count(&site, &page, "class=\"is-here\" aria-current=\"true\""), 1);
            let drawing = format!("drawings/in-force/service/{day}/provider.svg");
            assert!(count(&site, &page, &drawing) > 0 && text(&site, &drawing).contains("<svg"));
        }
        let latest = format!("{lang}/in-force/service/index.html");
        assert_eq!(count(&site, &latest, "class=\"former\""), 0);
        assert_eq!(count(&site, &latest, "noindex"), 0);
        assert_eq!(count(&site, &latest, "rel=\"canonical\""), 1);
    }
    let old = text(&site, "drawings/in-force/service/2016-01-08/provider.svg");
    let new = text(&site, "drawings/in-force/service/provider.svg");
    assert!(old.contains("20 минут") && !new.contains("20 минут") && new.contains("30 минут"));
    // What reviewers keep is the act in force.
    assert!(site.keys().all(|path| !path.as_str().starts_with("diagrams/") || !path.as_str().contains("2016-")));
}

/// Who has the file alone must not take it for law in force; what reviewers keep is as the act has it.
#[test]
fn the_file_of_a_drawing_says_how_its_act_stands() {
    let site = published();
    let kept = |path: &str| site.get(&RelPath::new(path).expect("a path")).expect("a drawing").as_slice();
    let repealed = text(&site, "drawings/repealed/service/provider.svg");
    let said = ">Документ утратил силу: постановление акимата Примерной области, 26";
    let description = |svg: &str| svg.lines().find(|line| line.contains("<desc")).unwrap_or_default().to_owned();
    assert!(description(repealed).contains(said), "{repealed}");
    assert!(repealed.contains("viewBox=\"0 -") && repealed.contains("<g id=\"_notice\" class=\"part-notice\">"));
    let plain = kept("diagrams/repealed/service/provider.svg");
    assert!(!str::from_utf8(plain).expect("UTF-8").contains("утратил"));
    let former = text(&site, "drawings/in-force/service/2016-01-08/provider.svg");
    assert!(description(former).contains("Бұрынғы редакция ("), "{former}");
    let in_force = text(&site, "drawings/in-force/service/provider.svg");
    assert_eq!(in_force.as_bytes(), kept("diagrams/in-force/service/provider.svg"));
}

#[test]
fn the_latest_edition_says_since_when_it_is_in_force() {
    let site = published();
    let page = "ru/in-force/service/index.html";
    assert_eq!(count(&site, page, ">с 12 марта 2018 года</a>"), 1);
    // Shown by a script as long as the day is ahead.
    assert_eq!(count(&site, page, "data-from=\"2018-03-12\" hidden>"), 1);
    assert_eq!(count(&site, "ru/in-force/service/2016-07-01/index.html", "data-from="), 0);
}

#[test]
fn former_editions_are_not_found_by_search_or_map() {
    let site = published();
    let map = text(&site, "sitemap.xml");
    assert!(map.contains("in-force/service/index.html") && !map.contains("2016-01-08"));
    let index = text(&site, "assets/search/acts.js");
    assert!(index.contains("in-force/service/index.html") && !index.contains("2016-01-08/index.html"));
}

#[test]
fn what_changed_is_told_with_its_words() {
    let site = published();
    let second = text(&site, "kk/in-force/service/2016-07-01/changes.html");
    let seen_second = seen(second);
    assert!(seen_second.contains("<del>20</del> <ins>30</ins> (<del>жиырма</del> <ins>отыз</ins>) минут"), "{second}");
    assert!(seen_second.contains("<ins> не бас тарту туралы дәлелді жауап</ins>"), "{second}");
    // Who cannot see the lines is told in the language of the page.
    let (gone, come) = ("<del><span class=\"unseen\">алынып тасталды: </span>20</del>", "\">қосылды: </span>30</ins>");
    assert!(second.contains(gone) && second.contains(come), "{second}");
    let other = text(&site, "ru/in-force/service/2016-07-01/changes.html");
    assert!(other.contains("<span class=\"unseen\" lang=\"ru\">исключено: </span>20</del>"), "{other}");
    assert!(second.contains("href=\"../../../in-force/service/2016-07-01/index.html"));
    // The act that brought it in is one of this site.
    assert!(second.contains("href=\"../../../amending/index.html\""));
    let third = text(&site, "kk/in-force/service/2018-03-12/changes.html");
    assert!(third.contains("құжаттарды тексереді") && third.contains("<ins>"), "{third}");
    assert!(!site.keys().any(|path| path.as_str().ends_with("2016-01-08/changes.html")));
    let russian = text(&site, "ru/repealed/service/2019-05-21/changes.html");
    assert!(seen(russian).contains("<ins> или мотивированный отказ</ins>") && russian.contains("class=\"repealed\""));
}

#[test]
fn any_two_of_a_few_editions_are_compared_and_the_links_say_which() {
    let site = published();
    for lang in ["kk", "ru"] {
        let since = text(&site, &format!("{lang}/in-force/service/2018-03-12/since-2016-01-08.html"));
        // What both editions changed stands there, and both acts.
        assert!(
            seen(since).contains("<ins> не бас тарту туралы дәлелді жауап</ins>")
                && since.contains("құжаттарды тексереді")
        );
        assert!(since.contains("href=\"../../../amending/index.html\"") && since.contains("content=\"noindex\""));
        assert_eq!(since.matches("<p class=\"lead\">").count(), 2);
        let compared =
            between(text(&site, &format!("{lang}/in-force/service/index.html")), "<details class=\"compare\">");
        assert_eq!(compared.matches("<a href=").count(), 3, "{compared}");
        let former =
            between(text(&site, &format!("{lang}/in-force/service/2016-07-01/index.html")), "class=\"compare\">");
        assert!(former.contains("href=\"../../../in-force/service/2018-03-12/since-2016-01-08.html\""), "{former}");
        // Two editions are compared by the line of time.
        assert_eq!(count(&site, &format!("{lang}/repealed/service/index.html"), "class=\"compare\""), 0);
    }
    let index: serde_json::Value = serde_json::from_str(text(&site, "data/index.json")).expect("JSON");
    let service =
        index["regulations"].as_array().and_then(|all| all.iter().find(|one| one["id"] == "in-force/service"));
    let since = &service.expect("the regulation")["editions"][2]["since"];
    assert_eq!(since["2016-01-08"]["kk"], "../kk/in-force/service/2018-03-12/since-2016-01-08.html");
}

fn between<'t>(page: &'t str, start: &str) -> &'t str {
    page.split_once(start).and_then(|(_, rest)| rest.split_once("</details>")).map_or("", |(inside, _)| inside)
}

#[test]
fn of_many_editions_each_is_compared_with_its_neighbour_and_with_the_latest() {
    let mut all = sources();
    let second: Vec<Source> = all.iter().filter(|source| source.path.contains("service@2016-07-01")).cloned().collect();
    for month in ["08", "09", "10", "11"] {
        all.extend(second.iter().map(|source| Source {
            path: source.path.replace("2016-07-01", &format!("2016-{month}-01")),
            text: source.text.replace("from: 2016-07-01", &format!("from: 2016-{month}-01")),
        }));
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    let site = published_of(all, "address: https://example.kz/");
    let pages = |name: &str| {
        let is_one = |path: &&RelPath| path.as_str().starts_with("site/kk/in-force/") && path.as_str().contains(name);
        site.keys().filter(is_one).count()
    };
    // Seven editions: six steps, and five that are further from the latest than one step.
    assert_eq!((pages("changes.html"), pages("since-")), (6, 5));
    assert_eq!(between(text(&site, "kk/in-force/service/index.html"), "class=\"compare\">").matches("<a ").count(), 11);
}

#[test]
fn changed_paragraphs_bear_a_note_once() {
    let site = published();
    let page = "kk/in-force/service/index.html";
    let note = "Ескерту. 3-тармақ жаңа редакцияда – Үлгі облысы әкімдігінің 20.06.2016 № 43/06 қаулысымен.";
    assert_eq!(count(&site, page, note), 1);
    assert_eq!(count(&site, "kk/in-force/service/2016-07-01/index.html", note), 1);
    assert_eq!(count(&site, "kk/in-force/service/2016-01-08/index.html", note), 0);
    // The definition has this one itself.
    assert_eq!(count(&site, page, "class=\"note\">Ескерту. "), 1);
    assert_eq!(count(&site, page, "class=\"note made\">Ескерту. 2-тармақ"), 0);
    assert_eq!(count(&site, page, "Ескерту. 8-тармақпен толықтырылды – Үлгі облысы әкімдігінің 12.03.2018 № 11/02"), 1);
    let russian = "Сноска. Пункт 3 в новой редакции – постановлением акимата Примерной области от 21.05.2019 № 30/02.";
    assert_eq!(count(&site, "ru/repealed/service/index.html", russian), 1);
}

#[test]
fn the_line_of_time_is_in_order_and_ends_with_the_repeal() {
    let site = published();
    let days = |path: &str| -> Vec<String> {
        let parts = text(&site, path).split("<time datetime=\"").skip(1);
        parts.map(|part| part[..10].to_owned()).collect()
    };
    let line = ["2016-01-08", "2016-02-01", "2016-07-01", "2018-03-12"];
    assert_eq!(days("kk/in-force/service/index.html"), line);
    assert_eq!(days("ru/in-force/service/2016-07-01/index.html"), line);
    assert_eq!(days("ru/repealed/service/index.html"), ["2017-01-08", "2019-05-21", "2020-03-26"]);
    assert_eq!(count(&site, "ru/repealed/service/index.html", "<li class=\"is-end\">"), 1);
    assert_eq!(count(&site, "kk/in-force/service/index.html", "<li class=\"is-end\">"), 0);
}

#[test]
fn printed_notes_of_real_acts_stand_in_their_line_of_time() {
    let site = pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let page = text(&site, "kk/karagandy-2016-04-03/student-transfer/index.html");
    let line = page.split("<section class=\"timeline\">").nth(1).and_then(|rest| rest.split("</section>").next());
    let line = line.expect("a line of time");
    let days: Vec<&str> = line.split("<time datetime=\"").skip(1).map(|part| &part[..10]).collect();
    assert_eq!(days, ["2016-01-20", "2016-03-01", "2016-06-20", "2020-03-26"]);
    let anchor = line.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()).expect("a note");
    assert!(line.contains("43/06") && page.contains(&format!("id=\"{anchor}\"")), "{line}");
}

#[test]
fn a_note_that_names_several_acts_tells_of_them_all() {
    let printed = "> Ескерту. 2-тармақ жаңа редакцияда - Үлгі облысы әкімдігінің 12.03.2018 № 11/02 қаулысымен.";
    let with = |note: &str| {
        let mut all = sources();
        let text = all.iter_mut().find(|source| source.path == "in-force/service.kk.md").expect("the text");
        text.text = text.text.replace(printed, note);
        all
    };
    // The latest act is that of the edition, and each stands in the line of time with its own words on its effect.
    let two = "> Ескерту. 2-тармаққа өзгерістер енгізілді - Үлгі облысы әкімдігінің 05.06.2017 № 155 (жарияланған \
               күнінен бастап қолданысқа енгізіледі); 12.03.2018 № 11/02 қаулыларымен.";
    let loaded = load(with(two));
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let site = pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let page = text(&site, "kk/in-force/service/index.html");
    let line = page.split("<section class=\"timeline\">").nth(1).and_then(|rest| rest.split("</section>").next());
    let line = line.expect("a line of time");
    let days: Vec<&str> = line.split("<time datetime=\"").skip(1).map(|part| &part[..10]).collect();
    assert_eq!(days, ["2016-01-08", "2016-02-01", "2016-07-01", "2017-06-05", "2018-03-12"]);
    assert_eq!(line.matches("жарияланған күнінен бастап қолданысқа енгізіледі").count(), 1, "{line}");

    // The one that the edition says nothing of is not hidden by the one before it.
    for later in ["21.05.2019 № 30/02", "2019.05.21 № 30/02", "2019 жылғы 21 мамырдағы N 30/02"] {
        let note = format!("{}; {later} қаулыларымен.", printed.trim_end_matches(" қаулысымен."));
        let found = load(with(&note)).findings;
        let [finding] = &found[..] else { panic!("{found:?}") };
        assert_eq!(finding.entry.code, "M049");
        assert_eq!(finding.words, ["2019-05-21", "30/02"].map(|word| FindingWord::Quoted(word.to_owned())));
    }
    // The end of an act and a remark of the publisher change no text.
    for other in ["Ескерту. Күшi жойылды - әкімдіктің", "РҚАО-ның ескертпесі. Қараңыз: әкімдіктің"]
    {
        let found = load(with(&format!("{printed}\n\n> {other} 21.05.2019 № 30/02 қаулысымен."))).findings;
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn an_order_of_a_minister_is_called_an_order() {
    let mut all = sources();
    let decree = all.iter_mut().find(|source| source.path == "in-force/decree.yaml").expect("the decree");
    decree.text =
        decree.text.replace("body: Үлгі облысының әкімдігі", "body: Қазақстан Республикасы Мәдениет министрі");
    let loaded = load(all);
    let site = pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    for (lang, order, resolution) in
        [("kk", "№ 1/03 бұйрық", "№ 1/03 қаулы"), ("ru", "Приказ № 1/03", "Постановление № 1/03")]
    {
        for page in ["in-force/index.html", "in-force/service/index.html"] {
            let page = format!("{lang}/{page}");
            assert!(count(&site, &page, order) > 0 && count(&site, &page, resolution) == 0, "{page}");
        }
    }
    let names = [("kk/in-force/index.html", "Бұйрық"), ("ru/in-force/index.html", "Приказ")];
    assert!(names.iter().all(|(page, name)| count(&site, page, &format!("\"legislationType\":\"{name}\"")) > 0));
}

#[test]
fn a_day_of_adoption_is_not_called_the_day_of_effect() {
    let site = pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let repealed = text(&site, "ru/karagandy-2016-01-03/foster-care/index.html");
    let end =
        repealed.split("<li class=\"is-end\">").nth(1).and_then(|rest| rest.split("</li>").next()).expect("an end");
    assert!(end.contains("Принят акт, которым документ признан утратившим силу"), "{end}");
    assert!(
        end.contains("<span lang=\"kk\">алғашқы ресми жарияланған күннен кейін күнтізбелік он күн өткен соң"),
        "{end}"
    );
    // An edition whose day of effect nobody knows is named by its act, also at its permanent address.
    let service = "ru/karagandy-2016-04-03/unfinished-studies-certificate";
    let page = text(&site, &format!("{service}/index.html"));
    assert!(page.contains("Принят акт об изменении") && page.contains("с изменениями от 21 мая 2019 года"));
    assert!(!page.contains("class=\"former upcoming\""));
    assert_eq!(
        count(&site, &format!("{service}/2019-05-21/index.html"), "Редакция с изменениями от 21 мая 2019 года</p>"),
        1
    );
    let index: serde_json::Value = serde_json::from_str(text(&site, "data/index.json")).expect("JSON");
    let of =
        |list: &str, id: &str| index[list].as_array().and_then(|all| all.iter().find(|one| one["id"] == id)).cloned();
    let repeal = &of("decrees", "karagandy-2016-01-03").expect("the decree")["repealed"];
    assert_eq!(repeal["adopted"], repeal["date"]);
    assert!(repeal["effect"].to_string().contains("қолданысқа енгізіледі"), "{repeal}");
    let edition = &of("regulations", "karagandy-2016-04-03/unfinished-studies-certificate").expect("it")["editions"][0];
    assert!(edition["from"] == "2019-05-21" && edition["in_force_from"].is_null(), "{edition}");
}

#[test]
fn acts_that_amend_are_told_wherever_they_lie() {
    let site = pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    for page in ["ru/acts.html", "ru/karagandy-2016-04-03/index.html"] {
        for number in ["43/06", "30/02"] {
            assert!(text(&site, page).contains(number), "{page} lacks {number}");
        }
    }
    for (page, before) in [
        ("karagandy-2016-01-03/foster-care", "34/17"),
        ("karagandy-2016-01-03/adoption-register", "34/18"),
        ("west-kazakhstan-2016-271/birth-registration", "205"),
        ("zhambyl-2015-332/foster-care", "133"),
        ("almaty-2019-2-203/employment-referral", "3/539"),
    ] {
        let page = text(&site, &format!("ru/{page}/index.html"));
        let facts = page.split("<dt>Изложен в новой редакции</dt>").nth(1).expect("given anew");
        let approved = facts.split("<dt>Утверждён</dt>").nth(1).and_then(|rest| rest.split("</dd>").next());
        assert!(approved.is_some_and(|act| act.contains(&format!("№ {before} "))), "{approved:?}");
        assert!(page.contains("Акт, утвердивший прежний текст"), "{before}");
    }
    assert_eq!(count(&site, "ru/karagandy-2016-04-03/student-transfer/index.html", "Изложен в новой редакции"), 0);
}

#[test]
fn the_feed_tells_of_editions() {
    let site = published();
    let feed = text(&site, "feed.kk.xml");
    assert_eq!(feed.matches("<category term=\"edition\"/>").count(), 3);
    assert!(feed.contains("https://example.kz/kk/in-force/service/2016-07-01/changes.html"));
}

#[test]
fn no_link_of_these_pages_is_broken() {
    let links = pipeline::links(&load(sources()), &Theme::embedded(), &Serial).expect("the templates fit");
    assert!(links.broken.is_empty(), "{:?}", links.broken);
}

/// The regulation of `in-force` as it was before its second edition: the text of its first edition in the file of the
/// wording in force.
fn sources_of_2016() -> Vec<Source> {
    let mut all = sources();
    all.retain(|source| source.path.starts_with("in-force/") && !source.path.contains("service@2016-07-01"));
    all.retain(|source| !source.path.starts_with("in-force/service."));
    for source in &mut all {
        source.path = source.path.replace("service@2016-01-08", "service");
    }
    all
}

fn published_of(sources: Vec<Source>, site: &str) -> Artifacts {
    let site = BTreeMap::from([("site.yaml".to_owned(), site.as_bytes().to_vec())]);
    let loaded = load(sources);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    pipeline::assemble(&loaded.corpus, &Theme::with_overrides(site).expect("sound"), &Serial)
        .expect("the templates fit")
}

#[test]
fn a_dated_address_leads_to_the_wording_in_force_and_later_holds_its_text() {
    const FIRST: &str = "kk/in-force/service/2016-01-08/index.html";
    let then = published_of(sources_of_2016(), "address: https://example.kz/");
    let page = text(&then, FIRST);
    assert!(page.contains("<a class=\"dated\" href=\"../../../in-force/service/index.html\""), "{page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.kz/kk/in-force/service/index.html\">"));
    assert!(page.contains("property=\"og:url\" content=\"https://example.kz/kk/in-force/service/index.html\""));
    assert!(!page.contains("noindex") && !page.contains("hreflang=\"x-default\"") && !page.contains("20 ("));
    assert!(page.len() < 8_000, "{} bytes", page.len());
    assert!(
        text(&then, "kk/in-force/service/index.html").contains("href=\"../../in-force/service/2016-01-08/index.html\"")
    );
    assert!(!text(&then, "sitemap.xml").contains("2016-01-08"));

    // The same address after two amendments: the text that was in force then, every anchor of it included.
    let now = published();
    let old = text(&then, "kk/in-force/service/index.html");
    let ids = |page: &str| -> Vec<String> {
        let all = page.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
        all.filter(|id| id.starts_with('p') && id[1..].parse::<u32>().is_ok()).collect()
    };
    let kept = text(&now, FIRST);
    assert!(ids(old).len() > 2 && ids(old) == ids(kept), "{:?} {:?}", ids(old), ids(kept));
    assert!(kept.contains("20 (жиырма)") && !kept.contains("class=\"dated\""));
    let latest = "kk/in-force/service/2018-03-12/index.html";
    assert_eq!(count(&now, latest, "<a class=\"dated\""), 1);
    assert_eq!(count(&now, "kk/in-force/service/index.html", "service/2018-03-12/index.html"), 1);
    assert_eq!(count(&now, FIRST, "service/2018-03-12/index.html"), 0, "a former edition leads to the page in force");
}

#[test]
fn without_an_address_a_dated_page_is_not_for_search_engines() {
    let site = published_of(sources_of_2016(), "");
    let page = text(&site, "ru/in-force/service/2016-01-08/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("canonical"));
    assert!(page.contains("Если регламент изменят"), "{page}");
}

#[test]
fn the_dated_page_of_a_repealed_act_says_so() {
    let page = published();
    let page = text(&page, "ru/repealed/service/2019-05-21/index.html");
    assert!(
        page.contains("class=\"repealed\" role=\"note\"") && page.contains("<title>Документ утратил силу"),
        "{page}"
    );
}
