//! Findings of themes, in the order of their codes.

use super::{Entry, Said};
use crate::base::Severity;

/// Kazakh, Russian, English.
const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const LEFT_OUT: Said = said(
    "файлды түзетіңіз немесе бумадан алып тастаңыз: онда бағдарламаның өз файлы алынады",
    "исправьте файл или уберите его из папки: тогда будет взят встроенный",
    "mend the file, or take it out of the folder: then the built-in one is used",
);
const WHOLE: Said = said(
    "Тақырып оқылмаса, онымен бірде-бір бет жасалмайды: жартылай киінген сайт шықпауы тиіс.",
    "Пока тему нельзя прочитать, по ней не собирается ни одной страницы: сайт не должен выйти наполовину оформленным.",
    "While a theme cannot be read, no page is made with it: no site should come out half dressed.",
);
const LEGIBLE: Said = said(
    "Мемлекеттік сайтты бәрі оқи алуы тиіс; WCAG 2.2 (AA) мәтін мен фонның 4,5:1 контрастын талап етеді.",
    "Государственный сайт должен прочесть каждый; WCAG 2.2 (AA) требует контраста текста и фона 4,5 к 1.",
    "Everybody must be able to read a site of the state; WCAG 2.2 (AA) asks for a contrast of text and ground of 4.5 to 1.",
);

macro_rules! entries {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $word:literal, $message:expr, $help:expr, $why:expr;)+) => {
        $($(#[$doc])* pub static $name: Entry = Entry {
            code: $code,
            name: $word,
            severity: Severity::Error,
            message: $message,
            help: $help,
            why: $why,
            example: ("", ""),
        };)+
        /// All of them.
        pub(super) const ALL: &[&Entry] = &[$(&$name),+];
    };
}

entries! {
    THEME_NOT_TEXT = "T001", "theme-not-text",
        said("мәтін UTF-8 емес", "текст не в UTF-8", "the text is not UTF-8"),
        said("файлды UTF-8 кодтауымен сақтаңыз", "сохраните файл в кодировке UTF-8", "save the file with the encoding UTF-8"),
        WHOLE;
    THEME_NOT_YAML = "T002", "theme-not-yaml",
        said("файл оқылмады: {0}", "файл не прочитан: {0}", "the file cannot be read: {0}"),
        LEFT_OUT,
        WHOLE;
    THEME_UNKNOWN_KEY = "T003", "theme-unknown-key",
        said("`{0}` деген кілт белгісіз", "неизвестный ключ `{0}`", "unknown key `{0}`"),
        said(
            "кілттердің тізімі бағдарламаның өз тақырыбында: themes/default",
            "список ключей – во встроенной теме: themes/default",
            "the keys are those of the built-in theme: themes/default",
        ),
        WHOLE;
    THEME_MISSING_KEY = "T004", "theme-missing-key",
        said("`{0}` кілті жоқ", "нет ключа `{0}`", "key `{0}` is missing"),
        said(
            "кілтті бағдарламаның өз файлынан көшіріп алыңыз",
            "перенесите ключ из встроенного файла",
            "copy the key from the built-in file",
        ),
        said(
            "Кілті жоқ сөздің орнында бетте бос жер қалар еді.",
            "На месте слова без ключа на странице осталось бы пустое место.",
            "Where a word has no key, the page would have a gap.",
        );
    THEME_LOW_CONTRAST = "T005", "theme-low-contrast",
        said(
            "{0}: контраст {1}:1, ал кемінде 4,5:1 керек",
            "{0}: контраст {1} к 1, а нужен не меньше 4,5 к 1",
            "{0} has a contrast of {1} to 1; at least 4.5 to 1 is needed",
        ),
        said(
            "мәтінді күңгірттеу не фонды ашықтау етіңіз (қараңғы түрде – керісінше)",
            "возьмите текст темнее или фон светлее (в тёмной схеме – наоборот)",
            "take a darker text or a lighter ground (in the dark scheme the other way round)",
        ),
        LEGIBLE;
    THEME_NO_COLOUR = "T006", "theme-no-colour",
        said("`none` – беттің түсі емес", "`none` – не цвет страницы", "`none` is not a colour of pages"),
        said("түсті #rrggbb түрінде жазыңыз", "запишите цвет как #rrggbb", "write the colour as #rrggbb"),
        LEGIBLE;
    THEME_ONE_LANGUAGE = "T007", "theme-one-language",
        said(
            "`{0}` екі тілде де жазылуы керек",
            "`{0}` нужно на обоих языках",
            "`{0}` needs words in both languages",
        ),
        said(
            "екінші тілде де жазыңыз немесе жолды алып тастаңыз",
            "допишите второй язык или уберите строку",
            "write it in the other language, too, or leave the line out",
        ),
        said(
            "Әр бет қазақша да, орысша да шығады.",
            "Каждая страница выходит и по-казахски, и по-русски.",
            "Every page comes out in Kazakh and in Russian.",
        );
    THEME_NO_EMBLEM = "T008", "theme-no-emblem",
        said("тақырыпта `assets/{0}` файлы жоқ", "в теме нет файла `assets/{0}`", "the theme has no file `assets/{0}`"),
        said(
            "елтаңба файлын `assets` бумасына салыңыз: SVG не PNG",
            "положите файл эмблемы в папку `assets`: SVG или PNG",
            "put the emblem into the folder `assets`: SVG or PNG",
        ),
        WHOLE;
    THEME_BAD_EMBLEM = "T009", "theme-bad-emblem",
        said(
            "`assets/{0}` – SVG де, PNG де емес немесе бүлінген",
            "`assets/{0}` – не SVG и не PNG или повреждён",
            "`assets/{0}` is neither SVG nor PNG, or broken, or not what its ending says",
        ),
        said(
            "суретті SVG не PNG түрінде сақтап, атына .svg не .png қосыңыз",
            "сохраните картинку как SVG или PNG с окончанием .svg или .png",
            "save the picture as SVG or PNG, with the ending .svg or .png",
        ),
        WHOLE;
    THEME_UNSAFE_EMBLEM = "T010", "theme-unsafe-emblem",
        said(
            "`assets/{0}` ішінде суретке жатпайтын `{1}` бар",
            "в `assets/{0}` есть то, чего в картинке быть не должно: `{1}`",
            "`assets/{0}` holds what no picture needs: `{1}`",
        ),
        said(
            "суретті скриптсіз, сыртқы сілтемелерсіз қайта сақтаңыз (plain SVG)",
            "сохраните картинку заново без скриптов и внешних ссылок (plain SVG)",
            "save the picture again without scripts and links to elsewhere (plain SVG)",
        ),
        said(
            "Жеке ашылған SVG скрипт іске қоса алады немесе басқа хостқа сұрау жібере алады.",
            "SVG, открытый сам по себе, может запустить скрипт или обратиться к чужому серверу.",
            "An SVG that is opened by itself can run a script, or ask another host for something.",
        );
    THEME_BAD_FILE_NAME = "T011", "theme-bad-file-name",
        said(
            "мұндай атты файл жариялана алмайды",
            "файл с таким именем нельзя опубликовать",
            "a file of this name cannot be published",
        ),
        said("файлды латын әріптерімен қайта атаңыз", "переименуйте файл латинскими буквами", "rename the file in Latin letters"),
        WHOLE;
    TEMPLATE_BROKEN = "T012", "template-broken",
        said("үлгі оқылмады: {0}", "шаблон не прочитан: {0}", "the template cannot be read: {0}"),
        said(
            "көрсетілген жерге қараңыз: жабылмаған тег не жақша болар; тіл – Tera",
            "посмотрите на указанное место: вероятно, не закрыт тег или скобка; язык – Tera",
            "look at the place shown: perhaps a tag or a bracket is not closed; the language is Tera",
        ),
        WHOLE;
    TEMPLATE_UNKNOWN_NAME = "T013", "template-unknown-name",
        said("`{0}` деген атау жоқ", "имени `{0}` нет", "there is no `{0}`"),
        said(
            "мыналар бар: {1}; толық тізім docs/templates.md ішінде",
            "есть: {1}; полный список – в docs/templates.md",
            "there is: {1}; all names stand in docs/templates.md",
        ),
        said(
            "Жоқ атау бетті жартысынан үзер еді не үнсіз бос жер қалдырар еді.",
            "Несуществующее имя оборвало бы страницу на середине или молча оставило бы пустое место.",
            "A name that is not there would break off a page in the middle, or leave a gap in silence.",
        );
    TEMPLATE_NOT_FILLED = "T014", "template-not-filled",
        said("үлгі толтырылмады: {0}", "шаблон не заполнен: {0}", "the template cannot be filled: {0}"),
        said(
            "көрсетілген жерге қараңыз: онда тұрған мәнмен бұлай істеуге болмайды; мәндер docs/templates.md ішінде",
            "посмотрите на указанное место: со значением, которое там стоит, так нельзя; значения – в docs/templates.md",
            "look at the place shown: the value that stands there does not allow this; docs/templates.md tells the values",
        ),
        WHOLE;
}
