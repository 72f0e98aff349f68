//! The model as it is dumped: one JSON object a regulation, with what can be read off its text beside the data.
//!
//! The names of its fields are a public interface; a test compares them with readings of the acts made by hand.

mod acts;
mod json;
mod paths;

use super::types::{Decree, Regulation};
pub use json::Json;

/// Everything that the model holds of a regulation.
pub fn view<'m>(decree: &'m Decree, regulation: &'m Regulation) -> Json<'m> {
    json::object!({
        "id": format!("{}/{}", decree.id, regulation.id),
        "decree": acts::decree(decree),
        "regulation": acts::regulation(regulation),
        "provider": acts::provider(regulation),
        "channels": acts::channels(regulation),
        "form": acts::form(regulation),
        "result": acts::result(regulation),
        "standard": acts::standard(regulation),
        "start_basis": acts::start_basis(regulation),
        "units": acts::units(regulation),
        "abbreviations": acts::abbreviations(regulation),
        "provider_paths": paths::provider_paths(regulation),
        "results_list": paths::results_list(regulation),
        "results_prose": paths::results_prose(regulation),
        "sequence": paths::sequence(regulation),
        "is_paths": paths::system_paths(regulation),
        "appendices": acts::appendices(regulation),
        "prose": &regulation.prose,
    })
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
