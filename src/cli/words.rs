//! Everything that the program says to its user, once in each of its three languages. Findings have their own catalogue.

use crate::base::harmless::in_lines;
use crate::base::{Said, Voice};
use std::time::Duration;

/// Kazakh, Russian, English.
const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

/// Puts the parts in the places of `{0}`, `{1}` …, without what a terminal would obey: names of files and the like are
/// somebody else's words.
pub(super) fn fill(pattern: &str, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let number = rest[open + 1..].split_once('}').and_then(|(n, after)| Some((n.parse::<usize>().ok()?, after)));
        let Some((part, after)) = number.and_then(|(n, after)| Some((parts.get(n)?, after))) else {
            out.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        out.push_str(&rest[..open]);
        out.push_str(&in_lines(part));
        rest = after;
    }
    out + rest
}

/// A noun that is counted: Kazakh has one form, Russian three, English two.
pub(super) struct Noun {
    kk: &'static str,
    ru: [&'static str; 3],
    en: [&'static str; 2],
}

impl Noun {
    pub fn count(&self, n: usize, voice: Voice) -> String {
        let form = match voice {
            Voice::Kk => self.kk,
            Voice::En => self.en[usize::from(n != 1)],
            Voice::Ru => match (n % 100, n % 10) {
                (11..=14, _) => self.ru[2],
                (_, 1) => self.ru[0],
                (_, 2..=4) => self.ru[1],
                _ => self.ru[2],
            },
        };
        format!("{n} {form}")
    }
}

/// «0.31 s».
pub(super) fn seconds(took: Duration, voice: Voice) -> String {
    let number = format!("{:.2}", took.as_secs_f64());
    match voice {
        Voice::En => format!("{number} s"),
        Voice::Kk | Voice::Ru => format!("{} с", number.replace('.', ",")),
    }
}

pub(super) const ERRORS: Noun =
    Noun { kk: "қате", ru: ["ошибка", "ошибки", "ошибок"], en: ["error", "errors"] };
pub(super) const WARNINGS: Noun =
    Noun {
        kk: "ескерту", ru: ["предупреждение", "предупреждения", "предупреждений"], en: ["warning", "warnings"]
    };
pub(super) const NOTES: Noun =
    Noun { kk: "белгі", ru: ["заметка", "заметки", "заметок"], en: ["note", "notes"] };
pub(super) const FILES: Noun =
    Noun { kk: "файл", ru: ["файл", "файла", "файлов"], en: ["file", "files"] };
pub(super) const IN_FILES: Noun =
    Noun { kk: "файлда", ru: ["файле", "файлах", "файлах"], en: ["file", "files"] };
pub(super) const DRAWINGS: Noun =
    Noun { kk: "сызба", ru: ["чертёж", "чертежа", "чертежей"], en: ["drawing", "drawings"] };
pub(super) const PAGES: Noun =
    Noun { kk: "бет", ru: ["страница", "страницы", "страниц"], en: ["page", "pages"] };

pub(super) const ERROR: Said = said("қате", "ошибка", "error");
pub(super) const WARNING: Said = said("ескерту", "предупреждение", "warning");
pub(super) const NOTE: Said = said("белгі", "заметка", "note");
pub(super) const HELP: Said = said("кеңес", "совет", "help");
pub(super) const SEE_ALSO: Said = said("қараңыз", "см. также", "see also");
pub(super) const WRONG: Said = said("Қате", "Неверно", "Wrong");
pub(super) const RIGHT: Said = said("Дұрыс", "Верно", "Right");

pub(super) const FOUND: Said = said("{1} {0}", "{0} в {1}", "{0} in {1}");
pub(super) const NOTHING_FOUND: Said =
    said("түзететін ештеңе жоқ: {0} оқылды", "исправлять нечего: прочитано {0}", "nothing to mend: {0} read");

pub(super) const AS_COMMITTED: Said = said("Сақталғаны", "Как сохранено", "As it is committed");
pub(super) const AS_DEFINED: Said =
    said("Анықтама бойынша", "Как следует из определения", "As the definition gives it");
pub(super) const PICTURES_WRITTEN: Said = said("{0} → {1}", "{0} → {1}", "{0} → {1}");
pub(super) const READING: Said = said("оқу", "чтение", "reading");
pub(super) const DRAWING: Said = said("сызу", "чертежи", "drawing");
pub(super) const DONE: Said = said(
    "{0}, {1}: {2} бумасында, {3}; жаңа {4}",
    "{0}, {1}: в папке {2}, за {3}; новых – {4}",
    "{0}, {1} written to {2} in {3}; {4} new or changed",
);
pub(super) const BROKEN_LINK: Said =
    said("сілтеме ешқайда апармайды", "ссылка никуда не ведёт", "the link leads nowhere");
pub(super) const DOUBLED_ID: Said = said(
    "бетте бұл идентификатор екі рет тұр",
    "идентификатор стоит на странице дважды",
    "the id stands twice in the page",
);
pub(super) const LINKS: Said = said(
    "ешқайда апармайтын сілтеме: {0}; басқа хосттарға сілтеме: {1}",
    "ссылок, которые никуда не ведут: {0}; ссылок на другие хосты: {1}",
    "links that lead nowhere: {0}; links to other hosts: {1}",
);
pub(super) const SERVING: Said = said(
    "сайт мына мекенжайда: {0} – тоқтату үшін Ctrl+C",
    "сайт открыт по адресу {0} – остановить: Ctrl+C",
    "the site is at {0} – Ctrl+C ends it",
);
pub(super) const RENEWED: Said = said("{0} мс: {1}", "{0} мс: {1}", "{0} ms: {1}");
pub(super) const OF_BEFORE: Said = said(
    "Бұл бетте қателер пайда болғанға дейінгі соңғы мәтін көрсетілген.",
    "На этой странице показан последний текст, в котором ещё не было ошибок.",
    "This page shows the text as it last was without errors.",
);
pub(super) const TO_PLACE: Said = said("беттегі орны", "место на странице", "its place on the page");
pub(super) const NO_PAGE: Said = said("Мұндай бет жоқ", "Такой страницы нет", "There is no such page");
pub(super) const NO_PAGE_NOW: Said =
    said("Бұл бетті әзірге жасау мүмкін емес", "Эту страницу пока нельзя собрать", "This page cannot be made now");
pub(super) const LONGER_THAN_PAGE: Said = said(
    "{0}-парақ қағаздан ұзын: бір қадамның мәтіні параққа сыймайды; басып шығарғанда кішірейтіледі. Мәтінді немесе белгіні қысқартыңыз",
    "лист {0} длиннее бумаги: одно действие не помещается на лист; при печати он уменьшится. Сократите подпись",
    "sheet {0} is longer than the paper: one step does not fit it; it will print smaller. Shorten the label",
);
pub(super) const BROADER_THAN_PAGE: Said = said(
    "{0}-парақ қағаздан кең: жолақтар бірге параққа сыймайды; басып шығарғанда кішірейтіледі. Атауларды қысқартыңыз",
    "лист {0} шире бумаги: дорожки вместе не помещаются; при печати он уменьшится. Сократите названия",
    "sheet {0} is broader than the paper: the bands together do not fit it; it will print smaller. Shorten their names",
);
/// What else helps while there is a larger paper to take.
pub(super) const OR_TAKE_A3: Said = said(" немесе A3 алыңыз", " или возьмите A3", ", or take A3");
pub(super) const OTHER_ORDER: Said = said(
    "`{0}` бұрынғы сызбадағы реті бойынша тұрған жоқ: жолақтар орнын ауыстырған немесе ағын енді керісінше өтеді",
    "`{0}` стоит с другой стороны от других, чем на прежнем чертеже: дорожки поменялись местами или поток идёт теперь иначе",
    "`{0}` stands on another side of others than in the earlier drawing: bands changed places, or the flow runs another way now",
);
pub(super) const DEFECT_MISSING: Said =
    said("`{0}` сызбада жоқ", "`{0}` не попал на чертёж", "`{0}` is missing from the drawing");
pub(super) const DEFECT_NODE_OVERLAP: Said =
    said("`{0}` басқа фигураны жабады", "`{0}` накрывает другую фигуру", "`{0}` overlaps another shape");
pub(super) const DEFECT_LANE: Said =
    said("`{0}` өз жолағынан шығады", "`{0}` выходит из своей дорожки", "`{0}` leaves its band");
pub(super) const DEFECT_THROUGH_NODE: Said =
    said("`{0}` сызығы фигурадан өтеді", "линия `{0}` проходит через фигуру", "the line `{0}` runs through a shape");
pub(super) const DEFECT_DETACHED: Said = said(
    "`{0}` сызығының ұшы фигураға жетпейді",
    "конец линии `{0}` не касается фигуры",
    "an end of the line `{0}` does not reach its shape",
);
pub(super) const DEFECT_DIAGONAL: Said =
    said("`{0}` сызығы қиғаш", "линия `{0}` идёт наискось", "the line `{0}` runs aslant");
pub(super) const DEFECT_EDGE_ON_EDGE: Said = said(
    "`{0}` сызығы басқа сызықтың үстінде: бір фигурада сызықтар тым көп",
    "линия `{0}` лежит на другой: у одной фигуры слишком много линий",
    "the line `{0}` lies on another: one shape has too many lines",
);
pub(super) const DEFECT_LABEL: Said = said(
    "`{0}` жазуы фигураның, сызықтың немесе жазудың үстінде",
    "надпись `{0}` лежит на фигуре, линии или надписи",
    "the label of `{0}` lies on a shape, a line or a label",
);
pub(super) const DEFECT_OUTSIDE: Said =
    said("`{0}` парақтан шығады", "`{0}` выходит за лист", "`{0}` leaves the sheet");
pub(super) const MORE_REMARKS: Said = said("тағы {0}", "и ещё {0}", "and {0} more");
pub(super) const NOTHING_WRITTEN: Said = said(
    "ештеңе жазылған жоқ: шығыс бумасы бұрынғыдай",
    "ничего не записано: выходная папка осталась прежней",
    "nothing was written: the output folder is as it was",
);
pub(super) const SEE_CHECK: Said = said("{0}; толығырақ: {1}", "{0}; подробнее: {1}", "{0}; to see them: {1}");
pub(super) const SET_ASIDE: Said = said(
    "бағдарлама жазбаған файл жолда тұрды; ол енді мына жерде: {0}",
    "на месте записи стоял файл, который записала не программа; теперь он здесь: {0}",
    "a file that this program had not written stood in the way; it is kept as {0}",
);
pub(super) const DRIFT_MISSING: Said = said("жоқ", "нет", "missing");
pub(super) const DRIFT_DIFFERS: Said = said("өзгеше", "отличается", "differs");
pub(super) const DRIFT_EXTRA: Said =
    said("ешбір анықтама мұны бермейді", "ни одно определение этого не даёт", "no definition gives this");
pub(super) const DRIFT: Said = said(
    "сызбалар анықтамаларға сай емес; `reglament build` оларды жаңартады",
    "чертежи не соответствуют определениям; `reglament build` обновит их",
    "the drawings are not those of the definitions; `reglament build` brings them up to date",
);
pub(super) const NO_DRIFT: Said = said(
    "сызбалар анықтамаларға сай",
    "чертежи соответствуют определениям",
    "the drawings are those of the definitions",
);
pub(super) const BEFORE_A_GRAPH: Said = said(
    "--before тек GRAPH.json файлымен бірге беріледі: анықтаманың сызбасы бұрынғы редакциясының ретін өзі сақтайды",
    "--before задают только вместе с файлом GRAPH.json: чертёж определения сам держит порядок прежней редакции",
    "--before goes with a file GRAPH.json only: the drawing of a definition keeps the order of its former edition by itself",
);
pub(super) const NAME_A_GRAPH: Said = said(
    "граф файлын атаңыз немесе --before кілтін алып тастаңыз",
    "назовите файл графа или уберите --before",
    "name the file of a graph, or leave --before out",
);
pub(super) const MEND_GRAPH: Said = said(
    "бейтарап түрде жазылған граф керек: lanes, nodes және flows тізімдері бар JSON",
    "нужен граф в нейтральной форме: JSON со списками lanes, nodes и flows",
    "a graph in the neutral form is needed: JSON with the lists lanes, nodes and flows",
);

pub(super) const DOTS_TO_TERMINAL: Said = said(
    "PNG суреті терминалға шығарылмайды",
    "картинка PNG в терминал не выводится",
    "a PNG picture is not for a terminal",
);
pub(super) const NAME_A_FILE: Said =
    said("файлды атаңыз: -o сызба.png", "назовите файл: -o чертёж.png", "name a file: -o drawing.png");
pub(super) const NO_DOTS: Said = said(
    "{0}: сызба PNG суреті үшін тым үлкен немесе бос",
    "{0}: чертёж слишком велик для картинки PNG или пуст",
    "{0}: the drawing is too large for a PNG picture, or empty",
);
pub(super) const TAKE_SVG: Said = said(
    "SVG файлында өлшем шегі жоқ: --format svg",
    "у SVG предела размеру нет: --format svg",
    "SVG has no such limit: --format svg",
);

pub(super) const EXPLAIN_HINT: Said = said(
    "Біреуі туралы толығырақ: reglament explain <код>",
    "Подробнее об одном: reglament explain <код>",
    "More about one: reglament explain <code>",
);
pub(super) const NO_SUCH_FINDING: Said =
    said("`{0}` деген код не атау жоқ", "нет ни кода, ни имени `{0}`", "no finding has the code or the name `{0}`");
pub(super) const MEANT: Said = said("мүмкін, `{0}`", "возможно, `{0}`", "perhaps `{0}`");
pub(super) const LIST_BY: Said = said("барлығының тізімі: {0}", "список всех: {0}", "the list of all: {0}");
pub(super) const NO_SUCH_NAME: Said =
    said("`{0}` деген атау жоқ", "имени `{0}` ни у чего нет", "nothing has the name `{0}`");
pub(super) const AMBIGUOUS: Said =
    said("`{0}` бірнеше атауға келеді", "`{0}` подходит к нескольким именам", "`{0}` fits more than one name");
pub(super) const CHOOSE_ONE: Said =
    said("біреуін толық атаңыз:{0}", "назовите одно полностью:{0}", "name one in full:{0}");
pub(super) const THERE_IS: Said = said("мыналар бар:{0}", "есть такие:{0}", "there are:{0}");

pub(super) const ONE_NAME: Said = said(
    "бір файлға бір регламент жазылады: бір атау керек",
    "в один файл пишется один регламент: нужно одно имя",
    "one file holds one regulation: one name is needed",
);
pub(super) const FEWER_NAMES: Said = said(
    "бір архивке азырақ регламент салыңыз",
    "положите в один архив меньше регламентов",
    "put fewer regulations into one archive",
);

pub(super) const NEW_DONE: Said = said(
    "{0} бумасы дайын; файлдардағы түсініктемелерді оқып, мәтінді ауыстырыңыз, сосын: reglament check --source {1}",
    "папка {0} готова; прочитайте пояснения в файлах, замените текст, затем: reglament check --source {1}",
    "{0} is ready; read the comments in its files, put in your text, then: reglament check --source {1}",
);
pub(super) const BAD_ID: Said =
    said("`{0}` идентификатор бола алмайды", "`{0}` не может быть идентификатором", "`{0}` cannot be an id");
pub(super) const ID_RULE: Said = said(
    "кіші латын әріптері, цифрлар және араларында дефис, 64 таңбаға дейін: astana-2026-1",
    "строчные латинские буквы, цифры и дефисы между ними, до 64 знаков: astana-2026-1",
    "small Latin letters, digits and hyphens between them, at most 64: astana-2026-1",
);

pub(super) const BUG: Said = said(
    "Бұл – бағдарламаның қатесі, сіздікі емес. Ештеңе бүлінген жоқ. Осы хабарламаны және оған себеп болған файлды бағдарламаны жасаушыларға жіберіңізші.",
    "Это ошибка программы, а не ваша. Ничего не испорчено. Пожалуйста, пришлите это сообщение и файл, на котором оно появилось, авторам программы.",
    "This is a fault of the program, not yours. Nothing was damaged. Please send this message, and the file that brought it about, to the authors of the program.",
);

pub(super) const ABOUT: Said = said(
    "Мемлекеттік қызмет регламенттерін сызып, жариялайды: YAML – кіріс, BPMN үлгісіндегі SVG мен сайт – шығыс.",
    "Чертит и публикует регламенты государственных услуг: на входе YAML, на выходе SVG в духе BPMN и сайт.",
    "Draws and publishes the regulations of state services: YAML in, BPMN-style SVG and a static site out.",
);

/// What each verb does, for the list of verbs.
pub(super) const VERBS: [(&str, Said); 12] = [
    (
        "build",
        said(
            "Барлық регламентті сызып, сайт жасау",
            "Начертить все регламенты и собрать сайт",
            "Draw every regulation and make the site",
        ),
    ),
    (
        "serve",
        said(
            "Жазып отырғанда сайтты осы машинада көрсету",
            "Показывать сайт на этой машине, пока его пишут",
            "Show the site on this machine while it is written",
        ),
    ),
    (
        "check",
        said(
            "Анықтамаларда не қате екенін көрсету; ештеңе жазбау",
            "Показать, что не так в определениях; ничего не писать",
            "List what is wrong in the definitions; write nothing",
        ),
    ),
    (
        "diff",
        said(
            "Анықтамалардың екі күйінің арасында не өзгергенін құқықтық тілмен айту",
            "Сказать юридическим языком, что изменилось между двумя состояниями определений",
            "Tell what changed between two states of the definitions, in legal terms",
        ),
    ),
    (
        "render",
        said(
            "Бір жолды сызу: файлға не экранға",
            "Начертить один путь: в файл или на экран",
            "Draw one path, to a file or to standard output",
        ),
    ),
    (
        "export",
        said(
            "Бір регламентті бір файлға, бірнешеуін не сайтты архивке жазу",
            "Записать регламент одним файлом, несколько или весь сайт – архивом",
            "Write one regulation as a file, several or the site as a zip",
        ),
    ),
    (
        "new",
        said(
            "Түсініктемелері бар бастапқы анықтама жазу",
            "Записать заготовку определения с пояснениями",
            "Write a definition to start from, with comments",
        ),
    ),
    (
        "schema",
        said(
            "Анықтамалардың JSON Schema-сын шығару (редакторлар үшін)",
            "Вывести JSON Schema определений (для редакторов)",
            "Print the JSON Schema of the definitions, for editors",
        ),
    ),
    (
        "explain",
        said(
            "Ескертпенің мәнін түсіндіру не бәрін тізу",
            "Объяснить замечание или перечислить все",
            "Explain a finding, or list all of them",
        ),
    ),
    (
        "ci",
        said(
            "Тексеру тапсырмасын (CI) не `git diff` баптауын шығару",
            "Вывести задание для проверки (CI) или настройку для `git diff`",
            "Print a job for a forge, or the lines by which `git diff` speaks in legal terms",
        ),
    ),
    (
        "textconv",
        said(
            "Анықтаманы не сызбаны `git diff` үшін құқықтық тілмен шығару",
            "Вывести определение или чертёж юридическим языком, для `git diff`",
            "Print a definition or a drawing as lines of legal terms, for `git diff`",
        ),
    ),
    (
        "dump",
        said(
            "Жұмыс кезеңінің нәтижесін JSON түрінде шығару",
            "Вывести в JSON, что получилось на одном из этапов",
            "Print what a stage of the work made, as JSON",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_take_their_places() {
        assert_eq!(fill("{1} {0} {2} {x}", &["a", "{0}"]), "{0} a {2} {x}");
    }

    #[test]
    fn numbers_govern_their_nouns() {
        let ru = |n| DRAWINGS.count(n, Voice::Ru);
        assert_eq!([ru(1), ru(22), ru(18), ru(111)], ["1 чертёж", "22 чертежа", "18 чертежей", "111 чертежей"]);
        assert_eq!(PAGES.count(1, Voice::En), "1 page");
        assert_eq!(PAGES.count(0, Voice::En), "0 pages");
        assert_eq!(PAGES.count(5, Voice::Kk), "5 бет");
    }

    #[test]
    fn time_is_written_as_the_language_writes_numbers() {
        assert_eq!(seconds(Duration::from_millis(312), Voice::En), "0.31 s");
        assert_eq!(seconds(Duration::from_millis(312), Voice::Ru), "0,31 с");
    }
}
