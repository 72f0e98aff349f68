//! A small decree and its regulation, built by hand, for the tests of this room and of those that publish it.

use crate::base::{Id, Lang, Span, Spanned, Text};
use crate::model::*;
use crate::wording::date::Date;

pub(crate) fn id(word: &str) -> Id {
    Id::new(word).expect("a sound id")
}

pub(crate) fn kk(words: &str) -> Text {
    Text::of(Lang::Kk, words)
}

pub(crate) fn words(plain: &str) -> Words {
    let fragment = plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Words { plain: plain.to_owned(), fragment: Some(fragment), is_raw: false }
}

pub(crate) fn raw(fragment: &str) -> Words {
    Words { plain: "raw".to_owned(), fragment: Some(fragment.to_owned()), is_raw: true }
}

fn paragraph(marker: &str, plain: &str) -> Block {
    Block::Paragraph { marker: (!marker.is_empty()).then(|| marker.to_owned()), words: words(plain) }
}

fn heading(plain: &str) -> Block {
    Block::Heading { level: 1, words: words(plain) }
}

pub(crate) fn decree(name: &str) -> Decree {
    Decree {
        id: id(name),
        language: Lang::Kk,
        region: None,
        title: kk("\"Регламентті\" бекіту туралы"),
        adopting_body: kk("Сынақ облысының әкімдігі"),
        adopted: Date::new(2016, 1, 8).expect("a day"),
        number: "01/03".to_owned(),
        kind: DecreeKind::Approving,
        requisites_line: Some(kk("Сынақ облысы әкімдігінің қаулысы")),
        status: None,
        registered: None,
        repealed: None,
        notes: vec![kk("Ескерту. Мәтін сақталған.")],
        amends: Vec::new(),
        signatory: Some(Signatory { post: Some(kk("Облыс әкімі")), name: kk("А. Сынақов") }),
        in_force_paragraph: None,
        amendments: Vec::new(),
        prose: vec![Prose {
            language: Lang::Kk,
            blocks: vec![paragraph("1.", "Бекітілсін."), paragraph("", "Орындалсын.")],
        }],
        regulations: vec![regulation("service")],
    }
}

/// Two units, a path of two steps with a restatement, a path of three items, an appendix for the second of them.
pub(crate) fn regulation(name: &str) -> Regulation {
    Regulation {
        id: id(name),
        language: Lang::Kk,
        title: kk("Қызмет <көрсету> & \"беру\""),
        field: None,
        edition: None,
        former: Vec::new(),
        heading: Some(kk("\"Қызмет\" регламенті")),
        approval: Some(kk("Әкімдіктің\n№ 1 қаулысымен\nбекітілген")),
        notes: Vec::new(),
        provider: kk("білім бөлімі"),
        channels: vec![Channel { kind: ChannelKind::Portal, text: kk("веб-портал") }],
        form: vec![Form::Electronic],
        standard: None,
        terms: Vec::new(),
        paragraphs: FactParagraphs {
            provider: InText::both(1),
            form: InText::both(2),
            result: InText::both(3),
            basis: InText::both(4),
        },
        units: vec![
            Unit { id: id("office"), name: kk("кеңсе"), printed: kk("кеңсе;") },
            Unit { id: id("head"), name: kk("басшы"), printed: kk("басшы.") },
        ],
        provider_paths: vec![provider_path()],
        system_paths: vec![system_path()],
        appendices: vec![Appendix {
            number: Some(1),
            label: Some(kk("1-қосымша")),
            header: Some(kk("Регламентке\n1-қосымша")),
            heading: Some(kk("Портал диаграммасы")),
            shows: Shown::Diagram(0),
            legend: Some(Legend {
                heading: Some(kk("Шартты белгілер:")),
                show: LegendShow::Full,
                items: vec![LegendItem { text: kk("Үдеріс"), element: Symbol::Task, printed: None }],
            }),
            is_missing: false,
        }],
        prose: vec![prose()],
    }
}

fn prose() -> Prose {
    let blocks = vec![
        heading("1. Жалпы ережелер"),
        paragraph("1.", "Қызметті \"бөлім\" көрсетеді & береді."),
        paragraph("1)", "портал <арқылы>;"),
        heading("2. Сипаттау"),
        paragraph("2.", "Рәсімдер:"),
        Block::Steps(vec![0]),
        paragraph("3.", "Тізбе:"),
        Block::Units,
        paragraph("4.", "Реттілік:"),
        Block::Sequence(vec![0]),
        heading("3. Портал"),
        Block::Items { path: 0, part: None },
    ];
    Prose { language: Lang::Kk, blocks }
}

fn provider_path() -> ProviderPath {
    let step = |n: u32, name: &str, text: &str| Step {
        id: Spanned::new(id(name), Span::default()),
        n,
        marker: kk(&format!("{n} әрекет –")),
        unit: 0,
        actor: None,
        actor_nominative: None,
        label: None,
        text: kk(text),
        action: kk(text),
        shown: kk(text),
        duration: None,
        result: Some(StepResult {
            marker: kk("нәтижесі –"),
            printed: kk("қолхат;"),
            text: kk("қолхат"),
            duration: None,
            label: None,
        }),
        extra: vec![Extra { text: kk("Түпнұсқа қайтарылады."), duration: None, label: None }],
        is_choice: false,
        ways: Vec::new(),
    };
    let steps = vec![step(1, "register", "құжаттарды тіркеу;"), step(2, "sign", "қол қою.")];
    let restated = |n: u32, text: &str| Restated {
        n,
        marker: kk(&format!("{n})")),
        text: kk(text),
        action: kk(text),
        actor: None,
        actor_nominative: None,
        duration: None,
        result: None,
        extra: Vec::new(),
    };
    let sequence = vec![restated(1, "кеңсе тіркейді;"), restated(2, "басшы қол қояды.")];
    let variant = Some(kk("ауысу үшін:"));
    ProviderPath { id: id("provider"), variant, results: ResultsPlace::Inline, steps, total_term: None, sequence }
}

fn system_path() -> SystemPath {
    let item = |name: &str, kind, number: u32, role, text: &str| Item {
        id: Spanned::new(id(name), Span::default()),
        kind,
        number,
        list_index: None,
        part: 0,
        marker: kk(&format!("{number} үдеріс –")),
        text: kk(text),
        label: None,
        at: vec![0],
        by: 0,
        actor: kk("портал"),
        system: None,
        duration: None,
        role,
        refuses: None,
        extra: Vec::new(),
        ways: Vec::new(),
    };
    SystemPath {
        id: id("portal"),
        channel: Some(ChannelKind::Portal),
        named: Some(kk("портал")),
        participants: vec![Participant { id: id("portal"), name: kk("портал"), kind: ParticipantKind::System }],
        items: vec![
            item("p1", ItemKind::Process, 1, None, "парольді енгізу;"),
            item("known", ItemKind::Condition, 1, None, "деректерді тексеру;"),
            item("refuse", ItemKind::Process, 2, Some(Role::Refusal), "1-шартта бас тарту."),
        ],
    }
}

/// The same with a text in Russian beside it: paragraph 1 in both, 7 only there.
pub(crate) fn both_languages(name: &str) -> Regulation {
    let mut both = regulation(name);
    let blocks = vec![
        heading("1. Общие положения"),
        paragraph("1.", "Услугу оказывает \"отдел\" & никто иной."),
        paragraph("7.", "Только <здесь>."),
    ];
    both.prose.push(Prose { language: Lang::Ru, blocks });
    both
}
