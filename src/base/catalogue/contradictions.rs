//! Findings on an act that contradicts itself or what its definition says of it, in the order of their codes.

use super::{Entry, Said};
use crate::base::Severity;

/// Kazakh, Russian, English.
const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const LEADS_NOWHERE: Said = said(
    "Жоқ жерге сілтеме оқырманды ешқайда апармайды; актінің мәтіні қол қойылғанға дейін ғана түзетіледі.",
    "Ссылка на то, чего нет, никуда не приведёт читателя; поправить текст акта можно только до подписания.",
    "A reference to what is not there leads a reader nowhere; the text of an act can be mended only before it is signed.",
);
const OWN_NUMBER: Said = said(
    "нөмірді басылған актімен салыстырыңыз; басқа актінің тармағы болса, сол актінің аты осы сөйлемде тұрғанын тексеріңіз",
    "сверьте номер с напечатанным актом; если это пункт другого акта, проверьте, назван ли тот в этом же предложении",
    "compare the number with the printed act; where another act is meant, check that this sentence names it",
);
const ONE_DRAWING: Said = said(
    "Сызбаға мәтінмен бірге қол қойылады; сөйлем бір нәрсе айтып, сызба басқаны көрсетпеуі тиіс.",
    "Чертёж подписывают вместе с текстом; предложение не должно говорить одно, а чертёж показывать другое.",
    "A drawing is signed together with its text; the sentence must not say one thing and the drawing show another.",
);
const COUNTED_ONCE: Said = said(
    "Тармақтың нөмірі – оның бетте және басқа актілерде қолданылатын мекенжайы.",
    "Номер пункта – его адрес на странице и в других актах.",
    "The number of a paragraph is its address, on the page and in other acts.",
);
const SHOWN_AS_SAID: Said = said(
    "Бет актінің күнін, нөмірін және күшін анықтаманың кілттерінен көрсетеді; олар актінің өз сөздерінен өзгеше болса, оқырман қателеседі.",
    "День, номер и действие акта страница берёт из ключей определения; если в самом акте сказано иное, читатель ошибётся.",
    "A page takes the day, the number and the force of an act from the keys of the definition; where the act says otherwise, a reader is misled.",
);
const EACH_ACTS: Said = said(
    "Анықтамалықтың бағаны кімнің не істейтінін көрсетеді, сондықтан ол сөйлем атаған бөлімше болуы тиіс.",
    "Столбец справочника показывает, кто что делает, и потому должен принадлежать тому, кого называет предложение.",
    "A column of the handbook shows who does what, and so must be that of the unit that the sentence names.",
);

pub static NO_PARAGRAPH: Entry = Entry {
    code: "M055",
    name: "no-paragraph",
    severity: Severity::Warning,
    message: said(
        "мәтін {0}-тармаққа сілтейді, ал регламентте ондай тармақ жоқ",
        "текст ссылается на пункт {0}, а в регламенте такого пункта нет",
        "the text refers to paragraph {0}, and the regulation has none of that number",
    ),
    help: OWN_NUMBER,
    why: LEADS_NOWHERE,
    example: ("осы регламенттің 15-тармағында", "осы регламенттің 5-тармағында"),
};

pub static NO_SUBPARAGRAPH: Entry = Entry {
    code: "M056",
    name: "no-subparagraph",
    severity: Severity::Warning,
    message: said(
        "мәтін {1}-тармақтың {0}) тармақшасына сілтейді, ал ол тармақта ондай тармақша жоқ",
        "текст ссылается на подпункт {0}) пункта {1}, а в этом пункте такого подпункта нет",
        "the text refers to subparagraph {0}) of paragraph {1}, which has none of that number",
    ),
    help: OWN_NUMBER,
    why: LEADS_NOWHERE,
    example: ("5-тармақтың 14) тармақшасында", "5-тармақтың 4) тармақшасында"),
};

pub static NO_ITEM: Entry = Entry {
    code: "M057",
    name: "no-item",
    severity: Severity::Warning,
    message: said(
        "сөйлемде {1}-{0} аталған, ал бұл жолда ол жоқ",
        "предложение говорит: «{0} {1}», а на этом пути такого нет",
        "the sentence speaks of {0} {1}, and the path has none of that number",
    ),
    help: said(
        "сөйлемді басылған актімен, ал тармақтардың нөмірлерін мәтінмен салыстырыңыз",
        "сверьте предложение с напечатанным актом, а номера элементов пути – с текстом",
        "compare the sentence with the printed act, and the numbers of the items with the text",
    ),
    why: LEADS_NOWHERE,
    example: ("text: қате болса, 99 үдеріске қайтарылады;", "text: қате болса, 6 үдеріске қайтарылады;"),
};

pub static WAY_DIFFERS: Entry = Entry {
    code: "M058",
    name: "way-differs",
    severity: Severity::Warning,
    message: said(
        "сөйлем бойынша жолдың жалғасы – {1}-{0}, ал `{2}: {3}` басқа жерге апарады",
        "по предложению дальше идёт {0} {1}, а `{2}: {3}` ведёт в другое место",
        "by the sentence {0} {1} comes next, and `{2}: {3}` leads elsewhere",
    ),
    help: said(
        "`{2}: {4}` деп жазыңыз немесе сөйлемді басылған актімен салыстырыңыз",
        "запишите `{2}: {4}` или сверьте предложение с напечатанным актом",
        "write `{2}: {4}`, or compare the sentence with the printed act",
    ),
    why: ONE_DRAWING,
    example: (
        r"text: қате болса, 6 үдеріске қайтарылады;
no: p7",
        r"text: қате болса, 6 үдеріске қайтарылады;
no: p6",
    ),
};

pub static PARAGRAPH_TWICE: Entry = Entry {
    code: "M059",
    name: "paragraph-twice",
    severity: Severity::Warning,
    message: said(
        "{0} нөмірі екі тармақта тұр",
        "номер {0} стоит у двух пунктов",
        "two paragraphs bear the number {0}",
    ),
    help: said(
        "нөмірді басылған актімен салыстырыңыз; онда да солай болса, қалдырыңыз: сілтемелер біріншісіне апарады",
        "сверьте номер с напечатанным актом; если в нём так же, оставьте: ссылки поведут к первому из двух",
        "compare the number with the printed act; where that has it too, leave it: links lead to the first of the two",
    ),
    why: COUNTED_ONCE,
    example: (
        r"6. …

9. …

8. …

9. …",
        r"6. …

7. …

8. …

9. …",
    ),
};

pub static PARAGRAPH_LEFT_OUT: Entry = Entry {
    code: "M060",
    name: "paragraph-left-out",
    severity: Severity::Info,
    message: said(
        "{1}-тармақтың алдында нөмір жетпейді: {0}",
        "перед пунктом {1} в нумерации пропущено: {0}",
        "before paragraph {1} the count leaves out {0}",
    ),
    help: said(
        "басылған актімен салыстырыңыз; тармақ алып тасталған болса, оны ескертпемен айтыңыз: `> Ескерту. …-тармақ алып тасталды - …`",
        "сверьте с напечатанным актом; если пункт исключён, скажите об этом сноской: `> Сноска. Пункт … исключен …`",
        "compare it with the printed act; where the paragraph is excluded, say so in a note: `> Ескерту. …-тармақ алып тасталды - …`",
    ),
    why: COUNTED_ONCE,
    example: (
        r"6. …

8. …",
        r"6. …

7. …

8. …",
    ),
};

pub static HEAD_DIFFERS: Entry = Entry {
    code: "M061",
    name: "head-differs",
    severity: Severity::Warning,
    message: said(
        "`{0}` мәтінінде «{1}», ал `{2}` кілтінде «{3}»",
        "в `{0}` стоит «{1}», а в `{2}` – «{3}»",
        "`{0}` says «{1}», and `{2}` says «{3}»",
    ),
    help: said(
        "екеуін де қол қойылған актімен салыстырып, қате жазылғанын түзетіңіз",
        "сверьте то и другое с подписанным актом и исправьте то, что записано неверно",
        "compare both with the signed act, and mend the one that is wrong",
    ),
    why: SHOWN_AS_SAID,
    example: (
        r"date: 2016-04-07
number: 105-771
requisites: Постановление акимата города Астаны от 9 апреля 2016 года № 105-770.",
        r"date: 2016-04-07
number: 105-771
requisites: Постановление акимата города Астаны от 7 апреля 2016 года № 105-771.",
    ),
};

pub static END_NOT_TOLD: Entry = Entry {
    code: "M062",
    name: "end-not-told",
    severity: Severity::Warning,
    message: said(
        "`{0}` мәтіні бойынша акт күшін жойған, ал `repealed` кілті жоқ: сайт оны қолданыстағы акт деп көрсетеді",
        "по `{0}` акт утратил силу, а ключа `repealed` нет: сайт покажет его действующим",
        "by `{0}` the act has lost its force, and the key `repealed` is missing: the site shows it as in force",
    ),
    help: said(
        "күшін жойған актіні қосыңыз: `repealed: {by: …, date: …, number: …}`",
        "добавьте отменивший акт: `repealed: {by: …, date: …, number: …}`",
        "add the act that ended it: `repealed: {by: …, date: …, number: …}`",
    ),
    why: SHOWN_AS_SAID,
    example: (
        "status: Күшін жойған",
        r"status: Күшін жойған
repealed: {by: Облыс әкімдігінің қаулысы, date: 2020-08-20, number: '189'}",
    ),
};

pub static IN_FORCE_ELSEWHERE: Entry = Entry {
    code: "M063",
    name: "in-force-elsewhere",
    severity: Severity::Warning,
    message: said(
        "актінің {0}-тармағы қолданысқа енгізу туралы айтпайды",
        "пункт {0} акта ничего не говорит о введении в действие",
        "paragraph {0} of the act says nothing of its entry into force",
    ),
    help: said(
        "`in_force` кілтіне «қолданысқа енгізіледі» деген тармақтың нөмірін жазыңыз; ондай тармақ жоқ болса, кілтті алып тастаңыз",
        "запишите в `in_force` номер пункта, где сказано «вводится в действие»; если такого нет, уберите ключ",
        "give `in_force` the number of the paragraph that says «қолданысқа енгізіледі», «вводится в действие»; where there is none, take the key out",
    ),
    why: SHOWN_AS_SAID,
    example: ("in_force: 2", "in_force: 3"),
};

pub static FORM_DIFFERS: Entry = Entry {
    code: "M064",
    name: "form-differs",
    severity: Severity::Warning,
    message: said(
        "мәтін бойынша қызметтің нысаны – «{0}», ал `form` кілтінде: {1}",
        "по тексту форма услуги – «{0}», а в `form` стоит: {1}",
        "by the text the form of the service is «{0}», and `form` says: {1}",
    ),
    help: said(
        "`form: [{2}]` деп жазыңыз немесе мәтінді басылған актімен салыстырыңыз",
        "запишите `form: [{2}]` или сверьте текст с напечатанным актом",
        "write `form: [{2}]`, or compare the text with the printed act",
    ),
    why: SHOWN_AS_SAID,
    example: ("form: [electronic]", "form: [electronic-partial, paper]"),
};

pub static OTHER_UNIT: Entry = Entry {
    code: "M065",
    name: "other-unit",
    severity: Severity::Warning,
    message: said(
        "сөйлем «{0}» деп басталады, бұл – `{1}`, ал қадамды `{2}` орындайды делінген",
        "предложение начинается словами «{0}», это `{1}`, а действие отдано `{2}`",
        "the sentence begins with «{0}», which is `{1}`, and the step is given to `{2}`",
    ),
    help: said(
        "`unit: {1}` деп жазыңыз; қадамды шынымен `{2}` орындаса, сөйлемдегі атауды `actor` кілтіне жазыңыз",
        "запишите `unit: {1}`; если действие всё же выполняет `{2}`, повторите название из предложения в `actor`",
        "write `unit: {1}`; where the step is done by `{2}` all the same, repeat the name of the sentence in `actor`",
    ),
    why: EACH_ACTS,
    example: (
        r"- unit: office
  text: бөлім басшысы қол қояды;",
        r"- unit: head
  text: бөлім басшысы қол қояды;",
    ),
};

pub static UNEXPLAINED: Entry = Entry {
    code: "M066",
    name: "unexplained-abbreviation",
    severity: Severity::Info,
    message: said(
        "«{0}» қысқартуын мәтін ашпайды, `terms` тізімінде де ол жоқ",
        "сокращение «{0}» в тексте не раскрыто, и в `terms` его нет",
        "the text does not explain the abbreviation «{0}», and `terms` has none",
    ),
    help: said(
        "оны `terms` тізіміне қосыңыз; акт оны еш жерде ашпаса, `expansion` жазбаңыз",
        "внесите его в `terms`; если акт нигде его не раскрывает, `expansion` не пишите",
        "put it into `terms`, without an `expansion` where the act never gives one",
    ),
    why: said(
        "Қысқартудың мәнін оқырман беттің өзінен біле алуы тиіс; акт оны ашпаса, қол қойылғанға дейін сұраған жөн.",
        "Что значит сокращение, читатель должен узнать на той же странице; если акт его не раскрывает, о нём лучше спросить до подписания.",
        "A reader should learn from the page what an abbreviation means; where the act does not say, it is better asked before it is signed.",
    ),
    example: (
        "ҚАЖ арқылы тексеріледі",
        r"terms:
  - {abbr: ҚАЖ, expansion: құжаттардың ақпараттық жүйесі}",
    ),
};

pub static IDLE_UNIT: Entry = Entry {
    code: "M067",
    name: "idle-unit",
    severity: Severity::Info,
    message: said(
        "бірде-бір қадамды `{0}` орындамайды",
        "ни одно действие не выполняет `{0}`",
        "no step is done by `{0}`",
    ),
    help: said(
        "қай қадамды орындайтынын `unit` кілтінде көрсетіңіз; актіде ол тізімде ғана тұрса, қалдырыңыз",
        "укажите его в `unit` того действия, которое он выполняет; если акт называет его только в перечне, оставьте",
        "name it in the `unit` of the step that it does; where the act has it in the list only, leave it",
    ),
    why: EACH_ACTS,
    example: (
        r"units: {office: кеңсе, head: басшы}
steps:
  - {unit: office, text: кеңсе тіркейді;}",
        r"units: {office: кеңсе, head: басшы}
steps:
  - {unit: office, text: кеңсе тіркейді;}
  - {unit: head, text: басшы қол қояды.}",
    ),
};

pub static NUMBERS_DIFFER: Entry = Entry {
    code: "M068",
    name: "numbers-differ",
    severity: Severity::Warning,
    message: said(
        "қазақша және орысша мәтіндердің тармақтары әртүрлі нөмірленген, сондықтан `{0}` мәліметі қай тармақта тұрғаны анық емес",
        "в казахском и русском текстах пункты пронумерованы по-разному, и неясно, в каком пункте стоят сведения `{0}`",
        "the Kazakh and the Russian text number their paragraphs differently, and which one states `{0}` is not clear",
    ),
    help: said(
        "нөмірді әр тіл үшін бөлек жазыңыз, мысалы: `{1}`",
        "запишите номер для каждого языка отдельно, например: `{1}`",
        "write the number for each language, as in `{1}`",
    ),
    why: said(
        "Бір тілдің нөмірімен екінші тілдің мәтіні алынса, бет басқа тармақтың сөзін келтірер еді.",
        "По номеру одного языка страница процитировала бы в тексте другого не тот пункт.",
        "Under the number of one language, a page would quote the wrong paragraph of the other.",
    ),
    example: ("paragraphs: {result: 3}", "paragraphs: {result: {kk: 4, ru: 3}}"),
};

/// All of them.
pub(super) const ALL: &[&Entry] = &[
    &NO_PARAGRAPH,
    &NO_SUBPARAGRAPH,
    &NO_ITEM,
    &WAY_DIFFERS,
    &PARAGRAPH_TWICE,
    &PARAGRAPH_LEFT_OUT,
    &HEAD_DIFFERS,
    &END_NOT_TOLD,
    &IN_FORCE_ELSEWHERE,
    &FORM_DIFFERS,
    &OTHER_UNIT,
    &UNEXPLAINED,
    &IDLE_UNIT,
    &NUMBERS_DIFFER,
];
