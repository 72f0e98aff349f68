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
pub(super) const NO_HISTORY: Said = said(
    "бұл регламенттің тарихында өзгеріс жоқ",
    "в истории этого регламента изменений нет",
    "the history of this regulation has no changes",
);
pub(super) const CUT_HISTORY: Said = said(
    "тарих үзік (shallow): бұдан бұрынғысы көрінбейді; `git fetch --unshallow` оны әкеледі",
    "история неполна (shallow): более раннее не видно; его доставит `git fetch --unshallow`",
    "the history is cut off (shallow): nothing earlier can be seen; `git fetch --unshallow` brings it",
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
pub(super) const DRAWING_SUMMARY: Said = said(
    "Сызба бөліктері: қосылды – {0}, алып тасталды – {1}, өзгерді – {2}.",
    "Частей чертежа: добавлено – {0}, исключено – {1}, изменено – {2}.",
    "Parts of the drawing: {0} added, {1} removed, {2} changed.",
);
