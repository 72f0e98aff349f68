//! What `diff` says beside the changes themselves.

use crate::base::Said;

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

pub(super) const UNREAD: Said = said(
    "{0} файлы {1} күйінде оқылмады; қалғаны онсыз салыстырылды",
    "файл {0} в состоянии {1} не читается; остальное сравнено без него",
    "{0} cannot be read as it is in {1}; the rest was compared without it",
);
pub(super) const NOT_COMPARED: Said = said(
    "Оқылмағандықтан салыстырылмады: {0}",
    "Не читается и потому не сравнивалось: {0}",
    "Could not be read, and so was not compared: {0}",
);
pub(super) const REST_SAME: Said =
    said("Қалғанында ештеңе өзгермеген.", "В остальном ничего не изменилось.", "In the rest, nothing changed.");
pub(super) const FIRST_DEFINITIONS: Said = said(
    "{0} ревизиясында анықтама әлі болмаған: бәрі қосылған болып көрсетіледі",
    "в ревизии {0} определений ещё не было: всё показано как добавленное",
    "revision {0} had no definitions yet: everything is shown as added",
);
pub(super) const FOREIGN: Said = said(
    "{0} – жеке қойма (submodule): салыстыруға кірмеді; бағдарламаны сол бумада іске қосыңыз",
    "{0} – отдельный репозиторий (submodule): в сравнение не вошёл; запустите программу в этой папке",
    "{0} is a repository of its own (a submodule) and was not compared; run the program in that folder",
);
pub(super) const NO_HISTORY: Said = said(
    "бұл регламенттің тарихында өзгеріс жоқ",
    "в истории этого регламента изменений нет",
    "the history of this regulation has no changes",
);
pub(super) const CUT_HISTORY: Said = said(
    "тарих үзік (shallow): {0} ревизиясынан бұрынғысы көрінбейді; `git fetch --unshallow` оны әкеледі",
    "история неполна (shallow): что было до ревизии {0}, не видно; остальное доставит `git fetch --unshallow`",
    "the history is cut off (shallow): nothing before {0} can be seen; `git fetch --unshallow` brings it",
);
pub(super) const NOT_COMMITTED: Said = said("әлі коммитке кірмеген", "ещё не в коммите", "not committed yet");
pub(super) const MOVED_FILE: Said = said(
    "анықтама файлы жылжытылды: {0} → {1}",
    "файл определения перемещён: {0} → {1}",
    "the definition's file moved: {0} → {1}",
);
pub(super) const NO_SUCH_LOG: Said =
    said("тарих бұл түрде берілмейді", "в таком виде история не выводится", "a history has no such form");
pub(super) const LOG_FORMS: Said = said(
    "`--log` үшін: --format text, markdown не json; бет пен жоба екі ревизиядан жасалады: reglament diff ЕСКІ ЖАҢА",
    "для `--log`: --format text, markdown или json; страница и проект акта делаются из двух ревизий: reglament diff СТАРОЕ НОВОЕ",
    "for `--log`: --format text, markdown or json; a page or an act is made of two revisions: reglament diff OLD NEW",
);
pub(super) const NO_EDITIONS: Said = said(
    "бұл тарихта бұрынғы редакция жоқ: анықтаманың бірде-бір ревизиясы өзге `edition` атамайды. Редакция күнін коммит емес, акт белгілейді: өзгеріс енгізген актіні анықтамаға жазыңыз – edition: {by: …, date: КҮНІ, number: …}",
    "прежних редакций в этой истории нет: ни одна ревизия определения не называет другой `edition`. День редакции даёт акт, а не коммит: запишите изменивший акт в определение – edition: {by: …, date: ДЕНЬ, number: …}",
    "this history holds no former edition: no revision of the definition names another `edition`. An act gives the day of an edition, and no commit does: write the amending act into the definition – edition: {by: …, date: DAY, number: …}",
);
pub(super) const SILENT_CHANGES: Said = said(
    "Қолданыстағы редакцияның мәтіні мына ревизияларда да өзгерген. Оны акт өзгертсе, сол ревизияға `edition` керек; түзету болса, ештеңе істеудің қажеті жоқ:",
    "Текст действующей редакции менялся и в этих ревизиях. Если его изменил акт, там нужен `edition`; если это исправление, делать ничего не нужно:",
    "The words of the edition in force also changed in these revisions. Where an act changed them, `edition` is needed there; a correction needs nothing:",
);
pub(super) const EDITION_WRITTEN: Said =
    said("{0} жазылды: {1} ревизиясындағы күйі", "{0} – записано как в ревизии {1}", "{0} written, as it stood in {1}");
pub(super) const EDITION_ALSO: Said = said(
    "бұл редакцияның мәтіні мына ревизияларда өзгерген; қайсысы түзету, қайсысы акт екенін тексеріңіз:",
    "текст этой редакции менялся в ревизиях ниже; проверьте, исправления ли это или изменения по акту:",
    "the words of this edition changed in the revisions below; see which are corrections, and which an act brought:",
);
pub(super) const EDITION_THERE: Said = said(
    "{0} бар: оның үстіне ештеңе жазылмады",
    "{0} уже есть: поверх ничего не записано",
    "{0} is there already: nothing was written over it",
);
pub(super) const EDITION_UNSOUND: Said = said(
    "{0} жазылмады: {1} ревизиясындағы мәтін бүгін оқылмайды",
    "{0} не записано: текст ревизии {1} сегодня не читается",
    "{0} was not written: the text of {1} cannot be read today",
);
pub(super) const EDITIONS_NEXT: Said = said(
    "Енді мәтіндерді қарап шығыңыз да `reglament check` іске қосыңыз; сайт редакцияларды келесі `reglament build` кезінде көрсетеді.",
    "Теперь просмотрите тексты и запустите `reglament check`; сайт покажет редакции при следующем `reglament build`.",
    "Now look the texts through and run `reglament check`; the site shows the editions with the next `reglament build`.",
);
pub(super) const NOT_READABLE_THEN: Said = said(
    "бұл ревизияда анықтама оқылмайды",
    "в этой ревизии определение не читается",
    "the definition cannot be read in this revision",
);
pub(super) const SAME_DRAWING: Said = said("сызбалар бірдей", "чертежи одинаковы", "the drawings are the same");
pub(super) const ONLY_REDRAWN: Said = said(
    "айтқандары бірдей: тек басқаша сызылған",
    "чертежи говорят одно и то же: лишь начерчено иначе",
    "both say the same: it is only drawn in another way",
);
pub(super) const NOT_OF_DRAWINGS: Said = said(
    "екі сызба файлы бұл түрде салыстырылмайды",
    "два файла чертежей в этом виде не сравнить",
    "two files of drawings cannot be compared in this form",
);
pub(super) const FORMS_OF_DRAWINGS: Said = said(
    "`--format text`, `markdown` немесе `json` алыңыз; бетті не актінің жобасын анықтамалар береді",
    "возьмите `--format text`, `markdown` или `json`; страницу и проект акта дают определения",
    "take `--format text`, `markdown` or `json`; a page or the draft of an act comes of definitions",
);
pub(super) const DRAWING_SUMMARY: Said = said(
    "Сызба бөліктері: қосылды – {0}, алып тасталды – {1}, өзгерді – {2}.",
    "Частей чертежа: добавлено – {0}, исключено – {1}, изменено – {2}.",
    "Parts of the drawing: {0} added, {1} removed, {2} changed.",
);
