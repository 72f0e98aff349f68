//! The picture that stands beside a link to a regulation: its title above the beginning of its first drawing.
//!
//! Holds: one for the pages of both languages, in the language of the drawing; those who show previews take whole
//! addresses only, so a site without one has no such picture and spends no time on it.

use super::Figured;
use super::address::card;
use super::context::{Head, Property};
use super::desk::Stock;
use crate::backend::png;
use crate::base::{Artifacts, RelPath};
use crate::model::{Decree, Regulation};
use crate::scene::{self, CardWords};

/// A picture that was made, for the heads of the pages that show it.
pub(super) struct Shown {
    address: String,
    alt: String,
}

/// Makes the picture.
pub(super) fn make(
    stock: &Stock<'_>,
    decree: &Decree,
    regulation: &Regulation,
    figures: &[Figured<'_>],
    files: &mut Artifacts,
) -> Option<Shown> {
    let address = stock.theme.publisher.address.as_ref()?;
    let scene = figures.first()?.scene;
    let lang = scene.language;
    let place = decree.region.as_ref().map_or(&decree.adopting_body, |region| &region.name);
    let words = CardWords {
        kicker: place.best(lang).1,
        mark: decree.repealed.as_ref().map(|_| stock.theme.words(lang).get("repealed")),
        title: regulation.title.best(lang).1,
    };
    let bytes = png::card(&scene::card(&words, scene), &stock.theme.drawing)?;
    let file: RelPath = card(&decree.id, &regulation.id);
    let shown = Shown { address: address.to(file.as_str()), alt: scene.title.clone() };
    files.insert(file, bytes);
    Some(shown)
}

impl Shown {
    /// Takes the place of the emblem, which every page has.
    pub fn tell(&self, head: &mut Head) {
        head.properties.retain(|property| !property.name.starts_with("og:image"));
        let (width, height) = (scene::CARD_SIZE.w.to_string(), scene::CARD_SIZE.h.to_string());
        let all = [
            ("og:image", self.address.as_str()),
            ("og:image:type", "image/png"),
            ("og:image:width", &width),
            ("og:image:height", &height),
            ("og:image:alt", &self.alt),
            ("twitter:card", "summary_large_image"),
        ];
        let property = |(name, content): (&'static str, &str)| Property { name, content: content.to_owned() };
        head.properties.extend(all.map(property));
    }
}
