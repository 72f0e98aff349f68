//! What the script that walks through a drawing must know of it.
//!
//! Holds: ids are those of the shapes in the page and of the steps and items in its text; nothing in the data could end the
//! element that bears them.

use crate::base::Id;
use crate::scene::{Scene, Walk};
use serde::Serialize;

#[derive(Serialize)]
struct Data<'a> {
    /// What stands before the id of a shape, and before the anchor of a sentence.
    shape: String,
    anchor: String,
    #[serde(flatten)]
    walk: &'a Walk,
}

/// Nothing where a drawing leads nowhere.
pub(super) fn json(path: &Id, scene: &Scene) -> String {
    if scene.walk.stops.len() < 2 {
        return String::new();
    }
    let data = Data { shape: format!("fig-{path}-"), anchor: format!("{path}-"), walk: &scene.walk };
    serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, Size};
    use crate::scene::{WalkEnd, WalkStop};

    #[test]
    fn no_name_ends_the_element_that_bears_the_data() {
        let stop = |id: &str| WalkStop {
            id: id.to_owned(),
            end: Some(WalkEnd::Start),
            name: Some("</script><b>".to_owned()),
            lane: 0,
            terms: Vec::new(),
            ways: Vec::new(),
        };
        let walk = Walk { lanes: vec!["</script>".to_owned()], stops: vec![stop("a"), stop("b")] };
        let words = String::new;
        let (id, title, description) = (words(), words(), words());
        let (language, size) = (Lang::Kk, Size::new(1, 1));
        let scene = Scene { id, language, title, description, size, sheets: Vec::new(), walk };
        let json = json(&Id::new("portal").expect("an id"), &scene);
        assert!(!json.contains('<'), "{json}");
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["stops"][1]["name"], "</script><b>");
        assert_eq!((&value["shape"], &value["anchor"]), (&"fig-portal-".into(), &"portal-".into()));
    }
}
