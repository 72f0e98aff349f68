//! Anchors that ids give, and names that a page keeps for itself.
//!
//! Holds: the anchor of an element is never another than [`of_element`] gives, so that whoever knows path and element can
//! lead there. Everything else in a page yields to it.

use std::fmt::Display;

/// Ids that the templates of the pages have and an anchor could meet.
const OF_TEMPLATES: [&str; 4] = ["drawing-tools", "drawing-walk", "share-code", "share-what"];
/// How the ids of shapes begin, of explained terms and of their explanations.
const OF_PARTS: [&str; 3] = ["fig-", "term-", "tip-"];

/// The anchor of a step or an item.
pub fn of_element(path: impl Display, element: impl Display) -> String {
    format!("{path}-{element}")
}

/// Whether a page could have given this id to something that is no text.
pub fn is_of_page(id: &str) -> bool {
    // Rows of tables: `row1-2`.
    let is_row = id.strip_prefix("row").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_row || OF_TEMPLATES.contains(&id) || OF_PARTS.iter().any(|start| id.starts_with(start))
}

/// Whether two ids could be continued to the same word: one is the other, or the other's beginning up to a hyphen.
pub fn may_meet(one: &str, other: &str) -> bool {
    let goes_on = |whole: &str, start: &str| whole.strip_prefix(start).is_some_and(|rest| rest.starts_with('-'));
    one == other || goes_on(one, other) || goes_on(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_page_are_known() {
        for id in ["fig-portal-p1", "term-1", "tip-2", "row1-1", "drawing-walk"] {
            assert!(is_of_page(id), "{id}");
        }
        for id in ["portal-fig", "figure-p1", "row-1", "rows-p1", "drawing-portal", "terms-1"] {
            assert!(!is_of_page(id), "{id}");
        }
    }

    #[test]
    fn ids_meet_at_hyphens() {
        assert!(may_meet("b", "b") && may_meet("b-c", "b") && may_meet("b", "b-c"));
        assert!(!may_meet("b", "bc") && !may_meet("b-c", "b-d"));
    }
}
