//! What can change, and what it is called in three languages.

use crate::base::Said;
use serde::Serialize;

/// The gender of the Russian noun; it governs the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
    It,
    They,
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Decree,
    Regulation,
    Id,
    Language,
    Region,
    Title,
    Body,
    Adopted,
    Number,
    DecreeKind,
    Requisites,
    Status,
    Registration,
    Repeal,
    Note,
    AmendedAct,
    Signatory,
    InForce,
    Amendment,
    Command,
    Wording,
    NewEdition,
    Order,
    Heading,
    Approval,
    Provider,
    Channel,
    ChannelKind,
    Form,
    Standard,
    Abbreviation,
    Expansion,
    FactParagraph,
    Unit,
    UnitEntry,
    ProviderPath,
    SystemPath,
    Variant,
    ResultsPlace,
    Step,
    Restated,
    Process,
    Condition,
    Plain,
    Sentence,
    Marker,
    Numbers,
    Performer,
    Actor,
    Label,
    Duration,
    TotalTerm,
    TotalSentence,
    Result,
    ResultDuration,
    ResultLabel,
    ResultMarker,
    Extra,
    ExtraDuration,
    ExtraLabel,
    Choice,
    Branch,
    Way,
    Role,
    ChannelOfPath,
    Named,
    Participant,
    ParticipantKind,
    ElementKind,
    Systems,
    Bands,
    Agent,
    ListStart,
    Appendix,
    AppendixNumber,
    AppendixLabel,
    AppendixHeader,
    AppendixHeading,
    AppendixPath,
    AppendixMissing,
    Legend,
    LegendHeading,
    LegendShow,
    LegendItem,
    Symbol,
    Text,
    Chapter,
    ChapterLevel,
    Paragraph,
    Subparagraph,
    Part,
    Block,
    List,
    Drawing,
}

const fn noun(kk: &'static str, ru: &'static str, gender: Gender, en: &'static str) -> (Said, Gender) {
    (Said { kk, ru, en }, gender)
}

impl Subject {
    /// The noun, and the gender of its Russian form.
    pub(super) const fn noun(self) -> (Said, Gender) {
        use Gender::{He, It, She, They};
        match self {
            Subject::Decree => noun("қаулы", "постановление", It, "decree"),
            Subject::Regulation => noun("регламент", "регламент", He, "regulation"),
            Subject::Id => noun("идентификатор", "идентификатор", He, "id"),
            Subject::Language => noun("құжат тілі", "язык документа", He, "language of the document"),
            Subject::Region => noun("өңір", "регион", He, "region"),
            Subject::Title => noun("атауы", "наименование", It, "title"),
            Subject::Body => noun("қаулыны қабылдаған орган", "принявший орган", He, "adopting body"),
            Subject::Adopted => noun("қабылданған күні", "дата принятия", She, "day of adoption"),
            Subject::Number => noun("қаулы нөмірі", "номер постановления", He, "number of the decree"),
            Subject::DecreeKind => noun("қаулының түрі", "вид постановления", He, "kind of the decree"),
            Subject::Requisites => noun("деректемелер жолы", "строка реквизитов", She, "line of requisites"),
            Subject::Status => noun("мәртебе белгісі", "отметка о статусе", She, "mark of status"),
            Subject::Registration => {
                noun("мемлекеттік тіркелуі", "государственная регистрация", She, "state registration")
            }
            Subject::Repeal => noun("күшін жою", "утрата силы", She, "repeal"),
            Subject::Note => noun("ескертпе", "примечание", It, "note"),
            Subject::AmendedAct => noun("өзгертілетін қаулы", "изменяемый акт", He, "amended act"),
            Subject::Signatory => noun("қол қоюшы", "подписавший", He, "signatory"),
            Subject::InForce => noun(
                "қолданысқа енгізу тармағының нөмірі",
                "номер пункта о введении в действие",
                He,
                "number of the paragraph on entry into force",
            ),
            Subject::Amendment => noun(
                "өзгеріс енгізу туралы сөйлем",
                "предложение об изменении регламента",
                It,
                "sentence that amends a regulation",
            ),
            Subject::Command => noun("өзгеріс енгізу пәрмені", "предписание об изменении", It, "command of amendment"),
            Subject::Wording => {
                noun("енгізілетін жаңа мәтін", "новый текст по предписанию", He, "new wording of a command")
            }
            Subject::NewEdition => {
                noun("жаңа редакциядағы регламент", "регламент в новой редакции", He, "regulation given anew")
            }
            Subject::Order => noun("қаулыдағы орны", "место в постановлении", It, "place in the decree"),
            Subject::Heading => noun("тақырыбы", "заголовок", He, "heading"),
            Subject::Approval => noun("бекіту туралы белгі", "гриф утверждения", He, "block of approval"),
            Subject::Provider => noun("көрсетілетін қызметті беруші", "услугодатель", He, "provider"),
            Subject::Channel => noun("өтініш беру арнасы", "канал обращения", He, "channel of application"),
            Subject::ChannelKind => noun("арнаның түрі", "вид канала", He, "kind of the channel"),
            Subject::Form => noun("қызмет көрсету нысаны", "форма оказания услуги", She, "form of the service"),
            Subject::Standard => noun("стандарт", "стандарт", He, "standard"),
            Subject::Abbreviation => noun("қысқартылған атау", "сокращение", It, "abbreviation"),
            Subject::Expansion => {
                noun("қысқартудың толық түрі", "расшифровка сокращения", She, "expansion of the abbreviation")
            }
            Subject::FactParagraph => noun(
                "мәлімет тұрған тармақтың нөмірі",
                "номер пункта со сведениями",
                He,
                "number of a paragraph that states a fact",
            ),
            Subject::Unit => noun("құрылымдық бөлімше", "структурное подразделение", It, "structural unit"),
            Subject::UnitEntry => noun("тізбедегі жазба", "запись в перечне", She, "entry of the list of units"),
            Subject::ProviderPath => {
                noun("рәсімдер тізбегі", "последовательность процедур", She, "sequence of procedures")
            }
            Subject::SystemPath => noun(
                "ақпараттық жүйелердегі жол",
                "путь через информационные системы",
                He,
                "path through information systems",
            ),
            Subject::Variant => noun("нұсқа тақырыбы", "заголовок варианта", He, "heading of the variant"),
            Subject::ResultsPlace => noun(
                "нәтижелердің мәтіндегі орны",
                "место результатов в тексте",
                It,
                "place of the results in the text",
            ),
            Subject::Step => noun("рәсім", "процедура", She, "step"),
            Subject::Restated => {
                noun("рәсімнің қайта баяндалуы", "повторное описание процедуры", It, "restatement of a step")
            }
            Subject::Process => noun("процесс", "процесс", He, "process"),
            Subject::Condition => noun("шарт", "условие", It, "condition"),
            Subject::Plain => noun("іс-қимыл", "действие", It, "action"),
            Subject::Sentence => noun("мәтіні", "текст", He, "wording"),
            Subject::Marker => noun("нөмірінің жазылуы", "обозначение номера", It, "marker"),
            Subject::Numbers => noun("нөмірлер", "номера", They, "numbers"),
            Subject::Performer => noun("орындаушы бөлімше", "исполняющее подразделение", It, "unit that acts"),
            Subject::Actor => {
                noun("орындаушының сөйлемдегі атауы", "название исполнителя в предложении", It, "name of who acts")
            }
            Subject::Label => noun("сызбадағы жазу", "подпись на чертеже", She, "label in the drawing"),
            Subject::Duration => noun("мерзім", "срок", He, "term"),
            Subject::TotalTerm => noun("жалпы мерзім", "общий срок", He, "total term"),
            Subject::TotalSentence => {
                noun("жалпы мерзім туралы сөйлем", "предложение об общем сроке", It, "sentence on the total term")
            }
            Subject::Result => noun("нәтиже", "результат", He, "result"),
            Subject::ResultDuration => noun("нәтиженің мерзімі", "срок результата", He, "term of the result"),
            Subject::ResultLabel => noun(
                "нәтиженің сызбадағы жазуы",
                "подпись результата на чертеже",
                She,
                "label of the result in the drawing",
            ),
            Subject::ResultMarker => noun("нәтиженің белгіленуі", "обозначение результата", It, "marker of the result"),
            Subject::Extra => noun("қосымша сөйлем", "дополнительное предложение", It, "further sentence"),
            Subject::ExtraDuration => {
                noun("қосымша сөйлемнің мерзімі", "срок дополнительного предложения", He, "term of a further sentence")
            }
            Subject::ExtraLabel => noun(
                "қосымша мерзімнің сызбадағы жазуы",
                "подпись дополнительного срока на чертеже",
                She,
                "label of a further term in the drawing",
            ),
            Subject::Choice => noun("таңдау белгісі", "признак выбора", He, "mark of a choice"),
            Subject::Branch => noun("тармақталу", "ветвь", She, "branch"),
            Subject::Way => noun("келесі қадам", "переход", He, "what follows"),
            Subject::Role => noun("нәтижедегі рөлі", "роль в исходе", She, "part in the outcome"),
            Subject::ChannelOfPath => noun("жолдың арнасы", "канал пути", He, "channel of the path"),
            Subject::Named => {
                noun("арнаның мәтіндегі атауы", "название канала в тексте", It, "name of the channel in the text")
            }
            Subject::Participant => noun("жолақ", "дорожка", She, "band"),
            Subject::ParticipantKind => noun("қатысушының түрі", "вид участника", He, "kind of the participant"),
            Subject::ElementKind => noun("элементтің түрі", "вид элемента", He, "kind of the element"),
            Subject::Systems => noun("ақпараттық жүйе", "информационная система", She, "information system"),
            Subject::Bands => noun("орындалатын жері", "место выполнения", It, "band where it happens"),
            Subject::Agent => noun("әрекет етуші", "действующее лицо", It, "who acts"),
            Subject::ListStart => noun("тізімнің басы", "начало списка", It, "start of the list"),
            Subject::Appendix => noun("қосымша", "приложение", It, "appendix"),
            Subject::AppendixNumber => noun("қосымшаның нөмірі", "номер приложения", He, "number of the appendix"),
            Subject::AppendixLabel => noun("қосымшаның белгісі", "обозначение приложения", It, "label of the appendix"),
            Subject::AppendixHeader => noun("қосымшаның бас жазуы", "шапка приложения", She, "head of the appendix"),
            Subject::AppendixHeading => {
                noun("қосымшаның тақырыбы", "заголовок приложения", He, "heading of the appendix")
            }
            Subject::AppendixPath => noun(
                "қосымша көрсететін жол",
                "путь, который показывает приложение",
                He,
                "path that the appendix shows",
            ),
            Subject::AppendixMissing => noun(
                "қосымшаның жарияланбағаны туралы белгі",
                "отметка об отсутствии приложения",
                She,
                "mark that the appendix is missing",
            ),
            Subject::Legend => noun("шартты белгілер", "условные обозначения", They, "legend"),
            Subject::LegendHeading => {
                noun("шартты белгілердің тақырыбы", "заголовок условных обозначений", He, "heading of the legend")
            }
            Subject::LegendShow => {
                noun("шартты белгілердің толықтығы", "полнота условных обозначений", She, "extent of the legend")
            }
            Subject::LegendItem => noun("шартты белгі", "условное обозначение", It, "entry of the legend"),
            Subject::Symbol => {
                noun("шартты белгінің таңбасы", "знак условного обозначения", He, "symbol of the legend")
            }
            Subject::Text => noun("мәтін", "текст", He, "running text"),
            Subject::Chapter => noun("тарау тақырыбы", "заголовок главы", He, "heading of a chapter"),
            Subject::ChapterLevel => noun("тақырыптың деңгейі", "уровень заголовка", He, "level of the heading"),
            Subject::Paragraph => noun("тармақ", "пункт", He, "paragraph"),
            Subject::Subparagraph => noun("тармақша", "подпункт", He, "sub-paragraph"),
            Subject::Part => noun("абзац", "абзац", He, "unnumbered paragraph"),
            Subject::Block => noun("мәтін бөлігі", "фрагмент текста", He, "block of text"),
            Subject::List => noun("деректер тізімі", "перечень данных", He, "list of data"),
            Subject::Drawing => noun("сызба", "чертёж", He, "drawing"),
        }
    }
}
