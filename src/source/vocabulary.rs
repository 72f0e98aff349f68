//! The words that a field may have, for the JSON Schema: an editor offers them. What they mean, and which are wrong, is known
//! to the model; a test holds the two together.

use schemars::Schema;
use serde_json::json;

pub(super) const LANGUAGES: [&str; 2] = ["kk", "ru"];
pub(super) const ACTS: [&str; 2] = ["approving", "amending"];
pub(super) const CHANNELS: [&str; 6] =
    ["office", "provider", "local-akim", "state-corporation", "service-centre", "portal"];
pub(super) const PARTICIPANTS: [&str; 4] = ["applicant", "person", "organisation", "system"];
const FORMS: [&str; 4] = ["electronic", "electronic-partial", "paper", "composite"];
pub(super) const RESULTS: [&str; 3] = ["inline", "list", "prose"];
pub(super) const PICTURES: [&str; 2] = ["handbook", "diagram"];
pub(super) const SHOWN: [&str; 2] = ["full", "used"];
pub(super) const SYMBOLS: [&str; 16] = [
    "start-message",
    "end-message",
    "intermediate-message",
    "end-none",
    "end-error",
    "intermediate-timer",
    "participant",
    "task",
    "exclusive-gateway",
    "message-flow",
    "sequence-flow",
    "data-object-output",
    "terminator",
    "action",
    "choice",
    "arrow",
];

/// The forms of a service: a word, or a list of words.
pub(super) fn forms(schema: &mut Schema) {
    let form = json!({ "enum": FORMS });
    schema.insert("anyOf".into(), json!([form, { "type": "array", "items": form }]));
}

/// `yes` and `no`; to an editor `true` is no word.
pub(super) fn flag(schema: &mut Schema) {
    schema.insert("type".into(), json!(["boolean", "string"]));
    schema.insert("enum".into(), json!(["yes", "true", "no", "false", true, false]));
}
