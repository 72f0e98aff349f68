//! The findings themselves, in the order of their codes.

use super::{Entry, Said};
use crate::base::Severity;

/// Kazakh, Russian, English.
const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const UNREAD: Said = said(
    "Оқылмайтын анықтама ештеңе айтпайды, сондықтан ол бойынша ештеңе сызылмайды.",
    "Определение, которое нельзя прочитать, ничего не говорит, и чертить по нему нечего.",
    "A definition that cannot be read says nothing, so nothing is drawn from it.",
);
const LOST_KEY: Said = said(
    "Бағдарлама білмейтін кілт үнсіз жоғалар еді, онымен бірге заң мәтінінің бір бөлігі де.",
    "Ключ, которого программа не знает, пропал бы молча, а с ним и часть текста закона.",
    "A key that the program does not know would be lost in silence, and with it a sentence of the law.",
);
const STABLE_ID: Said = said(
    "Идентификаторлар файлдарды, бет мекенжайларын және сызба элементтерін атайды; олар өмір бойы өзгермейді және кез келген жүйеге жарауы тиіс.",
    "Идентификаторы дают имена файлам, адресам страниц и элементам чертежей; они постоянны и должны годиться для любой системы.",
    "Ids name files, addresses of pages and elements of drawings; they stay for life, whatever system the files lie on.",
);
const DANGLES: Said = said(
    "Жоқ нәрсеге сілтеме сызбаны мәтіннен кем етер еді.",
    "Ссылка на то, чего нет, сделала бы чертёж беднее текста.",
    "A reference to something that is not there would make the drawing say less than the text.",
);
const TRUE_DRAWING: Said = said(
    "Сызбаға мәтінмен бірге қол қойылады. Ол мәтін айтқанды ғана айтуы тиіс.",
    "Чертёж подписывают вместе с текстом. Он должен говорить то же, что текст, и ничего сверх того.",
    "A drawing is signed together with its text. It must say what the text says, and nothing else.",
);

pub static YAML_BROKEN: Entry = Entry {
    code: "S001",
    name: "yaml-broken",
    severity: Severity::Error,
    message: said(
        "файл YAML ережесімен жазылмаған: {0}",
        "файл записан не по правилам YAML: {0}",
        "the file is not sound YAML: {0}",
    ),
    help: said("осы жолды түзетіңіз: {1}", "исправьте эту строку: {1}", "mend this line: {1}"),
    why: UNREAD,
    example: (r##"title: "Баланы беру"##, r##"title: "Баланы беру""##),
};

pub static YAML_TOO_MUCH: Entry = Entry {
    code: "S002",
    name: "yaml-too-much",
    severity: Severity::Error,
    message: said(
        "файл тым терең, тым үлкен немесе сілтемелермен өзін көбейтеді",
        "файл вложен слишком глубоко, слишком велик или размножает себя ссылками",
        "the file is nested too deep, too large, or multiplies itself by aliases",
    ),
    help: said(
        "анықтамада жеті деңгей бар, бүркеншік сілтемелер болмайды; файлдың қайдан алынғанын тексеріңіз",
        "в определении семь уровней и нет ссылок-псевдонимов; проверьте, откуда взят файл",
        "a definition has seven levels and no aliases; check where the file comes from",
    ),
    why: said(
        "Оқылу кезінде өсетін файл машинаны тоқтатуы мүмкін; ол ертерек қабылданбайды.",
        "Файл, который растёт при чтении, может остановить машину; его отклоняют раньше.",
        "A file that grows while it is read can stop a machine; it is refused before that.",
    ),
    example: ("", ""),
};

pub static EMPTY_FILE: Entry = Entry {
    code: "S003",
    name: "empty-file",
    severity: Severity::Error,
    message: said("файл бос", "файл пуст", "the file is empty"),
    help: said(
        "оған анықтама жазыңыз (`reglament new` үлгі жасайды) немесе файлды жойыңыз",
        "запишите в него определение (`reglament new` создаст образец) или удалите файл",
        "write a definition into it (`reglament new` makes one to start from), or delete it",
    ),
    why: UNREAD,
    example: ("", "regulation: foster-care"),
};

pub static UNKNOWN_KEY: Entry = Entry {
    code: "S004",
    name: "unknown-key",
    severity: Severity::Error,
    message: said("белгісіз кілт `{0}`", "неизвестный ключ `{0}`", "unknown key `{0}`"),
    help: said("мүмкін, `{1}` шығар?", "возможно, `{1}`?", "did you mean `{1}`?"),
    why: LOST_KEY,
    example: ("tittle: …", "title: …"),
};

pub static UNKNOWN_KEY_FAR: Entry = Entry {
    code: "S005",
    name: "unknown-key-far",
    severity: Severity::Error,
    message: said("белгісіз кілт `{0}`", "неизвестный ключ `{0}`", "unknown key `{0}`"),
    help: said("мұнда жарайтындары: {1}", "здесь годятся: {1}", "here fit: {1}"),
    why: LOST_KEY,
    example: ("colour: red", "title: …"),
};

pub static DUPLICATE_KEY: Entry = Entry {
    code: "S006",
    name: "duplicate-key",
    severity: Severity::Error,
    message: said("`{0}` кілті мұнда екі рет тұр", "ключ `{0}` стоит здесь дважды", "key `{0}` stands here twice"),
    help: said(
        "екеуінің бірін қалдырыңыз; бұл тізімнің жаңа тармағы болса, алдына «- » қойыңыз",
        "оставьте один из двух; если здесь начинается новый пункт списка, поставьте перед ним «- »",
        "keep one of the two; where a new entry of a list begins here, put `- ` before it",
    ),
    why: said(
        "Екі мәннің біреуі ғана есепке алынар еді, қайсысы екені көрінбес еді.",
        "Учесть можно лишь одно из двух значений, и никто не увидел бы какое.",
        "Only one of two values could count, and nobody would see which.",
    ),
    example: (
        r##"number: 01/03
number: 01/04"##,
        "number: 01/03",
    ),
};

pub static MISSING_KEY: Entry = Entry {
    code: "S007",
    name: "missing-key",
    severity: Severity::Error,
    message: said("мұнда `{0}` кілті жоқ", "здесь нет ключа `{0}`", "key `{0}` is missing here"),
    help: said("`{0}: …` қосыңыз", "добавьте `{0}: …`", "add `{0}: …`"),
    why: UNREAD,
    example: (
        r##"steps:
  - unit: office"##,
        r##"steps:
  - unit: office
    text: …"##,
    ),
};

pub static WRONG_TYPE: Entry = Entry {
    code: "S008",
    name: "wrong-type",
    severity: Severity::Error,
    message: said("мұнда {0} тұр, ал {1} жарайды", "здесь {0}, а годится {1}", "found {0}, where {1} fits"),
    help: said(
        "үлгіні қараңыз: `reglament new`",
        "посмотрите образец: `reglament new`",
        "see the example of `reglament new`",
    ),
    why: UNREAD,
    example: (
        r##"title:
  - Баланы беру"##,
        "title: Баланы беру",
    ),
};

pub static NOT_A_NUMBER: Entry = Entry {
    code: "S009",
    name: "not-a-number",
    severity: Severity::Error,
    message: said(
        "`{0}` 1-ден 9999-ға дейінгі бүтін сан емес",
        "`{0}` — не целое число от 1 до 9999",
        "`{0}` is not a whole number from 1 to 9999",
    ),
    help: said("санды цифрмен жазыңыз", "запишите число цифрами", "write the number in digits"),
    why: UNREAD,
    example: ("process: бірінші", "process: 1"),
};

pub static NO_KIND: Entry = Entry {
    code: "S010",
    name: "no-kind",
    severity: Severity::Error,
    message: said(
        "файлда `decree:` де, `regulation:` да жоқ",
        "в файле нет ни `decree:`, ни `regulation:`",
        "the file says neither `decree:` nor `regulation:`",
    ),
    help: said(
        "оны `decree: <id>` немесе `regulation: <id>` деп бастаңыз",
        "начните его с `decree: <id>` или `regulation: <id>`",
        "begin it with `decree: <id>` or `regulation: <id>`",
    ),
    why: UNREAD,
    example: (
        "title: …",
        r##"regulation: foster-care
title: …"##,
    ),
};

pub static ORPHAN_PROSE: Entry = Entry {
    code: "S011",
    name: "orphan-prose",
    severity: Severity::Warning,
    message: said(
        "бұл мәтіннің жанында анықтама жоқ",
        "рядом с этим текстом нет определения",
        "no definition stands beside this text",
    ),
    help: said(
        "оны анықтамасымен аттас етіңіз немесе `{0}` жазыңыз",
        "назовите его как определение или напишите `{0}`",
        "give it the name of its definition, or write `{0}`",
    ),
    why: said(
        "Файл атындағы қате бүкіл мәтінді жоғалтар еді.",
        "Описка в имени файла потеряла бы весь текст.",
        "A slip in a file name would lose a whole text.",
    ),
    example: ("", ""),
};

pub static UNFIT_SIGN: Entry = Entry {
    code: "S012",
    name: "unfit-sign",
    severity: Severity::Error,
    message: said(
        "мәтінде көрінбейтін таңба бар: {0}",
        "в тексте есть невидимый знак: {0}",
        "the text holds a sign that nobody sees: {0}",
    ),
    help: said(
        "таңбаны өшіріп, сөзді қайта теріңіз: ол көбіне басқа бағдарламадан көшірілген мәтінмен келеді",
        "удалите знак и наберите слово заново: обычно он приходит с текстом, скопированным из другой программы",
        "delete the sign and type the word again: it mostly comes with text copied from another program",
    ),
    why: said(
        "Басқару таңбалары мен жазу бағытын ауыстыратын таңбалар көрінбейді, бірақ оқырман көретін мәтінді өзгертеді: қол қойылғаны мен жазылғаны екі басқа болар еді.",
        "Управляющие знаки и знаки, меняющие направление письма, не видны, но меняют то, что видит читатель: подписанное и записанное разошлись бы.",
        "Control characters, and signs that turn the direction of writing, cannot be seen and change what a reader sees: what is signed would not be what is written.",
    ),
    example: (r##"title: "Бала\u202Eны беру""##, r##"title: "Баланы беру""##),
};

pub static BAD_ID: Entry = Entry {
    code: "M001",
    name: "bad-id",
    severity: Severity::Error,
    message: said(
        "`{0}` идентификатор бола алмайды: {1}",
        "`{0}` не может быть идентификатором: {1}",
        "`{0}` cannot be an id: {1}",
    ),
    help: said(
        "кіші латын әріптерін, цифрларды және жалғыз дефистерді алыңыз, 64-тен аспасын: `foster-care`",
        "возьмите строчные латинские буквы, цифры и одиночные дефисы, не больше 64: `foster-care`",
        "use small Latin letters, digits and single hyphens, at most 64: `foster-care`",
    ),
    why: STABLE_ID,
    example: ("regulation: ../etc", "regulation: foster-care"),
};

pub static DUPLICATE_ID: Entry = Entry {
    code: "M002",
    name: "duplicate-id",
    severity: Severity::Error,
    message: said("`{0}` идентификаторы бос емес", "идентификатор `{0}` уже занят", "id `{0}` is taken"),
    help: said(
        "екеуінің біріне басқа идентификатор беріңіз",
        "дайте одному из двух другой идентификатор",
        "give one of the two another id",
    ),
    why: STABLE_ID,
    example: (
        r##"- id: register
- id: register"##,
        r##"- id: register
- id: register-again"##,
    ),
};

pub static DANGLING: Entry = Entry {
    code: "M003",
    name: "dangling-reference",
    severity: Severity::Error,
    message: said("мұнда `{0}` жоқ", "`{0}` здесь нет", "there is no `{0}` here"),
    help: said("мүмкін, `{1}` шығар?", "возможно, `{1}`?", "did you mean `{1}`?"),
    why: DANGLES,
    example: ("unit: ofice", "unit: office"),
};

pub static DANGLING_FAR: Entry = Entry {
    code: "M004",
    name: "dangling-reference-far",
    severity: Severity::Error,
    message: said("мұнда `{0}` жоқ", "`{0}` здесь нет", "there is no `{0}` here"),
    help: said("барлары: {1}", "есть: {1}", "there are: {1}"),
    why: DANGLES,
    example: ("unit: lawyer", "unit: office"),
};

pub static BAD_DATE: Entry = Entry {
    code: "M005",
    name: "bad-date",
    severity: Severity::Error,
    message: said("`{0}` күнтізбедегі күн емес", "`{0}` — не день календаря", "`{0}` is not a day of the calendar"),
    help: said(
        "жылын, айын, күнін жазыңыз: `2016-01-08`",
        "запишите год, месяц и день: `2016-01-08`",
        "write year, month and day: `2016-01-08`",
    ),
    why: UNREAD,
    example: ("date: 2016-02-30", "date: 2016-02-29"),
};

pub static BAD_DURATION: Entry = Entry {
    code: "M006",
    name: "bad-duration",
    severity: Severity::Error,
    message: said("`{0}` мерзім емес", "`{0}` — не срок", "`{0}` is not a term"),
    help: said(
        "мерзімді актідегідей жазыңыз: `20 минуттан аспайды`, `1 жұмыс күні ішінде`, не қысқаша: {1}",
        "запишите срок словами акта: `не более 20 минут`, `в течение 1 рабочего дня`, либо кратко: {1}",
        "write the term in the words of the act, `не более 20 минут`, or in short: {1}",
    ),
    why: said(
        "Мерзімдер салыстырылады және қосылады; сөздер қосылмайды.",
        "Сроки сравнивают и складывают; слова нельзя.",
        "Terms are compared and added; words alone cannot be.",
    ),
    example: ("within: twenty min", "within: 20 min"),
};

pub static DURATION_DIFFERS: Entry = Entry {
    code: "M007",
    name: "duration-differs",
    severity: Severity::Error,
    message: said(
        "мәні `{0}` дейді, ал сөйлем «{1}» дейді",
        "значение говорит `{0}`, а предложение — «{1}»",
        "the value says `{0}`, the sentence says «{1}»",
    ),
    help: said(
        "актіде сөйлем қолданылады: {2} деп жазыңыз; сөйлем қате терілсе, соны түзетіңіз",
        "в акте действует предложение: напишите {2}; если оно набрано с опиской, исправьте его",
        "in the act it is the sentence that holds: write {2}; where it was typed wrong, mend the sentence",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"text: … 20 (жиырма) минут.
within: 30 min"##,
        r##"text: … 20 (жиырма) минут.
within: 20 min"##,
    ),
};

pub static DURATION_NOT_IN_TEXT: Entry = Entry {
    code: "M008",
    name: "duration-not-in-text",
    severity: Severity::Error,
    message: said(
        "сөйлемде `{0}` мерзімі жоқ",
        "в предложении нет срока `{0}`",
        "the sentence does not state the term `{0}`",
    ),
    help: said(
        "мерзімді сөйлемге жазыңыз немесе кілтті алып тастаңыз",
        "впишите срок в предложение или уберите ключ",
        "write the term into the sentence, or leave the key out",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"text: құжаттарды қабылдау.
within: 20 min"##,
        r##"text: құжаттарды қабылдау – 20 (жиырма) минут.
within: 20 min"##,
    ),
};

pub static BAD_CHOICE: Entry = Entry {
    code: "M009",
    name: "bad-choice",
    severity: Severity::Error,
    message: said("`{0}` мұнда жарамайды", "`{0}` здесь не годится", "`{0}` does not fit here"),
    help: said("мыналардың бірі жарайды: {1}", "годится одно из: {1}", "one of these fits: {1}"),
    why: UNREAD,
    example: ("kind: web", "kind: portal"),
};

pub static NO_DECREE: Entry = Entry {
    code: "M010",
    name: "no-decree",
    severity: Severity::Error,
    message: said(
        "бұл регламенттің бумасында қаулы жоқ",
        "в папке этого регламента нет постановления",
        "no decree lies in the folder of this regulation",
    ),
    help: said("қасына `decree.yaml` салыңыз", "положите рядом `decree.yaml`", "put a `decree.yaml` beside it"),
    why: said(
        "Регламент оны бекіткен акт арқылы ғана күшіне ие.",
        "Регламент действует только в силу акта, который его утвердил.",
        "A regulation has force only by the act that approves it.",
    ),
    example: ("", ""),
};

pub static TWO_DECREES: Entry = Entry {
    code: "M011",
    name: "two-decrees",
    severity: Severity::Error,
    message: said("бумада екі қаулы бар", "в папке два постановления", "the folder holds two decrees"),
    help: said("бір бумада бір қаулы ұстаңыз", "держите в папке одно постановление", "keep one decree in a folder"),
    why: said(
        "Қасындағы регламенттерді қайсысы бекітетіні белгісіз болар еді.",
        "Нельзя было бы понять, какое из двух утверждает регламенты рядом.",
        "Which of the two approves the regulations beside them could not be told.",
    ),
    example: ("", ""),
};

pub static NUMBERING: Entry = Entry {
    code: "M012",
    name: "numbering",
    severity: Severity::Error,
    message: said(
        "{2} тұруы тиіс жерде {1}-{0} тұр",
        "{0} {1} стоит там, где должен быть {2}",
        "{0} {1} stands where {2} is due",
    ),
    help: said(
        "үдерістер мен шарттардың нөмірлері бір-бірден өседі; қаулының өз нөмірі сақталады әрі тексеріледі",
        "номера процессов и условий растут по одному; номер постановления сохраняют и проверяют",
        "numbers of processes and of conditions go up by one each; the decree's own number is kept and checked",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- process: 1
- process: 3"##,
        r##"- process: 1
- process: 2"##,
    ),
};

pub static ONE_BRANCH: Entry = Entry {
    code: "M013",
    name: "one-branch",
    severity: Severity::Error,
    message: said(
        "{0} шартының `{1}` жағдайына жолы жоқ",
        "у условия {0} нет пути для `{1}`",
        "condition {0} has no way for `{1}`",
    ),
    help: said(
        "артынан бас тартуын қойыңыз немесе `{1}:` жазыңыз",
        "поставьте за ним отказ или напишите `{1}:`",
        "let its refusal follow it, or write `{1}:`",
    ),
    why: said(
        "Бір жолды шарт — шарт емес: азамат әрі қарай не болатынын білмейді.",
        "Условие с одним путём — не условие: гражданин не узнает, что дальше.",
        "A condition with one way is no condition: the citizen would not know what follows.",
    ),
    example: (
        "- condition: 3 # last item",
        r##"- condition: 3
- process: 7 # its refusal
- process: 8"##,
    ),
};

pub static UNREACHABLE: Entry = Entry {
    code: "M014",
    name: "unreachable",
    severity: Severity::Error,
    message: said("`{0}` дегенге ештеңе апармайды", "к `{0}` ничто не ведёт", "nothing leads to `{0}`"),
    help: said(
        "алдындағы тармақтардың `then`, `yes`, `no` кілттерін тексеріңіз",
        "проверьте `then`, `yes` и `no` у пунктов перед ним",
        "check `then`, `yes` and `no` of the items before it",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- process: 1
  then: p3
- process: 2
- process: 3"##,
        r##"- process: 1
- process: 2
- process: 3"##,
    ),
};

pub static NO_WAY_OUT: Entry = Entry {
    code: "M015",
    name: "no-way-out",
    severity: Severity::Error,
    message: said(
        "`{0}` дегеннен аяқталуға жол жоқ",
        "из `{0}` нет пути к завершению",
        "from `{0}` no way leads to an end",
    ),
    help: said(
        "айналымнан шығатын жол болуы тиіс: `then`, `yes`, `no` тексеріңіз",
        "из круга должен быть выход: проверьте `then`, `yes` и `no`",
        "a loop must be left somewhere: check `then`, `yes` and `no`",
    ),
    why: said(
        "Ешқашан аяқталмайтын қызметті көрсету мүмкін емес.",
        "Услугу, которая не может закончиться, нельзя оказать.",
        "A service that can never end cannot be rendered.",
    ),
    example: (
        r##"- process: 2
  then: p1"##,
        "- process: 2",
    ),
};

pub static ITEM_KIND: Entry = Entry {
    code: "M016",
    name: "item-kind",
    severity: Severity::Error,
    message: said(
        "тармақ үдеріс, шарт немесе жай тармақ болады, ал бұл — {0}",
        "пункт бывает процессом, условием или простым пунктом; этот — {0}",
        "an item is a process, a condition or plain: this one is {0}",
    ),
    help: said(
        "`process: N`, `condition: N`, `plain: N` біреуін жазыңыз",
        "напишите одно из `process: N`, `condition: N`, `plain: N`",
        "write one of `process: N`, `condition: N`, `plain: N`",
    ),
    why: UNREAD,
    example: (
        r##"- at: portal
  text: …"##,
        r##"- process: 1
  at: portal
  text: …"##,
    ),
};

pub static WAY_OF_CONDITION: Entry = Entry {
    code: "M017",
    name: "way-of-condition",
    severity: Severity::Error,
    message: said("`{0}` жарамайды: бұл — {1}", "`{0}` не подходит: это {1}", "`{0}` does not fit {1}"),
    help: said(
        "шартта `yes` пен `no`, қалғандарында `then` болады",
        "у условия есть `yes` и `no`, у прочих — `then`",
        "a condition has `yes` and `no`, everything else has `then`",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- process: 1
  yes: p2"##,
        r##"- process: 1
  then: p2"##,
    ),
};

pub static NOT_QUOTED: Entry = Entry {
    code: "M018",
    name: "not-quoted",
    severity: Severity::Warning,
    message: said(
        "акт мәтінінде «{0}» деген сөздер жоқ",
        "в тексте акта нет слов «{0}»",
        "the text of the act does not say «{0}»",
    ),
    help: said(
        "сөздерді мәтінде тұрғандай келтіріңіз; атаудың септігі басқа болуы мүмкін",
        "приведите слова так, как они стоят в тексте; название может стоять в другом падеже",
        "quote the words as the text has them; a name may stand in another case",
    ),
    why: TRUE_DRAWING,
    example: ("text: веб-портал арқылы", "text: веб-порталы арқылы"),
};

pub static LABEL_LONG: Entry = Entry {
    code: "M019",
    name: "label-long",
    severity: Severity::Error,
    message: said(
        "белгіде {0} таңба бар, 60-ы сыяды",
        "в метке {0} знаков, а помещается 60",
        "the label has {0} characters; 60 fit",
    ),
    help: said(
        "сөйлем сөздерін сақтай отырып қысқартыңыз",
        "сократите её, сохраняя слова предложения",
        "shorten it, keeping the words of the sentence",
    ),
    why: said(
        "Сызба ұяшығына бірнеше сөз сыяды; толық сөйлем — оның атауында.",
        "В блоке чертежа место есть лишь для нескольких слов; полное предложение — в подсказке.",
        "A box of a drawing has room for a few words; the full sentence is its title.",
    ),
    example: ("label: … (61)", "label: парольді енгізу"),
};

pub static LABEL_FOREIGN: Entry = Entry {
    code: "M020",
    name: "label-foreign",
    severity: Severity::Warning,
    message: said(
        "белгіде «{0}» бар, сөйлемде жоқ",
        "в метке есть «{0}», а в предложении нет",
        "the label says «{0}», the sentence does not",
    ),
    help: said(
        "белгі сөздерін сөйлемнен алыңыз",
        "возьмите слова метки из предложения",
        "take the words of the label from the sentence",
    ),
    why: TRUE_DRAWING,
    example: ("label: төлем жасау", "label: парольді енгізу"),
};

pub static MARKER_NUMBER: Entry = Entry {
    code: "M021",
    name: "marker-number",
    severity: Severity::Error,
    message: said(
        "«{0}» белгісінде {1} нөмірі жоқ",
        "в обозначении «{0}» нет номера {1}",
        "marker «{0}» does not bear the number {1}",
    ),
    help: said(
        "басылған нөмір реттік нөмірге сай болуы тиіс",
        "напечатанный номер должен совпадать с порядковым",
        "the printed number and the counted one must agree",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- process: 2
  marker: 3 үдеріс –"##,
        r##"- process: 2
  marker: 2 үдеріс –"##,
    ),
};

pub static UNKNOWN_INSERT: Entry = Entry {
    code: "M022",
    name: "unknown-insert",
    severity: Severity::Error,
    message: said(
        "жолда `{0}` жазылған, ондай орын жоқ",
        "в строке стоит `{0}`, такого места нет",
        "the line draws in `{0}`, which is not known",
    ),
    help: said("белгілілері: {1}", "известны: {1}", "known are: {1}"),
    why: DANGLES,
    example: ("{step}", "{steps}"),
};

pub static MISSING_PROSE: Entry = Entry {
    code: "M023",
    name: "missing-prose",
    severity: Severity::Warning,
    message: said(
        "анықтаманың жанында акт мәтіні жоқ",
        "рядом с определением нет текста акта",
        "no running text stands beside this definition",
    ),
    help: said("оны `{0}` деп жазыңыз", "запишите его как `{0}`", "write it as `{0}`"),
    why: said(
        "Мәтінсіз сайт тек тізімдер мен сызбаларды көрсетеді.",
        "Без текста сайт покажет только перечни и чертежи.",
        "Without the text the site shows the lists and drawings only.",
    ),
    example: ("", ""),
};

pub static EMPTY_PATH: Entry = Entry {
    code: "M024",
    name: "empty-path",
    severity: Severity::Error,
    message: said("жолда ештеңе жоқ", "в пути ничего нет", "the path has nothing in it"),
    help: said(
        "тармақтарын қосыңыз немесе жолды алып тастаңыз",
        "добавьте пункты или уберите путь",
        "add its items, or leave the path out",
    ),
    why: TRUE_DRAWING,
    example: (
        "items: []",
        r##"items:
  - process: 1
    …"##,
    ),
};

pub static REPEATED_APPENDIX: Entry = Entry {
    code: "M025",
    name: "repeated-appendix",
    severity: Severity::Error,
    message: said("`{0}` дегенді екі қосымша сызады", "`{0}` чертят два приложения", "two appendices draw `{0}`"),
    help: said(
        "әр жол бір қосымшада тұрсын",
        "пусть каждый путь стоит в одном приложении",
        "let each path stand in one appendix",
    ),
    why: TRUE_DRAWING,
    example: ("", ""),
};

pub static NO_LANGUAGE: Entry = Entry {
    code: "M026",
    name: "no-language",
    severity: Severity::Error,
    message: said(
        "мәтінде ешқандай тілде сөз жоқ",
        "в тексте нет слов ни на одном языке",
        "the text has no words in any language",
    ),
    help: said(
        "оны `kk`, `ru` немесе екі тілде жазыңыз",
        "запишите его на `kk`, на `ru` или на обоих",
        "write it in `kk`, in `ru`, or in both",
    ),
    why: UNREAD,
    example: ("title: {}", "title: {kk: …}"),
};

pub static TOO_LONG: Entry = Entry {
    code: "M027",
    name: "too-long",
    severity: Severity::Error,
    message: said(
        "мәтінде {0} таңба бар, {1} сыяды",
        "в тексте {0} знаков, а помещается {1}",
        "the text has {0} characters; {1} fit",
    ),
    help: said(
        "акт сөйлемі қысқарақ: мәтіннің қайдан алынғанын тексеріңіз",
        "предложение акта короче: проверьте, откуда взят текст",
        "a sentence of an act is shorter: check where the text comes from",
    ),
    why: said(
        "Мұндай мәтінді ұяшықты ешкім оқи алмайды, ол ешқандай қағазға сыймайды.",
        "Блок с таким текстом никто не прочтёт, и ни на какой лист он не поместится.",
        "Nobody could read a box with such a text, and no paper could hold it.",
    ),
    example: ("", ""),
};

pub static NOT_SHOWN: Entry = Entry {
    code: "M028",
    name: "data-not-shown",
    severity: Severity::Warning,
    message: said(
        "акт мәтінінде `{0}` тұратын орын жоқ",
        "в тексте акта нет места для `{0}`",
        "the running text has no place for `{0}`",
    ),
    help: said(
        "актіде тұрған жеріне `{1}` жолын жеке қойыңыз",
        "поставьте `{1}` отдельной строкой там, где это стоит в акте",
        "put `{1}` on a line of its own where the act has it",
    ),
    why: said(
        "Мәтінде орны жоқ нәрсе актідегі жерінде емес, беттің соңында көрсетіледі.",
        "То, чему в тексте нет места, попадёт в конец страницы, а не туда, где стоит в акте.",
        "What the text does not draw in is shown at the end of the page, not where the act has it.",
    ),
    example: ("", ""),
};

pub static TOO_MANY: Entry = Entry {
    code: "M029",
    name: "too-many",
    severity: Severity::Error,
    message: said(
        "тізімде {0} жазба бар, {1} сыяды",
        "в списке {0} записей, а помещается {1}",
        "the list has {0} entries; {1} fit",
    ),
    help: said(
        "жолды акт тармақтары бойынша бөліңіз немесе файлдың қайдан алынғанын тексеріңіз",
        "разделите путь так, как его делят пункты акта, или проверьте, откуда взят файл",
        "split the path as the act's paragraphs do, or check where the file comes from",
    ),
    why: said(
        "Сонша элементі бар сызбаны оқу да, оған қол қою да мүмкін емес.",
        "Чертёж из стольких элементов нельзя ни прочесть, ни подписать.",
        "No drawing of so many elements can be read or signed.",
    ),
    example: ("", ""),
};

const ONE_LINE_OF_TIME: Said = said(
    "Оқырман әр редакцияның қай күннен қай күнге дейін қолданылғанын көруі тиіс; күндер қайшы болса, күші жоқ мәтін қолданыстағы болып көрінер еді.",
    "Читатель должен видеть, с какого и по какой день действовала каждая редакция; при спорных днях недействующий текст выглядел бы действующим.",
    "A reader must see from which day to which each edition was in force; where days contradict each other, a former wording would pass for the one in force.",
);

pub static EDITION_BEFORE_DECREE: Entry = Entry {
    code: "M030",
    name: "edition-before-decree",
    severity: Severity::Error,
    message: said(
        "редакция {0} күнінен басталады, ал қаулының өзі {1} күні қабылданған",
        "редакция действует с {0}, а само постановление принято {1}",
        "the edition begins on {0}, and the decree itself was adopted on {1}",
    ),
    help: said(
        "күнді тексеріңіз; қаулының өзі бекіткен алғашқы мәтінге `edition` жазылмайды",
        "проверьте день; у первого текста, утверждённого самим постановлением, `edition` не пишется",
        "check the day; the first wording, which the decree itself approved, has no `edition`",
    ),
    why: ONE_LINE_OF_TIME,
    example: ("edition: {by: …, date: 2010-06-20, number: 43/06}", "edition: {by: …, date: 2016-06-20, number: 43/06}"),
};

pub static EDITION_AFTER_REPEAL: Entry = Entry {
    code: "M031",
    name: "edition-after-repeal",
    severity: Severity::Error,
    message: said(
        "редакция {0} күнінен басталады, ал қаулының күші {1} күні жойылған",
        "редакция действует с {0}, а постановление утратило силу {1}",
        "the edition begins on {0}, and the decree was repealed on {1}",
    ),
    help: said(
        "редакцияның күнін және `repealed` кілтіндегі күнді тексеріңіз",
        "проверьте день редакции и день под ключом `repealed`",
        "check the day of the edition and the day under `repealed`",
    ),
    why: ONE_LINE_OF_TIME,
    example: ("edition: {by: …, date: 2026-06-20, number: 43/06}", "edition: {by: …, date: 2016-06-20, number: 43/06}"),
};

pub static EDITION_TWICE: Entry = Entry {
    code: "M032",
    name: "edition-twice",
    severity: Severity::Error,
    message: said(
        "{0} күнінен басталатын екі редакция бар",
        "с {0} действуют две редакции",
        "two editions begin on {0}",
    ),
    help: said(
        "бір күннен бір ғана мәтін қолданылады: күндердің бірін түзетіңіз немесе екі өзгерісті бір редакцияға біріктіріңіз",
        "с одного дня действует один текст: исправьте один из дней или соедините обе правки в одну редакцию",
        "one wording is in force from a day: correct one of the days, or make both changes one edition",
    ),
    why: ONE_LINE_OF_TIME,
    example: ("edition: {by: …, date: 2016-06-20, number: 43/06}", "edition: {by: …, date: 2017-06-20, number: 43/06}"),
};

pub static EDITION_NAME: Entry = Entry {
    code: "M033",
    name: "edition-name",
    severity: Severity::Error,
    message: said(
        "бұл редакция `{0}` файлында тұруы тиіс",
        "эта редакция должна лежать в файле `{0}`",
        "this edition belongs into the file `{0}`",
    ),
    help: said(
        "файлды мәтінімен бірге қайта атаңыз немесе редакцияның күнін түзетіңіз: соңғы редакция регламенттің өз атындағы файлда, бұрынғылары `@` белгісінен кейінгі күнімен тұрады",
        "переименуйте файл вместе с его текстом или исправьте день: последняя редакция лежит в файле с именем регламента, прежние – с днём после знака `@`",
        "rename the file and its text, or correct the day: the latest edition lies in the file named as the regulation, former ones bear their day after `@`",
    ),
    why: said(
        "Күннің бір қатесі бұрынғы мәтінді үнсіз қолданыстағы етіп жіберер еді; файлдың аты оны әшкерелейді.",
        "Одна описка в дне молча сделала бы прежний текст действующим; имя файла её выдаёт.",
        "One slip in a day would make a former wording the one in force, in silence; the name of the file gives it away.",
    ),
    example: ("foster-care@2016-06-20.yaml: date: 2017-06-20", "foster-care@2016-06-20.yaml: date: 2016-06-20"),
};

pub static EDITION_BEFORE_ACT: Entry = Entry {
    code: "M034",
    name: "edition-before-act",
    severity: Severity::Warning,
    message: said(
        "редакция {0} күнінен басталады, ал оны енгізген акт {1} күні қабылданған",
        "редакция действует с {0}, а вводящий её акт принят {1}",
        "the edition begins on {0}, and the act that brings it in was adopted on {1}",
    ),
    help: said(
        "`from` күнін тексеріңіз; акт өзінен бұрынғы күннен қолданысқа енгізілсе, солай қалдырыңыз",
        "проверьте `from`; если акт вводится в действие с более раннего дня, оставьте как есть",
        "check `from`; where the act comes into force from an earlier day, leave it",
    ),
    why: ONE_LINE_OF_TIME,
    example: ("from: 2015-07-01", "from: 2016-07-01"),
};

pub static REFUSAL_TURNED: Entry = Entry {
    code: "M035",
    name: "refusal-turned",
    severity: Severity::Warning,
    message: said(
        "`{1}` бас тартуының себебі – «{2}», ал сызбада ол {0}-шарттың «{3}» тармағында тұр",
        "отказ `{1}` вызван тем, что сказано словами «{2}», а на чертеже он стоит на ветви «{3}» условия {0}",
        "refusal `{1}` comes of «{2}», and in the drawing it hangs on the branch «{3}» of condition {0}",
    ),
    help: said(
        "шарттан кейінгі үдеріс – оның «жоқ» тармағы; актіде керісінше болса, шартқа `{4}: {1}` және екінші тармағын, ал `{1}` үдерісіне `then: refused` жазыңыз",
        "процесс сразу после условия – его ветвь «нет»; если в акте наоборот, напишите у условия `{4}: {1}` и вторую ветвь, а у `{1}` – `then: refused`",
        "the process right behind a condition is its branch «no»; where the act has it the other way round, write `{4}: {1}` and the other branch at the condition, and `then: refused` at `{1}`",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- condition: 2
  text: проверяется наличие прав третьих лиц;
- id: refuse
  process: 4
  text: при наличии прав третьих лиц – отказ;
- id: send
  process: 5"##,
        r##"- condition: 2
  text: проверяется наличие прав третьих лиц;
  yes: refuse
  no: send
- id: refuse
  process: 4
  text: при наличии прав третьих лиц – отказ;
  then: refused
- id: send
  process: 5"##,
    ),
};

pub static REFUSAL_WITHOUT_WORDS: Entry = Entry {
    code: "M036",
    name: "refusal-without-words",
    severity: Severity::Warning,
    message: said(
        "`{1}` {0}-шарттан кейін тұрғандықтан бас тарту болып сызылады, ал сөйлемінде бас тарту жоқ",
        "`{1}` стоит сразу после условия {0} и потому чертится отказом, а слов отказа в нём нет",
        "`{1}` stands right behind condition {0} and is drawn as its refusal, but has no word of one",
    ),
    help: said(
        "шарттың артынан бас тартуын қойыңыз; актіде ол болмаса, шартқа `yes` пен `no` жазыңыз",
        "поставьте за условием его отказ; если в акте отказа нет, напишите у условия и `yes`, и `no`",
        "let the refusal follow the condition; where the act has none, write both `yes` and `no` at the condition",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- condition: 1
- id: review
  process: 2
  text: рассмотрение заявления;"##,
        r##"- condition: 1
  yes: review
  no: refused
- id: review
  process: 2
  text: рассмотрение заявления;"##,
    ),
};

pub static REFUSAL_ON_YES: Entry = Entry {
    code: "M037",
    name: "refusal-on-yes",
    severity: Severity::Warning,
    message: said(
        "`{1}` – бас тарту, ал сызбада оған {0}-шарттың «иә» тармағы апарады",
        "`{1}` – отказ, а на чертеже к нему ведёт ветвь «да» условия {0}",
        "`{1}` refuses, and in the drawing the branch «yes» of condition {0} leads to it",
    ),
    help: said(
        "шарттың ретімен бір ғана бас тартуы болады; екіншісіне актідегі өз шартын беріңіз немесе `yes` кілтімен дұрыс жолды көрсетіңіз",
        "по порядку у условия один отказ; второму дайте его собственное условие из акта или укажите верный путь ключом `yes`",
        "by order a condition has one refusal; give the second the condition that the act has for it, or name the right way by `yes`",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"- condition: 1
- process: 2
  text: отказ в авторизации;
- process: 3
  text: отказ в приеме;"##,
        r##"- condition: 1
- process: 2
  text: отказ в авторизации;
- condition: 2
- process: 3
  text: отказ в приеме;"##,
    ),
};

pub static DAY_BEFORE_ADOPTION: Entry = Entry {
    code: "M038",
    name: "day-before-adoption",
    severity: Severity::Warning,
    message: said(
        "`{0}` күні {1}, ал қаулы {2} күні қабылданған",
        "день `{0}` – {1}, а постановление принято {2}",
        "the day of `{0}` is {1}, and the decree was adopted on {2}",
    ),
    help: said("екі күнді актімен салыстырыңыз", "сверьте оба дня с актом", "compare both days with the act"),
    why: said(
        "Акт қабылданғанға дейін тіркелмейді де, күшін жоймайды да.",
        "До принятия акт нельзя ни зарегистрировать, ни отменить.",
        "Before an act is adopted it can neither be registered nor repealed.",
    ),
    example: (
        r##"date: 2016-01-08
registered: {date: 2015-01-20, number: 1}"##,
        r##"date: 2016-01-08
registered: {date: 2016-01-20, number: 1}"##,
    ),
};

const AS_PRINTED: Said = said(
    "Актінің мәтіні қалай басылса, солай сақталады, сондықтан бағдарлама оны түзетпейді; теру кезіндегі қатені басылған актіден тек адам ажыратады.",
    "Текст акта хранится как напечатан, и программа его не правит; описку при наборе отличит от напечатанного только человек.",
    "The text of an act is kept as it was printed, and the program mends nothing; only a person can tell a slip of typing from what was printed.",
);
const COMPARE: Said = said(
    "басылған актімен салыстырыңыз; онда да солай болса, қалдырыңыз",
    "сверьте с напечатанным актом; если в нём так же, оставьте",
    "compare it with the printed act; where that has it too, leave it",
);

pub static NUMBER_AND_WORD: Entry = Entry {
    code: "M039",
    name: "number-and-word",
    severity: Severity::Warning,
    message: said(
        "цифрмен {0}, сөзбен «{1}» деп жазылған",
        "цифрами {0}, а словами «{1}»",
        "in digits {0}, in words «{1}»",
    ),
    help: COMPARE,
    why: AS_PRINTED,
    example: ("text: … 20 (отыз) минут.", "text: … 20 (жиырма) минут."),
};

pub static MIXED_ALPHABETS: Entry = Entry {
    code: "M040",
    name: "mixed-alphabets",
    severity: Severity::Warning,
    message: said(
        "«{0}» сөзінде латын әріптері де, кирилл әріптері де бар",
        "в слове «{0}» есть и латинские, и русские буквы",
        "the word «{0}» has both Latin and Cyrillic letters",
    ),
    help: said(
        "сөзді бір пернетақтамен қайта теріңіз: іздеу оны таппай қалуы мүмкін",
        "наберите слово заново в одной раскладке: поиск может его не найти",
        "type the word again on one keyboard: a search may not find it",
    ),
    why: AS_PRINTED,
    example: ("title: Oказание услуги (O – Latin)", "title: Оказание услуги"),
};

pub static NO_APPENDIX: Entry = Entry {
    code: "M041",
    name: "no-appendix",
    severity: Severity::Warning,
    message: said(
        "мәтін {0}-қосымшаға сілтейді, ал `appendices` тізімінде ол жоқ",
        "текст ссылается на приложение {0}, а в `appendices` его нет",
        "the text refers to appendix {0}, and `appendices` has none of that number",
    ),
    help: said(
        "нөмірді тексеріңіз; қосымша қаулыда болмаса, оны `missing: yes` деп тізімге қосыңыз",
        "проверьте номер; если приложения нет и в постановлении, внесите его в список с `missing: yes`",
        "check the number; where the decree has no such appendix, list it with `missing: yes`",
    ),
    why: DANGLES,
    example: ("2-қосымшаға сәйкес", "1-қосымшаға сәйкес"),
};

pub static DOUBLED_WORD: Entry = Entry {
    code: "M042",
    name: "doubled-word",
    severity: Severity::Info,
    message: said(
        "«{0}» сөзі қатарынан екі рет тұр",
        "слово «{0}» стоит два раза подряд",
        "the word «{0}» stands twice in a row",
    ),
    help: COMPARE,
    why: AS_PRINTED,
    example: ("text: өтінішті өтінішті тіркеу", "text: өтінішті тіркеу"),
};

pub static OPEN_BRACKET: Entry = Entry {
    code: "M043",
    name: "open-bracket",
    severity: Severity::Warning,
    message: said(
        "ашылған жақша жабылмаған: «{0}»",
        "скобка открыта и не закрыта: «{0}»",
        "a bracket is opened and not closed: «{0}»",
    ),
    help: COMPARE,
    why: AS_PRINTED,
    example: ("text: парольді енгізу (авторизация;", "text: парольді енгізу (авторизация);"),
};

pub static LANGUAGES_DIFFER: Entry = Entry {
    code: "M044",
    name: "languages-differ",
    severity: Severity::Warning,
    message: said(
        "бір тілде «{0}», екінші тілде «{1}»",
        "на одном языке «{0}», на другом «{1}»",
        "«{0}» in one language, «{1}» in the other",
    ),
    help: said(
        "екі мәтінді қол қойылған актімен салыстырыңыз; сызба мен кесте бір ғана мерзімді айта алады",
        "сверьте оба текста с подписанным актом; рисунок и таблица могут назвать только один срок",
        "compare both texts with the signed act; drawing and table can state only one term",
    ),
    why: TRUE_DRAWING,
    example: (
        "text: {kk: … 15 минут ішінде, ru: … в течение 20 минут}",
        "text: {kk: … 15 минут ішінде, ru: … в течение 15 минут}",
    ),
};

pub static LANGUAGE_WITHOUT_WORDS: Entry = Entry {
    code: "M045",
    name: "language-without-words",
    severity: Severity::Warning,
    message: said(
        "мәтінде `{0}` тілі бар, ал сөзі жоқ",
        "в тексте есть язык `{0}`, а слов на нём нет",
        "the text has the language `{0}` and no words in it",
    ),
    help: said(
        "мәтінді осы тілде жазыңыз немесе `{0}` кілтін алып тастаңыз",
        "напишите текст на этом языке или уберите ключ `{0}`",
        "write the text in this language, or take the key `{0}` out",
    ),
    why: UNREAD,
    example: ("title: {kk: …, ru: ''}", "title: {kk: …}"),
};

pub static LISTED_TWICE: Entry = Entry {
    code: "M046",
    name: "listed-twice",
    severity: Severity::Error,
    message: said("`{0}` тізімде екі рет тұр", "`{0}` стоит в списке дважды", "`{0}` stands twice in the list"),
    help: said("екеуінің бірін алып тастаңыз", "уберите одно из двух", "take one of the two out"),
    why: said(
        "Тізімнің тәртібі — қосымшалардың тәртібі; екі рет тұрған нәрсенің орны белгісіз.",
        "Порядок списка — порядок приложений; у того, что стоит в нём дважды, нет места.",
        "The order of the list is that of the appendices; what stands in it twice has no place.",
    ),
    example: ("regulations: [foster-care, foster-care]", "regulations: [foster-care]"),
};

pub static NOTHING_TO_REPEAT: Entry = Entry {
    code: "M047",
    name: "nothing-to-repeat",
    severity: Severity::Error,
    message: said(
        "`same` дегеннің орнына қоятын мәтін қадамда жоқ",
        "`same` повторяет то, чего у действия нет",
        "`same` repeats what the step does not have",
    ),
    help: said(
        "мәтіннің өзін жазыңыз: `same` нөмірі сондай қадамның мәтінін екі тілде бірдей қайталайды",
        "напишите сам текст: `same` повторяет текст действия с тем же номером, на обоих языках сразу",
        "write the text itself: `same` repeats that of the step of the same number, in both languages at once",
    ),
    why: UNREAD,
    example: ("- same", "- …"),
};

pub static REPEALED_BY_ITSELF: Entry = Entry {
    code: "M048",
    name: "repealed-by-itself",
    severity: Severity::Warning,
    message: said(
        "күшін жойған актінің күні мен нөмірі осы қаулынікі: {0}, № {1}",
        "день и номер отменяющего акта – этого же постановления: {0}, № {1}",
        "the repealing act has the day and the number of this decree: {0}, № {1}",
    ),
    help: said(
        "күні мен нөмірін күшін жойған актімен салыстырыңыз",
        "сверьте день и номер с отменяющим актом",
        "compare day and number with the repealing act",
    ),
    why: said(
        "Актінің күшін басқа акт жояды; оқырман соны табуы тиіс.",
        "Акт отменяет другой акт, и читатель должен его найти.",
        "An act is repealed by another, and a reader must find that one.",
    ),
    example: (
        r##"date: 2016-01-08
number: 01/03
repealed: {by: …, date: 2016-01-08, number: 01/03}"##,
        r##"date: 2016-01-08
number: 01/03
repealed: {by: …, date: 2020-10-20, number: 4/438}"##,
    ),
};

pub static EDITION_NOT_TOLD: Entry = Entry {
    code: "M049",
    name: "edition-not-told",
    severity: Severity::Warning,
    message: said(
        "ескертпе бойынша мәтінді {0} № {1} акт өзгерткен, ал `edition` оны айтпайды",
        "по сноске текст изменён актом от {0} № {1}, а `edition` о нём не говорит",
        "by the note, the text was amended by the act of {0} № {1}, of which `edition` says nothing",
    ),
    help: said(
        "`edition` кілтіне сол актіні жазыңыз; қолданысқа енгізілген күні белгілі болса ғана `from` қойылады",
        "запишите этот акт в `edition`; `from` ставится, только если известен день введения в действие",
        "put that act into `edition`, with `from` only where the day of its effect is known",
    ),
    why: said(
        "Редакцияның тұрақты мекенжайы күнмен аталады. `edition` болмаса, өзгертілген мәтін қаулы қабылданған күнгі мәтін болып көрінеді.",
        "Постоянный адрес редакции называется днём. Без `edition` изменённый текст выдаётся за текст дня принятия постановления.",
        "The permanent address of an edition bears a day. Without `edition` an amended text passes for that of the day on which the decree was adopted.",
    ),
    example: (
        "notes: [\"Ескерту. Жаңа редакцияда - 20.06.2016 № 43/06 қаулысымен.\"]",
        "notes: [\"Ескерту. Жаңа редакцияда - 20.06.2016 № 43/06 қаулысымен.\"]\nedition: {by: …, date: 2016-06-20, number: 43/06}",
    ),
};

pub static IDLE_PARTICIPANT: Entry = Entry {
    code: "M050",
    name: "idle-participant",
    severity: Severity::Info,
    message: said(
        "`{0}` қатысушысында жолдың бірде-бір тармағы болмайды: сызбада оның жолағы бос",
        "у участника `{0}` не происходит ни один элемент пути: его полоса на рисунке пуста",
        "no item of the path happens at the participant `{0}`: its band in the drawing is empty",
    ),
    help: said(
        "оны `at` кілтіне қосыңыз; актіде ол ештеңе істемесе, `participants` тізімінен алып тастаңыз",
        "добавьте его в `at`; если по акту он ничего не делает, уберите его из `participants`",
        "add it to an `at`; where it does nothing in the act, take it out of `participants`",
    ),
    why: TRUE_DRAWING,
    example: (
        r##"participants: {applicant: алушы, portal: портал, gateway: шлюз}
items:
  - {process: 1, at: portal, text: сұрау салуды шлюз арқылы жіберу;}"##,
        r##"participants: {applicant: алушы, portal: портал, gateway: шлюз}
items:
  - {process: 1, at: [portal, gateway], text: сұрау салуды шлюз арқылы жіберу;}"##,
    ),
};

const TOTAL_HOLDS: Said = said(
    "Азамат жалпы мерзімге сенеді; қадамдарды орындауға одан көп уақыт кетсе, акт екі түрлі уәде береді.",
    "Гражданин полагается на общий срок; если действия требуют больше, акт обещает два разных срока.",
    "A citizen relies on the total; where the steps take longer, the act promises two different terms.",
);

pub static FURTHER_TERM: Entry = Entry {
    code: "M051",
    name: "further-term",
    severity: Severity::Info,
    message: said(
        "сөйлемде «{0}» мерзімі де бар, ал мән ретінде `{1}` ғана алынған",
        "в предложении есть и срок «{0}», а значением взят только `{1}`",
        "the sentence also states «{0}», and only `{1}` is taken as its value",
    ),
    help: said(
        "сызбада сөйлем толық тұрады; актіде бұл мерзім бөлек сөйлеммен айтылса, сол сөйлемді {2} мәнімен `extra` тізіміне жазыңыз",
        "на рисунке предложение стоит целиком; если в акте этот срок назван отдельным предложением, запишите его в `extra` со значением {2}",
        "the drawing bears the sentence whole; where the act states this term in a sentence of its own, put that sentence into `extra` with {2}",
    ),
    why: said(
        "Мерзім белгісі қадамның бір ғана мерзімін айтады; қалғандарын оқырман сөйлемнен оқиды, ал мерзімдердің қосындысына олар кірмейді.",
        "Значок срока называет один срок действия; остальные читатель найдёт только в словах предложения, и в сумму сроков они не войдут.",
        "The clock beside a step tells one term; the others are read in the words of the sentence alone, and no sum of terms counts them.",
    ),
    example: (
        r##"text: … 15 (пятнадцать) рабочих дней, для города Алматы – 7 (семь) рабочих дней;
within: 15 working days"##,
        r##"text: … 15 (пятнадцать) рабочих дней;
within: 15 working days
extra:
  - text: для города Алматы – 7 (семь) рабочих дней;
    within: 7 working days
    label: для города Алматы"##,
    ),
};

pub static SEVERAL_TERMS: Entry = Entry {
    code: "M052",
    name: "several-terms",
    severity: Severity::Warning,
    message: said(
        "сөйлемде бірнеше мерзім бар: «{0}»; `within` болмағандықтан ешқайсысы қадамның мерзімі болып алынбады",
        "в предложении несколько сроков: «{0}»; без `within` ни один не взят сроком действия",
        "the sentence states several terms: «{0}»; without `within` none is taken for the step's",
    ),
    help: said(
        "қадамның өз мерзімін көрсетіңіз, мыналардың бірі: {1}",
        "укажите собственный срок действия, одно из: {1}",
        "say which is the step's own, one of: {1}",
    ),
    why: TRUE_DRAWING,
    example: (
        "text: … не более 1 (одного) часа, а в Алматы – 2 (двух) часов;",
        r##"text: … не более 1 (одного) часа, а в Алматы – 2 (двух) часов;
within: at most 1 hour"##,
    ),
};

pub static STEP_OVER_TOTAL: Entry = Entry {
    code: "M053",
    name: "step-over-total",
    severity: Severity::Warning,
    message: said(
        "`{0}` қадамының мерзімі – `{1}`, ал жалпы мерзім – `{2}` ғана",
        "срок действия `{0}` – `{1}`, а общий срок – лишь `{2}`",
        "the term of step `{0}` is `{1}`, and the total only `{2}`",
    ),
    help: said(
        "екі мерзімді де басылған актімен салыстырыңыз; онда да солай болса, қалдырыңыз",
        "сверьте оба срока с напечатанным актом; если в нём так же, оставьте",
        "compare both terms with the printed act; where that has them too, leave them",
    ),
    why: TOTAL_HOLDS,
    example: (
        r##"- text: … 30 (отыз) жұмыс күні;
total: {text: … 20 (жиырма) жұмыс күні., within: 20 working days}"##,
        r##"- text: … 15 (он бес) жұмыс күні;
total: {text: … 20 (жиырма) жұмыс күні., within: 20 working days}"##,
    ),
};

pub static SUM_OVER_TOTAL: Entry = Entry {
    code: "M054",
    name: "sum-over-total",
    severity: Severity::Warning,
    message: said(
        "бірінен соң бірі орындалатын қадамдардың мерзімдері – {0}, ал жалпы мерзім – `{1}` ғана",
        "сроки действий, идущих одно за другим, – {0}, а общий срок – лишь `{1}`",
        "the terms of the steps, one after the other, are {0}, and the total only `{1}`",
    ),
    help: said(
        "мерзімдерді басылған актімен салыстырыңыз; онда да солай болса, қалдырыңыз: сайт жалпы мерзімді де, қосындыны да көрсетеді",
        "сверьте сроки с напечатанным актом; если в нём так же, оставьте: сайт покажет и общий срок, и сумму",
        "compare the terms with the printed act; where that has them too, leave them: the site shows both the total and the sum",
    ),
    why: TOTAL_HOLDS,
    example: (
        r##"- text: … 15 (он бес) жұмыс күні;
- text: … 10 (он) жұмыс күні;
total: {text: … 20 (жиырма) жұмыс күні., within: 20 working days}"##,
        r##"- text: … 10 (он) жұмыс күні;
- text: … 10 (он) жұмыс күні;
total: {text: … 20 (жиырма) жұмыс күні., within: 20 working days}"##,
    ),
};

/// All of them.
pub(super) const ALL: &[&Entry] = &[
    &YAML_BROKEN,
    &YAML_TOO_MUCH,
    &EMPTY_FILE,
    &UNKNOWN_KEY,
    &UNKNOWN_KEY_FAR,
    &DUPLICATE_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &NOT_A_NUMBER,
    &NO_KIND,
    &ORPHAN_PROSE,
    &UNFIT_SIGN,
    &BAD_ID,
    &DUPLICATE_ID,
    &DANGLING,
    &DANGLING_FAR,
    &BAD_DATE,
    &BAD_DURATION,
    &DURATION_DIFFERS,
    &DURATION_NOT_IN_TEXT,
    &BAD_CHOICE,
    &NO_DECREE,
    &TWO_DECREES,
    &NUMBERING,
    &ONE_BRANCH,
    &UNREACHABLE,
    &NO_WAY_OUT,
    &ITEM_KIND,
    &WAY_OF_CONDITION,
    &NOT_QUOTED,
    &LABEL_LONG,
    &LABEL_FOREIGN,
    &MARKER_NUMBER,
    &UNKNOWN_INSERT,
    &MISSING_PROSE,
    &EMPTY_PATH,
    &REPEATED_APPENDIX,
    &NO_LANGUAGE,
    &TOO_LONG,
    &NOT_SHOWN,
    &TOO_MANY,
    &EDITION_BEFORE_DECREE,
    &EDITION_AFTER_REPEAL,
    &EDITION_TWICE,
    &EDITION_NAME,
    &EDITION_BEFORE_ACT,
    &REFUSAL_TURNED,
    &REFUSAL_WITHOUT_WORDS,
    &REFUSAL_ON_YES,
    &DAY_BEFORE_ADOPTION,
    &NUMBER_AND_WORD,
    &MIXED_ALPHABETS,
    &NO_APPENDIX,
    &DOUBLED_WORD,
    &OPEN_BRACKET,
    &LANGUAGES_DIFFER,
    &LANGUAGE_WITHOUT_WORDS,
    &LISTED_TWICE,
    &NOTHING_TO_REPEAT,
    &REPEALED_BY_ITSELF,
    &EDITION_NOT_TOLD,
    &IDLE_PARTICIPANT,
    &FURTHER_TERM,
    &SEVERAL_TERMS,
    &STEP_OVER_TOTAL,
    &SUM_OVER_TOTAL,
];
