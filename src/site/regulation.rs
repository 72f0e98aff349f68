//! The page of a regulation: facts, contents, text, appendices with their drawings.

use super::Figured;
use super::address::{Place, drawing, former_drawing};
use super::context::{Act, ActPage, Download, Head, Line, Value, View, Words};
use super::desk::{Desk, Stock};
use super::editions::Wording;
use super::facts::Facts;
use super::{card, dated, drawing_file, editions, machine, parallel, print, text_file, timeline, walk};
use crate::backend::html::{self, Drawn, Labels, PaperSheet, TableWords};
use crate::backend::svg;
use crate::base::{Artifacts, Id, Lang, Rect, Size};
use crate::manuscript::{self, FlowTable, Manuscript};
use crate::model::{Decree, Regulation};
use crate::scene::{Scene, SceneSheet};
use crate::theme::{Drawing, ThemeFault};
use std::collections::BTreeMap;

/// A drawing as pages show it.
pub(super) struct Plate<'a> {
    path: &'a Id,
    pieces: Vec<String>,
    paper: Vec<PaperSheet>,
    is_sideways: bool,
    file: String,
    shapes: BTreeMap<String, String>,
    scene: &'a Scene,
    table: &'a FlowTable,
    /// Its heading, and the language of that.
    title: (Lang, String),
}

/// Of each drawing the plate in a language, or the one that there is.
fn in_language<'p, 'a>(plates: &'p [Plate<'a>], lang: Lang) -> Vec<&'p Plate<'a>> {
    let is_lost = |plate: &&Plate<'_>| {
        let twin = |other: &Plate<'_>| other.path == plate.path && other.title.0 == lang;
        plate.title.0 != lang && plates.iter().any(twin)
    };
    plates.iter().filter(|plate| !is_lost(plate)).collect()
}

impl Plate<'_> {
    fn drawn(&self, desk: &Desk<'_>) -> Drawn<'_> {
        Drawn {
            path: self.path,
            pieces: &self.pieces,
            paper: &self.paper,
            is_sideways: self.is_sideways,
            file: &self.file,
            shapes: &self.shapes,
            walk: walk::json(self.path, self.scene, self.table, desk.lang, &table_words(desk)),
            table: self.table,
        }
    }
}

/// The drawings of a regulation: as files of their own, and as plates for its pages.
pub(super) fn plates<'a>(
    stock: &Stock<'_>,
    wording: &Wording<'a>,
    figures: &[Figured<'a>],
    files: &mut Artifacts,
) -> Vec<Plate<'a>> {
    let look = &stock.theme.drawing;
    let Wording { decree, text: regulation, .. } = *wording;
    let root = wording.place.to_root();
    let diagrams = regulation.system_paths.iter().map(|path| &path.id);
    let handbooks = regulation.provider_paths.iter().map(|path| &path.id);
    let mut plates = Vec::new();
    for figure in diagrams.chain(handbooks).flat_map(|path| figures.iter().filter(move |figure| figure.path == path)) {
        let (path, lang) = (figure.path, figure.scene.language);
        let file = match wording.place {
            Place::Edition(decree, _, day) => former_drawing(decree, regulation, day, path, lang),
            _ => drawing(&decree.id, regulation, path, lang),
        };
        files.insert(file.clone(), drawing_file::of(stock, wording, figure));
        let links = format!("#{path}-");
        let (pieces, shapes) = pieces(figure.scene, look, &format!("fig-{path}-"), Some(&links));
        let is_cut = figure.paper.sheets.len() > 1;
        let is_sideways = print::is_sideways(figure.paper, look.paper);
        let paper = if is_cut { paper_sheets(figure.paper, print::rooms(look.paper, is_sideways)) } else { Vec::new() };
        let title = (figure.scene.language, figure.scene.title.clone());
        plates.push(Plate {
            path,
            pieces,
            paper,
            is_sideways,
            file: format!("{root}{file}"),
            shapes,
            scene: figure.scene,
            table: figure.table,
            title,
        });
    }
    plates
}

/// The sheets in the size that printed pages have room for; the first shares its page with the head of the
/// appendix. Said in numbers, as a browser takes the proportions of the whole file for those of each view.
fn paper_sheets(scene: &Scene, [first, further]: [Size; 2]) -> Vec<PaperSheet> {
    let count = scene.sheets.len();
    let sheet = |(at, sheet): (usize, &SceneSheet)| PaperSheet {
        view: sheet.rect,
        size: fit(sheet.rect, if at == 0 { first } else { further }),
        name: format!("{}/{count}", at + 1),
    };
    scene.sheets.iter().enumerate().map(sheet).collect()
}

/// The largest size of these proportions within the room, and no larger than it is.
fn fit(view: Rect, room: Size) -> Size {
    let (w, h) = (view.w.max(1), view.h.max(1));
    let by_width = Size::new(room.w.min(w), h * room.w.min(w) / w);
    if by_width.h <= room.h { by_width } else { Size::new(w * room.h / h, room.h) }
}

/// Each sheet as a picture of its own, and which shape shows which step or item: the first one, where a drawing repeats
/// it on a further sheet.
fn pieces(scene: &Scene, look: &Drawing, prefix: &str, links: Option<&str>) -> (Vec<String>, BTreeMap<String, String>) {
    let mut shapes = BTreeMap::new();
    let mut pieces = Vec::new();
    for (at, sheet) in scene.sheets.iter().enumerate() {
        let named_by = (at > 0).then(|| prefix.to_owned());
        let prefix = if at == 0 { prefix.to_owned() } else { format!("{prefix}s{}-", at + 1) };
        for part in &sheet.parts {
            if let Some(link) = &part.link {
                shapes.entry(link.clone()).or_insert_with(|| format!("{prefix}{}", part.id));
            }
        }
        let options = svg::SvgOptions {
            links: links.map(str::to_owned),
            ids: Some(prefix),
            standalone: false,
            sheet: Some(at),
            named_by,
            ..svg::SvgOptions::default()
        };
        pieces.push(svg::render(scene, look, &options));
    }
    (pieces, shapes)
}

/// All that a regulation in force has of its own: pages, drawings, data.
pub(super) fn files(
    stock: &Stock<'_>,
    decree: &Decree,
    regulation: &Regulation,
    figures: &[Figured<'_>],
) -> Result<Artifacts, ThemeFault> {
    let mut files = Artifacts::new();
    let wording = Wording::in_force(decree, regulation);
    let plates = plates(stock, &wording, figures, &mut files);
    machine::model_of(decree, regulation, &mut files);
    let card = card::make(stock, decree, regulation, figures, &mut files);
    let manuscripts = manuscript::compose_each(regulation);
    if parallel::exists(regulation) {
        let aligned = parallel::align(&regulation.prose, &manuscripts);
        for lang in Lang::ALL {
            let view = parallel::page(&Desk { stock: *stock, lang }, decree, regulation, &manuscripts, &aligned);
            let place = Place::Parallel(&decree.id, &regulation.id);
            files.insert(place.file(lang), stock.theme.page("parallel.html", lang, &view)?);
        }
    }
    let manuscripts = editions::note_all(stock, &wording, manuscripts);
    text_file::of_regulation(stock, &wording, &manuscripts, figures, &mut files);
    let crossings = parallel::all_crossings(&regulation.prose, &manuscripts);
    for ((lang, manuscript), crossings) in Lang::ALL.into_iter().zip(manuscripts).zip(crossings) {
        let desk = Desk { stock: *stock, lang };
        dated::files(&desk, decree, regulation, &mut files)?;
        let mut view = page(&desk, &wording, &plates, manuscript);
        view.frame.crossings = crossings;
        card.iter().for_each(|card| card.tell(&mut view.frame.head));
        files.insert(wording.place.file(lang), stock.theme.page("regulation.html", lang, &view)?);
    }
    Ok(files)
}

/// The page of one edition; the manuscript is that of its wording, in the language of the desk.
pub(super) fn page(
    desk: &Desk<'_>,
    wording: &Wording<'_>,
    plates: &[Plate<'_>],
    manuscript: Manuscript,
) -> View<ActPage> {
    let Wording { decree, text: regulation, place, .. } = *wording;
    let timeline = timeline::of(desk, wording, &manuscript);
    let plates = in_language(plates, desk.lang);
    let drawings: Vec<Drawn<'_>> = plates.iter().map(|plate| plate.drawn(desk)).collect();
    let former = editions::former(desk, wording);
    let both = parallel::link(desk, decree, regulation, place).filter(|_| former.is_none());
    let to_both = both.as_ref().map(|link| (link.href.as_str(), desk.words().get("parallel_chapter")));
    let options = html::Options { labels: labels(desk), level: 3, drawings: &drawings, parallel: to_both };
    let rendered = html::render(&manuscript, &options);
    let title = Words::of(&regulation.title, desk.lang);
    let repealed = desk.repealed(decree, place);
    let marks = former.iter().map(|former| &former.headline).chain(repealed.iter().map(|repealed| &repealed.mark));
    let mark: String = marks.map(|mark| format!("{mark}: ")).collect();
    let [headline, description] = desk.in_region(decree, &mark, [&title.words; 2]);
    let mut frame = desk.frame(place, "regulation", &headline, &description);
    frame.is_repealed = repealed.is_some();
    let to_decree = super::context::Link { href: place.link(Place::Decree(&decree.id)), text: desk.short_name(decree) };
    frame.trail = desk.trail_to(decree, place);
    frame.trail.push(to_decree);
    let mut facts = Facts::new(desk);
    match &former {
        Some(former) => {
            frame.trail.push(former.latest.clone());
            frame.head.hide();
            facts.add("status", [Value::of(Words::own(&former.mark))]);
        }
        None => {
            frame.head.data = Some(machine::head::data_of(&decree.id, &regulation.id));
            frame.head.facts = Some(machine::of_regulation(desk, decree, regulation));
            facts.add("status", [facts.status(decree, place)]);
        }
    }
    facts.add("edition", editions::since(desk, wording));
    let it = ActPage {
        kicker: desk.word("regulation"),
        title,
        repealed,
        former,
        upcoming: editions::upcoming(desk, wording),
        timeline,
        compare: timeline::compare(desk, wording),
        facts: facts.of_regulation(decree, regulation, &manuscript, place),
        regulations: Vec::new(),
        only_in: desk.only_in(manuscript.language),
        contents: rendered.chapters.iter().chain(&rendered.appendix_entries).map(Line::from).collect(),
        act: Act {
            lang: manuscript.language.tag(),
            head: rendered.head,
            text: rendered.text,
            appendices: rendered.appendices,
            glossary: rendered.glossary,
        },
        texts: text_file::links(desk, wording),
        files: downloads(desk, place, &frame.head, &plates),
        parallel: both,
    };
    View { frame, it }
}

/// Each drawing under the heading of its appendix, then the data of the regulation and of all.
fn downloads(desk: &Desk<'_>, place: Place<'_>, head: &Head, plates: &[&Plate<'_>]) -> Vec<Download> {
    let json = |href: String, key: &str| Download {
        href,
        text: Words::own(desk.word(key)),
        kind: "application/json",
        of: None,
    };
    let own = head.data.iter().map(|href| json(href.clone(), "data_file"));
    let all = json(format!("{}data/index.json", place.to_root()), "data_index");
    let svg = |plate: &&Plate<'_>| {
        let (lang, title) = &plate.title;
        let lang = (*lang != desk.lang).then_some(lang.tag());
        let text = Words { words: desk.words().fill("drawing_file", &[title]), lang };
        Download { href: plate.file.clone(), text, kind: "image/svg+xml", of: None }
    };
    plates.iter().map(svg).chain(own).chain([all]).collect()
}

/// Words of the interface that stand between those of an act.
pub(super) fn labels<'a>(desk: &Desk<'a>) -> Labels<'a> {
    let words = desk.words();
    Labels {
        to_drawing: words.get("to_drawing"),
        diagram: words.get("diagram"),
        handbook: words.get("handbook"),
        missing: words.get("missing"),
        unmentioned: words.get("unmentioned"),
        legend: words.get("legend"),
        download: words.get("download"),
        scroll_drawing: words.get("scroll_drawing"),
        scroll_table: words.get("scroll_table"),
        drawing: words.get("drawing"),
        table: table_words(desk),
        terms: words.get("terms"),
    }
}

/// The words of the tables; those that a drawing writes come from the drawing's theme.
fn table_words<'a>(desk: &Desk<'a>) -> TableWords<'a> {
    let words = desk.words();
    let drawn = &desk.stock.theme.drawing.words;
    TableWords {
        title: words.get("table"),
        name: words.get("table_name"),
        next: words.get("table_next"),
        what: words.get("table_what"),
        who: words.get("table_who"),
        place: words.get("table_place"),
        kind: words.get("table_kind"),
        unit: words.get("table_unit"),
        action: words.get("table_action"),
        term: words.get("table_term"),
        handed_to: words.get("table_handed_to"),
        yes: drawn.yes.get(desk.lang),
        no: drawn.no.get(desk.lang),
        start: drawn.start.get(desk.lang),
        finish: drawn.finish.get(desk.lang),
        task: words.get("table_task"),
        gateway: words.get("table_gateway"),
        event: words.get("table_event"),
        message: words.get("table_message"),
        document: words.get("table_document"),
        step: words.get("table_step"),
        choice: words.get("table_choice"),
        counted: words.get("table_counted"),
        begins: words.get("table_begins"),
        ends: words.get("table_ends"),
        hears: words.get("table_hears"),
        sends: words.get("table_sends"),
        ends_sending: words.get("table_ends_sending"),
        is_given: words.get("table_is_given"),
    }
}
