//! What the page says in its own name.

use crate::base::Said;

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

pub(super) const TITLE: Said = said("Не өзгерді", "Что изменилось", "What changed");
pub(super) const COMPARED: Said = said("Салыстырылды", "Сравнивается", "Compared");
pub(super) const CONTENTS: Said = said("Өзгерген актілер", "Изменённые акты", "Acts that changed");
pub(super) const UNREAD: Said = said(
    "Оқылмағандықтан салыстырылмағандар",
    "Не читается и потому не сравнивалось",
    "Could not be read, and so was not compared",
);
pub(super) const REST_SAME: Said =
    said("Қалғанында ештеңе өзгермеген.", "В остальном ничего не изменилось.", "In the rest, nothing changed.");
pub(super) const DRAWING: Said = said("Сызба", "Чертёж", "Drawing");
pub(super) const VIEW: Said = said("Көрініс", "Вид", "View");
pub(super) const MARKED: Said = said("Белгілермен", "С пометками", "With marks");
pub(super) const SIDE_BY_SIDE: Said = said("Қатар", "Рядом", "Side by side");
pub(super) const OVER: Said = said("Беттестіріп", "Наложением", "Laid over");
pub(super) const BEFORE: Said = said("Бұрын", "Было", "Before");
pub(super) const AFTER: Said = said("Енді", "Стало", "After");
pub(super) const SLIDER: Said = said(
    "Жылжытқыш: сол жағында – бұрынғысы, оң жағында – қазіргісі",
    "Ползунок: слева от него – как было, справа – как стало",
    "Slider: to its left as it was, to its right as it is now",
);
pub(super) const ADDED: Said = said("қосылды", "добавлено", "added");
pub(super) const REMOVED: Said = said("алып тасталды", "исключено", "removed");
pub(super) const CHANGED: Said = said("өзгерді", "изменено", "changed");
pub(super) const NEW_DRAWING: Said = said("жаңа сызба", "новый чертёж", "a new drawing");
pub(super) const GONE_DRAWING: Said = said("сызба алып тасталды", "чертёж исключён", "the drawing is gone");
pub(super) const GROUND: Said = said(
    "Өзгермегені орнында тұруы үшін екі күй бір өріске сызылған; жарияланатын сызба бос орынсыз болады.",
    "Оба состояния начерчены на одном поле, чтобы неизменное стояло на месте; публикуемый чертёж пустот не имеет.",
    "Both states are drawn on one ground, so that what did not change stands still; the published drawing has no gaps.",
);
pub(super) const ONLY_REDRAWN: Said = said("тек басқаша сызылған", "лишь начерчен иначе", "only drawn anew");
pub(super) const AS_FILES: Said = said(
    "Анықтама өзгермеген: бағдарламаның не тақырыптың нұсқасы басқа. Екі файл сақталған күйінде көрсетілген.",
    "Определение прежнее: другая версия программы или темы. Оба файла показаны такими, какими сохранены.",
    "The definition is the same: the program or the theme is another version. Both files are shown as they are kept.",
);
pub(super) const NO_DRAWING: Said = said(
    "Суреті жоқ: екі файлдың бірі – өлшемі бар SVG емес.",
    "Картинки нет: один из двух файлов – не SVG с размерами.",
    "There is no picture: one of the two files is no SVG with a size.",
);
pub(super) const TOO_HEAVY: Said = said(
    "Суреті жоқ: бет тым ауыр болар еді. Екі файлды салыстыру: reglament diff ЕСКІ.svg ЖАҢА.svg.",
    "Картинки нет: страница стала бы слишком тяжёлой. Сравнить два файла: reglament diff СТАРЫЙ.svg НОВЫЙ.svg.",
    "There is no picture: the page would grow too heavy. To compare two files: reglament diff OLD.svg NEW.svg.",
);
