//! Words that findings put into their messages, in the three languages.

use super::Said;

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

pub static NOTHING: Said = said("ештеңе жоқ", "ничего нет", "nothing");
pub static WORD: Said = said("сөз", "слово", "a word");
pub static TEXT: Said = said("мәтін", "текст", "a text");
pub static LIST: Said = said("тізім", "список", "a list");
pub static GROUP: Said = said("кілттер тобы", "группа ключей", "a group of keys");
pub static KEY: Said = said("кілт", "ключ", "a key");
pub static NUMBER: Said = said("бүтін сан", "целое число", "a whole number");

pub static PROCESS: Said = said("үдеріс", "процесс", "process");
pub static CONDITION: Said = said("шарт", "условие", "condition");
pub static PLAIN: Said = said("жай тармақ", "простой пункт", "plain item");
pub static YES: Said = said("иә", "да", "yes");
pub static NO: Said = said("жоқ", "нет", "no");
pub static STEP: Said = said("қадам", "действие", "step");
pub static NEITHER: Said = said("ешқайсысы емес", "ни то ни другое", "none of them");
pub static SEVERAL: Said = said("бірден бірнешеуі", "сразу несколько", "several at once");

pub static ID_EMPTY: Said = said("ол бос", "он пуст", "it is empty");
pub static ID_LONG: Said = said("ол тым ұзын", "он слишком длинный", "it is too long");
pub static ID_LETTER: Said =
    said("ондай таңба болмайды", "такого знака быть не может", "such a character cannot be in it");
pub static ID_HYPHEN: Said = said("дефис орнында емес", "дефис не на месте", "a hyphen is out of place");
pub static ID_RESERVED: Said =
    said("жүйе бұл атты өзіне қалдырған", "это имя занято системой", "a system keeps this name");
pub static ID_OF_PAGE: Said =
    said("бұл атау беттің өзіне керек", "это имя нужно самой странице", "the page needs this name for itself");
pub static ID_TARGET: Said = said(
    "`then` кілтінде бұл сөз жолдың соңын білдіреді",
    "в `then` это слово означает конец пути",
    "in `then` this word says where a path ends",
);
