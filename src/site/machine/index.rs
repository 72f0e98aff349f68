//! `data/index.json`: every decree and regulation, with the files that show them.
//!
//! Links are relative to the file itself. One act stands on one line, so that a change of one is a change of a line.

use super::super::address::{Place, drawing};
use super::super::dated;
use super::super::editions::Wording;
use super::super::text_file;
use super::write_plain;
use crate::base::{Id, Lang, RelPath, Text};
use crate::model::{Corpus, Decree, DecreeKind, Field, Region, Registration, Regulation};
use crate::wording::date::Date;
use crate::wording::note;
use serde::{Serialize, Serializer};

/// The way from `data/` to the root of the site.
const ROOT: &str = "../";

pub(super) fn json(corpus: &Corpus) -> Vec<u8> {
    let all = corpus.decrees.iter();
    let regulations = all.flat_map(|decree| decree.regulations.iter().map(move |one| (decree, one)));
    let mut out = b"{\n\"decrees\": [".to_vec();
    lines(corpus.decrees.iter().map(DecreeLine::of), &mut out);
    out.extend(b"],\n\"regulations\": [");
    lines(regulations.map(|(decree, regulation)| RegulationLine::of(decree, regulation)), &mut out);
    out.extend(b"]\n}\n");
    out
}

fn lines(entries: impl Iterator<Item = impl Serialize>, out: &mut Vec<u8>) {
    let before = out.len();
    for entry in entries {
        out.extend(if out.len() > before { &b",\n"[..] } else { b"\n" });
        write_plain(out, &entry);
    }
    if out.len() > before {
        out.push(b'\n');
    }
}

/// Keys with values, in the order in which they are written.
struct Keyed<K, V>(Vec<(K, V)>);

impl<K: AsRef<str>, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key.as_ref(), value)))
    }
}

/// Files by the language that they are in.
type Files = Keyed<&'static str, String>;

/// An act that changed or repealed another.
#[derive(Serialize)]
struct Act<'a> {
    by: &'a Text,
    /// The same as `adopted`, under the name that it had first.
    date: Date,
    /// The day of the act, which has effect later.
    adopted: Date,
    number: &'a str,
    /// When it has effect, in the words of the note on it.
    effect: Option<Text>,
}

impl<'a> Act<'a> {
    fn of(by: &'a Text, date: Date, number: &'a str, note: Option<&Text>) -> Act<'a> {
        Act { by, date, adopted: date, number, effect: note.and_then(effect) }
    }
}

fn effect(note: &Text) -> Option<Text> {
    let mut said = Text::default();
    note.iter()
        .filter_map(|(lang, words)| Some((lang, note::effect(words)?)))
        .for_each(|(lang, words)| said.set(lang, words.to_owned()));
    (!said.is_empty()).then_some(said)
}

#[derive(Serialize)]
struct DecreeLine<'a> {
    id: &'a Id,
    title: &'a Text,
    adopting_body: &'a Text,
    adopted: Date,
    number: &'a str,
    kind: DecreeKind,
    region: Option<&'a Region>,
    registered: Option<&'a Registration>,
    status: &'static str,
    repealed: Option<Act<'a>>,
    pages: Files,
    texts: Files,
    regulations: Vec<String>,
}

impl DecreeLine<'_> {
    fn of(decree: &Decree) -> DecreeLine<'_> {
        let repealed = decree.repealed.as_ref();
        DecreeLine {
            id: &decree.id,
            title: &decree.title,
            adopting_body: &decree.adopting_body,
            adopted: decree.adopted,
            number: &decree.number,
            kind: decree.kind,
            region: decree.region.as_ref(),
            registered: decree.registered.as_ref(),
            status: status(decree),
            repealed: repealed.map(|repeal| Act::of(&repeal.by, repeal.date, &repeal.number, repeal.note.as_ref())),
            pages: pages(Place::Decree(&decree.id)),
            texts: texts(text_file::of_act(decree)),
            regulations: decree.regulations.iter().map(|regulation| name(decree, regulation)).collect(),
        }
    }
}

#[derive(Serialize)]
struct RegulationLine<'a> {
    id: String,
    title: &'a Text,
    provider: &'a Text,
    field: Option<&'a Field>,
    editions: Vec<EditionEntry<'a>>,
    dated: Files,
    decree: &'a Id,
    status: &'static str,
    pages: Files,
    texts: Files,
    data: String,
    drawings: Vec<DrawingEntry<'a>>,
}

#[derive(Serialize)]
struct DrawingEntry<'a> {
    id: &'a Id,
    kind: &'static str,
    svg: String,
    /// The same in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<String>,
}

impl RegulationLine<'_> {
    fn of<'a>(decree: &'a Decree, regulation: &'a Regulation) -> RegulationLine<'a> {
        let diagrams = regulation.system_paths.iter().map(|path| ("diagram", &path.id));
        let handbooks = regulation.provider_paths.iter().map(|path| ("handbook", &path.id));
        let languages: Vec<Lang> = regulation.drawn_in().collect();
        let entry = |(kind, id): (&'static str, &'a Id)| {
            let mut files = languages.iter().map(|lang| from_here(&drawing(&decree.id, regulation, id, *lang)));
            DrawingEntry { id, kind, svg: files.next().unwrap_or_default(), translation: files.next() }
        };
        RegulationLine {
            id: name(decree, regulation),
            title: &regulation.title,
            provider: &regulation.provider,
            field: regulation.field.as_ref(),
            editions: editions(decree, regulation),
            dated: pages(dated::place(decree, regulation)),
            decree: &decree.id,
            status: status(decree),
            pages: pages(Place::Regulation(&decree.id, &regulation.id)),
            texts: texts(text_file::of(decree, regulation)),
            data: [decree.id.as_str(), "/", regulation.id.as_str(), ".json"].concat(),
            drawings: diagrams.chain(handbooks).map(entry).collect(),
        }
    }
}

#[derive(Serialize)]
struct EditionEntry<'a> {
    /// The day that names it.
    from: Date,
    /// The day of its effect, where that is known.
    in_force_from: Option<Date>,
    by: Option<Act<'a>>,
    pages: Files,
    changes: Option<Files>,
    /// What changed since earlier editions than the one before, by their days.
    since: Keyed<String, Files>,
}

/// The line of wordings, the oldest first; nothing where there is but that of the decree.
fn editions<'a>(decree: &'a Decree, regulation: &'a Regulation) -> Vec<EditionEntry<'a>> {
    if regulation.former.is_empty() && regulation.edition.is_none() {
        return Vec::new();
    }
    let one = |at: usize| {
        let wording = Wording::of(decree, regulation, at);
        let edition = wording.text.edition.as_ref();
        EditionEntry {
            from: wording.text.begins(decree),
            in_force_from: edition.filter(|edition| edition.tells_effect).map(|edition| edition.from.value),
            by: edition.map(|edition| Act::of(&edition.by, edition.date, &edition.number, edition.note.as_ref())),
            pages: pages(wording.place),
            changes: (at > 0).then(|| pages(wording.changes())),
            since: since(&wording),
        }
    };
    (0..=regulation.former.len()).map(one).collect()
}

fn since(wording: &Wording<'_>) -> Keyed<String, Files> {
    let earlier = wording.compared().filter(|(_, place)| matches!(place, Place::Between(..)));
    let named = earlier.map(|(before, place)| (before.text.begins(before.decree).to_string(), pages(place)));
    Keyed(named.collect())
}

fn name(decree: &Decree, regulation: &Regulation) -> String {
    [decree.id.as_str(), "/", regulation.id.as_str()].concat()
}

/// That a repeal is not known does not say that an act is in force.
fn status(decree: &Decree) -> &'static str {
    if decree.repealed.is_some() { "repealed" } else { "no-repeal-known" }
}

fn texts(files: impl Iterator<Item = (Lang, RelPath)>) -> Files {
    Keyed(files.map(|(lang, file)| (lang.tag(), from_here(&file))).collect())
}

fn pages(place: Place<'_>) -> Files {
    Keyed(Lang::ALL.map(|lang| (lang.tag(), from_here(&place.file(lang)))).into())
}

fn from_here(file: &RelPath) -> String {
    [ROOT, file.as_str()].concat()
}
