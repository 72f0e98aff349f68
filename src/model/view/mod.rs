//! The model as it is dumped: one JSON object a regulation, with what can be read off its text beside the data.
//!
//! The names of its fields are a public interface; a test compares them with readings of the acts made by hand.

/// An object whose parts are moved in; `json!` would copy each of them once more, and a site has one such object for
/// each regulation.
macro_rules! object {
    ({ $($key:literal: $value:expr),* $(,)? }) => {{
        let mut object = serde_json::Map::new();
        $(object.insert($key.to_owned(), $crate::model::view::Part::into_part($value));)*
        serde_json::Value::Object(object)
    }};
}

mod acts;
mod paths;

use super::types::{Decree, Regulation};
use crate::base::Text;
use serde_json::{Value, json};

/// What can stand in an object: JSON as it is, anything else by reference.
trait Part {
    fn into_part(self) -> Value;
}

impl Part for Value {
    fn into_part(self) -> Value {
        self
    }
}

impl Part for Option<Value> {
    fn into_part(self) -> Value {
        self.unwrap_or(Value::Null)
    }
}

impl Part for Vec<Value> {
    fn into_part(self) -> Value {
        Value::Array(self)
    }
}

impl<T: serde::Serialize + ?Sized> Part for &T {
    fn into_part(self) -> Value {
        json!(self)
    }
}

/// Everything that the model holds of a regulation.
pub fn view(decree: &Decree, regulation: &Regulation) -> Value {
    // Not by `json!`, which would copy every part once more: a site has one such object for each regulation.
    let parts = [
        ("id", json!(format!("{}/{}", decree.id, regulation.id))),
        ("decree", acts::decree(decree)),
        ("regulation", acts::regulation(regulation)),
        ("provider", acts::provider(regulation)),
        ("channels", acts::channels(regulation)),
        ("form", acts::form(regulation)),
        ("result", acts::result(regulation)),
        ("standard", acts::standard(regulation)),
        ("start_basis", acts::start_basis(regulation)),
        ("units", acts::units(regulation)),
        ("abbreviations", acts::abbreviations(regulation)),
        ("provider_paths", paths::provider_paths(regulation)),
        ("results_list", paths::results_list(regulation)),
        ("results_prose", paths::results_prose(regulation)),
        ("sequence", paths::sequence(regulation)),
        ("is_paths", paths::system_paths(regulation)),
        ("appendices", acts::appendices(regulation)),
        ("prose", json!(regulation.prose)),
    ];
    Value::Object(parts.into_iter().map(|(key, part)| (key.to_owned(), part)).collect())
}

/// A text in one language as a string, in two as an object.
fn said(text: &Text) -> Value {
    let mut all = text.iter();
    match (all.next(), all.next()) {
        (Some((_, words)), None) => json!(words),
        _ => json!(text),
    }
}

fn maybe(text: Option<&Text>) -> Value {
    text.map_or(Value::Null, said)
}

/// The number of the numbered paragraph that a block of the running text belongs to, and its words.
fn paragraph_before(regulation: &Regulation, at: impl Fn(&super::types::Block) -> bool) -> Option<(String, String)> {
    use super::types::Block;
    let prose = regulation.prose_in(regulation.language)?;
    let here = prose.blocks.iter().position(at)?;
    prose.blocks[..here].iter().rev().find_map(|block| match block {
        Block::Paragraph { marker: Some(marker), words } if marker.ends_with('.') => {
            Some((marker.trim_end_matches('.').to_owned(), format!("{marker} {}", words.plain)))
        }
        _ => None,
    })
}
