//! The history of one regulation: who changed which paragraph when; and the editions that it holds.

use crate::corpus::{read, root};
use crate::diff::{FILE, edit, git, replaced, repository, run, run_in};
use reglament::base::Serial;
use reglament::edge;
use reglament::pipeline;
use std::fs;
use std::path::Path;

const NAME: &str = "karagandy-2016-01-03/foster-care";

/// As somebody: `-c` given later wins.
fn commit_as(folder: &Path, author: &str, subject: &str) {
    git(folder, &["-c", &format!("user.name={author}"), "commit", "-qam", subject]);
}

/// The lines of a history without marked words, each step under its author.
fn log(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let (_, said) = run(folder, &[&["--log"], arguments].concat());
    let lines = said.lines().filter(|line| !line.starts_with("      "));
    // Without id and day: «Aigul: label».
    lines
        .map(|line| {
            if line.starts_with(' ') {
                line.trim().to_owned()
            } else {
                line.split(' ').skip(2).collect::<Vec<_>>().join(" ")
            }
        })
        .collect()
}

#[test]
fn a_change_is_told_of_whoever_made_it_and_not_of_whoever_merged_it() {
    let folder = repository();
    let here = folder.path();
    git(here, &["checkout", "-qb", "side"]);
    edit(here, replaced("      portal: портал\n", "      portal: веб-портал\n"));
    commit_as(here, "Айгүл", "band");
    git(here, &["checkout", "-q", "main"]);
    edit(here, replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    commit_as(here, "Бек", "word");
    git(here, &["-c", "user.name=Дана", "merge", "-q", "--no-ff", "-m", "both", "side"]);
    let expected = [
        "Бек: word",
        "• paragraph 8, «7 әрекет»: wording reworded",
        "Айгүл: band",
        "• paragraph 8: band reworded",
        "Тест: first",
    ];
    let mut told = log(here, &[NAME]);
    assert_eq!(told.pop().map(|line| line.starts_with("• regulation added")), Some(true));
    // Both were made in the same second, perhaps: either may come first.
    let mut expected = expected.map(str::to_owned);
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
    git(here, &["checkout", "-qb", "other", "HEAD~1"]);
    edit(here, replaced("title: Баланы", "title: Жаңа Баланы"));
    commit_as(here, "Ерлан", "title");
    git(here, &["checkout", "-q", "main"]);
    edit(here, replaced("label: сұратылған қызметтен бас тарту", "label: қызметтен бас тарту"));
    commit_as(here, "Гүл", "label");
    git(here, &["merge", "-q", "--no-ff", "--no-commit", "other"]);
    edit(here, replaced("өтінішін порталда тіркеу;", "тапсырысын порталда тіркеу;"));
    commit_as(here, "Дана", "both, and a word");
    let told = log(here, &[NAME]);
    assert_eq!(&told[..2], ["Дана: both, and a word", "• paragraph 8, «7 әрекет»: wording reworded"], "{told:?}");
    assert_eq!(told.iter().filter(|line| line.contains("title reworded")).count(), 1, "{told:?}");
}

#[test]
fn nothing_of_a_commit_or_a_definition_is_obeyed_by_a_terminal() {
    let folder = repository();
    let here = folder.path();
    edit(here, replaced("      portal: портал\n", "      portal: \"\\e[31mпортал\"\n"));
    commit_as(here, "Кі\u{1b}[31mм", "sub\u{7}ject");
    let (_, said) = run(here, &["--log", NAME, "--color", "always"]);
    assert!(said.contains("Кі?[31mм: sub?ject") && !said.contains("Кі\u{1b}"), "{said}");
    assert!(!said.contains("\u{1b}[31mпортал") && said.contains("портал"), "{said}");
}

#[test]
fn a_definition_that_was_moved_and_renamed_keeps_its_history() {
    let folder = repository();
    let here = folder.path();
    edit(here, replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    commit_as(here, "Бек", "word");
    let old = here.join("regulations/karagandy-2016-01-03");
    for ending in ["yaml", "kk.md"] {
        fs::rename(old.join(format!("foster-care.{ending}")), old.join(format!("patronage.{ending}"))).unwrap();
    }
    let path = old.join("patronage.yaml");
    fs::write(&path, read(&path).replace("regulation: foster-care", "regulation: patronage")).unwrap();
    git(here, &["add", "-A"]);
    commit_as(here, "Айгүл", "another name");
    git(here, &["mv", "regulations", "definitions"]);
    commit_as(here, "Айгүл", "another folder");
    let path = here.join("definitions/karagandy-2016-01-03/patronage.yaml");
    fs::write(&path, read(&path).replace("title: Баланы", "title: Жаңа Баланы")).unwrap();
    let told = log(here, &["patronage", "--source", "definitions"]);
    assert_eq!(
        &told[..7],
        [
            "yet",
            "• title reworded",
            "Айгүл: another folder",
            "• the definition's file moved: regulations/karagandy-2016-01-03/patronage.yaml → definitions/karagandy-2016-01-03/patronage.yaml",
            "Айгүл: another name",
            "• the definition's file moved: regulations/karagandy-2016-01-03/foster-care.yaml → regulations/karagandy-2016-01-03/patronage.yaml",
            "Бек: word",
        ],
        "{told:?}"
    );
    let (_, json) = run(here, &["--log", "patronage", "HEAD~2", "--source", "regulations", "--format", "json"]);
    assert!(json.contains("nothing has the name"), "the name of then: {json}");
    let (_, json) = run(here, &["--log", NAME, "HEAD~2", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json[0]["author"], "Бек");
    assert_eq!(json[0]["changes"][0]["sentence"]["ru"], "пункт 8, «7 әрекет»: текст изложен иначе");
    let (_, markdown) = run(here, &["--log", NAME, "HEAD~2", "--format", "markdown"]);
    assert!(markdown.contains("Бек: word\n\n- paragraph 8, «7 әрекет»: wording reworded\n  > "), "{markdown}");
    assert!(!old.join(FILE).exists());
}

/// A repository in which each edition of the made-up regulation was the definition once.
fn of_editions() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (here, from) = (folder.path(), root().join("tests/editions/in-force"));
    let to = here.join("regulations/in-force");
    fs::create_dir_all(&to).unwrap();
    git(here, &["init", "-q", "-b", "main"]);
    for name in ["decree.yaml", "decree.kk.md"] {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
    for edition in ["@2016-01-08", "@2016-07-01", ""] {
        for ending in ["yaml", "kk.md"] {
            fs::copy(from.join(format!("service{edition}.{ending}")), to.join(format!("service.{ending}"))).unwrap();
        }
        git(here, &["add", "-A"]);
        git(here, &["commit", "-qm", &format!("as of {edition}")]);
    }
    folder
}

#[test]
fn a_history_becomes_the_editions_that_the_site_shows() {
    let folder = of_editions();
    let here = folder.path();
    let (code, said) = run(here, &["--log", "in-force/service", "--editions"]);
    assert_eq!((code, said.lines().count()), (1, 3), "{said}");
    assert!(
        said.contains("service@2016-07-01.yaml written, as it stood in ") && said.contains("as of @2016-07-01"),
        "{said}"
    );
    for name in ["service@2016-01-08", "service@2016-07-01"] {
        for ending in ["yaml", "kk.md"] {
            let name = format!("in-force/{name}.{ending}");
            let written = read(&here.join("regulations").join(&name));
            assert_eq!(written, read(&root().join("tests/editions").join(&name)), "{name}");
        }
    }
    let loaded = pipeline::load(edge::read_folder(&here.join("regulations")).unwrap(), &Serial);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    assert_eq!(loaded.corpus.decrees[0].regulations[0].former.len(), 2);
    let there = run(here, &["--log", "service", "--editions"]);
    assert_eq!(there.0, 0);
    assert_eq!(there.1.matches("is there already: nothing was written over it").count(), 2, "{}", there.1);
    git(here, &["add", "-A"]);
    git(here, &["commit", "-qm", "editions"]);
    assert!(log(here, &["service"])[0].starts_with("Тест: as of"), "former texts are not the one in force");
}

#[test]
fn nothing_is_made_up_and_nothing_is_written_over() {
    let folder = of_editions();
    let here = folder.path();
    let taken = here.join("regulations/in-force/service@2016-07-01.yaml");
    fs::write(&taken, "mine").unwrap();
    let (_, said) = run(here, &["--log", "service", "--editions"]);
    assert!(said.contains("service@2016-07-01.yaml is there already"), "{said}");
    assert_eq!(read(&taken), "mine");
    git(here, &["clean", "-qfd"]);
    // The same edition in other words: whether an act or a correction did that, the history cannot tell.
    let path = here.join("regulations/in-force/service.yaml");
    let text = read(&path);
    fs::write(&path, text.replace("label: құжаттарды қабылдайды", "label: құжаттарды алады")).unwrap();
    git(here, &["commit", "-qam", "a word"]);
    // A day that was mended is no edition.
    fs::write(&path, text.replace("date: 2018-03-12", "date: 2018-03-13")).unwrap();
    git(here, &["commit", "-qam", "the right day"]);
    let (_, said) = run(here, &["--log", "service", "--editions"]);
    assert!(!said.contains("service@2018-03-12.yaml"), "{said}");
    assert_eq!(said.matches(".yaml written").count(), 2, "{said}");
    let without = repository();
    edit(without.path(), replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    git(without.path(), &["commit", "-qam", "a word"]);
    let before = fs::read_dir(without.path().join("regulations/karagandy-2016-01-03")).unwrap().count();
    for (lang, words) in
        [("kk", "бұрынғы редакция жоқ"), ("ru", "прежних редакций в этой истории нет"), ("en", "no former edition")]
    {
        let (code, said) = run_in(without.path(), lang, &["--log", NAME, "--editions"]);
        assert!(code == 0 && said.contains(words) && said.contains("Тест: a word"), "{code} {said}");
    }
    assert_eq!(fs::read_dir(without.path().join("regulations/karagandy-2016-01-03")).unwrap().count(), before);
}

#[test]
fn an_edition_that_could_not_be_read_is_not_written() {
    let folder = of_editions();
    let here = folder.path();
    // The decree is younger than this edition, so that the former text would not fit under it.
    let decree = here.join("regulations/in-force/decree.yaml");
    fs::write(&decree, read(&decree).replace("date: 2016-01-08", "date: 2016-08-08")).unwrap();
    let (_, said) = run(here, &["--log", "service", "--editions"]);
    assert!(said.contains("service@2016-07-01.yaml was not written: the text of "), "{said}");
    assert!(!here.join("regulations/in-force/service@2016-07-01.yaml").exists());
}
