//! Where in the act a numbered paragraph stands, for whoever hears its number without seeing what is above it.
//!
//! Holds: the name ends with the number that is seen, and has before it only words and numbers of the act.

use crate::manuscript::{Paragraph, Role};

/// The numbers above, outermost first, each with its depth.
#[derive(Default)]
pub(super) struct Places(Vec<(u8, String)>);

impl Places {
    /// A heading begins anew.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Goes on to the next paragraph. The name of its number, where the number alone does not tell the place.
    pub fn enter(&mut self, paragraph: &Paragraph) -> Option<String> {
        let depth = depth(paragraph.role)?;
        self.0.retain(|(above, _)| *above < depth);
        let Some(marker) = &paragraph.marker else {
            let is_variant = paragraph.role == Role::Variant;
            self.0.extend(is_variant.then(|| (depth, paragraph.phrase.plain.clone())));
            return None;
        };
        let above: Vec<&str> = self.0.iter().map(|(_, name)| name.as_str()).collect();
        let name = (!above.is_empty()).then(|| format!("{} {marker}", above.join(" ")));
        self.0.push((depth, marker.clone()));
        name
    }
}

/// How deep what bears a number stands.
fn depth(role: Role) -> Option<u8> {
    match role {
        Role::Paragraph => Some(0),
        Role::Variant => Some(1),
        Role::Subparagraph | Role::Unit | Role::Step | Role::Restated | Role::Item => Some(2),
        Role::Result | Role::Extra => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::manuscript::Phrase;

    #[test]
    fn a_number_is_named_with_those_above_it() {
        let mut places = Places::default();
        let mut name = |role, marker: Option<&str>, words| {
            let paragraph = Paragraph {
                anchor: String::new(),
                role,
                marker: marker.map(str::to_owned),
                phrase: Phrase::plain(Lang::Kk, words),
                element: None,
            };
            places.enter(&paragraph)
        };
        assert_eq!(name(Role::Paragraph, Some("5."), ""), None);
        assert_eq!(name(Role::Variant, None, "порталда:"), None);
        assert_eq!(name(Role::Step, Some("1)"), "").as_deref(), Some("5. порталда: 1)"));
        assert_eq!(name(Role::Plain, None, "сөз"), None);
        assert_eq!(name(Role::Result, Some("нәтижесі –"), "").as_deref(), Some("5. порталда: 1) нәтижесі –"));
        assert_eq!(name(Role::Step, Some("2)"), "").as_deref(), Some("5. порталда: 2)"));
        assert_eq!(name(Role::Paragraph, Some("6."), ""), None);
        assert_eq!(name(Role::Unit, Some("1)"), "").as_deref(), Some("6. 1)"));
    }
}
