//! What happened, as a verb that agrees with its noun.

use super::subject::{Gender, Subject};
use super::types::Kind;
use crate::base::{Said, Voice};

/// The verb of a change, after its noun.
pub(super) fn verb(kind: Kind, subject: Subject, voice: Voice) -> String {
    let (_, gender) = subject.noun();
    let said = said(kind, subject);
    match voice {
        Voice::Kk => said.kk.to_owned(),
        Voice::En => said.en.to_owned(),
        Voice::Ru => said.ru.replace('*', ending(*gender)),
    }
}

const fn ending(gender: Gender) -> &'static str {
    match gender {
        Gender::He => "",
        Gender::She => "а",
        Gender::It => "о",
        Gender::They => "ы",
    }
}

/// `*` is the place of the Russian ending.
const fn said(kind: Kind, subject: Subject) -> Said {
    let (kk, ru, en) = match (kind, subject) {
        (Kind::Added, Subject::Repeal) => {
            ("көрсетілді: қаулының күші жойылды", "внесен*", "entered: the decree is repealed")
        }
        (Kind::Removed, Subject::Repeal) => {
            ("алынды: қаулы қайтадан күшінде", "снят*", "taken back: the decree is in force again")
        }
        (Kind::Added, _) => ("қосылды", "добавлен*", "added"),
        (Kind::Removed, _) => ("алып тасталды", "исключен*", "removed"),
        (Kind::Moved, _) => ("орын ауыстырды", "перемещен*", "moved"),
        (Kind::Swapped, _) => ("орын алмасты", "– переставлены местами", "swapped"),
        (Kind::Reworded, _) => ("басқаша жазылды", "изложен* иначе", "reworded"),
        (Kind::Longer, _) => ("ұзартылды", "увеличен*", "longer"),
        (Kind::Shorter, _) => ("қысқартылды", "сокращен*", "shorter"),
        (Kind::Changed, _) => ("өзгертілді", "изменен*", "changed"),
        (Kind::Renumbered, _) => ("нөмірлері жылжыды", "– сдвинулись номера", "numbers shifted"),
        (Kind::Redrawn, _) => (
            "басқаша сызылды, анықтама өзгермеген (бағдарламаның не тақырыптың жаңа нұсқасы)",
            "начерчен* иначе при том же определении (новая версия программы или темы)",
            "drawn anew from the same definition (another version of the program or the theme)",
        ),
    };
    Said { kk, ru, en }
}
