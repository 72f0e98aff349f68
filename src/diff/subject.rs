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

/// One list makes the subjects and their nouns: Kazakh, Russian with its gender before it, English.
macro_rules! subjects {
    ($($name:ident $gender:ident $kk:literal, $ru:literal, $en:literal;)*) => {
        /// What changed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Subject {
            $($name,)*
        }

        /// In the order of [`Subject`].
        const NOUNS: &[(Said, Gender)] = &[$((Said { kk: $kk, ru: $ru, en: $en }, Gender::$gender),)*];
    };
}

impl Subject {
    /// The noun, and the gender of its Russian form.
    pub(super) fn noun(self) -> &'static (Said, Gender) {
        &NOUNS[self as usize]
    }
}

subjects! {
    Decree It "қаулы", "постановление", "decree";
    Regulation He "регламент", "регламент", "regulation";
    Id He "идентификатор", "идентификатор", "id";
    Language He "құжат тілі", "язык документа", "language of the document";
    Region He "өңір", "регион", "region";
    Field She "қызмет көрсету саласы", "сфера услуг", "field of services";
    Edition She "редакциясы", "редакция", "edition";
    FormerEdition She "бұрынғы редакциясы", "прежняя редакция", "former edition";
    Title It "атауы", "наименование", "title";
    Body He "қаулыны қабылдаған орган", "принявший орган", "adopting body";
    Adopted She "қабылданған күні", "дата принятия", "day of adoption";
    Number He "қаулы нөмірі", "номер постановления", "number of the decree";
    DecreeKind He "қаулының түрі", "вид постановления", "kind of the decree";
    Requisites She "деректемелер жолы", "строка реквизитов", "line of requisites";
    Status She "мәртебе белгісі", "отметка о статусе", "mark of status";
    Registration She "мемлекеттік тіркелуі", "государственная регистрация", "state registration";
    Repeal She "күшін жою", "утрата силы", "repeal";
    Note It "ескертпе", "примечание", "note";
    AmendedAct He "өзгертілетін қаулы", "изменяемый акт", "amended act";
    Signatory He "қол қоюшы", "подписавший", "signatory";
    InForce He "қолданысқа енгізу тармағының нөмірі", "номер пункта о введении в действие", "number of the paragraph on entry into force";
    Amendment It "өзгеріс енгізу туралы сөйлем", "предложение об изменении регламента", "sentence that amends a regulation";
    Command It "өзгеріс енгізу пәрмені", "предписание об изменении", "command of amendment";
    Wording He "енгізілетін жаңа мәтін", "новый текст по предписанию", "new wording of a command";
    NewEdition He "жаңа редакциядағы регламент", "регламент в новой редакции", "regulation given anew";
    Order It "қаулыдағы орны", "место в постановлении", "place in the decree";
    Heading He "тақырыбы", "заголовок", "heading";
    Approval He "бекіту туралы белгі", "гриф утверждения", "block of approval";
    Provider He "көрсетілетін қызметті беруші", "услугодатель", "provider";
    Channel He "өтініш беру арнасы", "канал обращения", "channel of application";
    ChannelKind He "арнаның түрі", "вид канала", "kind of the channel";
    Form She "қызмет көрсету нысаны", "форма оказания услуги", "form of the service";
    Standard He "стандарт", "стандарт", "standard";
    Abbreviation It "қысқартылған атау", "сокращение", "abbreviation";
    Expansion She "қысқартудың толық түрі", "расшифровка сокращения", "expansion of the abbreviation";
    FactParagraph He "мәлімет тұрған тармақтың нөмірі", "номер пункта со сведениями", "number of a paragraph that states a fact";
    Unit It "құрылымдық бөлімше", "структурное подразделение", "structural unit";
    UnitEntry She "тізбедегі жазба", "запись в перечне", "entry of the list of units";
    ProviderPath She "рәсімдер тізбегі", "последовательность процедур", "sequence of procedures";
    SystemPath He "ақпараттық жүйелердегі жол", "путь через информационные системы", "path through information systems";
    Variant He "нұсқа тақырыбы", "заголовок варианта", "heading of the variant";
    ResultsPlace It "нәтижелердің мәтіндегі орны", "место результатов в тексте", "place of the results in the text";
    Step She "рәсім", "процедура", "step";
    Restated It "рәсімнің қайта баяндалуы", "повторное описание процедуры", "restatement of a step";
    Process He "процесс", "процесс", "process";
    Condition It "шарт", "условие", "condition";
    Plain It "іс-қимыл", "действие", "action";
    Sentence He "мәтіні", "текст", "wording";
    Marker It "нөмірінің жазылуы", "обозначение номера", "marker";
    Numbers They "нөмірлер", "номера", "numbers";
    Performer It "орындаушы бөлімше", "исполняющее подразделение", "unit that acts";
    Actor It "орындаушының сөйлемдегі атауы", "название исполнителя в предложении", "name of who acts";
    Label She "сызбадағы жазу", "подпись на чертеже", "label in the drawing";
    Duration He "мерзім", "срок", "term";
    TotalTerm He "жалпы мерзім", "общий срок", "total term";
    TotalSentence It "жалпы мерзім туралы сөйлем", "предложение об общем сроке", "sentence on the total term";
    Result He "нәтиже", "результат", "result";
    ResultDuration He "нәтиженің мерзімі", "срок результата", "term of the result";
    ResultLabel She "нәтиженің сызбадағы жазуы", "подпись результата на чертеже", "label of the result in the drawing";
    ResultMarker It "нәтиженің белгіленуі", "обозначение результата", "marker of the result";
    Extra It "қосымша сөйлем", "дополнительное предложение", "further sentence";
    ExtraDuration He "қосымша сөйлемнің мерзімі", "срок дополнительного предложения", "term of a further sentence";
    ExtraLabel She "қосымша мерзімнің сызбадағы жазуы", "подпись дополнительного срока на чертеже", "label of a further term in the drawing";
    Choice He "таңдау белгісі", "признак выбора", "mark of a choice";
    Branch She "тармақталу", "ветвь", "branch";
    Way He "келесі қадам", "переход", "what follows";
    Role She "нәтижедегі рөлі", "роль в исходе", "part in the outcome";
    ChannelOfPath He "жолдың арнасы", "канал пути", "channel of the path";
    Named It "арнаның мәтіндегі атауы", "название канала в тексте", "name of the channel in the text";
    Participant She "жолақ", "дорожка", "band";
    ParticipantKind He "қатысушының түрі", "вид участника", "kind of the participant";
    ElementKind He "элементтің түрі", "вид элемента", "kind of the element";
    Systems She "ақпараттық жүйе", "информационная система", "information system";
    Bands It "орындалатын жері", "место выполнения", "band where it happens";
    Agent It "әрекет етуші", "действующее лицо", "who acts";
    ListStart It "тізімнің басы", "начало списка", "start of the list";
    Appendix It "қосымша", "приложение", "appendix";
    AppendixNumber He "қосымшаның нөмірі", "номер приложения", "number of the appendix";
    AppendixLabel It "қосымшаның белгісі", "обозначение приложения", "label of the appendix";
    AppendixHeader She "қосымшаның бас жазуы", "шапка приложения", "head of the appendix";
    AppendixHeading He "қосымшаның тақырыбы", "заголовок приложения", "heading of the appendix";
    AppendixPath He "қосымша көрсететін жол", "путь, который показывает приложение", "path that the appendix shows";
    AppendixMissing She "қосымшаның жарияланбағаны туралы белгі", "отметка об отсутствии приложения", "mark that the appendix is missing";
    Legend They "шартты белгілер", "условные обозначения", "legend";
    LegendHeading He "шартты белгілердің тақырыбы", "заголовок условных обозначений", "heading of the legend";
    LegendShow She "шартты белгілердің толықтығы", "полнота условных обозначений", "extent of the legend";
    LegendItem It "шартты белгі", "условное обозначение", "entry of the legend";
    Symbol He "шартты белгінің таңбасы", "знак условного обозначения", "symbol of the legend";
    Text He "мәтін", "текст", "running text";
    Chapter He "тарау тақырыбы", "заголовок главы", "heading of a chapter";
    ChapterLevel He "тақырыптың деңгейі", "уровень заголовка", "level of the heading";
    Paragraph He "тармақ", "пункт", "paragraph";
    Subparagraph He "тармақша", "подпункт", "sub-paragraph";
    Part He "абзац", "абзац", "unnumbered paragraph";
    Block He "мәтін бөлігі", "фрагмент текста", "block of text";
    List He "деректер тізімі", "перечень данных", "list of data";
    Drawing He "сызба", "чертёж", "drawing";
}
