//! What is wrong with the world, in words: what happened, where, and what to do.

mod git;
pub(super) mod graph;

use super::failure::Failure;
use super::words::{self, fill};
use crate::base::harmless::in_one_line;
use crate::base::{Said, Voice};
use crate::edge::{BadText, Doing, EdgeError};
use std::io::{self, ErrorKind};
use std::path::Path;

/// The whole message, each trouble in its own lines.
pub(super) fn told(failure: &Failure, voice: Voice) -> String {
    match failure {
        Failure::ReaderGone => String::new(),
        Failure::Asked { message, help } => lines(message, help, voice),
        Failure::Output(error) => {
            let (message, help) = refused(Doing::Writing, Path::new("stdout"), error, voice);
            lines(&message, &help, voice)
        }
        Failure::Edge(error) => told_edge(error, voice),
    }
}

pub(super) fn told_edge(error: &EdgeError, voice: Voice) -> String {
    if let EdgeError::Several(errors) = error {
        return errors.iter().map(|error| told_edge(error, voice)).collect();
    }
    let (message, help) = worded(error, voice);
    lines(&message, &help, voice)
}

/// `error: …` and, under it, what to do.
fn lines(message: &str, help: &str, voice: Voice) -> String {
    let error = super::report::styled(crate::base::Severity::Error, words::ERROR.say(voice));
    format!("{error}: {message}\n  = {}: {help}\n", words::HELP.say(voice))
}

fn worded(error: &EdgeError, voice: Voice) -> (String, String) {
    let with = |(message, help): &(Said, Said), parts: &[&str]| {
        (fill(message.say(voice), parts), fill(help.say(voice), parts))
    };
    match error {
        EdgeError::Missing(path) => with(&MISSING, &[&shown(path)]),
        EdgeError::NotAFolder(path) => with(&NOT_A_FOLDER, &[&shown(path)]),
        EdgeError::NotAFile(path) => with(&NOT_A_FILE, &[&shown(path)]),
        EdgeError::NoDefinitions(path) => with(&NO_DEFINITIONS, &[&shown(path)]),
        EdgeError::BadText(BadText { path, line, byte, is_utf16 }) => {
            let words = if *is_utf16 { &UTF_16 } else { &NOT_UTF_8 };
            with(words, &[&shown(path), &line.to_string(), &byte.to_string()])
        }
        EdgeError::BadName(path) => with(&BAD_NAME, &[&shown(path)]),
        EdgeError::StrayLink(path) => with(&STRAY_LINK, &[&shown(path)]),
        EdgeError::TooLarge { path, limit_bytes } => with(&TOO_LARGE, &[&shown(path), &mebibytes(*limit_bytes)]),
        EdgeError::TooMuch { folder, limit_bytes } => with(&TOO_MUCH, &[&shown(folder), &mebibytes(*limit_bytes)]),
        EdgeError::TooMany { folder, limit } => with(&TOO_MANY, &[&shown(folder), &limit.to_string()]),
        EdgeError::TooDeep { path, limit } => with(&TOO_DEEP, &[&shown(path), &limit.to_string()]),
        EdgeError::InTheWay(path) => with(&IN_THE_WAY, &[&shown(path)]),
        EdgeError::OutputIsLink(path) => with(&OUTPUT_IS_LINK, &[&shown(path)]),
        EdgeError::Exists(path) => with(&EXISTS, &[&shown(path)]),
        EdgeError::Busy(path) => with(&BUSY, &[&shown(path)]),
        EdgeError::Port { port, error } => with(&PORT, &[&port.to_string(), &error.to_string()]),
        EdgeError::Io { doing, path, error } => refused(*doing, path, error, voice),
        // Each of several is told by itself.
        EdgeError::Several(_) => (String::new(), String::new()),
        of_git => git::worded(of_git, voice),
    }
}

/// The system refused: its reason where it is a usual one, else its own words.
fn refused(doing: Doing, path: &Path, error: &io::Error, voice: Voice) -> (String, String) {
    let (reason, help) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &FULL,
        ErrorKind::ReadOnlyFilesystem => &READ_ONLY,
        ErrorKind::PermissionDenied if doing == Doing::Reading => &MAY_NOT_READ,
        ErrorKind::PermissionDenied => &MAY_NOT_WRITE,
        ErrorKind::ResourceBusy => &IN_USE,
        _ => &OTHER,
    };
    let head = if doing == Doing::Reading { &CANNOT_READ } else { &CANNOT_WRITE };
    let reason = fill(reason.say(voice), &[&error.to_string()]);
    (fill(head.say(voice), &[&shown(path), &reason]), help.say(voice).to_owned())
}

/// A path in one line: a name may hold anything.
fn shown(path: &Path) -> String {
    in_one_line(&path.to_string_lossy())
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const CANNOT_READ: Said = said("{0} оқылмады: {1}", "не удалось прочитать {0}: {1}", "cannot read {0}: {1}");
const CANNOT_WRITE: Said = said("{0} жазылмады: {1}", "не удалось записать {0}: {1}", "cannot write {0}: {1}");

/// Message and help, in the order of [`EdgeError`].
type Words = (Said, Said);

const MISSING: Words = (
    said("{0} жоқ", "{0} не существует", "{0} does not exist"),
    said(
        "жолды тексеріңіз; анықтамалар бумасы `--source` арқылы аталады",
        "проверьте путь; папка определений называется через `--source`",
        "look at the spelling of the path; `--source` names the folder of definitions",
    ),
);
const NOT_A_FOLDER: Words = (
    said("{0} – бума емес, файл", "{0} – файл, а не папка", "{0} is a file, not a folder"),
    said(
        "буманы атаңыз немесе файлды басқа жерге жылжытыңыз",
        "назовите папку или уберите файл в другое место",
        "name a folder, or move the file elsewhere",
    ),
);
const NOT_A_FILE: Words = (
    said("{0} – жай файл емес", "{0} – не обычный файл", "{0} is not a plain file"),
    said("жай файлды атаңыз", "назовите обычный файл", "name a plain file"),
);
const NO_DEFINITIONS: Words = (
    said("{0} бумасында анықтама жоқ", "в папке {0} нет определений", "there are no definitions in {0}"),
    said(
        "анықтама – .yaml файлы; біріншісін `reglament new ID --source {0}` жасайды",
        "определение – файл .yaml; первое создаст `reglament new ID --source {0}`",
        "a definition is a .yaml file; `reglament new ID --source {0}` writes the first one",
    ),
);
const NOT_UTF_8: Words = (
    said(
        "{0}:{1}: мәтін UTF-8 емес ({2}-байт)",
        "{0}:{1}: текст не в UTF-8 (байт {2})",
        "{0}:{1}: the text is not UTF-8 (byte {2})",
    ),
    said(
        "файлды редакторда ашып, UTF-8 кодтауымен сақтаңыз",
        "откройте файл в редакторе и сохраните в кодировке UTF-8",
        "open the file in an editor and save it with the encoding UTF-8",
    ),
);
const UTF_16: Words = (
    said(
        "{0}:{1}: мәтін UTF-16 түрінде сақталған ({2}-байт)",
        "{0}:{1}: текст сохранён в UTF-16 (байт {2})",
        "{0}:{1}: the text is saved as UTF-16 (byte {2})",
    ),
    said(
        "файлды «Юникод» емес, UTF-8 түрінде сақтаңыз",
        "сохраните файл как UTF-8, а не «Юникод»",
        "save the file as UTF-8, not as `Unicode`",
    ),
);
const BAD_NAME: Words = (
    said("{0}: файл аты UTF-8 емес", "{0}: имя файла не в UTF-8", "{0}: the file's name is not UTF-8"),
    said(
        "файлды латын әріптерімен қайта атаңыз",
        "переименуйте файл латинскими буквами",
        "rename the file in Latin letters",
    ),
);
const STRAY_LINK: Words = (
    said(
        "{0} – бумадан тыс жерге, басқа бумаға не жоқ файлға сілтейді",
        "{0} – ссылка за пределы папки, на другую папку или в никуда",
        "{0} is a link out of the folder, to another folder, or to nothing",
    ),
    said(
        "сілтеменің орнына файлдың өзін қойыңыз",
        "положите вместо ссылки сам файл",
        "put the file itself in place of the link",
    ),
);
const TOO_LARGE: Words = (
    said("{0} тым үлкен: шегі {1}", "{0} слишком велик: предел {1}", "{0} is too large: the limit is {1}"),
    said(
        "бұл анықтама емес шығар; егер анықтама болса, бірнеше файлға бөліңіз",
        "вероятно, это не определение; если определение, разделите его на несколько файлов",
        "this is hardly a definition; if it is one, divide it into several files",
    ),
);
const TOO_MUCH: Words = (
    said(
        "{0} бумасындағы файлдар тым үлкен: барлығының шегі {1}",
        "файлы папки {0} слишком велики: предел на все {1}",
        "the files in {0} are too large: the limit for all of them is {1}",
    ),
    said(
        "анықтамалардың өз бумасын атаңыз",
        "назовите папку самих определений",
        "name the folder of the definitions themselves",
    ),
);
const TOO_MANY: Words = (
    said(
        "{0} бумасында файл тым көп: шегі {1}",
        "в папке {0} слишком много файлов: предел {1}",
        "there are too many files in {0}: the limit is {1}",
    ),
    TOO_MUCH.1,
);
const TOO_DEEP: Words = (
    said(
        "{0} тым тереңде: бумалардың шегі {1} қабат",
        "{0} лежит слишком глубоко: предел {1} вложенных папок",
        "{0} lies too deep: the limit is {1} folders within one another",
    ),
    TOO_MUCH.1,
);
const IN_THE_WAY: Words = (
    said(
        "{0} жазатын жерде тұр, ал оны бұл бағдарлама жазбаған",
        "{0} стоит на месте записи, а записала его не эта программа",
        "{0} stands where the program has to write, and was not written by it",
    ),
    said(
        "оны басқа жерге жылжытыңыз немесе `--output` арқылы басқа буманы атаңыз",
        "уберите его в другое место или назовите другую папку через `--output`",
        "move it elsewhere, or name another folder with `--output`",
    ),
);
const OUTPUT_IS_LINK: Words = (
    said(
        "{0} – сілтеме, ал оның орнына бума қойылуы тиіс",
        "{0} – ссылка, а на её место должна встать папка",
        "{0} is a link, and a folder has to take its place",
    ),
    said(
        "сілтемені алып тастаңыз немесе `--output` арқылы сілтеме апаратын буманы атаңыз",
        "уберите ссылку или назовите через `--output` папку, куда она ведёт",
        "take the link away, or name with `--output` the folder that it leads to",
    ),
);
const EXISTS: Words = (
    said("{0} бар", "{0} уже есть", "{0} is there already"),
    said(
        "басқа идентификатор таңдаңыз: бар нәрсенің үстіне ештеңе жазылмайды",
        "выберите другой идентификатор: поверх существующего ничего не пишется",
        "choose another id: nothing is written over what is there",
    ),
);
const BUSY: Words = (
    said(
        "{0} бумасына дәл қазір басқа `reglament` жазып жатыр",
        "в папку {0} сейчас пишет другой `reglament`",
        "another `reglament` is writing to {0} just now",
    ),
    said("ол аяқталғанда қайталаңыз", "повторите, когда он закончит", "try again when it is done"),
);
const PORT: Words = (
    said("{0} порты ашылмады: {1}", "порт {0} не открылся: {1}", "the port {0} cannot be opened: {1}"),
    said(
        "`--port` арқылы басқа портты атаңыз немесе бұл портты алған бағдарламаны жабыңыз",
        "назовите другой порт через `--port` или закройте программу, которая его заняла",
        "name another port with `--port`, or close the program that has it",
    ),
);
const FULL: Words = (
    said("дискіде орын жоқ", "на диске нет места", "the disk is full"),
    said(
        "орын босатып, қайталаңыз; бұрынғы файлдар өз күйінде",
        "освободите место и повторите; прежние файлы целы",
        "make room and try again; the files that were there are as they were",
    ),
);
const READ_ONLY: Words = (
    said("диск тек оқуға арналған", "диск доступен только для чтения", "the disk is read-only"),
    said(
        "жазуға болатын буманы `--output` арқылы атаңыз",
        "назовите через `--output` папку, в которую можно писать",
        "name with `--output` a folder that can be written to",
    ),
);
const MAY_NOT_READ: Words = (
    said("оқуға рұқсат жоқ", "нет права на чтение", "no permission to read"),
    said("файлды оқу құқығын алыңыз", "получите право на чтение файла", "get the permission to read the file"),
);
const MAY_NOT_WRITE: Words = (
    said("жазуға рұқсат жоқ", "нет права на запись", "no permission to write"),
    said(
        "жазу құқығын алыңыз, файлды ашып тұрған бағдарламаны жабыңыз немесе басқа буманы атаңыз",
        "получите право на запись, закройте программу, в которой файл открыт, или назовите другую папку",
        "get the permission to write, close the program that has the file open, or name another folder",
    ),
);
const IN_USE: Words = (
    said("оны басқа бағдарлама пайдаланып тұр", "им занята другая программа", "another program is using it"),
    said("сол бағдарламаны жауып, қайталаңыз", "закройте ту программу и повторите", "close that program and try again"),
);
const OTHER: Words = (
    said("{0}", "{0}", "{0}"),
    said(
        "жүйенің хабарын қараңыз; бұрынғы файлдар өз күйінде",
        "посмотрите на сообщение системы; прежние файлы целы",
        "see what the system says; the files that were there are as they were",
    ),
);
