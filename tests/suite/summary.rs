//! What the head of a page says in brief of the real regulations agrees with their texts.

use crate::corpus::{real, sources};
use reglament::base::{Artifacts, RelPath, Serial, Source, Sources};
use reglament::pipeline;
use reglament::theme::Theme;

const BIRTH: &str = "west-kazakhstan-2016-271/birth-registration";
const TRANSFER: &str = "karagandy-2016-04-03/student-transfer";
const CERTIFICATE: &str = "karagandy-2016-04-03/unfinished-studies-certificate";

fn site() -> Artifacts {
    pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit")
}

fn page<'s>(site: &'s Artifacts, path: &str) -> &'s str {
    let file = RelPath::new(&format!("site/ru/{path}/index.html")).expect("a path");
    str::from_utf8(site.get(&file).expect("the page")).expect("UTF-8")
}

/// The values of a fact, without markup.
fn fact(page: &str, name: &str) -> Vec<String> {
    let Some(rest) = page.split(&format!("<dt>{name}</dt>")).nth(1) else { return Vec::new() };
    let own = rest.split("</div>").next().unwrap_or_default();
    let bare = |html: &str| -> String {
        html.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, words)| words)).collect()
    };
    own.split("<dd>").skip(1).map(|value| bare(value).trim().to_owned()).collect()
}

#[test]
fn terms_are_added_up_by_the_site_which_says_so() {
    let site = site();
    let birth = fact(page(&site, BIRTH), "Процедуры");
    assert_eq!(birth.len(), 4, "{birth:?}");
    // The result of the first step has a term of its own.
    let akim = "самое большее 2 календарных дня 2 рабочих дня 1 час 30 минут";
    assert!(birth[2].starts_with("7 процедур; сумма сроков по шагам, посчитано сайтом: ") && birth[2].contains(akim));
    for cases in [&birth[1], &birth[3]] {
        assert!(cases.starts_with("3 случая с иным сроком (туылған күнінен"), "{cases}");
        assert!(cases.contains("15 күнтізбелік күн") && cases.contains("30 күнтізбелік күн"), "{cases}");
    }
}

/// A result that is to come within the term of its step takes no time beside it.
#[test]
fn a_term_that_a_result_says_again_is_added_once() {
    let again = |text: &str| {
        let [from, to] =
            [("1 (бір) күнтізбелік күн", "1 calendar day"), ("20 (жиырма) минут", "20 min")].map(|(words, value)| {
                format!(
                    "text: {words} ішінде көрсетілетін қызметті берушіге жолдайды;\n          within: within {value}\n"
                )
            });
        assert!(text.contains(&from), "{from}");
        text.replacen(&from, &to, 1)
    };
    let file = format!("{BIRTH}.yaml");
    let all = sources();
    let own = all.iter().map(|(_, source)| source).filter(|source| source.path.starts_with("west-kazakhstan"));
    let edited = own.map(|source| match source.path == file {
        true => Source { path: file.clone(), text: again(&source.text) },
        false => source.clone(),
    });
    let loaded = pipeline::load(Sources::new(edited.collect()), &Serial);
    let site = pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let birth = fact(page(&site, BIRTH), "Процедуры");
    let akim = "самое большее 1 календарный день 2 рабочих дня 1 час 30 минут";
    assert!(birth.iter().any(|path| path.contains(akim)), "{birth:?}");
}

/// What is no number of minutes or days cannot be added, and the sum must not pass it over.
#[test]
fn terms_that_do_not_add_up_stand_beside_the_sum() {
    let steps =
        [("30 (тридцать) рабочих дней", "30 working days"), ("в тот же день", "same day"), ("3 суток", "3 full days")];
    let step =
        |(words, value): (&str, &str)| format!("    - {{unit: office, text: отдел – {words}., within: {value}}}\n");
    let steps: String = steps.map(step).concat();
    let total = "    total: {text: Общий срок – 20 (двадцать) рабочих дней., within: 20 working days}\n";
    let head = "regulation: service\nlanguage: ru\ntitle: Услуга\nprovider: отдел\nunits: {office: отдел}\n";
    let service = format!("{head}procedures:\n  - id: provider\n    steps:\n{steps}{total}");
    let decree = "decree: a\ntitle: {ru: Акт}\nbody: {ru: Акимат}\ndate: 2016-01-08\nnumber: 1\n";
    let prose = "# 1. Общие положения\n\n1. Отдел оказывает услугу.\n\n{units}\n\n{steps}\n";
    let files = [("a/decree.yaml", decree), ("a/service.yaml", &service), ("a/service.ru.md", prose)];
    let source = |(path, text): (&str, &str)| Source { path: path.to_owned(), text: text.to_owned() };
    let loaded = pipeline::load(Sources::new(files.map(source).to_vec()), &Serial);
    let site = pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit");
    let told = fact(page(&site, "a/service"), "Процедуры");
    assert!(told[0].ends_with("30 рабочих дней + в тот же день + 3 суток"), "{told:?}");
}

#[test]
fn refusals_are_told_by_the_way_of_applying_with_their_cause() {
    let site = site();
    let birth = fact(page(&site, BIRTH), "Отказ");
    assert!(
        birth.iter().any(|one| one == "2 случая отказа при обращении через Государственную корпорацию"),
        "{birth:?}"
    );
    assert!(birth.iter().any(|one| one == "3 случая отказа при обращении через портал"), "{birth:?}");
    assert!(
        birth.iter().any(|one| one.ends_with("(&quot;АХАЖ&quot; АЖ акт жазбаларының болмауына байланысты)")),
        "{birth:?}"
    );
    assert_eq!(fact(page(&site, TRANSFER), "Отказ"), ["в регламенте оснований для отказа не названо"]);
}

/// A label of the site stands between words of the act, and is read in its own language.
#[test]
fn words_in_brackets_are_marked_each_by_its_language() {
    let site = site();
    let page = page(&site, "karagandy-2016-01-03/foster-care");
    let told = page.split("<span class=\"more\">").skip(1).filter_map(|rest| rest.split_once(")</span></dd>"));
    let told: Vec<&str> = told.map(|(more, _)| more).collect();
    assert!(told.iter().any(|more| more.starts_with("(условие: <span lang=\"kk\">")), "{told:?}");
    assert!(!page.contains("<span lang=\"kk\">условие"));
}

#[test]
fn the_result_is_told_with_all_parts_of_its_paragraph() {
    let site = site();
    for (regulation, form) in [
        (BIRTH, "Мемлекеттік қызмет көрсету нәтижесінің нысаны: қағаз түрінде."),
        (TRANSFER, "Мемлекеттік қызмет көрсету нәтижесін ұсыну нысаны: қағаз жүзінде."),
        (CERTIFICATE, "Мемлекеттік қызмет көрсету нәтижесін ұсыну нысаны: қағаз жүзінде."),
    ] {
        let result = fact(page(&site, regulation), "Результат");
        assert!(result.iter().any(|one| one == form), "{result:?}");
    }
}

#[test]
fn an_act_is_told_with_its_region_its_entry_into_force_and_what_amends_its_standard() {
    let site = site();
    for decree in &real().loaded.corpus.decrees {
        let region =
            decree.region.as_ref().and_then(|region| region.name.get(reglament::base::Lang::Ru)).expect("a region");
        let own = decree.regulations.iter().map(|one| format!("{}/{}", decree.id, one.id));
        for path in own.chain([decree.id.to_string()]) {
            let page = page(&site, &path);
            assert_eq!(fact(page, "Регион"), [region], "{path}");
            let title = page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
            assert!(title.contains(region), "{title}");
            let force = fact(page, "Вводится в действие");
            let number = decree.in_force_paragraph.expect("a number");
            assert!(force[0].starts_with(&format!("пункт {number} (Осы қаулы ")), "{force:?}");
            assert!(page.contains(&format!("#p{number}\">пункт {number}</a>")), "{path}");
        }
    }
    let standard = fact(page(&site, "karagandy-2016-01-03/foster-care"), "Стандарт");
    assert!(standard[1].starts_with("№ 619") && standard[1].ends_with("(вносит изменения)"), "{standard:?}");
}

#[test]
fn the_table_of_a_drawing_says_who_acts_and_where() {
    let site = site();
    let birth = page(&site, BIRTH);
    let row = |item: &str| {
        let is_head = |part: &&str| part.split_once("</a>").is_some_and(|(_, rest)| rest.starts_with("</th>"));
        let rest = birth.split(&format!("<a href=\"#{item}\">")).find(is_head).expect("a row");
        rest.split("</tr>").next().expect("cells").to_owned()
    };
    assert!(
        row("portal-enter-password").contains("көрсетілетін қызметті алушы</span></td><td><span lang=\"kk\">портал<")
    );
    // What two registers check, both do.
    let cells = row("state-corporation-data-found");
    assert!(cells.contains("ЖТ МДҚ</span><br><span lang=\"kk\">БНАЖ</span></td><td></td>"), "{cells}");
    // What an office hands out is no electronic document.
    assert!(!birth.contains("выдаётся электронный документ"));
    assert!(page(&site, "zhambyl-2015-332/foster-care").contains("выдаётся электронный документ"));
}
