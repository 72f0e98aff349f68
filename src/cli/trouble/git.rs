//! What is wrong with a repository or a revision, in words.

use super::{Words, shown};
use crate::base::harmless::in_one_line;
use crate::base::{Said, Voice};
use crate::cli::words::{self, fill};
use crate::edge::EdgeError;
use crate::source::nearest;

/// A message names so many branches and tags at most.
const REVISIONS_NAMED_MAX: usize = 10;

/// Message and help. Of other troubles there is nothing to say here.
pub(super) fn worded(error: &EdgeError, voice: Voice) -> (String, String) {
    let with =
        |(message, help): &Words, parts: &[&str]| (fill(message.say(voice), parts), fill(help.say(voice), parts));
    match error {
        EdgeError::NotARepository(path) => with(&NOT_A_REPOSITORY, &[&shown(path)]),
        EdgeError::NoRevision { revision, known, is_shallow, begins } => {
            let message = fill(NO_REVISION.0.say(voice), &[&in_one_line(revision)]);
            (message, near(revision, known, *is_shallow, begins.as_deref(), voice))
        }
        EdgeError::NotInRevision { revision, path } => {
            with(&NOT_IN_REVISION, &[&in_one_line(revision), &in_one_line(path)])
        }
        EdgeError::NoDefinitionsThen { label } => with(&NO_DEFINITIONS_THEN, &[&in_one_line(label)]),
        EdgeError::NotADefinition(path) => with(&NOT_A_DEFINITION, &[&shown(path)]),
        EdgeError::Submodule { revision, path } => with(&SUBMODULE, &[&in_one_line(revision), &in_one_line(path)]),
        EdgeError::OutsideRepository(path) => with(&OUTSIDE, &[&shown(path)]),
        EdgeError::BareRepository(path) => with(&BARE, &[&shown(path)]),
        EdgeError::NothingInCommon { one, other } => with(&NOTHING_IN_COMMON, &[one, other]),
        EdgeError::ShallowClone => with(&SHALLOW, &[]),
        EdgeError::PartialClone => with(&PARTIAL, &[]),
        EdgeError::Git(reason) => with(&GIT_REFUSED, &[reason]),
        _ => (String::new(), String::new()),
    }
}

/// The nearest name, or why a revision may be missing.
fn near(revision: &str, known: &[String], is_shallow: bool, begins: Option<&str>, voice: Voice) -> String {
    let shallow = || SHALLOW.1.say(voice).to_owned();
    match begins {
        Some(_) if is_shallow => return shallow(),
        Some(begins) => return fill(TOO_FAR.say(voice), &[begins]),
        None => {}
    }
    if known.is_empty() {
        return NO_COMMITS.say(voice).to_owned();
    }
    if let Some(near) = nearest(revision, known.iter().map(String::as_str)) {
        return fill(words::MEANT.say(voice), &[near]);
    }
    if is_shallow {
        return shallow();
    }
    let some: Vec<&str> = known.iter().take(REVISIONS_NAMED_MAX).map(String::as_str).collect();
    fill(NO_REVISION.1.say(voice), &[&some.join(", ")])
}

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const NOT_A_REPOSITORY: Words = (
    said(
        "{0} Git қоймасында жатқан жоқ, сондықтан онда ревизия да жоқ",
        "{0} лежит вне репозитория Git, и ревизий у него нет",
        "{0} does not lie in a Git repository, so there are no revisions",
    ),
    said(
        "салыстыратын екі буманы не екі файлды атаңыз: reglament diff ЕСКІ ЖАҢА",
        "назовите две папки или два файла: reglament diff СТАРОЕ НОВОЕ",
        "name two folders or two files: reglament diff OLD NEW",
    ),
);
const NO_REVISION: Words = (
    said(
        "`{0}` деген ревизия да, бума да, файл да жоқ",
        "нет ни ревизии, ни папки, ни файла `{0}`",
        "there is no revision, folder or file `{0}`",
    ),
    said("мыналар бар: {0}", "есть такие: {0}", "there are: {0}"),
);
const NO_COMMITS: Said = said(
    "қоймада әлі бірде-бір коммит жоқ",
    "в репозитории ещё нет ни одного коммита",
    "the repository has no commit yet",
);
const TOO_FAR: Said = said(
    "`{0}` бар, бірақ оның тарихы мұнша алысқа бармайды",
    "`{0}` есть, но его история так далеко не уходит",
    "`{0}` is there, but its history does not go back so far",
);
const NOT_IN_REVISION: Words = (
    said("{0} ревизиясында {1} жоқ", "в ревизии {0} нет {1}", "revision {0} has no {1}"),
    said(
        "анықтамалар бумасын `--source` арқылы немесе {0}:ЖОЛ түрінде атаңыз",
        "назовите папку определений через `--source` или в виде {0}:ПУТЬ",
        "name the folder of definitions with `--source`, or as {0}:PATH",
    ),
);
const NO_DEFINITIONS_THEN: Words = (
    said("{0} күйінде анықтама жоқ", "в состоянии {0} нет определений", "there are no definitions in {0}"),
    said(
        "анықтама – .yaml файлы; олардың бумасын `--source` арқылы немесе РЕВИЗИЯ:ЖОЛ түрінде атаңыз",
        "определение – файл .yaml; назовите их папку через `--source` или в виде РЕВИЗИЯ:ПУТЬ",
        "a definition is a .yaml file; name their folder with `--source`, or as REVISION:PATH",
    ),
);
const NOT_A_DEFINITION: Words = (
    said(
        "{0} – анықтама емес, ондай ревизия да жоқ",
        "{0} – не определение, и ревизии с таким именем нет",
        "{0} is no definition, and no revision has this name",
    ),
    said(
        "анықтама – .yaml файлы; оны не олардың бумасын атаңыз",
        "определение – файл .yaml; назовите его или папку с ними",
        "a definition is a .yaml file; name one, or the folder that they lie in",
    ),
);
const SUBMODULE: Words = (
    said(
        "{0} ревизиясындағы {1} – жеке қойма (submodule)",
        "{1} в ревизии {0} – отдельный репозиторий (submodule)",
        "{1} is a repository of its own (a submodule) in revision {0}",
    ),
    said(
        "оның тарихы өзінде: бағдарламаны сол бумада іске қосыңыз",
        "его история хранится в нём самом: запустите программу в этой папке",
        "it keeps its own history: run the program in that folder",
    ),
);
const OUTSIDE: Words = (
    said(
        "{0} осы Git қоймасынан тыс жатыр, сондықтан бұрынғы күйі жоқ",
        "{0} лежит вне этого репозитория Git, и прежнего состояния у него нет",
        "{0} lies outside of this Git repository, which knows no former state of it",
    ),
    said(
        "бағдарламаны сол қойманың өзінде іске қосыңыз немесе екі буманы не екі файлды атаңыз",
        "запустите программу в том репозитории или назовите две папки или два файла",
        "run the program in that repository, or name two folders or two files",
    ),
);
const BARE: Words = (
    said(
        "{0} – жұмыс бумасы жоқ қойма (bare)",
        "{0} – репозиторий без рабочего дерева (bare)",
        "{0} is a repository without a working tree (bare)",
    ),
    said(
        "екі ревизияны атаңыз: reglament diff HEAD~1 HEAD",
        "назовите две ревизии: reglament diff HEAD~1 HEAD",
        "name two revisions: reglament diff HEAD~1 HEAD",
    ),
);
const NOTHING_IN_COMMON: Words = (
    said(
        "{0} мен {1} тарихында ортақ коммит жоқ",
        "у {0} и {1} нет общего коммита",
        "{0} and {1} have no commit in common",
    ),
    said(
        "олардың өзін салыстырыңыз: reglament diff {0} {1}",
        "сравните их самих: reglament diff {0} {1}",
        "compare them as they are: reglament diff {0} {1}",
    ),
);
const SHALLOW: Words = (
    said("бұл көшірмеде тарих толық емес", "в этой копии история неполна", "the history of this clone is cut off"),
    said(
        "көшірме үзік (shallow): `git fetch --unshallow` тарихтың қалғанын әкеледі; CI-де `fetch-depth: 0` қойыңыз",
        "копия неполная (shallow): `git fetch --unshallow` доставит остальную историю; в CI поставьте `fetch-depth: 0`",
        "the clone is shallow: `git fetch --unshallow` brings the rest of the history; in CI, set `fetch-depth: 0`",
    ),
);
const PARTIAL: Words = (
    said(
        "бұл көшірмеде файлдардың бәрі жоқ (partial clone)",
        "в этой копии есть не все файлы (partial clone)",
        "this clone does not have all files (a partial clone)",
    ),
    said(
        "`git fetch --refetch --no-filter` қалғанын әкеледі; CI-де `filter:` жолын алып тастаңыз",
        "`git fetch --refetch --no-filter` доставит остальные; в CI уберите `filter:`",
        "`git fetch --refetch --no-filter` brings the rest; in CI, take `filter:` away",
    ),
);
const GIT_REFUSED: Words = (
    said("Git қоймасы оқылмады: {0}", "репозиторий Git не читается: {0}", "the Git repository cannot be read: {0}"),
    said("`git fsck` не айтатынын қараңыз", "посмотрите, что скажет `git fsck`", "see what `git fsck` says"),
);
