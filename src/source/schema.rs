//! The JSON Schema of the source format, so that an editor completes and checks while typing.

use super::raw::{RawDecree, RawRegulation};
use super::scalar::by_language;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{Schema, generate::SchemaSettings};
use serde_json::{Value, json};

/// Which kind of definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Decree,
    Regulation,
}

/// The JSON Schema (draft 2020-12) of one kind of definition.
pub fn schema(kind: Kind) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = match kind {
        Kind::Decree => generator.into_root_schema_for::<RawDecree>(),
        Kind::Regulation => generator.into_root_schema_for::<RawRegulation>(),
    };
    let own = if kind == Kind::Decree { "decree" } else { "regulation" };
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, json!(own));
    }
    let mut plain = RecursiveTransform(drop_null);
    plain.transform(&mut schema);
    schema.to_value()
}

/// What derive cannot know of a record: the keys that it requires, and the bare text that may stand for it.
pub(super) fn shape(schema: &mut Schema, required: &[&str], short: &[&str]) {
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if !short.is_empty() {
        let record = std::mem::take(schema).to_value();
        if let Some(description) = record.get("description").cloned() {
            schema.insert("description".into(), description);
        }
        schema.insert("anyOf".into(), json!([{ "type": ["string", "number"] }, by_language(), record]));
    }
}

/// Optional keys are left out, never null: the schema says so too.
fn drop_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&json!("null")));
        if let [only] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            if let Value::Object(keys) = only {
                for (key, value) in keys {
                    if schema.get(&key).is_none() {
                        schema.insert(key, value);
                    }
                }
            }
        }
    }
}
