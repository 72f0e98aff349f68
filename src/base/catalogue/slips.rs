//! What is wrong with a line that is no YAML, and what to do, in the three languages.

use super::Said;

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

pub static TAB: Said = said("шегіністе табуляция тұр", "в отступе стоит табуляция", "a tab stands in the indentation");
pub static TAB_HELP: Said =
    said("табуляцияны бос орындармен ауыстырыңыз", "замените табуляцию пробелами", "put spaces instead of the tab");
pub static SPACE: Said = said(
    "шегіністе кәдімгі бос орын емес, басқа таңба тұр (үзілмейтін бос орын)",
    "в отступе стоит не обычный пробел (неразрывный)",
    "a space of another kind, one that does not break, stands in the indentation",
);
pub static SPACE_HELP: Said = said(
    "шегіністі өшіріп, кәдімгі бос орындармен қайта теріңіз",
    "сотрите отступ и наберите его обычными пробелами",
    "delete the indentation and type it again with plain spaces",
);
pub static QUOTE: Said =
    said("тырнақша ашылып, жабылмаған", "кавычка открыта и не закрыта", "a quotation mark is opened and not closed");
pub static QUOTE_HELP: Said = said(
    "мәтіннің соңына сондай тырнақша қойыңыз",
    "поставьте такую же кавычку в конце текста",
    "put the same mark at the end of the text",
);
pub static BEHIND_QUOTE: Said = said(
    "мәтін тырнақшадан басталады, ал жабылған тырнақшадан кейін тағы сөздер бар",
    "текст начинается с кавычки, а после закрывающей кавычки есть ещё слова",
    "the text begins with a quotation mark, and words follow the closing one",
);
pub static IN_QUOTES_HELP: Said = said(
    "бүкіл мәтінді дара тырнақшаға алыңыз: '…'",
    "возьмите весь текст в одинарные кавычки: '…'",
    "put the whole text into single quotes: '…'",
);
pub static SPECIAL: Said = said(
    "мәтін YAML-да ерекше мәні бар таңбадан басталады",
    "текст начинается со знака, который в YAML значит другое",
    "the text begins with a sign that means something else in YAML",
);
pub static NO_SPACE: Said = said(
    "кілттің қос нүктесінен кейін бос орын жоқ",
    "после двоеточия ключа нет пробела",
    "no space follows the colon of the key",
);
pub static NO_SPACE_HELP: Said =
    said("қос нүктеден кейін бос орын қойыңыз", "поставьте пробел после двоеточия", "put a space behind the colon");
pub static BRACKET: Said =
    said("жақша ашылып, жабылмаған", "скобка открыта и не закрыта", "a bracket is opened and not closed");
pub static BRACKET_HELP: Said = said(
    "жақшаны жабыңыз; бұл мәтін болса, оны дара тырнақшаға алыңыз: '…'",
    "закройте скобку; если это текст, возьмите его в одинарные кавычки: '…'",
    "close the bracket; if this is a text, put it into single quotes: '…'",
);
pub static COLON_IN_TEXT: Said = said(
    "мәтінде «: » бар, сондықтан ол кілт болып оқылады",
    "в тексте есть «: », и потому он читается как ключ",
    "the text holds `: ` and is read as a key",
);
pub static NO_COLON: Said =
    said("кілттен кейін қос нүкте жоқ", "после ключа нет двоеточия", "no colon follows the key");
pub static NO_COLON_HELP: Said = said(
    "кілттен кейін қос нүкте мен бос орын қойыңыз",
    "поставьте после ключа двоеточие и пробел",
    "put a colon and a space behind the key",
);
pub static INDENT: Said = said(
    "жолдың шегінісі көршілерімен сәйкес емес немесе тізімнің «- » белгісі жоқ",
    "отступ строки не такой, как у соседних, или нет «- » перед пунктом списка",
    "the line is indented otherwise than those beside it, or the `- ` of a list is missing",
);
pub static INDENT_HELP: Said = said(
    "жолды көршілерімен теңестіріңіз; жаңа тармақ «- » белгісінен басталады",
    "выровняйте строку по соседним; новый пункт списка начинается с «- »",
    "align the line with those beside it; a new entry of a list begins with `- `",
);
pub static DOCUMENTS: Said = said(
    "файлда екінші құжат басталады (`---`)",
    "в файле начинается второй документ (`---`)",
    "a second document begins in the file (`---`)",
);
pub static DOCUMENTS_HELP: Said = said(
    "`---` жолын алып тастаңыз: бір файлда бір анықтама",
    "уберите строку `---`: в файле одно определение",
    "take the line `---` out: a file holds one definition",
);
pub static OTHER: Said = said("бұл жол түсініксіз", "эту строку нельзя понять", "this line cannot be understood");
pub static OTHER_HELP: Said = said(
    "бұл жолды және алдындағысын тексеріңіз: тырнақшаларды, шегіністі, қос нүктені",
    "проверьте эту строку и строку перед ней: кавычки, отступ, двоеточие",
    "check this line and the one before it: quotation marks, indentation, colon",
);
