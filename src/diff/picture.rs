//! What the file of a drawing says: its parts by id, each with its sentence and its words, and where it is drawn.
//!
//! In: SVG as this program writes it; of any other, whatever groups have an id. Out: [`Picture`]; two of them compared.
//! Holds: total: what is no SVG has no parts; a part that only moved did not change.
//! Absent on purpose: what the parts mean in law; files.

use super::drawing::Marks;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a drawing in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    pub title: String,
    pub parts: Vec<PicturePart>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturePart {
    pub id: String,
    /// `task`, `flow` …; empty in a drawing of another origin.
    pub role: String,
    /// The whole sentence.
    pub title: String,
    /// The words that are drawn, line by line.
    pub words: String,
}

/// How two drawings differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PictureChanges {
    pub marks: Marks,
    /// Lines of the file that differ although no part says anything else: places, colours, sizes.
    pub is_redrawn: bool,
}

impl Picture {
    /// Reads as far as the file can be read.
    pub fn read(svg: &str) -> Picture {
        let mut reader = Reader::from_str(svg);
        let mut reading = Reading::default();
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => reading.open(&tag),
                Ok(Event::End(_)) => reading.close(),
                Ok(Event::Text(text)) => reading.say(&text.xml10_content()),
                Ok(Event::GeneralRef(name)) => {
                    let letter = name.resolve_char_ref().ok().flatten();
                    let named = || quick_xml::escape::resolve_xml_entity(&name);
                    reading.say(letter.map(String::from).as_deref().or_else(named).unwrap_or_default());
                }
                Ok(Event::Eof) | Err(_) => return reading.picture,
                Ok(_) => {}
            }
        }
    }

    /// One line for each part, as `git diff` is to show them.
    pub fn lines(&self) -> String {
        let mut out = format!("{}\n", self.title);
        for part in &self.parts {
            let PicturePart { id, role, title, words } = part;
            let words = if words.is_empty() || words == title { String::new() } else { format!(" | {words}") };
            out.push_str(&format!("{role} {id}: {title}{words}\n"));
        }
        out
    }

    fn by_id(&self) -> BTreeMap<&str, &PicturePart> {
        self.parts.iter().map(|part| (part.id.as_str(), part)).collect()
    }
}

/// Compares two drawings by ids and words. Numbers of elements are words here: a picture shows them.
pub fn compare_pictures(old: &str, new: &str) -> PictureChanges {
    let pictures = [old, new].map(Picture::read);
    let [before, after] = pictures.each_ref().map(Picture::by_id);
    let only = |of: &BTreeMap<&str, &PicturePart>, not: &BTreeMap<&str, &PicturePart>| -> BTreeSet<String> {
        of.keys().filter(|id| !not.contains_key(*id)).map(|id| (*id).to_owned()).collect()
    };
    let is_changed = |(id, part): &(&&str, &&PicturePart)| before.get(*id).is_some_and(|old| old != *part);
    let changed = after.iter().filter(is_changed).map(|(id, _)| (*id).to_owned()).collect();
    let marks = Marks { added: only(&after, &before), removed: only(&before, &after), changed };
    let is_redrawn = marks.is_empty() && old != new;
    PictureChanges { marks, is_redrawn }
}

/// How far the file has been read.
#[derive(Default)]
struct Reading {
    picture: Picture,
    /// For each open element: its name, and whether it began a part.
    open: Vec<(String, bool)>,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart) {
        let attribute = |name: &str| {
            let found = tag.try_get_attribute(name).ok().flatten()?;
            Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
        };
        let name = tag.local_name().as_ref().to_owned();
        let id = attribute("id").filter(|id| !id.is_empty() && name == "g");
        let class = attribute("class").unwrap_or_default();
        let role = class.split(' ').find_map(|class| class.strip_prefix("part-")).unwrap_or_default();
        // A sheet is room for parts and no part itself.
        let is_part = id.is_some() && class != "sheet";
        if let Some(id) = id.filter(|_| is_part) {
            self.picture.parts.push(PicturePart { id, role: role.to_owned(), ..PicturePart::default() });
        }
        self.open.push((name, is_part));
    }

    fn close(&mut self) {
        self.open.pop();
    }

    /// Words within a title or a line of text; those of the file itself stand before any part.
    fn say(&mut self, words: &str) {
        let is_within = self.open.iter().any(|(_, is_part)| *is_part);
        let Some((name, _)) = self.open.last() else { return };
        let part = self.picture.parts.last_mut().filter(|_| is_within);
        let target = match (name.as_str(), part) {
            ("title", Some(part)) => &mut part.title,
            ("title", None) => &mut self.picture.title,
            ("text" | "tspan", Some(part)) => &mut part.words,
            _ => return,
        };
        target.push_str(words);
    }
}
