//! Every finding has a case: a sound definition with one thing spoilt gives that finding, at that line, and no other.

use crate::goldens::golden;
use reglament::base::{CATALOGUE, Serial, Source, Sources, Voice};
use reglament::pipeline;
use reglament::pipeline::Loaded;
use std::collections::BTreeSet;
use std::fmt::Write;

const DECREE: &str = "\
decree: act
region: {id: region, name: Облыс}
title: Регламентті бекіту туралы
body: Облыс әкімдігі
date: 2016-01-08
number: 01/03
kind: approving
";

const REGULATION: &str = "\
regulation: service
title: Анықтама беру
provider: білім бөлімі
channels:
  - kind: office
    text: бөлім кеңсесі
units:
  office: кеңсе қызметкері
  head: бөлім басшысы
procedures:
  - id: provider
    steps:
      - unit: office
        text: кеңсе қызметкері өтінішті тіркейді – 20 (жиырма) минут;
        within: 20 min
      - unit: head
        text: бөлім басшысы қол қояды – 1 (бір) жұмыс күні ішінде.
interactions:
  - id: portal
    participants:
      applicant: алушы
      portal: портал
    items:
      - process: 1
        at: portal
        label: парольді енгізеді
        text: алушы порталда парольді енгізеді;
      - condition: 1
        at: portal
        text: портал деректерді тексереді;
      - process: 2
        at: portal
        text: портал бас тарту туралы хабарлама қалыптастырады;
      - process: 3
        at: portal
        text: алушы нәтижені алады.
appendices:
  - number: 1
    kind: diagram
    shows: portal
form: [paper]
";

const PROSE: &str = "\
# 1. Жалпы ережелер

1. Анықтаманы білім бөлімі береді. Өтінішті бөлім кеңсесі қабылдайды.

{units}

{steps}

{items: portal}
";

/// What is spoilt: code, file, words, what stands there instead.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("S001", "service.yaml", "title: Анықтама беру", "title: \"Анықтама беру"),
    ("S002", "service.yaml", "title: Анықтама беру", "title: @deep@"),
    ("S003", "service.yaml", "@all@", ""),
    ("S004", "service.yaml", "title:", "tittle:"),
    ("S005", "service.yaml", "provider:", "zzz: 1\nprovider:"),
    ("S006", "service.yaml", "provider:", "title: Тағы\nprovider:"),
    ("S007", "service.yaml", "        text: алушы нәтижені алады.\n", "        label: алушы\n"),
    ("S008", "service.yaml", "title: Анықтама беру", "title: [Анықтама беру]"),
    ("S009", "service.yaml", "process: 3", "process: үш"),
    ("S010", "service.yaml", "regulation: service\n", ""),
    ("S011", "service.ru.md", "@all@", ""),
    ("S012", "service.yaml", "title: Анықтама беру", "title: \"Анықтама\\u202E беру\""),
    ("S012", "service.kk.md", "Анықтаманы", "Анықтама\u{7}ны"),
    ("M001", "service.yaml", "regulation: service", "regulation: ../service"),
    ("M001", "service.yaml", "id: portal", "id: Портал"),
    ("M001", "service.yaml", "id: portal", "id: con"),
    ("M001", "service.yaml", "id: portal", "id: fig"),
    ("M001", "service.yaml", "      - unit: head\n", "      - unit: head\n        id: end\n"),
    ("M002", "service.yaml", "id: portal", "id: provider"),
    ("M003", "service.yaml", "unit: head", "unit: haed"),
    ("M004", "service.yaml", "unit: head", "unit: zzz"),
    ("M005", "decree.yaml", "2016-01-08", "2016-02-30"),
    ("M006", "service.yaml", "within: 20 min", "within: жиырма"),
    ("M006", "service.yaml", "        label: парольді енгізеді", "        within: жиырма"),
    ("M007", "service.yaml", "within: 20 min", "within: 30 min"),
    ("M007", "service.yaml", "(жиырма) минут;", "(жиырма) минуттан аспайды;"),
    ("M008", "service.yaml", "        label: парольді енгізеді", "        within: 30 min"),
    (
        "M044",
        "service.yaml",
        "title: Анықтама беру",
        "title: {kk: Анықтаманы 15 минут ішінде беру, ru: Выдача справки в течение 20 минут}",
    ),
    ("M009", "service.yaml", "kind: office", "kind: web"),
    ("M009", "service.yaml", "title: Анықтама беру", "language: en\ntitle: Анықтама беру"),
    ("M010", "decree.yaml", "@remove@", ""),
    ("M011", "second.yaml", "@decree@", ""),
    ("M012", "service.yaml", "process: 3", "process: 4"),
    ("M012", "service.yaml", "condition: 1", "condition: 2"),
    ("M013", "service.yaml", "      - process: 2\n", "      - plain: 1\n"),
    ("M014", "service.yaml", "label: парольді енгізеді", "then: p3"),
    (
        "M015",
        "service.yaml",
        "        text: алушы нәтижені алады.",
        "        text: алушы нәтижені алады.\n        then: p3",
    ),
    ("M016", "service.yaml", "      - process: 3\n        at: portal", "      - at: portal"),
    ("M016", "service.yaml", "      - process: 3\n", "      - process: 3\n        condition: 2\n"),
    ("M017", "service.yaml", "label: парольді енгізеді", "yes: p3"),
    ("M018", "service.yaml", "text: бөлім кеңсесі", "text: қала кеңсесі"),
    ("M019", "service.yaml", "label: парольді енгізеді", "label: @long@"),
    ("M020", "service.yaml", "label: парольді енгізеді", "label: төлем жасайды"),
    ("M021", "service.yaml", "label: парольді енгізеді", "marker: 7 үдеріс –"),
    ("M022", "service.kk.md", "{units}", "{unit}\n\n{units}"),
    ("M023", "service.kk.md", "@remove@", ""),
    ("M024", "service.yaml", "@items@", "    items: []\n"),
    ("M025", "service.yaml", "    shows: portal\n", "    shows: portal\n  - shows: portal\n"),
    ("M026", "service.yaml", "title: Анықтама беру", "title: {}"),
    ("M027", "service.yaml", "title: Анықтама беру", "title: @megabyte@"),
    ("M028", "service.kk.md", "{items: portal}\n", ""),
    ("M029", "service.yaml", "  office: кеңсе қызметкері\n", "@units@"),
    (
        "M030",
        "service.yaml",
        "provider: білім бөлімі",
        "edition: {by: Қаулы, date: 2015-06-20, number: 4/6}\nprovider: білім бөлімі",
    ),
    ("M031", "@repealed@", "2016-06-20", "2017-02-01"),
    ("M032", "@editions@", "2017-02-01", "2016-06-20"),
    ("M033", "@editions@", "2017-02-01", "2018-02-01"),
    ("M033", "@editions@", "2017-02-01", "2016-02-01"),
    (
        "M034",
        "service.yaml",
        "provider: білім бөлімі",
        "edition: {from: 2016-06-19, by: Қаулы, date: 2016-06-20, number: 4/6}\nprovider: білім бөлімі",
    ),
    ("M004", "service.kk.md", "{items: portal}", "{items: portal}\n\n{items: portal 7}"),
    (
        "M035",
        "service.yaml",
        "text: портал бас тарту туралы хабарлама қалыптастырады;",
        "text: деректер бар болса, портал бас тарту туралы хабарлама қалыптастырады;",
    ),
    ("M036", "service.yaml", "портал бас тарту туралы хабарлама қалыптастырады", "портал өтінішті қарайды"),
    ("M037", "service.yaml", "алушы нәтижені алады.", "портал қабылдаудан бас тартады."),
    (
        "M038",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nregistered: {by: Департамент, date: 2015-01-20, number: 1}",
    ),
    ("M039", "service.kk.md", "Анықтаманы білім бөлімі береді.", "Анықтаманы білім бөлімі 2 (үш) күнде береді."),
    ("M040", "service.yaml", "title: Анықтама беру", "title: {kk: Анықтама беру, ru: Выдача cправки}"),
    ("M041", "service.kk.md", "бөлім кеңсесі қабылдайды.", "бөлім кеңсесі 2-қосымшаға сәйкес қабылдайды."),
    ("M042", "service.kk.md", "Анықтаманы білім", "Анықтаманы анықтаманы білім"),
    ("M043", "service.yaml", "портал деректерді тексереді;", "портал деректерді (құжаттарды тексереді;"),
    ("M045", "service.yaml", "title: Анықтама беру", "title: {kk: Анықтама беру, ru: ''}"),
    ("M046", "decree.yaml", "kind: approving", "kind: approving\nregulations: [service, service]"),
    ("M047", "service.yaml", "interactions:", "    sequence: [same, same, same]\ninteractions:"),
    ("M047", "service.yaml", "interactions:", "    sequence: [same, {text: {kk: same, ru: Иначе}}]\ninteractions:"),
    ("M047", "service.yaml", "interactions:", "    sequence: [{text: same, result: same}]\ninteractions:"),
    (
        "M048",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nrepealed: {by: Облыс әкімдігінің қаулысы, date: 2016-01-08, number: 01/03}",
    ),
    ("S009", "service.yaml", "process: 2", "process: 12345"),
    ("S009", "service.yaml", "process: 2", "process: +2"),
    ("M029", "service.yaml", "interactions:\n", "@paths@"),
    (
        "M049",
        "service.yaml",
        "provider: білім бөлімі",
        "notes: [Ескерту. Жаңа редакцияда - Облыс әкімдігінің 20.06.2016 № 4/6 қаулысымен.]\nprovider: білім бөлімі",
    ),
    (
        "M049",
        "service.kk.md",
        "{units}",
        "> Ескерту. 1-тармақ жаңа редакцияда - Облыс әкімдігінің 20.06.2016 № 4/6 қаулысымен.\n\n{units}",
    ),
    ("M068", "@languages@", "basis: {kk: 5, ru: 4}", "basis: 4"),
    ("M050", "service.yaml", "      portal: портал\n", "      portal: портал\n      gateway: шлюз\n"),
    ("M055", "service.kk.md", "кеңсесі қабылдайды", "кеңсесі осы регламенттің 15-тармағы бойынша қабылдайды"),
    ("M055", "service.yaml", "басшысы қол қояды", "басшысы 4-тармақ бойынша қол қояды"),
    ("M056", "service.kk.md", "{units}", "2. Бөлімшелер 1-тармақтың 14) тармақшасы бойынша:\n\n{units}"),
    ("M057", "service.yaml", "портал деректерді тексереді;", "портал деректерді тексереді, 7-шартты қараңыз;"),
    (
        "M058",
        "service.yaml",
        "портал деректерді тексереді;",
        "портал деректерді тексереді, қате болса, 1 үдеріске қайтарылады;\n        yes: p3",
    ),
    ("M059", "service.kk.md", "{units}", "1. Бөлімшелер:\n\n{units}"),
    ("M060", "service.kk.md", "{units}", "3. Бөлімшелер:\n\n{units}"),
    ("M060", "service.kk.md", "{units}", "5. Бөлімшелер:\n\n{units}"),
    (
        "M061",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nrequisites: Облыс әкімдігінің 2016 жылғы 9 қаңтардағы № 01/03 қаулысы",
    ),
    (
        "M061",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nrequisites: Қала әкімдігінің 2016 жылғы 8 қаңтардағы № 01/03 қаулысы",
    ),
    (
        "M061",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nregistered: {date: 2016-02-01, number: 1}\nrequisites: Облыс әкімдігінің 2016 жылғы 8 қаңтардағы № 01/03 қаулысы. Әділет департаментінде 2016 жылғы 1 ақпанда № 2 болып тіркелді",
    ),
    (
        "M061",
        "service.yaml",
        "provider: білім бөлімі",
        "approval: Облыс әкімдігінің 2016 жылғы 8 қаңтардағы № 01/04 қаулысымен бекітілген\nprovider: білім бөлімі",
    ),
    ("M062", "decree.yaml", "kind: approving", "kind: approving\nstatus: Күшін жойған"),
    (
        "M062",
        "decree.yaml",
        "kind: approving",
        "kind: approving\nrequisites: Облыс әкімдігінің 2016 жылғы 8 қаңтардағы № 01/03 қаулысы. Күші жойылды - Облыс әкімдігінің 2019 жылғы 1 маусымдағы № 99 қаулысымен",
    ),
    ("M063", "decree.yaml", "kind: approving", "kind: approving\nin_force: 2"),
    (
        "M064",
        "service.kk.md",
        "{units}",
        "2. Мемлекеттік қызметті көрсету нысаны: электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде.\n\n{units}",
    ),
    ("M065", "service.yaml", "unit: head", "unit: office"),
    ("M066", "service.kk.md", "кеңсесі қабылдайды", "кеңсесі ҚАЖ арқылы қабылдайды"),
    ("M067", "service.yaml", "  head: бөлім басшысы\n", "  head: бөлім басшысы\n  law: заң бөлімі\n"),
    ("M051", "service.yaml", "(жиырма) минут;", "(жиырма) минут, Алматы қаласы үшін – 30 (отыз) минут;"),
    ("M052", "service.yaml", "жұмыс күні ішінде.", "жұмыс күні ішінде, күрделі жағдайда – 3 (үш) жұмыс күні ішінде."),
    (
        "M053",
        "service.yaml",
        "interactions:",
        "    total: {text: Жалпы мерзімі – 10 (он) минут., within: 10 min}\ninteractions:",
    ),
    (
        "M054",
        "service.yaml",
        "1 (бір) жұмыс күні ішінде.\n",
        "15 (он бес) минут.\n    total: {text: Жалпы мерзімі – 30 (отыз) минут., within: 30 min}\n",
    ),
];

/// Codes that a case may give beside its own, because what is spoilt is missing elsewhere too.
const BESIDE: [(&str, &[&str]); 8] = [
    // A key that is misspelt is missing too.
    ("S004", &["S007"]),
    ("M001", &["M004", "M010", "M028"]),
    ("M002", &["M004", "M028"]),
    // The text draws no restatement in.
    ("M047", &["M028"]),
    ("M010", &["S011"]),
    // The unit whose step is given to another has none left.
    ("M065", &["M067"]),
    // What follows a condition without a refusal is its success, even if it refuses.
    ("M013", &["M012", "M014", "M037"]),
    ("M014", &["M013", "M012"]),
];

type Files = Vec<(String, String)>;

fn sound() -> Files {
    [
        ("a/decree.yaml", DECREE),
        ("a/decree.kk.md", "Облыс әкімдігі қаулы етеді:\n"),
        ("a/service.yaml", REGULATION),
        ("a/service.kk.md", PROSE),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn spoilt((_, file, words, instead): &(&str, &str, &str, &str)) -> Files {
    let instead = match *instead {
        "title: @deep@" => format!("title: {}{}", "[".repeat(200), "]".repeat(200)),
        "label: @long@" => format!("label: {}", ["парольді енгізеді"; 4].join(" ")),
        "title: @megabyte@" => format!("title: {}", "а".repeat(1_000_000)),
        "@units@" => (0..100).map(|n| format!("  u{n}: бірлік\n")).collect::<String>() + "  office: кеңсе қызметкері\n",
        "@paths@" => {
            let path = |n: u32| format!("  - {{id: x{n}, participants: {{a: а}}, items: []}}\n");
            "interactions:\n".to_owned() + &(0..100).map(path).collect::<String>()
        }
        other => other.to_owned(),
    };
    let mut files = sound();
    let path = format!("a/{file}");
    match *words {
        _ if *file == "@languages@" => spoil_numbers(&mut files, words, &instead),
        _ if file.starts_with('@') => spoil_edition(&mut files, file, words, &instead),
        "@remove@" => files.retain(|(name, _)| *name != path),
        "@decree@" => files.push((path, DECREE.replace("decree: act", "decree: other"))),
        "@items@" => {
            let at = REGULATION.find("    items:\n").expect("items");
            let end = REGULATION.find("appendices:").expect("appendices");
            files[2].1 = format!("{}{instead}{}", &REGULATION[..at], &REGULATION[end..]);
        }
        "@all@" if *file == "service.ru.md" => files.push(("a/servise.ru.md".into(), "# 1\n".into())),
        "@all@" => files.iter_mut().filter(|(name, _)| *name == path).for_each(|(_, text)| text.clear()),
        _ => {
            let (_, text) = files.iter_mut().find(|(name, _)| *name == path).expect("the file");
            assert_eq!(text.matches(words).count(), 1, "«{words}» must stand once in {file}");
            *text = text.replace(words, &instead);
        }
    }
    files
}

/// Gives the definition a former edition of 2016-06-20 after that of the decree, and is itself of 2017-02-01; then spoils a
/// day: that of the decree's repeal, or of the definition in force.
fn spoil_edition(files: &mut Files, which: &str, day: &str, instead: &str) {
    let edition = |day: &str| format!("edition: {{by: Облыс әкімдігінің қаулысы, date: {day}, number: '4/6'}}\n");
    let (text, prose) = (files[2].1.clone(), files[3].1.clone());
    files[2].1.push_str(&edition("2017-02-01"));
    for (name, text) in [("2016-01-08", text.clone()), ("2016-06-20", text + &edition("2016-06-20"))] {
        files.push((format!("a/service@{name}.yaml"), text));
        files.push((format!("a/service@{name}.kk.md"), prose.clone()));
    }
    match which {
        "@repealed@" => {
            files[0].1.push_str(&format!("repealed: {{by: Облыс әкімдігінің қаулысы, date: {day}, number: '1'}}\n"))
        }
        _ if instead == "2018-02-01" => files[6].1 = files[6].1.replace("2016-06-20", instead),
        _ => files[2].1 = files[2].1.replace(day, instead),
    }
}

/// Gives the definition a Russian text that has a paragraph less, and the number of the basis in each; then spoils that.
fn spoil_numbers(files: &mut Files, written: &str, instead: &str) {
    let prose = |said: [&str; 5]| {
        let numbered = said.iter().filter(|said| !said.is_empty()).zip(1..).map(|(said, n)| format!("{n}. {said}\n\n"));
        numbered.collect::<String>() + "{units}\n\n{steps}\n\n{items: portal}\n"
    };
    let kk = "Анықтаманы білім бөлімі – көрсетілетін қызметті беруші береді. Өтінішті бөлім кеңсесі қабылдайды.";
    let ru = "Справку выдает отдел образования – услугодатель. Заявление принимает канцелярия отдела.";
    files[3].1 = prose([kk, "Тегін.", "Көрсету нысаны қағаз түрінде.", "Нәтижесі анықтама.", "Негізі өтініш."]);
    files.push((
        "a/service.ru.md".into(),
        prose([ru, "", "Форма бумажная.", "Результат справка.", "Основание заявление."]),
    ));
    let written = format!("paragraphs: {{{written}}}\n").replace(written, instead);
    files[2].1.push_str(&written);
}

fn load(files: Files) -> Loaded {
    pipeline::load(Sources::new(files.into_iter().map(|(path, text)| Source { path, text }).collect()), &Serial)
}

#[test]
fn the_sound_definition_is_clean() {
    let loaded = load(sound());
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    assert_eq!(loaded.corpus.decrees[0].regulations.len(), 1);
}

#[test]
fn every_case_gives_its_finding_and_no_other() {
    let mut wrong = Vec::new();
    for case in CASES {
        let codes: BTreeSet<&str> = load(spoilt(case)).findings.iter().map(|finding| finding.entry.code).collect();
        let beside = BESIDE.iter().find(|(code, _)| *code == case.0).map_or(&[][..], |(_, codes)| codes);
        let others: Vec<&&str> = codes.iter().filter(|code| **code != case.0 && !beside.contains(code)).collect();
        if !codes.contains(case.0) || !others.is_empty() {
            wrong.push(format!("{}: «{}» → «{}» gave {codes:?}", case.0, case.2, case.3));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<&str> = CASES.iter().map(|case| case.0).collect();
    // Themes are no definitions: theirs have cases of their own.
    let codes = CATALOGUE.iter().map(|entry| entry.code).filter(|code| !code.starts_with('T'));
    assert_eq!(cases, codes.collect());
}

/// Every message of every finding, word for word, with its place and its help, in the three languages.
#[test]
fn messages_read_as_they_were_read() {
    let mut told = String::new();
    for case in CASES {
        let loaded = load(spoilt(case));
        let Some(finding) = loaded.findings.iter().find(|finding| finding.entry.code == case.0) else { continue };
        let place = loaded.sources.place(finding.span);
        writeln!(told, "{} {}:{}:{}", case.0, place.file, place.start.line, place.start.column).expect("a string");
        for voice in [Voice::Kk, Voice::Ru, Voice::En] {
            writeln!(told, "  {}\n    {}", finding.message(voice), finding.help(voice)).expect("a string");
        }
    }
    golden("findings.txt", &told);
}

/// What surely is no fault of the act is not told: other acts, excluded paragraphs, a known end, words of a bracket.
#[test]
fn what_agrees_is_not_told() {
    const LINE: &str = "requisites: Облыс әкімдігінің 2016 жылғы 8 қаңтардағы № 01/03 қаулысы. Күші жойылды - Облыс \
                        әкімдігінің 2019 жылғы 1 маусымдағы № 99 қаулысымен\n\
                        repealed: {by: Облыс әкімдігінің қаулысы, date: 2019-06-01, number: '99'}";
    for (file, words, instead) in [
        ("service.kk.md", "кеңсесі қабылдайды", "кеңсесі Стандарттың 15-тармағы бойынша қабылдайды"),
        ("service.kk.md", "кеңсесі қабылдайды", "кеңсесі Заңның 16-бабы 3-тармағы бойынша қабылдайды"),
        ("service.kk.md", "кеңсесі қабылдайды", "кеңсесі осы регламенттің 1-тармағы бойынша қабылдайды"),
        ("service.kk.md", "{steps}", "4. Қадамдар:\n\n{steps}\n\n> Ескерту. 2, 3-тармақтар алып тасталды."),
        ("service.kk.md", "{steps}", "2. Қадамдар:\n\n{steps}\n\n3. 2-тармақтың 2) тармақшасы бойынша."),
        (
            "service.kk.md",
            "кеңсесі қабылдайды",
            "кеңсесі жүйе (бұдан әрі – ҚАЖ) арқылы қабылдайды, ҚАЖ ЖСН-ді тексереді",
        ),
        ("service.kk.md", "{units}", "2. Мемлекеттік қызметті көрсету нысаны: қағаз түрінде.\n\n{units}"),
        ("service.kk.md", "{units}", "# 2. Тағы\n\n1. Бөлімшелер:\n\n{units}"),
        ("service.yaml", "хабарлама қалыптастырады", "хабарлама қалыптастырады, 1-шарт бойынша"),
        ("decree.yaml", "kind: approving", LINE),
    ] {
        let mut files = sound();
        let (_, text) = files.iter_mut().find(|(path, _)| path.ends_with(file)).expect("the file");
        *text = text.replace(words, instead);
        let loaded = load(files);
        let told: Vec<String> = loaded.findings.iter().map(|finding| finding.message(Voice::En)).collect();
        assert!(told.is_empty(), "«{instead}»: {told:?}");
    }
}

/// A slip in words that no edition changed is told of the latest; of a former one only what is its own.
#[test]
fn a_slip_that_every_edition_has_is_told_once() {
    let mut files = sound();
    spoil_edition(&mut files, "@editions@", "2017-02-01", "2017-02-01");
    for (path, text) in files.iter_mut().filter(|(path, _)| path.contains("service") && path.ends_with(".md")) {
        let own = if path.contains("2016-06-20") { " 2 (бес) күн." } else { "" };
        *text = text.replace("қабылдайды.", &format!("2 (үш) күнде қабылдайды.{own}"));
    }
    let loaded = load(files);
    let told: Vec<String> = loaded
        .findings
        .iter()
        .map(|finding| {
            let span = finding.span;
            let file = loaded.sources.get(span.source);
            format!("{} {}", file.path, &file.text[span.start as usize..span.end as usize])
        })
        .collect();
    assert_eq!(told, ["a/service.kk.md 2 (үш", "a/service@2016-06-20.kk.md 2 (бес"]);
}

/// What is wrong is told where it is, and not once more of all that speaks of it.
#[test]
fn what_cannot_be_built_is_told_once() {
    for (words, instead, told) in
        [("office", "Office", "M001"), ("portal", "Portal", "M001"), ("process: 1", "process: x", "S009")]
    {
        let mut files = sound();
        files[2].1 = files[2].1.replace(&format!(" {words}"), &format!(" {instead}"));
        files[3].1 = files[3].1.replace(&format!(" {words}"), &format!(" {instead}"));
        files[2].1 = files[2].1.replace("kind: Office", "kind: office");
        let codes: BTreeSet<&str> = load(files).findings.iter().map(|finding| finding.entry.code).collect();
        assert_eq!(codes, BTreeSet::from([told]), "{words}");
    }
}

/// One run reports everything, in source order.
#[test]
fn all_findings_of_a_file_come_in_one_run() {
    let mut files = sound();
    let text = &mut files[2].1;
    *text = text.replace("unit: head", "unit: haed").replace("kind: office", "kind: web").replace("title:", "tittle:");
    let loaded = load(files);
    let codes: Vec<&str> = loaded.findings.iter().map(|finding| finding.entry.code).collect();
    assert_eq!(codes, ["S007", "S004", "M009", "M003"], "{codes:?}");
    assert!(loaded.findings.windows(2).all(|pair| pair[0].span <= pair[1].span));
}
