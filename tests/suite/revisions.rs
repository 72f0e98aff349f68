//! What `diff` says where two states cannot be had, or not whole: every message in the three languages, and no panic.

use crate::corpus::root;
use crate::diff::{FILE, copy, edit, git, replaced, repository, run, run_in};
use std::fs;
use std::path::Path;

/// The message in Kazakh, Russian and English; the code is that of a world that is wrong.
fn refused(folder: &Path, arguments: &[&str], words: [&str; 3]) {
    for (lang, words) in ["kk", "ru", "en"].into_iter().zip(words) {
        let (code, said) = run_in(folder, lang, arguments);
        assert!(code == 2 && said.contains(words), "{arguments:?} {lang}: {code} {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

/// A repository with two commits: the second changed one word.
fn two_commits() -> tempfile::TempDir {
    let folder = repository();
    edit(folder.path(), replaced("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;"));
    git(folder.path(), &["commit", "-qam", "second"]);
    folder
}

#[test]
fn a_revision_that_is_not_there() {
    let folder = two_commits();
    let here = folder.path();
    git(here, &["tag", "release-1"]);
    refused(
        here,
        &["nowhere-at-all"],
        ["ревизия да, бума да, файл да жоқ", "нет ни ревизии, ни папки", "there is no revision"],
    );
    refused(here, &["relase-1"], ["release-1", "возможно, `release-1`", "perhaps `release-1`"]);
    refused(here, &["HEAD~7"], ["мұнша алысқа бармайды", "так далеко не уходит", "does not go back so far"]);
    refused(
        here,
        &["HEAD:elsewhere"],
        ["elsewhere жоқ", "в ревизии HEAD нет elsewhere", "revision HEAD has no elsewhere"],
    );
    refused(here, &["HEAD:output"], ["анықтама жоқ", "нет определений", "there are no definitions in HEAD:output"]);
    let elsewhere = tempfile::tempdir().unwrap();
    copy(&root().join("regulations"), &elsewhere.path().join("regulations"));
    let outside = elsewhere.path().join("regulations").to_string_lossy().into_owned();
    refused(
        here,
        &["HEAD", "--source", &outside],
        ["қоймасынан тыс жатыр", "лежит вне этого репозитория", "lies outside"],
    );
    fs::write(here.join("notes.txt"), "").unwrap();
    refused(here, &["notes.txt"], ["анықтама емес", "не определение", "notes.txt is no definition"]);
    refused(here, &["HEAD^!"], ["`HEAD^!` деген", "`HEAD^!`", "there is no revision, folder or file `HEAD^!`"]);
    refused(here, &["\u{1b}[31mred"], ["`?[31mred`", "`?[31mred`", "`?[31mred`"]);
    git(here, &["checkout", "-q", "--orphan", "alone"]);
    git(here, &["commit", "-qm", "another root"]);
    refused(here, &["main...HEAD"], ["ортақ коммит жоқ", "нет общего коммита", "have no commit in common"]);
}

#[test]
fn a_clone_that_is_cut_off_or_lacks_files() {
    let folder = two_commits();
    let url = format!("file://{}", folder.path().display());
    git(folder.path(), &["config", "uploadpack.allowFilter", "true"]);
    let clones = tempfile::tempdir().unwrap();
    git(clones.path(), &["clone", "-q", "--depth", "1", &url, "shallow"]);
    git(clones.path(), &["clone", "-q", "--filter=blob:none", &url, "partial"]);
    let shallow = clones.path().join("shallow");
    refused(&shallow, &["HEAD~1"], ["git fetch --unshallow", "git fetch --unshallow", "the clone is shallow"]);
    refused(&shallow, &["man"], ["main", "возможно, `main`", "perhaps `main`"]);
    let words = ["файлдардың бәрі жоқ", "есть не все файлы", "a partial clone"];
    refused(&clones.path().join("partial"), &["HEAD~1", "HEAD"], words);
    let (code, said) = run(&shallow, &["--log", "karagandy-2016-01-03/foster-care"]);
    assert!(code == 0 && said.contains("nothing before ") && !said.contains("regulation added"), "{said}");
}

#[test]
fn what_is_no_repository_or_has_no_tree_or_no_commit() {
    let folder = two_commits();
    let there = tempfile::tempdir().unwrap();
    let words = ["Git қоймасында жатқан жоқ", "лежит вне репозитория", "does not lie in a Git repository"];
    refused(there.path(), &[], words);
    fs::create_dir(there.path().join(".git")).unwrap();
    refused(there.path(), &["HEAD~1", "HEAD"], words);
    git(folder.path(), &["clone", "-q", "--bare", ".", "bare.git"]);
    let bare = folder.path().join("bare.git");
    refused(&bare, &[], ["жұмыс бумасы жоқ", "без рабочего дерева", "without a working tree"]);
    let (code, said) = run(&bare, &["HEAD~1", "HEAD"]);
    assert!(code == 1 && said.contains("{+өтінішін+}"), "`HEAD` is a file there: {said}");
    let unborn = tempfile::tempdir().unwrap();
    git(unborn.path(), &["init", "-q"]);
    refused(unborn.path(), &[], ["коммит жоқ", "нет ни одного коммита", "has no commit yet"]);
    refused(unborn.path(), &["--log", "x"], ["коммит жоқ", "нет ни одного коммита", "has no commit yet"]);
    let other = tempfile::tempdir().unwrap();
    git(other.path(), &["init", "-q", "--object-format=sha256"]);
    refused(other.path(), &[], ["қоймасы оқылмады", "не читается", "the Git repository cannot be read"]);
}

#[test]
fn a_repository_within_the_repository_is_named() {
    let folder = two_commits();
    let here = folder.path();
    let url = format!("file://{}", here.display());
    git(here, &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "regulations/inner"]);
    git(here, &["commit", "-qm", "inner"]);
    for (lang, words) in [("kk", "жеке қойма"), ("ru", "отдельный репозиторий"), ("en", "a repository of its own")]
    {
        let (code, said) = run_in(here, lang, &["HEAD~1"]);
        assert!(code == 0 && said.contains(words), "{code} {said}");
    }
    refused(here, &["HEAD:regulations/inner/regulations"], ["жеке қойма", "отдельный репозиторий", "a submodule"]);
}

#[test]
fn a_text_that_cannot_be_read_then_does_not_stop_the_rest() {
    let folder = two_commits();
    let here = folder.path();
    let text = here.join("regulations/zhambyl-2015-332/foster-care.kk.md");
    let sound = fs::read(&text).unwrap();
    fs::write(&text, [sound.as_slice(), b"\xff\xfe"].concat()).unwrap();
    git(here, &["commit", "-qam", "broken"]);
    let (code, said) = run(here, &["HEAD~2", "HEAD"]);
    assert!(code == 1 && said.contains("{+өтінішін+}"), "{said}");
    assert!(said.contains("zhambyl-2015-332/foster-care.kk.md cannot be read as it is in HEAD"), "{said}");
    assert!(said.contains("the text is not UTF-8") && !said.contains("regulation removed"), "{said}");
    let (code, said) = run(here, &["HEAD~1", "HEAD", "--format", "markdown"]);
    assert!(code == 1 && said.contains("In the rest, nothing changed."), "{said}");
    assert!(said.contains("Could not be read, and so was not compared: zhambyl"), "a comment says it too: {said}");
    let (_, log) = run(here, &["--log", "zhambyl-2015-332/foster-care"]);
    assert!(
        log.contains("the definition cannot be read in this revision") && log.contains("regulation added"),
        "{log}"
    );
}

/// A broken file may not even tell what it is, or call itself something else: what it held is not gone, and no draft says
/// that it is.
#[test]
fn what_a_broken_definition_held_is_not_told_as_gone() {
    for broken in ["decree: [\n", "decree: another-decree\ntitle: [\n", "<<<<<<< HEAD\n", "regulation: other\n"] {
        let folder = two_commits();
        let here = folder.path();
        fs::write(here.join("regulations/almaty-2019-2-203/decree.yaml"), broken).unwrap();
        for asked in [&[][..], &["HEAD~1"], &["--format", "act"], &["HEAD~1", "--format", "act"]] {
            let (code, said) = run_in(here, "ru", asked);
            assert!(code == 1 && said.contains("не читается"), "{broken:?} {asked:?}: {code} {said}");
            for word in ["исключен", "утратившим силу", "күші жойылды", "№ 2/203"] {
                assert!(!said.contains(word), "{broken:?} {asked:?} says {word}: {said}");
            }
        }
        git(here, &["commit", "-qam", "broken"]);
        git(here, &["checkout", "-q", "HEAD~1", "--", "regulations"]);
        let (_, said) = run_in(here, "ru", &[]);
        assert!(!said.contains("постановление добавлено") && !said.contains("регламент добавлен"), "{said}");
    }
}

#[test]
fn a_file_alone_is_compared_with_itself() {
    let folder = two_commits();
    let here = folder.path();
    let file = format!("regulations/{FILE}");
    assert_eq!(run(here, &[&file]).0, 0);
    for argument in [format!("HEAD~1:{file}"), format!("HEAD~1:{}", file.replace(".yaml", ".kk.md"))] {
        let (code, said) = run(here, &[&argument]);
        assert!(code == 1 && said.contains("(karagandy-2016-01-03/foster-care)\n  • paragraph 8"), "{said}");
        assert!(said.contains("1 regulation changed, 1 change in all"), "{said}");
    }
    let folder = "regulations/karagandy-2016-01-03";
    assert_eq!(run(here, &[folder]).0, 0, "a folder of them too");
    let (code, said) = run(here, &[&format!("HEAD~1:{folder}")]);
    assert!(code == 1 && said.contains("1 change in all: 1 reworded") && !said.contains("added"), "{said}");
    assert_eq!(run(here, &["HEAD~1...HEAD"]), run(here, &["HEAD~1", "HEAD"]));
}

#[test]
fn the_first_definitions_are_all_new() {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["commit", "-q", "--allow-empty", "-m", "nothing yet"]);
    copy(&root().join("regulations"), &folder.path().join("regulations"));
    let (code, said) = run(folder.path(), &[]);
    assert!(code == 1 && said.contains("revision HEAD had no definitions yet"), "{said}");
    assert!(said.contains("regulation added") && !said.contains("removed"), "{said}");
}

#[test]
fn a_former_edition_put_beside_a_regulation_is_no_new_regulation() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    copy(&root().join("tests/editions/in-force"), &here.join("regulations/in-force"));
    let former = ["yaml", "kk.md"].map(|ending| here.join(format!("regulations/in-force/service@2016-07-01.{ending}")));
    let texts = former.each_ref().map(|path| fs::read(path).unwrap());
    former.iter().for_each(|path| fs::remove_file(path).unwrap());
    git(here, &["init", "-q", "-b", "main"]);
    git(here, &["add", "-A"]);
    git(here, &["commit", "-qm", "without"]);
    former.iter().zip(texts).for_each(|(path, text)| fs::write(path, text).unwrap());
    let (code, said) = run(here, &[]);
    assert!(code == 1 && said.contains("former edition added: 2016-06-20 № 43/06"), "{said}");
    assert!(!said.contains("regulation added"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_and_foreign_names_in_a_revision() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let folder = two_commits();
    let here = folder.path();
    let path = here.join("regulations").join(FILE);
    let texts = path.with_extension("kk.md");
    fs::rename(&path, path.with_file_name("real.yaml.txt")).unwrap();
    symlink("real.yaml.txt", &path).unwrap();
    git(here, &["add", "-A"]);
    git(here, &["commit", "-qm", "a link within the folder"]);
    let (code, said) = run(here, &["HEAD~2", "HEAD"]);
    assert!(code == 1 && said.contains("{+өтінішін+}") && said.contains("1 change in all"), "{said}");
    fs::remove_file(&path).unwrap();
    symlink("../../nowhere.yaml", &path).unwrap();
    git(here, &["commit", "-qam", "a link out of it"]);
    let (code, said) = run(here, &["HEAD~1", "HEAD"]);
    assert!(code == 1 && said.contains("foster-care.yaml cannot be read as it is in HEAD"), "{said}");
    assert!(!said.contains("regulation removed"), "{said}");
    refused(here, &[], ["сілтейді", "ссылка за пределы", "is a link out of the folder"]);
    fs::remove_file(&path).unwrap();
    fs::rename(path.with_file_name("real.yaml.txt"), &path).unwrap();
    let odd = std::ffi::OsStr::from_bytes(b"odd-\xff.kk.md");
    fs::copy(&texts, texts.with_file_name(odd)).unwrap();
    git(here, &["add", "-A"]);
    git(here, &["commit", "-qm", "a name that is no UTF-8"]);
    let (code, said) = run(here, &["HEAD~4", "HEAD"]);
    assert!(code == 1 && said.contains("{+өтінішін+}"), "{said}");
}

/// What a repository holds may be made to fill the memory: a text of zeros is a few bytes of a pack.
#[test]
fn what_is_too_large_in_a_revision_is_not_read() {
    let folder = two_commits();
    let here = folder.path();
    let path = here.join("regulations").join(FILE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n# {}\n", "0".repeat(17 << 20))).unwrap();
    git(here, &["commit", "-qam", "large"]);
    fs::write(&path, text).unwrap();
    let (code, said) = run_in(here, "en", &["HEAD"]);
    assert!(code == 1 && said.contains("is too large: the limit is 16 MiB"), "{code} {said}");
}

#[cfg(unix)]
#[test]
fn names_of_files_are_shown_and_not_obeyed() {
    let folder = two_commits();
    let here = folder.path();
    let evil = here.join("regulations/zhambyl-2015-332/a\u{1b}[2J\u{202e}b.yaml");
    fs::write(&evil, "regulation: [\n").unwrap();
    let (_, said) = run_in(here, "en", &[]);
    assert!(said.contains("a?[2J?b.yaml") && !said.contains(['\u{1b}', '\u{202e}']), "{said}");
}
