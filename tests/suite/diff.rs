//! `diff` as reviewers meet it: eight kinds of edit on real regulations, the draft of an amending act, and every message.

use crate::corpus::root;
use reglament::base::{Serial, Source, Sources, Voice};
use reglament::diff::{self, Changes, Kind, Sign, Subject};
use reglament::pipeline;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub const FILE: &str = "karagandy-2016-01-03/foster-care.yaml";

pub fn sources(edit: impl Fn(&str) -> String) -> Sources {
    let all = crate::corpus::sources();
    let edited = all.iter().map(|(_, source)| match source.path.as_str() {
        FILE => Source { path: FILE.to_owned(), text: edit(&source.text) },
        _ => source.clone(),
    });
    Sources::new(edited.collect())
}

pub fn load(edit: impl Fn(&str) -> String) -> pipeline::Loaded {
    pipeline::load(sources(edit), &Serial)
}

/// What an edit of the real definition is told as.
fn changes(edit: impl Fn(&str) -> String) -> Changes {
    diff::compare(&load(str::to_owned).corpus, &load(edit).corpus)
}

pub fn replaced(from: &str, to: &str) -> impl Fn(&str) -> String {
    move |text| {
        assert!(text.contains(from), "the definition has no `{from}`");
        text.replacen(from, to, 1)
    }
}

fn kinds(changes: &Changes) -> Vec<(Kind, Subject)> {
    changes.iter().map(|change| (change.kind, change.subject)).collect()
}

fn sentences(changes: &Changes, voice: Voice) -> Vec<String> {
    changes.iter().map(|change| diff::sentence(change, voice)).collect()
}

/// «[-old-]{+new+}» of the first change that has marks.
fn marked(changes: &Changes) -> String {
    let change = changes.iter().find(|change| !change.marks.is_empty()).expect("marks");
    let shown = change.marks.iter().map(|piece| match piece.sign {
        Sign::Same => piece.words.clone(),
        Sign::Removed => format!("[-{}-]", piece.words),
        Sign::Added => format!("{{+{}+}}", piece.words),
    });
    shown.collect()
}

/// The block of an item of the diagram, by its id, to the next one.
pub fn item<'t>(text: &'t str, id: &str) -> &'t str {
    let from = text.find(&format!("      - id: {id}\n")).expect("the item");
    let rest = &text[from + 1..];
    let to = rest.find("\n      - id: ").or(rest.find("\n\n")).expect("its end");
    &text[from..from + to + 2]
}

/// Numbers the processes of the diagram from 1 again.
pub fn recounted(text: &str) -> String {
    let mut count = [0, 0];
    let lines = text.lines().map(|line| {
        for (at, key) in ["        process: ", "        condition: "].into_iter().enumerate() {
            if line.starts_with(key) {
                count[at] += 1;
                return format!("{key}{}", count[at]);
            }
        }
        line.to_owned()
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn one_word() {
    let changes = changes(replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    assert_eq!(kinds(&changes), [(Kind::Reworded, Subject::Sentence)]);
    assert_eq!(marked(&changes), "қызмет алушының электрондық [-сұрауын-]{+өтінішін+} порталда тіркеу;");
    assert_eq!(sentences(&changes, Voice::Kk), ["8-тармақ, «7 әрекет»: мәтіні басқаша жазылды"]);
    assert_eq!(sentences(&changes, Voice::Ru), ["пункт 8, «7 әрекет»: текст изложен иначе"]);
    assert_eq!(sentences(&changes, Voice::En), ["paragraph 8, «7 әрекет»: wording reworded"]);
}

#[test]
fn one_label_doubled() {
    let changes = changes(replaced(
        "label: сұратылған қызметтен бас тарту",
        "label: сұратылған қызметтен бас тарту туралы хабарлама қалыптастыру",
    ));
    assert_eq!(kinds(&changes), [(Kind::Reworded, Subject::Label)]);
    assert_eq!(marked(&changes), "сұратылған қызметтен бас тарту{+ туралы хабарлама қалыптастыру+}");
}

#[test]
fn a_step_put_in() {
    let rest =
        "        process: 0\n        label: қосымша құжаттарды тіркеу\n        text: қосымша құжаттарды тіркеу;\n";
    for head in ["      - id: attach\n        at: portal\n", "      - at: portal\n"] {
        let changes = changes(|text| {
            let (before, after) = text.split_at(text.find("      - id: certificate-valid\n").unwrap());
            recounted(&format!("{before}{head}{rest}{after}"))
        });
        assert_eq!(kinds(&changes), [(Kind::Added, Subject::Process), (Kind::Renumbered, Subject::Process)]);
        let said = sentences(&changes, Voice::Ru);
        assert_eq!(said[0], "пункт 8, «5 әрекет»: процесс добавлен: «қосымша құжаттарды тіркеу;»");
        assert_eq!(said[1], "пункт 8: процесс – сдвинулись номера: 5–9 → 6–10");
    }
}

#[test]
fn a_step_taken_out() {
    let changes = changes(|text| recounted(&text.replace(item(text, "register-request"), "")));
    assert_eq!(kinds(&changes), [(Kind::Removed, Subject::Process), (Kind::Renumbered, Subject::Process)]);
    assert_eq!(
        sentences(&changes, Voice::Kk)[0],
        "8-тармақ, «7 әрекет»: процесс алып тасталды: «қызмет алушының электрондық сұрауын порталда тіркеу;»"
    );
}

#[test]
fn a_condition_put_in() {
    let block = "      - id: complete\n        condition: 0\n        at: portal\n        label: құжаттардың толықтығын тексеру\n        text: құжаттардың толықтығын тексеру;\n      - id: refuse-incomplete\n        process: 0\n        at: portal\n        label: құжаттар толық болмағандықтан бас тарту\n        text: құжаттар толық болмағандықтан бас тарту;\n";
    let changes = changes(|text| {
        let (before, after) = text.split_at(text.find("      - id: sign-request\n").unwrap());
        recounted(&format!("{before}{block}{after}"))
    });
    let expected = [
        (Kind::Added, Subject::Condition),
        (Kind::Added, Subject::Process),
        (Kind::Renumbered, Subject::Process),
        (Kind::Renumbered, Subject::Condition),
    ];
    assert_eq!(kinds(&changes), expected);
}

#[test]
fn two_steps_swapped() {
    let changes = changes(|text| {
        let (one, other) = (item(text, "sign-request"), item(text, "register-request"));
        recounted(&text.replace(&format!("{one}{other}"), &format!("{other}{one}")))
    });
    assert_eq!(kinds(&changes), [(Kind::Swapped, Subject::Process)]);
    assert!(sentences(&changes, Voice::Kk)[0].contains("орын алмасты: "), "{:?}", sentences(&changes, Voice::Kk));
}

#[test]
fn a_band_renamed() {
    let changes = changes(replaced("      portal: портал\n", "      portal: электрондық үкімет порталы\n"));
    assert_eq!(kinds(&changes), [(Kind::Reworded, Subject::Participant)]);
    assert_eq!(marked(&changes), "{+электрондық үкімет порталы+}".replace("{+", "[-портал-]{+"));
}

#[test]
fn a_band_added() {
    let changes = changes(replaced("      portal: портал\n", "      portal: портал\n      gateway: ЭҮШ\n"));
    assert_eq!(kinds(&changes), [(Kind::Added, Subject::Participant)]);
    let changes =
        self::changes(|text| {
            replaced("        process: 7\n        at: portal\n", "        process: 7\n        at: gateway\n")(
                &replaced("      portal: портал\n", "      portal: портал\n      gateway: ЭҮШ\n")(text),
            )
        });
    assert_eq!(kinds(&changes), [(Kind::Added, Subject::Participant), (Kind::Changed, Subject::Bands)]);
}

#[test]
fn terms_units_branches_and_repeal() {
    let longer = |text: &str| {
        text.replacen("күнтізбелік 25 (жиырма бес) күн", "күнтізбелік 28 (жиырма сегіз) күн", 1).replacen(
            "within: 25 calendar days",
            "within: 28 calendar days",
            1,
        )
    };
    let told = changes(longer);
    assert_eq!(kinds(&told), [(Kind::Longer, Subject::Duration)]);
    assert_eq!(
        sentences(&told, Voice::Ru),
        ["пункт 5, «3 әрекет»: срок увеличен: 25 календарных дней → 28 календарных дней"]
    );
    let told =
        changes(replaced("      - id: sign\n        unit: head\n", "      - id: sign\n        unit: specialist\n"));
    assert_eq!(kinds(&told), [(Kind::Changed, Subject::Performer)]);
    let told = changes(replaced("        condition: 3\n", "        condition: 3\n        no: refuse-request\n"));
    assert!(kinds(&told).contains(&(Kind::Changed, Subject::Branch)), "{:?}", sentences(&told, Voice::En));
}

#[test]
fn the_marks_of_a_drawing_are_its_own_ids() {
    let (before, after) =
        (load(str::to_owned), load(|text| recounted(&text.replace(item(text, "register-request"), ""))));
    let find = |loaded: &pipeline::Loaded| {
        let decree =
            loaded.corpus.decrees.iter().find(|decree| decree.id.as_str() == "karagandy-2016-01-03").unwrap().clone();
        let regulation = decree.regulations.iter().find(|one| one.id.as_str() == "foster-care").unwrap().clone();
        (decree, regulation)
    };
    let (old, new) = (find(&before), find(&after));
    let marked = diff::drawings((&old.0, &old.1), (&new.0, &new.1));
    let portal = &marked.iter().find(|one| one.path.as_str() == "portal").unwrap().marks;
    assert!(portal.removed.contains("register-request"), "{portal:?}");
    assert!(
        !portal.changed.contains("receive-result") && portal.changed.iter().all(|id| !id.starts_with("sign")),
        "{portal:?}"
    );
    let svg = fs::read_to_string(root().join("output/diagrams/karagandy-2016-01-03/foster-care/portal.svg")).unwrap();
    for id in portal.removed.iter().filter(|id| !id.contains("-to-")) {
        assert!(svg.contains(&format!("id=\"{id}")), "{id} is in the old picture");
    }
}

/// The draft in Kazakh and Russian, without white space at line ends.
fn draft(edit: impl Fn(&str) -> String) -> String {
    diff::act::draft(&load(str::to_owned).corpus, &load(edit).corpus)
}

#[test]
fn the_draft_of_an_act_names_the_part_and_quotes_it() {
    assert_eq!(draft(str::to_owned).trim(), "", "nothing to amend");
    let act = draft(|text| {
        let text = text.replacen("күнтізбелік 25 (жиырма бес) күн.", "күнтізбелік 28 (жиырма сегіз) күн.", 1);
        text.replacen("within: 25 calendar days", "within: 28 calendar days", 1)
    });
    for words in [
        "1. Қарағанды облысының әкімдігінің \"",
        "2016 жылғы 8 қаңтардағы № 01/03 қаулысына мынадай өзгерістер енгізілсін:",
        "аталған қаулымен бекітілген \"Баланы (балаларды) патронаттық тәрбиелеуге беру\" мемлекеттік көрсетілетін қызмет регламентінде:",
        "5-тармақтың алтыншы абзацы мынадай редакцияда жазылсын:\n\n\"3 әрекет - жауапты маман",
        "күнтізбелік 28 (жиырма сегіз) күн.\";\n\n",
        "2-қосымша осы қаулының қосымшасына сәйкес жаңа редакцияда жазылсын.",
        "абзац шестой пункта 5 изложить в следующей редакции:\n\n\"[текст на русском языке]\";",
        "приложение 2 изложить в новой редакции согласно приложению к настоящему постановлению.",
    ] {
        assert!(act.contains(words), "`{words}` is not in\n{act}");
    }
}

#[test]
fn the_draft_says_what_is_put_in_taken_out_and_given_anew() {
    let sequence =
        "      - бөлім басшысының құжаттарды қарауы, құжаттарды жауапты маманға тапсыру - 20 (жиырма) минут;\n";
    let act = draft(replaced(sequence, &sequence.replace("тапсыру", "беру")));
    assert!(act.contains("7-тармақтың 2) тармақшасы мынадай редакцияда жазылсын:\n\n\"2) бөлім басшысының"), "{act}");
    assert!(act.contains("подпункт 2) пункта 7 изложить в следующей редакции:"), "{act}");
    let act = draft(|text| recounted(&text.replace(item(text, "register-request"), "")));
    assert!(act.contains("8-тармақ мынадай редакцияда жазылсын:"), "numbers shift, so that it is given whole: {act}");
    assert!(act.contains("1-қосымша осы қаулының қосымшасына сәйкес жаңа редакцияда жазылсын"), "{act}");
}

#[test]
fn appendices_are_counted_where_there_are_several_and_much_is_given_whole() {
    let act = draft(|text| {
        let portal = replaced("      portal: портал\n", "      portal: веб-портал\n")(text);
        replaced("нәтижесіне қол қоюы - 20", "нәтижесіне қол қойып беруі - 20")(
            &portal,
        )
    });
    assert!(act.contains("1-қосымша осы қаулының 1-қосымшасына сәйкес"), "{act}");
    assert!(act.contains("2-қосымша осы қаулының 2-қосымшасына сәйкес"), "{act}");
    assert!(act.contains("приложение 2 изложить в новой редакции согласно приложению 2 к"), "{act}");
    // A word that stands in most paragraphs.
    let all = crate::corpus::sources();
    let is_own = |source: &Source| source.path.starts_with(FILE.trim_end_matches("yaml"));
    let edited = all.iter().map(|(_, source)| match is_own(source) {
        true => Source {
            path: source.path.clone(), text: source.text.replace("көрсетілетін", "көрсетiлетiн")
        },
        false => source.clone(),
    });
    let after = pipeline::load(Sources::new(edited.collect()), &Serial).corpus;
    let much = diff::act::draft_in(&load(str::to_owned).corpus, &after, reglament::base::Lang::Kk);
    let whole = "аталған қаулымен бекітілген \"Баланы (балаларды) патронаттық тәрбиелеуге беру\" мемлекеттік көрсетілетін \
                 қызмет регламенті осы қаулының қосымшасына сәйкес жаңа редакцияда жазылсын.";
    assert!(much.contains(whole) && much.contains("мынадай өзгеріс енгізілсін:"), "{much}");
    assert!(!much.contains("тармақ"), "nothing is given piece by piece besides: {much}");
}

#[test]
fn the_draft_says_additions_by_their_name_and_marks_what_is_to_be_translated() {
    let act = draft(replaced(
        "күнтізбелік күн ішінде.\n\ninteractions",
        "күнтізбелік күн ішінде;\n      - кеңсе қызметкерінің белгі қоюы - 5 (бес) минут.\n\ninteractions",
    ));
    for words in [
        "қаулысына мынадай өзгеріс пен толықтыру енгізілсін:",
        "7-тармақ мынадай мазмұндағы 6) тармақшамен толықтырылсын:\n\n\"6) кеңсе",
        "Внести в постановление [Қарағанды облысының әкімдігі] от 8 января 2016 года № 01/03 \"[Карағанды",
        "следующие изменение и дополнение:",
        "регламенте государственной услуги \"[Баланы (балаларды) патронаттық тәрбиелеуге беру]\"",
        "пункт 7 дополнить подпунктом 6) следующего содержания:",
    ] {
        assert!(act.contains(words), "`{words}` is not in\n{act}");
    }
}

#[test]
fn an_order_is_amended_by_an_order() {
    let with_body = |edit: &dyn Fn(&str) -> String| {
        let all = crate::corpus::sources();
        let edited = all.iter().map(|(_, source)| {
            let text = match source.path.as_str() {
                FILE => edit(&source.text),
                "karagandy-2016-01-03/decree.yaml" => ordered(&source.text),
                _ => source.text.clone(),
            };
            Source { path: source.path.clone(), text }
        });
        pipeline::load(Sources::new(edited.collect()), &Serial).corpus
    };
    let after = with_body(&|text| {
        let text = text.replacen("күнтізбелік 25 (жиырма бес) күн.", "күнтізбелік 28 (жиырма сегіз) күн.", 1);
        text.replacen("within: 25 calendar days", "within: 28 calendar days", 1)
    });
    let act = diff::act::draft(&with_body(&str::to_owned), &after);
    for words in [
        "2016 жылғы 8 қаңтардағы № 01/03 бұйрығына мынадай",
        "аталған бұйрықпен бекітілген \"",
        "Внести в приказ Министра образования Республики Казахстан от 8 января 2016 года № 01/03",
        "утвержденном указанным приказом:",
    ] {
        assert!(act.contains(words), "`{words}` is not in\n{act}");
    }
    assert!(!act.contains("қаулы ") && !act.contains("остановлени"), "{act}");
    let repealed = diff::act::draft(&with_body(&str::to_owned), &reglament::model::Corpus::default());
    assert!(repealed.contains("№ 01/03 бұйрығының күші жойылды деп танылсын."), "{repealed}");
    assert!(repealed.contains("Признать утратившим силу приказ Министра"), "{repealed}");
}

/// The decree as an order of a minister.
fn ordered(decree: &str) -> String {
    let line = |line: &str| match line.split_once(':').map_or("", |(key, _)| key) {
        "body" => "body: {kk: Қазақстан Республикасының Білім министрі, ru: Министр образования Республики Казахстан}"
            .to_owned(),
        "requisites" => "requisites: Министрдің 2016 жылғы 8 қаңтардағы № 01/03 бұйрығы".to_owned(),
        _ => line.to_owned(),
    };
    decree.lines().map(line).collect::<Vec<_>>().join("\n")
}

pub fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Тест", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .expect("git");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Code and words of `diff`, in English.
pub fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    run_in(folder, "en", arguments)
}

pub fn run_in(folder: &Path, lang: &str, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .current_dir(folder)
        .env("REGLAMENT_LANG", lang)
        .args(["diff"])
        .args(arguments)
        .output()
        .expect("the program can be started");
    (status.code().unwrap_or(-1), format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr)))
}

/// A repository with the real definitions and their drawings, committed.
pub fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for tree in ["regulations", "output/diagrams"] {
        copy(&root().join(tree), &folder.path().join(tree));
    }
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-qm", "first"]);
    folder
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { _ = fs::copy(entry.path(), target).unwrap() }
    }
}

pub fn edit(folder: &Path, edit: impl Fn(&str) -> String) {
    let path = folder.join("regulations").join(FILE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, edit(&text)).unwrap();
}

#[test]
fn revisions_folders_and_files_are_compared() {
    let folder = repository();
    let here = folder.path();
    assert_eq!(run(here, &[]), (0, "Nothing changed.\n".to_owned()));
    edit(here, replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    let told = run(here, &[]);
    assert_eq!(told.0, 1);
    assert!(
        told.1.contains(
            "paragraph 8, «7 әрекет»: wording reworded\n      қызмет алушының электрондық [-сұрауын-]{+өтінішін+}"
        ),
        "{}",
        told.1
    );
    git(here, &["commit", "-qam", "one word"]);
    git(here, &["tag", "v1"]);
    assert_eq!(run(here, &[]).0, 0);
    for arguments in [&["HEAD~1", "HEAD"][..], &["HEAD~1"], &["HEAD~1..v1"], &["HEAD~1:regulations", "regulations"]] {
        assert_eq!(run(here, arguments), told, "{arguments:?}");
    }
    let file = format!("regulations/{FILE}");
    let (code, said) = run(here, &[&format!("HEAD~1:{file}"), &file]);
    assert!(code == 1 && said.contains("[-сұрауын-]{+өтінішін+}"), "{said}");
    let (_, markdown) = run(here, &["HEAD~1", "--format", "markdown"]);
    assert!(
        markdown.contains("~~сұрауын~~ **өтінішін**") || markdown.contains("~~сұрауын~~**өтінішін**"),
        "{markdown}"
    );
    let (_, json) = run(here, &["HEAD~1", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["acts"][0]["changes"][0]["place"]["paragraph"], 8);
    assert_eq!(json["acts"][0]["changes"][0]["sentence"]["ru"], "пункт 8, «7 әрекет»: текст изложен иначе");
    let (code, log) = run(
        here,
        &["--log", "foster-care"]
            .map(|word| if word == "foster-care" { "karagandy-2016-01-03/foster-care" } else { word }),
    );
    assert!(code == 1 && log.contains("Тест: one word") && log.contains("[-сұрауын-]"), "{log}");
    assert!(log.contains("Тест: first") && log.contains("regulation added"), "{log}");
}

#[test]
fn a_drawing_that_alone_changed_is_told_as_such() {
    let folder = repository();
    let path = folder.path().join("output/diagrams/karagandy-2016-01-03/foster-care/portal.svg");
    let svg = fs::read_to_string(&path).unwrap();
    fs::write(&path, svg.replacen("<svg ", "<svg data-new=\"1\" ", 1)).unwrap();
    let (code, said) = run(folder.path(), &[]);
    assert!(code == 1 && said.contains("The law did not change: only drawings were drawn anew (1)."), "{said}");
}

#[test]
fn what_cannot_be_compared_is_said_and_the_rest_is_compared() {
    let folder = repository();
    let here = folder.path();
    let broken = here.join("regulations/zhambyl-2015-332/foster-care.yaml");
    let text = fs::read_to_string(&broken).unwrap();
    fs::write(&broken, text.replace("title:", "titel:")).unwrap();
    edit(here, replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    let (code, said) = run(here, &[]);
    assert_eq!(code, 1);
    assert!(
        said.contains(
            "zhambyl-2015-332/foster-care.yaml cannot be read as it is in regulations; the rest was compared without it"
        ),
        "{said}"
    );
    assert!(said.contains("titel") && said.contains("{+өтінішін+}"), "{said}");
    assert!(!said.contains("removed: «"), "what cannot be read is not gone: {said}");
}

#[test]
fn every_message() {
    let folder = repository();
    let here = folder.path();
    let svg = "output/diagrams/karagandy-2016-01-03/foster-care/portal.svg";
    let rows: [(&[&str], &str); 4] = [
        (&["output/diagrams", "regulations"], "there are no definitions in output/diagrams"),
        (&["regulations", svg], "is no definition, and no revision has this name"),
        (&["--log", "nothing"], "nothing has the name `nothing`"),
        (&["--log", "karagandy-2016-01-03/foster-care", "--format", "act"], "a history has no such form"),
    ];
    for (arguments, words) in rows {
        let (code, said) = run(here, arguments);
        assert!(code == 2 && said.contains(words), "{arguments:?}: {code} {said}");
    }
    assert_eq!(run(here, &["regulations", "regulations"]).0, 0, "two folders need no repository");
}

#[test]
fn two_files_of_drawings_are_compared_as_any_other_states() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let svg = |title: &str| format!("<svg><g id=\"a&#27;[2J\" class=\"task\"><title>{title}</title></g></svg>");
    fs::write(here.join("old.svg"), svg("one\u{202e} two")).unwrap();
    fs::write(here.join("new.svg"), svg("one\u{202e} three")).unwrap();
    let told = |more: &[&str]| run(here, &[&["old.svg", "new.svg"], more].concat());
    let (code, said) = told(&[]);
    assert_eq!((code, said.contains("  ~ a?[2J: one? [-two-]{+three+}")), (1, true), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    let (code, said) = told(&["--format", "markdown"]);
    assert_eq!((code, said.contains("- \\~ a?\\[2J: one? ~~two~~**three**")), (1, true), "{said}");
    let (code, said) = told(&["-o", "told.txt"]);
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(fs::read_to_string(here.join("told.txt")).unwrap().contains("[-two-]"));
    for form in ["html", "act"] {
        let (code, said) = told(&["--format", form]);
        assert!(code == 2 && said.contains("cannot be compared in this form"), "{code} {said}");
    }
}

/// Of many parts each is looked up, and not searched for.
#[test]
fn large_drawings_are_compared_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let parts: String = (0..50_000).map(|at| format!("<g id=\"p{at}\"><title>x</title></g>")).collect();
    for name in ["old.svg", "new.svg"] {
        fs::write(folder.path().join(name), format!("<svg>{parts}<!--{name}--></svg>")).unwrap();
    }
    let before = std::time::Instant::now();
    let (code, said) = run(folder.path(), &["old.svg", "new.svg"]);
    assert!(code == 1 && said.contains("only drawn in another way"), "{said}");
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}
