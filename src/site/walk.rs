//! What the script that walks through a drawing must know of it.
//!
//! In: the walk in the language of the drawing, its table, the words of the page. Out: JSON, which has the page's own words for
//! what the table says otherwise than the drawing.
//! Holds: ids are those of the shapes in the page and of the steps and items in its text; nothing in the data could end the
//! element that bears them.

use crate::base::{Id, Lang, Text};
use crate::manuscript::{FlowRow, FlowTable, TableWords};
use crate::scene::{Scene, Walk, WalkStop};
use serde::Serialize;

#[derive(Serialize)]
struct Data<'a> {
    /// What stands before the id of a shape, and before the anchor of a sentence.
    shape: String,
    anchor: String,
    #[serde(flatten)]
    walk: &'a Walk,
    /// For each stop what the table says of it.
    said: Vec<Said<'a>>,
}

/// Words in the language of the page, where the drawing has none or others.
#[derive(Default, Serialize)]
struct Said<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<Option<&'a str>>,
    /// The answers, in the order of the ways.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<&'a str>,
}

/// Nothing where a drawing leads nowhere.
pub(super) fn json(path: &Id, scene: &Scene, table: &FlowTable, lang: Lang, words: &TableWords<'_>) -> String {
    if scene.walk.stops.len() < 2 {
        return String::new();
    }
    let row = |stop: &WalkStop| table.rows.iter().find(|row| row.node == stop.id);
    let said =
        scene.walk.stops.iter().map(|stop| row(stop).map(|row| said(stop, row, lang, words)).unwrap_or_default());
    let said = said.collect();
    let data = Data { shape: format!("fig-{path}-"), anchor: format!("{path}-"), walk: &scene.walk, said };
    serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c")
}

fn said<'a>(stop: &WalkStop, row: &'a FlowRow, lang: Lang, words: &TableWords<'a>) -> Said<'a> {
    let name = (row.is_of_text && row.number.is_none()).then(|| words.nameless(row));
    let other = |(term, drawn): (&'a Text, &String)| term.get(lang).filter(|own| own != drawn);
    let terms: Vec<Option<&str>> = row.terms.iter().zip(&stop.terms).map(other).collect();
    let by: Vec<&str> = stop.ways.iter().filter_map(|way| way.branch).map(|branch| words.branch(branch)).collect();
    let drawn: Vec<&str> = stop.ways.iter().filter_map(|way| way.by.as_deref()).collect();
    let is_other = terms.iter().any(Option::is_some);
    Said { name, terms: if is_other { terms } else { Vec::new() }, by: if by == drawn { Vec::new() } else { by } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Size;
    use crate::manuscript::{Branch, NodeKind, Notation};
    use crate::scene::{WalkEnd, WalkWay};

    #[test]
    fn no_name_ends_the_element_that_bears_the_data() {
        let stop = |id: &str| WalkStop {
            id: id.to_owned(),
            end: Some(WalkEnd::Start),
            name: Some("</script><b>".to_owned()),
            who: vec![0],
            places: Vec::new(),
            terms: Vec::new(),
            ways: Vec::new(),
        };
        let walk = Walk { lanes: vec!["</script>".to_owned()], stops: vec![stop("a"), stop("b")] };
        let words = String::new;
        let (id, title, description) = (words(), words(), words());
        let (language, size) = (Lang::Kk, Size::new(1, 1));
        let scene = Scene { id, language, title, description, size, sheets: Vec::new(), walk };
        let table = FlowTable { notation: Notation::Diagram, rows: Vec::new() };
        let json = json(&Id::new("portal").expect("an id"), &scene, &table, Lang::Ru, &TableWords::default());
        assert!(!json.contains('<'), "{json}");
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["stops"][1]["name"], "</script><b>");
        assert_eq!((&value["shape"], &value["anchor"]), (&"fig-portal-".into(), &"portal-".into()));
    }

    #[test]
    fn the_page_has_words_of_its_own_where_the_table_has() {
        let way = |branch, by: &str| WalkWay { by: Some(by.to_owned()), branch: Some(branch), via: Vec::new(), to: 0 };
        let stop = WalkStop {
            id: "a".to_owned(),
            end: None,
            name: None,
            who: vec![0],
            places: Vec::new(),
            terms: vec!["2 минут ішінде".to_owned(), "бір күн".to_owned()],
            ways: vec![way(Branch::Yes, "иә"), way(Branch::No, "жоқ")],
        };
        let mut term = Text::of(Lang::Kk, "2 минут ішінде");
        term.set(Lang::Ru, "в течение 2 минут".to_owned());
        let row = FlowRow {
            node: "a".to_owned(),
            kind: NodeKind::Gateway,
            number: None,
            count: Some(2),
            is_of_text: true,
            opens: false,
            words: None,
            terms: vec![term, Text::of(Lang::Kk, "бір күн")],
            lane: Text::default(),
            who: Vec::new(),
            places: Vec::new(),
            next: Vec::new(),
        };
        let words =
            TableWords {
                yes: "да", no: "нет", gateway: "условие", counted: "{0} {1}", ..TableWords::default()
            };
        let of = said(&stop, &row, Lang::Ru, &words);
        assert_eq!(
            (of.name.as_deref(), of.terms, of.by),
            (Some("условие 2"), vec![Some("в течение 2 минут"), None], vec!["да", "нет"])
        );
        let drawn = TableWords { yes: "иә", no: "жоқ", ..words };
        let same = said(&stop, &row, Lang::Kk, &drawn);
        assert!(same.terms.is_empty() && same.by.is_empty());
    }
}
